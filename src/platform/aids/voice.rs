//! Speaking, by the browser's own speech synthesis.
//!
//! Decides: that one thing is said at a time, and never waits for another; that it is asked for in a later task than the
//! one that breaks off what was said before, or some engines lose both; that who does not begin in time, three times, is not
//! asked again in this visit; and that a voice which sends what it says to its maker speaks only where it was chosen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget};

use super::speakers::{Told, ordered, plain};
use crate::platform::script;
use crate::ports::{Held, Speaker, Voice};

/// How long a voice may take to begin, in milliseconds.
const IN_TIME: i32 = 2000;
/// After so many times it is not asked any more.
const OFTEN: u8 = 3;
/// How often it is looked whether the voices are here, and how long it takes from one look to the next. Some browsers load
/// them only when they are first asked for, and not all say when they have.
const LOOKS: u8 = 10;
const BETWEEN: i32 = 100;

/// What happens to what is said, though nothing is wrong: it was broken off, or the browser waits for a press.
const NO_TROUBLE: [&str; 3] = ["interrupted", "canceled", "not-allowed"];

/// `speechSynthesis`, where there is one.
#[derive(Default)]
pub(super) struct Synthesis {
    state: Rc<State>,
}

#[derive(Default)]
struct State {
    /// Counts what was to be said: what an earlier one comes to is of no use any more.
    turn: Cell<u32>,
    /// How often nothing was heard of what was said, one time after the other.
    failures: Cell<u8>,
    /// Whether nobody was found who may speak.
    is_mute: Cell<bool>,
    /// What is being said. Held on to: an engine may forget it before it is over.
    said: RefCell<Option<Said>>,
    leaving: RefCell<Option<Held>>,
}

struct Said {
    _utterance: JsValue,
    _listeners: [Held; 3],
}

fn synthesis() -> Option<JsValue> {
    script::property(script::window()?.as_ref(), "speechSynthesis")
}

async fn pause(milliseconds: i32) {
    let passed = Promise::new(&mut |resolve, _| {
        script::later(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED)));
    });
    let _ = JsFuture::from(passed).await;
}

fn text_of(object: &JsValue, name: &str) -> String {
    script::property(object, name).and_then(|text| text.as_string()).unwrap_or_default()
}

/// Every voice of the device, as the browser has it.
fn voices() -> Vec<JsValue> {
    let voices = synthesis().and_then(|synthesis| script::call(&synthesis, "getVoices", &[]));
    voices.filter(Array::is_array).map(|voices| Array::from(&voices).to_vec()).unwrap_or_default()
}

/// Whoever speaks the language of the page, the best first: what the browser has, and what it tells of it.
fn found() -> Vec<(JsValue, Speaker)> {
    let voices = voices();
    let is_true =
        |voice: &JsValue, name: &str| script::property(voice, name).is_some_and(|it| it.is_truthy());
    let told: Vec<Told> = voices
        .iter()
        .map(|voice| Told {
            speaker: Speaker {
                name: text_of(voice, "name"),
                language: plain(&text_of(voice, "lang")),
                is_local: is_true(voice, "localService"),
            },
            is_default: is_true(voice, "default"),
        })
        .collect();
    let window = script::window();
    let page = window.as_ref().and_then(|window| window.document()?.document_element());
    let language = page.and_then(|page| page.get_attribute("lang")).unwrap_or_else(|| "en".to_owned());
    let own = window.and_then(|window| window.navigator().language()).unwrap_or_default();
    let places = ordered(&told, &language, &own).into_iter();
    places.filter_map(|place| Some((voices.get(place)?.clone(), told.get(place)?.speaker.clone()))).collect()
}

/// The same, as soon as the browser knows.
async fn found_in_time() -> Vec<(JsValue, Speaker)> {
    for _ in 0..LOOKS {
        if !voices().is_empty() || synthesis().is_none() {
            break;
        }
        pause(BETWEEN).await;
    }
    found()
}

