//! What of a session's cues stands on the sound clock, and where.
//!
//! Decides: how the sound clock goes by the page's, which cues are written how far ahead, and which are left as they are
//! when the rest is moved. Deliberately does not know how a cue is written. Seconds are the sound clock's, milliseconds the page's.

use std::collections::VecDeque;

use domain::order::sorted;
use domain::session::{Cue, CueKind};
use domain::sound::Tones;

/// So many seconds of a sheet are written ahead: the press that begins a session is not to wait for an hour of it.
const AHEAD: f64 = 600.0;
/// As soon as less than this is left, more is written.
const LOW: f64 = 300.0;
/// A cue that is later than this many seconds when it is written is not heard any more.
const TOO_LATE: f64 = 0.3;
/// What cannot be in time begins after so many seconds: sound is reckoned ahead, in pieces, while a cue is still being
/// written, and one that is written into such a piece would begin in its middle, with a click.
const SOON: f64 = 0.03;
/// What begins within so many seconds stays where it is when a sheet is moved: nothing is lost between old and new.
const SEAM: f64 = 0.5;
/// By so many seconds a look at a clock that moves in steps may be wrong.
const BLURRED: f64 = 0.003;
/// What is heard runs apart from the page as the sound clock does, to within so many seconds.
const ALIKE: f64 = 0.02;

/// Both clocks at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// Seconds.
    pub(super) sound: f64,
    /// Milliseconds.
    pub(super) page: f64,
}

impl Look {
    /// What the sound clock shows when the page's shows 0, in seconds.
    fn zero(self) -> f64 {
        self.sound - self.page / 1000.0
    }
}

/// How the sound clock goes by the page's. It moves on in steps, so that a look finds it late by up to a step, and a busy
/// page by more, but never early: the earliest of some looks is the one to go by. That is right to a millisecond or two.
/// How the two run apart is known ten times better where the browser says what is being heard, and when.
#[derive(Debug, Default)]
pub(super) struct Pace {
    looks: VecDeque<Look>,
    /// What was being heard at each of them, as far as that was said.
    heard: VecDeque<Look>,
}

impl Pace {
    /// How long a look counts, in milliseconds: afterwards the clocks may have run apart.
    const LASTS: f64 = 1500.0;
    /// Fewer looks at what is heard say nothing.
    const FEWEST: usize = 8;
    /// Nor do looks that are further apart than this, in seconds: some browsers reckon it from the clock that moves in steps.
    const STEADY: f64 = 0.001;

    /// The clocks were looked at, and this was being heard.
    pub(super) fn take(&mut self, look: Look, heard: Option<Look>) {
        let is_new = |earlier: &Look| (0.0..Self::LASTS).contains(&(look.page - earlier.page));
        self.looks.retain(is_new);
        self.looks.push_back(look);
        self.heard.retain(is_new);
        self.heard.extend(heard);
    }

    /// The sound clock was stopped, or is another one.
    pub(super) fn forget(&mut self) {
        self.looks.clear();
        self.heard.clear();
    }

    /// The second that is heard when the page's clock shows 0; nothing where that is not known well.
    fn heard(&self) -> Option<f64> {
        let zeros = sorted(self.heard.iter().map(|look| look.zero()).collect(), f64::total_cmp);
        let (first, last) = (zeros.first()?, zeros.last()?);
        (zeros.len() >= Self::FEWEST && last - first < Self::STEADY).then(|| zeros[zeros.len() / 2])
    }

    /// What the sound clock shows when the page's shows `page`; nothing before the first look.
    pub(super) fn sound_at(&self, page: f64) -> Option<f64> {
        let zero = self.looks.iter().map(|look| look.zero()).max_by(f64::total_cmp)?;
        Some(zero + page / 1000.0)
    }
}

/// The cues that are still to be heard, on the sound clock.
#[derive(Debug)]
pub(super) struct Sheet {
    cues: Vec<Cue>,
    /// How they sound.
    pub(super) tones: Tones,
    /// Of 1.
    pub(super) volume: f32,
    /// The moment they are counted from, as it was laid.
    from: Look,
    /// What was heard at the page's 0 when they were in their place.
    heard: Option<f64>,
    /// How many of them are written.
    written: usize,
}

impl Sheet {
    /// Cues in their order, counted from this moment; none of them written.
    pub(super) fn new(cues: &[Cue], tones: Tones, volume: f32, from: Look) -> Self {
        Self { cues: cues.to_vec(), tones, volume, from, heard: None, written: 0 }
    }

