//! The session that is on: led, or just over.
//!
//! Decides: which of its screens is shown. The session itself goes on without this page: whoever looks elsewhere and
//! comes back finds it where it is.

mod another;
mod beat;
mod board;
mod controls;
mod elsewhere;
mod floating;
mod lines;
mod stage;
mod swap;

use domain::session::{Face, Session as Led};
use leptos::prelude::*;

use crate::conductor::{Stage as Standing, use_conductor};
use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{ButtonLink, Empty, PageHead, Tone};
use crate::words::use_words;

use lines::Lines;
use stage::Stage;

/// The session that is on.
#[component]
pub fn Session() -> impl IntoView {
    let conductor = use_conductor();
    let lines = Lines { words: use_words(), ports: use_ports() };
    let now = conductor.face();
    // The last face stays while the session gives way to its summary.
    let face = Memo::new(move |last: Option<&Option<Face>>| now.get().or_else(|| last.cloned().flatten()));
    // Another one that takes its place is shown from its beginning.
    let on = Memo::new(move |_| {
        let is_on = conductor.stage().with(|stage| *stage != Standing::Idle);
        is_on.then(|| conductor.session().with(|session| session.as_ref().and_then(Led::started_at)))
    });
    move || match (on.get(), face.get_untracked()) {
        (Some(_), Some(first)) => {
            let face = Signal::derive(move || face.get().unwrap_or_else(|| first.clone()));
            view! { <Stage face lines /> }.into_any()
        }
        _ => view! { <Nothing /> }.into_any(),
    }
}

/// No session is on.
#[component]
fn Nothing() -> impl IntoView {
    let words = use_words();
    let conductor = use_conductor();
    if conductor.fitted().is_some_and(|fitted| fitted.is_nothing()) {
        on_cleanup(move || conductor.understood());
        return view! { <Refused /> }.into_any();
    }
    let nothing = view! {
        <div class="page">
            <PageHead title=words.text("title.session") />
            <Empty title=words.text("session.none.title") text=words.text("session.none.about")>
                <ButtonLink tone=Tone::Primary href=Route::Today.path()>{words.text("session.none.action")}</ButtonLink>
            </Empty>
        </div>
    };
    nothing.into_any()
}

/// Nothing of the routine suits: nothing was started.
#[component]
fn Refused() -> impl IntoView {
    let words = use_words();
    view! {
        <div class="page">
            <PageHead title=words.text("title.session") />
            <Empty title=words.text("session.refused.title") text=words.text("swaps.unsuitable")>
                <ButtonLink tone=Tone::Primary href=Route::Routines.path()>{words.text("session.none.action")}</ButtonLink>
                <ButtonLink href=Route::Settings.path()>{words.text("settings.body")}</ButtonLink>
            </Empty>
        </div>
    }
}
