//! A newer version: never in the way of a session, taken when a person says so, and never the end of one that works.

use browsers::{Edition, Outcome, Visit, in_each_engine};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thirtyfour::error::WebDriverResult;

in_each_engine!(
    both_windows_reach_the_next_version_and_a_session_is_left_alone,
    a_version_that_does_not_start_gives_way_to_the_next,
    the_kill_switch_takes_a_broken_version_back,
    what_is_published_in_part_changes_nothing,
);

/// Longer than a session of these stories, or than a browser takes to look for a newer version.
const LONG: Duration = Duration::from_secs(40);

const NEWS: &str = "Evenkeel also counts the waves.";

/// What may be wrong with what is published, done to its folder.
type Harm = fn(&Path);

/// A version that can be told by its name for the history.
fn second(edition: Edition) -> Edition {
    named(edition, "Logbook").with("news.txt", |old| [NEWS.as_bytes(), b"\n", &old].concat())
}

fn named(edition: Edition, history: &str) -> Edition {
    edition.saying("assets/en-*.txt", "nav.history=History", &format!("nav.history={history}"))
}

/// A version whose program does not start.
fn broken(edition: Edition) -> Edition {
    edition.with("assets/program-*.js", |glue| [b"throw new Error('it does not start');", &*glue].concat())
}

async fn both_windows_reach_the_next_version_and_a_session_is_left_alone(visit: &Visit) -> Outcome {
    visit.publish(|first| first);
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    visit.is_kept_offline().await?;
    let script = visit.measure("return document.querySelector('script[src*=boot]').src").await?;
    let other = visit.another_window().await?;
    visit.open("/open#1/Undisturbed/g1/superman.15s").await?;
    visit.press("Start").await?;
    visit.sees("seconds").await?;
    let session = visit.browser.window().await?;

    visit.publish(second);
    visit.browser.switch_to_window(other.clone()).await?;
    assert_eq!(visit.look_for_a_newer_version().await?, "installed");
    visit.sees("History").await?;
    assert!(!visit.text().await?.contains("A new version"), "offered while a session runs elsewhere");

    visit.browser.switch_to_window(session).await?;
    assert!(!visit.text().await?.contains("A new version"), "offered in the middle of a session");
    visit.within(LONG, "the end of the session", async || Ok(visit.text().await?.contains("Done"))).await?;
    let kept = visit.kept().await?;
    visit.sees("A new version is ready.").await?;
    visit.press("What is new").await?;
    visit.sees(NEWS).await?;
    visit.press("Update now").await?;
    visit.sees("Logbook").await?;
    assert_eq!(visit.kept().await?, kept, "an update changes nothing that is stored");

    // The other window was not loaded anew, and its files, which no server has any more, are still there.
    visit.browser.switch_to_window(other).await?;
    assert!(!visit.text().await?.contains("Logbook"), "one window's update is not another's");
    assert_eq!(answer(visit, script.as_str().unwrap_or_default()).await?, 200, "an old window's own files");
    visit.sees("A new version is ready.").await?;
    visit.press("Update now").await?;
    visit.sees("Logbook").await?;
    visit.until("the files of the old version to go", async || Ok(caches(visit).await? == 1)).await?;
    visit.open("/history").await?;
    visit.sees("Undisturbed").await?;
    visit.lose_the_network();
    visit.reload().await?;
    visit.sees("Undisturbed").await
}

async fn a_version_that_does_not_start_gives_way_to_the_next(visit: &Visit) -> Outcome {
    let kept = reach_a_broken_version(visit).await?;
    visit.publish(|edition| named(edition, "Logbook"));
    // Loading it again is all that a person does: the page finds the next version, and takes it.
    visit.load_again().await?;
    visit.within(LONG, "the next version", async || Ok(visit.text().await?.contains("Logbook"))).await?;
    assert_eq!(visit.kept().await?, kept);
    Ok(())
}

