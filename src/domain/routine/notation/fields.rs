//! Reading one step's fields: how much, how often, on which side, with which tempo and load.
//!
//! Decides: what each field may look like, which values are possible, and what is done with the others.

use core::ops::RangeInclusive;

use super::glyphs::{Glyph, dense};
use super::name;
use super::problem::{Problem, ProblemKind as Kind};
use super::{LONGEST_UNKNOWN, MOST_UNKNOWN, PHASE, REPS, REST, SECONDS, SETS, WEIGHT, tempo_fits};
use crate::catalogue::{ExerciseId, Metric, Region, Side, Sides};
use crate::routine::{Dose, Feel, Load, Move, Step, Weight};

/// The dose of a move of the author's own that names none, when the routine does not either.
const CUSTOM_SECONDS: u16 = 30;

/// What one field says.
#[derive(Debug, PartialEq, Eq)]
enum Field {
    /// `3x`, `15`, `40s`, `3x15`, `2x40s`.
    Dose {
        sets: Option<u32>,
        amount: Option<Amount>,
    },
    Done,
    Side(Side),
    Rest(u32),
    Tempo(Vec<u32>),
    Kilograms(u32),
    Pounds(u32),
    Feel(Feel),
    /// Of a move of the author's own.
    Region(Region),
    EachSide,
    Figure(ExerciseId),
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Amount {
    Number(u32),
    Seconds(u32),
}

/// A step as far as it has been read.
#[derive(Default)]
struct Draft<'a> {
    sets: Option<u16>,
    amount: Option<(Amount, &'a [Glyph])>,
    done: Option<&'a [Glyph]>,
    side: Option<Side>,
    rest: Option<u16>,
    tempo: Option<Vec<u8>>,
    weight: Option<Weight>,
    feel: Option<Feel>,
    region: Option<Region>,
    each_side: Option<()>,
    figure: Option<ExerciseId>,
    note: Option<String>,
    unknown: Vec<String>,
}

/// The step that these fields describe. `every` is the routine's dose for steps that name none.
pub(super) fn step(
    action: Move,
    fields: &[&[Glyph]],
    every: Option<u16>,
    problems: &mut Vec<Problem>,
) -> Step {
    if let Move::Unknown(_) = action {
        // Nobody knows what its fields mean: all are kept as they stand, and one report of the move is enough.
        let mut found = Vec::new();
        let unknown = fields.iter().filter_map(|field| kept(field, &mut found)).take(MOST_UNKNOWN).collect();
        problems.extend(found.into_iter().filter(|problem| problem.kind != Kind::UnknownField));
        return Step { unknown, ..Step::new(action, Dose::Reps(1)) };
    }
    let mut step = Step::new(action, Dose::Reps(1));
    let mut draft = Draft::default();
    for field in fields {
        draft.take(&step, field, problems);
    }
    step.dose = draft.dose(&step, every, problems);
    step.sets = draft.sets.map_or(1, |sets| sets as u8);
    step.side = draft.side;
    step.rest = draft.rest;
    step.tempo = draft.tempo;
    step.load = Load { feel: draft.feel.unwrap_or_default(), weight: draft.weight };
    step.note = draft.note.unwrap_or_default();
    step.unknown = draft.unknown;
    if let Move::Custom(own) = &mut step.action {
        own.region = draft.region;
        own.each_side = draft.each_side.is_some();
        own.figure = draft.figure;
    }
    step
}

impl<'a> Draft<'a> {
    /// Takes one more field in.
    fn take(&mut self, step: &Step, field: &'a [Glyph], problems: &mut Vec<Problem>) {
        let word = dense(field).to_ascii_lowercase();
        if word.starts_with('~') {
            return self.take_note(field, problems);
        }
        let sides = step.exercise().map(|exercise| exercise.get().sides);
        let taken = match classified(&word) {
            Field::Region(region) if step.own().is_some() => set(&mut self.region, region),
            Field::EachSide if step.own().is_some() => set(&mut self.each_side, ()),
            Field::Figure(figure) if step.own().is_some() => set(&mut self.figure, figure),
            Field::Dose { sets, amount } => self.take_dose(sets, amount, field, problems),
            Field::Done => set(&mut self.done, field),
            Field::Side(_) if sides == Some(Sides::Both) => {
                problems.push(Problem::of(field, Kind::NoSides));
                true
            }
            Field::Side(side) => set(&mut self.side, side),
            Field::Rest(rest) => {
                set(&mut self.rest, within(rest, &REST, Kind::RestOutOfRange, field, problems))
            }
            Field::Tempo(tempo) => self.take_tempo(step, &tempo, field, problems),
            Field::Kilograms(weight) => {
                let weight = within(weight, &WEIGHT, Kind::WeightOutOfRange, field, problems);
                set(&mut self.weight, Weight::Kilograms(weight))
            }
            Field::Pounds(weight) => {
                let weight = within(weight, &WEIGHT, Kind::WeightOutOfRange, field, problems);
                set(&mut self.weight, Weight::Pounds(weight))
            }
            Field::Feel(feel) => set(&mut self.feel, feel),
            Field::Region(_) | Field::EachSide | Field::Figure(_) | Field::Unknown => {
                if self.unknown.len() < MOST_UNKNOWN {
                    self.unknown.extend(kept(field, problems));
                }
                true
            }
        };
        if !taken {
            problems.push(Problem::of(field, Kind::Repeated));
        }
    }

