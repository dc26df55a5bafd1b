//! Everything a person reads, looked up by key.
//!
//! Decides: how a text is found, filled in and counted. Deliberately does not know which language it speaks, how numbers
//! are written or where the files came from: the [`Formats`] port and the two texts are handed in. A key without a text shows its
//! own last part, so that a forgotten word is an odd label and never an empty button.
//!
//! They come in two parts: what the start page and the frame need, and all the rest, which may arrive later: the second
//! half of `words/en.txt`, and `words/en.moves.txt`, what is told about doing each exercise. Whoever read
//! [`Words::moves`] is then told.

mod amounts;
mod lines;
mod reader;
mod search;
mod spoken;
mod swaps;

use std::rc::Rc;

use domain::catalogue::{ExerciseId, Filter, Position, Region};
use leptos::prelude::*;

use crate::ports::{Formats, PlainEnglish, Plural};

pub use lines::{RoutineGroup, RoutineLine};
pub use reader::Lines;
pub use search::Search;
pub use spoken::Point;

/// The texts of one language: a small handle to be copied anywhere.
#[derive(Clone, Copy)]
pub struct Words {
    lines: Lines,
    later: RwSignal<Option<Lines>>,
    formats: StoredValue<Rc<dyn Formats>, LocalStorage>,
}

/// What is told about doing one exercise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoveWords {
    /// Other names, for the search and as a line under the name.
    pub aka: Vec<String>,
    /// How it is done, in order.
    pub steps: Vec<String>,
    /// What goes wrong most often.
    pub mistakes: Vec<String>,
    /// What is needed or may be added; `None` where a floor is enough.
    pub kit: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Words {
    /// The texts of the start; [`Words::add_later`] brings the others.
    ///
    /// Lives as long as the reactive owner it is made under.
    pub fn new(interface: String, formats: Rc<dyn Formats>) -> Self {
        Self {
            lines: Lines::read(interface),
            later: RwSignal::new(None),
            formats: StoredValue::new_local(formats),
        }
    }

    /// The second part has arrived.
    pub fn add_later(self, text: String) {
        self.later.set(Some(Lines::read(text)));
    }

    /// Whether both parts are here.
    pub fn is_whole(self) -> bool {
        self.later.with_untracked(Option::is_some)
    }

    /// The part that has `key`.
    fn part_with(self, key: &str) -> Lines {
        let later = || self.later.try_get_untracked().flatten();
        if self.lines.get(key).is_some() { self.lines } else { later().unwrap_or(self.lines) }
    }

    fn found(self, key: &str) -> Option<&'static str> {
        self.part_with(key).get(key)
    }

    /// The text of `key`.
    pub fn text(self, key: &str) -> String {
        self.found(key).unwrap_or_else(|| last_part(key)).to_owned()
    }

    /// Whether there is a text of `key`.
    pub fn has(self, key: &str) -> bool {
        self.found(key).is_some()
    }

    /// The text of `key` with its `{places}` filled in.
    pub fn fill(self, key: &str, places: &[(&str, &str)]) -> String {
        reader::fill(self.found(key).unwrap_or_else(|| last_part(key)), places)
    }

    /// The text for `n` things: `key.one`, `key.other` or whatever the language has. `{n}` is the count in figures.
    pub fn count(self, key: &str, n: u64, places: &[(&str, &str)]) -> String {
        let counted = self.formats.try_with_value(|formats| (formats.plural(n), formats.whole(n)));
        let (plural, figures) = counted.unwrap_or((Plural::Other, String::new()));
        let text = self
            .found(&[key, ".", plural.slug()].concat())
            .or_else(|| self.found(&[key, ".other"].concat()))
            .unwrap_or_else(|| last_part(key));
        let mut all = vec![("n", figures.as_str())];
        all.extend_from_slice(places);
        reader::fill(text, &all)
    }

    /// The texts `key.1`, `key.2` … as far as they go: paragraphs, or the items of a list.
    pub fn list(self, key: &str) -> Vec<String> {
        self.part_with(&[key, ".1"].concat()).list(key)
    }

    /// The name of an exercise.
    pub fn exercise(self, id: ExerciseId) -> String {
        self.text(&["exercise.", id.slug()].concat())
    }

    /// The name of a region.
    pub fn region(self, region: Region) -> String {
        self.text(&["region.", region.slug()].concat())
    }

    /// The name of a position.
    pub fn position(self, position: Position) -> String {
        self.text(&["position.", position.slug()].concat())
    }

    /// What exercises can be looked through for, in groups: what they are called, and what is in them.
    pub fn filters(self) -> Vec<(String, Vec<(Filter, String)>)> {
        let regions = Region::ALL.iter().map(|region| (Filter::Region(*region), self.region(*region)));
        let positions =
            Position::ALL.iter().map(|position| (Filter::Position(*position), self.position(*position)));
        let no_kit = (Filter::NoKit, self.text("exercises.no-kit"));
        vec![
            (self.text("exercises.region"), regions.collect()),
            (self.text("exercises.where"), core::iter::once(no_kit).chain(positions).collect()),
        ]
    }

    /// The names of the phases of one repetition, in the order of the catalogue's phases.
    pub fn phases(self, id: ExerciseId) -> Vec<String> {
        let key = ["exercise.", id.slug(), ".phases"].concat();
        self.part_with(&key).parts(&key)
    }

    /// How an exercise is done; `None` until the second part has arrived, and then whoever asked is told.
    pub fn moves(self, id: ExerciseId) -> Option<MoveWords> {
        let lines = self.later.get()?;
        let key = |part: &str| [id.slug(), ".", part].concat();
        Some(MoveWords {
            aka: lines.parts(&key("aka")),
            steps: lines.list(&key("step")),
            mistakes: lines.list(&key("mistake")),
            kit: lines.get(&key("kit")).map(str::to_owned),
            note: lines.get(&key("note")).map(str::to_owned),
        })
    }

    /// Makes these the words of every component below.
    pub fn provide(self) {
        provide_context(self);
    }

    /// What the search may look at: the name and, when they have arrived, the other names.
    fn searchable(self, id: ExerciseId) -> String {
        let mut text = self.exercise(id);
        // Of all that is told about a move no more than this: it is asked of every move at once.
        let names = self.later.get().map(|lines| lines.parts(&[id.slug(), ".aka"].concat()));
        for name in names.unwrap_or_default() {
            text.push('|');
            text.push_str(&name);
        }
        text
    }
}

