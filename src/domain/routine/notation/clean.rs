//! What is safe to show of a text that somebody else wrote.
//!
//! Decides: what is invisible, and how much of what is not. Deliberately does not know what the text is: a title, the name
//! of a move, or what was found where something else was expected.

use super::LONGEST_NAME;

/// How many combining marks may follow one another: enough for every language, too few to cover the lines around.
const MOST_MARKS: usize = 3;

/// A name that is safe to show: without control, direction and invisible characters, spaces collapsed, at most three
/// combining marks in a row, at most 60 characters. Cleaning a clean name changes nothing.
pub fn clean(name: &str) -> String {
    tidied(name).0
}

/// The clean name, and whether something visible had to be cut off its end.
pub(super) fn tidied(name: &str) -> (String, bool) {
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
