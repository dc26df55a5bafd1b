//! Each session: when, how long, how it was shared; opened, what was done in it, and the way to correct that.

use domain::history::{Record, RecordId};
use domain::routine::notation;
use domain::session::SetDone;
use leptos::prelude::*;

use crate::ports::{DateShape, Ports, use_ports};
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, ButtonLink, DialView, Size, Toast, Tone, in_turn};
use crate::words::{Words, use_words};

use super::correct::{Correct, Draft};

/// How many sessions are listed at first, and how many more each time they are asked for.
const LISTED: usize = 30;

/// All sessions, the newest first, the older ones when asked for.
#[component]
pub(super) fn Records(
    /// Told to delete one.
    delete: UnsyncCallback<Record>,
    /// The one that is being corrected.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let listed = RwSignal::new(LISTED);
    let opened = RwSignal::new(None::<RecordId>);
    let records = move || {
        let listed = listed.get();
        store.history().with(|past| past.records().into_iter().take(listed).cloned().collect::<Vec<Record>>())
    };
    let is_more =
        Memo::new(move |_| store.history().with(|past| !past.is_whole() || past.count() > listed.get()));
    let more = move || {
        let press = move || listed.update(|listed| *listed += LISTED);
        is_more.get().then(|| view! { <Button on_press=press>{words.text("history.older")}</Button> })
    };
    view! {
        <section class="stack">
            <h2>{words.text("history.records")}</h2>
            <ul class="history-records" role="list">
                <For
                    each=records
                    key=|record| (record.id.clone(), record.rev)
                    children=move |record| view! { <li>{in_turn(move || view! { <One record delete draft opened /> })}</li> }
                />
            </ul>
            {more}
        </section>
    }
}

/// What was deleted last, to be had back until something else happens.
#[component]
pub(super) fn Deleted(
    /// It, if there is one.
    deleted: RwSignal<Option<Record>>,
) -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let undo = move |()| {
        if let Some(record) = deleted.get_untracked() {
            store.restore_record(record);
            deleted.set(None);
        }
    };
    let said = move || {
        deleted.get().map(|record| words.fill("history.deleted", &[("title", &title(words, &record))]))
    };
    view! {
        <Toast
            text=Signal::derive(said)
            action=Signal::derive(move || deleted.read().is_some().then(|| words.text("button.undo")))
            on_action=undo
        />
    }
}

/// The title of a session; one without has a name all the same.
fn title(words: Words, record: &Record) -> String {
    if record.title.is_empty() { words.text("summary.untitled") } else { record.title.clone() }
}

/// "today, 07:12 · 8:00".
fn when(words: Words, ports: Ports, record: &Record) -> String {
    let formats = ports.formats();
    let day = match ports.clock().today() - record.day() {
        0 => words.text("history.today"),
        1 => words.text("history.yesterday"),
        2..300 => formats.date(record.day(), DateShape::Full),
        _ => formats.date(record.day(), DateShape::WithYear),
    };
    let time = formats.time_of_day(record.started, record.offset);
    let length = formats.span(record.active);
    let key = if record.complete { "history.record" } else { "history.record.early" };
    words.fill(key, &[("day", &day), ("time", &time), ("length", &length)])
}

