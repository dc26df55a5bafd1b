//! From key poses to a body at a moment.
//!
//! Decides: how key poses and phases meet (content 6.2), how a body breathes, and how hard the muscles work meanwhile.
//! Deliberately does not know flesh or views, nor how a body gets from one key pose to the next ([`super::stance`]).

use core::cell::RefCell;
use core::f32::consts::PI;
use std::rc::Rc;

use super::Beat;
use super::person::Build;
use super::poses::{Key, Mistake, Motion, Order, Poses};
use super::skeleton::{Body, place};
pub(super) use super::stance::Stance;
use super::stance::between;
use crate::catalogue::{ExerciseId, Phase, Position};

/// How long a breath takes while nothing else moves.
const BREATH_MILLIS: u64 = 4000;
/// How hard the muscles work at the start of the way, where all is done at its end.
const QUIET: f32 = 0.5;

/// One key pose, on the side it was written for or on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    pub(super) key: usize,
    pub(super) mirrored: bool,
}

/// Where on its way a motion is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) from: Stop,
    pub(super) to: Stop,
    /// 0 … 1, eased.
    share: f32,
    /// How full the chest is, 0 … 1.
    breath: f32,
    /// How hard the muscles work, 0 … 1.
    effort: f32,
}

/// A body at a moment, and how hard it works, 0 … 1.
pub(super) struct Instant {
    pub(super) body: Body,
    pub(super) effort: f32,
}

/// The key poses of an exercise, brought to rest: as they are written, then mirrored.
pub(super) struct Plan {
    /// Whose motion it is; nobody's is to stand.
    exercise: Option<ExerciseId>,
    pub(super) motion: Motion,
    stances: Vec<Stance>,
}

impl Plan {
    /// The plan of `exercise` for a body, after the poses that come with the product. Bringing poses to rest takes longer
    /// than drawing them, so a plan is kept once made.
    pub(super) fn of(exercise: Option<ExerciseId>, build: Build) -> Rc<Self> {
        let wanted = (exercise, build);
        let kept =
            |plans: &Vec<Kept>| plans.iter().find(|(of, _)| *of == wanted).map(|(_, plan)| Rc::clone(plan));
        PLANS.with_borrow(kept).unwrap_or_else(|| {
            let plan = Rc::new(Self::new(&Poses::built_in(), exercise, build));
            PLANS.with_borrow_mut(|plans| plans.push((wanted, Rc::clone(&plan))));
            plan
        })
    }

    /// The plan of `exercise` after any poses.
    pub(super) fn new(poses: &Poses, exercise: Option<ExerciseId>, build: Build) -> Self {
        let motion = poses.motion(exercise).clone();
        let first = Stance::of(&motion.keys[motion.anchor()], None, build);
        let stance = |key: &Key| Stance::of(key, Some(&first), build);
        let mirrored = motion.keys.iter().map(Key::mirrored);
        let stances = motion.keys.iter().copied().chain(mirrored).map(|key| stance(&key)).collect();
        Self { exercise, motion, stances }
    }

    /// The key poses as written.
    pub(super) fn stances(&self) -> &[Stance] {
        &self.stances[..self.motion.keys.len()]
    }

    /// The key pose of a stop.
    pub(super) fn stance(&self, stop: Stop) -> &Stance {
        &self.stances[stop.key + if stop.mirrored { self.motion.keys.len() } else { 0 }]
    }

    /// How long the motion takes until it repeats; a hold repeats its breath, after the way in.
    pub(super) fn period(&self) -> u64 {
        let rep = seconds(self.phases()) * 1000;
        match self.motion.order {
            Order::Sides | Order::Swap => 2 * rep,
            Order::Hold(_) | Order::Still => BREATH_MILLIS,
            _ => rep,
        }
    }

    /// When the motion begins to repeat.
    pub(super) fn lead_in(&self) -> u64 {
        match self.motion.order {
            Order::Hold(seconds) => u64::from(seconds) * 1000,
            _ => 0,
        }
    }

    /// The body at `beat`, on the side that its poses are written for.
    pub(super) fn at(&self, beat: Beat) -> Instant {
        let way = match beat {
            Beat::Start => still(0),
            Beat::Top => still(top(&self.motion)),
            Beat::Pose(pose) => still(usize::from(pose).min(self.motion.keys.len() - 1)),
            Beat::At(since) => self.way(since.0),
            Beat::Wrong(number) => match self.mistake(number) {
                Some(mistake) => {
                    let stance =
                        Stance::of(&mistake.key, self.stances.get(self.motion.anchor()), self.build());
                    return Instant { body: stance.body, effort: 1.0 };
                }
                None => still(top(&self.motion)),
            },
            Beat::Right(number) => {
                still(self.mistake(number).map_or(top(&self.motion), |mistake| mistake.of))
            }
        };
        let from = self.stance(way.from);
        let mut body = if way.share > 0.0 && way.from != way.to {
            between(from, self.stance(way.to), way.share)
        } else {
            from.body.clone()
        };
        breathe(&mut body, way.breath);
        Instant { body, effort: way.effort }
    }

