//! What program and glue tell each other: no more than is used, and by short names.
//!
//! Decides: what only other people's scripts could ask for goes, for there are none; whatever the glue does not name is not
//! exported, and what is not imported is not in the glue.
//! Bindgen gives each function a long name with a hash in it, once in the program and once in the glue, and a hash is
//! what compresses worst: nobody else reads these names, so both sides get shorter ones.

use std::collections::{BTreeMap, BTreeSet};

use super::wasm::{self, EXPORTS, IMPORTS};
use crate::failure::{Failure, Outcome};

/// What bindgen calls the glue within the program, and what we do.
const GLUE: (&str, &str) = ("./program_bg.js", "g");

fn odd() -> Failure {
    Failure::new("the program is not as bindgen writes it")
}

/// A program as cargo makes it, without the classes that a crate of leptos offers to scripts: they stand for streams from
/// a server, of which there is none, and 15 kB of program stand behind them.
pub fn without_streams(program: &[u8]) -> Outcome<Vec<u8>> {
    let change = |line: &wasm::Named<'_>| {
        let stays = !line.name.contains("intounderlying");
        stays.then(|| (line.module.to_owned(), line.name.to_owned()))
    };
    wasm::changed(program, EXPORTS, change)
        .and_then(|program| wasm::with_own(&program, "__wasm_bindgen_unstable", without_stream_classes))
        .ok_or_else(odd)
}

/// What the crates have told bindgen, without what is about those classes: pairs of pieces, a version and what is told.
fn without_stream_classes(mut told: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(told.len());
    while !told.is_empty() {
        let (_, after_version) = piece(told)?;
        let (text, after) = piece(after_version)?;
        if !text.windows(14).any(|part| part == b"IntoUnderlying") {
            out.extend(told.get(..told.len() - after.len())?);
        }
        told = after;
    }
    Some(out)
}

/// The first piece, which comes after its length, and what follows it.
fn piece(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, after) = bytes.split_first_chunk()?;
    after.split_at_checked(u32::from_le_bytes(*length) as usize)
}

/// The program without the exports that the glue does not name.
pub fn without_exports(program: &[u8], glue: &str) -> Outcome<Vec<u8>> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    let named: BTreeSet<&str> = glue.split(|letter| !is_part(letter)).collect();
    let change = |line: &wasm::Named<'_>| {
        named.contains(line.name).then(|| (line.module.to_owned(), line.name.to_owned()))
    };
    wasm::changed(program, EXPORTS, change).ok_or_else(odd)
}

/// The program and its glue with short names between them, and without what the program no longer imports.
pub fn shorten(program: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let program = wasm::changed(program, IMPORTS, |line| {
        if line.module != GLUE.0 {
            return Some((line.module.to_owned(), line.name.to_owned()));
        }
        let next = format!("f{}", names.len());
        Some((GLUE.1.to_owned(), names.entry(line.name.to_owned()).or_insert(next).clone()))
    });
    let mut out = String::with_capacity(glue.len());
    let mut dropping = false;
    for line in glue.lines() {
        match offered(line) {
            Some((long, rest)) => {
                dropping = !names.contains_key(long);
                if let Some(short) = names.remove(long) {
                    out.push_str(&format!("        {short}: {rest}\n"));
                }
            }
            None if dropping && line.starts_with("        }") => dropping = false,
            None if dropping => {}
            None => {
                out.push_str(&line.replace(&format!("\"{}\":", GLUE.0), &format!("\"{}\":", GLUE.1)));
                out.push('\n');
            }
        }
    }
    match names.first_key_value() {
        Some((long, _)) => Err(Failure::new(format!("the glue has no {long}"))),
        None => Ok((program.ok_or_else(odd)?, out)),
    }
}

/// The name and the beginning of a function that the glue offers to the program, if this line begins one.
fn offered(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix("        __wb")?.split_once(": ")?;
    rest.starts_with("function").then_some((line.get(8..8 + 4 + name.len())?, rest))
}

#[cfg(test)]
mod tests {
    use super::wasm::example;
    use super::*;

    #[test]
    fn classes_for_streams_go_with_what_bindgen_was_told_of_them() {
        let pair = |text: &str| {
            let piece = |text: &str| [&(text.len() as u32).to_le_bytes(), text.as_bytes()].concat();
            [piece("1.0"), piece(text)].concat()
        };
        let told = [pair("Start"), pair("a IntoUnderlyingSink of streams")].concat();
        assert_eq!(without_stream_classes(&told), Some(pair("Start")));
        assert_eq!(without_stream_classes(&told[..8]), None);
        let program = example(&[], &["start", "intounderlyingsink_close"]);
        assert_eq!(without_streams(&program).unwrap(), example(&[], &["start"]));
    }

    #[test]
    fn what_the_glue_does_not_name_is_not_exported() {
        let program = example(&[], &["start", "main", "art"]);
        assert_eq!(without_exports(&program, "wasm.start(1)").unwrap(), example(&[], &["start"]));
    }

    #[test]
    fn both_sides_agree_on_the_short_names_and_on_what_is_left() {
        let glue = "    const import0 = {\n        __wbg_gone_12: function(a) {\n            return a;\n        },\n        \
                    __wbg_kept_34: function() { return handleError(function (a) {\n            a.b();\n        \
                    }, arguments); },\n    };\n        \"./program_bg.js\": import0,";
        let (program, glue) = shorten(&example(&[(GLUE.0, "__wbg_kept_34")], &[]), glue).unwrap();
        assert_eq!(program, example(&[("g", "f0")], &[]));
        assert_eq!(
            glue,
            "    const import0 = {\n        f0: function() { return handleError(function (a) {\n            a.b();\n        \
             }, arguments); },\n    };\n        \"g\": import0,\n"
        );
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_told() {
        let program = example(&[(GLUE.0, "gone")], &[]);
        assert_eq!(shorten(&program, "{}").unwrap_err().to_string(), "the glue has no gone");
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x09\x01", "{}").is_err());
    }
}
