//! What a page noted while its session ran, read against what was due.
//!
//! Decides: which note in the samples is which due note, and how far from its place it is. A sheet names the notes that are left
//! in order, so the last of a sheet is the last of the routine, the one before it the one before, and so on; a note of it is at
//! its place when it is as long after the sheet's first as the routine says. Two figures are taken of each: samples on the
//! sound's clock, within its sheet; and milliseconds on the page's clock, from the press. Between the two clocks goes what
//! the page read of both, four times a second: the middle of six seconds of it.
//!
//! A session that was frozen pauses; after the press that resumes it there are three seconds to get ready, and its cues
//! are due from there.

use domain::session::CueKind;
use domain::sound::Tones;
use serde_json::Value;

use super::plan::{Due, Plan};
use super::spread::Spread;

/// How far from where its sheet has it a note may begin and still be it, in seconds.
const NEAR: f64 = 0.02;
/// The same between a place in a sheet and in the routine, in milliseconds.
const SAME: f64 = 5.0;

/// The cues of the get-ready after a pause, a second apart.
const LEAD: [CueKind; 4] = [CueKind::CountDown, CueKind::CountDown, CueKind::CountDown, CueKind::Go];

/// Everything that was laid at one moment.
struct Sheet {
    /// When, by the page's clock in milliseconds and the sound's in seconds.
    page: f64,
    at: f64,
    /// When each note begins, in seconds of the sound's clock.
    begins: Vec<f64>,
}

/// What was noted of a run.
pub(super) struct Noted {
    /// When Start was pressed; milliseconds of the page's clock, as is all that is not said to be otherwise.
    pub(super) press: f64,
    /// When the plain timer began to count.
    pub(super) plain: f64,
    /// The plain timer's cues: at which second, and how late.
    pub(super) ticks: Vec<(f64, f64)>,
    /// How long each task that was put in its way took.
    pub(super) busy: Vec<f64>,
    /// About what is to be added to have the recording's time.
    pub(super) recorded: f64,
    sheets: Vec<Sheet>,
    /// Seconds of the sound's clock.
    onsets: Vec<f64>,
    rate: f64,
    /// Page and sound at the same moment.
    clock: Vec<(f64, f64)>,
    tapped: f64,
    /// The number that a session shows at its first change after it was hidden, and when that was.
    stands: Option<(f64, f64)>,
    frozen: Option<f64>,
    resumed: Option<f64>,
}

/// A due note, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    /// What was due; `at` is by the page's clock here.
    pub(super) due: Due,
    /// How many samples after its place in its sheet it began; nothing when it was not found.
    pub(super) samples: Option<f64>,
    /// How many milliseconds late it was by the page's clock.
    pub(super) late: Option<f64>,
    /// Whether whoever looks for it was there already.
    pub(super) was_watched: bool,
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

fn pairs(value: &Value) -> Vec<(f64, f64)> {
    let pair = |pair: &Value| Some((pair[0].as_f64()?, pair[1].as_f64()?));
    value.as_array().into_iter().flatten().filter_map(pair).collect()
}

impl Noted {
    /// As the page says it; nothing when it never came to a session that sounds.
    pub(super) fn read(said: &Value) -> Option<Self> {
        let sheet = |lay: &Value| {
            Some(Sheet {
                page: lay["page"].as_f64()?,
                at: lay["at"].as_f64()?,
                begins: numbers(&lay["begins"]),
            })
        };
        let rate = said["rate"].as_f64()?;
        Some(Self {
            press: said["press"].as_f64()?,
            plain: said["plain"].as_f64()?,
            ticks: pairs(&said["ticks"]),
            busy: pairs(&said["busy"]).into_iter().map(|task| task.1).collect(),
            recorded: said["pressedAt"].as_f64()?
                - said["recordedFrom"].as_f64().unwrap_or(0.0)
                - said["press"].as_f64()?,
            sheets: said["lays"].as_array()?.iter().filter_map(sheet).collect(),
            onsets: numbers(&said["onsets"]).into_iter().map(|frame| frame / rate).collect(),
            rate,
            clock: pairs(&said["clock"]),
            tapped: said["tappedAt"].as_f64().unwrap_or(f64::INFINITY),
            stands: said["stands"][0].as_f64().zip(said["stands"][1].as_f64()),
            frozen: said["frozenAt"].as_f64(),
            resumed: said["resumedAt"].as_f64(),
        })
    }

