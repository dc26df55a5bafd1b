//! Routines that are made here, and passed on.

use browsers::{Outcome, Visit, in_each_engine, in_engine};
use domain::routine::{PRESETS, notation};
use thirtyfour::prelude::*;

in_each_engine!(a_routine_is_built_and_kept, minutes_become_a_routine);

// What is read from a picture is the same in every engine.
in_engine!(
    chromium_only,
    Chromium,
    the_code_of_every_routine_is_read_from_the_screen,
    a_routine_is_built_by_keys
);

async fn text_of(visit: &Visit) -> WebDriverResult<String> {
    let text = visit.measure("return [...document.querySelectorAll('textarea')].at(-1).value").await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn reads(visit: &Visit, moves: &str) -> Outcome {
    visit.until(&format!("“{moves}”"), async || Ok(text_of(visit).await?.contains(moves))).await
}

async fn a_routine_is_built_and_kept(visit: &Visit) -> Outcome {
    visit.open("/routines").await?;
    visit.put_the_notice_away().await?;
    visit.press("Make your own").await?;
    visit.press("Forearm plank · 30 s").await?;
    visit.press("Dead bug · 10 reps").await?;
    reads(visit, "/plank.30s/dead-bug.10/").await?;
    visit.press("Up: Dead bug").await?;
    reads(visit, "/dead-bug.10/plank.30s/").await?;
    let focus = "return document.activeElement.getAttribute('aria-label')";
    assert_eq!(visit.measure(focus).await?, "Up: Dead bug", "the button stays with its move");
    visit.press("Undo").await?;
    reads(visit, "/plank.30s/dead-bug.10/").await?;
    // The same routine as text.
    let area = visit.browser.find_all(By::Css("textarea")).await?.pop().expect("a box for the text");
    area.clear().await?;
    area.send_keys("1/By-hand/r20/superman.12/moonwalk.3/2x/plank.40s/end").await?;
    visit.sees("Superman").await?;
    visit.sees("moonwalk").await?;
    visit.reload().await?;
    visit.sees("Superman").await?;
    reads(visit, "1/By-hand/r20/superman.12/moonwalk.3/2x/plank.40s/end").await?;
    visit.press("Done").await?;
    visit.sees("By hand").await?;
    visit.open("/routines").await?;
    visit.sees("By hand").await
}

async fn minutes_become_a_routine(visit: &Visit) -> Outcome {
    visit.open("/routines/measure").await?;
    visit.put_the_notice_away().await?;
    visit.press("12").await?;
    visit.sees("12 minutes, made to measure").await?;
    visit.sees("12:00").await?;
    let moves = "return [...document.querySelectorAll('.move-row-name')].map(e => e.textContent).join()";
    let first = visit.measure(moves).await?;
    visit.press("Another one").await?;
    visit.until("other moves", async || Ok(visit.measure(moves).await? != first)).await?;
    visit.press("Save").await?;
    visit.open("/routines").await?;
    visit.sees("12 minutes, made to measure").await?;
    visit.open("/routines/measure").await?;
    visit.press("Start").await?;
    visit.sees("Get ready").await
}

/// Presses Tab until what is called so has the focus.
async fn to(visit: &Visit, name: &str) -> Outcome {
    const AT: &str =
        "const it = document.activeElement; return it.getAttribute('aria-label') || it.textContent.trim()";
    for _ in 0..80 {
        visit.type_keys(Key::Tab + "").await?;
        if visit.measure(AT).await?.as_str().is_some_and(|at| at.starts_with(name)) {
            return Ok(());
        }
    }
    panic!("“{name}” is not reached by keys")
}

/// Tab and Enter alone: a move is added, moved, taken out.
async fn a_routine_is_built_by_keys(visit: &Visit) -> Outcome {
    visit.open("/routines/edit").await?;
    visit.put_the_notice_away().await?;
    to(visit, "Crunch").await?;
    visit.type_keys(Key::Enter + "").await?;
    to(visit, "Forearm plank").await?;
    visit.type_keys(Key::Enter + "").await?;
    reads(visit, "/crunch.15/plank.30s/").await?;
    to(visit, "Down: Crunch").await?;
    visit.type_keys(Key::Enter + "").await?;
    reads(visit, "/plank.30s/crunch.15/").await?;
    let said = "return document.getElementById('announcer').textContent.replace(/[\u{2066}-\u{2069}]/g, '')";
    visit
        .until("where it is now to be said", async || Ok(visit.measure(said).await? == "Crunch: now 2 of 2."))
        .await?;
    Ok(())
}

async fn the_code_of_every_routine_is_read_from_the_screen(visit: &Visit) -> Outcome {
    visit.open("/routines").await?;
    visit.put_the_notice_away().await?;
    visit.browser.set_window_rect(0, 0, 360, 900).await?;
    for preset in PRESETS {
        visit.open(&format!("/routines/{}", preset.slug)).await?;
        visit.press("QR code").await?;
        let code = visit.browser.query(By::Css(".qr-code")).first().await?;
        code.scroll_into_view().await?;
        let picture = visit.browser.screenshot_as_png().await?;
        let link = browsers::code::read(&picture)
            .unwrap_or_else(|| panic!("{}: no code can be read from the screen", preset.slug));
        let (page, text) = link.split_once('#').expect("a link with a routine");
        assert_eq!(page, visit.address("/open"));
        let reading = notation::read(text);
        assert_eq!(reading.problems, []);
        assert_eq!(reading.routine.blocks, preset.routine().blocks, "{}", preset.slug);
        println!("{}: a code of {} letters is read", preset.slug, link.len());
    }
    Ok(())
}
