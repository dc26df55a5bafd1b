//! Routines of one's own: built by pointer, by keys and by touch.

use std::time::{Duration, Instant};

use browsers::{Outcome, Visit, in_each_engine, in_engine};
use thirtyfour::prelude::*;

in_each_engine!(
    a_routine_is_built_and_kept,
    every_field_is_reached,
    a_move_is_drawn_elsewhere,
    the_page_follows_what_is_drawn,
    rounds_are_moved_as_one,
    what_is_taken_out_leaves_the_keyboard_at_the_next,
    what_is_added_is_found_by_filters,
);

in_engine!(chromium_only, Chromium, a_routine_is_built_by_keys, a_routine_is_built_by_touch);

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

/// A routine of one's own with these moves, open in the builder.
async fn builds(visit: &Visit, text: &str) -> Outcome {
    visit.open("/routines/edit").await?;
    visit.put_the_notice_away().await?;
    let area = visit.browser.query(By::XPath("(//textarea)[last()]")).first().await?;
    area.clear().await?;
    area.send_keys(text).await?;
    reads(visit, &text[text.find('/').unwrap_or(0)..]).await
}

async fn every_field_is_reached(visit: &Visit) -> Outcome {
    builds(visit, "1/Mine/superman.15/side-plank.20s").await?;
    visit.press("Superman").await?;
    visit.press("For a time").await?;
    reads(visit, "/superman.75s/").await?;
    visit.press("At one's own pace").await?;
    reads(visit, "/superman.15.done/").await?;
    visit.press("A second more").await?;
    reads(visit, "/superman.15.done.t").await?;
    visit.press("A rest of its own").await?;
    visit.press("More rest").await?;
    reads(visit, ".r5/").await?;
    visit.press("Warm-up").await?;
    reads(visit, "/Mine/warm/superman.15.done.t").await?;
    // A move of one's own is open at once: there is more to say of it.
    let search = visit.browser.query(By::Css("input[type=search]")).first().await?;
    search.send_keys("Band pull").await?;
    visit.press("Your own move: Band pull").await?;
    visit.press("On each side").await?;
    reads(visit, "/~Band-pull.30s.each/").await?;
    let region =
        visit.browser.query(By::XPath("//*[@class='builder-tools']//button[normalize-space()='Back']"));
    region.first().await?.click().await?;
    reads(visit, "/~Band-pull.30s.back.each/").await?;
    let figure = visit.browser.query(By::Css(".builder-tools select")).first().await?;
    figure.send_keys("Bird dog").await?;
    reads(visit, "/~Band-pull.30s.back.each.as-bird-dog/").await?;
    visit.press("Done").await?;
    visit.sees("an ordinary one of its region").await
}

async fn rounds_are_moved_as_one(visit: &Visit) -> Outcome {
    builds(visit, "1/Mine/superman.15/2x/plank.30s/crunch.15/end").await?;
    visit.press("Crunch").await?;
    visit.press("Move rounds up").await?;
    reads(visit, "/2x/plank.30s/crunch.15/end/superman.15/").await?;
    let focused = "return document.activeElement.textContent.trim()";
    visit
        .until("the button under the finger", async || Ok(visit.measure(focused).await? == "Move rounds up"))
        .await?;
    visit.press("Undo").await?;
    reads(visit, "/superman.15/2x/plank.30s/crunch.15/end").await?;
    // All that was typed is taken back at once.
    visit.press("Undo").await?;
    reads(visit, "1/-/").await
}

async fn what_is_taken_out_leaves_the_keyboard_at_the_next(visit: &Visit) -> Outcome {
    builds(visit, "1/Mine/superman.15/plank.30s.done").await?;
    visit.press("Superman").await?;
    visit.press("Take out").await?;
    let focused = "return document.activeElement.getAttribute('aria-label')";
    visit
        .until("the handle of the plank", async || {
            Ok(visit.measure(focused).await?.as_str().is_some_and(|label| label.contains("plank")))
        })
        .await?;
    // What is held is asked for in seconds, be it at one's own pace.
    visit.press("Done").await?;
    visit.press("Start").await?;
    visit.sees("30 s").await?;
    let text = visit.text().await?;
    assert!(!text.contains("30 reps"), "{text}");
    visit.press("End").await
}

async fn what_is_added_is_found_by_filters(visit: &Visit) -> Outcome {
    builds(visit, "1/Mine/plank.30s").await?;
    visit.press("Back").await?;
    visit.press("Lying face down").await?;
    visit.press("No kit").await?;
    visit.press("Superman · ").await?;
    reads(visit, "/plank.30s/superman.").await?;
    visit.press("Rotation").await?;
    visit.sees("Plank shoulder tap").await?;
    visit.press("Side").await?;
    visit.sees("No move like that").await
}

