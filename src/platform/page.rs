//! The page itself: address, title, focus, what is read aloud.
//!
//! Decides: that moving inside the site is the history's work, and that whoever uses a screen reader hears where they
//! arrived: the main heading takes the focus, and the title follows it.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, KeyboardEvent, Url};

use super::{links, script};
use crate::ports::{Coming, Held, Location, Page};

/// How long a page is busy after its first paint, in milliseconds, as far as a browser that does not say so is concerned.
const WHILE_BUSY: i32 = 1000;

/// Where the site lives, and where in it we are, before anything follows the address bar.
pub fn place() -> (String, Location) {
    (base().unwrap_or_else(|| "/".to_owned()), here())
}

/// The browser's window and document.
pub(super) struct BrowserPage {
    base: String,
    location: RwSignal<Location>,
    seen: RwSignal<bool>,
    calm: RwSignal<bool>,
    /// A new page begins at its top; one returned to is where it was left, which the browser sees to.
    to_top: Rc<Cell<bool>>,
}

impl BrowserPage {
    pub(super) fn new() -> Self {
        let (base, location) = place();
        let page = Self {
            base,
            location: RwSignal::new(location),
            seen: RwSignal::new(true),
            calm: RwSignal::new(false),
            to_top: Rc::default(),
        };
        page.follow_address();
        page.follow_sight();
        page.follow_motion();
        page
    }

    fn follow_address(&self) {
        let Some(window) = script::window() else { return };
        let location = self.location;
        script::listen(&window, "popstate", move |_| location.set(here())).for_ever();
        script::listen(&window, "hashchange", move |_| {
            if location.with_untracked(|known| *known != here()) {
                location.set(here());
            }
        })
        .for_ever();
        let (base, to_top) = (self.base.clone(), self.to_top.clone());
        script::listen(&window, "click", move |event| {
            if let Some(address) = links::inside(&event, &base) {
                event.prevent_default();
                travel(&address, false, &to_top, location);
            }
        })
        .for_ever();
    }

    fn follow_sight(&self) {
        let Some(document) = document() else { return };
        let seen = self.seen;
        seen.set(!document.hidden());
        let target = document.clone();
        script::listen(&target, "visibilitychange", move |_| seen.set(!document.hidden())).for_ever();
    }

    fn follow_motion(&self) {
        let query = script::window()
            .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
        let Some(query) = query else { return };
        let calm = self.calm;
        calm.set(query.matches());
        let target = query.clone();
        script::listen(&target, "change", move |_| calm.set(query.matches())).for_ever();
    }
}

fn document() -> Option<Document> {
    script::window()?.document()
}

/// The path of the site's root, from `<base href>`.
fn base() -> Option<String> {
    let address = document()?.base_uri().ok()??;
    let path = Url::new(&address).ok()?.pathname();
    path.rfind('/').and_then(|end| path.get(..=end)).map(str::to_owned)
}

/// Where the address bar says we are.
fn here() -> Location {
    let Some(location) = script::window().map(|window| window.location()) else { return Location::default() };
    let fragment = location.hash().unwrap_or_default();
    Location {
        path: location.pathname().unwrap_or_default(),
        fragment: fragment.strip_prefix('#').unwrap_or(&fragment).to_owned(),
    }
}

fn travel(address: &str, replace: bool, to_top: &Cell<bool>, location: RwSignal<Location>) {
    let Some(history) = script::window().and_then(|window| window.history().ok()) else { return };
    let nothing = wasm_bindgen::JsValue::NULL;
    let _ = if replace {
        history.replace_state_with_url(&nothing, "", Some(address))
    } else {
        history.push_state_with_url(&nothing, "", Some(address))
    };
    to_top.set(true);
    location.set(here());
}

impl Page for BrowserPage {
    fn base(&self) -> String {
        self.base.clone()
    }

    fn address(&self, path: &str) -> String {
        let root = document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
        let root = root.rfind('/').and_then(|end| root.get(..=end)).unwrap_or_default();
        [root, path.strip_prefix("./").unwrap_or(path)].concat()
    }

    fn location(&self) -> ReadSignal<Location> {
        self.location.read_only()
    }

