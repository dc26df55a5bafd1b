//! A routine that somebody else made arrives as a link.

use browsers::{Outcome, Visit, in_each_engine};

in_each_engine!(
    a_link_shows_first_and_stores_nothing,
    a_damaged_link_says_what_is_wrong,
    a_hostile_link_is_only_text
);

async fn a_link_shows_first_and_stores_nothing(visit: &Visit) -> Outcome {
    visit.open("/open#1/Lunch-break/r20/superman.10/plank.30s/~My-own-move.20s").await?;
    visit.put_the_notice_away().await?;
    visit.sees("Lunch break").await?;
    visit.sees("Superman").await?;
    visit.sees("Forearm plank").await?;
    visit.sees("My own move").await?;
    let routines = async || {
        Ok::<_, thirtyfour::error::WebDriverError>(
            visit.kept().await?.into_keys().filter(|key| key.contains(":routine:")).count(),
        )
    };
    assert_eq!(routines().await?, 0, "a link stores nothing by itself");
    visit.press("Save").await?;
    visit.until("the routine to be kept", async || Ok(routines().await? == 1)).await?;
    visit.open("/routines").await?;
    visit.sees("Lunch break").await
}

/// What is wrong is named with where it is, and the rest can still be done.
async fn a_damaged_link_says_what_is_wrong(visit: &Visit) -> Outcome {
    visit.open("/open#1/Half-a-link/superman.10/no-such-move.5/plank.99999s").await?;
    visit.put_the_notice_away().await?;
    visit.sees("Superman").await?;
    visit.sees("no-such-move").await?;
    visit.sees("99999s").await?;
    visit.press("Start").await?;
    visit.until("the session", async || Ok(visit.path().await? == "/session")).await
}

/// Markup in a name is letters; a bomb of rounds is refused; nothing of it runs.
async fn a_hostile_link_is_only_text(visit: &Visit) -> Outcome {
    visit
        .open("/open#1/~3Cimg~20src~3Dx~20onerror~3Dalert(1)~3E/plank.30s/20x/20x999.superman/end/superman.20x999")
        .await?;
    visit.put_the_notice_away().await?;
    visit.sees("<img src=x onerror=").await?;
    assert_eq!(visit.measure("return document.images.length").await?, 0);
    visit.open("/open#%E0%A4%A").await?;
    visit.ready().await?;
    visit.open(&format!("/open#1/{}", "9x/".repeat(4000))).await?;
    visit.ready().await
}
