//! What is read, what is reported and where.
#![allow(
    clippy::needless_pass_by_value,
    clippy::needless_raw_string_hashes,
    reason = "snapshots stand in the call, as expect-test writes them"
)]

use expect_test::{Expect, expect};

use super::*;
use crate::catalogue::{ExerciseId, Region, Side, id};
use crate::routine::{Dose, Feel, Load, Move, PRESETS, Step, Weight};

/// The canonical text without its check characters, then one line for each problem.
fn check(text: &str, expected: Expect) {
    let reading = read(text);
    let text = written::unchecked(&reading.routine, &reading.routine.blocks);
    let problems = reading.problems.iter().map(|problem| format!("{}: {problem}", problem.kind.slug()));
    let seen: Vec<String> = core::iter::once(text).chain(problems).collect();
    expected.assert_eq(&seen.join("\n"));
}

/// A step of the first routine that has one, read from the text of one step.
fn step(text: &str) -> Step {
    let reading = read(&format!("1/-/{text}/00"));
    reading.routine.steps().next().unwrap().clone()
}

#[test]
fn a_link_is_read_with_its_title_settings_and_doses() {
    let link = "https://example.org/open#1/The-five/r30/superman.15/deadlift.12/glute-bridge.12/single-leg-bridge.12/good-morning.12/2p";
    check(
        link,
        expect![
            "1/The-five/r30/superman.15/deadlift.12/glute-bridge.12/single-leg-bridge.12/good-morning.12"
        ],
    );
    let routine = read(link).routine;
    assert_eq!(routine.title, "The five");
    assert_eq!(routine.rest, Some(30));
    assert_eq!(routine.steps().count(), 5);
}

#[test]
fn a_step_says_how_much_how_often_on_which_side_and_how() {
    let told = step("single-leg-deadlift.3x8.done.l.t3-1-2.20kg.heavy.r10");
    assert_eq!(
        (told.dose, told.sets, told.side, told.rest),
        (Dose::UntilDone(8), 3, Some(Side::Left), Some(10))
    );
    assert_eq!(told.load, Load { feel: Feel::Heavy, weight: Some(Weight::Kilograms(20)) });
    assert_eq!(step("superman.t1-2-3").tempo, Some(vec![1, 2, 3]));
    assert_eq!(step("plank.2x40s").dose, Dose::Seconds(40));
    assert_eq!(step("superman.30s").dose, Dose::Seconds(30));
    assert_eq!(step("~Stairs.90s").action, Move::own("Stairs"));
    assert_eq!(step("deadlift.10.45lb").load.weight, Some(Weight::Pounds(45)));
}

#[test]
fn a_step_without_a_dose_takes_the_routines_seconds_or_the_exercises_own_dose() {
    assert_eq!(step("superman").dose, Dose::Reps(15));
    assert_eq!(step("plank.3x").dose, Step::standard_dose(ExerciseId::from_slug("plank").unwrap()));
    assert_eq!(step("i20/superman").dose, Dose::Seconds(20));
    assert_eq!(step("i20/plank.done").dose, Dose::UntilDone(20));
    assert_eq!(step("i20/superman.done").dose, Dose::UntilDone(15));
    assert_eq!(step("~Stairs").dose, Dose::Seconds(30));
}

