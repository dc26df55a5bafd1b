//! How many builds there have been, and who waits for the next: an open page asks and is answered when there is one.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use tiny_http::Request;

use crate::server;

/// A browser that waits longer than this is answered with nothing new, and asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// The builds since `dev` was started.
#[derive(Default)]
pub(super) struct Builds {
    count: Mutex<u64>,
    more: Condvar,
}

impl Builds {
    /// There is another one.
    pub(super) fn add(&self) {
        *self.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.more.notify_all();
    }

    /// Answers `dev-builds?after=3`; gives any other request back.
    pub(super) fn answer(&self, request: Request) -> Option<Request> {
        let Some(seen) = request.url().strip_prefix("/dev-builds?after=") else { return Some(request) };
        let count = match seen.parse() {
            Ok(seen) => self.after(seen),
            Err(_) => *self.count.lock().unwrap_or_else(PoisonError::into_inner),
        };
        // A page that was closed meanwhile is no trouble of ours.
        let _ = request.respond(server::plain(200, &count.to_string()));
        None
    }

    /// The number of builds, as soon as it is no longer `seen`.
    fn after(&self, seen: u64) -> u64 {
        let count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.more.wait_timeout_while(count, PATIENCE, |count| *count == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}
