//! Beeps, on Web Audio's own clock.
//!
//! Decides: how a cue is written onto that clock, and how a clock that was stopped is set going again. Deliberately does
//! not know the notes ([`domain::sound`]), nor which cue is written when ([`super::sheet`]). Cues are written minutes ahead
//! as automation of one oscillator and one gain, so a busy, hidden or throttled page is never late. Between cues the same
//! oscillator hums at 40 Hz and −62 dBFS, which nobody hears: a browser lets the clock of a silent page fall behind, and
//! slows the page down.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::session::{Cue, CueKind};
use domain::sound::{Tones, Wave};
use domain::time::Millis;
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode, OscillatorType};

use super::sheet::{Look, Pace, Sheet};
use crate::platform::script;
use crate::ports::{Held, Sound};

/// A page that was touched is heard within so many milliseconds, or has nothing to be heard with.
const SILENT_AFTER: f64 = 2500.0;

/// A clock that is allowed to run does so within this many milliseconds.
const STARTS_WITHIN: f64 = 1000.0;

/// The hum between cues.
const HUM: (f32, f32) = (40.0, 0.000_8);
/// Between looking at one clock and at the other no more than so many milliseconds may pass.
const AT_ONCE: f64 = 2.0;
/// Seconds in which a note comes and goes: shorter clicks.
const EDGE: f64 = 0.008;
/// A running clock that has not moved in so many milliseconds never will: some phones leave it so after a call.
const STANDS_AFTER: f64 = 900.0;

/// A running sound graph.
struct Voice {
    context: AudioContext,
    oscillator: OscillatorNode,
    gain: GainNode,
}

impl Voice {
    fn new() -> Option<Self> {
        let context = AudioContext::new().ok()?;
        let oscillator = context.create_oscillator().ok()?;
        let gain = context.create_gain().ok()?;
        oscillator.connect_with_audio_node(&gain).ok()?;
        gain.connect_with_audio_node(&context.destination()).ok()?;
        let voice = Self { context, oscillator, gain };
        voice.hum();
        voice.oscillator.start().ok()?;
        Some(voice)
    }

    fn is_running(&self) -> bool {
        self.context.state() == AudioContextState::Running
    }

    /// Asks to be heard. Refused outside a tap, and while a call interrupts; both are normal.
    fn wake(&self) {
        script::ignore(self.context.resume().ok().map(Into::into));
    }

    /// Takes back everything that was written; from now on it hums.
    fn hum(&self) {
        let now = self.context.current_time();
        self.take_back(now);
        let _ = self.oscillator.frequency().set_value_at_time(HUM.0, now);
        let _ = self.gain.gain().set_value_at_time(HUM.1, now);
    }

    /// Takes back what was written from this second on.
    fn take_back(&self, from: f64) {
        let _ = self.oscillator.frequency().cancel_scheduled_values(from);
        let _ = self.gain.gain().cancel_scheduled_values(from);
    }

    /// What is being heard, as far as the browser says so.
    fn heard(&self) -> Option<Look> {
        let said = script::call(&self.context, "getOutputTimestamp", &[])?;
        let number = |name| script::property(&said, name)?.as_f64().filter(|value| *value > 0.0);
        Some(Look { sound: number("contextTime")?, page: number("performanceTime")? })
    }

    /// Both clocks, and whether they were seen at once.
    fn look(&self) -> (Look, bool) {
        let page = page_time();
        let sound = self.context.current_time();
        (Look { sound, page }, page_time() - page <= AT_ONCE)
    }

    fn write_on(&self, sheet: &mut Sheet) {
        let due = sheet.due(self.context.current_time());
        if !due.is_empty() {
            self.oscillator.set_type(match sheet.tones.wave() {
                Wave::Sine => OscillatorType::Sine,
                Wave::Triangle => OscillatorType::Triangle,
            });
        }
        for (cue, at) in due {
            self.write(cue, at, sheet.tones, sheet.volume);
        }
    }

