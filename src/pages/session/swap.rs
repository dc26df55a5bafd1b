//! Another move in the place of the one that runs or comes, and what a start has swapped.
//!
//! Decides: that time stands while one chooses, and goes on as it was. Which moves are offered is the rules' to know.

use domain::body::Body;
use domain::routine::Step;
use domain::session::{Event, Face, State};
use leptos::prelude::*;

use super::lines::{Lines, set_in_view};
use crate::conductor::use_conductor;
use crate::ports::use_ports;
use crate::store::use_store;
use crate::ui::{Button, Dialog};
use crate::words::use_words;

/// What is asked: of which step, what could be done instead, and whether time stood before.
#[derive(Clone, Default, PartialEq)]
struct Asked {
    step: u16,
    name: String,
    offers: Vec<Step>,
    was_paused: bool,
}

/// A handle to the question: whether it is asked, and what.
#[derive(Clone, Copy)]
pub(super) struct Swapping {
    open: RwSignal<bool>,
    asked: RwSignal<Asked>,
}

impl Swapping {
    pub(super) fn new() -> Self {
        Self { open: RwSignal::new(false), asked: RwSignal::default() }
    }

    /// Whether one is choosing: the keys of the session mean nothing meanwhile.
    pub(super) fn is_open(self) -> bool {
        self.open.get_untracked()
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
    let (conductor, store, page) = (use_conductor(), use_store(), use_ports().page());
    let Swapping { open, asked } = swapping;
    let is_any = Memo::new(move |_| face.with(|face| set_in_view(face).is_some()));
    let ask = move || {
        let face = face.get_untracked();
        let Some(set) = set_in_view(&face) else { return };
        let body = store.settings().with_untracked(|settings| Body::from(settings));
        let offers = conductor.session().with_untracked(|session| {
            let plan = session.as_ref()?.plan();
            let step = plan.steps().nth(usize::from(set.step))?;
            Some(body.offers(step, plan.change_seconds()))
        });
        let was_paused = !conductor.send(Event::Pause);
        let name = words.action(&set.action);
        asked.set(Asked { step: set.step, name, offers: offers.unwrap_or_default(), was_paused });
        open.set(true);
    };
    let close = move || {
        if open.get_untracked() {
            open.set(false);
            if !asked.with_untracked(|asked| asked.was_paused)
                && face.with_untracked(|face| face.state) == State::Paused
            {
                conductor.send(Event::Resume);
            }
        }
    };
    let page = StoredValue::new_local(page);
    let choose = move |to: &Step| {
        let step = asked.with_untracked(|asked| asked.step);
        if let Some(id) = to.exercise()
            && conductor.send(Event::Swap { step, to: id })
        {
            let text = words.fill("session.swapped-for", &[("move", &words.exercise(id))]);
            page.with_value(|page| page.announce(&text));
        }
        close();
    };
    let offer = move |step: Step| {
        let text = words.fill(
            "session.move-dose",
            &[("move", &words.action(&step.action)), ("dose", &words.step_dose(&step))],
        );
        view! { <li><Button wide=true on_press=move || choose(&step)>{text}</Button></li> }
    };
    let offers = move || {
        let offers = asked.with(|asked| asked.offers.clone());
        if offers.is_empty() {
            return view! { <p>{words.text("body.nothing")}</p> }.into_any();
        }
        view! { <ul class="stack" role="list">{offers.into_iter().map(offer).collect_view()}</ul> }.into_any()
    };
    let title = move || words.fill("session.swap-of", &[("move", &asked.with(|asked| asked.name.clone()))]);
    view! {
        <Show when=move || is_any.get()>
            <Button small=true on_press=ask>{words.text("session.swap")}</Button>
        </Show>
        <Dialog
            open
            title=Signal::derive(title)
            close_label=words.text("session.swap.keep")
            on_close=close
        >
            {offers}
        </Dialog>
    }
}

/// What the start changed, or that it started nothing: until the first set begins.
#[component]
pub(super) fn Told(
    /// What the session shows now.
    face: Signal<Face>,
) -> impl IntoView {
    let words = use_words();
    let conductor = use_conductor();
    let page = use_ports().page();
    let first = Memo::new(move |_| face.with(|face| face.phase == 0));
    let said = Memo::new(move |_| {
        conductor.fitted().with(|fitted| fitted.as_ref().map(|fitted| words.swapped(fitted)))
    });
    Effect::new(move |_| {
        if let Some(said) = said.get() {
            page.announce(&said.join(" "));
        }
    });
    move || {
        let said = said.get().filter(|_| first.get())?;
        let lines = said.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
        Some(view! { <div class="session-told">{lines}</div> })
    }
}
