//! Chance.

use crate::ports::Chance;

/// The browser's own dice. Good enough to tell two records apart, not to keep a secret.
pub(super) struct Dice;

impl Chance for Dice {
    fn bits(&self) -> u32 {
        (js_sys::Math::random() * 4_294_967_296.0) as u32
    }
}
