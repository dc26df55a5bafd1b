//! A picture for lock screens, which want points and not outlines.
//!
//! Decides: its size, and that the same picture is made once. A browser that cannot make it shows none.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::platform::script;

/// Its width and height in points.
const SIDE: i32 = 512;
/// The same, as Media Session wants to be told.
pub(super) const SIZES: &str = "512x512";

/// The pictures that are made.
#[derive(Default)]
pub(super) struct Artwork {
    /// The one that was made last: what of, and where it lies.
    made: Rc<RefCell<Option<(String, String)>>>,
    /// Which one is wanted: one that comes after a later one is of no use any more.
    wanted: Rc<Cell<u32>>,
}

impl Artwork {
    /// Hands the address of a picture of `svg` to `then`: at once where it is there already, nothing where it cannot be
    /// made; never, where another is wanted first.
    pub(super) fn wanted(&self, svg: &str, then: impl Fn(Option<String>) + 'static) {
        let number = self.wanted.get().wrapping_add(1);
        self.wanted.set(number);
        let known =
            self.made.try_borrow().ok().and_then(|made| {
                made.as_ref().filter(|(of, _)| of == svg).map(|(_, address)| address.clone())
            });
        if known.is_some() || svg.is_empty() {
            return then(known);
        }
        // Without it first: what is said must not wait for what is drawn.
        then(None);
        let Some((image, loaded)) = image(svg) else { return };
        let (made, wanted, svg) = (self.made.clone(), self.wanted.clone(), svg.to_owned());
        script::when_settled(Some(loaded), move |_| {
            if wanted.get() == number
                && let Some(address) = points(&image)
            {
                made.replace(Some((svg, address.clone())));
                then(Some(address));
            }
        });
    }
}

/// An image of `svg`, and the promise that it is ready to be drawn.
fn image(svg: &str) -> Option<(JsValue, JsValue)> {
    let image = script::construct(script::window()?.as_ref(), "Image", &[])?;
    let address = ["data:image/svg+xml,", &String::from(js_sys::encode_uri_component(svg))].concat();
    Reflect::set(&image, &"src".into(), &address.into()).ok()?;
    let loaded = script::call(&image, "decode", &[])?;
    Some((image, loaded))
}

/// The image as a file of points.
fn points(image: &JsValue) -> Option<String> {
    let document = script::window()?.document()?;
    let canvas = script::call(&document, "createElement", &["canvas".into()])?;
    for side in ["width", "height"] {
        Reflect::set(&canvas, &side.into(), &SIDE.into()).ok()?;
    }
    let brush = script::call(&canvas, "getContext", &["2d".into()])?;
    let room = [image.clone(), 0.into(), 0.into(), SIDE.into(), SIDE.into()];
    script::call(&brush, "drawImage", &room)?;
    script::call(&canvas, "toDataURL", &["image/png".into()])?.as_string()
}
