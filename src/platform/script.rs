//! Calling what may not be there, and listening.
//!
//! Decides: that an absent function, a thrown exception and a rejected promise are all the same: nothing.

use core::pin::Pin;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, EventTarget, Window};

use crate::ports::Held;

/// The window, where there is one.
pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

/// `object[name]`, unless it is absent.
pub(super) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// `object[name](...arguments)`, unless there is no such function or it throws.
pub(super) fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = property(object, name)?.dyn_into().ok()?;
    let arguments: Array = arguments.iter().collect();
    function.apply(object, &arguments).ok()
}

/// `new object[name](...arguments)`, unless there is no such class or it throws.
pub(super) fn construct(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let class: Function = property(object, name)?.dyn_into().ok()?;
    Reflect::construct(&class, &arguments.iter().collect()).ok()
}

/// An object with these properties.
pub(super) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in properties {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Runs `task` from now on, in between everything else.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    // Boxed, here and below: one way through the browser's calls for all, and not one for each caller.
    spawn_boxed(Box::pin(task));
}

/// Hears how `promise` ends: its value, or nothing when it is none or is rejected.
pub(super) fn when_settled(promise: Option<JsValue>, then: impl FnOnce(Option<JsValue>) + 'static) {
    settle(promise, Box::new(then));
}

fn settle(promise: Option<JsValue>, then: Box<dyn FnOnce(Option<JsValue>)>) {
    let Some(Ok(promise)) = promise.map(JsValue::dyn_into::<Promise>) else { return then(None) };
    spawn(async move { then(JsFuture::from(promise).await.ok()) });
}

fn spawn_boxed(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(task);
}

/// How `promise` ends: its value, or nothing when it is rejected.
pub(super) async fn settled(promise: JsValue) -> Option<JsValue> {
    JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()
}

/// Lets `promise` end as it likes, without an unhandled rejection.
pub(super) fn ignore(promise: Option<JsValue>) {
    when_settled(promise, |_| ());
}

/// Calls `each` with every `event` of `target`, until let go of.
pub(super) fn listen(target: &EventTarget, event: &'static str, each: impl FnMut(Event) + 'static) -> Held {
    listen_boxed(target, event, Box::new(each))
}

fn listen_boxed(target: &EventTarget, event: &'static str, each: Box<dyn FnMut(Event)>) -> Held {
    let listener = Closure::wrap(each);
    let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    let target = target.clone();
    Held::until(move || {
        let _ = target.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    })
}

/// `then` as a function that may be called once.
pub(super) fn once(then: impl FnOnce() + 'static) -> JsValue {
    once_boxed(Box::new(then))
}

fn once_boxed(then: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(then)
}

/// Calls `then` in about `milliseconds`.
pub(super) fn later(milliseconds: i32, then: impl FnOnce() + 'static) {
    let callback = once(then);
    if let Some(window) = window() {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}

/// Whether the person has touched this page: before that, sound and vibration are refused. True where nobody can tell.
pub(super) fn was_touched() -> bool {
    let activation = window().and_then(|window| property(&window.navigator(), "userActivation"));
    activation
        .and_then(|activation| property(&activation, "hasBeenActive"))
        .is_none_or(|been| been.is_truthy())
}
