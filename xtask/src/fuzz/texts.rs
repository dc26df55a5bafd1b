//! `fuzz texts`: texts of routines as long as may be read, put together by chance from what the notation knows.
//!
//! Decides: which pieces there are, and what must hold of whatever is read: it is within the limits of `docs/notation.md`, and
//! written as it reads. Prints how long reading takes, which is not judged here: a busy machine would be as well; a text that
//! seems to take long is read again, and the quickest time counts.

use std::panic;
use std::time::Instant;

use domain::chance::Chance;
use domain::routine::{Block, PRESETS, Routine, notation};
use domain::session::Timeline;
use domain::time::Millis;

use super::{Outcome, chance_of, spread, told};

/// The longest text that is read, in characters.
const LONGEST: usize = 8192;
/// Reading that seems to take longer, in milliseconds, is measured again.
const SUSPECT: f64 = 1.0;

const PIECES: &[&str] = &[
    "1/",
    "/",
    ".",
    "~",
    "-",
    "_",
    "%",
    "%25",
    "%2F",
    "#",
    "x",
    "20x",
    "/20x",
    "/end",
    "/warm",
    "/cool",
    ".20x",
    "/plank",
    "/superman",
    "/side-plank",
    "/moonwalk",
    "/~a",
    "/~%F0%9F%A7%98",
    ".3600s",
    ".999",
    ".20x3600s",
    ".done",
    ".l",
    ".each",
    ".as-plank",
    ".back",
    ".t1-1-1-1-1-1-1-1",
    ".999kg",
    ".heavy",
    ".r3600",
    ".~note",
    "/i30",
    "/g10",
    "/r3600",
    "/at20261127t1800z",
    "/q7",
    ".k9",
    "99999999999999999999",
    "\u{202e}",
    "\u{301}",
    "\u{0}",
    "é",
    " ",
    "\n",
    "https://e.org/#",
];

/// Reads `count` of them, which follow from `seed`.
pub(super) fn run(count: u64, seed: u64) -> Outcome {
    let mut found = Vec::new();
    let mut took: Vec<f64> = Vec::new();
    let mut longest = (0.0, String::new());
    for number in 0..count {
        let text = any(&mut chance_of(seed, number));
        match panic::catch_unwind(|| timed(&text)) {
            Ok((milliseconds, routine)) => {
                took.push(milliseconds);
                if milliseconds > longest.0 {
                    longest = (milliseconds, text.chars().take(40).collect());
                }
                if let Err(why) = holds(&routine) {
                    found.push(format!("{number}: {why}: {text:?}"));
                }
            }
            Err(_) => found.push(format!("{number}: panic: {text:?}")),
        }
    }
    let [middle, p99, most] = spread(took);
    println!(
        "{count} texts of up to {LONGEST} characters; one is read in {middle:.2} ms (p50), {p99:.2} (p99), {most:.2} at most ({:?} …); seed {seed}",
        longest.1
    );
    told(&found)
}

/// How long it takes to read a text, and what it says.
fn timed(text: &str) -> (f64, Routine) {
    let once = || {
        let begun = Instant::now();
        let routine = notation::read(text).routine;
        (begun.elapsed().as_secs_f64() * 1000.0, routine)
    };
    let (mut least, routine) = once();
    if least > SUSPECT {
        least = (0..5).map(|_| once().0).fold(least, f64::min);
    }
    (least, routine)
}

/// Many pieces, or one of them over and over; sometimes in the middle of a routine that is whole.
fn any(chance: &mut Chance) -> String {
    let mut text = match chance.below(4) {
        0 => String::new(),
        1 => chance.pick(PRESETS).map(|preset| preset.text.to_owned()).unwrap_or_default(),
        _ => "1/T/".to_owned(),
    };
    let few: Vec<&str> = (0..=chance.below(6)).filter_map(|_| chance.pick(PIECES).copied()).collect();
    let length = 1 + chance.below(LONGEST);
    while text.chars().count() < length {
        // A dozen at once: counting letters is not what is measured.
        for _ in 0..12 {
            text.push_str(chance.pick(&few).copied().unwrap_or("/"));
        }
    }
    text.chars().take(LONGEST).collect()
}

/// What every routine that was read keeps to.
fn holds(routine: &Routine) -> Result<(), String> {
    let written = notation::write(routine);
    if notation::read(&written).routine != *routine {
        return Err(format!("written as {written}"));
    }
    if written.len() > LONGEST {
        return Err(format!("written in {} letters", written.len()));
    }
    let (steps, timeline) = (routine.steps().count(), Timeline::of(routine, Millis::ZERO));
    if steps > 200 || timeline.phases().len() > 2000 + 1 || timeline.total() > Millis::seconds(6 * 3600) {
        return Err(format!("{steps} steps, {} phases, {:?}", timeline.phases().len(), timeline.total()));
    }
    let rounds = routine.blocks.iter().map(Block::times).max().unwrap_or(1);
    let letters =
        routine.steps().map(|step| step.note.chars().count()).chain([routine.title.chars().count()]).max();
    if rounds > 20 || letters > Some(60) {
        return Err(format!("{rounds} rounds, a text of {letters:?} letters"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn some_hundred_texts_keep_the_limits() {
        super::run(300, 1).unwrap();
    }
}
