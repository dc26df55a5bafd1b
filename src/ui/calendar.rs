//! Many weeks at a glance: a column for each week, a cell for each day.
//!
//! Decides: how strong a day is drawn. Deliberately does not know which days they are.

use leptos::prelude::*;

/// How much was done on a day, as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The day has not come yet.
    Ahead,
    /// Nothing.
    None,
    /// A little: under five minutes.
    Some,
    /// Five to twelve minutes.
    Much,
    /// More.
    Most,
}

impl Depth {
    /// The depth of a day with so many minutes of exercise.
    pub const fn of(minutes: u64) -> Self {
        match minutes {
            0 => Self::None,
            1..5 => Self::Some,
            5..12 => Self::Much,
            _ => Self::Most,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Ahead => "ahead",
            Self::None => "none",
            Self::Some => "some",
            Self::Much => "much",
            Self::Most => "most",
        }
    }
}

/// Weeks side by side, Monday at the top; for the eye, with one sentence for those who do not see it.
#[component]
pub fn Calendar(
    /// The days, Monday first, whole weeks, oldest first.
    days: Vec<Depth>,
    /// What they say, in one sentence.
    label: String,
) -> impl IntoView {
    // In one go: as elements made one by one they would be most of the work of a page.
    let cell =
        |depth: Depth| [r#"<span class="calendar-day" data-depth=""#, depth.name(), r#""></span>"#].concat();
    let cells: String = days.into_iter().map(cell).collect();
    view! { <div class="calendar" role="img" aria-label=label inner_html=cells></div> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_with_any_exercise_is_told_from_one_without() {
        assert_eq!(Depth::of(0), Depth::None);
        assert_eq!(Depth::of(1), Depth::Some);
        assert_eq!(Depth::of(8), Depth::Much);
        assert_eq!(Depth::of(600), Depth::Most);
    }
}