/// One session: its line, and behind it what was done.
#[component]
fn One(
    /// The session.
    record: Record,
    /// Told to delete it.
    delete: UnsyncCallback<Record>,
    /// The one that is being corrected.
    draft: RwSignal<Option<Draft>>,
    /// The one that was opened last: it is open as well once it has been corrected, which makes its line anew.
    opened: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let words = use_words();
    let work = record.work();
    let dial = work.dial().map(|dial| view! { <DialView dial label=words.dial(&work) size=Size::Mark /> });
    let (title, when) = (title(words, &record), when(words, use_ports(), &record));
    let was_open = opened.with_untracked(|opened| opened.as_ref() == Some(&record.id));
    let open = RwSignal::new(was_open);
    let this = record.id.clone();
    let toggled = move |_| {
        open.set(true);
        opened.set(Some(this.clone()));
    };
    let id = record.id.clone();
    let is_corrected =
        Memo::new(move |_| draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.is_of(&id))));
    let details = move || match (open.get(), is_corrected.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <div class="history-details"><Correct draft /></div> }.into_any(),
        (true, false) => view! { <Details record=record.clone() delete draft /> }.into_any(),
    };
    view! {
        <details class="card history-record" open=was_open on:toggle=toggled>
            <summary>
                <span class="history-line">
                    <span class="history-title">{title}</span>
                    <span class="quiet">{when}</span>
                </span>
                {dial}
            </summary>
            {details}
        </details>
    }
}

/// What was done in a session, and what can be done with it.
#[component]
fn Details(
    /// The session.
    record: Record,
    /// Told to delete it.
    delete: UnsyncCallback<Record>,
    /// The one that is being corrected.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let sets = together(&record.sets).into_iter().map(|(set, times)| {
        let dose = dose(words, ports, &set, times);
        view! { <li><span>{words.set_done(&set)}</span><span class="history-dose">{dose}</span></li> }
    });
    let sets = sets.collect_view();
    let effort = record.effort.map(|effort| {
        let text = words.fill("history.effort", &[("n", &words.figures(u64::from(effort)))]);
        view! { <p class="quiet">{text}</p> }
    });
    let felt = [("history.back-before", record.back_before), ("history.back-after", record.back_after)];
    let felt = felt.map(|(key, level)| {
        level.map(|level| {
            let text = words.fill(key, &[("n", &words.figures(u64::from(level)))]);
            view! { <p class="quiet">{text}</p> }
        })
    });
    let note = (!record.note.is_empty()).then(|| view! { <p class="history-note">{record.note.clone()}</p> });
    let corrected = record.clone();
    let correct = move || draft.set(Some(Draft::of(&corrected)));
    let again = Route::Open(notation::write(&record.plan())).path();
    view! {
        <div class="history-details">
            <ul class="history-sets" role="list">{sets}</ul>
            {effort}
            {felt.into_iter().collect_view()}
            {note}
            <div class="row">
                <ButtonLink small=true href=again>{words.text("history.again")}</ButtonLink>
                <Button small=true on_press=correct>{words.text("history.correct")}</Button>
                <Button small=true tone=Tone::Danger on_press=move || delete.run(record.clone())>
                    {words.text("button.delete")}
                </Button>
            </div>
        </div>
    }
}

/// Sets of one move on one side that follow each other, as one line.
fn together(sets: &[SetDone]) -> Vec<(SetDone, usize)> {
    let mut lines: Vec<(SetDone, usize)> = Vec::new();
    for set in sets {
        match lines.last_mut() {
            Some((last, times))
                if (&last.action, last.side, last.reps) == (&set.action, set.side, set.reps)
                    && (last.seconds, last.load) == (set.seconds, set.load) =>
            {
                *times += 1;
            }
            _ => lines.push((set.clone(), 1)),
        }
    }
    lines
}

/// "2 × 12 reps", "30 s".
fn dose(words: Words, ports: Ports, set: &SetDone, times: usize) -> String {
    if set.is_skipped() {
        return words.text("history.skipped");
    }
    let dose = if let Some(reps) = set.reps {
        words.count("amount.reps", u64::from(reps), &[])
    } else {
        let seconds = ports.formats().whole(set.seconds.whole_seconds());
        words.fill("amount.seconds", &[("n", &seconds)])
    };
    let dose = if times < 2 {
        dose
    } else {
        words.fill("amount.sets-of", &[("sets", &words.figures(times as u64)), ("dose", &dose)])
    };
    match set.load {
        None => dose,
        Some(weight) => words.fill("history.loaded", &[("dose", &dose), ("load", &words.weight(weight))]),
    }
}
