//! A session told as a story: a routine as text in, a transcript of what is heard and seen out.
//!
//! It does what the app does: at each event the sheet of cues is laid anew, and time passing plays it. Times are since
//! the story began, pauses included. Lines: `>` what the person does, `|` what the screen shows, else what is heard.

#![allow(clippy::expect_used, reason = "a failed helper is a failed test")]

use std::fmt::Write;

use domain::catalogue::{ExerciseId, Side};
use domain::history::Record;
use domain::routine::{Move, Preset, notation};
use domain::session::{CueKind, Event, Face, PhaseKind, Session, SetWork, State};
use domain::time::{Millis, Moment};
use expect_test::Expect;

/// Wednesday 2026-09-02, ten in the morning, UTC.
const MORNING: Moment = Moment(1_788_343_200_000);

/// A session, the time it is, and what has happened so far.
pub struct Journey {
    session: Session,
    now: Moment,
    /// The sheet as it was laid last: what is still to be heard.
    sheet: Vec<(Moment, CueKind)>,
    lines: Vec<Line>,
}

/// A line of the transcript; cues of a kind that follow one another share one.
struct Line {
    at: Moment,
    text: String,
    times: usize,
}

impl Journey {
    /// Of the routine in this text, with a get-ready of 10 s where it brings none.
    pub fn of(text: &str) -> Self {
        let reading = notation::read(text);
        assert!(reading.problems.iter().all(|problem| !problem.kind.grave()), "{:?}", reading.problems);
        let session = Session::new(reading.routine, Millis::seconds(10), MORNING);
        Self { session, now: MORNING, sheet: Vec::new(), lines: Vec::new() }
    }

    /// Of a built-in routine.
    pub fn preset(slug: &str) -> Self {
        Self::of(Preset::find(slug).expect("a built-in routine").text)
    }

    pub fn start(self) -> Self {
        self.does(Event::Start)
    }

    pub fn pause(self) -> Self {
        self.does(Event::Pause)
    }

    pub fn resume(self) -> Self {
        self.does(Event::Resume)
    }

    pub fn back(self) -> Self {
        self.does(Event::Back)
    }

    pub fn skip(self) -> Self {
        self.does(Event::Skip)
    }

    pub fn done(self) -> Self {
        self.does(Event::Done)
    }

    pub fn end(self) -> Self {
        self.does(Event::End)
    }

    pub fn extend(self, seconds: u32) -> Self {
        self.does(Event::Extend(Millis::seconds(seconds)))
    }

    pub fn swap(self, step: u16, slug: &str) -> Self {
        let to = ExerciseId::from_slug(slug).expect("a move of the catalogue");
        self.does(Event::Swap { step, to })
    }

    /// The person does something; what it means is heard at once.
    fn does(mut self, event: Event) -> Self {
        let means_something = self.session.update(self.now, event);
        let name = match event {
            Event::Swap { step, to } => format!("swap step {step} for {}", to.slug()),
            Event::Extend(span) => format!("extend by {}", clock(span)),
            event => format!("{event:?}").to_lowercase(),
        };
        let ignored = if means_something { "" } else { " (means nothing now)" };
        self.say(self.now, format!("> {name}{ignored}"));
        self.lay_sheet();
        self
    }

    /// Seconds pass.
    pub fn after(self, seconds: u32) -> Self {
        self.after_millis(u64::from(seconds) * 1000)
    }

    /// Milliseconds pass.
    pub fn after_millis(mut self, millis: u64) -> Self {
        let later = self.now + Millis(millis);
        self.play_until(later);
        self.now = later;
        self
    }

    /// Time passes until it is over, or until an open set.
    pub fn until_over(mut self) -> Self {
        if let Some((last, _)) = self.sheet.last() {
            let later = self.now.max(*last);
            self.play_until(later);
            self.now = later;
        }
        self
    }

    /// What the screen shows.
    pub fn look(mut self) -> Self {
        self.play_until(self.now + Millis(1));
        let face = self.session.face(self.now);
        self.say(self.now, format!("| {}", shown(&face)));
        self
    }

    /// The page is gone for a while, and comes back from what was stored.
    pub fn gone_for(mut self, seconds: u32) -> Self {
        self.session.seen(self.now);
        let line = self.session.write();
        self.session = Session::read(&line).expect("what was written can be read");
        self.now = self.now + Millis::seconds(seconds);
        self.session.revive(self.now);
        self.say(self.now, format!("> comes back after {}", clock(Millis::seconds(seconds))));
        self.lay_sheet();
        self
    }

