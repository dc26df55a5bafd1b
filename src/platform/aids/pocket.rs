//! A session as one file in an `<audio>` element, and what a lock screen shows of it.
//!
//! Decides: that pressing something on the lock screen, the headphones or the keyboard and being interrupted by a call are
//! told to whoever asked, and that nothing else happens by itself. Deliberately does not know what is in the file.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use domain::time::Millis;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Event, EventTarget, Url};

use super::artwork;
use crate::platform::script;
use crate::ports::{Card, Held, Pocket, Press};

/// What such a file is called among types.
const TYPE: &str = "audio/flac";

/// What lock screens and keys can say, as Media Session names it.
const ACTIONS: [(&str, Press); 5] = [
    ("play", Press::Play),
    ("pause", Press::Pause),
    ("stop", Press::Pause),
    ("nexttrack", Press::Next),
    ("previoustrack", Press::Previous),
];

type Each = Rc<RefCell<Option<Rc<dyn Fn(Press)>>>>;

/// The element that plays, made when it is first needed.
#[derive(Default)]
pub(super) struct Player {
    audio: RefCell<Option<JsValue>>,
    /// Where the file lies while it is played.
    address: RefCell<Option<String>>,
    /// Whether it should be heard: an element that stands all the same was interrupted.
    wanted: Rc<Cell<bool>>,
    /// Whether it was heard since it was asked for.
    heard: Rc<Cell<bool>>,
    each: Each,
    refused: Rc<Cell<bool>>,
    listeners: RefCell<Vec<Held>>,
    artwork: artwork::Artwork,
}

impl Player {
    fn audio(&self) -> Option<JsValue> {
        let mut audio = self.audio.try_borrow_mut().ok()?;
        if audio.is_none() {
            let made = script::construct(script::window()?.as_ref(), "Audio", &[])?;
            let _ = Reflect::set(&made, &"preload".into(), &"auto".into());
            self.listen(&made);
            *audio = Some(made);
        }
        audio.clone()
    }

    /// The element, if it was needed before.
    fn made(&self) -> Option<JsValue> {
        self.audio.try_borrow().ok()?.clone()
    }

    /// Hears when the element stands by itself, and when it is heard.
    fn listen(&self, audio: &JsValue) {
        let Some(target) = audio.dyn_ref::<EventTarget>() else { return };
        let (wanted, each) = (self.wanted.clone(), self.each.clone());
        let paused = script::listen(target, "pause", move |event: Event| {
            let has_ended = event
                .target()
                .and_then(|audio| script::property(&audio, "ended"))
                .is_some_and(|ended| ended.is_truthy());
            if wanted.get() && !has_ended {
                wanted.set(false);
                tell(&each, Press::Interrupted);
            }
        });
        let (heard, refused) = (self.heard.clone(), self.refused.clone());
        let playing = script::listen(target, "playing", move |_| {
            heard.set(true);
            refused.set(false);
        });
        if let Ok(mut listeners) = self.listeners.try_borrow_mut() {
            listeners.extend([paused, playing]);
        }
    }

    /// Lets go of the file before. The element has its own hold on it as long as it plays.
    fn forget_file(&self) {
        if let Ok(mut address) = self.address.try_borrow_mut()
            && let Some(address) = address.take()
        {
            let _ = Url::revoke_object_url(&address);
        }
    }

    /// Has it heard; a refusal is told.
    fn start(&self, audio: &JsValue) {
        self.wanted.set(true);
        let promise = script::call(audio, "play", &[]);
        let (wanted, refused) = (self.wanted.clone(), self.refused.clone());
        let audio = audio.clone();
        script::when_settled(promise, move |_| {
            // Another file that came meanwhile breaks off the wait for this one: that is no refusal.
            let stands = script::property(&audio, "paused").is_some_and(|paused| paused.is_truthy());
            if wanted.get() && stands {
                refused.set(true);
            }
        });
    }
}

fn tell(each: &Each, press: Press) {
    let told = each.try_borrow().ok().and_then(|each| each.clone());
    if let Some(told) = told {
        told(press);
    }
}

fn media_session() -> Option<JsValue> {
    script::property(&script::window()?.navigator(), "mediaSession")
}

/// Says what kind of sound this is, where anybody asks: on iPhones only `playback` goes on when the phone is locked.
fn say_kind(kind: &str) {
    let session = script::window().and_then(|window| script::property(&window.navigator(), "audioSession"));
    if let Some(session) = session {
        let _ = Reflect::set(&session, &"type".into(), &kind.into());
    }
}

