//! The finished site as files in memory, and how it reaches the disk: beside every text and program file its `.br` and
//! `.gz`, and the whole folder put in place at once, so that nobody is ever served half a build.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;

use super::hash;
use crate::failure::{Doing, Failure, Outcome};
use crate::place;

/// The folder of files named by their content.
pub const NAMED: &str = "assets";

/// What makes the smaller copies worth their time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copies {
    /// `.br` and `.gz` beside each file: for a real host.
    Compressed,
    /// None: for `dev`, where the next build is a second away.
    Plain,
}

/// Every file of the site by its path from the site's top.
#[derive(Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Adds a file under this very path.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Adds a file named by its content, and gives the path that it got.
    pub fn add_named(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let path = format!("{NAMED}/{}", hash::named(name, &bytes));
        self.files.insert(path.clone(), bytes);
        path
    }

    /// The site that was written to `folder`, without its smaller copies.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let mut site = Self::default();
        for path in place::files_below(folder)? {
            let name = place::name_below(folder, &path)?;
            let is_copy = [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
            if !is_copy {
                site.add(name, fs::read(&path).doing(|| format!("read {}", path.display()))?);
            }
        }
        Ok(site)
    }

    /// Takes a file out, and gives it back.
    pub fn take(&mut self, path: &str) -> Option<Vec<u8>> {
        self.files.remove(path)
    }

    /// Every file, in the order of the paths.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Puts the site where `folder` is, in place of what was there.
    pub fn write(&self, folder: &Path, copies: Copies) -> Outcome {
        let beside = folder.with_extension("next");
        clear(&beside)?;
        for (path, bytes) in &self.files {
            place::write(&beside.join(path), bytes)?;
        }
        if copies == Copies::Compressed {
            self.write_copies(&beside)?;
        }
        clear(folder)?;
        fs::rename(&beside, folder).doing(|| format!("put {} in place", folder.display()))
    }

    /// The copies are made on every core at once: the best compression takes its time.
    fn write_copies(&self, folder: &Path) -> Outcome {
        let waiting = Mutex::new(self.files().filter(|(path, _)| is_text(path)));
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..cores).map(|_| scope.spawn(|| copy_each(&waiting, folder))).collect();
            workers.into_iter().try_for_each(|worker| {
                worker.join().unwrap_or_else(|_| Err(Failure::new("compressing stopped unexpectedly")))
            })
        })
    }
}

fn copy_each<'a>(waiting: &Mutex<impl Iterator<Item = (&'a str, &'a [u8])>>, folder: &Path) -> Outcome {
    loop {
        let next = waiting.lock().ok().and_then(|mut files| files.next());
        let Some((path, bytes)) = next else { return Ok(()) };
        place::write(&folder.join(format!("{path}.br")), &brotli(bytes)?)?;
        place::write(&folder.join(format!("{path}.gz")), &gzip(bytes)?)?;
    }
}

/// Whether a smaller copy helps: pictures are compressed already, and `_headers` is read by the host itself.
fn is_text(path: &str) -> bool {
    !path.ends_with(".png") && path != "_headers"
}

/// As brotli's best level makes it.
pub fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &best).doing(|| "compress by brotli".to_owned())?;
    Ok(out)
}

/// As gzip's best level makes it.
pub fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(bytes)?;
    Ok(out.finish()?)
}

fn clear(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).doing(|| format!("clear {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_named_by_content_lies_in_its_own_folder() {
        let mut site = Site::default();
        assert_eq!(site.add_named("style.css", "a{}"), format!("assets/style-{}.css", hash::short(b"a{}")));
    }

    #[test]
    fn copies_open_to_the_same_bytes() {
        let text = "on an even keel ".repeat(99);
        let mut opened = Vec::new();
        brotli::BrotliDecompress(&mut brotli(text.as_bytes()).unwrap().as_slice(), &mut opened).unwrap();
        assert_eq!(opened, text.as_bytes());
        let packed = gzip(text.as_bytes()).unwrap();
        assert!(packed.len() < text.len() / 10);
        let mut opened = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(packed.as_slice()), &mut opened)
            .unwrap();
        assert_eq!(opened, text);
    }
}
