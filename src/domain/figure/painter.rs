//! The picture: body, muscles, props, shadow and mat put together, back to front.
//!
//! Decides: what is drawn in which order, how bright, and where contours run. Deliberately does not know how a body comes to its
//! pose, nor any colour. What one picture needed is kept for the next, which then asks for no memory.

use std::rc::Rc;

use super::Beat;
use super::camera::Camera;
use super::drawing::{Drawing, Frame, Paint, Path, Shape, Span};
use super::flesh::{Kind, Limb, Sphere};
use super::hull::{Circle, outline};
use super::layers::{Item, Items, Layered, Light, lights_of};
use super::mark;
use super::math::Point;
use super::motion::{Instant, Plan};
use super::order::{CELL, Cover, Layer};
use super::person::Person;
use super::poses::Poses;
use super::skeleton::{Body, place};
use super::view::{Mat, SCALE, View};
use crate::catalogue::{ExerciseId, Muscle, Side};
use crate::time::Millis;

/// How many moments of a motion its frame is measured at.
const SAMPLES: u64 = 24;
/// The balls of a hem are no larger than this, in centimetres.
const HEM: f32 = 1.8;
/// The radius of the ring around a place, in units.
const MARK: f32 = 26.0;

/// Draws one person doing one exercise, at any moment and from anywhere.
pub struct Painter {
    plan: Rc<Plan>,
    person: Person,
    lights: Vec<Light>,
    mat: Mat,
    items: Items,
    room: Room,
    drawing: Drawing,
}

/// What putting a picture together needs, kept from one picture to the next.
#[derive(Default)]
struct Room {
    cover: Cover,
    seen: Vec<Sphere>,
    /// What was seen when the order was found that is still kept.
    looked: Vec<Sphere>,
    depth: Vec<f32>,
    ties: Vec<f32>,
    order: Vec<usize>,
    /// Before which place in the order a contour is painted, and whose.
    slots: Vec<(usize, usize)>,
    outlines: Vec<Span>,
    circles: Vec<Circle>,
}

impl Painter {
    /// One who draws `exercise` with the poses that come with the product.
    pub fn new(exercise: ExerciseId, person: Person) -> Self {
        Self::with(Plan::of(Some(exercise), person.build), person, lights_of(exercise))
    }

    /// One who draws `exercise` with other poses.
    pub fn after(poses: &Poses, exercise: ExerciseId, person: Person) -> Self {
        let plan = Plan::new(poses, Some(exercise), person.build);
        Self::with(Rc::new(plan), person, lights_of(exercise))
    }

    /// One who draws a person standing, each of these muscles lit so strongly, in percent.
    pub fn standing(person: Person, muscles: &[(Muscle, u8)]) -> Self {
        let light =
            |&(muscle, full): &(Muscle, u8)| Light { muscle, paint: Paint::Muscle, full: full.min(100) };
        Self::with(Plan::of(None, person.build), person, muscles.iter().map(light).collect())
    }

    fn with(plan: Rc<Plan>, person: Person, lights: Vec<Light>) -> Self {
        let mat = Mat::under(&plan);
        let (items, room, drawing) = (Items::default(), Room::default(), Drawing::default());
        Self { plan, person, lights, mat, items, room, drawing }
    }

    /// The view that shows the exercise best.
    pub fn best(&self) -> Camera {
        self.plan.motion.view
    }

    /// What its key poses are called by those who write them.
    pub fn poses(&self) -> &[String] {
        &self.plan.motion.names
    }

    /// Which of the exercise's mistakes can be drawn, counted from 1 as their words are.
    pub fn mistakes(&self) -> impl Iterator<Item = u8> {
        self.plan.motion.mistakes.iter().map(|mistake| mistake.number)
    }

    /// The picture of a moment, seen from `camera`. `side` matters for one-sided moves alone.
    pub fn draw(&mut self, side: Side, beat: Beat, camera: Camera) -> &Drawing {
        let first = self.drawing.shapes().is_empty();
        let instant = self.plan.at(beat);
        let view = View::new(camera, side, self.mat.middle);
        self.items.fill(&self.plan, self.person, &self.lights, &instant);
        self.drawing.clear();
        for (drop, shade) in [(1.4, 90), (0.0, 100)] {
            let outline = self.drawing.write(|path| {
                let mut circles = self.mat.corners(5.0).map(|corner| view.shade(&corner));
                for circle in &mut circles {
                    circle.y += drop * SCALE / view.squash;
                }
                outline(path, &circles, view.squash);
            });
            self.drawing.push(Shape { shade, ..Shape::plain(Paint::Mat, outline) });
        }
        self.shadow(&view);
        self.paint(&view, &instant, matches!(beat, Beat::At(_)));
        if let Beat::Wrong(number) | Beat::Right(number) = beat {
            self.mark(&view, number, matches!(beat, Beat::Wrong(_)).then_some(&instant.body));
        }
        if first {
            self.drawing.reserve();
        }
        &self.drawing
    }

    /// The last picture.
    pub fn into_drawing(self) -> Drawing {
        self.drawing
    }

