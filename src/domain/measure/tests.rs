//! Every promise, for wishes as people have them and as nobody has.

use super::*;
use crate::catalogue::Concern;
use crate::time::Millis;

fn wish(minutes: u16) -> Wish {
    Wish {
        minutes,
        level: 2,
        kit: Kit::None,
        avoided: Vec::new(),
        body: Body::default(),
        aim: Aim::Balanced,
        rests: Rests::Own,
    }
}

/// Any wish at all.
fn random(chance: &mut Chance) -> Wish {
    let mut below = |most: usize| chance.below(most);
    let concerns = [Concern::FlexionIntolerant, Concern::Wrist, Concern::Osteoporosis, Concern::Knee];
    let avoided = Position::ALL.iter().copied().filter(|_| below(4) == 0).collect();
    let concerns = concerns.into_iter().filter(|_| below(4) == 0).collect();
    Wish {
        minutes: 3 + below(58) as u16,
        level: 1 + below(4) as u8,
        kit: [Kit::None, Kit::Optional, Kit::Wall, Kit::Needed][below(4)],
        avoided,
        body: Body { concerns, ..Body::default() },
        aim: [Aim::Balanced, Aim::MoreBack][below(2)],
        rests: Rests::ALL[below(4)],
    }
}

/// What holds for whatever is made.
fn holds(wish: &Wish, made: &Made) {
    let Made { routine, unmet } = made;
    if let [Unmet::Nothing(_)] = unmet[..] {
        assert_eq!(routine.steps().count(), 0);
        return;
    }
    let length = routine.with_rests(wish.rests).stated_length();
    assert_eq!(length, Millis::seconds(u32::from(wish.minutes) * 60), "{wish:?}");
    for step in routine.steps() {
        let exercise = step.exercise().expect("of the catalogue");
        assert!(wish.allows(exercise), "{} for {wish:?}", exercise.slug());
        assert!(step.side.is_none(), "both sides or none");
    }
    let order: Vec<ExerciseId> = routine.steps().filter_map(Step::exercise).collect();
    let is_circle = matches!(routine.blocks[..], [Block::Group(_)]);
    let is_told = |promise: fn(&Unmet) -> bool| unmet.iter().any(promise);
    assert_eq!(
        arrange::hardest_meet(&order, is_circle),
        is_told(|unmet| matches!(unmet, Unmet::Hardest(_))),
        "{wish:?}"
    );
    let share = Work::of_routine(routine).back_share();
    assert_eq!(
        !share.is_some_and(|share| wish.aim.band().contains(&share)),
        is_told(|unmet| matches!(unmet, Unmet::Shared(..))),
        "{wish:?}"
    );
}

#[test]
fn any_wish_gives_a_routine_that_keeps_its_promises_or_says_which_it_does_not() {
    let mut chance = Chance::of(7);
    for seed in 0..400 {
        let wish = random(&mut chance);
        holds(&wish, &make(&wish, seed));
    }
}

#[test]
fn without_any_reserve_every_promise_is_kept() {
    for minutes in Wish::MINUTES {
        for level in Wish::LEVELS {
            for aim in [Aim::Balanced, Aim::MoreBack] {
                let wish = Wish { level, aim, ..wish(minutes) };
                let made = make(&wish, u64::from(minutes));
                holds(&wish, &made);
                assert_eq!(made.unmet, [], "{minutes} min, level {level}, {aim:?}");
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_and_another_one_another() {
    let all: Vec<Routine> = (0..20).map(|seed| make(&wish(12), seed).routine).collect();
    assert_eq!(all[3], make(&wish(12), 3).routine);
    let different = all.iter().enumerate().filter(|(place, one)| !all[..*place].contains(one)).count();
    assert!(different >= 18, "{different} of 20");
}

#[test]
fn a_wish_that_stands_in_the_way_is_named() {
    // Nothing for the back is done lying on it but bridges, which are spared here.
    let supine: Vec<Position> =
        Position::ALL.iter().copied().filter(|position| *position != Position::Supine).collect();
    let bridges = ["glute-bridge", "single-leg-bridge", "hip-thrust"];
    let hidden = bridges.iter().filter_map(|slug| ExerciseId::from_slug(slug)).collect();
    let body = Body { hidden, ..Body::default() };
    let made = make(&Wish { avoided: supine, body, ..wish(10) }, 1);
    assert!(matches!(made.unmet[..], [Unmet::Shared(Some(_), Cause::Avoided)]), "{:?}", made.unmet);
    let nowhere = Position::ALL.to_vec();
    let made = make(&Wish { avoided: nowhere, ..wish(10) }, 1);
    assert_eq!(made.unmet, [Unmet::Nothing(Cause::Avoided)]);
}

#[test]
fn what_is_made_can_be_sent_as_a_link() {
    use crate::routine::notation;
    for (minutes, seed) in [(8, 1), (25, 2), (60, 3)] {
        let routine = make(&wish(minutes), seed).routine;
        let text = notation::write(&routine);
        assert_eq!(notation::read(&text).routine, routine, "{text}");
    }
}
