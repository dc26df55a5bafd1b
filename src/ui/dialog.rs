//! Something that must be read or decided before going on.

use leptos::html;
use leptos::prelude::*;

use super::button::IconButton;
use super::icon::Glyph;

/// A dialog over the page: the browser's own, which keeps the focus inside and gives it back.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the button that puts it away.
    #[prop(into)]
    close_label: Signal<String>,
    /// Told when it is put away, by its button or by the keyboard.
    #[prop(into)]
    on_close: UnsyncCallback<()>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            // A dialog that cannot be shown (it has left the page) is no loss.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog class="dialog" node_ref=element aria-label=title on:close=move |_| on_close.run(())>
            <div class="dialog-head">
                <h2>{title}</h2>
                <IconButton glyph=Glyph::Close label=close_label on_press=on_close />
            </div>
            {children()}
        </dialog>
    }
}
