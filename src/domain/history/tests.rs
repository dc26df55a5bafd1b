//! Records through storage, through merging, and what they come to.

use expect_test::expect;
use proptest::prelude::*;

use super::*;
use crate::catalogue::{ExerciseId, Region, Side, id};
use crate::routine::{Move, OwnMove, Preset, Routine, Weight, notation};
use crate::session::{Event, Session};

mod records;
mod said;

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

fn read(record: &Record, line: &str) -> Result<Record, Damage> {
    line::read(record.id.as_str(), line)
}

fn record(number: u64) -> Record {
    Record { id: RecordId::new(days_ago(number), 1), ..done("1/-/plank.30s", days_ago(number)) }
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
fn the_muscles_of_a_week_are_those_of_its_seven_days() {
    use crate::balance::MuscleWork;

    let of = |days: &[u64]| {
        let records = days.iter().map(|&ago| done("1/-/glute-bridge.15", days_ago(ago))).collect();
        History::from_records(records).muscles_of_week(today())
    };
    let planned = MuscleWork::of_routine(&notation::read("1/-/glute-bridge.15").routine);
    assert_eq!(of(&[0]), planned);
    assert_eq!(of(&[0, 6, 7]), planned * 2.0, "the eighth day is over");
    assert_eq!(of(&[]).shares(), []);
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
    let light =
        History::from_records(vec![done("1/-/plank.30s", MORNING), done("1/-/plank.40s", days_ago(1))]);
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
    (record.back_before, record.back_after) = (Some(3), Some(0));
    record.sets[0].load = Some(Weight::Kilograms(20));
    record.note = "good | 100 % =; tired\nin the end".into();
    let line = line::write(&record);
    expect!["2|6c294ca7|d=54|r=1/Short-one/r5*su.2*sp.10s/~Star-jump.3/pa|s=su42:10@20k,sp4b:10,~Star jump=03:9|e=6|b=3|a=0|m=good %7c 100 %25 %3d%3b tired%0ain the end"].assert_eq(&line);
    assert_eq!(read(&record, &line), Ok(record.clone()));
}

#[test]
fn what_a_later_version_added_is_kept() {
    let line = crate::line::seal_as(2, "a1", &["t=5".into(), "heart=120;130".into()]);
    let record = line::read("a1", &line).unwrap();
    assert_eq!((record.started, &*record.unknown), (Moment(5), &["heart=120;130".to_owned()][..]));
    assert!(line::write(&record).contains("|heart=120;130"));
}

#[test]
fn a_damaged_line_says_what_is_wrong_with_it() {
    let check = |id: &str, line: &str, expected: expect_test::Expect| {
        let damage = line::read(id, line).unwrap_err();
        expected.assert_eq(&format!("{}: {damage}", damage.slug()));
    };
    let record = record(1);
    let (id, line) = (record.id.as_str(), line::write(&record));
    check(id, "", expect!["not-a-line: expected a line that begins with a version and a checksum"]);
    check(id, &line[..line.len() - 1], expect!["checksum: the text does not match its checksum"]);
    check("igphb3oxs8", &line, expect!["checksum: the text does not match its checksum"]);
    check(
        id,
        &line.replacen('2', "9", 1),
        expect!["newer: written by a later version (9); this one reads 2"],
    );
    check(
        "../x",
        &crate::line::seal_as(2, "../x", &["t=5".into()]),
        expect!["part: expected an id, but found nothing that makes sense"],
    );
    check(
        "zzzzzzzzzzzzzzz",
        &crate::line::seal_as(2, "zzzzzzzzzzzzzzz", &["d=5".into()]),
        expect!["part: expected a start, but found nothing that makes sense"],
    );
}

#[test]
fn a_session_of_the_first_form_means_what_it_meant_and_is_written_in_todays() {
    let old = crate::line::seal(&["id=igphb3oxs7".into(), "start=1788343200123".into(), "effort=10".into()]);
    let record = line::read("igphb3oxs7", &old).unwrap();
    assert_eq!((record.started, record.effort), (Moment(1_788_343_200_123), Some(10)));
    let new = line::write(&record);
    expect!["2|ac8448ec|u|t=1788343200123|e=10"].assert_eq(&new);
    assert_eq!(read(&record, &new), Ok(record.clone()));
}

#[test]
fn a_year_of_sessions_is_short() {
    let lengths: Vec<usize> = crate::routine::PRESETS
        .iter()
        .map(|built| line::write(&preset(built.slug, MORNING)).len() + "evenkeel:1:done:igphb3oxs7".len())
        .collect();
    expect!["[90, 99, 111, 92, 134, 138, 132, 153, 134, 124, 114, 143, 141]"]
        .assert_eq(&format!("{lengths:?}"));
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
    assert_eq!(read(&gone, &line::write(&gone.tombstone())).unwrap(), gone.tombstone());
}

fn any_set() -> impl Strategy<Value = SetDone> {
    let action = prop_oneof![
        (0..54_usize).prop_map(|at| Move::Known(ExerciseId::all().nth(at).unwrap_or(id::PLANK))),
        ("\\PC{1,12}", proptest::option::of(proptest::sample::select(Region::ALL)), any::<bool>()).prop_map(
            |(name, region, each_side)| {
                let figure = each_side.then_some(id::PLANK);
                OwnMove { name, region, each_side, figure }.into()
            },
        ),
        Just(Move::Unknown("moonwalk".into())),
        Just(Move::Unknown("zz".into())),
    ];
    let side = prop_oneof![Just(None), Just(Some(Side::Left)), Just(Some(Side::Right))];
    let load = prop_oneof![
        Just(None),
        any::<u16>().prop_map(|amount| Some(Weight::Kilograms(amount))),
        any::<u16>().prop_map(|amount| Some(Weight::Pounds(amount))),
    ];
    (action, side, any::<Option<u16>>(), any::<u32>(), 0..=5_u8, load).prop_map(
        |(action, side, reps, spent, intensity, load)| SetDone {
            action,
            side,
            reps,
            seconds: Millis(u64::from(spent)),
            intensity,
            load,
        },
    )
}

fn any_record() -> impl Strategy<Value = Record> {
    let sets = prop::collection::vec(any_set(), 0..5);
    let felt = || prop::option::of(0..=MOST_FELT);
    let routine = prop_oneof![
        (0..13_usize).prop_map(|at| crate::routine::PRESETS[at].text.to_owned()),
        Just("1/Short-one/r5/superman.2/~Star-jump.3/pa".to_owned()),
        ".{0,20}",
    ];
    let said = (".{0,20}", ".{0,9}", routine);
    (0..4_u64, 1..4_u32, any::<[bool; 2]>(), sets, [felt(), felt(), felt()], said, any::<i16>()).prop_map(
        |(number, rev, [deleted, later], sets, felt, (note, title, routine), offset)| Record {
            rev,
            deleted,
            sets,
            effort: felt[0],
            back_before: felt[1],
            back_after: felt[2],
            title: if later { title } else { crate::routine::notation::title(&routine) },
            note,
            routine,
            started: Moment(days_ago(number).0 + u64::from(later)),
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
        prop_assert_eq!(read(&record, &line::write(&record)), Ok(record.clone()));
    }

    #[test]
    fn merging_is_the_same_in_any_order_and_however_often(a in any_history(), b in any_history(), c in any_history()) {
        let merged = |a: &History, b: &History| a.clone().merged(b.clone());
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &a), a);
    }

    #[test]
    fn no_text_makes_reading_fall_over(fields in prop::collection::vec("(id=a|start=[0-9]{1,25}|sets=|offset=|rev=|t=[0-9]{1,25}|[szdrnv]=)?[ -~]{0,30}", 0..8)) {
        let first = line::read("a1", &crate::line::seal(&fields));
        let todays = line::read("a1", &crate::line::seal_as(line::VERSION, "a1", &fields));
        for record in [first, todays].into_iter().flatten() {
            let history = History::from_records(vec![record]);
            let _ = (history.rolling(today()), history.streak_weeks(today()), history.weeks(today(), 3));
        }
    }
}

