//! A routine that somebody shared: looked at before anything is kept.
//!
//! Decides: what is shown of a link that makes sense in part, and of one that makes none. *Invariant:* looking stores
//! nothing; only Save and Start do.

use domain::routine::notation::{self, Problem, ProblemKind, Reading};
use domain::routine::{PRESETS, Routine};
use leptos::prelude::*;

use super::planned::{Start, balance, moves, muscles, swaps};
use super::together::appointment;
use crate::conductor::Planned;
use crate::ports::{given_here, use_ports};
use crate::route::Route;
use crate::store::{OwnRoutine, Store, use_store};
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
    let planned = Planned::new(routine.clone(), use_store());
    let shown = planned.shown();
    let beside = move |shown: &Routine| view! { {balance(words, shown)} {muscles(words, shown)} };
    view! {
        <article class="page open">
            <div class="open-head">
                <Tag tone="done" text=words.text("open.banner") />
                <PageHead title />
                <p class="open-length">{move || shown.with(|shown| words.summary_of(shown))}</p>
                <p class="lead">{words.text("open.about")}</p>
                {appointment(words, &routine)}
                <Actions routine planned />
                {(!problems.is_empty()).then(|| trouble(words, &problems))}
            </div>
            <section class="stack">
                <h2>{words.text("routine.moves")}</h2>
                {move || shown.with(|shown| moves(words, shown))}
            </section>
            <aside class="stack open-balance">{move || shown.with(beside)}</aside>
        </article>
    }
}

/// Start, or keep.
#[component]
pub(super) fn Actions(
    /// What is kept.
    routine: Routine,
    /// What is begun.
    planned: Planned,
) -> impl IntoView {
    let (words, ports, store) = (use_words(), use_ports(), use_store());
    let plan = StoredValue::new(routine);
    let saved = RwSignal::new(false);
    let namesake = plan.with_value(|plan| namesake(store, plan));
    let is_namesake = namesake.is_some();
    let keep = move |id: Option<&str>| {
        // What is kept is nobody's appointment.
        let mut routine = Routine { start: None, ..plan.get_value() };
        if is_namesake && id.is_none() {
            routine.title = words.fill("open.copy-of", &[("name", &routine.title)]);
        }
        store.keep_routine(id, routine);
        saved.set(true);
        ports.page().announce(&words.text("open.saved"));
    };
    let save_words = move || {
        words.text(match (saved.get(), is_namesake) {
            (true, _) => "open.saved",
            (false, true) => "open.save-copy",
            (false, false) => "button.save",
        })
    };
    let glyph = Signal::derive(move || if saved.get() { Glyph::Check } else { Glyph::Save });
    let beside = namesake.map(|own| {
        let differs = plan.with_value(|plan| differences(words, plan, &own.routine));
        view! {
            <section class="card stack">
                <h2>{words.fill("open.namesake", &[("name", &own.routine.title)])}</h2>
                {differs.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <div class="row">
                    <Button small=true disabled=saved on_press=move || keep(Some(&own.id))>
                        {words.text("open.replace")}
                    </Button>
                </div>
            </section>
        }
    });
    view! {
        <div class="open-actions">
            <Start planned />
            <Button glyph disabled=saved on_press=move || keep(None)>{save_words}</Button>
        </div>
        {beside}
        {swaps(words, planned)}
    }
}

/// One's own routine of the same name, where it is another one.
fn namesake(store: Store, plan: &Routine) -> Option<OwnRoutine> {
    let is_like = |own: &&OwnRoutine| {
        !plan.title.is_empty()
            && own.routine.title == plan.title
            && own.routine != Routine { start: None, ..plan.clone() }
    };
    store.routines().with_untracked(|all| all.iter().find(is_like).cloned())
}

/// What only one of the two has, a line for each.
fn differences(words: Words, this: &Routine, own: &Routine) -> Vec<String> {
    let ports = use_ports();
    let moves = |routine: &Routine| -> Vec<String> {
        let lines = words.lines_of(routine).into_iter().flat_map(|group| group.lines);
        lines.map(|line| words.line_as_text(&line)).collect()
    };
    let (this_moves, own_moves) = (moves(this), moves(own));
    let only = |of: &[String], other: &[String]| -> Vec<String> {
        of.iter().filter(|line| !other.contains(line)).cloned().collect()
    };
    let line = |key: &str, list: Vec<String>| {
        (!list.is_empty()).then(|| words.fill(key, &[("list", &ports.formats().list(&list))]))
    };
    let lines = [
        line("open.only-this", only(&this_moves, &own_moves)),
        line("open.only-yours", only(&own_moves, &this_moves)),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    if lines.is_empty() { vec![words.text("open.same-moves")] } else { lines }
}

/// What made no sense, and where.
fn trouble(words: Words, problems: &[Problem]) -> impl IntoView + use<> {
    let items: Vec<_> = problems.iter().map(|problem| located(words, problem)).collect();
    // All that is there makes sense; there may have been more.
    let title = if problems.iter().all(|problem| problem.kind == ProblemKind::NoCheck) {
        words.text("open.maybe-cut")
    } else {
        words.count("open.problems", items.len() as u64, &[])
    };
    view! {
        <section class="card open-trouble" data-tone="caution">
            <h2>{title}</h2>
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
    let is_empty = Signal::derive(move || typed.with(|text| text.trim().is_empty()));
    let open = move |text: String| ports.page().go(&Route::given(&text).path());
    given_here(ports, open);
    let choose = move || {
        ports.share().choose(Box::new(move |text| {
            if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
                open(text);
            }
        }));
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
                <TextField label=words.text("open.paste") value=typed on_input=move |text| typed.set(text) />
                <Button tone=Tone::Primary disabled=is_empty on_press=move || open(typed.get_untracked())>
                    {words.text("open.read")}
                </Button>
                <Button on_press=choose>{words.text("open.file")}</Button>
            </div>
            <h2>{words.text("open.instead")}</h2>
            <div class="open-instead">{tile("eight-minute")} {tile("the-five")}</div>
        </div>
    }
}
