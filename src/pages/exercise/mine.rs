//! Whether the move suits the person, and what they make of it: do it, hide it, prefer it to another.
//!
//! Decides: that a hidden move is not begun here, and that what is said of it names what was ticked, never a reason.

use domain::body::{Body, Standing};
use domain::catalogue::ExerciseId;
use domain::routine::{Block, Routine, Step};
use leptos::prelude::*;

use crate::conductor::use_conductor;
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::{Store, use_store};
use crate::ui::{Button, Glyph, Pick, Tone};
use crate::words::use_words;

/// Whom moves must suit; whoever asks is told when that changes.
fn body(store: Store) -> Body {
    store.settings().with(|settings| Body::from(settings))
}

/// The one thing to do here: a session of this move alone, in its standard dose. None of a hidden move.
#[component]
pub(super) fn Start(id: ExerciseId) -> impl IntoView {
    let words = use_words();
    let conductor = use_conductor();
    let ports = use_ports();
    let store = use_store();
    let start = move || {
        let blocks = vec![Block::Step(Step::of(id))];
        let routine = Routine { title: words.exercise(id), blocks, ..Routine::default() };
        // This very move was asked for: no other is preferred to it now.
        conductor.start_with(&routine, |_| false);
        ports.page().go(&Route::Session.path());
    };
    move || {
        body(store).allows(id).then(|| {
            view! {
                <Button tone=Tone::Primary glyph=Glyph::Play on_press=start>
                    {words.text("exercise.start")}
                </Button>
            }
        })
    }
}

/// How the move stands with what the person ticked and hid, with a gentler one to do instead.
#[component]
pub(super) fn Suits(id: ExerciseId) -> impl IntoView {
    let words = use_words();
    let store = use_store();
    move || {
        let body = body(store);
        let (standing, gentler) = (body.standing(id), body.gentler(id));
        let hidden = standing.is_hidden();
        if standing == Standing::Fine {
            return None;
        }
        let lines = words.standing(&standing);
        let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
        let instead = match gentler {
            Some(other) => {
                let key = if hidden { "body.try" } else { "body.gentler" };
                let text = words.fill(key, &[("exercise", &words.exercise(other))]);
                view! { <p><a href=Route::Exercise(other).path()>{text}</a></p> }.into_any()
            }
            None if hidden => view! { <p>{words.text("body.nothing")}</p> }.into_any(),
            None => ().into_any(),
        };
        Some(view! { <div class="card stack" data-tone="caution">{lines} {instead}</div> })
    }
}

/// What the person makes of the move: hidden or not, and which it is preferred to.
#[component]
pub(super) fn Mine(id: ExerciseId) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let settings = store.settings();
    let hidden = Memo::new(move |_| settings.with(|settings| settings.hidden.contains(&id)));
    let hide = move || store.change_settings(|settings| settings.hide(id, !hidden.get_untracked()));
    let label = move || words.text(if hidden.get() { "body.show" } else { "body.hide" });
    let row = move |from: ExerciseId| {
        let text =
            words.fill("body.preferred", &[("to", &words.exercise(id)), ("from", &words.exercise(from))]);
        let forget = move || store.change_settings(|settings| settings.prefer(from, None));
        view! {
            <li class="row">
                <span>{text}</span>
                <Button small=true tone=Tone::Quiet on_press=forget>{words.text("body.forget")}</Button>
            </li>
        }
    };
    let preferred = move || {
        let pairs = settings.with(|settings| settings.preferred.clone());
        pairs.into_iter().filter(|(_, to)| *to == id).map(|(from, _)| row(from)).collect_view()
    };
    let others = ExerciseId::all().filter(|other| *other != id);
    let offers = others.map(|other| (other.slug().to_owned(), words.exercise(other))).collect();
    let prefer = move |slug: String| {
        if let Some(from) = ExerciseId::from_slug(&slug) {
            store.change_settings(|settings| settings.prefer(from, Some(id)));
        }
    };
    view! {
        <section class="stack" id="mine">
            <h2>{words.text("body.mine")}</h2>
            <div class="row">
                <Button small=true on_press=hide>{label}</Button>
            </div>
            <Pick label=words.text("body.prefer") none=words.text("body.prefer.none") offers on_pick=prefer />
            <ul class="stack" role="list">
                {preferred}
            </ul>
        </section>
    }
}