    fn take_dose(
        &mut self,
        sets: Option<u32>,
        amount: Option<Amount>,
        field: &'a [Glyph],
        problems: &mut Vec<Problem>,
    ) -> bool {
        let sets = sets.map(|sets| within(sets, &SETS, Kind::SetsOutOfRange, field, problems));
        let sets_taken = sets.is_none_or(|sets| set(&mut self.sets, sets));
        let amount_taken = amount.is_none_or(|amount| set(&mut self.amount, (amount, field)));
        sets_taken && amount_taken
    }

    /// What the author has to say; of nothing, nothing is kept.
    fn take_note(&mut self, field: &[Glyph], problems: &mut Vec<Problem>) {
        let after = field.iter().position(|glyph| glyph.letter == '~').map_or(0, |tilde| tilde + 1);
        let note = name::decode(field.get(after..).unwrap_or_default(), problems);
        if !note.is_empty() && !set(&mut self.note, note) {
            problems.push(Problem::of(field, Kind::Repeated));
        }
    }

    fn take_tempo(
        &mut self,
        step: &Step,
        tempo: &[u32],
        field: &[Glyph],
        problems: &mut Vec<Problem>,
    ) -> bool {
        let seconds: Vec<u8> = tempo.iter().map(|&phase| phase.min(u32::from(*PHASE.end())) as u8).collect();
        let is_cut = tempo.iter().any(|&phase| phase > u32::from(*PHASE.end()));
        if is_cut || !tempo_fits(&seconds, step.exercise().map(|exercise| exercise.get().phases)) {
            problems.push(Problem::of(field, Kind::WrongTempo));
            return true;
        }
        set(&mut self.tempo, seconds)
    }

