//! From where the figure is seen.
//!
//! Decides: the angles, how far they may turn, and the views that have a name. Orthographic: nothing grows by coming nearer.
//! Deliberately does not know exercises: which view shows one best is written beside its poses.

/// A view. For a move on the right side the picture is the mirror image of the left side's with the same camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Turn in degrees, −180 … 180: 0 looks from the figure's right (facing right), −90 from the front, 90 from behind.
    pub yaw: f32,
    /// Height in degrees, 4 (from the floor) … 80 (almost from above).
    pub pitch: f32,
}

impl Camera {
    /// The view after turning by `yaw` and raising by `pitch` degrees.
    #[must_use]
    pub fn turned(self, yaw: f32, pitch: f32) -> Self {
        Self {
            yaw: (self.yaw + yaw + 180.0).rem_euclid(360.0) - 180.0,
            pitch: (self.pitch + pitch).clamp(4.0, 80.0),
        }
    }
}
