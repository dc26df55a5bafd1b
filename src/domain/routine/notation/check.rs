//! The two characters at the end of a text, by which a link that was cut off is noticed.
//!
//! Ten bits of CRC-10 (generator x¹⁰+x⁹+x⁵+x⁴+x+1), five bits a character: every change within two neighbouring
//! characters is noticed, and of all other changes all but one in 1024. Upper and lower case count as the same, so
//! that a text which was put into capitals on its way still fits.

/// Digits and lower-case letters without those that are read for one another (i, l, o) and without u.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// The check characters of what stands before the last `/`.
pub(super) fn of(text: impl Iterator<Item = char>) -> [char; 2] {
    let mut crc = 0_u16;
    for letter in text {
        let mut bytes = [0; 4];
        for byte in letter.to_ascii_lowercase().encode_utf8(&mut bytes).bytes() {
            crc ^= u16::from(byte) << 2;
            for _ in 0..8 {
                let carry = crc & 0x200 != 0;
                crc = (crc << 1) & 0x3FF;
                if carry {
                    crc ^= 0x233;
                }
            }
        }
    }
    [crc >> 5, crc & 31].map(|bits| ALPHABET.get(usize::from(bits)).map_or('0', |&byte| char::from(byte)))
}

/// Whether `text` may be check characters, or what is left of them.
pub(super) fn looks_like(text: &str) -> bool {
    matches!(text.len(), 1 | 2) && text.bytes().all(|byte| ALPHABET.contains(&byte.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_one_character_is_always_noticed() {
        let text = "1/The-five/r30/superman.15/plank.40s";
        let right = of(text.chars());
        for at in 0..text.len() {
            for other in "abcdefgh0123456789-./~_".chars().filter(|&c| !text[at..].starts_with(c)) {
                let changed = text.chars().enumerate().map(|(i, c)| if i == at { other } else { c });
                assert_ne!(of(changed), right, "{other} at {at}");
            }
        }
    }

    #[test]
    fn the_check_is_the_published_crc() {
        // The catalogue of parametrised CRC algorithms gives 0x199 for CRC-10/ATM over these digits.
        let check =
            of("123456789".chars()).map(|c| ALPHABET.iter().position(|&a| char::from(a) == c).unwrap());
        assert_eq!(check[0] * 32 + check[1], 0x199);
    }
}
