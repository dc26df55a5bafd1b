//! What a drawn figure weighs that stands in a page as it was rendered: as brotli sends it when it is sent alone.

use std::fs;
use std::path::Path;

use super::{Kind, Part, Weight, When};
use crate::build::site;
use crate::failure::{Doing, Outcome};
use crate::place;

/// How a large figure begins.
const BEGINS: &str = "<svg data-still=\"";

/// The heaviest of the large figures of all exercises; nothing where there is none.
pub(super) fn heaviest(site: &Path) -> Outcome<Option<Part>> {
    let mut stills = Vec::new();
    for path in place::files_below(&site.join("exercises"))? {
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let page = fs::read_to_string(&path).doing(|| format!("read {}", path.display()))?;
        if let Some((name, still)) = first(&page) {
            let brotli = site::brotli(still.as_bytes())?.len();
            let weight = Weight { plain: still.len(), gzip: 0, brotli };
            stills.push(Part { name: name.to_owned(), kind: Kind::Page, when: When::Offline, weight });
        }
    }
    Ok(stills.into_iter().filter(|still| is_large(&still.name)).max_by_key(|still| still.weight.brotli))
}

/// The first figure of a page, and what it is called: "superman top left all round".
fn first(page: &str) -> Option<(&str, &str)> {
    let from = page.find(BEGINS)?;
    let still = &page[from..];
    let still = &still[..still.find("</svg>")? + "</svg>".len()];
    let name = still[BEGINS.len()..].split('"').next()?;
    Some((name, still))
}

/// Whether it is the large one of an exercise, and not one of a list.
fn is_large(name: &str) -> bool {
    name.ends_with(" all round")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_figure_of_a_page_is_found() {
        let page =
            r#"<p>a</p><svg data-still="plank top left all round"><g></g></svg><svg data-still="b"></svg>"#;
        let (name, still) = first(page).unwrap();
        assert_eq!(still, r#"<svg data-still="plank top left all round"><g></g></svg>"#);
        assert!(is_large(name) && !is_large("plank top left"));
        assert_eq!(first("<svg></svg>"), None);
    }
}
