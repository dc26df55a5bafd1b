//! The muscles that work: in a move, a routine, a week.
//!
//! Decides: how they are told to those who do not see the bodies. What they come to is reckoned in the rules.

use domain::catalogue::Muscle;
use leptos::prelude::*;

use crate::ports::use_ports;
use crate::ui::{MuscleGroup, MuscleMap, MuscleWords, anybody};
use crate::words::{Words, use_words};

/// What works and how much, in percent of the busiest, which comes first.
type Shares = Vec<(Muscle, u8)>;

/// The muscles that work, on a body and by name; nothing where none does.
#[component]
pub(super) fn Muscles(
    /// Under a head each, which may be empty.
    groups: Vec<(String, Shares)>,
    /// The one that is pointed at, where another figure shows it too.
    #[prop(default = RwSignal::new(None))]
    pointed: RwSignal<Option<Muscle>>,
    /// What stands beside the bodies.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
) -> impl IntoView {
    let words = use_words();
    let told = |(muscle, share)| MuscleWords { muscle, share, name: name(words, muscle) };
    let group = |(head, shares): (String, Shares)| MuscleGroup {
        head,
        muscles: shares.into_iter().map(told).collect(),
    };
    let groups = groups.into_iter().filter(|(_, shares)| !shares.is_empty()).map(group);
    let groups: Vec<_> = groups.collect();
    let names = groups.iter().flat_map(|group| &group.muscles).map(|words| words.name.clone());
    let names: Vec<_> = names.collect();
    let label = words.fill("muscles.label", &[("muscles", &use_ports().formats().list(&names))]);
    (!groups.is_empty()).then(|| view! { <MuscleMap person=anybody() groups pointed label beside /> })
}

/// What a muscle is called.
pub(super) fn name(words: Words, muscle: Muscle) -> String {
    words.text(&["muscle.", muscle.slug()].concat())
}
