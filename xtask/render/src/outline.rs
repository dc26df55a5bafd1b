//! The outlines of the drawn figure, written shorter.
//!
//! Decides: that a step is told from where the last one ended, which is shorter and packs better; and how finely a shape is
//! told: what is large to the unit, what is small (a face, a hand) to the half of one, a shadow to the pair, and all of a
//! thumbnail to the unit, without what is smaller still and with straight lines for the shortest arcs. A unit is a pixel of
//! the largest figure, which is drawn anew as soon as it moves, and a seventh of one in a thumbnail. Reads what `domain::figure` writes and no more of SVG: absolute `M`, `L`, `A`
//! and `Z`. Anything else stays as it is.

/// How finely an outline is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    /// To the half of a unit.
    Halves,
    /// To the unit.
    Units,
    /// To two units.
    Pairs,
}

/// A shape that is larger than this either way, in tenths, is told to the unit.
const LARGE: i32 = 200;

impl Grain {
    /// In tenths of a unit.
    fn size(self) -> i32 {
        match self {
            Self::Halves => 5,
            Self::Units => 10,
            Self::Pairs => 20,
        }
    }

    /// A bend that is no longer than this, in tenths, is a straight line: it leaves that by less than half a grain.
    fn straight(self) -> i32 {
        match self {
            Self::Halves => 20,
            Self::Units => 30,
            Self::Pairs => 60,
        }
    }
}

/// `markup` with the outline of every shape written shorter. Pictures in one of the elements of `small` are thumbnails.
pub(crate) fn shorten(markup: &str, small: &[&str]) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    let mut is_small = false;
    while let Some((before, after)) = rest.split_once(" d=\"") {
        let Some((outline, beyond)) = after.split_once('"') else { break };
        if before.contains("<svg") {
            is_small = small.iter().any(|class| before.contains(class));
        }
        out.push_str(before);
        out.push_str(" d=\"");
        let tag = before.rsplit('<').next().unwrap_or_default();
        let grain = if is_small {
            Grain::Units
        } else if tag.contains("\"shadow\"") {
            Grain::Pairs
        } else if extent(outline).is_some_and(|extent| extent <= LARGE) {
            Grain::Halves
        } else {
            Grain::Units
        };
        match tag.contains("data-paint").then(|| relative(outline, grain)).flatten() {
            Some(shorter) => out.push_str(&shorter),
            None => out.push_str(outline),
        }
        out.push('"');
        rest = beyond;
    }
    out + rest
}

/// How far an outline reaches, the longer way, in tenths; nothing for one that is not of ours.
fn extent(outline: &str) -> Option<i32> {
    let mut steps = Steps { rest: outline, grain: Grain::Halves };
    let (mut low, mut high) = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
    while let Some(letter) = steps.letter() {
        if letter == 'A' {
            steps.point()?;
            steps.flags()?;
        }
        if letter != 'Z' {
            let (x, y) = steps.point()?;
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
    }
    high.0.checked_sub(low.0).zip(high.1.checked_sub(low.1)).map(|(wide, tall)| wide.max(tall))
}

/// The outline told step by step; nothing for one that is not of ours.
fn relative(outline: &str, grain: Grain) -> Option<String> {
    let mut steps = Steps { rest: outline, grain };
    let mut written = Written::default();
    let (mut here, mut begin) = ((0, 0), (0, 0));
    while let Some(letter) = steps.letter() {
        let before = here;
        let radii = if letter == 'A' { Some((steps.point()?, steps.flags()?)) } else { None };
        match letter {
            'M' | 'L' | 'A' => here = steps.point()?,
            'Z' => here = begin,
            _ => return None,
        }
        if letter == 'M' {
            begin = here;
        }
        let step = (here.0 - before.0, here.1 - before.1);
        if step == (0, 0) && matches!(letter, 'L' | 'A') {
            continue;
        }
        let radii = radii.filter(|_| step.0.abs().max(step.1.abs()) > grain.straight());
        let letter = if letter == 'A' && radii.is_none() { 'L' } else { letter };
        written.letter(letter.to_ascii_lowercase());
        if let Some(((rx, ry), flags)) = radii {
            written.tenths(rx);
            written.tenths(ry);
            written.plain(flags);
        }
        if letter != 'Z' {
            written.tenths(step.0);
            written.tenths(step.1);
        }
    }
    steps.rest.is_empty().then_some(written.text)
}

/// What is still to be read of an outline.
struct Steps<'a> {
    rest: &'a str,
    grain: Grain,
}

impl<'a> Steps<'a> {
    fn letter(&mut self) -> Option<char> {
        let letter = self.rest.chars().next().filter(char::is_ascii_alphabetic)?;
        self.rest = &self.rest[1..];
        Some(letter)
    }

