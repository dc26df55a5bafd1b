//! What a person may say of a session, and how all of it is stored.

use super::*;

fn set(text: &str) -> SetDone {
    done(&["1/Mine/", text].concat(), MORNING).sets.remove(0)
}

#[test]
fn a_set_can_be_said_to_be_up_to_an_hour_or_999_repetitions() {
    let (mut plank, mut crunch) = (set("plank.30s"), set("crunch.10"));
    assert_eq!((plank.amount(), plank.most(), crunch.amount(), crunch.most()), (30, 3600, 10, 999));
    plank.set_amount(u16::MAX);
    crunch.set_amount(u16::MAX);
    assert_eq!((plank.amount(), plank.reps, crunch.amount()), (3600, None, 999));
}

#[test]
fn a_repetition_takes_what_it_took_and_the_moves_tempo_where_none_was_done() {
    let mut quick = set("superman.10.t1-1-1");
    quick.set_amount(12);
    assert_eq!((quick.reps, quick.seconds), (Some(12), Millis::seconds(36)), "at its own three seconds");
    // Begun and broken off before the first repetition was over: 5 s each, as the move takes.
    let mut begun = SetDone { reps: Some(0), seconds: Millis::seconds(1), ..set("superman.10") };
    begun.set_amount(4);
    assert_eq!((begun.reps, begun.seconds), (Some(4), Millis::seconds(20)));
    let mut strange = SetDone { reps: Some(3), seconds: Millis::ZERO, ..set("superman.10") };
    strange.set_amount(3);
    assert_eq!(strange.seconds, Millis::seconds(15));
}

#[test]
fn a_weight_can_be_said_of_what_may_take_one() {
    let takes = |text: &str| set(text).takes_load();
    assert!(takes("deadlift.10") && takes("pallof-press.6") && takes("~Bag-carry.10s"));
    assert!(!takes("plank.30s") && !takes("wall-plank.30s"));
    assert!(takes("plank.30s.10kg"), "it had one");
}

#[test]
fn a_long_session_by_hand_is_done_to_its_end() {
    let long = notation::read("1/Long/plank.3x3600s.done").routine;
    let record = Record::by_hand(&long, MORNING, 0, 7).unwrap();
    assert_eq!((record.complete, record.sets.len(), record.active), (true, 3, Millis::seconds(3 * 3600)));
    assert_eq!(Record::by_hand(&Routine::default(), MORNING, 0, 7).map(|record| record.sets.len()), Some(0));
    let rounds = notation::read("1/Mine/2x/crunch.3.done/end").routine;
    let record = Record::by_hand(&rounds, MORNING, 0, 7).unwrap();
    assert_eq!(record.sets.iter().map(|set| set.seconds.0).collect::<Vec<_>>(), [12_000, 12_000]);
}

#[test]
fn a_session_that_is_moved_begins_its_versions_anew() {
    let record = Record { rev: 4, ..done("1/-/plank.30s", MORNING) };
    let moved = record.moved_to("2026-09-02T09:07", 9).unwrap();
    assert_eq!((moved.rev, moved.started), (1, Moment(MORNING.0 - 53 * 60_000)));
    assert_eq!(moved.id, RecordId::new(moved.started, 9));
    assert_eq!(moved.sets, record.sets);
    let seconds = record.moved_to("2026-09-02T09:07:30", 9).unwrap();
    assert_eq!(seconds.started, moved.started, "a field for times may add seconds");
}

/// A record that says everything there is to say.
fn full() -> Record {
    Record {
        id: RecordId::read("a1").unwrap(),
        rev: 3,
        deleted: true,
        started: Moment(5),
        offset: -90,
        routine: "1/Mine/plank.30s/k7".into(),
        title: "Another".into(),
        active: Millis(30_250),
        complete: false,
        sets: vec![SetDone { side: Some(Side::Right), ..set("plank.30s") }],
        effort: Some(10),
        back_before: Some(1),
        back_after: Some(2),
        note: "so;so".into(),
        unknown: vec!["pulse=90".into()],
    }
}

