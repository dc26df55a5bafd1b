//! Finding an exercise by what people call it.
//!
//! Decides: what counts as a match and which match is the better one. Capitals, accents, hyphens and apostrophes make no
//! difference; words may be begun only, come in any order, and one slip of the finger in a longer word is forgiven.
//! Deliberately does not know any language: names and aliases are handed in.

use super::ExerciseId;

/// A query word shorter than this has to be right: one slip in four letters is another word.
const FORGIVEN_FROM: usize = 5;

/// What can be searched: each exercise with its name and its other names.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    id: ExerciseId,
    name: Phrase,
    aliases: Vec<Phrase>,
}

/// A name, reduced to what is compared.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    /// All words run together, so that `birddog` is a bird dog.
    joined: String,
}

/// How well an exercise matches, the best first.
///
/// An exact alias comes before a name that merely begins like the query: who types `plank` means the forearm plank, not
/// the plank row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    IsName,
    IsAlias,
    BeginsName,
    WordsOfName,
    BeginsAlias,
    WordsOfAlias,
    WordsOfAny,
    SlipInName,
    SlipInAny,
}

impl Index {
    /// An index of these texts: the name, then any other names, separated by `|`.
    pub fn new(texts: impl IntoIterator<Item = (ExerciseId, String)>) -> Self {
        let entry = |(id, text): (ExerciseId, String)| {
            let mut phrases = text.split('|').map(Phrase::of);
            let name = phrases.next()?;
            Some(Entry { id, name, aliases: phrases.collect() })
        };
        Self { entries: texts.into_iter().filter_map(entry).collect() }
    }

    /// The exercises that `query` may mean, best first, equals in the order of the index; all of them for a query
    /// without a letter or digit.
    pub fn find(&self, query: &str) -> Vec<ExerciseId> {
        let query = Phrase::of(query);
        if query.joined.is_empty() {
            return self.entries.iter().map(|entry| entry.id).collect();
        }
        let ranked = self.entries.iter().filter_map(|entry| Some((entry.rank(&query)?, entry.id)));
        let mut found: Vec<_> = ranked.collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, id)| id).collect()
    }
}

impl Entry {
    fn rank(&self, query: &Phrase) -> Option<Rank> {
        let any_alias = |test: &dyn Fn(&Phrase) -> bool| self.aliases.iter().any(test);
        let words_of = |phrase: &Phrase| query.words.iter().all(|word| phrase.has(word));
        let slip_in = |phrase: &Phrase| {
            similar(&query.joined, &phrase.joined) || query.words.iter().all(|word| phrase.has_similar(word))
        };
        let phrases = || core::iter::once(&self.name).chain(&self.aliases);
        let rank = if self.name.joined == query.joined {
            Rank::IsName
        } else if any_alias(&|alias| alias.joined == query.joined) {
            Rank::IsAlias
        } else if self.name.joined.starts_with(&query.joined) {
            Rank::BeginsName
        } else if words_of(&self.name) {
            Rank::WordsOfName
        } else if any_alias(&|alias| alias.joined.starts_with(&query.joined)) {
            Rank::BeginsAlias
        } else if any_alias(&words_of) {
            Rank::WordsOfAlias
        } else if query.words.iter().all(|word| phrases().any(|phrase| phrase.has(word))) {
            Rank::WordsOfAny
        } else if slip_in(&self.name) {
            Rank::SlipInName
        } else if any_alias(&slip_in) {
            Rank::SlipInAny
        } else {
            return None;
        };
        Some(rank)
    }
}

impl Phrase {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        Self { joined: words.concat(), words }
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|own| own.starts_with(word))
    }

    fn has_similar(&self, word: &str) -> bool {
        self.words.iter().any(|own| own.starts_with(word) || similar(word, own))
    }
}

/// Lower case, without accents and apostrophes; everything that is neither a letter nor a digit is a space.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            '\'' | '’' | 'ʼ' | '\u{300}'..='\u{36f}' => {}
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'è'..='ë' | 'ē' | 'ę' | 'ě' => folded.push('e'),
            'ì'..='ï' | 'ī' | 'ı' => folded.push('i'),
            'ł' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => folded.push(' '),
        }
    }
    folded
}

