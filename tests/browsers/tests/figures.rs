//! The drawn figures, as somebody meets them: muscles have names, and what nobody sees is not drawn.

use browsers::{Outcome, Visit, in_each_engine};
use thirtyfour::prelude::*;

in_each_engine!(a_muscle_is_shown_where_it_lies, what_is_off_the_screen_is_not_drawn);

async fn a_muscle_is_shown_where_it_lies(visit: &Visit) -> Outcome {
    visit.open("/exercises/superman").await?;
    visit.put_the_notice_away().await?;
    let bodies = "return document.querySelectorAll('.muscle-map-bodies svg').length";
    visit.until("two bodies", async || Ok(visit.measure(bodies).await? == 2)).await?;
    visit.press("Back of thigh").await?;
    let told = "return document.querySelector('.stage-phase').innerText.trim()";
    visit.until("its name", async || Ok(visit.measure(told).await? == "Back of thigh")).await?;
    // Left and right, in each of the two views, whether or not it is on the near side.
    let bright = "return [...document.querySelectorAll('.muscle-map-bodies [data-paint|=muscle]')]
        .filter(shape => shape.getAttribute('fill-opacity') === '1').length";
    visit.until("it alone is bright", async || Ok(visit.measure(bright).await? == 4)).await?;
    visit.press("Back of thigh").await?;
    visit.until("the breath again", async || Ok(visit.measure(told).await? != "Back of thigh")).await?;
    // Whoever taps a muscle of a body learns the same.
    let where_one_is = "const shape = [...document.querySelectorAll('.muscle-map-bodies [data-paint|=muscle]')].find(shape => {
            const { left, top, width, height } = shape.getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2) === shape;
        });
        const { left, top, width, height } = shape.getBoundingClientRect();
        return [left + width / 2, top + height / 2].map(Math.round)";
    let place = visit.measure(where_one_is).await?;
    let [x, y] = [0, 1].map(|at| place[at].as_i64().unwrap_or_default());
    visit.browser.action_chain().move_to(x, y).click().perform().await?;
    let marked = "return document.querySelectorAll('.muscle-map [aria-pressed=true]').length";
    visit.until("its name is marked", async || Ok(visit.measure(marked).await? == 1)).await
}

async fn what_is_off_the_screen_is_not_drawn(visit: &Visit) -> Outcome {
    // As wide as a phone: the figure does not stay beside the words.
    visit.browser.set_window_rect(0, 0, 420, 760).await?;
    visit.open("/exercises/superman").await?;
    visit.put_the_notice_away().await?;
    let moves = async || Ok(changes(visit).await? > 0);
    visit.until("it moves", moves).await?;
    visit.type_keys(Key::End).await?;
    visit.until("it rests", async || Ok(changes(visit).await? == 0)).await?;
    visit.type_keys(Key::Home).await?;
    visit.until("it moves again", moves).await
}

/// How often the large figure is changed in two fifths of a second.
async fn changes(visit: &Visit) -> WebDriverResult<u64> {
    let count = "const done = arguments[arguments.length - 1];
        let count = 0;
        const watch = new MutationObserver(all => count += all.length);
        watch.observe(document.querySelector('.stage'), { attributes: true, subtree: true });
        setTimeout(() => { watch.disconnect(); done(count); }, 400)";
    Ok(visit.find_out(count).await?.as_u64().unwrap_or_default())
}
