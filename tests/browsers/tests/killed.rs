//! Pages and browsers that are killed, and what is there afterwards: the rest of the table that `faults.rs` prints.

use std::time::Duration;

use browsers::device::{DONE, Lines, choose, copy_of, has_all, restore, row};
use browsers::{Outcome, Profile, Visit, in_each_engine, in_engine};
use thirtyfour::prelude::*;

in_each_engine!(a_browser_loses_what_it_had_not_written,);

// Only this engine's profile can be given, and found again.
in_engine!(chromium_only, Chromium, a_session_is_killed, a_restore_is_killed,);

/// Whether the second place has what was written last.
const NOTED: &str = r"
    const asked = indexedDB.open('evenkeel');
    // It is not there yet, and not for us to make.
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = () => arguments[0](false);
    asked.onsuccess = () => {
        const all = asked.result.transaction('writes').objectStore('writes').getAll();
        all.onsuccess = () => {
            asked.result.close();
            const last = Math.max(0, ...all.result.map((entry) => entry.number));
            arguments[0](last > 0 && String(last) === localStorage.getItem('evenkeel.written'));
        };
    };";

async fn a_browser_loses_what_it_had_not_written(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    let on_its_disk = visit.measure("return { ...localStorage }").await?;
    visit.begin("Lost", 2).await?;
    visit.sees("Done").await?;
    visit
        .measure("document.querySelector('input[name=effort][value=\"7\"]').closest('label').click()")
        .await?;
    visit.sees("Saved").await?;
    visit.begin("Also-lost", 60).await?;
    visit.until("a second of it", async || Ok(left(visit).await?.is_some_and(|left| left < 60))).await?;
    visit.until("it to be noted", async || Ok(visit.find_out(NOTED).await? == true)).await?;
    // A page without the program, which would go on writing.
    visit.browser.goto(visit.address("/robots.txt")).await?;
    let found = visit.kept().await?;
    assert_eq!(found.len(), before.len() + 2, "a session that was done, and one that is on: {found:?}");
    // As after a kill: what the browser had put on its disk is all there is.
    let lose = "localStorage.clear(); Object.assign(localStorage, arguments[0])";
    visit.browser.execute(lose, vec![on_its_disk]).await?;
    assert_eq!(visit.kept().await?, before);
    visit.open("/history").await?;
    visit.sees("Lost").await?;
    assert_eq!(visit.kept_under(DONE).await?, of_sessions(&found), "letter by letter");
    visit.open("/session").await?;
    visit.until("the session to be back", async || Ok(left(visit).await?.is_some())).await?;
    has_all(&visit.kept().await?, &before);
    assert_eq!(visit.told().await?, "");
    row(
        visit,
        "the browser loses all writes of a visit",
        "all others unchanged; all of it put back from the journal",
        "nothing: nothing is missing",
    );
    Ok(())
}

fn of_sessions(lines: &Lines) -> Lines {
    lines
        .iter()
        .filter(|(key, _)| key.starts_with(DONE))
        .map(|(key, text)| (key.clone(), text.clone()))
        .collect()
}

/// The seconds that the session shows, if it shows any.
async fn left(visit: &Visit) -> WebDriverResult<Option<u32>> {
    let shown = visit.time_shown().await?;
    Ok(shown.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok())
}

/// A minute's session of which a quarter is over, in a browser that has `profile`; and how much is left of it.
async fn a_quarter_done(visit: &Visit, profile: &Profile) -> WebDriverResult<(Visit, Lines, u32)> {
    let here = visit.in_another_browser(profile).await?;
    let before = here.return_to("/about").await?;
    here.begin("Long", 60).await?;
    let is_on = async || Ok(left(&here).await?.is_some_and(|left| left <= 46));
    here.within(Duration::from_secs(30), "a quarter of a minute to pass", is_on).await?;
    let at = left(&here).await?.unwrap_or_default();
    Ok((here, before, at))
}

