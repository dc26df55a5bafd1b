//! `fuzz`: stored lines as no app ever wrote them, read by the rules that read what a person keeps.
//!
//! Decides: how whole lines are harmed, and what must hold all the same: no reader panics, and whatever reads is written as
//! a line that reads as the same again. Half of the harmed lines are sealed anew, so that what is behind the checksum
//! meets them too. Every line follows from the seed and its number: what is found once is found again. Deliberately does not know
//! keys nor files; those are the store's own tests.

mod texts;
mod wishes;

use std::panic;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use domain::chance::Chance;
use domain::history::line as record;
use domain::line;
use domain::routine::{PRESETS, notation};
use domain::session::{Event, Session};
use domain::settings::Settings;
use domain::time::Moment;

use crate::failure::{Failure, Outcome};
use crate::{place, process};

/// How many lines there are where no number is asked for.
pub const USUAL: u64 = 1_000_000;

/// What the rules are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Stored lines and texts of routines.
    Lines,
    /// Texts of routines, as long as may be read.
    Texts,
    /// Wishes for a routine made to measure.
    Wishes,
}

impl What {
    const fn name(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Texts => "texts",
            Self::Wishes => "wishes",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Lines, Self::Texts, Self::Wishes].into_iter().find(|what| what.name() == name)
    }
}

/// How many findings are told; one is mostly enough to begin with.
const MOST_TOLD: usize = 10;

/// What a line is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Record,
    Routine,
    Settings,
    Live,
}

/// A whole line, and the key or id that it is kept under.
#[derive(Clone, Debug)]
struct Whole {
    kind: Kind,
    id: String,
    text: String,
}

/// What came of some lines.
#[derive(Debug, Default)]
struct Tally {
    lines: u64,
    read: u64,
    found: Vec<String>,
}

/// The command: has the rules compiled for speed, but with every check of arithmetic, and harms `count` lines that
/// follow from `seed` there.
pub fn run(what: What, count: u64, seed: u64) -> Outcome {
    let mut command = process::cargo();
    command.args([
        "--config",
        "profile.dev.package.domain.opt-level=3",
        "run",
        "--quiet",
        "--package",
        "xtask",
        "--",
    ]);
    command.args(["fuzz", what.name(), "--here", &count.to_string(), "--seed", &seed.to_string()]);
    process::run(&mut command)
}

/// The same with the rules as they were compiled for this very program.
pub fn run_here(what: What, count: u64, seed: u64) -> Outcome {
    match what {
        What::Lines => lines(count, seed),
        What::Texts => texts::run(count, seed),
        What::Wishes => wishes::run(count, seed),
    }
}

fn lines(count: u64, seed: u64) -> Outcome {
    let whole = whole()?;
    // A panic is told with its line, not where it happens to come up.
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let begun = Instant::now();
    let tally = Mutex::new(Tally::default());
    let hands = thread::available_parallelism().map_or(1, |hands| hands.get() as u64);
    thread::scope(|scope| {
        for hand in 0..hands {
            let (whole, tally) = (&whole, &tally);
            scope.spawn(move || {
                let mine = some(whole, seed, (hand..count).step_by(hands as usize));
                if let Ok(mut all) = tally.lock() {
                    all.lines += mine.lines;
                    all.read += mine.read;
                    all.found.extend(mine.found);
                }
            });
        }
    });
    panic::set_hook(usual);
    let seconds = begun.elapsed().as_secs_f64();
    let tally = tally.into_inner().unwrap_or_default();
    println!(
        "{} harmed lines in {seconds:.0} s ({:.0} a second), of which {} still read; seed {seed}",
        tally.lines,
        tally.lines as f64 / seconds.max(0.001),
        tally.read,
    );
    told(&tally.found)
}

/// How long something took in the middle, at its 99th percentile, and at most, in milliseconds.
fn spread(mut took: Vec<f64>) -> [f64; 3] {
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took.get((took.len() as f64 * share) as usize).copied().unwrap_or(f64::NAN);
    [at(0.5), at(0.99), took.last().copied().unwrap_or(f64::NAN)]
}

