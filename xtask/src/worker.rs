//! The service worker's list: every file that the site needs without a network, with the type and hash it must have.
//! The worker itself is `public/sw.js`; the build only fills in its list and a name for this very build.

use crate::failure::Outcome;
use crate::site::Site;
use crate::{hash, mime, template};

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

/// One line for each file: its path as a request asks for it, its type, half of its SHA-256.
fn list(site: &Site) -> String {
    let lines: Vec<_> = site
        .files()
        .filter(|(path, _)| is_needed_offline(path))
        .map(|(path, bytes)| format!(r#"["{}","{}","{}"]"#, asked(path), checked(path), hash::long(bytes)))
        .collect();
    format!("[\n{}\n]", lines.join(",\n"))
}

/// The type that a file must come with: that of anything which a browser refuses, or misreads, under another.
fn checked(path: &str) -> &'static str {
    match mime::kind(path) {
        kind @ ("text/html" | "text/css" | "text/javascript" | "application/wasm" | "image/svg+xml") => kind,
        _ => "",
    }
}

/// A page is asked for by its folder.
fn asked(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// What hosts and installers ask for is not part of a visit without a network.
fn is_needed_offline(path: &str) -> bool {
    let for_hosts = ["404.html", "_headers", "robots.txt", "sitemap.xml", ".nojekyll"];
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
        let paths: Vec<_> = list.lines().filter_map(|line| line.split('"').nth(1)).collect();
        assert_eq!(paths, [site().add_named("style.css", "a{}").as_str(), "exercises/plank/", ""]);
    }

    #[test]
    fn a_host_may_call_a_words_file_what_it_likes() {
        assert_eq!((checked("index.html"), checked("assets/en-0.txt")), ("text/html", ""));
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