/// Comes back with the same `profile`; how many seconds of the session are lost, of which `at` were left.
async fn lost(visit: &Visit, profile: &Profile, before: &Lines, at: u32) -> WebDriverResult<u32> {
    let again = visit.in_another_browser(profile).await?;
    again.open("/session").await?;
    again.until("the session to be back", async || Ok(left(&again).await?.is_some())).await?;
    let lost = left(&again).await?.unwrap_or_default().saturating_sub(at);
    has_all(&again.kept().await?, before);
    assert_eq!(again.told().await?, "");
    profile.end();
    Ok(lost)
}

/// Both at once: most of it is waiting.
async fn a_session_is_killed(visit: &Visit) -> Outcome {
    let (page, browser) =
        tokio::join!(the_page_is_killed_in_a_session(visit), the_browser_is_killed_in_a_session(visit));
    page.and(browser)
}

async fn the_page_is_killed_in_a_session(visit: &Visit) -> Outcome {
    let profile = Profile::new("page-killed");
    let (_killed, before, at) = a_quarter_done(visit, &profile).await?;
    profile.kill_the_pages();
    profile.end();
    let lost = lost(visit, &profile, &before, at).await?;
    assert!(lost <= 10, "{lost} s of the session are lost");
    row(
        visit,
        "the page is killed in a session",
        &format!("all others unchanged; the session is back, {lost} s of it lost"),
        "Paused: the session waits to be resumed",
    );
    Ok(())
}

/// Chromium puts what a page stores on the disk 5 s after the first change, and from then on once a minute: without the
/// journal, a quarter of a minute would be lost here.
async fn the_browser_is_killed_in_a_session(visit: &Visit) -> Outcome {
    let profile = Profile::new("killed");
    let (_killed, before, at) = a_quarter_done(visit, &profile).await?;
    profile.kill();
    let lost = lost(visit, &profile, &before, at).await?;
    assert!(lost <= 10, "{lost} s of the session are lost");
    row(
        visit,
        "the whole browser is killed in a session",
        &format!("all others unchanged; the session is back, {lost} s of it lost"),
        "Paused: the session waits to be resumed",
    );
    Ok(())
}

/// So many that no machine has restored them all when its page is killed.
const SESSIONS: u64 = 10_000;

async fn a_restore_is_killed(visit: &Visit) -> Outcome {
    let profile = Profile::new("restore-killed");
    let here = visit.in_another_browser(&profile).await?;
    let before = here.return_to("/about").await?;
    // What stood there for long is on the disk: this browser puts it there 5 s after it was written.
    tokio::time::sleep(Duration::from_secs(6)).await;
    let (copied, file) = copy_of(SESSIONS, &format!("killed-{}", visit.port()));
    here.open("/settings").await?;
    choose(&here, &file).await?;
    // Later, so that the driver does not wait for what never answers.
    here.measure(
        "setTimeout(() => [...document.querySelectorAll('button')].find(b => b.textContent.trim() === 'Restore').click(), 100)",
    )
    .await?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    profile.kill_the_pages();
    profile.end();
    let again = visit.in_another_browser(&profile).await?;
    again.open("/about").await?;
    // Where the browser has lost something by this as well, the page is loaded once more.
    again.until("what is kept", async || Ok(again.kept_under(DONE).await?.len() >= 2)).await?;
    let found = again.kept_under(DONE).await?;
    let arrived = found.len() - 2;
    has_all(&again.kept().await?, &before);
    let is_as_copied = |(key, text): (&String, &String)| copied.get(key).or(before.get(key)) == Some(text);
    assert!(found.iter().all(is_as_copied), "what arrived is whole");
    restore(&again, &file, "Restored.").await?;
    let found = again.kept().await?;
    has_all(&found, &before);
    has_all(&found, &copied);
    assert_eq!(again.told().await?, "");
    profile.end();
    // Left for the system to clear away if it cannot be removed.
    let _ = std::fs::remove_file(&file);
    row(
        visit,
        &format!("the page is killed in a restore of {SESSIONS} sessions"),
        &format!(
            "all others unchanged; {arrived} arrived, each whole; the rest comes when it is begun again"
        ),
        "nothing: the person saw it",
    );
    Ok(())
}
