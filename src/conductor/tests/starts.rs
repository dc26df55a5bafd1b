//! What a start begins, and when it waits for a word.

use super::*;

#[test]
fn a_new_start_keeps_what_was_done_of_the_former_session() {
    let visit = started(SHORT);
    visit.device.pass(15);
    visit.conductor.start(notation::read("1/Next/plank.20s").routine);
    visit.conductor.start_waiting();
    assert_eq!((visit.records(), visit.state()), (1, Some(State::Running)));
}

#[test]
fn a_start_waits_for_a_word_while_a_session_is_on() {
    let visit = started(SHORT);
    let waiting = || visit.conductor.waiting().map(|routine| routine.title);
    visit.device.pass(15);
    let former = visit.title();
    for _ in 0..2 {
        assert!(visit.conductor.start(notation::read("1/Next/plank.20s").routine));
        assert_eq!((waiting().as_deref(), visit.title(), visit.records()), (Some("Next"), former.clone(), 0));
        visit.device.pass(1);
        visit.conductor.drop_waiting();
        visit.conductor.start_waiting();
        assert_eq!((waiting(), visit.title(), visit.records()), (None, former.clone(), 0));
    }
    visit.device.pass(600);
    visit.conductor.start(notation::read("1/Next/plank.20s").routine);
    assert_eq!(
        (waiting(), visit.title().as_deref()),
        (None, Some("Next")),
        "what is over is in nobody's way"
    );
}

#[test]
fn what_waits_for_a_word_is_begun_by_it_whatever_became_of_the_session_meanwhile() {
    for event in [Event::Pause, Event::Skip] {
        let visit = started(SHORT);
        visit.device.pass(15);
        visit.conductor.start(notation::read("1/Next/plank.20s").routine);
        assert!(visit.conductor.send(event));
        visit.device.pass(30);
        visit.conductor.start_waiting();
        assert_eq!(
            (visit.title().as_deref(), visit.state()),
            (Some("Next"), Some(State::Running)),
            "{event:?}"
        );
    }
}

/// Every flag ticked alone, and what is begun of every built-in routine, by every door.
#[test]
fn no_start_begins_a_hidden_move_and_nothing_is_begun_where_nothing_suits() {
    for concern in Concern::ALL {
        let visit = visit(&Recorded::new());
        visit.store.change_settings(|settings| settings.concerns = vec![*concern]);
        let body = visit.store.settings().with_untracked(|settings| Body::from(settings));
        for preset in PRESETS {
            let doors: [&dyn Fn() -> bool; 3] = [
                &|| visit.conductor.start(preset.routine()),
                &|| visit.conductor.start_with(&preset.routine(), |_| false),
                &|| Planned::new(preset.routine(), visit.store).start(visit.conductor),
            ];
            for start in doors {
                assert!(start());
                visit.conductor.start_waiting();
                let begun = visit.conductor.session().with_untracked(|session| {
                    session.as_ref().map(|session| session.routine().clone()).unwrap_or_default()
                });
                assert_eq!(
                    begun.steps().count(),
                    preset.routine().steps().count(),
                    "{concern:?} {}",
                    preset.slug
                );
                let hidden = begun.steps().filter_map(Step::exercise).find(|id| !body.allows(*id));
                assert_eq!(hidden, None, "{concern:?} {}", preset.slug);
            }
        }
    }
}
