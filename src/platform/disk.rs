//! Local storage, as answers.
//!
//! Decides: that a write counts only when it can be read back (a browser has been known to drop a full batch in
//! silence), that where nothing may be kept, this visit remembers, and that the page's own script notes each write in a
//! second place (`public/journal.js`): a killed browser loses what it has not put on its disk yet.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::{script, worker};
use crate::ports::{Disk, DiskTrouble, Held};

/// Local storage where the browser allows it, else a memory for this visit.
pub(super) struct LocalDisk {
    storage: Option<Storage>,
    /// What could not be kept: seldom more than a line or two.
    memory: RefCell<Vec<(String, String)>>,
}

impl LocalDisk {
    pub(super) fn open() -> Self {
        // `raw()` throws where storage is forbidden: it is asked only when the browser has let us in once.
        let allowed = script::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
        let storage = allowed.then(LocalStorage::raw);
        Self { storage, memory: RefCell::default() }
    }
}

impl Disk for LocalDisk {
    fn works(&self) -> Result<(), DiskTrouble> {
        self.storage.as_ref().map(|_| ()).ok_or(DiskTrouble::Forbidden)
    }

    fn is_empty(&self) -> bool {
        self.memory.borrow().is_empty()
            && self.storage.as_ref().is_none_or(|storage| storage.length() == Ok(0))
    }

    fn keys(&self, prefix: &str) -> Vec<String> {
        let memory = self.memory.borrow();
        let mut keys: Vec<String> =
            memory.iter().map(|(key, _)| key).filter(|key| key.starts_with(prefix)).cloned().collect();
        if let Some(storage) = &self.storage {
            // Not `key(i)`: that is 16 times slower in Firefox; and all in one text, because ten thousand small ones take longer
            // on the way than everything else at the start. No key of ours has a line break in it.
            let stored = String::from(js_sys::Object::keys(storage).join("\n"));
            let is_fresh = |key: &&str| key.starts_with(prefix) && memory.iter().all(|(held, _)| held != key);
            keys.extend(stored.lines().filter(is_fresh).map(str::to_owned));
        }
        keys
    }

    fn read(&self, key: &str) -> Option<String> {
        if let Some((_, text)) = self.memory.borrow().iter().find(|(held, _)| held == key) {
            return Some(text.clone());
        }
        self.storage.as_ref()?.get_item(key).ok()?
    }

    fn write(&self, key: &str, text: &str) -> Result<(), DiskTrouble> {
        let result = match &self.storage {
            None => Err(DiskTrouble::Forbidden),
            Some(storage) => {
                let kept = storage.set_item(key, text).is_ok()
                    && storage.get_item(key).ok().flatten().as_deref() == Some(text);
                if kept { Ok(()) } else { Err(DiskTrouble::Full) }
            }
        };
        // What could not be kept holds at least for this visit.
        let mut memory = self.memory.borrow_mut();
        memory.retain(|(held, _)| held != key);
        if result.is_err() {
            memory.push((key.to_owned(), text.to_owned()));
        } else {
            worker::ask("note", &[key.into(), text.into()]);
        }
        result
    }

    fn remove(&self, key: &str) {
        self.memory.borrow_mut().retain(|(held, _)| held != key);
        if let Some(storage) = &self.storage {
            let _ = storage.remove_item(key);
            worker::ask("note", &[key.into()]);
        }
    }

    fn on_change(&self, each: Box<dyn Fn(Option<String>)>) -> Held {
        let Some(window) = script::window() else { return Held::nothing() };
        script::listen(&window, "storage", move |event| {
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                each(event.key());
            }
        })
    }

    fn settle(&self, ask: bool, done: Box<dyn FnOnce(Option<bool>)>) {
        let manager = script::window().and_then(|window| script::property(&window.navigator(), "storage"));
        let question = if ask { "persist" } else { "persisted" };
        let answer = manager.and_then(|manager| script::call(&manager, question, &[]));
        script::when_settled(answer, |answer| done(answer.and_then(|answer| answer.as_bool())));
    }
}
