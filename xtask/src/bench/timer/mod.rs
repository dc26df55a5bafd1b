//! `bench timer`: how exactly the cues of a session are heard, beside a plain timer in the same page.
//!
//! Decides: which conditions are measured in which engine, for how long, and what may be missed. A session is opened by its link,
//! started by a press, and heard twice: its samples as they leave the program's own sound graph, and a recording of what the
//! browser plays, where there is a sound server to record. Deliberately does not know how a browser is driven
//! (`xtask/bench/timer.js`), nor where a note begins in samples ([`recording`], `xtask/bench/timer/onsets.js`).
//!
//! In reading order: `plan` (what is due), `noted` (what the page noted, against that), `recording` (the same for what was
//! recorded), `spread` (what many latenesses come to), `table` (a line for each run).

mod noted;
mod plan;
mod recording;
mod spread;
mod table;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::{Asked, judge, measure, median, within};
use crate::failure::{Doing, Outcome};
use crate::{engines, place};
use noted::Noted;
use plan::Plan;
use recording::Recording;
use table::Row;

/// The engines, each on its own.
const ENGINES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// A condition, what burdens the page under it, how many seconds it lasts, also when everything is to be short, and how long of
/// it at either end the page is seen.
const CONDITIONS: [(&str, &str, u32, u32, u32); 4] = [
    ("idle", "idle", 495, 35, 0),
    ("tasks", "tasks", 120, 35, 0),
    ("blocked", "blocked", 119, 39, 0),
    ("hidden", "idle", 450, 76, 15),
];
/// What only Chromium can be put through.
const CHROMIUM: [(&str, &str, u32, u32, u32); 2] =
    [("slow", "idle", 120, 35, 0), ("frozen", "idle", 90, 70, 15)];

/// How long it may take to lay an hour of cues, in milliseconds, where that is promised.
const LAYING: [(&str, f64); 2] = [("chromium", 20.0), ("firefox", 100.0)];
/// The most samples that a note may be from its place.
const SAMPLES: f64 = 1.0;
/// How far from on time 95 of 100 cues may be in Chromium's recording, in milliseconds.
const RECORDED: f64 = 3.0;
/// How far from the clock a session may stand that was hidden, in milliseconds.
const STANDS: f64 = 500.0;
/// How far sound and page may part in eight minutes, in milliseconds.
const DRIFT: f64 = 20.0;

/// Measures, prints, and fails when a bar is missed.
pub(super) fn run(folder: &Path, asked: &Asked) -> Outcome {
    let geckodriver = engines::ensure()?;
    let firefox = engines::ensure_firefox()?;
    let recordings = place::workings("timer");
    fs::create_dir_all(&recordings).doing(|| format!("make {}", recordings.display()))?;
    let mut missed = Vec::new();
    table::explain();
    for engine in asked.of(&ENGINES) {
        let told = json!({
            "engine": engine,
            "firefox": firefox.to_string_lossy(),
            "geckodriver": geckodriver.to_string_lossy(),
            "folder": recordings.to_string_lossy(),
            "runs": runs(engine, asked),
        });
        let said = measure(folder, "timer.js", told)?;
        table::head(engine);
        for said in &said {
            match said["what"].as_str().unwrap_or_default() {
                "note" => println!("      {}", said["text"].as_str().unwrap_or_default()),
                what if said["why"].is_string() => {
                    println!("{what}: not measured: {}", said["why"].as_str().unwrap_or_default());
                    missed.push(format!("{engine} {what}: not measured"));
                }
                "laying" => laying(engine, said, &mut missed),
                "carriers" => table::carriers(said),
                what => session(engine, what, said, &mut missed),
            }
        }
    }
    // Only what could not be judged is kept.
    let _ = fs::remove_dir_all(&recordings);
    judge(&missed)
}

