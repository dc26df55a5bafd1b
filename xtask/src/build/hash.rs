//! Names by content: a file whose bytes change gets another name, so that every copy of it may be kept for ever.

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes in lower-case hexadecimal: 64 digits.
pub fn full(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Its first 12 digits: 48 bits, enough to tell the few files of a site apart.
pub fn short(bytes: &[u8]) -> String {
    let mut hash = full(bytes);
    hash.truncate(12);
    hash
}

/// The SHA-256 of some text as a content policy writes it: in base 64.
pub fn in_policy(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for part in Sha256::digest(text.as_bytes()).chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(part.get(at).copied().unwrap_or(0)));
        let letters = (0..4).map(|at| char::from(LETTERS[(bits >> (18 - 6 * at)) as usize & 63]));
        out.extend(letters.take(part.len() + 1));
    }
    // 32 bytes end one short of a whole group.
    out + "="
}

/// `style.css` with these bytes becomes `style-0123456789ab.css`.
pub fn named(name: &str, bytes: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{}.{ending}", short(bytes)),
        None => format!("{name}-{}", short(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_one_everybody_knows() {
        assert_eq!(full(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(in_policy("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    #[test]
    fn a_name_keeps_its_ending_and_follows_the_content() {
        assert_eq!(named("style.css", b"abc"), "style-ba7816bf8f01.css");
        assert_eq!(named("en.moves.txt", b"abc"), "en.moves-ba7816bf8f01.txt");
        assert_eq!(named("LICENSE", b"abc"), "LICENSE-ba7816bf8f01");
        assert_ne!(named("style.css", b"abc"), named("style.css", b"abd"));
    }
}
