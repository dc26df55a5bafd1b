//! Records through storage, through merging, and what they come to.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::catalogue::{ExerciseId, Side, id};
use crate::routine::{Move, Preset, notation};
use crate::session::{Event, Session};

/// Wednesday 2026-09-02, ten in the morning, UTC.
const MORNING: Moment = Moment(1_788_343_200_000);

fn today() -> Day {
    Day::of(MORNING, 0)
}

fn days_ago(days: u64) -> Moment {
    Moment(MORNING.0 - days * 86_400_000)
}

/// The record of a routine that was done to its end, starting at `start`.
fn done(text: &str, start: Moment) -> Record {
    let mut session = Session::new(notation::read(text).routine, Millis::seconds(10), start);
    session.update(start, Event::Start);
    Record::of(&session, start + Millis::seconds(7200), 0, 7).unwrap()
}

fn preset(slug: &str, start: Moment) -> Record {
    done(Preset::find(slug).unwrap().text, start)
}

impl Record {
    /// The same again, as a session of its own.
    fn later(self) -> Self {
        Self { id: RecordId::new(self.started, 8), ..self }
    }
}

fn record(number: u64) -> Record {
    Record { id: RecordId::new(days_ago(number), 1), ..done("1/plank.30s", days_ago(number)) }
}

const CLASSIC: &str = "1/Classic/crunch.20/russian-twist.20/leg-raise.12/shoulder-tap.20";

#[test]
fn the_worked_history_of_content_3_1_comes_to_its_figures() {
    let history = History::from_records(vec![
        done(CLASSIC, days_ago(6)),
        preset("the-five", days_ago(4)),
        preset("eight-minute", days_ago(2)),
        done(CLASSIC, days_ago(0)),
    ]);
    let work = history.rolling(today()).unwrap();
    assert_eq!(format!("F {:.1}, B {:.1}", work.front, work.back), "F 371.5, B 314.4");
    assert_eq!(work.verdict().slug(), "balanced");
}

#[test]
fn a_finished_session_weighs_what_its_routine_was_planned_to() {
    for preset in crate::routine::PRESETS {
        let record = done(preset.text, MORNING);
        let (did, planned) = (record.work(), crate::balance::Work::of_routine(&preset.routine()));
        for (did, planned) in [
            (did.front, planned.front),
            (did.back, planned.back),
            (did.left, planned.left),
            (did.right, planned.right),
            (did.twist, planned.twist),
        ] {
            assert!((did - planned).abs() < 1e-9, "{}: {did} and {planned}", preset.slug);
        }
        assert!(record.complete, "{}", preset.slug);
        assert_eq!(record.active, preset.routine().stated_length(), "{}", preset.slug);
    }
}

#[test]
fn a_session_counts_half_after_a_week() {
    let at = |days| {
        let twice = vec![preset("the-five", days_ago(days)), preset("the-five", days_ago(days)).later()];
        History::from_records(twice).rolling(today()).map(|work| (work.back * 1e6).round())
    };
    let fresh = at(0).unwrap();
    assert_eq!(at(7), Some((fresh / 2.0).round()));
    assert_eq!(at(14), None, "a quarter of it is too little to tell");
}

#[test]
fn there_is_no_balance_before_there_is_enough_to_tell() {
    let one = History::from_records(vec![preset("eight-minute", MORNING)]);
    assert_eq!(one.rolling(today()), None, "one session");
    let light = History::from_records(vec![done("1/plank.30s", MORNING), done("1/plank.40s", days_ago(1))]);
    assert_eq!(light.rolling(today()), None, "hardly any work");
    let old = vec![preset("eight-minute", days_ago(28)), preset("eight-minute", days_ago(29))];
    assert_eq!(History::from_records(old).rolling(today()), None, "too long ago");
}

#[test]
fn a_week_that_is_not_over_does_not_break_a_row_of_weeks() {
    let weeks = |ago: &[u64]| {
        History::from_records(ago.iter().map(|&week| record(7 * week)).collect()).streak_weeks(today())
    };
    assert_eq!(weeks(&[]), 0);
    assert_eq!(weeks(&[0]), 1);
    assert_eq!(weeks(&[1, 2, 3]), 3, "nothing yet this week");
    assert_eq!(weeks(&[0, 1, 3]), 2, "a week without one ends it");
    assert_eq!(weeks(&[2, 3]), 0);
}

#[test]
fn weeks_begin_on_monday_in_the_persons_own_time() {
    let mut late_on_sunday = record(3);
    late_on_sunday.started = Moment(days_ago(2).0 - 36_000_000 - 60_000);
    let utc = History::from_records(vec![late_on_sunday.clone()]);
    assert_eq!((utc.this_week(today()).sessions, utc.weeks(today(), 2)[0].sessions), (0, 1));
    late_on_sunday.offset = 60;
    let east = History::from_records(vec![late_on_sunday]);
    assert_eq!((east.this_week(today()).sessions, east.weeks(today(), 2)[0].sessions), (1, 0));
}

