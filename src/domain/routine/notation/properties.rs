//! What holds for every routine and every text, however strange.

use proptest::prelude::*;

use super::*;
use crate::catalogue::{ExerciseId, Metric, Region, Side, Sides};
use crate::routine::{Block, Dose, Feel, Group, Load, Move, OwnMove, PRESETS, Part, Step, Weight};
use crate::session::Timeline;
use crate::time::Moment;

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z0-9 ._~/#%-]{1,70}",
        proptest::collection::vec(any::<char>(), 1..70).prop_map(String::from_iter)
    ]
    .prop_map(|name| clean(&name))
}

fn any_step() -> impl Strategy<Value = Step> {
    let known = (0..54_usize).prop_map(|at| Move::Known(ExerciseId::all().nth(at).unwrap()));
    let name = any_name().prop_filter("a name", |name| !name.is_empty());
    let region = proptest::option::of(proptest::sample::select(Region::ALL));
    let figure = proptest::option::of((0..54_usize).prop_map(|at| ExerciseId::all().nth(at).unwrap()));
    let custom = (name, region, any::<bool>(), figure).prop_map(|(name, region, each_side, figure)| {
        Move::from(OwnMove { name, region, each_side, figure })
    });
    let dose = prop_oneof![
        (1..=999_u16).prop_map(Dose::Reps),
        (1..=120_u16).prop_map(Dose::Seconds),
        (1..=99_u16).prop_map(Dose::UntilDone),
    ];
    let load = (
        prop_oneof![Just(Feel::Empty), Just(Feel::Usual), Just(Feel::Heavy)],
        proptest::option::of(prop_oneof![
            (1..=999_u16).prop_map(Weight::Kilograms),
            (1..=999_u16).prop_map(Weight::Pounds)
        ]),
    );
    let side = proptest::option::of(prop_oneof![Just(Side::Left), Just(Side::Right)]);
    let tempo = proptest::option::of(proptest::collection::vec(0..=9_u8, 1..5));
    let unknown = proptest::collection::vec("q[a-z]{1,5}[0-9]{0,3}", 0..3);
    let rest = proptest::option::of(0..=3600_u16);
    let note = prop_oneof![3 => Just(String::new()), 1 => any_name()];
    let more = (load, note, unknown);
    (prop_oneof![9 => known, 1 => custom], dose, 1..=4_u8, side, rest, tempo, more).prop_map(
        |(action, dose, sets, side, rest, tempo, ((feel, weight), note, unknown))| {
            let load = Load { feel, weight };
            let step = Step { sets, rest, load, note, unknown, ..Step::new(action, dose) };
            let exercise = step.exercise().map(ExerciseId::get);
            let held = exercise.is_some_and(|exercise| exercise.metric != Metric::Reps);
            let dose = match dose {
                Dose::Reps(amount) if held => Dose::Seconds(amount),
                dose => dose,
            };
            let side = side.filter(|_| exercise.is_none_or(|exercise| exercise.sides != Sides::Both));
            let tempo = tempo.filter(|tempo| tempo_fits(tempo, exercise.map(|exercise| exercise.phases)));
            Step { dose, side, tempo, ..step }
        },
    )
}

fn any_block() -> impl Strategy<Value = Block> {
    let group = (
        proptest::sample::select(&[Part::WarmUp, Part::Main, Part::CoolDown]),
        1..=4_u8,
        proptest::option::of(0..=600_u16),
        proptest::collection::vec(any_step(), 1..4),
        proptest::collection::vec("q[a-z]{1,5}[0-9]{0,3}", 0..2),
    );
    prop_oneof![
        3 => any_step().prop_map(Block::Step),
        1 => group.prop_map(|(part, times, rest, steps, unknown)| {
            Block::Group(Group { part, times, rest, steps, unknown })
        }),
    ]
}

