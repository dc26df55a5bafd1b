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

/// A view that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// From the figure's right.
    Side,
    /// From where it faces when it stands.
    Front,
    /// Halfway between, and a little from above.
    Quarter,
    /// From above.
    Top,
}

impl Named {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Side, Self::Front, Self::Quarter, Self::Top];

    /// The key of its words.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Side => "side",
            Self::Front => "front",
            Self::Quarter => "quarter",
            Self::Top => "top",
        }
    }

    /// From where that is.
    pub const fn camera(self) -> Camera {
        let (yaw, pitch) = match self {
            Self::Side => (0.0, 10.0),
            Self::Front => (-90.0, 10.0),
            Self::Quarter => (-45.0, 20.0),
            Self::Top => (0.0, 80.0),
        };
        Camera { yaw, pitch }
    }
}

impl Camera {
    /// The turn and the rise that lead from here to `other`, the shorter way round.
    pub fn way_to(self, other: Self) -> (f32, f32) {
        ((other.yaw - self.yaw + 180.0).rem_euclid(360.0) - 180.0, other.pitch - self.pitch)
    }

    /// The view after turning by `yaw` and raising by `pitch` degrees.
    #[must_use]
    pub fn turned(self, yaw: f32, pitch: f32) -> Self {
        Self {
            yaw: (self.yaw + yaw + 180.0).rem_euclid(360.0) - 180.0,
            pitch: (self.pitch + pitch).clamp(4.0, 80.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_another_view_is_the_shorter_one_and_leads_there() {
        let from = Camera { yaw: 170.0, pitch: 20.0 };
        let to = Camera { yaw: -160.0, pitch: 50.0 };
        assert_eq!(from.way_to(to), (30.0, 30.0));
        let (yaw, pitch) = from.way_to(to);
        assert_eq!(from.turned(yaw, pitch), to);
    }

    #[test]
    fn a_view_turns_round_and_stays_above_the_floor_and_below_the_top() {
        let from = Camera { yaw: 10.0, pitch: 20.0 };
        assert_eq!(from.turned(-200.0, -90.0), Camera { yaw: 170.0, pitch: 4.0 });
        assert_eq!(from.turned(0.0, 90.0), Camera { yaw: 10.0, pitch: 80.0 });
        for named in Named::ALL {
            let view = named.camera();
            assert_eq!(view.turned(0.0, 0.0), view, "{}", named.slug());
        }
    }
}
