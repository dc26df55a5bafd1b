//! Front and back beside time: one stacked bar for each week.
//!
//! Decides: how tall a bar is. Front stands below and back above, always, so that the colours are not needed to tell
//! them apart; each bar has its words for those who do not see it.

use leptos::prelude::*;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What stands under it; empty where there is no room for one.
    pub label: String,
    /// The lower part, in any unit.
    pub front: f64,
    /// The upper part, in the same unit.
    pub back: f64,
    /// The whole bar in words.
    pub words: String,
}

/// Stacked bars, oldest first.
#[component]
pub fn Bars(
    /// The bars.
    bars: Vec<Bar>,
    /// What the chart shows, for those who do not see it.
    label: String,
) -> impl IntoView {
    let tallest = bars.iter().map(|bar| bar.front + bar.back).fold(1.0, f64::max);
    let height = move |part: f64| {
        let percent = (part / tallest * 100.0).clamp(0.0, 100.0).round() as u8;
        format!("{}%", if part > 0.0 { percent.max(2) } else { 0 })
    };
    let column = move |bar: Bar| {
        let words = bar.words.clone();
        view! {
            <li class="bars-column" title=bar.words>
                <span class="unseen">{words}</span>
                <span class="bars-stack" aria-hidden="true">
                    <span class="bars-part" data-part="back" style:block-size=height(bar.back)></span>
                    <span class="bars-part" data-part="front" style:block-size=height(bar.front)></span>
                </span>
                <span class="bars-label" aria-hidden="true">{bar.label}</span>
            </li>
        }
    };
    view! { <ol class="bars" aria-label=label>{bars.into_iter().map(column).collect_view()}</ol> }
}
