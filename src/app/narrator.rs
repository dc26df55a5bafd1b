//! The voice of a session.
//!
//! Decides: that it speaks wherever one is in the app, as long as it is wanted and a session is on; that it is broken off by
//! whatever makes its words untrue; and that one is told once where it cannot be had. Deliberately does not know which words
//! ([`Words::said`]) nor how anything is spoken.

use domain::session::Face;
use domain::settings::Lack;
use leptos::prelude::*;

use crate::conductor::{Leader, Stage, use_conductor};
use crate::ports::{Ports, use_ports};
use crate::store::{Store, use_store};
use crate::ui::{Toast, soon};
use crate::words::{Point, Words, use_words};

/// Whoever speaks, and what is told when nobody does.
#[component]
pub(super) fn Narrator() -> impl IntoView {
    let (words, store, conductor) = (use_words(), use_store(), use_conductor());
    let (face, stage, leader) = (conductor.face(), conductor.stage(), conductor.leader());
    let teller = Teller { words, store, ports: use_ports(), is_lost: RwSignal::new(false) };
    let is_on = Memo::new(move |_| store.settings().with(|chosen| chosen.heard.spoken));
    let point = Memo::new(move |_| {
        // The end is still told of; what another window leads is told by that one.
        let is_there =
            is_on.get() && stage.with(|stage| *stage != Stage::Idle) && leader.get() == Leader::Here;
        // Where nothing is said, no tick is looked at.
        is_there.then(|| face.with(|face| face.as_ref().map(Point::of))).flatten()
    });
    Effect::new(move |_| {
        if is_on.get() {
            teller.get_ready();
        }
    });
    Effect::new(move |before: Option<Option<Point>>| {
        let now = point.get();
        // Whoever presses before all is here hears it as soon as that arrives.
        let is_still = move || point.try_get_untracked() == Some(now);
        face.with_untracked(|face| {
            teller.tell(face.as_ref().filter(|_| now.is_some()), before.flatten(), is_still);
        });
        now
    });
    let said = move |key: &'static str| move || teller.is_lost.get().then(|| words.text(key));
    view! {
        <Toast
            text=Signal::derive(said("voice.lost"))
            action=Signal::derive(said("storage.read"))
            on_action=move |()| teller.is_lost.set(false)
        />
    }
}

/// What it takes to tell of a session.
#[derive(Clone, Copy)]
struct Teller {
    words: Words,
    store: Store,
    ports: Ports,
    /// Whether it has turned out that nobody speaks.
    is_lost: RwSignal<bool>,
}

impl Teller {
    /// Some browsers look for their voices only when they are asked for them.
    fn get_ready(self) {
        soon(async move {
            self.ports.fit_out().await;
            self.ports.voice().speakers(Box::new(|_| ()));
        });
    }

    /// Tells of `face`, where the point before was `before`; `is_still` says whether it is still there.
    fn tell(self, face: Option<&Face>, before: Option<Point>, is_still: impl Fn() -> bool + 'static) {
        let (ports, now) = (self.ports, face.map(Point::of));
        let (speaker, rate) =
            self.store.settings().with_untracked(|chosen| (chosen.heard.speaker.clone(), chosen.heard.rate));
        let text = face.map(|face| self.words.said(face, before, Some(rate))).unwrap_or_default();
        if !text.is_empty() {
            soon(async move {
                ports.fit_out().await;
                if is_still() {
                    ports.voice().say(&text, &speaker, rate);
                }
            });
        } else if before.is_some_and(|before| now.is_none_or(|now| now.is_elsewhere_than(before))) {
            ports.voice().hush();
        }
        // Later than the first phase: that one has a line for what the device lacks.
        if before.is_some() && now.is_some_and(Point::is_past_the_first) {
            self.miss();
        }
    }

