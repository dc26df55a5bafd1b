//! What a person does meanwhile: pause, skip, go back, extend, leave and come back, as stories.

#![allow(clippy::expect_used, reason = "a failed helper is a failed test")]
#![allow(clippy::needless_raw_string_hashes, reason = "transcripts are written by expect-test")]

mod support;

use expect_test::expect;
use support::journey::Journey;

#[test]
fn a_pause_does_not_eat_the_rest() {
    Journey::of("1/Two/r10/plank.20s/bird-dog.20s")
        .start()
        .after(10 + 20 + 4)
        .pause()
        .look()
        .after(300)
        .look()
        .resume()
        .look()
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:20     half
            0:27     count down ×3
            0:30     stop: rest
            0:34     > pause
            0:34     | paused, rest 0:06 left, then bird-dog, 57 % ×2
            5:34     > resume
            5:34     | rest 0:06 left, then bird-dog, 57 %
            5:37     count down ×3
            5:40     go: bird-dog
            5:50     half
            5:57     count down ×3
            6:00     finish
        "#]]);
}

#[test]
fn a_longer_rest_moves_everything_after_it() {
    Journey::of("1/Two/r10/plank.5s/plank.5s")
        .start()
        .after(10 + 5 + 8)
        .look()
        .extend(20)
        .look()
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:12     count down ×3
            0:15     stop: rest
            0:22     count down ×2
            0:23     | rest 0:02 left, then plank, 77 %
            0:23     > extend by 0:20
            0:23     | rest 0:22 left, then plank, 77 %
            0:42     count down ×3
            0:45     go: plank
            0:47     count down ×3
            0:50     finish
        "#]]);
}

#[test]
fn skipping_goes_on_phase_by_phase_until_over() {
    Journey::of("1/Two/r10/plank.20s/superman.4")
        .start()
        .skip()
        .look()
        .after(8)
        .skip()
        .look()
        .skip()
        .look()
        .after(12)
        .skip()
        .look()
        .skip()
        .hears(expect![[r#"
            0:00     > start
            0:00     > skip
            0:00     go: plank
            0:00     | plank 0:20 left, breathe, then superman, 17 %
            0:08     > skip
            0:08     stop: rest
            0:08     | rest 0:10 left, then superman, 50 %
            0:08     > skip
            0:08     go: superman
            0:08     | superman 0:20 left, 0 of 4, inhale, 67 %
            0:10     turn ×6
            0:20     > skip
            0:20     finish
            0:20     | finished, superman 0:00 left, 4 of 4, inhale, 100 %
            0:20     > skip (means nothing now)
            0:20     finish
        "#]])
        .did(expect![[r#"
            plank 0:08
            superman 0:12, 2 repetitions
        "#]]);
}

#[test]
fn going_back_begins_anew_and_then_goes_one_back() {
    Journey::of("1/Two/r10/plank.20s/superman.4")
        .start()
        .after(10 + 20 + 10 + 4)
        .look()
        .back()
        .look()
        .back()
        .look()
        .after(2)
        .back()
        .look()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:20     half
            0:27     count down ×3
            0:30     stop: rest
            0:37     count down ×3
            0:40     go: superman
            0:42     turn ×2
            0:44     | superman 0:16 left, 0 of 4, exhale, 73 %
            0:44     > back
            0:44     go: superman
            0:44     | superman 0:20 left, 0 of 4, inhale, 67 %
            0:44     > back
            0:44     stop: rest
            0:44     | rest 0:10 left, then superman, 50 %
            0:46     > back
            0:46     go: plank
            0:46     | plank 0:20 left, breathe, then superman, 17 %
        "#]]);
}

#[test]
fn paused_buttons_move_the_place_and_keep_the_silence() {
    Journey::of("1/Two/r10/plank.20s/superman.4")
        .start()
        .after(14)
        .pause()
        .skip()
        .skip()
        .look()
        .back()
        .look()
        .after(60)
        .resume()
        .after(1)
        .look()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:14     > pause
            0:14     > skip ×2
            0:14     | paused, superman 0:20 left, 0 of 4, inhale, 67 %
            0:14     > back
            0:14     | paused, rest 0:10 left, then superman, 50 %
            1:14     > resume
            1:14     stop: rest
            1:15     | rest 0:09 left, then superman, 52 %
        "#]]);
}

#[test]
fn a_reload_goes_on_and_a_long_absence_waits() {
    Journey::of("1/One/plank.60s")
        .start()
        .after(20)
        .gone_for(4)
        .look()
        .after(6)
        .gone_for(3600)
        .look()
        .after(5)
        .resume()
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:24     > comes back after 0:04
            0:24     | plank 0:46 left, breathe, 34 %
            60:30    > comes back after 60:00
            60:30    | paused, plank 0:40 left, breathe, 43 %
            60:35    > resume
            60:35    count down ×3
            60:38    go: plank
            60:48    half
            61:15    count down ×3
            61:18    finish
        "#]]);
}

#[test]
fn what_was_done_before_an_early_end_counts() {
    let journey = Journey::of("1/Two/r10/plank.20s/superman.4").start().after(10 + 20 + 10 + 12).end().look();
    let journey = journey
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:20     half
            0:27     count down ×3
            0:30     stop: rest
            0:37     count down ×3
            0:40     go: superman
            0:42     turn ×6
            0:52     > end
            0:52     | finished, superman 0:08 left, 2 of 4, breathe, 87 %
        "#]])
        .did(expect![[r#"
        plank 0:20
        superman 0:12, 2 repetitions
    "#]]);
    let record = journey.record().expect("it is over");
    assert!(!record.complete);
    assert_eq!(record.active.0, 42_000, "the get-ready is the person's own");
}

#[test]
fn what_means_nothing_changes_nothing() {
    Journey::of("1/One/plank.5s")
        .pause()
        .skip()
        .start()
        .start()
        .resume()
        .until_over()
        .back()
        .resume()
        .end()
        .look()
        .hears(expect![[r#"
            0:00     > pause (means nothing now)
            0:00     > skip (means nothing now)
            0:00     > start
            0:00     > start (means nothing now)
            0:00     > resume (means nothing now)
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank
            0:12     count down ×3
            0:15     > back (means nothing now)
            0:15     > resume (means nothing now)
            0:15     > end (means nothing now)
            0:15     finish
            0:15     | finished, plank 0:00 left, breathe, 100 %
        "#]]);
}

#[test]
fn another_move_takes_the_place_of_one_and_what_was_done_stays_done() {
    Journey::of("1/Two/r5/plank.2x20s/superman.2")
        .start()
        .after(10 + 8)
        .pause()
        .swap(0, "wall-plank")
        .resume()
        .after(22)
        .swap(1, "bird-dog")
        .until_over()
        .hears(expect![[r#"
            0:00     > start
            0:00     get ready
            0:07     count down ×3
            0:10     go: plank 1/2
            0:18     > pause
            0:18     > swap step 0 for wall-plank
            0:18     > resume
            0:18     count down ×3
            0:21     go: wall-plank 1/2
            0:31     half
            0:38     count down ×2
            0:40     > swap step 1 for bird-dog
            0:40     count down
            0:41     stop: rest
            0:43     count down ×3
            0:46     go: wall-plank 2/2
            0:56     half
            1:03     count down ×3
            1:06     stop: rest
            1:08     count down ×3
            1:11     go: bird-dog
            1:13     turn ×4
            1:20     count down ×3
            1:23     finish
        "#]])
        .did(expect![[r#"
            plank 0:08
            wall-plank 0:20
            wall-plank 0:20
            bird-dog 0:12, 2 repetitions
        "#]]);
}
