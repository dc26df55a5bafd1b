//! One file per screen, in the order in which a person meets them.
//!
//! *Invariant:* a page composes parts, words and rules; it knows its own address's values and nothing of another page.

mod about;
mod exercise;
mod exercises;
mod help;
mod history;
mod not_found;
mod notice;
mod routine;
mod routines;
mod session;
mod settings;
mod summary;
mod today;

pub use about::About;
pub use exercise::Exercise;
pub use exercises::Exercises;
pub use help::Help;
pub use history::History;
pub use not_found::NotFound;
pub use notice::FirstNotice;
pub use routine::{Builder, Measure, Open, Routine};
pub use routines::Routines;
pub use session::Session;
pub use settings::Settings;
pub use summary::Summary;
pub use today::Today;
