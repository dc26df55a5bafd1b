//! All exercises, to look through and to search.
//!
//! Decides: what can be asked for (words, a region, a position, no kit) and that all of it is asked for at once. A move
//! hidden under "my body" is left out, but found by its name. A card's figure is drawn soon after the page is, a few a frame;
//! which of them move, [`movers`] decides.

mod movers;

use domain::body::Body;
use domain::catalogue::{ExerciseId, Kit, Sieve};
use leptos::prelude::*;

use crate::ports::{raise_in_time, use_ports};
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{
    Button, Empty, ExerciseCard, ExerciseCardWords, Filters, PageHead, SearchField, in_turn, when_mounted,
};
use crate::words::{Words, use_words};
use movers::Movers;

/// Figures drawn before the first paint; the others follow.
const DRAWN_AT_ONCE: usize = 4;
/// Figures drawn in each frame after that: on a slow phone one takes as long as a frame.
const DRAWN_PER_FRAME: usize = 1;

/// What is asked for. Nothing asked for is everything.
#[derive(Clone, Debug, Default, PartialEq)]
struct Wish {
    query: String,
    sieve: Sieve,
}

impl Wish {
    fn fits(&self, id: ExerciseId, body: &Body) -> bool {
        let is_named = !self.query.trim().is_empty();
        (is_named || body.allows(id)) && self.sieve.lets_through(id.get())
    }
}

/// All exercises, to look through and to search.
#[component]
pub fn Exercises() -> impl IntoView {
    let words = use_words();
    let settings = use_store().settings();
    let wish = RwSignal::new(Wish::default());
    let search = words.search();
    let found = Memo::new(move |_| {
        let wish = wish.get();
        let found = search.find(&wish.query);
        let body = settings.with(|settings| Body::from(settings));
        found.into_iter().filter(|id| wish.fits(*id, &body)).collect::<Vec<_>>()
    });
    let count = move || words.count("exercises.found", found.with(Vec::len) as u64, &[]);
    view! {
        <div class="page">
            <PageHead title=words.text("title.exercises") />
            <div class="exercises-wish">
                <SearchField
                    label=words.text("exercises.search")
                    value=Signal::derive(move || wish.with(|wish| wish.query.clone()))
                    on_input=move |query| wish.update(|wish| wish.query = query)
                />
                <Filters
                    groups=words.filters()
                    sieve=Signal::derive(move || wish.with(|wish| wish.sieve))
                    on_change=move |sieve| wish.update(|wish| wish.sieve = sieve)
                />
            </div>
            <div class="exercises-count">
                <p class="quiet" role="status">{count}</p>
                {move || wish.with(|wish| *wish != Wish::default()).then(|| all(words, wish))}
            </div>
            <Grid found />
            {move || found.with(Vec::is_empty).then(|| nothing(words, wish))}
        </div>
    }
}

/// The cards of what was found.
#[component]
fn Grid(found: Memo<Vec<ExerciseId>>) -> impl IntoView {
    let words = use_words();
    let kit = use_store().settings().with_untracked(|settings| settings.kit);
    let drawn = drawn_in_time();
    let movers = Movers::new();
    let card = move |id: ExerciseId| {
        let here = Memo::new(move |_| drawn.get() > place(id));
        let card = move || {
            view! {
                <ExerciseCard
                    exercise=id
                    href=Route::Exercise(id).path()
                    words=card_words(words, id, kit)
                    drawn=here
                    moving=movers.moves(id)
                    since=movers.since(id)
                    on_point=move |on: bool| movers.point(id, on)
                />
            }
        };
        view! { <li>{in_turn(card)}</li> }
    };
    view! {
        <ul class="exercises-grid" role="list">
            <For each=move || found.get() key=|id| *id children=card />
        </ul>
    }
}

/// How many figures are drawn, in the order of the catalogue: a few at once, a few more in each frame.
fn drawn_in_time() -> RwSignal<usize> {
    let ports = use_ports();
    let drawn = RwSignal::new(DRAWN_AT_ONCE);
    when_mounted(move || raise_in_time(ports, drawn, DRAWN_PER_FRAME, ExerciseId::all().count()));
    drawn
}

/// Where an exercise stands in the catalogue.
fn place(id: ExerciseId) -> usize {
    ExerciseId::all().position(|other| other == id).unwrap_or_default()
}

/// What the card of an exercise says to somebody who has `kit`.
fn card_words(words: Words, id: ExerciseId, kit: Kit) -> ExerciseCardWords {
    let exercise = id.get();
    let muscles =
        exercise.primary.iter().take(2).map(|muscle| words.text(&["muscle.", muscle.slug()].concat()));
    let mut about = muscles.collect::<Vec<_>>().join(" · ");
    // Only what is missing is worth a word.
    if matches!(exercise.kit, Kit::Needed | Kit::Wall) && exercise.kit > kit {
        about = [&about, " · ", &words.text(&["kit.", exercise.kit.slug()].concat())].concat();
    }
    ExerciseCardWords {
        name: words.exercise(id),
        about,
        dose: words.standard_dose(id),
        region: words.region(exercise.region),
    }
}

/// The way back to everything.
fn all(words: Words, wish: RwSignal<Wish>) -> impl IntoView {
    view! {
        <Button small=true tone=crate::ui::Tone::Quiet on_press=move || wish.set(Wish::default())>
            {words.text("exercises.all")}
        </Button>
    }
}

/// What stands where nothing was found.
fn nothing(words: Words, wish: RwSignal<Wish>) -> impl IntoView {
    view! {
        <Empty title=words.text("exercises.none") text=words.text("exercises.none.about")>
            <Button on_press=move || wish.set(Wish::default())>{words.text("exercises.all")}</Button>
        </Empty>
    }
}
