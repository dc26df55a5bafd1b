//! The only door to the browser: one file per port.
//!
//! *Invariant:* never panics, never blocks. Everything that an old, private or embedded browser may lack is looked for
//! before it is called ([`script`]), and its absence is a value.
#![allow(clippy::disallowed_methods, reason = "the one door to the browser")]

mod chance;
mod clock;
mod disk;
mod formats;
mod links;
mod page;
mod panic;
mod screen;
mod script;
mod share;
mod sound;
mod vibration;
mod worker;

use std::rc::Rc;

use crate::ports::{Device, Disk as _};

pub use page::place as here;
pub use panic::watch as watch_panics;
pub use script::spawn;

/// What the app is mounted into.
pub type Stage = web_sys::HtmlElement;

/// Whether this browser keeps anything.
pub fn keeps_something() -> bool {
    !disk::LocalDisk::open().is_empty()
}

/// This browser. Made under the reactive owner of the whole app, once.
pub fn device() -> Device {
    Device {
        clock: Rc::new(clock::BrowserClock::new()),
        sound: Rc::new(sound::WebAudio::default()),
        screen: Rc::new(screen::WakeLock::new()),
        vibration: Rc::new(vibration::Motor),
        disk: Rc::new(disk::LocalDisk::open()),
        share: Rc::new(share::BrowserShare),
        worker: Rc::new(worker::SiteWorker::new()),
        formats: Rc::new(formats::Intl::new()),
        page: Rc::new(page::BrowserPage::new()),
        chance: Rc::new(chance::Dice),
    }
}
