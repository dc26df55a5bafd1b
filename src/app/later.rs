//! The words that come after the start.
//!
//! Decides: when they are fetched: with the first page that needs them, else when the start has nothing else to do; and
//! that a page whose words are not here counts as not arrived. Deliberately does not know which words they are.

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

use crate::ports::{Ports, use_ports};
use crate::words::{Words, use_words};

/// A file that did not arrive: there is no network, or it is no longer where it was.
pub(super) struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// A handle to them, small enough to be copied into every task.
#[derive(Clone, Copy)]
pub(super) struct Later {
    words: Words,
    ports: Ports,
    address: StoredValue<String>,
}

impl Later {
    /// Those that lie at `address`.
    pub(super) fn new(words: Words, ports: Ports, address: String) -> Self {
        Self { words, ports, address: StoredValue::new(address) }
    }

    /// Whether they are here.
    pub(super) fn is_here(self) -> bool {
        self.words.is_whole()
    }

    /// They are here, with this text.
    pub(super) fn add(self, text: String) {
        self.words.add_later(text);
    }

    /// Fetches them if they are not here.
    pub(super) async fn arrive(self) -> Result<(), Missing> {
        if self.is_here() {
            return Ok(());
        }
        let address = self.address.try_get_value().unwrap_or_default();
        let text = self.ports.page().fetch(&address).await.ok_or(Missing)?;
        self.add(text);
        Ok(())
    }

    /// Makes this known to every component below.
    pub(super) fn provide(self) {
        provide_context(self);
    }
}

/// The words that come later; nowhere to be found where none were provided.
pub(super) fn use_later() -> Later {
    use_context().unwrap_or_else(|| Later::new(use_words(), use_ports(), String::new()))
}
