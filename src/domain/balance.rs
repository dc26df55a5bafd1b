//! How the work of a set, a routine or a month is shared around the torso.
//!
//! Decides: the formula of content section 3, its bands and its verdicts. Deliberately does not know how a number is
//! shown, and claims nothing about a body: it describes work.
