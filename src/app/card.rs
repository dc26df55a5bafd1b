//! What a lock screen shows of a session that is played in a pocket.
//!
//! Decides: that it is told with every phase and every pause, on whatever page one is. Deliberately does not know how a lock
//! screen is told.

use domain::catalogue::ExerciseId;
use domain::session::{Face, PhaseKind, State};
use domain::time::Millis;
use leptos::prelude::*;

use crate::conductor::{Conductor, Leader, Stage, use_conductor};
use crate::ports::{Card, use_ports};
use crate::store::{Store, use_store};
use crate::ui::{portrait, sitter, soon};
use crate::words::{Words, use_words};

/// Tells the lock screen what the session does, as it changes.
pub(super) fn follow_cards() {
    let (words, ports, store, conductor) = (use_words(), use_ports(), use_store(), use_conductor());
    let face = conductor.face();
    let is_on = Memo::new(move |_| {
        let is_underway = conductor.stage().with(|stage| *stage == Stage::Underway);
        let is_led = conductor.leader().get() == Leader::Here;
        is_underway && is_led && store.settings().with(|settings| settings.heard.pocket)
    });
    let point = Memo::new(move |_| {
        let point = |face: &Face| (face.phase, face.state, face.wait.is_some());
        // Where no lock screen is told, no tick is looked at.
        is_on.get().then(|| face.with(|face| face.as_ref().map(point))).flatten()
    });
    Effect::new(move |_| {
        let now = point.get();
        if now.is_none() {
            return;
        }
        let Some((card, exercise)) = face.with_untracked(|face| Some(of(face.as_ref()?, conductor, words)))
        else {
            return;
        };
        ports.pocket().show(&card);
        if let Some(exercise) = exercise {
            // Drawn after it is told: a picture may take longer than a phase lasts.
            soon(async move {
                let Some(picture) = drawn(store, exercise).await else { return };
                if point.try_get_untracked() == Some(now) {
                    ports.pocket().show(&Card { picture, ..card });
                }
            });
        }
    });
}

async fn drawn(store: Store, exercise: ExerciseId) -> Option<String> {
    let (person, looks) = store.settings().with_untracked(|settings| sitter(settings, exercise));
    portrait(exercise, person, looks).await.ok()
}

/// The card of this face, and whose picture belongs to it.
fn of(face: &Face, conductor: Conductor, words: Words) -> (Card, Option<ExerciseId>) {
    let set = face.set_in_view();
    let title = set.as_ref().map(|set| words.action(&set.action)).unwrap_or_default();
    let key = match (face.state, &face.kind) {
        (State::Paused, _) => "session.paused",
        (_, PhaseKind::Ready) => "session.ready",
        (_, PhaseKind::Rest) => "session.rest",
        (_, PhaseKind::Change) => "session.change",
        (_, PhaseKind::Work(_)) => "",
    };
    let side = set.as_ref().and_then(|set| set.side);
    let line = match (key, side) {
        ("", Some(side)) => words.side_of_set(side),
        ("", None) => set.as_ref().map(|set| words.dose(set.asked(), false, false)).unwrap_or_default(),
        (key, _) => words.text(key),
    };
    let routine = conductor.session().with_untracked(|session| {
        session.as_ref().map(|session| session.routine().title.clone()).unwrap_or_default()
    });
    let exercise = set.as_ref().and_then(|set| set.action.figure());
    let whole = if face.left.is_some() { face.elapsed + face.remaining } else { Millis::ZERO };
    let runs = face.state == State::Running;
    (Card { title, line, routine, picture: String::new(), runs, elapsed: face.elapsed, whole }, exercise)
}
