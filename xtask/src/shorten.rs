//! Short names for what the program asks of its glue.
//!
//! Bindgen gives each function a long name with a hash in it, once in the program and once in the glue, and a hash is what
//! compresses worst. Nobody else reads these names, so both sides get shorter ones.

use std::collections::BTreeMap;

use crate::failure::{Failure, Outcome};

/// What bindgen calls the glue within the program, and what we do.
const GLUE: (&str, &str) = ("./program_bg.js", "g");

/// The section of a program that names what it imports.
const IMPORTS: u8 = 2;

/// The program and its glue with short names between them.
pub fn shorten(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let wasm = renamed(wasm, &mut names)
        .ok_or_else(|| Failure::new("the program's imports are not what bindgen writes"))?;
    let mut glue = glue.replacen(&format!("\"{}\":", GLUE.0), &format!("\"{}\":", GLUE.1), 1);
    for (long, short) in names {
        let shorter = glue.replacen(&format!(" {long}: "), &format!(" {short}: "), 1);
        if shorter.len() == glue.len() {
            return Err(Failure::new(format!("the glue has no {long}")));
        }
        glue = shorter;
    }
    Ok((wasm, glue))
}

/// The program with its imports renamed; each new name is noted in `names`.
fn renamed(wasm: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let mut out = head.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (body, after) = after.split_at_checked(length)?;
        out.push(kind);
        if kind == IMPORTS {
            let body = imports(body, names)?;
            put(&mut out, body.len());
            out.extend(body);
        } else {
            put(&mut out, length);
            out.extend(body);
        }
        rest = after;
    }
    Some(out)
}

fn imports(body: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let mut out = Vec::with_capacity(body.len());
    put(&mut out, count);
    for _ in 0..count {
        let (module, after) = text(rest)?;
        let (name, after) = text(after)?;
        // After bindgen, only functions are left to import: a sign, and the number of a type.
        let (&0, after) = after.split_first()? else { return None };
        let (kind, after) = number(after)?;
        let (module, name) = if module == GLUE.0 {
            let next = format!("f{}", names.len());
            (GLUE.1, names.entry(name.to_owned()).or_insert(next).as_str())
        } else {
            (module, name)
        };
        for part in [module, name] {
            put(&mut out, part.len());
            out.extend(part.bytes());
        }
        out.push(0);
        put(&mut out, kind);
        rest = after;
    }
    rest.is_empty().then_some(out)
}

fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, after) = number(bytes)?;
    let (text, after) = after.split_at_checked(length)?;
    Some((str::from_utf8(text).ok()?, after))
}

/// A number as WebAssembly writes it: seven bits a byte, the lowest first.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

fn put(out: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(name: &str) -> Vec<u8> {
        let mut body = vec![1];
        for part in [GLUE.0, name] {
            put(&mut body, part.len());
            body.extend(part.bytes());
        }
        body.extend([0, 3]);
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        out.push(IMPORTS);
        put(&mut out, body.len());
        out.extend(body);
        out.extend([7, 1, 0]);
        out
    }

    #[test]
    fn both_sides_agree_on_the_short_name() {
        let name = format!("__wbg_{}", "focus".repeat(40));
        let glue = format!("{{ \"./program_bg.js\": {{ {name}: function() {{}} }} }}");
        let (wasm, glue) = shorten(&program(&name), &glue).unwrap();
        assert_eq!(glue, "{ \"g\": { f0: function() {} } }");
        assert_eq!(wasm, b"\0asm\x01\0\0\0\x02\x08\x01\x01g\x02f0\0\x03\x07\x01\0");
    }

    #[test]
    fn a_name_that_the_glue_lacks_is_told() {
        assert_eq!(shorten(&program("gone"), "{}").unwrap_err().to_string(), "the glue has no gone");
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x09\x01", "{}").is_err());
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for value in [0, 1, 127, 128, 300, 70_000] {
            let mut bytes = Vec::new();
            put(&mut bytes, value);
            assert_eq!(number(&bytes), Some((value, &[][..])));
        }
    }
}
