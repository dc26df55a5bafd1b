//! What a list of sessions says of itself, and what a record keeps.

use super::*;

/// A week ago, yesterday, and one of this morning that was deleted.
fn some() -> History {
    let gone = record(0);
    let mut history = History::from_records(vec![record(7), gone.clone(), record(1)]);
    assert!(history.put(gone.tombstone()));
    history
}

#[test]
fn what_was_deleted_counts_nowhere() {
    let history = some();
    assert_eq!((history.count(), history.all().len()), (2, 3));
    assert_eq!(history.last(), Some(days_ago(1)), "the last that is still there");
    assert_eq!(history.total(), Millis::seconds(60));
    assert_eq!(
        history.records().iter().map(|record| record.started).collect::<Vec<_>>(),
        [1, 7].map(days_ago)
    );
    assert_eq!(
        [7, 1, 0, 6].map(|days| history.is_active_on(Day(today().0 - days))),
        [true, true, false, false]
    );
    assert_eq!((history.this_week(today()).sessions, history.streak_weeks(today())), (1, 2));
    let only = History::from_records(vec![record(0).tombstone()]);
    assert_eq!((only.count(), only.last(), only.streak_weeks(today())), (0, None, 0));
    assert!(!only.is_active_on(today()));
}

#[test]
fn a_record_is_found_by_its_id_and_its_deletion_too() {
    let history = some();
    let (gone, there) = (record(0).id, record(7).id);
    assert_eq!(history.version(&there), Some(&record(7)));
    assert_eq!(history.get(&there), Some(&record(7)));
    assert!(history.version(&gone).is_some_and(|record| record.deleted));
    assert_eq!(history.get(&gone), None);
    assert_eq!(history.version(&record(3).id), None);
}

#[test]
fn the_newest_alone_are_not_all_until_the_others_are_there() {
    let newest = History::from_records(vec![record(1)]).newest();
    assert!(!newest.is_whole());
    assert_eq!(newest.count(), 1, "it keeps what it has");
    let all = newest.merged(History::from_records(vec![record(7)]));
    assert!(all.is_whole());
    assert_eq!(all.count(), 2);
    assert!(History::default().is_whole(), "nothing is missing from nothing");
}

#[test]
fn what_is_forgotten_was_never_there_and_the_others_stay() {
    let mut history = some();
    history.forget(&record(7).id);
    assert_eq!((history.count(), history.version(&record(7).id)), (1, None));
    assert!(history.get(&record(1).id).is_some());
    history.forget(&record(5).id);
    assert_eq!(history.count(), 1);
    assert!(history.put(record(7)), "and can be put there again");
}

#[test]
fn what_is_stored_has_the_last_word() {
    let later = Record { rev: 3, note: "later".into(), ..record(1) };
    let mut history = History::from_records(vec![later.clone()]);
    assert!(!history.put(record(1)), "an earlier version does not hold over a later one");
    assert_eq!(history.get(&later.id), Some(&later));
    history.follow(record(1));
    assert_eq!(history.get(&later.id), Some(&record(1)), "unless it is the one that is stored");
    history.follow(record(4));
    assert_eq!((history.count(), history.last()), (2, Some(days_ago(1))));
}

#[test]
fn of_several_versions_the_highest_revision_holds_whatever_the_order() {
    let versions = [1, 3, 2].map(|rev| Record { rev, ..record(1) });
    let held = |records: &[Record]| History::from_records(records.to_vec()).records()[0].rev;
    let [first, third, second] = versions.clone();
    assert_eq!(held(&versions), 3);
    assert_eq!(held(&[third.clone(), first.clone(), second.clone()]), 3);
    assert_eq!(held(&[second, first.clone(), third]), 3);
    assert!(!first.replaces(&first), "nothing replaces itself");
    let apart = Record { note: "elsewhere".into(), ..first.clone() };
    assert_ne!(apart.replaces(&first), first.replaces(&apart), "of two made apart, always the same one");
}

#[test]
fn an_id_tells_the_second_and_keeps_devices_apart() {
    let at = Moment(1_788_343_200_123);
    let id = RecordId::new(at, 7);
    assert_eq!((id.as_str(), id.to_string()), ("igphb3oxs7", "igphb3oxs7".to_owned()));
    assert_eq!(id.begun(), Some(Moment(1_788_343_200_000)));
    assert_ne!(RecordId::new(at, 8), id);
    let all_bits = RecordId::new(at, u32::MAX);
    assert_eq!((all_bits.begun(), RecordId::new(at, 0x000f_ffff)), (id.begun(), all_bits));
    assert_eq!(RecordId::new(Moment(0), 35).as_str(), "z");
    assert_eq!(RecordId::new(Moment(0), 36).as_str(), "10");
    assert_eq!(RecordId::new(Moment(0), 0).as_str(), "0");

    let longest = "z".repeat(24);
    let beginning = |text: &str| RecordId::read(text).map(|id| id.begun());
    assert_eq!(beginning(&longest), Some(None), "read, but made otherwise");
    for strange in ["", "A1", "a-1", "a b", "é", &"z".repeat(25)] {
        assert_eq!(RecordId::read(strange), None, "{strange}");
    }
    assert_eq!(beginning("igphb3oxs7"), Some(id.begun()));
}

