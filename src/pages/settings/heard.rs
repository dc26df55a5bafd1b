//! How a session is heard: its sounds, and its voice.
//!
//! Decides: that each can be heard before it is needed, and that a session that is on is not disturbed by it. A voice can
//! be switched on only where there is one, and who speaks over the network is marked as such. Deliberately does not know how
//! anything is made to be heard.

use domain::session::{Cue, CueKind};
use domain::sound::Tones as Sounds;
use domain::time::Millis;
use leptos::prelude::*;

use super::chosen;
use crate::conductor::{Conductor, Stage, use_conductor};
use crate::ports::{Ports, Speaker, use_ports};
use crate::store::{Store, use_store};
use crate::ui::{Button, Choice, Glyph, Offer, SelectField, Switch, soon};
use crate::words::{Words, use_words};

/// The sounds of a session as one hears them when they are chosen: a start and an end.
const SAMPLE: [(u64, CueKind); 5] = [
    (100, CueKind::CountDown),
    (700, CueKind::CountDown),
    (1300, CueKind::CountDown),
    (1900, CueKind::Go),
    (3100, CueKind::Rest),
];
/// By then they have been heard.
const HEARD: Millis = Millis::seconds(5);

/// How fast a voice may be asked to speak, in percent, and the keys of the words for it.
const RATES: [(u8, &str); 3] =
    [(75, "settings.rate.slower"), (100, "settings.rate.usual"), (130, "settings.rate.faster")];

/// Which sounds a session has.
#[component]
pub(super) fn Tones() -> impl IntoView {
    let (words, store, ports, conductor) = (use_words(), use_store(), use_ports(), use_conductor());
    let offers = (0..).zip(Sounds::ALL).map(|(value, tones)| Offer {
        value,
        label: words.text(&["settings.tones.", tones.slug()].concat()),
        paints: None,
    });
    let offers: Vec<Offer> = offers.collect();
    let value = chosen(|chosen| {
        (0..).zip(Sounds::ALL).find(|(_, tones)| *tones == chosen.heard.tones).map(|(at, _)| at)
    });
    let choose = move |at: u8| {
        let tones = Sounds::ALL.get(usize::from(at)).copied().unwrap_or_default();
        store.change_settings(|chosen| chosen.heard.tones = tones);
        if is_underway(conductor) {
            conductor.hear_anew();
        } else {
            play(ports, store, conductor);
        }
    };
    let is_on = chosen(|chosen| chosen.sound);
    let stage = conductor.stage();
    let is_busy = Signal::derive(move || stage.with(|stage| *stage == Stage::Underway));
    view! {
        <Show when=move || is_on.get()>
            <div class="settings-heard">
                <Choice
                    label=words.text("settings.tones")
                    name="tones"
                    offers=offers.clone()
                    value
                    on_change=choose
                />
                <Button
                    small=true
                    glyph=Signal::stored(Glyph::Sound)
                    disabled=is_busy
                    on_press=move || play(ports, store, conductor)
                >
                    {words.text("settings.tones.hear")}
                </Button>
            </div>
        </Show>
    }
}

fn is_underway(conductor: Conductor) -> bool {
    conductor.stage().try_get_untracked() == Some(Stage::Underway)
}

/// Lets the sounds be heard that are chosen.
fn play(ports: Ports, store: Store, conductor: Conductor) {
    soon(async move {
        ports.fit_out().await;
        if is_underway(conductor) {
            return;
        }
        let (tones, volume) = store.settings().with_untracked(|chosen| (chosen.heard.tones, chosen.volume));
        let cues = SAMPLE.map(|(after, kind)| Cue { after: Millis(after), kind });
        ports.sound().unlock();
        ports.sound().lay(&cues, Millis::ZERO, tones, volume);
        let silence = move || {
            // A session may be on by then.
            if !is_underway(conductor) {
                ports.sound().silence();
            }
        };
        ports.clock().after(HEARD, Box::new(silence)).for_ever();
    });
}

