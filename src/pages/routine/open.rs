//! A routine that somebody shared: looked at before anything is kept.
//!
//! Decides: what is shown of a link that makes sense in part, and of one that makes none. *Invariant:* looking stores
//! nothing; only Save and Start do.

use domain::routine::notation::{self, Problem, Reading};
use domain::routine::{PRESETS, Routine};
use leptos::prelude::*;

use super::planned::{Start, balance, moves, muscles, swaps};
use crate::conductor::Planned;
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, Glyph, PageHead, Steps, Tag, TextField, Tile, Tone};
use crate::words::{Words, use_words};

/// A routine that somebody shared: looked at before anything is kept.
#[component]
pub fn Open(
    /// What the link holds.
    text: String,
) -> impl IntoView {
    let words = use_words();
    let Reading { routine, problems } = notation::read(&text);
    let grave = problems.iter().find(|problem| problem.kind.grave()).cloned();
    if text.trim().is_empty() {
        return blank(words, words.text("open.empty"), words.text("open.empty.about")).into_any();
    }
    if let Some(problem) = grave {
        return blank(words, words.text("open.grave"), located(words, &problem)).into_any();
    }
    view! { <Preview routine problems /> }.into_any()
}

/// The routine, and what of it made no sense.
#[component]
fn Preview(routine: Routine, problems: Vec<Problem>) -> impl IntoView {
    let words = use_words();
    let title = words.title_of(&routine);
    let rests = use_store().settings().with_untracked(|settings| settings.rests);
    view! {
        <article class="page open">
            <div class="open-head">
                <Tag tone="done" text=words.text("open.banner") />
                <PageHead title />
                <p class="open-length">{words.summary_of(&routine.with_rests(rests))}</p>
                <p class="lead">{words.text("open.about")}</p>
                <Actions routine=routine.clone() />
                {(!problems.is_empty()).then(|| trouble(words, &problems))}
            </div>
            <section class="stack">
                <h2>{words.text("routine.moves")}</h2>
                {moves(words, &routine)}
            </section>
            <aside class="open-balance">{balance(words, &routine)} {muscles(words, &routine)}</aside>
        </article>
    }
}

/// Start, or keep.
#[component]
pub(super) fn Actions(
    /// What is begun or kept.
    routine: Routine,
) -> impl IntoView {
    let (words, ports, store) = (use_words(), use_ports(), use_store());
    let planned = Planned::new(routine.clone(), store);
    let plan = StoredValue::new(routine);
    let saved = RwSignal::new(false);
    let save = move || {
        store.keep_routine(None, plan.get_value());
        saved.set(true);
        ports.page().announce(&words.text("open.saved"));
    };
    let save_words = move || words.text(if saved.get() { "open.saved" } else { "button.save" });
    let glyph = Signal::derive(move || if saved.get() { Glyph::Check } else { Glyph::Save });
    view! {
        <div class="open-actions">
            <Start planned />
            <Button glyph disabled=saved on_press=save>{save_words}</Button>
        </div>
        {swaps(words, planned)}
    }
}

/// What made no sense, and where.
fn trouble(words: Words, problems: &[Problem]) -> impl IntoView + use<> {
    let items: Vec<_> = problems.iter().map(|problem| located(words, problem)).collect();
    view! {
        <section class="card open-trouble" data-tone="caution">
            <h2>{words.count("open.problems", items.len() as u64, &[])}</h2>
            <Steps mistakes=true items />
            <p>{words.text("open.kept")}</p>
        </section>
    }
}

/// A problem in a sentence, after the place it was found at.
pub(super) fn located(words: Words, problem: &Problem) -> String {
    let what = words.fill(&["problem.", problem.kind.slug()].concat(), &[("found", &problem.found)]);
    if problem.found.is_empty() {
        return what;
    }
    let at = words.figures(problem.at as u64 + 1);
    words.fill("problem.at", &[("at", &at), ("problem", &what)])
}

/// No routine: why, a place to paste one, and two that are always there.
fn blank(words: Words, title: String, about: String) -> impl IntoView {
    let ports = use_ports();
    let typed = RwSignal::new(String::new());
    let open = move || {
        // Only what follows the # of a link is the routine.
        let text = typed.get_untracked();
        let text = text.rsplit('#').next().unwrap_or_default().trim().to_owned();
        ports.page().go(&Route::Open(text).path());
    };
    let rests = use_store().settings().with_untracked(|settings| settings.rests);
    let tile = |slug: &'static str| {
        let name = words.text(&["routine.", slug].concat());
        let length = PRESETS
            .iter()
            .find(|preset| preset.slug == slug)
            .map(|preset| words.length_of(&preset.routine().with_rests(rests)));
        view! { <Tile label=length.unwrap_or_default() value=name href=Route::Routine(slug).path() /> }
    };
    view! {
        <div class="page open-blank">
            <PageHead title />
            <p class="lead">{about}</p>
            <div class="card stack">
                <TextField
                    label=words.text("open.paste")
                    value=typed
                    on_input=move |text| typed.set(text)
                />
                <Button tone=Tone::Primary disabled=Signal::derive(move || typed.with(|text| text.trim().is_empty())) on_press=open>
                    {words.text("open.read")}
                </Button>
            </div>
            <h2>{words.text("open.instead")}</h2>
            <div class="open-instead">{tile("eight-minute")} {tile("the-five")}</div>
        </div>
    }
}