    /// How much one set is, from what was said and what is left to the routine and the exercise.
    fn dose(&self, step: &Step, every: Option<u16>, problems: &mut Vec<Problem>) -> Dose {
        let exercise = step.exercise();
        let held = exercise.is_some_and(|exercise| exercise.get().metric != Metric::Reps);
        let standard = exercise.map(Step::standard_dose);
        match (self.amount, self.done) {
            (None, None) => match every {
                Some(seconds) => Dose::Seconds(seconds),
                None => standard.unwrap_or(Dose::Seconds(CUSTOM_SECONDS)),
            },
            (None, Some(_)) => match standard {
                Some(Dose::Seconds(amount)) => Dose::UntilDone(every.unwrap_or(amount)),
                Some(Dose::Reps(amount) | Dose::UntilDone(amount)) => Dose::UntilDone(amount),
                None => Dose::UntilDone(1),
            },
            (Some((Amount::Number(number), field)), done) if held => {
                problems.push(Problem::of(field, Kind::NumberOnHold));
                let seconds = within(number, &SECONDS, Kind::SecondsOutOfRange, field, problems);
                if done.is_some() { Dose::UntilDone(seconds) } else { Dose::Seconds(seconds) }
            }
            (Some((Amount::Number(number), field)), done) => {
                let reps = within(number, &REPS, Kind::RepsOutOfRange, field, problems);
                if done.is_some() { Dose::UntilDone(reps) } else { Dose::Reps(reps) }
            }
            (Some((Amount::Seconds(seconds), field)), done) => {
                let seconds = within(seconds, &SECONDS, Kind::SecondsOutOfRange, field, problems);
                match done {
                    Some(_) if held => Dose::UntilDone(seconds),
                    Some(done) => {
                        problems.push(Problem::of(done, Kind::TimedAndDone));
                        Dose::Seconds(seconds)
                    }
                    None => Dose::Seconds(seconds),
                }
            }
        }
    }
}

/// Puts a value where there is none yet; the first one counts.
fn set<T>(slot: &mut Option<T>, value: T) -> bool {
    let free = slot.is_none();
    if free {
        *slot = Some(value);
    }
    free
}

fn classified(field: &str) -> Field {
    match field {
        "done" => return Field::Done,
        "l" => return Field::Side(Side::Left),
        "r" => return Field::Side(Side::Right),
        "heavy" => return Field::Feel(Feel::Heavy),
        "empty" => return Field::Feel(Feel::Empty),
        "each" => return Field::EachSide,
        _ => {}
    }
    if let Some(amount) = amount(field) {
        return Field::Dose { sets: None, amount: Some(amount) };
    }
    if let Some((sets, rest)) = field.split_once('x')
        && let Some(sets) = number(sets)
        && (rest.is_empty() || amount(rest).is_some())
    {
        return Field::Dose { sets: Some(sets), amount: amount(rest) };
    }
    if let Some(rest) = field.strip_prefix('r').and_then(number) {
        return Field::Rest(rest);
    }
    if let Some(weight) = field.strip_suffix("kg").and_then(number) {
        return Field::Kilograms(weight);
    }
    if let Some(weight) = field.strip_suffix("lb").and_then(number) {
        return Field::Pounds(weight);
    }
    if let Some(region) = Region::from_slug(field) {
        return Field::Region(region);
    }
    if let Some(figure) = field.strip_prefix("as-").and_then(ExerciseId::from_slug) {
        return Field::Figure(figure);
    }
    let tempo = field.strip_prefix('t').and_then(|phases| phases.split('-').map(number).collect());
    tempo.map_or(Field::Unknown, Field::Tempo)
}

fn amount(text: &str) -> Option<Amount> {
    match text.strip_suffix('s') {
        Some(seconds) => number(seconds).map(Amount::Seconds),
        None => number(text).map(Amount::Number),
    }
}

/// A number in digits; one that is too large to hold becomes the largest.
pub(super) fn number(text: &str) -> Option<u32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u32::MAX))
}

/// The nearest possible value; a problem when it is another than was said.
pub(super) fn within(
    value: u32,
    range: &RangeInclusive<u16>,
    kind: Kind,
    field: &[Glyph],
    problems: &mut Vec<Problem>,
) -> u16 {
    let nearest = value.clamp(u32::from(*range.start()), u32::from(*range.end()));
    if nearest != value {
        problems.push(Problem::of(field, kind));
    }
    nearest as u16
}

/// A field that this version does not know, as it stands; nothing when it could not be written back.
pub(super) fn kept(field: &[Glyph], problems: &mut Vec<Problem>) -> Option<String> {
    let text = dense(field);
    let is_writable = text.len() <= LONGEST_UNKNOWN
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_~".contains(&byte));
    let kind = if is_writable { Kind::UnknownField } else { Kind::StrangeText };
    problems.push(Problem::of(field, kind));
    is_writable.then_some(text)
}
