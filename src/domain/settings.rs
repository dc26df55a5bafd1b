//! What a person may choose, and what holds until they do.
