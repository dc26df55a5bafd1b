//! What a device is asked only after the start: by a session, to be heard, felt and seen; by whoever pastes, draws and passes on.
//!
//! Decides: what belongs to the part of the program that comes with a session, and not to its start. Deliberately does not
//! know who answers.

use std::rc::Rc;

use domain::session::Cue;
use domain::sound::Tones;
use domain::time::Millis;
use leptos::tachys::renderer::types::Element;

use super::Held;

/// Beeps.
pub trait Sound {
    /// Allows sound from now on. Called from within a tap or a key press: browsers ask for one.
    fn unlock(&self);
    /// Replaces everything still to be heard by `cues`, at `volume` percent; of none of that, the clock runs and nothing is
    /// heard. They are counted from a moment that was `late` ago.
    fn lay(&self, cues: &[Cue], late: Millis, tones: Tones, volume: u8);
    /// To be called several times a second while something is to be heard.
    fn keep_up(&self);
    /// Puts what is still to be heard to where the time has it by now; what is about to be heard stays.
    fn realign(&self);
    /// Nothing more will be heard; the sound clock may rest.
    fn silence(&self);
    /// By how many milliseconds the sound is ahead of the moments it was laid for (behind: less than 0); nothing while
    /// none can be heard.
    fn drift(&self) -> Option<i64>;
    /// Whether something is to be heard and the browser wants a tap first.
    fn is_refused(&self) -> bool;
    /// Whether the device has any sound at all.
    fn works(&self) -> bool;
}

/// The lit screen.
pub trait Screen {
    /// Keeps the screen lit until [`Screen::release`]; asked again whenever the page returns.
    fn hold(&self);
    /// Lets the screen go dark again.
    fn release(&self);
    /// Whether the device can be asked at all.
    fn works(&self) -> bool;
}

/// The motor that shakes a phone.
pub trait Vibration {
    /// Shakes for as many milliseconds as the first number says, pauses for the second, and so on.
    fn shake(&self, pattern: &[u32]);
    /// Whether the device has a motor, as far as it says.
    fn works(&self) -> bool;
}

/// What is pressed on a lock screen, on headphones, on a keyboard's media keys; or happens to what is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Go on.
    Play,
    /// Stop for now.
    Pause,
    /// The next step.
    Next,
    /// The step before.
    Previous,
    /// Nobody pressed anything: a call came, or the headphones were pulled out, and it stands.
    Interrupted,
}

/// What a lock screen shows of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// In large.
    pub title: String,
    /// Below it.
    pub line: String,
    /// The routine.
    pub routine: String,
    /// A picture, square, as SVG whole in itself; empty for none.
    pub picture: String,
    /// Whether it runs.
    pub runs: bool,
    /// How far the session is.
    pub elapsed: Millis,
    /// How long it lasts in all; of no length where nobody knows.
    pub whole: Millis,
}

/// A session as one file, which is heard to its end whatever becomes of the page.
pub trait Pocket {
    /// Plays `file` (FLAC) from its beginning, in the place of the one before. Called from within a press.
    fn play(&self, file: &[u8]);
    /// Goes on at this moment of the file.
    fn seek(&self, to: Millis);
    /// It stands, and may be gone on with by another file.
    fn pause(&self);
    /// Nothing more is played, and lock screens show nothing more.
    fn stop(&self);
    /// Which moment of the file is heard; nothing while none is.
    fn position(&self) -> Option<Millis>;
    /// Calls `each` from now on, in the place of the one before.
    fn on_press(&self, each: Box<dyn Fn(Press)>);
    /// What lock screens show from now on.
    fn show(&self, card: &Card);
    /// Whether something is to be heard and the browser wants a tap first.
    fn is_refused(&self) -> bool;
    /// Whether such a file can be played here.
    fn works(&self) -> bool;
}

/// A small window that stays before all others.
pub trait Floating {
    /// Opens it. Called from within a press. `fill` hears once what it is made in, and what comes back is let go of when it is
    /// closed, by whomever; as long as it is open, `tick` is called several times a second.
    fn open(&self, fill: Box<dyn FnOnce(&Element) -> Held>, tick: Box<dyn Fn()>);
    /// Closes it, if it is open.
    fn close(&self);
    /// Whether there can be one.
    fn works(&self) -> bool;
}

/// How the lead is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// If nobody has it.
    IfFree,
    /// As soon as nobody has it.
    WhenFree,
    /// Now, from whoever has it.
    Now,
}

/// The right to lead the session, which one window has at a time.
pub trait Lead {
    /// Asks for it, in the place of an earlier question. `told` hears whether this window has it, and when it loses it
    /// later. Without an agreement between windows each has it.
    fn claim(&self, claim: Claim, told: Box<dyn Fn(bool)>);
    /// Gives it back, or waits for it no longer.
    fn release(&self);
    /// Whether windows agree here at all.
    fn works(&self) -> bool;
}

/// Somebody who can speak.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// The name that the device has for this voice.
    pub name: String,
    /// Its language: `en-GB`.
    pub language: String,
    /// Whether it speaks on the device itself. What another one says is sent to its maker.
    pub is_local: bool,
}

