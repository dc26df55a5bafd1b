//! Everything that can happen to what is stored, each tried in a real browser.
//!
//! Every story prints a line or more of one table: the fault, what was found afterwards, what the person was told.
//! *Invariant:* nothing recorded before is lost or changed, and the person is told once, in plain words.

use browsers::device::{DONE, LIVE, ROUTINE, SETTINGS, copy_of, has_all, restore, row, seed, whole};
use browsers::{Outcome, Visit, in_each_engine, in_engine};
use domain::history::line;
use domain::routine::notation;
use domain::session::{Event, Session};
use domain::time::{Millis, Moment};
use serde_json::json;
use thirtyfour::prelude::*;

in_each_engine!(
    damage_under_any_key_harms_nothing_else,
    storage_fills_up_while_a_session_runs,
    storage_is_full_before_a_session_begins,
    two_windows_begin_together,
    a_restore_runs_out_of_room_half_way,
);

// Only this engine's driver can change the page's own world, and only its profile can be given and found again.
in_engine!(chromium_only, Chromium, storage_is_forbidden, the_clock_is_set_back_a_year,);

/// Reads what is told and says so; from then on nothing is, not even after a reload.
async fn is_told_once(visit: &Visit, landmark: &str) -> WebDriverResult<String> {
    visit.until("something to be told", async || Ok(!visit.told().await?.is_empty())).await?;
    let text = visit.told().await?;
    visit.press("Understood").await?;
    visit.until("it to go", async || Ok(visit.told().await?.is_empty())).await?;
    visit.reload().await?;
    visit.sees(landmark).await?;
    assert_eq!(visit.told().await?, "", "told again: {text}");
    Ok(text)
}

