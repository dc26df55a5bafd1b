//! `bench lighthouse`: what a phone on a slow network sees of a first visit, by Lighthouse's own reckoning.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use domain::time::Moment;
use serde_json::{Value, json};

use super::{history, judge, measure, median, within};
use crate::failure::{Doing, Outcome};

/// How often each page is measured; the run in the middle counts.
const RUNS: usize = 5;

/// What a page must reach. On all of them nothing jumps, and every category but the first is at 100.
struct Bar {
    path: &'static str,
    /// How many sessions the person has done before.
    sessions: u32,
    /// When the largest thing on the first screen is there, in milliseconds.
    lcp: f64,
    /// How long the page may keep a finger waiting, in milliseconds, where that is promised.
    tbt: Option<f64>,
    /// The least that the first category, performance, comes to.
    performance: f64,
}

impl Bar {
    /// A page that somebody lands on: there at once, and at hand.
    const fn landing(path: &'static str) -> Self {
        Self { path, sessions: 0, lcp: 900.0, tbt: Some(50.0), performance: 100.0 }
    }
}

/// In the order of the table.
const BARS: [Bar; 5] = [
    Bar::landing("/"),
    Bar::landing("/exercises/superman"),
    Bar::landing("/routines/the-five"),
    // Dozens of figures on one page.
    Bar { lcp: 1200.0, tbt: None, ..Bar::landing("/exercises") },
    Bar { sessions: 200, lcp: 1600.0, tbt: None, ..Bar::landing("/history") },
];

/// The categories as the table names them.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best practices", "SEO"];

/// One page: the middle of its runs.
#[derive(Default)]
struct Row {
    scores: Vec<f64>,
    lcp: f64,
    fcp: f64,
    tbt: f64,
    cls: f64,
    bytes: f64,
    element: String,
    failed: Vec<String>,
}

/// Measures, prints the table, and fails when a bar is missed.
pub(super) fn run(folder: &Path) -> Outcome {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).doing(|| "read the clock".to_owned())?;
    let now = Moment(now.as_secs() * 1000);
    let page = |bar: &Bar| json!({ "path": bar.path, "stored": history::of(bar.sessions, now) });
    let asked = json!({ "runs": RUNS, "pages": BARS.iter().map(page).collect::<Vec<_>>() });
    let runs = measure(folder, "lighthouse.js", asked)?;
    println!("Lighthouse, mobile: simulated slow 4G, processor four times slower; the middle of {RUNS} runs");
    println!(
        "{:<24}{:>6}{:>6}{:>6}{:>6}{:>9}{:>9}{:>9}{:>8}{:>11}",
        "page", "perf", "acc", "best", "seo", "LCP s", "FCP s", "TBT ms", "CLS", "bytes"
    );
    let mut missed = Vec::new();
    for bar in &BARS {
        let row = Row::of(runs.iter().filter(|run| run["path"] == bar.path));
        row.print(bar);
        missed.extend(row.misses(bar));
    }
    judge(&missed)
}

impl Row {
    fn of<'a>(runs: impl Iterator<Item = &'a Value>) -> Self {
        let runs: Vec<_> = runs.collect();
        let middle =
            |of: &dyn Fn(&Value) -> &Value| median(runs.iter().filter_map(|run| of(run).as_f64()).collect());
        let time = |name: &str| middle(&|run| &run["times"][name]);
        let last = runs.last().copied().unwrap_or(&Value::Null);
        let failed = last["failed"].as_array().into_iter().flatten();
        Self {
            scores: (0..CATEGORIES.len()).map(|at| middle(&|run| &run["scores"][at])).collect(),
            lcp: time("lcp"),
            fcp: time("fcp"),
            tbt: time("tbt"),
            cls: time("cls"),
            bytes: time("bytes"),
            element: last["element"].as_str().unwrap_or_default().to_owned(),
            failed: failed.filter_map(Value::as_str).map(str::to_owned).collect(),
        }
    }

    fn print(&self, bar: &Bar) {
        let Self { lcp, fcp, tbt, cls, bytes, .. } = self;
        let scores: String = self.scores.iter().map(|score| format!("{score:>6.0}")).collect();
        let (lcp, fcp) = (lcp / 1000.0, fcp / 1000.0);
        println!("{:<24}{scores}{lcp:>9.2}{fcp:>9.2}{tbt:>9.0}{cls:>8.3}{bytes:>11.0}", bar.path);
        println!("      the largest: {}", self.element);
        for audit in &self.failed {
            println!("      not passed: {audit}");
        }
    }

    /// What is worse than the bar; a figure that could not be taken is as well.
    fn misses(&self, bar: &Bar) -> Vec<String> {
        let mut missed = Vec::new();
        let mut most = |figure: f64, most: f64, what: &str| {
            if !within(figure, most) {
                missed.push(format!("{} {what} {figure:.3}, at most {most}", bar.path));
            }
        };
        most(self.lcp / 1000.0, bar.lcp / 1000.0, "LCP");
        most(self.tbt, bar.tbt.unwrap_or(f64::MAX), "TBT");
        most(self.cls, 0.0, "CLS");
        for (score, category) in self.scores.iter().zip(CATEGORIES) {
            let least = if category == CATEGORIES[0] { bar.performance } else { 100.0 };
            if !within(least, *score) {
                missed.push(format!("{} {category} {score:.0}, at least {least}", bar.path));
            }
        }
        missed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(lcp: f64) -> Value {
        let times = json!({ "lcp": lcp, "fcp": 700.0, "tbt": 0.0, "cls": 0.0, "bytes": 90_000 });
        json!({ "path": "/", "scores": [100, 100, 100, 100], "times": times, "element": "<p>", "failed": [] })
    }

    #[test]
    fn the_run_in_the_middle_is_held_against_the_bar() {
        let misses = |lcp: [f64; 3]| Row::of(lcp.map(run).iter()).misses(&BARS[0]);
        assert!(misses([800.0, 2000.0, 900.0]).is_empty());
        assert_eq!(misses([901.0, 2000.0, 800.0]), ["/ LCP 0.901, at most 0.9"]);
    }

    #[test]
    fn what_was_not_measured_is_missed() {
        assert_eq!(Row::of([].into_iter()).misses(&BARS[0]).len(), 3 + CATEGORIES.len());
    }
}
