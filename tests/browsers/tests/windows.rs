//! One session and several windows.

use browsers::{Outcome, Visit, in_each_engine};

in_each_engine!(one_window_leads_and_another_takes_over);

const ELSEWHERE: &str = "This session runs in another window.";

async fn one_window_leads_and_another_takes_over(visit: &Visit) -> Outcome {
    visit.open("/open#1/Long/g1/plank.300s").await?;
    visit.put_the_notice_away().await?;
    visit.press("Start").await?;
    visit.sees("Forearm plank").await?;
    // What agrees between windows may come a moment after what begins a session.
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let first = visit.another_window().await?;
    visit.open("/session").await?;
    visit.sees(ELSEWHERE).await?;
    visit.press("Take over here").await?;
    visit.press("Pause").await?;
    visit.sees("Paused").await?;
    let second = visit.browser.window().await?;
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
