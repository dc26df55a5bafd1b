//! Filling `{{places}}` in a text file: pages, the worker, the script that starts the program.

use crate::failure::{Failure, Outcome};

/// The text with every `{{name}}` replaced by what `value` gives for it; a name that it does not know is a failure.
pub fn fill(text: &str, mut value: impl FnMut(&str) -> Outcome<Option<String>>) -> Outcome<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            return Err(Failure::new("a place is opened by {{ and never closed"));
        };
        out.push_str(before);
        let unknown = || Failure::new(format!("nobody fills {{{{{name}}}}}"));
        out.push_str(&value(name.trim())?.ok_or_else(unknown)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// Text made safe inside HTML, between tags and within quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> String {
        let known = |name: &str| Ok((name == "name").then(|| "Ada".to_owned()));
        fill(text, known).unwrap_or_else(|failure| failure.to_string())
    }

    #[test]
    fn places_are_filled_and_unknown_ones_refused() {
        assert_eq!(check("Hello {{name}}, {{ name }}."), "Hello Ada, Ada.");
        assert_eq!(check("nothing {here} to fill"), "nothing {here} to fill");
        assert_eq!(check("Hello {{nmae}}"), "nobody fills {{nmae}}");
        assert_eq!(check("Hello {{name"), "a place is opened by {{ and never closed");
    }

    #[test]
    fn a_text_cannot_leave_its_quotes() {
        assert_eq!(escape("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }
}
