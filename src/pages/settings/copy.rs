//! Saving a copy of everything that is kept.

use crate::ports::Ports;
use crate::store::Store;

/// The name of the file that a copy is saved as.
const COPY: &str = "evenkeel-backup.txt";

/// Offers everything that is kept as a file.
pub(super) fn save_a_copy(ports: Ports, store: Store) {
    ports.share().file(COPY, &store.backup());
}
