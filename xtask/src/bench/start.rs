//! `bench start`: how long somebody waits who has the site already.

use std::path::Path;

use serde_json::json;

use super::{judge, measure, median, within};
use crate::failure::Outcome;

/// How often each is measured; the run in the middle counts.
const RUNS: usize = 5;

/// What is measured, in words, and the most that it may take in milliseconds.
const BARS: [(&str, &str, f64); 2] = [
    ("press", "from a press of Start to the first frame of the session", 100.0),
    ("cold", "opened offline, processor four times slower, until it can be used", 400.0),
];

/// Measures, prints, and fails when a bar is missed.
pub(super) fn run(folder: &Path) -> Outcome {
    let runs = measure(folder, "start.js", json!({ "runs": RUNS }))?;
    let mut missed = Vec::new();
    for (what, words, most) in BARS {
        let of_this = runs.iter().filter(|run| run["what"] == what);
        let took: Vec<_> = of_this.filter_map(|run| run["took"].as_f64()).collect();
        let all: Vec<_> = took.iter().map(|took| format!("{took:.0}")).collect();
        let middle = median(took);
        println!("{words}: {middle:.0} ms of {most} ({})", all.join(", "));
        if !within(middle, most) {
            missed.push(format!("{words}: {middle:.0} ms, at most {most}"));
        }
    }
    judge(&missed)
}
