//! Another move in the place of one, while the session is on.
//!
//! Decides: what a swap leaves as it was (all that is behind) and what it lays out anew (the set that runs or comes, and
//! all after it). A set of the old move that has begun stays in the record as far as it went; the new move begins with
//! the whole of that set. Deliberately does not know whether a move suits anybody: [`crate::body`].

use crate::catalogue::ExerciseId;
use crate::routine::{Block, Move, Routine};
use crate::time::Moment;

use super::Session;
use super::run::{Place, Run, Stage};
use super::timeline::{SetWork, Timeline};

impl Session {
    /// Does `to` in this step from now on. False: there is no such step to come, or it asks for nothing else.
    pub(super) fn swap(&mut self, now: Moment, step: u16, to: ExerciseId) -> bool {
        let mut run = self.run.clone();
        run.advance(&self.timeline, now);
        let is_on = matches!(run.stage, Stage::Running { .. } | Stage::Paused { .. });
        let Some(plan) = swapped(&self.plan, step, to).filter(|_| is_on) else { return false };
        let laid = Timeline::of(&plan.with_rests(self.rests), self.ready);
        let Some((timeline, run)) = joined(&self.timeline, run, &laid, step) else { return false };
        self.plan = plan;
        self.timeline = timeline;
        self.run = run;
        true
    }
}

/// The routine with `to` in one step; none where there is no such step, or it is that already.
fn swapped(routine: &Routine, place: u16, to: ExerciseId) -> Option<Routine> {
    let change = routine.change_seconds();
    let mut plan = routine.clone();
    let step = plan.blocks.iter_mut().flat_map(Block::steps_mut).nth(usize::from(place))?;
    let is_other = step.is_known() && step.action != Move::Known(to);
    *step = step.with(to, change);
    is_other.then_some(plan)
}

/// The timeline that keeps what is behind and goes on as `laid` has it, and where the run stands in it.
fn joined(old: &Timeline, mut run: Run, laid: &Timeline, step: u16) -> Option<(Timeline, Run)> {
    let set_at = |timeline: &Timeline, at: usize| Some(timeline.phases().get(at)?.kind.work()?.clone());
    let at = (run.place.phase..old.phases().len()).find(|at| set_at(old, *at).is_some())?;
    let next = set_at(old, at)?;
    let is_to_come = (at..old.phases().len()).any(|at| set_at(old, at).is_some_and(|set| set.step == step));
    if !is_to_come {
        return None;
    }
    let from = place_of(laid, &next, next.step == step)?;
    let timeline = old.spliced(at, laid, from);

    if next.step == step && run.place.phase == at {
        run.tally(old, false);
        run.before += run.place.ran();
        run.place = Place { phase: at, ..Place::default() };
    }
    // Whoever went back has sets behind them that come again.
    let (behind, ahead): (Vec<_>, Vec<_>) = run.done.into_iter().partition(|(phase, _)| *phase < at);
    run.done = behind;
    for (phase, done) in ahead {
        let Some(set) = set_at(old, phase) else { continue };
        if set.step == step {
            run.former.extend(done.of_set(&set).map(|set| (at, set)));
        } else if let Some(place) = place_of(laid, &set, false).filter(|place| *place >= from) {
            run.done.push((at + place - from, done));
        }
    }
    Some((timeline, run))
}

