//! How a shape is written: as markup when a figure is made, and then attribute by attribute as it changes.
//!
//! Decides: which attributes a shape has, and that one which is as it was is not written again. Deliberately does not know
//! when a figure is drawn.

use domain::catalogue::{ExerciseId, Muscle};
use domain::figure::{Drawing, Paint, Person, Shape};

/// While one muscle is pointed at, the others are so many times fainter.
const DIMMED: u8 = 4;

/// What was last written of one shape. Its texts keep their room, so that a picture after the first asks for none.
#[derive(Default)]
pub(super) struct Written {
    look: Option<Look>,
    outline: String,
    text: String,
}

/// What a shape looks like, but for its outline.
struct Look {
    paint: Paint,
    shade: u8,
    strength: u8,
    muscle: Option<Muscle>,
}

impl Look {
    fn of(&Shape { paint, shade, strength, muscle, .. }: &Shape) -> Self {
        Self { paint, shade, strength, muscle }
    }
}

impl Written {
    /// Which muscle it shows.
    pub(super) fn muscle(&self) -> Option<Muscle> {
        self.look.as_ref().and_then(|look| look.muscle)
    }

    /// Calls `write` with each attribute that differs from what was written last. All muscles but `one` are dimmed.
    pub(super) fn renew(
        &mut self,
        drawing: &Drawing,
        shape: &Shape,
        one: Option<Muscle>,
        write: impl Fn(&str, &str),
    ) {
        let strength = match (shape.muscle, one) {
            (Some(own), Some(one)) if own == one => 100,
            (Some(_), Some(_)) => shape.strength / DIMMED,
            _ => shape.strength,
        };
        let known = self.look.replace(Look { strength, ..Look::of(shape) });
        let differs = |of: fn(&Look) -> (u8, u8)| known.as_ref().map(of) != self.look.as_ref().map(of);
        if differs(|look| (look.paint as u8, 0)) {
            write("data-paint", shape.paint.slug());
        }
        if differs(|look| (look.paint as u8, look.shade)) {
            self.text.clear();
            fill(shape, &mut self.text);
            write("fill", &self.text);
        }
        if differs(|look| (look.strength, 0)) {
            self.text.clear();
            opacity(strength, &mut self.text);
            write("fill-opacity", &self.text);
        }
        let outline = drawing.outline(shape);
        if !is_same(&self.outline, outline) {
            self.outline.clear();
            self.outline.push_str(outline);
            write("d", outline);
        }
    }
}

/// Whether two texts are alike, eight letters at a time: `==` goes letter by letter in a program that is built to be small, and
/// twenty thousand are compared for each picture.
fn is_same(one: &str, other: &str) -> bool {
    let (words, rest) = one.as_bytes().as_chunks::<8>();
    let (others, other_rest) = other.as_bytes().as_chunks::<8>();
    let word = |bytes: &[u8; 8]| u64::from_ne_bytes(*bytes);
    one.len() == other.len()
        && words.iter().zip(others).all(|(one, other)| word(one) == word(other))
        && rest == other_rest
}

/// A drawing as markup, in the colours of whoever does `exercise`; the stylesheet knows them by their numbers.
pub(super) fn markup(exercise: Option<ExerciseId>, drawing: &Drawing) -> String {
    let mut out = String::with_capacity(drawing.shapes().len() * 160);
    out.push_str("<g");
    if let Some(colours) = exercise.map(Person::colours_for_move) {
        for (name, number) in [" data-skin=\"", " data-hair=\"", " data-outfit=\""].into_iter().zip(colours) {
            out.push_str(name);
            out.push(char::from(b'0' + number));
            out.push('"');
        }
    }
    out.push('>');
    for shape in drawing.shapes() {
        out.push_str("<path data-paint=\"");
        out.push_str(shape.paint.slug());
        out.push_str("\" fill=\"");
        fill(shape, &mut out);
        out.push_str("\" fill-opacity=\"");
        opacity(shape.strength, &mut out);
        // Marks stand still, and are seldom seen: not worth a rule of the style sheet that every page begins with.
        out.push_str(match shape.paint {
            Paint::Mark => "\" stroke-width=\"3\" stroke=\"#a92c12",
            Paint::MarkGood => "\" stroke-width=\"3\" stroke=\"var(--teal)",
            _ => "",
        });
        out.push_str("\" d=\"");
        out.push_str(drawing.outline(shape));
        out.push_str("\"/>");
    }
    out.push_str("</g>");
    out
}

/// Writes the colour of a shape: its paint, darker the farther it is. An attribute, so that any rule of the stylesheet wins.
fn fill(shape: &Shape, out: &mut String) {
    let paint = match shape.paint {
        Paint::Line | Paint::Mark | Paint::MarkGood => return out.push_str("none"),
        Paint::MuscleDeep | Paint::MuscleHelping => "muscle",
        other => other.slug(),
    };
    let (percent, with) = match shape.shade {
        100 => (0, ""),
        shade @ ..100 => (shade, "#101528"),
        shade => (200_u8.saturating_sub(shade), "#fff"),
    };
    for part in [if percent > 0 { "color-mix(in srgb," } else { "" }, "var(--paint-", paint, ")"] {
        out.push_str(part);
    }
    if percent > 0 {
        out.push(' ');
        two_figures(percent, out);
        for part in ["%,", with, ")"] {
            out.push_str(part);
        }
    }
}

/// Writes an opacity in percent.
fn opacity(strength: u8, out: &mut String) {
    if strength >= 100 {
        return out.push('1');
    }
    out.push('.');
    two_figures(strength, out);
}

fn two_figures(number: u8, out: &mut String) {
    out.push(char::from(b'0' + number / 10 % 10));
    out.push(char::from(b'0' + number % 10));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_wherever_they_differ() {
        let text = "M12.5 4A3 3 0 0 1 4.5 6Z";
        assert!(is_same(text, text) && is_same("", ""));
        for at in 0..text.len() {
            let mut other = text.to_owned();
            other.replace_range(at..=at, "_");
            assert!(!is_same(text, &other), "{other}");
            assert!(!is_same(text, &text[..at]), "{at}");
        }
    }
}
