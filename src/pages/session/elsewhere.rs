//! A session that another window leads: it is shown, and can be taken over.

use leptos::prelude::*;

use super::lines::Lines;
use super::swap::Swapping;
use crate::conductor::{Leader, use_conductor};
use crate::ui::{Button, Tone};

/// Says that another window leads, and takes over on request; nothing while that is not known yet.
#[component]
pub(super) fn Elsewhere(
    /// The words for it.
    lines: Lines,
    /// What was asked here is not asked any more.
    swapping: Swapping,
) -> impl IntoView {
    swapping.forget();
    let conductor = use_conductor();
    let leader = conductor.leader();
    move || {
        (leader.get() == Leader::Elsewhere).then(|| {
            view! {
                <div class="session-elsewhere" role="status">
                    <p>{lines.words.text("session.elsewhere")}</p>
                    <Button tone=Tone::Primary on_press=move || conductor.take_over()>
                        {lines.words.text("session.take-over")}
                    </Button>
                </div>
            }
        })
    }
}
