//! Where a view puts a point, its shadow, and the mat.
//!
//! Decides: the projection, the light, and how large the mat is. Deliberately does not know what is drawn with them.

use super::camera::Camera;
use super::flesh::{Sphere, each_sphere, parts};
use super::hull::Circle;
use super::math::{Point, UP, point};
use super::motion::{Plan, Stance};
use super::person::Person;
use crate::catalogue::Side;

/// Units to the centimetre.
pub(super) const SCALE: f32 = 2.0;
/// How far a shadow falls for every centimetre of height: to the right and away from the viewer.
const LEAN: (f32, f32) = (0.2, -0.16);

/// Where a view puts a point.
pub(super) struct View {
    right: Point,
    up: Point,
    toward: Point,
    /// −1 for the mirror image.
    hand: f32,
    /// What is in the middle of the picture.
    middle: Point,
    /// How high a circle on the floor appears.
    pub(super) squash: f32,
}

impl View {
    pub(super) fn new(camera: Camera, side: Side, middle: Point) -> Self {
        let (s, c) = camera.yaw.to_radians().sin_cos();
        let (sp, cp) = camera.pitch.to_radians().sin_cos();
        let level = point(-s, 0.0, c);
        Self {
            right: point(c, 0.0, s),
            up: UP * cp - level * sp,
            toward: level * cp + UP * sp,
            hand: if side == Side::Right { -1.0 } else { 1.0 },
            middle,
            squash: sp.max(0.05),
        }
    }

    /// x to the right, y down, z nearness; in centimetres.
    pub(super) fn see(&self, p: Point) -> Point {
        let p = p - self.middle;
        point(self.hand * p.dot(self.right), -p.dot(self.up), p.dot(self.toward))
    }

    /// How much a direction points at the viewer, −1 … 1.
    pub(super) fn facing(&self, way: Point) -> f32 {
        way.dot(self.toward)
    }

    pub(super) fn circle(&self, sphere: &Sphere) -> Circle {
        let seen = self.see(sphere.at);
        Circle { x: seen.x * SCALE, y: seen.y * SCALE, radius: sphere.radius * SCALE }
    }

    /// The shadow of a sphere, y stretched so that it is a circle.
    pub(super) fn shade(&self, sphere: &Sphere) -> Circle {
        let height = sphere.at.y.max(0.0);
        let foot = self.see(sphere.at - UP * sphere.at.y);
        let away = foot.y / self.squash + LEAN.1 * height;
        Circle {
            x: (foot.x + self.hand * LEAN.0 * height) * SCALE,
            y: away * SCALE,
            radius: sphere.radius * SCALE,
        }
    }
}

/// The mat: its middle, and half its length and width.
#[derive(Clone, Copy)]
pub(super) struct Mat {
    pub(super) middle: Point,
    half: (f32, f32),
}

impl Mat {
    /// The mat under a whole motion.
    pub(super) fn under(plan: &Plan) -> Self {
        // Limbs reached out over it count on the floor; one who stands has a small mat.
        let high_up = if plan.stands() { 45.0 } else { 75.0 };
        let far = f32::INFINITY;
        let (mut low, mut high) = (point(far, 0.0, far), point(-far, 0.0, -far));
        for Stance { body, .. } in plan.stances() {
            for part in parts(Person::default()) {
                for side in if part.paired { 0..2 } else { 1..2 } {
                    for balls in part.hulls {
                        each_sphere(balls, part.paired, side, body, |s| {
                            if s.at.y < high_up {
                                low = point(low.x.min(s.at.x - s.radius), 0.0, low.z.min(s.at.z - s.radius));
                                high =
                                    point(high.x.max(s.at.x + s.radius), 0.0, high.z.max(s.at.z + s.radius));
                            }
                        });
                    }
                }
            }
        }
        let half = (high - low) * 0.5;
        let middle = low + half;
        // One who lies across it lies along z; arms spread wide may leave the mat.
        if half.z > half.x {
            Self { middle, half: ((half.x + 6.0).clamp(32.0, 46.0), half.z + 9.0) }
        } else {
            let middle = point(middle.x, 0.0, 0.0);
            Self { middle, half: ((half.x + 9.0).max(36.0), (half.z + 6.0).clamp(32.0, 46.0)) }
        }
    }

    /// Its four corners, so much inside the edge.
    pub(super) fn corners(&self, inside: f32) -> [Sphere; 4] {
        let (long, wide) = (self.half.0 - inside, self.half.1 - inside);
        [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)]
            .map(|(x, z)| Sphere { at: self.middle + point(x * long, 0.0, z * wide), radius: inside })
    }
}
