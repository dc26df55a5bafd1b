//! One line of stored text that can tell whether it is whole: `1|<checksum>|field|field…`.
//!
//! Decides: how fields are kept apart, the version, the checksum (CRC-32, as in ISO 3309). Deliberately does not know
//! what the fields mean: see [`crate::session`], [`crate::history`] and [`crate::settings`].

use core::fmt::{self, Write};

/// The version of every line but those of records ([`crate::history::line`]), which count their own.
const VERSION: u32 = 1;

/// Why a stored line could not be read. Whoever stores it keeps the text: nothing damaged is ever erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It does not begin as a stored line does.
    NotALine,
    /// A later version of the app wrote it.
    Newer {
        /// The form that was found.
        found: u32,
        /// The latest form that this version reads.
        known: u32,
    },
    /// Its text does not match its checksum: it was cut off or changed.
    Checksum,
    /// A part that cannot be done without is missing, or says nothing that makes sense.
    Part(&'static str),
}

impl Damage {
    /// The key of its words.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::NotALine => "not-a-line",
            Self::Newer { .. } => "newer",
            Self::Checksum => "checksum",
            Self::Part(_) => "part",
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALine => f.write_str("expected a line that begins with a version and a checksum"),
            Self::Newer { found, known } => {
                write!(f, "written by a later version ({found}); this one reads {known}")
            }
            Self::Checksum => f.write_str("the text does not match its checksum"),
            Self::Part(part) => write!(f, "expected {part}, but found nothing that makes sense"),
        }
    }
}

/// Joins `fields` into one line with version and checksum. Free text in them goes through [`escape`] first.
pub fn seal(fields: &[String]) -> String {
    seal_as(VERSION, "", fields)
}

/// [`seal`] in a form of its own. `key` is not in the line, but the checksum is of it too.
pub fn seal_as(version: u32, key: &str, fields: &[String]) -> String {
    let body = fields.join("|");
    format!("{version}|{:08x}|{body}", checksum_of([key, &body]))
}

/// Takes a line apart again, into fields as they were given to [`seal`].
///
/// # Errors
/// [`Damage`] when it is not whole, or a later version wrote it.
pub fn open(line: &str) -> Result<Vec<&str>, Damage> {
    open_as(VERSION, "", line)
}

/// Takes a line apart that [`seal_as`] made.
///
/// # Errors
/// [`Damage`] when it is not whole, belongs to another key, or is of another version than `known`.
pub fn open_as<'a>(known: u32, key: &str, line: &'a str) -> Result<Vec<&'a str>, Damage> {
    let mut parts = line.trim_matches(['\r', '\n']).splitn(3, '|');
    let (Some(version), Some(sum), Some(body)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(Damage::NotALine);
    };
    match version.parse() {
        Ok(found) if found == known => {}
        Ok(found) if found > known => return Err(Damage::Newer { found, known }),
        _ => return Err(Damage::NotALine),
    }
    if u32::from_str_radix(sum, 16) != Ok(checksum_of([key, body])) {
        return Err(Damage::Checksum);
    }
    Ok(body.split('|').collect())
}

/// The version that a line says it is of.
pub fn version(line: &str) -> Option<u32> {
    line.trim_start_matches(['\r', '\n']).split_once('|')?.0.parse().ok()
}

/// Whether a later version of the app wrote this line, which is not a record's.
pub fn is_newer(line: &str) -> bool {
    matches!(open(line), Err(Damage::Newer { .. }))
}

/// What four bits that leave the checksum do to it.
const NIBBLES: [u32; 16] = {
    let mut table = [0; 16];
    let mut nibble = 0;
    while nibble < 16 {
        let mut sum = nibble as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        table[nibble] = sum;
        nibble += 1;
    }
    table
};

/// CRC-32 of `bytes`, four bits at a time: a table for eight would be a kilobyte, and bit by bit a long history would keep
/// the start waiting.
pub fn checksum(bytes: &[u8]) -> u32 {
    !taken_in(u32::MAX, bytes)
}

/// CRC-32 of two texts, one after the other.
fn checksum_of(texts: [&str; 2]) -> u32 {
    !texts.iter().fold(u32::MAX, |sum, text| taken_in(sum, text.as_bytes()))
}

