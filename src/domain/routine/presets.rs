//! The routines we ship, written as link text.

/// A built-in routine. Its name and description are language, looked up by `slug`.
#[derive(Debug)]
pub struct Preset {
    /// Its frozen name in addresses.
    pub slug: &'static str,
    /// The routine in the notation.
    pub text: &'static str,
}

/// Every built-in routine, in the order in which they are shown.
pub const PRESETS: &[Preset] = &[];
