//! The routine as its text.
//!
//! Decides: that what is typed is read at once and left as it was typed until something else changes the routine.

use domain::routine::notation::{self, Problem, Reading};
use leptos::prelude::*;

use super::super::open::located;
use super::Draft;
use crate::ui::{Steps, TextField};
use crate::words::use_words;

/// The box, and what in it makes no sense.
#[component]
pub(super) fn Text(draft: Draft) -> impl IntoView {
    let words = use_words();
    // What was typed, and the routine it was read as.
    let typed = RwSignal::new(None::<(String, String)>);
    let problems = RwSignal::new(Vec::<Problem>::new());
    let written = Memo::new(move |_| draft.routine.with(notation::write));
    let shown = Signal::derive(move || match typed.get() {
        Some((text, meant)) if written.with(|written| *written == meant) => text,
        _ => written.get(),
    });
    let is_own = Memo::new(move |_| {
        typed.with(|typed| typed.as_ref().is_some_and(|(_, meant)| written.with(|written| written == meant)))
    });
    let read = move |text: String| {
        let Reading { routine, problems: found } = notation::read(&text);
        // What stands at the end of a whole text is not asked of one that is being typed.
        problems.set(found.into_iter().filter(|problem| !problem.found.is_empty()).collect());
        typed.set(Some((text, notation::write(&routine))));
        draft.set_typed(routine);
    };
    let trouble = move || {
        let items: Vec<String> =
            problems.with(|all| all.iter().map(|problem| located(words, problem)).collect());
        (is_own.get() && !items.is_empty()).then(|| view! { <Steps mistakes=true items /> })
    };
    let length =
        move || words.count("builder.letters", written.with(|text| text.chars().count() as u64), &[]);
    view! {
        <section class="card stack">
            <TextField label=words.text("builder.text") value=shown on_input=read />
            <p class="quiet">{length}</p>
            <div role="status">{trouble}</div>
        </section>
    }
}
