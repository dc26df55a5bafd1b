//! A device on which nothing happens: every port answers, none does anything.
//!
//! Decides: the answers that make a page render in full without a browser.

use std::rc::Rc;

use domain::time::{Millis, Moment};
use leptos::prelude::*;

use super::{
    Chance, Clock, Coming, Device, Disk, DiskTrouble, Held, Location, Page, PlainEnglish, Share, Worker,
};

struct Silent {
    at: Location,
}

pub(super) fn device(at: Location) -> Device {
    let silent = Rc::new(Silent { at });
    Device {
        clock: silent.clone(),
        disk: silent.clone(),
        share: silent.clone(),
        worker: silent.clone(),
        formats: Rc::new(PlainEnglish),
        page: silent.clone(),
        chance: silent,
        aids: Rc::new(|| Box::pin(core::future::ready(None))),
    }
}

impl Clock for Silent {
    fn now(&self) -> Moment {
        Moment(0)
    }
    fn offset(&self, _: Moment) -> i32 {
        0
    }
    fn catch_up(&self) -> Millis {
        Millis::ZERO
    }
    fn ticks(&self, _: Box<dyn Fn(Moment)>) -> Held {
        Held::nothing()
    }
    fn after(&self, _: Millis, _: Box<dyn FnOnce()>) -> Held {
        Held::nothing()
    }
}

impl Disk for Silent {
    fn works(&self) -> Result<(), DiskTrouble> {
        Ok(())
    }
    fn is_empty(&self) -> bool {
        true
    }
    fn keys(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
    fn read(&self, _: &str) -> Option<String> {
        None
    }
    fn write(&self, _: &str, _: &str) -> Result<(), DiskTrouble> {
        Ok(())
    }
    fn remove(&self, _: &str) {}
    fn on_change(&self, _: Box<dyn Fn(Option<String>)>) -> Held {
        Held::nothing()
    }
    fn settle(&self, _: bool, done: Box<dyn FnOnce(Option<bool>)>) {
        done(None);
    }
}

impl Share for Silent {
    fn copy(&self, _: &str, done: Box<dyn FnOnce(bool)>) {
        done(false);
    }
    fn has_sheet(&self) -> bool {
        false
    }
    fn sheet(&self, _: &str, _: &str, done: Box<dyn FnOnce(bool)>) {
        done(false);
    }
    fn print(&self) {}
    fn file(&self, _: &str, _: &str) {}
    fn choose(&self, _: Box<dyn FnOnce(Option<String>)>) {}
}

impl Worker for Silent {
    fn register(&self) {}
    fn update(&self) -> Signal<Option<String>> {
        Signal::stored(None)
    }
    fn take_update(&self) {}
    fn busy(&self, _: bool) {}
}

impl Page for Silent {
    fn base(&self) -> String {
        "/".to_owned()
    }
    fn address(&self, path: &str) -> String {
        format!("https://evenkeel.example/{path}")
    }
    fn location(&self) -> ReadSignal<Location> {
        RwSignal::new(self.at.clone()).read_only()
    }
    fn go(&self, _: &str) {}
    fn replace(&self, _: &str) {}
    fn back(&self) {}
    fn reload(&self) {}
    fn arrived(&self, _: &str, _: bool) {}
    fn focus(&self, _: &str) {}
    fn announce(&self, _: &str) {}
    fn mark(&self, _: &str, _: Option<&str>) {}
    fn keys(&self, _: Box<dyn Fn(&str) -> bool>) -> Held {
        Held::nothing()
    }
    fn seen(&self) -> Signal<bool> {
        Signal::stored(true)
    }
    fn calm(&self) -> Signal<bool> {
        Signal::stored(false)
    }
    fn fetch(&self, _: &str) -> Coming<Option<String>> {
        Box::pin(core::future::ready(None))
    }
    fn after_paint(&self, _: Box<dyn FnOnce()>) {}
    fn when_idle(&self, _: Box<dyn FnOnce()>) {}
}

impl Chance for Silent {
    fn bits(&self) -> u32 {
        0
    }
}