/// What the script is to do in this engine.
fn runs(engine: &str, asked: &Asked) -> Vec<Value> {
    let is_quick = asked.is_quick;
    let plan = Plan::eight_minutes();
    let seconds: Vec<u32> = plan.cues().into_keys().collect();
    let of_chromium = if engine == "chromium" { &CHROMIUM[..] } else { &[] };
    let conditions = CONDITIONS.iter().chain(of_chromium);
    let mut runs: Vec<_> = conditions
        .map(|&(name, burden, whole, short, before)| {
            json!({
                "name": name,
                "burden": burden,
                "seconds": if is_quick { short } else { whole },
                "before": before.min(if is_quick { 8 } else { before }),
                "routine": plan.text(),
                "cues": seconds,
            })
        })
        .collect();
    if LAYING.iter().any(|bar| bar.0 == engine) {
        let times = if is_quick { 3 } else { 5 };
        runs.push(json!({ "name": "laying", "times": times, "routine": Plan::hour().text() }));
    }
    if engine == "chromium" {
        runs.push(
            json!({ "name": "carriers", "seconds": if is_quick { 150 } else { 480 }, "isQuick": is_quick }),
        );
    }
    let all: Vec<_> = runs.iter().filter_map(|run| run["name"].as_str()).collect();
    let wanted: Vec<_> = asked.of(&all).into_iter().map(str::to_owned).collect();
    runs.retain(|run| wanted.iter().any(|name| run["name"] == *name));
    runs
}

/// One session: its line of the table, and what it misses.
fn session(engine: &str, what: &str, said: &Value, missed: &mut Vec<String>) {
    let Some(noted) = Noted::read(said) else {
        println!("{what}: not measured: the session made no sound");
        missed.push(format!("{engine} {what}: no sound"));
        return;
    };
    let plan = Plan::eight_minutes();
    let heard = noted.heard(&plan.dues());
    let recorded = said["recording"].as_str().map(|file| Recording::read(Path::new(file)));
    let recorded = recorded.and_then(|recording| {
        recording.map_err(|failure| println!("{what}: nothing of the recording: {failure}")).ok()
    });
    let row = Row::of(&noted, &heard, recorded.as_ref());
    row.print(what);
    if let Some(why) = said["why"].as_str() {
        println!("      {why}");
    }
    let mut most = |figure: f64, most: f64, words: &str| {
        if !within(figure, most) {
            missed.push(format!("{engine} {what}: {words} {figure:.2}, at most {most}"));
        }
    };
    most(row.samples, SAMPLES, "samples");
    most(row.absent.len() as f64, 0.0, "cues not found in the samples");
    if engine == "chromium" && recorded.is_some() {
        most(row.recorded.around_middle().at(0.95), RECORDED, "p95 of the recording, ms");
    }
    if what == "hidden" {
        let behind = noted.behind(&plan).unwrap_or(f64::NAN);
        println!("      seen again, the session stands {behind:.0} ms behind the clock");
        most(behind.abs(), STANDS, "ms from where the clock says");
    }
    if what == "idle" && row.seconds >= 480.0 {
        most(row.drift.abs(), DRIFT, "drift, ms");
    }
}

/// How long a whole sheet took to lay.
fn laying(engine: &str, said: &Value, missed: &mut Vec<String>) {
    let took = |place: usize| {
        let all = said["took"].as_array().into_iter().flatten();
        all.filter_map(|took| took[place].as_f64()).collect::<Vec<_>>()
    };
    let (lay, press) = (median(took(0)), median(took(1)));
    let cues = Plan::hour().cues().len();
    let all: Vec<_> = took(0).iter().map(|took| format!("{took:.1}")).collect();
    println!("{cues} cues laid in {lay:.1} ms ({}); the whole press takes {press:.0} ms", all.join(", "));
    if let Some((_, most)) = LAYING.iter().find(|bar| bar.0 == engine)
        && !within(lay, *most)
    {
        missed.push(format!("{engine}: {cues} cues laid in {lay:.1} ms, at most {most}"));
    }
}