    fn go(&self, path: &str) {
        travel(&self.address(path), false, &self.to_top, self.location);
    }

    fn replace(&self, path: &str) {
        travel(&self.address(path), true, &self.to_top, self.location);
    }

    fn back(&self) {
        if let Some(history) = script::window().and_then(|window| window.history().ok()) {
            let _ = history.back();
        }
    }

    fn reload(&self) {
        if let Some(window) = script::window() {
            let _ = window.location().reload();
        }
    }

    fn arrived(&self, title: &str, focus: bool) {
        let Some(document) = document() else { return };
        document.set_title(title);
        if focus {
            // Nothing that is about to go has the focus: what hears that it lost it would be gone by then. And the heading that
            // stands there now may be that of the page before.
            self.focus("main");
            self.after_paint(Box::new(move || {
                if let Ok(Some(heading)) = document.query_selector("main h1") {
                    let _ = heading.set_attribute("tabindex", "-1");
                    take_focus(&heading);
                }
            }));
        }
        if self.to_top.replace(false)
            && let Some(window) = script::window()
        {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    fn focus(&self, id: &str) {
        if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
            take_focus(&element);
        }
    }

    fn announce(&self, text: &str) {
        let Some(place) = document().and_then(|document| document.get_element_by_id("announcer")) else {
            return;
        };
        place.set_text_content(Some(text));
        let said = text.to_owned();
        script::later(1000, move || {
            // Cleared, so that it is not found later by somebody reading on; unless something newer stands there.
            if place.text_content().as_deref() == Some(said.as_str()) {
                place.set_text_content(None);
            }
        });
    }

    fn mark(&self, name: &str, value: Option<&str>) {
        let Some(root) = document().and_then(|document| document.document_element()) else { return };
        let name = ["data-", name].concat();
        let _ = match value {
            Some(value) => root.set_attribute(&name, value),
            None => root.remove_attribute(&name),
        };
    }

    fn keys(&self, each: Box<dyn Fn(&str) -> bool>) -> Held {
        let Some(window) = script::window() else { return Held::nothing() };
        script::listen(&window, "keydown", move |event| {
            let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
            if !is_spoken_for(press) && each(&press.key()) {
                event.prevent_default();
            }
        })
    }

    fn seen(&self) -> Signal<bool> {
        self.seen.into()
    }

    fn calm(&self) -> Signal<bool> {
        self.calm.into()
    }

    fn fetch(&self, address: &str) -> Coming<Option<String>> {
        let answer = script::window().map(|window| window.fetch_with_str(address));
        Box::pin(async move {
            let answer = script::settled(answer?.into()).await?.dyn_into::<web_sys::Response>().ok()?;
            let text = answer.ok().then(|| answer.text().ok())??;
            script::settled(text.into()).await?.as_string()
        })
    }

    fn after_paint(&self, then: Box<dyn FnOnce()>) {
        let Some(window) = script::window() else { return };
        // A page that nobody sees paints nothing.
        if document().is_some_and(|document| document.hidden()) {
            return script::later(0, then);
        }
        // A frame is asked for before painting; what comes right after it comes after the paint.
        let frame = script::once(move || script::later(0, then));
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }

    fn when_idle(&self, then: Box<dyn FnOnce()>) {
        self.after_paint(Box::new(move || {
            let Some(window) = script::window() else { return };
            if script::property(&window, "requestIdleCallback").is_none() {
                return script::later(WHILE_BUSY, then);
            }
            let idle = script::once(then);
            let _ = script::call(&window, "requestIdleCallback", &[idle]);
        }));
    }
}

fn take_focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Whether this key already means something where it is pressed: in a field, in a dialog, on a button.
fn is_spoken_for(press: &KeyboardEvent) -> bool {
    if press.alt_key() || press.ctrl_key() || press.meta_key() || press.default_prevented() || press.repeat()
    {
        return true;
    }
    let Some(element) = press.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    let within = |selector: &str| element.closest(selector).ok().flatten().is_some();
    let pressed = matches!(press.key().as_str(), " " | "Enter");
    within("input, textarea, select, dialog, [contenteditable]") || (pressed && within("button, a, summary"))
}
