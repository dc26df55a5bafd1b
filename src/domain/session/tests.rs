//! A session under any events in any order, and what must be true of it after each.

use proptest::prelude::*;

use super::*;
use crate::catalogue::id;
use crate::routine::{Block, Dose, Group, Preset, Step};

mod moments;
mod together;
mod waits;

const READY: Millis = Millis::seconds(10);
const START: Moment = Moment(1_700_000_000_000);

fn second(seconds: u32) -> Moment {
    START + Millis::seconds(seconds)
}

fn step(exercise: crate::catalogue::ExerciseId, dose: Dose) -> Block {
    Block::Step(Step::new(Move::Known(exercise), dose))
}

fn routine(blocks: Vec<Block>) -> Routine {
    Routine { rest: Some(20), blocks, ..Routine::default() }
}

/// Every kind of phase in two and a half minutes.
fn varied() -> Routine {
    let steps = vec![
        Step::new(Move::own("Star jump"), Dose::Reps(3)),
        Step::new(Move::Known(id::DEAD_BUG), Dose::UntilDone(4)),
    ];
    let rounds = Block::Group(Group { rest: Some(7), ..Group::rounds(2, steps) });
    routine(vec![
        step(id::PLANK, Dose::Seconds(20)),
        step(id::SIDE_PLANK, Dose::Seconds(10)),
        Block::Step(Step::new(Move::Unknown("moonwalk".into()), Dose::Reps(9))),
        rounds,
        step(id::SUPERMAN, Dose::Reps(4)),
    ])
}

fn started(routine: Routine) -> Session {
    let mut session = Session::new(routine, READY, START);
    assert!(session.update(START, Event::Start));
    session
}

#[test]
fn every_built_in_routine_takes_the_time_it_states() {
    let stated = [
        ("the-five", 500),
        ("the-four", 504),
        ("eight-minute", 480),
        ("desk-reset", 180),
        ("first-steps", 493),
        ("back-friendly", 556),
        ("pairs", 1079),
        ("full-circle-hard", 1233),
        ("on-your-feet", 703),
        ("no-floor-loaded", 877),
        ("evening-mobility", 355),
        ("side-to-side", 651),
        ("posterior-loaded", 1555),
    ];
    for (slug, seconds) in stated {
        let routine = Preset::find(slug).unwrap().routine();
        let timeline = Timeline::of(&routine, READY);
        assert_eq!(timeline.stated(), Millis::seconds(seconds), "{slug}");
        assert_eq!(timeline.stated(), routine.stated_length(), "{slug}: both ways of reckoning");
    }
}

#[test]
fn a_get_ready_of_its_own_counts_and_the_persons_does_not() {
    let mut routine = routine(vec![step(id::PLANK, Dose::Seconds(30))]);
    let timeline = Timeline::of(&routine, READY);
    assert_eq!((timeline.stated(), timeline.total()), (Millis::seconds(30), Millis::seconds(40)));
    routine.ready = Some(5);
    let timeline = Timeline::of(&routine, READY);
    assert_eq!((timeline.stated(), timeline.total()), (Millis::seconds(35), Millis::seconds(35)));
}

#[test]
fn a_routine_that_asks_for_a_year_is_laid_out_only_so_far() {
    let mut endless = Step::new(Move::Known(id::SIDE_PLANK), Dose::Seconds(3600));
    endless.sets = u8::MAX;
    let block = Block::Group(Group::rounds(u8::MAX, vec![endless; 200]));
    let timeline = Timeline::of(&routine(vec![block; 3]), READY);
    assert_eq!(timeline.phases().len(), Timeline::MOST_PHASES);
    assert!(timeline.phases().last().unwrap().kind.work().is_some(), "it ends with a set");
}

#[test]
fn a_routine_with_nothing_to_do_is_over_at_once() {
    let session = started(routine(vec![]));
    assert_eq!(session.finished_at(START), Some(START));
    assert_eq!(session.face(START).progress.to_bits(), 1.0_f64.to_bits());
}

#[test]
fn going_back_is_the_beginning_and_soon_after_it_the_phase_before() {
    let mut session = started(varied());
    assert_eq!(session.face(second(15)).phase, 1);
    session.update(second(15), Event::Back);
    assert_eq!((session.face(second(15)).phase, session.face(second(15)).spent), (1, Millis::ZERO));
    session.update(second(17), Event::Back);
    assert_eq!(session.face(second(17)).phase, 0);
    session.update(second(18), Event::Back);
    assert_eq!(session.face(second(18)).phase, 0, "nothing comes before the first");
}

