//! Who may look at whom, held by tests: between the layers of the app, between pages, and between the files of one folder.
//! The wall between the app and the rules is held by their two crates.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use support::sources::{Findings, Source, app, names, sources};

/// Each layer, and the modules of the app that it may look at. All of them may look at the rules.
const LAYERS: [(&str, &[&str]); 9] = [
    ("src/route", &[]),
    ("src/ports", &[]),
    ("src/words", &["ports"]),
    ("src/store", &["ports"]),
    ("src/conductor", &["ports", "store"]),
    ("src/platform", &["ports"]),
    ("src/ui", &["ui"]),
    ("src/pages", &["ui", "route", "store", "conductor", "ports", "words"]),
    ("src/app", &["ui", "route", "store", "conductor", "ports", "words", "pages", "platform"]),
];

const MODULES: [&str; 9] =
    ["app", "pages", "ui", "route", "store", "conductor", "ports", "words", "platform"];

#[test]
fn nobody_looks_up() {
    let mut findings = Findings::default();
    for source in app() {
        let Some((layer, allowed)) = LAYERS.iter().find(|(layer, _)| source.is_in(layer)) else { continue };
        let own = layer.trim_start_matches("src/");
        for (at, line) in source.code() {
            for module in MODULES.iter().filter(|module| **module != own || own == "pages") {
                if names(line, &format!("crate::{module}")) && !allowed.contains(module) {
                    let rule = format!("{layer} may not look at {module}: see the arrows in src/lib.rs");
                    findings.note(&source, at, &rule);
                }
            }
        }
    }
    findings.are_none();
}

#[test]
fn pages_do_not_look_at_pages() {
    let mut findings = Findings::default();
    for source in app().iter().filter(|source| source.is_in("src/pages")) {
        let is_page = source.path.matches('/').count() == 2 && source.path != "src/pages/mod.rs";
        for (at, line) in source.product() {
            if is_page && line.contains("super::") {
                findings.note(source, at, "what two pages share is a part (ui) or a rule (domain)");
            }
        }
    }
    findings.are_none();
}

/// Whom each file of a folder asks for something, among the files beside it.
fn neighbours(beside: &[&Source]) -> BTreeMap<String, Vec<String>> {
    let stem = |source: &Source| Path::new(&source.path).file_stem().unwrap().to_string_lossy().into_owned();
    let asked = |source: &Source| {
        let others = beside.iter().map(|other| stem(other)).filter(|other| *other != stem(source));
        let asks = |other: &String| {
            source
                .product()
                .any(|(_, line)| line.contains(&format!("super::{other}::")) && !line.starts_with("pub use"))
        };
        others.filter(asks).collect()
    };
    beside.iter().map(|source| (stem(source), asked(source))).collect()
}

#[test]
fn no_file_asks_one_beside_it_that_asks_back() {
    let all = sources(&["src"], "rs");
    let mut folders: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
    for source in all.iter().filter(|source| !source.path.ends_with("tests.rs")) {
        folders.entry(source.path.rsplit_once('/').unwrap().0).or_default().push(source);
    }
    let mut findings = String::new();
    for (folder, beside) in folders {
        let asked = neighbours(&beside);
        for file in asked.keys() {
            let (mut met, mut next) = (Vec::new(), asked[file].clone());
            while let Some(other) = next.pop() {
                if !met.contains(&other) {
                    next.extend(asked[&other].iter().cloned());
                    met.push(other);
                }
            }
            if met.contains(file) {
                writeln!(findings, "{folder}/{file}.rs asks a file that asks it: what both need is a third")
                    .unwrap();
            }
        }
    }
    assert!(findings.is_empty(), "\n{findings}");
}