    fn write(&self, cue: CueKind, at: f64, tones: Tones, volume: f32) {
        let (frequency, gain) = (self.oscillator.frequency(), self.gain.gain());
        for note in tones.notes(cue) {
            let (begin, end) = (at + note.after.as_seconds(), at + note.end().as_seconds());
            let peak = (f32::from(note.loud) / 100.0 * volume).max(HUM.1);
            let _ = frequency.set_value_at_time(f32::from(note.hertz), begin);
            let _ = gain.set_value_at_time(HUM.1, begin);
            let _ = gain.linear_ramp_to_value_at_time(peak, begin + EDGE);
            let _ = gain.set_value_at_time(peak, end - 2.0 * EDGE);
            let _ = gain.linear_ramp_to_value_at_time(HUM.1, end);
            let _ = frequency.set_value_at_time(HUM.0, end);
        }
    }
}

/// Web Audio, where there is one.
#[derive(Default)]
pub(super) struct WebAudio {
    voice: Rc<RefCell<Option<Voice>>>,
    /// What is to be heard.
    sheet: RefCell<Option<Sheet>>,
    /// How its clock goes.
    pace: RefCell<Pace>,
    /// Whether anything laid was ever heard: a context that stands still after that was interrupted.
    heard: Cell<bool>,
    /// When it was looked last whether the sound clock moves.
    looked: Cell<Option<Look>>,
    /// Nothing was heard though nothing forbade it.
    is_dumb: Cell<bool>,
    /// Whether sound is wanted and only a tap brings it.
    refused: Cell<bool>,
    /// While sound is wanted but not allowed yet: waits for any tap or key press.
    waiting: RefCell<Vec<Held>>,
}

fn page_time() -> f64 {
    let performance = script::window().and_then(|window| window.performance());
    performance.map_or(0.0, |performance| performance.now())
}

/// Does `what` with the voice, made now if there is none or if it was closed.
fn with_voice<T>(voice: &RefCell<Option<Voice>>, what: impl FnOnce(&Voice) -> T) -> Option<T> {
    let mut voice = voice.try_borrow_mut().ok()?;
    if voice.as_ref().is_none_or(|voice| voice.context.state() == AudioContextState::Closed) {
        *voice = Voice::new();
    }
    voice.as_ref().map(what)
}

impl WebAudio {
    /// Any tap or key press from now on allows sound: after a reload a session runs before anybody touched the page.
    fn wait_for_touch(&self) {
        let Some(window) = script::window() else { return };
        let Ok(mut waiting) = self.waiting.try_borrow_mut() else { return };
        if waiting.is_empty() {
            for event in ["pointerup", "keydown"] {
                let voice = self.voice.clone();
                waiting.push(script::listen(&window, event, move |_| {
                    with_voice(&voice, |voice| {
                        if !voice.is_running() {
                            voice.wake();
                        }
                    });
                }));
            }
        }
    }

    fn stop_waiting(&self) {
        if let Ok(mut waiting) = self.waiting.try_borrow_mut() {
            waiting.clear();
        }
    }

    /// Closes a graph whose clock runs and yet stands still: it is made anew by whoever needs it.
    fn drop_dead(&self) {
        let Ok(mut voice) = self.voice.try_borrow_mut() else { return };
        let Some(running) = voice.as_ref().filter(|voice| voice.is_running()) else { return };
        let (look, _) = running.look();
        match self.looked.get().filter(|last| look.sound <= last.sound) {
            None => self.looked.set(Some(look)),
            Some(last) if look.page - last.page > STANDS_AFTER => {
                script::ignore(running.context.close().ok().map(Into::into));
                *voice = None;
                self.looked.set(None);
                self.heard.set(false);
                self.pace.borrow_mut().forget();
                if let Some(sheet) = self.sheet.borrow_mut().as_mut() {
                    sheet.forget();
                }
            }
            // Too soon to tell.
            Some(_) => {}
        }
    }

