//! The parts that pages are made of.
//!
//! *Invariant:* props in, callbacks out. A part reads no context, no store and no browser; text comes in as a prop.

mod bars;
mod calendar;
mod choice;
mod digits;
mod header;
mod meter;
mod nav;
mod return_bar;
mod segments;
mod slider;
mod stepper;
mod switch;

pub use bars::{Bar, Bars};
pub use calendar::{Calendar, Depth};
pub use choice::{Choice, Look, Offer};
pub use digits::Digits;
pub use header::Header;
pub use meter::Meter;
pub use nav::{Nav, Place};
pub use return_bar::ReturnBar;
pub use segments::Segments;
pub use slider::Slider;
pub use stepper::Stepper;
pub use switch::Switch;
