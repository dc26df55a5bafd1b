//! Every address of the site as a page of its own: `index.html` with this page's title, description and addresses.
//! What stands in a page before the program starts is rendered by the app itself ([`super::screens`]); this file only knows
//! the heads.

use domain::catalogue::ExerciseId;
use domain::routine::PRESETS;

use super::headers;
use super::template::{self, escape};
use super::whereabouts::Where;
use super::words::Words;
use crate::failure::{Failure, Outcome};
use crate::place;

/// One page: where it lies and what its head says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Page {
    /// Its path from the site's top, without slashes at the ends; the start page's is empty.
    pub path: String,
    /// What the tab shows.
    pub title: String,
    /// What a search or a shared link shows below the title.
    pub about: String,
}

impl Page {
    /// The file that a host serves for it.
    pub fn file(&self) -> String {
        if self.path.is_empty() { "index.html".to_owned() } else { format!("{}/index.html", self.path) }
    }
}

/// The pages that are there once, by their path and the key of their words.
const SINGLE: [(&str, &str); 11] = [
    ("exercises", "exercises"),
    ("routines", "routines"),
    ("routines/mine", "mine"),
    ("routines/edit", "edit"),
    ("routines/measure", "measure"),
    ("open", "open"),
    ("session", "session"),
    ("history", "history"),
    ("settings", "settings"),
    ("help", "help"),
    ("about", "about"),
];

/// Every page of the site.
pub fn all(words: &Words) -> Outcome<Vec<Page>> {
    let mut pages = vec![Page {
        path: String::new(),
        title: words.text("page.today.title")?.to_owned(),
        about: words.text("page.today.description")?.to_owned(),
    }];
    for (path, key) in SINGLE {
        pages.push(single(words, path, key)?);
    }
    for exercise in ExerciseId::all() {
        pages.push(named(words, "exercise", "exercises", exercise.slug())?);
    }
    for preset in PRESETS {
        pages.push(named(words, "routine", "routines", preset.slug)?);
    }
    Ok(pages)
}

/// The page for an address that is none.
pub fn missing(words: &Words) -> Outcome<Page> {
    single(words, "404.html", "not-found")
}

fn single(words: &Words, path: &str, key: &str) -> Outcome<Page> {
    let title = words.text(&format!("page.{key}.title"))?.to_owned();
    let about = words.text(&format!("page.{key}.description"))?.to_owned();
    Ok(Page { path: path.to_owned(), title, about })
}

/// The page of one exercise or one routine, whose name is in the words.
fn named(words: &Words, kind: &str, folder: &str, slug: &str) -> Outcome<Page> {
    let name = words.text(&format!("{kind}.{slug}"))?;
    // Only routines have a sentence about them; an exercise's text does not ask for one.
    let about = words.text(&format!("{kind}.{slug}.about")).unwrap_or_default();
    let places = [("name", name), ("about", about)];
    let title = words.fill(&format!("page.{kind}.title"), &places)?;
    let about = words.fill(&format!("page.{kind}.description"), &places)?;
    Ok(Page { path: format!("{folder}/{slug}"), title, about })
}

/// Width and height of the picture that a shared link shows, in pixels: what those who show links ask for.
pub const PICTURE: (u32, u32) = (1200, 630);

/// The files that every page names.
pub struct Parts {
    /// The style sheet.
    pub style: String,
    /// What of it stands in the page itself.
    pub critical: String,
    /// The SHA-256 of each style that stands in the page itself, as [`headers::policy`] wants it.
    pub inline: Vec<String>,
    /// The script that starts the program.
    pub boot: String,
    /// The icon for tabs.
    pub favicon: String,
    /// The icon for home screens.
    pub touch_icon: String,
}

