//! A thin bar that fills in the tempo of what is done.

use leptos::prelude::*;

/// A thin bar; for the eye only, its number stands beside it.
#[component]
pub fn Meter(
    /// How full, 0 … 1000.
    #[prop(into)]
    permille: Signal<u16>,
) -> impl IntoView {
    let width = move || {
        let permille = permille.get().min(1000);
        format!("{}.{}%", permille / 10, permille % 10)
    };
    view! { <div class="meter" aria-hidden="true"><span class="meter-fill" style:inline-size=width></span></div> }
}
