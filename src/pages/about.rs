//! How the balance is reckoned, what is stored and where, licences, and what is new.

use leptos::prelude::*;

use crate::ui::PageHead;
use crate::words::use_words;

/// The changes of each version, as they stand in the repository: what is new is told once.
const CHANGES: &str = include_str!("../../CHANGELOG.md");

/// How the balance is reckoned, privacy, licences.
#[component]
pub fn About() -> impl IntoView {
    let words = use_words();
    let version = words.fill("about.version", &[("version", env!("CARGO_PKG_VERSION"))]);
    let part = |part| view! { <Part part /> };
    view! {
        <div class="about">
            <PageHead title=words.text("title.about") />
            {["idea", "balance", "honest", "privacy", "licences"].map(part).into_iter().collect_view()}
            <section>
                <h2>{words.text("about.new.title")}</h2>
                <p class="quiet">{version}</p>
                <ul class="about-list">
                    {newest(CHANGES).into_iter().map(|change| view! { <li>{change}</li> }).collect_view()}
                </ul>
            </section>
        </div>
    }
}

/// One part: its title and its paragraphs.
#[component]
fn Part(
    /// The part of the key that its words share.
    part: &'static str,
) -> impl IntoView {
    let words = use_words();
    let key = ["about.", part].concat();
    let paragraphs = words.list(&key).into_iter().map(|text| view! { <p>{text}</p> });
    view! {
        <section>
            <h2>{words.text(&[&*key, ".title"].concat())}</h2>
            {paragraphs.collect_view()}
        </section>
    }
}

/// The changes of the newest version in a changelog: the list under its first heading of the second level.
fn newest(changes: &str) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let lines = changes.lines().skip_while(|line| !line.starts_with("## ")).skip(1);
    for line in lines.take_while(|line| !line.starts_with("## ")) {
        match (line.strip_prefix("- "), told.last_mut()) {
            (Some(change), _) => told.push(change.to_owned()),
            // A change that goes on in the next line.
            (None, Some(last)) if line.starts_with("  ") => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => {}
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_newest_version_is_told() {
        let changes =
            "# Changes\n\n## 0.2.0\n\n- One thing,\n  in two lines.\n- Another.\n\n## 0.1.0\n\n- Old.\n";
        assert_eq!(newest(changes), ["One thing, in two lines.", "Another."]);
    }
}
