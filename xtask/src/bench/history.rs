//! What a person who has trained for years has stored: written by the very rules that the app writes it by.

use domain::catalogue::ExerciseId;
use domain::history::{Record, line};
use domain::routine::{Block, PRESETS, Routine, Step};
use domain::session::{Event, Session};
use domain::time::{Millis, Moment};

/// Between two sessions: not quite two days, so that they fall on all hours and weekdays.
const APART: Millis = Millis::seconds(43 * 3600);

/// How many routines of their own the person has, and how many moves each of them.
const OWN: usize = 12;
const MOVES: usize = 8;

/// `sessions` finished sessions, the last a while before `now`, as keys and lines of local storage. Two of three are of the
/// built-in routines, all alike often, the third of a routine of one's own; in every fifth a set was skipped or a break
/// taken, of every second it was said how it felt, and in every twentieth a note was left.
pub(super) fn of(sessions: u32, now: Moment) -> Vec<(String, String)> {
    let own: Vec<Routine> = (0..OWN).map(own).collect();
    (1..=sessions)
        .filter_map(|back| {
            let at = back as usize;
            let routine = match back % 3 {
                0 => own.get(at / 3 % OWN)?.clone(),
                _ => PRESETS.get((at - at / 3) % PRESETS.len())?.routine(),
            };
            let began = Moment(now.0.saturating_sub(APART.times(back.into()).0));
            let mut session = Session::new(routine, Millis::seconds(10), began);
            session.update(began, Event::Start);
            if back % 5 == 0 {
                session.update(began + Millis(40_250), Event::Pause);
                session.update(began + Millis(55_500), Event::Resume);
                session.update(began + Millis(71_125), Event::Skip);
            }
            let mut record = Record::of(&session, began + Millis::seconds(7200), 60, back)?;
            if back % 2 == 0 {
                let felt = |most: u32| u8::try_from(back / 2 % (most + 1)).ok();
                (record.effort, record.back_before, record.back_after) = (felt(9), felt(4), felt(3));
            }
            if back % 20 == 0 {
                record.note.push_str("Slept badly; left side stiff, the last set slower than usual");
            }
            Some((format!("evenkeel:1:done:{}", record.id), line::write(&record)))
        })
        .collect()
}

/// The `number`th of the person's own routines.
fn own(number: usize) -> Routine {
    let moves = ExerciseId::all().skip(number).step_by(6).take(MOVES);
    Routine {
        title: format!("My routine {number}"),
        rest: Some(20),
        blocks: moves.map(|exercise| Block::Step(Step::of(exercise))).collect(),
        ..Routine::default()
    }
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
        let whole = |(key, text): &(String, String)| {
            key.strip_prefix("evenkeel:1:done:").is_some_and(|id| line::read(id, text).is_ok())
        };
        assert!(kept.iter().all(whole));
    }
}
