//! The sets of a record: `su415:75,de312:60,,sb3b10:50`.
//!
//! Decides: how each is written in a few letters (the move's code and its intensity, the side, the repetitions, `:` and the
//! seconds, `@` and the load), that a move or a dose is left out where it is that of the set before, and that the same on the left
//! and then on the right is written once.

use crate::catalogue::{ExerciseId, Region, Side};
use crate::line::{escape, unescape};
use crate::routine::{Move, OwnMove, Weight};
use crate::session::SetDone;
use crate::time::Millis;

use super::codes;

/// The sets as one field.
pub(super) fn write(sets: &[SetDone]) -> String {
    let mut written = Vec::with_capacity(sets.len());
    let mut before: Option<&SetDone> = None;
    let mut rest = sets.iter().peekable();
    while let Some(set) = rest.next() {
        let mirrored = SetDone { side: Some(Side::Right), ..set.clone() };
        let is_both = set.side == Some(Side::Left) && rest.next_if(|next| **next == mirrored).is_some();
        let is_as_before =
            |part: fn(&SetDone, &SetDone) -> bool| before.is_some_and(|before| part(before, set));
        let mut text = String::new();
        if !is_as_before(|a, b| (&a.action, a.intensity) == (&b.action, b.intensity)) {
            text.push_str(&write_move(&set.action));
            text.push(char::from(b'0' + set.intensity.min(9)));
        }
        text.push_str(match set.side {
            _ if is_both => "b",
            None => "",
            Some(Side::Left) => "l",
            Some(Side::Right) => "r",
        });
        if !is_as_before(|a, b| (a.reps, a.seconds) == (b.reps, b.seconds)) {
            if let Some(reps) = set.reps {
                text.push_str(&reps.to_string());
            }
            text.push(':');
            text.push_str(&write_span(set.seconds));
        }
        before = Some(set);
        if let Some(weight) = set.load {
            let (amount, unit) = match weight {
                Weight::Kilograms(amount) => (amount, "k"),
                Weight::Pounds(amount) => (amount, "p"),
            };
            text.extend(["@", &amount.to_string(), unit]);
        }
        written.push(text);
    }
    written.join(",")
}

/// Reads the field; a set that makes no sense is left out.
pub(super) fn read(text: &str) -> Vec<SetDone> {
    let mut sets: Vec<SetDone> = Vec::new();
    if !text.is_empty() {
        for text in text.split(',') {
            let read = read_set(text, sets.last());
            sets.extend(read.into_iter().flatten());
        }
    }
    sets
}

/// One set, or the same on both sides.
fn read_set(text: &str, before: Option<&SetDone>) -> Option<Vec<SetDone>> {
    let ((action, intensity), rest) = match (read_move(text), before) {
        (Some(read), _) => read,
        (None, Some(before)) => ((before.action.clone(), before.intensity), text),
        (None, None) => return None,
    };
    let (sides, rest): (&[Option<Side>], &str) = match rest.split_at_checked(1) {
        Some(("l", rest)) => (&[Some(Side::Left)], rest),
        Some(("r", rest)) => (&[Some(Side::Right)], rest),
        Some(("b", rest)) => (&[Some(Side::Left), Some(Side::Right)], rest),
        _ => (&[None], rest),
    };
    let (dose, load) = match rest.split_once('@') {
        Some((dose, load)) => (dose, read_load(load)),
        None => (rest, None),
    };
    let (reps, seconds) = match (dose.split_once(':'), before) {
        (Some((reps, span)), _) => (reps.parse().ok(), read_span(span)?),
        (None, Some(before)) if dose.is_empty() => (before.reps, before.seconds),
        (None, _) => return None,
    };
    let set = |side| SetDone { action: action.clone(), side, reps, seconds, intensity, load };
    Some(sides.iter().copied().map(set).collect())
}

fn read_load(text: &str) -> Option<Weight> {
    let pounds = || text.strip_suffix('p')?.parse().ok().map(Weight::Pounds);
    text.strip_suffix('k').and_then(|amount| amount.parse().ok()).map(Weight::Kilograms).or_else(pounds)
}

/// Two letters for a move of the catalogue; `~name=` for one of the author's own, `~name;back;each;as-plank=` where more is
/// known of it; `+slug=` for one of a later version.
fn write_move(action: &Move) -> String {
    match action {
        Move::Known(id) => codes::of(*id).map_or_else(|| ["+", id.slug(), "="].concat(), str::to_owned),
        Move::Custom(own) => write_own(own),
        Move::Unknown(code) if code.len() == 2 && is_code(code) && codes::exercise(code).is_none() => {
            code.clone()
        }
        Move::Unknown(slug) => ["+", &escape(slug), "="].concat(),
    }
}

fn write_own(own: &OwnMove) -> String {
    let mut text = ["~", &escape(&own.name)].concat();
    let figure = own.figure.map(|figure| ["as-", figure.slug()].concat());
    let said =
        [own.region.map(|region| region.slug().to_owned()), own.each_side.then(|| "each".to_owned()), figure];
    for part in said.into_iter().flatten() {
        text.extend([";", &part]);
    }
    text.push('=');
    text
}

/// What [`write_own`] wrote, between its first sign and its last. What a later version says besides is passed over.
fn read_own(text: &str) -> OwnMove {
    let mut parts = text.split(';');
    let name = unescape(parts.next().unwrap_or_default());
    let mut own = OwnMove { name, ..OwnMove::default() };
    for part in parts {
        own.each_side |= part == "each";
        own.region = own.region.or_else(|| Region::from_slug(part));
        own.figure = own.figure.or_else(|| ExerciseId::from_slug(part.strip_prefix("as-")?));
    }
    own
}

