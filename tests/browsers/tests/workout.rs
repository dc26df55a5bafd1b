//! The main job: start The Five, be led through it, find it in the history.

use browsers::{Outcome, Visit, in_each_engine};

in_each_engine!(the_five_is_led_through_and_found_again, a_reload_in_the_middle_resumes);

/// Starts, pauses, skips through and finishes The Five, then looks for it after a reload.
async fn the_five_is_led_through_and_found_again(visit: &Visit) -> Outcome {
    visit.open("/routines/the-five").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.sees("Get ready").await?;
    visit.press("Pause").await?;
    let held = visit.time_shown().await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(held, visit.time_shown().await?, "a paused session stands still");
    visit.press("Resume").await?;
    for _ in 0..40 {
        if visit.text().await?.contains("Saved") {
            break;
        }
        visit.press("Skip").await.ok();
    }
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
    visit.sees("Superman").await?;
    visit.reload().await?;
    visit.sees("Superman").await?;
    let shown = visit.time_shown().await?;
    assert_ne!(shown, "", "the time goes on being shown");
    Ok(())
}
