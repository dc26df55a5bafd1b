//! The routines: built in and one's own.
//!
//! Decides: their order: one's own first, as soon as there is one; then the built-in ones, the short before the long. How
//! the first of one's own is made stands at the end.

use domain::balance::Work;
use domain::routine::{PRESETS, Preset, Routine};
use leptos::prelude::*;

use crate::ports::{given_here, use_ports};
use crate::route::Route;
use crate::store::{OwnRoutine, use_store};
use crate::ui::{ButtonLink, Empty, Glyph, PageHead, RoutineCard, RoutineCardWords, in_turn};
use crate::words::{Words, use_words};

/// The longest routine that still counts as quick, in seconds.
const QUICK: u64 = 600;

/// The routines: built in and one's own.
#[component]
pub fn Routines() -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    // What somebody sent may be pasted or dropped here, wherever on the page.
    given_here(ports, move |text| ports.page().go(&Route::given(&text).path()));
    let own = use_store().routines();
    let mine =
        move |is_first: bool| move || own.with(|own| (own.is_empty() != is_first).then(|| mine(words, own)));
    let (quick, longer): (Vec<_>, Vec<_>) =
        PRESETS.iter().partition(|preset| preset.routine().stated_length().whole_seconds() <= QUICK);
    view! {
        <div class="page">
            <PageHead title=words.text("title.routines") />
            <div class="row">
                <ButtonLink small=true href=Route::Measure.path()>{words.text("measure.have")}</ButtonLink>
                <ButtonLink small=true glyph=Glyph::Plus href=Route::Edit(String::new()).path()>{words.text("builder.new")}</ButtonLink>
                <ButtonLink small=true href=Route::Open(String::new()).path()>{words.text("open.paste")}</ButtonLink>
            </div>
            {mine(true)}
            <Group title=words.text("routines.quick") presets=quick />
            <Group title=words.text("routines.longer") presets=longer />
            {mine(false)}
        </div>
    }
}

/// Built-in routines under a heading.
#[component]
fn Group(title: String, presets: Vec<&'static Preset>) -> impl IntoView {
    let words = use_words();
    let card = |preset: &'static Preset| {
        let key = ["routine.", preset.slug].concat();
        let about = words.text(&[&key, ".about"].concat());
        card(words, Route::Routine(preset.slug), words.text(&key), about, &preset.routine())
    };
    view! {
        <section class="stack">
            <h2>{title}</h2>
            <ul class="grid" role="list">{presets.into_iter().map(card).collect_view()}</ul>
        </section>
    }
}

/// What was made or kept here, or how something is.
fn mine(words: Words, own: &[OwnRoutine]) -> impl IntoView + use<> {
    let one = |own: &OwnRoutine| {
        card(words, Route::Mine(own.id.clone()), words.title_of(&own.routine), String::new(), &own.routine)
    };
    let list = if own.is_empty() {
        nothing(words).into_any()
    } else {
        view! { <ul class="grid" role="list">{own.iter().map(one).collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="stack">
            <h2>{words.text("routines.mine")}</h2>
            {list}
        </section>
    }
}

/// The card of a routine, as an item of a list.
fn card(words: Words, route: Route, name: String, about: String, routine: &Routine) -> impl IntoView + use<> {
    let rests = use_store().settings().with(|settings| settings.rests);
    let work = Work::of_routine(routine);
    let says = RoutineCardWords {
        name,
        about,
        length: words.summary_of(&routine.with_rests(rests)),
        verdict: words.verdict(work.verdict()),
        dial: words.dial(&work),
    };
    let card = move || view! { <RoutineCard href=route.path() words=says dial=work.dial() verdict=work.verdict() /> };
    view! { <li class="routines-item">{in_turn(card)}</li> }
}

/// What stands there while nothing is kept yet.
fn nothing(words: Words) -> impl IntoView {
    view! {
        <Empty title=words.text("routines.none") text=words.text("routines.none.about")>
            <ButtonLink href=Route::Edit(String::new()).path() glyph=Glyph::Plus>
                {words.text("builder.new")}
            </ButtonLink>
        </Empty>
    }
}
