//! The product's mark, the dial of work that is level, as the icons of tabs and home screens. Front up, back down, a side
//! on each side, twist around. Its geometry is that of `Mark` in `src/ui/dial.rs`.

use std::f32::consts::PI;
use std::fmt::Write as _;

use domain::balance::Dial;
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Transform};

use crate::failure::{Doing, Failure, Outcome};

/// The radius of the hub, where 1 is the radius of the dial.
const HUB: f32 = 0.300;
/// How far a petal that is half of all reaches.
const REACH: f32 = 0.860;
/// The middle and the width of the ring of twist.
const RING: (f32, f32) = (0.955, 0.078);
/// The shares of front, right, back and left in the mark, and how much of the ring is filled.
const SHARES: [f32; 4] = [0.42, 0.18, 0.42, 0.18];
const TWIST: f32 = 0.22;
/// A petal is a quarter less two degrees on each side.
const HALF: f32 = 43.0 * PI / 180.0;
/// Straight up, where angles run clockwise from the right.
const UP: f32 = -PI / 2.0;

const PAPER: Rgb = Rgb(0xf6, 0xf1, 0xe8);
const LINE: Rgb = Rgb(0xe0, 0xd6, 0xc2);
const AMBER: Rgb = Rgb(0xa9, 0x6a, 0x10);
const TEAL: Rgb = Rgb(0x1a, 0x66, 0x6b);
const PLUM: Rgb = Rgb(0x7d, 0x4f, 0x8f);
const NAVY: Rgb = Rgb(0x26, 0x34, 0x5a);

/// A colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// What an icon stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ground {
    /// A paper tile with round corners: shown as it is.
    Tile,
    /// Paper to every edge, the dial smaller: the system cuts its own shape.
    Full,
    /// Nothing, and the dial in one colour: the system tints it.
    None,
}

impl Ground {
    /// The radius of the dial, where 1 is the edge. What a system cuts may take the outer fifth.
    fn reach(self) -> f32 {
        match self {
            Self::Tile => 0.82,
            Self::Full => 0.66,
            Self::None => 0.76,
        }
    }
}

/// A filled shape on a square from -1 to 1, the vertical axis down.
struct Shape {
    colour: Rgb,
    moves: Vec<Move>,
}

enum Move {
    To(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}

/// The icon as a picture in pixels, a PNG file of `size` by `size`.
pub fn png(size: u32, ground: Ground) -> Outcome<Vec<u8>> {
    let mut picture = Pixmap::new(size, size).ok_or_else(|| Failure::new("an icon has no size"))?;
    let half = size as f32 / 2.0;
    let transform = Transform::from_scale(half, half).post_translate(half, half);
    for shape in drawing(ground) {
        shape.fill(transform, &mut picture);
    }
    picture.encode_png().doing(|| "write an icon".to_owned())
}

/// The dial of some work, of radius 1 before `place` moves and scales it.
pub fn draw_dial(dial: &Dial, place: Transform, picture: &mut Pixmap) {
    let (inner, outer) = (RING.0 - RING.1 / 2.0, RING.0 + RING.1 / 2.0);
    let ring = Shape { colour: LINE, moves: [circle(inner), circle(outer)].into_iter().flatten().collect() };
    // In pieces of at most a quarter of a turn, as one curve can draw.
    let pieces = (dial.twist as f32 * 4.0).ceil().max(1.0);
    let piece = dial.twist as f32 * 2.0 * PI / pieces;
    let twist = (0..pieces as u8).map(|at| UP + f32::from(at) * piece);
    let twist = twist.map(|from| Shape { colour: NAVY, moves: band(inner, outer, from, from + piece) });
    let shares = [dial.front, dial.right, dial.back, dial.left].map(|share| share as f32);
    let largest = shares.into_iter().fold(0.5, f32::max);
    let petals = [AMBER, PLUM, TEAL, PLUM].into_iter().zip(shares).zip(0_u8..);
    let petals = petals.map(|((colour, share), quarter)| Shape {
        colour,
        moves: petal(1.0, share * 0.5 / largest, UP + f32::from(quarter) * PI / 2.0),
    });
    for shape in [ring].into_iter().chain(twist).chain(petals) {
        shape.fill(place, picture);
    }
}

/// The icon for tabs, as an address that holds all of it: a file of its own would be asked for before the first frame.
pub fn in_address() -> String {
    let safe = svg().replace('"', "'").replace('#', "%23").replace('<', "%3C").replace('>', "%3E");
    ["data:image/svg+xml,", &safe].concat()
}

/// The icon as a drawing.
fn svg() -> String {
    let mut text = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-99 -99 198 198">"#);
    for shape in drawing(Ground::Tile) {
        let Rgb(red, green, blue) = shape.colour;
        let data: String = shape.moves.iter().map(|step| step.text(99.0)).collect();
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            r##"<path fill="#{red:02x}{green:02x}{blue:02x}" fill-rule="evenodd" d="{data}"/>"##
        );
    }
    text + "</svg>"
}

