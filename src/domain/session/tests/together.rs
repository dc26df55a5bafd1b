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
    assert_eq!(done, [0, 20, 20], "the first was done by others");
    assert!(!session.is_complete(end));
    assert_eq!(session.active(end), Millis::seconds(50), "the second set, which was on, counts whole");
    assert_eq!(joined(end), None, "it is over");
}

#[test]
fn a_reload_is_where_everybody_is() {
    let session = joined(TOGETHER + Millis::seconds(37)).unwrap();
    assert_eq!(Session::read(&session.write()), Ok(session));
}
