//! A routine said line by line, and what was done of it.
//!
//! Decides: which words stand for a step, and that rounds are said as a group with its own head.

use domain::catalogue::ExerciseId;
use domain::history::SetDone;
use domain::routine::{Block, Move, Routine, Step};

use super::Words;

/// Steps that are done together.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineGroup {
    /// "3 rounds"; nothing for a single step.
    pub head: Option<String>,
    /// Its steps.
    pub lines: Vec<RoutineLine>,
}

/// A step in words.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineLine {
    /// The exercise, if it is one of the catalogue.
    pub exercise: Option<ExerciseId>,
    /// Whether this version can lead through it.
    pub known: bool,
    /// Its name.
    pub name: String,
    /// What else is to know about it; may be empty.
    pub about: String,
    /// How much.
    pub dose: String,
}

impl Words {
    /// "Side plank, left side".
    pub fn set_done(self, set: &SetDone) -> String {
        let name = self.action(&set.action);
        let Some(side) = set.side.filter(|_| matches!(set.action, Move::Known(_))) else { return name };
        let side = self.text(&["session.side.", side.slug()].concat());
        self.fill("session.move-side", &[("move", &name), ("side", &side)])
    }

    /// The steps of a routine, in order.
    pub fn lines_of(self, routine: &Routine) -> Vec<RoutineGroup> {
        routine.blocks.iter().map(|block| self.group(block)).collect()
    }

    /// A step as a line of a plain text: "Superman: 15 reps".
    pub fn line_as_text(self, line: &RoutineLine) -> String {
        self.fill("routine.text.line", &[("move", &line.name), ("dose", &line.dose)])
    }

    fn group(self, block: &Block) -> RoutineGroup {
        match block {
            Block::Step(step) => RoutineGroup { head: None, lines: vec![self.line(step)] },
            Block::Rounds { times, steps, .. } => RoutineGroup {
                head: Some(self.count("amount.rounds", u64::from(*times), &[])),
                lines: steps.iter().map(|step| self.line(step)).collect(),
            },
        }
    }

    fn line(self, step: &Step) -> RoutineLine {
        let about = match &step.action {
            Move::Known(_) => String::new(),
            Move::Custom(_) => self.text("routine.custom"),
            Move::Unknown(_) => self.text("routine.unknown"),
        };
        let dose = self.step_dose(step);
        let dose = match step.side {
            Some(side) => {
                let side = self.text(&["side.", side.slug()].concat());
                self.fill("routine.side", &[("dose", &dose), ("side", &side)])
            }
            None => dose,
        };
        RoutineLine {
            exercise: step.exercise(),
            known: step.is_known(),
            name: self.action(&step.action),
            about,
            dose,
        }
    }
}