/// Back to front: the ground, the ring of twist and what is filled of it, the four petals.
fn drawing(ground: Ground) -> Vec<Shape> {
    let reach = ground.reach();
    let (inner, outer) = ((RING.0 - RING.1 / 2.0) * reach, (RING.0 + RING.1 / 2.0) * reach);
    let ring = Shape { colour: LINE, moves: [circle(inner), circle(outer)].into_iter().flatten().collect() };
    let twist = Shape { colour: NAVY, moves: band(inner, outer, UP, UP + TWIST * 2.0 * PI) };
    let colours = [AMBER, PLUM, TEAL, PLUM];
    let petals = colours.into_iter().zip(SHARES).zip(0_u8..).map(|((colour, share), quarter)| Shape {
        colour,
        moves: petal(reach, share, UP + f32::from(quarter) * PI / 2.0),
    });
    let dial = [twist].into_iter().chain(petals);
    let tile = |moves| [Shape { colour: PAPER, moves }, ring].into_iter();
    match ground {
        Ground::Tile => tile(round_square()).chain(dial).collect(),
        Ground::Full => tile(square()).chain(dial).collect(),
        Ground::None => dial.map(|shape| Shape { colour: Rgb(255, 255, 255), ..shape }).collect(),
    }
}

/// A petal around the direction `middle`: its area from the hub outwards is its share.
fn petal(scale: f32, share: f32, middle: f32) -> Vec<Move> {
    let radius = (HUB * HUB + (REACH * REACH - HUB * HUB) * share / 0.5).sqrt();
    band(HUB * scale, radius * scale, middle - HALF, middle + HALF)
}

/// The part of a ring between two angles, less than half a turn apart.
fn band(inner: f32, outer: f32, start: f32, end: f32) -> Vec<Move> {
    let at = |radius: f32, angle: f32| (radius * angle.cos(), radius * angle.sin());
    let ((x, y), (back_x, back_y)) = (at(outer, start), at(inner, end));
    vec![
        Move::To(x, y),
        arc(outer, start, end),
        Move::Line(back_x, back_y),
        arc(inner, end, start),
        Move::Close,
    ]
}

fn circle(radius: f32) -> Vec<Move> {
    let quarter = PI / 2.0;
    let mut moves = vec![Move::To(radius, 0.0)];
    moves.extend((0..4).map(|at| arc(radius, at as f32 * quarter, (at + 1) as f32 * quarter)));
    moves.push(Move::Close);
    moves
}

/// A part of a circle, at most a quarter, as one curve.
fn arc(radius: f32, start: f32, end: f32) -> Move {
    let pull = radius * 4.0 / 3.0 * ((end - start) / 4.0).tan();
    let (from, to) = ((radius * start.cos(), radius * start.sin()), (radius * end.cos(), radius * end.sin()));
    Move::Curve([
        from.0 - pull * start.sin(),
        from.1 + pull * start.cos(),
        to.0 + pull * end.sin(),
        to.1 - pull * end.cos(),
        to.0,
        to.1,
    ])
}

