//! The start: a sentence about balance and the one thing to do.
//!
//! Decides: which routine comes next (the one that evens out what was done lately) and that nothing competes with it.

use domain::balance::{Dial, Glance, Taste, Verdict, suggest};
use domain::routine::{PRESETS, Preset, Routine};
use domain::time::Day;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::conductor::{Conductor, use_conductor};
use crate::ports::{DateShape, use_ports};
use crate::route::Route;
use crate::store::{Store, use_store};
use crate::ui::{
    Button, ButtonLink, DialView, FigureStill, Glyph, PageHead, Size, Tag, Tile, Tone, awaited, in_turn, soon,
};
use crate::words::{Words, use_words};

/// Doors beside the one thing to do, the shortest first.
const MORE: [&str; 4] = ["desk-reset", "the-five", "first-steps", "eight-minute"];

/// What the history says.
#[derive(Clone, Default, PartialEq)]
struct Standing {
    /// How many sessions this week had.
    sessions: u16,
    /// How the work of the last 28 days was shared, where any was.
    balance: Option<Balance>,
}

/// How the work was shared.
#[derive(Clone, PartialEq)]
struct Balance {
    dial: Option<Dial>,
    verdict: Verdict,
    /// The dial in words.
    label: String,
    /// The one move that would help most: where it is, and how it is said.
    addition: Option<(String, String)>,
}

/// The start: a sentence about balance and the one thing to do.
#[component]
pub fn Today() -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let today = ports.clock().today();
    let standing = standing(use_store(), words, today);
    let balance = Memo::new(move |_| standing.with(|standing| standing.balance.clone()));
    let verdict = Memo::new(move |_| balance.with(|balance| balance.as_ref().map(|balance| balance.verdict)));
    let sessions = Memo::new(move |_| standing.with(|standing| standing.sessions));
    let title = Signal::derive(move || words.text(heading(verdict.get())));
    let one = move || view! { <Next slug=next(verdict.get()) /> };
    let more = move || {
        view! {
            <section class="stack">
                <h2>{words.text("today.more")}</h2>
                <div class="today-doors">{move || doors(words, next(verdict.get()))}</div>
            </section>
        }
    };
    view! {
        <div class="page today">
            <PageHead title above=ports.formats().date(today, DateShape::Full)>
                {move || week(words, sessions.get())}
            </PageHead>
            {in_turn(move || view! { <Lately balance /> })}
            {in_turn(move || one)}
            {in_turn(more)}
        </div>
    }
}

/// What the history says, as it changes. Before the first session it says nothing, and nobody is asked.
fn standing(store: Store, words: Words, today: Day) -> Signal<Standing> {
    let asked = Memo::new(move |_| {
        let is_any = store.history().with(|history| !history.all().is_empty());
        store.settings().track();
        is_any.then(|| awaited(reckoned(store, words, today)))
    });
    Signal::derive(move || asked.get().and_then(|answer| answer.get()).unwrap_or_default())
}

/// What the history says, reckoned by the part of the program that reads it. All it needs is given to it: when it had to
/// be waited for, nobody provides anything any more.
#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(memory, wasm_split_path = leptos::wasm_split, fallible)]
fn reckoned(store: Store, words: Words, today: Day) -> Result<Standing, SplitLoaderError> {
    let (work, sessions) =
        store.history().with_untracked(|history| (history.rolling(today), history.this_week(today).sessions));
    let taste = store.settings().with_untracked(|settings| Taste::from(settings));
    let balance = work.map(|work| Balance {
        dial: work.dial(),
        verdict: work.verdict(),
        label: words.dial(&work),
        addition: suggest(&work, &[], &taste).first().and_then(|found| {
            let step = found.step();
            let exercise = step.exercise()?;
            let (name, dose) = (words.exercise(exercise), words.step_dose(&step));
            let text = words.fill("today.add", &[("move", &name), ("dose", &dose)]);
            Some((Route::Exercise(exercise).path(), text))
        }),
    });
    Ok(Standing { sessions, balance })
}

/// The heading: what there is to be done about the balance.
const fn heading(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        None => "today.first",
        Some(Verdict::Balanced | Verdict::NotRated) => "today.level",
        Some(_) => "today.lean",
    }
}

/// The routine that evens out a lean; all the way round where there is none.
const fn next(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::LeaningFront | Verdict::MostlyFront) => "the-five",
        Some(Verdict::LeaningBack | Verdict::MostlyBack) => "the-four",
        None | Some(Verdict::Balanced | Verdict::NotRated) => "eight-minute",
    }
}

/// How many sessions this week had, of as many as the person wants.
fn week(words: Words, done: u16) -> impl IntoView {
    let goal = use_store().settings().with(|settings| settings.weekly_goal);
    let (done_text, goal_text) = (words.figures(u64::from(done)), words.figures(u64::from(goal)));
    let text = words.fill("today.week", &[("done", &done_text), ("goal", &goal_text)]);
    (done > 0).then(|| view! { <Tag tone="done" text /> })
}

