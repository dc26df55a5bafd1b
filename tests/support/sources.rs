//! The files of this repository, read as text, and what is found in them.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// One file of the repository.
pub struct Source {
    /// Its path from the top of the repository.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// Its lines with their numbers, comments left out.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, without_comment(line)))
    }

    /// Its code without its tests, which stand at the end.
    pub fn product(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code().take_while(|(_, line)| line.trim() != "mod tests {")
    }

    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with(['/', '.']))
    }
}

fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with("//") { "" } else { line.split(" // ").next().unwrap_or(line) }
}

/// Every file with this ending below `folders`, in the order of their paths.
pub fn sources(folders: &[&str], ending: &str) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        collect(&top.join(folder), ending, &mut paths);
    }
    paths.sort();
    let source = |path: PathBuf| Source {
        path: path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().map(source).collect()
}

fn collect(folder: &Path, ending: &str, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, paths);
        } else if path.extension().is_some_and(|found| found == ending) {
            paths.push(path);
        }
    }
}

/// The app's own files: everything below `src` but the rules.
pub fn app() -> Vec<Source> {
    sources(&["src"], "rs").into_iter().filter(|source| !source.is_in("src/domain")).collect()
}

/// What was found, and why it matters; nothing found is what we want.
#[derive(Default)]
pub struct Findings(String);

impl Findings {
    pub fn note(&mut self, source: &Source, line: usize, rule: &str) {
        writeln!(self.0, "{}:{line}: {rule}", source.path).unwrap();
    }

    #[track_caller]
    pub fn are_none(self) {
        assert!(self.0.is_empty(), "\n{}", self.0);
    }
}

/// Whether `line` names `word` as a whole word.
pub fn names(line: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part))
}