fn any_routine() -> impl Strategy<Value = Routine> {
    let seconds = || proptest::option::of(0..=3600_u16);
    let every = proptest::option::of(1..=3600_u16);
    let blocks = proptest::collection::vec(any_block(), 0..6);
    let unknown = proptest::collection::vec("(at|z)[0-9]{1,9}", 0..3);
    let start = proptest::option::of((0..500_000_000_u64).prop_map(|minute| Moment(minute * 60_000)));
    (any_name(), seconds(), every, seconds(), seconds(), start, blocks, unknown).prop_map(
        |(title, ready, every, change, rest, start, blocks, unknown)| {
            let mut routine = Routine { title, ready, every, change, rest, start, blocks, unknown };
            while routine.length_of(&routine.blocks, |_| true) > LONGEST {
                routine.blocks.pop();
                routine.ready = None;
            }
            routine
        },
    )
}

/// Pieces that a hostile or clumsy hand may put together.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[/.~%#x0-9a-z-]{1,6}",
        "(plank|superman|side-plank|end|3x|~a|done|heavy|r|l|warm|cool|each|as-plank|back|at20261127t1800z|~b|t1-2|99999999999999|20x|i30|g10|%2[fF35]|/|\\.|#)",
        any::<char>().prop_map(String::from),
        Just("1/T/".to_owned()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn any_damaged_link() -> impl Strategy<Value = String> {
    (0..PRESETS.len(), any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), any_text())
        .prop_map(|(preset, from, to, text)| {
            let link = PRESETS[preset].text;
            let (from, to) = (from.index(link.len()), to.index(link.len()));
            format!("{}{text}{}", &link[..from.min(to)], &link[from.max(to)..])
        })
}

/// Whatever was read can be written, and what was written says the same without a problem of form.
fn survives(text: &str) {
    let length = text.chars().count();
    let first = read(text);
    for problem in &first.problems {
        assert!(problem.at <= length, "{problem}");
        assert!(!problem.to_string().contains('\n'));
    }
    let canonical = write(&first.routine);
    assert!(canonical.chars().all(|c| c.is_ascii_alphanumeric() || "-._~/".contains(c)), "{canonical}");
    assert!(canonical.len() <= LONGEST_TEXT);
    let second = read(&canonical);
    assert_eq!(second.routine, first.routine, "{canonical}");
    assert_eq!(write(&second.routine), canonical);
    let kept = |problem: &Problem| {
        let kinds = [ProblemKind::NoSteps, ProblemKind::UnknownMove];
        kinds.contains(&problem.kind)
            || [ProblemKind::UnknownField, ProblemKind::UnknownSetting].contains(&problem.kind)
    };
    assert!(second.problems.iter().all(kept), "{canonical}: {:?}", second.problems);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_routine_is_read_as_it_was(routine in any_routine()) {
        prop_assert_eq!(read(&write(&routine)).routine, routine);
    }

    #[test]
    fn the_stated_length_is_that_of_the_timeline(routine in any_routine()) {
        prop_assert_eq!(Timeline::of(&routine, Millis::ZERO).stated(), routine.stated_length());
    }

    #[test]
    fn no_text_breaks_the_reader(text in any_text()) {
        survives(&text);
    }

    #[test]
    fn no_damage_to_a_link_breaks_the_reader(text in any_damaged_link()) {
        survives(&text);
    }

    #[test]
    fn cleaning_a_clean_name_changes_nothing(name in proptest::collection::vec(any::<char>(), 0..90)) {
        let once = clean(&String::from_iter(name));
        prop_assert_eq!(clean(&once), once);
    }
}

#[test]
fn the_longest_hostile_texts_are_read_at_once() {
    for piece in
        ["/", ".", "~", "%25", "#", "x", "/20x", "/20x/plank", "/plank.20x", "/~%E2%80%AE", "/a.b", "1/"]
    {
        let text: String = "1/T/".chars().chain(piece.chars().cycle()).take(LONGEST_TEXT).collect();
        survives(&text);
    }
    let names = "/~".to_owned() + &"\u{1F9D8}".repeat(55);
    survives(&("1/T".to_owned() + &names.repeat(140)));
}
