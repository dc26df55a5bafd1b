//! That the cues of each set are told apart, whoever listens.

mod pocket;

use super::{Note, Tones};
use crate::session::CueKind;
use crate::time::Millis;

pub(super) const CUES: [CueKind; 8] = [
    CueKind::Finish,
    CueKind::Go,
    CueKind::Rest,
    CueKind::Change,
    CueKind::Ready,
    CueKind::CountDown,
    CueKind::Half,
    CueKind::Rep,
];

/// Whether some note is a tone or more away from the note in its place, or has none in its place.
fn differ_in_pitch(a: &[Note], b: &[Note]) -> bool {
    let apart = |(a, b): (&Note, &Note)| {
        let (low, high) = (u32::from(a.hertz.min(b.hertz)), u32::from(a.hertz.max(b.hertz)));
        high * 100 >= low * 112
    };
    a.len() != b.len() || a.iter().zip(b).any(apart)
}

/// Whether there are more notes in one, or one lasts a seventh longer than the other.
fn differ_in_rhythm(a: &[Note], b: &[Note]) -> bool {
    let end = |notes: &[Note]| notes.last().map_or(0, |note| note.end().0);
    let (short, long) = (end(a).min(end(b)), end(a).max(end(b)));
    a.len() != b.len() || long * 7 >= short * 8
}

#[test]
fn every_two_cues_of_a_set_differ_in_pitch_and_in_rhythm() {
    for tones in Tones::ALL {
        for (at, a) in CUES.iter().enumerate() {
            for b in &CUES[at + 1..] {
                let (notes, others) = (tones.notes(*a), tones.notes(*b));
                assert!(differ_in_pitch(notes, others), "{tones:?}: {a:?} and {b:?} have one pitch");
                assert!(differ_in_rhythm(notes, others), "{tones:?}: {a:?} and {b:?} have one rhythm");
            }
        }
    }
}

#[test]
fn the_finish_is_the_longest_and_nothing_else_lasts() {
    for tones in Tones::ALL {
        for cue in CUES.into_iter().filter(|cue| *cue != CueKind::Finish) {
            assert!(tones.length(cue) < Millis(600), "{tones:?}: {cue:?}");
            assert!(tones.length(cue) < tones.length(CueKind::Finish), "{tones:?}: {cue:?}");
        }
        assert!(tones.length(CueKind::Finish) < Millis(1500), "{tones:?}");
    }
}

#[test]
fn every_note_has_room_to_come_and_go_before_the_next() {
    for tones in Tones::ALL {
        for cue in CUES {
            let notes = tones.notes(cue);
            assert_eq!(notes[0].after, Millis::ZERO, "{tones:?}: {cue:?} begins at its moment");
            for note in notes {
                assert!(note.length >= Millis(30), "{tones:?}: {cue:?}");
                assert!((200..=2500).contains(&note.hertz) && (1..=100).contains(&note.loud), "{note:?}");
            }
            for (note, next) in notes.iter().zip(&notes[1..]) {
                assert!(note.end() + Millis(20) <= next.after, "{tones:?}: {cue:?}");
            }
        }
    }
}

#[test]
fn warm_is_lower_and_softer_and_bright_is_higher_and_shorter() {
    let pitches = |tones: Tones, cue| tones.notes(cue).iter().map(|note| u32::from(note.hertz)).sum::<u32>();
    let loudest = |tones: Tones, cue| tones.notes(cue).iter().map(|note| note.loud).max();
    for cue in CUES {
        let [clear, warm, bright] = Tones::ALL.map(|tones| pitches(tones, cue));
        assert!(warm * 4 <= clear * 3 + 10 && bright * 4 >= clear * 5, "{cue:?}: {warm} {clear} {bright}");
        assert!(loudest(Tones::Warm, cue) < loudest(Tones::Clear, cue), "{cue:?}");
        assert!(Tones::Bright.length(cue) < Tones::Clear.length(cue), "{cue:?}");
    }
}

#[test]
fn a_set_is_found_by_the_name_it_is_stored_under() {
    for tones in Tones::ALL {
        assert_eq!(Tones::from_slug(tones.slug()), Some(tones));
    }
    assert_eq!((Tones::from_slug("loud"), Tones::default()), (None, Tones::Clear));
}
