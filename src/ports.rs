//! Everything the app asks of a device, as small traits, and of each a silent one.
//!
//! Decides: what may be asked and how an answer looks. Deliberately does not know who answers: the browser
//! (`platform`), or in tests nobody at all. *Invariant:* asking never fails. What a device cannot do is a value,
//! and a missing feature makes a quieter app, never a broken one.

mod aids;
mod formats;
#[cfg(test)]
pub(crate) mod recorded;
mod running;
mod silent;

pub use aids::{
    Aids, Card, Claim, Floating, Hands, Lead, Pocket, Press, Screen, Sound, Speaker, Vibration, Voice,
};
pub use formats::{DateShape, Formats, Order, PlainEnglish, Plural};
pub use running::{given_here, raise_in_time, running_time};

use std::cell::OnceCell;
use std::pin::Pin;
use std::rc::Rc;

use domain::time::{Day, Millis, Moment};
use leptos::prelude::*;

/// Something acquired from the device (a listener, a ticker): let go of when dropped. Keep it in
/// `StoredValue::new_local` and it ends with the component that made it.
#[must_use = "dropping it lets go of what it holds"]
pub struct Held(Option<Box<dyn FnOnce()>>);

impl Held {
    /// Holds something that `release` gives back.
    pub fn until(release: impl FnOnce() + 'static) -> Self {
        Self(Some(Box::new(release)))
    }

    /// Holds on until the page is closed.
    pub fn for_ever(mut self) {
        core::mem::forget(self.0.take());
    }

    /// Holds nothing.
    pub const fn nothing() -> Self {
        Self(None)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.0.take() {
            release();
        }
    }
}

/// What the device will answer when it can.
pub type Coming<T> = Pin<Box<dyn Future<Output = T>>>;

/// Time.
pub trait Clock {
    /// Now; never goes back while the page is open.
    fn now(&self) -> Moment;
    /// Minutes by which the person's own clock is ahead of UTC at `moment`.
    fn offset(&self, moment: Moment) -> i32;
    /// Takes over the time that passed while the device slept, and says how much that was. Until then [`Clock::now`]
    /// does not know of it, so that a session does not run on while its sound is off.
    fn catch_up(&self) -> Millis;
    /// Calls `each` once per frame while the page is seen, about once a second while it is not, until let go of.
    fn ticks(&self, each: Box<dyn Fn(Moment)>) -> Held;
    /// Calls `then` once, at least `after` later, unless let go of before.
    fn after(&self, after: Millis, then: Box<dyn FnOnce()>) -> Held;
    /// Today, in the person's own calendar.
    fn today(&self) -> Day {
        let now = self.now();
        Day::of(now, self.offset(now))
    }
}

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskTrouble {
    /// The browser keeps nothing here: forbidden, or a private window.
    Forbidden,
    /// No room is left, or what was written did not arrive.
    Full,
}

/// What outlives a visit: text by key.
pub trait Disk {
    /// Whether anything can be kept at all.
    ///
    /// # Errors
    /// [`DiskTrouble::Forbidden`] when this visit is all there is.
    fn works(&self) -> Result<(), DiskTrouble>;
    /// Whether nothing at all is kept here, by us or by another site of the same origin: known at once, however much it is.
    fn is_empty(&self) -> bool;
    /// All keys that begin with `prefix`, in no particular order.
    fn keys(&self, prefix: &str) -> Vec<String>;
    /// The text under `key`.
    fn read(&self, key: &str) -> Option<String>;
    /// Keeps `text` under `key`, and looks whether it is there. On trouble the old text stays.
    ///
    /// # Errors
    /// [`DiskTrouble`] when the text holds for this visit only.
    fn write(&self, key: &str, text: &str) -> Result<(), DiskTrouble>;
    /// Forgets what is under `key`.
    fn remove(&self, key: &str);
    /// Calls `each` with the key that another window of this site changed (`None`: everything).
    fn on_change(&self, each: Box<dyn Fn(Option<String>)>) -> Held;
    /// Whether the browser has promised not to clear what is kept when room gets short; if `ask`, it is asked to promise.
    /// `done` hears its answer, `None` where it has none; where the person is asked in turn, that may be never.
    fn settle(&self, ask: bool, done: Box<dyn FnOnce(Option<bool>)>);
}

/// No file that is larger is read, in bytes: a copy of fifty years of exercise is a fifth of it.
pub const LARGEST_FILE: u32 = 10_000_000;

