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
    /// Whether it is swapped; nothing where nobody is asked, because it must be.
    pub ticked: Option<bool>,
}

/// What would be swapped in a routine. It is rendered anew when any of it changes.
#[component]
pub fn SwapList(
    /// Its heading.
    title: String,
    /// The swaps.
    swaps: Vec<SwapWords>,
    /// Told which places are to be swapped, of those that are asked about.
    #[prop(into)]
    on_want: UnsyncCallback<(Vec<usize>,)>,
    /// The words of the button that swaps all of them, and of the one that swaps none.
    all_or_none: (String, String),
    /// What Start will do.
    then: String,
) -> impl IntoView {
    let asked = || swaps.iter().filter_map(|swap| Some((swap.place, swap.ticked?)));
    let ticked: Vec<usize> = asked().filter(|(_, ticked)| *ticked).map(|(place, _)| place).collect();
    let free: Vec<usize> = asked().map(|(place, _)| place).collect();
    let is_all = ticked.len() == free.len();
    let button = (!free.is_empty()).then(|| {
        let (label, places) = if is_all { (all_or_none.1, Vec::new()) } else { (all_or_none.0, free) };
        view! { <Button small=true on_press=move || on_want.run((places.clone(),))>{label}</Button> }
    });
    let row = move |words: SwapWords| {
        let (place, mut others) = (words.place, ticked.clone());
        others.retain(|other| *other != place);
        let change = move |event| {
            let mut places = others.clone();
            places.extend(event_target_checked(&event).then_some(place));
            on_want.run((places,));
        };
        let tick = words.ticked.map(|ticked| {
            view! { <input type="checkbox" prop:checked=ticked checked=ticked on:change=change /> }
        });
        view! {
            <li>
                <label class="swap-list-row">
                    {tick}
                    <span>{words.swap}<span class="swap-list-reason">{words.reason}</span></span>
                </label>
            </li>
        }
    };
    view! {
        <section class="card swap-list">
            <h2>{title}</h2>
            <ul class="swap-list-rows" role="list">{swaps.into_iter().map(row).collect_view()}</ul>
            {button}
            <p class="swap-list-reason" role="status">{then}</p>
        </section>
    }
}
