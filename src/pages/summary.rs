//! What was just done. It is in the history already: nothing here has to be pressed.

use domain::balance::{Taste, Verdict, Work, pair, suggest};
use domain::catalogue::{ExerciseId, Metric, Sides};
use domain::history::Record;
use domain::routine::{Dose, Move, Routine, Step};
use leptos::prelude::*;

use crate::conductor::{Stage, use_conductor};
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::{Notice, use_store};
use crate::ui::{Button, ButtonLink, DialView, Felt, FeltValues, FeltWords, Glyph, PageHead, Tone};
use crate::words::{Words, use_words};

/// What was just done: shown when it was already saved.
#[component]
pub fn Summary() -> impl IntoView {
    let words = use_words();
    let conductor = use_conductor();
    let record = conductor.stage().with_untracked(|stage| match stage {
        Stage::Over(Some(id)) => use_store().history().with_untracked(|past| past.get(id).cloned()),
        Stage::Over(None) | Stage::Idle | Stage::Underway => None,
    });
    on_cleanup(move || conductor.leave());
    arrive(words);
    let title = words.text(match &record {
        None => "summary.nothing",
        Some(record) if !record.complete => "summary.early",
        Some(_) => "title.summary",
    });
    view! {
        <div class="summary">
            <PageHead title />
            {match record {
                Some(record) => all(words, record).into_any(),
                None => nothing(words).into_any(),
            }}
        </div>
    }
}

/// The address did not change, so nobody else says that this is another page.
fn arrive(words: Words) {
    let page = use_ports().page();
    Effect::new(move |_| page.arrived(&words.text("page.session.title"), true));
}

/// Everything there is to say of `record`.
fn all(words: Words, record: Record) -> impl IntoView {
    let routine = record.plan();
    view! {
        <p class="lead">{about(words, &record)}</p>
        {facts(words, &record)}
        <Balance work=record.work() routine=routine.clone() words />
        {felt(words, &record)}
        <Onward routine words />
    }
}

/// What is said when no set was done: nothing is kept, and nothing is blamed.
fn nothing(words: Words) -> impl IntoView {
    view! {
        <p class="lead">{words.text("summary.nothing.about")}</p>
        <p>
            <ButtonLink tone=Tone::Primary href=Route::Today.path()>{words.text("session.none.action")}</ButtonLink>
        </p>
    }
}

/// The sentence under the title: what it was, and whether it is kept.
fn about(words: Words, record: &Record) -> String {
    let title = if record.title.is_empty() { words.text("summary.untitled") } else { record.title.clone() };
    let lost = use_store()
        .notices()
        .with(|notices| notices.iter().any(|notice| matches!(notice, Notice::Forbidden | Notice::Full)));
    let key = match (lost, record.complete) {
        (true, _) => "summary.unsaved",
        (false, true) => "summary.whole-about",
        (false, false) => "summary.early-about",
    };
    words.fill(key, &[("title", &title)])
}

/// How long, how many.
fn facts(words: Words, record: &Record) -> impl IntoView + use<> {
    let mut moves: Vec<&Move> = record.done().map(|set| &set.action).collect();
    moves.dedup();
    let facts = [
        ("summary.time", use_ports().formats().span(record.active)),
        ("summary.sets", words.figures(record.done().count() as u64)),
        ("summary.moves", words.figures(moves.len() as u64)),
    ];
    let fact = |(key, value)| view! { <div><dt>{words.text(key)}</dt><dd>{value}</dd></div> };
    view! { <dl class="summary-facts">{facts.map(fact).into_iter().collect_view()}</dl> }
}

/// How it was shared, and what would even it out.
#[component]
fn Balance(work: Work, routine: Routine, words: Words) -> impl IntoView {
    let dial = work.dial()?;
    let advice = advice(words, &work, &routine).map(|text| view! { <p>{text}</p> });
    Some(view! {
        <section class="card summary-balance">
            <DialView dial label=words.dial(&work) />
            <div class="stack">
                <p class="quiet">{words.text("summary.balance")}</p>
                <h2>{words.verdict(work.verdict())}</h2>
                <p>{words.balance_of(&work)}</p>
                {advice}
                <p class="quiet">{words.text("balance.estimate")}</p>
            </div>
        </section>
    })
}

/// The one addition, or else the one other routine, that would even it out; nothing when it is even.
fn advice(words: Words, work: &Work, routine: &Routine) -> Option<String> {
    let taste = use_store().settings().with(|settings| Taste::from(settings));
    let present: Vec<ExerciseId> = routine.steps().filter_map(Step::exercise).collect();
    let addition = suggest(work, &present, &taste).into_iter().next();
    if let Some(addition) = addition {
        let exercise = addition.exercise.get();
        let (held, each) = (exercise.metric != Metric::Reps, exercise.sides == Sides::Each);
        let dose = words.dose(Dose::Reps(addition.dose), held, each);
        let places = [("move", &*words.exercise(addition.exercise)), ("dose", &*dose)];
        return Some(words.fill("summary.even", &places));
    }
    if work.verdict() == Verdict::Balanced {
        return None;
    }
    let (other, _) = pair(work)?;
    Some(words.fill("summary.pair", &[("routine", &words.text(&["routine.", other.slug].concat()))]))
}

/// How it felt, each if one likes; kept at once.
fn felt(words: Words, record: &Record) -> impl IntoView + use<> {
    let store = use_store();
    let id = record.id.clone();
    let said = RwSignal::new(false);
    let values = FeltValues {
        effort: record.effort,
        before: record.back_before,
        after: record.back_after,
        note: record.note.clone(),
    };
    let keep = move |values: FeltValues| {
        said.set(true);
        store.change_record(&id, |record| {
            record.effort = values.effort;
            record.back_before = values.before;
            record.back_after = values.after;
            record.note = values.note;
        });
    };
    let asked = FeltWords::of(|key| words.text(key), words.scale());
    view! {
        <section class="card stack">
            <h2>{words.text("felt.title")}</h2>
            <Felt words=asked values on_change=keep />
            <p class="quiet" role="status">{move || said.get().then(|| words.text("felt.saved"))}</p>
            <p>
                <a href=Route::History.path()>{words.text("summary.correct")}</a>
            </p>
        </section>
    }
}

/// Where to go from here.
#[component]
fn Onward(routine: Routine, words: Words) -> impl IntoView {
    let conductor = use_conductor();
    let refused = RwSignal::new(false);
    let again = move || refused.set(!conductor.start(routine.clone()));
    let said = move || refused.get().then(|| words.text("swaps.unsuitable"));
    view! {
        <div class="summary-actions">
            <ButtonLink tone=Tone::Primary href=Route::Today.path()>{words.text("nav.today")}</ButtonLink>
            <ButtonLink href=Route::History.path()>{words.text("nav.history")}</ButtonLink>
            <Button glyph=Signal::stored(Glyph::Reset) on_press=again>{words.text("summary.again")}</Button>
        </div>
        <p role="status">{said}</p>
    }
}