/// Passing something on, and taking something in.
pub trait Share {
    /// Puts `text` on the clipboard; `done` hears whether it arrived. Called from within a tap or a key press.
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>);
    /// Whether the device has a share sheet.
    fn has_sheet(&self) -> bool;
    /// Opens the share sheet; `done` hears whether something was sent.
    fn sheet(&self, title: &str, link: &str, done: Box<dyn FnOnce(bool)>);
    /// Has the page printed.
    fn print(&self);
    /// Offers `text` as a file called `name`.
    fn file(&self, name: &str, text: &str);
    /// Lets the person choose a text file; `done` hears what is in it, nothing where it cannot be read or is larger than
    /// [`LARGEST_FILE`]. It is never called when none is chosen. Called from within a tap or a key press.
    fn choose(&self, done: Box<dyn FnOnce(Option<String>)>);
}

/// The service worker, which keeps the site for when there is no network.
pub trait Worker {
    /// Puts the worker in place. Called after the first paint, so that it does not compete with it.
    fn register(&self);
    /// What is new in a newer version that is ready to take over, a line each; nothing while there is none, or while a
    /// session runs in some window.
    fn update(&self) -> Signal<Option<String>>;
    /// Lets the newer version take over; the page reloads. Never called while a session runs.
    fn take_update(&self);
    /// Says whether a session runs here: meanwhile no window lets a newer version take over.
    fn busy(&self, is_busy: bool);
}

/// Where the page is: what [`crate::route::Route::read`] reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// The path, as the browser has it: `/exercises/plank`.
    pub path: String,
    /// What comes after `#`, without it; still percent-encoded.
    pub fragment: String,
}

impl Location {
    /// The start of a site that lives at the top of its host.
    fn start() -> Self {
        Self { path: "/".to_owned(), fragment: String::new() }
    }
}

/// The page itself: its address, its title, what is read aloud from it.
pub trait Page {
    /// Where the site lives, ending in `/`: `/`, or `/name/` under a sub-path.
    fn base(&self) -> String;
    /// The whole address that `path` (relative to [`Page::base`]) has for somebody else.
    fn address(&self, path: &str) -> String;
    /// Where we are, as it changes.
    fn location(&self) -> ReadSignal<Location>;
    /// Goes to `path` (relative to [`Page::base`]); back comes back here.
    fn go(&self, path: &str);
    /// Goes to `path`; back skips this place.
    fn replace(&self, path: &str);
    /// Goes one page back.
    fn back(&self);
    /// Loads the page again.
    fn reload(&self);
    /// Titles the page, and begins it at its top: its main heading gets the focus if `focus`.
    fn arrived(&self, title: &str, focus: bool);
    /// Moves the focus to the element with this id.
    fn focus(&self, id: &str);
    /// Has `text` read aloud by a screen reader, without moving the focus.
    fn announce(&self, text: &str);
    /// Sets or takes away `data-<name>` on the root element: how a theme and the colours of the figure are chosen.
    fn mark(&self, name: &str, value: Option<&str>);
    /// Calls `each` with the name of every key pressed outside a text field; a `true` keeps it from doing anything else.
    fn keys(&self, each: Box<dyn Fn(&str) -> bool>) -> Held;
    /// Whether the page is seen, as it changes.
    fn seen(&self) -> Signal<bool>;
    /// Whether the person asks for less motion, as it changes.
    fn calm(&self) -> Signal<bool>;
    /// Fetches a text of this site: nothing, where it does not arrive.
    fn fetch(&self, address: &str) -> Coming<Option<String>>;
    /// Calls `then` once what is on the screen now has been painted.
    fn after_paint(&self, then: Box<dyn FnOnce()>);
    /// Calls `then` once, when the page has been painted and has nothing better to do.
    fn when_idle(&self, then: Box<dyn FnOnce()>);
}

/// Chance.
pub trait Chance {
    /// 32 random bits.
    fn bits(&self) -> u32;
}

/// One of each port: what the composition root puts together.
#[derive(Clone)]
#[allow(missing_docs, reason = "each field is its trait")]
pub struct Device {
    pub clock: Rc<dyn Clock>,
    pub disk: Rc<dyn Disk>,
    pub share: Rc<dyn Share>,
    pub worker: Rc<dyn Worker>,
    pub formats: Rc<dyn Formats>,
    pub page: Rc<dyn Page>,
    pub chance: Rc<dyn Chance>,
    /// Brings what only a session asks for; nothing where that part of the program does not arrive.
    pub aids: Rc<dyn Fn() -> Coming<Option<Aids>>>,
}

