//! A record as one line of text, `1|<checksum>|id=…|rev=…|…`.
//!
//! Decides: the keys, and what a record cannot do without (an id and a start). Everything else that is missing or makes
//! no sense is left empty; what a later version added is kept and written back.

use crate::catalogue::{ExerciseId, Side};
use crate::line::{self, Damage, escape, unescape};
use crate::routine::Move;
use crate::session::SetDone;
use crate::time::{Millis, Moment};

use super::{Record, RecordId};

/// The record as one line. The same record is always the same line.
pub fn write(record: &Record) -> String {
    let mut fields = vec![
        format!("id={}", record.id),
        format!("rev={}", record.rev),
        format!("start={}", record.started.0),
        format!("offset={}", record.offset),
        format!("active={}", record.active.0),
    ];
    let mut say = |key: &str, value: String| {
        if !value.is_empty() {
            fields.push(format!("{key}={value}"));
        }
    };
    say("deleted", if record.deleted { "1".into() } else { String::new() });
    say("complete", if record.complete { "1".into() } else { String::new() });
    say("routine", escape(&record.routine));
    say("title", escape(&record.title));
    say("sets", record.sets.iter().map(write_set).collect::<Vec<_>>().join(";"));
    say("effort", record.effort.map(|effort| effort.to_string()).unwrap_or_default());
    say("note", escape(&record.note));
    fields.extend(record.unknown.iter().cloned());
    line::seal(&fields)
}

/// Reads a line.
///
/// # Errors
/// [`Damage`] when it is not whole, a later version wrote it, or it has no id or no start.
pub fn read(text: &str) -> Result<Record, Damage> {
    let fields = line::open(text)?;
    let find = |key: &str| {
        fields
            .iter()
            .filter_map(|field| field.split_once('='))
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    };
    let id = find("id").and_then(RecordId::read).ok_or(Damage::Part("an id"))?;
    let started = find("start").and_then(|start| start.parse().ok()).ok_or(Damage::Part("a start"))?;
    let text = |key| unescape(find(key).unwrap_or_default());
    Ok(Record {
        id,
        rev: find("rev").and_then(|rev| rev.parse().ok()).unwrap_or(1),
        deleted: find("deleted") == Some("1"),
        started: Moment(started),
        offset: find("offset").and_then(|offset| offset.parse().ok()).unwrap_or(0),
        routine: text("routine"),
        title: text("title"),
        active: Millis(find("active").and_then(|active| active.parse().ok()).unwrap_or(0)),
        complete: find("complete") == Some("1"),
        sets: find("sets").unwrap_or_default().split(';').filter_map(read_set).collect(),
        effort: find("effort").and_then(|effort| effort.parse().ok()),
        note: text("note"),
        unknown: fields.iter().filter(|field| !is_known(field)).map(|&field| field.to_owned()).collect(),
    })
}

const KEYS: [&str; 12] = [
    "id", "rev", "start", "offset", "active", "deleted", "complete", "routine", "title", "sets", "effort",
    "note",
];

fn is_known(field: &str) -> bool {
    field.is_empty() || field.split_once('=').is_some_and(|(key, _)| KEYS.contains(&key))
}

/// `superman,,15,75000,4`: move, side, repetitions, milliseconds, intensity.
fn write_set(set: &SetDone) -> String {
    let action = match &set.action {
        Move::Known(id) => id.slug().to_owned(),
        Move::Custom(name) => format!("~{}", escape(name)),
        Move::Unknown(slug) => escape(slug),
    };
    let side = match set.side {
        None => "",
        Some(Side::Left) => "l",
        Some(Side::Right) => "r",
    };
    let reps = set.reps.map(|reps| reps.to_string()).unwrap_or_default();
    format!("{action},{side},{reps},{},{}", set.seconds.0, set.intensity)
}

fn read_set(text: &str) -> Option<SetDone> {
    let mut fields = text.split(',');
    let action = match fields.next()? {
        "" => return None,
        name => match (name.strip_prefix('~'), ExerciseId::from_slug(name)) {
            (Some(name), _) => Move::Custom(unescape(name)),
            (None, Some(id)) => Move::Known(id),
            (None, None) => Move::Unknown(unescape(name)),
        },
    };
    let side = match fields.next()? {
        "l" => Some(Side::Left),
        "r" => Some(Side::Right),
        _ => None,
    };
    let reps = fields.next()?.parse().ok();
    let seconds = Millis(fields.next()?.parse().ok()?);
    let intensity = fields.next()?.parse().ok()?;
    Some(SetDone { action, side, reps, seconds, intensity })
}
