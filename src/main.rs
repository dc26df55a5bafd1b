//! The way in from the page: `boot.js` lets the program prepare, then mounts it in place of what was rendered beforehand.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Fetches what the page needs besides the program's own file, so that [`mount`] leaves nothing to wait for; then calls
/// `ready`. Not a promise of our own making: that would be 2 kB of program.
#[wasm_bindgen]
pub fn prepare(ready: js_sys::Function) {
    evenkeel::app::prepare(move || {
        // What it throws is the page's own affair.
        let _ = ready.call0(&JsValue::NULL);
    });
}

/// Puts the app in place of what stands in the page: `words` is the text of the words that the start needs, `others` that
/// of the rest if it is here already, and else `later` the address that it comes from. `stills` are the keys of the figures
/// that stand in the page, one a line.
#[wasm_bindgen]
pub fn mount(words: String, others: Option<String>, later: String, stills: String) {
    evenkeel::app::mount(words, others, later, &stills);
}

fn main() {}
