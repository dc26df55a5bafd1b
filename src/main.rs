//! The way in from the page: `boot.js` calls [`start`] with what it has fetched.

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the app: `words` is the text of the interface, `moves` the address of the words that come later.
#[wasm_bindgen]
pub fn start(words: String, moves: String) {
    evenkeel::app::start(words, moves);
}

fn main() {}
