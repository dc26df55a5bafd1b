//! Every stored form that was ever released still loads, and means what it meant.
//!
//! The files in `golden/archives` are never edited: a new version of a form gets new files beside them.

#![allow(clippy::expect_used, reason = "a failed helper is a failed test")]
#![allow(clippy::needless_raw_string_hashes, reason = "transcripts are written by expect-test")]

use std::fmt::Write;

use domain::history::{Damage, History, Record, line};
use domain::routine::notation;
use domain::session::Session;
use domain::settings::Settings;
use domain::time::{Day, Millis, Moment};
use expect_test::{Expect, expect};

const RECORDS: &str = include_str!("golden/archives/records-1.txt");
const RECORDS_2: &str = include_str!("golden/archives/records-2.txt");
const DAMAGED: &str = include_str!("golden/archives/damaged-1.txt");
const LIVE: &str = include_str!("golden/archives/live-1.txt");
const SETTINGS: &str = include_str!("golden/archives/settings-1.txt");

/// The id that a record of the first form says itself.
fn id_in(stored: &str) -> &str {
    stored.split('|').find_map(|field| field.strip_prefix("id=")).unwrap_or_default()
}

/// Lines of today's form stand under their ids.
fn id_before(stored: &str) -> (&str, &str) {
    stored.split_once('=').expect("an id, =, a line")
}

fn told(record: &Record) -> String {
    let work = record.work();
    let mut story = String::new();
    let _ = writeln!(
        story,
        "{} rev {}{}: {:?}, {} s{}, {} sets ({} skipped), F {:.1} B {:.1} L {:.1} R {:.1} T {:.1}, effort {:?}, back {:?} to {:?}, {:?}, kept {:?}",
        record.id,
        record.rev,
        if record.deleted { " deleted" } else { "" },
        record.title,
        record.active.whole_seconds(),
        if record.complete { "" } else { " cut short" },
        record.sets.len(),
        record.sets.iter().filter(|set| set.is_skipped()).count(),
        work.front,
        work.back,
        work.left,
        work.right,
        work.twist,
        record.effort,
        record.back_before,
        record.back_after,
        record.note,
        record.unknown,
    );
    let readable = notation::read(&record.routine).problems.is_empty();
    let _ = write!(story, "{}", if readable || record.deleted { "" } else { "  its routine is not whole\n" });
    story
}

