//! Reading a text as a whole: version, title, settings, steps and rounds, check.

use super::fields::{kept, number, step, within};
use super::glyphs::{Glyph, dense, unwrapped};
use super::problem::{Problem, ProblemKind as Kind};
use super::{LONGEST, LONGEST_TEXT, LONGEST_UNKNOWN, MOST_SEGMENTS, MOST_STEPS, MOST_UNKNOWN};
use super::{REST, Reading, SECONDS, SETS, VERSION, check, name, start, written};
use crate::catalogue::ExerciseId;
use crate::order::sorted;
use crate::routine::{Block, Group, Move, Part, Routine, Step};

/// The title of a routine that [`write`](super::write) wrote, without reading the rest; empty, where there is none.
pub fn title(text: &str) -> String {
    let title = text.split('/').nth(1).filter(|title| *title != "-").unwrap_or_default();
    name::decode(&unwrapped(title), &mut Vec::new())
}

/// Reads a routine from its text or from a whole link. Never fails: what makes no sense is reported and left out.
pub fn read(text: &str) -> Reading {
    if text.chars().nth(LONGEST_TEXT).is_some() {
        return nothing(Problem::missing(LONGEST_TEXT, Kind::TooLong));
    }
    let glyphs = unwrapped(text);
    let parts: Vec<&[Glyph]> = glyphs.split(|glyph| glyph.letter == '/').collect();
    let (Some(first), Some(last)) = (parts.first(), glyphs.last()) else {
        return nothing(Problem::missing(0, Kind::Empty));
    };
    let end = last.at + 1;
    let mut reader = Reader::default();
    let steps = match number(&dense(first)) {
        Some(version) => {
            if version != VERSION {
                let kind = if version > VERSION { Kind::NewerVersion } else { Kind::NoVersion };
                reader.problems.push(Problem::of(first, kind));
            }
            let title = parts.get(1).copied().unwrap_or_default();
            reader.routine.title = name::decode(title, &mut reader.problems);
            let has_check = reader.check(&glyphs, &parts, end);
            parts.get(2..parts.len() - usize::from(has_check)).unwrap_or_default()
        }
        None if begins_a_step(first) => {
            reader.problems.push(Problem::of(first, Kind::NoVersion));
            parts.as_slice()
        }
        None => return nothing(Problem::of(first, Kind::NotARoutine)),
    };
    for part in steps {
        reader.part(part);
        if reader.is_full {
            break;
        }
    }
    reader.finish(end)
}

fn nothing(problem: Problem) -> Reading {
    Reading { routine: Routine::default(), problems: vec![problem] }
}

/// Whether a text without a version may still be a routine: someone began with the first move.
fn begins_a_step(part: &[Glyph]) -> bool {
    let head = head_and_fields(part).first().map(|head| dense(head).to_ascii_lowercase()).unwrap_or_default();
    head.starts_with('~') || group(&head).is_some() || ExerciseId::from_slug(&head).is_some()
}

/// The fields of a part, empty ones left out; the first is its head.
fn head_and_fields(part: &[Glyph]) -> Vec<&[Glyph]> {
    let is_blank = |field: &&[Glyph]| field.iter().all(|glyph| glyph.letter.is_whitespace());
    part.split(|glyph| glyph.letter == '.').filter(|field| !is_blank(field)).collect()
}

fn times(field: &str) -> Option<u32> {
    field.strip_suffix('x').and_then(number)
}

/// What a group begins with: which part of the routine it is, and how often it is done, where that is said here.
fn group(head: &str) -> Option<(Part, Option<u32>)> {
    match head {
        "warm" => Some((Part::WarmUp, None)),
        "cool" => Some((Part::CoolDown, None)),
        _ => times(head).map(|times| (Part::Main, Some(times))),
    }
}

/// A group whose `end` has not come yet.
struct Open {
    beginning: Problem,
    group: Group,
}

/// A routine as far as it has been read.
#[derive(Default)]
struct Reader {
    routine: Routine,
    problems: Vec<Problem>,
    /// What to report for each block, should it turn out to be too much.
    beginnings: Vec<Problem>,
    open: Option<Open>,
    /// How many rounds within rounds have not ended yet.
    nested: usize,
    steps: usize,
    is_full: bool,
}