fn taken_in(sum: u32, bytes: &[u8]) -> u32 {
    let step = |sum: u32| (sum >> 4) ^ NIBBLES.get((sum & 15) as usize).copied().unwrap_or_default();
    bytes.iter().fold(sum, |sum, &byte| step(step(sum ^ u32::from(byte))))
}

/// Whether a character would be taken for a separator of this line or of a list inside a field.
const fn is_kept_apart(letter: char) -> bool {
    matches!(letter, '|' | '%' | ';' | ',' | '=') || letter.is_ascii_control()
}

/// `text` with separators and control characters written as `%7c`.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_kept_apart(letter) {
            let _ = write!(escaped, "%{:02x}", letter as u32);
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// A field that is kept as it was found. Only a line break is written as [`escape`] writes it: at the end of a line it
/// would be taken for the end of a text, and be gone.
pub fn as_found(field: &str) -> String {
    field.replace('\n', "%0a").replace('\r', "%0d")
}

/// What [`escape`] made, undone; a `%` that introduces nothing stays.
pub fn unescape(text: &str) -> String {
    let mut parts = text.split('%');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(u8::is_ascii);
        if let (Some(code), Some(rest)) = (code, part.get(2..)) {
            plain.push(char::from(code));
            plain.push_str(rest);
        } else {
            plain.push('%');
            plain.push_str(part);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_common_one() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn separators_in_a_text_survive() {
        for text in ["", "a|b", "100 %", "%7c", "%", "%é", "a;b,c=d\ne", "Dehnung: größer"] {
            assert_eq!(unescape(&escape(text)), text);
            assert!(!escape(text).contains(['|', ';', ',', '=', '\n']));
        }
    }

    #[test]
    fn any_change_of_a_letter_is_noticed() {
        let line = seal(&["id=a1".into(), "start=5".into()]);
        assert_eq!(open(&line), Ok(vec!["id=a1", "start=5"]));
        for at in 11..line.len() {
            let mut changed = line.clone();
            changed.replace_range(at..=at, "#");
            assert_eq!(open(&changed), Err(Damage::Checksum));
        }
    }

    #[test]
    fn a_line_of_a_later_version_is_told_from_one_that_is_none() {
        assert!(is_newer(&seal_as(2, "", &["id=a1".into()])));
        assert!(is_newer("3|whatever it holds|then"));
        assert!(!is_newer(&seal(&["id=a1".into()])), "today's");
        assert!(!is_newer("0|00000000|id=a1"), "there was none before the first");
        assert!(!is_newer("9"), "a number alone is no line");
        assert_eq!(open("0|00000000|id=a1"), Err(Damage::NotALine));
        assert_eq!(version("\r\n12|x"), Some(12));
        assert_eq!((version("12"), version("x|12")), (None, None));
    }

    #[test]
    fn a_line_belongs_to_its_key_and_its_version() {
        let line = seal_as(4, "a1", &["x".into(), "y".into()]);
        assert_eq!(open_as(4, "a1", &line), Ok(vec!["x", "y"]));
        assert_eq!(open_as(4, "a2", &line), Err(Damage::Checksum));
        assert_eq!(open_as(5, "a1", &line), Err(Damage::NotALine));
        assert_eq!(open_as(3, "a1", &line), Err(Damage::Newer { found: 4, known: 3 }));
        assert_eq!(
            open_as(4, "a1", &format!("\n{line}\r\n")),
            Ok(vec!["x", "y"]),
            "breaks around it are none of it"
        );
    }

    #[test]
    fn only_what_would_be_taken_for_a_separator_is_escaped() {
        assert_eq!(escape("a|b%c;d,e=f\t"), "a%7cb%25c%3bd%2ce%3df%09");
        assert_eq!(escape("Größe 5: (x) / ~y"), "Größe 5: (x) / ~y");
        assert_eq!(unescape("100%"), "100%");
        assert_eq!(unescape("%zz%7"), "%zz%7");
        assert_eq!(as_found("a|b\n%7c\r"), "a|b%0a%7c%0d");
    }
}
