//! What a good static host answers: precompressed files, right types, `304` for what has not changed, a part of a file to who
//! asks for one, folders with and without their slash, and the page for what is not there.
//! It decides one answer at a time and knows nothing of connections ([`super::server`]), nor of building the folder.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use hyper::body::Bytes;
use hyper::header::{HeaderMap, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};

use super::mime;
use crate::build::{hash, headers};
use crate::failure::{Doing, Outcome};

/// What a request gets.
pub type Answer = Response<Bytes>;

/// A header of an answer: its name, and what it says.
type Field = (&'static str, String);

/// A folder as it is seen below a path.
#[derive(Debug)]
pub struct Host {
    folder: PathBuf,
    base: String,
}

impl Host {
    /// The site in `folder`, at the path `base`, which has a slash at each end.
    pub fn new(folder: impl Into<PathBuf>, base: impl Into<String>) -> Self {
        Self { folder: folder.into(), base: base.into() }
    }

    /// The path below which everything lies.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The answer to one request, whatever its body.
    pub fn answer<Body>(&self, request: &Request<Body>) -> Answer {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are answered here.");
        }
        let mut answer = match below(&self.base, request.uri().path()).and_then(|path| self.find(&path)) {
            Some(file) => self
                .file(request.headers(), &file)
                .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "The file cannot be read.")),
            None => self.missing(),
        };
        if let Some(policy) = self.policy() {
            answer.headers_mut().insert(headers::POLICY, policy);
        }
        answer
    }

    /// The policy that the site was built with: its pages may hold a style of their own.
    fn policy(&self) -> Option<HeaderValue> {
        let rules = fs::read_to_string(self.folder.join("_headers")).ok()?;
        HeaderValue::from_str(headers::said(&rules)?).ok()
    }

    /// The file for a path: itself, or the page of the folder.
    fn find(&self, path: &str) -> Option<String> {
        let path = path.trim_end_matches('/');
        let page = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
        [path.to_owned(), page].into_iter().find(|name| !name.is_empty() && self.folder.join(name).is_file())
    }

    fn file(&self, asked: &HeaderMap, name: &str) -> Outcome<Answer> {
        let accepted = text(asked, "accept-encoding");
        let copies = [("br", ".br"), ("gzip", ".gz")];
        let copy = copies.into_iter().find(|(encoding, ending)| {
            accepts(accepted, encoding) && self.folder.join(format!("{name}{ending}")).is_file()
        });
        let path = format!("{name}{}", copy.map_or("", |(_, ending)| ending));
        let bytes = Bytes::from(fs::read(self.folder.join(&path)).doing(|| format!("read {path}"))?);
        let tag = format!("\"{}\"", hash::short(&bytes));
        let mut fields = vec![
            ("content-type", mime::header(name)),
            ("cache-control", headers::keeping(name).to_owned()),
            ("etag", tag.clone()),
            ("vary", "Accept-Encoding".to_owned()),
            ("accept-ranges", "bytes".to_owned()),
        ];
        fields.extend(copy.map(|(encoding, _)| ("content-encoding", encoding.to_owned())));
        if text(asked, "if-none-match").contains(&tag) {
            return Ok(with(StatusCode::NOT_MODIFIED, Bytes::new(), fields));
        }
        // A part of a file that has changed since is of no use: then the whole one is sent.
        let same = asked.get("if-range").is_none_or(|known| known.as_bytes() == tag.as_bytes());
        Ok(match part(text(asked, "range"), bytes.len()).filter(|_| same) {
            None => with(StatusCode::OK, bytes, fields),
            Some(part) => partial(&bytes, part, fields),
        })
    }

    fn missing(&self) -> Answer {
        let page = fs::read(self.folder.join("404.html")).unwrap_or_default();
        let fields = vec![
            ("content-type", mime::header("404.html")),
            ("cache-control", headers::ASK_FIRST.to_owned()),
        ];
        with(StatusCode::NOT_FOUND, page.into(), fields)
    }
}

/// A short text for a person.
pub fn plain(code: StatusCode, text: &str) -> Answer {
    let fields = vec![("content-type", mime::header("a.txt")), ("cache-control", "no-store".to_owned())];
    with(code, Bytes::copy_from_slice(text.as_bytes()), fields)
}

fn with(code: StatusCode, bytes: Bytes, fields: Vec<Field>) -> Answer {
    let mut answer = Response::new(bytes);
    *answer.status_mut() = code;
    for (name, value) in fields.into_iter().chain(headers::of_all(&headers::policy(&[]))) {
        // Ours are plain letters; one that could not be sent would be left out.
        if let (Ok(name), Ok(value)) =
            (name.parse::<hyper::header::HeaderName>(), HeaderValue::from_str(&value))
        {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

fn partial(bytes: &Bytes, part: Range<usize>, mut fields: Vec<Field>) -> Answer {
    let all = bytes.len();
    if part.is_empty() {
        fields.push(("content-range", format!("bytes */{all}")));
        return with(StatusCode::RANGE_NOT_SATISFIABLE, Bytes::new(), fields);
    }
    fields.push(("content-range", format!("bytes {}-{}/{all}", part.start, part.end - 1)));
    with(StatusCode::PARTIAL_CONTENT, bytes.slice(part), fields)
}

/// The part of a file of `all` bytes that `Range` asks for: empty when there is no such part, nothing when the whole file is
/// as good an answer. Several parts at once are nobody's need here.
fn part(asked: &str, all: usize) -> Option<Range<usize>> {
    let (from, to) = asked.strip_prefix("bytes=")?.split_once('-')?;
    if from.is_empty() {
        let last: usize = to.parse().ok()?;
        return Some(all.saturating_sub(last)..all);
    }
    let from: usize = from.parse().ok()?;
    let to = if to.is_empty() { all } else { to.parse::<usize>().ok()?.saturating_add(1).min(all) };
    Some(from.min(all)..to.max(from.min(all)))
}

fn text<'a>(asked: &'a HeaderMap, name: &str) -> &'a str {
    asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Whether `Accept-Encoding` names this encoding without refusing it.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        words.next() == Some(encoding) && !words.any(|word| word.trim_end_matches(['0', '.']) == "q=")
    })
}

