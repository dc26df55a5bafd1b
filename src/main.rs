//! The way in from the page: `boot.js` lets the program prepare, then has it made turn by turn, and
//! puts it in the place of what was rendered beforehand.

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

/// Begins to make the app in `place`, which is not in the page yet: `words` is the text of the words that the start needs,
/// `others` that of the rest if it is here already, and else `later` the address that it comes from. `stills` are the keys
/// of the figures that stand in the page, one a line. What is left to do is done by [`turn`].
#[wasm_bindgen]
pub fn mount(
    place: web_sys::HtmlElement,
    words: String,
    others: Option<String>,
    later: String,
    stills: String,
) {
    evenkeel::app::mount(place, words, others, later, &stills);
}

/// Makes the next part of the app; `false` when all of it stands in its place, which may then be put into the page.
#[wasm_bindgen]
pub fn turn() -> bool {
    evenkeel::app::turn()
}

/// Does the next of what can wait until the app has been seen; `false` when nothing is left.
#[wasm_bindgen]
pub fn afterwards() -> bool {
    evenkeel::app::afterwards()
}

fn main() {}
