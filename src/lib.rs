//! Evenkeel, the app.