fn square() -> Vec<Move> {
    vec![
        Move::To(-1.0, -1.0),
        Move::Line(1.0, -1.0),
        Move::Line(1.0, 1.0),
        Move::Line(-1.0, 1.0),
        Move::Close,
    ]
}

/// The square with round corners.
fn round_square() -> Vec<Move> {
    let (flat, pull) = (0.56, 0.80);
    vec![
        Move::To(-flat, -1.0),
        Move::Line(flat, -1.0),
        Move::Curve([pull, -1.0, 1.0, -pull, 1.0, -flat]),
        Move::Line(1.0, flat),
        Move::Curve([1.0, pull, pull, 1.0, flat, 1.0]),
        Move::Line(-flat, 1.0),
        Move::Curve([-pull, 1.0, -1.0, pull, -1.0, flat]),
        Move::Line(-1.0, -flat),
        Move::Curve([-1.0, -pull, -pull, -1.0, -flat, -1.0]),
        Move::Close,
    ]
}

impl Shape {
    fn fill(&self, place: Transform, picture: &mut Pixmap) {
        let Some(path) = self.path() else { return };
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        let Rgb(red, green, blue) = self.colour;
        paint.set_color(Color::from_rgba8(red, green, blue, 255));
        picture.fill_path(&path, &paint, FillRule::EvenOdd, place, None);
    }

    fn path(&self) -> Option<tiny_skia::Path> {
        let mut path = PathBuilder::new();
        for step in &self.moves {
            match *step {
                Move::To(x, y) => path.move_to(x, y),
                Move::Line(x, y) => path.line_to(x, y),
                Move::Curve([x1, y1, x2, y2, x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
                Move::Close => path.close(),
            }
        }
        path.finish()
    }
}

impl Move {
    /// As SVG writes it, in units of which `scale` are the radius.
    fn text(&self, scale: f32) -> String {
        let numbers =
            |of: &[f32]| of.iter().map(|n| format!("{:.0}", n * scale)).collect::<Vec<_>>().join(" ");
        match self {
            Self::To(x, y) => format!("M{}", numbers(&[*x, *y])),
            Self::Line(x, y) => format!("L{}", numbers(&[*x, *y])),
            Self::Curve(points) => format!("C{}", numbers(points)),
            Self::Close => "Z".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pixel(ground: Ground, x: u32, y: u32) -> (u8, u8, u8, u8) {
        let picture = Pixmap::decode_png(&png(200, ground).unwrap()).unwrap();
        let colour = picture.pixel(x, y).unwrap().demultiply();
        (colour.red(), colour.green(), colour.blue(), colour.alpha())
    }

    #[test]
    fn front_is_amber_above_and_back_is_teal_below() {
        assert_eq!(pixel(Ground::Tile, 100, 60), (AMBER.0, AMBER.1, AMBER.2, 255));
        assert_eq!(pixel(Ground::Tile, 100, 140), (TEAL.0, TEAL.1, TEAL.2, 255));
    }

    #[test]
    fn the_corner_is_clear_on_a_tile_and_paper_where_the_system_cuts() {
        assert_eq!(pixel(Ground::Tile, 1, 1).3, 0);
        assert_eq!(pixel(Ground::Full, 1, 1), (PAPER.0, PAPER.1, PAPER.2, 255));
        assert_eq!(pixel(Ground::None, 100, 60), (255, 255, 255, 255));
    }

    #[test]
    fn what_a_system_may_cut_away_holds_none_of_the_dial() {
        // The outer fifth of a maskable icon: just outside the safe circle, straight up.
        assert_eq!(pixel(Ground::Full, 100, 19), (PAPER.0, PAPER.1, PAPER.2, 255));
    }
}
