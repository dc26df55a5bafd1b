//! Sessions led on a device whose time is set by hand.

use std::rc::Rc;

use domain::body::Body;
use domain::catalogue::{Concern, ExerciseId, id};
use domain::routine::{Move, PRESETS, Rests, Routine, Step, notation};
use domain::session::{CueKind, Event, Session, State};
use domain::time::{Millis, Moment};
use futures_util::FutureExt as _;
use leptos::prelude::*;

use super::{Conductor, Planned, Stage};
use crate::ports::Ports;
use crate::ports::recorded::Recorded;
use crate::store::Store;

/// A visit: what the device has kept is found again by the next one.
struct Visit {
    device: Rc<Recorded>,
    store: Store,
    conductor: Conductor,
    _owner: Owner,
}

/// Whatever was open before is gone.
fn visit(device: &Rc<Recorded>) -> Visit {
    device.kill();
    window(device)
}

/// One more window, beside those that are open.
fn window(device: &Rc<Recorded>) -> Visit {
    let owner = Owner::new();
    owner.set();
    let ports = Ports::new(device.device());
    assert!(ports.fit_out().now_or_never().is_some());
    let store = Store::new(ports);
    store.load();
    let conductor = Conductor::new(ports, store);
    device.heard();
    Visit { device: device.clone(), store, conductor, _owner: owner }
}

fn started(text: &str) -> Visit {
    let visit = visit(&Recorded::new());
    visit.conductor.start(notation::read(text).routine);
    visit
}

impl Visit {
    fn state(&self) -> Option<State> {
        self.conductor.face().get_untracked().map(|face| face.state)
    }
    fn title(&self) -> Option<String> {
        let session = self.conductor.session();
        session.with_untracked(|session| session.as_ref().map(|session| session.routine().title.clone()))
    }
    fn elapsed(&self) -> u64 {
        self.conductor.face().get_untracked().map_or(0, |face| face.elapsed.whole_seconds())
    }
    fn records(&self) -> usize {
        self.store.history().with_untracked(|history| history.records().len())
    }
    fn keys(&self, part: &str) -> usize {
        self.device.kept.borrow().keys().filter(|key| key.contains(part)).count()
    }
}

mod pocket;
mod starts;
mod windows;

const SHORT: &str = "1/Short/g5/plank.20s/superman.30s";

#[test]
fn a_session_that_is_over_was_kept_before_anybody_sees_it() {
    let visit = started(SHORT);
    visit.device.pass(54);
    assert_eq!(visit.conductor.stage().get_untracked(), Stage::Underway);
    assert_eq!(visit.device.heard().iter().filter(|told| *told == "keep done").count(), 0);
    visit.device.pass(2);
    assert!(matches!(visit.conductor.stage().get_untracked(), Stage::Over(_)));
    assert_eq!((visit.records(), visit.keys(":done:"), visit.keys(":live")), (1, 1, 0));
}

#[test]
fn every_event_is_stored_and_laid_anew() {
    let visit = started(SHORT);
    let begun = visit.device.heard();
    assert_eq!(begun.first().map(String::as_str), Some("keep live"));
    assert!(begun.iter().any(|told| told.starts_with("lay ")) && begun.contains(&"hold".to_owned()));
    visit.device.pass(8);
    visit.device.heard();
    assert!(visit.conductor.send(Event::Pause));
    assert_eq!(visit.device.heard(), ["keep live", "release", "silence"]);
    assert!(!visit.conductor.send(Event::Pause));
    assert_eq!(visit.device.heard(), [""; 0]);
    visit.device.pass(100);
    assert_eq!(visit.elapsed(), 8);
    assert!(visit.conductor.send(Event::Resume));
    assert_eq!(visit.device.heard().len(), 3);
}

#[test]
fn a_reload_goes_on_and_a_longer_absence_comes_back_paused() {
    let first = started(SHORT);
    first.device.pass(12);
    first.conductor.seen(false);
    first.device.jump(2);
    let second = visit(&first.device);
    second.conductor.resume();
    assert_eq!((second.state(), second.elapsed()), (Some(State::Running), 14));
    second.device.pass(1);
    second.conductor.seen(false);
    let third = visit(&second.device);
    third.device.jump(3600);
    third.conductor.resume();
    assert_eq!((third.state(), third.elapsed()), (Some(State::Paused), 15));
}

#[test]
fn a_session_that_is_killed_while_it_is_kept_is_kept_once() {
    let first = started(SHORT);
    first.device.pass(54);
    let live = first.device.kept.borrow().get("evenkeel:1:live").cloned();
    first.device.pass(2);
    assert_eq!(first.keys(":done:"), 1);
    first.device.kept.borrow_mut().extend(live.map(|live| ("evenkeel:1:live".to_owned(), live)));
    let second = visit(&first.device);
    second.conductor.resume();
    second.device.pass(5);
    assert_eq!((second.records(), second.keys(":live")), (1, 0));
}

