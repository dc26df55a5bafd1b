//! Whether anything has changed since the last build: one hash of every file that a build reads.

use std::fs;

use super::hash;
use super::whereabouts::Where;
use crate::failure::{Doing, Outcome};
use crate::place;

/// What a build reads, besides the crates that the lock file pins.
const SOURCES: [&str; 14] = [
    "src",
    "style",
    "public",
    "words",
    "xtask/src",
    "xtask/render",
    "index.html",
    "CHANGELOG.md",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
    "src/domain/Cargo.toml",
    ".cargo/config.toml",
    "xtask/Cargo.toml",
];

/// The stamp of the sources as they are, for a site at this place.
pub fn of_sources(at: &Where) -> Outcome<String> {
    let mut text = format!("{at:?}\n");
    for source in SOURCES {
        let path = place::at(source);
        let files = if path.is_dir() { place::files_below(&path)? } else { vec![path] };
        for file in files.iter().filter(|file| file.exists()) {
            let bytes = fs::read(file).doing(|| format!("read {}", file.display()))?;
            text.push_str(&format!("{} {}\n", place::name_below(&place::root(), file)?, hash::full(&bytes)));
        }
    }
    Ok(hash::full(text.as_bytes()))
}

/// Whether `dist/` was built from just these sources.
pub fn is_current(stamp: &str) -> bool {
    place::dist().join("index.html").is_file()
        && fs::read_to_string(place::workings("stamp")).is_ok_and(|last| last == stamp)
}

/// Remembers what `dist/` was built from.
pub fn remember(stamp: &str) -> Outcome {
    place::write(&place::workings("stamp"), stamp.as_bytes())
}

/// Forgets it: what lies in `dist/` is not what these sources make.
pub fn forget() -> Outcome {
    place::write(&place::workings("stamp"), b"")
}
