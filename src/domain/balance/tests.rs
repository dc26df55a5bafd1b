//! The worked examples of content 3, to the figures printed there.

use super::Verdict::{Balanced, LeaningBack, LeaningFront, MostlyBack, MostlyFront};
use super::*;
use crate::body::Body;
use crate::catalogue::{Concern, Kit, id};
use crate::routine::{Preset, notation};
use crate::settings::Settings;

/// The article's five moves.
const FIVE: &str = "1/A/superman.15/deadlift.12/glute-bridge.12/single-leg-bridge.12/good-morning.12";
/// A classic front-only session.
const CLASSIC: &str = "1/B/crunch.20/russian-twist.20/leg-raise.12/shoulder-tap.20";

fn routine(text: &str) -> Routine {
    notation::read(text).routine
}

fn work(text: &str) -> Work {
    Work::of_routine(&routine(text))
}

fn preset(slug: &str) -> Work {
    Work::of_routine(&Preset::find(slug).unwrap().routine())
}

fn moves(text: &str) -> Vec<ExerciseId> {
    routine(text).steps().filter_map(Step::exercise).collect()
}

/// To one decimal; what lies half-way may be printed either way.
fn close(work: Work, [front, back, left, right, twist]: [f64; 5]) {
    let pairs =
        [(work.front, front), (work.back, back), (work.left, left), (work.right, right), (work.twist, twist)];
    for (found, printed) in pairs {
        assert!((found - printed).abs() <= 0.0501, "{work:?}: {found} is printed as {printed}");
    }
}

/// The dial clockwise from the front, and the twist, in percent.
fn dial(work: &Work) -> [u8; 5] {
    let dial = work.dial().unwrap();
    [dial.front, dial.right, dial.back, dial.left, dial.twist].map(Dial::percent)
}

#[test]
fn the_five_moves_of_the_article_are_almost_all_back() {
    let each = routine(FIVE).steps().map(Work::of_step).collect::<Vec<_>>();
    let printed = [
        [0.0, 84.4, 4.7, 4.7, 0.0],
        [6.0, 48.0, 3.0, 3.0, 0.0],
        [2.2, 38.2, 2.2, 2.2, 0.0],
        [6.0, 84.0, 15.0, 15.0, 42.0],
        [4.5, 36.0, 2.2, 2.2, 0.0],
    ];
    for (work, printed) in each.iter().zip(printed) {
        close(*work, printed);
    }
    let sum = work(FIVE);
    close(sum, [18.8, 290.6, 27.2, 27.2, 42.0]);
    assert_eq!(Dial::percent(sum.back_share().unwrap()), 94);
    assert_eq!(dial(&sum), [5, 7, 80, 7, 12]);
    assert_eq!(sum.verdict(), Verdict::MostlyBack);
}

#[test]
fn a_classic_session_is_almost_all_front() {
    let sum = work(CLASSIC);
    close(sum, [167.0, 6.0, 23.5, 23.5, 42.0]);
    assert_eq!(Dial::percent(sum.back_share().unwrap()), 3);
    assert_eq!(dial(&sum), [76, 11, 3, 11, 19]);
    assert_eq!(sum.verdict(), Verdict::MostlyFront);
}

#[test]
fn the_eight_minutes_are_a_full_circle() {
    let sum = preset("eight-minute");
    close(sum, [121.5, 133.5, 48.8, 48.8, 54.4]);
    assert_eq!(dial(&sum), [34, 14, 38, 14, 15]);
    assert_eq!((sum.verdict(), sum.full_circle()), (Verdict::Balanced, true));
    let sides = routine("1/C/side-plank.30s.l/side-plank.30s.r");
    let each = sides.steps().map(Work::of_step).collect::<Vec<_>>();
    close(each[0], [7.5, 7.5, 18.8, 3.8, 3.8]);
    close(each[1], [7.5, 7.5, 3.8, 18.8, 3.8]);
}

#[test]
fn the_two_halves_of_the_article_make_a_balanced_week() {
    let sum = preset("the-four") + preset("the-five");
    assert_eq!(Dial::percent(sum.back_share().unwrap()), 51);
    assert_eq!(dial(&sum), [40, 9, 41, 9, 16]);
    assert_eq!(sum.verdict(), Verdict::Balanced);
}

#[test]
fn days_count_half_after_a_week() {
    let after = |days: f64| 0.5_f64.powf(days / 7.0);
    let history = work(CLASSIC) * after(6.0)
        + work(FIVE) * after(4.0)
        + preset("eight-minute") * after(2.0)
        + work(CLASSIC);
    assert!((history.front - 371.5).abs() < 0.05, "{history:?}");
    assert!((history.back - 314.4).abs() < 0.05, "{history:?}");
    assert_eq!(history.verdict(), Verdict::Balanced);
}

