//! A session that everybody begins at the same moment, each by their own clock.

use super::*;
use crate::routine::notation;

const TOGETHER: Moment = Moment(START.0 + 60_000);

/// Two planks of 20 s with 10 s between, then a superman of 20 s: 80 s in all.
fn joined(at: Moment) -> Option<Session> {
    let routine = notation::read("1/-/g5/r10/plank.2x20s/superman.20s").routine;
    Session::together(&Routine { start: Some(TOGETHER), ..routine }, TOGETHER, at)
}

#[test]
fn whoever_is_early_gets_ready_until_then() {
    for early in [1, 17, 3600] {
        let session = joined(Moment(TOGETHER.0 - early * 1000)).unwrap();
        let face = session.face(Moment(TOGETHER.0 - 1000));
        assert_eq!((face.state, face.left), (State::Running, Some(Millis(1000))), "{early} s");
        assert_eq!(session.finished_at(TOGETHER + Millis::seconds(90)), Some(TOGETHER + Millis::seconds(80)));
        assert_eq!(
            session.active(TOGETHER + Millis::seconds(90)),
            Millis::seconds(80),
            "waiting is not counted"
        );
        assert_eq!(session.routine().start, None, "done again, it is nobody's appointment");
    }
    assert_eq!(joined(Moment(TOGETHER.0 - 3_601_000)), None, "it is too early");
}

#[test]
fn whoever_is_late_does_what_is_left() {
    let at = TOGETHER + Millis::seconds(37);
    let session = joined(at).unwrap();
    assert_eq!(session.face(at).left, Some(Millis::seconds(13)), "where everybody is");
    let end = TOGETHER + Millis::seconds(80);
    assert_eq!(session.finished_at(end), Some(end));
    let done: Vec<_> = session.sets(end).iter().map(|set| set.seconds.whole_seconds()).collect();
    assert_eq!(done, [0, 13, 20], "the first, and what was over of the second, was done by others");
    assert!(!session.is_complete(end));
    assert_eq!(session.active(end), Millis::seconds(43));
    assert_eq!(joined(end), None, "it is over");
}

#[test]
fn a_reload_is_where_everybody_is() {
    let session = joined(TOGETHER + Millis::seconds(37)).unwrap();
    assert_eq!(Session::read(&session.write()), Ok(session));
}

/// Joined at the start, paused by `from` s and asked at `to` s.
fn paused(from: u32, to: u32) -> (Session, Moment) {
    let mut session = joined(TOGETHER).unwrap();
    assert!(session.update(TOGETHER + Millis::seconds(from), Event::Pause));
    (session, TOGETHER + Millis::seconds(to))
}

#[test]
fn whoever_paused_comes_back_to_the_others() {
    // In the rest after the first plank; the second is on by now.
    let (mut session, at) = paused(25, 37);
    assert!(session.face(at).is_apart);
    assert!(session.update(at, Event::Join));
    let face = session.face(at);
    assert_eq!((face.state, face.left, face.is_apart), (State::Running, Some(Millis::seconds(13)), false));
    let end = TOGETHER + Millis::seconds(80);
    assert_eq!(session.finished_at(end), Some(end));
    let done: Vec<_> = session.sets(end).iter().map(|set| set.seconds.whole_seconds()).collect();
    assert_eq!(done, [20, 13, 20]);
    assert_eq!(Session::read(&session.write()), Ok(session));
}

#[test]
fn what_others_did_meanwhile_was_not_done() {
    // From within the first plank into the superman.
    let (mut session, at) = paused(15, 65);
    assert!(session.update(at, Event::Join));
    let end = TOGETHER + Millis::seconds(80);
    let done: Vec<_> = session.sets(end).iter().map(|set| set.seconds.whole_seconds()).collect();
    assert_eq!(done, [15, 0, 15]);
    assert!(!session.is_complete(end));
    assert_eq!(session.active(end), Millis::seconds(30));
}

#[test]
fn a_pause_within_one_set_is_no_work() {
    let (mut session, at) = paused(5, 15);
    assert!(session.update(at, Event::Join));
    assert_eq!(session.face(at).left, Some(Millis::seconds(5)));
    assert_eq!(session.active(TOGETHER + Millis::seconds(80)), Millis::seconds(70), "ten of them stood");
    assert_eq!(session.sets(TOGETHER + Millis::seconds(80))[0].seconds, Millis::seconds(10));
}

#[test]
fn nobody_is_apart_who_runs_or_began_alone_or_too_late() {
    assert!(!joined(TOGETHER).unwrap().face(TOGETHER + Millis::seconds(5)).is_apart, "it runs");
    let (session, at) = paused(25, 80);
    assert!(!session.face(at).is_apart, "the others are done");
    let (mut session, at) = paused(25, 37);
    let to = crate::catalogue::ExerciseId::from_slug("bird-dog").unwrap();
    assert!(session.update(at, Event::Swap { step: 1, to }));
    assert!(!session.face(at).is_apart, "with another move it is another session");
    let mut alone = Session::new(notation::read("1/-/plank.60s").routine, Millis::ZERO, TOGETHER);
    alone.update(TOGETHER, Event::Start);
    alone.update(TOGETHER + Millis::seconds(9), Event::Pause);
    assert!(!alone.face(at).is_apart);
}