/// Tells some of what was found; a failure where anything was.
fn told(found: &[String]) -> Outcome {
    for found in found.iter().take(MOST_TOLD) {
        println!("{found}");
    }
    match found.len() {
        0 => Ok(()),
        found => Err(Failure::new(format!("{found} do not keep the promise"))),
    }
}

/// Harms and reads the lines with these numbers.
fn some(whole: &[Whole], seed: u64, numbers: impl Iterator<Item = u64>) -> Tally {
    let mut tally = Tally::default();
    for number in numbers {
        let mut chance = chance_of(seed, number);
        let harmed = harmed(whole, &mut chance);
        tally.lines += 1;
        match panic::catch_unwind(|| check(&harmed)) {
            Ok(Ok(true)) => tally.read += 1,
            Ok(Ok(false)) => {}
            Ok(Err(why)) => tally.found.push(format!("{number}: {why}: {harmed:?}")),
            Err(_) => tally.found.push(format!("{number}: panic: {harmed:?}")),
        }
    }
    tally
}

/// Whether the line reads; what it broke, if it did.
fn check(Whole { kind, id, text }: &Whole) -> Result<bool, String> {
    let same = |is_same: bool, what: String| if is_same { Ok(true) } else { Err(what) };
    match kind {
        Kind::Record => {
            let Ok(read) = record::read(id, text) else { return Ok(false) };
            // What else is done with whatever was read.
            let _ = (read.plan(), read.day(), read.work());
            let written = record::write(&read);
            same(record::read(id, &written).as_ref() == Ok(&read), format!("written as {written}"))
        }
        Kind::Routine => {
            let read = notation::read(text).routine;
            let written = notation::write(&read);
            same(notation::read(&written).routine == read, format!("written as {written}"))
        }
        Kind::Settings => {
            let (read, problems) = Settings::read(text);
            let written = read.write();
            let is_same = Settings::read(&written) == (read, Vec::new());
            same(is_same, format!("written as {written}")).map(|_| problems.is_empty())
        }
        Kind::Live => {
            let Ok(mut read) = Session::read(text) else { return Ok(false) };
            let written = read.write();
            let is_same = Session::read(&written).as_ref() == Ok(&read);
            let now = Moment(1_788_343_700_000);
            read.revive(now);
            let _ = (read.face(now), read.cues(now), read.sets(now), read.update(now, Event::End));
            same(is_same, format!("written as {written}"))
        }
    }
}

/// One line, harmed once or more.
fn harmed(whole: &[Whole], chance: &mut Chance) -> Whole {
    let Some(mut line) = chance.pick(whole).cloned() else { return nothing() };
    let is_sealed_anew = chance.below(2) == 0;
    for _ in 0..=chance.below(4) {
        let other = chance.pick(whole).map(|other| other.text.clone()).unwrap_or_default();
        line.text = harm(&line.text, &other, chance);
    }
    if is_sealed_anew && line.kind != Kind::Routine {
        line.text = sealed(&line);
    }
    line
}

fn nothing() -> Whole {
    Whole { kind: Kind::Routine, id: String::new(), text: String::new() }
}

/// The line with the checksum of what it now says.
fn sealed(Whole { kind, id, text }: &Whole) -> String {
    let mut parts = text.splitn(3, '|');
    let (version, _, body) = (parts.next(), parts.next(), parts.next().unwrap_or(text));
    let fields: Vec<String> = body.split('|').map(str::to_owned).collect();
    match (kind, version) {
        (Kind::Record, Some("2")) => line::seal_as(record::VERSION, id, &fields),
        _ => line::seal(&fields),
    }
}

