//! Reading a file of `key = text` lines.
//!
//! Decides: what a line means. A line that is empty, begins with `#` or has no `=` says nothing. Of two lines with the
//! same key the first wins; a test sees to it that there are none.

/// The lines of one file, in its order. They are a few hundred and looked through from the top: most keys differ in length
/// from the one that is asked for, and sorting them first would take longer, and 2 kB of program.
///
/// They are read once in a visit and live as long as the page, so the text is leaked on purpose: a handle is then two
/// words wide and can be copied into every closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines(&'static [(&'static str, &'static str)]);

impl Lines {
    /// Reads a whole file.
    pub fn read(text: String) -> Self {
        let text: &'static str = text.leak();
        let lines: Vec<_> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('='))
            .map(|(key, text)| (key.trim(), text.trim()))
            .collect();
        Self(lines.leak())
    }

    /// The text of `key`.
    pub fn get(self, key: &str) -> Option<&'static str> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
    }

    /// The texts `key.1`, `key.2` … as far as they go.
    pub fn list(self, key: &str) -> Vec<String> {
        (1u32..).map_while(|n| self.get(&[key, ".", &n.to_string()].concat())).map(str::to_owned).collect()
    }

    /// The parts of `key`, which are separated by `|`; none where there is no such key.
    pub fn parts(self, key: &str) -> Vec<String> {
        let parts = self.get(key).into_iter().flat_map(|text| text.split('|'));
        parts.map(|part| part.trim().to_owned()).collect()
    }

    /// Every key with its text, in the order of the file.
    pub fn iter(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().copied()
    }
}

/// `text` with each `{place}` replaced; a place that nobody fills stays as it is.
pub(super) fn fill(text: &str, places: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, beyond)| {
            let (_, value) = places.iter().find(|(place, _)| *place == name)?;
            Some((value, beyond))
        });
        if let Some((value, beyond)) = place {
            filled.push_str(value);
            rest = beyond;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_idle_lines_say_nothing() {
        let lines = Lines::read("# a = b\n\nplain\n b.c = d = e \na = 1".to_owned());
        assert_eq!(lines.iter().collect::<Vec<_>>(), [("b.c", "d = e"), ("a", "1")]);
    }

    #[test]
    fn a_list_ends_at_the_first_gap() {
        let lines = Lines::read("a.1 = x\na.2 = y\na.4 = z".to_owned());
        assert_eq!(lines.list("a"), ["x", "y"]);
        assert!(lines.list("b").is_empty());
    }

    #[test]
    fn places_are_filled_and_unknown_ones_stay() {
        let filled = fill("{a} of {b}, {c} and {", &[("a", "1"), ("b", "{a}")]);
        assert_eq!(filled, "1 of {a}, {c} and {");
    }
}
