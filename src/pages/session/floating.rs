//! The session in a small window that stays before all others, while one does something else on the screen.
//!
//! Decides: what of the screen is shown there, and that it goes when this page does. Deliberately does not know how a window is
//! opened.

use domain::session::Face;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use super::board::{Count, Words, ground, state};
use super::controls::Controls;
use super::lines::Lines;
use crate::conductor::use_conductor;
use crate::ports::{Held, use_ports};
use crate::ui::{Glyph, IconButton};

/// Opens the small window, where there can be one.
#[component]
pub(super) fn Float(
    /// What the session shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
) -> impl IntoView {
    let (ports, conductor) = (use_ports(), use_conductor());
    on_cleanup(move || ports.floating().close());
    let owner = StoredValue::new_local(Owner::current());
    let open = move || {
        let fill = move |place: &_| {
            // Within the page, so that everything there knows what the page knows.
            let filled = owner.try_with_value(|owner| {
                let show = move || view! { <Small face lines /> };
                owner.as_ref().map(|owner| owner.with(|| mount_to_renderer(place, show)))
            });
            Held::until(move || drop(filled))
        };
        ports.floating().open(Box::new(fill), Box::new(move || conductor.look()));
    };
    let label = lines.words.text("session.float");
    ports.floating().works().then(|| view! { <IconButton glyph=Glyph::Float label on_press=open /> })
}

/// What is shown in it.
#[component]
fn Small(face: Signal<Face>, lines: Lines) -> impl IntoView {
    let next = Memo::new(move |_| face.with(|face| lines.next(face)));
    view! {
        <section
            class="session"
            style:justify-content="space-evenly"
            data-ground=move || face.with(ground)
            data-state=move || face.with(state)
        >
            <Words face lines />
            <Count face lines />
            <p class="session-next">{next}</p>
            <Controls face lines />
        </section>
    }
}
