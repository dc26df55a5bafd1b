//! The place of the page: which one is shown, and what is shown when one does not arrive.
//!
//! Decides: the page that was gone from stays until the next one is here, without any sign of waiting in between; one
//! that does not arrive is a calm sentence and a button in its place, and everything around it still works.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks;
use super::later::Later;
use crate::ports::use_ports;
use crate::route::Route;
use crate::ui::{Button, PageHead, Tone};
use crate::words::use_words;

/// The page that is shown: the one that `wanted` names, as soon as it has arrived, or has failed to.
pub(super) fn arriving(wanted: Memo<Route>, later: Later) -> RwSignal<Route> {
    let shown = RwSignal::new(wanted.get_untracked());
    Effect::new(move || {
        let route = wanted.get();
        spawn_local(async move {
            // Missing or not: the outlet finds out.
            let _ = chunks::fetch(&route, later).await;
            let still = wanted.try_with_untracked(|wanted| *wanted == route).unwrap_or(false);
            if still && shown.try_with_untracked(|shown| *shown != route).unwrap_or(false) {
                shown.try_set(route);
            }
        });
    });
    shown
}

/// The page at `shown`, or in its place that it is missing.
pub(super) fn outlet(shown: RwSignal<Route>, later: Later) -> impl IntoView {
    move || {
        let route = shown.get();
        chunks::page(route.clone(), later)
            .unwrap_or_else(|| view! { <NotArrived route shown later /> }.into_any())
    }
}

/// What stands in place of a page that did not arrive.
#[component]
fn NotArrived(
    /// Whose page it is.
    route: Route,
    /// Told when it has arrived after all.
    shown: RwSignal<Route>,
    /// The words that it needs.
    later: Later,
) -> impl IntoView {
    let words = use_words();
    let page = use_ports().page();
    let again = UnsyncCallback::new(move |()| {
        let (route, page) = (route.clone(), page.clone());
        spawn_local(async move {
            let arrived = chunks::fetch(&route, later).await.is_ok();
            let still = shown.try_with_untracked(|shown| *shown == route).unwrap_or(false);
            match (still, arrived) {
                (true, true) => drop(shown.try_set(route)),
                (true, false) => page.announce(&words.text("not-arrived.still")),
                (false, _) => {}
            }
        });
    });
    view! {
        <div class="page">
            <PageHead title=words.text("title.not-arrived") />
            <p class="lead">{words.text("not-arrived.about")}</p>
            <p>
                <Button tone=Tone::Primary on_press=again>{words.text("not-arrived.again")}</Button>
            </p>
        </div>
    }
}
