//! What lies in front of what.
//!
//! Decides: the order of painting. Parts are compared where they overlap on the screen, cell by cell of a coarse grid, not
//! by their mean depth: an arm across the chest stays in front of it however long it is. Deliberately does not know paints.

use super::flesh::Sphere;

/// A cell of the grid, in centimetres.
pub(super) const CELL: f32 = 2.8;
/// Cells on each side of the middle.
const HALF: i32 = 48;
const SIDE: usize = 2 * HALF as usize;
/// How much nearer, in centimetres, counts as clearly nearer.
const CLEAR: f32 = 4.0;
/// A sphere smaller than this still covers a cell.
const SMALLEST: f32 = 2.2;
const NONE: u16 = u16::MAX;
/// More cells than a layer covers on average, however it is seen.
const CELLS: usize = 80;

/// One part as the order sees it: hulls of spheres whose x, y are on the screen and whose z is nearness, and a bonus on
/// nearness.
pub(super) struct Layer<H> {
    pub(super) hulls: H,
    pub(super) bonus: f32,
}

/// How the layers cover each other, and the room that finding out takes.
#[derive(Default)]
pub(super) struct Cover {
    count: usize,
    /// For layers i, j: by how much i is in front of j, summed over the cells that they share.
    nearer: Vec<f32>,
    /// For each cell, which entry came last.
    heads: Vec<u16>,
    /// The entry of the same cell before, the layer, its nearness there.
    entries: Vec<(u16, u16, f32)>,
    /// How near the layer that is looked at reaches in each cell, and which cells it covers.
    depth: Vec<f32>,
    touched: Vec<usize>,
    waiting: Vec<f32>,
    left: Vec<usize>,
    order: Vec<usize>,
}

impl Cover {
    /// Compares `count` layers.
    pub(super) fn compare<'a, H: Iterator<Item = &'a [Sphere]>>(
        &mut self,
        layers: impl Iterator<Item = Layer<H>>,
        count: usize,
    ) {
        let Self { nearer, heads, entries, depth, touched, .. } = self;
        self.count = count;
        nearer.clear();
        nearer.resize(count * count, 0.0);
        heads.clear();
        heads.resize(SIDE * SIDE, NONE);
        depth.resize(SIDE * SIDE, f32::NEG_INFINITY);
        entries.clear();
        // Room for what any view of a body covers; asked for once.
        entries.reserve(count * CELLS);
        touched.reserve(SIDE * SIDE / 4);
        for (index, layer) in layers.enumerate() {
            for spheres in layer.hulls {
                stamp(spheres, depth, touched);
            }
            for cell in touched.drain(..) {
                let here = depth[cell] + layer.bonus;
                depth[cell] = f32::NEG_INFINITY;
                let mut entry = heads[cell];
                while entry != NONE {
                    let (next, other, there) = entries[usize::from(entry)];
                    let by = (here - there).clamp(-CLEAR, CLEAR);
                    nearer[index * count + usize::from(other)] += by;
                    nearer[usize::from(other) * count + index] -= by;
                    entry = next;
                }
                if entries.len() < usize::from(NONE) {
                    entries.push((heads[cell], index as u16, here));
                    heads[cell] = (entries.len() - 1) as u16;
                }
            }
        }
    }

    /// By how much layer `a` is in front of layer `b`; 0 when they do not overlap.
    pub(super) fn nearer(&self, a: usize, b: usize) -> f32 {
        self.nearer[a * self.count + b]
    }

    /// Decides a pair that its cells cannot: `a` is in front of `b`, or behind it.
    pub(super) fn set(&mut self, a: usize, b: usize, in_front: bool) {
        let by = if in_front { 1000.0 } else { -1000.0 };
        self.nearer[a * self.count + b] = by;
        self.nearer[b * self.count + a] = -by;
    }

    /// The layers from back to front. `depth` breaks ties. Where three lie in a ring, the weakest claim gives way.
    pub(super) fn order(&mut self, depth: &[f32]) -> &[usize] {
        let Self { count, nearer, waiting, left, order, .. } = self;
        let nearer = |a: usize, b: usize| nearer[a * *count + b].max(0.0);
        waiting.clear();
        waiting.extend((0..*count).map(|a| (0..*count).map(|b| nearer(a, b)).sum::<f32>()));
        // Farthest first, by insertion: the library's sort would weigh more than the rest of this file.
        left.clear();
        for layer in 0..*count {
            let at = left.iter().position(|&other| depth[other] > depth[layer]).unwrap_or(left.len());
            left.insert(at, layer);
        }
        order.clear();
        while !left.is_empty() {
            let mut best = 0;
            for at in 1..left.len() {
                // What is left over by rounding is not a claim.
                if waiting[left[at]] + 0.01 < waiting[left[best]] {
                    best = at;
                }
            }
            let next = left.remove(best);
            for &other in left.iter() {
                waiting[other] -= nearer(other, next);
            }
            order.push(next);
        }
        order
    }
}

/// Notes how near the front of a part is, in every cell that it covers.
fn stamp(spheres: &[Sphere], depth: &mut [f32], touched: &mut Vec<usize>) {
    for (index, one) in spheres.iter().enumerate() {
        disc(one, depth, touched);
        // A hem has many balls: the big ones in front of the list reach all of them.
        let others =
            if index < 2 || spheres.len() < 7 { spheres.len() } else { (index + 4).min(spheres.len()) };
        for other in &spheres[index + 1..others] {
            let apart = (other.at - one.at).length();
            let steps = (apart / (one.radius + other.radius).max(CELL + 1.0) * 1.6) as u32;
            for step in 1..=steps {
                let share = step as f32 / (steps + 1) as f32;
                let at = one.at.toward(other.at, share);
                disc(
                    &Sphere { at, radius: one.radius + (other.radius - one.radius) * share },
                    depth,
                    touched,
                );
            }
        }
    }
}

fn disc(sphere: &Sphere, depth: &mut [f32], touched: &mut Vec<usize>) {
    let radius = sphere.radius.max(SMALLEST);
    let (across, down) = (sphere.at.x / CELL, sphere.at.y / CELL);
    let wide = radius / CELL;
    let slope = sphere.radius / wide;
    // The cells whose middle is between two places.
    let cells = |from: f32, to: f32| {
        let cell = |v: f32| (((v + 0.5).floor() as i32).clamp(-HALF, HALF) + HALF) as usize;
        cell(from)..cell(to)
    };
    for row in cells(down - wide, down + wide) {
        let dy = row as f32 + (0.5 - HALF as f32) - down;
        let half = wide * wide - dy * dy;
        let reach = if half > 0.0 { half.sqrt() } else { 0.0 };
        for column in cells(across - reach, across + reach) {
            let dx = column as f32 + (0.5 - HALF as f32) - across;
            let inside = half - dx * dx;
            let here = sphere.at.z + if inside > 0.0 { slope * inside.sqrt() } else { 0.0 };
            let there = &mut depth[row * SIDE + column];
            if *there == f32::NEG_INFINITY {
                touched.push(row * SIDE + column);
            }
            if here > *there {
                *there = here;
            }
        }
    }
}