async fn a_move_is_drawn_elsewhere(visit: &Visit) -> Outcome {
    builds(visit, "1/Mine/superman.15/plank.30s/crunch.15").await?;
    let grip = visit.browser.query(By::Id("grip-0")).first().await?;
    grip.scroll_into_view().await?;
    let by_hand = visit.browser.action_chain().move_to_element_center(&grip).click_and_hold();
    let past_one = by_hand.move_by_offset(0, 30).move_by_offset(0, 30).move_by_offset(0, 30);
    past_one.release().perform().await?;
    reads(visit, "/plank.30s/superman.15/crunch.15/").await?;
    visit.press("Undo").await?;
    reads(visit, "/superman.15/plank.30s/crunch.15").await?;
    // And by the arrow keys.
    visit.browser.execute("document.getElementById('grip-0').focus()", vec![]).await?;
    visit.type_keys(Key::Down + "").await?;
    visit.type_keys(Key::Down + "").await?;
    reads(visit, "/plank.30s/crunch.15/superman.15/").await
}

async fn the_page_follows_what_is_drawn(visit: &Visit) -> Outcome {
    const OTHERS: &str = "plank.30s/crunch.15/dead-bug.10/bird-dog.10/cobra.8/glute-bridge.12/hollow-hold.20s/\
        reverse-crunch.12/mountain-climber.30s";
    visit.browser.set_window_rect(0, 0, 420, 700).await?;
    builds(visit, &format!("1/Long/superman.15/{OTHERS}")).await?;
    let grip = visit.browser.query(By::Id("grip-0")).first().await?;
    grip.scroll_into_view().await?;
    let lower_end = visit.measure("return innerHeight - 8").await?.as_i64().unwrap_or_default();
    let held = visit.browser.action_chain().move_to_element_center(&grip).click_and_hold();
    held.move_to(40, lower_end).perform().await?;
    reads(visit, &format!("/{OTHERS}/superman.15/")).await?;
    visit.browser.action_chain().move_to(40, 8).perform().await?;
    reads(visit, &format!("/superman.15/{OTHERS}")).await?;
    visit.browser.action_chain().release().perform().await?;
    visit.sees("Superman").await
}

/// Fingers alone: a move is added, drawn past another, made longer, put into the warm-up.
async fn a_routine_is_built_by_touch(visit: &Visit) -> Outcome {
    let tools = visit.browser.cdp();
    let on = serde_json::json!({ "enabled": true, "maxTouchPoints": 1 });
    tools.send_raw("Emulation.setTouchEmulationEnabled", on).await?;
    let touch = async |kind: &str, at: Option<(i64, i64)>| {
        let points: Vec<_> = at.into_iter().map(|(x, y)| serde_json::json!({ "x": x, "y": y })).collect();
        let event = serde_json::json!({ "type": kind, "touchPoints": points });
        tools.send_raw("Input.dispatchTouchEvent", event).await
    };
    // Where the middle of something is that is called so, or has this id.
    let middle = async |name: &str| -> WebDriverResult<(i64, i64)> {
        let script = format!(
            "const called = e => (e.getAttribute('aria-label') || e.textContent).trim().startsWith({name:?});
            const it = document.getElementById({name:?}) || [...document.querySelectorAll('button, a')].find(called);
            if (!it) return null;
            it.scrollIntoView({{ block: 'center' }});
            const room = it.getBoundingClientRect();
            return [Math.round(room.x + room.width / 2), Math.round(room.y + room.height / 2)]"
        );
        // Nobody taps at what is still on its way: twice in the same place, with frames in between.
        let place = std::cell::RefCell::new(serde_json::Value::Null);
        visit
            .until(name, async || {
                let now = visit.measure(&script).await?;
                let before = place.replace(now.clone());
                Ok(!now.is_null() && now == before)
            })
            .await?;
        let place = place.into_inner();
        Ok((place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default()))
    };
    let tap = async |name: &str| -> Outcome {
        let at = middle(name).await?;
        touch("touchStart", Some(at)).await?;
        touch("touchEnd", None).await?;
        Ok(())
    };
    visit.open("/routines/edit").await?;
    tap("I understand").await?;
    tap("Crunch").await?;
    reads(visit, "/crunch.15/").await?;
    tap("Forearm plank").await?;
    reads(visit, "/crunch.15/plank.30s/").await?;
    let (x, y) = middle("grip-0").await?;
    touch("touchStart", Some((x, y))).await?;
    for by in [20, 50, 80, 100] {
        touch("touchMove", Some((x, y + by))).await?;
    }
    touch("touchEnd", None).await?;
    reads(visit, "/plank.30s/crunch.15/").await?;
    // A finger takes longer from one place to another; Chromium takes two touches within half a second for one gesture, and
    // within more on a busy machine.
    let let_go = Instant::now();
    visit
        .until("the finger to be elsewhere", async || Ok(let_go.elapsed() > Duration::from_millis(1500)))
        .await?;
    tap("Crunch").await?;
    visit.sees("Take out").await?;
    tap("More").await?;
    reads(visit, "/crunch.16/").await?;
    tap("Warm-up").await?;
    reads(visit, "/warm/crunch.16/end/plank.30s/").await?;
    tap("Done").await?;
    visit.sees("Warm-up").await
}