    /// The page's time that its cues are counted from.
    pub(super) fn page(&self) -> f64 {
        self.from.page
    }

    /// By how many seconds the sound is ahead (behind: less than 0). So little as a look at a clock may be wrong is nothing,
    /// as long as no better is known.
    pub(super) fn off(&mut self, pace: &Pace) -> Option<f64> {
        let (by_looks, by_ear) = self.both(pace)?;
        if let Some(by_ear) = by_ear {
            return Some(by_ear);
        }
        if by_looks.abs() > BLURRED {
            return Some(by_looks);
        }
        self.heard = pace.heard();
        Some(0.0)
    }

    /// The same as the looks at both clocks have it; and as what is heard has it, where that is known and says about the same:
    /// what it says beside that is another loudspeaker, and none of the clock's.
    fn both(&self, pace: &Pace) -> Option<(f64, Option<f64>)> {
        let by_looks = pace.sound_at(self.from.page)? - self.from.sound;
        let by_ear = pace.heard().zip(self.heard).map(|(now, then)| now - then);
        Some((by_looks, by_ear.filter(|by_ear| (by_ear - by_looks).abs() < ALIKE)))
    }

    /// What is to be written at the second `now`: each cue with its second, a late one with the first that can be kept. It
    /// counts as written.
    pub(super) fn due(&mut self, now: f64) -> Vec<(CueKind, f64)> {
        let is_within = |reach: f64, cue: &Cue| self.at(cue) < now + reach;
        if self.volume <= 0.0 || !self.cues[self.written..].first().is_some_and(|cue| is_within(LOW, cue)) {
            return Vec::new();
        }
        let due = self.cues[self.written..].iter().take_while(|cue| is_within(AHEAD, cue));
        let due: Vec<_> = due.map(|cue| (cue.kind, self.at(cue))).collect();
        self.written += due.len();
        let in_time = due.into_iter().filter(|due| due.1 > now - TOO_LATE);
        in_time.map(|(kind, at)| (kind, at.max(now + SOON))).collect()
    }

    /// The clock on which it was written is gone.
    pub(super) fn forget(&mut self) {
        self.written = 0;
    }

    /// Moves what is left at the second `now` to its place. From the second that is answered on, nothing counts as written;
    /// what begins before stays, to its end. Nothing is answered, and nothing moved, before the clocks were looked at.
    pub(super) fn realign(&mut self, now: f64, pace: &Pace) -> Option<f64> {
        let (by_looks, by_ear) = self.both(pace)?;
        let mut seam = now + SEAM;
        let mut stays = 0;
        for cue in &self.cues[..self.written] {
            if self.at(cue) >= seam {
                break;
            }
            seam = seam.max(self.at(cue) + self.tones.length(cue.kind).as_seconds());
            stays += 1;
        }
        // The last note of what stays ends at the seam.
        seam += 0.001;
        self.written = stays;
        self.from.sound += by_ear.unwrap_or(by_looks);
        self.heard = pace.heard();
        Some(seam)
    }

    fn at(&self, cue: &Cue) -> f64 {
        self.from.sound + cue.after.as_seconds()
    }
}

#[cfg(test)]
mod tests {
    use domain::time::Millis;

    use super::*;

    /// A cue each second, the first after one.
    fn sheet(seconds: u64) -> Sheet {
        let cue = |second| Cue { after: Millis::seconds(second), kind: CueKind::Rep };
        let cues: Vec<_> = (1..=seconds as u32).map(cue).collect();
        Sheet::new(&cues, Tones::Clear, 1.0, Look { sound: 5.0, page: 9000.0 })
    }

    /// Both clocks, looked at once.
    fn at(sound: f64, page: f64) -> Pace {
        let mut pace = Pace::default();
        pace.take(Look { sound, page }, None);
        pace
    }

    /// Both clocks looked at for a while, ending here; what is heard is 200 ms behind the clock, and jumps by up to `jumps`.
    fn heard(sound: f64, page: f64, jumps: f64) -> Pace {
        let mut pace = Pace::default();
        for back in (0..12).rev() {
            let (sound, page) = (sound - f64::from(back) * 0.1, page - f64::from(back) * 100.0);
            let heard = sound - 0.2 + f64::from(back % 2) * jumps;
            pace.take(
                Look { sound: sound - f64::from(back % 3) * 0.005, page },
                Some(Look { sound: heard, page }),
            );
        }
        pace
    }

