//! Titles and the names of the author's own moves: cleaned of what is invisible or breaks out of its line, and spelt
//! with the few characters that survive in every link.

use super::glyphs::{Glyph, byte_of};
use super::problem::ProblemKind;
use super::{LONGEST_NAME, Problem};

/// How many combining marks may follow one another: enough for every language, too few to cover the lines around.
const MOST_MARKS: usize = 3;

/// A name that is safe to show: without control, direction and invisible characters, spaces collapsed, at most three
/// combining marks in a row, at most 60 characters. Cleaning a clean name changes nothing.
pub fn clean(name: &str) -> String {
    tidied(name).0
}

/// The clean name, and whether something visible had to be cut off its end.
fn tidied(name: &str) -> (String, bool) {
    let mut cleaned = String::with_capacity(name.len().min(LONGEST_NAME * 4));
    let mut marks = 0;
    let mut count = 0;
    let mut cut = false;
    for letter in name.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }) {
        if is_invisible(letter) {
            continue;
        }
        marks = if is_mark(letter) { marks + 1 } else { 0 };
        let doubled =
            letter == ' ' && (cleaned.is_empty() || cleaned.ends_with(' ') || count == LONGEST_NAME);
        if marks > MOST_MARKS || doubled {
            continue;
        }
        if count == LONGEST_NAME {
            cut = true;
            break;
        }
        cleaned.push(letter);
        count += 1;
    }
    cleaned.truncate(cleaned.trim_end().len());
    (cleaned, cut)
}

/// Unicode's control (Cc) and format (Cf) characters: direction marks, joiners, soft hyphens, tags.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(
            u32::from(letter),
            0xAD | 0x600..=0x605
                | 0x61C
                | 0x6DD
                | 0x70F
                | 0x890..=0x891
                | 0x8E2
                | 0x180E
                | 0x200B..=0x200F
                | 0x202A..=0x202E
                | 0x2060..=0x206F
                | 0xFEFF
                | 0xFFF9..=0xFFFB
                | 0x1_10BD
                | 0x1_10CD
                | 0x1_3430..=0x1_345F
                | 0x1_BCA0..=0x1_BCA3
                | 0x1_D173..=0x1_D17A
                | 0xE_0000..=0xE_007F
        )
}

/// The combining marks of which towers are built.
fn is_mark(letter: char) -> bool {
    matches!(
        u32::from(letter),
        0x300..=0x36F
            | 0x483..=0x489
            | 0x591..=0x5BD
            | 0x610..=0x61A
            | 0x64B..=0x65F
            | 0x6D6..=0x6DC
            | 0xE31
            | 0xE34..=0xE3A
            | 0xE47..=0xE4E
            | 0x1AB0..=0x1AFF
            | 0x1DC0..=0x1DFF
            | 0x20D0..=0x20FF
            | 0xA66F..=0xA672
            | 0xFE00..=0xFE0F
            | 0xFE20..=0xFE2F
            | 0x1_D165..=0x1_D172
            | 0xE_0100..=0xE_01EF
    )
}

/// A clean name in the characters of the notation. Dots stay in a title; a step's dots separate its fields.
pub(super) fn encode(name: &str, keep_dots: bool, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |bits: u8| DIGITS.get(usize::from(bits)).map_or('0', |&byte| char::from(byte));
    for byte in clean(name).bytes() {
        match byte {
            b' ' => out.push('-'),
            b'-' => out.push('_'),
            b'.' if keep_dots => out.push('.'),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.extend(['~', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// The name that was spelt like that, cleaned.
pub(super) fn decode(mut glyphs: &[Glyph], problems: &mut Vec<Problem>) -> String {
    let all = glyphs;
    let mut bytes = Vec::with_capacity(glyphs.len());
    while let [first, after @ ..] = glyphs {
        glyphs = after;
        match first.letter {
            // The three signs of the spelling; everything else stands for itself.
            '-' => bytes.push(b' '),
            '_' => bytes.push(b'-'),
            '~' => {
                if let Some(byte) = escape(after) {
                    bytes.push(byte);
                    glyphs = after.get(2..).unwrap_or_default();
                } else {
                    bytes.push(b'~');
                    let shown =
                        all.iter().skip(all.len() - after.len() - 1).take(3).copied().collect::<Vec<_>>();
                    problems.push(Problem::of(&shown, ProblemKind::BadEscape));
                }
            }
            letter => bytes.extend(letter.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    let (name, cut) = tidied(&String::from_utf8_lossy(&bytes));
    if cut {
        problems.push(Problem::of(all, ProblemKind::LongName));
    }
    name
}

fn escape(after: &[Glyph]) -> Option<u8> {
    let [high, low, ..] = after else { return None };
    byte_of(high.letter, low.letter)
}
