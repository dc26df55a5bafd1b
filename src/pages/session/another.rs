//! The question that a start asks while a session is on.
//!
//! Decides: that the session is shown behind it and goes on, and that leaving the question means going on.

use domain::session::Session;
use leptos::prelude::*;

use super::lines::Lines;
use crate::conductor::use_conductor;
use crate::ui::{Button, Dialog, Tone};

/// Whether what is on may end for what was asked for; nothing where nothing waits for that.
#[component]
pub(super) fn Another(lines: Lines) -> impl IntoView {
    let conductor = use_conductor();
    let words = lines.words;
    on_cleanup(move || conductor.drop_waiting());
    // The address stays the same, so nobody else says that this is another session.
    let begin = move || {
        conductor.start_waiting();
        lines.ports.page().arrived(&words.text("page.session.title"), true);
    };
    let is_open = RwSignal::new(true);
    let go_on = move || {
        conductor.drop_waiting();
        is_open.set(false);
    };
    conductor.waiting().map(|routine| {
        let (other, keep) = (words.title_of(&routine), words.text("session.another.keep"));
        let about = conductor.session().with_untracked(|session| {
            let name = session.as_ref().map(|session| words.title_of(Session::plan(session)));
            words.fill("session.another.about", &[("name", &name.unwrap_or_default())])
        });
        view! {
            <Dialog open=is_open title=words.text("session.another") close_label=keep.clone() on_close=go_on>
                <div class="stack">
                    <p>{about}</p>
                    <Button tone=Tone::Primary wide=true on_press=go_on>{keep}</Button>
                    <Button wide=true on_press=begin>
                        {words.fill("session.another.start", &[("name", &other)])}
                    </Button>
                </div>
            </Dialog>
        }
    })
}
