//! Runs `cargo test` as it is, and counts what it says has passed.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use crate::failure::{Doing, Failure, Outcome};

/// Runs to the end, passing on every line, and gives how many tests passed; any failure is a failure.
pub fn run(command: &mut Command) -> Outcome<usize> {
    let mut child = command.stdout(Stdio::piped()).spawn().doing(|| "start cargo test".to_owned())?;
    let mut passed = 0;
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).lines() {
            let line = line.doing(|| "read what cargo test says".to_owned())?;
            println!("{line}");
            passed += of_line(&line).unwrap_or(0);
        }
    }
    if child.wait()?.success() { Ok(passed) } else { Err(Failure::new("a test failed: its story is above")) }
}

/// How many tests a line of results says have passed.
fn of_line(line: &str) -> Option<usize> {
    let counts = line.strip_prefix("test result: ")?;
    let (_, counts) = counts.split_once(". ")?;
    counts.split_once(" passed")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_results_count() {
        assert_eq!(of_line("test result: ok. 28 passed; 0 failed; 0 ignored; 0 measured"), Some(28));
        assert_eq!(of_line("test result: FAILED. 27 passed; 1 failed; 0 ignored"), Some(27));
        assert_eq!(of_line("test a_test ... ok"), None);
    }
}
