//! A routine being done: laid out in time, led, paused, finished.
//!
//! Decides: what happens when. Deliberately does not know the time (it is told), nor how a cue sounds or a face looks.
