//! A record as one line of text, `2|<checksum>|d=500+60|r=@the-five.2p|s=…`.
//!
//! Decides: the fields, and that a record cannot do without an id and a start. Everything else that is missing or makes
//! no sense is left empty; what a later version added is kept and written back. The id is the line's key, not in the line,
//! but part of what the checksum is of: a line that was copied under another key does not pass for that one.
//! Lines of [the first form](first) are read as well; a changed record is written in this one.
//! `docs/storage.md` has the grammar.

mod codes;
mod first;
mod plan;
mod set;

use crate::line::{self, Damage, as_found, escape, unescape};
use crate::routine::notation;
use crate::time::{Millis, Moment};

use super::{MOST_FELT, Record, RecordId};

/// The form that is written, since 2026-11-25.
pub const VERSION: u32 = 2;

/// The fields of this form.
const KEYS: [&str; 12] = ["x", "u", "v", "t", "d", "r", "n", "s", "e", "b", "a", "m"];

/// The record as one line. The same record is always the same line.
pub fn write(record: &Record) -> String {
    let mut fields: Vec<String> = Vec::new();
    let mut say = |said: bool, key: &str, value: &dyn Fn() -> String| {
        if said {
            fields.push([key, &value()].concat());
        }
    };
    let level = |level: Option<u8>| level.map(|level| level.to_string()).unwrap_or_default();
    say(record.deleted, "x", &String::new);
    say(!record.complete, "u", &String::new);
    say(record.rev != 1, "v=", &|| record.rev.to_string());
    say(record.id.begun() != Some(record.started), "t=", &|| record.started.0.to_string());
    say(record.active != Millis::ZERO || record.offset != 0, "d=", &|| {
        let offset = if record.offset == 0 { String::new() } else { format!("{:+}", record.offset) };
        set::write_span(record.active) + &offset
    });
    say(!record.routine.is_empty(), "r=", &|| escape(&plan::shorten(&record.routine)));
    say(record.title != notation::title(&record.routine), "n=", &|| escape(&record.title));
    say(!record.sets.is_empty(), "s=", &|| set::write(&record.sets));
    say(record.effort.is_some(), "e=", &|| level(record.effort));
    say(record.back_before.is_some(), "b=", &|| level(record.back_before));
    say(record.back_after.is_some(), "a=", &|| level(record.back_after));
    say(!record.note.is_empty(), "m=", &|| escape(&record.note));
    fields.extend(record.unknown.iter().cloned());
    line::seal_as(VERSION, record.id.as_str(), &fields)
}

/// Reads the line under the key of `id`.
///
/// # Errors
/// [`Damage`] when it is not whole, belongs to another id, a later version wrote it, or it has no id or no start.
pub fn read(id: &str, text: &str) -> Result<Record, Damage> {
    if line::version(text) == Some(first::VERSION) {
        return first::read(id, text);
    }
    let fields = line::open_as(VERSION, id, text)?;
    let id = RecordId::read(id).ok_or(Damage::Part("an id"))?;
    let mut record = Record::empty(id, Moment::default());
    let mut started = record.id.begun();
    let mut title = None;
    record.complete = true;
    for field in fields.into_iter().filter(|field| !field.is_empty()) {
        let (key, value) = field.split_once('=').unwrap_or((field, ""));
        match key {
            "x" => record.deleted = true,
            "u" => record.complete = false,
            "v" => record.rev = value.parse().unwrap_or(1),
            "t" => started = value.parse().ok().map(Moment),
            "d" => {
                let (active, offset) = value.split_at(value.find(['+', '-']).unwrap_or(value.len()));
                record.active = set::read_span(active).unwrap_or_default();
                record.offset = offset.parse().unwrap_or(0);
            }
            "r" => record.routine = plan::lengthen(&unescape(value)),
            "n" => title = Some(unescape(value)),
            "s" => record.sets = set::read(value),
            "e" => record.effort = level(value),
            "b" => record.back_before = level(value),
            "a" => record.back_after = level(value),
            "m" => record.note = unescape(value),
            _ => record.unknown.push(as_found(field)),
        }
    }
    record.started = started.ok_or(Damage::Part("a start"))?;
    record.title = title.unwrap_or_else(|| notation::title(&record.routine));
    Ok(record)
}

/// Whether a later version of the app wrote this line.
pub fn is_newer(text: &str) -> bool {
    line::version(text).is_some_and(|version| version > VERSION)
}

fn level(value: &str) -> Option<u8> {
    value.parse().ok().filter(|level| *level <= MOST_FELT)
}
