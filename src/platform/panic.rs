//! What is shown when the program breaks all the same.
//!
//! Decides: that the page's own script is told at once (`public/boot/trouble.js`). It takes away what no longer works and
//! shows the plain page that `index.html` keeps hidden; nothing of this program is needed for that.

use super::worker::ask;

/// From now on, a panic shows the plain page.
pub fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        ask("broken", &[place.into()]);
    }));
}