impl Device {
    /// A device on which nothing happens, and which is at this place.
    pub fn silent(at: Location) -> Self {
        silent::device(at)
    }
}

/// A handle to the device, small enough to be copied into every closure.
#[derive(Clone, Copy)]
pub struct Ports(StoredValue<Kept, LocalStorage>);

struct Kept {
    device: Device,
    aids: OnceCell<Aids>,
}

impl Ports {
    /// A handle to `device`. Lives as long as the reactive owner it is made under.
    pub fn new(device: Device) -> Self {
        Self(StoredValue::new_local(Kept { device, aids: OnceCell::new() }))
    }

    /// A device on which nothing happens, at the start: for rendering on the host, and where nothing was provided.
    pub fn silent() -> Self {
        Self::new(Device::silent(Location::start()))
    }

    fn port<T: ?Sized>(self, pick: impl Fn(&Device) -> &Rc<T>) -> Rc<T> {
        self.0
            .try_with_value(|kept| pick(&kept.device).clone())
            .unwrap_or_else(|| pick(&Device::silent(Location::start())).clone())
    }

    /// Whether what only a session asks for is here. Until then it is asked in vain.
    pub fn is_fitted(self) -> bool {
        self.0.try_with_value(|kept| kept.aids.get().is_some()).unwrap_or(true)
    }

    /// Brings it, once.
    pub async fn fit_out(self) {
        if self.is_fitted() {
            return;
        }
        let Some(coming) = self.0.try_with_value(|kept| (kept.device.aids)()) else { return };
        if let Some(aids) = coming.await {
            self.0.try_with_value(|kept| drop(kept.aids.set(aids)));
        }
    }

    fn aid<T: ?Sized>(self, pick: impl Fn(&Aids) -> &Rc<T>) -> Rc<T> {
        let here = self.0.try_with_value(|kept| kept.aids.get().map(|aids| pick(aids).clone()));
        here.flatten().unwrap_or_else(|| pick(&Aids::silent()).clone())
    }

    /// Time.
    pub fn clock(self) -> Rc<dyn Clock> {
        self.port(|device| &device.clock)
    }
    /// Beeps.
    pub fn sound(self) -> Rc<dyn Sound> {
        self.aid(|aids| &aids.sound)
    }
    /// The lit screen.
    pub fn screen(self) -> Rc<dyn Screen> {
        self.aid(|aids| &aids.screen)
    }
    /// The motor that shakes a phone.
    pub fn vibration(self) -> Rc<dyn Vibration> {
        self.aid(|aids| &aids.vibration)
    }
    /// A session as one file.
    pub fn pocket(self) -> Rc<dyn Pocket> {
        self.aid(|aids| &aids.pocket)
    }
    /// The right to lead the session.
    pub fn lead(self) -> Rc<dyn Lead> {
        self.aid(|aids| &aids.lead)
    }
    /// A voice.
    pub fn voice(self) -> Rc<dyn Voice> {
        self.aid(|aids| &aids.voice)
    }
    /// A small window.
    pub fn floating(self) -> Rc<dyn Floating> {
        self.aid(|aids| &aids.floating)
    }
    /// What is done by hand.
    pub fn hands(self) -> Rc<dyn Hands> {
        self.aid(|aids| &aids.hands)
    }
    /// What outlives a visit.
    pub fn disk(self) -> Rc<dyn Disk> {
        self.port(|device| &device.disk)
    }
    /// Passing something on.
    pub fn share(self) -> Rc<dyn Share> {
        self.port(|device| &device.share)
    }
    /// The service worker.
    pub fn worker(self) -> Rc<dyn Worker> {
        self.port(|device| &device.worker)
    }
    /// Numbers, dates and lists as people write them.
    pub fn formats(self) -> Rc<dyn Formats> {
        self.port(|device| &device.formats)
    }
    /// The page itself.
    pub fn page(self) -> Rc<dyn Page> {
        self.port(|device| &device.page)
    }
    /// Chance.
    pub fn chance(self) -> Rc<dyn Chance> {
        self.port(|device| &device.chance)
    }

    /// Makes this the device of every component below.
    pub fn provide(self) {
        provide_context(self);
    }
}

/// The device of this app; a silent one where none was provided.
pub fn use_ports() -> Ports {
    use_context().unwrap_or_else(Ports::silent)
}