#[test]
fn a_session_by_hand_is_as_if_it_had_been_led() {
    for built in crate::routine::PRESETS {
        let led = preset(built.slug, MORNING);
        assert_eq!(Record::by_hand(&built.routine(), MORNING, 0, 7).as_ref(), Some(&led));
    }
    let open = "1/Mine/crunch.20.done/plank.30s.done/r5";
    let record = Record::by_hand(&notation::read(open).routine, MORNING, 60, 7).unwrap();
    assert_eq!(record.routine, notation::write(&notation::read(open).routine));
    let sets = |record: &Record| record.sets.iter().map(SetDone::amount).collect::<Vec<_>>();
    assert_eq!((sets(&record), record.complete), (vec![20, 30], true));
}

#[test]
fn what_is_corrected_counts_for_as_long_as_it_takes() {
    let mut record = done("1/Mine/superman.10/plank.30s/~Star-jump.4", MORNING);
    let seconds = |record: &Record| record.sets.iter().map(|set| set.seconds.0).collect::<Vec<_>>();
    assert_eq!(seconds(&record), [50_000, 30_000, 12_000]);
    for (set, amount) in record.sets.iter_mut().zip([12, 0, 6]) {
        set.set_amount(amount);
    }
    assert_eq!(seconds(&record), [60_000, 0, 18_000]);
    assert!(record.sets[1].is_skipped());
    for (set, amount) in record.sets.iter_mut().zip([0, 45, 60_000]) {
        set.set_amount(amount);
    }
    assert_eq!(seconds(&record), [0, 45_000, 999 * 3000]);
    record.sets[0].set_amount(2);
    assert_eq!(seconds(&record)[0], 10_000, "at the move's own tempo again");
}

#[test]
fn a_session_is_moved_to_another_time_as_another_record() {
    let mut record = done("1/-/plank.30s", MORNING);
    record.offset = 90;
    assert_eq!(record.began_local(), "2026-09-02T11:30");
    assert_eq!(record.moved_to("2026-09-02T11:30", 9), Some(record.clone()), "nothing changed");
    let moved = record.moved_to("2024-02-29T00:05", 9).unwrap();
    assert_eq!((moved.began_local(), moved.rev), ("2024-02-29T00:05".to_owned(), 1));
    assert_eq!(moved.id.begun(), Some(moved.started));
    assert_ne!(moved.id, record.id);
    for strange in ["", "2026-09-02", "2026-13-41T99", "x-y-zT1:2", "1931-01-01T00:00"] {
        assert_eq!(record.moved_to(strange, 9), None, "{strange}");
    }
}
