//! The voice of a session. No browser of these has one of its own that can be relied on, so each is given one that writes
//! down what it is asked.

use browsers::device::SETTINGS;
use browsers::{Outcome, Visit, in_each_engine};
use domain::settings::{Heard, Settings};

in_each_engine!(
    a_session_is_spoken_one_thing_at_a_time,
    without_a_voice_a_session_goes_on_and_none_is_offered,
    a_voice_that_never_begins_is_given_up_and_told_once,
    a_voice_is_chosen_and_heard,
);

/// Long enough for a start, a rest with a word ahead of the set, and an end.
const ROUTINE: &str = "/open#1/Told/g8/r10/superman.5s/side-plank.7s.l";

/// A voice on this device, one of another language and one over the network. Each begins and ends as it should, or, where
/// `is_dumb`, not at all. It tells when it is asked for something while it says something else, or waits to.
fn a_voice(is_dumb: bool) -> String {
    const VOICE: &str = r"
        window.asked = []; window.overlaps = 0; let saying = null, cancelling = false;
        const voice = (name, lang, localService) => ({ name, lang, localService, default: false, voiceURI: name });
        const voices = [voice('Far', 'en-US', false), voice('Petra', 'de-DE', true), voice('Near', 'en_GB', true)];
        let looks = 0;
        class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
        const synthesis = {
            getVoices: () => (++looks > 2 ? voices : []),
            cancel() { cancelling = true; saying = null; setTimeout(() => { cancelling = false; }); },
            speak(said) {
                if (saying || cancelling) window.overlaps++;
                window.asked.push([said.text, said.voice && said.voice.name, said.rate, performance.now()]);
                saying = said;
                if (IS_DUMB) return;
                setTimeout(() => said.dispatchEvent(new Event('start')), 20);
                setTimeout(() => { said.dispatchEvent(new Event('end')); if (saying === said) saying = null; }, 1500);
            },
        };
        Object.defineProperty(window, 'speechSynthesis', { value: synthesis, configurable: true });
        Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
    ";
    VOICE.replace("IS_DUMB", if is_dumb { "true" } else { "false" })
}

/// Where a browser has a voice of its own, it is taken away.
const NO_VOICE: &str =
    "Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true })";

/// A device on which a voice was switched on, by this name and at this rate.
async fn with(visit: &Visit, speaker: &str, rate: u8) -> Outcome {
    visit.open("/about").await?;
    let heard = Heard { spoken: true, speaker: speaker.to_owned(), rate, ..Heard::default() };
    let settings = Settings { notice_read: true, volume: 0, heard, ..Settings::default() };
    visit.put(&[(SETTINGS.to_owned(), settings.write())].into()).await
}

async fn said(visit: &Visit) -> thirtyfour::error::WebDriverResult<Vec<(String, String)>> {
    let asked = visit.measure("return window.asked").await?;
    let text = |it: &serde_json::Value, at: usize| it[at].as_str().unwrap_or_default().to_owned();
    Ok(asked.as_array().into_iter().flatten().map(|it| (text(it, 0), text(it, 1))).collect())
}

async fn a_session_is_spoken_one_thing_at_a_time(visit: &Visit) -> Outcome {
    with(visit, "", 100).await?;
    visit.open(ROUTINE).await?;
    visit.measure(&a_voice(false)).await?;
    visit.press("Start").await?;
    visit.sees("Get ready for").await?;
    // Wherever one is: the voice goes on.
    visit.press("Look elsewhere, the session goes on").await?;
    visit.sees("Back to the session").await?;
    visit
        .within(std::time::Duration::from_secs(45), "the end of the session", async || {
            Ok(said(visit).await?.last().is_some_and(|(text, _)| text == "Done."))
        })
        .await?;
    let said = said(visit).await?;
    let texts: Vec<&str> = said.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(
        texts,
        [
            "Get ready. First: Superman, 5 seconds.",
            "Superman, 5 seconds.",
            "Rest, 10 seconds. Next: Side plank, left side, 7 seconds.",
            "Next: Side plank, left side.",
            "Side plank, left side, 7 seconds.",
            "Done.",
        ]
    );
    assert!(
        said.iter().all(|(_, voice)| voice == "Near"),
        "nobody speaks over the network unasked: {said:?}"
    );
    assert_eq!(visit.measure("return window.overlaps").await?, 0, "one thing at a time");
    Ok(())
}

async fn without_a_voice_a_session_goes_on_and_none_is_offered(visit: &Visit) -> Outcome {
    with(visit, "", 100).await?;
    visit.open("/open#1/Short/g5/superman.5s").await?;
    visit.measure(NO_VOICE).await?;
    visit.press("Start").await?;
    visit.sees("a voice").await?;
    visit.sees("Done").await?;
    visit.press("Settings").await?;
    visit.sees("Nobody speaks here").await?;
    let switches = "return [...document.querySelectorAll('.switch:disabled')].map(each => each.textContent)";
    let disabled = visit.measure(switches).await?;
    assert!(disabled[0].as_str().is_some_and(|text| text.starts_with("Voice")), "{disabled}");
    Ok(())
}

async fn a_voice_that_never_begins_is_given_up_and_told_once(visit: &Visit) -> Outcome {
    const LOST: &str = "Nobody speaks on this device.";
    with(visit, "", 100).await?;
    visit.open("/open#1/Dumb/g6/r6/3x/superman.6s/end").await?;
    visit.measure(&a_voice(true)).await?;
    visit.press("Start").await?;
    visit
        .within(std::time::Duration::from_secs(40), "that nobody speaks", async || {
            Ok(visit.text().await?.contains(LOST))
        })
        .await?;
    visit.press("Understood").await?;
    visit
        .within(std::time::Duration::from_secs(40), "the end of the session", async || {
            Ok(visit.text().await?.contains("Done"))
        })
        .await?;
    assert!(!visit.text().await?.contains(LOST));
    assert_eq!(said(visit).await?.len(), 3, "it is asked three times, and not again");
    Ok(())
}

/// Waits for a choice between these voices. What is folded away counts as text in one engine only.
async fn offers(visit: &Visit, names: &str) -> Outcome {
    const OFFERED: &str = "return [...document.querySelectorAll('.field-select option')].map((it) => it.textContent).join(', ')";
    visit.until(names, async || Ok(visit.measure(OFFERED).await? == *names)).await
}

async fn a_voice_is_chosen_and_heard(visit: &Visit) -> Outcome {
    with(visit, "", 100).await?;
    visit.open("/about").await?;
    visit.measure(&a_voice(false)).await?;
    visit.press("Settings").await?;
    offers(visit, "Best here: Near, Near · en-GB, Far · en-US · over the network").await?;
    visit.sees("sends what is said to its maker").await?;
    visit.measure("const it = document.querySelector('.field-select'); it.value = '2'; it.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    visit.press("Faster").await?;
    let heard = "[...document.querySelectorAll('.settings-heard')].at(-1).querySelector('button').click()";
    visit.measure(heard).await?;
    visit.until("a sentence", async || Ok(!said(visit).await?.is_empty())).await?;
    let asked = visit.measure("return window.asked[0].slice(0, 3)").await?;
    assert_eq!(asked, serde_json::json!(["Next: side plank, left side. Thirty seconds.", "Far", 1.3]));
    visit.reload().await?;
    visit.measure(&a_voice(false)).await?;
    visit.press("About").await?;
    visit.press("Settings").await?;
    offers(visit, "Best here: Near, Near · en-GB, Far · en-US · over the network").await?;
    let picked = visit.measure("return document.querySelector('.field-select').value").await?;
    assert_eq!(picked, "2");
    Ok(())
}