    /// What goes wrong, by the number of its words.
    pub(super) fn mistake(&self, number: u8) -> Option<&Mistake> {
        self.motion.mistakes.iter().find(|mistake| mistake.number == number)
    }

    /// Whether it is done on the feet.
    pub(super) fn stands(&self) -> bool {
        self.exercise.is_none_or(|exercise| exercise.get().position == Position::Standing)
    }

    fn build(&self) -> Build {
        self.stances.first().map_or(Build::Slender, |stance| stance.body.build)
    }

    fn phases(&self) -> &'static [Phase] {
        self.exercise.map_or(&[], |exercise| exercise.get().phases)
    }

    /// Where on its way the motion is, so many milliseconds after it began.
    pub(super) fn way(&self, since: u64) -> Way {
        way_at(self.phases(), &self.motion, since)
    }
}

fn seconds(phases: &[Phase]) -> u64 {
    phases.iter().map(|phase| u64::from(phase.seconds)).sum()
}

type Kept = ((Option<ExerciseId>, Build), Rc<Plan>);

thread_local! {
    static PLANS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The key pose that shows best what the exercise is.
fn top(motion: &Motion) -> usize {
    (motion.keys.len() - 1).min(1)
}

fn still(key: usize) -> Way {
    let stop = Stop { key, mirrored: false };
    Way { from: stop, to: stop, share: 0.0, breath: 0.0, effort: if key == 0 { QUIET } else { 1.0 } }
}

fn way_at(phases: &[Phase], motion: &Motion, since: u64) -> Way {
    let rest = |key, done: u64| {
        let breath = (PI * (done % BREATH_MILLIS) as f32 / BREATH_MILLIS as f32).sin();
        Way { breath: breath * breath, effort: 1.0, ..still(key) }
    };
    match motion.order {
        Order::Still => return rest(0, since),
        Order::Hold(seconds) => {
            let lead = u64::from(seconds) * 1000;
            return if since < lead { leg(0, 1, since, lead) } else { rest(1, since - lead) };
        }
        _ => {}
    }
    let rep = seconds(phases).max(1) * 1000;
    let odd = since / rep % 2 == 1;
    let mut left = since % rep;
    if motion.order == Order::Swap {
        let way = leg(1, 1, left, rep);
        let stop = |mirrored| Stop { key: 1, mirrored };
        return Way { from: stop(!odd), to: stop(odd), effort: 1.0, ..way };
    }
    // One phase means there and back.
    let halves = phases.len() == 1;
    let count = if halves { 2 } else { phases.len() };
    for index in 0..count {
        let seconds = phases.get(index).map_or(0, |phase| phase.seconds);
        let length = if halves { rep / 2 } else { u64::from(seconds) * 1000 };
        if left >= length {
            left -= length;
            continue;
        }
        let mut way = match (motion.order, index + 1 == count) {
            (Order::Wave, back) => leg(usize::from(!back), usize::from(back), left, length),
            (Order::Sweep, back) => sweep(left, length, back),
            (_, true) => leg(1, 0, left, length),
            (_, false) if index == 0 => leg(0, 1, left, length),
            _ => {
                let full = (PI * left as f32 / length as f32).sin();
                Way { breath: full * full, ..still(1) }
            }
        };
        if motion.order == Order::Sides && odd {
            way.from.mirrored = true;
            way.to.mirrored = true;
        }
        return way;
    }
    still(0)
}

/// On the way from one key pose to another.
fn leg(from: usize, to: usize, done: u64, length: u64) -> Way {
    let share = ease(done as f32 / length as f32);
    let work = |key| if key == 0 { QUIET } else { 1.0 };
    let effort = work(from) + (work(to) - work(from)) * share;
    let stop = |key| Stop { key, mirrored: false };
    Way { from: stop(from), to: stop(to), share, breath: 0.0, effort }
}

/// Over three key poses in one go, or back over them.
fn sweep(done: u64, length: u64, back: bool) -> Way {
    let all = ease(done as f32 / length as f32);
    let all = 2.0 * if back { 1.0 - all } else { all };
    let first = usize::from(all >= 1.0);
    let share = all - first as f32;
    Way { share, effort: QUIET + (1.0 - QUIET) * all / 2.0, ..leg(first, first + 1, 0, 1) }
}

/// Slowly off, slowly in.
fn ease(share: f32) -> f32 {
    share * share * share * (share * (share * 6.0 - 15.0) + 10.0)
}

/// Raises the ribs by up to a centimetre, away from the floor when the figure lies on them.
fn breathe(body: &mut Body, full: f32) {
    let chest = body.bones[place::CHEST].turn;
    let ahead = (1.0 + 2.0 * chest.x.y.min(0.0)).clamp(-1.0, 1.0);
    let rise = (chest.x * (0.8 * ahead) + chest.y * 0.5) * full;
    for bone in [place::RIBS, place::CHEST] {
        body.bones[bone].at = body.bones[bone].at + rise;
    }
}
