//! The start: a sentence about balance and the one thing to do.
//!
//! Decides: which routine comes next (the one that evens out what was done lately) and that nothing competes with it.

use domain::balance::{Dial, Suggestion, Taste, Verdict, Work, suggest};
use domain::catalogue::{Concern, ExerciseId};
use domain::routine::{Preset, Routine, Step};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::conductor::use_conductor;
use crate::ports::{DateShape, use_ports};
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, ButtonLink, DialView, FigureStill, Glyph, PageHead, Size, Tag, Tile, Tone, awaited};
use crate::words::{Words, use_words};

/// Doors beside the one thing to do, the shortest first.
const MORE: [&str; 4] = ["desk-reset", "the-five", "first-steps", "eight-minute"];

/// The start: a sentence about balance and the one thing to do.
#[component]
pub fn Today() -> impl IntoView {
    let words = use_words();
    let ports = use_ports();
    let store = use_store();
    let today = ports.clock().today();
    let work = Memo::new(move |_| store.history().with(|history| history.rolling(today)));
    let verdict = Memo::new(move |_| work.get().map(|work| work.verdict()));
    let title = Signal::derive(move || words.text(heading(verdict.get())));
    let one = move || view! { <Next slug=next(verdict.get()) /> };
    let more = move || doors(words, next(verdict.get()));
    view! {
        <div class="page today">
            <PageHead title above=ports.formats().date(today, DateShape::Full)>
                {move || week(words)}
            </PageHead>
            <Lately work />
            {one}
            <section class="stack">
                <h2>{words.text("today.more")}</h2>
                <div class="today-doors">{more}</div>
            </section>
        </div>
    }
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
fn week(words: Words) -> impl IntoView {
    let store = use_store();
    let done = store.history().with(|history| history.this_week(use_ports().clock().today()).sessions);
    let goal = store.settings().with(|settings| settings.weekly_goal);
    let (done_text, goal_text) = (words.figures(u64::from(done)), words.figures(u64::from(goal)));
    let text = words.fill("today.week", &[("done", &done_text), ("goal", &goal_text)]);
    (done > 0).then(|| view! { <Tag tone="done" text /> })
}

/// How the work of the last 28 days was shared, or what will be told here.
#[component]
fn Lately(work: Memo<Option<Work>>) -> impl IntoView {
    let words = use_words();
    let empty = Dial { front: 0.0, right: 0.0, back: 0.0, left: 0.0, twist: 0.0 };
    let dial = Signal::derive(move || work.get().and_then(|work| work.dial()).unwrap_or(empty));
    let label =
        Signal::derive(move || work.get().map_or_else(|| words.text("dial.empty"), |work| words.dial(&work)));
    let title = move || match work.get() {
        Some(work) => words.verdict(work.verdict()),
        None => words.text("today.balance.first"),
    };
    let about = move || match work.get() {
        Some(work) => words.text(&["today.balance.", work.verdict().slug()].concat()),
        None => words.text("today.balance.first.about"),
    };
    view! {
        <section class="card today-lately">
            <DialView dial label size=Size::Small />
            <div class="stack">
                <h2>{title}</h2>
                <p class="lead">{about}</p>
                {move || Some(addition(words, work.get()?))}
            </div>
        </section>
    }
}

/// The one move that would help most.
fn addition(words: Words, work: Work) -> impl IntoView {
    let concerns = use_store().settings().with(|settings| settings.concerns.clone());
    let found = awaited(move || advice(work, concerns.clone()));
    move || {
        let step = found.get().flatten()?.step();
        let exercise = step.exercise()?;
        let text = words
            .fill("today.add", &[("move", &words.exercise(exercise)), ("dose", &words.step_dose(&step))]);
        Some(view! { <a class="today-add" href=Route::Exercise(exercise).path()>{text}</a> })
    }
}

/// The addition that helps most, reckoned by a part of the program that comes later.
#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(advice, wasm_split_path = leptos::wasm_split, fallible)]
fn advice(work: Work, concerns: Vec<Concern>) -> Result<Option<Suggestion>, SplitLoaderError> {
    Ok(suggest(&work, &[], &Taste { concerns, ..Taste::default() }).into_iter().next())
}

/// The one thing to do.
#[component]
fn Next(slug: &'static str) -> impl IntoView {
    let words = use_words();
    let conductor = use_conductor();
    let ports = use_ports();
    let key = ["routine.", slug].concat();
    let title = words.text(&key);
    let routine = Preset::find(slug).map(Preset::routine).unwrap_or_default();
    let routine = Routine { title: title.clone(), ..routine };
    let work = Work::of_routine(&routine);
    let dial = work.dial().map(|dial| view! { <DialView dial label=words.dial(&work) size=Size::Mark /> });
    let picture = face_of(&routine).map(|exercise| view! { <FigureStill exercise /> });
    let length = words.summary_of(&routine);
    let start = move || {
        conductor.start(routine.clone());
        ports.page().go(&Route::Session.path());
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

/// The move that stands for a routine: the one that works the back most.
fn face_of(routine: &Routine) -> Option<ExerciseId> {
    let back = |id: &ExerciseId| (id.get().compass.back * f64::from(id.get().intensity) * 1000.0) as u32;
    routine.steps().filter_map(Step::exercise).max_by_key(back)
}

/// Other ways to start: three routines, and all of them.
fn doors(words: Words, without: &'static str) -> impl IntoView {
    let door = move |slug: &'static str| {
        let routine = Preset::find(slug).map(Preset::routine).unwrap_or_default();
        let name = words.text(&["routine.", slug].concat());
        view! { <Tile label=words.length_of(&routine) value=name href=Route::Routine(slug).path() /> }
    };
    let tiles = MORE.into_iter().filter(|slug| *slug != without).take(3).map(door).collect_view();
    let count = words.count("today.ready-made", domain::routine::PRESETS.len() as u64, &[]);
    view! {
        {tiles}
        <Tile label=count value=words.text("today.all") href=Route::Routines.path() />
    }
}