impl Reader {
    /// Looks at the last part: whether it is a check, right or wrong.
    fn check(&mut self, glyphs: &[Glyph], parts: &[&[Glyph]], end: usize) -> bool {
        let Some(last) = parts.get(2..).and_then(|parts| parts.last()) else { return false };
        let found = dense(last);
        if !check::looks_like(&found) {
            self.problems.push(Problem::missing(end, Kind::NoCheck));
            return false;
        }
        let before = glyphs.iter().take(glyphs.len() - last.len() - 1).map(|glyph| glyph.letter);
        let expected = check::of(before.filter(|letter| !letter.is_whitespace()));
        if !found.chars().map(|letter| letter.to_ascii_lowercase()).eq(expected) {
            self.problems.push(Problem::of(last, Kind::WrongCheck));
        }
        true
    }

    /// Takes one more part in: a setting, a step, the beginning or the end of rounds.
    fn part(&mut self, part: &[Glyph]) {
        let fields = head_and_fields(part);
        let Some((head, fields)) = fields.split_first() else { return };
        let word = dense(head).to_ascii_lowercase();
        if word == "end" {
            self.end(head);
        } else if let Some((part, times)) = group(&word) {
            self.group(part, times, head, fields);
        } else if word.starts_with('~') {
            let after = head.iter().position(|glyph| glyph.letter == '~').map_or(0, |tilde| tilde + 1);
            let own = name::decode(head.get(after..).unwrap_or_default(), &mut self.problems);
            if own.is_empty() {
                self.problems.push(Problem::of(head, Kind::NoName));
            } else {
                self.step(Move::own(own), head, fields);
            }
        } else if let Some(exercise) = ExerciseId::from_slug(&word) {
            self.step(Move::Known(exercise), head, fields);
        } else if !self.setting(&word, head, part) {
            self.unknown_move(word, head, fields);
        }
    }

    fn unknown_move(&mut self, slug: String, head: &[Glyph], fields: &[&[Glyph]]) {
        let is_slug = slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_slug && slug.len() <= LONGEST_UNKNOWN {
            self.problems.push(Problem::of(head, Kind::UnknownMove));
            self.step(Move::Unknown(slug), head, fields);
        } else {
            self.problems.push(Problem::of(head, Kind::StrangeText));
        }
    }

    fn step(&mut self, action: Move, head: &[Glyph], fields: &[&[Glyph]]) {
        if self.steps == MOST_STEPS {
            self.problems.push(Problem::of(head, Kind::TooMuch));
            self.is_full = true;
            return;
        }
        self.steps += 1;
        let step = step(action, fields, self.routine.every, &mut self.problems);
        if let Some(open) = &mut self.open {
            open.group.steps.push(step);
        } else {
            self.beginnings.push(Problem::of(head, Kind::TooMuch));
            self.routine.blocks.push(Block::Step(step));
        }
    }

    /// Takes a setting in; `false` when it is none. What follows a dot is none of this version's.
    fn setting(&mut self, word: &str, head: &[Glyph], part: &[Glyph]) -> bool {
        let mut letters = word.chars();
        let letter = letters.next();
        let seconds = number(letters.as_str());
        let (slot, range, kind) = match letter {
            Some('g') => (&mut self.routine.ready, &REST, Kind::RestOutOfRange),
            Some('i') => (&mut self.routine.every, &SECONDS, Kind::SecondsOutOfRange),
            Some('c') => (&mut self.routine.change, &REST, Kind::RestOutOfRange),
            Some('r') => (&mut self.routine.rest, &REST, Kind::RestOutOfRange),
            Some('a') => return self.start(word, head, part),
            _ => return self.unknown_setting(word, part),
        };
        let Some(seconds) = seconds else { return self.unknown_setting(word, part) };
        if slot.is_some() {
            self.problems.push(Problem::of(head, Kind::Repeated));
        } else {
            *slot = Some(within(seconds, range, kind, head, &mut self.problems));
            if dense(part).len() > word.len() {
                self.problems.push(Problem::of(part, Kind::UnknownField));
            }
        }
        true
    }

    /// When everybody begins.
    fn start(&mut self, word: &str, head: &[Glyph], part: &[Glyph]) -> bool {
        match (start::read(word), self.routine.start) {
            (None, _) => return self.unknown_setting(word, part),
            (Some(_), Some(_)) => self.problems.push(Problem::of(head, Kind::Repeated)),
            (start, None) => self.routine.start = start,
        }
        true
    }

