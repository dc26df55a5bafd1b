//! Where a text is just short enough, and where it is not.

use super::*;
use crate::catalogue::id;
use crate::routine::{Block, Dose, Group, Move, Preset, Step};

fn kinds(text: &str) -> Vec<ProblemKind> {
    read(text)
        .problems
        .iter()
        .map(|problem| problem.kind)
        .filter(|kind| *kind != ProblemKind::WrongCheck)
        .collect()
}

/// The first step of a routine of these parts.
fn step(text: &str) -> Step {
    read(&["1/-/", text, "/00"].concat()).routine.steps().next().unwrap().clone()
}

fn times(piece: &str, count: usize) -> String {
    piece.repeat(count)
}

#[test]
fn two_hundred_steps_are_a_routine_and_one_more_is_too_much() {
    let of = |count: usize| ["1/T", &times("/cobra.1", count), "/00"].concat();
    assert_eq!((kinds(&of(200)), read(&of(200)).routine.steps().count()), (vec![], 200));
    assert_eq!((kinds(&of(201)), read(&of(201)).routine.steps().count()), (vec![ProblemKind::TooMuch], 200));
    let in_rounds = ["1/T/cobra.1/2x", &times("/cobra.1", 200), "/end/00"].concat();
    assert_eq!(kinds(&in_rounds).last(), Some(&ProblemKind::TooMuch));
    assert_eq!(read(&in_rounds).routine.steps().count(), 200);
}

#[test]
fn two_thousand_stretches_are_a_routine_and_one_set_more_is_too_much() {
    // Twenty rounds of fifty sets, each with a rest.
    let most = "1/T/20x/plank.20x1s/plank.20x1s/plank.10x1s/end";
    assert_eq!(kinds(&[most, "/00"].concat()), []);
    assert_eq!(kinds(&[most, "/plank.1s/00"].concat()), [ProblemKind::TooMuch]);
    // On both sides, half as many.
    let sides = "1/T/20x/side-plank.20x1s/side-plank.5x1s/end";
    assert_eq!(kinds(&[sides, "/00"].concat()), []);
    assert_eq!(kinds(&[sides, "/cobra.1/00"].concat()), [ProblemKind::TooMuch]);
}

#[test]
fn six_hours_are_a_routine_and_a_second_more_is_too_much() {
    assert_eq!(kinds("1/T/plank.6x3600s/00"), []);
    assert_eq!(kinds("1/T/plank.6x3600s/plank.1s/00"), [ProblemKind::TooMuch]);
    assert_eq!(kinds("1/T/g1/plank.6x3600s/00"), [ProblemKind::TooMuch, ProblemKind::NoSteps]);
}

#[test]
fn a_text_may_have_8192_characters() {
    let of = |length: usize| {
        let text = "1/T/plank.9s".to_owned();
        text.clone() + &" ".repeat(length - text.len())
    };
    assert_eq!(kinds(&of(8192)), [ProblemKind::NoCheck]);
    assert_eq!(kinds(&of(8193)), [ProblemKind::TooLong]);
}

#[test]
fn nothing_is_written_that_is_too_long_to_be_read() {
    // 44 names of sixty characters that need three letters each; then a title of 47 letters fits, and none of 48.
    let name = ["/~", &times("~2A", 60), ".9s"].concat();
    for (letters, steps) in [(47, 44), (48, 43)] {
        let reading = read(&["1/", &times("T", letters), &times(&name, 44)].concat());
        assert_eq!(reading.routine.blocks.len(), steps);
        let written = write(&reading.routine);
        assert_eq!(written.len(), "1//k7".len() + letters + steps * name.len());
        assert_eq!(read(&written).routine, reading.routine);
    }
}