/// How the work of the last 28 days was shared, or what will be told here.
#[component]
fn Lately(balance: Memo<Option<Balance>>) -> impl IntoView {
    let words = use_words();
    let empty = Dial { front: 0.0, right: 0.0, back: 0.0, left: 0.0, twist: 0.0 };
    let dial = Signal::derive(move || balance.get().and_then(|balance| balance.dial).unwrap_or(empty));
    let label = Signal::derive(move || {
        balance.get().map_or_else(|| words.text("dial.empty"), |balance| balance.label)
    });
    let title = move || match balance.get() {
        Some(balance) => words.verdict(balance.verdict),
        None => words.text("today.balance.first"),
    };
    let about = move || match balance.get() {
        Some(balance) => words.text(&["today.balance.", balance.verdict.slug()].concat()),
        None => words.text("today.balance.first.about"),
    };
    let addition = move || {
        let (href, text) = balance.get()?.addition?;
        Some(view! { <a class="today-add" href=href>{text}</a> })
    };
    view! {
        <section class="card today-lately">
            <DialView dial label size=Size::Small />
            <div class="stack">
                <h2>{title}</h2>
                <p class="lead">{about}</p>
                {addition}
            </div>
        </section>
    }
}

/// The one thing to do.
#[component]
fn Next(slug: &'static str) -> impl IntoView {
    let words = use_words();
    let conductor = use_conductor();
    let ports = use_ports();
    let key = ["routine.", slug].concat();
    let title = words.text(&key);
    let glance = Glance::of(slug);
    let picture = glance.map(|glance| view! { <FigureStill exercise=glance.portrait /> });
    let settings = use_store().settings();
    let length = move || {
        let rests = settings.with(|settings| settings.rests);
        glance.map(|glance| words.summary(u64::from(glance.moves), glance.length(rests)))
    };
    let dial = glance.map(|glance| {
        let (dial, label) = (glance.dial(), words.dial_text(&glance.dial(), glance.verdict));
        view! { <DialView dial label size=Size::Mark /> }
    });
    let name = title.clone();
    let start = move || {
        let begun = begun(conductor, slug, name.clone());
        let page = ports.page();
        soon(async move {
            if begun.await.is_ok() {
                page.go(&Route::Session.path());
            } else {
                page.announce(&words.text("not-arrived.still"));
            }
        });
    };
    view! {
        <section class="card today-next">
            <a class="today-next-picture" href=Route::Routine(slug).path() tabindex="-1" aria-hidden="true">
                {picture}
            </a>
            <div class="today-next-words">
                <div class="today-next-name">
                    <div>
                        <h2>{title}</h2>
                        <p class="lead">{length}</p>
                    </div>
                    {dial}
                </div>
                <p class="today-next-about">{words.text(&[&key, ".about"].concat())}</p>
                <div class="today-next-actions">
                    <Button tone=Tone::Primary glyph=Glyph::Play wide=true on_press=start>
                        {words.text("button.start")}
                    </Button>
                    <ButtonLink tone=Tone::Quiet href=Route::Routine(slug).path()>
                        {words.text("today.see")}
                    </ButtonLink>
                </div>
            </div>
        </section>
    }
}

/// Begins the built-in routine with this slug under its `name`.
#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(session, wasm_split_path = leptos::wasm_split, fallible)]
fn begun(conductor: Conductor, slug: &'static str, name: String) -> Result<(), SplitLoaderError> {
    let routine = Preset::find(slug).map(Preset::routine).unwrap_or_default();
    conductor.start(Routine { title: name, ..routine });
    Ok(())
}

/// Other ways to start: the routine of one's own that was changed last, ready-made ones, and all of them.
fn doors(words: Words, without: &'static str) -> impl IntoView {
    let own = use_store().routines().with(|own| {
        let newest = own.first().map(|own| (own.id.clone(), own.routine.title.clone()));
        newest.filter(|(_, title)| !title.is_empty())
    });
    let places = if own.is_some() { 1 } else { 2 };
    let own = own.map(|(id, title)| view! { <Tile label=words.text("today.own") value=title href=Route::Mine(id).path() /> });
    let rests = use_store().settings().with(|settings| settings.rests);
    let door = move |slug: &'static str| {
        let length = Glance::of(slug).map(|glance| words.span(glance.length(rests))).unwrap_or_default();
        let name = words.text(&["routine.", slug].concat());
        view! { <Tile label=length value=name href=Route::Routine(slug).path() /> }
    };
    let tiles = MORE.into_iter().filter(|slug| *slug != without).take(places).map(door).collect_view();
    let count = words.count("today.ready-made", PRESETS.len() as u64, &[]);
    view! {
        {own}
        {tiles}
        <Tile label=words.text("today.have") value=words.text("today.minutes") href=Route::Measure.path() />
        <Tile label=count value=words.text("today.all") href=Route::Routines.path() />
    }
}
