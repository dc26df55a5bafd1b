//! The only door to the browser: one file per port.
//!
//! *Invariant:* never panics, never blocks. Everything that an old, private or embedded browser may lack is looked for
//! before it is called ([`script`]), and its absence is a value.
#![allow(clippy::disallowed_methods, reason = "the one door to the browser")]

mod aids;
mod chance;
mod clock;
mod disk;
mod formats;
mod links;
mod page;
mod panic;
mod script;
mod share;
mod worker;

use std::rc::Rc;

use crate::ports::{Aids, Coming, Device, Disk as _};

pub use aids::aids;
pub use page::place as here;
pub use panic::watch as watch_panics;
pub use script::spawn;

/// What the app is mounted into.
pub type Stage = web_sys::HtmlElement;

/// Whether this browser keeps anything.
pub fn keeps_something() -> bool {
    !disk::LocalDisk::open().is_empty()
}

/// This browser, whose `aids` come with another part of the program. Made under the reactive owner of the whole app, once.
pub fn device(aids: fn() -> Coming<Option<Aids>>) -> Device {
    Device {
        clock: Rc::new(clock::BrowserClock::new()),
        disk: Rc::new(disk::LocalDisk::open()),
        share: Rc::new(share::BrowserShare),
        worker: Rc::new(worker::SiteWorker::new()),
        formats: Rc::new(formats::Intl::new()),
        page: Rc::new(page::BrowserPage::new()),
        chance: Rc::new(chance::Dice),
        aids: Rc::new(aids),
    }
}