/// A number of milliseconds as the element counts, in seconds.
fn set_time(audio: &JsValue, to: Millis) {
    let _ = Reflect::set(audio, &"currentTime".into(), &to.as_seconds().into());
}

impl Pocket for Player {
    fn play(&self, file: &[u8]) {
        let Some(audio) = self.audio() else { return };
        say_kind("playback");
        let kind = BlobPropertyBag::new();
        kind.set_type(TYPE);
        let parts = Array::of1(&Uint8Array::from(file));
        let address = Blob::new_with_u8_array_sequence_and_options(&parts, &kind)
            .and_then(|blob| Url::create_object_url_with_blob(&blob));
        let Ok(address) = address else { return };
        // The change of file is no interruption.
        self.wanted.set(false);
        self.heard.set(false);
        let _ = Reflect::set(&audio, &"src".into(), &address.as_str().into());
        self.forget_file();
        self.address.replace(Some(address));
        self.start(&audio);
    }

    fn seek(&self, to: Millis) {
        if let Some(audio) = self.audio() {
            set_time(&audio, to);
        }
    }

    fn pause(&self) {
        self.wanted.set(false);
        self.refused.set(false);
        if let Some(audio) = self.made() {
            script::call(&audio, "pause", &[]);
        }
    }

    fn stop(&self) {
        let Some(audio) = self.made() else { return };
        self.pause();
        self.heard.set(false);
        script::call(&audio, "removeAttribute", &["src".into()]);
        script::call(&audio, "load", &[]);
        self.forget_file();
        say_kind("auto");
        // A card that is left lingers on the lock screen.
        if let Some(session) = media_session() {
            let _ = Reflect::set(&session, &"metadata".into(), &JsValue::NULL);
            let _ = Reflect::set(&session, &"playbackState".into(), &"none".into());
            for (action, _) in ACTIONS {
                script::call(&session, "setActionHandler", &[action.into(), JsValue::NULL]);
            }
        }
        self.each.replace(None);
    }

    fn position(&self) -> Option<Millis> {
        let audio = self.made()?;
        if !self.wanted.get() || !self.heard.get() {
            return None;
        }
        let seconds = script::property(&audio, "currentTime")?.as_f64()?;
        Some(Millis((seconds * 1000.0) as u64))
    }

    fn on_press(&self, each: Box<dyn Fn(Press)>) {
        self.each.replace(Some(Rc::from(each)));
        let Some(session) = media_session() else { return };
        for (action, press) in ACTIONS {
            let each = self.each.clone();
            let heard = Closure::<dyn FnMut(JsValue)>::new(move |_| tell(&each, press));
            // An action that this browser does not know is refused with an exception, and missed by nobody.
            script::call(&session, "setActionHandler", &[action.into(), heard.into_js_value()]);
        }
    }

    fn show(&self, card: &Card) {
        let Some(session) = media_session() else { return };
        let state = if card.runs { "playing" } else { "paused" };
        let _ = Reflect::set(&session, &"playbackState".into(), &state.into());
        let texts = [("title", &card.title), ("artist", &card.line), ("album", &card.routine)]
            .map(|(name, text)| (name, JsValue::from(text.as_str())));
        if card.whole > Millis::ZERO {
            let at = card.elapsed.min(card.whole).as_seconds();
            let place = [("duration", card.whole.as_seconds().into()), ("position", at.into())];
            script::call(&session, "setPositionState", &[script::object(&place)]);
        }
        self.artwork.wanted(&card.picture, move |picture| {
            let mut parts = texts.to_vec();
            if let Some(address) = picture {
                let size = artwork::SIZES.into();
                let image =
                    script::object(&[("src", address.into()), ("sizes", size), ("type", "image/png".into())]);
                parts.push(("artwork", Array::of1(&image).into()));
            }
            let Some(window) = script::window() else { return };
            if let Some(data) = script::construct(&window, "MediaMetadata", &[script::object(&parts)]) {
                let _ = Reflect::set(&session, &"metadata".into(), &data);
            }
        });
    }

    fn is_refused(&self) -> bool {
        self.refused.get()
    }

    fn works(&self) -> bool {
        let Some(audio) = self.audio() else { return false };
        let answer = script::call(&audio, "canPlayType", &[TYPE.into()]);
        answer.and_then(|answer| answer.as_string()).is_some_and(|answer| !answer.is_empty())
    }
}
