//! Evenkeel, the app.

pub mod words;