#[test]
fn of_two_attempts_at_a_set_the_better_one_counts() {
    let mut session = started(routine(vec![step(id::PLANK, Dose::Seconds(30))]));
    session.update(second(25), Event::Back);
    assert_eq!(session.sets(second(30))[0].seconds, Millis::seconds(15), "five seconds into the second one");
    assert_eq!(session.sets(second(50))[0].seconds, Millis::seconds(25), "the second one is longer by now");
    assert_eq!(session.face(second(50)).elapsed, Millis::seconds(50), "all of it was time spent");
    assert_eq!(session.finished_at(second(60)), Some(second(55)));
    assert!(session.is_complete(second(60)));
}

#[test]
fn a_counted_set_that_is_done_early_counts_in_full_and_a_skipped_one_as_far_as_it_went() {
    let superman = || routine(vec![step(id::SUPERMAN, Dose::Reps(10)), step(id::PLANK, Dose::Seconds(5))]);
    let mut session = started(superman());
    session.update(second(10 + 12), Event::Done);
    let set = session.sets(second(22)).remove(0);
    assert_eq!((set.reps, set.seconds), (Some(10), Millis::seconds(50)));

    let mut session = started(superman());
    session.update(second(10 + 12), Event::Skip);
    let set = session.sets(second(22)).remove(0);
    assert_eq!((set.reps, set.seconds), (Some(2), Millis::seconds(12)));
    assert!(!session.is_complete(second(999)));
}

#[test]
fn a_forgotten_open_set_does_not_count_for_hours() {
    let mut session = started(routine(vec![step(id::SUPERMAN, Dose::UntilDone(10))]));
    assert_eq!(session.face(second(7000)).left, None);
    assert!(!session.update(second(7000), Event::Extend(Millis::seconds(20))), "it has no end to move");
    session.update(second(7200), Event::Done);
    let set = session.sets(second(7200)).remove(0);
    assert_eq!((set.reps, set.seconds), (Some(10), Millis::seconds(50)));
    assert_eq!(session.finished_at(second(7300)), Some(second(7200)));
}

#[test]
fn a_set_at_a_tempo_grows_by_whole_repetitions() {
    let swing = routine(vec![step(id::BIRD_DOG, Dose::Reps(4))]);
    let mut session = started(swing);
    session.update(second(12), Event::Extend(Millis::seconds(20)));
    let face = session.face(second(12));
    assert_eq!(face.length, Millis::seconds(24 + 24));
    assert_eq!(face.reps.unwrap().total, 8);
    session.update(second(12), Event::End);
    assert_eq!(session.sets(second(12))[0].seconds, Millis::seconds(2));
}

#[test]
fn digits_breath_and_figure_agree_on_the_repetition() {
    let session = started(routine(vec![step(id::SUPERMAN, Dose::Reps(3))]));
    let face = session.face(Moment(START.0 + 10_000 + 5_000 + 2_400));
    let (reps, pace) = (face.reps.unwrap(), face.pace.unwrap());
    assert_eq!((reps.done, reps.at, reps.phase), (1, Millis(2_400), 1));
    assert_eq!((pace.rep, pace.at, pace.into, pace.phase), (1, Millis(2_400), Millis(400), 1));
    assert_eq!(face.breath, Some(crate::catalogue::Breath::Breathe));
}

#[test]
fn a_stuck_key_fills_no_storage() {
    let mut session = started(varied());
    for at in 0..20_000 {
        session.update(Moment(START.0 + at), if at % 2 == 0 { Event::Pause } else { Event::Resume });
        session.update(Moment(START.0 + at), Event::Back);
    }
    assert!(session.log().len() <= 2 * Session::MOST_EVENTS);
    assert!(session.update(second(30), Event::End), "it can still be ended");
}

#[test]
fn a_short_gap_counts_and_a_long_one_comes_back_paused() {
    let mut session = started(varied());
    session.seen(second(15));
    session.revive(second(24));
    assert_eq!(session.face(second(24)).state, State::Running);

    session.revive(second(60));
    let face = session.face(second(60));
    assert_eq!((face.state, face.elapsed), (State::Paused, Millis::seconds(24)));
    session.update(second(70), Event::Resume);
    assert_eq!(session.face(second(72)).elapsed, Millis::seconds(24), "three seconds to get ready");
    assert_eq!(session.face(second(75)).elapsed, Millis::seconds(26));
}