/// What stands between things, or begins something, in one form or another.
const SIGNS: &[&str] = &[
    "|",
    ",",
    ";",
    ":",
    "=",
    "/",
    ".",
    "*",
    "~",
    "%",
    "@",
    "!",
    "+",
    "-",
    "-1",
    "0",
    "99999999999999999999",
    "x",
    "(",
    ")",
    "%7c",
    "%zz",
    "~F",
    "é",
    "\u{202e}",
    "\u{0}",
    "\n",
    "m",
    "b",
    "l",
    "r",
    "k",
    "u",
    "n=",
    "t=",
    "d=",
    "r=",
    "s=",
    "e=",
    "v=0",
    "x",
    "18446744073709551615",
    "4294967296",
    "65536",
    "s",
    "p",
    "1/",
    "@the-five.2p",
    "/i1",
    "2x",
    "/warm",
    "/cool",
    "/end",
    ".each",
    ".as-plank",
    ".~a",
    "/at20261127t1800z",
];

/// One change to a text.
fn harm(text: &str, other: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = text.chars().collect();
    let (at, to) = (chance.below(letters.len() + 1), chance.below(letters.len() + 1));
    let (from, to) = (at.min(to), at.max(to));
    let part =
        |range: std::ops::Range<usize>| letters.get(range).unwrap_or_default().iter().collect::<String>();
    let (before, after) = (part(0..at), part(at..letters.len()));
    match chance.below(8) {
        0 => before,
        // A bit of a letter; what is no letter then is what a browser would make of it.
        1 => {
            let mut bytes = text.as_bytes().to_vec();
            let place = chance.below(bytes.len());
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 1 << chance.below(8);
            }
            String::from_utf8_lossy(&bytes).into_owned()
        }
        // The beginning of one line, the end of another.
        2 => {
            let theirs: Vec<char> = other.chars().collect();
            let place = chance.below(theirs.len() + 1);
            before + &theirs.get(place..).unwrap_or_default().iter().collect::<String>()
        }
        3 => digits(text, chance),
        4 | 5 => [&before, *chance.pick(SIGNS).unwrap_or(&""), &after].concat(),
        // A piece is lost, or there twice.
        6 => part(0..from) + &part(to..letters.len()),
        _ => part(0..to) + &part(from..letters.len()),
    }
}

/// Another digit for one of the digits.
fn digits(text: &str, chance: &mut Chance) -> String {
    let places: Vec<usize> =
        text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(at, _)| at).collect();
    let mut bytes = text.as_bytes().to_vec();
    let digit = b'0' + chance.below(10) as u8;
    if let Some(byte) = chance.pick(&places).and_then(|&at| bytes.get_mut(at)) {
        *byte = digit;
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whole lines of every kind and every form: those that were ever released, and those of the built-in routines.
fn whole() -> Outcome<Vec<Whole>> {
    let archive = |name: &str| {
        let path = place::at(&format!("tests/golden/archives/{name}"));
        std::fs::read_to_string(&path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    };
    let of = |kind, id: &str, text: &str| Whole { kind, id: id.to_owned(), text: text.to_owned() };
    let mut all = Vec::new();
    for text in archive("records-1.txt")?.lines() {
        let id = text.split('|').find_map(|field| field.strip_prefix("id=")).unwrap_or_default();
        all.push(of(Kind::Record, id, text));
    }
    for (id, text) in archive("records-2.txt")?.lines().filter_map(|line| line.split_once('=')) {
        all.push(of(Kind::Record, id, text));
    }
    all.extend(archive("live-1.txt")?.lines().map(|text| of(Kind::Live, "", text)));
    all.extend(archive("settings-1.txt")?.lines().map(|text| of(Kind::Settings, "", text)));
    all.extend(PRESETS.iter().map(|preset| of(Kind::Routine, "", preset.text)));
    Ok(all)
}

/// What becomes of the line with this number follows from the seed.
const fn chance_of(seed: u64, number: u64) -> Chance {
    Chance::of(seed.rotate_left(32) ^ number.wrapping_mul(0xd134_2543_de82_ef95))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_thousand_harmed_lines_keep_the_promise() {
        let whole = whole().unwrap();
        assert!(whole.iter().all(|line| check(line) == Ok(true)), "they are whole at first");
        let tally = some(&whole, 1, 0..3000);
        assert_eq!(tally.found, Vec::<String>::new());
        assert!(tally.read > 300, "some still read: {}", tally.read);
    }
}