#[test]
fn everything_that_is_said_stands_in_the_line_and_is_read_from_it() {
    let line = line::write(&full());
    let said = line.splitn(3, '|').nth(2).unwrap();
    assert_eq!(
        said,
        "x|u|v=3|t=5|d=30250m-90|r=1/Mine*pl.30s/k7|n=Another|s=pl3r:30|e=10|b=1|a=2|m=so%3bso|pulse=90"
    );
    assert_eq!(line::read("a1", &line), Ok(full()));
}

#[test]
fn nothing_is_said_of_what_goes_without_saying() {
    let start = Moment(1_788_343_200_000);
    let bare = Record { complete: true, ..Record::empty(RecordId::new(start, 7), start) };
    assert!(line::write(&bare).ends_with('|'), "{}", line::write(&bare));
    assert_eq!(line::read(bare.id.as_str(), &line::write(&bare)), Ok(bare.clone()));
    let only = |record: Record| line::write(&record).splitn(3, '|').nth(2).unwrap().to_owned();
    assert_eq!(only(Record { offset: 60, ..bare.clone() }), "d=0+60");
    assert_eq!(only(Record { active: Millis::seconds(9), ..bare.clone() }), "d=9");
    assert_eq!(only(Record { title: "T".into(), ..bare }), "n=T");
}

#[test]
fn what_makes_no_sense_is_left_empty() {
    let fields = ["t=9", "v=x", "e=11", "b=10", "a=-1", "d=x+y", "s=??"].map(str::to_owned);
    let record = line::read("a1", &crate::line::seal_as(2, "a1", &fields)).unwrap();
    assert_eq!((record.rev, record.effort, record.back_before, record.back_after), (1, None, Some(10), None));
    assert_eq!((record.active, record.offset, &*record.sets), (Millis::ZERO, 0, &[][..]));
}

#[test]
fn a_later_form_is_told_from_todays_and_the_first() {
    let first = crate::line::seal(&["id=a1".into(), "start=5".into()]);
    assert!(!line::is_newer(&line::write(&full())) && !line::is_newer(&first) && !line::is_newer("nonsense"));
    assert!(line::is_newer("3|00000000|x") && line::is_newer(&crate::line::seal_as(4, "a1", &[])));
}

#[test]
fn a_line_of_the_first_form_says_all_that_it_said() {
    let fields = [
        "id=a1",
        "rev=3",
        "start=5000",
        "offset=-90",
        "active=30250",
        "deleted=1",
        "complete=1",
        "routine=1/Mine/plank.30s/k7",
        "title=Another",
        "sets=plank,r,,30000,3;superman,l,4,20000,4;~Star jump,,2,6000,0;moonwalk,,,1000,0;,,,1,1;crunch,,x",
        "effort=10",
        "note=so%3bso",
        "pulse=90",
    ];
    let line = crate::line::seal(&fields.map(str::to_owned));
    let record = line::read("a1", &line).unwrap();
    let expected = Record {
        started: Moment(5000),
        complete: true,
        back_before: None,
        back_after: None,
        sets: vec![],
        ..full()
    };
    assert_eq!(Record { sets: vec![], ..record.clone() }, expected);
    let sets: Vec<_> = record
        .sets
        .iter()
        .map(|set| (&set.action, set.side, set.reps, set.seconds.0, set.intensity))
        .collect();
    assert_eq!(
        sets,
        [
            (&Move::Known(id::PLANK), Some(Side::Right), None, 30_000, 3),
            (&Move::Known(id::SUPERMAN), Some(Side::Left), Some(4), 20_000, 4),
            (&Move::own("Star jump"), None, Some(2), 6000, 0),
            (&Move::Unknown("moonwalk".into()), None, None, 1000, 0),
        ]
    );
    assert!(line::read("a2", &line).is_err(), "it belongs to its own id");
    let little =
        line::read("a1", &crate::line::seal(&["id=a1".into(), "start=7".into(), "effort=11".into()]));
    assert_eq!(little, Ok(Record::empty(RecordId::read("a1").unwrap(), Moment(7))));
}
