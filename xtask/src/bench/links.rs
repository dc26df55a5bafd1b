//! `bench links`: how long the links of the built-in routines are, beside the same routines as compressed JSON.
//!
//! Decides: what is compared. The JSON says nothing that is the default, and has slugs and numbers for values; it goes through what
//! pages mostly send such a thing through: `lz-string` for addresses, and deflate with base64url. It is judged as objects whose
//! keys have names; the same as bare lists, whose meaning is their order, is printed beside it. Nobody reads or corrects any of
//! those by hand; this asks only how long they are.

use std::io::Write as _;

use domain::catalogue::ExerciseId;
use domain::routine::{Block, Dose, PRESETS, Routine, Step, notation};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde_json::{Value, json};

use super::{judge, median, within};
use crate::failure::{Doing, Outcome};

/// The longest that a link's fragment may be for these, in characters.
const LONGEST: [(&str, usize); 2] = [("the-five", 100), ("eight-minute", 200)];
/// A circuit of twelve moves.
const CIRCUIT: &str = "1/Circuit/r15/3x.r60/plank.40s/superman.15/crunch.20/glute-bridge.15/side-plank.30s/bird-dog.12/leg-raise.12/\
    good-morning.12/bicycle-crunch.20/prone-swimmer.30s/dead-bug.12/mountain-climber.30s/end";
const LONGEST_CIRCUIT: usize = 230;
/// How long a link may be beside the shorter of the two, in the middle of all.
const MOST: f64 = 0.7;

/// Measures, prints, and fails when a bar is missed.
pub(super) fn run() -> Outcome {
    let mut missed = Vec::new();
    let (mut named, mut bare) = (Vec::new(), Vec::new());
    println!("                             JSON: objects          JSON: lists     beside the shorter of the");
    println!("routine               link      lz deflate          lz deflate          objects  lists");
    for preset in PRESETS {
        let routine = preset.routine();
        let link = notation::write(&routine).len();
        let (objects, lists) = (packed(&as_objects(&routine))?, packed(&as_lists(&routine))?);
        let beside = |json: [usize; 2]| link as f64 / json[0].min(json[1]) as f64;
        let [one, two] = [beside(objects), beside(lists)];
        println!(
            "{:<20} {link:>5} {:>7} {:>7} {:>11} {:>7} {one:>16.2} {two:>6.2}",
            preset.slug, objects[0], objects[1], lists[0], lists[1]
        );
        named.push(one);
        bare.push(two);
        if let Some((slug, most)) = LONGEST.iter().find(|(slug, most)| *slug == preset.slug && link > *most) {
            missed.push(format!("{slug}: {link} characters, at most {most}"));
        }
    }
    let circuit = notation::write(&notation::read(CIRCUIT).routine).len();
    println!("{:<20} {circuit:>5}", "a circuit of twelve");
    if circuit > LONGEST_CIRCUIT {
        missed.push(format!("a circuit of twelve: {circuit} characters, at most {LONGEST_CIRCUIT}"));
    }
    let (named, bare) = (median(named), median(bare));
    println!("in the middle {named:.2} beside objects, at most {MOST}; {bare:.2} beside lists");
    if !within(named, MOST) {
        missed.push(format!("in the middle {named:.2} of the shorter one, at most {MOST}"));
    }
    judge(&missed)
}

/// How many characters the JSON takes in an address: by `lz-string`, and deflated.
fn packed(json: &Value) -> Outcome<[usize; 2]> {
    let text = json.to_string();
    let lz = lz_str::compress_to_encoded_uri_component(text.as_str()).len();
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).doing(|| "deflate a routine".to_owned())?;
    let bytes = encoder.finish().doing(|| "deflate a routine".to_owned())?.len();
    // Four characters for each three bytes, without what fills them up.
    Ok([lz, (bytes * 4).div_ceil(3)])
}

/// What is said of a step: under which name, and what.
fn said(step: &Step) -> Vec<(&'static str, Value)> {
    let (unit, number) = match step.dose {
        Dose::Reps(number) | Dose::UntilDone(number) => ("reps", number),
        Dose::Seconds(number) => ("seconds", number),
    };
    let slug = step.exercise().map(ExerciseId::slug).unwrap_or_default();
    let mut said = vec![("exercise", json!(slug)), (unit, json!(number))];
    said.extend((step.sets > 1).then(|| ("sets", json!(step.sets))));
    said.extend(step.side.map(|side| ("side", json!(side.slug()))));
    said.extend(step.rest.map(|rest| ("rest", json!(rest))));
    said.extend(step.tempo.as_ref().map(|tempo| ("tempo", json!(tempo))));
    said
}

/// What is said of the whole.
fn settings(routine: &Routine) -> Vec<(&'static str, Value)> {
    let seconds = [
        ("ready", routine.ready),
        ("every", routine.every),
        ("change", routine.change),
        ("rest", routine.rest),
    ];
    let seconds = seconds.into_iter().filter_map(|(name, seconds)| Some((name, json!(seconds?))));
    core::iter::once(("title", json!(routine.title))).chain(seconds).collect()
}

fn object(said: Vec<(&'static str, Value)>) -> Value {
    said.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<serde_json::Map<_, _>>().into()
}

fn as_objects(routine: &Routine) -> Value {
    let step = |step: &Step| object(said(step));
    let block = |block: &Block| match block {
        Block::Step(one) => step(one),
        Block::Group(group) => {
            let mut said = vec![("rounds", json!(group.times))];
            said.extend(group.rest.map(|rest| ("rest", json!(rest))));
            said.push(("steps", group.steps.iter().map(step).collect()));
            object(said)
        }
    };
    let mut whole = settings(routine);
    whole.push(("steps", routine.blocks.iter().map(block).collect()));
    object(whole)
}

/// The same without names; what does not stand in the first two places keeps the first letter of its own.
fn as_lists(routine: &Routine) -> Value {
    let lettered = |(name, value): (&'static str, Value)| match name {
        "exercise" | "reps" | "title" => value,
        name => json!([&name[..1], value]),
    };
    let step = |step: &Step| said(step).into_iter().map(lettered).collect::<Value>();
    let block = |block: &Block| match block {
        Block::Step(one) => step(one),
        Block::Group(group) => {
            json!([
                group.times,
                group.rest.unwrap_or_default(),
                group.steps.iter().map(step).collect::<Value>()
            ])
        }
    };
    let settings: Value = settings(routine).into_iter().map(lettered).collect();
    json!([settings, routine.blocks.iter().map(block).collect::<Value>()])
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_links_are_as_short_as_promised() {
        super::run().unwrap();
    }
}
