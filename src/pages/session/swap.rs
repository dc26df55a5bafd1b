//! Another move in the place of the one that runs or comes, and what a start has swapped.
//!
//! Decides: that time stands while one chooses, and goes on as it was. Which moves are offered is the rules' to know.

use domain::body::Body;
use domain::catalogue::ExerciseId;
use domain::routine::Step;
use domain::session::{Event, Face, Session};
use domain::time::Millis;
use leptos::prelude::*;

use super::lines::Lines;
use crate::conductor::{Conductor, use_conductor};
use crate::ports::use_ports;
use crate::store::{Store, use_store};
use crate::ui::{Button, Dialog};
use crate::words::use_words;

/// A handle to the question whether another move is wanted.
#[derive(Clone, Copy)]
pub(super) struct Swapping {
    open: RwSignal<bool>,
    /// Time stood before it was asked.
    stood: RwSignal<bool>,
}

impl Swapping {
    pub(super) fn new() -> Self {
        Self { open: RwSignal::new(false), stood: RwSignal::new(false) }
    }

    /// Whether one is choosing: the keys of the session mean nothing meanwhile.
    pub(super) fn is_open(self) -> bool {
        self.open.get_untracked()
    }

    /// Nobody chooses any more.
    pub(super) fn forget(self) {
        self.open.set(false);
    }

    /// Time stands while one chooses.
    fn ask(self, conductor: Conductor) {
        self.stood.set(!conductor.send(Event::Pause));
        self.open.set(true);
    }

    /// Time goes on, if it went before.
    fn answer(self, conductor: Conductor) {
        if self.is_open() {
            self.open.set(false);
            if !self.stood.get_untracked() {
                conductor.send(Event::Resume);
            }
        }
    }
}

/// The button that asks for another move, and the moves that are offered.
#[component]
pub(super) fn SwapControl(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
    /// The question.
    swapping: Swapping,
) -> impl IntoView {
    let words = lines.words;
    let (conductor, store) = (use_conductor(), use_store());
    let choose = move |step: u16, to: ExerciseId| {
        if conductor.send(Event::Swap { step, to }) {
            let text = words.fill("session.swapped-for", &[("move", &words.exercise(to))]);
            lines.ports.page().announce(&text);
        }
        swapping.answer(conductor);
    };
    let offer = move |at: u16, step: Step| {
        let places = [("move", &*words.action(&step.action)), ("dose", &*words.step_dose(&step))];
        let text = words.fill("session.move-dose", &places);
        let press = move || step.exercise().into_iter().for_each(|to| choose(at, to));
        view! { <li><Button wide=true on_press=press>{text}</Button></li> }
    };
    // Asked once: the face changes meanwhile, and what is offered does not.
    let offers = move || {
        swapping.open.get().then(|| {
            let at = face.with_untracked(|face| face.set_in_view().map_or(0, |set| set.step));
            let offers = offered(conductor, store, at);
            let nothing = offers.is_empty().then(|| view! { <p>{words.text("body.nothing")}</p> });
            let offers = offers.into_iter().map(|step| offer(at, step)).collect_view();
            view! { {nothing} <ul class="stack" role="list">{offers}</ul> }
        })
    };
    let title = Signal::derive(move || {
        let name =
            if swapping.open.get() { face.with_untracked(|face| lines.name(face)) } else { String::new() };
        words.fill("session.swap-of", &[("move", &name)])
    });
    view! {
        <Button small=true on_press=move || swapping.ask(conductor)>{words.text("session.swap")}</Button>
        <Dialog
            open=swapping.open
            title
            close_label=words.text("session.swap.keep")
            on_close=move || swapping.answer(conductor)
        >
            {offers}
        </Dialog>
    }
}

/// What could be done instead of the step at this place.
fn offered(conductor: Conductor, store: Store, at: u16) -> Vec<Step> {
    let body = store.settings().with_untracked(|settings| Body::from(settings));
    conductor.session().with_untracked(|session| {
        let Some(plan) = session.as_ref().map(Session::plan) else { return Vec::new() };
        let step = plan.steps().nth(usize::from(at));
        step.map(|step| body.offers(step, plan.change_seconds())).unwrap_or_default()
    })
}

/// By then it is known what the device lacks.
const KNOWN_AFTER: Millis = Millis::seconds(3);

/// What the start changed, and what the device lacks: until the first set begins.
#[component]
pub(super) fn Told(
    /// What the session shows now.
    face: Signal<Face>,
) -> impl IntoView {
    let (words, conductor, ports) = (use_words(), use_conductor(), use_ports());
    let first = Memo::new(move |_| face.with(|face| face.phase == 0));
    let changed = conductor.fitted().map(|fitted| words.swapped(&fitted)).unwrap_or_default();
    let said = RwSignal::new(changed);
    let is_known = Memo::new(move |_| face.with(|face| face.phase == 0 && face.spent >= KNOWN_AFTER));
    Effect::new(move |_| {
        if is_known.get() {
            let lacks: Vec<String> =
                conductor.lacks().iter().map(|lack| words.text(&["lack.", lack.slug()].concat())).collect();
            if !lacks.is_empty() {
                let list = ports.formats().list(&lacks);
                said.update(|said| said.push(words.fill("lack.all", &[("list", &list)])));
            }
        }
    });
    Effect::new(move |_| {
        let aloud = said.with(|said| said.join(" "));
        if !aloud.is_empty() {
            ports.page().announce(&aloud);
        }
    });
    move || {
        let lines = said.get().into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>();
        (first.get() && !lines.is_empty()).then(|| view! { <div class="session-told">{lines}</div> })
    }
}
