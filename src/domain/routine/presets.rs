//! The routines we ship, written as link text.

use super::{Routine, notation};

/// A built-in routine. Its name and description are language, looked up by `slug`.
#[derive(Debug)]
pub struct Preset {
    /// Its frozen name in addresses.
    pub slug: &'static str,
    /// The routine in the notation.
    pub text: &'static str,
}

impl Preset {
    /// The routine that the text describes.
    pub fn routine(&self) -> Routine {
        notation::read(self.text).routine
    }

    /// The built-in routine with this slug, in upper or lower case.
    pub fn find(slug: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.slug.eq_ignore_ascii_case(slug))
    }
}

/// Every built-in routine, in the order in which they are shown.
pub const PRESETS: &[Preset] = &[];
