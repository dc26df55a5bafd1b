//! What a command says while it works: which step of how many, and how long each took.

use std::time::{Duration, Instant};

use crate::failure::Outcome;

/// The steps of one command, told to the terminal as they go.
pub struct Progress {
    total: usize,
    done: usize,
    began: Instant,
}

impl Progress {
    /// A command of `total` steps, beginning now.
    pub fn of(total: usize) -> Self {
        Self { total, done: 0, began: Instant::now() }
    }

    /// Does the next step, saying its name before and its seconds after.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        self.done += 1;
        let began = Instant::now();
        println!("[{}/{}] {name}", self.done, self.total);
        let outcome = work();
        let ending = if outcome.is_ok() { "done" } else { "failed" };
        println!("      {ending} after {}", seconds(began.elapsed()));
        outcome
    }

    /// Time since the first step.
    pub fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }
}

/// A duration as people read it in a terminal: `12.3 s`.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
