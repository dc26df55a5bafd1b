//! The top of a page: where it belongs, its name, what can be done with it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// The way up from a page.
#[derive(Clone)]
pub struct Up {
    /// Where it leads.
    pub href: String,
    /// What is there.
    pub label: String,
}

/// The head of a page. Its heading takes the focus when one arrives.
#[component]
pub fn PageHead(
    /// The name of the page.
    #[prop(into)]
    title: Signal<String>,
    /// A quiet line above the name.
    #[prop(optional, into)]
    above: Option<Signal<String>>,
    /// The way up, for a page below another.
    #[prop(optional, into)]
    up: Option<Up>,
    /// What stands at the end of the line.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-head-words">
                {up.map(way_up)}
                {above.map(|above| view! { <p class="page-head-above">{above}</p> })}
                <h1 tabindex="-1">{title}</h1>
            </div>
            {children.map(|children| view! { <div class="page-head-actions">{children()}</div> })}
        </header>
    }
}

/// The link to the page above.
fn way_up(up: Up) -> impl IntoView {
    view! {
        <a class="page-head-up" href=up.href>
            <Icon glyph=Glyph::Back />
            {up.label}
        </a>
    }
}
