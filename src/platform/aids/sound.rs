//! Beeps, on Web Audio's own clock.
//!
//! Decides: how each cue sounds. The whole sheet is written at once as automation of one oscillator and one gain, so a
//! busy, hidden or throttled page is never late, and thousands of cues cost no more than one. Between cues the same
//! oscillator hums at 40 Hz and −62 dBFS, which nobody hears: a browser lets the clock of a silent page fall behind, and
//! slows the page down.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::session::{Cue, CueKind};
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode};

use crate::platform::script;
use crate::ports::{Held, Sound};

/// The hum between cues.
const HUM: (f32, f32) = (40.0, 0.000_8);
/// Seconds in which a note comes and goes: shorter clicks.
const EDGE: f64 = 0.008;

/// One note of a cue: seconds from the cue, hertz, seconds long, how loud (1 is the loudest).
struct Note(f64, f32, f64, f32);

/// How a cue sounds. Rising begins, falling ends; the pitches stay apart for ears that hear few of them.
const fn notes(cue: CueKind) -> &'static [Note] {
    match cue {
        CueKind::CountDown => &[Note(0.0, 587.0, 0.09, 0.7)],
        CueKind::Go => &[Note(0.0, 880.0, 0.35, 1.0)],
        CueKind::Rest => &[Note(0.0, 587.0, 0.14, 0.9), Note(0.16, 440.0, 0.26, 0.9)],
        CueKind::Change => {
            &[Note(0.0, 494.0, 0.1, 0.9), Note(0.12, 740.0, 0.1, 0.9), Note(0.24, 494.0, 0.1, 0.9)]
        }
        CueKind::Ready => &[Note(0.0, 440.0, 0.12, 0.6)],
        CueKind::Half => &[Note(0.0, 698.0, 0.07, 0.6), Note(0.12, 698.0, 0.07, 0.6)],
        CueKind::Rep => &[Note(0.0, 330.0, 0.045, 0.3)],
        CueKind::Finish => &[
            Note(0.0, 523.0, 0.16, 0.9),
            Note(0.18, 659.0, 0.16, 0.9),
            Note(0.36, 784.0, 0.16, 0.9),
            Note(0.54, 1047.0, 0.5, 1.0),
        ],
    }
}

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

    fn write(&self, cue: CueKind, at: f64, volume: f32) {
        let (frequency, gain) = (self.oscillator.frequency(), self.gain.gain());
        for Note(after, pitch, length, loud) in notes(cue) {
            let (begin, end, peak) = (at + after, at + after + length, (loud * volume).max(HUM.1));
            let _ = frequency.set_value_at_time(*pitch, begin);
            let _ = gain.set_value_at_time(HUM.1, begin);
            let _ = gain.linear_ramp_to_value_at_time(peak, begin + EDGE);
            let _ = gain.set_value_at_time(peak, end - 2.0 * EDGE);
            let _ = gain.linear_ramp_to_value_at_time(HUM.1, end);
            let _ = frequency.set_value_at_time(HUM.0, end);
        }
    }
}

/// What was laid: the sound clock's seconds and the page's milliseconds at that moment.
#[derive(Clone, Copy)]
struct Anchor {
    sound: f64,
    page: f64,
}

/// Web Audio, where there is one.
#[derive(Default)]
pub(super) struct WebAudio {
    voice: Rc<RefCell<Option<Voice>>>,
    laid: Cell<Option<Anchor>>,
    /// Whether anything laid was ever heard: a context that stands still after that was interrupted.
    heard: Cell<bool>,
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

    /// Lays the sheet, and says from where and whether it is heard already.
    fn write(&self, cues: &[Cue], volume: f32) -> Option<(Anchor, bool)> {
        with_voice(&self.voice, |voice| {
            if !voice.is_running() {
                voice.wake();
            }
            let anchor = Anchor { sound: voice.hum(), page: page_time() };
            for cue in cues {
                voice.write(cue.kind, anchor.sound + cue.after.as_seconds(), volume);
            }
            (anchor, voice.is_running())
        })
    }
}

impl Sound for WebAudio {
    fn unlock(&self) {
        with_voice(&self.voice, Voice::wake);
    }

    fn lay(&self, cues: &[Cue], volume: u8) {
        let volume = f32::from(volume.min(100)) / 100.0;
        // A page that nobody touched may make no sound: its sheet is laid when the clock is found to be off.
        let laid = if script::was_touched() { self.write(cues, volume) } else { None };
        let (anchor, is_heard) = laid.unwrap_or((Anchor { sound: 0.0, page: page_time() }, false));
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
        let voice = voice.as_ref()?;
        self.heard.set(self.heard.get() || voice.is_running());
        let heard = (voice.context.current_time() - anchor.sound) * 1000.0;
        self.heard.get().then(|| (heard - (page_time() - anchor.page)) as i64)
    }

    fn works(&self) -> bool {
        script::window().is_some_and(|window| script::property(&window, "AudioContext").is_some())
    }
}
