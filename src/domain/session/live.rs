//! The stored line of a session that is not over yet.
//!
//! Decides: how a log is written and read again. The routine goes into it in the notation, so it is whole without
//! anything else that is stored.

use core::fmt::Write;

use crate::catalogue::ExerciseId;
use crate::line::{self, Damage};
use crate::routine::{Rests, notation};
use crate::time::{Millis, Moment};

use super::{Event, Session};

impl Session {
    /// The session as one line: last seen, get-ready, routine, log; and its rests, where they are not the routine's own.
    pub fn write(&self) -> String {
        let mut log = String::new();
        let mut before = 0;
        for (at, event) in &self.log {
            let _ = write!(log, "{}{}", at.0.saturating_sub(before), letter(*event));
            match event {
                Event::Extend(span) => {
                    let _ = write!(log, "{}.", span.0);
                }
                // In capitals: an earlier version passes over each of them, where small ones are events to it.
                Event::Swap { step, to } => {
                    let _ = write!(log, "{step}.{}.", to.slug().to_ascii_uppercase());
                }
                _ => {}
            }
            before = at.0;
        }
        let routine = line::escape(&notation::write(&self.routine));
        let mut fields = vec![self.seen.0.to_string(), self.ready.0.to_string(), routine, log];
        if self.rests != Rests::Own {
            fields.push(self.rests.slug().to_owned());
        }
        line::seal(&fields)
    }

    /// Reads what [`Session::write`] wrote. After that, [`Session::revive`] says how it goes on.
    ///
    /// # Errors
    /// [`Damage`] when it is not whole, a later version wrote it, or it has no routine.
    pub fn read(text: &str) -> Result<Self, Damage> {
        let fields = line::open(text)?;
        let number =
            |at: usize, part| fields.get(at).and_then(|field| field.parse().ok()).ok_or(Damage::Part(part));
        let (seen, ready) = (number(0, "a moment")?, number(1, "a get-ready")?);
        // An own routine's line begins alike, with a moment at this place.
        if ready > Self::LONGEST_READY.0 {
            return Err(Damage::Part("a get-ready"));
        }
        let routine = fields.get(2).copied().ok_or(Damage::Part("a routine"))?;
        let reading = notation::read(&line::unescape(routine));
        let rests = fields.get(4).and_then(|field| Rests::from_slug(field)).unwrap_or_default();
        let mut session = Self::new(reading.routine, Millis(ready), Moment(seen)).with_rests(rests);
        session.log = read_log(fields.get(3).copied().unwrap_or_default());
        session.replay();
        // Whoever did something was there.
        session.seen(session.run.anchor());
        Ok(session)
    }
}

const fn letter(event: Event) -> char {
    match event {
        Event::Start => 's',
        Event::Pause => 'p',
        Event::Resume => 'R',
        Event::GoOn => 'r',
        Event::CatchUp => 'C',
        Event::Join => 'J',
        Event::Back => 'b',
        Event::Skip => 'n',
        Event::Extend(_) => 'x',
        Event::Done => 'd',
        Event::Swap { .. } => 'W',
        Event::End => 'e',
    }
}

/// `<milliseconds since the event before><letter>`, one after the other; what makes no sense is left out. An `x` is
/// followed by its span and a point, a `W` by its step, a point, its move and a point.
fn read_log(mut text: &str) -> Vec<(Moment, Event)> {
    let mut log = Vec::new();
    let mut at = Moment(0);
    while let Some(end) = text.find(|letter: char| !letter.is_ascii_digit()) {
        let (digits, rest) = text.split_at(end);
        let mut letters = rest.chars();
        let letter = letters.next();
        text = letters.as_str();
        let mut part = || {
            let (part, rest) = text.split_once('.')?;
            text = rest;
            Some(part)
        };
        let event = match letter {
            Some('x') => {
                Some(Event::Extend(Millis(part().and_then(|span| span.parse().ok()).unwrap_or_default())))
            }
            Some('W') => swap(part(), part()),
            letter => event(letter),
        };
        at = at + Millis(digits.parse().unwrap_or_default());
        log.extend(event.map(|event| (at, event)));
    }
    log
}

fn swap(step: Option<&str>, to: Option<&str>) -> Option<Event> {
    Some(Event::Swap { step: step?.parse().ok()?, to: ExerciseId::from_slug(to?)? })
}

const fn event(letter: Option<char>) -> Option<Event> {
    Some(match letter {
        Some('s') => Event::Start,
        Some('p') => Event::Pause,
        Some('r') => Event::GoOn,
        Some('R') => Event::Resume,
        Some('C') => Event::CatchUp,
        Some('J') => Event::Join,
        Some('b') => Event::Back,
        Some('n') => Event::Skip,
        Some('d') => Event::Done,
        Some('e') => Event::End,
        _ => return None,
    })
}
