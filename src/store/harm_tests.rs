//! Copies as no app ever wrote them, restored onto a device on which something is kept.
//!
//! Every copy follows from its number, so that what is found once is found again. `EVENKEEL_COPIES` asks for more of them.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::tests::{copied, open, record};
use crate::ports::recorded::Recorded;

/// How many copies there are where no number is asked for.
const USUAL: u64 = 300;

/// Numbers by chance that are the same each time (Steele, Lea, Flood: splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((bits ^ (bits >> 31)) % end.max(1) as u64).unwrap()
    }
}

/// `copy`, harmed in one of the ways in which a file may be.
fn harmed(copy: &[char], chance: &mut Chance) -> Vec<char> {
    let mut text = copy.to_vec();
    let (one, other) = (chance.below(text.len() + 1), chance.below(text.len() + 1));
    let (from, to) = (one.min(other), one.max(other));
    match chance.below(6) {
        0 => text.truncate(from),
        1 => drop(text.drain(from..to)),
        2 => text.splice(from..from, copy[from..to].iter().copied()).for_each(drop),
        3 if from < text.len() => {
            text[from] = ['\n', '=', '|', '\u{0}', '0', '\u{202e}', '%', '9'][chance.below(8)];
        }
        4 => text[from..to].reverse(),
        _ => text.insert(from, ['\n', '=', '|', '\u{feff}', ':', '\r', 'e', '1'][chance.below(8)]),
    }
    text
}

#[test]
fn a_copy_harmed_in_any_way_harms_nothing_that_is_here() {
    let count = std::env::var("EVENKEEL_COPIES").ok().and_then(|text| text.parse().ok()).unwrap_or(USUAL);
    let copy: Vec<char> = copied().chars().collect();
    let device = Recorded::new();
    let (owner, store) = open(&device);
    store.keep_record(record("1/Here/plank.30s", 7));
    store.change_settings(|settings| settings.volume = 70);
    let here = device.kept.borrow().clone();
    drop(owner);
    let mut restored_lines = 0;
    for number in 0..count {
        let mut chance = Chance(number);
        let mut text = copy.clone();
        for _ in 0..=chance.below(4) {
            text = harmed(&text, &mut chance);
        }
        let text = String::from_iter(text);
        device.kept.replace(here.clone());
        let (_owner, store) = open(&device);
        let told = store.restoring(&text);
        let restored = store.restore(&told);
        let found = device.kept.borrow().clone();
        restored_lines += found.len() - here.len();
        assert!(kept(&found, &here), "copy {number} took something away: {text:?}");
        let read = store.backup();
        assert_eq!(store.notices().get_untracked(), [], "copy {number} brought damage in: {text:?}");
        assert!(!store.restoring(&text).changes_something(), "copy {number} twice is not the same: {text:?}");
        store.take_back(&restored);
        assert_eq!(*device.kept.borrow(), here, "copy {number} cannot be taken back: {text:?}");
        assert!(read.len() >= store.backup().len());
    }
    assert!(restored_lines > usize::try_from(count).unwrap(), "most of what is whole is restored");
}

/// Whether everything that was `here` is there, letter by letter.
fn kept(found: &BTreeMap<String, String>, here: &BTreeMap<String, String>) -> bool {
    here.iter().all(|(key, text)| found.get(key) == Some(text))
}
