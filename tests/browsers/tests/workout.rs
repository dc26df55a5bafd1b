//! The main job: start The Five, be led through it, find it in the history.

use browsers::device::DONE;
use browsers::{Outcome, Visit, in_each_engine};
use thirtyfour::Key;

in_each_engine!(
    the_five_is_led_through_and_found_again,
    a_reload_in_the_middle_resumes,
    a_start_asks_before_it_ends_what_is_on,
);

/// Starts, pauses, skips through and finishes The Five, then looks for it after a reload.
async fn the_five_is_led_through_and_found_again(visit: &Visit) -> Outcome {
    visit.open("/routines/the-five").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.sees("Get ready").await?;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    visit.press("Pause").await?;
    let held = visit.time_shown().await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(held, visit.time_shown().await?, "a paused session stands still");
    visit.press("Resume").await?;
    visit.press("Skip").await?;
    visit.sees("reps left").await?;
    // A set counts once it has been done for a moment.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    // Five moves, one of them on both sides, and the rests between them.
    while !visit.text().await?.contains("Saved") {
        if !visit.time_shown().await?.is_empty() {
            visit.press("Skip").await?;
        }
    }
    visit.sees("Saved").await?;
    visit.sees("The Five").await?;
    visit.open("/history").await?;
    visit.sees("The Five").await?;
    visit.reload().await?;
    visit.sees("The Five").await
}

/// Closes the page in the middle of a set, and goes on where it was.
async fn a_reload_in_the_middle_resumes(visit: &Visit) -> Outcome {
    visit.open("/open#1/Short/g1/superman.40s/plank.40s").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.sees("seconds").await?;
    visit.until("the set to be on its way", async || Ok((20..38).contains(&seconds(visit).await?))).await?;
    visit.reload().await?;
    let before = seconds(visit).await?;
    assert!((20..40).contains(&before), "it goes on where it was, not anew: {before} s left");
    visit.until("the time to go on", async || Ok(seconds(visit).await? < before)).await
}

/// Starts something else while a session is on: nothing is lost by it, whatever is answered.
async fn a_start_asks_before_it_ends_what_is_on(visit: &Visit) -> Outcome {
    visit.open("/open#1/Long/g0/superman.90s").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.until("some of it to be done", async || Ok((20..86).contains(&seconds(visit).await?))).await?;
    for is_ended in [false, true] {
        // Out of the session, and back into one by another start.
        visit.browser.back().await?;
        visit.press("Routines").await?;
        visit.press("Desk-break back reset").await?;
        visit.press("Start").await?;
        visit.sees("Long is not over yet.").await?;
        if is_ended {
            visit.press("End it and start").await?;
        } else {
            visit.type_keys(Key::Escape).await?;
            visit
                .until("the question to be gone", async || Ok(!visit.text().await?.contains("not over yet")))
                .await?;
            let before = seconds(visit).await?;
            visit.until("the session to go on", async || Ok(seconds(visit).await? < before)).await?;
            assert_eq!(visit.kept_under(DONE).await?.len(), 0);
        }
    }
    visit.sees("Get ready").await?;
    assert_eq!(visit.kept_under(DONE).await?.len(), 1, "what was done of the first");
    Ok(())
}

/// The seconds that the session shows.
async fn seconds(visit: &Visit) -> thirtyfour::error::WebDriverResult<u32> {
    let shown = visit.time_shown().await?;
    Ok(shown.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(u32::MAX))
}