#[test]
fn what_a_later_version_adds_is_kept_up_to_a_measure() {
    let kept = |text: &str| read(text).routine;
    let settings = (0..25).map(|at| format!("/z{at}")).collect::<Vec<_>>().concat();
    assert_eq!(kept(&["1/T", &settings, "/plank.9s/00"].concat()).unknown.len(), 20);
    let fields = (0..25).map(|at| format!(".q{at}")).collect::<Vec<_>>().concat();
    assert_eq!(step(&["plank.9s", &fields].concat()).unknown.len(), 20);
    assert_eq!(step(&["moonwalk", &fields].concat()).unknown.len(), 20);
    match &kept(&["1/T/2x", &fields, "/plank.9s/end/00"].concat()).blocks[..] {
        [Block::Group(group)] => assert_eq!(group.unknown.len(), 20),
        other => panic!("{other:?}"),
    }
    // Forty characters are a word, one more is none.
    let word = |count: usize| ["q", &times("x", count - 1)].concat();
    assert_eq!(step(&["plank.9s.", &word(40)].concat()).unknown, [word(40)]);
    assert_eq!(step(&["plank.9s.", &word(41)].concat()).unknown, Vec::<String>::new());
    assert_eq!(step(&word(40)).action, Move::Unknown(word(40)));
    assert_eq!(kinds(&["1/T/plank.9s/", &word(41), "/00"].concat()), [ProblemKind::StrangeText]);
    let setting = |count: usize| ["z", &times("1", count - 1)].concat();
    assert_eq!(kept(&["1/T/", &setting(40), "/plank.9s/00"].concat()).unknown, [setting(40)]);
    assert_eq!(kinds(&["1/T/", &setting(41), "/plank.9s/00"].concat()), [ProblemKind::StrangeText]);
}

#[test]
fn a_setting_stands_before_the_first_step_only() {
    assert_eq!(kinds("1/T/z9/plank.9s/00"), [ProblemKind::UnknownSetting]);
    assert_eq!(kinds("1/T/plank.9s/z9/00"), [ProblemKind::UnknownMove]);
    assert_eq!(kinds("1/T/2x/z9/plank.9s/end/00"), [ProblemKind::UnknownMove]);
    assert_eq!(kinds("1/T/r5/r6/plank.9s/00"), [ProblemKind::Repeated]);
    assert_eq!(read("1/T/r5/r6/plank.9s/00").routine.rest, Some(5), "the first one counts");
    assert_eq!(kinds("1/T/r5.later/plank.9s/00"), [ProblemKind::UnknownField]);
    let all = read("1/T/g1/i2/c3/r4/plank/00").routine;
    assert_eq!((all.ready, all.every, all.change, all.rest), (Some(1), Some(2), Some(3), Some(4)));
}

#[test]
fn a_tempo_has_a_phase_of_a_minute_at_most_and_as_many_as_the_move() {
    assert_eq!(step("superman.5.t60-1-1").tempo, Some(vec![60, 1, 1]));
    assert_eq!(step("superman.5.t61-1-1").tempo, None);
    assert_eq!(step("superman.5.t0-0-0").tempo, None, "a repetition takes time");
    assert_eq!(step("superman.5.t0-0-1").tempo, Some(vec![0, 0, 1]));
    assert_eq!(step("plank.9s.t1").tempo, None, "what is held still has none");
    assert_eq!(step("~A.5.t1-1-1-1-1-1-1-1").tempo.map(|tempo| tempo.len()), Some(8));
    assert_eq!(step("~A.5.t1-1-1-1-1-1-1-1-1").tempo, None);
}

#[test]
fn what_is_said_twice_counts_as_it_was_said_first() {
    for text in [
        "cobra.3.4",
        "cobra.3.2x4",
        "cobra.2x.3x4",
        "cobra.3x.2x",
        "cobra.r1.r2",
        "deadlift.1kg.2kg",
        "deadlift.1kg.2lb",
        "clamshell.l.r",
        "deadlift.heavy.empty",
        "plank.done.done",
        "cobra.t1-1-1.t2-2-2",
    ] {
        assert_eq!(kinds(&["1/T/", text, "/00"].concat()), [ProblemKind::Repeated], "{text}");
    }
    assert_eq!(kinds("1/T/2x.r1.r2/cobra.3/end/00"), [ProblemKind::Repeated]);
    assert_eq!(
        (step("cobra.3x.4").sets, step("cobra.3x.4").dose),
        (3, Dose::Reps(4)),
        "sets and dose may come apart"
    );
}