/// The page as HTML, with `screen` in it until the program is there. `picture` is the path of what a shared link shows.
pub fn html(
    page: &Page,
    screen: &str,
    picture: Option<&str>,
    parts: &Parts,
    place: &Where,
    words: &Words,
) -> Outcome<String> {
    template::fill(&place::read("index.html")?, |name| {
        Ok(Some(match name {
            "screen" => screen.to_owned(),
            "policy" => headers::policy(&parts.inline),
            "base" => escape(&place.base),
            "title" => escape(&page.title),
            "about" => escape(&page.about),
            "addresses" => addresses(page, picture, place),
            "style" => parts.style.clone(),
            "critical" => parts.critical.clone(),
            "boot" => parts.boot.clone(),
            "favicon" => parts.favicon.clone(),
            "touch icon" => parts.touch_icon.clone(),
            key => escape(words.text(key)?),
        }))
    })
}

/// The tags that need the site's whole address; without an origin a page says nothing about where it is.
fn addresses(page: &Page, picture: Option<&str>, place: &Where) -> String {
    let Some(address) = address(page, place) else { return String::new() };
    let address = escape(&address);
    let mut tags = format!(
        "<link rel=\"canonical\" href=\"{address}\">\n<meta property=\"og:url\" content=\"{address}\">\n"
    );
    if let (Some(origin), Some(picture)) = (&place.origin, picture) {
        let source = escape(&format!("{origin}{}{picture}", place.base));
        let (width, height) = PICTURE;
        tags.push_str(&format!(
            "<meta property=\"og:image\" content=\"{source}\">\n\
             <meta property=\"og:image:width\" content=\"{width}\">\n\
             <meta property=\"og:image:height\" content=\"{height}\">\n\
             <meta name=\"twitter:card\" content=\"summary_large_image\">\n"
        ));
    }
    tags
}

/// The page's whole address, without a final slash but at the top.
pub fn address(page: &Page, place: &Where) -> Option<String> {
    place.origin.as_ref().map(|origin| format!("{origin}{}{}", place.base, page.path))
}

/// The list of pages for searching machines, when the site knows its address.
pub fn sitemap(pages: &[Page], place: &Where) -> Option<String> {
    // A running workout, an editor and somebody's own routines are nothing to search for.
    let own = ["session", "routines/edit", "routines/mine", "open"];
    let listed = pages.iter().filter(|page| !own.contains(&page.path.as_str()));
    let lines: Option<String> = listed
        .map(|page| {
            address(page, place).map(|address| format!("<url><loc>{}</loc></url>\n", escape(&address)))
        })
        .collect();
    lines.map(|lines| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{lines}</urlset>\n"
        )
    })
}

/// A check that no two pages share a file.
pub fn distinct(pages: &[Page]) -> Outcome {
    let mut files: Vec<_> = pages.iter().map(Page::file).collect();
    files.sort();
    match files.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Failure::new(format!("two pages want to be {}", pair[0]))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str) -> Page {
        Page { path: path.into(), title: "A & B".into(), about: "about".into() }
    }

    #[test]
    fn a_page_is_a_folder_with_an_index() {
        assert_eq!(page("").file(), "index.html");
        assert_eq!(page("exercises/plank").file(), "exercises/plank/index.html");
    }

    #[test]
    fn a_site_without_an_origin_does_not_say_where_it_is() {
        let nowhere = Where { base: "/name/".into(), origin: None };
        assert_eq!(addresses(&page("help"), Some("a.png"), &nowhere), "");
        assert_eq!(sitemap(&[page("")], &nowhere), None);
    }

    #[test]
    fn an_address_has_the_origin_the_base_and_the_path() {
        let here = Where { base: "/name/".into(), origin: Some("https://example.org".into()) };
        assert_eq!(address(&page("help"), &here).unwrap(), "https://example.org/name/help");
        assert_eq!(address(&page(""), &here).unwrap(), "https://example.org/name/");
        let tags = addresses(&page("help"), Some("assets/a.png"), &here);
        assert!(tags.contains("\"og:image\" content=\"https://example.org/name/assets/a.png\""));
        assert!(!sitemap(&[page("session"), page("help")], &here).unwrap().contains("session"));
    }
}
