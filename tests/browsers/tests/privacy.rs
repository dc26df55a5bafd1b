//! Nothing leaves the origin, and the page's own policy sees to it.

use browsers::{Outcome, Visit, in_each_engine};
use std::io::Read;
use std::net::TcpListener;
use std::time::Duration;

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

/// Somebody listens on another origin of this machine; nothing on the page gets through to them.
async fn the_policy_stops_what_tries_to_leave(visit: &Visit) -> Outcome {
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a port to listen on");
    elsewhere.set_nonblocking(true).expect("a listener that does not wait");
    let address = format!("http://127.0.0.1:{}/", elsewhere.local_addr().expect("its address").port());
    visit.open("/").await?;
    let tried = visit
        .browser
        .execute_async(
            r"
            const [elsewhere, done] = arguments;
            const stopped = [];
            addEventListener('securitypolicyviolation', e => stopped.push(e.effectiveDirective));
            const attempt = (one) => { try { one(); } catch { /* stopped at once */ } };
            const add = (name, set) => attempt(() => { const one = Object.assign(document.createElement(name), set); document.body.append(one); return one; });
            fetch(elsewhere).catch(() => {});
            fetch(elsewhere, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }).catch(() => {});
            attempt(() => { const asked = new XMLHttpRequest(); asked.open('GET', elsewhere); asked.send(); });
            attempt(() => navigator.sendBeacon(elsewhere, 'x'));
            attempt(() => new EventSource(elsewhere));
            attempt(() => new WebSocket(elsewhere.replace('http', 'ws')));
            attempt(() => new Worker(elsewhere + 'worker.js'));
            attempt(() => navigator.serviceWorker?.register(elsewhere + 'sw.js').catch(() => {}));
            attempt(() => import(elsewhere + 'module.js').catch(() => {}));
            attempt(() => new FontFace('other', `url(${elsewhere}font.woff2)`).load().catch(() => {}));
            add('img', { src: elsewhere + 'x.png' });
            add('video', { src: elsewhere + 'x.mp4' });
            add('object', { data: elsewhere + 'x' });
            add('link', { rel: 'stylesheet', href: elsewhere + 'x.css' });
            add('link', { rel: 'prefetch', href: elsewhere + 'x' });
            add('script', { src: elsewhere + 'x.js' });
            add('script', { textContent: 'window.__ran = true' });
            const form = document.createElement('form'); form.action = elsewhere; form.method = 'post'; document.body.append(form); attempt(() => form.submit());
            const frame = document.createElement('iframe'); frame.src = elsewhere; document.body.append(frame);
            setTimeout(() => { frame.remove(); done([window.__ran === true, [...new Set(stopped)].sort()]); }, 1500);
            ",
            vec![address.into()],
        )
        .await?;
    let tried = tried.json();
    assert_eq!(tried[0], false, "an inline script ran");
    // Not every engine tells the page of a frame that it stopped; the listener knows.
    for directive in ["connect-src", "img-src", "style-src", "form-action"] {
        assert!(tried[1].to_string().contains(directive), "{directive} is missing among {}", tried[1]);
    }
    assert_eq!(heard(&elsewhere), "", "a request left for another origin");
    Ok(())
}

/// What was said to `listener`. A browser may open a connection ahead of a request that the policy then stops: what
/// counts is whether anything was sent.
fn heard(listener: &TcpListener) -> String {
    let mut said = Vec::new();
    while let Ok((mut caller, _)) = listener.accept() {
        let _ = caller.set_read_timeout(Some(Duration::from_millis(300)));
        let _ = caller.read_to_end(&mut said);
    }
    String::from_utf8_lossy(&said).into_owned()
}
