//! True pace: what the page shows, and when, against the clock that the browser keeps for measuring.
//!
//! Each story is a whole session without a hand on it. `cargo xtask test` runs these one at a time: a machine that
//! is busy with another browser would be measured as well.

use browsers::{Outcome, Visit, in_each_engine};
use std::time::Duration;

/// How far from its time a change may show, in milliseconds: a short routine in any engine, software rendering included.
const SHORT: f64 = 250.0;

/// The same for the whole eight minutes, in Chromium.
const WHOLE: f64 = 100.0;

/// Notes when Start was pressed, and when the name of the step or the end of the session first showed.
const WATCH: &str = r"
    window.__seen = []; let last = '';
    addEventListener('click', () => { if (!window.__begun) window.__begun = performance.now(); }, true);
    const look = () => {
        const name = document.querySelector('main h1');
        const now = name ? name.innerText : '';
        if (now && now !== last) { last = now; window.__seen.push([performance.now(), now]); }
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
";

in_each_engine!(a_linked_routine_keeps_its_twenty_seconds);

/// 2 s to get ready, 6 s of superman, 2 s of rest under the name of what comes, 10 s of plank.
async fn a_linked_routine_keeps_its_twenty_seconds(visit: &Visit) -> Outcome {
    visit.open("/open#1/Pace/g2/r2/superman.6s/plank.10s").await?;
    led_through(visit, &[(8.0, "Forearm plank"), (20.0, "Done")], SHORT).await
}

mod whole {
    browsers::in_engine!(chromium, Chromium, the_eight_minute_routine_ends_at_eight_minutes);

    pub(crate) use super::the_eight_minute_routine_ends_at_eight_minutes;
}

async fn the_eight_minute_routine_ends_at_eight_minutes(visit: &Visit) -> Outcome {
    visit.open("/routines/eight-minute").await?;
    // Half a minute of each move, under its name from the change before it on.
    let moves =
        [(40.0, "Plank shoulder tap"), (200.0, "Side plank"), (440.0, "Lying leg raise"), (480.0, "Done")];
    led_through(visit, &moves, WHOLE).await
}

/// Starts the routine that is open, watches it to its end, and compares when each name showed with when it should.
async fn led_through(visit: &Visit, expected: &[(f64, &str)], tolerance: f64) -> Outcome {
    visit.put_the_notice_away().await?;
    visit.measure(WATCH).await?;
    visit.press("Start").await?;
    let (length, last) = expected[expected.len() - 1];
    let seen =
        async || visit.measure("return window.__seen.map(([at, name]) => [at - window.__begun, name])").await;
    visit
        .within(Duration::from_secs_f64(length + 15.0), "the end of the session", async || {
            Ok(seen().await?.as_array().is_some_and(|all| all.iter().any(|it| it[1] == *last)))
        })
        .await?;
    let seen = seen().await?;
    println!("{:?}: {seen}", visit.engine);
    for (seconds, name) in expected {
        let at =
            seen.as_array().into_iter().flatten().filter(|it| it[1] == *name).filter_map(|it| it[0].as_f64());
        let off = at.map(|at| at - seconds * 1000.0).min_by(|a, b| a.abs().total_cmp(&b.abs()));
        assert!(
            off.is_some_and(|off| off.abs() <= tolerance),
            "{name} at {seconds} s was off by {off:?} ms; seen: {seen}"
        );
    }
    Ok(())
}
