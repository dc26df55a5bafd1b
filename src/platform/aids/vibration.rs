//! The motor that shakes a phone.

use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::platform::script;
use crate::ports::Vibration;

/// `navigator.vibrate`, where there is one.
pub(super) struct Motor;

impl Vibration for Motor {
    fn shake(&self, pattern: &[u32]) {
        let Some(window) = script::window().filter(|_| script::was_touched()) else { return };
        let pattern: Array = pattern.iter().map(|length| JsValue::from(*length)).collect();
        script::call(&window.navigator(), "vibrate", &[pattern.into()]);
    }

    fn works(&self) -> bool {
        script::window().is_some_and(|window| script::property(&window.navigator(), "vibrate").is_some())
    }
}