#[test]
fn a_dose_that_is_none_of_the_moves_own_means_the_nearest() {
    assert_eq!(step("plank.30.done").dose, Dose::UntilDone(30));
    assert_eq!(step("plank.30s.done").dose, Dose::UntilDone(30));
    assert_eq!(step("plank.done").dose, Dose::UntilDone(30));
    assert_eq!(step("superman.30s.done").dose, Dose::Seconds(30));
    assert_eq!(step("~Stairs.done").dose, Dose::UntilDone(1));
    assert_eq!(step("i20/~Stairs").dose, Dose::Seconds(20));
    assert_eq!(step("superman.999").dose, Dose::Reps(999));
    assert_eq!(step("superman.1000").dose, Dose::Reps(999));
}

#[test]
fn a_routine_is_written_in_one_way_whatever_it_holds() {
    let of = |blocks: Vec<Block>, every| {
        let text = write(&Routine { every, blocks, ..Routine::default() });
        text.rsplit_once('/').unwrap().0.to_owned()
    };
    let one = |step: Step| vec![Block::Step(step)];
    let plank = || Step::new(Move::Known(id::PLANK), Dose::Seconds(20));
    assert_eq!(of(one(plank()), Some(20)), "1/-/i20/plank", "what the routine says already");
    assert_eq!(of(one(Step { sets: 3, ..plank() }), Some(20)), "1/-/i20/plank.3x");
    assert_eq!(of(one(plank()), Some(0)), "1/-/i1/plank.20s");
    assert_eq!(of(one(Step { dose: Dose::Reps(20), ..plank() }), None), "1/-/plank.20s");
    assert_eq!(of(one(Step { dose: Dose::UntilDone(20), ..plank() }), None), "1/-/plank.20s.done");
    assert_eq!(of(one(Step { sets: 0, dose: Dose::Seconds(9999), ..plank() }), None), "1/-/plank.3600s");
    assert_eq!(of(one(Step { side: Some(crate::catalogue::Side::Left), ..plank() }), None), "1/-/plank.20s");
    assert_eq!(of(one(Step::new(Move::own(" "), Dose::Reps(2))), None), "1/-", "no name, no step");
    let rounds = |steps| vec![Block::Group(Group { rest: Some(0), ..Group::rounds(30, steps) })];
    assert_eq!(of(rounds(vec![plank()]), None), "1/-/20x.r0/plank.20s/end");
    assert_eq!(of(rounds(vec![]), None), "1/-");
    let later = Step {
        unknown: vec!["q".repeat(41), "k".into()],
        ..Step::new(Move::Unknown("moonwalk".into()), Dose::Reps(9))
    };
    assert_eq!(of(one(later), None), "1/-/moonwalk.k");
}

#[test]
fn the_title_alone_is_the_title_of_the_whole() {
    for text in Preset::find("eight-minute").map(|preset| preset.text).into_iter().chain([
        "1/-/plank.9s/k7",
        "",
        "1",
        "1/A.b_c/plank.9s/00",
    ]) {
        assert_eq!(title(text), read(text).routine.title, "{text}");
    }
    assert_eq!(title("1/50~2F50-pairs/r15"), "50/50 pairs");
}

#[test]
fn a_routine_is_found_in_an_address_wherever_it_begins() {
    let moves = |text: &str| read(text).routine.steps().count();
    for text in [
        "https://e.org/#1/T/cobra.3/00",
        "/#!/1/T/cobra.3/00",
        "!1/T/cobra.3/00",
        "e.org/1/2/#1/T/cobra.3/00",
        "# 1/T/cobra.3/00",
        "1%2fT%2Fcobra.3%2F00",
    ] {
        assert_eq!((moves(text), read(text).routine.title.as_str()), (1, "T"), "{text}");
    }
    // A version at the front is the routine's, whatever comes behind.
    assert_eq!(read("1/T#2/cobra.3/00").routine.title, "T#2");
    assert_eq!(read("1/50%/cobra.3/00").routine.title, "50%", "a sign that introduces nothing stays");
    assert_eq!(read("1/%c3%bc%ff~/cobra.3/00").routine.title, "ü\u{FFFD}~");
    assert_eq!(kinds("0/T/cobra.3/00"), [ProblemKind::NoVersion]);
    assert_eq!(kinds("2/T/cobra.3/00"), [ProblemKind::NewerVersion]);
    assert_eq!(kinds("~My-own"), [ProblemKind::NoVersion]);
    assert_eq!(kinds("3x/cobra.3/end"), [ProblemKind::NoVersion]);
}