/// The move and its intensity, and what comes after them; nothing, where they are left out.
fn read_move(text: &str) -> Option<((Move, u8), &str)> {
    let (action, rest) = match (text.strip_prefix('~'), text.strip_prefix('+')) {
        (Some(text), _) => text.split_once('=').map(|(own, rest)| (read_own(own).into(), rest.len()))?,
        (None, Some(text)) => text.split_once('=').map(|(slug, rest)| (named(unescape(slug)), rest.len()))?,
        (None, None) => {
            let (code, rest) = text.split_at_checked(2).filter(|(code, _)| is_code(code))?;
            // A code of a later version is kept as it is.
            (codes::exercise(code).map_or_else(|| Move::Unknown(code.to_owned()), Move::Known), rest.len())
        }
    };
    let rest = text.get(text.len() - rest..)?;
    let intensity = rest.chars().next()?.to_digit(10)? as u8;
    Some(((action, intensity), rest.get(1..)?))
}

fn is_code(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_lowercase())
}

fn named(slug: String) -> Move {
    ExerciseId::from_slug(&slug).map_or(Move::Unknown(slug), Move::Known)
}

/// Whole seconds as they are, anything finer in milliseconds: `75`, `75250m`.
pub(super) fn write_span(span: Millis) -> String {
    match span.0 % 1000 {
        0 => (span.0 / 1000).to_string(),
        _ => [&span.0.to_string(), "m"].concat(),
    }
}

/// Reads what [`write_span`] wrote.
pub(super) fn read_span(text: &str) -> Option<Millis> {
    match text.strip_suffix('m') {
        Some(text) => text.parse().ok().map(Millis),
        None => text.parse::<u64>().ok()?.checked_mul(1000).map(Millis),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_name_that_looks_like_a_code_is_not_taken_for_one() {
        for name in ["pl", "zz", "moonwalk", ""] {
            let set = SetDone {
                action: Move::Unknown(name.to_owned()),
                side: None,
                reps: None,
                seconds: Millis::seconds(30),
                intensity: 3,
                load: None,
            };
            assert_eq!(read(&write(std::slice::from_ref(&set))), [set], "{name}");
        }
    }

    #[test]
    fn a_code_of_a_later_version_is_written_as_it_was_found() {
        for line in ["zz3:30", "+moonwalk=3:30"] {
            assert_eq!(write(&read(line)), line);
        }
    }

    fn done(action: Move, side: Option<Side>, reps: Option<u16>, spent: u64) -> SetDone {
        SetDone { action, side, reps, seconds: Millis(spent), intensity: 3, load: None }
    }

    #[test]
    fn what_is_as_before_is_left_out_and_both_sides_are_written_once() {
        let (left, right) = (Some(Side::Left), Some(Side::Right));
        let stairs = OwnMove {
            name: "Stairs".into(),
            region: Some(Region::Back),
            each_side: true,
            figure: Some(crate::catalogue::id::PLANK),
        };
        let plank = |side, reps, spent| done(Move::Known(crate::catalogue::id::PLANK), side, reps, spent);
        let written = [
            (vec![plank(None, None, 30_000)], "pl3:30"),
            (vec![plank(None, None, 30_000), plank(None, None, 30_000)], "pl3:30,"),
            (vec![plank(None, None, 30_000), plank(None, Some(5), 30_000)], "pl3:30,5:30"),
            (vec![plank(None, Some(10), 30_000), plank(None, Some(10), 50_000)], "pl310:30,10:50"),
            (vec![plank(left, None, 30_250)], "pl3l:30250m"),
            (vec![plank(right, None, 30_000), plank(left, None, 30_000)], "pl3r:30,l"),
            (vec![plank(left, None, 30_000), plank(right, None, 30_000)], "pl3b:30"),
            (vec![plank(left, None, 30_000), plank(right, None, 9000)], "pl3l:30,r:9"),
            (vec![SetDone { intensity: 4, ..plank(None, None, 9000) }, plank(None, None, 9000)], "pl4:9,pl3"),
            (
                vec![
                    SetDone { load: Some(Weight::Pounds(45)), ..plank(None, None, 9000) },
                    plank(None, None, 9000),
                ],
                "pl3:9@45p,",
            ),
            (vec![SetDone { load: Some(Weight::Kilograms(7)), ..plank(left, None, 9000) }], "pl3l:9@7k"),
            (vec![done(Move::Unknown("Zz".into()), None, None, 9000)], "+Zz=3:9"),
            (vec![done(Move::own("a=b;c"), None, None, 9000)], "~a%3db%3bc=3:9"),
            (vec![done(stairs.into(), left, None, 9000)], "~Stairs;back;each;as-plank=3l:9"),
        ];
        for (sets, text) in written {
            assert_eq!(write(&sets), text);
            assert_eq!(read(text), sets, "{text}");
        }
    }

    #[test]
    fn a_set_that_makes_no_sense_is_left_out_and_the_others_stay() {
        let moves = |text: &str| read(text).iter().map(|set| set.seconds.0).collect::<Vec<_>>();
        assert_eq!(moves("pl3:30,pl3x,:9"), [30_000, 9000]);
        assert_eq!(moves(",pl3:30"), [30_000], "nothing was before the first");
        assert_eq!(moves("pl3"), [0_u64; 0]);
        assert_eq!(moves("pl:30,pl3:x"), [0_u64; 0]);
        assert_eq!(read("pl3:9@5x")[0].load, None);
    }
}
