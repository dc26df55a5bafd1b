//! What would even the work out: content 3.5.
//!
//! Decides: which one addition costs least, which move may stand in for which, and which built-in routine is the other
//! half. Deliberately does not know whether the person wants to be told.

use super::{Verdict, Work};
use crate::body::Body;
use crate::catalogue::{ExerciseId, Kit, Metric, id};
use crate::order::sorted;
use crate::routine::{Dose, Move, PRESETS, Preset, Step};
use crate::settings::Settings;

/// Whom a suggestion is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taste {
    /// The intensity that suits, 1 … 5.
    pub level: u8,
    /// The most that may be needed besides a floor.
    pub kit: Kit,
    /// Whether moves on the floor are welcome.
    pub floor: bool,
    /// Whom it must suit: hidden moves are not suggested.
    pub body: Body,
}

impl Default for Taste {
    fn default() -> Self {
        Self { level: 2, kit: Kit::None, floor: true, body: Body::default() }
    }
}

impl From<&Settings> for Taste {
    fn from(settings: &Settings) -> Self {
        Self { kit: settings.kit, body: Body::from(settings), ..Self::default() }
    }
}

impl Taste {
    /// Whether a move may be suggested.
    fn allows(&self, exercise: ExerciseId) -> bool {
        let entry = exercise.get();
        entry.kit <= self.kit && (self.floor || !entry.position.needs_floor()) && self.body.allows(exercise)
    }
}

/// One move that would even the work out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Suggestion {
    /// The move.
    pub exercise: ExerciseId,
    /// How much in one set, in the exercise's own unit; of a one-sided move, on each side.
    pub dose: u16,
    /// How many sets, 1 or 2.
    pub sets: u8,
    /// The back share once it is done, 0 … 1.
    pub back_share_after: f64,
}

impl Suggestion {
    /// The step that a routine would gain.
    pub fn step(&self) -> Step {
        let dose = match self.exercise.get().metric {
            Metric::Reps => Dose::Reps(self.dose),
            Metric::Hold | Metric::Time => Dose::Seconds(self.dose),
        };
        Step { sets: self.sets, ..Step::new(Move::Known(self.exercise), dose) }
    }
}

/// How many additions are suggested at most.
const MOST: usize = 3;
/// How long one addition may take, in seconds of work.
const LONGEST: f64 = 90.0;
/// How much more a move must work the short side than the other, as shares of its load.
const LEAST_LEAN: f64 = 0.4;
/// Costs that are no further apart than this are as good as equal.
const TIE: f64 = 0.05;
/// The moves that win a tie when there is little twist.
const TWISTING: [ExerciseId; 3] = [id::BIRD_DOG, id::PALLOF_PRESS, id::STANDING_ROTATION];
/// As much twist as a full circle has.
const ENOUGH_TWIST: f64 = 0.1;

/// Up to three additions, each reckoned with those before it done; none when the work is balanced or not rated, and
/// none to a single move. `present` are the moves that are there already.
pub fn suggest(work: &Work, present: &[ExerciseId], taste: &Taste) -> Vec<Suggestion> {
    let mut suggestions = Vec::new();
    if present.len() == 1 {
        return suggestions;
    }
    let (mut work, mut present) = (*work, present.to_vec());
    while suggestions.len() < MOST && !matches!(work.verdict(), Verdict::Balanced | Verdict::NotRated) {
        let Some((suggestion, added)) = cheapest(&work, &present, taste) else { break };
        work += added;
        present.push(suggestion.exercise);
        suggestions.push(suggestion);
    }
    suggestions
}

/// One way to even the work out, and what it costs.
struct Addition {
    suggestion: Suggestion,
    added: Work,
    cost: f64,
}

