//! Who the figure is.
//!
//! Decides: how that is stored. Deliberately does not know what each choice looks like
//! ([`crate::figure`]).

use super::Settings;
use crate::figure::{Build, Hair, Person, Wear};

impl Settings {
    /// Who is drawn doing every move; nobody where there is another person for each.
    pub fn own_person(&self) -> Option<Person> {
        self.own_figure.then_some(self.person)
    }

    pub(super) fn figure_fields(&self) -> [String; 4] {
        [
            format!("figure={}", if self.own_figure { "own" } else { "mixed" }),
            format!("build={}", self.person.build.slug()),
            format!("worn={}", self.person.hair.slug()),
            format!("wear={}", self.person.wear.slug()),
        ]
    }

    pub(super) fn take_figure(&mut self, key: &str, value: &str) -> Result<(), String> {
        let wrong = |expected: &str| format!("{key}: expected {expected}, found “{value}”");
        match key {
            "figure" => {
                self.own_figure = match value {
                    "own" => true,
                    "mixed" => false,
                    _ => return Err(wrong("own or mixed")),
                };
            }
            "build" => {
                let found = Build::ALL.into_iter().find(|build| build.slug() == value);
                self.person.build = found.ok_or_else(|| wrong("slender or broad"))?;
            }
            "worn" => {
                let found = Hair::ALL.into_iter().find(|hair| hair.slug() == value);
                self.person.hair = found.ok_or_else(|| wrong("knot, short, curls, tail, scarf or shaved"))?;
            }
            _ => {
                let found = Wear::ALL.into_iter().find(|wear| wear.slug() == value);
                self.person.wear = found.ok_or_else(|| wrong("shorts, leggings or long"))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::ExerciseId;
    use crate::line;

    #[test]
    fn everybody_takes_part_until_one_is_chosen() {
        let mut settings = Settings::default();
        assert_eq!(settings.own_person(), None);
        let mut seen: Vec<Person> = Vec::new();
        for person in ExerciseId::all().map(Person::for_move) {
            if !seen.contains(&person) {
                seen.push(person);
            }
        }
        assert_eq!(seen.len(), Build::ALL.len() * Hair::ALL.len() * Wear::ALL.len());
        (settings.own_figure, settings.person.hair) = (true, Hair::Curls);
        assert_eq!(settings.own_person(), Some(Person { hair: Hair::Curls, ..Person::default() }));
    }

    #[test]
    fn the_figure_comes_back_as_it_was_chosen() {
        let settings = Settings {
            own_figure: true,
            person: Person { build: Build::Broad, hair: Hair::Scarf, wear: Wear::Long },
            ..Settings::default()
        };
        assert_eq!(Settings::read(&settings.write()), (settings, vec![]));
        let line = line::seal(&["figure=ours", "build=tall", "worn=up", "wear=kilt"].map(str::to_owned));
        let (read, problems) = Settings::read(&line);
        assert_eq!((read, problems.len()), (Settings::default(), 4), "{problems:?}");
    }

    #[test]
    fn whoever_chose_a_colour_before_there_were_others_keeps_the_figure() {
        let own = |field: &str| Settings::read(&line::seal(&[field.to_owned()])).0.own_figure;
        assert!(own("skin=4") && own("hair=1") && own("outfit=5") && !own("skin=0") && !own("ready=5"));
        let line = line::seal(&["skin=4", "figure=mixed"].map(str::to_owned));
        assert!(!Settings::read(&line).0.own_figure);
    }
}
