//! The picture: body, muscles, props, shadow and mat put together, back to front.
//!
//! Decides: what is drawn, how bright, where contours run, and the light. Deliberately does not know how a body comes to
//! its pose, nor any colour.

use super::Beat;
use super::camera::Camera;
use super::drawing::{Drawing, Frame, Paint, Path, Shape};
use super::flesh::{Kind, Limb, PARTS, Sphere, each_sphere};
use super::hull::{Circle, outline};
use super::layers::{Item, Items, Layered};
use super::math::{Point, UP, point};
use super::motion::{self, Plan, Stance};
use super::order::{Cover, Layer};
use super::skeleton::place;
use crate::catalogue::{ExerciseId, Position, Side};
use crate::time::Millis;

/// Units to the centimetre.
const SCALE: f32 = 2.0;
/// How many moments of a motion its frame is measured at.
const SAMPLES: u64 = 24;
/// How far a shadow falls for every centimetre of height: to the right and away from the viewer.
const LEAN: (f32, f32) = (0.2, -0.16);
/// Where a view puts a point.
struct View {
    right: Point,
    up: Point,
    toward: Point,
    /// −1 for the mirror image.
    hand: f32,
    /// What is in the middle of the picture.
    middle: Point,
    /// How high a circle on the floor appears.
    squash: f32,
}

