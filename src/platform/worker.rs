//! The service worker, and newer versions of the site.
//!
//! Decides nothing: all of it is done by the page's own script (`public/boot/updates.js`), which must also work when this
//! program does not start. This file only passes on what that script says and what it is asked.

use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::script;
use crate::ports::Worker;

/// Where the page's script offers what it can do.
const OFFERED: &str = "evenkeel";

/// Asks the page's own script to do something.
pub(super) fn ask(what: &str, arguments: &[JsValue]) {
    let offered = script::window().and_then(|window| script::property(&window, OFFERED));
    let _ = offered.and_then(|offered| script::call(&offered, what, arguments));
}

/// The service worker of this site.
pub(super) struct SiteWorker {
    update: RwSignal<Option<String>>,
}

impl SiteWorker {
    pub(super) fn new() -> Self {
        Self { update: RwSignal::new(None) }
    }
}

impl Worker for SiteWorker {
    fn register(&self) {
        let update = self.update;
        let heard = Closure::wrap(Box::new(move |news: JsValue| {
            update.set(news.as_string());
        }) as Box<dyn FnMut(JsValue)>);
        ask("hear", &[heard.into_js_value()]);
        ask("started", &[]);
    }

    fn update(&self) -> Signal<Option<String>> {
        self.update.into()
    }

    fn take_update(&self) {
        ask("take", &[]);
    }

    fn busy(&self, is_busy: bool) {
        ask("busy", &[is_busy.into()]);
    }
}
