//! Passing a routine on: a link, squares for a camera, the share sheet where there is one, plain text, paper.

use domain::routine::{Routine, notation};
use leptos::prelude::*;

use super::picture::Picture;
use super::together::Inviting;
use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{Button, ButtonLink, Glyph, Icon, QrCode};
use crate::words::{RoutineGroup, Words, use_words};

/// A button, and behind it the ways to pass a routine on.
#[component]
pub(super) fn Sharing(
    /// What is passed on.
    plan: Routine,
) -> impl IntoView {
    let words = use_words();
    let is_open = RwSignal::new(false);
    let plan = StoredValue::new(plan);
    view! {
        <button
            type="button"
            class="button"
            aria-expanded=move || is_open.get().to_string()
            on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
        >
            <Icon glyph=Glyph::Share />
            {words.text("routine.share")}
        </button>
        {move || is_open.get().then(|| view! { <Ways plan /> })}
    }
}

/// The ways. What came of one is said in a place that is read aloud.
#[component]
fn Ways(plan: StoredValue<Routine>) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let said = RwSignal::new(String::new());
    let start = RwSignal::new(plan.with_value(|plan| plan.start));
    let path = Memo::new(move |_| {
        let text = plan.with_value(|plan| notation::write(&Routine { start: start.get(), ..plan.clone() }));
        Route::Open(text).path()
    });
    let link = Memo::new(move |_| ports.page().address(&path.get()));
    let copy = move |text: String, worked: &'static str| {
        let done = move |has_worked: bool| {
            said.set(words.text(if has_worked { worked } else { "routine.not-copied" }));
        };
        ports.share().copy(&text, Box::new(done));
    };
    let sheet = ports.share().has_sheet().then(|| {
        let share = move || {
            let title = plan.with_value(|plan| plan.title.clone());
            ports.share().sheet(&title, &link.get_untracked(), Box::new(|_| {}));
        };
        view! { <Button small=true glyph=Glyph::Share on_press=share>{words.text("routine.send")}</Button> }
    });
    let is_coded = RwSignal::new(false);
    let code = move || {
        is_coded.get().then(|| view! { <QrCode text=link.get() label=words.text("routine.code.label") /> })
    };
    let be_there = move || {
        start.get().map(
            |_| view! { <ButtonLink small=true href=path.get()>{words.text("together.go")}</ButtonLink> },
        )
    };
    view! {
        <section class="card stack routine-ways" aria-label=words.text("routine.share")>
            <div class="row">
                {sheet}
                <Button small=true glyph=Glyph::Copy on_press=move || copy(link.get_untracked(), "routine.copied")>
                    {words.text("routine.copy")}
                </Button>
                <Button small=true on_press=move || is_coded.update(|is_coded| *is_coded = !*is_coded)>
                    {words.text("routine.code")}
                </Button>
                <Button small=true on_press=move || copy(plan.with_value(|plan| as_text(words, plan)), "routine.text.copied")>
                    {words.text("routine.text")}
                </Button>
                <Button small=true glyph=Glyph::Print on_press=move || ports.share().print()>
                    {words.text("routine.print")}
                </Button>
                <Picture plan=plan.get_value() />
            </div>
            <p class="routine-said" role="status">{said}</p>
            {code}
            <Inviting start />
            <div class="row">{be_there}</div>
        </section>
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
