//! `bench memory`: what fifty years of sessions cost, in Chromium and Firefox, beside the same sessions as one JSON text.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use domain::history::{Record, line};
use domain::time::Moment;
use serde_json::{Value, json};

use super::{history, judge, measure, median, within};
use crate::engines;
use crate::failure::{Doing, Outcome};

/// About fifty years of exercise every other day.
const SESSIONS: u32 = 10_000;
/// How often each is measured; the run in the middle counts.
const RUNS: usize = 5;
/// The most that a session may take on average, key and line together, in UTF-16 units.
const MOST_UNITS: f64 = 160.0;

/// What is measured, against which baseline, in words, and the most that it may be in milliseconds.
const BARS: [(&str, Option<&'static str>, &str, f64); 3] = [
    ("long", Some("none"), "the start is there later than without any session by", 80.0),
    ("history", None, "from a press to the list of sessions", 150.0),
    ("save", None, "keeping one more, from the press to its line read back", 5.0),
];

/// Measures, prints, and fails when a bar is missed.
pub(super) fn run(folder: &Path) -> Outcome {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).doing(|| "read the clock".to_owned())?;
    let lines = history::of(SESSIONS, Moment(now.as_millis() as u64));
    let mut missed = Vec::new();
    let units: usize = lines.iter().map(|(key, text)| units(key) + units(text)).sum();
    let each = units as f64 / f64::from(SESSIONS);
    let blob = Value::Array(lines.iter().filter_map(|(key, text)| object(key, text)).collect()).to_string();
    println!(
        "{SESSIONS} sessions: {each:.0} units each of {MOST_UNITS}, {units} in all; as one JSON text {}",
        self::units(&blob)
    );
    if !within(each, MOST_UNITS) {
        missed.push(format!("{each:.0} units a session, at most {MOST_UNITS}"));
    }
    let firefox = engines::ensure_firefox()?;
    let asked = json!({ "runs": RUNS, "lines": lines, "blob": blob, "firefox": firefox.to_string_lossy() });
    let runs = measure(folder, "memory.js", asked)?;
    for engine in ["chromium", "firefox"] {
        let of = |what: &'static str| {
            runs.iter().filter(move |run| run["engine"] == engine && run["what"] == what)
        };
        let took = |what: &'static str| median(of(what).filter_map(|run| run["took"].as_f64()).collect());
        println!(
            "{engine}: start with none {:.0} ms, with three {:.0} ms, with all {:.0} ms",
            took("none"),
            took("few"),
            took("long")
        );
        for (what, beside, words, most) in BARS {
            let figure = took(what) - beside.map_or(0.0, took);
            println!("{engine}: {words} {figure:.1} ms of {most}");
            if !within(figure, most) {
                missed.push(format!("{engine}: {words} {figure:.1} ms, at most {most}"));
            }
        }
        for run in of("save").filter(|run| run["old"] != 0 || run["records"] != 1) {
            missed.push(format!("{engine}: other records were written: {run}"));
        }
        for run in of("blob") {
            let place = if run["fits"] == true { "fits" } else { "does not fit into the storage" };
            println!(
                "{engine}: as one JSON text: read {:.0} ms, one more written {:.0} ms; it {place}",
                run["read"].as_f64().unwrap_or(f64::NAN),
                run["save"].as_f64().unwrap_or(f64::NAN),
            );
        }
    }
    judge(&missed)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A session as programs usually keep it.
fn object(key: &str, text: &str) -> Option<Value> {
    let record: Record = line::read(key.rsplit(':').next()?, text).ok()?;
    let sets = record.sets.iter().map(|set| {
        json!({
            "exercise": format!("{:?}", set.action),
            "side": set.side.map(domain::catalogue::Side::slug),
            "reps": set.reps,
            "seconds": set.seconds.as_seconds(),
            "intensity": set.intensity,
        })
    });
    Some(json!({
        "id": record.id.as_str(),
        "start": record.started.0,
        "offset": record.offset,
        "routine": record.routine,
        "title": record.title,
        "active": record.active.as_seconds(),
        "complete": record.complete,
        "sets": sets.collect::<Vec<_>>(),
        "effort": record.effort,
        "backBefore": record.back_before,
        "backAfter": record.back_after,
        "note": record.note,
    }))
}
