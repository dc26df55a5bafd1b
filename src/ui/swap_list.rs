//! What would be swapped in a routine: what for what, what for, and what then.
//!
//! Decides: that what must be swapped cannot be ticked off.

use leptos::prelude::*;

use super::button::Button;

/// One swap in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapWords {
    /// Which step it is about.
    pub place: usize,
    /// What for what.
    pub swap: String,
    /// What for.
    pub reason: String,
    /// Nobody is asked.
    pub must: bool,
}

/// What would be swapped in a routine; nothing where everything suits.
#[component]
pub fn SwapList(
    /// Its heading.
    title: String,
    /// The swaps.
    #[prop(into)]
    swaps: Signal<Vec<SwapWords>>,
    /// The places that are swapped though they need not be.
    #[prop(into)]
    is_ticked: Callback<usize, bool>,
    /// Told which place is to be swapped, or not.
    #[prop(into)]
    on_tick: UnsyncCallback<(usize, bool)>,
    /// The button that swaps all of them, or none; nothing where nobody is asked.
    #[prop(into)]
    all: Signal<Option<String>>,
    /// Told that it was pressed.
    #[prop(into)]
    on_all: UnsyncCallback<()>,
    /// What Start will do.
    #[prop(into)]
    then: Signal<String>,
) -> impl IntoView {
    let row = move |words: SwapWords| {
        let place = words.place;
        let change = move |event| on_tick.run((place, event_target_checked(&event)));
        let tick = (!words.must).then(|| {
            view! { <input type="checkbox" prop:checked=move || is_ticked.run(place) on:change=change /> }
        });
        let says = view! {
            <span>
                <span>{words.swap}</span>
                <span class="swap-list-reason">{words.reason}</span>
            </span>
        };
        if words.must {
            view! { <li class="swap-list-row">{says}</li> }.into_any()
        } else {
            view! { <li><label class="swap-list-row">{tick} {says}</label></li> }.into_any()
        }
    };
    let any = Memo::new(move |_| swaps.with(|swaps| !swaps.is_empty()));
    let title = StoredValue::new(title);
    let list = move || {
        let button =
            move || all.get().map(|label| view! { <Button small=true on_press=on_all>{label}</Button> });
        view! {
            <section class="card swap-list">
                <h2>{title.get_value()}</h2>
                <ul class="swap-list-rows" role="list">
                    {move || swaps.get().into_iter().map(row).collect_view()}
                </ul>
                {button}
                <p class="swap-list-reason" role="status">{then}</p>
            </section>
        }
    };
    move || any.get().then(list)
}
