//! How many builds there have been, and who waits for the next: an open page asks and is answered when there is one.

use std::time::Duration;

use hyper::StatusCode;
use tokio::sync::watch;

use crate::serve::host;
use crate::serve::server::Waiting;

/// A browser that waits longer than this is answered with nothing new, and asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// The builds since `dev` was started.
#[derive(Default)]
pub(super) struct Builds {
    count: watch::Sender<u64>,
}

impl Builds {
    /// There is another one.
    pub(super) fn add(&self) {
        self.count.send_modify(|count| *count += 1);
    }

    /// Answers `dev-builds?after=3`; any other request is none of its business.
    pub(super) fn answer(&self, address: &str) -> Option<Waiting> {
        let seen = address.strip_prefix("/dev-builds?after=")?.parse::<u64>().ok();
        let mut count = self.count.subscribe();
        Some(Box::pin(async move {
            if let Some(seen) = seen {
                // Nothing new in time is an answer too.
                let _ = tokio::time::timeout(PATIENCE, count.wait_for(|count| *count != seen)).await;
            }
            let count = *count.borrow();
            host::plain(StatusCode::OK, &count.to_string())
        }))
    }
}
