//! One built-in or own routine: what it holds and how even it is.

use domain::balance::{Work, pair};
use domain::routine::{Preset, Routine as Plan};
use leptos::prelude::*;

use crate::conductor::Planned;
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, ButtonLink, Empty, PageHead, Tile, Tone, Up, in_turn};
use crate::words::{Words, use_words};

mod builder;
mod measure;
mod open;
mod picture;
mod planned;
mod sharing;
mod together;

pub use builder::Builder;
pub use measure::Measure;
pub use open::Open;
use planned::{Start, balance, moves, muscles, swaps};
use sharing::Sharing;
use together::appointment;

/// One built-in or own routine: what it holds and how even it is.
#[component]
pub fn Routine(
    /// Which one is shown.
    which: Route,
) -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let removed = RwSignal::new(None::<(String, Plan)>);
    let found = Memo::new(move |_| match &which {
        Route::Routine(slug) => Preset::find(slug).map(|preset| built_in(words, preset)),
        Route::Mine(id) => store.routine(id).map(|plan| (plan, String::new(), Some(id.clone()))),
        _ => None,
    });
    move || match found.get() {
        Some((plan, about, own)) => view! { <Shown plan about own removed /> }.into_any(),
        None => match removed.get() {
            Some((id, plan)) => view! { <Removed id plan /> }.into_any(),
            None => gone(words).into_any(),
        },
    }
}

/// The way up from every page of one routine.
fn up(words: Words) -> Up {
    Up { href: Route::Routines.path(), label: words.text("title.routines") }
}

/// A built-in routine under its name in the person's language, and what is said about it.
fn built_in(words: Words, preset: &Preset) -> (Plan, String, Option<String>) {
    let key = ["routine.", preset.slug].concat();
    let plan = Plan { title: words.text(&key), ..preset.routine() };
    (plan, words.text(&[&key, ".about"].concat()), None)
}

/// A routine that is there.
#[component]
fn Shown(
    plan: Plan,
    about: String,
    /// Its id, when it is one's own.
    own: Option<String>,
    /// Told what was removed, under which id.
    removed: RwSignal<Option<(String, Plan)>>,
) -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let title = words.title_of(&plan);
    let change = own.clone().map(|id| {
        view! { <ButtonLink href=Route::Edit(id).path()>{words.text("button.edit")}</ButtonLink> }
    });
    let change = change.map_or_else(|| view! { <Copied plan=plan.clone() /> }.into_any(), IntoAny::into_any);
    let remove = own.map(|id| {
        let press = move || {
            let plan = store.forget_routine(&id);
            removed.set(plan.map(|plan| (id.clone(), plan)));
        };
        view! { <Button tone=Tone::Quiet on_press=press>{words.text("button.delete")}</Button> }
    });
    let lead = (!about.is_empty()).then(|| view! { <p class="lead">{about}</p> });
    let planned = Planned::new(plan.clone(), store);
    let shown = planned.shown();
    let length = move || shown.with(|shown| words.summary_of(shown));
    let rest = move || shown.with(|shown| shown.rest);
    let to_share = plan.clone();
    let actions = in_turn(move || {
        view! {
            <Start planned />
            {change}
            <Sharing plan=to_share />
        }
    });
    let swaps = in_turn(move || swaps(words, planned));
    let listed = in_turn(move || move || shown.with(|shown| moves(words, shown)));
    let beside =
        move |shown: &Plan| view! { {balance(words, shown)} {muscles(words, shown)} {partner(words, shown)} };
    let beside = in_turn(move || move || shown.with(beside));
    view! {
        <article class="page routine">
            <div class="routine-head">
                <PageHead title up=up(words) />
                {lead}
                <p class="routine-length">{length}</p>
                {appointment(words, &plan)}
                <div class="routine-actions">{actions} {remove}</div>
                {swaps}
            </div>
            <section class="stack">
                <h2>{words.text("routine.moves")}</h2>
                {listed}
                {move || rest().map(|rest| rest_line(words, rest))}
            </section>
            <aside class="stack routine-balance">{beside}</aside>
        </article>
    }
}

/// A built-in routine as one's own, to be changed.
#[component]
fn Copied(plan: Plan) -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let copy = move || {
        let id = store.keep_routine(None, plan.clone());
        ports.page().go(&Route::Edit(id).path());
    };
    view! { <Button on_press=copy>{words.text("routine.own")}</Button> }
}

/// How long one rests between sets.
fn rest_line(words: Words, rest: u16) -> impl IntoView {
    let rest = words.fill("routine.rest", &[("n", &words.figures(u64::from(rest)))]);
    view! { <p class="quiet">{rest}</p> }
}

/// The built-in routine that is its other half, where it has one.
fn partner(words: Words, plan: &Plan) -> impl IntoView + use<> {
    pair(&Work::of_routine(plan)).map(|(preset, _)| {
        let name = words.text(&["routine.", preset.slug].concat());
        view! { <Tile label=words.text("routine.pair") value=name href=Route::Routine(preset.slug).path() /> }
    })
}

/// What stands where an own routine was, until one goes elsewhere: it can still be taken back.
#[component]
fn Removed(
    /// Its id.
    id: String,
    /// What it was.
    plan: Plan,
) -> impl IntoView {
    let words = use_words();
    let store = use_store();
    let name = words.title_of(&plan);
    let undo = move || {
        store.keep_routine(Some(&id), plan.clone());
    };
    view! {
        <div class="page">
            <PageHead title=words.text("title.routine") />
            <Empty title=words.text("routine.removed") text=words.fill("routine.removed.about", &[("name", &name)])>
                <Button on_press=undo>{words.text("button.undo")}</Button>
            </Empty>
        </div>
    }
}

/// What stands here when the routine is not on this device.
fn gone(words: Words) -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title=words.text("title.routine") />
            <Empty title=words.text("routine.gone") text=words.text("routine.gone.about")>
                <ButtonLink href=Route::Routines.path()>{words.text("today.all")}</ButtonLink>
            </Empty>
        </div>
    }
}
