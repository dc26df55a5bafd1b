//! One line of a routine: its figure, its name, how much.

use domain::catalogue::ExerciseId;
use leptos::prelude::*;

use super::figure::FigureStill;
use super::icon::{Glyph, Icon};

/// What a line of a routine says.
#[derive(Clone)]
pub struct MoveWords {
    /// The move's name.
    pub name: String,
    /// A quiet line under the name; may be empty.
    pub about: String,
    /// How much.
    pub dose: String,
}

/// A line of a routine. It leads to its exercise, if it is one of the catalogue.
#[component]
pub fn MoveRow(
    /// Whose figure shows it; nothing for a move of which nobody knows what it looks like.
    exercise: Option<ExerciseId>,
    /// Where it leads; nowhere when empty.
    #[prop(optional, into)]
    href: String,
    /// What it says.
    words: MoveWords,
    /// Whether this version cannot lead through it.
    #[prop(optional)]
    unknown: bool,
    /// Whether its figure is drawn yet; always, when not said.
    #[prop(default = true.into(), into)]
    drawn: Signal<bool>,
) -> impl IntoView {
    let picture = match exercise {
        Some(exercise) => (move || drawn.get().then(|| view! { <FigureStill exercise /> })).into_any(),
        None => view! { <Icon glyph=if unknown { Glyph::Help } else { Glyph::Today } /> }.into_any(),
    };
    let about = (!words.about.is_empty()).then(|| view! { <span class="quiet">{words.about}</span> });
    let inside = view! {
        <span class="move-row-picture">{picture}</span>
        <span class="move-row-words">
            <span class="move-row-name">{words.name}</span>
            {about}
        </span>
        <span class="move-row-dose">{words.dose}</span>
    };
    if href.is_empty() {
        view! { <div class="move-row" data-unknown=unknown.then_some("")>{inside}</div> }.into_any()
    } else {
        view! { <a class="move-row" href=href>{inside}</a> }.into_any()
    }
}