#[test]
fn minutes_are_the_running_time_of_the_last_days() {
    let history =
        History::from_records(vec![preset("eight-minute", MORNING), preset("eight-minute", days_ago(7))]);
    assert_eq!(history.minutes(today(), 7), 8);
    assert_eq!(history.minutes(today(), 8), 16);
    assert_eq!(history.this_week(today()).minutes, 8);
}

#[test]
fn a_record_is_one_line() {
    let mut record = done("1/Short-one/r5/superman.2/side-plank.10s/~Star-jump.3", MORNING);
    record.effort = Some(6);
    record.note = "good | 100 % =; tired\nin the end".into();
    let line = line::write(&record);
    expect!["1|891c8d52|id=igphb3oxs7|rev=1|start=1788343200000|offset=0|active=54000|complete=1|routine=1/Short-one/r5/superman.2/side-plank.10s/~Star-jump.3/pa|title=Short one|sets=superman,,2,10000,4;side-plank,l,,10000,4;side-plank,r,,10000,4;~Star jump,,3,9000,0|effort=6|note=good %7c 100 %25 %3d%3b tired%0ain the end"].assert_eq(&line);
    assert_eq!(line::read(&line), Ok(record));
}

#[test]
fn what_a_later_version_added_is_kept() {
    let line = crate::line::seal(&["id=a1".into(), "start=5".into(), "heart=120;130".into()]);
    let record = line::read(&line).unwrap();
    assert_eq!(record.unknown, ["heart=120;130"]);
    assert!(line::write(&record).contains("|heart=120;130"));
}

#[test]
fn a_damaged_line_says_what_is_wrong_with_it() {
    let check = |line: &str, expected: expect_test::Expect| {
        let damage = line::read(line).unwrap_err();
        expected.assert_eq(&format!("{}: {damage}", damage.slug()));
    };
    let line = line::write(&record(1));
    check("", expect!["not-a-line: expected a line that begins with a version and a checksum"]);
    check(&line[..line.len() - 1], expect!["checksum: the text does not match its checksum"]);
    check(&line.replacen('1', "9", 1), expect!["newer: written by a later version (9); this one reads 1"]);
    check(
        &crate::line::seal(&["start=5".into()]),
        expect!["part: expected an id, but found nothing that makes sense"],
    );
    check(
        &crate::line::seal(&["id=a1".into()]),
        expect!["part: expected a start, but found nothing that makes sense"],
    );
}

#[test]
fn a_deletion_wins_over_copies_that_come_back() {
    let gone = record(1);
    let mut history = History::from_records(vec![gone.clone(), record(2)]);
    assert!(history.put(gone.tombstone()));
    assert!(!history.put(gone.clone()));
    assert_eq!(history.records().len(), 1);
    assert_eq!(history.get(&gone.id), None);
    assert_eq!(history.all().len(), 2, "what was deleted is still told to others");
    assert_eq!(line::read(&line::write(&gone.tombstone())).unwrap(), gone.tombstone());
}

fn any_set() -> impl Strategy<Value = SetDone> {
    let action = prop_oneof![
        (0..54_usize).prop_map(|at| Move::Known(ExerciseId::all().nth(at).unwrap_or(id::PLANK))),
        "\\PC{1,12}".prop_map(Move::Custom),
        Just(Move::Unknown("moonwalk".into())),
    ];
    let side = prop_oneof![Just(None), Just(Some(Side::Left)), Just(Some(Side::Right))];
    (action, side, any::<Option<u16>>(), any::<u32>(), 0..=5_u8).prop_map(
        |(action, side, reps, spent, intensity)| SetDone {
            action,
            side,
            reps,
            seconds: Millis(u64::from(spent)),
            intensity,
        },
    )
}

fn any_record() -> impl Strategy<Value = Record> {
    let sets = prop::collection::vec(any_set(), 0..5);
    (0..4_u64, 1..4_u32, any::<bool>(), sets, any::<Option<u8>>(), ".{0,20}", any::<i16>()).prop_map(
        |(number, rev, deleted, sets, effort, note, offset)| Record {
            rev,
            deleted,
            sets,
            effort,
            note,
            offset: i32::from(offset),
            ..record(number)
        },
    )
}

fn any_history() -> impl Strategy<Value = History> {
    prop::collection::vec(any_record(), 0..6).prop_map(History::from_records)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_record_comes_back_as_it_was(record in any_record()) {
        prop_assert_eq!(line::read(&line::write(&record)), Ok(record));
    }

    #[test]
    fn merging_is_the_same_in_any_order_and_however_often(a in any_history(), b in any_history(), c in any_history()) {
        let merged = |a: &History, b: &History| a.clone().merged(b.clone());
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a);
    }

    #[test]
    fn no_text_makes_reading_fall_over(fields in prop::collection::vec("(id=a|start=[0-9]{1,25}|sets=|offset=|rev=)?[ -~]{0,30}", 0..8)) {
        if let Ok(record) = line::read(&crate::line::seal(&fields)) {
            let history = History::from_records(vec![record]);
            let _ = (history.rolling(today()), history.streak_weeks(today()), history.weeks(today(), 3));
        }
    }
}
