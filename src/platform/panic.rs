//! What is shown when the program breaks all the same.
//!
//! Decides: that a page which no longer works is taken away, and the plain one that `index.html` keeps hidden takes its
//! place: what happened, that the history is safe, and a way to load the page again (`public/boot.js` sees to that: nothing
//! of this program may be called any more).

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
    Some(())
}
