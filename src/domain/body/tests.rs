//! Every flag alone, and hundreds of bodies at random: no hidden move is ever offered, swapped in or started.

use proptest::prelude::*;

use super::*;
use crate::balance::{Taste, Work, suggest};
use crate::catalogue::{Kit, id};
use crate::routine::{Block, Dose, Move, PRESETS, Preset, Routine, Step, notation};
use crate::session::{Event, Session};
use crate::time::{Millis, Moment};

mod instead;

/// A swapped routine takes as long as it did but for this many seconds in a hundred.
const MOST_TIME: f64 = 5.0;
/// The back share of a routine whose hidden moves are swapped, for one flag, moves by no more than this.
const MOST_SHIFT: f64 = 0.16;

fn with(concerns: &[Concern]) -> Body {
    Body { concerns: concerns.to_vec(), ..Body::default() }
}

/// Each flag, ticked alone.
fn single() -> impl Iterator<Item = Body> {
    Concern::ALL.iter().map(|concern| with(&[*concern]))
}

/// The built-in routines, and one of every exercise in its standard dose.
fn routines() -> Vec<Routine> {
    let mut all: Vec<_> = PRESETS.iter().map(Preset::routine).collect();
    let blocks = ExerciseId::all().map(|id| Block::Step(Step::of(id))).collect();
    all.push(Routine { blocks, ..Routine::default() });
    all
}

/// Everything that any rule proposes to this body about this routine.
fn proposed(routine: &Routine, body: &Body) -> Vec<ExerciseId> {
    let taste = |kit| Taste { kit, body: body.clone(), ..Taste::default() };
    let suggested = [Kit::None, Kit::Needed].into_iter().flat_map(|kit| {
        let present: Vec<_> = routine.steps().filter_map(Step::exercise).collect();
        suggest(&Work::of_routine(routine), &present, &taste(kit))
    });
    let mut all: Vec<ExerciseId> = suggested.map(|suggestion| suggestion.exercise).collect();
    all.extend(Swap::of(routine, body).into_iter().filter_map(|swap| swap.to?.exercise()));
    for step in routine.steps() {
        all.extend(body.offers(step, 5).iter().filter_map(Step::exercise));
        all.extend(step.exercise().and_then(|id| body.gentler(id)));
        all.extend(step.exercise().and_then(|id| body.preferred_to(id)));
    }
    all
}

/// Leads a session of what a start makes of `routine`, swapping at every set to each move that is offered there.
fn led(routine: &Routine, body: &Body) -> Vec<ExerciseId> {
    let start = Moment(1_700_000_000_000);
    let fitted = Fitted::as_wished(routine, body);
    let mut session = Session::new(fitted.routine, Millis::ZERO, start);
    session.update(start, Event::Start);
    let mut now = start;
    let mut done = Vec::new();
    for _ in 0..30 {
        let face = session.face(now);
        let Some(set) = face.kind.work().cloned().or(face.next) else { break };
        let step = session.plan().steps().nth(usize::from(set.step)).cloned().unwrap();
        for offer in body.offers(&step, 5) {
            session.update(now, Event::Swap { step: set.step, to: offer.exercise().unwrap() });
            now = now + Millis::seconds(2);
        }
        session.update(now, Event::Skip);
    }
    let works = session.timeline().phases().iter().filter_map(|phase| phase.kind.work().cloned());
    done.extend(works.map(|set| set.action.clone()));
    done.extend(session.sets(now).into_iter().map(|set| set.action));
    done.into_iter().filter_map(|action| if let Move::Known(id) = action { Some(id) } else { None }).collect()
}

