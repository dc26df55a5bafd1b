//! Routines that are made here, and passed on.

use std::time::{Duration, Instant};

use browsers::{Outcome, Visit, in_each_engine, in_engine};
use domain::routine::{PRESETS, notation};
use thirtyfour::prelude::*;

in_each_engine!(
    minutes_become_a_routine,
    what_is_pasted_or_dropped_is_opened,
    everybody_is_at_the_same_moment,
    a_routine_becomes_a_picture
);

// What is read from a picture is the same in every engine.
in_engine!(chromium_only, Chromium, the_code_of_every_routine_is_read_from_the_screen);

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

async fn the_code_of_every_routine_is_read_from_the_screen(visit: &Visit) -> Outcome {
    visit.open("/routines").await?;
    visit.put_the_notice_away().await?;
    visit.browser.set_window_rect(0, 0, 360, 900).await?;
    for preset in PRESETS {
        visit.open(&format!("/routines/{}", preset.slug)).await?;
        visit.press("Share").await?;
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

async fn what_is_pasted_or_dropped_is_opened(visit: &Visit) -> Outcome {
    const PASTE: &str = "const given = new DataTransfer();
        given.setData('text/plain', 'https://example.org/open#1/Pasted/plank.30s');
        // Firefox fills a clipboard of its own.
        const own = { dataType: 'text/plain', data: given.getData('text') };
        const made = { clipboardData: given, ...own, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new ClipboardEvent('paste', made))";
    const DROP: &str = "const given = new DataTransfer();
        given.items.add(new File(['1/Dropped/crunch.12'], 'routine.txt', { type: 'text/plain' }));
        const made = { dataTransfer: given, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new DragEvent('drop', made))";
    visit.open("/routines").await?;
    visit.put_the_notice_away().await?;
    for (script, title) in [(PASTE, "Pasted"), (DROP, "Dropped")] {
        visit.open("/routines").await?;
        visit
            .until("it to be taken", async || {
                visit.measure(script).await?;
                Ok(visit.text().await?.contains(title))
            })
            .await?;
        visit.sees("Shared with you").await?;
    }
    Ok(())
}

/// A link to one long plank that began, or begins, so many minutes from now; and how many seconds that is from now.
async fn open_together(visit: &Visit, minutes: i64) -> WebDriverResult<i64> {
    let script = format!(
        "const start = (Math.floor(Date.now() / 60000) + {minutes}) * 60000;
        const text = new Date(start).toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', 't');
        location.assign(new URL(`open#1/Together/at${{text}}z/plank.600s`, document.baseURI));
        return Math.round((start - Date.now()) / 1000)"
    );
    Ok(visit.measure(&script).await?.as_i64().unwrap_or_default())
}

/// The clock of the session says what is left until `end`.
async fn says_what_is_left(visit: &Visit, end: Instant) -> Outcome {
    visit.until("a time to be shown", async || Ok(!visit.time_shown().await?.is_empty())).await?;
    let shown = visit.time_shown().await?;
    let left = end.duration_since(Instant::now()).as_secs().cast_signed();
    let (whole, seconds) = shown.split_once(':').unwrap_or(("0", &shown));
    let seconds: i64 =
        whole.trim().parse::<i64>().unwrap_or(0) * 60 + seconds.trim().parse::<i64>().unwrap_or(0);
    assert!((seconds - left).abs() <= 2, "{shown} is shown, {left} s are left");
    println!("{shown} is shown, {left} s are left");
    Ok(())
}

async fn everybody_is_at_the_same_moment(visit: &Visit) -> Outcome {
    // Early: one gets ready until then. Late: the plank is where everybody's is.
    visit.open("/routines").await?;
    visit.put_the_notice_away().await?;
    for (minutes, length, says) in [(3, 0, "Start whenever you like"), (-2, 600, "where everybody is")] {
        let until = open_together(visit, minutes).await?;
        let end = Instant::now() + Duration::from_secs((until + length).unsigned_abs());
        visit.sees("Everybody begins at").await?;
        visit.sees(says).await?;
        visit.press("Start").await?;
        says_what_is_left(visit, end).await?;
        // Whoever stops comes back to the others.
        visit.press("Pause").await?;
        let stopped = Instant::now();
        visit.until("the others to go on", async || Ok(stopped.elapsed().as_secs() > 3)).await?;
        visit.press("Join the others").await?;
        says_what_is_left(visit, end).await?;
        visit.press("End").await?;
    }
    Ok(())
}

async fn a_routine_becomes_a_picture(visit: &Visit) -> Outcome {
    visit.open("/routines/the-five").await?;
    visit.put_the_notice_away().await?;
    visit.press("Share").await?;
    visit.press("As a picture").await?;
    let width = "return document.querySelector('.routine-picture img')?.naturalWidth ?? 0";
    visit.until("a picture", async || Ok(visit.measure(width).await? == 1080)).await?;
    visit.sees("Save the picture").await
}
