//! A browser without voice, loudspeaker, motor, lit screen and storage: the session is led to its end all the same.

use browsers::device::SETTINGS;
use browsers::{Outcome, Visit, in_each_engine};
use domain::settings::{Heard, Settings};

in_each_engine!(a_session_that_lacks_everything_runs_to_its_end_and_says_so_once);

/// Takes it all away, before any of it was asked for.
const TAKE_AWAY: &str = r"
    const none = (of, name) => Object.defineProperty(of, name, { value: undefined, configurable: true });
    for (const name of ['AudioContext', 'webkitAudioContext', 'Audio', 'speechSynthesis']) none(window, name);
    for (const name of ['wakeLock', 'vibrate', 'mediaSession', 'locks']) none(navigator, name);
    Storage.prototype.setItem = () => { throw new DOMException('taken away', 'QuotaExceededError'); };
";

async fn a_session_that_lacks_everything_runs_to_its_end_and_says_so_once(visit: &Visit) -> Outcome {
    visit.open("/about").await?;
    let heard = Heard { spoken: true, ..Heard::default() };
    let settings = Settings { notice_read: true, vibration: true, heard, ..Settings::default() };
    visit.put(&[(SETTINGS.to_owned(), settings.write())].into()).await?;
    visit.open("/open#1/Bare/g5/superman.4s").await?;
    visit.measure(TAKE_AWAY).await?;
    visit.press("Start").await?;
    visit.sees("Missing here: sound, a voice, vibration, and a screen that stays lit.").await?;
    visit.sees("Done").await?;
    visit.sees("could not be saved").await?;
    // Not told again in the same visit, which is as long as it can be remembered here.
    visit.press("Understood").await?;
    visit.press("Again").await?;
    visit.sees("Get ready").await?;
    visit.sees("Done").await?;
    assert!(!visit.text().await?.contains("Missing here"), "told once");
    Ok(())
}