    fn word(&mut self) -> Option<&'a str> {
        let start = self.rest.trim_start_matches(' ');
        let end = start.find(|letter: char| letter == ' ' || letter.is_ascii_alphabetic());
        let (word, rest) = start.split_at(end.unwrap_or(start.len()));
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    fn point(&mut self) -> Option<(i32, i32)> {
        Some((self.number()?, self.number()?))
    }

    /// In tenths.
    fn number(&mut self) -> Option<i32> {
        let value: f64 = self.word()?.parse().ok()?;
        let size = self.grain.size();
        Some((value * 10.0 / f64::from(size)).round() as i32 * size)
    }

    /// The turn of an ellipse, and which of its arcs.
    fn flags(&mut self) -> Option<&'static str> {
        match (self.word()?, self.word()?, self.word()?) {
            ("0", "0", "1") => Some("0 0 1"),
            ("0", "1", "1") => Some("0 1 1"),
            _ => None,
        }
    }
}

/// An outline as far as it is written.
#[derive(Default)]
struct Written {
    text: String,
    last: Option<char>,
}

impl Written {
    /// Begins a step; one of the same kind as the last needs no letter, nor does a line after a beginning.
    fn letter(&mut self, letter: char) {
        let is_told = match (self.last, letter) {
            (Some('m'), 'l') => true,
            (Some(last), letter) => last == letter && letter != 'm' && letter != 'z',
            (None, _) => false,
        };
        if !is_told {
            self.text.push(letter);
        }
        self.last = Some(letter);
    }

    fn tenths(&mut self, tenths: i32) {
        let sign = if tenths < 0 { "-" } else { "" };
        let (whole, tenth) = (tenths.abs() / 10, tenths.abs() % 10);
        let text = match (whole, tenth) {
            (whole, 0) => format!("{sign}{whole}"),
            (0, tenth) => format!("{sign}.{tenth}"),
            (whole, tenth) => format!("{sign}{whole}.{tenth}"),
        };
        self.plain(&text);
    }

    /// A number after another needs a space, unless its sign tells them apart.
    fn plain(&mut self, number: &str) {
        if self.text.ends_with(|letter: char| letter.is_ascii_digit()) && !number.starts_with('-') {
            self.text.push(' ');
        }
        self.text.push_str(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_from_where_the_last_one_ended() {
        let outline = "M10 10L12.5 9.5L13 9.5A3.1 1 0 0 1 14 -2ZM.5 1L1 1Z";
        let told = |grain| relative(outline, grain).unwrap();
        assert_eq!(told(Grain::Halves), "m10 10 2.5-.5 .5 0a3 1 0 0 1 1-11.5zm-9.5-9 .5 0z");
        assert_eq!(told(Grain::Units), "m10 10 3 0a3 1 0 0 1 1-12zm-9-9z");
        assert_eq!(relative("M1 1A3 3 0 0 1 2 3Z", Grain::Units).unwrap(), "m1 1 1 2z");
    }

    #[test]
    fn what_is_not_ours_stays_as_it_is() {
        let icon = r#"<svg><path d="M12 3v4m0 10v4"/></svg>"#;
        let odd = r#"<svg><path data-paint="mat" d="M1 2C3 4 5 6 7 8"/></svg>"#;
        assert_eq!(shorten(icon, &[]), icon);
        assert_eq!(shorten(odd, &[]), odd);
    }

    #[test]
    fn what_is_small_is_told_finer_than_what_is_large_and_a_shadow_coarser() {
        let path =
            |paint: &str, outline: &str| format!(r#"<svg><path data-paint="{paint}" d="{outline}"/></svg>"#);
        let told = |paint, outline| shorten(&path(paint, outline), &[]);
        assert_eq!(told("skin", "M1.4 2L21.4 4Z"), path("skin", "m1.5 2 20 2z"));
        assert_eq!(told("skin", "M1.4 2L21.9 4Z"), path("skin", "m1 2 21 2z"));
        assert_eq!(told("shadow", "M1.4 2L3.4 4Z"), path("shadow", "m2 2 2 2z"));
    }

    #[test]
    fn a_thumbnail_ends_where_the_next_picture_begins() {
        let picture = r#"<svg><path data-paint="mat" d="M1.4 2L3 4Z"/></svg>"#;
        let page = [r#"<i class="row">"#, picture, "</i>", picture].concat();
        let expected = r#"<i class="row"><svg><path data-paint="mat" d="m1 2 2 2z"/></svg></i><svg><path data-paint="mat" d="m1.5 2 1.5 2z"/></svg>"#;
        assert_eq!(shorten(&page, &["\"row\""]), expected);
    }
}
