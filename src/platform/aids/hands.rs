//! What is pasted and dropped, where on the page something is, and a picture to pass on.
//!
//! Decides: what of a paste or a drop is taken, and that a picture is kept as long as it may be passed on. A browser that cannot do
//! one of it does nothing.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::raster::{image, points};
use crate::platform::script;
use crate::platform::share::{navigator, text_of};
use crate::ports::{Hands, Held};

/// Nearer than this to an end of what is seen, in pixels, the page is scrolled; at the lower one stands the navigation.
const NEAR: i32 = 96;
/// So many pixels nearer are one pixel further, each time.
const EASE: i32 = 8;

/// How far to scroll in what is so high; towards the start below nothing.
fn lean(y: i32, height: i32) -> i32 {
    let (above, below) = ((NEAR - y).max(0), (y - height.saturating_sub(NEAR)).max(0));
    (below - above).clamp(-NEAR, NEAR) / EASE
}

/// What this browser offers of it.
#[derive(Default)]
pub(super) struct Page {
    /// The picture that was made last, as a file.
    picture: Rc<RefCell<Option<JsValue>>>,
}

impl Hands for Page {
    fn given(&self, each: Box<dyn Fn(String)>) -> Held {
        given(each.into())
    }

    fn place(&self, id: &str) -> Option<(i32, i32)> {
        let element = script::window()?.document()?.get_element_by_id(id)?;
        let room = script::call(&element, "getBoundingClientRect", &[])?;
        let edge = |name| Some(script::property(&room, name)?.as_f64()?.round() as i32);
        Some((edge("top")?, edge("bottom")?))
    }

    fn hold(&self, id: &str, pointer: i32) {
        let element = script::window().and_then(|window| window.document()?.get_element_by_id(id));
        if let Some(element) = element {
            let _ = script::call(&element, "setPointerCapture", &[pointer.into()]);
        }
    }

    fn lean(&self, y: i32) -> bool {
        let Some(window) = script::window() else { return false };
        let height = script::property(&window, "innerHeight").and_then(|height| height.as_f64());
        let by = lean(y, height.map_or(i32::MAX, |height| height as i32));
        if by != 0 {
            // At once: a page that glides would still be on its way when it is asked again.
            let how = script::object(&[("top", by.into()), ("behavior", "instant".into())]);
            let _ = script::call(&window, "scrollBy", &[how]);
        }
        by != 0
    }

    fn picture(&self, name: &str, svg: &str, size: (u32, u32), done: Box<dyn FnOnce(Option<String>)>) {
        self.picture.replace(None);
        let Some((image, loaded)) = image(svg) else { return done(None) };
        let (kept, name) = (self.picture.clone(), name.to_owned());
        script::when_settled(Some(loaded), move |_| {
            let address = points(&image, size);
            kept.replace(address.as_deref().and_then(|address| file(&name, address)));
            done(address);
        });
    }

    fn takes_pictures(&self) -> bool {
        let picture = self.picture.borrow();
        let asked = || {
            let content = script::object(&[("files", Array::of1(picture.as_ref()?).into())]);
            script::call(&navigator()?, "canShare", &[content])?.as_bool()
        };
        asked() == Some(true)
    }

    fn pass_on(&self) {
        let picture = self.picture.borrow();
        let passed = || {
            let content = script::object(&[("files", Array::of1(picture.as_ref()?).into())]);
            script::call(&navigator()?, "share", &[content])
        };
        script::ignore(passed());
    }
}

/// The file that stands in an address of data.
fn file(name: &str, address: &str) -> Option<JsValue> {
    let window = script::window()?;
    let (_, data) = address.split_once(',')?;
    let letters: Vec<u8> = window.atob(data).ok()?.chars().map(|letter| letter as u8).collect();
    let bytes = js_sys::Uint8Array::from(letters.as_slice());
    let kind = script::object(&[("type", "image/png".into())]);
    script::construct(window.as_ref(), "File", &[Array::of1(&bytes).into(), name.into(), kind])
}

/// What is pasted or dropped, told to `each`.
fn given(each: Rc<dyn Fn(String)>) -> Held {
    let Some(window) = script::window() else { return Held::nothing() };
    let of = |event: &'static str, carrier: &'static str| {
        let each = each.clone();
        script::listen(&window, event, move |event| {
            let is_field = || {
                let target = event.target();
                target.is_some_and(|target| script::property(&target, "value").is_some())
            };
            let Some(carried) = script::property(&event, carrier).filter(|_| !is_field()) else { return };
            event.prevent_default();
            let file = script::property(&carried, "files").and_then(|files| script::property(&files, "0"));
            if let Some(file) = file {
                let each = each.clone();
                script::when_settled(text_of(&file), move |text| {
                    if let Some(text) = text.and_then(|text| text.as_string()) {
                        each(text);
                    }
                });
            } else if let Some(text) = script::call(&carried, "getData", &["text".into()])
                && let Some(text) = text.as_string()
            {
                each(text);
            }
        })
    };
    let held = [of("paste", "clipboardData"), of("drop", "dataTransfer")];
    // Without this a browser opens what is dropped, instead of asking the page.
    let over = script::listen(&window, "dragover", |event| event.prevent_default());
    Held::until(move || drop((held, over)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_goes_on_at_its_ends_and_faster_the_nearer_one_is() {
        let at = |y| lean(y, 700);
        assert_eq!([at(96), at(350), at(604)], [0, 0, 0]);
        assert_eq!([at(692), at(650), at(8), at(50)], [11, 5, -11, -5]);
        assert_eq!([at(5000), at(-5000)], [12, -12], "beyond an end it is no faster");
    }
}
