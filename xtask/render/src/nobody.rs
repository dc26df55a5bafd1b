//! The device of nobody in particular, at an address: for whom a page is rendered beforehand.
//!
//! Decides: what it does not know. There is no clock yet, so a date is an empty line of the same height.

use std::rc::Rc;

use domain::time::{Day, Moment};
use evenkeel::ports::{DateShape, Device, Formats, Location, PlainEnglish, Plural};

/// Nothing to read that takes as much room as a line.
const BLANK: &str = "\u{a0}";

/// A device on which nothing happens, at `path`.
pub(crate) fn device(path: String) -> Device {
    let at = Location { path, fragment: String::new() };
    Device { formats: Rc::new(Dateless), ..Device::silent(at) }
}

/// Plain English, without a day.
struct Dateless;

impl Formats for Dateless {
    fn number(&self, value: f64, digits: u8) -> String {
        PlainEnglish.number(value, digits)
    }
    fn percent(&self, percent: u8) -> String {
        PlainEnglish.percent(percent)
    }
    fn date(&self, _: Day, _: DateShape) -> String {
        BLANK.to_owned()
    }
    fn time_of_day(&self, _: Moment, _: i32) -> String {
        BLANK.to_owned()
    }
    fn list(&self, parts: &[String]) -> String {
        PlainEnglish.list(parts)
    }
    fn plural(&self, count: u64) -> Plural {
        PlainEnglish.plural(count)
    }
}
