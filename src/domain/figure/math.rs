//! Just enough geometry: points, turns, and the arc tangent that an arm's two bones need.
//!
//! Decides: the hand of the axes (x forward, y up, z to the figure's right) and that angles are degrees where a pose
//! says them. Deliberately does not know bodies.

use core::ops::{Add, Mul, Neg, Sub};

/// A point or a direction, in centimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) z: f32,
}

/// The point (x, y, z).
pub(super) const fn point(x: f32, y: f32, z: f32) -> Point {
    Point { x, y, z }
}

/// Straight up.
pub(super) const UP: Point = point(0.0, 1.0, 0.0);
/// The way a standing figure faces.
pub(super) const FORWARD: Point = point(1.0, 0.0, 0.0);

impl Add for Point {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        point(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Point {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        point(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f32> for Point {
    type Output = Self;
    fn mul(self, times: f32) -> Self {
        point(self.x * times, self.y * times, self.z * times)
    }
}

impl Neg for Point {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

impl Point {
    pub(super) fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    pub(super) fn cross(self, other: Self) -> Self {
        point(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    pub(super) fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The direction alone; no direction at all becomes `FORWARD`.
    pub(super) fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-5 { self * (1.0 / length) } else { FORWARD }
    }

    /// What is left of it on the floor.
    pub(super) fn flat(self) -> Self {
        point(self.x, 0.0, self.z)
    }

    /// Part of the way to `other`.
    pub(super) fn toward(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }
}

/// A turn: the three axes of what was turned, where they point now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Turn {
    pub(super) x: Point,
    pub(super) y: Point,
    pub(super) z: Point,
}

/// No turn.
pub(super) const STILL: Turn = Turn { x: FORWARD, y: UP, z: point(0.0, 0.0, 1.0) };

impl Turn {
    /// About the forward axis, right-handed, in degrees.
    pub(super) fn about_x(degrees: f32) -> Self {
        let (s, c) = degrees.to_radians().sin_cos();
        Self { x: FORWARD, y: point(0.0, c, s), z: point(0.0, -s, c) }
    }

    /// About the upward axis.
    pub(super) fn about_y(degrees: f32) -> Self {
        let (s, c) = degrees.to_radians().sin_cos();
        Self { x: point(c, 0.0, -s), y: UP, z: point(s, 0.0, c) }
    }

    /// About the axis to the right.
    pub(super) fn about_z(degrees: f32) -> Self {
        let (s, c) = degrees.to_radians().sin_cos();
        Self { x: point(c, s, 0.0), y: point(-s, c, 0.0), z: STILL.z }
    }

    /// This turn of `inner`.
    pub(super) fn of(&self, inner: &Self) -> Self {
        Self { x: self.carry(inner.x), y: self.carry(inner.y), z: self.carry(inner.z) }
    }

    /// Where a direction of the turned thing points.
    pub(super) fn carry(&self, p: Point) -> Point {
        self.x * p.x + self.y * p.y + self.z * p.z
    }

    /// The inverse.
    pub(super) fn back(&self) -> Self {
        Self {
            x: point(self.x.x, self.y.x, self.z.x),
            y: point(self.x.y, self.y.y, self.z.y),
            z: point(self.x.z, self.y.z, self.z.z),
        }
    }

    /// The smallest turn that brings direction `from` to direction `to`.
    pub(super) fn between(from: Point, to: Point) -> Self {
        let (from, to) = (from.unit(), to.unit());
        let axis = from.cross(to);
        let cos = from.dot(to);
        if cos < -0.9999 {
            return Self::about_z(180.0);
        }
        let k = 1.0 / (1.0 + cos);
        let about = |v: Point| v * cos + axis.cross(v) + axis * (axis.dot(v) * k);
        Self { x: about(STILL.x), y: about(STILL.y), z: about(STILL.z) }
    }

    /// Part of the way to another turn.
    pub(super) fn toward(&self, other: &Self, share: f32) -> Self {
        let y = self.y.toward(other.y, share).unit();
        let z = self.x.toward(other.x, share).cross(y).unit();
        Self { x: y.cross(z), y, z }
    }

    /// Flexion, outward tilt and inward turn of a limb on the right, in degrees: content 6.1 read backwards. There are two such triples;
    /// this is the one nearer `hint`.
    pub(super) fn angles(&self, hint: [f32; 3]) -> [f32; 3] {
        let tilt = self.y.z.clamp(-1.0, 1.0).asin().to_degrees();
        let flex = (-self.y.x).atan2(self.y.y).to_degrees();
        let roll = (-self.x.z).atan2(self.z.z).to_degrees();
        let one = [flex, tilt, roll];
        let two = [flex + 180.0, 180.0 - tilt, roll + 180.0];
        let (one, two) = (near(one, hint), near(two, hint));
        if far(one, hint) <= far(two, hint) { one } else { two }
    }
}

fn near(mut angles: [f32; 3], hint: [f32; 3]) -> [f32; 3] {
    for (angle, hint) in angles.iter_mut().zip(hint) {
        *angle -= ((*angle - hint) / 360.0).round() * 360.0;
    }
    angles
}

fn far(angles: [f32; 3], hint: [f32; 3]) -> f32 {
    angles.iter().zip(hint).map(|(a, b)| (a - b).abs()).sum()
}

/// The angle, in degrees, by which a joint between bones `a` and `b` bends when their far ends are `reach` apart.
pub(super) fn bend(a: f32, b: f32, reach: f32) -> f32 {
    let cos = (reach * reach - a * a - b * b) / (2.0 * a * b);
    cos.clamp(-1.0, 1.0).acos().to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn angles_are_read_back_as_they_were_said() {
        for said in [[30.0, 20.0, -10.0], [-6.0, 152.0, 0.0], [170.0, 18.0, 40.0]] {
            let turn = Turn::about_z(said[0]).of(&Turn::about_x(said[1])).of(&Turn::about_y(said[2]));
            let read = turn.angles([said[0] + 5.0, said[1] - 5.0, said[2]]);
            assert!(far(read, said) < 0.05, "{said:?} {read:?}");
        }
    }

    #[test]
    fn the_smallest_turn_brings_one_direction_to_the_other() {
        let (from, to) = (point(1.0, 2.0, 3.0).unit(), point(-2.0, 1.0, 0.5).unit());
        assert!((Turn::between(from, to).carry(from) - to).length() < 1e-4);
    }
}
