//! How far along: one segment for each set.
//!
//! Decides: when there are too many sets to draw one by one. The same is said in words beside it, so that it is not
//! read aloud.

use leptos::prelude::*;

/// More segments than this are drawn as one bar: on a phone they would be thinner than their gaps.
const MOST: usize = 32;

/// Where one segment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Done,
    Now,
    Ahead,
}

impl Stand {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Ahead => "ahead",
        }
    }
}

/// One segment for each set: done, running, ahead.
#[component]
pub fn Segments(
    /// How many sets there are.
    total: usize,
    /// How many are over; the next one is the one that runs.
    #[prop(into)]
    done: Signal<usize>,
    /// How much of the running one is over, 0 … 100.
    #[prop(into)]
    percent: Signal<u8>,
) -> impl IntoView {
    let drawn = if total > MOST { 1 } else { total };
    let stand = move |place: usize| {
        let done = done.get();
        if drawn == 1 && total > 1 {
            Stand::Now
        } else if place < done {
            Stand::Done
        } else if place == done {
            Stand::Now
        } else {
            Stand::Ahead
        }
    };
    let width = move |place: usize| {
        let percent = usize::from(percent.get());
        let width = match stand(place) {
            Stand::Done => 100,
            Stand::Now if drawn == 1 && total > 1 => (done.get() * 100 + percent) / total,
            Stand::Now => percent,
            Stand::Ahead => 0,
        };
        format!("{}%", width.min(100))
    };
    let segment = move |place| {
        view! {
            <span class="segments-one" data-stand=move || stand(place).name()>
                <span class="segments-fill" style:inline-size=move || width(place)></span>
            </span>
        }
    };
    view! { <div class="segments" aria-hidden="true">{(0..drawn).map(segment).collect_view()}</div> }
}
