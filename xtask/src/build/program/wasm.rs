//! Just enough of WebAssembly's binary form to read and change what a program imports and exports.

/// Any section that a tool may add.
const OWN: u8 = 0;
/// The section that names what a program imports.
pub const IMPORTS: u8 = 2;
/// The section that names what it exports.
pub const EXPORTS: u8 = 7;

/// Something that a program imports or exports.
pub struct Named<'a> {
    /// Where an import comes from; empty for an export.
    pub module: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Its kind and its number, as they are written.
    what: &'a [u8],
}

/// The program with each line of a section as `change` wants it: under another module and name, or left out.
/// Nothing if it is not a program as bindgen and binaryen write them.
pub fn changed<'a>(
    wasm: &'a [u8],
    section: u8,
    mut change: impl FnMut(&Named<'a>) -> Option<(String, String)>,
) -> Option<Vec<u8>> {
    each_section(
        wasm,
        |kind, body| {
            if kind == section { lines(body, section, &mut change) } else { Some(body.to_vec()) }
        },
    )
}

/// The program with what `change` makes of the section that a tool has put there under this name.
pub fn with_own(wasm: &[u8], name: &str, change: impl Fn(&[u8]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    each_section(wasm, |kind, body| match text(body) {
        Some((found, data)) if kind == OWN && found == name => {
            let mut changed = Vec::with_capacity(body.len());
            put_bytes(&mut changed, name.as_bytes());
            changed.extend(change(data)?);
            Some(changed)
        }
        _ => Some(body.to_vec()),
    })
}

fn each_section<'a>(
    wasm: &'a [u8],
    mut change: impl FnMut(u8, &'a [u8]) -> Option<Vec<u8>>,
) -> Option<Vec<u8>> {
    let (head, mut rest) = wasm.split_at_checked(8)?;
    let mut out = head.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        let (body, after) = after.split_at_checked(length)?;
        out.push(kind);
        put_bytes(&mut out, &change(kind, body)?);
        rest = after;
    }
    Some(out)
}

fn lines<'a>(
    body: &'a [u8],
    section: u8,
    change: &mut impl FnMut(&Named<'a>) -> Option<(String, String)>,
) -> Option<Vec<u8>> {
    let (count, mut rest) = number(body)?;
    let (mut kept, mut out) = (0, Vec::with_capacity(body.len()));
    for _ in 0..count {
        let (named, after) = line(rest, section)?;
        if let Some((module, name)) = change(&named) {
            kept += 1;
            if section == IMPORTS {
                put_bytes(&mut out, module.as_bytes());
            }
            put_bytes(&mut out, name.as_bytes());
            out.extend(named.what);
        }
        rest = after;
    }
    let mut whole = Vec::with_capacity(out.len() + 5);
    put(&mut whole, kept);
    whole.extend(out);
    rest.is_empty().then_some(whole)
}

fn line(bytes: &[u8], section: u8) -> Option<(Named<'_>, &[u8])> {
    let (module, after) = if section == IMPORTS { text(bytes)? } else { ("", bytes) };
    let (name, after) = text(after)?;
    let (&kind, number_on) = after.split_first()?;
    // After bindgen, only functions are left to import; whatever is exported, a number is all there is to it.
    if section == IMPORTS && kind != 0 {
        return None;
    }
    let (_, rest) = number(number_on)?;
    let what = after.get(..after.len() - rest.len())?;
    Some((Named { module, name, what }, rest))
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

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    put(out, bytes.len());
    out.extend(bytes);
}

/// A program that imports and exports functions of these names, for tests.
#[cfg(test)]
pub(crate) fn example(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
    let mut wasm = b"\0asm\x01\0\0\0".to_vec();
    let mut body = vec![imports.len() as u8];
    for (module, name) in imports {
        put_bytes(&mut body, module.as_bytes());
        put_bytes(&mut body, name.as_bytes());
        body.extend([0, 0]);
    }
    wasm.push(IMPORTS);
    put_bytes(&mut wasm, &body);
    let mut body = vec![exports.len() as u8];
    for name in exports {
        put_bytes(&mut body, name.as_bytes());
        body.extend([0, 0]);
    }
    wasm.push(EXPORTS);
    put_bytes(&mut wasm, &body);
    wasm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_renamed_or_left_out_and_all_else_stays() {
        let long = "focus".repeat(40);
        let wasm = example(&[("glue", &long), ("glue", "other")], &["start", "gone"]);
        let renamed = changed(&wasm, IMPORTS, |line| {
            Some((line.module.to_owned(), if line.name == long { "f".into() } else { line.name.into() }))
        });
        let renamed = renamed.unwrap();
        assert_eq!(renamed, example(&[("glue", "f"), ("glue", "other")], &["start", "gone"]));
        let fewer = changed(&renamed, EXPORTS, |line| {
            (line.name == "start").then(|| (String::new(), line.name.to_owned()))
        });
        assert_eq!(fewer.unwrap(), example(&[("glue", "f"), ("glue", "other")], &["start"]));
    }

    #[test]
    fn what_is_cut_off_is_no_program() {
        let wasm = example(&[("glue", "f")], &["start"]);
        assert!(changed(&wasm[..wasm.len() - 1], EXPORTS, |_| None).is_none());
        assert!(changed(b"\0asm", EXPORTS, |_| None).is_none());
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
