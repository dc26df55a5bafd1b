//! Writing a routine: one text for one routine, only values that can be read back, shortest form.

use super::{LONGEST_UNKNOWN, MOST_UNKNOWN, PHASE, REPS, REST, SECONDS, SETS, VERSION, WEIGHT};
use super::{check, name, start, tempo_fits};
use crate::catalogue::{Metric, Side, Sides};
use crate::routine::{Block, Dose, Feel, Group, Move, OwnMove, Part, Routine, Step, Weight};

/// The one canonical text of a routine, with its version and check characters.
///
/// Values out of range are written as the nearest possible ones.
pub fn write(routine: &Routine) -> String {
    let mut text = unchecked(routine, &routine.blocks);
    let check = check::of(text.chars());
    text.push('/');
    text.extend(check);
    text
}

/// The text of a routine made of these blocks, without its check characters.
pub(super) fn unchecked(routine: &Routine, blocks: &[Block]) -> String {
    let mut text = number(VERSION);
    text.push('/');
    let start = text.len();
    name::encode(&routine.title, true, &mut text);
    if text.len() == start {
        // Not nothing: programs that tidy addresses make one slash of two.
        text.push('-');
    }
    for (letter, seconds) in [
        ('g', routine.ready),
        ('i', routine.every.map(|every| every.max(*SECONDS.start()))),
        ('c', routine.change),
        ('r', routine.rest),
    ] {
        if let Some(seconds) = seconds {
            text.push('/');
            setting(letter, seconds, &mut text);
        }
    }
    if let Some(start) = routine.start {
        text.push('/');
        start::write(start, &mut text);
    }
    for unknown in routine.unknown.iter().take(MOST_UNKNOWN) {
        text.push('/');
        text.push_str(unknown);
    }
    for block in blocks {
        write_block(block, routine, &mut text);
    }
    text
}

fn write_block(block: &Block, routine: &Routine, text: &mut String) {
    match block {
        Block::Step(step) => write_step(step, routine, text),
        Block::Group(group) if !group.steps.is_empty() => write_group(group, routine, text),
        Block::Group(_) => {}
    }
}

fn write_group(group: &Group, routine: &Routine, text: &mut String) {
    text.push_str(match group.part {
        Part::WarmUp => "/warm",
        Part::Main => "/",
        Part::CoolDown => "/cool",
    });
    let is_main = group.part == Part::Main;
    if is_main || group.times > 1 {
        text.push_str(if is_main { "" } else { "." });
        text.push_str(&clamped(u16::from(group.times), &SETS));
        text.push('x');
    }
    if let Some(rest) = group.rest {
        text.push('.');
        setting('r', rest, text);
    }
    write_unknown(&group.unknown, text);
    for step in &group.steps {
        write_step(step, routine, text);
    }
    text.push_str("/end");
}

fn write_step(step: &Step, routine: &Routine, text: &mut String) {
    let start = text.len();
    text.push('/');
    match &step.action {
        Move::Known(exercise) => text.push_str(exercise.slug()),
        Move::Custom(own) => {
            text.push('~');
            name::encode(&own.name, false, text);
            if text.len() == start + 2 {
                // A move without a name says nothing: leave it out, as reading would.
                text.truncate(start);
                return;
            }
        }
        Move::Unknown(slug) => text.push_str(slug),
    }
    if step.is_known() {
        write_fields(step, routine, text);
    }
    write_unknown(&step.unknown, text);
}

fn write_fields(step: &Step, routine: &Routine, text: &mut String) {
    write_dose(step, routine.every, text);
    if let Some(own) = step.own() {
        write_own(own, text);
    }
    let exercise = step.exercise().map(crate::catalogue::ExerciseId::get);
    if let Some(side) = step.side.filter(|_| exercise.is_none_or(|exercise| exercise.sides != Sides::Both)) {
        text.push_str(match side {
            Side::Left => ".l",
            Side::Right => ".r",
        });
    }
    if let Some(tempo) = step.tempo.as_deref().filter(|tempo| tempo_fits(tempo, exercise.map(|e| e.phases))) {
        for (at, &seconds) in tempo.iter().enumerate() {
            text.push_str(if at == 0 { ".t" } else { "-" });
            text.push_str(&clamped(u16::from(seconds), &PHASE));
        }
    }
    match step.load.weight {
        Some(Weight::Kilograms(weight)) => write_weight(weight, "kg", text),
        Some(Weight::Pounds(weight)) => write_weight(weight, "lb", text),
        None => {}
    }
    text.push_str(match step.load.feel {
        Feel::Empty => ".empty",
        Feel::Usual => "",
        Feel::Heavy => ".heavy",
    });
    if let Some(rest) = step.rest {
        text.push('.');
        setting('r', rest, text);
    }
    let end = text.len();
    text.push_str(".~");
    name::encode(&step.note, false, text);
    if text.len() == end + 2 {
        text.truncate(end);
    }
}

/// What is known of a move of the author's own, beside its name.
fn write_own(own: &OwnMove, text: &mut String) {
    if let Some(region) = own.region {
        text.extend([".", region.slug()]);
    }
    if own.each_side {
        text.push_str(".each");
    }
    if let Some(figure) = own.figure {
        text.extend([".as-", figure.slug()]);
    }
}

/// The dose and the sets. Seconds that the routine's `i` already says are left out.
fn write_dose(step: &Step, every: Option<u16>, text: &mut String) {
    let held = step.exercise().is_some_and(|exercise| exercise.get().metric != Metric::Reps);
    let (amount, done) = match step.dose {
        Dose::Seconds(seconds) if every == Some(seconds) => (String::new(), false),
        Dose::Seconds(seconds) => (clamped(seconds, &SECONDS) + "s", false),
        Dose::Reps(amount) if held => (clamped(amount, &SECONDS) + "s", false),
        Dose::Reps(amount) => (clamped(amount, &REPS), false),
        Dose::UntilDone(amount) if held => (clamped(amount, &SECONDS) + "s", true),
        Dose::UntilDone(amount) => (clamped(amount, &REPS), true),
    };
    if step.sets > 1 {
        text.push('.');
        text.push_str(&clamped(u16::from(step.sets), &SETS));
        text.push('x');
        text.push_str(&amount);
    } else if !amount.is_empty() {
        text.push('.');
        text.push_str(&amount);
    }
    if done {
        text.push_str(".done");
    }
}

fn write_weight(weight: u16, unit: &str, text: &mut String) {
    text.push('.');
    text.push_str(&clamped(weight, &WEIGHT));
    text.push_str(unit);
}

fn write_unknown(unknown: &[String], text: &mut String) {
    for field in unknown.iter().filter(|field| field.len() <= LONGEST_UNKNOWN).take(MOST_UNKNOWN) {
        text.push('.');
        text.push_str(field);
    }
}

fn setting(letter: char, seconds: u16, text: &mut String) {
    text.push(letter);
    text.push_str(&clamped(seconds, &REST));
}

fn clamped(value: u16, range: &core::ops::RangeInclusive<u16>) -> String {
    number(u32::from(value.clamp(*range.start(), *range.end())))
}

fn number(value: u32) -> String {
    value.to_string()
}
