//! The main job: start The Five, be led through it, find it in the history.

use browsers::{Outcome, Visit, in_each_engine};

in_each_engine!(the_five_is_led_through_and_found_again, a_reload_in_the_middle_resumes);

/// Starts, pauses, skips through and finishes The Five, then looks for it after a reload.
async fn the_five_is_led_through_and_found_again(visit: &Visit) -> Outcome {
    visit.open("/routines/the-five").await?;
    put_the_notice_away(visit).await?;
    visit.press("Start").await?;
    visit.sees("Get ready").await?;
    visit.press("Pause").await?;
    let held = time_shown(visit).await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    assert_eq!(held, time_shown(visit).await?, "a paused session stands still");
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
    put_the_notice_away(visit).await?;
    visit.press("Start").await?;
    visit.sees("Superman").await?;
    visit.reload().await?;
    visit.sees("Superman").await?;
    let shown = time_shown(visit).await?;
    assert_ne!(shown, "", "the time goes on being shown");
    Ok(())
}

async fn put_the_notice_away(visit: &Visit) -> Outcome {
    visit.press("I understand").await
}

async fn time_shown(visit: &Visit) -> thirtyfour::error::WebDriverResult<String> {
    let shown = visit
        .measure("const t = document.querySelector('[role=timer]'); return t ? t.innerText : ''")
        .await?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}
