//! Titles and the names of the author's own moves, spelt with the few characters that survive in every link.

use super::clean::{clean, tidied};
use super::glyphs::{Glyph, byte_of};
use super::problem::{Problem, ProblemKind};

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