/// A voice.
pub trait Voice {
    /// Who speaks the language of the app: whoever is on the device itself before the others, the best first. `told` hears
    /// it at once where it is known, else within a second or two; nobody, where nobody was found by then.
    fn speakers(&self, told: Box<dyn FnOnce(Vec<Speaker>)>);
    /// Says `text` in the place of whatever is being said: by the speaker of this name, or by the best of those on the device
    /// itself where it is empty or nobody has it; `rate` in percent of usual. The first time, from within a press.
    fn say(&self, text: &str, speaker: &str, rate: u8);
    /// Nothing more is said.
    fn hush(&self);
    /// Whether anybody speaks, as far as it is known: not where nobody can, nor where what was to be said was not heard
    /// several times.
    fn works(&self) -> bool;
}

/// What is pasted, dropped and drawn on a page; and a picture to pass on.
pub trait Hands {
    /// Hears every text that is pasted outside of a field, and every text or text file that is dropped on the page, until let
    /// go of. A file that is too large, or none of text, is not told.
    fn given(&self, each: Box<dyn Fn(String)>) -> Held;
    /// The upper and the lower edge of the element with this id, in pixels from the top of what is seen; nothing where there
    /// is none.
    fn place(&self, id: &str) -> Option<(i32, i32)>;
    /// Has the element with this id told all that this pointer does until it lets go, wherever it is by then.
    fn hold(&self, id: &str, pointer: i32);
    /// Scrolls the page a little where this height, in pixels from the top of what is seen, is near its upper or lower end: the
    /// nearer, the further. Whether it may have moved.
    fn lean(&self, y: i32) -> bool;
    /// Turns a drawing into a picture of points, so wide and so high; `done` hears its address, nothing where it cannot be
    /// made. Passed on, it is a file of this name.
    fn picture(&self, name: &str, svg: &str, size: (u32, u32), done: Box<dyn FnOnce(Option<String>)>);
    /// Whether the device has a share sheet that takes the picture that was made last.
    fn takes_pictures(&self) -> bool;
    /// Opens that sheet. Called from within a tap or a key press.
    fn pass_on(&self);
}

/// One of each.
#[derive(Clone)]
#[allow(missing_docs, reason = "each field is its trait")]
pub struct Aids {
    pub sound: Rc<dyn Sound>,
    pub screen: Rc<dyn Screen>,
    pub vibration: Rc<dyn Vibration>,
    pub pocket: Rc<dyn Pocket>,
    pub lead: Rc<dyn Lead>,
    pub voice: Rc<dyn Voice>,
    pub floating: Rc<dyn Floating>,
    pub hands: Rc<dyn Hands>,
}

impl Aids {
    /// Those of a device on which nothing happens.
    pub(super) fn silent() -> Self {
        let silent = Rc::new(Silent);
        Self {
            sound: silent.clone(),
            screen: silent.clone(),
            vibration: silent.clone(),
            pocket: silent.clone(),
            lead: silent.clone(),
            voice: silent.clone(),
            floating: silent.clone(),
            hands: silent,
        }
    }
}

struct Silent;

impl Sound for Silent {
    fn unlock(&self) {}
    fn lay(&self, _: &[Cue], _: Millis, _: Tones, _: u8) {}
    fn keep_up(&self) {}
    fn realign(&self) {}
    fn silence(&self) {}
    fn drift(&self) -> Option<i64> {
        None
    }
    fn is_refused(&self) -> bool {
        false
    }
    fn works(&self) -> bool {
        false
    }
}

impl Screen for Silent {
    fn hold(&self) {}
    fn release(&self) {}
    fn works(&self) -> bool {
        true
    }
}

impl Vibration for Silent {
    fn shake(&self, _: &[u32]) {}
    fn works(&self) -> bool {
        false
    }
}

impl Pocket for Silent {
    fn play(&self, _: &[u8]) {}
    fn seek(&self, _: Millis) {}
    fn pause(&self) {}
    fn stop(&self) {}
    fn position(&self) -> Option<Millis> {
        None
    }
    fn on_press(&self, _: Box<dyn Fn(Press)>) {}
    fn show(&self, _: &Card) {}
    fn is_refused(&self) -> bool {
        false
    }
    fn works(&self) -> bool {
        false
    }
}

impl Hands for Silent {
    fn given(&self, _: Box<dyn Fn(String)>) -> Held {
        Held::nothing()
    }
    fn place(&self, _: &str) -> Option<(i32, i32)> {
        None
    }
    fn hold(&self, _: &str, _: i32) {}
    fn lean(&self, _: i32) -> bool {
        false
    }
    fn picture(&self, _: &str, _: &str, _: (u32, u32), done: Box<dyn FnOnce(Option<String>)>) {
        done(None);
    }
    fn takes_pictures(&self) -> bool {
        false
    }
    fn pass_on(&self) {}
}

impl Lead for Silent {
    fn claim(&self, _: Claim, told: Box<dyn Fn(bool)>) {
        told(true);
    }
    fn release(&self) {}
    fn works(&self) -> bool {
        false
    }
}

impl Floating for Silent {
    fn open(&self, _: Box<dyn FnOnce(&Element) -> Held>, _: Box<dyn Fn()>) {}
    fn close(&self) {}
    fn works(&self) -> bool {
        false
    }
}

impl Voice for Silent {
    fn speakers(&self, told: Box<dyn FnOnce(Vec<Speaker>)>) {
        told(Vec::new());
    }
    fn say(&self, _: &str, _: &str, _: u8) {}
    fn hush(&self) {}
    fn works(&self) -> bool {
        false
    }
}