/// The part of a request's path below `base`, decoded; nothing for what lies elsewhere or tries to climb out.
fn below(base: &str, path: &str) -> Option<String> {
    let path = decoded(path)?;
    let rest = if path == base.trim_end_matches('/') { "" } else { path.strip_prefix(base)? };
    let climbs = rest.split('/').any(|part| part == ".." || part == "." || part.contains(['\\', '\0']));
    (!climbs && !rest.starts_with('/')).then(|| rest.to_owned())
}

/// `%20` and its like as the letters they mean.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let (high, low) = (digit(rest.next())?, digit(rest.next())?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site of three files, gone when the test is over.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("evenkeel-host-{name}-{}", std::process::id()));
            let write =
                |name: &str, text: &str| crate::place::write(&folder.join(name), text.as_bytes()).unwrap();
            write("exercises/index.html", "0123456789");
            write("exercises/index.html.br", "small");
            write("assets/a-1.css", "a{}");
            write("404.html", "not here");
            Self(folder)
        }

        fn asks(&self, path: &str, fields: &[(&'static str, &str)]) -> Answer {
            let mut request = Request::get(path);
            for (name, value) in fields {
                request = request.header(*name, *value);
            }
            Host::new(&self.0, "/").answer(&request.body(()).unwrap())
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn says<'a>(answer: &'a Answer, name: &str) -> &'a str {
        text(answer.headers(), name)
    }

    #[test]
    fn a_page_has_its_type_and_the_policy_with_or_without_a_slash() {
        let site = Folder::new("page");
        for path in ["/exercises", "/exercises/", "/exercises/index.html", "/exercises?a=b"] {
            let answer = site.asks(path, &[]);
            assert_eq!((answer.status(), answer.body().as_ref()), (StatusCode::OK, b"0123456789".as_slice()));
            assert_eq!(says(&answer, "content-type"), "text/html; charset=utf-8");
            assert_eq!(says(&answer, "cache-control"), headers::ASK_FIRST);
            assert_eq!(says(&answer, "x-content-type-options"), "nosniff");
            assert!(says(&answer, "content-security-policy").contains("frame-ancestors"));
        }
        assert_eq!(says(&site.asks("/assets/a-1.css", &[]), "cache-control"), headers::FOR_EVER);
        let missing = site.asks("/nowhere", &[]);
        assert_eq!(
            (missing.status(), missing.body().as_ref()),
            (StatusCode::NOT_FOUND, b"not here".as_slice())
        );
    }

    #[test]
    fn the_smaller_copy_is_sent_and_known_by_a_tag_of_its_own() {
        let site = Folder::new("copy");
        let small = site.asks("/exercises", &[("accept-encoding", "gzip, br")]);
        assert_eq!(small.body().as_ref(), b"small");
        assert_eq!((says(&small, "content-encoding"), says(&small, "vary")), ("br", "Accept-Encoding"));
        let plain = site.asks("/exercises", &[]);
        assert_ne!(says(&plain, "etag"), says(&small, "etag"));
        let again = site.asks("/exercises", &[("if-none-match", says(&plain, "etag"))]);
        assert_eq!((again.status(), again.body().len()), (StatusCode::NOT_MODIFIED, 0));
        assert_eq!(says(&again, "etag"), says(&plain, "etag"));
    }

    #[test]
    fn a_part_of_a_file_is_sent_to_who_asks_for_one() {
        let site = Folder::new("part");
        let part = site.asks("/exercises", &[("range", "bytes=2-4")]);
        assert_eq!((part.status(), part.body().as_ref()), (StatusCode::PARTIAL_CONTENT, b"234".as_slice()));
        assert_eq!(says(&part, "content-range"), "bytes 2-4/10");
        assert_eq!(site.asks("/exercises", &[("range", "bytes=-3")]).body().as_ref(), b"789");
        let beyond = site.asks("/exercises", &[("range", "bytes=10-")]);
        assert_eq!(says(&beyond, "content-range"), "bytes */10");
        assert_eq!(beyond.status(), StatusCode::RANGE_NOT_SATISFIABLE);
        let changed = site.asks("/exercises", &[("range", "bytes=2-4"), ("if-range", "\"old\"")]);
        assert_eq!((changed.status(), changed.body().len()), (StatusCode::OK, 10));
    }

    #[test]
    fn a_path_stays_below_the_base_and_inside_the_folder() {
        assert_eq!(below("/", "/exercises/plank").as_deref(), Some("exercises/plank"));
        assert_eq!(below("/name/", "/name").as_deref(), Some(""));
        assert_eq!(below("/name/", "/other/x"), None);
        assert_eq!(below("/", "/../Cargo.toml"), None);
        assert_eq!(below("/", "/%2e%2e/Cargo.toml"), None);
        assert_eq!(below("/", "//etc/passwd"), None);
        assert_eq!(below("/", "/a%2"), None);
    }

    #[test]
    fn an_encoding_is_sent_only_to_who_takes_it() {
        assert!(accepts("gzip, deflate, br", "br"));
        assert!(accepts("br;q=0.5", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
