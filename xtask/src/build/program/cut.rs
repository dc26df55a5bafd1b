//! Cuts the program into what the start needs and what comes later, at the functions that `#[wasm_split]` marks.
//!
//! Decides: what the parts are called; that the script which fetches them is part of the glue, so that no browser has to ask
//! for one script to learn of the next; and that what several parts share lies in one file, piece after piece: there are two
//! dozen of them, most are small, and to ask for each takes a browser longer than to compile it. Where the parts lie is
//! filled in when they have their names ([`crate::build`]).

use std::fs;
use std::path::Path;

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Doing, Failure, Outcome};

/// The part that the start needs, before bindgen.
pub const START: &str = "start.wasm";

/// The script that fetches the others.
pub const LOADER: &str = "loader.js";

/// What the name of every later part begins with.
pub const LATER: &str = "pages-";

/// The file in which everything lies that several parts share.
pub const SHARED: &str = "pages-shared.wasm";

/// How the script comes to a piece of that file, said by where it begins and ends: "1200-3400".
const PIECE: &str = r#"let shared;
const fetchShared = async () => {
  const answer = await fetch(new URL("./{{pages-shared.wasm}}", import.meta.url));
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer.arrayBuffer();
};
const made = (source, imports) =>
  source instanceof Response ? WebAssembly.instantiateStreaming(source, imports) : WebAssembly.instantiate(source, imports);
const piece = async (place) => {
  shared ??= fetchShared();
  try {
    return (await shared).slice(...place.split("-"));
  } catch (error) {
    // Asked for again with the next page.
    shared = undefined;
    throw error;
  }
};
"#;

/// Cuts `program` and leaves the parts in `folder`. Gives each later part's name there, and the one that it shall have
/// when it has been shrunk.
pub fn cut(program: &[u8], folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut options = Options::new(program);
    let (start, link) = (folder.join(START), format!("./{LOADER}"));
    options.output_dir = folder;
    options.main_out_path = &start;
    options.link_name = &link;
    options.main_module = "./program.js";
    fs::create_dir_all(folder).doing(|| format!("make {}", folder.display()))?;
    let parts =
        transform(options).map_err(|error| Failure::new(format!("cutting the program: {error:#}")))?;
    let names = parts.split_modules.iter().filter_map(|path| path.file_name()?.to_str());
    Ok(names.map(|name| (name.to_owned(), later(name))).collect())
}

/// Whether several parts share what has this name, so that it is a piece of [`SHARED`].
pub fn is_shared(name: &str) -> bool {
    name.strip_prefix(LATER).is_some_and(|own| own.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// `split_session.wasm` is `pages-session.wasm`, and `chunk_3.wasm`, which several share, `pages-3.wasm`.
fn later(name: &str) -> String {
    let own = name.strip_prefix("split_").or_else(|| name.strip_prefix("chunk_")).unwrap_or(name);
    [LATER, own].concat()
}

/// The glue with the script in it that fetches the later parts, each of them named in double braces.
pub fn join(glue: &str, loader: &str) -> Outcome<String> {
    let odd = |what: &str| Failure::new(format!("the script that fetches the pages has no {what}"));
    let (imports, glue): (Vec<_>, Vec<_>) =
        glue.lines().partition(|line| line.starts_with("import * as ") && line.contains(LOADER));
    // Bindgen names the same script once for each function that it imports from there.
    let names: Vec<_> = imports.iter().filter_map(|line| line.split_whitespace().nth(3)).collect();
    if names.is_empty() {
        return Err(odd("place in the glue"));
    }
    let (first, rest) = loader.split_once('\n').ok_or_else(|| odd("text"))?;
    if !first.contains("initSync") {
        return Err(odd("way to the program"));
    }
    let mut own = Vec::new();
    let mut text = PIECE.to_owned();
    for line in rest.lines() {
        let line = match line.strip_prefix("export const ") {
            Some(export) => {
                own.extend(export.split_whitespace().next());
                format!("const {export}")
            }
            None => line.to_owned(),
        };
        text.push_str(&placed(&line));
        text.push('\n');
    }
    let members = own.join(", ");
    for name in names {
        text.push_str(&format!("const {name} = {{ {members} }};\n"));
    }
    Ok([&glue.join("\n"), "\n", &text].concat())
}

/// A line of the script with the part that it names, if it does, in double braces. How a part is made is the same for a file
/// as for a piece of one.
fn placed(line: &str) -> String {
    let named = line.split_once("fetch(new URL(\"./").and_then(|(before, rest)| {
        let (name, after) = rest.split_once('"')?;
        let name = later(name);
        let after = after.strip_prefix(", import.meta.url))")?;
        Some(if is_shared(&name) {
            format!("{before}piece(\"{{{{{name}}}}}\"){after}")
        } else {
            format!("{before}fetch(new URL(\"./{{{{{name}}}}}\", import.meta.url)){after}")
        })
    });
    let line = named.unwrap_or_else(|| line.to_owned());
    line.replace("WebAssembly.instantiateStreaming(src, imports)", "made(await src, imports)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_becomes_part_of_the_glue() {
        let glue = "import * as star from './loader.js';\nstart(star);";
        let loader = "import { initSync } from \"./program.js\";\n\
                      export const load_a = load(() => fetch(new URL(\"./split_a.wasm\", import.meta.url)));\n";
        let joined = "const load_a = load(() => fetch(new URL(\"./{{pages-a.wasm}}\", import.meta.url)));\n\
                      const star = { load_a };\n";
        assert_eq!(join(glue, loader).unwrap(), ["start(star);\n", PIECE, joined].concat());
        assert!(join("start();", loader).is_err());
    }

    #[test]
    fn shared_parts_are_told_by_their_number() {
        assert_eq!(later("split_session.wasm"), "pages-session.wasm");
        assert_eq!(later("chunk_3.wasm"), "pages-3.wasm");
        assert!(is_shared("pages-3.wasm") && !is_shared("pages-session.wasm") && !is_shared(SHARED));
        let line = r#"const src = fetch(new URL("./chunk_3.wasm", import.meta.url));"#;
        assert_eq!(placed(line), r#"const src = piece("{{pages-3.wasm}}");"#);
    }
}
