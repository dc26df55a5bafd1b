//! What a picture of the figure is made of: shapes, each one colour and one path.
//!
//! Decides: the paints, and how path data are written. Deliberately does not know what is drawn, nor any colour: a paint
//! is a role that a style sheet fills.
//!
//! Lengths are in tenths of a unit, two units to the centimetre (a standing figure is 340 units, 3400 tenths, high).
//! They are written by whole-number arithmetic: printing floats would cost 10 kB of program.

use crate::catalogue::Muscle;

/// What a shape is the picture of, hence its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paint {
    /// The mat, and below it its edge. Filled.
    Mat,
    /// The shadow on the floor: one path. Filled, translucent.
    Shadow,
    /// The contour of a part of the body: stroked, not filled. It lies behind the part, so half its width shows. May be
    /// left out of small pictures.
    Line,
    /// Skin.
    Skin,
    /// Shirt.
    Top,
    /// Shorts.
    Shorts,
    /// Shoes.
    Shoes,
    /// Hair and brows.
    Hair,
    /// A muscle at work. Filled, as strong as [`Shape::strength`] says, with a thin contour.
    Muscle,
    /// A muscle that helps: the same, but its contour in the colour of muscle.
    MuscleHelping,
    /// A deep muscle: a softer patch over where it lies, with a dashed edge.
    MuscleDeep,
    /// A bench, a wall, a weight.
    Prop,
    /// What points to a mistake. Stroked, not filled.
    Mark,
    /// The line that the good form has there. Stroked, not filled.
    MarkGood,
}

impl Paint {
    /// The key of its style.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Mat => "mat",
            Self::Shadow => "shadow",
            Self::Line => "line",
            Self::Skin => "skin",
            Self::Top => "top",
            Self::Shorts => "shorts",
            Self::Shoes => "shoes",
            Self::Hair => "hair",
            Self::Muscle => "muscle",
            Self::MuscleHelping => "muscle-helping",
            Self::MuscleDeep => "muscle-deep",
            Self::Prop => "prop",
            Self::Mark => "mark",
            Self::MarkGood => "mark-good",
        }
    }
}

/// A picture: shapes from back to front, and the text of their outlines. It is filled again and again without asking for
/// more room, once it has what the largest picture needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    shapes: Vec<Shape>,
    outlines: Path,
}

/// One outline in one colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its role.
    pub paint: Paint,
    /// Brightness in percent of the paint's colour, 74 (far) … 106 (near).
    pub shade: u8,
    /// Opacity in percent: the effort of a muscle, 100 for everything else.
    pub strength: u8,
    /// Which muscle it is, on whichever side.
    pub muscle: Option<Muscle>,
    /// Where its outline stands in the text of all.
    pub(super) outline: Span,
}

/// A stretch of the text of all outlines, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    from: u32,
    to: u32,
}

impl Shape {
    /// A shape of full strength and brightness.
    pub(super) const fn plain(paint: Paint, outline: Span) -> Self {
        Self { paint, shade: 100, strength: 100, muscle: None, outline }
    }
}

impl Drawing {
    /// Back to front. How many there are depends on who is drawn doing what alone; their order may change from picture to
    /// picture.
    pub fn shapes(&self) -> &[Shape] {
        &self.shapes
    }

    /// The outline of one of its shapes, as SVG path data.
    pub fn outline(&self, shape: &Shape) -> &str {
        let Span { from, to } = shape.outline;
        let text = self.outlines.0.get(from as usize..to as usize).unwrap_or_default();
        core::str::from_utf8(text).unwrap_or_default()
    }

    /// Empty again, the room kept.
    pub(super) fn clear(&mut self) {
        self.shapes.clear();
        self.outlines.0.clear();
    }

    /// Writes an outline.
    pub(super) fn write(&mut self, draw: impl FnOnce(&mut Path)) -> Span {
        let from = self.outlines.0.len() as u32;
        draw(&mut self.outlines);
        Span { from, to: self.outlines.0.len() as u32 }
    }

    /// Puts a shape in front of all others.
    pub(super) fn push(&mut self, shape: Shape) {
        self.shapes.push(shape);
    }

