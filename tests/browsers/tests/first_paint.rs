//! The page before the program: it can be read at once, and what is done in it is not lost when the program comes.

use browsers::gate::Gate;
use browsers::{Outcome, Visit, in_each_engine, in_engine};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

in_each_engine!(
    the_first_screen_is_there_before_the_program,
    a_button_pressed_too_early_is_pressed_when_somebody_listens,
    scrolling_and_focus_survive_the_program,
    what_was_typed_too_early_is_looked_for,
    nothing_moves_when_the_program_comes,
);
in_engine!(
    only_chromium,
    Chromium,
    without_scripts_an_exercise_can_be_read,
    the_first_screen_waits_for_no_style
);

async fn held(visit: &Visit, path: &str) -> WebDriverResult<Gate> {
    let gate = Gate::before(visit.port());
    visit.browser.goto(gate.address(path)).await?;
    Ok(gate)
}

async fn the_first_screen_is_there_before_the_program(visit: &Visit) -> Outcome {
    let gate = held(visit, "/").await?;
    visit.sees("Start level").await?;
    visit.sees("More ways to start").await?;
    let drawn = "return document.querySelectorAll('[data-still] path').length > 20";
    assert_eq!(visit.measure(drawn).await?, true, "its figure is drawn");
    assert!(!visit.has_begun().await?);
    gate.open();
    visit.ready().await?;
    assert_eq!(visit.measure(drawn).await?, true, "its figure is still drawn");
    visit.sees("More ways to start").await
}

async fn a_button_pressed_too_early_is_pressed_when_somebody_listens(visit: &Visit) -> Outcome {
    let gate = held(visit, "/routines/the-five").await?;
    visit
        .until("a button that shows that it was pressed", async || {
            visit.press("Start").await?;
            Ok(visit.measure("return !!document.querySelector('button[aria-busy=true]')").await? == true)
        })
        .await?;
    assert!(!visit.has_begun().await?);
    gate.open();
    visit.until("the session", async || Ok(visit.path().await?.contains("/session"))).await?;
    visit.until("its clock", async || Ok(!visit.time_shown().await?.is_empty())).await
}

async fn scrolling_and_focus_survive_the_program(visit: &Visit) -> Outcome {
    const PLACE: &str = "return [Math.round(scrollY), document.activeElement.getAttribute('href') || document.activeElement.tagName]";
    let gate = held(visit, "/exercises/superman").await?;
    visit.sees("How to do it").await?;
    visit.type_keys(Key::Tab + Key::Tab + Key::Tab + Key::Tab).await?;
    visit.browser.execute("scrollTo(0, 300)", vec![]).await?;
    let before = visit.measure(PLACE).await?;
    assert!(!visit.has_begun().await?);
    gate.open();
    visit.ready().await?;
    assert_eq!(visit.measure(PLACE).await?, before);
    assert!(before[0].as_i64().is_some_and(|scrolled| scrolled > 0), "{before}");
    Ok(())
}

async fn what_was_typed_too_early_is_looked_for(visit: &Visit) -> Outcome {
    let gate = held(visit, "/exercises").await?;
    visit.browser.find(By::Css("input[type=search]")).await?.send_keys("superman").await?;
    assert!(!visit.has_begun().await?);
    gate.open();
    visit.ready().await?;
    let shown = "return document.querySelectorAll('.exercise-card').length";
    visit
        .until("only what was looked for", async || {
            Ok(visit.measure(shown).await?.as_i64().is_some_and(|cards| (1..20).contains(&cards)))
        })
        .await?;
    assert_eq!(visit.measure("return document.querySelector('input[type=search]').value").await?, "superman");
    Ok(())
}

/// Every kind of page that is the same for all who come for the first time.
const PAGES: [&str; 11] = [
    "/",
    "/exercises",
    "/exercises/superman",
    "/exercises/plank",
    "/routines",
    "/routines/the-five",
    "/routines/measure",
    "/routines/edit#still",
    "/history",
    "/settings",
    "/help",
];

/// What somebody is about to press stays where it is: nothing that comes later pushes it away.
async fn nothing_moves_when_the_program_comes(visit: &Visit) -> Outcome {
    // All that has a name, from the first moment until two seconds after the program has drawn it; counted where there are
    // several with one name. A press that is aimed at the middle of a button must hit it: half a button is 22 pixels high.
    const MOVED: &str = r##"
        const done = arguments[0];
        const first = new Map(), moved = new Map();
        let end = Infinity;
        const look = () => {
            const met = new Map();
            for (const element of document.querySelectorAll('main :is(h1, h2, h3, button, summary)')) {
                if (!element.getClientRects().length || element.closest('dialog')) continue;
                const name = (element.getAttribute('aria-label') || element.textContent).trim();
                met.set(name, (met.get(name) || 0) + 1);
                const key = name + ' ' + met.get(name);
                const { left, top } = element.getBoundingClientRect();
                const place = [left, top + scrollY];
                const was = first.get(key) || first.set(key, place).get(key);
                if (was.some((at, axis) => Math.abs(at - place[axis]) > 20)) moved.set(key, was + ' to ' + place);
            }
            if (end === Infinity && document.querySelector('#app .skip[href="#main"]')) end = performance.now() + 2000;
            if (performance.now() < end) setTimeout(look, 15);
            else done([...moved].slice(0, 5).map(each => each.join(': ')));
        };
        look()"##;
    for page in PAGES {
        visit.browser.goto("about:blank").await?;
        visit.browser.goto(visit.address(page)).await?;
        assert_eq!(visit.find_out(MOVED).await?, json!([]), "{page}");
    }
    Ok(())
}

async fn without_scripts_an_exercise_can_be_read(visit: &Visit) -> Outcome {
    let tools = visit.browser.cdp();
    tools.send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    tools.send_raw("Page.navigate", json!({ "url": visit.address("/exercises/superman") })).await?;
    let wanted =
        ["How to do it", "Breathe out and lower softly.", "Throwing the head back to look up.", "Buttocks"];
    let mut seen = String::new();
    for _ in 0..100 {
        let tree = tools.send_raw("Accessibility.getFullAXTree", json!({})).await?;
        seen = names(&tree).join(" ");
        if wanted.iter().all(|text| seen.contains(text)) && seen.contains("needs JavaScript") {
            assert!(!seen.contains("Copy link"), "what would do nothing is not offered");
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(WebDriverError::FatalError(format!("without scripts there was: {seen}")))
}

/// What is read aloud of a page, piece by piece.
fn names(tree: &Value) -> Vec<&str> {
    let nodes = tree["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    nodes.iter().filter_map(|node| node["name"]["value"].as_str()).collect()
}

async fn the_first_screen_waits_for_no_style(visit: &Visit) -> Outcome {
    let tools = visit.browser.cdp();
    tools.send_raw("Network.enable", json!({})).await?;
    tools.send_raw("Network.setBlockedURLs", json!({ "urls": ["*.css", "*.wasm", "*.js"] })).await?;
    visit.browser.goto(visit.address("/")).await?;
    let padded = "return getComputedStyle(document.querySelector('.today-next')).borderRadius";
    assert_ne!(visit.measure(padded).await?, "0px", "a card looks like one");
    Ok(())
}
