//! The browser's own word on whether the site can be installed.

use browsers::{Outcome, Visit, in_engine};
use serde_json::json;

in_engine!(chromium, Chromium, the_browser_finds_nothing_against_installing);

async fn the_browser_finds_nothing_against_installing(visit: &Visit) -> Outcome {
    visit.open("/").await?;
    visit.is_kept_offline().await?;
    let tools = visit.browser.cdp();
    let found = tools.send_raw("Page.getInstallabilityErrors", json!({})).await?;
    assert_eq!(found["installabilityErrors"], json!([]));
    let manifest = tools.send_raw("Page.getAppManifest", json!({})).await?;
    assert_eq!(manifest["errors"], json!([]));
    Ok(())
}
