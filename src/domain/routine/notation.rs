//! The routine notation, version 1: reading and writing.
