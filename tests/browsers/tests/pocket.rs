//! A session that is played as one file, led from a lock screen.

use browsers::device::SETTINGS;
use browsers::{Engine, Outcome, Visit, in_each_engine};
use domain::settings::{Heard, Settings};

in_each_engine!(a_session_in_a_pocket_is_led_from_the_lock_screen);

/// Remembers what plays, and what the lock screen may press.
const WATCH: &str = r"
    const Plain = window.Audio; window.played = [];
    window.Audio = function () { const audio = new Plain(); window.played.push(audio); return audio; };
    window.pressed = {};
    const session = navigator.mediaSession;
    if (session) {
        const set = session.setActionHandler.bind(session);
        session.setActionHandler = (action, act) => { window.pressed[action] = act; set(action, act); };
    }
    return new Plain().canPlayType('audio/flac') !== '';
";

/// The place in the file that plays, in seconds; less than none while none does.
const PLACE: &str = "const it = window.played[0]; return it && !it.paused ? it.currentTime : -1";

async fn place(visit: &Visit) -> thirtyfour::error::WebDriverResult<f64> {
    Ok(visit.measure(PLACE).await?.as_f64().unwrap_or(-1.0))
}

async fn lock_screen(visit: &Visit, action: &str) -> Outcome {
    visit.measure(&format!("window.pressed['{action}']({{ action: '{action}' }})")).await.map(drop)
}

async fn a_session_in_a_pocket_is_led_from_the_lock_screen(visit: &Visit) -> Outcome {
    visit.open("/about").await?;
    let heard = Heard { pocket: true, ..Heard::default() };
    let settings = Settings { notice_read: true, heard, ..Settings::default() };
    visit.put(&[(SETTINGS.to_owned(), settings.write())].into()).await?;
    visit.open("/open#1/Told/g9/r5/plank.40s/superman.10s").await?;
    if visit.measure(WATCH).await? != true {
        // A browser without the codec leads it as any other.
        visit.press("Start").await?;
        visit.sees("Get ready for").await?;
        assert_eq!(visit.measure("return window.played.filter(it => it.src).length").await?, 0);
        return Ok(());
    }
    visit.press("Start").await?;
    if visit.engine == Engine::WebKit {
        // This one has no loudspeaker here, and runs through a file or never begins it: the session keeps to its own time.
        tokio::time::sleep(std::time::Duration::from_secs(4)).await;
        return visit.sees("Get ready for").await;
    }
    visit.until("the file to be heard", async || Ok(place(visit).await? > 0.5)).await?;
    lock_screen(visit, "nexttrack").await?;
    visit.until("the set in the file", async || Ok((9.0..15.0).contains(&place(visit).await?))).await?;
    visit.sees("plank").await?;
    let title = "const it = navigator.mediaSession.metadata; return it && it.title";
    visit
        .until("the move on the lock screen", async || Ok(visit.measure(title).await? == "Forearm plank"))
        .await?;
    lock_screen(visit, "pause").await?;
    visit.sees("Paused").await?;
    assert!(place(visit).await? < 0.0, "it stands");
    lock_screen(visit, "play").await?;
    visit.sees("It goes on").await?;
    visit.until("it to be heard again", async || Ok(place(visit).await? > 0.1)).await?;
    for _ in 0..3 {
        lock_screen(visit, "nexttrack").await?;
    }
    visit.sees("Done").await?;
    visit.until("silence", async || Ok(place(visit).await? < 0.0)).await
}