#[test]
fn records_of_version_1_load_and_are_written_in_todays_form() {
    let mut story = String::new();
    for stored in RECORDS.lines() {
        let id = id_in(stored);
        let record = line::read(id, stored).expect("a whole record");
        story += &told(&record);
        let today = line::write(&record);
        let _ = writeln!(story, "  {today}");
        assert_eq!(line::read(id, &today), Ok(record));
    }
    expect![[r#"
        igkutvbb4b rev 1: "The Five", 500 s, 6 sets (0 skipped), F 18.8 B 290.6 L 27.2 R 27.2 T 42.0, effort None, back None to None, "", kept []
          2|90a2b076|d=500+120|r=@the-five.2p|s=su415:75,de312:60,gb2,sb3b,gm2
        ign62hi4gc rev 1: "Eight-minute core + back", 480 s, 12 sets (0 skipped), F 121.5 B 133.5 L 48.8 R 48.8 T 54.4, effort None, back None to None, "", kept []
          2|3e2f16b8|d=480+120|r=@eight-minute.y9|s=gm2:30,st3,bd2,pl3,su4,sp4b,ra3,db2,gb2,bc3,lr3
        igf2qbu9sd rev 2: "Mine", 160 s cut short, 4 sets (0 skipped), F 78.0 B 10.0 L 21.0 R 21.0 T 5.0, effort Some(7), back None to None, "Tired | but 100 % there; next time: less, slower\nsecond line", kept ["heart=118;131"]
          2|2de91ea8|u|v=2|d=160+120|r=1/Mine/r10*cr.20*sp.20s/~Star-jump.12*su.8.done/3j|s=cr320:80,sp4b:20,~Star jump=05:15|e=7|m=Tired %7c but 100 %25 there%3b next time: less%2c slower%0asecond line|heart=118;131
        igoboslj4e rev 1: "Desk-break back reset", 195 s, 7 sets (0 skipped), F 18.1 B 23.8 L 13.4 R 13.4 T 8.1, effort None, back None to None, "", kept []
          2|0203015c|d=195+120|r=@desk-reset.e7|s=so1:25,sh0l:32,r:12,gm2:25,wp1,ws1b
        ig850h9tsf rev 2 deleted: "", 504 s cut short, 0 sets (0 skipped), F 0.0 B 0.0 L 0.0 R 0.0 T 0.0, effort None, back None to None, "", kept []
          2|94ee6f3a|x|u|v=2|d=504+120
    "#]].assert_eq(&story);
}

#[test]
fn records_of_version_2_load_and_are_written_as_they_were() {
    let mut story = String::new();
    for stored in RECORDS_2.lines() {
        let (id, stored) = id_before(stored);
        let record = line::read(id, stored).expect("a whole record");
        assert_eq!(line::write(&record), stored);
        story += &told(&record);
    }
    expect![[r#"
        igkutvbb4b rev 1: "The Five", 500 s, 6 sets (0 skipped), F 18.8 B 290.6 L 27.2 R 27.2 T 42.0, effort None, back None to None, "", kept []
        ign62hi4gc rev 1: "Eight-minute core + back", 480 s, 12 sets (0 skipped), F 121.5 B 133.5 L 48.8 R 48.8 T 54.4, effort None, back None to None, "", kept []
        igf2qbu9sd rev 2: "Mine", 160 s cut short, 4 sets (0 skipped), F 78.0 B 10.0 L 21.0 R 21.0 T 5.0, effort Some(7), back None to None, "Tired | but 100 % there; next time: less, slower\nsecond line", kept ["heart=118;131"]
        igoboslj4e rev 1: "Desk-break back reset", 195 s, 7 sets (0 skipped), F 18.1 B 23.8 L 13.4 R 13.4 T 8.1, effort None, back None to None, "", kept []
        ig850h9tsf rev 2 deleted: "", 504 s cut short, 0 sets (0 skipped), F 0.0 B 0.0 L 0.0 R 0.0 T 0.0, effort None, back None to None, "", kept []
        igoboslj4f rev 3: "The Five", 161 s cut short, 7 sets (2 skipped), F 12.8 B 225.4 L 16.7 R 19.7 T 21.0, effort Some(0), back Some(6) to Some(3), "slower", kept []
        igoboslj4g rev 1: "Acht Minuten", 480 s, 3 sets (0 skipped), F 23.6 B 34.5 L 8.4 R 8.4 T 23.6, effort Some(10), back None to None, "", kept ["pulse=120"]
          its routine is not whole
        igoboslj4h rev 1: "A name that the routine has not", 60 s cut short, 3 sets (0 skipped), F 42.0 B 6.0 L 6.0 R 6.0 T 3.0, effort None, back None to None, "", kept []
          its routine is not whole
    "#]].assert_eq(&story);
}

#[test]
fn a_history_of_version_1_comes_to_what_it_came_to() {
    let history = History::from_records(
        RECORDS.lines().filter_map(|stored| line::read(id_in(stored), stored).ok()).collect(),
    );
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
    let damage = |stored| {
        line::read(id_in(stored), stored).err().map_or("whole".into(), |damage: Damage| damage.to_string())
    };
    let story: Vec<String> = DAMAGED.lines().map(damage).collect();
    expect![[r#"
        the text does not match its checksum
        the text does not match its checksum
        the text does not match its checksum
        expected a line that begins with a version and a checksum
        the text does not match its checksum
        expected its id, but found nothing that makes sense
        expected its id, but found nothing that makes sense
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
            (Settings { ready: 10, sound: true, volume: 80, heard: Heard { tones: Clear, spoken: false, speaker: "", rate: 100, pocket: false, tried: None, told: [] }, vibration: true, theme: System, skin: 0, hair: 0, outfit: 0, own_figure: false, person: Person { build: Slender, hair: Knot, wear: Shorts }, weekly_goal: 3, notice_read: false, concerns: [], flash: false, rests: Own, warm_up: false, units: Kilograms, kit: None, hidden: [], preferred: [], unknown: [] }, [])
            (Settings { ready: 5, sound: false, volume: 30, heard: Heard { tones: Clear, spoken: false, speaker: "", rate: 100, pocket: false, tried: None, told: [] }, vibration: false, theme: Dark, skin: 4, hair: 2, outfit: 5, own_figure: true, person: Person { build: Slender, hair: Knot, wear: Shorts }, weekly_goal: 5, notice_read: true, concerns: [Wrist, LatePregnancy], flash: false, rests: Own, warm_up: false, units: Kilograms, kit: None, hidden: [], preferred: [], unknown: ["voice=calm"] }, [])
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
