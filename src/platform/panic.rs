//! What is shown when the program breaks all the same.
//!
//! Decides: that a page which no longer works is taken away, and the plain one that `index.html` keeps hidden takes its
//! place: what happened, that the history is safe, and a way to load the page again.

use js_sys::Function;
use wasm_bindgen::JsCast;

use super::script;

/// From now on, a panic shows the plain page.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let _ = show(&place);
    }));
}

fn show(place: &str) -> Option<()> {
    let document = script::window()?.document()?;
    document.get_element_by_id("app")?.set_text_content(None);
    let trouble = document.get_element_by_id("trouble")?;
    let _ = trouble.set_attribute("data-place", place);
    let _ = trouble.remove_attribute("hidden");
    // A function of the browser's own: nothing of this program may be called any more.
    let location = script::window()?.location();
    let reload: Function = script::property(&location, "reload")?.dyn_into().ok()?;
    let button = trouble.query_selector("button").ok()??;
    let _ = button.add_event_listener_with_callback("click", &reload.bind0(&location));
    Some(())
}
