//! What a routine could have besides: what would even it out, and any move there is.
//!
//! Decides: how much of what is found is offered at once.

use domain::balance::{Suggestion, Taste, Verdict, Work, pair, suggest, swap};
use domain::body::Body;
use domain::catalogue::{ExerciseId, Sieve};
use domain::measure::Aim;
use domain::routine::{Dose, Move, Step, notation};
use leptos::prelude::*;

use super::Draft;
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, Filters, Glyph, SearchField, Tile};
use crate::words::use_words;

/// How many moves are offered at once.
const OFFERED: usize = 8;
/// How long a move of one's own lasts at first, in seconds: `docs/notation.md`.
const OWN: u16 = 30;

/// Moves to add.
#[component]
pub(super) fn Add(draft: Draft) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let settings = use_store().settings();
    let query = RwSignal::new(String::new());
    let sieve = RwSignal::new(Sieve::default());
    let search = words.search();
    let found = Memo::new(move |_| {
        let body = settings.with(|settings| Body::from(settings));
        let found = query.with(|query| search.find(query));
        let sieve = sieve.get();
        let fits = |id: &ExerciseId| body.allows(*id) && sieve.lets_through(id.get());
        found.into_iter().filter(fits).collect::<Vec<_>>()
    });
    let add = move |step: Step| {
        let said = words.fill("builder.added", &[("move", &words.action(&step.action))]);
        let is_own = step.own().is_some();
        draft.change(|routine| routine.with_more(step));
        if is_own {
            // There is more to say of it than its name.
            draft.open.set(draft.routine.with_untracked(|routine| routine.steps().count().checked_sub(1)));
        }
        ports.page().announce(&said);
    };
    let offer = move |step: Step| {
        let (name, dose) = (words.action(&step.action), words.step_dose(&step));
        let text = words.fill("builder.offer", &[("move", &name), ("dose", &dose)]);
        view! { <Button small=true glyph=Glyph::Plus on_press=move || add(step.clone())>{text}</Button> }
    };
    let offers = move || found.get().into_iter().take(OFFERED).map(|id| offer(Step::of(id))).collect_view();
    let more = move || match found.with(Vec::len) {
        0 => Some(words.text("exercises.none")),
        count => {
            let others = count.saturating_sub(OFFERED);
            (others > 0).then(|| words.count("builder.others", others as u64, &[]))
        }
    };
    // What is not found may be a move of one's own.
    let own = move || {
        let name = query.with(|query| notation::clean(query));
        (!name.is_empty()).then(|| {
            let step = Step::new(Move::own(name.clone()), Dose::Seconds(OWN));
            let text = words.fill("builder.own", &[("name", &name)]);
            view! { <Button small=true glyph=Glyph::Plus on_press=move || add(step.clone())>{text}</Button> }
        })
    };
    let evening = Memo::new(move |_| {
        let taste = settings.with(|settings| Taste::from(settings));
        draft.routine.with(|routine| {
            let present: Vec<ExerciseId> = routine.steps().filter_map(Step::exercise).collect();
            suggest(&Work::of_routine(routine), &present, &taste)
        })
    });
    let leans = Memo::new(move |_| {
        let verdict = draft.routine.with(|routine| Work::of_routine(routine).verdict());
        let is_some = draft.routine.with(|routine| routine.steps().count() > 1);
        is_some && !matches!(verdict, Verdict::Balanced | Verdict::NotRated)
    });
    let evens = move || {
        let found = evening.get();
        let offers = found.iter().map(Suggestion::step).map(offer).collect_view();
        // What additions alone do not even out is evened out by what stands there, or by another routine.
        let is_done = found.last().is_some_and(|last| Aim::Balanced.band().contains(&last.back_share_after));
        let otherwise = (!is_done).then(|| view! { <Otherwise draft /> });
        view! {
            <section class="card stack">
                <h3>{words.text("builder.even")}</h3>
                <div class="row">{offers}</div>
                {otherwise}
            </section>
        }
    };
    view! {
        <Show when=move || leans.get()>{evens}</Show>
        <section class="card stack">
            <h3>{words.text("builder.add")}</h3>
            <SearchField
                label=words.text("exercises.search")
                value=query
                on_input=move |text| query.set(text)
            />
            <Filters
                    groups=words.filters()
                sieve
                on_change=move |asked| sieve.set(asked)
            />
            <div class="row">{offers} {own}</div>
            <p class="quiet" role="status">{more}</p>
        </section>
    }
}

/// Another move of the same position in the place of one that leans too far, and the built-in routine that is the other half.
#[component]
fn Otherwise(draft: Draft) -> impl IntoView {
    let words = use_words();
    let body = use_store().settings().with(|settings| Body::from(settings));
    let routine = draft.routine.get();
    let work = Work::of_routine(&routine);
    let leans_back = work.index().is_some_and(|index| index > 0.0);
    let one = |step: &Step| {
        let from = step.exercise()?;
        let compass = from.get().compass;
        let to = swap(from).filter(|to| body.allows(*to) && (compass.back > compass.front) == leans_back)?;
        let text =
            words.fill("builder.instead", &[("move", &words.exercise(from)), ("other", &words.exercise(to))]);
        // Where it stands by then: what evens out stays the same when moves change places.
        let press = move || {
            draft.change(|routine| {
                let place = routine.steps().position(|step| step.exercise() == Some(from));
                place.map_or_else(|| routine.clone(), |place| routine.with_step(place, Step::of(to)))
            });
        };
        Some(view! { <Button small=true on_press=press>{text}</Button> })
    };
    let swaps: Vec<_> = routine.steps().filter_map(one).collect();
    let partner = pair(&work).map(|(preset, _)| {
        let name = words.text(&["routine.", preset.slug].concat());
        view! { <Tile label=words.text("routine.pair") value=name href=Route::Routine(preset.slug).path() /> }
    });
    view! {
        <div class="row">{swaps}</div>
        {partner}
    }
}
