//! A small server for the finished site, as a good static host would be: precompressed files, right types, `304` for what
//! has not changed, folders with and without their slash, and the page for what is not there.
//! It serves one folder to this machine only, and knows nothing about building it.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tiny_http::{HTTPVersion, Header, Method, Request, Response};

use crate::failure::{Doing, Failure, Outcome};
use crate::{hash, headers, mime};

/// Answers requests that are not for a file; gives the request back when it is none of its business.
pub type Extra = Arc<dyn Fn(Request) -> Option<Request> + Send + Sync>;

/// A folder being served on this machine.
#[derive(Clone)]
pub struct Server {
    http: Arc<tiny_http::Server>,
    folder: Arc<PathBuf>,
    base: Arc<str>,
}

/// What a request gets.
type Answer = Response<Cursor<Vec<u8>>>;

impl Server {
    /// Opens `folder` below the path `base` on this port, or on any free one when it is 0.
    pub fn open(folder: &Path, base: &str, port: u16) -> Outcome<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", port)).doing(|| {
            format!("port {port} cannot be opened (is something else serving there? `--port` takes another)")
        })?;
        Ok(Self { http: Arc::new(http), folder: Arc::new(folder.to_owned()), base: base.into() })
    }

    /// Where a browser finds it.
    pub fn address(&self) -> String {
        let port = self.http.server_addr().to_ip().map_or(0, |address| address.port());
        format!("http://localhost:{port}{}", self.base)
    }

    /// Answers until somebody calls [`Server::stop`].
    pub fn run(&self, extra: Option<&Extra>) {
        for request in self.http.incoming_requests() {
            let (server, extra) = (self.clone(), extra.cloned());
            // One thread each: `dev` holds a request open until something changes.
            thread::spawn(move || {
                let left = match extra {
                    Some(extra) => extra(request),
                    None => Some(request),
                };
                if let Some(request) = left {
                    let answer = server.answer(&request);
                    // A browser that went away is no trouble of ours.
                    let _ = send(request, answer);
                }
            });
        }
    }

    /// Answers in the background.
    pub fn start(&self) -> thread::JoinHandle<()> {
        let server = self.clone();
        thread::spawn(move || server.run(None))
    }

    /// Takes no more requests.
    pub fn stop(&self) {
        self.http.unblock();
    }

    fn answer(&self, request: &Request) -> Answer {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return plain(405, "Only GET and HEAD are answered here.");
        }
        let path = request.url().split(['?', '#']).next().unwrap_or_default();
        let Some(path) = below(&self.base, path) else { return self.missing() };
        match self.find(&path) {
            Some(file) => {
                self.file(request, &file).unwrap_or_else(|_| plain(500, "The file cannot be read."))
            }
            None => self.missing(),
        }
    }

    /// The file for a path: itself, or the page of the folder.
    fn find(&self, path: &str) -> Option<String> {
        let path = path.trim_end_matches('/');
        let page = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
        [path.to_owned(), page].into_iter().find(|name| !name.is_empty() && self.folder.join(name).is_file())
    }

    fn file(&self, request: &Request, name: &str) -> Outcome<Answer> {
        let accepted = header(request, "Accept-Encoding").unwrap_or_default();
        let copies = [("br", ".br"), ("gzip", ".gz")];
        let copy = copies.into_iter().find(|(encoding, ending)| {
            accepts(&accepted, encoding) && self.folder.join(format!("{name}{ending}")).is_file()
        });
        let path = format!("{name}{}", copy.map_or("", |(_, ending)| ending));
        let bytes = fs::read(self.folder.join(&path)).doing(|| format!("read {path}"))?;
        let tag = format!("\"{}\"", hash::short(&bytes));
        let known = header(request, "If-None-Match").is_some_and(|tags| tags.contains(&tag));
        let (code, bytes) = if known { (304, Vec::new()) } else { (200, bytes) };
        let mut fields = vec![
            ("Content-Type", mime::header(name)),
            ("Cache-Control", headers::keeping(name).to_owned()),
            ("ETag", tag),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        fields.extend(copy.map(|(encoding, _)| ("Content-Encoding", encoding.to_owned())));
        Ok(with(code, bytes, fields))
    }

    fn missing(&self) -> Answer {
        let page = fs::read(self.folder.join("404.html")).unwrap_or_default();
        let fields = vec![
            ("Content-Type", mime::header("404.html")),
            ("Cache-Control", headers::ASK_FIRST.to_owned()),
        ];
        with(404, page, fields)
    }
}

/// A short text for a person.
pub fn plain(code: u16, text: &str) -> Answer {
    let fields = vec![("Content-Type", mime::header("a.txt")), ("Cache-Control", "no-store".to_owned())];
    with(code, text.as_bytes().to_vec(), fields)
}

fn with(code: u16, bytes: Vec<u8>, fields: Vec<(&'static str, String)>) -> Answer {
    let fields = fields.into_iter().chain(headers::of_all());
    let fields = fields.filter_map(|(name, value)| Header::from_bytes(name, value).ok());
    // Whole answers say their length: nothing here is too long to know it.
    fields
        .fold(Response::from_data(bytes), |answer, field| {
            // `from_data` has no type of its own that would stay beside ours.
            answer.with_header(field)
        })
        .with_status_code(code)
        .with_chunked_threshold(usize::MAX)
}

fn header(request: &Request, name: &str) -> Option<String> {
    let found =
        request.headers().iter().find(|header| header.field.as_str().as_str().eq_ignore_ascii_case(name));
    found.map(|header| header.value.as_str().to_owned())
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

/// Calls `stop` once when the person at the terminal presses Ctrl-C.
pub fn on_interrupt(stop: impl FnMut() + Send + 'static) -> Outcome {
    ctrlc::set_handler(stop).map_err(|error| Failure::new(format!("listen for Ctrl-C: {error}")))
}

/// Answers as HTTP/1.0, so that the browser ends the connection. Those that stay open keep a worker of the library each,
/// and while all are kept it leaves new connections waiting for ever: seen in Firefox, which opens six at once.
fn send(request: Request, answer: Answer) -> std::io::Result<()> {
    let (headers, is_head) = (request.headers().to_vec(), *request.method() == Method::Head);
    let mut writer = request.into_writer();
    answer.raw_print(&mut writer, HTTPVersion(1, 0), &headers, is_head, None)?;
    writer.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

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