    /// By how many milliseconds a session that was hidden is behind the clock: how much later it showed a number than it was
    /// due.
    pub(super) fn behind(&self, plan: &Plan) -> Option<f64> {
        let (shown, at) = self.stands?;
        let off = |second: u32| at - self.press - f64::from(second) * 1000.0;
        plan.becomes(shown as u32).into_iter().map(off).min_by(|a, b| a.abs().total_cmp(&b.abs()))
    }

    /// When each sheet with notes was laid, in seconds from the press.
    pub(super) fn laid(&self) -> Vec<f64> {
        let with_notes = self.sheets.iter().filter(|sheet| !sheet.begins.is_empty());
        with_notes.map(|sheet| (sheet.page - self.press) / 1000.0).collect()
    }

    /// How many notes began that no sheet names which was in force then.
    pub(super) fn surplus(&self) -> usize {
        let is_laid = |onset: f64| {
            self.sheets.iter().enumerate().any(|(place, sheet)| {
                let next = self.sheets.get(place + 1).map_or(f64::INFINITY, |next| next.at + NEAR);
                let is_near = |begins: &f64| (onset - begins).abs() < NEAR && *begins < next;
                sheet.at - NEAR < onset && onset < next && sheet.begins.iter().any(is_near)
            })
        };
        self.onsets.iter().filter(|onset| !is_laid(**onset)).count()
    }

    /// What was due until the page was last looked at or frozen, and after it went on, and what became of each.
    pub(super) fn heard(&self, dues: &[Due]) -> Vec<Heard> {
        let end = self.clock.last().map_or(0.0, |clock| clock.0) - 500.0;
        let mut all = self.awaited(dues, self.press);
        let mut went_on = Vec::new();
        let mut counted = [const { None }; LEAD.len()];
        for (place, sheet) in self.sheets.iter().enumerate() {
            let next = self.sheets.get(place + 1).map_or(f64::INFINITY, |next| next.at);
            let (named, lead) = sheet.named(dues);
            let Some(&(first, begin)) = named.first() else { continue };
            let is_resumed = self.resumed.is_some_and(|resumed| sheet.page >= resumed - 50.0);
            if let (true, Some(go)) = (is_resumed, lead.last()) {
                let first = LEAD.len().saturating_sub(lead.len());
                for (second, begins) in (first..LEAD.len()).zip(&lead).filter(|cue| *cue.1 < next) {
                    counted[second] = self.led(second, *begins, *go).or(counted[second].take());
                }
            }
            if is_resumed && went_on.is_empty() {
                let (Some(resumed), Some(go)) = (self.resumed, lead.last()) else { continue };
                all.retain(|heard| heard.due.at < self.frozen.unwrap_or(end) - 500.0);
                went_on = self.awaited(dues, resumed + 3000.0 + (begin - go) * 1000.0 - dues[first].at);
                went_on.iter_mut().take(first).for_each(|passed| passed.due.at = f64::INFINITY);
            }
            let awaited = if is_resumed { &mut went_on } else { &mut all };
            for &(due, begins) in named.iter().take_while(|note| note.1 < next) {
                let expected = begin + (dues[due].at - dues[first].at) / 1000.0;
                let (Some(onset), Some(heard)) = (self.found(begins), awaited.get_mut(due)) else { continue };
                if heard.samples.is_none() {
                    heard.samples = Some((onset - expected) * self.rate);
                    heard.late = Some(onset * 1000.0 + self.offset(onset, is_resumed) - heard.due.at);
                }
            }
        }
        if !went_on.is_empty() {
            let counted = counted.into_iter().enumerate();
            all.extend(counted.map(|(second, heard)| heard.unwrap_or(self.unled(second))));
        }
        all.extend(went_on);
        all.retain(|heard| heard.due.at < end);
        all
    }

    /// All of it, none of it heard yet, the first second at `from` by the page's clock.
    fn awaited(&self, dues: &[Due], from: f64) -> Vec<Heard> {
        let absent = |due: &Due| {
            let at = from + due.at;
            Heard { due: Due { at, ..*due }, samples: None, late: None, was_watched: at > self.tapped + 50.0 }
        };
        dues.iter().map(absent).collect()
    }

