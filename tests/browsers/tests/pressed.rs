//! Whatever is pressed, in whatever order and however fast, the program goes on.

use browsers::{Outcome, Visit, in_engine};
use domain::chance::Chance;

in_engine!(chromium, Chromium, whatever_is_pressed_the_program_goes_on);
in_engine!(firefox, Firefox, whatever_is_pressed_the_program_goes_on);

/// How often something is pressed.
const PRESSES: usize = 150;

/// All that can be pressed and is on the screen; but what opens a window of the browser's own, which nobody here could close.
const PRESSABLE: &str = "
    const leaves = /^(Print|Choose a copy|Open a file|Save a copy|Small window|Share…)/;
    const top = document.querySelector('dialog[open]') || document;
    return [...top.querySelectorAll('a[href], button, summary, input[type=checkbox], input[type=radio]')].filter(it => {
        const { left, top, right, bottom } = it.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const name = (it.getAttribute('aria-label') || it.textContent).trim();
        return !it.disabled && !leaves.test(name) && (!it.href || it.origin === location.origin)
            && right > left && it.contains(document.elementFromPoint(x, y));
    })";

async fn whatever_is_pressed_the_program_goes_on(visit: &Visit) -> Outcome {
    let seed = std::env::var("EVENKEEL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let mut chance = Chance::of(seed);
    let mut pressed = Vec::new();
    visit.open("/exercises").await?;
    for _ in 0..PRESSES {
        if chance.below(12) == 0 {
            visit.browser.execute("scrollBy(0, (Math.random() - 0.3) * 2 * innerHeight)", vec![]).await?;
        }
        let all = visit.browser.execute(PRESSABLE, vec![]).await?.elements().unwrap_or_default();
        let Some(one) = chance.pick(&all) else { continue };
        pressed.push(one.text().await.unwrap_or_default());
        // It may be gone by now, or be covered.
        let _ = one.click().await;
        let trouble = "const it = document.querySelector('#trouble [data-part=place]');
            return sessionStorage.getItem('evenkeel.anew') || (it ? it.textContent : '')";
        let trouble = visit.measure(trouble).await?;
        let last = &pressed[pressed.len().saturating_sub(6)..];
        assert_eq!(trouble, "", "after {last:?} on {}", visit.path().await?);
    }
    Ok(())
}
