//! Passing something on: clipboard, share sheet, file.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::script;
use crate::ports::Share;

/// What this browser offers of it.
pub(super) struct BrowserShare;

fn navigator() -> Option<JsValue> {
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

    fn file(&self, name: &str, text: &str) {
        let _ = offer(name, text);
    }
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
