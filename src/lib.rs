//! Evenkeel, the app: a map, in reading order.
//!
//! - [`app`]: the composition root. Puts the device, the store and the words together, then the frame and its pages.
//! - [`route`]: every address, to path and back.
//! - [`ports`]: everything the app asks of a device: small traits, and a silent one of each.
//! - [`words`]: everything a person reads, looked up by key.
//! - [`store`]: what outlives a visit.
//! - [`conductor`]: runs one session: events in, cues out, each cue to its port.
//! - [`pages`]: one file per screen.
//! - [`ui`]: the parts that pages are made of: props in, callbacks out.
//! - `platform`: the only door to the browser, one file per port.
//!
//! The rules (exercises, routines, sessions, balance, the figure) are the crate `domain`, which has a map of its own.
//!
//! ```text
//! main → app ─→ pages ─→ ui ──────────→ domain
//!         │       ├────→ route ───────→ domain
//!         │       ├────→ store ─┐
//!         │       └────→ conductor ─→ ports
//!         └─────→ platform ────────→ ports
//! ```
//!
//! `tests/layers.rs` holds the arrows.

// A view is one type as deep as the page; the default limit ends a little before the longest page does.
#![recursion_limit = "256"]

pub mod app;
pub mod conductor;
pub mod pages;
mod platform;
pub mod ports;
pub mod route;
pub mod store;
pub mod ui;
pub mod words;
