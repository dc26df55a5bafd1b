//! Whether a gap between two ticks was missed by the person.
//!
//! Decides: a hidden page may be told the time only once a minute, and a phone may stop it altogether. What was heard
//! meanwhile counts; when the sound stopped too, the session goes back to where it stopped. Without sound nobody can
//! tell, so only a gap longer than any browser's throttling counts as missed.

use domain::session::Session;
use domain::time::Millis;

/// Longer than the slowest ticks of a hidden page.
const SLOWEST_TICKS: Millis = Millis::seconds(90);

/// `drift`: by how many milliseconds the sound is ahead, if there is any; asked only where it matters.
pub(super) fn was_missed(gap: Millis, drift: impl FnOnce() -> Option<i64>) -> bool {
    gap > Session::SHORT_GAP
        && match drift() {
            Some(drift) => drift < 0 && drift.unsigned_abs() > gap.0 / 2,
            None => gap > SLOWEST_TICKS,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_heard_counts_however_long_nobody_looked() {
        assert!(!was_missed(Millis::seconds(600), || Some(-15)));
    }

    #[test]
    fn a_workout_goes_back_to_where_its_sound_stopped() {
        assert!(was_missed(Millis::seconds(600), || Some(-592_000)));
        assert!(!was_missed(Millis::seconds(5), || Some(-5_000)));
    }

    #[test]
    fn without_sound_only_a_long_gap_is_missed() {
        assert!(!was_missed(Millis::seconds(61), || None));
        assert!(was_missed(Millis::seconds(120), || None));
    }
}
