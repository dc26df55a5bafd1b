//! What a picture of the figure is made of: shapes, each one colour and one path.
//!
//! Decides: the paints, and how path data are written. Deliberately does not know what is drawn, nor any colour: a paint
//! is a role that a style sheet fills.
//!
//! Lengths are in tenths of a unit, two units to the centimetre (a standing figure is 340 units, 3400 tenths, high).
//! They are written by whole-number arithmetic: printing floats would cost 10 kB of program.

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
        }
    }
}

/// A picture: shapes from back to front.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// Back to front. How many there are depends on the exercise alone; their order may change from frame to frame.
    pub shapes: Vec<Shape>,
}

/// One path in one colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Its role.
    pub paint: Paint,
    /// Brightness in percent of the paint's colour, 74 (far) … 106 (near).
    pub shade: u8,
    /// Opacity in percent: the effort of a muscle, 100 for everything else.
    pub strength: u8,
    /// Its outline.
    pub path: Path,
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
        let mut out = String::new();
        for (place, value) in [self.left, self.top, self.width, self.height].into_iter().enumerate() {
            if place > 0 {
                out.push(' ');
            }
            write_tenths(&mut out, value);
        }
        out
    }
}

/// An outline, held as the SVG path data that draw it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(String);

impl Path {
    /// The path data.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Appends the path data.
    pub fn write(&self, out: &mut String) {
        out.push_str(&self.0);
    }

    /// Starts an outline at a point, in tenths.
    pub(super) fn start(&mut self, x: i32, y: i32) {
        self.0.push('M');
        self.point(x, y);
    }

    /// A straight line.
    pub(super) fn line(&mut self, x: i32, y: i32) {
        self.0.push('L');
        self.point(x, y);
    }

    /// An arc of an upright ellipse, in the direction of growing angles (clockwise on the screen).
    pub(super) fn arc(&mut self, radii: (i32, i32), large: bool, x: i32, y: i32) {
        self.0.push('A');
        self.point(radii.0, radii.1);
        self.0.push_str(if large { " 0 1 1 " } else { " 0 0 1 " });
        self.point(x, y);
    }

    /// Back to where the outline started.
    pub(super) fn close(&mut self) {
        self.0.push('Z');
    }

    fn point(&mut self, x: i32, y: i32) {
        write_tenths(&mut self.0, x);
        self.0.push(' ');
        write_tenths(&mut self.0, y);
    }
}

/// Writes tenths as a decimal number: 123 as `12.3`, -5 as `-.5`, 40 as `4`.
fn write_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let size = tenths.unsigned_abs();
    let (whole, tenth) = (size / 10, size % 10);
    if whole > 0 || tenth == 0 {
        write_whole(out, whole);
    }
    if tenth > 0 {
        out.push('.');
        out.push(char::from(b'0' + tenth as u8));
    }
}

fn write_whole(out: &mut String, number: u32) {
    if number >= 10 {
        write_whole(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_as_short_decimals() {
        let written = |tenths| {
            let mut out = String::new();
            write_tenths(&mut out, tenths);
            out
        };
        assert_eq!(
            [123, -5, 40, 0, -1204].map(written),
            ["12.3", "-.5", "4", "0", "-120.4"].map(String::from)
        );
    }
}
