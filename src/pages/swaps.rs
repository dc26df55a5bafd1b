//! What a routine would be for this person: the section that the pages of a routine share, and how they start it.
//!
//! Decides: what is swapped anyway (hidden moves), what at first (preferred ones), and what only on request (moves to
//! take care with). Which move stands in is the rules' to know ([`domain::body`]).

use domain::body::{Body, Fitted, Standing, Swap};
use domain::routine::Routine;
use leptos::prelude::*;

use crate::conductor::use_conductor;
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, Glyph, Tone};
use crate::words::{Words, use_words};

/// A routine and what the person wants swapped in it: a small handle to be copied anywhere.
#[derive(Clone, Copy)]
pub(super) struct Swapping {
    routine: StoredValue<Routine>,
    swaps: Memo<Vec<Swap>>,
    /// The places that are swapped, beside those that must be; nothing until the person says so.
    wanted: RwSignal<Option<Vec<usize>>>,
    body: Memo<Body>,
}

impl Swapping {
    /// Of a routine that is looked at.
    pub(super) fn new(routine: Routine) -> Self {
        let settings = use_store().settings();
        let routine = StoredValue::new(routine);
        let body = Memo::new(move |_| settings.with(|settings| Body::from(settings)));
        let swaps =
            Memo::new(move |_| body.with(|body| routine.with_value(|routine| Swap::of(routine, body))));
        Self { routine, swaps, wanted: RwSignal::new(None), body }
    }

    /// The places that are swapped though they need not be.
    fn wanted(self) -> Vec<usize> {
        let preferred = || {
            let is_preferred = |swap: &Swap| self.body.with(|body| body.preferred_to(swap.from).is_some());
            let free = self.swaps.get().into_iter().filter(|swap| !swap.must() && is_preferred(swap));
            free.map(|swap| swap.place).collect()
        };
        self.wanted.get().unwrap_or_else(preferred)
    }

    /// What would be started.
    fn fitted(self) -> Fitted {
        let wanted = self.wanted();
        let wants = |swap: &Swap| wanted.contains(&swap.place);
        self.body.with(|body| self.routine.with_value(|routine| Fitted::of(routine, body, wants)))
    }
}

/// The one thing to do with a routine; not where nothing of it is left to do.
#[component]
pub(super) fn StartSwapped(swapping: Swapping) -> impl IntoView {
    let (words, conductor, ports) = (use_words(), use_conductor(), use_ports());
    let start = move || {
        let wanted = untrack(|| swapping.wanted());
        let routine = swapping.routine.get_value();
        conductor.start_with(&routine, |swap| wanted.contains(&swap.place));
        ports.page().go(&Route::Session.path());
    };
    let nothing = Memo::new(move |_| swapping.fitted().is_nothing());
    view! {
        <Button tone=Tone::Primary glyph=Glyph::Play disabled=nothing on_press=start>
            {words.text("button.start")}
        </Button>
    }
}

/// What would be swapped, what for, and what is left out; nothing where everything suits.
#[component]
pub(super) fn Swaps(swapping: Swapping) -> impl IntoView {
    let words = use_words();
    let any = Memo::new(move |_| swapping.swaps.with(|swaps| !swaps.is_empty()));
    let free = Memo::new(move |_| {
        let places = swapping.swaps.get().into_iter().filter(|swap| !swap.must()).map(|swap| swap.place);
        places.collect::<Vec<_>>()
    });
    let all = Memo::new(move |_| free.with(|free| swapping.wanted().len() == free.len()));
    let toggle = move || {
        let places = if all.get_untracked() { Vec::new() } else { free.get_untracked() };
        swapping.wanted.set(Some(places));
    };
    let label = move || words.text(if all.get() { "button.undo" } else { "swaps.all" });
    let button = move || {
        free.with(|free| !free.is_empty())
            .then(|| view! { <Button small=true on_press=toggle>{label}</Button> })
    };
    let said = move || {
        let fitted = swapping.fitted();
        if fitted.is_nothing() {
            words.text("swaps.unsuitable")
        } else if fitted.swapped.is_empty() {
            words.text("swaps.as-written")
        } else {
            words.fill("swaps.then", &[("routine", &words.summary_of(&fitted.routine))])
        }
    };
    let section = move || {
        let rows = move || {
            let row = |swap: Swap| view! { <Row swapping swap /> };
            swapping.swaps.get().into_iter().map(row).collect_view()
        };
        view! {
            <section class="card swaps">
                <h2>{words.text("swaps.title")}</h2>
                <ul class="swaps-list" role="list">{rows}</ul>
                {button}
                <p class="quiet" role="status">{said}</p>
            </section>
        }
    };
    move || any.get().then(section)
}

/// One step and what would be done instead.
#[component]
fn Row(swapping: Swapping, swap: Swap) -> impl IntoView {
    let words = use_words();
    let place = swap.place;
    let ticked = Memo::new(move |_| swapping.wanted().contains(&place));
    let change = move |event| {
        let mut places = untrack(|| swapping.wanted());
        places.retain(|known| *known != place);
        if event_target_checked(&event) {
            places.push(place);
        }
        swapping.wanted.set(Some(places));
    };
    let box_or_none =
        (!swap.must()).then(|| view! { <input type="checkbox" prop:checked=ticked on:change=change /> });
    view! {
        <li>
            <label class="swaps-row">
                {box_or_none}
                <span class="stack">
                    <span>{exchange(words, &swap)}</span>
                    <span class="quiet">{reason(words, &swap)}</span>
                </span>
            </label>
        </li>
    }
}

/// "Crunch → Toe tap, 15 reps".
fn exchange(words: Words, swap: &Swap) -> String {
    let from = words.exercise(swap.from);
    match &swap.to {
        Some(step) => {
            let (to, dose) = (words.action(&step.action), words.step_dose(step));
            words.fill("swaps.swap", &[("from", &from), ("to", &to), ("dose", &dose)])
        }
        None => words.fill("swaps.left-out", &[("from", &from)]),
    }
}

/// What of "my body" it is for.
fn reason(words: Words, swap: &Swap) -> String {
    let named = |key: &str, concern: Option<&domain::catalogue::Concern>| {
        let concern = concern.map(|concern| words.text(&["concern.", concern.slug()].concat()));
        words.fill(key, &[("concern", &concern.unwrap_or_default())])
    };
    match &swap.why {
        Standing::Fine => words.text("swaps.preferred"),
        Standing::HiddenByHand => words.text("body.by-hand"),
        Standing::Hidden(concerns) => named("concern.hidden-alone", concerns.first()),
        Standing::Cautioned(concerns) => named("concern.caution", concerns.first()),
    }
}