fn cheapest(work: &Work, present: &[ExerciseId], taste: &Taste) -> Option<(Suggestion, Work)> {
    let options: Vec<Addition> = ExerciseId::all()
        .filter(|&exercise| taste.allows(exercise) && !present.contains(&exercise))
        .flat_map(|exercise| options_of(exercise, work, present, taste))
        .collect();
    let options = sorted(options, |one, other| one.cost.total_cmp(&other.cost));
    let lowest = options.first()?.cost;
    let wants_twist = work.dial().is_some_and(|dial| dial.twist < ENOUGH_TWIST);
    let wins_tie = |option: &&Addition| {
        wants_twist && option.cost - lowest <= TIE && TWISTING.contains(&option.suggestion.exercise)
    };
    let best = options.iter().find(wins_tie).or(options.first())?;
    Some((best.suggestion, best.added))
}

/// Every dose of an exercise that goes the right way and does not take too long.
fn options_of(exercise: ExerciseId, work: &Work, present: &[ExerciseId], taste: &Taste) -> Vec<Addition> {
    let entry = exercise.get();
    let direction = if work.back < work.front { 1.0 } else { -1.0 };
    let lean = direction * (entry.compass.back - entry.compass.front);
    if lean < LEAST_LEAN || entry.intensity == 0 {
        return Vec::new();
    }
    let is_new_position = !present.iter().any(|other| other.get().position == entry.position);
    let kindness = 0.25 * (f64::from(entry.spine_load) - 1.0)
        + 0.2 * f64::from(entry.intensity.abs_diff(taste.level))
        + if is_new_position { 0.15 } else { 0.0 }
        - 0.3 * entry.twist;
    let gap = (work.back - work.front).abs();
    let option = |dose: u16, sets: u8| {
        let mut suggestion = Suggestion { exercise, dose, sets, back_share_after: 0.0 };
        let step = suggestion.step();
        let seconds = step.set_length(0).times(u64::from(sets)).as_seconds();
        let added = Work::of_step(&step);
        let left_over = (gap - direction * (added.back - added.front)).abs();
        let cost = 3.0 * left_over / work.total() + kindness + 0.05 * f64::from(sets - 1);
        suggestion.back_share_after = (*work + added).back_share().unwrap_or(0.0);
        (seconds <= LONGEST).then_some(Addition { suggestion, added, cost })
    };
    let doses = [entry.dose.beginner, entry.dose.standard, entry.dose.hard];
    doses.iter().flat_map(|&dose| [option(dose, 1), option(dose, 2)]).flatten().collect()
}

/// Moves that share a position and lean opposite ways: content 3.5.
const SWAPS: [(ExerciseId, ExerciseId); 7] = [
    (id::CRUNCH, id::GLUTE_BRIDGE),
    (id::LEG_RAISE, id::SINGLE_LEG_BRIDGE),
    (id::PLANK, id::BACK_EXTENSION),
    (id::BEAR_HOLD, id::BIRD_DOG),
    (id::MOUNTAIN_CLIMBER, id::PRONE_SWIMMER),
    (id::WALL_PLANK, id::GOOD_MORNING),
    (id::STANDING_CROSS_CRUNCH, id::SINGLE_LEG_DEADLIFT),
];

/// The move in the same position that leans the other way, where there is one.
pub fn swap(exercise: ExerciseId) -> Option<ExerciseId> {
    SWAPS.iter().find_map(|&(front, back)| match exercise {
        _ if exercise == front => Some(back),
        _ if exercise == back => Some(front),
        _ => None,
    })
}

/// The built-in routine that brings this work nearest to the middle when both are done, and the back share of the two
/// together; none when the work is balanced or not rated, or when no routine brings it nearer than it is.
pub fn pair(work: &Work) -> Option<(&'static Preset, f64)> {
    let from_middle = |share: f64| (share - 0.5).abs();
    if work.verdict() == Verdict::Balanced {
        return None;
    }
    let now = from_middle(work.back_share()?);
    PRESETS
        .iter()
        .filter_map(|preset| {
            let other = Work::of_routine(&preset.routine());
            let both = (*work + other).back_share()?;
            other.back_share().map(|_| (preset, both))
        })
        .min_by(|(_, one), (_, other)| from_middle(*one).total_cmp(&from_middle(*other)))
        .filter(|(_, share)| from_middle(*share) < now)
}