/// Where a set stands in a timeline. `other_move`: it need not be on the same side, if it is there on none.
fn place_of(timeline: &Timeline, set: &SetWork, other_move: bool) -> Option<usize> {
    let is_it = |other: &SetWork| (other.step, other.round, other.set) == (set.step, set.round, set.set);
    let find = |any_side: bool| {
        timeline.phases().iter().position(|phase| {
            phase.kind.work().is_some_and(|other| is_it(other) && (any_side || other.side == set.side))
        })
    };
    find(false).or_else(|| if other_move { find(true) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::id;
    use crate::routine::notation;
    use crate::session::Event;
    use crate::time::Millis;

    const START: Moment = Moment(1_700_000_000_000);

    fn second(seconds: u32) -> Moment {
        START + Millis::seconds(seconds)
    }

    /// A session of `text`, ten seconds before its first set.
    fn started(text: &str) -> Session {
        let mut session = Session::new(notation::read(text).routine, Millis::seconds(10), START);
        assert!(session.update(START, Event::Start));
        session
    }

    fn swap(session: &mut Session, at: u32, step: u16, to: ExerciseId) -> bool {
        session.update(second(at), Event::Swap { step, to })
    }

    /// What was done, as "plank 7 s".
    fn done(session: &Session, at: u32) -> Vec<String> {
        let set = |set: crate::session::SetDone| {
            let Move::Known(id) = set.action else { return String::new() };
            format!("{} {} s", id.slug(), set.seconds.whole_seconds())
        };
        session.sets(second(at)).into_iter().map(set).collect()
    }

    #[test]
    fn what_was_done_stays_as_the_old_move_and_the_set_begins_anew() {
        let mut session = started("1/-/r5/plank.2x20s/superman.10s");
        assert!(swap(&mut session, 17, 0, id::WALL_PLANK));
        let face = session.face(second(17));
        assert_eq!((face.sets_done, face.sets_total, face.left), (0, 3, Some(Millis::seconds(20))));
        assert_eq!(face.remaining, Millis::seconds(20 + 5 + 20 + 5 + 10));
        let end = 17 + 20 + 5 + 20 + 5 + 10;
        assert_eq!(done(&session, end), ["plank 7 s", "wall-plank 20 s", "wall-plank 20 s", "superman 10 s"]);
        assert!(session.is_complete(second(end)), "a swap is no cut");
        assert_eq!(session.active(second(end)), Millis::seconds(end - 10), "all of it was time spent");
    }

    #[test]
    fn between_sets_and_before_the_first_nothing_is_begun_anew() {
        let mut session = started("1/-/r5/plank.2x20s/superman.10s");
        assert!(swap(&mut session, 4, 1, id::BIRD_DOG));
        assert!(swap(&mut session, 32, 0, id::WALL_PLANK));
        assert_eq!(session.face(second(32)).left, Some(Millis::seconds(3)), "the rest goes on");
        assert_eq!(done(&session, 75), ["plank 20 s", "wall-plank 20 s", "bird-dog 10 s"]);
        assert_eq!(session.finished_at(second(75)), Some(second(70)), "as if nothing had been swapped");
    }

    #[test]
    fn the_second_side_of_a_set_goes_on_with_the_new_move() {
        let mut session = started("1/-/c4/side-plank.10s/superman.10s");
        assert!(swap(&mut session, 22, 0, id::CLAMSHELL));
        assert_eq!(done(&session, 60), ["side-plank 10 s", "clamshell 10 s", "superman 10 s"]);
        let mut session = started("1/-/c4/side-plank.10s/superman.10s");
        assert!(swap(&mut session, 22, 0, id::PLANK), "a move without sides takes the whole set");
        assert_eq!(done(&session, 90), ["side-plank 10 s", "plank 24 s", "superman 10 s"]);
    }

    #[test]
    fn who_went_back_keeps_what_was_done_before() {
        let mut session = started("1/-/plank.20s/superman.10s/cobra.10s");
        session.update(second(42), Event::Back);
        session.update(second(43), Event::Back);
        assert_eq!(session.face(second(44)).phase, 1);
        assert!(swap(&mut session, 44, 0, id::WALL_PLANK));
        assert!(swap(&mut session, 45, 1, id::BIRD_DOG));
        assert_eq!(done(&session, 46)[..2], ["plank 20 s", "superman 10 s"]);
        let end = 44 + 20 + 10 + 10;
        assert_eq!(
            done(&session, end),
            ["plank 20 s", "superman 10 s", "wall-plank 20 s", "bird-dog 10 s", "cobra 10 s"]
        );
    }

    #[test]
    fn a_swap_that_means_nothing_is_ignored() {
        let mut session = started("1/-/plank.20s/superman.10s/~Star-jump.10s");
        assert!(!swap(&mut session, 12, 0, id::PLANK), "it is that already");
        assert!(!swap(&mut session, 12, 7, id::WALL_PLANK), "there is no such step");
        assert!(swap(&mut session, 12, 2, id::WALL_PLANK), "a move of one's own can be swapped");
        assert!(!swap(&mut session, 35, 0, id::WALL_PLANK), "that step is over");
        assert!(!swap(&mut session, 90, 2, id::COBRA), "all of it is over");
    }

    #[test]
    fn a_reload_keeps_the_swap_and_an_earlier_version_passes_over_it() {
        let mut session = started("1/-/r5/plank.2x20s/superman.10s");
        swap(&mut session, 17, 0, id::WALL_PLANK);
        swap(&mut session, 18, 1, id::BIRD_DOG);
        let line = session.write();
        assert!(line.ends_with("17000W0.WALL-PLANK.1000W1.BIRD-DOG."), "{line}");
        assert_eq!(Session::read(&line), Ok(session));
        // No small letter of it is an event of the first version.
        let swaps = line.rsplit('|').next().unwrap();
        assert_eq!(swaps.matches(|letter: char| letter.is_ascii_lowercase()).collect::<Vec<_>>(), ["s"]);
    }

    #[test]
    fn what_was_done_ahead_is_kept_where_the_sets_become_fewer() {
        // Both sides of a side plank from 10 s, a superman from 35 s, a cobra from 45 s; and back to the right side.
        let mut session = started("1/-/side-plank.10s/superman.10s/cobra.10s");
        session.update(second(47), Event::Back);
        session.update(second(47), Event::Back);
        assert!(swap(&mut session, 48, 0, id::PLANK), "one plank for both sides");
        // 25 of 70 s are behind: the get-ready, the left side and the change.
        assert_eq!((session.face(second(48)).progress * 70.0).round().to_bits(), 25.0_f64.to_bits());
        for _ in 0..3 {
            session.update(second(48), Event::Skip);
        }
        let expected = ["side-plank 10 s", "side-plank 10 s", "plank 0 s", "superman 10 s", "cobra 2 s"];
        assert_eq!(done(&session, 49), expected);
        assert_eq!(session.finished_at(second(49)), Some(second(48)));
    }
}