/// The words of the running app; without any, every key shows its last part.
pub fn use_words() -> Words {
    use_context().unwrap_or_else(|| Words::new(String::new(), Rc::new(PlainEnglish)))
}

fn last_part(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words::new(text.to_owned(), Rc::new(PlainEnglish))
    }

    #[test]
    fn a_forgotten_text_shows_the_last_part_of_its_key() {
        let words = words("");
        assert_eq!(words.text("session.pause"), "pause");
        assert_eq!(words.fill("today.week", &[("done", "3")]), "week");
        assert_eq!(words.count("amount.sets", 2, &[]), "sets");
    }

    #[test]
    fn a_count_takes_its_own_plural_and_is_written_in_figures() {
        let words = words("a.one = {n} set of {what}\na.other = {n} sets of {what}");
        assert_eq!(words.count("a", 1, &[("what", "two")]), "1 set of two");
        assert_eq!(words.count("a", 1250, &[("what", "two")]), "1,250 sets of two");
    }

    #[test]
    fn the_words_of_a_move_come_with_the_second_part() {
        let owner = Owner::new();
        owner.set();
        let words = words("exercise.plank = Forearm plank");
        let plank = domain::catalogue::id::PLANK;
        assert_eq!(words.moves(plank), None);
        assert_eq!(words.searchable(plank), "Forearm plank");
        words.add_later("plank.aka = plank | front plank\nplank.step.1 = Lie down.".to_owned());
        assert_eq!(words.searchable(plank), "Forearm plank|plank|front plank");
        assert_eq!(words.moves(plank).map(|moves| moves.steps), Some(vec!["Lie down.".to_owned()]));
    }
}
