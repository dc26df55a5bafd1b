//! The notation's behaviour.
