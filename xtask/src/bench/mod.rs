//! `bench`: how soon the finished site is there, held against what we promise. Run by name, never as part of
//! `test`: a busy machine would be measured as well.
//!
//! The browser is driven by scripts in `xtask/bench` with npm packages of their own, which are installed only for this;
//! what they measure is judged here.

mod figure;
mod history;
mod lighthouse;
mod links;
mod memory;
mod start;
mod timer;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use crate::build::whereabouts::Where;
use crate::failure::{Doing, Failure, Outcome};
use crate::serve::server::Server;
use crate::{engines, place, process, serve, tools};

/// How much of a long benchmark is wanted.
pub struct Asked {
    /// Everything, but shorter.
    pub is_quick: bool,
    /// The names of its parts, with commas in between; all of them without.
    pub only: Option<String>,
}

impl Asked {
    /// Those of `all` that are named, or all when none of them is.
    fn of<'a>(&self, all: &[&'a str]) -> Vec<&'a str> {
        let named = |name: &str| self.only.iter().flat_map(|only| only.split(',')).any(|only| only == name);
        let some: Vec<_> = all.iter().copied().filter(|name| named(name)).collect();
        if some.is_empty() { all.to_vec() } else { some }
    }
}

/// The command: the benchmark with this name, of a finished site, or else of ours as it is now.
pub fn run(name: &str, finished: Option<PathBuf>, asked: &Asked) -> Outcome {
    let folder = || finished.map_or_else(|| serve::fresh(&Where::top()), Ok);
    match name {
        "lighthouse" => lighthouse::run(&folder()?),
        "start" => start::run(&folder()?),
        "memory" => memory::run(&folder()?),
        "figure" => figure::run(&folder()?),
        "timer" => timer::run(&folder()?, asked),
        "links" => links::run(),
        _ => Err(Failure::new(
            "there is `bench lighthouse`, `bench start`, `bench memory`, `bench figure`, `bench timer` and `bench links`",
        )),
    }
}

/// Serves `folder` while a script of `xtask/bench` measures it, and gives each line that the script answers.
/// `asked` is what it is told besides where the site and the browser are.
fn measure(folder: &Path, script: &str, mut asked: Value) -> Outcome<Vec<Value>> {
    tools::ensure_bench()?;
    let server = Server::open(folder, "/", 0)?;
    let serving = server.start();
    asked["address"] = server.address().into();
    asked["browser"] = engines::ensure_chromium()?.to_string_lossy().into();
    let mut command = process::at_root("node");
    command.arg(place::at("xtask/bench").join(script)).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut script_runs = command.stderr(Stdio::inherit()).spawn().doing(|| format!("start {script}"))?;
    // Not an argument: a long history is longer than one may be. Whoever listens closes before it answers.
    if let Some(mut input) = script_runs.stdin.take() {
        input.write_all(asked.to_string().as_bytes()).doing(|| format!("tell {script} what to measure"))?;
    }
    let output = script_runs.wait_with_output().doing(|| format!("wait for {script}"))?;
    server.stop();
    serving.join().map_err(|_| Failure::new("the server stopped unexpectedly"))??;
    if !output.status.success() {
        return Err(Failure::new(format!("{script} could not measure: the reason is above")));
    }
    let text = String::from_utf8(output.stdout).doing(|| format!("read what {script} says"))?;
    text.lines().map(|line| serde_json::from_str(line).doing(|| format!("read {line}"))).collect()
}

/// The one in the middle.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Whether `figure` is no more than `most`; what could not be measured is no number, and never within anything.
fn within(figure: f64, most: f64) -> bool {
    figure <= most
}

/// A failure that names everything that missed its bar; none when nothing did.
fn judge(missed: &[String]) -> Outcome {
    if missed.is_empty() { Ok(()) } else { Err(Failure::new(format!("missed: {}", missed.join("; ")))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slow_run_does_not_count() {
        assert!((median(vec![900.0, 2000.0, 800.0]) - 900.0).abs() < f64::EPSILON);
        assert!(median(Vec::new()).is_nan());
    }
}