/// What must be true of any routine for any body.
fn assert_suits(routine: &Routine, body: &Body) {
    let is_hidden = |id: &ExerciseId| body.standing(*id).is_hidden();
    let shown = |ids: Vec<ExerciseId>, what: &str| {
        let hidden: Vec<_> = ids.into_iter().filter(is_hidden).collect();
        assert!(hidden.is_empty(), "{what} {hidden:?} to {body:?}");
    };
    shown(proposed(routine, body), "proposes");
    shown(led(routine, body), "starts");
    for fitted in [Fitted::as_wished(routine, body), Fitted::of(routine, body, |_| true)] {
        let hidden = |routine: &Routine| routine.steps().filter_map(Step::exercise).filter(is_hidden).count();
        assert_eq!(hidden(&fitted.routine), 0, "{body:?}");
        // What is not there any more is named.
        let gone = fitted.swapped.iter().filter(|swap| swap.to.is_none()).count();
        assert_eq!(routine.steps().count() - gone, fitted.routine.steps().count());
        assert_eq!(
            Fitted::as_wished(&fitted.routine, &Body { preferred: vec![], ..body.clone() }).swapped,
            []
        );
        for swap in &fitted.swapped {
            assert_keeps_time(routine.steps().nth(swap.place).unwrap(), swap);
        }
        let is_shorter = gone > 0;
        let (was, is) = (routine.stated_length().as_seconds(), fitted.routine.stated_length().as_seconds());
        assert!(is_shorter || (was - is).abs() <= was * MOST_TIME / 100.0, "{was} s and {is} s: {body:?}");
    }
}

/// A set of the new move takes as long as one of the old, to the nearest repetition (of moves in turns: pair of them); one
/// that strains by its length is held for 20 s at most.
fn assert_keeps_time(old: &Step, swap: &Swap) {
    let Some(new) = &swap.to else { return };
    if new.exercise() == Some(swap.from) || (new.sets, new.rest) != (old.sets, old.rest) {
        let Dose::Seconds(held) = new.dose else { panic!("{new:?} is no hold") };
        return assert!((10..=20).contains(&held) && new.sets > old.sets, "{old:?} and {new:?}");
    }
    let repetition = new.exercise().unwrap().get().seconds_per_rep().max(1);
    let apart = old.set_length(5).as_seconds() - new.set_length(5).as_seconds();
    let least = new.dose == Dose::Reps(1) || new.dose == Dose::Reps(2) || new.dose == Dose::Seconds(1);
    assert!(least || apart.abs() <= f64::from(repetition), "{old:?} and {new:?} are {apart} s apart");
}

#[test]
fn every_flag_alone_hides_its_moves_everywhere() {
    for body in single() {
        for routine in routines() {
            assert_suits(&routine, &body);
        }
    }
}

#[test]
fn every_flag_alone_leaves_something_to_do_instead_of_every_move() {
    for body in single() {
        for id in ExerciseId::all().filter(|id| !body.allows(*id)) {
            assert!(body.gentler(id).is_some(), "{id:?} {body:?}");
            assert!(body.stand_in(&Step::of(id), 5, &[]).is_some(), "{id:?} {body:?}");
        }
    }
}

#[test]
fn the_balance_of_a_routine_stays_near_what_it_was() {
    for body in single() {
        for routine in routines() {
            let after = Fitted::as_wished(&routine, &body).routine;
            let share = |routine: &Routine| Work::of_routine(routine).back_share();
            assert_eq!(share(&routine).is_some(), share(&after).is_some());
            let shift = share(&routine).unwrap_or(0.0) - share(&after).unwrap_or(0.0);
            assert!(shift.abs() <= MOST_SHIFT, "{:?} {}: {shift}", body.concerns, routine.title);
        }
    }
}

#[test]
fn a_stand_in_is_never_harder_and_kit_is_never_asked_for() {
    for body in single() {
        for id in ExerciseId::all() {
            let Some(to) = body.stand_in(&Step::of(id), 5, &[]).and_then(|step| step.exercise()) else {
                continue;
            };
            let (old, new) = (id.get(), to.get());
            assert!(new.intensity <= old.intensity && new.spine_load <= old.spine_load, "{id:?} {to:?}");
            assert!(new.kit != Kit::Needed || old.kit == Kit::Needed, "{id:?} {to:?}");
            let is_care = matches!(body.standing(id), Standing::Cautioned(_));
            assert!(!is_care || body.standing(to) == Standing::Fine, "no caution is swapped for another");
        }
    }
}

#[test]
fn the_catalogues_own_words_are_kept_to() {
    assert_eq!(with(&[Concern::Wrist]).gentler(id::MOUNTAIN_CLIMBER), Some(id::WALL_PLANK), "content 2.8");
    let sore = with(&[Concern::ExtensionIntolerant]);
    let superman = sore.stand_in(&Step::of(id::SUPERMAN), 5, &[]).unwrap();
    assert_eq!(superman.exercise(), Some(id::BIRD_DOG), "content 4.1");
}

