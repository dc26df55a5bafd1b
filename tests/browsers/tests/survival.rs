//! A session that is hidden, frozen, loaded again or killed stands afterwards where the clock says.
//!
//! What it shows is compared with the time since the press by the browser's own clock, at the moment at which the shown seconds
//! change next. Seven minutes of hiding are measured by `cargo xtask bench timer`.

use std::time::Duration;

use browsers::device::LIVE;
use browsers::{Outcome, Profile, Visit, in_each_engine, in_engine};
use domain::session::Session;
use thirtyfour::prelude::*;

in_each_engine!(a_hidden_session_goes_on, a_reload_in_the_middle_of_a_step_loses_no_time);

// Only this engine's pages can be frozen, and its profile found again.
in_engine!(
    chromium_only,
    Chromium,
    a_frozen_session_asks_and_skips_to_now,
    a_killed_session_is_offered_at_the_last_that_was_stored,
);

/// Seconds of the only set.
const SET: f64 = 300.0;

/// How far from the clock a session may be, in seconds.
const NEAR: f64 = 0.5;

/// Begins it; when, by the browser's clock in milliseconds.
async fn begun(visit: &Visit) -> WebDriverResult<f64> {
    visit.return_to("/about").await?;
    visit.open("/open#1/Long/g0/plank.300s").await?;
    visit
        .measure("addEventListener('click', () => sessionStorage.setItem('pressed', Date.now()), { capture: true, once: true })")
        .await?;
    visit.press("Start").await?;
    visit.sees("Forearm plank").await?;
    let pressed = visit.measure("return Number(sessionStorage.getItem('pressed'))").await?;
    Ok(pressed.as_f64().unwrap_or_default())
}

/// What the session shows at its next change, as seconds, and when that is.
const NEXT: &str = r"
    const timer = document.querySelector('[role=timer]');
    const shown = () => timer.innerText.replace(/\s/g, '');
    const before = shown();
    const look = () => {
        if (shown() === before) return requestAnimationFrame(look);
        const [seconds, minutes = 0] = shown().split(':').reverse().map(Number);
        arguments[0]([60 * minutes + seconds, Date.now()]);
    };
    look();";

/// By how many seconds the session is ahead of the clock.
async fn ahead(visit: &Visit, pressed: f64) -> WebDriverResult<f64> {
    let seen = visit.find_out(NEXT).await?;
    let [left, at] = [0, 1].map(|place: usize| seen[place].as_f64().unwrap_or(f64::NAN));
    Ok(SET - left - (at - pressed) / 1000.0)
}

/// The seconds of what is shown: `4:48`.
fn seconds(shown: &str) -> u32 {
    let parts = shown.split(':').map(|part| part.trim().parse::<u32>().unwrap_or_default());
    parts.fold(0, |minutes, part| 60 * minutes + part)
}

async fn stands_where_the_clock_says(visit: &Visit, pressed: f64, after: &str) -> Outcome {
    let ahead = ahead(visit, pressed).await?;
    println!("{:?}: after {after} the session is {ahead:+.2} s ahead of the clock", visit.engine);
    assert!(ahead.abs() <= NEAR, "{ahead:+.2} s");
    Ok(())
}

async fn a_hidden_session_goes_on(visit: &Visit) -> Outcome {
    let pressed = begun(visit).await?;
    visit
        .measure("document.addEventListener('visibilitychange', () => sessionStorage.setItem('seen', document.visibilityState))")
        .await?;
    let is = async |state: &str| Ok(visit.measure("return sessionStorage.getItem('seen')").await? == state);
    visit.browser.minimize_window().await?;
    visit.until("it to be hidden", async || is("hidden").await).await?;
    tokio::time::sleep(Duration::from_secs(15)).await;
    visit.browser.set_window_rect(0, 0, 420, 900).await?;
    visit.until("it to be seen", async || is("visible").await).await?;
    stands_where_the_clock_says(visit, pressed, "15 s of hiding").await
}

async fn a_reload_in_the_middle_of_a_step_loses_no_time(visit: &Visit) -> Outcome {
    let pressed = begun(visit).await?;
    visit.reload().await?;
    visit.sees("Forearm plank").await?;
    stands_where_the_clock_says(visit, pressed, "a reload").await
}

async fn a_frozen_session_asks_and_skips_to_now(visit: &Visit) -> Outcome {
    let pressed = begun(visit).await?;
    let tools = visit.browser.cdp();
    let state = async |state: &str| {
        tools.send_raw("Page.setWebLifecycleState", serde_json::json!({ "state": state })).await.map(drop)
    };
    visit.browser.minimize_window().await?;
    state("frozen").await?;
    tokio::time::sleep(Duration::from_secs(20)).await;
    state("active").await?;
    visit.browser.set_window_rect(0, 0, 420, 900).await?;
    visit.sees("passed meanwhile").await?;
    visit.press("Skip to now").await?;
    visit.sees("Forearm plank").await?;
    stands_where_the_clock_says(visit, pressed, "20 s frozen, and a skip to now").await
}

async fn a_killed_session_is_offered_at_the_last_that_was_stored(visit: &Visit) -> Outcome {
    let profile = Profile::new("survives");
    let here = visit.in_another_browser(&profile).await?;
    begun(&here).await?;
    tokio::time::sleep(Duration::from_secs(12)).await;
    profile.kill();
    // Longer than what passes without a question.
    tokio::time::sleep(Duration::from_millis(Session::SHORT_GAP.0 + 1000)).await;
    let again = visit.in_another_browser(&profile).await?;
    again.open("/session").await?;
    again.sees("Resume").await?;
    let shown = seconds(&again.time_shown().await?);
    // What was stored last is where it is paused.
    let line = again.kept_under(LIVE).await?.remove(LIVE).unwrap_or_default();
    let session = Session::read(&line).expect("a whole line");
    let [start, pause] = [session.started_at(), session.log().last().map(|(at, _)| *at)];
    let done = pause.unwrap_or_default().since(start.unwrap_or_default()).as_seconds();
    println!("Chromium: killed after 12 s, it was stored at {done:.2} s, and offered with {shown} s left");
    assert!((12.0 - 6.0..13.0).contains(&done), "{done} s were stored");
    assert_eq!(f64::from(shown), (SET - done).ceil(), "of {SET} s, {done} s were stored");
    profile.end();
    Ok(())
}
