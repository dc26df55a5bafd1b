//! Which window leads, agreed by a lock of the browser.
//!
//! Decides: that whoever holds the lock leads, and whose lock was taken does so no more. A browser gives the lock of a
//! window that was closed or killed to the one that waits for it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::platform::script;
use crate::ports::{Claim, Lead};

/// What the lock is called. Every version of the site goes by it.
const NAME: &str = "evenkeel:session";

/// The question that was asked last.
#[derive(Default)]
struct Asked {
    /// Counts the questions: what comes of an earlier one is of no use any more.
    number: u32,
    /// Ends the promise for which the browser keeps the lock.
    give_back: Option<Function>,
    /// Ends a question that waits.
    abort: Option<JsValue>,
}

/// `navigator.locks`, where there is one.
#[derive(Default)]
pub(super) struct WebLock {
    asked: Rc<RefCell<Asked>>,
}

fn manager() -> Option<JsValue> {
    script::property(&script::window()?.navigator(), "locks")
}

impl WebLock {
    /// Ends what was asked before; says what the next question is called.
    fn end(&self) -> u32 {
        let Ok(mut asked) = self.asked.try_borrow_mut() else { return 0 };
        let number = asked.number.wrapping_add(1);
        let before = core::mem::replace(&mut *asked, Asked { number, ..Asked::default() });
        drop(asked);
        if let Some(give_back) = before.give_back {
            let _ = give_back.call0(&JsValue::UNDEFINED);
        }
        if let Some(abort) = before.abort {
            script::call(&abort, "abort", &[]);
        }
        number
    }
}

fn is_asked(asked: &RefCell<Asked>, number: u32) -> bool {
    asked.try_borrow().is_ok_and(|asked| asked.number == number)
}

impl Lead for WebLock {
    fn claim(&self, claim: Claim, told: Box<dyn Fn(bool)>) {
        let number = self.end();
        let Some(manager) = manager() else { return told(true) };
        let options = match claim {
            Claim::IfFree => script::object(&[("ifAvailable", true.into())]),
            Claim::Now => script::object(&[("steal", true.into())]),
            Claim::WhenFree => {
                let abort = script::window()
                    .and_then(|window| script::construct(window.as_ref(), "AbortController", &[]));
                let signal = abort.as_ref().and_then(|abort| script::property(abort, "signal"));
                if let Ok(mut asked) = self.asked.try_borrow_mut() {
                    asked.abort = abort;
                }
                script::object(&[("signal", signal.unwrap_or(JsValue::UNDEFINED))])
            }
        };
        let told: Rc<dyn Fn(bool)> = Rc::from(told);
        let (asked, teller) = (self.asked.clone(), told.clone());
        let granted = Closure::<dyn FnMut(JsValue) -> JsValue>::new(move |lock: JsValue| {
            if !is_asked(&asked, number) {
                return JsValue::UNDEFINED;
            }
            if lock.is_null() {
                teller(false);
                return JsValue::UNDEFINED;
            }
            let held = Promise::new(&mut |give_back, _| {
                if let Ok(mut asked) = asked.try_borrow_mut() {
                    (asked.give_back, asked.abort) = (Some(give_back), None);
                }
            });
            teller(true);
            held.into()
        });
        let promise = script::call(&manager, "request", &[NAME.into(), options, granted.into_js_value()]);
        let Some(promise) = promise else { return told(true) };
        let asked = self.asked.clone();
        let lost = Closure::once_into_js(move |why: JsValue| {
            if is_asked(&asked, number) {
                // Taken away; or refused altogether, to a page of no origin: no other window knows of its session.
                let name = script::property(&why, "name").and_then(|name| name.as_string());
                told(name.as_deref() != Some("AbortError"));
            }
        });
        if let Some(then) =
            script::property(&promise, "then").and_then(|then| then.dyn_into::<Function>().ok())
        {
            let _ = then.call2(&promise, &JsValue::UNDEFINED, &lost);
        }
    }

    fn release(&self) {
        self.end();
    }

    fn works(&self) -> bool {
        manager().is_some_and(|manager| Reflect::has(&manager, &"request".into()).unwrap_or(false))
    }
}