#[test]
fn a_hidden_page_that_was_heard_all_the_time_goes_on() {
    let visit = started(SHORT);
    visit.device.drift.set(Some(0));
    visit.device.pass(6);
    visit.device.jump(40);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Running), 46));
}

#[test]
fn a_session_goes_back_to_where_its_sound_stopped() {
    let visit = started(SHORT);
    visit.device.drift.set(Some(0));
    visit.device.pass(6);
    visit.device.drift.set(Some(-40_000));
    visit.device.jump(40);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Paused), 6));
}

#[test]
fn a_device_that_slept_comes_back_paused() {
    let visit = started(SHORT);
    visit.device.pass(6);
    visit.conductor.seen(false);
    visit.device.sleep(600);
    visit.conductor.seen(true);
    assert_eq!((visit.state(), visit.elapsed()), (Some(State::Paused), 6));
    assert_eq!(visit.conductor.missed().get_untracked(), Some(Millis::seconds(600)));
}

#[test]
fn how_long_one_was_away_is_offered_until_something_is_done_about_it() {
    let visit = started(SHORT);
    visit.device.pass(6);
    visit.conductor.seen(false);
    visit.device.sleep(20);
    visit.conductor.seen(true);
    let missed = || visit.conductor.missed().get_untracked();
    assert!(!visit.conductor.send(Event::Pause), "it stands already");
    assert_eq!(missed(), Some(Millis::seconds(20)));
    visit.device.pass(600);
    assert!(!visit.conductor.send(Event::CatchUp), "it would be over by now");
    assert_eq!((missed(), visit.state(), visit.elapsed()), (None, Some(State::Paused), 6));
}

#[test]
fn a_session_that_a_press_brings_to_its_end_says_so_and_one_that_is_broken_off_does_not() {
    for (event, ends) in [(Event::Done, true), (Event::End, false)] {
        let visit = started("1/Open/g3/superman.5.done");
        visit.store.change_settings(|settings| settings.vibration = true);
        visit.device.pass(12);
        visit.device.heard();
        assert!(visit.conductor.send(event));
        let heard = visit.device.heard();
        assert_eq!(
            heard.iter().filter(|what| what.starts_with("lay ")).count(),
            usize::from(ends),
            "{heard:?}"
        );
        visit.device.pass(4);
        assert_eq!(visit.device.heard().iter().any(|what| what == "silence"), ends);
    }
}

#[test]
fn a_pause_of_ones_own_is_nobodys_absence() {
    let visit = started(SHORT);
    visit.device.pass(6);
    assert!(visit.conductor.send(Event::Pause));
    visit.conductor.seen(false);
    visit.device.sleep(600);
    visit.conductor.seen(true);
    assert_eq!(visit.conductor.missed().get_untracked(), None);
}

#[test]
fn sound_that_runs_off_is_put_right() {
    let visit = started(SHORT);
    visit.device.drift.set(Some(-1));
    visit.device.pass(3);
    let times = || visit.device.heard().iter().filter(|told| *told == "realign").count();
    assert_eq!(times(), 0);
    visit.device.drift.set(Some(-50));
    visit.device.pass(8);
    assert_eq!(times(), 1);
}

#[test]
fn nothing_done_leaves_nothing_behind() {
    let visit = started(SHORT);
    visit.device.pass(2);
    assert!(visit.conductor.send(Event::End));
    assert_eq!(visit.conductor.stage().get_untracked(), Stage::Over(None));
    assert_eq!((visit.records(), visit.keys("")), (0, 0));
    visit.conductor.leave();
    assert_eq!(visit.conductor.stage().get_untracked(), Stage::Idle);
}

#[test]
fn the_screen_lights_up_with_each_cue_where_that_is_wanted() {
    let visit = started(SHORT);
    let light = visit.conductor.light();
    visit.device.pass(6);
    assert_eq!(light.get_untracked(), None);
    visit.store.change_settings(|chosen| chosen.flash = true);
    visit.device.pass(17);
    assert_eq!(light.get_untracked(), Some(CueKind::CountDown));
    visit.device.pass(3);
    assert_eq!(light.get_untracked(), Some(CueKind::Go));
}

#[test]
fn a_record_that_finds_no_room_takes_that_of_the_session_itself() {
    let visit = started("1/Short/g5/reverse-snow-angel.5s/mountain-climber.5s/windshield-wiper.5s");
    visit.device.pass(18);
    visit.device.fill();
    visit.device.pass(3);
    assert_eq!((visit.keys(":done:"), visit.keys(":live")), (1, 0));
}

