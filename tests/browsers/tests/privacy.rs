//! Nothing leaves the origin, and the page's own policy sees to it.

use browsers::{Outcome, Visit, in_each_engine};

in_each_engine!(a_session_asks_nobody_else, the_policy_stops_what_tries_to_leave);

async fn a_session_asks_nobody_else(visit: &Visit) -> Outcome {
    visit.open("/exercises").await?;
    visit.put_the_notice_away().await?;
    visit.open("/open#1/Quiet/g1/superman.2s").await?;
    visit.press("Start").await?;
    visit.sees("Done").await?;
    let others = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => new URL(n).origin !== location.origin)";
    assert_eq!(visit.measure(others).await?, serde_json::json!([]));
    Ok(())
}

async fn the_policy_stops_what_tries_to_leave(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    let tried = visit
        .browser
        .execute_async(
            r"
            const done = arguments[arguments.length - 1];
            const stopped = [];
            addEventListener('securitypolicyviolation', e => stopped.push(e.effectiveDirective));
            const elsewhere = 'http://127.0.0.1:9/';
            fetch(elsewhere).catch(() => {});
            const image = new Image(); image.src = elsewhere + 'x.png';
            const frame = document.createElement('iframe'); frame.src = elsewhere; document.body.append(frame);
            const script = document.createElement('script'); script.src = elsewhere + 'x.js'; document.head.append(script);
            const inline = document.createElement('script'); inline.textContent = 'window.__ran = true'; document.head.append(inline);
            setTimeout(() => { frame.remove(); done([window.__ran === true, [...new Set(stopped)].sort()]); }, 1500);
            ",
            vec![],
        )
        .await?;
    let tried = tried.json();
    assert_eq!(tried[0], false, "an inline script ran");
    let stopped = tried[1].to_string();
    for directive in ["connect-src", "img-src", "frame-src", "script-src"] {
        assert!(stopped.contains(directive), "{directive} is missing among {stopped}");
    }
    Ok(())
}
