//! What program and glue tell each other: no more than is used, and by short names.
//!
//! Decides: classes for scripts that use the program go, for there are none (leptos brings three, with 15 kB of program
//! behind them); then whatever the glue does not name is not exported, and what is not imported is not in the glue.
//! Bindgen gives each function a long name with a hash in it, once in the program and once in the glue, and a hash is
//! what compresses worst: nobody else reads these names, so both sides get shorter ones.

use std::collections::{BTreeMap, BTreeSet};

use crate::failure::{Failure, Outcome};
use crate::wasm::{self, EXPORTS, IMPORTS};

/// What bindgen calls the glue within the program, and what we do.
const GLUE: (&str, &str) = ("./program_bg.js", "g");

fn odd() -> Failure {
    Failure::new("the program is not as bindgen writes it")
}

/// The glue without the classes that it offers to other scripts and does not use itself.
pub fn without_classes(glue: &str) -> String {
    let names = glue.lines().filter_map(|line| line.strip_prefix("export class ")?.strip_suffix(" {"));
    names.fold(glue.to_owned(), |glue, name| {
        let rest = without(&glue, &format!("export class {name} {{"), |line| line == "}");
        let rest = without(&rest, &format!("if (Symbol.dispose) {name}."), |_| true);
        let rest = without(&rest, &format!("const {name}Finalization = "), |line| line.ends_with(';'));
        if rest.contains(name) { glue } else { rest }
    })
}

/// The text without the lines from the one that begins with `first` to the next that is the `last`.
fn without(text: &str, first: &str, last: impl Fn(&str) -> bool) -> String {
    let mut inside = false;
    let mut kept = String::with_capacity(text.len());
    for line in text.lines() {
        let begins = line.starts_with(first);
        inside |= begins;
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
        inside &= !last(line);
    }
    kept
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
    use super::*;
    use crate::wasm::example;

    const TEXT: &str = "export class Stream {\n    free() {\n        wasm.stream_free(this);\n    }\n}\n\
                        if (Symbol.dispose) Stream.prototype[Symbol.dispose] = Stream.prototype.free;\n\
                        const StreamFinalization = (typeof FinalizationRegistry === 'undefined')\n    \
                        ? { register: () => {} }\n    : new FinalizationRegistry(ptr => wasm.stream_free(ptr, 1));\n\
                        export function start() {\n    wasm.start();\n}\n";

    #[test]
    fn a_class_that_nobody_uses_goes_with_all_that_it_needs() {
        let glue = without_classes(TEXT);
        assert_eq!(glue, "export function start() {\n    wasm.start();\n}\n");
        let program = example(&[], &["start", "stream_free"]);
        assert_eq!(without_exports(&program, &glue).unwrap(), example(&[], &["start"]));
    }

    #[test]
    fn a_class_that_the_glue_makes_stays() {
        let used = [TEXT, "Stream.__wrap(1);\n"].concat();
        assert_eq!(without_classes(&used), used);
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