#[test]
fn a_session_that_finds_no_room_at_its_end_is_kept_by_the_next_visit() {
    let before = started("1/Long/g5/plank.5s/superman.6s/plank.7s/superman.8s/plank.9s/superman.4s/plank.3s");
    before.device.pass(45);
    before.device.fill();
    before.device.pass(5);
    assert!(matches!(before.conductor.stage().get_untracked(), Stage::Over(Some(_))));
    assert_eq!((before.keys(":done:"), before.keys(":live")), (0, 1), "its record is the longer one");
    before.device.room.set(None);
    let kept = before.device.kept.borrow().clone();
    before.conductor.start(notation::read("1/Next/plank.20s").routine);
    assert_eq!(
        (before.records(), before.keys(":done:"), before.keys(":live")),
        (1, 1, 1),
        "or by the next start"
    );
    *before.device.kept.borrow_mut() = kept;
    let again = visit(&before.device);
    again.conductor.resume();
    assert_eq!((again.records(), again.keys(":done:"), again.keys(":live")), (1, 1, 0));
}

#[test]
fn where_nothing_suits_nothing_is_begun_and_the_session_that_was_on_goes_on() {
    let visit = started(SHORT);
    visit.store.change_settings(|settings| ExerciseId::all().for_each(|id| settings.hide(id, true)));
    assert!(!visit.conductor.start(notation::read("1/Other/crunch.9").routine));
    assert!(visit.conductor.fitted().is_some_and(|fitted| fitted.is_nothing()), "and it can be said");
    assert_eq!(visit.title().as_deref(), Some("Short"));
    assert!(visit.conductor.start(notation::read("1/Own/~Star-jump.9/crunch.9").routine));
    visit.conductor.start_waiting();
    let left_out = visit.conductor.fitted().map(|fitted| fitted.left_out());
    assert_eq!(left_out, Some(vec![id::CRUNCH]), "and it can be said");
}

#[test]
fn a_swap_outlives_a_reload_and_its_record_tells_both_moves() {
    let first = started(SHORT);
    first.device.pass(15);
    assert!(first.conductor.send(Event::Swap { step: 0, to: id::WALL_PLANK }));
    first.device.pass(2);
    let again = visit(&first.device);
    again.conductor.resume();
    assert_eq!(again.state(), Some(State::Running));
    again.device.pass(60);
    let moves = again.store.history().with_untracked(|history| {
        let sets = history.records().first().map(|record| record.sets.clone()).unwrap_or_default();
        sets.into_iter().map(|set| (set.action, set.seconds.whole_seconds())).collect::<Vec<_>>()
    });
    let known = |id, seconds| (Move::Known(id), seconds);
    assert_eq!(moves, [known(id::PLANK, 10), known(id::WALL_PLANK, 20), known(id::SUPERMAN, 30)]);
}

#[test]
fn a_warm_up_comes_first_for_whom_wants_one() {
    let visit = visit(&Recorded::new());
    visit.store.change_settings(|chosen| chosen.warm_up = true);
    let begun = |text: &str| {
        visit.conductor.start(notation::read(text).routine);
        visit.conductor.start_waiting();
        let steps =
            |session: Option<&Session>| session.map_or(0, |session| session.routine().steps().count());
        visit.conductor.session().with_untracked(|session| steps(session.as_ref()))
    };
    assert_eq!(begun(SHORT), 3 + notation::read(SHORT).routine.steps().count());
    assert_eq!(begun("1/-/childs-pose.30s"), 1, "what is gentle needs none");
}

#[test]
fn everybody_is_at_the_same_moment_whatever_they_chose_for_themselves() {
    let visit = visit(&Recorded::new());
    visit.store.change_settings(|chosen| (chosen.warm_up, chosen.rests) = (true, Rests::Double));
    let now = visit.conductor.moment();
    let plan = notation::read("1/-/r10/plank.20s/superman.20s").routine;
    let start = |start: Moment| {
        visit.conductor.start(Routine { start: Some(start), ..plan.clone() });
        visit.conductor.start_waiting();
        visit.conductor.face().get_untracked().unwrap()
    };
    assert_eq!(start(now + Millis::seconds(300)).left, Some(Millis::seconds(300)));
    let late = start(Moment(now.0 - 35_000));
    assert_eq!((late.left, late.phase), (Some(Millis::seconds(15)), 2), "in the second set");
    assert_eq!(start(Moment(now.0 - 50_000)).phase, 0, "it is over: everybody for themselves");
}

#[test]
fn what_is_shown_before_a_start_is_what_it_does() {
    let visit = visit(&Recorded::new());
    visit.store.change_settings(|chosen| {
        chosen.rests = Rests::Double;
        chosen.hide(id::PLANK, true);
    });
    let shown = |start| {
        let plan = Routine { start, ..notation::read("1/-/g0/r10/plank.20s/superman.20s").routine };
        let shown = Planned::new(plan, visit.store).shown().get_untracked();
        (shown.stated_length().whole_seconds(), shown.steps().find_map(Step::exercise))
    };
    let (length, first) = shown(None);
    assert_eq!(length, 60);
    assert!(first.is_some_and(|first| first != id::PLANK), "{first:?}");
    assert_eq!(shown(Some(Moment(1))).0, 50, "everybody rests alike");
    visit.store.change_settings(|chosen| ExerciseId::all().for_each(|id| chosen.hide(id, true)));
    assert_eq!(shown(None).1, Some(id::PLANK), "as it is written where nothing is left of it");
}
