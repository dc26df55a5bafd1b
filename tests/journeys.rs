//! Whole sessions as stories: a routine as text in, what is heard and seen out.

#![allow(clippy::expect_used, reason = "a failed helper is a failed test")]
#![allow(clippy::needless_raw_string_hashes, reason = "transcripts are written by expect-test")]

mod support;

use domain::routine::{PRESETS, Preset};
use expect_test::{expect, expect_file};
use support::journey::Journey;

#[test]
fn every_built_in_routine_is_led_through_from_start_to_end() {
    for Preset { slug, .. } in PRESETS {
        let journey = Journey::preset(slug).start().until_over().look();
        expect_file![format!("golden/journeys/{slug}.txt")].assert_eq(&journey.story());
    }
}

#[test]
fn the_eight_minute_routine_ends_on_the_minute() {
    let journey = Journey::preset("eight-minute").start().after(479).look().after(1).look();
    let record = journey.record().expect("it is over");
    assert_eq!(record.active.0, 480_000);
    assert!(record.complete);
}

#[test]
fn repetitions_are_led_at_their_tempo() {
    Journey::of("1/Two/superman.3/deadlift.2")
        .start()
        .after(10)
        .look()
        .after(7)
        .look()
        .after_millis(2500)
        .look()
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: superman
            0:10     | superman 0:15 left, 0 of 3, inhale, then deadlift, 29 %
            0:12     turn ×4
            0:17     | superman 0:08 left, 1 of 3, breathe, then deadlift, 49 %
            0:18     turn
            0:19.500 | superman 0:05.500 left, 1 of 3, exhale, then deadlift, 56 %
            0:20     turn
            0:22     count down ×3
            0:25     go: deadlift
            0:28     turn ×2
            0:32     count down ×3
            0:35     finish
        "#]])
        .did(expect![[r#"
            superman 0:15, 3 repetitions
            deadlift 0:10, 2 repetitions
        "#]]);
}

#[test]
fn both_sides_are_done_with_a_change_between_and_one_side_without() {
    Journey::of("1/Sides/c4/r6/side-plank.2x8s/side-plank.8s.r").start().until_over().hears(expect![[r#"
        0:00     > start
        0:00     get ready
        0:07     count down ×3
        0:10     go: side-plank left 1/2
        0:15     count down ×3
        0:18     stop: change sides
        0:19     count down ×3
        0:22     go: side-plank right 1/2
        0:27     count down ×3
        0:30     stop: rest
        0:33     count down ×3
        0:36     go: side-plank left 2/2
        0:41     count down ×3
        0:44     stop: change sides
        0:45     count down ×3
        0:48     go: side-plank right 2/2
        0:53     count down ×3
        0:56     stop: rest
        0:59     count down ×3
        1:02     go: side-plank right
        1:07     count down ×3
        1:10     finish
    "#]]);
}

#[test]
fn the_two_arms_of_an_alternating_move_share_one_set() {
    Journey::of("1/Dogs/bird-dog.4")
        .start()
        .after(10 + 7)
        .look()
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: bird-dog
            0:12     turn ×3
            0:17     | bird-dog 0:17 left, 1 of 4, exhale, 50 %
            0:18     turn ×7
            0:31     count down ×3
            0:34     finish
        "#]])
        .did(expect![[r#"
            bird-dog 0:24, 4 repetitions
        "#]]);
}

#[test]
fn an_open_set_lasts_until_the_person_says_so() {
    Journey::of("1/Open/r5/good-morning.6.done/plank.5s")
        .start()
        .after(10)
        .look()
        .after(47)
        .look()
        .extend(20)
        .done()
        .look()
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: good-morning
            0:10     | good-morning until done, 0 of 6, inhale, then plank, 20 %
            0:57     | good-morning until done, 0 of 6, inhale, then plank, 80 %
            0:57     > extend by 0:20 (means nothing now)
            0:57     > done
            0:57     stop: rest
            0:57     | rest 0:05 left, then plank, 80 %
            0:59     count down ×3
            1:02     go: plank
            1:04     count down ×3
            1:07     finish
        "#]])
        .did(expect![[r#"
            good-morning 0:30, 6 repetitions
            plank 0:05
        "#]]);
}

#[test]
fn rounds_have_a_rest_of_their_own_between_them() {
    Journey::of("1/Round/r3/2x.r9/plank.5s/superman.5s/end/cobra.1").start().until_over().hears(expect![[
        r#"
        0:00     > start
        0:00     get ready
        0:07     count down ×3
        0:10     go: plank round 1/2
        0:12     count down ×3
        0:15     stop: rest
        0:16     count down ×2
        0:18     go: superman round 1/2
        0:20     count down ×3
        0:23     stop: rest
        0:29     count down ×3
        0:32     go: plank round 2/2
        0:34     count down ×3
        0:37     stop: rest
        0:38     count down ×2
        0:40     go: superman round 2/2
        0:42     count down ×3
        0:45     stop: rest
        0:46     count down ×2
        0:48     go: cobra
        0:51     turn
        0:53     count down ×3
        0:56     finish
    "#
    ]]);
}

#[test]
fn a_move_of_a_later_version_is_left_out() {
    Journey::of("1/Later/r5/plank.5s/moonwalk.9/plank.5s").start().until_over().hears(expect![[r#"
        0:00     > start
        0:00     get ready
        0:07     count down ×3
        0:10     go: plank
        0:12     count down ×3
        0:15     stop: rest
        0:17     count down ×3
        0:20     go: plank
        0:22     count down ×3
        0:25     finish
    "#]]);
}

#[test]
fn a_move_of_the_authors_own_is_counted_too() {
    Journey::of("1/Own/~Star-jump.2/~Wall-sit.4s")
        .start()
        .until_over()
        .look()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: Star jump
            0:13     count down ×3
            0:16     go: Wall sit
            0:17     count down ×3
            0:20     finish
            0:20     | finished, Wall sit 0:00 left, 100 %
        "#]])
        .did(expect![[r#"
            Star jump 0:06, 2 repetitions
            Wall sit 0:04
        "#]]);
}
