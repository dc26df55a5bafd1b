//! One session and several windows.

use browsers::{Outcome, Visit, in_each_engine, in_engine};
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;

in_each_engine!(
    one_window_leads_and_another_takes_over,
    a_window_that_is_loaded_again_leads_on,
    a_window_without_a_session_shows_one_that_begins_elsewhere,
    what_another_window_makes_of_a_routine_is_followed,
);

// Only this engine has windows that stay before all others.
in_engine!(chromium_only, Chromium, a_small_window_shows_and_leads_the_session);

const ELSEWHERE: &str = "This session runs in another window.";

/// A session that one window leads and another, which one looks at, shows.
async fn shown_in_two(visit: &Visit) -> WebDriverResult<(WindowHandle, WindowHandle)> {
    visit.open("/open#1/Long/g1/plank.300s").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.sees("Forearm plank").await?;
    // What agrees between windows may come a moment after what begins a session.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let first = visit.another_window().await?;
    visit.open("/session").await?;
    visit.sees(ELSEWHERE).await?;
    Ok((first, visit.browser.window().await?))
}

async fn one_window_leads_and_another_takes_over(visit: &Visit) -> Outcome {
    let (first, second) = shown_in_two(visit).await?;
    visit.press("Take over here").await?;
    visit.press("Pause").await?;
    visit.sees("Paused").await?;
    visit.browser.switch_to_window(first.clone()).await?;
    visit.sees(ELSEWHERE).await?;
    visit.sees("Paused").await?;
    // The window that leads is closed: this one takes the session up, at the last thing that was done.
    visit.browser.switch_to_window(second).await?;
    visit.browser.close_window().await?;
    visit.browser.switch_to_window(first).await?;
    visit.press("Resume").await?;
    visit.sees("It goes on").await?;
    Ok(())
}

async fn a_window_that_is_loaded_again_leads_on(visit: &Visit) -> Outcome {
    let (first, second) = shown_in_two(visit).await?;
    visit.browser.switch_to_window(first).await?;
    visit.reload().await?;
    visit.press("Pause").await?;
    visit.sees("Paused").await?;
    visit.browser.switch_to_window(second).await?;
    visit.sees("Paused").await?;
    visit.sees(ELSEWHERE).await
}

async fn a_window_without_a_session_shows_one_that_begins_elsewhere(visit: &Visit) -> Outcome {
    visit.open("/session").await?;
    visit.put_the_notice_away().await?;
    visit.sees("No session is on").await?;
    let first = visit.another_window().await?;
    visit.begin("Elsewhere", 60).await?;
    visit.sees("seconds").await?;
    visit.browser.switch_to_window(first).await?;
    visit.sees(ELSEWHERE).await
}

async fn what_another_window_makes_of_a_routine_is_followed(visit: &Visit) -> Outcome {
    visit.open("/routines").await?;
    visit.put_the_notice_away().await?;
    visit.press("Make your own").await?;
    visit.press("Forearm plank · 30 s").await?;
    visit.sees("1 move ·").await?;
    let page = visit.measure("return location.pathname + location.hash").await?;
    let first = visit.another_window().await?;
    visit.open(page.as_str().unwrap_or_default()).await?;
    visit.press("Dead bug · 10 reps").await?;
    visit.sees("2 moves ·").await?;
    let second = visit.browser.window().await?;
    // What was made here can be had back, and is followed there in turn.
    visit.browser.switch_to_window(first).await?;
    visit.sees("2 moves ·").await?;
    visit.press("Undo").await?;
    visit.sees("1 move ·").await?;
    visit.browser.switch_to_window(second).await?;
    visit.sees("1 move ·").await
}

async fn a_small_window_shows_and_leads_the_session(visit: &Visit) -> Outcome {
    visit.open("/open#1/Long/g0/plank.300s/superman.20s").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.press("Small window").await?;
    let small = "const it = documentPictureInPicture.window; return it && it.document.body.innerText.replace(/\\s+/g, ' ')";
    let reads = async |text: &str| {
        visit
            .until(&format!("“{text}” in the small window"), async || {
                Ok(visit.measure(small).await?.as_str().is_some_and(|shown| shown.contains(text)))
            })
            .await
    };
    reads("Forearm plank").await?;
    reads("Next: Superman").await?;
    let press = |name: &str| {
        format!(
            "[...documentPictureInPicture.window.document.querySelectorAll('button')].find(it => it.innerText.trim() === '{name}').click()"
        )
    };
    visit.measure(&press("Pause")).await?;
    visit.sees("Paused").await?;
    reads("Resume").await?;
    visit.measure(&press("Skip")).await?;
    visit.sees("Superman").await?;
    visit.press("End").await?;
    visit.until("it to be closed", async || Ok(visit.measure(small).await?.is_null())).await
}