    /// Asks for room for any picture of the same shapes: their outlines may be half as long again as now.
    pub(super) fn reserve(&mut self) {
        self.outlines.0.reserve(self.outlines.0.len() / 2);
        self.shapes.reserve(1);
    }
}

/// The room that a whole motion takes, in tenths of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The left edge.
    pub left: i32,
    /// The upper edge; y grows downwards, the middle of the mat is near 0.
    pub top: i32,
    /// How wide.
    pub width: i32,
    /// How high.
    pub height: i32,
}

impl Frame {
    /// The frame as an SVG `viewBox`, in units.
    pub fn view_box(&self) -> String {
        let mut words = Words::default();
        words.point(self.width, self.height);
        words.put(b' ');
        words.point(self.left, self.top);
        String::from_utf8(words.text().to_vec()).unwrap_or_default()
    }
}

/// Outlines, as the SVG path data that draw them: ASCII, kept as bytes because a text would look at each letter again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path(Vec<u8>);

impl Path {
    #[cfg(test)]
    pub(super) fn text(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Starts an outline at a point, in tenths.
    pub(super) fn start(&mut self, x: i32, y: i32) {
        self.command(b'M', |words| words.point(x, y));
    }

    /// A straight line.
    pub(super) fn line(&mut self, x: i32, y: i32) {
        self.command(b'L', |words| words.point(x, y));
    }

    /// An arc of an upright ellipse, in the direction of growing angles (clockwise on the screen).
    pub(super) fn arc(&mut self, radii: (i32, i32), large: bool, x: i32, y: i32) {
        self.command(b'A', |words| {
            words.point(x, y);
            for &byte in if large { b" 1 1 0 " } else { b" 1 0 0 " } {
                words.put(byte);
            }
            words.point(radii.0, radii.1);
        });
    }

    /// Back to where the outline started.
    pub(super) fn close(&mut self) {
        self.0.push(b'Z');
    }

    /// Adds a command whose words are put in from the last to the first.
    fn command(&mut self, letter: u8, words: impl FnOnce(&mut Words)) {
        let mut all = Words::default();
        words(&mut all);
        all.put(letter);
        self.0.extend_from_slice(all.text());
    }
}

/// The most that a command needs: four numbers, three flags, a letter.
const LONGEST: usize = 64;

/// Words that are put together from their end, because a number's last figure is known first; then copied in one go.
struct Words {
    bytes: [u8; LONGEST],
    from: usize,
}

impl Default for Words {
    fn default() -> Self {
        Self { bytes: [0; LONGEST], from: LONGEST }
    }
}

impl Words {
    fn text(&self) -> &[u8] {
        &self.bytes[self.from..]
    }

    #[allow(
        clippy::inline_always,
        reason = "twenty thousand letters a picture: a call for each would be half its cost"
    )]
    #[inline(always)]
    fn put(&mut self, byte: u8) {
        self.from -= 1;
        self.bytes[self.from] = byte;
    }

    fn point(&mut self, x: i32, y: i32) {
        self.tenths(y);
        self.put(b' ');
        self.tenths(x);
    }

    /// A decimal number: 123 as `12.3`, -5 as `-.5`, 40 as `4`.
    fn tenths(&mut self, tenths: i32) {
        let figure = |number: u32| b'0' + (number % 10) as u8;
        let size = tenths.unsigned_abs();
        let (mut whole, tenth) = (size / 10, size % 10);
        if tenth > 0 {
            self.put(figure(tenth));
            self.put(b'.');
        } else if whole == 0 {
            self.put(b'0');
        }
        while whole > 0 {
            self.put(figure(whole));
            whole /= 10;
        }
        if tenths < 0 {
            self.put(b'-');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_as_short_decimals() {
        let written = |tenths| {
            let mut words = Words::default();
            words.tenths(tenths);
            String::from_utf8(words.text().to_vec()).unwrap_or_default()
        };
        assert_eq!(
            [123, -5, 40, 0, -1204, i32::MIN].map(written),
            ["12.3", "-.5", "4", "0", "-120.4", "-214748364.8"].map(String::from)
        );
    }
}
