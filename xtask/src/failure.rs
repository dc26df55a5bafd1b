//! How a command fails: one sentence saying what went wrong and, where there is one, what to do about it.
//! It deliberately knows no error codes and keeps no backtrace: the reader is a person at a terminal.

use std::fmt;

/// What went wrong, in words for the person who typed the command.
#[derive(Debug)]
pub struct Failure(String);

/// What a step of a command gives back.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure that says this.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

/// Says what was being done when something else's error came back.
pub trait Doing<T> {
    /// The same outcome, its error preceded by `what`: "read words/en.txt: no such file".
    fn doing(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> Doing<T> for Result<T, E> {
    fn doing(self, what: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{}: {error}", what())))
    }
}
