//! Every stored form that was ever released still loads, and means what it meant.
//!
//! The files in `golden/archives` are never edited: a new version of a form gets new files beside them.

#![allow(clippy::expect_used, reason = "a failed helper is a failed test")]
#![allow(clippy::needless_raw_string_hashes, reason = "transcripts are written by expect-test")]

use std::fmt::Write;

use domain::history::{Damage, History, line};
use domain::routine::notation;
use domain::session::Session;
use domain::settings::Settings;
use domain::time::{Day, Millis, Moment};
use expect_test::{Expect, expect};

const RECORDS: &str = include_str!("golden/archives/records-1.txt");
const DAMAGED: &str = include_str!("golden/archives/damaged-1.txt");
const LIVE: &str = include_str!("golden/archives/live-1.txt");
const SETTINGS: &str = include_str!("golden/archives/settings-1.txt");

#[test]
fn records_of_version_1_load_and_are_written_as_they_were() {
    let mut story = String::new();
    for stored in RECORDS.lines() {
        let record = line::read(stored).expect("a whole record");
        assert_eq!(line::write(&record), stored);
        let work = record.work();
        let _ = writeln!(
            story,
            "{} rev {}{}: {:?}, {} s{}, {} sets, F {:.1} B {:.1} L {:.1} R {:.1} T {:.1}, effort {:?}, {:?}, kept {:?}",
            record.id,
            record.rev,
            if record.deleted { " deleted" } else { "" },
            record.title,
            record.active.whole_seconds(),
            if record.complete { "" } else { " cut short" },
            record.sets.len(),
            work.front,
            work.back,
            work.left,
            work.right,
            work.twist,
            record.effort,
            record.note,
            record.unknown,
        );
        let readable = notation::read(&record.routine).problems.is_empty();
        assert!(readable || record.deleted, "{}", record.routine);
    }
    expect![[r#"
        igkutvbb4b rev 1: "The Five", 500 s, 6 sets, F 18.8 B 290.6 L 27.2 R 27.2 T 42.0, effort None, "", kept []
        ign62hi4gc rev 1: "Eight-minute core + back", 480 s, 12 sets, F 121.5 B 133.5 L 48.8 R 48.8 T 54.4, effort None, "", kept []
        igf2qbu9sd rev 2: "Mine", 160 s cut short, 4 sets, F 78.0 B 10.0 L 21.0 R 21.0 T 5.0, effort Some(7), "Tired | but 100 % there; next time: less, slower\nsecond line", kept ["heart=118;131"]
        igoboslj4e rev 1: "Desk-break back reset", 195 s, 7 sets, F 18.1 B 23.8 L 13.4 R 13.4 T 8.1, effort None, "", kept []
        ig850h9tsf rev 2 deleted: "", 504 s cut short, 0 sets, F 0.0 B 0.0 L 0.0 R 0.0 T 0.0, effort None, "", kept []
    "#]].assert_eq(&story);
}

#[test]
fn a_history_of_version_1_comes_to_what_it_came_to() {
    let history =
        History::from_records(RECORDS.lines().filter_map(|stored| line::read(stored).ok()).collect());
    let today = Day::of(Moment(1_788_343_200_000), 0);
    let work = history.rolling(today).expect("enough to tell");
    let verdict = work.verdict().slug();
    let summary = format!(
        "{} records of {}, F {:.1} B {:.1}, {verdict}, {} minutes, {} weeks in a row",
        history.records().len(),
        history.all().len(),
        work.front,
        work.back,
        history.minutes(today, 28),
        history.streak_weeks(today),
    );
    expect!["4 records of 5, F 160.7 B 330.7, leaning-back, 22 minutes, 2 weeks in a row"]
        .assert_eq(&summary);
}

#[test]
fn damaged_records_say_what_is_wrong_and_take_nobody_with_them() {
    let damage =
        |stored| line::read(stored).err().map_or("whole".into(), |damage: Damage| damage.to_string());
    let story: Vec<String> = DAMAGED.lines().map(damage).collect();
    expect![[r#"
        the text does not match its checksum
        the text does not match its checksum
        written by a later version (2); this one reads 1
        expected a line that begins with a version and a checksum
        the text does not match its checksum
        expected an id, but found nothing that makes sense
        expected an id, but found nothing that makes sense
        expected a start, but found nothing that makes sense
        whole"#]]
    .assert_eq(&story.join("\n"));
}

#[test]
fn live_sessions_of_version_1_go_on_where_they_were() {
    let mut story = String::new();
    for stored in LIVE.lines() {
        let mut session = Session::read(stored).expect("a whole session");
        assert_eq!(session.write(), stored);
        let now = Moment(1_788_343_200_000) + Millis::seconds(400);
        session.revive(now);
        let face = session.face(now);
        let _ = writeln!(
            story,
            "{:?}: {:?}, phase {} of {}, {} s spent, {} sets done",
            session.routine().title,
            face.state,
            face.phase,
            face.phases,
            face.elapsed.whole_seconds(),
            session.sets(now).len(),
        );
    }
    expect![[r#"
        "The Five": Paused, phase 1 of 12, 40 s spent, 1 sets done
        "Eight-minute core + back": Running, phase 20 of 24, 400 s spent, 10 sets done
        "First steps": Paused, phase 6 of 22, 150 s spent, 3 sets done
        "Mine": Finished, phase 1 of 2, 60 s spent, 1 sets done
    "#]]
    .assert_eq(&story);
}

#[test]
fn settings_of_version_1_load() {
    check_settings(
        SETTINGS,
        expect![[r#"
        (Settings { ready: 10, sound: true, volume: 80, vibration: true, theme: System, skin: 0, hair: 0, outfit: 0, weekly_goal: 3, notice_read: false, concerns: [], hidden: [], preferred: [], unknown: [] }, [])
        (Settings { ready: 5, sound: false, volume: 30, vibration: false, theme: Dark, skin: 4, hair: 2, outfit: 5, weekly_goal: 5, notice_read: true, concerns: [Wrist, LatePregnancy], hidden: [], preferred: [], unknown: ["voice=calm"] }, [])
    "#]],
    );
}

fn check_settings(stored: &str, expected: Expect) {
    let mut story = String::new();
    for stored in stored.lines() {
        let _ = writeln!(story, "{:?}", Settings::read(stored));
    }
    expected.assert_eq(&story);
}
