//! Which move stands in for which and how much of it, in worked cases, and what a routine becomes by it.

use super::*;
use crate::catalogue::Side;
use crate::routine::{Feel, Load};
use crate::settings::Settings;

fn step(text: &str) -> Step {
    notation::read(&["1/-/", text].concat()).routine.steps().next().unwrap().clone()
}

/// What is offered instead of a move in its standard dose.
fn offered(body: &Body, exercise: ExerciseId) -> Vec<ExerciseId> {
    body.offers(&Step::of(exercise), 5).iter().filter_map(Step::exercise).collect()
}

fn preferring(from: ExerciseId, to: ExerciseId) -> Body {
    Body { preferred: vec![(from, to)], ..Body::default() }
}

#[test]
fn the_nearest_is_offered_first_and_what_needs_care_only_instead_of_what_is_hidden() {
    // What the wood chop works, and as hard; the pallof press stands above it in its chain.
    let sore = with(&[Concern::Osteoporosis]);
    assert_eq!(offered(&sore, id::WOODCHOP), [id::PALLOF_PRESS, id::WALL_PLANK, id::SINGLE_LEG_DEADLIFT]);
    // The gentler move comes first, then what is preferred, then the next best.
    let prefers = preferring(id::LATERAL_BAND_WALK, id::WOODCHOP);
    assert_eq!(
        offered(&prefers, id::LATERAL_BAND_WALK),
        [id::SIDE_LYING_LEG_RAISE, id::WOODCHOP, id::CLAMSHELL]
    );
    // Down the chain the first without a caution, then the move that the catalogue names.
    let disc = with(&[Concern::Disc]);
    assert_eq!(offered(&disc, id::SUPERMAN), [id::REVERSE_SNOW_ANGEL, id::BIRD_DOG, id::BACK_EXTENSION]);
}

#[test]
fn a_move_that_comes_anyway_stands_in_last_but_only_among_equals() {
    let stand_in = |body: &Body, from: ExerciseId, present: &[ExerciseId]| {
        body.stand_in(&Step::of(from), 5, present).and_then(|step| step.exercise())
    };
    let sore = with(&[Concern::Hypertension, Concern::Wrist]);
    assert_eq!(stand_in(&sore, id::BEAR_HOLD, &[]), Some(id::DEAD_BUG));
    assert_eq!(stand_in(&sore, id::BEAR_HOLD, &[id::DEAD_BUG]), Some(id::TOE_TAP));
    let fine = Body::default();
    let present = [id::SIDE_BEND, id::STANDING_SIDE_CRUNCH];
    assert_eq!(stand_in(&fine, id::SUITCASE_CARRY, &present), Some(id::SIDE_BEND));
}

#[test]
fn the_gentler_move_is_the_first_that_nothing_speaks_against() {
    assert_eq!(Body::default().gentler(id::SUPERMAN), Some(id::PRONE_SWIMMER));
    // The swimmer with care, the snow angel never: the next one down.
    assert_eq!(with(&[Concern::Shoulder]).gentler(id::SUPERMAN), Some(id::BACK_EXTENSION));
    // Nothing is easier than a pelvic tilt: the nearest instead.
    let nearest = Body::default().gentler(id::PELVIC_TILT).unwrap();
    assert_eq!(offered(&Body::default(), id::PELVIC_TILT).first(), Some(&nearest));
}

#[test]
fn what_speaks_against_a_move_is_told_with_its_concerns() {
    let body = Body { hidden: vec![id::CRUNCH], ..with(&[Concern::Disc, Concern::Shoulder, Concern::Neck]) };
    let standing = |id: ExerciseId| body.standing(id);
    assert_eq!(standing(id::CRUNCH), Standing::HiddenByHand);
    assert_eq!(standing(id::SUPERMAN), Standing::Hidden(vec![Concern::Disc]));
    assert_eq!(
        standing(id::PRONE_SWIMMER),
        Standing::Cautioned(vec![Concern::Disc, Concern::Shoulder, Concern::Neck])
    );
    assert_eq!(standing(id::COBRA), Standing::Fine);
    assert_eq!(
        [id::CRUNCH, id::SUPERMAN, id::PRONE_SWIMMER, id::COBRA].map(|id| standing(id).is_hidden()),
        [true, true, false, false]
    );
    assert_eq!(
        [id::CRUNCH, id::SUPERMAN, id::PRONE_SWIMMER, id::COBRA].map(|id| body.allows(id)),
        [false, false, true, true]
    );
}

#[test]
fn a_body_is_what_the_settings_say_of_it() {
    let settings = Settings {
        concerns: vec![Concern::Knee],
        hidden: vec![id::CRUNCH],
        preferred: vec![(id::PLANK, id::BEAR_HOLD)],
        ..Settings::default()
    };
    let body = Body { hidden: vec![id::CRUNCH], ..preferring(id::PLANK, id::BEAR_HOLD) };
    assert_eq!(Body::from(&settings), Body { concerns: vec![Concern::Knee], ..body });
}