    fn is_about(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    /// The seconds, to a tenth of a millisecond.
    fn seconds(due: &[(CueKind, f64)]) -> Vec<f64> {
        due.iter().map(|due| (due.1 * 10_000.0).round() / 10_000.0).collect()
    }

    #[test]
    fn an_hour_is_written_little_by_little_and_each_cue_once() {
        let mut sheet = sheet(3600);
        let mut written = seconds(&sheet.due(5.0));
        assert_eq!(written.len(), 599);
        for now in 5..3700 {
            let more = seconds(&sheet.due(f64::from(now)));
            assert!(more.is_empty() || more.len() >= 290, "not one by one");
            written.extend(more);
        }
        assert_eq!(written, (6..3606).map(f64::from).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_missed_before_the_clock_ran_is_not_made_up_for() {
        let mut sheet = sheet(10);
        sheet.forget();
        // The first tap came after seven seconds and a bit; the clock began then.
        assert_eq!(sheet.realign(0.1, &Pace::default()), None, "nothing is known yet");
        assert!(is_about(sheet.realign(0.1, &at(0.1, 16_200.0)).unwrap(), 0.601));
        assert_eq!(seconds(&sheet.due(0.1)), [0.13, 0.9, 1.9, 2.9]);
    }

    #[test]
    fn what_is_moved_leaves_what_is_about_to_be_heard_and_loses_nothing() {
        let mut sheet = sheet(10);
        assert_eq!(sheet.due(5.0).len(), 10);
        // Six is over, seven within half a second; the sound turned out to be 30 ms ahead.
        assert!(is_about(sheet.realign(6.8, &at(6.83, 10_800.0)).unwrap(), 7.301));
        assert_eq!(seconds(&sheet.due(6.8)), [8.03, 9.03, 10.03, 11.03, 12.03, 13.03, 14.03, 15.03]);
        assert!(is_about(sheet.off(&at(6.85, 10_800.0)).unwrap(), 0.02));
        assert_eq!(sheet.off(&at(6.832, 10_800.0)), Some(0.0), "no look is as exact as that");
    }

    #[test]
    fn what_sounds_at_the_seam_is_heard_to_its_end() {
        let finish = Cue { after: Millis(1000), kind: CueKind::Finish };
        let mut sheet = Sheet::new(&[finish], Tones::Clear, 1.0, Look { sound: 0.0, page: 0.0 });
        assert_eq!(sheet.due(0.0).len(), 1);
        let end = 1.0 + Tones::Clear.length(CueKind::Finish).as_seconds();
        assert!(is_about(sheet.realign(0.6, &at(0.6, 500.0)).unwrap(), end + 0.001));
        assert_eq!(sheet.due(0.6), []);
    }

    #[test]
    fn of_late_looks_the_earliest_counts_and_old_ones_do_not() {
        let mut pace = Pace::default();
        assert_eq!(pace.sound_at(0.0), None);
        for (page, behind) in [(1000.0, 0.02), (1100.0, 0.0), (1200.0, 0.15)] {
            pace.take(Look { sound: page / 1000.0 + 3.0 - behind, page }, None);
        }
        assert_eq!(pace.sound_at(2000.0), Some(5.0));
        // The clock stood for ten seconds.
        pace.take(Look { sound: 4.2, page: 11_200.0 }, None);
        assert_eq!(pace.sound_at(11_200.0), Some(4.2));
    }

    #[test]
    fn what_is_heard_tells_a_millisecond_and_another_loudspeaker_is_no_clock() {
        // In tenths of a millisecond.
        let off = |sheet: &mut Sheet, pace: &Pace| (sheet.off(pace).unwrap() * 1e4).round() as i64;
        let mut sheet = sheet(600);
        assert_eq!(sheet.due(5.0).len(), 599);
        assert_eq!(
            off(&mut sheet, &heard(7.001, 11_000.0, 0.0002)),
            0,
            "it is in its place as far as looks say"
        );
        assert_eq!(off(&mut sheet, &heard(8.0028, 12_000.0, 0.0002)), 18);
        assert!(sheet.realign(8.0, &heard(8.0028, 12_000.0, 0.0002)).is_some());
        assert_eq!(off(&mut sheet, &heard(9.0028, 13_000.0, 0.0002)), 0);
        assert_eq!(seconds(&sheet.due(8.0)).first(), Some(&9.0018));
        assert_eq!(
            off(&mut sheet, &heard(10.0048, 14_000.0, 0.002)),
            0,
            "it jumps: looks alone, which are blurred"
        );
        let mut far = heard(11.0028, 15_000.0, 0.0);
        far.heard.iter_mut().for_each(|look| look.sound -= 0.15);
        assert_eq!(off(&mut sheet, &far), 0, "headphones");
    }
}
