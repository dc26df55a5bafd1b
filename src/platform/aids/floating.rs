//! A small window that stays before all others: Document Picture-in-Picture, where there is one.
//!
//! Decides: that it looks as the page does, and how often it says that time has passed: nobody slows it down, where the page
//! behind it may be hidden. Deliberately does not know what is in it.

use std::cell::RefCell;
use std::rc::Rc;

use domain::time::Millis;
use leptos::tachys::renderer::types::Element;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Window};

use crate::platform::script;
use crate::ports::{Floating, Held};

/// Width and height: fewer pixels do not hold a name, a number, what is next and three buttons for a thumb.
const SIZE: (f64, f64) = (340.0, 320.0);
/// How often it says that time has passed.
const TICK: Millis = Millis(100);
/// What makes a page look as it does, in its head.
const LOOKS: &str = "style, link[rel=stylesheet]";

/// The window that is open, if one is.
#[derive(Default)]
pub(super) struct PictureInPicture {
    open: Rc<RefCell<Option<Opened>>>,
}

struct Opened {
    window: Window,
    /// Whatever ends with it, the first thing first.
    _held: [Held; 3],
}

fn api() -> Option<JsValue> {
    script::property(script::window()?.as_ref(), "documentPictureInPicture")
}

/// Has `there` look as `here` does, in its language and its colours.
fn dress(here: &Document, there: &Document) -> Option<()> {
    let (from, to) = (here.document_element()?, there.document_element()?);
    for name in from.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let _ = to.set_attribute(&name, &from.get_attribute(&name).unwrap_or_default());
    }
    // The system's colours are not always those of this window.
    if from.get_attribute("data-theme").as_deref() == Some("system") {
        let is_dark = script::window()?.match_media("(prefers-color-scheme: dark)").ok()??.matches();
        let _ = to.set_attribute("data-theme", if is_dark { "dark" } else { "light" });
    }
    there.set_title(&here.title());
    let looks = here.query_selector_all(LOOKS).ok()?;
    for place in 0..looks.length() {
        let copy = looks.item(place)?.clone_node_with_deep(true).ok()?;
        let _ = there.head()?.append_child(&copy);
    }
    Some(())
}

/// Calls `tick` as long as it is held.
fn ticking(window: &Window, tick: Box<dyn Fn()>) -> Held {
    let beat = Closure::<dyn FnMut()>::new(tick);
    let callback = beat.as_ref().unchecked_ref();
    let id = window.set_interval_with_callback_and_timeout_and_arguments_0(callback, TICK.0 as i32);
    let window = window.clone();
    Held::until(move || {
        window.clear_interval_with_handle(id.unwrap_or_default());
        // It may be its own beat that lets go.
        script::later(1000, move || drop(beat));
    })
}

impl Floating for PictureInPicture {
    fn open(&self, fill: Box<dyn FnOnce(&Element) -> Held>, tick: Box<dyn Fn()>) {
        let (width, height) = SIZE;
        let size = script::object(&[("width", width.into()), ("height", height.into())]);
        let promise = api().and_then(|api| script::call(&api, "requestWindow", &[size]));
        let open = self.open.clone();
        script::when_settled(promise, move |window| {
            // It is another window's class, which is none of ours.
            let Some(window) = window.map(JsValue::unchecked_into::<Window>) else { return };
            let (Some(here), Some(there)) =
                (script::window().and_then(|window| window.document()), window.document())
            else {
                return;
            };
            dress(&here, &there);
            let Some(body) = there.body() else { return };
            let closed = Rc::downgrade(&open);
            let gone = script::listen(&window, "pagehide", move |_| {
                let open = closed.upgrade();
                // Let go of when this has been told.
                script::later(0, move || drop(open.map(|open| open.take())));
            });
            let held = [fill(&body), ticking(&window, tick), gone];
            open.replace(Some(Opened { window, _held: held }));
        });
    }

    fn close(&self) {
        if let Some(Opened { window, .. }) = self.open.take() {
            let _ = window.close();
        }
    }

    fn works(&self) -> bool {
        api().is_some()
    }
}