    /// Looks at both clocks, and says whether the sound's runs; nothing while there is none.
    fn look(&self) -> Option<bool> {
        let voice = self.voice.try_borrow().ok()?;
        let voice = voice.as_ref()?;
        let (look, at_once) = voice.look();
        if at_once {
            self.pace.borrow_mut().take(look, voice.heard());
        }
        Some(voice.is_running())
    }
}

impl Sound for WebAudio {
    fn unlock(&self) {
        with_voice(&self.voice, Voice::wake);
    }

    fn lay(&self, cues: &[Cue], late: Millis, tones: Tones, volume: u8) {
        self.drop_dead();
        let volume = f32::from(volume.min(100)) / 100.0;
        let page = page_time() - late.0 as f64;
        let laid = |sound| Sheet::new(cues, tones, volume, Look { sound, page });
        let write = |voice: &Voice| {
            if !voice.is_running() {
                voice.wake();
            }
            voice.hum();
            let (look, _) = voice.look();
            let sound = self.pace.borrow().sound_at(page);
            let mut sheet = laid(sound.unwrap_or(look.sound - (look.page - page) / 1000.0));
            voice.write_on(&mut sheet);
            (sheet, voice.is_running())
        };
        // A page that nobody touched may make no sound: its sheet is written when it runs.
        let written = if script::was_touched() { with_voice(&self.voice, write) } else { None };
        let (sheet, is_heard) = written.unwrap_or_else(|| (laid(0.0), false));
        self.sheet.replace(Some(sheet));
        self.heard.set(is_heard);
        if !is_heard {
            self.wait_for_touch();
        }
    }

    fn keep_up(&self) {
        let Some(since) = self.sheet.borrow().as_ref().map(|sheet| page_time() - sheet.page()) else {
            return;
        };
        let is_running = self.look() == Some(true);
        let was_heard = self.heard.get();
        self.is_dumb.set(!is_running && !was_heard && since > SILENT_AFTER && script::was_touched());
        self.refused.set(!is_running && !self.is_dumb.get() && since > STARTS_WITHIN);
        self.heard.set(was_heard || is_running);
        if is_running && !was_heard {
            self.realign();
        } else if let (Ok(voice), Some(sheet)) = (self.voice.try_borrow(), self.sheet.borrow_mut().as_mut())
            && let Some(voice) = voice.as_ref().filter(|voice| voice.is_running())
        {
            voice.write_on(sheet);
        }
    }

    fn realign(&self) {
        self.drop_dead();
        with_voice(&self.voice, |voice| {
            if !voice.is_running() {
                voice.wake();
            }
        });
        with_voice(&self.voice, |voice| {
            let mut sheet = self.sheet.borrow_mut();
            let Some(sheet) = sheet.as_mut() else { return };
            if let Some(seam) = sheet.realign(voice.context.current_time(), &self.pace.borrow()) {
                voice.take_back(seam);
                voice.write_on(sheet);
            }
        });
    }

    fn silence(&self) {
        self.sheet.replace(None);
        self.pace.borrow_mut().forget();
        self.heard.set(false);
        self.looked.set(None);
        self.refused.set(false);
        self.stop_waiting();
        if let Ok(voice) = self.voice.try_borrow()
            && let Some(voice) = voice.as_ref()
        {
            voice.hum();
            script::ignore(voice.context.suspend().ok().map(Into::into));
        }
    }

    fn drift(&self) -> Option<i64> {
        self.look()?;
        let off = self.sheet.borrow_mut().as_mut()?.off(&self.pace.borrow())?;
        self.heard.get().then_some((off * 1000.0).round() as i64)
    }

    fn is_refused(&self) -> bool {
        self.refused.get()
    }

    fn works(&self) -> bool {
        let is_there = |window: web_sys::Window| script::property(&window, "AudioContext").is_some();
        !self.is_dumb.get() && script::window().is_some_and(is_there)
    }
}
