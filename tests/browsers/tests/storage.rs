//! What is kept on the device, and put back from a copy. What happens when that goes wrong: `faults.rs`.

use browsers::device::choose;
use browsers::{Outcome, Visit, in_each_engine};
use thirtyfour::prelude::*;

in_each_engine!(
    a_damaged_record_is_set_aside_and_the_rest_loads,
    a_copy_is_told_restored_and_taken_back,
    a_session_is_corrected_and_another_is_added_by_hand,
);

async fn finish_a_short_session(visit: &Visit, title: &str) -> Outcome {
    visit.open(&format!("/open#1/{title}/g1/superman.2s")).await?;
    visit.press("Start").await?;
    visit.sees("Done").await
}

async fn a_damaged_record_is_set_aside_and_the_rest_loads(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    finish_a_short_session(visit, "First").await?;
    finish_a_short_session(visit, "Second").await?;
    let kept = visit.kept().await?;
    let records: Vec<_> = kept.iter().filter(|(key, _)| key.starts_with("evenkeel:1:done:")).collect();
    assert_eq!(records.len(), 2, "one key a record: {kept:?}");
    let (key, value) = records[0];
    let damaged = value.replace("su4", "sv4");
    visit
        .browser
        .execute(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![key.as_str().into(), damaged.clone().into()],
        )
        .await?;
    visit.open("/history").await?;
    visit.sees("set aside").await?;
    let kept = visit.kept().await?;
    assert_eq!(
        kept.get(&format!("evenkeel:bad:{key}")),
        Some(&damaged),
        "what cannot be read is kept as it is: {kept:?}"
    );
    let titles = visit.text().await?;
    assert!(
        titles.contains("First") != titles.contains("Second"),
        "the other record is still there: {titles}"
    );
    Ok(())
}

async fn a_copy_is_told_restored_and_taken_back(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    finish_a_short_session(visit, "Kept").await?;
    let kept = visit.kept().await?;
    let lines: Vec<_> = kept.iter().map(|(key, line)| format!("{key}={line}\n")).collect();
    let copy = std::env::temp_dir().join(format!("evenkeel-copy-{}.txt", visit.port()));
    std::fs::write(&copy, lines.concat()).map_err(|error| WebDriverError::FatalError(error.to_string()))?;
    let before = sessions(visit).await?;
    assert_eq!(before.len(), 1);
    visit.measure("Object.keys(localStorage).filter(key => /:done:/.test(key)).forEach(key => localStorage.removeItem(key))").await?;
    visit.open("/settings").await?;
    choose(visit, &copy).await?;
    visit.sees("1 session is added").await?;
    assert!(sessions(visit).await?.is_empty(), "nothing is written before it is asked for");
    visit.press("Restore").await?;
    visit.sees("Restored.").await?;
    assert_eq!(sessions(visit).await?, before);
    visit.press("Undo").await?;
    visit.sees("Taken back").await?;
    assert!(sessions(visit).await?.is_empty());
    // Left for the system to clear away if it cannot be removed.
    let _ = std::fs::remove_file(&copy);
    Ok(())
}

/// The keys and lines of the sessions that are kept.
async fn sessions(visit: &Visit) -> WebDriverResult<Vec<(String, String)>> {
    Ok(visit.kept().await?.into_iter().filter(|(key, _)| key.contains(":done:")).collect())
}

async fn a_session_is_corrected_and_another_is_added_by_hand(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.put_the_notice_away().await?;
    finish_a_short_session(visit, "Mine").await?;
    // How it felt is asked where it ends, each with one press.
    let scale = |name: &str, level: u8| {
        format!("document.querySelector('input[name={name}][value=\"{level}\"]').closest('label').click()")
    };
    visit.measure(&scale("effort", 0)).await?;
    visit.measure(&scale("back-before", 6)).await?;
    visit.measure(&scale("back-after", 10)).await?;
    visit.sees("Saved").await?;
    visit.open("/history").await?;
    visit.press("Mine").await?;
    visit.sees("Effort 0 of 10").await?;
    visit.sees("Back before: 6 of 10").await?;
    visit.sees("Back after: 10 of 10").await?;

    visit.press("Correct").await?;
    let field = visit.browser.find(By::Css(".history-sets input")).await?;
    field.clear().await?;
    field.send_keys("0").await?;
    visit.browser.find(By::Css("textarea")).await?.send_keys("Only began").await?;
    visit.press("Save").await?;
    visit.sees("skipped").await?;
    visit.sees("Only began").await?;
    assert_eq!(sessions(visit).await?.len(), 1, "the same session");

    visit.press("Add a session by hand").await?;
    visit.press("Next").await?;
    visit.sees("How long in all?").await?;
    visit.press("Save").await?;
    visit.sees("The Five").await?;
    visit.reload().await?;
    visit.sees("The Five").await?;
    visit.sees("part of it").await?;
    assert_eq!(sessions(visit).await?.len(), 2);
    Ok(())
}
