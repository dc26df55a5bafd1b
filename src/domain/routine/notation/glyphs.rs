//! The characters of a text, each with the place where it stood, so that a problem can be pointed at.
//!
//! Decides: how a routine is unwrapped from a link that was percent-encoded, once or twice, or that dragged
//! punctuation along.

/// A character and how many characters of the given text come before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) letter: char,
    pub(super) at: usize,
}

/// The characters of the routine in `text`: decoded, without the address before `#` and without what a mail program
/// or a messenger stuck to its end.
pub(super) fn unwrapped(text: &str) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = text.chars().enumerate().map(|(at, letter)| Glyph { letter, at }).collect();
    for _ in 0..2 {
        glyphs = decoded(&glyphs);
    }
    let end = glyphs.iter().rposition(|glyph| !is_clinging(glyph.letter)).map_or(0, |last| last + 1);
    glyphs.truncate(end);
    glyphs.drain(..start_of_routine(&glyphs));
    glyphs
}

/// What no routine ends with, but what is often found behind a link.
fn is_clinging(letter: char) -> bool {
    letter.is_whitespace() || "/.,:;!?)]}>'\"*_~-’”»…".contains(letter) || letter.is_control()
}

/// Behind the `#` of an address, unless the text already begins with a version; then behind `/`, `!` and spaces.
fn start_of_routine(glyphs: &[Glyph]) -> usize {
    let is_lead = |glyph: &Glyph| glyph.letter.is_whitespace() || "#!/".contains(glyph.letter);
    let lead = |from: usize| from + glyphs.iter().skip(from).take_while(|glyph| is_lead(glyph)).count();
    let first = lead(0);
    let digits = glyphs.iter().skip(first).take_while(|glyph| glyph.letter.is_ascii_digit()).count();
    // Without a digit there is no `/` here either: it was skipped.
    let is_version = glyphs.get(first + digits).is_some_and(|glyph| glyph.letter == '/');
    if is_version {
        return first;
    }
    glyphs.iter().position(|glyph| glyph.letter == '#').map_or(first, lead)
}

/// `%XX` turned into what it stands for; bytes that are no text become the replacement character.
fn decoded(glyphs: &[Glyph]) -> Vec<Glyph> {
    if !glyphs.iter().any(|glyph| glyph.letter == '%') {
        return glyphs.to_vec();
    }
    let mut bytes = Vec::with_capacity(glyphs.len());
    let mut places = Vec::with_capacity(glyphs.len());
    let mut rest = glyphs;
    while let [first, after @ ..] = rest {
        let escaped = match rest {
            [percent, high, low, ..] if percent.letter == '%' => byte_of(high.letter, low.letter),
            _ => None,
        };
        if let Some(byte) = escaped {
            bytes.push(byte);
            places.push(first.at);
            rest = rest.get(3..).unwrap_or_default();
        } else {
            let mut buffer = [0; 4];
            let encoded = first.letter.encode_utf8(&mut buffer);
            bytes.extend(encoded.bytes());
            places.extend(core::iter::repeat_n(first.at, encoded.len()));
            rest = after;
        }
    }
    let mut result = Vec::with_capacity(glyphs.len());
    let mut offset = 0;
    let place = |offset: usize| places.get(offset).copied().unwrap_or(0);
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            result.push(Glyph { letter, at: place(offset) });
            offset += letter.len_utf8();
        }
        if !chunk.invalid().is_empty() {
            result.push(Glyph { letter: char::REPLACEMENT_CHARACTER, at: place(offset) });
            offset += chunk.invalid().len();
        }
    }
    result
}

/// The byte that two hexadecimal digits stand for.
pub(super) fn byte_of(high: char, low: char) -> Option<u8> {
    Some((high.to_digit(16)? * 16 + low.to_digit(16)?) as u8)
}

/// The characters without spaces, as text.
pub(super) fn dense(glyphs: &[Glyph]) -> String {
    glyphs.iter().map(|glyph| glyph.letter).filter(|letter| !letter.is_whitespace()).collect()
}
