//! A drawing of outlines turned into points.
//!
//! Decides: how a browser is made to do it. One that cannot answers nothing.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::platform::script;

/// An image of `svg`, and the promise that it is ready to be drawn.
pub(super) fn image(svg: &str) -> Option<(JsValue, JsValue)> {
    let image = script::construct(script::window()?.as_ref(), "Image", &[])?;
    let address = ["data:image/svg+xml,", &String::from(js_sys::encode_uri_component(svg))].concat();
    Reflect::set(&image, &"src".into(), &address.into()).ok()?;
    let loaded = script::call(&image, "decode", &[])?;
    Some((image, loaded))
}

/// The image in points, so wide and so high: the address of a file that stands in it.
pub(super) fn points(image: &JsValue, (width, height): (u32, u32)) -> Option<String> {
    let document = script::window()?.document()?;
    let canvas = script::call(&document, "createElement", &["canvas".into()])?;
    for (name, side) in [("width", width), ("height", height)] {
        Reflect::set(&canvas, &name.into(), &side.into()).ok()?;
    }
    let brush = script::call(&canvas, "getContext", &["2d".into()])?;
    let room = [image.clone(), 0.into(), 0.into(), width.into(), height.into()];
    script::call(&brush, "drawImage", &room)?;
    script::call(&canvas, "toDataURL", &["image/png".into()])?.as_string()
}