    fn shadow(&mut self, view: &View) {
        let Self { items, room: Room { circles, .. }, drawing, .. } = self;
        let shadow = drawing.write(|path| {
            for item in &items.items {
                // A face, and what lies close on a head or in a body, is in its shadow already.
                match item.kind {
                    Layered::Part { kind: Kind::Flesh, .. } | Layered::Prop { shadow: true } => {}
                    _ => continue,
                }
                // Round enough for a shadow: fingers and hems cast none of their own.
                let worn = matches!(item.paint, Paint::Top | Paint::Shorts);
                let casts = |sphere: &&Sphere| !worn || sphere.radius > HEM;
                circles.clear();
                let own = items.spheres[item.spheres.clone()].iter().filter(casts);
                circles.extend(own.map(|sphere| view.shade(sphere)));
                outline(path, circles, view.squash);
            }
        });
        drawing.push(Shape::plain(Paint::Shadow, shadow));
    }

    /// Paints what stands over the floor. A picture that moves keeps the order of the one before while it would be the same.
    fn paint(&mut self, view: &View, instant: &Instant, moves: bool) {
        let Self { items: Items { items, spheres }, room, drawing, .. } = self;
        room.seen.clear();
        room.seen
            .extend(spheres.iter().map(|sphere| Sphere { at: view.see(sphere.at), radius: sphere.radius }));
        room.depth.clear();
        room.depth.extend(items.iter().map(|item| {
            let own = &room.seen[item.spheres.clone()];
            own.iter().map(|sphere| sphere.at.z).sum::<f32>() / own.len().max(1) as f32
        }));
        if !moves || moved(&room.seen, &room.looked) {
            let head = instant.body.bones[place::HEAD].turn;
            room.arrange(items, [view.facing(head.x), view.facing(head.y)]);
        }
        let Room { depth, order, slots, outlines, circles, .. } = room;
        let middle = depth.iter().sum::<f32>() / items.len().max(1) as f32;
        outlines.clear();
        for item in items.iter() {
            outlines.push(drawing.write(|path| {
                for hull in item.hulls() {
                    circles.clear();
                    circles.extend(spheres[hull].iter().map(|sphere| view.circle(sphere)));
                    outline(path, circles, 1.0);
                }
            }));
        }
        for (at, &index) in order.iter().enumerate() {
            for &(_, lined) in slots.iter().filter(|(slot, _)| *slot == at) {
                drawing.push(Shape::plain(Paint::Line, outlines[lined]));
            }
            let Item { kind, paint, strength, .. } = &items[index];
            let muscle = if let Layered::Muscle(muscle) = kind { Some(*muscle) } else { None };
            let shade = brightness(depth[index] - middle);
            drawing.push(Shape {
                shade,
                strength: *strength,
                muscle,
                ..Shape::plain(*paint, outlines[index])
            });
        }
    }

    /// The line of the good form; of the wrong one too, and a ring around the place, where the form is `lost`.
    fn mark(&mut self, view: &View, number: u8, lost: Option<&Body>) {
        let Some(mistake) = self.plan.mistake(number) else { return };
        let (good, spot) = (&self.plan.stances()[mistake.of].body, mistake.mark);
        let bad = &self.plan.at(Beat::Wrong(number)).body;
        let seen = |at: Point| view.circle(&Sphere { at, radius: 0.0 });
        let tenths = |v: f32| (v * 10.0).round() as i32;
        for (body, paint) in [(Some(good), Paint::MarkGood), (lost, Paint::Mark)] {
            let Some(body) = body else { continue };
            let line = self.drawing.write(|path| {
                mark::lines(body, spot, good, bad, |points| {
                    for (at, &point) in points.iter().enumerate() {
                        let Circle { x, y, .. } = seen(point);
                        let go = if at == 0 { Path::start } else { Path::line };
                        go(path, tenths(x), tenths(y));
                    }
                });
            });
            self.drawing.push(Shape::plain(paint, line));
        }
        if let Some(body) = lost {
            let circle = Circle { radius: MARK, ..seen(body.bones[spot].at) };
            let ring = self.drawing.write(|path| outline(path, &[circle], 1.0));
            self.drawing.push(Shape::plain(Paint::Mark, ring));
        }
    }

    /// The room that the whole motion takes when seen from `camera`, either side, mat and shadow included.
    pub fn frame(&mut self, camera: Camera) -> Frame {
        // What leads in moves; after that, or without it, what repeats.
        let (lead, breath) = (self.plan.lead_in(), self.plan.period());
        let (moving, still) = if lead > 0 { (lead, 4) } else { (breath, 0) };
        let moments = (0..=SAMPLES)
            .map(|sample| moving * sample / SAMPLES)
            .chain((1..=still).map(|sample| lead + breath * sample / still.max(1)));
        self.room(camera, moments.map(|since| Beat::At(Millis(since))))
    }

    /// The room that a mistake and the good form of the same moment take.
    pub fn frame_of(&mut self, mistake: u8, camera: Camera) -> Frame {
        self.room(camera, [Beat::Right(mistake), Beat::Wrong(mistake)].into_iter())
    }

