//! The largest thing on the screen: a number that is read from across a room.
//!
//! Decides: its size by its length, and its pulse. Deliberately does not know what is counted.

use leptos::prelude::*;

/// A number in the largest digits that fit, with what it counts beneath.
#[component]
pub fn Digits(
    /// The number as it is shown: "17", "1:05".
    #[prop(into)]
    text: Signal<String>,
    /// What is counted, under the number; may be empty.
    #[prop(into)]
    unit: Signal<String>,
    /// What the timer is called where it is read aloud.
    #[prop(into)]
    label: Signal<String>,
    /// A number that changes with each pulse: 3, 2, 1; none while there is nothing to pulse.
    #[prop(into)]
    pulse: Signal<Option<u8>>,
) -> impl IntoView {
    let length = move || text.read().chars().count().min(6).to_string();
    let pulse = move || pulse.get().map(|beat| beat.to_string());
    view! {
        <div class="digits" data-length=length>
            <div class="digits-value" role="timer" aria-label=label data-pulse=pulse>{text}</div>
            <div class="digits-unit">{unit}</div>
        </div>
    }
}
