//! The routines we ship, written as link text.

use super::{Routine, notation};

/// A built-in routine. Its name and description are language, looked up by `slug`.
#[derive(Debug)]
pub struct Preset {
    /// Its frozen name in addresses.
    pub slug: &'static str,
    /// The routine in the notation.
    pub text: &'static str,
}

impl Preset {
    /// The routine that the text describes.
    pub fn routine(&self) -> Routine {
        notation::read(self.text).routine
    }

    /// The built-in routine with this slug, in upper or lower case.
    pub fn find(slug: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.slug.eq_ignore_ascii_case(slug))
    }
}

/// Every built-in routine, in the order in which they are shown (content 4).
///
/// The texts are canonical. Interval routines name their sides, so that each side is an interval of its own.
pub const PRESETS: &[Preset] = &[
    Preset {
        slug: "the-five",
        text: "1/The-Five/r30/superman.15/deadlift.12/glute-bridge.12/single-leg-bridge.12/good-morning.12\
               /2p",
    },
    Preset {
        slug: "the-four",
        text: "1/The-Four/r20/crunch.2x15/russian-twist.2x20/leg-raise.2x10/shoulder-tap.2x16/2d",
    },
    Preset {
        slug: "eight-minute",
        text: "1/Eight_minute-core-~2B-back/g10/i30/r10/good-morning/shoulder-tap/bird-dog/plank/superman\
               /side-plank.l/side-plank.r/reverse-snow-angel/dead-bug/glute-bridge/bicycle-crunch/leg-raise\
               /y9",
    },
    Preset {
        slug: "desk-reset",
        text: "1/Desk_break-back-reset/g5/i25/r5/standing-rotation/side-stretch.12s.l.r1/side-stretch.12s.r\
               /good-morning/wall-plank/wall-side-plank.l/wall-side-plank.r/e7",
    },
    Preset {
        slug: "first-steps",
        text: "1/First-steps/r20/pelvic-tilt.8/toe-tap.12/glute-bridge.8/dead-bug.6/clamshell.6/bird-dog.6\
               /side-plank-knees.10s/wall-plank.25s/childs-pose.20s/b5",
    },
    Preset {
        slug: "back-friendly",
        text: "1/Back_friendly-low-load/r15/cat-cow.6/curl-up.6/glute-bridge.10/bird-dog.10\
               /wall-side-plank.25s/clamshell.10/dead-bug.8/wall-plank.30s/childs-pose.20s/pd",
    },
    Preset {
        slug: "pairs",
        text: "1/50~2F50-pairs/r15/crunch.2x15/glute-bridge.2x15/russian-twist.2x20/bird-dog.2x10\
               /leg-raise.2x10/back-extension.2x10/shoulder-tap.2x16/good-morning.2x12/yv",
    },
    Preset {
        slug: "full-circle-hard",
        text: "1/Full-circle-~28hard~29/r15/hollow-hold.2x40s/single-leg-bridge.2x10/side-plank-dip.2x8\
               /cross-body-climber.2x40s/prone-swimmer.2x30s/leg-raise.2x12/single-leg-deadlift.2x6\
               /windshield-wiper.2x8/bear-hold.2x40s/9p",
    },
    Preset {
        slug: "on-your-feet",
        text: "1/On-your-feet/r15/standing-rotation.12/good-morning.12/standing-cross-crunch.2x30\
               /single-leg-deadlift.6/standing-side-crunch.12/wall-plank.2x60s/wall-side-plank.25s\
               /side-stretch.15s/gv",
    },
    Preset {
        slug: "no-floor-loaded",
        text: "1/No-floor~2C-with-a-bag/r20/deadlift.2x10/suitcase-carry.2x30s/wall-plank.2x40s\
               /pallof-press.2x8/standing-cross-crunch.2x20/side-bend.8/93",
    },
    Preset {
        slug: "evening-mobility",
        text: "1/Evening-unwind/r5/side-stretch.20s/cat-cow.8/thread-the-needle.30s/childs-pose.45s/cobra.4\
               /supine-twist.45s/fs",
    },
    Preset {
        slug: "side-to-side",
        text: "1/Side-to-side/r15/side-plank-knees.20s/fire-hydrant.10/heel-touch.20/bird-dog.10\
               /side-lying-leg-raise.12/side-plank.20s/glute-bridge.12/bicycle-crunch.20\
               /thread-the-needle.25s/8k",
    },
    Preset {
        slug: "posterior-loaded",
        text: "1/Posterior-chain~2C-loaded/r45/good-morning.12/deadlift.3x10.heavy/hip-thrust.3x12\
               /single-leg-deadlift.2x8/kettlebell-swing.3x15/suitcase-carry.2x30s/dead-bug.2x10/qr",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::balance::{Dial, Work};

    /// Back share, index, the dial clockwise from the front in percent, twist; the shares to three decimals.
    type Shares = (f64, f64, [u8; 4], f64);

    /// Seconds as screens state them, and the shares, where the routine is rated.
    const EXPECTED: &[(&str, u64, Option<Shares>)] = &[
        ("the-five", 500, Some((0.939, 0.879, [5, 7, 80, 7], 0.115))),
        ("the-four", 504, Some((0.037, -0.927, [75, 11, 3, 11], 0.211))),
        ("eight-minute", 480, Some((0.524, 0.047, [34, 14, 38, 14], 0.154))),
        ("desk-reset", 180, Some((0.567, 0.134, [26, 20, 35, 20], 0.118))),
        ("first-steps", 493, Some((0.444, -0.113, [40, 14, 32, 14], 0.141))),
        ("back-friendly", 556, Some((0.535, 0.07, [31, 17, 36, 17], 0.153))),
        ("pairs", 1079, Some((0.516, 0.033, [40, 9, 43, 9], 0.155))),
        ("full-circle-hard", 1233, Some((0.46, -0.081, [38, 15, 32, 15], 0.226))),
        ("on-your-feet", 703, Some((0.451, -0.099, [35, 18, 29, 18], 0.199))),
        ("no-floor-loaded", 877, Some((0.525, 0.051, [26, 23, 29, 23], 0.315))),
        ("evening-mobility", 355, None),
        ("side-to-side", 651, Some((0.583, 0.167, [21, 25, 30, 25], 0.18))),
        ("posterior-loaded", 1555, Some((0.816, 0.632, [15, 11, 64, 11], 0.105))),
    ];

    fn three_decimals(value: f64) -> f64 {
        (value * 1000.0 + 0.5).floor() / 1000.0
    }

    #[test]
    fn every_text_is_read_without_a_problem_and_written_the_same() {
        for preset in PRESETS {
            let reading = notation::read(preset.text);
            assert_eq!(reading.problems, [], "{}", preset.slug);
            assert_eq!(notation::write(&reading.routine), preset.text, "{}", preset.slug);
        }
    }

    #[test]
    fn every_routine_takes_exactly_its_time_and_leans_exactly_as_stated() {
        assert_eq!(PRESETS.len(), EXPECTED.len());
        for (preset, (slug, seconds, shares)) in PRESETS.iter().zip(EXPECTED) {
            assert_eq!(preset.slug, *slug);
            let routine = preset.routine();
            assert_eq!(routine.stated_length().0, seconds * 1000, "{slug}");
            let work = Work::of_routine(&routine);
            let found = work.dial().map(|dial| {
                let circle = [dial.front, dial.right, dial.back, dial.left].map(Dial::percent);
                let (share, index) = (work.back_share().unwrap(), work.index().unwrap());
                (three_decimals(share), three_decimals(index), circle, three_decimals(dial.twist))
            });
            assert_eq!(found, *shares, "{slug}");
        }
    }

    #[test]
    fn a_routine_is_found_by_its_slug_in_any_case() {
        assert_eq!(Preset::find("The-Five").map(|preset| preset.slug), Some("the-five"));
        assert!(Preset::find("the-six").is_none());
    }
}
