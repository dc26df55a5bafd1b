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
    /// Turned around its upright axis.
    Turn,
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
            Self::History => "M5 20v-6m4.700 6V9m4.600 11V5M19 20v-9",
            Self::Settings => {
                "M4 8h8m6 0h2M4 16h2m6 0h8M15 5.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5zM9 13.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z"
            }
            Self::Help => {
                "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM9.600 9.400a2.500 2.500 0 1 1 3.600 2.500c-.8.4-1.200.9-1.200 1.700M12 16.900v.1"
            }
            Self::Back => "M14.500 5 7.500 12l7 7",
            Self::Onward => "M9.500 5l7 7-7 7",
            Self::Play => {
                "M8 5.200v13.600a.6.6 0 0 0 .9.500l10.800-6.800a.6.6 0 0 0 0-1L8.900 4.700a.6.6 0 0 0-.9.500z"
            }
            Self::Pause => "M8.500 5v14m7-14v14",
            Self::Previous => "M6 5v14M18.500 5.700v12.600L8.800 12z",
            Self::Next => "M18 5v14M5.500 5.700v12.600L15.200 12z",
            Self::Reset => "M4.500 12a7.500 7.500 0 1 0 2.400-5.500L4.500 8.800M4.500 4v4.800h4.800",
            Self::Turn => {
                "M8.500 16.700C5.300 16.100 3 14.700 3 13c0-2.200 4-4 9-4s9 1.800 9 4-4 4-9 4m2.500-2.700L12 17l2.500 2.700"
            }
            Self::Sound => {
                "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM15.500 9a4.200 4.200 0 0 1 0 6M18 6.500a7.800 7.800 0 0 1 0 11"
            }
            Self::Silent => "M4 9.500v5h3.500L12 18.500v-13L7.500 9.500zM16 9.500l5 5m0-5-5 5",
            Self::Share => "M12 15V4M8 7.500 12 3.500l4 4M6 11.500H5V20h14v-8.500h-1",
            Self::Copy => "M9 9h11v11H9zM5.500 15H4V4h11v1.500",
            Self::Print => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Search => "M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.300 15.300 20 20",
            Self::Save => "M6.500 4h11v16L12 15.800 6.500 20z",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Check => "M5 12.500l4.700 4.700L19.500 7",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Caution => "M12 4 21 19.500H3zM12 10v4.500M12 17v.1",
            Self::Download => "M12 4v11M8 11.500l4 4 4-4M5 20h14",
            Self::Upload => "M12 15.500v-11M8 8l4-4 4 4M5 20h14",
            Self::Erase => "M5 7h14M10 7V4.500h4V7M7 7l.8 13h8.400L17 7M10.500 11v5.500m3-5.500v5.500",
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