async fn the_kill_switch_takes_a_broken_version_back(visit: &Visit) -> Outcome {
    let kept = reach_a_broken_version(visit).await?;
    let first = visit.another_window().await?;
    visit.browser.goto(visit.address("/exercises")).await?;
    visit.sees("Something went wrong").await?;
    let second = visit.browser.window().await?;
    visit.publish_the_kill_switch(|edition| named(edition, "Logbook"));
    visit.load_again().await?;
    for window in [second, first] {
        visit.browser.switch_to_window(window).await?;
        visit
            .within(LONG, "the restored version", async || Ok(visit.text().await?.contains("Logbook")))
            .await?;
        assert_eq!(visit.kept().await?, kept);
    }
    visit.until("nothing of it to be left", async || Ok(caches(visit).await? == 0)).await?;
    // The next ordinary version is kept as ever.
    visit.publish(|edition| named(edition, "Diary"));
    visit.load_again().await?;
    visit.sees("Diary").await?;
    visit.is_kept_offline().await?;
    visit.lose_the_network();
    visit.reload().await?;
    visit.sees("Diary").await
}

async fn what_is_published_in_part_changes_nothing(visit: &Visit) -> Outcome {
    visit.publish(|first| first);
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    visit.is_kept_offline().await?;
    let harms: [(&str, Harm); 4] = [
        ("an asset is missing", |folder| drop(std::fs::remove_file(file(folder, "en-")))),
        ("a page is answered for a script", |folder| {
            let script = file(folder, "boot-");
            std::fs::remove_file(&script).expect("a script");
            std::fs::create_dir(&script).expect("a folder in its place");
            std::fs::write(script.join("index.html"), "<!doctype html><title>Not found</title>")
                .expect("a page");
        }),
        ("a page is still the old one", |folder| {
            let page = folder.join("help/index.html");
            let text = std::fs::read_to_string(&page).expect("a page");
            std::fs::write(&page, text.replace("boot-", "boot-0")).expect("a page");
        }),
        ("a file is cut short", |folder| {
            let words = file(folder, "en-");
            let text = std::fs::read(&words).expect("the words");
            std::fs::write(&words, &text[..text.len() / 2]).expect("the words");
        }),
    ];
    for (harm, damage) in harms {
        visit.publish(second);
        visit.site().damage(damage);
        let outcome = visit.look_for_a_newer_version().await?;
        assert_eq!(outcome, "redundant", "{harm}");
        visit.reload().await?;
        assert!(!visit.text().await?.contains("Logbook"), "{harm}");
        // Each page that is opened has the browser try again, and each try puts its files away again.
        visit.until(&format!("one version alone: {harm}"), async || Ok(caches(visit).await? == 1)).await?;
    }
    visit.lose_the_network();
    visit.open("/routines/the-five").await?;
    visit.sees("The Five").await
}

/// Keeps a version that works, then takes one that does not. What is stored then comes back.
async fn reach_a_broken_version(visit: &Visit) -> WebDriverResult<BTreeMap<String, String>> {
    visit.publish(|first| first);
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    visit.is_kept_offline().await?;
    let kept = visit.kept().await?;
    visit.publish(broken);
    visit.load_again().await?;
    let offered = async || Ok(visit.text().await?.contains("A new version is ready"));
    visit.within(LONG, "the offer", offered).await?;
    visit.press("Update now").await?;
    visit.sees("Something went wrong").await?;
    visit.sees("Your history is safe").await?;
    assert_eq!(visit.kept().await?, kept);
    Ok(kept)
}

async fn caches(visit: &Visit) -> WebDriverResult<u64> {
    let count =
        visit.find_out("const done = arguments[0]; caches.keys().then(keys => done(keys.length))").await?;
    Ok(count.as_u64().unwrap_or_default())
}

/// What a window gets when it asks for `address`.
async fn answer(visit: &Visit, address: &str) -> WebDriverResult<u64> {
    let script = format!("const done = arguments[0]; fetch('{address}').then(a => done(a.status))");
    Ok(visit.find_out(&script).await?.as_u64().unwrap_or_default())
}

/// The file of `folder` that is named by its content and begins with `start`.
fn file(folder: &Path, start: &str) -> PathBuf {
    let mut named = std::fs::read_dir(folder.join("assets")).expect("the named files");
    let is = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
    named.find_map(|entry| entry.ok().map(|entry| entry.path()).filter(is)).expect("such a file")
}