    /// Settings stand before the first step; there, letters followed by a digit are one, even of a later version.
    fn unknown_setting(&mut self, word: &str, part: &[Glyph]) -> bool {
        let value = word.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
        let is_setting = value.len() < word.len()
            && value.starts_with(|letter: char| letter.is_ascii_digit())
            && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_setting || self.open.is_some() || !self.routine.blocks.is_empty() {
            return false;
        }
        let setting = dense(part);
        let is_kept = setting.len() <= LONGEST_UNKNOWN
            && setting.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
            && self.routine.unknown.len() < MOST_UNKNOWN;
        if is_kept {
            self.routine.unknown.push(setting);
        }
        let kind = if is_kept { Kind::UnknownSetting } else { Kind::StrangeText };
        self.problems.push(Problem::of(part, kind));
        true
    }

    fn group(&mut self, part: Part, times: Option<u32>, head: &[Glyph], fields: &[&[Glyph]]) {
        if self.open.is_some() {
            self.nested += 1;
            self.problems.push(Problem::of(head, Kind::NestedRounds));
            return;
        }
        let mut group = Group::of(part, Vec::new());
        let mut often = times.map(|often| (often, head));
        for field in fields {
            let word = dense(field).to_ascii_lowercase();
            match (word.strip_prefix('r').and_then(number), self::times(&word)) {
                (Some(_), _) if group.rest.is_some() => {
                    self.problems.push(Problem::of(field, Kind::Repeated));
                }
                (Some(rest), _) => {
                    group.rest = Some(within(rest, &REST, Kind::RestOutOfRange, field, &mut self.problems));
                }
                (None, Some(_)) if often.is_some() => self.problems.push(Problem::of(field, Kind::Repeated)),
                (None, Some(times)) => often = Some((times, field)),
                (None, None) if group.unknown.len() < MOST_UNKNOWN => {
                    group.unknown.extend(kept(field, &mut self.problems));
                }
                (None, None) => {}
            }
        }
        if let Some((times, said)) = often {
            group.times = within(times, &SETS, Kind::SetsOutOfRange, said, &mut self.problems) as u8;
        }
        self.open = Some(Open { beginning: Problem::of(head, Kind::UnclosedRounds), group });
    }

    fn end(&mut self, head: &[Glyph]) {
        if self.nested > 0 {
            self.nested -= 1;
        } else if let Some(open) = self.open.take() {
            self.close(open);
        } else {
            self.problems.push(Problem::of(head, Kind::StrayEnd));
        }
    }

    fn close(&mut self, open: Open) {
        let Open { beginning, group } = open;
        if group.steps.is_empty() {
            self.problems.push(Problem { kind: Kind::EmptyRounds, ..beginning });
        } else {
            self.beginnings.push(Problem { kind: Kind::TooMuch, ..beginning });
            self.routine.blocks.push(Block::Group(group));
        }
    }

    fn finish(mut self, end: usize) -> Reading {
        if let Some(open) = self.open.take() {
            self.problems.push(open.beginning.clone());
            self.close(open);
        }
        let Self { mut routine, mut problems, beginnings, .. } = self;
        let keep = blocks_that_fit(&routine);
        if let Some(first_left_out) = beginnings.into_iter().nth(keep) {
            problems.push(first_left_out);
            routine.blocks.truncate(keep);
        }
        if !routine.steps().any(Step::is_known) {
            problems.push(Problem::missing(end, Kind::NoSteps));
        }
        Reading { routine, problems: sorted(problems, |a, b| a.at.cmp(&b.at)) }
    }
}

/// How many blocks stay within what a routine may hold, rounds counted as often as they are done.
fn blocks_that_fit(routine: &Routine) -> usize {
    let fits = |blocks: &[Block]| {
        segments(blocks) <= MOST_SEGMENTS
            && routine.length_of(blocks, |_| true) <= LONGEST
            && written::unchecked(routine, blocks).len() + "/k7".len() <= LONGEST_TEXT
    };
    let counts: Vec<usize> = (1..=routine.blocks.len()).collect();
    counts.partition_point(|&count| routine.blocks.get(..count).is_some_and(fits))
}

/// Stretches of work and of rest: two for every set on every side.
fn segments(blocks: &[Block]) -> u64 {
    let of_step = |step: &Step| 2 * u64::from(step.sets) * (1 + u64::from(step.does_both_sides()));
    let of_block = |block: &Block| u64::from(block.times()) * block.steps().iter().map(of_step).sum::<u64>();
    blocks.iter().map(of_block).sum()
}