    /// A cue of the get-ready after a pause, as it is due: nothing of it was heard.
    fn unled(&self, second: usize) -> Heard {
        let note = Tones::default().notes(LEAD[second])[0];
        let at = self.resumed.unwrap_or(f64::NAN) + second as f64 * 1000.0;
        Heard { due: Due { at, note }, samples: None, late: None, was_watched: true }
    }

    /// The same, laid for `begins` in a sheet whose go is at `go`; nothing where it was not found.
    fn led(&self, second: usize, begins: f64, go: f64) -> Option<Heard> {
        let onset = self.found(begins)?;
        // Nothing is heard at the very moment of a press: the first comes as soon as it can.
        let expected = if second == 0 { begins } else { go - (LEAD.len() - 1 - second) as f64 };
        let unled = self.unled(second);
        let late = onset * 1000.0 + self.offset(onset, true) - unled.due.at;
        Some(Heard { samples: Some((onset - expected) * self.rate), late: Some(late), ..unled })
    }

    /// Where a note began that is laid for this second of the sound's clock.
    fn found(&self, begins: f64) -> Option<f64> {
        let distance = |onset: &f64| (onset - begins).abs();
        let near = self.onsets.iter().copied().filter(|onset| distance(onset) < NEAR);
        near.min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    /// What is to be added to a time of the sound's clock, in milliseconds, to have the page's.
    fn offset(&self, sound: f64, is_resumed: bool) -> f64 {
        let frozen = self.frozen.unwrap_or(f64::INFINITY);
        let near = self.clock.iter().filter(|clock| (clock.1 - sound).abs() < 3.0);
        let near = near.filter(|clock| (clock.0 > frozen) == is_resumed);
        Spread::of(near.map(|clock| clock.0 - clock.1 * 1000.0)).at(0.5)
    }
}

impl Sheet {
    /// Which due note each note is, with its second on the sound's clock; and the seconds of those before, which are none of
    /// the routine's.
    fn named(&self, dues: &[Due]) -> (Vec<(usize, f64)>, Vec<f64>) {
        let (Some(last), Some(end)) = (self.begins.last(), dues.last()) else {
            return (Vec::new(), Vec::new());
        };
        let is_same =
            |&(due, begins): &(usize, f64)| ((last - begins) * 1000.0 - (end.at - dues[due].at)).abs() < SAME;
        let backwards = (0..dues.len()).rev().zip(self.begins.iter().rev().copied());
        let mut named: Vec<_> = backwards.take_while(is_same).collect();
        named.reverse();
        let lead = self.begins[..self.begins.len() - named.len()].to_vec();
        (named, lead)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A run of ten seconds in which sound and page began together, every note `off` samples away.
    fn run(off: f64) -> (Vec<Due>, Value) {
        let dues = Plan::eight_minutes().dues();
        let begins: Vec<_> = dues.iter().map(|due| 2.0 + due.at / 1000.0).collect();
        let onsets: Vec<_> = begins.iter().take(5).map(|begin| begin * 48_000.0 + off).collect();
        let clock: Vec<_> = (0..50).map(|beat| [f64::from(beat) * 250.0, f64::from(beat) * 0.25]).collect();
        let lays = json!([{ "page": 2000, "at": 2.0, "begins": begins }]);
        let said = json!({
            "press": 2000, "pressedAt": 0, "plain": 2000, "rate": 48_000, "tappedAt": 0, "lays": lays, "onsets": onsets, "clock": clock, "ticks": [], "busy": []
        });
        (dues, said)
    }

    #[test]
    fn a_note_is_as_late_as_its_samples_say() {
        let (dues, said) = run(0.5);
        let noted = Noted::read(&said).unwrap();
        let heard = noted.heard(&dues);
        assert_eq!(heard.len(), 4, "ready, three, two, one");
        for note in &heard {
            assert!((note.samples.unwrap() - 0.5).abs() < 1e-6, "{note:?}");
            assert!((note.late.unwrap() - 0.5 / 48.0).abs() < 1e-6, "{note:?}");
        }
        assert_eq!(noted.surplus(), 0);
    }

    #[test]
    fn a_note_that_is_not_in_the_samples_is_missing() {
        let (dues, said) = run(2000.0);
        assert!(Noted::read(&said).unwrap().heard(&dues).iter().all(|note| note.samples.is_none()));
    }
}
