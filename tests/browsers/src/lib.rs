//! The product in real browsers, seen from outside.
//!
//! - [`code`]: what a camera would read on a screen.
//! - [`device`]: what a person's device holds before a story, and after it.
//! - [`edition`]: a version of the site: the built one, or a later one that differs from it.
//! - [`engine`]: how each of the three browsers is started and driven.
//! - [`site`]: the built site, served; it can be taken away, to see what still works without it.
//! - [`gate`]: a network so slow that the program waits until a story lets it through.
//! - [`visit`]: one person, one fresh profile, one browser: what they open, press and read.
//!
//! *Invariant:* a test does only what a person can do: it follows addresses, presses what it sees, reads what is
//! written. It never calls into the program, and nothing in the program knows that it is being tested.

pub mod code;
pub mod device;
pub mod edition;
pub mod engine;
pub mod gate;
pub mod site;
pub mod visit;

pub use edition::Edition;
pub use engine::{Engine, Profile};
pub use visit::{Outcome, Visit};

/// Runs each named `async fn(&Visit) -> Outcome` in every engine, as `chromium::name`, `firefox::name`, `webkit::name`.
#[macro_export]
macro_rules! in_each_engine {
    ($($name:ident),* $(,)?) => {
        $crate::in_engine!(chromium, Chromium, $($name),*);
        $crate::in_engine!(firefox, Firefox, $($name),*);
        $crate::in_engine!(webkit, WebKit, $($name),*);
    };
}

/// Runs each named `async fn(&Visit) -> Outcome` in one engine.
#[macro_export]
macro_rules! in_engine {
    ($module:ident, $engine:ident, $($name:ident),* $(,)?) => {
        mod $module {
            $(
                #[test]
                fn $name() {
                    $crate::visit::run($crate::Engine::$engine, stringify!($name), async |visit| super::$name(visit).await);
                }
            )*
        }
    };
}