#[test]
fn a_record_keeps_what_the_session_was() {
    let text = "1/My-own/plank.10s/superman.2";
    let mut session = Session::new(notation::read(text).routine, Millis::seconds(10), MORNING);
    assert_eq!(Record::of(&session, MORNING, 0, 7), None, "not started");
    session.update(MORNING + Millis(500), Event::Start);
    assert_eq!(Record::of(&session, MORNING + Millis::seconds(15), 0, 7), None, "not over");
    session.update(MORNING + Millis(18_500), Event::End);
    let record = Record::of(&session, MORNING + Millis::seconds(60), 120, 7).unwrap();
    assert_eq!((&*record.title, record.offset, record.rev), ("My own", 120, 1));
    assert_eq!(record.routine, notation::write(session.routine()));
    assert_eq!((record.active, record.complete, record.deleted), (Millis::seconds(8), false, false));
    assert_eq!(record.started, MORNING, "to the second");
    assert_eq!(record.id, RecordId::new(MORNING, 7));
    assert_eq!((record.sets.len(), record.sets[0].seconds), (1, Millis::seconds(8)));

    let gone = Record { unknown: vec!["pulse=90".into()], rev: 4, ..record }.tombstone();
    assert_eq!((gone.rev, gone.deleted, gone.offset), (5, true, 120));
    assert_eq!((gone.day(), &*gone.unknown), (today(), &["pulse=90".to_owned()][..]));
    assert_eq!((&*gone.title, &*gone.routine, &*gone.sets), ("", "", &[][..]), "nothing of it is left");
}

#[test]
fn what_was_skipped_is_not_what_was_done() {
    let mut session =
        Session::new(notation::read("1/Mine/plank.10s/superman.2/cobra.4").routine, Millis::ZERO, MORNING);
    session.update(MORNING, Event::Start);
    session.update(MORNING + Millis::seconds(10), Event::Skip);
    let record = Record::of(&session, MORNING + Millis::seconds(600), 0, 7).unwrap();
    let moves = |sets: Vec<&SetDone>| sets.iter().map(|set| set.action.clone()).collect::<Vec<_>>();
    let done = [Move::Known(id::PLANK), Move::Known(id::COBRA)];
    assert_eq!((record.sets.len(), moves(record.done().collect())), (3, done.to_vec()));
    assert!(!record.complete);
}

#[test]
fn a_routine_that_cannot_be_read_any_more_is_what_was_done() {
    let mut record = done("1/Mine/superman.4/side-plank.10s/r5/crunch.2x6", MORNING);
    assert_eq!(notation::write(&record.plan()), record.routine);
    record.routine = "7/later".into();
    record.sets[1].seconds = Millis::ZERO;
    let plan = notation::write(&record.plan());
    assert!(plan.starts_with("1/Mine/superman.4/side-plank.10s.r/crunch.6/crunch.6/"), "{plan}");
}

#[test]
fn a_balance_looks_back_four_weeks() {
    let hard = |days| done("1/A/20x/superman.50/end", days_ago(days));
    let at = |days| {
        let twice = vec![hard(days), Record { id: RecordId::new(days_ago(days), 8), ..hard(days) }];
        History::from_records(twice).rolling(today())
    };
    assert!(at(27).is_some());
    assert!(at(28).is_none());
    let tomorrow = History::from_records(vec![hard(0), hard(1)]).rolling(Day(today().0 - 1));
    assert_eq!(tomorrow, None, "what comes later does not count yet");
}

#[test]
fn weeks_come_in_order_with_what_was_done_in_them() {
    let history =
        History::from_records(vec![preset("the-five", MORNING), preset("the-four", days_ago(7)), record(9)]);
    let weeks = history.weeks(today(), 3);
    let monday = today().0 - 2;
    assert_eq!([&weeks[0], &weeks[1], &weeks[2]].map(|week| week.monday.0 - monday), [-14, -7, 0]);
    assert_eq!([&weeks[0], &weeks[1], &weeks[2]].map(|week| week.sessions), [0, 2, 1]);
    assert_eq!((weeks.len(), &weeks[2]), (3, &history.this_week(today())));
    let this = &weeks[2];
    // Content 3.3: the five moves of the article.
    assert_eq!(format!("{:.1} {:.1}", this.front, this.back), "18.8 290.6");
    assert_eq!(
        (this.front.to_bits(), this.back.to_bits()),
        (this.work.front.to_bits(), this.work.back.to_bits())
    );
    // 500 s are eight minutes and a third; 504 + 30 s nine, halves rounded up.
    assert_eq!((weeks[0].minutes, weeks[1].minutes, this.minutes), (0, 9, 8));
}

#[test]
fn two_sessions_in_a_week_are_one_week_of_a_row() {
    let streak = |ago: &[u64]| {
        History::from_records(ago.iter().map(|&days| record(days)).collect()).streak_weeks(today())
    };
    assert_eq!(streak(&[0, 1, 7, 8]), 2);
    assert_eq!(streak(&[7, 8, 9, 14]), 2, "nothing yet this week");
    assert_eq!(streak(&[0, 1, 14]), 1);
}
