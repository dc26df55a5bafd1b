//! Every screen, judged by axe and used by keyboard alone.

use browsers::site::root;
use browsers::{Outcome, Visit, in_each_engine, in_engine};
use thirtyfour::prelude::*;

const SCREENS: [&str; 11] = [
    "/",
    "/exercises",
    "/exercises/superman",
    "/routines",
    "/routines/the-five",
    "/routines/measure",
    "/routines/edit#judged",
    "/history",
    "/settings",
    "/help",
    "/about",
];

in_each_engine!(axe_finds_nothing, each_page_begins_at_its_heading);

async fn axe_finds_nothing(visit: &Visit) -> Outcome {
    let axe = std::fs::read_to_string(root().join("node_modules/axe-core/axe.min.js"))
        .expect("axe-core, by npm ci");
    visit.open("/").await?;
    judge(visit, &axe, "the notice").await?;
    visit.put_the_notice_away().await?;
    for screen in SCREENS {
        visit.open(screen).await?;
        judge(visit, &axe, screen).await?;
    }
    visit.open("/routines/the-five").await?;
    visit.press("Share").await?;
    visit.press("Begin together").await?;
    visit.press("As a picture").await?;
    visit.sees("Save the picture").await?;
    judge(visit, &axe, "the ways to share").await?;
    visit.open("/routines/edit#judged").await?;
    let area = visit.browser.query(By::XPath("(//textarea)[last()]")).first().await?;
    area.send_keys("1/Judged/superman.15/~Stairs.90s.back/warm/cat-cow.4/end").await?;
    visit.sees("Stairs").await?;
    for opened in ["Superman", "Stairs"] {
        visit.press(opened).await?;
        judge(visit, &axe, "a move being changed").await?;
    }
    visit.open("/open#1/Judged/g3/superman.2s/r2/plank.3s").await?;
    judge(visit, &axe, "a shared routine").await?;
    visit.press("Start").await?;
    visit.sees("Pause").await?;
    judge(visit, &axe, "the session").await?;
    visit.sees("Done").await?;
    judge(visit, &axe, "the summary").await
}

async fn judge(visit: &Visit, axe: &str, screen: &str) -> Outcome {
    visit.browser.execute(axe, vec![]).await?;
    let run = r"
        const done = arguments[arguments.length - 1];
        // What is still fading in is judged when it has arrived.
        const passing = document.getAnimations().filter(a => Number.isFinite(a.effect.getComputedTiming().endTime));
        const settled = Promise.all(passing.map(a => a.finished.catch(() => {})));
        settled.then(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
           .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))), e => done(['' + e]));
    ";
    let found = visit.browser.execute_async(run, vec![]).await?;
    assert_eq!(*found.json(), serde_json::json!([]), "{screen}");
    Ok(())
}

/// Whoever listens is told where they are, and the keyboard goes on from there.
async fn each_page_begins_at_its_heading(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    let focused = "return document.activeElement.tagName + ' ' + document.activeElement.textContent";
    let begins = async |heading: &str| {
        let wanted = format!("H1 {heading}");
        visit.until(&wanted, async || Ok(visit.measure(focused).await? == wanted)).await
    };
    for (link, heading) in [("Exercises", "Exercises"), ("Bird dog", "Bird dog"), ("Routines", "Routines")] {
        visit.press(link).await?;
        begins(heading).await?;
    }
    visit.browser.back().await?;
    begins("Bird dog").await
}

in_engine!(keyboard, Chromium, a_workout_needs_no_pointer);

/// Tab to the start, Enter, Space to pause and go on, arrows to skip: a whole workout without a pointer.
async fn a_workout_needs_no_pointer(visit: &Visit) -> Outcome {
    visit.open("/open#1/Keys/g1/r5/superman.20s/plank.20s").await?;
    visit.put_the_notice_away().await?;
    for _ in 0..40 {
        if focused(visit).await?.starts_with("Start") {
            break;
        }
        visit.type_keys(Key::Tab).await?;
    }
    visit.type_keys(Key::Enter).await?;
    visit.sees("Pause").await?;
    visit.type_keys(" ").await?;
    visit.sees("Resume").await?;
    visit.type_keys(" ").await?;
    visit.sees("Pause").await?;
    // A set counts once it has been done for a moment.
    tokio::time::sleep(std::time::Duration::from_secs(4)).await;
    for _ in 0..6 {
        visit.type_keys(Key::Right).await?;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    visit.sees("Done").await
}

async fn focused(visit: &Visit) -> WebDriverResult<String> {
    let name = visit.measure("const e = document.activeElement; return (e.getAttribute('aria-label') || e.innerText || '').trim()").await?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}