    /// Once, where nobody speaks.
    fn miss(self) {
        let is_told = self.store.settings().with_untracked(|chosen| chosen.heard.told.contains(&Lack::Voice));
        if !is_told && self.ports.is_fitted() && !self.ports.voice().works() {
            self.store.change_settings(|chosen| chosen.heard.told.push(Lack::Voice));
            self.is_lost.set(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use domain::routine::notation;
    use domain::session::Event;
    use futures_util::FutureExt as _;

    use super::*;
    use crate::conductor::Conductor;
    use crate::ports::recorded::Recorded;

    /// A session on a device that writes down what it is told, narrated at every tick.
    struct Visit {
        device: Rc<Recorded>,
        store: Store,
        conductor: Conductor,
        teller: Teller,
        before: std::cell::Cell<Option<Point>>,
        _owner: Owner,
    }

    fn visit(is_spoken: bool) -> Visit {
        let owner = Owner::new();
        owner.set();
        let device = Recorded::new();
        let ports = Ports::new(device.device());
        assert!(ports.fit_out().now_or_never().is_some());
        let store = Store::new(ports);
        store.change_settings(|chosen| chosen.heard.spoken = is_spoken);
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/words/en.txt"));
        let words = Words::new(text.unwrap_or_default(), ports.formats());
        let conductor = Conductor::new(ports, store);
        let teller = Teller { words, store, ports, is_lost: RwSignal::new(false) };
        Visit { device, store, conductor, teller, before: std::cell::Cell::new(None), _owner: owner }
    }

    impl Visit {
        fn start(&self) {
            self.conductor.start(notation::read("1/Short/g5/r10/plank.20s/side-plank.30s.l").routine);
            self.look();
        }

        /// What the effect of the component does.
        fn look(&self) {
            let is_on = self.store.settings().with_untracked(|chosen| chosen.heard.spoken);
            let face = self.conductor.face().get_untracked().filter(|_| is_on);
            let (now, before) = (face.as_ref().map(Point::of), self.before.get());
            if now != before {
                self.before.set(now);
                self.teller.tell(face.as_ref(), before, || true);
            }
        }

        fn pass(&self, seconds: u64) {
            for _ in 0..seconds {
                self.device.pass(1);
                self.look();
            }
        }

        fn send(&self, event: Event) {
            self.conductor.send(event);
            self.look();
        }

        /// What was said or hushed since this was last asked.
        fn said(&self) -> Vec<String> {
            let told = self.device.heard().into_iter();
            told.filter(|told| told.starts_with("say ") || told == "hush").collect()
        }
    }

    #[test]
    fn a_session_is_told_from_its_start_to_its_end_and_nothing_twice() {
        let visit = visit(true);
        visit.start();
        visit.pass(70);
        expect_test::expect![[r"
            say First: Forearm plank.
            say Forearm plank, 20 seconds.
            say Ten seconds.
            say Rest, 10 seconds. Next: Side plank, left side, 30 seconds.
            say Next: Side plank, left side.
            say Side plank, left side, 30 seconds.
            say Half way.
            say Ten seconds.
            say Done.
        "]]
        .assert_eq(&(visit.said().join("\n") + "\n"));
    }

    #[test]
    fn a_pause_breaks_it_off_and_what_goes_on_is_named_once() {
        let visit = visit(true);
        visit.start();
        visit.pass(8);
        visit.said();
        visit.send(Event::Pause);
        visit.pass(30);
        assert_eq!(visit.said(), ["say Paused."]);
        visit.send(Event::Resume);
        visit.pass(4);
        assert_eq!(visit.said(), ["say Going on: Forearm plank."]);
        visit.send(Event::Skip);
        visit.send(Event::Pause);
        visit.send(Event::Skip);
        assert_eq!(
            visit.said(),
            [
                "say Rest, 10 seconds. Next: Side plank, left side, 30 seconds.",
                "say Paused.",
                "say Side plank, left side, 30 seconds."
            ]
        );
    }

    #[test]
    fn an_end_before_the_end_hushes_it() {
        let visit = visit(true);
        visit.start();
        visit.pass(8);
        visit.said();
        visit.send(Event::End);
        assert_eq!(visit.said(), ["hush"]);
    }

    #[test]
    fn switched_off_it_is_silent_at_once() {
        let visit = visit(false);
        visit.start();
        visit.pass(70);
        assert_eq!(visit.said(), [""; 0]);
        let visit = self::visit(true);
        visit.start();
        assert_eq!(visit.said().len(), 1);
        visit.store.change_settings(|chosen| chosen.heard.spoken = false);
        visit.pass(30);
        assert_eq!(visit.said(), ["hush"]);
        visit.store.change_settings(|chosen| chosen.heard.spoken = true);
        visit.pass(1);
        assert_eq!(visit.said().len(), 1, "switched on again, it says what is on");
    }

    #[test]
    fn where_nobody_speaks_it_is_told_once() {
        let visit = visit(true);
        visit.device.is_mute.set(true);
        visit.start();
        visit.pass(4);
        assert!(!visit.teller.is_lost.get_untracked(), "the first phase has a line for it");
        visit.pass(10);
        assert!(visit.teller.is_lost.get_untracked());
        visit.teller.is_lost.set(false);
        visit.pass(30);
        assert!(!visit.teller.is_lost.get_untracked());
        assert!(!visit.conductor.lacks().contains(&Lack::Voice));
    }
}
