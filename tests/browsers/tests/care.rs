//! What is done for one person: moves that suit them, cues they can see, and data that is theirs to erase.

use browsers::device::{DONE, LIVE, SETTINGS, has_all};
use browsers::{Outcome, Visit, in_each_engine};
use domain::catalogue::Concern;
use domain::history::line;
use domain::settings::Settings;
use thirtyfour::prelude::*;

in_each_engine!(
    a_routine_is_swapped_to_suit_and_so_is_a_move_in_the_middle,
    everything_is_erased_and_taken_back,
    old_sessions_are_erased_and_nothing_else,
    the_screen_lights_up_with_each_cue,
);

/// A device on which this was chosen.
async fn with(visit: &Visit, settings: Settings) -> Outcome {
    visit.open("/about").await?;
    let settings = Settings { notice_read: true, ..settings };
    visit.put(&[(SETTINGS.to_owned(), settings.write())].into()).await
}

/// Presses what this selector finds.
async fn press(visit: &Visit, selector: &str) -> Outcome {
    visit
        .until(selector, async || {
            Ok(visit.measure(&format!("return !!document.querySelector('{selector}')")).await? == true)
        })
        .await?;
    visit.measure(&format!("document.querySelector('{selector}').click()")).await.map(drop)
}

async fn a_routine_is_swapped_to_suit_and_so_is_a_move_in_the_middle(visit: &Visit) -> Outcome {
    with(visit, Settings { concerns: vec![Concern::Osteoporosis], ..Settings::default() }).await?;
    visit.open("/open#1/Fine/g0/crunch.10/plank.30s").await?;
    visit.sees("1 swap for you").await?;
    visit.sees("Crunch →").await?;
    visit.sees("Start does it with these swaps").await?;
    visit.press("Start").await?;
    visit.sees("1 move is swapped to suit you.").await?;
    assert!(!visit.text().await?.contains("Crunch"), "what is hidden is never done");

    let heading =
        async || Ok::<_, WebDriverError>(visit.browser.find(By::Css("main h1")).await?.text().await?);
    visit.press("Swap").await?;
    visit.sees("Instead of").await?;
    let before = heading().await?;
    press(visit, "dialog[open] li button").await?;
    visit.until("another move", async || Ok(heading().await? != before)).await?;
    let after = heading().await?;
    visit.reload().await?;
    visit.until("the swap to outlive a reload", async || Ok(heading().await? == after)).await?;
    assert!(visit.kept().await?.contains_key(LIVE));
    Ok(())
}

async fn everything_is_erased_and_taken_back(visit: &Visit) -> Outcome {
    let before = visit.return_to("/settings").await?;
    visit.press("Erase everything").await?;
    visit.sees("This is erased from this device").await?;
    visit.sees("2 sessions").await?;
    assert_eq!(visit.kept().await?, before, "nothing goes before it is asked for");
    visit.press("Leave as it is").await?;
    visit.press("Erase everything").await?;
    press(visit, "dialog[open] button[data-tone=danger]").await?;
    visit.sees("Until you leave this page you can take it back").await?;
    assert_eq!(visit.kept().await?, [].into());
    visit.press("Undo").await?;
    visit.sees("Taken back").await?;
    visit.sees("2 sessions").await?;
    has_all(&visit.kept().await?, &before);

    visit.press("Erase everything").await?;
    press(visit, "dialog[open] button[data-tone=danger]").await?;
    visit.sees("Until you leave this page you can take it back").await?;
    visit.open("/history").await?;
    assert!(!visit.text().await?.contains("First"));
    assert_eq!(visit.kept_under(DONE).await?, [].into(), "and nothing brings it back by itself");
    Ok(())
}

async fn old_sessions_are_erased_and_nothing_else(visit: &Visit) -> Outcome {
    let before = visit.return_to("/about").await?;
    let (old, text) = browsers::device::done("Long-ago", 500);
    visit.put(&[(old.clone(), text)].into()).await?;
    visit.open("/settings").await?;
    visit.press("Erase old sessions").await?;
    visit.sees("1 session").await?;
    press(visit, "dialog[open] button[data-tone=danger]").await?;
    visit.sees("Until you leave this page you can take it back").await?;
    assert_eq!(visit.kept().await?, before);
    Ok(())
}

async fn the_screen_lights_up_with_each_cue(visit: &Visit) -> Outcome {
    with(visit, Settings { flash: true, volume: 0, ..Settings::default() }).await?;
    visit.open("/open#1/Lit/g3/superman.4s").await?;
    // The page stays the same document when the session begins.
    visit
        .measure(
            "window.lit = []; new MutationObserver(() => {
                const turn = document.querySelector('.session-light')?.dataset.turn;
                if (turn && turn !== '0' && window.lit.at(-1) !== turn) window.lit.push(turn);
            }).observe(document, { subtree: true, childList: true, attributes: true })",
        )
        .await?;
    visit.press("Start").await?;
    visit.sees("Done").await?;
    let lit = visit.measure("return window.lit.length").await?;
    assert!(lit.as_u64() > Some(2), "{lit} lights");
    let (key, text) = visit.kept_under(DONE).await?.pop_first().expect("one session");
    assert!(line::read(key.trim_start_matches(DONE), &text).is_ok());
    Ok(())
}