#[test]
fn a_clock_that_was_set_back_loses_nothing() {
    let mut session = started(varied());
    session.seen(second(15));
    let hour_ago = Moment(second(16).0 - 3_600_000);
    session.revive(hour_ago);
    let face = session.face(hour_ago);
    assert_eq!((face.state, face.elapsed), (State::Paused, Millis::seconds(15)));
    session.update(hour_ago, Event::Resume);
    let later = hour_ago + Millis::seconds(3 + 4);
    assert_eq!(session.face(later).elapsed, Millis::seconds(19), "it goes on");
}

#[test]
fn a_cut_or_changed_line_is_not_taken_for_a_session() {
    let line = started(varied()).write();
    assert_eq!(Session::read("").unwrap_err(), crate::line::Damage::NotALine);
    assert_eq!(Session::read(&line[..line.len() - 3]).unwrap_err(), crate::line::Damage::Checksum);
    assert_eq!(
        Session::read(&line.replacen('1', "2", 1)).unwrap_err(),
        crate::line::Damage::Newer { found: 2, known: 1 }
    );
    let routine = crate::line::seal(&["1".into(), "1788343240000".into(), "1/Mine/plank.20s/kx".into()]);
    assert_eq!(Session::read(&routine).unwrap_err(), crate::line::Damage::Part("a get-ready"));
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Start),
        Just(Event::Pause),
        Just(Event::Resume),
        Just(Event::GoOn),
        Just(Event::CatchUp),
        Just(Event::Join),
        Just(Event::Back),
        Just(Event::Skip),
        Just(Event::Extend(Millis::seconds(20))),
        Just(Event::Done),
        Just(Event::Done),
        (0_u16..7, any_move()).prop_map(|(step, to)| Event::Swap { step, to }),
        prop_oneof![9 => Just(Event::Resume), 1 => Just(Event::End)],
    ]
}

/// Moves of every kind: held, counted, in turns, one-sided.
fn any_move() -> impl Strategy<Value = crate::catalogue::ExerciseId> {
    prop::sample::select(vec![id::PLANK, id::CRUNCH, id::BIRD_DOG, id::SIDE_PLANK, id::CLAMSHELL])
}

/// Milliseconds that pass before each event, and the event.
fn any_walk() -> impl Strategy<Value = Vec<(u64, Event)>> {
    prop::collection::vec(
        (prop_oneof![0_u64..4000, Just(1000), Just(10_000), 0_u64..60_000], any_event()),
        1..60,
    )
}

fn assert_consistent(session: &Session, now: Moment) {
    let face = session.face(now);
    assert!((0.0..=1.0).contains(&face.progress), "progress {}", face.progress);
    assert!(face.left.is_none_or(|left| left == face.length.less(face.spent)));
    assert!(face.left.is_none() || face.spent <= face.length, "time left is never negative");
    assert!(face.reps.is_none_or(|reps| reps.done <= reps.total));
    assert!(face.sets_done <= face.sets_total);
    assert!(face.elapsed <= session.started_at().map_or(Millis::ZERO, |start| now.since(start)));
    let timed = |set: &SetDone| if set.reps.is_none() { set.seconds } else { Millis::ZERO };
    assert!(session.sets(now).iter().map(timed).sum::<Millis>() <= face.elapsed, "no more work than time");
    let cues = session.cues(now);
    assert!(cues.windows(2).all(|pair| pair[0].after < pair[1].after), "sorted, and one at a moment");
    match face.state {
        State::Waiting | State::Paused => assert_eq!(cues, []),
        State::Running => {
            assert!(face.left.is_none() || cues.last().is_some(), "something is still to be heard");
        }
        State::Finished => assert!(cues.iter().all(|cue| cue.kind == CueKind::Finish && cue.after.0 == 0)),
    }
}

/// Laid anew at any later moment, a sheet is exactly what was left of the former one.
fn assert_sheet_goes_on(session: &Session, now: Moment, later: Moment) {
    let gone = later.since(now);
    let rest: Vec<Cue> = session
        .cues(now)
        .into_iter()
        .filter(|cue| cue.after >= gone)
        .map(|cue| Cue { after: cue.after.less(gone), ..cue })
        .collect();
    assert_eq!(session.cues(later), rest);
}

