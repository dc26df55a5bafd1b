//! What a voice says in a session: whole routines, and every sentence that may come up.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed helper is a failed test")]

use std::fmt::Write as _;
use std::path::Path;
use std::rc::Rc;

use domain::catalogue::{ExerciseId, Sides};
use domain::routine::{PRESETS, Preset, Rests, notation};
use domain::session::{Event, Face, Session};
use domain::time::{Millis, Moment};
use evenkeel::ports::PlainEnglish;
use evenkeel::words::{Point, Words};
use expect_test::expect_file;

/// The most that is said at once.
const LONGEST: usize = 80;
/// Nothing is begun while the beeps count down.
const BEEPS: Millis = Millis::seconds(3);

fn words() -> Words {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("words/en.txt")).unwrap();
    Words::new(text, Rc::new(PlainEnglish))
}

/// Calls `each` with everything that is said in `routine` at this rate; an open set takes half a minute.
fn told(words: Words, routine: &str, rate: u8, mut each: impl FnMut(Moment, &Face, String)) {
    let routine = notation::read(routine).routine;
    let mut session = Session::new(routine, Millis::seconds(10), Moment(0)).with_rests(Rests::Own);
    assert!(session.update(Moment(0), Event::Start));
    let (mut now, mut before) = (Moment(0), None::<Point>);
    loop {
        let face = session.face(now);
        let point = Point::of(&face);
        if before != Some(point) {
            let text = words.said(&face, before, Some(rate));
            if !text.is_empty() {
                each(now, &face, text);
            }
            before = Some(point);
        }
        if session.finished_at(now).is_some() {
            return;
        }
        if face.left.is_none() && face.spent >= Millis::seconds(30) {
            session.update(now, Event::Done);
        }
        now = now + Millis(100);
    }
}

fn table(words: Words, routine: &str) -> String {
    let mut table = String::new();
    told(words, routine, 100, |now, face, text| {
        let left = face.left.map_or("  –".to_owned(), |left| format!("{:>3}", left.started_seconds()));
        writeln!(table, "{:>2}:{:02} {left}  {text}", now.0 / 60_000, now.0 / 1000 % 60).unwrap();
    });
    table
}

#[test]
fn a_whole_routine_is_told_ahead_of_its_beats() {
    expect_file!["golden/spoken/eight-minute.txt"]
        .assert_eq(&table(words(), Preset::find("eight-minute").unwrap().text));
}

#[test]
fn sides_rounds_repetitions_and_open_sets_are_told() {
    expect_file!["golden/spoken/of-all-kinds.txt"].assert_eq(&table(
        words(),
        "1/All/g5/c5/r20/2x.r30/side-plank.25s/crunch.3/end/good-morning.6.done/plank.90s",
    ));
}

#[test]
fn what_is_said_is_short_and_never_on_the_beat() {
    let words = words();
    for preset in PRESETS {
        for rate in [50, 100, 200] {
            told(words, preset.text, rate, |now, face, text| {
                let place = format!("{} at {}: {text}", preset.slug, now.0 / 1000);
                assert!(text.chars().count() <= LONGEST, "{place}");
                let ends = face.left.is_none_or(|left| left > BEEPS) || text == "Done.";
                assert!(ends, "{place}");
            });
        }
    }
}

#[test]
fn every_move_has_its_name_said_on_each_side_before_it_begins_and_when_it_does() {
    let words = words();
    for id in ExerciseId::all() {
        let name = words.exercise(id);
        let (mut begun, mut ahead) = (0, 0);
        for dose in ["30s", "10", "12.done"] {
            told(words, &format!("1/One/g5/r20/plank.5s/{}.{dose}", id.slug()), 100, |_, face, text| {
                assert!(text.chars().count() <= LONGEST, "{text}");
                if text.contains(&name) {
                    let is_begun = face.kind.work().is_some();
                    (begun, ahead) = (begun + usize::from(is_begun), ahead + usize::from(!is_begun));
                    let side = face.set_in_view().and_then(|set| set.side);
                    let is_said = side.is_none_or(|side| text.contains(&words.side_of_set(side)));
                    assert!(is_said || text.starts_with("Next: ") || !is_begun, "{text}");
                }
            });
        }
        let sides = if id.get().sides == Sides::Each { 2 } else { 1 };
        assert!(begun >= 3 * sides && ahead >= 3 * sides, "{name}: {begun} {ahead}");
    }
}

#[test]
fn a_screen_reader_takes_the_time_it_wants() {
    let words = words();
    let mut session =
        Session::new(notation::read("1/Short/g2/side-plank.20s.l").routine, Millis::ZERO, Moment(0));
    session.update(Moment(0), Event::Start);
    let face = session.face(Moment(0));
    assert_eq!(words.said(&face, None, Some(100)), "", "the beeps count down already");
    assert_eq!(words.said(&face, None, None), "Get ready. First: Side plank, left side, 20 seconds.");
}

#[test]
fn what_is_made_longer_is_not_told_anew_until_it_comes_near_its_end_again() {
    let words = words();
    let mut session = Session::new(notation::read("1/Long/g0/plank.30s").routine, Millis::ZERO, Moment(0));
    session.update(Moment(0), Event::Start);
    let at = |session: &Session, seconds: u64| session.face(Moment(seconds * 1000));
    let ten = Point::of(&at(&session, 21));
    session.update(Moment(22_000), Event::Extend(Millis::seconds(20)));
    let longer = at(&session, 22);
    assert_eq!(words.said(&longer, Some(ten), Some(100)), "");
    assert_eq!(words.said(&at(&session, 40), Some(Point::of(&longer)), Some(100)), "Ten seconds.");
    session.update(Moment(41_000), Event::Back);
    let back = words.said(&at(&session, 41), Some(ten), Some(100));
    assert_eq!(back, "Forearm plank, 30 seconds.");
}
