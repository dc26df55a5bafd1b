//! What would be swapped in a routine: what for what, what for, and what then.
//!
//! Decides: that what must be swapped cannot be ticked off; that many swaps are folded away, so that the moves of the
//! routine are not far below.

use leptos::prelude::*;

use super::button::Button;

/// As many swaps stand open.
const FEW: usize = 3;

/// One swap in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapWords {
    /// Which step it is about.
    pub place: usize,
    /// What for what.
    pub swap: String,
    /// What for.
    pub reason: String,
    /// Whether the person is asked: not where it must be.
    pub asked: bool,
}

/// What would be swapped in a routine.
#[component]
pub fn SwapList(
    /// Its heading.
    title: String,
    /// The swaps.
    swaps: Vec<SwapWords>,
    /// The places that are to be swapped, of those that are asked about.
    wanted: Signal<Vec<usize>>,
    /// Told which those are to be.
    #[prop(into)]
    on_want: UnsyncCallback<(Vec<usize>,)>,
    /// The words of the button that swaps all of them, and of the one that swaps none.
    all_or_none: (String, String),
    /// What Start will do.
    #[prop(into)]
    then: Signal<String>,
) -> impl IntoView {
    let free: Vec<usize> = swaps.iter().filter(|swap| swap.asked).map(|swap| swap.place).collect();
    let is_open = swaps.len() <= FEW;
    let button = (!free.is_empty()).then(|| {
        let free = StoredValue::new(free);
        let is_all = Memo::new(move |_| {
            free.with_value(|free| wanted.with(|wanted| free.iter().all(|place| wanted.contains(place))))
        });
        let (all, none) = all_or_none;
        let label = move || if is_all.get() { none.clone() } else { all.clone() };
        let press = move || {
            let places = if is_all.get_untracked() { Vec::new() } else { free.get_value() };
            on_want.run((places,));
        };
        view! { <Button small=true on_press=press>{label}</Button> }
    });
    let row = move |words: SwapWords| {
        let place = words.place;
        let is_wanted = move || wanted.with(|wanted| wanted.contains(&place));
        let change = move |event| {
            let mut places = wanted.get_untracked();
            places.retain(|other| *other != place);
            places.extend(event_target_checked(&event).then_some(place));
            on_want.run((places,));
        };
        let tick = words.asked.then(|| {
            view! {
                <input type="checkbox" prop:checked=is_wanted checked=untrack(is_wanted) on:change=change />
            }
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
            <details open=is_open>
                <summary>
                    <h2>{title}</h2>
                </summary>
                <ul class="swap-list-rows" role="list">{swaps.into_iter().map(row).collect_view()}</ul>
                {button}
            </details>
            <p class="swap-list-reason" role="status">{then}</p>
        </section>
    }
}