#[test]
fn the_edges_of_a_band_belong_to_the_milder_verdict() {
    let verdict = |back: f64| Work { front: 100.0 - back, back, ..Work::default() }.verdict();
    let found = [29.0, 30.0, 39.0, 40.0, 60.0, 61.0, 70.0, 71.0].map(verdict);
    let expected =
        [MostlyFront, LeaningFront, LeaningFront, Balanced, Balanced, LeaningBack, LeaningBack, MostlyBack];
    assert_eq!(found, expected);
}

#[test]
fn mobility_is_not_rated() {
    let work = preset("evening-mobility");
    assert_eq!((work, work.verdict()), (Work::default(), Verdict::NotRated));
    assert_eq!((work.dial(), work.back_share(), work.index()), (None, None, None));
    assert_eq!(suggest(&work, &[], &Taste::default()), []);
    assert!(pair(&work).is_none());
}

#[test]
fn a_load_shifts_how_hard_a_move_counts_but_never_makes_it_none() {
    let back = |text: &str| work(text).back;
    let usual = back("1/-/deadlift.10");
    assert!((back("1/-/deadlift.10.heavy") / usual - 1.25).abs() < 1e-9);
    assert!((back("1/-/deadlift.10.empty") / usual - 0.75).abs() < 1e-9);
    assert!(back("1/-/pelvic-tilt.10.empty") + work("1/-/pelvic-tilt.10.empty").front > 0.0);
    assert_eq!(work("1/-/cat-cow.10.heavy"), Work::default());
}

#[test]
fn rounds_count_as_often_as_they_are_done() {
    assert_eq!(work("1/-/3x/plank.30s/superman.10/end"), work("1/-/plank.30s/superman.10") * 3.0);
}

#[test]
fn one_side_alone_shows_which_other_side_is_short() {
    assert_eq!(work("1/-/side-plank.30s.l").short_side(), Some(Side::Right));
    assert_eq!(work("1/-/side-plank.30s").short_side(), None);
    assert_eq!(Work::default().short_side(), None);
}

/// Slug, dose, sets, back share afterwards in percent.
fn suggested(text: &str, taste: &Taste) -> Vec<(&'static str, u16, u8, u8)> {
    suggest(&work(text), &moves(text), taste)
        .iter()
        .map(|one| (one.exercise.slug(), one.dose, one.sets, Dial::percent(one.back_share_after)))
        .collect()
}

#[test]
fn the_suggestions_are_those_computed_in_the_content() {
    let taste = Taste::default();
    assert_eq!(suggested(CLASSIC, &taste), [("glute-bridge", 15, 1, 24), ("prone-swimmer", 45, 2, 43)]);
    assert_eq!(
        suggested(FIVE, &taste),
        [("toe-tap", 20, 1, 81), ("dead-bug", 16, 1, 73), ("standing-cross-crunch", 30, 1, 69)]
    );
}

#[test]
fn a_suggestion_weighs_kindness_twist_and_what_is_left_to_even_out() {
    let taste = Taste::default();
    // Hardly any twist: of what costs nearly the same, the move that turns.
    let still = "1/-/crunch.8/glute-bridge.12/pelvic-tilt.12/hollow-hold.2x10s";
    assert_eq!(suggested(still, &taste), [("bird-dog", 14, 1, 49)]);
    // A bridge is as near as can be; a bird dog would turn, but costs too much more.
    let sides = "1/-/side-lying-leg-raise.2x12/plank.60s";
    assert_eq!(suggested(sides, &taste), [("glute-bridge", 8, 1, 51)]);
    // Mobility is never an addition, and who stays off the floor is not sent there.
    let standing = Taste { kit: Kit::Optional, floor: false, ..Taste::default() };
    let loose = "1/-/bird-dog.6/thread-the-needle.2x15s";
    assert_eq!(suggested(loose, &standing), [("standing-cross-crunch", 20, 1, 46)]);
}

#[test]
fn a_suggestion_keeps_to_what_the_person_can_and_wants_to_do() {
    let standing = Taste { floor: false, kit: Kit::Optional, ..Taste::default() };
    let positions = suggest(&work(CLASSIC), &moves(CLASSIC), &standing);
    assert!(positions.iter().all(|one| !one.exercise.get().position.needs_floor()));
    assert!(!positions.is_empty());
    let sore = Taste {
        body: Body { concerns: vec![Concern::ExtensionIntolerant], ..Body::default() },
        ..Taste::default()
    };
    let hidden = |one: &Suggestion| {
        one.exercise.get().flags.iter().any(|f| f.hide && sore.body.concerns.contains(&f.concern))
    };
    assert!(!suggest(&work(CLASSIC), &moves(CLASSIC), &sore).iter().any(hidden));
    let equipped = Taste { level: 5, kit: Kit::Needed, ..Taste::default() };
    assert_ne!(suggested(CLASSIC, &equipped), suggested(CLASSIC, &Taste::default()));
}

