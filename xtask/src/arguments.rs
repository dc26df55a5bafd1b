//! The words after `cargo xtask`: options with or without a value, and plain words. Anything unknown is refused.

use crate::failure::{Failure, Outcome};

/// What is left of the command line; each reader takes its own, and [`Arguments::end`] refuses the rest.
pub struct Arguments {
    words: Vec<String>,
}

impl Arguments {
    /// The words after the command's name.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self { words: words.into_iter().collect() }
    }

    /// Takes `--name value` or `--name=value`.
    pub fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        let joined = format!("{name}=");
        if let Some(at) = self.words.iter().position(|word| word.starts_with(&joined)) {
            return Ok(self.words.remove(at).strip_prefix(&joined).map(str::to_owned));
        }
        let Some(at) = self.words.iter().position(|word| word == name) else { return Ok(None) };
        self.words.remove(at);
        if at < self.words.len() && !self.words[at].starts_with("--") {
            return Ok(Some(self.words.remove(at)));
        }
        Err(Failure::new(format!("{name} wants a value")))
    }

    /// Takes `--name`, if it is there.
    pub fn flag(&mut self, name: &str) -> bool {
        let at = self.words.iter().position(|word| word == name);
        at.map(|at| self.words.remove(at)).is_some()
    }

    /// Takes every plain word.
    pub fn plain(&mut self) -> Vec<String> {
        let (options, plain) = self.words.drain(..).partition(|word| word.starts_with("--"));
        self.words = options;
        plain
    }

    /// Refuses what nobody took.
    pub fn end(self) -> Outcome {
        match self.words.first() {
            Some(word) => Err(Failure::new(format!("`{word}` means nothing here"))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Arguments {
        Arguments::new(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_come_in_any_order_and_either_form() {
        let mut arguments = of("rules --port 80 --origin=https://a.org --no-build site");
        assert_eq!(arguments.value("--origin").unwrap().as_deref(), Some("https://a.org"));
        assert_eq!(arguments.value("--port").unwrap().as_deref(), Some("80"));
        assert!(arguments.flag("--no-build") && !arguments.flag("--no-build"));
        assert_eq!(arguments.plain(), ["rules", "site"]);
        assert!(arguments.end().is_ok());
    }

    #[test]
    fn what_nobody_takes_is_refused() {
        assert_eq!(of("--prot 80").end().unwrap_err().to_string(), "`--prot` means nothing here");
        assert_eq!(of("--port").value("--port").unwrap_err().to_string(), "--port wants a value");
    }
}