#[test]
fn fields_may_come_in_any_order_and_case() {
    check(
        "1/T/R30/G10/SuperMan.R5.HEAVY.2X15/00",
        expect![[r#"
            1/T/g10/r30/superman.2x15.heavy.r5
            wrong-check: found "00", expected the check characters of this text, at 35"#]],
    );
}

#[test]
fn rounds_end_at_their_end_or_with_the_routine() {
    check(
        "1/T/3x.r60/plank.30s/bird-dog.10/end/superman/q0",
        expect![[r#"
        1/T/3x.r60/plank.30s/bird-dog.10/end/superman.15
        wrong-check: found "q0", expected the check characters of this text, at 46"#]],
    );
    check(
        "1/T/3x/plank.30s",
        expect![[r#"
        1/T/3x/plank.30s/end
        unclosed-rounds: found "3x", expected an end for these rounds, at 4
        no-check: found nothing, expected two check characters, at 16"#]],
    );
    check(
        "1/T/2x/plank.30s/3x/superman.5/end/bird-dog.6/end/end/4x/end/cobra.4/00",
        expect![[r#"
        1/T/2x/plank.30s/superman.5/bird-dog.6/end/cobra.4
        nested-rounds: found "3x", expected no rounds within rounds, at 17
        stray-end: found "end", expected rounds before their end, at 50
        empty-rounds: found "4x", expected a step between the rounds and their end, at 54
        wrong-check: found "00", expected the check characters of this text, at 69"#]],
    );
}

#[test]
fn what_a_later_version_added_is_kept_and_written_back() {
    check(
        "7/T/at1763800000/z9/3x.q2/plank.30s.glow5/end/moon-walk.3x12.k/00",
        expect![[r#"
            1/T/at1763800000/z9/3x.q2/plank.30s.glow5/end/moon-walk.3x12.k
            newer-version: found "7", expected version 1, at 0
            unknown-setting: found "at1763800000", expected a setting of this version, at 4
            unknown-setting: found "z9", expected a setting of this version, at 17
            unknown-field: found "q2", expected a field of this version, at 23
            unknown-field: found "glow5", expected a field of this version, at 36
            unknown-move: found "moon-walk", expected an exercise of the catalogue, at 46
            wrong-check: found "00", expected the check characters of this text, at 63"#]],
    );
}

#[test]
fn what_is_out_of_range_is_brought_to_the_nearest_that_is_possible() {
    check(
        "1/T/g9999/plank.0s/plank.1x9999s/cobra.1.r9999/00",
        expect![[r#"
        1/T/g3600/plank.1s/plank.3600s/cobra.1.r3600
        rest-out-of-range: found "g9999", expected 0 to 3600 seconds, at 4
        seconds-out-of-range: found "0s", expected 1 to 3600 seconds, at 16
        seconds-out-of-range: found "1x9999s", expected 1 to 3600 seconds, at 25
        rest-out-of-range: found "r9999", expected 0 to 3600 seconds, at 41
        wrong-check: found "00", expected the check characters of this text, at 47"#]],
    );
    check(
        "1/T/deadlift.99x0.0kg/50x.r4000/dead-bug.1/end/~A.t1.99999999999/00",
        expect![[r#"
        1/T/deadlift.20x1.1kg
        sets-out-of-range: found "99x0", expected 1 to 20 times, at 13
        reps-out-of-range: found "99x0", expected 1 to 999 repetitions, at 13
        weight-out-of-range: found "0kg", expected a weight of 1 to 999, at 18
        sets-out-of-range: found "50x", expected 1 to 20 times, at 22
        too-much: found "50x", expected at most 200 steps, 2000 sets and rests, 6 hours, at 22
        rest-out-of-range: found "r4000", expected 0 to 3600 seconds, at 26
        reps-out-of-range: found "99999999999", expected 1 to 999 repetitions, at 53
        wrong-check: found "00", expected the check characters of this text, at 65"#]],
    );
}

#[test]
fn what_makes_no_sense_in_a_step_is_left_out_and_the_rest_stays() {
    check(
        "1/T/plank.30/superman.l.t9.15.16/bird-dog.40s.done/plank.30s.t1-1/~/~.5/a+b/plank.30s.ü/cobra..4./00",
        expect![[r#"
            1/T/plank.30s/superman.15/bird-dog.40s/plank.30s/plank.30s/cobra.4
            number-on-hold: found "30", expected seconds, such as 30s, at 10
            no-sides: found "l", expected a move that has a left and a right, at 22
            wrong-tempo: found "t9", expected seconds for each phase of the move, such as t3-1-2, at 24
            repeated: found "16", expected each thing said once, at 30
            timed-and-done: found "done", expected either seconds or done, at 46
            wrong-tempo: found "t1-1", expected seconds for each phase of the move, such as t3-1-2, at 61
            no-name: found "~", expected a name after ~, at 66
            no-name: found "~", expected a name after ~, at 68
            strange-text: found "a+b", expected a short word of letters, digits and - . _ ~, at 72
            strange-text: found "ü", expected a short word of letters, digits and - . _ ~, at 86
            wrong-check: found "00", expected the check characters of this text, at 98"#]],
    );
}

#[test]
fn a_text_that_is_no_routine_says_so() {
    check(
        "",
        expect![[r#"
        1/-
        empty: found nothing, expected a routine, at 0"#]],
    );
    check(
        "  \n",
        expect![[r#"
        1/-
        empty: found nothing, expected a routine, at 0"#]],
    );
    check(
        "hello",
        expect![[r#"
        1/-
        not-a-routine: found "hello", expected a routine, beginning with 1/, at 0"#]],
    );
    check(
        "https://example.org/open",
        expect![[r#"
        1/-
        not-a-routine: found "https:", expected a routine, beginning with 1/, at 0"#]],
    );
    check(
        "1/Only-a-title",
        expect![[r#"
        1/Only-a-title
        no-steps: found nothing, expected at least one known move, at 14"#]],
    );
    check(
        &"1/T/plank".repeat(1000),
        expect![[r#"
        1/-
        too-long: found nothing, expected at most 8192 characters, at 8192"#]],
    );
}

#[test]
fn moves_typed_without_a_version_are_read_too() {
    check(
        "Plank.30s / superman.15 / ~My-stretch.20s",
        expect![[r#"
            1/-/plank.30s/superman.15/~My-stretch.20s
            no-version: found "Plank.30s", expected a version first, such as 1/, at 0"#]],
    );
}

#[test]
fn a_link_survives_what_messengers_and_mail_programs_do_to_it() {
    let text = "1/B~C3~BCro-2~2F3/r10/plank.30s/~Caf~C3~A9.5";
    let whole = write(&read(text).routine);
    let routine = read(&whole).routine;
    assert_eq!((routine.title.as_str(), read(&whole).problems), ("Büro 2/3", Vec::new()));
    let percent = |text: &str, signs: &str| {
        let spell = |c: char| if signs.contains(c) { format!("%{:02x}", c as u32) } else { c.to_string() };
        text.chars().map(spell).collect::<String>()
    };
    let address = format!("https://evenkeel.example/app/open#{whole}");
    let once = percent(&address, "#/~:");
    for changed in [
        address.clone(),
        format!("#{whole}"),
        format!("  {address}).\n"),
        format!("{address}/"),
        format!("<{address}>,"),
        percent(&once, "%"),
        once,
        whole.to_ascii_uppercase().replacen("B~C3~BCRO-2", "B~C3~BCro-2", 1).replace("CAF", "Caf"),
        format!("{}\n {}", &whole[..25], &whole[25..]),
    ] {
        assert_eq!(read(&changed).routine, routine, "{changed}");
        assert_eq!(read(&changed).problems, [], "{changed}");
    }
}

#[test]
fn a_link_that_was_cut_off_is_noticed_and_still_read() {
    let whole = PRESETS[0].text;
    let noticed = [ProblemKind::NoCheck, ProblemKind::WrongCheck];
    for end in whole.find("/r30").unwrap()..whole.len() {
        let reading = read(&whole[..end]);
        let kinds = |kind: &ProblemKind| reading.problems.iter().any(|problem| problem.kind == *kind);
        let nothing_left = reading.problems.iter().any(|problem| problem.kind == ProblemKind::NoSteps);
        assert!(nothing_left || noticed.iter().any(kinds), "{}", &whole[..end]);
        assert_eq!(reading.routine.title, "The Five");
    }
}

#[test]
fn problems_are_found_where_they_stand_in_the_text_as_given() {
    let text = "https://example.org/open#1%2FT%2Fplank.30s%2Fsuperma.12";
    let problem = read(text).problems.into_iter().find(|p| p.kind == ProblemKind::UnknownMove).unwrap();
    assert_eq!(&text[problem.at..], "superma.12");
}

#[test]
fn names_are_cleaned_of_what_is_invisible_or_leaves_its_line() {
    assert_eq!(clean("  Two \t\n words\u{2028}here "), "Two words here");
    assert_eq!(clean("ab\u{202E}cd\u{200B}\u{FEFF}\u{0}e"), "abcde");
    assert_eq!(clean("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{200D}\u{301}x"), "e\u{301}\u{301}\u{301}x");
    assert_eq!(clean(&"ü".repeat(80)), "ü".repeat(60));
    check(
        &format!("1/{}/plank.30s/~{}/00", "a".repeat(61), "b-".repeat(40)),
        expect![[r#"
            1/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/plank.30s/~b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b-b.30s
            long-name: found "aaaaaaaaaaaaaaaaaaaaaaaa…", expected at most 60 characters, at 2
            long-name: found "b-b-b-b-b-b-b-b-b-b-b-b-…", expected at most 60 characters, at 75
            wrong-check: found "00", expected the check characters of this text, at 156"#]],
    );
    check(
        "1/50~-~zz/~a~4/00",
        expect![[r#"
            1/50~7E-~7Ezz/~a~7E4.30s
            bad-escape: found "~-~", expected two hexadecimal digits after ~, at 4
            bad-escape: found "~zz", expected two hexadecimal digits after ~, at 6
            bad-escape: found "~4", expected two hexadecimal digits after ~, at 12
            wrong-check: found "00", expected the check characters of this text, at 15"#]],
    );
}

#[test]
fn a_routine_that_is_too_much_ends_where_it_would_be() {
    let kinds = |text: &str| read(text).problems.iter().map(|problem| problem.kind).collect::<Vec<_>>();
    let steps = |text: &str| read(text).routine.steps().count();
    let many = format!("1/T{}/00", "/cobra.1".repeat(300));
    assert_eq!((steps(&many), kinds(&many)), (200, vec![ProblemKind::TooMuch, ProblemKind::WrongCheck]));
    let bomb = format!("1/T/plank.1s/20x{}/end/00", "/plank.20x1s".repeat(100));
    assert_eq!((steps(&bomb), kinds(&bomb)), (1, vec![ProblemKind::TooMuch, ProblemKind::WrongCheck]));
    let long = "1/T/plank.5x3600s/plank.3500s/plank.200s/00";
    assert_eq!((steps(long), kinds(long)), (2, vec![ProblemKind::TooMuch, ProblemKind::WrongCheck]));
}

#[test]
fn every_kind_of_problem_has_its_own_words() {
    let mut slugs: Vec<_> = ProblemKind::ALL.iter().map(|kind| kind.slug()).collect();
    let count = slugs.len();
    slugs.sort_unstable();
    slugs.dedup();
    assert_eq!(slugs.len(), count);
    let grave: Vec<_> = ProblemKind::ALL.iter().filter(|kind| kind.grave()).map(|kind| kind.slug()).collect();
    assert_eq!(grave, ["empty", "too-long", "not-a-routine", "no-steps"]);
}

#[test]
fn what_is_said_of_a_move_of_ones_own_means_nothing_of_another() {
    let own = step("~Stairs.90s.back.each.as-plank");
    let Move::Custom(said) = &own.action else { panic!("{own:?}") };
    assert_eq!((said.region, said.each_side, said.figure), (Some(Region::Back), true, Some(id::PLANK)));
    assert!(own.does_both_sides());
    let known = step("plank.30s.back.each.as-plank");
    assert_eq!(known.unknown, ["back", "each", "as-plank"], "kept for a version that knows better");
    assert_eq!(step("~Stairs.90s.as-moonwalk").unknown, ["as-moonwalk"]);
}

#[test]
fn a_note_is_clean_and_the_first_one_counts() {
    assert_eq!(
        step("plank.30s.~Breathe-out~2E~E2~80~AEx").note,
        "Breathe out.x",
        "no sign turns the line round"
    );
    assert_eq!(read("1/-/plank.30s.~One.~Two/00").problems[0].kind, ProblemKind::Repeated);
    assert_eq!(step("plank.30s.~").note, "");
    assert_eq!(step("plank.30s. ~Slowly").note, "Slowly");
}

#[test]
fn a_start_time_that_is_none_is_kept_for_a_later_version() {
    let read = |text: &str| read(text).routine;
    assert!(read("1/-/at20261127t1800z/plank.30s").start.is_some());
    let strange = read("1/-/at20261327t1800z/plank.30s");
    assert_eq!((strange.start, strange.unknown), (None, vec!["at20261327t1800z".to_owned()]));
    assert!(
        read("1/-/plank.30s/at20261127t1800z").start.is_some(),
        "as other settings are, wherever they stand"
    );
}