impl View {
    fn new(camera: Camera, side: Side, middle: Point) -> Self {
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
    fn see(&self, p: Point) -> Point {
        let p = p - self.middle;
        point(self.hand * p.dot(self.right), -p.dot(self.up), p.dot(self.toward))
    }

    fn circle(&self, sphere: &Sphere) -> Circle {
        let seen = self.see(sphere.at);
        Circle { x: seen.x * SCALE, y: seen.y * SCALE, radius: sphere.radius * SCALE }
    }

    /// The shadow of a sphere, y stretched so that it is a circle.
    fn shade(&self, sphere: &Sphere) -> Circle {
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
fn mat(exercise: ExerciseId, plan: &Plan) -> (Point, f32, f32) {
    // Limbs reached out over it count on the floor; one who stands has a small mat.
    let high_up = if exercise.get().position == Position::Standing { 45.0 } else { 75.0 };
    let far = f32::INFINITY;
    let (mut low, mut high) = (point(far, 0.0, far), point(-far, 0.0, -far));
    for Stance { body, .. } in plan.stances() {
        for part in PARTS {
            for side in if part.paired { 0..2 } else { 1..2 } {
                for balls in part.hulls {
                    each_sphere(balls, part.paired, side, body, |s| {
                        if s.at.y < high_up {
                            low = point(low.x.min(s.at.x - s.radius), 0.0, low.z.min(s.at.z - s.radius));
                            high = point(high.x.max(s.at.x + s.radius), 0.0, high.z.max(s.at.z + s.radius));
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
        (middle, (half.x + 6.0).clamp(32.0, 46.0), half.z + 9.0)
    } else {
        (point(middle.x, 0.0, 0.0), (half.x + 9.0).max(36.0), (half.z + 6.0).clamp(32.0, 46.0))
    }
}

/// The picture of a moment.
pub(super) fn draw(exercise: ExerciseId, side: Side, beat: Beat, camera: Camera) -> Drawing {
    let plan = &*Plan::of(exercise);
    let instant = motion::at(exercise, plan, beat);
    let (middle, long, wide) = mat(exercise, plan);
    let view = View::new(camera, side, middle);
    let items = Items::of(exercise, plan, &instant);
    let mut shapes = Vec::with_capacity(items.items.len() * 2 + 3);
    for (drop, shade) in [(1.4, 90), (0.0, 100)] {
        let path = mat_path(&view, middle, long, wide, drop);
        shapes.push(Shape { paint: Paint::Mat, shade, strength: 100, path });
    }
    shapes.push(Shape { paint: Paint::Shadow, shade: 100, strength: 100, path: shadow(&view, &items) });
    let head = instant.body.bones[place::HEAD].turn;
    let facing = [head.x.dot(view.toward), head.y.dot(view.toward)];
    paint(&view, &items, facing, &mut shapes);
    Drawing { shapes }
}

fn mat_path(view: &View, middle: Point, long: f32, wide: f32, drop: f32) -> Path {
    let corner = 5.0;
    let mut circles = [Circle::default(); 4];
    for (circle, (x, z)) in circles.iter_mut().zip([(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)]) {
        let at = middle + point(x * (long - corner), 0.0, z * (wide - corner));
        *circle = view.shade(&Sphere { at, radius: corner });
        circle.y += drop * SCALE / view.squash;
    }
    let mut path = Path::default();
    outline(&mut path, &circles, view.squash);
    path
}

fn shadow(view: &View, items: &Items) -> Path {
    let mut path = Path::default();
    let mut circles = Vec::with_capacity(16);
    for item in &items.items {
        let face = matches!(item.kind, Layered::Part { kind: Kind::Face, .. });
        if face || matches!(item.kind, Layered::Muscle | Layered::Prop { shadow: false }) {
            continue;
        }
        for hull in item.hulls() {
            circles.clear();
            circles.extend(items.spheres[hull].iter().map(|sphere| view.shade(sphere)));
            outline(&mut path, &circles, view.squash);
        }
    }
    path
}

/// Paints all; `facing` is how much the face and the crown are turned to the viewer, −1 … 1 each.
fn paint(view: &View, items: &Items, facing: [f32; 2], shapes: &mut Vec<Shape>) {
    let seen: Vec<Sphere> = items
        .spheres
        .iter()
        .map(|sphere| Sphere { at: view.see(sphere.at), radius: sphere.radius })
        .collect();
    let count = items.items.len();
    let seen_hulls = |item: &Item| item.hulls().map(|hull| &seen[hull]);
    let layers = items.items.iter().map(|item| Layer { hulls: seen_hulls(item), bonus: item.bonus });
    let mut cover = Cover::of(layers, count);
    comb(items, facing, &mut cover);
    let mean = |item: &Item| {
        let own = &seen[item.spheres.clone()];
        own.iter().map(|sphere| sphere.at.z).sum::<f32>() / own.len().max(1) as f32
    };
    let depth: Vec<f32> = items.items.iter().map(mean).collect();
    let middle = depth.iter().sum::<f32>() / count as f32;
    let order = cover.order(&ties(items, &depth));
    let slots = contour_slots(items, &cover, &order);
    let mut paths: Vec<Path> = items.items.iter().map(|item| path_of(view, items, item)).collect();
    for (at, &index) in order.iter().enumerate() {
        for &(_, lined) in slots.iter().filter(|(slot, _)| *slot == at) {
            let path = paths[lined].clone();
            shapes.push(Shape { paint: Paint::Line, shade: 100, strength: 100, path });
        }
        let item = &items.items[index];
        let shade = brightness(depth[index] - middle);
        let path = core::mem::take(&mut paths[index]);
        shapes.push(Shape { paint: item.paint, shade, strength: item.strength, path });
    }
}

fn path_of(view: &View, items: &Items, item: &Item) -> Path {
    let mut path = Path::default();
    let mut circles = [Circle::default(); 16];
    for hull in item.hulls() {
        let spheres = &items.spheres[hull];
        for (circle, sphere) in circles.iter_mut().zip(spheres) {
            *circle = view.circle(sphere);
        }
        outline(&mut path, &circles[..spheres.len().min(16)], 1.0);
    }
    path
}

/// Hair and a face are flat shapes of the same size: which one covers the other is decided by the view. The cap covers
/// the head from behind and from the side, the fringe whenever it is on the near side of the brow.
fn comb(items: &Items, [face, crown]: [f32; 2], cover: &mut Cover) {
    let heads = |wanted: fn(Paint) -> bool| {
        items.items.iter().enumerate().filter(move |(_, item)| match item.kind {
            Layered::Part { limb: Limb::Head | Limb::Neck, kind: Kind::Flesh | Kind::Hair, .. } => {
                wanted(item.paint)
            }
            _ => false,
        })
    };
    for (hair, item) in heads(|paint| paint == Paint::Hair) {
        let front = match item.kind {
            Layered::Part { kind: Kind::Hair, .. } => Some(face < 0.3),
            // The fringe has three places, the knot one.
            _ if item.spheres.len() > 2 && 0.5 * face + 0.85 * crown > -0.2 => Some(true),
            _ => None,
        };
        for (head, _) in heads(|paint| paint == Paint::Skin) {
            if let Some(front) = front
                && cover.nearer(hair, head) != 0.0
            {
                cover.set(hair, head, front);
            }
        }
    }
}

/// What decides the order of parts that do not cover each other: how near the whole limb is, so that its parts come one after the
/// other and nothing is painted between them.
fn ties(items: &Items, depth: &[f32]) -> Vec<f32> {
    let group = |item: &Item| match item.kind {
        Layered::Part { limb, side, .. } if !limb.is_middle() => {
            1 + side + if (limb as u8) < Limb::Thigh as u8 { 0 } else { 2 }
        }
        Layered::Part { .. } => 0,
        _ => 5,
    };
    let mut sums = [(0.0_f32, 0.0_f32); 6];
    for (item, depth) in items.items.iter().zip(depth) {
        let sum = &mut sums[group(item)];
        *sum = (sum.0 + depth, sum.1 + 1.0);
    }
    let tie = |(item, &own): (&Item, &f32)| match group(item) {
        5 => own,
        group => sums[group].0 / sums[group].1 + 0.01 * own,
    };
    items.items.iter().zip(depth).map(tie).collect()
}

/// A contour is painted before its own part and before those that its part grows into, but after all that it must cover.
fn contour_slots(items: &Items, cover: &Cover, order: &[usize]) -> Vec<(usize, usize)> {
    let mut slots = Vec::with_capacity(order.len());
    for (at, &index) in order.iter().enumerate() {
        let Layered::Part { limb, side, kind: Kind::Flesh | Kind::Hair } = items.items[index].kind else {
            continue;
        };
        let (mut first, mut after) = (at, 0);
        for (before, &other) in order[..at].iter().enumerate() {
            let nearer = cover.nearer(index, other);
            if nearer == 0.0 {
                continue;
            }
            let joined = match items.items[other].kind {
                Layered::Part { limb: neighbour, side: there, .. } => {
                    limb.joins(neighbour) && (side == there || limb.is_middle() || neighbour.is_middle())
                }
                // A lit muscle is part of the surface it lies in.
                Layered::Muscle => continue,
                Layered::Prop { .. } => false,
            };
            if joined {
                first = first.min(before);
            } else if nearer > 0.0 {
                after = before + 1;
            }
        }
        slots.push((first.max(after), index));
    }
    slots
}

fn brightness(nearness: f32) -> u8 {
    let slope = if nearness > 0.0 { 0.2 } else { 0.45 };
    (100.0 + nearness * slope).round().clamp(74.0, 106.0) as u8
}

/// The room that a whole motion takes.
pub(super) fn frame(exercise: ExerciseId, camera: Camera) -> Frame {
    let plan = &*Plan::of(exercise);
    let (middle, long, wide) = mat(exercise, plan);
    let view = View::new(camera, Side::Left, middle);
    let (mut across, mut top, mut bottom) = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut hold = |circle: Circle, squash: f32| {
        across = across.max(circle.x.abs() + circle.radius);
        top = top.min((circle.y - circle.radius) * squash);
        bottom = bottom.max((circle.y + circle.radius) * squash);
    };
    for (x, z) in [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
        let corner = view.shade(&Sphere { at: middle + point(x * long, 0.0, z * wide), radius: 0.0 });
        hold(corner, view.squash);
    }
    // What leads in moves; after that, or without it, what repeats.
    let lead = motion::lead_in(exercise);
    let (moving, still) = if lead > 0 { (lead, 4) } else { (motion::period(exercise), 0) };
    let breath = motion::period(exercise);
    let moments = (0..=SAMPLES)
        .map(|sample| moving * sample / SAMPLES)
        .chain((1..=still).map(|sample| lead + breath * sample / still.max(1)));
    for since in moments {
        let instant = motion::at(exercise, plan, Beat::At(Millis(since)));
        for sphere in &Items::of(exercise, plan, &instant).spheres {
            hold(view.circle(sphere), 1.0);
            hold(view.shade(sphere), view.squash);
        }
    }
    // A contour's width, and what moves between two samples.
    let margin = 6.0;
    let tenths = |v: f32| (v * 10.0).ceil() as i32;
    Frame {
        left: -tenths(across + margin),
        top: -tenths(margin - top),
        width: 2 * tenths(across + margin),
        height: tenths(margin - top) + tenths(bottom + margin),
    }
}