    /// Compares the story so far with what is expected, and begins a new page.
    #[track_caller]
    pub fn hears(mut self, expected: Expect) -> Self {
        self.play_until(self.now + Millis(1));
        expected.assert_eq(&self.story());
        self.lines.clear();
        self
    }

    /// The story so far.
    pub fn story(&self) -> String {
        let mut story = String::new();
        for Line { at, text, times } in &self.lines {
            let often = if *times > 1 { format!(" ×{times}") } else { String::new() };
            let _ = writeln!(story, "{:<8} {text}{often}", clock(at.since(MORNING)));
        }
        story
    }

    /// The record that is left of it.
    pub fn record(&self) -> Option<Record> {
        Record::of(&self.session, self.now, 0, 7)
    }

    /// What was done so far, set by set.
    #[track_caller]
    pub fn did(self, expected: Expect) -> Self {
        let mut story = String::new();
        for set in self.session.sets(self.now) {
            let reps = set.reps.map(|reps| format!(", {reps} repetitions")).unwrap_or_default();
            let _ = writeln!(story, "{}{} {}{reps}", name(&set.action), side(set.side), clock(set.seconds));
        }
        expected.assert_eq(&story);
        self
    }

    fn lay_sheet(&mut self) {
        let cues = self.session.cues(self.now).into_iter();
        self.sheet = cues.map(|cue| (self.now + cue.after, cue.kind)).collect();
    }

    fn play_until(&mut self, later: Moment) {
        let is_over = |(at, _): &(Moment, CueKind)| *at < later;
        let over = self.sheet.iter().take_while(|cue| is_over(cue)).count();
        for (at, kind) in self.sheet.drain(..over).collect::<Vec<_>>() {
            self.say(at, heard(kind, &self.session.face(at)));
        }
    }

    fn say(&mut self, at: Moment, text: String) {
        match self.lines.last_mut() {
            Some(line) if line.text == text => line.times += 1,
            _ => self.lines.push(Line { at, text, times: 1 }),
        }
    }
}

fn heard(kind: CueKind, face: &Face) -> String {
    match kind {
        CueKind::Finish => "finish".into(),
        CueKind::Go => format!("go: {}", face.kind.work().map(|set| set_name(set)).unwrap_or_default()),
        CueKind::Change => "stop: change sides".into(),
        CueKind::Rest => "stop: rest".into(),
        CueKind::Ready => "get ready".into(),
        CueKind::CountDown => "count down".into(),
        CueKind::Half => "half".into(),
        CueKind::Rep => "turn".into(),
    }
}

fn shown(face: &Face) -> String {
    let state = match face.state {
        State::Waiting => "waiting, ",
        State::Running => "",
        State::Paused => "paused, ",
        State::Finished => "finished, ",
    };
    let what = match &face.kind {
        PhaseKind::Work(set) => set_name(set),
        other => format!("{other:?}").to_lowercase(),
    };
    let left = face.left.map_or("until done".into(), |left| format!("{} left", clock(left)));
    let reps = face.reps.map(|reps| format!(", {} of {}", reps.done, reps.total)).unwrap_or_default();
    let breath = face.breath.map(|breath| format!(", {}", breath.slug())).unwrap_or_default();
    let next = face.next.as_ref().map(|set| format!(", then {}", set_name(set))).unwrap_or_default();
    format!("{state}{what} {left}{reps}{breath}{next}, {:.0} %", face.progress * 100.0)
}

fn set_name(set: &SetWork) -> String {
    let sets = if set.sets > 1 { format!(" {}/{}", set.set, set.sets) } else { String::new() };
    let rounds = if set.rounds > 1 { format!(" round {}/{}", set.round, set.rounds) } else { String::new() };
    format!("{}{}{sets}{rounds}", name(&set.action), side(set.side))
}

fn name(action: &Move) -> &str {
    match action {
        Move::Known(id) => id.slug(),
        Move::Custom(own) => &own.name,
        Move::Unknown(name) => name,
    }
}

const fn side(side: Option<Side>) -> &'static str {
    match side {
        None => "",
        Some(Side::Left) => " left",
        Some(Side::Right) => " right",
    }
}

/// `1:05`, with milliseconds where there are any.
fn clock(span: Millis) -> String {
    let (minutes, seconds, millis) = (span.0 / 60_000, span.0 / 1000 % 60, span.0 % 1000);
    if millis == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}.{millis:03}")
    }
}
