//! What the tests of this folder share.

#![allow(dead_code, reason = "each test uses its own part")]

pub mod journey;
pub mod sources;