/// What may have become of a line: how it is called, and the text.
fn harmed(text: &str, other: &str) -> [(&'static str, String); 5] {
    let mut bytes = text.as_bytes().to_vec();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    [
        ("cut short", text[..text.len() - 5].to_owned()),
        ("a bit flipped", String::from_utf8(bytes).expect("still a text")),
        ("foreign", "{}".to_owned()),
        ("another key's", other.to_owned()),
        ("of a later version", ["9", &text[1..]].concat()),
    ]
}

async fn damage_under_any_key_harms_nothing_else(visit: &Visit) -> Outcome {
    visit.open("/history").await?;
    let seed = seed();
    let keys: Vec<&String> = seed.keys().collect();
    let live = {
        let now = Moment(std::time::UNIX_EPOCH.elapsed().unwrap_or_default().as_secs() * 1000);
        let mut session = Session::new(notation::read("1/Live/plank.60s").routine, Millis::ZERO, now);
        session.update(now, Event::Start);
        session.write()
    };
    // Keys stand in the order of their letters: two sessions, the routine, the settings.
    let (record, other) = (keys[0], &seed[keys[1]]);
    let kinds = [
        ("a session", record.as_str(), &seed[record], other),
        ("a routine", ROUTINE, &seed[ROUTINE], other),
        ("settings", SETTINGS, &seed[SETTINGS], &seed[ROUTINE]),
        ("the session that is on", LIVE, &live, &seed[ROUTINE]),
    ];
    for (kind, key, text, other) in kinds {
        for (fault, harmed) in harmed(text, other) {
            // Not all there is: a storage without the last number is one that lost its lines (`killed.rs`).
            visit.measure("Object.keys(localStorage).filter(key => key.startsWith('evenkeel:')).forEach(key => localStorage.removeItem(key))").await?;
            let mut lines = seed.clone();
            lines.insert(key.to_owned(), harmed.clone());
            visit.put(&lines).await?;
            visit.reload().await?;
            let landmark = if key == record.as_str() { "Second" } else { "First" };
            visit.sees(landmark).await?;
            // Without settings that make sense, this is a first visit.
            if visit.text().await?.contains("I understand") {
                visit.put_the_notice_away().await?;
            }
            let said = is_told_once(visit, landmark).await?;
            let found = visit.kept().await?;
            for (key, text) in seed.iter().filter(|(other, _)| *other != key) {
                assert_eq!(found.get(key), Some(text), "{fault} {kind}: {key}");
            }
            let aside = format!("evenkeel:bad:{key}");
            let place = match (found.get(key) == Some(&harmed), found.get(&aside) == Some(&harmed)) {
                (true, true) => "it stays, with a copy aside",
                (true, false) => "it stays",
                (false, true) => "it is set aside",
                (false, false) => panic!("{fault} {kind}: it is lost: {found:?}"),
            };
            row(visit, &format!("{kind}, {fault}"), &format!("all others unchanged; {place}"), &said);
        }
    }
    Ok(())
}

async fn storage_fills_up_while_a_session_runs(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    visit.begin("Windshields", 3).await?;
    visit.until("the session to be kept", async || Ok(!visit.kept_under(LIVE).await?.is_empty())).await?;
    visit.fill_up(20).await?;
    visit.sees("Done").await?;
    let found = visit.kept().await?;
    has_all(&found, &before);
    let records = visit.kept_under(DONE).await?;
    assert!(records.iter().all(|(key, text)| whole(key, text)), "none is half-written: {records:?}");
    assert!(records.len() == 3 || found.contains_key(LIVE), "it is not lost: {records:?}");
    let place =
        if records.len() == 3 { "in the place of its own line" } else { "still on, for the next visit" };
    let said = visit.told().await?;
    assert_eq!(said.is_empty(), records.len() == 3, "{said}");
    row(
        visit,
        "no room at the end of a session",
        &format!("all others unchanged; it is kept, {place}"),
        if said.is_empty() { "nothing: nothing is missing" } else { &said },
    );
    Ok(())
}

async fn storage_is_full_before_a_session_begins(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    visit.fill_up(40).await?;
    visit.begin("No-room", 2).await?;
    visit.sees("Done").await?;
    visit.sees("could not be saved").await?;
    let found = visit.kept().await?;
    has_all(&found, &before);
    assert_eq!(visit.kept_under(DONE).await?.len(), 2, "nothing is half-written");
    assert!(!found.contains_key(LIVE));
    visit.press("Understood").await?;
    visit.until("it to go", async || Ok(visit.told().await?.is_empty())).await?;
    visit.reload().await?;
    assert_eq!(visit.told().await?, "", "told once");
    row(
        visit,
        "no room for a session at all",
        "all others unchanged; it holds until the page is closed",
        "The storage on this device is full; No-room: it could not be saved",
    );
    Ok(())
}

async fn two_windows_begin_together(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    // Both stand at their buttons before either is pressed.
    visit.open("/open#1/Left-window/g0/superman.4s").await?;
    let first = visit.another_window().await?;
    visit.open("/open#1/Right-window/g0/superman.4s").await?;
    let second = visit.browser.window().await?;
    // One press for both: the other window hears of it.
    let start = "const start = () => [...document.querySelectorAll('button')].find(b => b.textContent.trim() === 'Start').click();";
    visit.browser.switch_to_window(first.clone()).await?;
    visit
        .measure(&format!("{start} addEventListener('storage', ({{ key }}) => key === 'go' && start())"))
        .await?;
    visit.browser.switch_to_window(second.clone()).await?;
    visit.measure(&format!("{start} localStorage.setItem('go', ''); start();")).await?;
    let kept = async || visit.kept_under(DONE).await;
    visit.until("one of them to be kept", async || Ok(kept().await?.len() > 2)).await?;
    let title = |line: (&String, &String)| {
        line::read(line.0.trim_start_matches(DONE), line.1).expect("a whole line").title
    };
    // Whoever was a moment later leads; the other had nothing yet that could be kept.
    let led = kept().await?.iter().find(|line| !before.contains_key(line.0)).map(title).unwrap_or_default();
    for window in [&first, &second] {
        visit.browser.switch_to_window(window.clone()).await?;
        visit.open("/history").await?;
        visit.sees(&led).await?;
    }
    assert_eq!(kept().await?.len(), 3, "kept once");
    assert!(!visit.kept().await?.contains_key(LIVE), "over in both");

    // What was done in one is kept when another begins.
    visit.begin("Begun-before", 60).await?;
    let is_on = async || Ok(["57", "56", "55", "54"].contains(&visit.time_shown().await?.trim()));
    visit.until("some of it to be done", is_on).await?;
    visit.browser.switch_to_window(first.clone()).await?;
    visit.begin("Begun-after", 2).await?;
    visit.press("End it and start").await?;
    visit.sees("Done").await?;
    for window in [first, second] {
        visit.browser.switch_to_window(window).await?;
        visit.open("/history").await?;
        visit.sees("Begun before").await?;
        visit.sees("Begun after").await?;
    }
    let records = kept().await?;
    assert!(records.iter().all(|(key, text)| whole(key, text)), "none is half-written: {records:?}");
    assert_eq!(records.len(), 5, "each once");
    has_all(&visit.kept().await?, &before);
    assert_eq!(visit.told().await?, "");
    row(
        visit,
        "two windows begin a session in the same moment",
        "the later one leads; what was done in the other is kept, once",
        "nothing: nothing is missing",
    );
    Ok(())
}

async fn a_restore_runs_out_of_room_half_way(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    let (copied, copy) = copy_of(500, &format!("half-{}", visit.port()));
    let size: usize = copied.iter().map(|(key, text)| key.len() + text.len()).sum();
    visit.fill_up(size / 2).await?;
    restore(visit, &copy, "There was no room for all of it").await?;
    let said = visit.told().await?;
    let found = visit.kept_under(DONE).await?;
    let arrived = found.len() - 2;
    assert!((100..400).contains(&arrived), "{arrived} arrived");
    has_all(&visit.kept().await?, &before);
    let is_as_copied = |(key, text): (&String, &String)| copied.get(key).or(before.get(key)) == Some(text);
    assert!(found.iter().all(is_as_copied), "what arrived is whole");
    visit
        .measure("Object.keys(localStorage).filter(key => /filler/.test(key)).forEach(key => localStorage.removeItem(key))")
        .await?;
    restore(visit, &copy, "Restored.").await?;
    let found = visit.kept().await?;
    has_all(&found, &before);
    has_all(&found, &copied);
    // Left for the system to clear away if it cannot be removed.
    let _ = std::fs::remove_file(&copy);
    row(
        visit,
        "a restore of 500 sessions finds room for half",
        "all others unchanged; what arrived is whole; the rest comes when it is begun again",
        &format!("There was no room for all of it. What was restored until then is whole. ({said})"),
    );
    Ok(())
}

/// Changes the world of every page that is opened from now on.
async fn from_now_on(visit: &Visit, script: &str) -> Outcome {
    let tools = visit.browser.cdp();
    tools.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await.map(drop)
}

async fn storage_is_forbidden(visit: &Visit) -> Outcome {
    from_now_on(visit, "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } })").await?;
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    visit.sees("storage").await?;
    let said = visit.told().await?;
    visit.begin("Nothing-kept", 2).await?;
    visit.sees("Done").await?;
    visit.sees("could not be saved").await?;
    row(visit, "storage is forbidden", "everything works until the page is closed", &said);
    Ok(())
}

async fn the_clock_is_set_back_a_year(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    visit.begin("Today", 2).await?;
    visit.sees("Done").await?;
    let today = visit.kept_under(DONE).await?;
    assert_eq!(today.len(), 3);
    let back = "{
        const Real = Date, behind = 365 * 86400000;
        window.Date = class extends Real {
            constructor(...given) { given.length ? super(...given) : super(Real.now() - behind); }
            static now() { return Real.now() - behind; }
        };
    }";
    from_now_on(visit, back).await?;
    visit.begin("A-year-ago", 2).await?;
    visit.sees("Done").await?;
    visit.open("/history").await?;
    for title in ["Today", "A year ago", "First", "Second"] {
        visit.sees(title).await?;
    }
    let found = visit.kept().await?;
    has_all(&found, &before);
    has_all(&found, &today);
    assert_eq!(visit.kept_under(DONE).await?.len(), 4);
    assert_eq!(visit.told().await?, "");
    row(
        visit,
        "the clock is set back a year",
        "all sessions are kept and listed",
        "nothing: nothing is missing",
    );
    Ok(())
}
