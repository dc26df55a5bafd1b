//! Passing something on: clipboard, share sheet, file. And taking a file in.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

use super::script;
use crate::ports::{LARGEST_FILE, Share};

/// What this browser offers of it.
pub(super) struct BrowserShare;

pub(super) fn navigator() -> Option<JsValue> {
    Some(script::window()?.navigator().into())
}

impl Share for BrowserShare {
    fn copy(&self, text: &str, done: Box<dyn FnOnce(bool)>) {
        let clipboard = navigator().and_then(|navigator| script::property(&navigator, "clipboard"));
        // Called here and now: Safari allows it only within the tap.
        let promise =
            clipboard.and_then(|clipboard| script::call(&clipboard, "writeText", &[JsValue::from(text)]));
        script::when_settled(promise, |value| done(value.is_some()));
    }

    fn has_sheet(&self) -> bool {
        navigator().is_some_and(|navigator| script::property(&navigator, "share").is_some())
    }

    fn sheet(&self, title: &str, link: &str, done: Box<dyn FnOnce(bool)>) {
        let content = script::object(&[("title", title.into()), ("url", link.into())]);
        let promise = navigator().and_then(|navigator| script::call(&navigator, "share", &[content]));
        script::when_settled(promise, |value| done(value.is_some()));
    }

    fn print(&self) {
        if let Some(window) = script::window() {
            let _ = script::call(&window, "print", &[]);
        }
    }

    fn file(&self, name: &str, text: &str) {
        let _ = offer(name, text);
    }

    fn choose(&self, done: Box<dyn FnOnce(Option<String>)>) {
        let _ = choose(done);
    }
}

/// The promise of what is in a file, unless it is too large.
pub(super) fn text_of(file: &JsValue) -> Option<JsValue> {
    let size = script::property(file, "size")?.as_f64()?;
    if size > f64::from(LARGEST_FILE) {
        return None;
    }
    script::call(file, "text", &[])
}

/// A field for a file, out of sight: pressed here and now, since browsers open their own list of files only within a tap.
fn choose(done: Box<dyn FnOnce(Option<String>)>) -> Option<()> {
    let document = script::window()?.document()?;
    let field: HtmlElement = document.create_element("input").ok()?.unchecked_into();
    field.set_attribute("type", "file").ok()?;
    field.set_hidden(true);
    let chosen = field.clone();
    let read = script::once(move || {
        chosen.remove();
        let file = script::property(&chosen, "files").and_then(|files| script::property(&files, "0"));
        let text = file.and_then(|file| text_of(&file));
        script::when_settled(text, |text| done(text.and_then(|text| text.as_string())));
    });
    field.add_event_listener_with_callback("change", read.unchecked_ref()).ok()?;
    // In the page, where a browser test finds it.
    document.body()?.append_child(&field).ok()?;
    field.click();
    Some(())
}

fn offer(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("text/plain;charset=utf-8");
    let parts = Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let document = script::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser reads the file after the click is over.
    script::later(60_000, move || drop(Url::revoke_object_url(&address)));
    Some(())
}
