//! The first form of a record, `1|<checksum>|id=…|rev=…|…`, written until 2026-11-25.
//!
//! Decides: what such a line means now. It is only read: a record that is changed is written in the form of today.

use crate::catalogue::{ExerciseId, Side};
use crate::line::{self, Damage, unescape};
use crate::routine::Move;
use crate::session::SetDone;
use crate::time::{Millis, Moment};

use crate::history::{MOST_FELT, Record, RecordId};

/// The form that is read here.
pub(super) const VERSION: u32 = 1;

/// Reads the line under the key of the id `key`.
///
/// # Errors
/// [`Damage`] when it is not whole, a later version wrote it, or it has no id or no start.
pub(super) fn read(key: &str, text: &str) -> Result<Record, Damage> {
    let fields = line::open(text)?;
    let find = |key: &str| {
        fields
            .iter()
            .filter_map(|field| field.split_once('='))
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    };
    let id = find("id").filter(|id| *id == key).and_then(RecordId::read).ok_or(Damage::Part("its id"))?;
    let started = find("start").and_then(|start| start.parse().ok()).ok_or(Damage::Part("a start"))?;
    let text = |key| unescape(find(key).unwrap_or_default());
    Ok(Record {
        rev: find("rev").and_then(|rev| rev.parse().ok()).unwrap_or(1),
        deleted: find("deleted") == Some("1"),
        offset: find("offset").and_then(|offset| offset.parse().ok()).unwrap_or(0),
        routine: text("routine"),
        title: text("title"),
        active: Millis(find("active").and_then(|active| active.parse().ok()).unwrap_or(0)),
        complete: find("complete") == Some("1"),
        sets: find("sets").unwrap_or_default().split(';').filter_map(read_set).collect(),
        effort: find("effort").and_then(|effort| effort.parse().ok()).filter(|effort| *effort <= MOST_FELT),
        note: text("note"),
        unknown: fields.iter().filter(|field| !is_known(field)).map(|&field| field.to_owned()).collect(),
        ..Record::empty(id, Moment(started))
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
    Some(SetDone { action, side, reps, seconds, intensity, load: None })
}