/// Whether `whole` begins with `typed` but for one slip: a letter wrong, missing, too many, or two exchanged.
fn similar(typed: &str, whole: &str) -> bool {
    if typed.chars().count() < FORGIVEN_FROM {
        return false;
    }
    let begins = |mut whole: core::str::Chars<'_>, typed: core::str::Chars<'_>| {
        typed.into_iter().all(|letter| whole.next() == Some(letter))
    };
    let (mut typed, mut whole) = (typed.chars(), whole.chars());
    loop {
        let (typed_here, whole_here) = (typed.clone(), whole.clone());
        let (Some(wanted), found) = (typed.next(), whole.next()) else { return true };
        if Some(wanted) == found {
            continue;
        }
        let wrong = found.is_some() && begins(whole.clone(), typed.clone());
        let too_many = begins(whole_here, typed.clone());
        let missing = begins(whole.clone(), typed_here);
        let exchanged = typed.next() == found && whole.next() == Some(wanted) && begins(whole, typed);
        return wrong || too_many || missing || exchanged;
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::catalogue::id;

    fn index() -> Index {
        let texts = [
            (id::CRUNCH, "Crunch|classic crunch|abdominal crunch|curl"),
            (id::CURL_UP, "Curl-up (one knee bent)|McGill curl-up"),
            (id::PLANK, "Forearm plank|plank|front plank|prone bridge"),
            (id::SUPERMAN, "Superman|supermans|locust lift"),
            (id::GLUTE_BRIDGE, "Bridge|glute bridge|hip bridge"),
            (id::SINGLE_LEG_BRIDGE, "Single-leg bridge|one-leg bridge|single-leg glute bridge"),
            (id::PRONE_SWIMMER, "Prone swimmer|swimming|flutter superman"),
            (id::SIDE_PLANK, "Side plank|side bridge"),
            (id::BIRD_DOG, "Bird dog|pointer|kneeling superman"),
            (id::SHOULDER_TAP, "Plank shoulder tap|shoulder taps"),
            (id::RUSSIAN_TWIST, "Russian twist|seated twist|Romanian twist"),
            (id::CHILDS_POSE, "Child's pose|balasana"),
            (id::SUPINE_TWIST, "Lying twist|supine spinal twist"),
        ];
        Index::new(texts.map(|(id, text)| (id, text.to_owned())))
    }

    fn check(query: &str, expected: &Expect) {
        let found: Vec<_> = index().find(query).into_iter().map(ExerciseId::slug).collect();
        expected.assert_eq(&found.join(" "));
    }

    #[test]
    fn other_names_find_the_exercise() {
        check("Romanian twist", &expect!["russian-twist"]);
        check("supermans", &expect!["superman prone-swimmer bird-dog"]);
        check("plank", &expect!["plank shoulder-tap side-plank"]);
    }

    #[test]
    fn the_exact_name_comes_first_then_names_then_aliases() {
        check("bridge", &expect!["glute-bridge single-leg-bridge plank side-plank"]);
        check("twist", &expect!["russian-twist supine-twist"]);
        check("superman", &expect!["superman prone-swimmer bird-dog"]);
    }

    #[test]
    fn words_may_be_begun_and_come_in_any_order() {
        check("tw rus", &expect!["russian-twist"]);
        check("leg glu", &expect!["single-leg-bridge"]);
        check("ing", &expect![""]);
    }

    #[test]
    fn capitals_accents_hyphens_spaces_and_apostrophes_make_no_difference() {
        check("birddog", &expect!["bird-dog"]);
        check("BIRD-DOG", &expect!["bird-dog"]);
        check("childs pose", &expect!["childs-pose"]);
        check("child’s", &expect!["childs-pose"]);
        check("Crúnch", &expect!["crunch"]);
        check("mcgill curl up", &expect!["curl-up"]);
    }

    #[test]
    fn one_slip_is_forgiven_in_a_longer_word() {
        check("brigde", &expect!["glute-bridge single-leg-bridge plank side-plank"]);
        check("suprman", &expect!["superman prone-swimmer bird-dog"]);
        check("rusian twits", &expect!["russian-twist"]);
        check("birdog", &expect!["bird-dog"]);
        check("brigde side", &expect!["side-plank"]);
        check("plonk", &expect!["plank side-plank shoulder-tap"]);
        check("plnk", &expect![""]);
        check("xbrigde", &expect![""]);
    }

    #[test]
    fn nothing_typed_means_everything() {
        assert_eq!(index().find("").len(), 13);
        assert_eq!(index().find(" - ").len(), 13);
        assert!(index().find("zzzzzz").is_empty());
    }

    /// What is found among exercises of these names.
    fn among(names: &[&str], query: &str) -> Vec<String> {
        let texts = ExerciseId::all().zip(names.iter().map(|name| (*name).to_owned()));
        let found = Index::new(texts).find(query).into_iter().map(ExerciseId::place);
        found.filter_map(|place| names.get(place)).map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn every_letter_is_found_by_its_plain_one() {
        let spelt = [
            ("ÀÁÂÃÄÅĀĂĄ", "aaaaaaaaa"),
            ("Æ", "ae"),
            ("ÇĆČ", "ccc"),
            ("ÈÉÊËĒĘĚ", "eeeeeee"),
            ("ÌÍÎÏĪı", "iiiiii"),
            ("Ł", "l"),
            ("ÑŃŇ", "nnn"),
            ("ÒÓÔÕÖØŌŐ", "oooooooo"),
            ("Œ", "oe"),
            ("Ř", "r"),
            ("ŚŠŞ", "sss"),
            ("ß", "ss"),
            ("ÙÚÛÜŪŮŰ", "uuuuuuu"),
            ("ÝŸ", "yy"),
            ("ŹŻŽ", "zzz"),
            ("e\u{301}", "e"),
            ("Ж9", "ж9"),
            ("o'c’dʼe", "ocde"),
        ];
        for (accented, plain) in spelt {
            assert_eq!(fold(accented), plain);
            assert_eq!(among(&[accented], plain), [accented]);
        }
        assert_eq!(fold("a-b.c"), "a b c");
    }

    #[test]
    fn a_name_comes_before_an_alias_and_a_beginning_before_a_word_within() {
        let names = [
            "Roll-out|the wheel, plonk",
            "Wheel plank",
            "Other|plank walk",
            "Third|side plank",
            "Plank walk-out",
            "Fourth|plank",
            "Plank",
            "Walk|the plank",
        ];
        let expected = [
            "Plank",
            "Fourth|plank",
            "Plank walk-out",
            "Wheel plank",
            "Other|plank walk",
            "Third|side plank",
            "Walk|the plank",
            "Roll-out|the wheel, plonk",
        ];
        assert_eq!(among(&names, "plank"), expected);
        let apart = ["Bridge|hip lift", "Hip bridge", "Lift"];
        assert_eq!(among(&apart, "bridge lift"), ["Bridge|hip lift"], "words of several names together");
        assert_eq!(among(&["Sum|swimmer", "Swimmer"], "swimner"), ["Swimmer", "Sum|swimmer"]);
    }

    #[test]
    fn two_slips_are_not_forgiven() {
        let finds = |typed: &str| !among(&["bridges"], typed).is_empty();
        let forgiven = [
            "bridges", "bridge", "brodges", "bidges", "brridges", "birdges", "bridgse", "bridgex", "xridges",
        ];
        for typed in forgiven {
            assert!(finds(typed), "{typed}");
        }
        for typed in
            ["brodgis", "bdges", "bbrriges", "ibrdgse", "birxges", "bxidgse", "bridgexx", "bridgesxx"]
        {
            assert!(!finds(typed), "{typed}");
        }
        assert!(finds("brodg") && !finds("brod"), "four letters have to be right");
    }
}
