//! A routine said line by line, and what was done of it.
//!
//! Decides: which words stand for a step, and that rounds are said as a group with its own head.

use domain::catalogue::ExerciseId;
use domain::history::SetDone;
use domain::routine::{Block, Dose, Move, Part, Routine, Step};

use super::Words;

/// Steps that are done together.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineGroup {
    /// "3 rounds", "Warm-up"; nothing for a single step.
    pub head: Option<String>,
    /// Its steps.
    pub lines: Vec<RoutineLine>,
}

/// A step in words.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineLine {
    /// The exercise, if it is one of the catalogue.
    pub exercise: Option<ExerciseId>,
    /// The one whose figure shows it.
    pub figure: Option<ExerciseId>,
    /// Whether this version can lead through it.
    pub known: bool,
    /// Its name.
    pub name: String,
    /// What else is to know about it; may be empty.
    pub about: String,
    /// Of that, what its author said; may be empty.
    pub said: String,
    /// How much; empty where that is not known either.
    pub dose: String,
}

impl Words {
    /// "Side plank, left side".
    pub fn set_done(self, set: &SetDone) -> String {
        let name = self.action(&set.action);
        let Some(side) = set.side.filter(|_| set.action.sides().is_some()) else { return name };
        let side = self.text(&["session.side.", side.slug()].concat());
        self.fill("session.move-side", &[("move", &name), ("side", &side)])
    }

    /// The steps of a routine, in order.
    pub fn lines_of(self, routine: &Routine) -> Vec<RoutineGroup> {
        routine.blocks.iter().map(|block| self.group(block)).collect()
    }

    /// A step as a line of a plain text: "Superman: 15 reps (8 kg · slowly)".
    pub fn line_as_text(self, line: &RoutineLine) -> String {
        if !line.known {
            return line.name.clone();
        }
        let text = self.fill("routine.text.line", &[("move", &line.name), ("dose", &line.dose)]);
        if line.said.is_empty() {
            return text;
        }
        self.fill("routine.text.said", &[("line", &text), ("said", &line.said)])
    }

    fn group(self, block: &Block) -> RoutineGroup {
        let lines = block.steps().iter().map(|step| self.line(step)).collect();
        let head = match block {
            Block::Step(_) => None,
            Block::Group(group) => Some(self.part(group.part, group.times)),
        };
        RoutineGroup { head, lines }
    }

    /// What a group is called: "3 rounds", "Warm-up", "Cool-down, 2 rounds".
    pub fn part(self, part: Part, times: u8) -> String {
        let rounds = self.count("amount.rounds", u64::from(times), &[]);
        match (part, times) {
            (Part::Main, _) => rounds,
            (part, 0 | 1) => self.text(&["part.", part.slug()].concat()),
            (part, _) => self.fill(&["part.rounds.", part.slug()].concat(), &[("rounds", &rounds)]),
        }
    }

    fn line(self, step: &Step) -> RoutineLine {
        let dose = if step.is_known() { self.step_dose(step) } else { String::new() };
        let dose = match step.side.filter(|_| step.is_known()) {
            Some(side) => {
                let side = self.text(&["side.", side.slug()].concat());
                self.fill("routine.side", &[("dose", &dose), ("side", &side)])
            }
            None => dose,
        };
        let said = self.said_of(step);
        RoutineLine {
            exercise: step.exercise(),
            figure: step.figure(),
            known: step.is_known(),
            name: self.action(&step.action),
            about: self.joined([self.kind(step), Some(said.clone()).filter(|said| !said.is_empty())]),
            said,
            dose,
        }
    }

    /// What a step is, where its name does not say so.
    fn kind(self, step: &Step) -> Option<String> {
        match &step.action {
            Move::Known(_) => None,
            Move::Custom(own) => Some(match own.region {
                Some(region) => self.fill("routine.custom.region", &[("region", &self.region(region))]),
                None => self.text("routine.custom"),
            }),
            Move::Unknown(_) => Some(self.text("routine.unknown")),
        }
    }

    /// Whose end it is, what is lifted, and a note; may be empty.
    fn said_of(self, step: &Step) -> String {
        let pace = matches!(step.dose, Dose::UntilDone(_)).then(|| self.text("routine.own-pace"));
        let weight = step.load.weight.map(|weight| self.weight(weight));
        let note = Some(step.note.clone()).filter(|note| !note.is_empty());
        self.joined([pace, weight, note])
    }

    fn joined<const N: usize>(self, parts: [Option<String>; N]) -> String {
        let join =
            |first: String, next: String| self.fill("routine.about", &[("first", &first), ("next", &next)]);
        parts.into_iter().flatten().reduce(join).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use domain::routine::notation;

    use super::*;
    use crate::ports::PlainEnglish;

    #[test]
    fn a_line_of_plain_text_has_all_that_its_author_said() {
        let words = Words::new(include_str!("../../words/en.txt").to_owned(), Rc::new(PlainEnglish));
        let routine = notation::read(
            "1/-/superman.15.done/good-morning.10.8kg.~Slowly-down/~Stairs.60s.back/moonwalk.3",
        )
        .routine;
        let lines: Vec<String> = words
            .lines_of(&routine)
            .iter()
            .flat_map(|group| &group.lines)
            .map(|line| words.line_as_text(line).replace(['\u{2068}', '\u{2069}'], ""))
            .collect();
        let wanted = [
            "Superman: 15 reps (at your own pace)",
            "Good morning: 10 reps (8 kg · Slowly down)",
            "Stairs: 60 s",
            "moonwalk",
        ];
        assert_eq!(lines, wanted);
    }
}