    fn room(&mut self, camera: Camera, beats: impl Iterator<Item = Beat>) -> Frame {
        let view = View::new(camera, Side::Left, self.mat.middle);
        let (mut across, mut top, mut bottom) = (0.0_f32, 0.0_f32, 0.0_f32);
        let mut hold = |circle: Circle, squash: f32| {
            across = across.max(circle.x.abs() + circle.radius);
            top = top.min((circle.y - circle.radius) * squash);
            bottom = bottom.max((circle.y + circle.radius) * squash);
        };
        for corner in self.mat.corners(0.0) {
            hold(view.shade(&corner), view.squash);
        }
        for beat in beats {
            let instant = self.plan.at(beat);
            self.items.fill(&self.plan, self.person, &self.lights, &instant);
            for sphere in &self.items.spheres {
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
}

impl Room {
    /// Finds what lies in front of what, in what is seen now. `head` says how much the face and the crown point at the viewer.
    fn arrange(&mut self, items: &[Item], head: [f32; 2]) {
        let Self { cover, seen, looked, depth, ties, order, slots, .. } = self;
        looked.clear();
        looked.extend_from_slice(seen);
        let hulls = |item: &Item| item.hulls().map(|hull| &seen[hull]);
        cover.compare(items.iter().map(|item| Layer { hulls: hulls(item), bonus: item.bonus }), items.len());
        comb(items, head, cover);
        tie(items, depth, ties);
        order.clear();
        order.extend_from_slice(cover.order(ties));
        contours(items, cover, order, slots);
    }
}

/// Whether anything has moved by so much that another may lie in front of it now: by a cell of what is compared.
fn moved(seen: &[Sphere], looked: &[Sphere]) -> bool {
    let far = |(now, then): (&Sphere, &Sphere)| {
        let by = now.at - then.at;
        by.dot(by) > CELL * CELL
    };
    seen.len() != looked.len() || seen.iter().zip(looked).any(far)
}

/// Hair and a face are flat shapes of the same size: which one covers the other is decided by the view. The cap covers
/// the head from behind and from the side, the fringe whenever it is on the near side of the brow.
fn comb(items: &[Item], [face, crown]: [f32; 2], cover: &mut Cover) {
    for (hair, item) in items.iter().enumerate() {
        let front = match item.kind {
            Layered::Part { kind: Kind::Cap, .. } => face < 0.3,
            Layered::Part { kind: Kind::Fringe, .. } if 0.5 * face + 0.85 * crown > -0.2 => true,
            _ => continue,
        };
        for (head, other) in items.iter().enumerate() {
            let skin =
                matches!(other.kind, Layered::Part { limb: Limb::Head | Limb::Neck, kind: Kind::Flesh, .. });
            if skin && other.paint == Paint::Skin && cover.nearer(hair, head) != 0.0 {
                cover.set(hair, head, front);
            }
        }
    }
}

/// What decides the order of parts that do not cover each other: how near the whole limb is, so that its parts come one after the
/// other and nothing is painted between them.
fn tie(items: &[Item], depth: &[f32], ties: &mut Vec<f32>) {
    let group = |item: &Item| match item.kind {
        Layered::Part { limb, side, .. } if !limb.is_middle() => {
            1 + side + if (limb as u8) < Limb::Thigh as u8 { 0 } else { 2 }
        }
        Layered::Part { .. } => 0,
        _ => 5,
    };
    let mut sums = [(0.0_f32, 0.0_f32); 6];
    for (item, depth) in items.iter().zip(depth) {
        let sum = &mut sums[group(item)];
        *sum = (sum.0 + depth, sum.1 + 1.0);
    }
    ties.clear();
    ties.extend(items.iter().zip(depth).map(|(item, &own)| match group(item) {
        5 => own,
        group => sums[group].0 / sums[group].1 + 0.01 * own,
    }));
}

/// A contour is painted before its own part and before those that its part grows into, but after all that it must cover.
fn contours(items: &[Item], cover: &Cover, order: &[usize], slots: &mut Vec<(usize, usize)>) {
    slots.clear();
    for (at, &index) in order.iter().enumerate() {
        let Layered::Part { limb, side, kind: Kind::Flesh | Kind::Cap | Kind::Fringe } = items[index].kind
        else {
            continue;
        };
        let (mut first, mut after) = (at, 0);
        for (before, &other) in order[..at].iter().enumerate() {
            let nearer = cover.nearer(index, other);
            if nearer == 0.0 {
                continue;
            }
            let joined = match items[other].kind {
                Layered::Part { limb: neighbour, side: there, .. } => {
                    limb.joins(neighbour) && (side == there || limb.is_middle() || neighbour.is_middle())
                }
                // A lit muscle is part of the surface it lies in.
                Layered::Muscle(_) => continue,
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
}

fn brightness(nearness: f32) -> u8 {
    let slope = if nearness > 0.0 { 0.2 } else { 0.45 };
    (100.0 + nearness * slope).round().clamp(74.0, 106.0) as u8
}
