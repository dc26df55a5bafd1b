//! What days, weeks and a month come to.
//!
//! Decides: which records count, and how much (content 3.1). Minutes first, balance second: a balance is only given
//! when there is enough to tell.

use crate::balance::{MuscleWork, Work};
use crate::order::sorted;
use crate::session::SetDone;
use crate::time::{Day, Millis};

use super::{History, Record};

/// The balance looks back this many days.
const WINDOW_DAYS: i32 = 28;

/// What a day leaves of the one before: a session counts half after 7 days. (½ to the power ⅐; a constant, because
/// taking powers of fractions is kilobytes of program.)
const LEFT_AFTER_A_DAY: f64 = 0.905_723_664_263_906_7;

/// Below this many sessions there is no balance to speak of.
const LEAST_SESSIONS: usize = 2;

/// Below this much work of front and back, in load-seconds, neither: about five firm minutes.
const LEAST_LOAD: f64 = 300.0;

/// What a week came to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// The day it begins with.
    pub monday: Day,
    /// Work of the front, in load-seconds.
    pub front: f64,
    /// Work of the back, in load-seconds.
    pub back: f64,
    /// Work in every direction.
    pub work: Work,
    /// Running time in minutes, halves rounded up.
    pub minutes: u32,
    /// Sessions.
    pub sessions: u16,
}

impl SetDone {
    /// How its work is shared around the torso; nothing, for a move of which that is not known.
    pub fn work(&self) -> Work {
        Work::of_action(&self.action, self.seconds.as_seconds(), self.intensity, self.side)
    }

    /// How much each muscle had to do; nothing, for a move that the catalogue does not know.
    pub fn muscles(&self) -> MuscleWork {
        match self.action {
            crate::routine::Move::Known(id) => {
                MuscleWork::of_set(id, self.seconds.as_seconds(), self.intensity)
            }
            crate::routine::Move::Custom(_) | crate::routine::Move::Unknown(_) => MuscleWork::default(),
        }
    }
}

impl Record {
    /// How its work is shared around the torso.
    pub fn work(&self) -> Work {
        self.sets.iter().map(SetDone::work).sum()
    }
}

impl History {
    /// The balance of the last 28 days, the past fading by half every 7. None before there is enough to tell.
    pub fn rolling(&self, today: Day) -> Option<Work> {
        let recent: Vec<&Record> = self.between(Day(today.0 + 1 - WINDOW_DAYS), today).collect();
        if recent.len() < LEAST_SESSIONS {
            return None;
        }
        let faded = |record: &&Record| record.work() * LEFT_AFTER_A_DAY.powi(today - record.day());
        let work: Work = recent.iter().map(faded).sum();
        (work.front + work.back >= LEAST_LOAD).then_some(work)
    }

    /// How much each muscle had to do in the last seven days, today included.
    pub fn muscles_of_week(&self, today: Day) -> MuscleWork {
        let sets = self.between(Day(today.0 - 6), today).flat_map(|record| &record.sets);
        sets.map(SetDone::muscles).sum()
    }

    /// Running time of the last `days` days, today included, in minutes, halves rounded up.
    pub fn minutes(&self, today: Day, days: i32) -> u32 {
        minutes(self.between(Day(today.0 - days + 1), today).map(|record| record.active).sum())
    }

    /// The last `weeks` weeks, the current one last.
    pub fn weeks(&self, today: Day, weeks: u16) -> Vec<Week> {
        (0..i32::from(weeks)).rev().map(|back| self.week_of(Day(today.0 - 7 * back))).collect()
    }

    /// The current week.
    pub fn this_week(&self, today: Day) -> Week {
        self.week_of(today)
    }

    /// How many weeks in a row had a session. A week that is not over yet does not break the row.
    pub fn streak_weeks(&self, today: Day) -> u32 {
        let weeks: Vec<Day> =
            self.all.iter().filter(|record| !record.deleted).map(|record| record.day().monday()).collect();
        let this_week = today.monday();
        let (mut streak, mut due) = (0, this_week);
        // Newest first, and each week once: looking through everything for each week takes long after fifty years.
        for monday in sorted(weeks, |a, b| b.cmp(a)) {
            if monday == Day(this_week.0 - 7) && due == this_week {
                due = monday;
            }
            if monday == due {
                streak += 1;
                due = Day(due.0 - 7);
            } else if monday < due {
                break;
            }
        }
        streak
    }

    fn week_of(&self, day: Day) -> Week {
        let monday = day.monday();
        let records: Vec<&Record> = self.between(monday, Day(monday.0 + 6)).collect();
        let work: Work = records.iter().map(|record| record.work()).sum();
        Week {
            monday,
            front: work.front,
            back: work.back,
            work,
            minutes: minutes(records.iter().map(|record| record.active).sum()),
            sessions: u16::try_from(records.len()).unwrap_or(u16::MAX),
        }
    }

    /// What was done from `first` to `last`, both included.
    pub fn between(&self, first: Day, last: Day) -> impl Iterator<Item = &Record> {
        self.all.iter().filter(move |record| !record.deleted && (first..=last).contains(&record.day()))
    }
}

const fn minutes(span: Millis) -> u32 {
    ((span.0 + 30_000) / 60_000) as u32
}
