//! The moves of a routine, one under the other; what is done in rounds stands together.

use leptos::prelude::*;

/// Some lines, and what they have in common.
pub struct MoveGroup {
    /// What is said above them; nothing for a single line.
    pub head: Option<String>,
    /// The lines.
    pub rows: Vec<AnyView>,
}

/// The list.
#[component]
pub fn MoveList(
    /// Its groups, in order.
    groups: Vec<MoveGroup>,
) -> impl IntoView {
    view! { <ol class="move-list" role="list">{groups.into_iter().map(group).collect_view()}</ol> }
}

/// Lines that are repeated together stand in a frame of their own.
fn group(group: MoveGroup) -> AnyView {
    let rows = group.rows.into_iter().map(|row| view! { <li>{row}</li> }).collect_view();
    match group.head {
        None => rows.into_any(),
        Some(head) => view! {
            <li class="move-list-rounds">
                <p class="move-list-head">{head}</p>
                <ol class="move-list" role="list">{rows}</ol>
            </li>
        }
        .into_any(),
    }
}
