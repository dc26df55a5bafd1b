//! The parts that pages are made of.
//!
//! *Invariant:* props in, callbacks out. A part reads no context, no store and no browser; text comes in as a prop.

mod header;
mod nav;

pub use header::Header;
pub use nav::{Nav, Place};
