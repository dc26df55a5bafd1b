//! Passing a routine on: a link, squares for a camera, the share sheet where there is one, plain text, paper.

use domain::routine::{Routine, notation};
use leptos::prelude::*;

use super::picture::Picture;
use super::together::Inviting;
use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{Button, ButtonLink, Glyph, QrCode};
use crate::words::{RoutineGroup, Words, use_words};

/// The ways to pass a routine on. What came of it is said in a place that is read aloud.
#[component]
pub(super) fn Sharing(
    /// What is passed on.
    plan: Routine,
) -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let said = RwSignal::new(String::new());
    let plan = StoredValue::new(plan);
    let start = RwSignal::new(None);
    // Of a routine that was sent with a time, the time goes on with it no longer than it is wanted.
    let path = Memo::new(move |_| {
        let text = plan.with_value(|plan| notation::write(&Routine { start: start.get(), ..plan.clone() }));
        Route::Open(text).path()
    });
    let link = Memo::new(move |_| ports.page().address(&path.get()));
    let title = StoredValue::new(plan.with_value(|plan| plan.title.clone()));
    let copy = move |text: String, worked: &'static str| {
        let done = move |has_worked: bool| {
            said.set(words.text(if has_worked { worked } else { "routine.not-copied" }));
        };
        ports.share().copy(&text, Box::new(done));
    };
    let sheet = ports.share().has_sheet().then(|| {
        let share = move || ports.share().sheet(&title.get_value(), &link.get_untracked(), Box::new(|_| {}));
        view! { <Button glyph=Glyph::Share on_press=share>{words.text("routine.share")}</Button> }
    });
    let is_coded = RwSignal::new(false);
    let code = move || {
        is_coded.get().then(|| {
            view! { <QrCode text=link.get() label=words.text("routine.code.label") /> }
        })
    };
    view! {
        {sheet}
        <Button glyph=Glyph::Copy on_press=move || copy(link.get_untracked(), "routine.copied")>
            {words.text("routine.copy")}
        </Button>
        <Button small=true on_press=move || is_coded.update(|is_coded| *is_coded = !*is_coded)>
            {words.text("routine.code")}
        </Button>
        <Button small=true on_press=move || copy(plan.with_value(|plan| as_text(words, plan)), "routine.text.copied")>
            {words.text("routine.text")}
        </Button>
        <Button small=true glyph=Glyph::Print on_press=move || ports.share().print()>{words.text("routine.print")}</Button>
        <Picture plan=plan.get_value() />
        <Inviting start />
        {move || start.get().map(|_| view! { <ButtonLink small=true href=path.get()>{words.text("together.go")}</ButtonLink> })}
        <p class="routine-said" role="status">
            {said}
        </p>
        {code}
    }
}

/// The routine for a message or a note: its name, its length, a line for each move.
fn as_text(words: Words, plan: &Routine) -> String {
    let mut lines = vec![words.title_of(plan), words.summary_of(plan), String::new()];
    for RoutineGroup { head, lines: moves } in words.lines_of(plan) {
        lines.extend(head);
        lines.extend(moves.iter().map(|line| words.line_as_text(line)));
    }
    lines.join("\n")
}
