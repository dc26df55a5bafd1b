//! Which clicks stay inside the page.
//!
//! Decides: a plain click on a link of this site changes the address without loading anything. Everything else (another
//! button, a key held, a target, a download, another site) is the browser's.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

/// The address that this click leads to, when it is one of ours below `base`.
pub(super) fn inside(event: &Event, base: &str) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let plain = click.button() == 0
        && !(click.alt_key() || click.ctrl_key() || click.meta_key() || click.shift_key())
        && !click.default_prevented();
    if !plain {
        return None;
    }
    let element: Element = click.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = element.closest("a[href]").ok()??.dyn_into().ok()?;
    let ours = link.target().is_empty()
        && !link.has_attribute("download")
        && link.origin() == super::script::window()?.location().origin().ok()?
        && link.pathname().starts_with(base)
        && !is_file(&link.pathname());
    ours.then(|| link.href())
}

/// Pages have no ending; what has one is a file to load.
fn is_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}
