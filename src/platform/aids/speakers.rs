//! Who is asked to speak first.
//!
//! Decides: the order of voices. Deliberately does not know how a browser is asked for them.

use domain::order::sorted;

use crate::ports::Speaker;

/// What better voices have in their names, and worse ones.
const BETTER: [&str; 4] = ["Premium", "Enhanced", "Natural", "Siri"];
const WORSE: [&str; 2] = ["eSpeak", "Compact"];
/// Voices that come with Apple's devices for fun, or are older than the others there.
const FUN: [&str; 22] = [
    "Albert",
    "Bad News",
    "Bahh",
    "Bells",
    "Boing",
    "Bubbles",
    "Cellos",
    "Eddy",
    "Flo",
    "Fred",
    "Good News",
    "Grandma",
    "Grandpa",
    "Jester",
    "Junior",
    "Organ",
    "Ralph",
    "Reed",
    "Rocko",
    "Superstar",
    "Trinoids",
    "Wobble",
];

/// A voice as the browser tells of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub(super) speaker: Speaker,
    /// Whether the device would choose it. Some say so of each.
    pub(super) is_default: bool,
}

/// The places of those that speak `language` (`en`), the best first: whoever needs no network, then whoever sounds well, then
/// whoever speaks as the person does (`own`: `en-GB`).
pub(super) fn ordered(told: &[Told], language: &str, own: &str) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for (place, it) in told.iter().enumerate() {
        // The same name stands for the same voice: it is all that is remembered of one.
        let is_new = places.iter().all(|known| told[*known].speaker.name != it.speaker.name);
        if is_new && is_of(&it.speaker.language, language) {
            places.push(place);
        }
    }
    let rank = |place: &usize| {
        let Told { speaker, is_default } = &told[*place];
        let has = |names: &[&str]| names.iter().any(|name| speaker.name.contains(name));
        let is_fun = FUN.iter().any(|fun| speaker.name.split(" (").next() == Some(fun));
        let is_own = plain(&speaker.language).eq_ignore_ascii_case(&plain(own));
        (!speaker.is_local, is_fun || has(&WORSE), !has(&BETTER), !is_own, !is_default)
    };
    sorted(places, |a, b| rank(a).cmp(&rank(b)))
}

/// `en_US` and `en-US` are the same.
pub(super) fn plain(language: &str) -> String {
    language.replace('_', "-")
}

fn is_of(language: &str, wanted: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|first| first.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, language: &str, is_local: bool, is_default: bool) -> Told {
        let speaker = Speaker { name: name.to_owned(), language: language.to_owned(), is_local };
        Told { speaker, is_default }
    }

    fn names(all: &[Told], own: &str) -> Vec<String> {
        ordered(all, "en", own).iter().map(|place| all[*place].speaker.name.clone()).collect()
    }

    #[test]
    fn whoever_needs_no_network_speaks_before_who_does() {
        let all = [
            told("Google UK English Female", "en-GB", false, true),
            told("Anna", "de-DE", true, true),
            told("English United States", "en_US", true, false),
            told("English United Kingdom", "en_GB", true, false),
            told("English (America)+Ed eSpeak", "EN", true, false),
        ];
        assert_eq!(
            names(&all, "en-GB"),
            [
                "English United Kingdom",
                "English United States",
                "English (America)+Ed eSpeak",
                "Google UK English Female"
            ]
        );
    }

    #[test]
    fn voices_for_fun_come_last_and_good_ones_first() {
        let all = ["Bells", "Fred", "Daniel", "Samantha", "Ava (Premium)", "Eddy (English (UK))", "Daniel"]
            .map(|name| told(name, if name == "Daniel" { "en-GB" } else { "en-US" }, true, true));
        assert_eq!(
            names(&all, "en-US"),
            ["Ava (Premium)", "Samantha", "Daniel", "Bells", "Fred", "Eddy (English (UK))"]
        );
    }
}
