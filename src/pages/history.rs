//! What has been done: minutes first, balance second (content 3.1), then each session.
//!
//! Decides: what is shown of a history. What days and weeks come to is reckoned in the rules.

mod add;
mod charts;
mod correct;
mod records;

use domain::history::{History as Past, Record};
use domain::time::Day;
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{ButtonLink, DialView, Empty, MuscleMap, PageHead, Tone, anybody, in_turn};
use crate::words::{Words, use_words};

use add::Add;
use charts::{Habit, Weeks};
use correct::Draft;
use records::{Deleted, Records};

/// How many days the balance looks back.
const WINDOW: i32 = 28;

/// What has been done.
#[component]
pub fn History() -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let empty = Memo::new(move |_| store.history().with(|past| past.count() == 0));
    let deleted = RwSignal::new(None::<Record>);
    let delete = UnsyncCallback::new(move |record: Record| deleted.set(store.forget_record(&record.id)));
    let draft = RwSignal::new(None::<Draft>);
    let filled = move || {
        view! {
            {in_turn(|| view! { <Charts /> })}
            {in_turn(move || view! { <Add draft /> })}
            {in_turn(move || view! { <Records delete draft /> })}
        }
    };
    view! {
        <div class="page">
            <PageHead title=words.text("title.history") />
            <Show when=move || !empty.get() fallback=move || view! { <NothingYet draft /> }>
                {filled}
            </Show>
            // Outside: the last one that is deleted can be had back as well.
            <Deleted deleted />
        </div>
    }
}

/// Before the first session.
#[component]
fn NothingYet(
    /// What is added by hand.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let words = use_words();
    view! {
        <Empty title=words.text("history.empty.title") text=words.text("history.empty.about")>
            <ButtonLink tone=Tone::Primary href=Route::Routines.path()>{words.text("history.empty.action")}</ButtonLink>
        </Empty>
        <Add draft />
    }
}

/// The pictures of the past: drawn anew when a record comes or goes.
#[component]
fn Charts() -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let today = use_ports().clock().today();
    let past = store.history();
    let shared = move || past.with(|past| balance(words, past, today).into_any());
    let weeks = move || {
        let weeks = past.with(|past| past.weeks(today, charts::BARS));
        // Where nothing lasted a minute, no bar would be seen.
        let is_seen = weeks.iter().any(|week| week.minutes > 0);
        is_seen.then(|| view! { <section class="card"><Weeks weeks today /></section> })
    };
    let habit = move || {
        let (days, streak) = past.with(|past| (charts::days(past, today), past.streak_weeks(today)));
        view! { <Habit days streak /> }
    };
    let muscles = move || {
        let shares = past.with(|past| past.muscles_of_week(today).shares());
        let (lit, label) = (!shares.is_empty(), words.muscles_on_a_body(&shares));
        let title = words.text("history.muscles");
        let groups = vec![(String::new(), shares)];
        lit.then(|| {
            view! {
                <section class="card stack">
                    <h2>{title}</h2>
                    <MuscleMap person=anybody() label groups name=move |muscle| words.muscle(muscle) />
                </section>
            }
        })
    };
    view! {
        <div class="history-grid">
            <section class="card">{in_turn(move || shared)}</section>
            {in_turn(move || weeks)}
            <section class="card">{in_turn(move || habit)}</section>
            {in_turn(move || muscles)}
        </div>
    }
}

/// Minutes and balance of the last four weeks, with the sentence that says what it is not.
fn balance(words: Words, past: &Past, today: Day) -> impl IntoView + use<> {
    let minutes = words.count("history.balance.minutes", u64::from(past.minutes(today, WINDOW)), &[]);
    let work = past.rolling(today);
    let dial = work.and_then(|work| work.dial()).map(|dial| {
        let label = work.map(|work| words.dial(&work)).unwrap_or_default();
        view! { <DialView dial label /> }
    });
    let title = work.map_or_else(|| words.text("history.balance"), |work| words.verdict(work.verdict()));
    let about = words.text(if work.is_some() { "balance.estimate" } else { "history.balance.none" });
    view! {
        <div class="history-balance" data-rated=work.is_some().to_string()>
            {dial}
            <div class="stack">
                <h2>{title}</h2>
                <p>{minutes}</p>
                <p class="quiet">{about}</p>
            </div>
        </div>
    }
}
