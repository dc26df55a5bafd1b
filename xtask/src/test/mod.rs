//! `test`: everything that must hold before a change is done, the cheapest first. It stops at the first failure.
//!
//! Each part can be named to run alone: `cargo xtask test rules`.

pub mod tally;
pub mod weight;

use std::fs;
use std::process::Command;

use crate::build::whereabouts::Where;
use crate::failure::{Doing, Failure, Outcome};
use crate::progress::{Progress, seconds};
use crate::{engines, place, process, serve, tools};

/// A part: its name, what it is for, and how it is done. It gives back how many things it looked at.
type Part = (&'static str, &'static str, fn() -> Outcome<usize>);

/// In the order in which they run.
const PARTS: [Part; 11] = [
    ("format", "every file is formatted", format),
    ("lint", "no lint of any package", lint),
    ("rules", "the rules keep their promises", || tested("domain")),
    ("app", "architecture, words, pages and parts", || tested("evenkeel")),
    ("commands", "these very commands", || tested("xtask")),
    ("screens", "what stands in each page before the program is", || tested("render")),
    ("maps", "the documentation's links lead somewhere", maps),
    ("wasm", "the program compiles for the browser without a lint", wasm),
    ("build", "the release site", built),
    ("size", "its weight is within the budget", || weight::check().map(|()| 1)),
    ("browsers", "stories in Chromium, Firefox and WebKitGTK", browsers),
];

/// The names of all parts, for the help.
pub fn names() -> Vec<&'static str> {
    PARTS.iter().map(|(name, ..)| *name).collect()
}

/// The command: runs the parts with these names, or all when there are none.
pub fn run(asked: &[String]) -> Outcome {
    if let Some(unknown) = asked.iter().find(|name| !names().contains(&name.as_str())) {
        return Err(Failure::new(format!("no part is called `{unknown}`: there are {}", names().join(", "))));
    }
    let parts: Vec<_> =
        PARTS.iter().filter(|(name, ..)| asked.is_empty() || asked.iter().any(|a| a == name)).collect();
    let mut progress = Progress::of(parts.len());
    let mut passed = 0;
    for (name, purpose, work) in parts {
        let outcome = progress.step(&format!("{name}: {purpose}"), work);
        passed += outcome.map_err(|failure| {
            Failure::new(format!(
                "{failure}\n{passed} passed, then `{name}` failed (alone: cargo xtask test {name})"
            ))
        })?;
    }
    println!("all of it took {}", seconds(progress.elapsed()));
    println!("{passed} passed, 0 failed");
    Ok(())
}

fn format() -> Outcome<usize> {
    process::run(process::cargo().args(["fmt", "--all", "--check"]))?;
    Ok(1)
}

fn lint() -> Outcome<usize> {
    process::run(process::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    Ok(1)
}

fn tested(package: &str) -> Outcome<usize> {
    tally::run(process::cargo().args(["test", "--package", package]))
}

fn maps() -> Outcome<usize> {
    let mut command = process::cargo();
    command.args(["doc", "--no-deps", "--package", "domain", "--package", "evenkeel", "--lib"]);
    process::run(&mut command)?;
    Ok(1)
}

fn wasm() -> Outcome<usize> {
    tools::ensure_target()?;
    let mut command = process::cargo();
    command.args(["clippy", "--package", "evenkeel", "--lib", "--bins", "--target", tools::TARGET]);
    process::run(command.args(["--", "-D", "warnings"]))?;
    Ok(1)
}

/// The site for the later parts: at the top of a host, whatever was built before.
fn built() -> Outcome<usize> {
    serve::fresh(&Where::top())?;
    Ok(1)
}

/// Every story in every engine, one browser at a time: two on two cores wait for each other. What measures time runs last.
fn browsers() -> Outcome<usize> {
    let driver = engines::ensure()?;
    tools::ensure_packages()?;
    let (timed, others): (Vec<_>, Vec<_>) = stories()?.into_iter().partition(|name| name == "pace");
    let mut passed = 0;
    for names in [others, timed] {
        if names.is_empty() {
            continue;
        }
        let mut command: Command = process::cargo();
        command.env("EVENKEEL_GECKODRIVER", &driver).env("EVENKEEL_DIST", place::dist());
        command.args(["test", "--package", "browsers"]);
        command.args(names.iter().flat_map(|name| ["--test", name]));
        passed += tally::run(command.args(["--", "--test-threads", "1"]))?;
    }
    Ok(passed)
}

/// The files of stories, by name.
fn stories() -> Outcome<Vec<String>> {
    let folder = place::at("tests/browsers/tests");
    let mut names = Vec::new();
    for entry in fs::read_dir(&folder).doing(|| format!("list {}", folder.display()))? {
        let name = entry?.file_name();
        names.extend(name.to_str().and_then(|name| name.strip_suffix(".rs")).map(str::to_owned));
    }
    names.sort();
    Ok(names)
}
