//! What only a session asks a device: to be heard, felt and seen.
//!
//! Decides: what belongs to the part of the program that comes with a session, and not to its start. Deliberately does not
//! know who answers.

use std::rc::Rc;

use domain::session::Cue;
use domain::sound::Tones;
use leptos::prelude::*;

/// Beeps.
pub trait Sound {
    /// Allows sound from now on. Called from within a tap or a key press: browsers ask for one.
    fn unlock(&self);
    /// Replaces everything still to be heard by `cues`, counted from now, at `volume` percent; of none of that, the clock
    /// runs and nothing is heard.
    fn lay(&self, cues: &[Cue], tones: Tones, volume: u8);
    /// Nothing more will be heard; the sound clock may rest.
    fn silence(&self);
    /// By how many milliseconds the sound is ahead of the moments it was laid for (behind: less than 0); nothing while
    /// none can be heard.
    fn drift(&self) -> Option<i64>;
    /// Whether something is to be heard and the browser wants a tap first.
    fn refused(&self) -> Signal<bool>;
    /// Whether the device has any sound at all.
    fn works(&self) -> bool;
}

/// The lit screen.
pub trait Screen {
    /// Keeps the screen lit until [`Screen::release`]; asked again whenever the page returns.
    fn hold(&self);
    /// Lets the screen go dark again.
    fn release(&self);
}

/// The motor that shakes a phone.
pub trait Vibration {
    /// Shakes for as many milliseconds as the first number says, pauses for the second, and so on.
    fn shake(&self, pattern: &[u32]);
    /// Whether the device has a motor, as far as it says.
    fn works(&self) -> bool;
}

/// One of each.
#[derive(Clone)]
#[allow(missing_docs, reason = "each field is its trait")]
pub struct Aids {
    pub sound: Rc<dyn Sound>,
    pub screen: Rc<dyn Screen>,
    pub vibration: Rc<dyn Vibration>,
}

impl Aids {
    /// Those of a device on which nothing happens.
    pub(super) fn silent() -> Self {
        let silent = Rc::new(Silent);
        Self { sound: silent.clone(), screen: silent.clone(), vibration: silent }
    }
}

struct Silent;

impl Sound for Silent {
    fn unlock(&self) {}
    fn lay(&self, _: &[Cue], _: Tones, _: u8) {}
    fn silence(&self) {}
    fn drift(&self) -> Option<i64> {
        None
    }
    fn refused(&self) -> Signal<bool> {
        Signal::stored(false)
    }
    fn works(&self) -> bool {
        false
    }
}

impl Screen for Silent {
    fn hold(&self) {}
    fn release(&self) {}
}

impl Vibration for Silent {
    fn shake(&self, _: &[u32]) {}
    fn works(&self) -> bool {
        false
    }
}
