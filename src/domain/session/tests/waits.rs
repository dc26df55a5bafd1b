//! Going on after a pause, and being led without being looked at.

use super::*;

#[test]
fn a_set_goes_on_after_three_seconds_that_are_counted_down() {
    let mut session = started(routine(vec![step(id::PLANK, Dose::Seconds(30))]));
    session.update(second(15), Event::Pause);
    session.update(second(50), Event::Resume);
    let face = session.face(second(51));
    assert_eq!(
        (face.state, face.wait, face.spent),
        (State::Running, Some(Millis::seconds(2)), Millis::seconds(5))
    );
    let heard: Vec<_> =
        session.cues(second(50)).into_iter().take(5).map(|cue| (cue.after.0, cue.kind)).collect();
    let expected = [
        (0, CueKind::CountDown),
        (1000, CueKind::CountDown),
        (2000, CueKind::CountDown),
        (3000, CueKind::Go),
        (13_000, CueKind::Half),
    ];
    assert_eq!(heard, expected);
    assert_eq!(session.face(second(53)).wait, None);
    assert_eq!(session.finished_at(second(100)), Some(second(78)), "three seconds later than without");
    assert_eq!(session.active(second(100)), Millis::seconds(30), "and none of them counts");
}

#[test]
fn of_a_rest_only_what_is_missing_to_three_seconds_is_waited() {
    let two = || routine(vec![step(id::PLANK, Dose::Seconds(10)), step(id::SUPERMAN, Dose::Seconds(10))]);
    let mut session = started(two());
    session.update(Moment(second(38).0 + 800), Event::Pause);
    session.update(second(60), Event::Resume);
    assert_eq!(session.face(second(60)).wait, Some(Millis(1800)));
    let heard: Vec<_> =
        session.cues(second(60)).into_iter().take(4).map(|cue| (cue.after.0, cue.kind)).collect();
    let count_down = |after| (after, CueKind::CountDown);
    assert_eq!(heard, [count_down(0), count_down(1000), count_down(2000), (3000, CueKind::Go)]);

    let mut session = started(two());
    session.update(second(25), Event::Pause);
    session.update(second(60), Event::Resume);
    assert_eq!(session.face(second(60)).wait, None, "fifteen seconds are enough");
}

#[test]
fn whoever_goes_elsewhere_or_pauses_again_waits_no_longer() {
    let again = || {
        let mut session = started(routine(vec![step(id::PLANK, Dose::Seconds(30)); 2]));
        session.update(second(15), Event::Pause);
        session.update(second(50), Event::Resume);
        session
    };
    let mut session = again();
    session.update(second(51), Event::Skip);
    assert_eq!((session.face(second(52)).wait, session.face(second(52)).spent), (None, Millis::seconds(1)));
    let mut session = again();
    session.update(second(51), Event::Pause);
    assert_eq!(session.face(second(60)).spent, Millis::seconds(5));
    session.update(second(61), Event::GoOn);
    assert_eq!((session.face(second(62)).wait, session.face(second(62)).spent), (None, Millis::seconds(6)));
}

#[test]
fn whoever_skips_to_now_was_never_paused() {
    let mut session =
        started(routine(vec![step(id::PLANK, Dose::Seconds(30)), step(id::SUPERMAN, Dose::Reps(9))]));
    let other = session.clone();
    session.update(second(15), Event::Pause);
    assert!(session.update(second(70), Event::CatchUp));
    assert_eq!(session.face(second(70)), other.face(second(70)));
    assert!(!session.update(second(71), Event::CatchUp), "it runs");
    let line = session.write();
    assert!(line.ends_with("15000p55000C"), "{line}");
    assert_eq!(Session::read(&line), Ok(session));
}

#[test]
fn nobody_skips_past_the_end() {
    let mut session = started(routine(vec![step(id::PLANK, Dose::Seconds(30))]));
    session.update(second(15), Event::Pause);
    let before = session.clone();
    assert!(!session.update(second(600), Event::CatchUp), "nobody did that");
    assert_eq!(session.face(second(600)), before.face(second(600)));
    assert!(session.clone().update(second(20), Event::CatchUp), "in time");
}

#[test]
fn a_stretch_knows_where_its_phases_begin_and_ticks_through_an_open_set() {
    let mut session = started(routine(vec![
        step(id::PLANK, Dose::Seconds(30)),
        step(id::SUPERMAN, Dose::UntilDone(5)),
        step(id::PLANK, Dose::Seconds(10)),
    ]));
    let stretch = session.stretch(second(4));
    assert_eq!(stretch.places, [(1, 6), (2, 36), (3, 56)].map(|(phase, at)| (phase, Millis::seconds(at))));
    assert_eq!(stretch.length, Millis::seconds(56 + 1800));
    let (cues, ticks) = stretch.cues.split_at(session.cues(second(4)).len());
    assert_eq!(cues, session.cues(second(4)));
    assert!(ticks.iter().all(|cue| cue.kind == CueKind::Rep) && ticks.len() == 450);

    session.update(second(70), Event::Done);
    let last = session.stretch(second(70));
    assert_eq!((last.places, last.length), (vec![(5, Millis::seconds(20))], Millis::seconds(30)));
    session.update(second(71), Event::Pause);
    assert_eq!(session.stretch(second(72)), Stretch::default());
}
