//! What exercises are looked through for, besides words.
//!
//! Decides: that each group stands in a line of its own. What goes with what is a rule ([`Sieve`]).

use domain::catalogue::{Filter, Sieve};
use leptos::prelude::*;

use super::chip::Chip;
use super::mounting::in_turn;

/// Lines of chips.
#[component]
pub fn Filters(
    /// The groups: what they are called, and what each can be asked for.
    groups: Vec<(String, Vec<(Filter, String)>)>,
    /// What is asked for.
    #[prop(into)]
    sieve: Signal<Sieve>,
    /// Told what is asked for now.
    #[prop(into)]
    on_change: UnsyncCallback<(Sieve,)>,
) -> impl IntoView {
    let chip = move |(filter, label): (Filter, String)| {
        let pressed = Signal::derive(move || sieve.with(|sieve| sieve.asks_for(filter)));
        let on_press = move || on_change.run((sieve.get_untracked().toggled(filter),));
        view! { <Chip label pressed on_press /> }
    };
    let line = move |(name, chips): (String, Vec<(Filter, String)>)| {
        let line = move || {
            view! {
                <div class="chip-line" role="group" aria-label=name>
                    {chips.into_iter().map(chip).collect_view()}
                </div>
            }
        };
        in_turn(line)
    };
    groups.into_iter().map(line).collect_view()
}