#[test]
fn a_stand_in_takes_the_time_that_the_move_took() {
    let dose = |text: &str, to: ExerciseId| step(text).with(to, 5).dose;
    // A minute of crunches is six slow curl-ups, or a minute of plank.
    assert_eq!(dose("crunch.15", id::CURL_UP), Dose::Reps(6));
    assert_eq!(dose("crunch.15", id::PLANK), Dose::Seconds(60));
    // 44 s are eleven fours, and nearer to nine fives than to eight.
    assert_eq!(dose("crunch.11", id::SUPERMAN), Dose::Reps(9));
    // 75 s are six pairs of six seconds a side: in turns, as many on each.
    assert_eq!(dose("superman.15", id::BIRD_DOG), Dose::Reps(12));
    // What is timed stays timed; what ends when the person says so still does.
    assert_eq!(dose("mountain-climber.45s", id::CRUNCH), Dose::Seconds(45));
    assert_eq!(dose("plank.30s.done", id::DEAD_BUG), Dose::UntilDone(6));
    assert_eq!(dose("crunch.10.done", id::PLANK), Dose::UntilDone(40));
    // A minute for both sides and the change between them: 27.5 s each. One side alone takes all of it.
    assert_eq!(dose("plank.60s", id::SIDE_PLANK), Dose::Seconds(28));
    assert_eq!(dose("side-plank.30s", id::PLANK), Dose::Seconds(65));
    assert_eq!(dose("side-plank.30s.l", id::CLAMSHELL), Dose::Seconds(30));
    // Never less than one, never more than a routine can say.
    assert_eq!(dose("crunch.1", id::CURL_UP), Dose::Reps(1));
    assert_eq!(dose("crunch.999", id::PLANK), Dose::Seconds(3600));
    assert_eq!(dose("superman.999", id::RUSSIAN_TWIST), Dose::Reps(998));
    assert_eq!(dose("curl-up.999", id::KETTLEBELL_SWING), Dose::Reps(999));
}

#[test]
fn a_stand_in_keeps_sets_rest_and_side_and_nothing_that_belonged_to_the_move() {
    let old = step("single-leg-deadlift.3x8.l.t3-1-2.20kg.heavy.r10.later");
    assert_eq!((old.load.feel, old.unknown.len()), (Feel::Heavy, 1));
    let new = old.with(id::CLAMSHELL, 5);
    assert_eq!((new.sets, new.rest, new.side), (3, Some(10), Some(Side::Left)));
    assert_eq!((new.tempo, new.load, new.unknown), (None, Load::default(), vec![]));
    assert_eq!(old.with(id::PLANK, 5).side, None, "it has no sides");
}

#[test]
fn rounds_keep_what_suits_and_go_when_nothing_of_them_is_left() {
    let body = Body { hidden: vec![id::CRUNCH], ..preferring(id::CRUNCH, id::TOE_TAP) };
    let routine = notation::read("1/A/cobra.4/3x.r20/superman.4/crunch.10/end/crunch.5").routine;
    let fitted = Fitted::as_wished(&routine, &body);
    let text = notation::write(&fitted.routine);
    assert!(text.starts_with("1/A/cobra.4/3x.r20/superman.4/toe-tap.10/end/toe-tap.6/"), "{text}");
    assert_eq!(fitted.swapped.iter().map(|swap| swap.place).collect::<Vec<_>>(), [2, 3]);
    assert_eq!((fitted.changed(), fitted.left_out(), fitted.is_nothing()), (2, vec![], false));
    assert!(fitted.swapped.iter().all(|swap| swap.must() && swap.is_wished(&body)));

    let body = Body { hidden: ExerciseId::all().filter(|id| *id != id::COBRA).collect(), ..Body::default() };
    let fitted = Fitted::as_wished(&routine, &body);
    assert_eq!(fitted.routine.blocks.len(), 1, "no rounds of nothing");
    assert_eq!((fitted.changed(), fitted.left_out()), (0, vec![id::SUPERMAN, id::CRUNCH]));
}

#[test]
fn a_caution_is_only_swapped_for_whom_wants_it() {
    let body = with(&[Concern::Shoulder]);
    let routine = notation::read("1/A/prone-swimmer.30s/crunch.10").routine;
    let swaps = Swap::of(&routine, &body);
    assert_eq!((swaps.len(), swaps[0].from), (1, id::PRONE_SWIMMER));
    assert!(!swaps[0].must() && !swaps[0].is_wished(&body));
    assert_eq!(Fitted::as_wished(&routine, &body).routine, routine);
    assert_eq!(Fitted::of(&routine, &body, |_| true).changed(), 1);
    assert_eq!(Swap::of(&routine, &Body::default()), []);
}