#[test]
fn a_check_is_one_or_two_of_its_own_letters() {
    let last =
        |check: &str| read(&["1/T/cobra.3/", check].concat()).problems.last().map(|problem| problem.kind);
    assert_eq!(last("k"), Some(ProblemKind::WrongCheck), "cut off");
    assert_eq!(last("0Z"), Some(ProblemKind::WrongCheck), "in capitals too");
    for other in ["il", "k7x", "", "u7"] {
        assert_ne!(last(other), Some(ProblemKind::WrongCheck), "{other}");
    }
}

#[test]
fn a_problem_shows_a_little_of_what_was_found() {
    let found =
        |text: &str| read(text).problems.into_iter().find(|problem| problem.kind == ProblemKind::StrangeText);
    let long = found(&["1/T/cobra.3.", &times("ü", 25), "/00"].concat()).unwrap();
    assert_eq!((long.found, long.at), (times("ü", 24) + "…", 12));
    let short = found(&["1/T/cobra.3.", &times("ü", 24), "/00"].concat()).unwrap();
    assert_eq!(short.found, times("ü", 24));
    assert_eq!(
        short.to_string(),
        format!("found \"{}\", expected a short word of letters, digits and - . _ ~, at 12", times("ü", 24))
    );
}

#[test]
fn a_name_has_sixty_characters_and_towers_of_three_marks() {
    assert_eq!(clean(&(times("a", 60) + "  ")), times("a", 60));
    assert_eq!(kinds(&["1/", &times("a", 60), "-/cobra.3/00"].concat()), [], "a space at the end is none");
    assert_eq!(kinds(&["1/", &times("a", 61), "/cobra.3/00"].concat()), [ProblemKind::LongName]);
    assert_eq!(
        clean("a\u{301}\u{301}\u{301}\u{301}b\u{301}\u{301}\u{301}\u{301}"),
        "a\u{301}\u{301}\u{301}b\u{301}\u{301}\u{301}"
    );
    assert_eq!(clean("a  b"), "a b");
}

#[test]
fn what_clings_to_a_link_is_cut_off_and_a_number_before_it_is_no_version() {
    let routine = "1/T/cobra.3/plank.9s";
    let whole = write(&read(routine).routine);
    for text in [
        format!("8 minutes: https://e.org/#{whole}"),
        format!("{whole}). "),
        format!("{whole}).\u{1}"),
        format!("{whole}\u{a0}»"),
    ] {
        assert_eq!((read(&text).routine, read(&text).problems), (read(routine).routine, vec![]), "{text}");
    }
}

#[test]
fn a_place_is_right_behind_bytes_that_are_no_text() {
    let text = "1%2F%ff%fe%2Fplank.30s%2Fsuperma.12";
    let problem = read(text).problems.into_iter().find(|problem| problem.kind == ProblemKind::UnknownMove);
    assert_eq!(problem.map(|problem| &text[problem.at..]), Some("superma.12"));
}

#[test]
fn a_setting_of_a_later_version_is_letters_and_then_a_digit() {
    assert_eq!(kinds("1/T/9z/plank.9s/00"), [ProblemKind::UnknownMove]);
    assert_eq!(kinds("1/T/z9-x/plank.9s/00"), [ProblemKind::UnknownMove]);
    assert_eq!(kinds("1/T/moonwalk/plank.9s/00"), [ProblemKind::UnknownMove]);
    assert_eq!(read("1/T/z9.x_y~/plank.9s/00").routine.unknown, ["z9.x_y~"]);
    assert_eq!(kinds("1/T/z9.ü/plank.9s/00"), [ProblemKind::StrangeText]);
}

#[test]
fn a_dot_stays_in_a_title_and_would_end_the_name_of_a_move() {
    let step = Step::new(Move::own("v1.2"), Dose::Seconds(9));
    let routine = Routine { title: "v1.2".into(), blocks: vec![Block::Step(step)], ..Routine::default() };
    let written = write(&routine);
    assert!(written.starts_with("1/v1.2/~v1~2E2.9s/"), "{written}");
    assert_eq!(read(&written).routine, routine);
}
