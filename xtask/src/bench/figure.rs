//! `bench figure`: what a moving figure costs, beside the same page while it rests.

use std::path::Path;

use serde_json::json;

use super::{judge, measure, within};
use crate::failure::Outcome;

/// Figures with many parts, muscles and things.
const EXERCISES: [&str; 4] = ["bird-dog", "deadlift", "hip-thrust", "russian-twist"];
/// The most that a frame may cost in the program, in milliseconds.
const MOST: f64 = 0.5;
/// The fewest frames a second that a list may hold on a processor four times slower, with six of its cards moving.
const FEWEST: f64 = 58.0;

/// Measures, prints, and fails when a bar is missed.
pub(super) fn run(folder: &Path) -> Outcome {
    let mut missed = Vec::new();
    for run in measure(folder, "figure.js", json!({ "exercises": EXERCISES }))? {
        let figure = |name: &str| run[name].as_f64().unwrap_or(f64::NAN);
        let (moving, resting) = (figure("moving"), figure("resting"));
        if run["what"] == "frame" {
            let name = run["exercise"].as_str().unwrap_or_default();
            println!("{name}: {moving:.3} ms of the program a frame, {resting:.3} while it rests, of {MOST}");
            if !within(moving, MOST) {
                missed.push(format!("{name}: {moving:.3} ms a frame, at most {MOST}"));
            }
        } else {
            println!(
                "list of {} cards, {} of them moving, processor four times slower: {moving:.1} frames a second, {resting:.1} at \
                 rest, at least {FEWEST}",
                run["cards"], run["moved"]
            );
            if !within(FEWEST, moving) || run["moved"] != 6 {
                missed.push(format!("{moving:.1} frames a second, at least {FEWEST}"));
            }
        }
    }
    judge(&missed)
}
