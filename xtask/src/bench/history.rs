//! What a person who has trained for a year has stored: written by the very rules that the app writes it by.

use domain::history::{Record, line};
use domain::routine::PRESETS;
use domain::session::{Event, Session};
use domain::time::{Millis, Moment};

/// Between two sessions: not quite two days, so that they fall on all hours and weekdays.
const APART: Millis = Millis::seconds(43 * 3600);

/// `sessions` finished sessions, the last a while before `now`, as keys and lines of local storage.
pub(super) fn of(sessions: u32, now: Moment) -> Vec<(String, String)> {
    let routines = PRESETS.iter().cycle();
    (1..=sessions)
        .zip(routines)
        .filter_map(|(back, preset)| {
            let began = Moment(now.0.saturating_sub(APART.times(back.into()).0));
            let mut session = Session::new(preset.routine(), Millis::seconds(10), began);
            session.update(began, Event::Start);
            let record = Record::of(&session, now, 0, back)?;
            Some((format!("evenkeel:1:done:{}", record.id), line::write(&record)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_session_is_another_and_reads_back() {
        let kept = of(200, Moment(1_788_343_200_000));
        assert_eq!(kept.len(), 200);
        let keys: std::collections::BTreeSet<_> = kept.iter().map(|(key, _)| key).collect();
        assert_eq!(keys.len(), 200);
        assert!(kept.iter().all(|(_, text)| line::read(text).is_ok_and(|record| record.complete)));
    }
}
