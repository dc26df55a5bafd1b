//! Passing a routine on: a link, the share sheet where there is one, paper.

use domain::routine::{Routine, notation};
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{Button, Glyph};
use crate::words::use_words;

/// The ways to pass a routine on. What came of it is said in a place that is read aloud.
#[component]
pub(super) fn Sharing(plan: Routine) -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let said = RwSignal::new(String::new());
    let link = ports.page().address(&Route::Open(notation::write(&plan)).path());
    let shown = StoredValue::new(link);
    let title = StoredValue::new(plan.title);
    let copy = move || {
        let done = move |worked: bool| {
            said.set(words.text(if worked { "routine.copied" } else { "routine.not-copied" }));
        };
        ports.share().copy(&shown.get_value(), Box::new(done));
    };
    let sheet = ports.share().has_sheet().then(|| {
        let share = move || ports.share().sheet(&title.get_value(), &shown.get_value(), Box::new(|_| {}));
        view! { <Button glyph=Glyph::Share on_press=share>{words.text("routine.share")}</Button> }
    });
    view! {
        {sheet}
        <Button glyph=Glyph::Copy on_press=copy>
            {words.text("routine.copy")}
        </Button>
        <p class="routine-said" role="status">
            {said}
        </p>
    }
}