#[test]
fn nothing_is_suggested_to_what_is_balanced_or_a_single_move() {
    let eight = Preset::find("eight-minute").unwrap();
    assert_eq!(suggested(eight.text, &Taste::default()), []);
    assert_eq!(suggested("1/-/superman.15", &Taste::default()), []);
}

#[test]
fn a_swap_keeps_the_position_and_turns_the_lean() {
    assert_eq!(swap(id::CRUNCH), Some(id::GLUTE_BRIDGE));
    assert_eq!(swap(id::BIRD_DOG), Some(id::BEAR_HOLD));
    assert_eq!(swap(id::COBRA), None);
    let lean = |id: ExerciseId| id.get().compass.back - id.get().compass.front;
    for one in ExerciseId::all() {
        if let Some(other) = swap(one) {
            assert_eq!(swap(other), Some(one));
            assert_eq!(one.get().position.needs_floor(), other.get().position.needs_floor());
            assert!(lean(one) * lean(other) < 0.0, "{one:?} {other:?}");
        }
    }
}

#[test]
fn the_five_and_the_four_are_each_others_other_half() {
    let found = |slug: &str| pair(&preset(slug)).map(|(preset, share)| (preset.slug, Dial::percent(share)));
    assert_eq!(found("the-five"), Some(("the-four", 51)));
    assert_eq!(found("the-four"), Some(("the-five", 51)));
    assert_eq!(found("eight-minute"), None);
}

/// What counts as a full circle, in parts of a hundred: front, back, left, right, and the twist beside them.
fn circle([front, back, left, right, twist]: [f64; 5]) -> bool {
    Work { front, back, left, right, twist }.full_circle()
}

#[test]
fn a_full_circle_lacks_nothing_anywhere() {
    assert!(circle([42.0, 42.0, 8.0, 8.0, 10.0]), "just enough of everything");
    assert!(circle([40.0, 40.0, 9.0, 11.0, 10.0]), "a tenth apart is not lopsided");
    assert!(!circle([30.0, 54.0, 8.0, 8.0, 10.0]), "leaning back");
    assert!(!circle([43.0, 43.0, 7.0, 7.0, 10.0]), "too little of the sides");
    assert!(!circle([41.0, 40.0, 8.0, 11.0, 10.0]), "one side short");
    assert!(!circle([42.0, 42.0, 8.0, 8.0, 9.0]), "too little twist");
    assert!(!circle([0.0; 5]), "nothing at all");
}

#[test]
fn how_far_the_sides_are_apart_is_a_share_of_both() {
    // A side plank works its own side five times as much as the other.
    let apart = |text: &str| work(text).lopsided().map(|apart| (apart * 1000.0).round());
    assert_eq!(apart("1/-/side-plank.30s.l"), Some(667.0));
    assert_eq!(apart("1/-/side-plank.30s.r"), Some(667.0));
    assert_eq!(apart("1/-/side-plank.30s"), Some(0.0));
    assert_eq!(apart("1/-/cobra.4"), None, "mobility counts on no side");
    assert_eq!(work("1/-/side-plank.30s.r").short_side(), Some(Side::Left));
    let tenth = Work { left: 45.0, right: 55.0, ..Work::default() };
    assert_eq!(tenth.short_side(), None, "a tenth apart is as good as even");
}

#[test]
fn what_a_person_chose_decides_what_suits_them() {
    let settings = Settings {
        kit: Kit::Wall,
        hidden: vec![id::CRUNCH],
        concerns: vec![Concern::Knee],
        preferred: vec![(id::PLANK, id::WALL_PLANK)],
        ..Settings::default()
    };
    let body = Body {
        concerns: vec![Concern::Knee],
        hidden: vec![id::CRUNCH],
        preferred: vec![(id::PLANK, id::WALL_PLANK)],
    };
    let taste = Taste::from(&settings);
    assert_eq!(taste, Taste { kit: Kit::Wall, body, ..Taste::default() });
    assert_eq!((taste.level, taste.floor), (2, true));
}

#[test]
fn a_move_of_ones_own_counts_as_an_ordinary_one_of_its_region() {
    let work = |steps: &str| work(&["1/-/", steps].concat());
    assert_eq!(work("~Stairs.90s"), Work::default(), "without a region it is time");
    assert_eq!(work("~Stairs.90s.mobility"), Work::default());
    assert!(work("~Bow.60s.back").back_share().is_some_and(|share| share > 0.85));
    assert!(work("~Fold.60s.front").back_share().is_some_and(|share| share < 0.15));
    let left = work("~Lean.60s.side.each.l");
    assert!(left.left > 1.5 * left.right, "{left:?}");
    let both = work("~Lean.60s.side.each");
    assert!((both.left - both.right).abs() < 1e-9 && both.left > left.left);
    assert!((work("~Bow.60s.back.heavy").back / work("~Bow.60s.back").back - 4.0 / 3.0).abs() < 1e-9);
}
