//! Every link that was ever released still opens, and still means the same.
//!
//! `tests/golden/links` holds one file for each: the link in the first line, below it what the routine is. A file is
//! added when the notation learns something and with every new built-in routine; **none is ever changed or removed**,
//! because someone may have sent that link to a friend. The examples of `docs/notation.md` are held to the page too.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a failed helper is a failed test")]

use std::fmt::Write;
use std::path::Path;

use domain::routine::notation::{self, Reading};
use domain::routine::{Block, Dose, Feel, Group, Move, OwnMove, PRESETS, Part, Routine, Step};
use expect_test::expect_file;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/links");

/// What a reading says, in words that do not depend on how it is written.
fn told(reading: &Reading) -> String {
    let Reading { routine, problems } = reading;
    let mut text = format!("title: {}\n", routine.title);
    let Routine { ready, every, change, rest, start, blocks, unknown, title: _ } = routine;
    for (name, seconds) in [("get ready", ready), ("every step", every), ("change", change), ("rest", rest)] {
        if let Some(seconds) = seconds {
            writeln!(text, "{name}: {seconds} s").unwrap();
        }
    }
    if let Some(start) = start {
        writeln!(text, "starts at minute {} since 1970", start.0 / 60_000).unwrap();
    }
    for setting in unknown {
        writeln!(text, "unknown setting: {setting}").unwrap();
    }
    for block in blocks {
        match block {
            Block::Step(step) => writeln!(text, "- {}", step_told(step)).unwrap(),
            Block::Group(Group { part, times, rest, steps, unknown }) => {
                let part = if *part == Part::Main { String::new() } else { format!("{}: ", part.slug()) };
                let rest = rest.map_or(String::new(), |rest| format!(", {rest} s between"));
                writeln!(text, "- {part}{times} rounds{rest}{}", listed(unknown)).unwrap();
                for step in steps {
                    writeln!(text, "  - {}", step_told(step)).unwrap();
                }
            }
        }
    }
    for problem in problems {
        writeln!(text, "! {} at {}", problem.kind.slug(), problem.at).unwrap();
    }
    text
}

fn own_told(own: &OwnMove) -> String {
    let OwnMove { name, region, each_side, figure } = own;
    let mut text = format!("\"{name}\"");
    if let Some(region) = region {
        write!(text, " of the {}", region.slug()).unwrap();
    }
    if *each_side {
        text.push_str(" on each side");
    }
    if let Some(figure) = figure {
        write!(text, " looking like {}", figure.slug()).unwrap();
    }
    text
}

fn step_told(step: &Step) -> String {
    let Step { action, dose, sets, side, rest, tempo, load, note, unknown } = step;
    let name = match action {
        Move::Known(exercise) => exercise.slug().to_owned(),
        Move::Custom(own) => own_told(own),
        Move::Unknown(slug) => return format!("unknown {slug}{}", listed(unknown)),
    };
    let dose = match dose {
        Dose::Reps(reps) => format!("{reps} times"),
        Dose::Seconds(seconds) => format!("{seconds} s"),
        Dose::UntilDone(aim) => format!("until done, about {aim}"),
    };
    let mut text = format!("{name}, {sets} of {dose}");
    if let Some(side) = side {
        write!(text, ", {side:?} only").unwrap();
    }
    if let Some(rest) = rest {
        write!(text, ", rest {rest} s").unwrap();
    }
    if let Some(tempo) = tempo {
        write!(text, ", tempo {tempo:?}").unwrap();
    }
    if load.feel != Feel::Usual {
        write!(text, ", {:?}", load.feel).unwrap();
    }
    if let Some(weight) = load.weight {
        write!(text, ", {weight:?}").unwrap();
    }
    if !note.is_empty() {
        write!(text, ", note \"{note}\"").unwrap();
    }
    text + &listed(unknown)
}

fn listed(unknown: &[String]) -> String {
    if unknown.is_empty() { String::new() } else { format!(", unknown: {}", unknown.join(" ")) }
}

fn released() -> Vec<(String, String)> {
    let files = std::fs::read_dir(FOLDER).unwrap().map(|file| file.unwrap().path());
    let mut links: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path.display().to_string(), text.lines().next().unwrap_or_default().to_owned())
        })
        .collect();
    links.sort();
    links
}

#[test]
fn every_released_link_means_what_it_always_meant() {
    let links = released();
    assert!(links.len() >= 20, "links must never be removed");
    for (path, link) in links {
        let told = told(&notation::read(&link));
        expect_file![Path::new(&path)].assert_eq(&format!("{link}\n\n{told}"));
    }
}

#[test]
fn every_built_in_routine_is_among_the_released_links() {
    let links = released();
    for preset in PRESETS {
        let is_released = links.iter().any(|(_, link)| link.ends_with(preset.text));
        assert!(is_released, "add a file to tests/golden/links for {}", preset.slug);
    }
}

/// The lines of the fenced blocks of the page that are tagged like that.
fn examples(tag: &str) -> Vec<String> {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/notation.md")).unwrap();
    let mut lines = Vec::new();
    let mut is_inside = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(found) => is_inside = found == tag,
            None if is_inside => lines.push(line.to_owned()),
            None => {}
        }
    }
    lines
}

#[test]
fn the_examples_of_the_page_are_written_as_they_are_read() {
    let examples = examples("routine");
    assert!(examples.len() >= 6);
    for text in examples {
        let reading = notation::read(&text);
        assert_eq!(reading.problems, [], "{text}");
        assert_eq!(notation::write(&reading.routine), text);
    }
}

#[test]
fn the_page_says_what_is_made_of_a_text_that_is_not_quite_right() {
    let lines = examples("lenient");
    let given: Vec<_> = lines.iter().filter(|line| !line.starts_with(['=', '!'])).collect();
    assert!(given.len() >= 6);
    let mut expected = Vec::new();
    for text in given {
        let reading = notation::read(text);
        expected.push(text.clone());
        expected.push(format!("= {}", notation::write(&reading.routine)));
        expected.extend(reading.problems.iter().map(|problem| format!("! {problem}")));
    }
    assert_eq!(lines, expected, "docs/notation.md should read:\n{}", expected.join("\n"));
}
