//! What has been done.
