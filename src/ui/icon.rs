//! The icons: drawn for this project on a 24 by 24 grid, one line each, in the colour of the text around them.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// The day: a level with its four marks.
    Today,
    /// Lines of a list.
    Exercises,
    /// A sheet with rows.
    Routines,
    /// Columns.
    History,
    /// Two sliders.
    Settings,
    /// A question in a circle.
    Help,
    /// Back to where one came from.
    Back,
    /// Onwards.
    Onward,
    /// Start.
    Play,
    /// Stop for a moment.
    Pause,
    /// The step before.
    Previous,
    /// The step after.
    Next,
    /// From the beginning.
    Reset,
    /// Turned to the left around its upright axis.
    TurnLeft,
    /// Turned to the right around it.
    TurnRight,
    /// A small window over a large one.
    Float,
    /// What something is drawn elsewhere by.
    Grip,
    /// One place up.
    Raise,
    /// One place down.
    Lower,
    /// Sound on.
    Sound,
    /// Sound off.
    Silent,
    /// Pass on.
    Share,
    /// Copy.
    Copy,
    /// On paper.
    Print,
    /// Look for.
    Search,
    /// Keep.
    Save,
    /// Put away.
    Close,
    /// Done.
    Check,
    /// One more.
    Plus,
    /// Careful.
    Caution,
    /// Down to the device.
    Download,
    /// Up from the device.
    Upload,
    /// Throw away.
    Erase,
}

impl Glyph {
    /// The strokes, as SVG path data.
    #[must_use]
    pub const fn strokes(self) -> &'static str {
        match self {
            Self::Today => "M12 3v4m0 10v4M3 12h4m10 0h4M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10z",
            Self::Exercises => "M4 6.5h16M4 12h16M4 17.5h10",
            Self::Routines => {
                "M6.5 4h11A2.5 2.5 0 0 1 20 6.5v11a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5v-11A2.5 2.5 0 0 1 6.5 4zM8 9h8M8 12.5h8M8 16h4.5"
            }
            Self::History => "M5 20v-6m4.7 6V9m4.6 11V5M19 20v-9",
            Self::Settings => {
                "M4 8h8m6 0h2M4 16h2m6 0h8M15 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM9 13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z"
            }
            Self::Help => {
                "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM9.6 9.4a2.5 2.5 0 1 1 3.6 2.5c-.8.4-1.2.9-1.2 1.7M12 16.9v.1"
            }
            Self::Back => "M14.5 5 7.5 12l7 7",
            Self::Onward => "M9.5 5l7 7-7 7",
            Self::Play => "M8 5.2v13.6a.6.6 0 0 0 .9.5l10.8-6.8a.6.6 0 0 0 0-1L8.9 4.7a.6.6 0 0 0-.9.5z",
            Self::Pause => "M8.5 5v14m7-14v14",
            Self::Previous => "M6 5v14M18.5 5.7v12.6L8.8 12z",
            Self::Next => "M18 5v14M5.5 5.7v12.6L15.2 12z",
            Self::Reset => "M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.8M4.5 4v4.8h4.8",
            Self::TurnLeft => {
                "M8.5 16.7C5.3 16.1 3 14.7 3 13c0-2.2 4-4 9-4s9 1.8 9 4-4 4-9 4m2.5-2.7L12 17l2.5 2.7"
            }
            Self::TurnRight => {
                "M15.5 16.7c3.2-.6 5.5-2 5.5-3.7 0-2.2-4-4-9-4s-9 1.8-9 4 4 4 9 4m-2.5-2.7L12 17l-2.5 2.7"
            }
            Self::Float => "M11 18H4V5h16v6M13.5 14.5H21V20h-7.5z",
            Self::Grip => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
            Self::Raise => "M5 14.5 12 7.5l7 7",
            Self::Lower => "M5 9.5l7 7 7-7",
            Self::Sound => {
                "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11"
            }
            Self::Silent => "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5m0-5-5 5",
            Self::Share => "M12 15V4M8 7.5 12 3.5l4 4M6 11.5H5V20h14v-8.5h-1",
            Self::Copy => "M9 9h11v11H9zM5.5 15H4V4h11v1.5",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.3 15.3 20 20",
            Self::Save => "M6.5 4h11v16L12 15.8 6.5 20z",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Check => "M5 12.5l4.7 4.7L19.5 7",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Caution => "M12 4 21 19.5H3zM12 10v4.5M12 17v.1",
            Self::Download => "M12 4v11M8 11.5l4 4 4-4M5 20h14",
            Self::Upload => "M12 15.5v-11M8 8l4-4 4 4M5 20h14",
            Self::Erase => "M5 7h14M10 7V4.5h4V7M7 7l.8 13h8.4L17 7M10.5 11v5.5m3-5.5v5.5",
        }
    }

    /// Whether it points along the line of the text, and so the other way where that runs from right to left.
    const fn turns(self) -> bool {
        matches!(self, Self::Back | Self::Onward | Self::Exercises)
    }
}

/// An icon. It is never the only name of anything: assistive technology passes over it.
#[component]
pub fn Icon(
    /// Which one.
    #[prop(into)]
    glyph: Signal<Glyph>,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" data-turns=move || glyph.get().turns().then_some("")>
            <path d=move || glyph.get().strokes() />
        </svg>
    }
}
