//! When the program breaks it begins anew; when it breaks again, or does not start: a plain page that says so. Everything
//! stored is as it was.

use browsers::{Outcome, Visit, in_each_engine, in_engine};
use std::time::Duration;
use thirtyfour::prelude::*;

in_each_engine!(a_program_that_does_not_arrive_leaves_a_page_that_works,);

// Only this engine's driver can change the page's own world, and so break the program from outside.
in_engine!(
    chromium_only,
    Chromium,
    a_program_that_breaks_in_a_session_goes_on_with_it,
    what_is_kept_is_taken_away_without_touching_other_sites,
);

const TROUBLE: &str = "Something went wrong";

/// From now on the page does what no page should, such as when something else in the browser changes it.
const BREAK: &str =
    "Node.prototype.cloneNode = Document.prototype.createElement = () => { throw new Error('not here'); };";

/// As if it had begun anew a moment ago.
const BROKEN_BEFORE: &str = "sessionStorage.setItem('evenkeel.anew', Date.now())";

async fn a_program_that_breaks_in_a_session_goes_on_with_it(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    visit.open("/open#1/Broken/g1/superman.60s").await?;
    visit.press("Start").await?;
    visit.sees("seconds").await?;
    visit.until("the session to be kept", async || Ok(live(visit).await?.is_some())).await?;
    // A page that has to be drawn while the session goes on.
    let away = "const away = document.createElement('a'); away.id = 'away'; away.href = 'exercises'; document.body.append(away);";
    let breaks = [away, "setTimeout(() => {", BREAK, "away.click(); })"].concat();
    visit.leaves_by(&breaks).await?;
    visit.ready().await?;
    visit.sees("Back to the session").await?;
    assert!(!visit.text().await?.contains(TROUBLE) && live(visit).await?.is_some());

    // Again, and so soon: it would not be the last time.
    visit.measure(&breaks.replace("'exercises'", "'history'")).await?;
    visit.sees(TROUBLE).await?;
    visit.sees("Your session is kept too").await?;
    assert_eq!(visit.measure("return document.activeElement.textContent").await?, TROUBLE, "the focus");
    assert!(live(visit).await?.is_some(), "the session is still stored");
    visit.browser.find(By::Css("[data-part=reload]")).await?.click().await?;
    visit.until("the program", async || Ok(!visit.text().await?.contains(TROUBLE))).await?;
    visit.ready().await?;
    visit.open("/session").await?;
    visit.until("the session to be back", async || Ok(!visit.time_shown().await?.is_empty())).await?;

    // Should the session itself be what breaks the page, it can be put away without being lost.
    let kept = live(visit).await?;
    visit.measure("setTimeout(() => dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })))").await?;
    visit.sees(TROUBLE).await?;
    let kept = live(visit).await?.or(kept);
    visit.browser.find(By::Css("[data-part=aside]")).await?.click().await?;
    visit.until("the program", async || Ok(!visit.text().await?.contains(TROUBLE))).await?;
    visit.ready().await?;
    assert_eq!(live(visit).await?, None);
    assert!(
        kept.is_some() && visit.kept().await?.contains_key("evenkeel:bad:evenkeel:1:live"),
        "it is not lost"
    );
    visit.was_broken_on_purpose().await
}

async fn a_program_that_does_not_arrive_leaves_a_page_that_works(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    // Before going on: an installing that is interrupted by that begins anew with the next page only.
    visit.is_kept_offline().await?;
    visit.open("/open#1/Saved/g1/superman.2s").await?;
    visit.press("Start").await?;
    visit.sees("Done").await?;
    let lines: Vec<_> = visit.kept().await?.iter().map(|(key, text)| format!("{key}={text}\n")).collect();
    visit.is_no_longer_kept().await?;
    visit.publish(|edition| {
        edition.with("assets/program-*.wasm", |program| program[..program.len() / 2].to_vec())
    });
    visit.browser.refresh().await?;
    visit
        .within(Duration::from_secs(20), "the plain page", async || Ok(visit.text().await?.contains(TROUBLE)))
        .await?;
    assert!(!visit.text().await?.contains("Your session"), "no session was on");
    // What would be put into the file.
    visit
        .measure("const make = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => window.__saved = text); return make(blob); }")
        .await?;
    visit.press("Save a copy").await?;
    visit
        .until("the copy", async || Ok(visit.measure("return window.__saved || ''").await? == lines.concat()))
        .await?;
    visit.publish(|edition| edition);
    visit.press("Fetch the program anew").await?;
    visit.ready().await?;
    visit.open("/history").await?;
    visit.sees("Saved").await
}

/// Below a path, beside another site on the same origin.
async fn what_is_kept_is_taken_away_without_touching_other_sites(visit: &Visit) -> Outcome {
    visit.publish(|edition| edition.below("/keel/"));
    visit.site().move_below("/keel/");
    visit.open("/keel/").await?;
    visit.put_the_notice_away().await?;
    visit.is_kept_offline().await?;
    visit.find_out("const done = arguments[0]; caches.open('another site').then(() => done(true))").await?;
    visit.measure("localStorage.setItem('another', 'site')").await?;
    let kept = visit.kept().await?;
    visit.measure(&[BROKEN_BEFORE, BREAK].join(";")).await?;
    visit.press("Exercises").await?;
    visit.sees(TROUBLE).await?;
    visit.press("Fetch the program anew").await?;
    visit.until("the program", async || Ok(!visit.text().await?.contains(TROUBLE))).await?;
    visit.ready().await?;
    assert_eq!(visit.kept().await?, kept);
    let names = visit.find_out("const done = arguments[0]; caches.keys().then(done)").await?;
    assert!(names.to_string().contains("another site"), "{names}");
    visit.is_kept_offline().await?;
    visit.lose_the_network();
    visit.open("/keel/routines/the-five").await?;
    visit.sees("The Five").await?;
    visit.was_broken_on_purpose().await
}

async fn live(visit: &Visit) -> WebDriverResult<Option<String>> {
    Ok(visit.kept().await?.remove("evenkeel:1:live"))
}
