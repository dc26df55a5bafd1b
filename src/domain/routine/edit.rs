//! A routine being changed.
//!
//! Decides: that steps are counted as they are read, in rounds or not; that a step which is moved past the beginning or the end of
//! rounds goes into them or leaves them; and that rounds without a step are gone. Every change gives a new routine, so that
//! whoever asked can have the old one back. A place where there is no step changes nothing.

use super::{Block, Group, Part, Routine, Step};

/// Which way a step is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// To the beginning.
    Start,
    /// To the end.
    End,
}

impl Towards {
    /// What is next to `at` in this direction, of so many; nothing past the end.
    fn next(self, at: usize, count: usize) -> Option<usize> {
        match self {
            Self::Start => at.checked_sub(1),
            Self::End => Some(at + 1).filter(|other| *other < count),
        }
    }
}

/// A routine as it is read, from its first word to its last.
enum Piece {
    Step(Step),
    /// Of a group, without its steps.
    Begin(Group),
    End,
}

fn pieces(routine: &Routine) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in &routine.blocks {
        match block.clone() {
            Block::Step(step) => pieces.push(Piece::Step(step)),
            Block::Group(mut group) => {
                let steps = core::mem::take(&mut group.steps);
                pieces.push(Piece::Begin(group));
                pieces.extend(steps.into_iter().map(Piece::Step));
                pieces.push(Piece::End);
            }
        }
    }
    pieces
}

fn blocks(pieces: Vec<Piece>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Group> = None;
    for piece in pieces {
        match (piece, &mut open) {
            (Piece::Step(step), Some(group)) => group.steps.push(step),
            (Piece::Step(step), None) => blocks.push(Block::Step(step)),
            (Piece::Begin(group), _) => open = Some(group),
            (Piece::End, _) => {
                blocks.extend(open.take().filter(|group| !group.steps.is_empty()).map(Block::Group));
            }
        }
    }
    blocks
}

/// Where among the pieces the step at `place` is.
fn find(pieces: &[Piece], place: usize) -> Option<usize> {
    let steps = pieces.iter().enumerate().filter(|(_, piece)| matches!(piece, Piece::Step(_)));
    steps.map(|(at, _)| at).nth(place)
}

impl Routine {
    /// The same with its pieces changed; `change` is told where the step at `place` is among them.
    fn changed(&self, place: usize, change: impl FnOnce(&mut Vec<Piece>, usize)) -> Self {
        let mut pieces = pieces(self);
        if let Some(at) = find(&pieces, place) {
            change(&mut pieces, at);
        }
        Self { blocks: blocks(pieces), ..self.clone() }
    }

    /// With another step at `place`.
    #[must_use]
    pub fn with_step(&self, place: usize, step: Step) -> Self {
        self.changed(place, |pieces, at| pieces[at] = Piece::Step(step))
    }

    /// With one more step, at the end.
    #[must_use]
    pub fn with_more(&self, step: Step) -> Self {
        let mut routine = self.clone();
        routine.blocks.push(Block::Step(step));
        routine
    }

