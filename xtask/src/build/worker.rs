//! The service worker's list: every file that the site needs without a network, with the hash it must have.
//! The worker itself is `public/sw.js`; the build only fills in its list and a name for this very build.

use std::path::Path;

use super::site::{self, Copies, Site};
use super::{hash, scripts, template};
use crate::failure::Outcome;
use crate::place;

/// What the worker is called, for ever: a worker under another name would be another worker.
pub const NAME: &str = "sw.js";

/// What is published as [`NAME`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Worker {
    /// The one that keeps the site.
    Keeps,
    /// The one that takes it back, and itself (`docs/updates.md`).
    Stops,
}

impl Worker {
    /// Its source, as a path from the top of the repository.
    fn source(self) -> &'static str {
        match self {
            Self::Keeps => "public/sw.js",
            Self::Stops => "public/sw.stop.js",
        }
    }

    /// Its script, for [`script`] to fill in.
    pub fn text(self) -> Outcome<String> {
        scripts::packed(self.source())
    }
}

/// Publishes a changed site in `folder` under a worker that knows its files: what a person who changes `dist/` by hand
/// would have to do, and how the tests make the next version.
pub fn publish(mut site: Site, worker: Worker, folder: &Path) -> Outcome {
    let text = script(&worker.text()?, &site)?;
    site.add(NAME, text);
    site.write(folder, Copies::Plain)
}

/// Puts the other worker into a finished site.
pub fn replace(folder: &Path, worker: Worker) -> Outcome {
    let text = worker.text()?;
    place::write(&folder.join(NAME), text.as_bytes())?;
    place::write(&folder.join(format!("{NAME}.br")), &site::brotli(text.as_bytes())?)?;
    place::write(&folder.join(format!("{NAME}.gz")), &site::gzip(text.as_bytes())?)
}

/// The worker script with this site's list in it.
pub fn script(source: &str, site: &Site) -> Outcome<String> {
    let list = list(site);
    template::fill(source, |name| {
        Ok(match name {
            "build" => Some(hash::short(list.as_bytes())),
            "files" => Some(list.clone()),
            _ => None,
        })
    })
}

/// `hash path` for each file, its path as a request asks for it. The hash is left out where the name tells it.
fn list(site: &Site) -> String {
    let lines = site.files().filter(|(path, _)| is_needed_offline(path)).map(|(path, bytes)| {
        if path.starts_with(site::NAMED) {
            path.to_owned()
        } else {
            format!("{} {}", hash::short(bytes), asked(path))
        }
    });
    lines.collect::<Vec<_>>().join(";")
}

/// A page is asked for by its folder.
fn asked(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// What hosts and installers ask for is not part of a visit without a network.
fn is_needed_offline(path: &str) -> bool {
    let for_hosts = ["404.html", "_headers", "robots.txt", "sitemap.xml", ".nojekyll", NAME];
    !for_hosts.contains(&path) && !path.ends_with(".png")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Site {
        let mut site = Site::default();
        site.add("index.html", "<p>");
        site.add("exercises/plank/index.html", "<p>");
        site.add("404.html", "<p>");
        site.add("icon.png", "");
        site.add_named("style.css", "a{}");
        site
    }

    #[test]
    fn the_list_has_what_a_visit_needs_and_nothing_for_hosts() {
        let list = list(&site());
        let page = hash::short(b"<p>");
        let named = site().add_named("style.css", "a{}");
        assert_eq!(list, format!("{named};{page} exercises/plank/;{page} "));
    }

    #[test]
    fn another_build_has_another_name() {
        let first = script("{{build}}", &site()).unwrap();
        let mut changed = site();
        changed.add("index.html", "<b>");
        assert_ne!(first, script("{{build}}", &changed).unwrap());
        assert_eq!(first, script("{{build}}", &site()).unwrap());
    }
}
