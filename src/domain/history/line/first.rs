//! The first form of a record, `1|<checksum>|id=…|rev=…|…`, written until 2026-11-25.
//!
//! Decides: what such a line means now. It is only read: a record that is changed is written in the form of today.

use crate::catalogue::{ExerciseId, Side};
use crate::line::{self, Damage, as_found, unescape};
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
        unknown: fields.iter().filter(|field| !is_known(field)).map(|field| kept(field)).collect(),
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

/// A field that nobody knows, as it is kept in the form of today: never so that it would say something there.
fn kept(field: &str) -> String {
    let key = field.split_once('=').map_or(field, |(key, _)| key);
    if super::KEYS.contains(&key) { ["1.", &as_found(field)].concat() } else { as_found(field) }
}

/// The highest intensity that a set is written with today.
const MOST_INTENSE: u8 = 9;

/// `superman,,15,75000,4`: move, side, repetitions, milliseconds, intensity.
fn read_set(text: &str) -> Option<SetDone> {
    let mut fields = text.split(',');
    let action = match fields.next()? {
        "" => return None,
        name => match (name.strip_prefix('~'), ExerciseId::from_slug(name)) {
            (Some(name), _) => Move::own(unescape(name)),
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
    let intensity = MOST_INTENSE.min(fields.next()?.parse().ok()?);
    Some(SetDone { action, side, reps, seconds, intensity, load: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::line::{read, write};

    #[test]
    fn what_nobody_knows_never_becomes_a_field_of_today() {
        let fields =
            ["id=a1", "start=5000", "pulse=120\n", "sets=plank,,,30000,40", "e=7", "x", "s=su415:75"];
        let record = read("a1", &line::seal(&fields.map(str::to_owned))).unwrap();
        assert_eq!((record.deleted, record.effort, record.sets.len()), (false, None, 1));
        assert_eq!(record.unknown, ["pulse=120%0a", "1.e=7", "1.x", "1.s=su415:75"]);
        assert_eq!(read("a1", &write(&record)), Ok(record));
    }
}