    /// Without the step at `place`.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        self.changed(place, |pieces, at| drop(pieces.remove(at)))
    }

    /// With the step at `place` twice, one after the other.
    #[must_use]
    pub fn with_twice(&self, place: usize) -> Self {
        let Some(step) = self.steps().nth(place).cloned() else { return self.clone() };
        self.changed(place, |pieces, at| pieces.insert(at, Piece::Step(step)))
    }

    /// With the step at `place` moved by one; and its place then. Past the end it stays.
    #[must_use]
    pub fn moved(&self, place: usize, towards: Towards) -> (Self, usize) {
        let mut now = place;
        let moved = self.changed(place, |pieces, at| {
            let Some(other) = towards.next(at, pieces.len()) else { return };
            if matches!(pieces[other], Piece::Step(_)) {
                now = if other < at { place - 1 } else { place + 1 };
            }
            pieces.swap(at, other);
        });
        (moved, now)
    }

    /// With the whole block that the step at `place` stands in, its rounds say, moved past the next block; and the step's place
    /// then. Past the end it stays.
    #[must_use]
    pub fn block_moved(&self, place: usize, towards: Towards) -> (Self, usize) {
        let mut routine = self.clone();
        let blocks = &mut routine.blocks;
        let mut ends = blocks.iter().scan(0, |end, block| {
            *end += block.steps().len();
            Some(*end)
        });
        let Some(at) = ends.position(|end| place < end) else { return (routine, place) };
        let Some(other) = towards.next(at, blocks.len()) else { return (routine, place) };
        let passed = blocks[other].steps().len();
        blocks.swap(at, other);
        (routine, if other < at { place - passed } else { place + passed })
    }

    /// The group that the step at `place` stands in: which part it is, and how often it is done; nothing where it stands in none.
    pub fn group(&self, place: usize) -> Option<(Part, u8)> {
        let pieces = pieces(self);
        let before = &pieces[..find(&pieces, place)?];
        before.iter().rev().find_map(|piece| match piece {
            Piece::Begin(group) => Some(Some((group.part, group.times))),
            Piece::End => Some(None),
            Piece::Step(_) => None,
        })?
    }

    /// How often the rounds are done that the step at `place` stands in; nothing where it stands in none.
    pub fn rounds(&self, place: usize) -> Option<u8> {
        self.group(place).filter(|(part, times)| *part == Part::Main || *times > 1).map(|(_, times)| times)
    }

    /// With the rounds of the step at `place` done so often: rounds of its own where it stands in none. Of nothing, they are
    /// no rounds any more.
    #[must_use]
    pub fn with_rounds(&self, place: usize, often: Option<u8>) -> Self {
        let part = self.group(place).map(|(part, _)| part);
        self.changed(place, |pieces, at| {
            let begin = pieces[..at].iter().rposition(|piece| matches!(piece, Piece::Begin(_)));
            let end = (at..pieces.len()).find(|at| matches!(pieces[*at], Piece::End));
            match (part, often, begin, end) {
                (None, Some(times), ..) => {
                    pieces.insert(at + 1, Piece::End);
                    pieces.insert(at, Piece::Begin(Group::rounds(times, Vec::new())));
                }
                (Some(Part::Main), None, Some(begin), Some(end)) => {
                    pieces.remove(end);
                    pieces.remove(begin);
                }
                (Some(_), often, Some(begin), _) => {
                    if let Piece::Begin(group) = &mut pieces[begin] {
                        group.times = often.unwrap_or(1);
                    }
                }
                (None, None, ..) | (Some(_), _, None, _) => {}
            }
        })
    }

    /// With the step at `place` in that part of the routine, at its end; of the main part, where it is nearest. And its place
    /// then.
    #[must_use]
    pub fn with_part(&self, place: usize, part: Part) -> (Self, usize) {
        let from = self.group(place).map_or(Part::Main, |(part, _)| part);
        let Some(step) = self.steps().nth(place).cloned().filter(|_| from != part) else {
            return (self.clone(), place);
        };
        let mut routine = self.without(place);
        let blocks = &mut routine.blocks;
        let group =
            blocks.iter_mut().position(|block| matches!(block, Block::Group(group) if group.part == part));
        let at = match (part, group) {
            (Part::WarmUp | Part::CoolDown, Some(at)) => {
                if let Block::Group(group) = &mut blocks[at] {
                    group.steps.push(step);
                }
                at
            }
            (Part::WarmUp, None) => {
                blocks.insert(0, Block::Group(Group::of(part, vec![step])));
                0
            }
            (Part::CoolDown, None) => {
                blocks.push(Block::Group(Group::of(part, vec![step])));
                blocks.len() - 1
            }
            (Part::Main, _) => {
                let is_main = |block: &Block| block.part() == Part::Main;
                let at = if from == Part::WarmUp {
                    blocks.iter().position(is_main).unwrap_or(blocks.len())
                } else {
                    blocks.iter().rposition(is_main).map_or(0, |last| last + 1)
                };
                blocks.insert(at, Block::Step(step));
                at
            }
        };
        let place = blocks[..=at].iter().map(|block| block.steps().len()).sum::<usize>() - 1;
        (routine, place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routine::notation;

    fn routine(text: &str) -> Routine {
        notation::read(&format!("1/-/{text}")).routine
    }

    #[track_caller]
    fn is(routine: &Routine, text: &str) {
        assert_eq!(notation::write(routine), notation::write(&self::routine(text)));
    }

    const ROUNDS: &str = "superman.15/2x/plank.30s/crunch.10/end/bird-dog.8";

    #[test]
    fn rounds_go_past_others_as_one() {
        let first = routine("superman.15/2x/plank.30s/crunch.10/end/3x/dead-bug.8/end");
        let (second, place) = first.block_moved(2, Towards::Start);
        is(&second, "2x/plank.30s/crunch.10/end/superman.15/3x/dead-bug.8/end");
        assert_eq!(place, 1, "the crunch");
        assert_eq!(second.block_moved(place, Towards::Start), (second.clone(), 1), "they are first");
        let (third, place) = first.block_moved(1, Towards::End);
        is(&third, "superman.15/3x/dead-bug.8/end/2x/plank.30s/crunch.10/end");
        assert_eq!(third.block_moved(place, Towards::End), (third.clone(), 2), "they are last");
        assert_eq!(first.block_moved(9, Towards::End), (first.clone(), 9), "there is no such step");
    }

    #[test]
    fn a_step_wanders_through_rounds_and_back() {
        let mut place = 0;
        let mut now = routine(ROUNDS);
        let stations = [
            "2x/superman.15/plank.30s/crunch.10/end/bird-dog.8",
            "2x/plank.30s/superman.15/crunch.10/end/bird-dog.8",
            "2x/plank.30s/crunch.10/superman.15/end/bird-dog.8",
            "2x/plank.30s/crunch.10/end/superman.15/bird-dog.8",
            "2x/plank.30s/crunch.10/end/bird-dog.8/superman.15",
            "2x/plank.30s/crunch.10/end/bird-dog.8/superman.15",
        ];
        for station in stations {
            (now, place) = now.moved(place, Towards::End);
            is(&now, station);
            let there = now.steps().nth(place).and_then(Step::exercise);
            assert_eq!(there, crate::catalogue::ExerciseId::from_slug("superman"));
        }
        for _ in 0..5 {
            (now, place) = now.moved(place, Towards::Start);
        }
        assert_eq!((now, place), (routine(ROUNDS), 0));
    }

    #[test]
    fn steps_are_counted_as_they_are_read() {
        is(&routine(ROUNDS).without(2), "superman.15/2x/plank.30s/end/bird-dog.8");
        is(&routine(ROUNDS).with_twice(3), "superman.15/2x/plank.30s/crunch.10/end/bird-dog.8/bird-dog.8");
        is(&routine(ROUNDS).without(1).without(1), "superman.15/bird-dog.8");
        assert_eq!(routine(ROUNDS).without(9), routine(ROUNDS));
        let more = routine("plank.30s").with_more(routine("crunch.10").steps().next().unwrap().clone());
        is(&more, "plank.30s/crunch.10");
    }

    #[test]
    fn a_step_goes_into_the_warm_up_and_comes_out_again() {
        let (now, place) = routine("superman.15/crunch.10/plank.30s").with_part(1, Part::WarmUp);
        is(&now, "warm/crunch.10/end/superman.15/plank.30s");
        assert_eq!((place, now.group(0), now.rounds(0)), (0, Some((Part::WarmUp, 1)), None));
        let (now, place) = now.with_part(2, Part::WarmUp);
        is(&now, "warm/crunch.10/plank.30s/end/superman.15");
        assert_eq!(place, 1);
        let (now, place) = now.with_part(0, Part::CoolDown);
        is(&now, "warm/plank.30s/end/superman.15/cool/crunch.10/end");
        assert_eq!(place, 2);
        is(&now.with_rounds(0, Some(2)), "warm.2x/plank.30s/end/superman.15/cool/crunch.10/end");
        is(
            &now.with_rounds(0, Some(2)).with_rounds(0, None),
            "warm/plank.30s/end/superman.15/cool/crunch.10/end",
        );
        let (now, place) = now.with_part(0, Part::Main);
        is(&now, "plank.30s/superman.15/cool/crunch.10/end");
        assert_eq!(place, 0);
        let (now, place) = now.with_part(2, Part::Main);
        is(&now, "plank.30s/superman.15/crunch.10");
        assert_eq!(place, 2);
        assert_eq!(now.with_part(1, Part::Main), (now.clone(), 1));
    }

    #[test]
    fn rounds_come_and_go() {
        let now = routine(ROUNDS);
        assert_eq!([0, 1, 2, 3, 4].map(|place| now.rounds(place)), [None, Some(2), Some(2), None, None]);
        is(&now.with_rounds(2, Some(4)), "superman.15/4x/plank.30s/crunch.10/end/bird-dog.8");
        is(&now.with_rounds(1, None), "superman.15/plank.30s/crunch.10/bird-dog.8");
        is(&now.with_rounds(0, Some(3)), "3x/superman.15/end/2x/plank.30s/crunch.10/end/bird-dog.8");
        assert_eq!(now.with_rounds(3, None), now);
    }
}