#[test]
fn rests_as_the_person_wants_them_are_kept_with_the_session_and_not_in_its_routine() {
    let mut session = Session::new(varied(), READY, START).with_rests(Rests::Double);
    session.update(START, Event::Start);
    assert_eq!(session.timeline().stated(), varied().with_rests(Rests::Double).stated_length());
    assert_eq!(*session.routine(), varied());
    let stored = session.write();
    let again = Session::read(&stored).unwrap();
    assert_eq!((again.timeline(), again.write()), (session.timeline(), stored));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_events_in_any_order_leave_a_session_consistent(walk in any_walk(), look in 0_u64..20_000) {
        let mut session = Session::new(varied(), READY, START);
        let mut now = START;
        let mut progress = 0.0;
        for (passes, event) in walk {
            let later = now + Millis(passes);
            assert_sheet_goes_on(&session, now, later);
            now = later;
            let before = session.clone();
            let heard = session.update(now, event);
            prop_assert!(heard || Session { seen: before.seen, ..session.clone() } == before, "ignored means ignored");
            assert_consistent(&session, now);

            let face = session.face(now);
            let may_fall = matches!(event, Event::Back | Event::Join | Event::Swap { .. });
            prop_assert!(may_fall || face.progress >= progress, "{event:?} does not undo");
            progress = face.progress;
            if before.face(now).state == State::Finished {
                prop_assert_eq!(face.state, State::Finished, "finished stays finished");
                prop_assert_eq!(before.finished_at(now), session.finished_at(now));
            }
            // A look in between changes nothing: the state is a function of the log.
            prop_assert_eq!(session.face(now + Millis(look)), session.clone().face(now + Millis(look)));
        }
        let mut again = session.clone();
        again.replay();
        prop_assert_eq!(&again, &session, "the log is the session");
    }

    #[test]
    fn a_stored_session_is_the_same_session(walk in any_walk()) {
        let mut session = Session::new(Preset::find("first-steps").unwrap().routine(), READY, START);
        let mut now = START;
        for (passes, event) in walk {
            now = now + Millis(passes);
            session.update(now, event);
            prop_assert_eq!(&Session::read(&session.write()).unwrap(), &session);
        }
    }

    #[test]
    fn no_text_makes_reading_fall_over(text in "(1\\|[0-9a-f]{8}\\|)?[ -~|]{0,60}", log in "([0-9]{1,21}[a-z]([0-9]{0,21}\\.)?){0,9}") {
        let _ = Session::read(&text);
        let fields = ["99".into(), "10000".into(), "1/plank.20s/r9/superman.4.done".into(), log, text];
        if let Ok(mut session) = Session::read(&crate::line::seal(&fields)) {
            session.revive(START);
            assert_consistent(&session, Moment(u64::MAX / 2));
        }
    }
}

#[test]
fn what_was_skipped_is_remembered_and_what_was_not_reached_is_not() {
    let start = Moment(0);
    let at = |seconds: u64| Moment(seconds * 1000);
    let mut session = Session::new(
        crate::routine::notation::read("1/Mine/r5/superman.2/plank.10s/side-plank.10s/crunch.5.20kg").routine,
        Millis::ZERO,
        start,
    );
    let told = |session: &Session, seconds| {
        let sets = session.sets(at(seconds));
        let tell = |set: &SetDone| format!("{:?} {:?} {}", set.action, set.reps, set.seconds.whole_seconds());
        sets.iter().map(tell).collect::<Vec<_>>().join(", ")
    };
    session.update(start, Event::Start);
    session.update(at(1), Event::Skip);
    session.update(at(1), Event::Skip);
    session.update(at(1), Event::Skip);
    session.update(at(1), Event::Skip);
    expect_test::expect!["Known(superman) Some(0) 1, Known(plank) None 0, Known(side-plank) None 3"]
        .assert_eq(&told(&session, 4));
    session.update(at(40), Event::End);
    expect_test::expect!["Known(superman) Some(0) 1, Known(plank) None 0, Known(side-plank) None 10, Known(side-plank) None 10, Known(crunch) Some(2) 9"].assert_eq(&told(&session, 40));
}
