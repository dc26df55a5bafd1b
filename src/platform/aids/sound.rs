//! Beeps, on Web Audio's own clock.
//!
//! Decides: how a sheet is laid onto that clock, and how a clock that was stopped is set going again. Deliberately does
//! not know the notes ([`domain::sound`]). The whole sheet is written at once as automation of one oscillator and one gain, so a
//! busy, hidden or throttled page is never late, and thousands of cues cost no more than one. Between cues the same
//! oscillator hums at 40 Hz and −62 dBFS, which nobody hears: a browser lets the clock of a silent page fall behind, and
//! slows the page down.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::session::{Cue, CueKind};
use domain::sound::{Tones, Wave};
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode, OscillatorType};

use crate::platform::script;
use crate::ports::{Held, Sound};

/// A page that was touched is heard within so many milliseconds, or has nothing to be heard with.
const SILENT_AFTER: f64 = 2500.0;

/// The hum between cues.
const HUM: (f32, f32) = (40.0, 0.000_8);
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
    fn hum(&self) -> f64 {
        let now = self.context.current_time();
        let (frequency, gain) = (self.oscillator.frequency(), self.gain.gain());
        let _ = frequency.cancel_scheduled_values(now);
        let _ = gain.cancel_scheduled_values(now);
        let _ = frequency.set_value_at_time(HUM.0, now);
        let _ = gain.set_value_at_time(HUM.1, now);
        now
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

/// The sound clock's seconds and the page's milliseconds at one moment.
#[derive(Clone, Copy)]
struct Clocks {
    sound: f64,
    page: f64,
}

/// Web Audio, where there is one.
#[derive(Default)]
pub(super) struct WebAudio {
    voice: Rc<RefCell<Option<Voice>>>,
    /// When what is to be heard was laid.
    laid: Cell<Option<Clocks>>,
    /// Whether anything laid was ever heard: a context that stands still after that was interrupted.
    heard: Cell<bool>,
    /// When it was looked last whether the sound clock moves.
    looked: Cell<Option<Clocks>>,
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
        let look = Clocks { sound: running.context.current_time(), page: page_time() };
        match self.looked.get().filter(|last| look.sound <= last.sound) {
            None => self.looked.set(Some(look)),
            Some(last) if look.page - last.page > STANDS_AFTER => {
                script::ignore(running.context.close().ok().map(Into::into));
                *voice = None;
                self.looked.set(None);
            }
            // Too soon to tell.
            Some(_) => {}
        }
    }

    /// Lays the sheet, and says from where and whether it is heard already.
    fn write(&self, cues: &[Cue], tones: Tones, volume: f32) -> Option<(Clocks, bool)> {
        with_voice(&self.voice, |voice| {
            if !voice.is_running() {
                voice.wake();
            }
            voice.oscillator.set_type(match tones.wave() {
                Wave::Sine => OscillatorType::Sine,
                Wave::Triangle => OscillatorType::Triangle,
            });
            let anchor = Clocks { sound: voice.hum(), page: page_time() };
            for cue in cues.iter().filter(|_| volume > 0.0) {
                voice.write(cue.kind, anchor.sound + cue.after.as_seconds(), tones, volume);
            }
            (anchor, voice.is_running())
        })
    }
}

impl Sound for WebAudio {
    fn unlock(&self) {
        with_voice(&self.voice, Voice::wake);
    }

    fn lay(&self, cues: &[Cue], tones: Tones, volume: u8) {
        self.drop_dead();
        let volume = f32::from(volume.min(100)) / 100.0;
        // A page that nobody touched may make no sound: its sheet is laid when the clock is found to be off.
        let laid = if script::was_touched() { self.write(cues, tones, volume) } else { None };
        let (anchor, is_heard) = laid.unwrap_or((Clocks { sound: 0.0, page: page_time() }, false));
        self.laid.set(Some(anchor));
        if is_heard {
            self.heard.set(true);
        } else {
            self.wait_for_touch();
        }
    }

    fn silence(&self) {
        self.laid.set(None);
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
        let anchor = self.laid.get()?;
        let voice = self.voice.try_borrow().ok()?;
        let is_running = voice.as_ref().is_some_and(Voice::is_running);
        let is_late = page_time() - anchor.page > SILENT_AFTER;
        self.is_dumb.set(!is_running && !self.heard.get() && is_late && script::was_touched());
        self.refused.set(!is_running && !self.is_dumb.get());
        let voice = voice.as_ref()?;
        self.heard.set(self.heard.get() || voice.is_running());
        let heard = (voice.context.current_time() - anchor.sound) * 1000.0;
        self.heard.get().then(|| (heard - (page_time() - anchor.page)) as i64)
    }

    fn is_refused(&self) -> bool {
        self.refused.get()
    }

    fn works(&self) -> bool {
        let is_there = |window: web_sys::Window| script::property(&window, "AudioContext").is_some();
        !self.is_dumb.get() && script::window().is_some_and(is_there)
    }
}
