//! The service worker: put in place, watched for a newer version, and told to take over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, ServiceWorkerRegistration};

use super::script;
use crate::ports::Worker;

/// What the worker is told so that the newer version takes over (`public/sw.js`).
const TAKE_OVER: &str = "skip-waiting";

/// The service worker of this site.
pub(super) struct SiteWorker {
    ready: RwSignal<bool>,
    registration: Rc<RefCell<Option<ServiceWorkerRegistration>>>,
    asked: Rc<Cell<bool>>,
}

impl SiteWorker {
    pub(super) fn new() -> Self {
        Self { ready: RwSignal::new(false), registration: Rc::default(), asked: Rc::default() }
    }
}

/// Absent in private windows of Firefox and on addresses without encryption.
fn container() -> Option<JsValue> {
    script::property(&script::window()?.navigator(), "serviceWorker")
}

impl Worker for SiteWorker {
    fn register(&self) {
        let Some(container) = container() else { return };
        if let Some(target) = container.dyn_ref::<EventTarget>() {
            let asked = self.asked.clone();
            script::listen(target, "controllerchange", move |_| {
                // Only when this page asked: another window may not reload a running session.
                if asked.replace(false)
                    && let Some(window) = script::window()
                {
                    let _ = window.location().reload();
                }
            })
            .for_ever();
        }
        let options = script::object(&[("updateViaCache", "none".into())]);
        let promise = script::call(&container, "register", &["sw.js".into(), options]);
        let (ready, kept) = (self.ready, self.registration.clone());
        script::when_settled(promise, move |registration| {
            let Some(Ok(registration)) = registration.map(JsValue::dyn_into::<ServiceWorkerRegistration>)
            else {
                return;
            };
            watch(&registration, ready);
            kept.replace(Some(registration));
        });
    }

    fn update_ready(&self) -> Signal<bool> {
        self.ready.into()
    }

    fn take_update(&self) {
        let waiting = self.registration.borrow().as_ref().and_then(ServiceWorkerRegistration::waiting);
        if let Some(waiting) = waiting {
            self.asked.set(true);
            let _ = waiting.post_message(&TAKE_OVER.into());
        }
    }
}

/// Says on `ready` when a newer version has been fetched in full and waits.
fn watch(registration: &ServiceWorkerRegistration, ready: RwSignal<bool>) {
    if waits(registration) {
        ready.set(true);
    }
    let found = registration.clone();
    script::listen(registration, "updatefound", move |_| {
        let Some(arriving) = found.installing() else { return };
        let registration = found.clone();
        script::listen(&arriving, "statechange", move |_| {
            if waits(&registration) {
                ready.set(true);
            }
        })
        .for_ever();
    })
    .for_ever();
}

/// Whether a newer version waits. The very first one passes through waiting too, but nothing runs that it replaces.
fn waits(registration: &ServiceWorkerRegistration) -> bool {
    registration.waiting().is_some() && registration.active().is_some()
}
