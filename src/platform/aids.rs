//! The doors that are used only after the start: by a session, which is heard, seen and felt; by whoever pastes, draws and
//! passes on.
//!
//! Decides: nothing but that they are made together. Nobody at the start of the program may name what is in here, or it
//! comes with the start.

mod artwork;
mod floating;
mod hands;
mod lead;
mod pocket;
mod raster;
mod screen;
mod sheet;
mod sound;
mod speakers;
mod vibration;
mod voice;

use std::rc::Rc;

use crate::ports::Aids;

/// Those of this browser. Made once.
pub fn aids() -> Aids {
    Aids {
        sound: Rc::new(sound::WebAudio::default()),
        screen: Rc::new(screen::WakeLock::new()),
        vibration: Rc::new(vibration::Motor),
        pocket: Rc::new(pocket::Player::default()),
        lead: Rc::new(lead::WebLock::default()),
        voice: Rc::new(voice::Synthesis::default()),
        floating: Rc::new(floating::PictureInPicture::default()),
        hands: Rc::new(hands::Page::default()),
    }
}
