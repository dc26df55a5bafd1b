//! A session that nobody led, added by hand.

use domain::routine::{PRESETS, Preset};
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::store::use_store;
use crate::ui::{Button, SelectField, Tone};
use crate::words::use_words;

use super::correct::{Correct, Draft};

/// The way to add one: which routine it was, then when and how much of it.
#[component]
pub(super) fn Add(
    /// What is added or corrected.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let asked = RwSignal::new(false);
    let picked = RwSignal::new(0_usize);
    let is_added = Memo::new(move |_| draft.with(|draft| draft.as_ref().is_some_and(Draft::is_added)));
    let routines = move || {
        let own = store.routines().get_untracked().into_iter().map(|own| own.routine);
        let built_in = PRESETS.iter().map(Preset::routine);
        own.chain(built_in).collect::<Vec<_>>()
    };
    let begin = move || {
        let routine = routines().into_iter().nth(picked.get_untracked());
        draft.set(routine.and_then(|routine| Draft::added(ports, &routine)));
        asked.set(false);
    };
    let shown = move || {
        if is_added.get() {
            return view! { <section class="card"><Correct draft /></section> }.into_any();
        }
        if !asked.get() {
            let ask = move || {
                picked.set(0);
                asked.set(true);
            };
            return view! { <Button small=true on_press=ask>{words.text("history.add")}</Button> }.into_any();
        }
        let names = routines().iter().map(|routine| words.title_of(routine)).collect();
        view! {
            <section class="card stack">
                <SelectField label=words.text("history.add.which") names on_change=move |at: usize| picked.set(at) />
                <div class="row">
                    <Button small=true tone=Tone::Primary on_press=begin>{words.text("history.add.next")}</Button>
                    <Button small=true tone=Tone::Quiet on_press=move || asked.set(false)>
                        {words.text("correct.leave")}
                    </Button>
                </div>
            </section>
        }
        .into_any()
    };
    view! { <div>{shown}</div> }
}