impl State {
    /// Nothing that was to be said is said any more; says what the next is called.
    fn next(&self) -> u32 {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        // Nobody listens to it any more: some engines tell of its end much later.
        self.said.replace(None);
        if let Some(synthesis) = synthesis() {
            script::call(&synthesis, "cancel", &[]);
        }
        turn
    }

    fn failed(&self) {
        // Of a page that nobody sees many devices let nothing be heard. That says nothing about what comes.
        let document = script::window().and_then(|window| window.document());
        if document.is_some_and(|document| document.hidden()) {
            return;
        }
        self.failures.set(self.failures.get().saturating_add(1));
    }

    /// Some engines go on speaking when their page is gone.
    fn hush_when_left(self: &Rc<Self>) {
        if self.leaving.borrow().is_none()
            && let Some(window) = script::window()
        {
            let state = self.clone();
            self.leaving.replace(Some(script::listen(&window, "pagehide", move |_| {
                state.next();
            })));
        }
    }

    fn speak(self: &Rc<Self>, text: &str, (voice, speaker): &(JsValue, Speaker), rate: u8) -> Option<()> {
        let utterance = script::construct(
            script::window()?.as_ref(),
            "SpeechSynthesisUtterance",
            &[JsValue::from(text)],
        )?;
        let rate = f64::from(rate) / 100.0;
        for (name, value) in
            [("voice", voice.clone()), ("lang", speaker.language.as_str().into()), ("rate", rate.into())]
        {
            let _ = Reflect::set(&utterance, &name.into(), &value);
        }
        // Whether it is known what became of it.
        let is_known = Rc::new(Cell::new(false));
        let target: &EventTarget = utterance.unchecked_ref();
        let heard = |event: &'static str| {
            let (state, is_known) = (self.clone(), is_known.clone());
            script::listen(target, event, move |_| {
                is_known.set(true);
                state.failures.set(0);
            })
        };
        let (state, known) = (self.clone(), is_known.clone());
        let failed = script::listen(target, "error", move |event: Event| {
            let is_trouble = !NO_TROUBLE.contains(&text_of(&event, "error").as_str());
            if !known.replace(true) && is_trouble {
                state.failed();
            }
        });
        let listeners = [heard("start"), heard("end"), failed];
        script::call(&synthesis()?, "speak", core::slice::from_ref(&utterance));
        self.said.replace(Some(Said { _utterance: utterance, _listeners: listeners }));
        let (state, turn) = (self.clone(), self.turn.get());
        script::later(IN_TIME, move || {
            if state.turn.get() == turn && !is_known.get() {
                state.failed();
                state.next();
            }
        });
        Some(())
    }
}

impl Voice for Synthesis {
    fn speakers(&self, told: Box<dyn FnOnce(Vec<Speaker>)>) {
        // At once, where they are known: what is shown of them need not come later.
        let known = found();
        if !known.is_empty() || synthesis().is_none() {
            return told(known.into_iter().map(|(_, speaker)| speaker).collect());
        }
        script::spawn(async move {
            told(found_in_time().await.into_iter().map(|(_, speaker)| speaker).collect());
        });
    }

    fn say(&self, text: &str, speaker: &str, rate: u8) {
        let turn = self.state.next();
        // Before a press a browser refuses, and some do so for good.
        if synthesis().is_none() || self.state.failures.get() >= OFTEN || !script::was_touched() {
            return;
        }
        self.state.hush_when_left();
        let (state, text, wanted) = (self.state.clone(), text.to_owned(), speaker.to_owned());
        script::spawn(async move {
            pause(0).await;
            let found = found_in_time().await;
            if state.turn.get() != turn {
                return;
            }
            let chosen = found.iter().find(|(_, speaker)| speaker.name == wanted);
            let voice = chosen.or_else(|| found.iter().find(|(_, speaker)| speaker.is_local));
            state.is_mute.set(voice.is_none());
            if let Some(voice) = voice
                && state.speak(&text, voice, rate).is_none()
            {
                state.failed();
            }
        });
    }

    fn hush(&self) {
        self.state.next();
    }

    fn works(&self) -> bool {
        synthesis().is_some() && self.state.failures.get() < OFTEN && !self.state.is_mute.get()
    }
}
