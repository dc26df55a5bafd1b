//! The stored line of an own routine.
//!
//! Decides: `version, when it was changed, the routine in the notation`; a deleted one has no routine, and stays so that
//! it wins over copies elsewhere.

use domain::line::{self, Damage};
use domain::routine::{Routine, notation};
use domain::time::Moment;

/// A routine made or kept on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnRoutine {
    /// Its name among the keys; the same in every version of it.
    pub id: String,
    /// Which version: each change writes a higher one.
    pub rev: u32,
    /// When it was changed last.
    pub changed: Moment,
    /// The routine.
    pub routine: Routine,
}

impl OwnRoutine {
    pub(super) fn write(&self) -> String {
        seal(self.rev, self.changed, &notation::write(&self.routine))
    }

    /// Reads a line; nothing where it says that the routine was deleted.
    pub(super) fn read(id: &str, text: &str) -> Result<Option<Self>, Damage> {
        let fields = line::open(text)?;
        let number = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok());
        let rev = number(0).and_then(|rev| u32::try_from(rev).ok()).ok_or(Damage::Part("a version"))?;
        let changed = Moment(number(1).ok_or(Damage::Part("a moment"))?);
        let text = fields.get(2).map(|field| line::unescape(field)).ok_or(Damage::Part("a routine"))?;
        if text.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { id: id.to_owned(), rev, changed, routine: notation::read(&text).routine }))
    }
}

/// What deleting a routine leaves behind.
pub(super) fn tombstone(rev: u32, changed: Moment) -> String {
    seal(rev, changed, "")
}

/// Which version `text` holds, if it is whole.
pub(super) fn rev(text: &str) -> Option<u32> {
    line::open(text).ok()?.first()?.parse().ok()
}

fn seal(rev: u32, changed: Moment, routine: &str) -> String {
    line::seal(&[rev.to_string(), changed.0.to_string(), line::escape(routine)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_routine_is_read_back_as_it_was_kept() {
        let routine = notation::read("1/A|b%/r30/superman.15/plank.40s").routine;
        let own = OwnRoutine { id: "k3".to_owned(), rev: 4, changed: Moment(99), routine };
        assert_eq!(OwnRoutine::read("k3", &own.write()), Ok(Some(own)));
    }

    #[test]
    fn a_deleted_routine_is_no_routine_but_has_a_version() {
        let gone = tombstone(7, Moment(1));
        assert_eq!(OwnRoutine::read("k3", &gone), Ok(None));
        assert_eq!(rev(&gone), Some(7));
    }
}
