//! The words files as the build reads them: `key = text` lines, `#` for a remark.
//! What the browser loads is the same text without remarks and empty lines.

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};
use crate::place;

/// The texts of a words file, by key.
pub struct Words {
    texts: BTreeMap<String, String>,
    file: String,
}

impl Words {
    /// Reads a file of `words/`.
    pub fn of(file: &str) -> Outcome<Self> {
        let texts = pairs(&place::read(&format!("words/{file}"))?).collect();
        Ok(Self { texts, file: file.to_owned() })
    }

    /// The text of a key; a key that nobody wrote is a failure, so that no page goes out without its title.
    pub fn text(&self, key: &str) -> Outcome<&str> {
        let missing = || Failure::new(format!("words/{} has no `{key}`", self.file));
        self.texts.get(key).map(String::as_str).ok_or_else(missing)
    }

    /// The text of a key with `{name}` places filled.
    pub fn fill(&self, key: &str, places: &[(&str, &str)]) -> Outcome<String> {
        let text = self.text(key)?.to_owned();
        Ok(places.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{name}}}"), value)))
    }
}

fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    let lines = text.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('='))
        .map(|(key, text)| (key.trim().to_owned(), text.trim().to_owned()))
}

/// A words file as the browser gets it: every `key=text` that the program looks up, and nothing else.
fn packed(text: &str) -> String {
    pairs(text)
        .filter(|(key, _)| !is_for_the_build(key))
        .map(|(key, text)| format!("{key}={text}\n"))
        .collect()
}

/// Where in a words file the part ends that the start needs.
const LATER: &str = "\n# === ";

/// The two parts of `words/en.txt`, and the words of the moves with the second, as the browser gets them: what the start
/// needs, and what comes later.
pub fn in_two() -> Outcome<(String, String)> {
    let text = place::read("words/en.txt")?;
    let (start, later) = text
        .split_once(LATER)
        .ok_or_else(|| Failure::new("words/en.txt does not say where the start ends"))?;
    Ok((packed(start), packed(later) + &packed(&place::read("words/en.moves.txt")?)))
}

/// What the build writes into a page or the manifest is never looked up again.
fn is_for_the_build(key: &str) -> bool {
    let description = key.starts_with("page.") && key.ends_with(".description");
    description || key.starts_with("shell.") || key.starts_with("shortcut.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_drops_remarks_and_space_and_keeps_every_text() {
        let text = "# a remark\n\na.b = One = two\n c.d=three # kept\npage.a.description = four\n";
        assert_eq!(packed(text), "a.b=One = two\nc.d=three # kept\n");
    }

    #[test]
    fn a_missing_key_is_named() {
        let words = Words { texts: pairs("a = {b} and {b}").collect(), file: "en.txt".into() };
        assert_eq!(words.fill("a", &[("b", "c")]).unwrap(), "c and c");
        assert_eq!(words.text("z").unwrap_err().to_string(), "words/en.txt has no `z`");
    }
}
