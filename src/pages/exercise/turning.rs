//! How the large figure is turned: by dragging, by arrow keys, by buttons, to a view that has a name.
//!
//! Decides: that a figure let go of in motion turns on and comes to rest, and that it swings to a named view; at once for
//! those who ask for less motion. Deliberately does not know what is drawn.

use std::cell::Cell;

use domain::figure::Camera;
use domain::time::{Millis, Moment};
use leptos::ev;
use leptos::prelude::*;

use crate::ports::{Held, Ports, use_ports};

/// Degrees that one key or button turns by.
pub(super) const STEP: f32 = 15.0;
/// Degrees that one pixel of dragging turns by.
const DRAG: f32 = 0.5;
/// After so many milliseconds a third is left of a turning that is let go of.
const FADE: f32 = 260.0;
/// The same for the way to a named view.
const SWING: f32 = 90.0;
/// Degrees a millisecond, and degrees, that nobody sees any more.
const STILL: (f32, f32) = (0.004, 0.2);
/// A finger that rests this long before it is lifted throws nothing, in milliseconds.
const RESTS: u64 = 60;

/// What turns the figure just now.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Going {
    Still,
    /// Turning on by itself: yaw and pitch, in degrees a millisecond.
    On(f32, f32),
    To(Camera),
}

/// Where a pointer that turns the figure was last, when, and how fast it went.
#[derive(Clone, Copy)]
struct Grip {
    at: (i32, i32),
    when: Moment,
    speed: (f32, f32),
}

/// How the figure is turned.
#[derive(Clone, Copy)]
pub(super) struct Turning {
    ports: Ports,
    pub camera: RwSignal<Camera>,
    going: RwSignal<Going>,
    grip: RwSignal<Option<Grip>>,
}

impl Turning {
    /// Seen from `camera` at first.
    pub(super) fn from(camera: Camera) -> Self {
        let turning = Self {
            ports: use_ports(),
            camera: RwSignal::new(camera),
            going: RwSignal::new(Going::Still),
            grip: RwSignal::new(None),
        };
        turning.keep_going();
        turning
    }

    /// Calls for frames while something turns by itself.
    fn keep_going(self) {
        let ports = self.ports;
        let moves = Memo::new(move |_| self.going.get() != Going::Still);
        let held = StoredValue::new_local(None::<Held>);
        Effect::new(move |_| {
            let ticks = moves.get().then(|| {
                let clock = ports.clock();
                let last = Cell::new(clock.now());
                clock.ticks(Box::new(move |now| self.go_on(now.since(last.replace(now)))))
            });
            held.set_value(ticks);
        });
    }

    fn go_on(self, time: Millis) {
        let time = time.0.min(100) as f32;
        let (turn, next) = step(self.going.get_untracked(), self.camera.get_untracked(), time);
        self.camera.update(|camera| *camera = camera.turned(turn.0, turn.1));
        if next != self.going.get_untracked() {
            self.going.set(next);
        }
    }

    /// Turns by so many degrees, now.
    pub(super) fn by(self, yaw: f32, pitch: f32) {
        self.going.set(Going::Still);
        self.camera.update(|camera| *camera = camera.turned(yaw, pitch));
    }

    /// Swings to a view.
    pub(super) fn to(self, camera: Camera) {
        if self.is_calm() {
            self.going.set(Going::Still);
            self.camera.set(camera);
        } else {
            self.going.set(Going::To(camera));
        }
    }

    pub(super) fn grab(self, event: &ev::PointerEvent) {
        self.going.set(Going::Still);
        let at = (event.client_x(), event.client_y());
        self.grip.set(Some(Grip { at, when: self.now(), speed: (0.0, 0.0) }));
    }

    pub(super) fn drag(self, event: &ev::PointerEvent) {
        let Some(grip) = self.grip.try_get_untracked().flatten() else { return };
        let (at, when) = ((event.client_x(), event.client_y()), self.now());
        let turn = ((grip.at.0 - at.0) as f32 * DRAG, (at.1 - grip.at.1) as f32 * DRAG);
        let time = when.since(grip.when).0.max(1) as f32;
        self.by(turn.0, turn.1);
        self.grip.set(Some(Grip { at, when, speed: (turn.0 / time, turn.1 / time) }));
    }

    pub(super) fn let_go(self) {
        let Some(grip) = self.grip.try_update(Option::take).flatten() else { return };
        let rested = self.now().since(grip.when).0 > RESTS;
        if !rested && !self.is_calm() {
            self.going.set(Going::On(grip.speed.0, grip.speed.1));
        }
    }

    fn now(self) -> Moment {
        self.ports.clock().now()
    }

    fn is_calm(self) -> bool {
        self.ports.page().calm().get_untracked()
    }

    /// Turns by an arrow key; whether it was one.
    pub(super) fn key(self, key: &str) -> bool {
        let by = match key {
            "ArrowLeft" => (-STEP, 0.0),
            "ArrowRight" => (STEP, 0.0),
            "ArrowUp" => (0.0, STEP),
            "ArrowDown" => (0.0, -STEP),
            _ => return false,
        };
        self.by(by.0, by.1);
        true
    }
}

/// What turns in so many milliseconds, and what turns after them.
fn step(going: Going, camera: Camera, time: f32) -> ((f32, f32), Going) {
    match going {
        Going::Still => ((0.0, 0.0), Going::Still),
        Going::On(yaw, pitch) => {
            let left = (-time / FADE).exp();
            let next = Going::On(yaw * left, pitch * left);
            let goes_on = (yaw * left).abs().max((pitch * left).abs()) > STILL.0;
            ((yaw * time, pitch * time), if goes_on { next } else { Going::Still })
        }
        Going::To(view) => {
            let (yaw, pitch) = camera.way_to(view);
            if yaw.abs().max(pitch.abs()) < STILL.1 {
                return ((yaw, pitch), Going::Still);
            }
            let share = 1.0 - (-time / SWING).exp();
            ((yaw * share, pitch * share), going)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a figure comes to rest, and after how many frames.
    fn rest(mut going: Going) -> (Camera, u32) {
        let mut camera = Camera { yaw: 0.0, pitch: 20.0 };
        let mut frames = 0;
        while going != Going::Still && frames < 1000 {
            let (turn, next) = step(going, camera, 16.0);
            (camera, going) = (camera.turned(turn.0, turn.1), next);
            frames += 1;
        }
        (camera, frames)
    }

    #[test]
    fn a_figure_let_go_of_turns_on_and_comes_to_rest() {
        let (camera, frames) = rest(Going::On(0.3, 0.0));
        assert!(camera.yaw > 60.0 && camera.yaw < 100.0 && frames < 120, "{camera:?} {frames}");
        assert_eq!(rest(Going::On(0.0, 0.0)).0, Camera { yaw: 0.0, pitch: 20.0 });
    }

    #[test]
    fn a_figure_swings_to_a_view_within_a_second() {
        let view = Camera { yaw: -90.0, pitch: 80.0 };
        let (camera, frames) = rest(Going::To(view));
        let (yaw, pitch) = camera.way_to(view);
        assert!(yaw.abs() < 0.3 && pitch.abs() < 0.3 && frames < 60, "{camera:?} {frames}");
    }
}