#[test]
fn long_holds_are_cut_short_for_raised_blood_pressure() {
    let plank = id::PLANK;
    let body = with(&[Concern::Hypertension]);
    let routine = notation::read("1/A/r10/crunch.10/plank.45s/plank.20s").routine;
    let written = |body: &Body| notation::write(&Fitted::as_wished(&routine, body).routine);
    assert!(written(&body).starts_with("1/A/r10/crunch.10/plank.2x17s.r10/plank.20s/"), "{}", written(&body));
    // The person may say otherwise.
    assert_eq!(Fitted::of(&routine, &body, |_| false).routine, routine);
    // What they prefer comes first, and where more speaks against a move, another one is offered.
    let prefers = Body { preferred: vec![(plank, id::DEAD_BUG)], ..body };
    assert!(!written(&prefers).contains("plank"), "{}", written(&prefers));
    let more = with(&[Concern::Hypertension, Concern::Shoulder]);
    let offered = Swap::of(&routine, &more);
    assert!(offered.iter().all(|swap| swap.to.as_ref().and_then(Step::exercise) != Some(swap.from)));
}

#[test]
fn what_is_preferred_wins_where_it_may_be_done() {
    let preferring = |to| Body { preferred: vec![(id::PLANK, to)], ..Body::default() };
    let routine = notation::read("1/-/plank.30s/superman.15").routine;
    let moves = |body: &Body| {
        let fitted = Fitted::as_wished(&routine, body).routine;
        fitted.steps().filter_map(Step::exercise).collect::<Vec<_>>()
    };
    assert_eq!(moves(&preferring(id::BEAR_HOLD)), [id::BEAR_HOLD, id::SUPERMAN]);
    assert_eq!(moves(&preferring(id::PLANK)), [id::PLANK, id::SUPERMAN], "to itself is nothing");
    let hidden = Body { hidden: vec![id::BEAR_HOLD], ..preferring(id::BEAR_HOLD) };
    assert_eq!(moves(&hidden), [id::PLANK, id::SUPERMAN]);
    let both = Body { hidden: vec![id::PLANK], ..preferring(id::SIDE_PLANK) };
    assert_eq!(moves(&both), [id::SIDE_PLANK, id::SUPERMAN]);
}

#[test]
fn where_nothing_suitable_is_left_nothing_is_offered_and_it_is_said() {
    let body = Body { hidden: ExerciseId::all().collect(), ..Body::default() };
    let routine = notation::read("1/-/plank.30s/3x/superman.15/end/plank.9s").routine;
    let fitted = Fitted::as_wished(&routine, &body);
    assert!(fitted.is_nothing());
    assert_eq!((fitted.changed(), fitted.left_out()), (0, vec![id::PLANK, id::SUPERMAN]));
    assert_eq!(body.gentler(id::PLANK), None);
    assert_eq!(body.offers(&Step::of(id::PLANK), 5), []);

    let own = notation::read("1/-/plank.30s/~Star-jump.9").routine;
    let fitted = Fitted::as_wished(&own, &body);
    assert!(!fitted.is_nothing(), "a move of one's own is left");
    assert_eq!(fitted.routine.steps().count(), 1);
    assert!(!Fitted::as_wished(&Routine::default(), &body).is_nothing(), "nothing was left out of nothing");
}

fn any_body() -> impl Strategy<Value = Body> {
    let any_move = || prop::sample::select(ExerciseId::all().collect::<Vec<_>>());
    let concerns = prop::sample::subsequence(Concern::ALL.to_vec(), 0..=Concern::ALL.len());
    let hidden = prop::collection::vec(any_move(), 0..12);
    let preferred = prop::collection::vec((any_move(), any_move()), 0..6);
    (concerns, hidden, preferred).prop_map(|(concerns, hidden, preferred)| Body {
        concerns,
        hidden,
        preferred,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_body_is_ever_shown_a_hidden_move(body in any_body()) {
        for routine in routines() {
            assert_suits(&routine, &body);
            prop_assert_eq!(Swap::of(&routine, &body), Swap::of(&routine, &body), "always the same");
        }
    }
}
