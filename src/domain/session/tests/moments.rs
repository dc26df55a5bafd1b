//! What is heard, shown and counted at given moments of given sessions.

use super::*;
use crate::catalogue::Breath;
use crate::routine::notation;

fn of(text: &str) -> Session {
    started(notation::read(&["1/-/", text].concat()).routine)
}

/// From 10 s a plank, from 35 s two supermans, from 50 s three jumps, from 64 s a side plank on the left and from 77 s
/// on the right, from 90 s crunches until the person says so.
const MIXED: &str = "r5/plank.20s/superman.2/~Star-jump.3/side-plank.8s/crunch.3.done";

/// Two planks of 4 s with 3 s between, over at 21 s.
const SHORT: &str = "r3/plank.2x4s";

/// The sheet from `now` on, as seconds since the start.
fn heard(session: &Session, now: u32) -> String {
    let tell = |cue: Cue| {
        let at = (second(now) + cue.after).since(START).as_seconds();
        format!("{at} {:?}", cue.kind)
    };
    session.cues(second(now)).into_iter().map(tell).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_set_is_counted_down_to_begun_and_ended_with_a_sound() {
    expect_test::expect![
        "0 Ready, 7 CountDown, 8 CountDown, 9 CountDown, 10 Go, 11 CountDown, 12 CountDown, 13 CountDown, 14 Rest, 15 CountDown, 16 CountDown, 17 Go, 18 CountDown, 19 CountDown, 20 CountDown, 21 Finish"
    ]
    .assert_eq(&heard(&of(SHORT), 0));
    // Half of the plank, the turns of the supermans, each jump, both sides; nothing after the open set begins.
    expect_test::expect![
        "0 Ready, 7 CountDown, 8 CountDown, 9 CountDown, 10 Go, 20 Half, 27 CountDown, 28 CountDown, 29 CountDown, 30 Rest, 32 CountDown, 33 CountDown, 34 CountDown, 35 Go, 37 Rep, 38 Rep, 40 Rep, 42 CountDown, 43 CountDown, 44 CountDown, 45 Rest, 47 CountDown, 48 CountDown, 49 CountDown, 50 Go, 53 Rep, 56 CountDown, 57 CountDown, 58 CountDown, 59 Rest, 61 CountDown, 62 CountDown, 63 CountDown, 64 Go, 69 CountDown, 70 CountDown, 71 CountDown, 72 Change, 74 CountDown, 75 CountDown, 76 CountDown, 77 Go, 82 CountDown, 83 CountDown, 84 CountDown, 85 Rest, 87 CountDown, 88 CountDown, 89 CountDown, 90 Go"
    ]
    .assert_eq(&heard(&of(MIXED), 0));
}

#[test]
fn nothing_is_counted_down_to_that_nobody_can_know_and_nothing_at_a_beginning() {
    assert_eq!(
        heard(&of("crunch.3.done/plank.9s"), 0),
        "0 Ready, 7 CountDown, 8 CountDown, 9 CountDown, 10 Go"
    );
    assert!(heard(&of("g3/plank.9s"), 0).starts_with("0 Ready, 1 CountDown, 2 CountDown, 3 Go"));
}

#[test]
fn half_is_told_from_twenty_seconds_on_and_stays_where_it_was_planned() {
    assert!(heard(&of("plank.25s"), 11).starts_with("22.5 Half, 32 CountDown"));
    assert!(heard(&of("plank.19s"), 11).starts_with("26 CountDown"));
    let mut session = of("plank.20s");
    session.update(second(12), Event::Extend(Millis::seconds(20)));
    let expected = "20 Half, 47 CountDown, 48 CountDown, 49 CountDown, 50 Finish";
    assert_eq!(heard(&session, 12), expected);
}

#[test]
fn a_phase_of_no_length_in_a_tempo_is_not_heard() {
    assert!(heard(&of("superman.3.t3-0-2"), 10).starts_with("10 Go, 13 Rep, 15 Rep, 18 Rep, 20 Rep"));
    assert!(heard(&of("superman.3.t0-3-2"), 10).starts_with("10 Go, 13 Rep, 15 Rep, 18 Rep, 20 Rep"));
}

#[test]
fn the_end_is_heard_when_it_comes_and_neither_later_nor_after_an_early_one() {
    let mut session = of(SHORT);
    assert_eq!(session.cues(second(21)), [Cue { after: Millis::ZERO, kind: CueKind::Finish }]);
    assert_eq!(session.cues(second(21) + Millis(1)), []);
    session.update(second(12), Event::End);
    assert_eq!((session.cues(second(12)), session.finished_at(second(12))), (vec![], Some(second(12))));
    let mut open = of("crunch.3.done");
    open.update(second(30), Event::Done);
    assert_eq!(open.cues(second(30)).len(), 1, "it was done to its end");
}

#[test]
fn a_sheet_of_many_hours_is_cut() {
    let mut many = Step::new(Move::Known(id::SUPERMAN), Dose::Reps(999));
    many.sets = 20;
    let cues = started(routine(vec![Block::Step(many)])).cues(START);
    assert_eq!(cues.len(), 10_000);
    assert!(cues.last().is_some_and(|cue| cue.kind != CueKind::Finish));
}

#[test]
fn a_face_tells_what_goes_on_and_how_much_is_behind_and_ahead() {
    let session = of(MIXED);
    let face = session.face(second(41));
    assert_eq!((face.state, face.phase, face.phases), (State::Running, 3, 12));
    assert_eq!((face.spent, face.left, face.length), (Millis(6000), Some(Millis(4000)), Millis(10_000)));
    assert_eq!(face.reps, Some(Reps { done: 1, total: 2, at: Millis(1000), phase: 0 }));
    let pace = Pace { rep: 1, phase: 0, at: Millis(1000), into: Millis(1000), length: Millis(2000) };
    assert_eq!((face.pace, face.breath), (Some(pace), Some(Breath::Inhale)));
    assert_eq!(face.next.map(|set| set.action.clone()), Some(Move::own("Star jump")));
    assert_eq!((face.sets_done, face.sets_total), (1, 6));
    // 102 s in all: 90 s, and three crunches of 4 s.
    assert_eq!((face.elapsed, face.remaining), (Millis::seconds(41), Millis::seconds(61)));
    assert_eq!((face.progress * 102.0).round().to_bits(), 41.0_f64.to_bits());
}

#[test]
fn a_move_without_a_tempo_counts_at_three_seconds_and_asks_for_no_breath() {
    let face = of(MIXED).face(second(54));
    assert_eq!(face.reps, Some(Reps { done: 1, total: 3, at: Millis(1000), phase: 0 }));
    assert_eq!((face.pace, face.breath), (None, None));
    let hold = of(MIXED).face(second(15));
    assert_eq!((hold.reps, hold.pace, hold.breath), (None, None, Some(Breath::Breathe)));
}

#[test]
fn an_open_set_shows_its_aim_and_no_end() {
    let session = of(MIXED);
    let face = session.face(second(95));
    assert_eq!((face.phase, face.left, face.spent), (11, None, Millis::seconds(5)));
    assert_eq!(face.reps, Some(Reps { done: 0, total: 3, at: Millis(1000), phase: 0 }));
    assert_eq!(face.pace.map(|pace| (pace.rep, pace.at)), Some((1, Millis(1000))));
    assert_eq!((face.remaining, face.next), (Millis::seconds(7), None));
    let late = session.face(second(200));
    assert_eq!((late.remaining, late.elapsed), (Millis::ZERO, Millis::seconds(200)));
    assert_eq!(late.progress.to_bits(), 1.0_f64.to_bits(), "never more than all of it");
}

#[test]
fn a_finished_session_shows_its_last_set_to_the_end() {
    let face = of(SHORT).face(second(60));
    assert_eq!((face.state, face.phase, face.left), (State::Finished, 3, Some(Millis::ZERO)));
    assert_eq!((face.spent, face.elapsed, face.remaining), (Millis(4000), Millis::seconds(21), Millis::ZERO));
    assert_eq!((face.sets_done, face.sets_total, face.next), (2, 2, None));
    assert_eq!(face.progress.to_bits(), 1.0_f64.to_bits());
    let last = of(SHORT).face(second(18));
    assert_eq!((last.state, last.left, last.sets_done), (State::Running, Some(Millis(3000)), 1));
}

#[test]
fn running_time_is_neither_pauses_nor_a_get_ready_of_the_persons_own() {
    let mut session = of(SHORT);
    assert_eq!((session.active(second(6)), session.active(second(12))), (Millis::ZERO, Millis::seconds(2)));
    session.update(second(12), Event::Pause);
    assert_eq!(session.active(second(50)), Millis::seconds(2));
    session.update(second(50), Event::Resume);
    assert_eq!(session.active(second(99)), Millis::seconds(11), "4, 3 and 4");
    assert_eq!(of("g5/plank.9s").active(second(4)), Millis::seconds(4), "the routine's own counts");
    // Back into the get-ready: it still does not count.
    let mut again = of(SHORT);
    again.update(second(11), Event::Back);
    assert_eq!(again.active(second(16)), Millis::seconds(1));
    assert_eq!(again.active(second(22)), Millis::seconds(2));
    assert_eq!(again.started_at(), Some(START));
    assert_eq!(Session::new(varied(), READY, START).started_at(), None);
}

#[test]
fn a_gap_of_ten_seconds_is_short_and_anything_more_is_a_break() {
    let state = |gap: Millis| {
        let mut session = of(MIXED);
        session.seen(second(15));
        session.revive(second(15) + gap);
        session.face(second(40)).state
    };
    assert_eq!(state(Session::SHORT_GAP), State::Running);
    assert_eq!(state(Session::SHORT_GAP + Millis(1)), State::Paused);
    assert_eq!(Session::SHORT_GAP, Millis::seconds(10));
}

#[test]
fn back_means_the_phase_before_until_three_seconds_are_over() {
    let after = |passed: u64| {
        let mut session = of(SHORT);
        session.update(second(17) + Millis(passed), Event::Back);
        session.face(second(17) + Millis(passed)).phase
    };
    assert_eq!((after(3000), after(3001)), (2, 3));
}

#[test]
fn a_phase_grows_by_an_hour_at_most_and_never_by_nothing() {
    let mut session = of(SHORT);
    assert!(!session.update(second(1), Event::Extend(Millis::ZERO)));
    assert!(!session.update(second(1), Event::Extend(Millis::seconds(3601))));
    assert!(session.update(second(1), Event::Extend(Millis::seconds(3590))));
    assert!(session.update(second(1), Event::Extend(Millis::seconds(10))));
    assert!(!session.update(second(1), Event::Extend(Millis(1))));
    assert_eq!(session.face(second(1)).left, Some(Millis::seconds(3609)));
}

#[test]
fn a_log_has_room_for_so_many_presses_so_many_pauses_and_an_end() {
    let mut session = of(SHORT);
    session.update(START, Event::Pause);
    let most = Session::MOST_EVENTS;
    let back = (0..2 * most).filter(|_| session.update(START, Event::Back)).count();
    assert_eq!((back, session.log().len()), (most - 2, most));
    let toggles = [Event::Resume, Event::Pause].into_iter().cycle().take(4 * most);
    assert_eq!(toggles.filter(|event| session.update(START, *event)).count(), most);
    assert!(session.update(START, Event::End));
    assert_eq!(session.log().len(), 2 * most + 1);
}

/// What counts of a first set that is left after `spent` ms: repetitions, milliseconds.
fn counted(text: &str, spent: u64, event: Event) -> (Option<u16>, u64) {
    let mut session = of(text);
    session.update(second(10) + Millis(spent), event);
    let set = session.sets(second(10) + Millis(spent)).remove(0);
    (set.reps, set.seconds.0)
}

#[test]
fn what_counts_of_a_set_is_what_was_done_of_it() {
    // Less than a second of it is nothing.
    assert_eq!(counted("plank.20s/cobra.4", 999, Event::Skip), (None, 0));
    assert_eq!(counted("plank.20s/cobra.4", 1000, Event::Skip), (None, 1000));
    assert_eq!(
        counted("plank.20s/cobra.4", 5000, Event::Done),
        (None, 5000),
        "held so long, whoever says what"
    );
    // An open set that was left counts as far as its tempo had come, and no further than its aim.
    assert_eq!(counted("superman.10.done/cobra.4", 12_000, Event::Skip), (Some(2), 12_000));
    assert_eq!(counted("superman.10.done/cobra.4", 99_000, Event::Skip), (Some(10), 50_000));
    assert_eq!(counted("superman.10.done/cobra.4", 12_000, Event::Done), (Some(10), 50_000));
    // An open hold that is done counts as long as it was held, until it must have been forgotten.
    assert_eq!(counted("plank.20s.done/cobra.4", 50_000, Event::Done), (None, 50_000));
    assert_eq!(counted("plank.20s.done/cobra.4", 500_000, Event::Done), (None, 80_000));
    assert_eq!(counted("plank.20s.done/cobra.4", 50_000, Event::Skip), (None, 20_000));
}

#[test]
fn repetitions_that_were_added_count_as_well() {
    let mut session = of("bird-dog.4");
    session.update(second(12), Event::Extend(Millis::seconds(7)));
    assert!(!session.is_complete(second(45)));
    let set = session.sets(second(46)).remove(0);
    assert_eq!((set.reps, set.seconds), (Some(6), Millis::seconds(36)), "two more of six seconds");
    assert!(session.is_complete(second(46)));
}

#[test]
fn what_means_nothing_now_is_ignored() {
    let mut session = Session::new(varied(), READY, START);
    for event in [Event::Pause, Event::Resume, Event::Skip, Event::Back, Event::Done] {
        assert!(!session.update(START, event), "{event:?}");
    }
    assert_eq!(session.face(second(9)).state, State::Waiting);
    assert!(session.update(second(9), Event::Start) && !session.update(second(9), Event::Start));
    assert!(!session.update(second(9), Event::Resume));
    assert!(session.update(second(12), Event::Pause) && !session.update(second(12), Event::Pause));
    assert!(session.update(second(12), Event::Skip), "a pause does not keep one from going on");
    assert_eq!((session.face(second(99)).state, session.face(second(99)).phase), (State::Paused, 1));
    assert!(session.update(second(12), Event::End) && !session.update(second(13), Event::End));
    let mut never = Session::new(varied(), READY, START);
    assert!(never.update(START, Event::End), "who does not begin may leave");
    assert_eq!((never.finished_at(START), never.sets(START)), (Some(START), vec![]));
}

#[test]
fn a_get_ready_of_an_hour_is_read_back() {
    let session = Session::new(notation::read("1/-/plank.9s").routine, Millis::seconds(3600), START);
    assert_eq!(Session::read(&session.write()), Ok(session));
}

#[test]
fn every_set_knows_its_step_its_set_and_its_round() {
    let text = "1/-/plank.2x5s/moon-walk.3/2x/cobra.1/superman.1/end/crunch.1.9kg";
    let timeline = Timeline::of(&notation::read(text).routine, Millis::ZERO);
    let mut works = timeline.phases().iter().filter_map(|phase| phase.kind.work());
    let told: Vec<_> =
        works.clone().map(|set| (set.step, set.set, set.sets, set.round, set.rounds)).collect();
    assert_eq!(
        told,
        [
            (0, 1, 2, 1, 1),
            (0, 2, 2, 1, 1),
            (2, 1, 1, 1, 2),
            (3, 1, 1, 1, 2),
            (2, 1, 1, 2, 2),
            (3, 1, 1, 2, 2),
            (4, 1, 1, 1, 1)
        ]
    );
    assert_eq!(works.next_back().and_then(|set| set.load), Some(Weight::Kilograms(9)));
    assert_eq!(timeline.sets(), 7);
    assert_eq!(timeline.work_from(7), None);
}

#[test]
fn a_bare_number_of_what_is_held_is_seconds() {
    let session = started(routine(vec![step(id::PLANK, Dose::Reps(20))]));
    let face = session.face(second(15));
    assert_eq!((face.left, face.reps), (Some(Millis::seconds(15)), None));
    assert_eq!(face.kind.work().map(|set| set.dose), Some(Dose::Seconds(20)));
}

#[test]
fn a_phase_is_over_at_the_very_moment_of_its_end() {
    let session = of(SHORT);
    assert_eq!((session.face(second(10)).phase, session.face(second(14)).phase), (1, 2));
    assert_eq!(session.face(second(14)).spent, Millis::ZERO);
    assert_eq!(session.face(second(21)).state, State::Finished);
    // And a phase of the tempo too: two seconds up, one at the top, two down.
    let pace = |at: u32| of(MIXED).face(second(at)).pace.map(|pace| (pace.rep, pace.phase, pace.into.0));
    assert_eq!([35, 37, 38, 40].map(pace), [(0, 0, 0), (0, 1, 0), (0, 2, 0), (1, 0, 0)].map(Some));
}

#[test]
fn rounds_of_moves_that_nobody_knows_take_no_time_and_no_rest() {
    let routine = notation::read("1/-/r5/plank.9s/2x.r50/moon-walk/end/cobra.1").routine;
    let timeline = Timeline::of(&routine, Millis::ZERO);
    assert_eq!(timeline.stated(), Millis::seconds(9 + 5 + 8));
    assert_eq!(routine.stated_length(), timeline.stated());
    let rounds = notation::read("1/-/r5/2x.r50/plank.9s/end/cobra.1").routine;
    assert_eq!(
        rounds.stated_length(),
        Millis::seconds(9 + 50 + 9 + 5 + 8),
        "its own rest after the last round"
    );
    assert_eq!(Timeline::of(&rounds, Millis::ZERO).stated(), rounds.stated_length());
}

#[test]
fn a_set_that_has_just_begun_is_neither_done_nor_skipped() {
    let session = of(SHORT);
    assert_eq!(session.sets(second(10)), [], "its get-ready is over, and nothing of it");
    assert_eq!(session.sets(second(12)).len(), 1);
}
