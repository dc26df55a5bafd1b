//! How amounts and balance are said: a dose, a step, a dial.
//!
//! Decides: which text fits which amount. How a number or a span is written is the port's to know.

use domain::balance::{Dial, Verdict, Work};
use domain::catalogue::{ExerciseId, Metric, Muscle, Sides};
use domain::routine::{Dose, Move, Routine, Step, Weight};
use domain::time::Millis;

use leptos::prelude::*;

use super::Words;

impl Words {
    /// What a step asks for, by name.
    pub fn action(self, action: &Move) -> String {
        match action {
            Move::Known(exercise) => self.exercise(*exercise),
            Move::Custom(own) => own.name.clone(),
            Move::Unknown(slug) => slug.clone(),
        }
    }

    /// A dose: "15 reps", "30 s", "12 reps each side". `held` when the exercise counts seconds even without being told.
    pub fn dose(self, dose: Dose, held: bool, each: bool) -> String {
        let seconds = |n: u16| {
            let key = if each { "amount.seconds-each" } else { "amount.seconds" };
            self.fill(key, &[("n", &self.figures(u64::from(n)))])
        };
        let key = if each { "amount.reps-each" } else { "amount.reps" };
        match dose {
            Dose::Seconds(n) => seconds(n),
            Dose::Reps(n) | Dose::UntilDone(n) if held => seconds(n),
            Dose::Reps(n) | Dose::UntilDone(n) => self.count(key, u64::from(n), &[]),
        }
    }

    /// How much a step asks for: "2 × 12 reps each side".
    pub fn step_dose(self, step: &Step) -> String {
        let held = step.exercise().is_some_and(|exercise| exercise.get().metric != Metric::Reps);
        let dose = self.dose(step.dose, held, step.does_both_sides());
        if step.sets > 1 {
            let sets = self.figures(u64::from(step.sets));
            return self.fill("amount.sets-of", &[("sets", &sets), ("dose", &dose)]);
        }
        dose
    }

    /// The standard dose of an exercise.
    pub fn standard_dose(self, exercise: ExerciseId) -> String {
        let held = exercise.get().metric != Metric::Reps;
        self.dose(Step::standard_dose(exercise), held, exercise.get().sides == Sides::Each)
    }

    /// A routine's name; one for all that have none.
    pub fn title_of(self, routine: &Routine) -> String {
        match routine.title.as_str() {
            "" => self.text("open.untitled"),
            title => title.to_owned(),
        }
    }

    /// How long a routine takes, as its page states it: "8:00".
    pub fn length_of(self, routine: &Routine) -> String {
        self.span(routine.stated_length())
    }

    /// A routine in a line: "12 moves · 8:00".
    pub fn summary_of(self, routine: &Routine) -> String {
        let moves = routine.steps().filter(|step| step.is_known()).count();
        self.summary(moves as u64, routine.stated_length())
    }

    /// So many moves in so much time, in a line.
    pub fn summary(self, moves: u64, length: Millis) -> String {
        let (moves, time) = (self.count("amount.moves", moves, &[]), self.span(length));
        self.fill("amount.routine", &[("moves", &moves), ("time", &time)])
    }

    /// A span of time in figures: "8:00".
    pub fn span(self, length: Millis) -> String {
        self.formats.try_with_value(|formats| formats.span(length)).unwrap_or_default()
    }

    /// A verdict on the balance, in a word or two.
    pub fn verdict(self, verdict: Verdict) -> String {
        self.text(&["verdict.", verdict.slug()].concat())
    }

    /// The dial of some work, for those who do not see it.
    pub fn dial(self, work: &Work) -> String {
        work.dial().map_or_else(|| self.text("dial.empty"), |dial| self.dial_text(&dial, work.verdict()))
    }

    /// A dial and its verdict, for those who do not see it.
    pub fn dial_text(self, dial: &Dial, verdict: Verdict) -> String {
        let percent = |share: f64| self.figures(u64::from(Dial::percent(share)));
        self.fill(
            "dial.text",
            &[
                ("front", &percent(dial.front)),
                ("right", &percent(dial.right)),
                ("back", &percent(dial.back)),
                ("left", &percent(dial.left)),
                ("twist", &percent(dial.twist)),
                ("verdict", &self.verdict(verdict)),
            ],
        )
    }

    /// The parts of the dial, each with its name and its share: front, right, back, left, twist. None without a dial.
    pub fn shares_of(self, work: &Work) -> Vec<(String, String)> {
        let Some(dial) = work.dial() else { return Vec::new() };
        let shares = [
            ("front", dial.front),
            ("right", dial.right),
            ("back", dial.back),
            ("left", dial.left),
            ("twist", dial.twist),
        ];
        let percent = |share| self.figures(u64::from(Dial::percent(share)));
        let entry = |(part, share)| {
            (self.text(&["dial.", part].concat()), self.fill("amount.percent", &[("n", &percent(share))]))
        };
        shares.into_iter().map(entry).collect()
    }

    /// The balance of some work in a sentence, with how front and back stand to each other.
    pub fn balance_of(self, work: &Work) -> String {
        let back = Dial::percent(work.back_share().unwrap_or_default());
        let (front, back) = (self.figures(100_u8.saturating_sub(back).into()), self.figures(back.into()));
        self.fill(
            &["routine.verdict.", work.verdict().slug()].concat(),
            &[("front", &front), ("back", &back)],
        )
    }

    /// What a muscle is called.
    pub fn muscle(self, muscle: Muscle) -> String {
        self.text(&["muscle.", muscle.slug()].concat())
    }

    /// A body on which these muscles are lit, in a sentence.
    pub fn muscles_on_a_body(self, lit: &[(Muscle, u8)]) -> String {
        let names: Vec<_> = lit.iter().map(|(muscle, _)| self.muscle(*muscle)).collect();
        let names = self.formats.try_with_value(|formats| formats.list(&names)).unwrap_or_default();
        self.fill("muscles.label", &[("muscles", &names)])
    }

    /// A weight in the unit in which it was said.
    pub fn weight(self, weight: Weight) -> String {
        let (key, amount) = match weight {
            Weight::Kilograms(amount) => ("amount.kilograms", amount),
            Weight::Pounds(amount) => ("amount.pounds", amount),
        };
        self.fill(key, &[("n", &self.figures(amount.into()))])
    }

    /// The numbers of a scale from 0 to 10.
    pub fn scale(self) -> Vec<String> {
        (0..=10).map(|level| self.figures(level)).collect()
    }

    /// A whole number in figures.
    pub fn figures(self, n: u64) -> String {
        self.formats.try_with_value(|formats| formats.whole(n)).unwrap_or_default()
    }
}
