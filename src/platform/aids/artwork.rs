//! A picture for lock screens, which want points and not outlines.
//!
//! Decides: its size, and that the same picture is made once. A browser that cannot make it shows none.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::raster::{image, points};
use crate::platform::script;

/// Its width and height in points.
const SIDE: u32 = 512;
/// The same, as Media Session wants to be told.
pub(super) const SIZES: &str = "512x512";

/// The pictures that are made.
#[derive(Default)]
pub(super) struct Artwork {
    /// The one that was made last: what of, and where it lies.
    made: Rc<RefCell<Option<(String, String)>>>,
    /// Which one is wanted: one that comes after a later one is of no use any more.
    wanted: Rc<Cell<u32>>,
}

impl Artwork {
    /// Hands the address of a picture of `svg` to `then`: at once where it is there already, nothing where it cannot be
    /// made; never, where another is wanted first.
    pub(super) fn wanted(&self, svg: &str, then: impl Fn(Option<String>) + 'static) {
        let number = self.wanted.get().wrapping_add(1);
        self.wanted.set(number);
        let known =
            self.made.try_borrow().ok().and_then(|made| {
                made.as_ref().filter(|(of, _)| of == svg).map(|(_, address)| address.clone())
            });
        if known.is_some() || svg.is_empty() {
            return then(known);
        }
        // Without it first: what is said must not wait for what is drawn.
        then(None);
        let Some((image, loaded)) = image(svg) else { return };
        let (made, wanted, svg) = (self.made.clone(), self.wanted.clone(), svg.to_owned());
        script::when_settled(Some(loaded), move |_| {
            if wanted.get() == number
                && let Some(address) = points(&image, (SIDE, SIDE))
            {
                made.replace(Some((svg, address.clone())));
                then(Some(address));
            }
        });
    }
}