/// Whether a voice speaks in a session, which, and how fast.
#[component]
pub(super) fn Voice() -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    // Browsers take up to seconds to tell: until then there may be one, and nothing below it moves when they do.
    let speakers = RwSignal::new(None::<Vec<Speaker>>);
    soon(async move {
        ports.fit_out().await;
        ports.voice().speakers(Box::new(move |found| {
            // The page may have been left meanwhile.
            speakers.try_set(Some(found));
        }));
    });
    let is_silent = Memo::new(move |_| speakers.with(|known| known.as_ref().is_some_and(Vec::is_empty)));
    let about = Signal::derive(move || {
        words.text(if is_silent.get() { "settings.voice.silent" } else { "settings.voice.about" })
    });
    let is_chosen = chosen(|chosen| chosen.heard.spoken);
    let is_on = Signal::derive(move || is_chosen.get() && !is_silent.get());
    let conductor = use_conductor();
    on_cleanup(move || {
        if !is_underway(conductor) {
            ports.voice().hush();
        }
    });
    view! {
        <Switch
            label=words.text("settings.voice")
            about
            on=is_on
            on_change=move |on| store.change_settings(|chosen| chosen.heard.spoken = on)
            disabled=is_silent
        />
        <Show when=move || is_on.get()>
            <div class="settings-heard">
                {move || view! { <Speakers speakers=speakers.get().unwrap_or_default() /> }}
                <Rate />
                <Button
                    small=true
                    glyph=Signal::stored(Glyph::Sound)
                    on_press=move || speak(words, store, ports)
                >
                    {words.text("settings.voice.hear")}
                </Button>
            </div>
        </Show>
    }
}

/// Says a sentence as one would hear it in a session.
fn speak(words: Words, store: Store, ports: Ports) {
    let (speaker, rate) =
        store.settings().with_untracked(|chosen| (chosen.heard.speaker.clone(), chosen.heard.rate));
    ports.voice().say(&words.text("settings.voice.sample"), &speaker, rate);
}

/// Who speaks. The first place is nobody by name: the best of those on the device.
#[component]
fn Speakers(speakers: Vec<Speaker>) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let is_remote = speakers.iter().any(|speaker| !speaker.is_local);
    let first = match speakers.first().filter(|speaker| speaker.is_local) {
        Some(best) => words.fill("settings.voice.best", &[("name", &best.name)]),
        None => words.text("settings.voice.none"),
    };
    let named = |speaker: &Speaker| {
        let key = if speaker.is_local { "settings.voice.named" } else { "settings.voice.remote" };
        words.fill(key, &[("name", &speaker.name), ("language", &speaker.language)])
    };
    let names = core::iter::once(first).chain(speakers.iter().map(named)).collect();
    let wanted = store.settings().with_untracked(|chosen| chosen.heard.speaker.clone());
    let at = speakers.iter().position(|speaker| speaker.name == wanted).map_or(0, |place| place + 1);
    let choose = move |at: usize| {
        let speaker = at.checked_sub(1).and_then(|place| speakers.get(place));
        let name = speaker.map(|speaker| speaker.name.clone()).unwrap_or_default();
        store.change_settings(|chosen| chosen.heard.speaker = name);
    };
    view! {
        <SelectField label=words.text("settings.voice.who") names at on_change=choose />
        {is_remote.then(|| view! { <p class="quiet">{words.text("settings.voice.network")}</p> })}
    }
}

/// How fast.
#[component]
fn Rate() -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let offers = RATES.map(|(value, key)| Offer { value, label: words.text(key), paints: None });
    view! {
        <Choice
            label=words.text("settings.rate")
            name="rate"
            offers=offers.to_vec()
            value=chosen(|chosen| Some(chosen.heard.rate))
            on_change=move |rate| store.change_settings(|chosen| chosen.heard.rate = rate)
        />
    }
}
