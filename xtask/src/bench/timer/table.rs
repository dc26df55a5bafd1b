//! A line for each run.
//!
//! Decides: which figures are told of a run, and in which order.

use serde_json::Value;

use super::noted::{Heard, Noted};
use super::recording::Recording;
use super::spread::{Spread, drift};

/// The figures of a run; milliseconds where not said otherwise.
pub(super) struct Row {
    /// How many cues were watched for.
    pub(super) cues: usize,
    /// Those of them that were not found, in seconds from the press.
    pub(super) absent: Vec<f64>,
    /// The most samples that a note was from its place in its sheet.
    pub(super) samples: f64,
    /// By the page's clock, from the press.
    pub(super) page: Spread,
    /// In the recording, from its middle.
    pub(super) recorded: Spread,
    /// Cues that the recording lacks.
    pub(super) unrecorded: usize,
    /// By how much later the end is than the beginning: in the recording, or else by the page's clock.
    pub(super) drift: f64,
    /// From the first cue to the last.
    pub(super) seconds: f64,
    /// The plain timer: by the page's clock, and in the recording.
    pub(super) plain: Spread,
    pub(super) plain_recorded: Spread,
    /// How long each task was that was put in the page's way.
    pub(super) busy: Spread,
    /// When each sheet was laid, in seconds from the press.
    pub(super) laid: Vec<f64>,
    /// Notes in the samples that were not due.
    pub(super) surplus: usize,
}

impl Row {
    /// Of what was noted and recorded.
    pub(super) fn of(noted: &Noted, heard: &[Heard], recording: Option<&Recording>) -> Self {
        let watched: Vec<_> =
            heard.iter().filter(|heard| heard.was_watched && heard.due.begins_cue()).collect();
        let distances = heard.iter().filter_map(|heard| heard.samples.map(f64::abs));
        let by_page: Vec<_> = watched.iter().filter_map(|heard| Some((heard.due.at, heard.late?))).collect();
        let dues: Vec<_> = heard.iter().map(|heard| heard.due).collect();
        let last = dues.last().map_or(0.0, |due| due.at);
        let plain = noted.ticks.iter().map(|&(second, late)| (noted.plain + second * 1000.0, late));
        let plain: Vec<_> = plain.filter(|plain| plain.0 <= last).collect();
        let recorded = recording.and_then(|recording| recording.lateness(&dues, &plain, noted.recorded));
        let (recorded, unrecorded, plain_recorded) = recorded.unwrap_or_default();
        let drifting = if recorded.is_empty() { &by_page } else { &recorded };
        let lateness = |all: &[(f64, f64)]| Spread::of(all.iter().map(|late| late.1));
        Self {
            cues: watched.len(),
            absent: watched
                .iter()
                .filter(|heard| heard.samples.is_none())
                .map(|heard| (heard.due.at - noted.press) / 1000.0)
                .collect(),
            samples: distances.fold(f64::NAN, f64::max),
            page: lateness(&by_page),
            drift: drift(drifting),
            seconds: (last - dues.first().map_or(0.0, |due| due.at)) / 1000.0,
            recorded: lateness(&recorded),
            unrecorded,
            plain: lateness(&plain),
            plain_recorded: lateness(&plain_recorded),
            busy: Spread::of(noted.busy.iter().copied()),
            laid: noted.laid(),
            surplus: noted.surplus(),
        }
    }

    /// The line.
    pub(super) fn print(&self, what: &str) {
        let Self { cues, absent, samples, laid, unrecorded, drift, surplus, .. } = self;
        let heard = three(&self.page);
        let far = self.recorded.around_middle();
        let recorded =
            format!("{} /{} /{} /{}", ms(far.at(0.5)), ms(far.at(0.95)), ms(far.at(0.99)), ms(far.most()));
        let (lacks, sheets) = (absent.len(), laid.len());
        println!("{what:<9}{cues:>5}{lacks:>7}{samples:>9.3}  {heard}  {recorded}{drift:>8.1}{sheets:>6}");
        println!(
            "{:<9}{:>5}{:>16}  {}  recorded {}",
            "  plain",
            self.plain.count(),
            "",
            three(&self.plain),
            three(&self.plain_recorded)
        );
        if self.busy.count() > 0 {
            println!(
                "      in the way: {} tasks of {:.0} to {:.0} ms",
                self.busy.count(),
                self.busy.at(0.0),
                self.busy.most()
            );
        }
        let seconds = |all: &[f64]| all.iter().take(12).map(|at| format!(" {at:.1}")).collect::<String>();
        if laid.len() > 1 {
            println!("      laid at s:{}", seconds(laid));
        }
        if !absent.is_empty() {
            println!("      not in the samples, s:{}", seconds(absent));
        }
        if *unrecorded > 0 || *surplus > 0 {
            println!(
                "      not in the recording: {unrecorded} cues; in the samples and not due: {surplus} notes"
            );
        }
    }
}

fn ms(figure: f64) -> String {
    if figure.is_nan() { format!("{:>7}", "–") } else { format!("{figure:>7.1}") }
}

fn three(spread: &Spread) -> String {
    format!("{} /{} /{}", ms(spread.at(0.5)), ms(spread.at(0.99)), ms(spread.most()))
}

/// What the columns are.
pub(super) fn explain() {
    println!(
        "samples: the most that a note was from its place on the sound's clock; page: lateness in ms by the page's clock, from the \
         press,\np50 / p99 / max; recorded: distance in ms from the recording's own middle, p50 / p95 / p99 / max; drift: the \
         last half\nminute after the first, in ms; laid: how many sheets; plain: a setInterval that counts seconds in the \
         same page"
    );
}

/// The head of an engine's lines.
pub(super) fn head(engine: &str) {
    println!("\n{engine}");
    println!(
        "{:<9}{:>5}{:>7}{:>9}  {:<25}  {:<34}{:>8}{:>6}",
        "", "cues", "absent", "samples", "   page", "   recorded", "drift", "laid"
    );
}

/// Whether a sound keeps the timers of a hidden page going.
pub(super) fn carriers(said: &Value) {
    let seconds = said["seconds"].as_f64().unwrap_or_default();
    println!(
        "pages hidden for {seconds:.0} s, by what they play: how often they were told the time of what they asked for"
    );
    for page in said["pages"].as_array().into_iter().flatten() {
        let name = page["name"].as_str().unwrap_or_default();
        let figure = |name: &str| page[name].as_f64().unwrap_or(f64::NAN);
        println!(
            "  {name:<44} setInterval 100 ms: {:>5.1} %, longest gap {:>6.0} ms; setTimeout chain: {:>5.1} %, {:>6.0} ms; last minute {:>6.0} ms",
            figure("interval"),
            figure("intervalGap"),
            figure("chain"),
            figure("chainGap"),
            figure("lastGap"),
        );
    }
}
