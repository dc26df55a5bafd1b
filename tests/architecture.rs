//! The habits that everything else relies on, held by tests. Who may look at whom: `layers.rs`.
//!
//! Decides: the walls that the two crates and clippy cannot hold by themselves. Each finding names its file, its line and
//! the rule, so that whoever meets one knows what to do instead.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use support::sources::{Findings, app, names, sources};

#[test]
fn only_the_platform_names_the_browser() {
    let mut findings = Findings::default();
    for source in app() {
        // `src/main.rs` exports the one function that the page calls.
        if source.is_in("src/platform") || source.path == "src/main.rs" {
            continue;
        }
        for (at, line) in source.code() {
            for binding in ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_storage"] {
                if names(line, binding) {
                    let rule = format!("{binding}: ask a port; only src/platform names the browser");
                    findings.note(&source, at, &rule);
                }
            }
        }
    }
    findings.are_none();
}

#[test]
fn context_goes_through_its_accessors_and_never_into_parts() {
    // Device, store, conductor and words: what would otherwise be a parameter of every component.
    let owners = [
        "src/ports.rs",
        "src/store.rs",
        "src/conductor.rs",
        "src/words/mod.rs",
        "src/app.rs",
        "src/app/later.rs",
        // Who is drawn is asked by every figure, however deep: `who()` is an accessor like the others.
        "src/ui/cast.rs",
    ];
    let mut findings = Findings::default();
    for source in app() {
        for (at, line) in source.code() {
            for name in ["use_context", "provide_context", "expect_context"] {
                if names(line, name) && !owners.contains(&source.path.as_str()) {
                    findings.note(
                        &source,
                        at,
                        "context is read through use_ports(), use_store() and their like",
                    );
                }
            }
            for name in ["use_ports", "use_store", "use_words", "use_conductor"] {
                if names(line, name) && source.is_in("src/ui") {
                    findings.note(&source, at, "a part gets what it shows as props");
                }
            }
        }
    }
    findings.are_none();
}

/// Files of plain data, which may be longer.
const DATA: [&str; 1] = ["src/domain/catalogue/entries/"];

#[test]
fn files_are_short_and_say_what_they_decide() {
    let mut findings = Findings::default();
    for source in sources(&["src", "tests", "xtask/src"], "rs") {
        let lines = source.text.lines().count();
        if lines > 400 && !DATA.iter().any(|data| source.path.starts_with(data)) {
            findings.note(&source, lines, "more than 400 lines: this is two files");
        }
        if !source.text.starts_with("//!") {
            findings.note(&source, 1, "a file opens with `//!`: what it decides, and what it does not know");
        }
    }
    findings.are_none();
}

#[test]
fn the_stored_shape_is_not_the_programs_shape() {
    let archives = ["src/domain/line.rs", "src/domain/settings.rs", "src/domain/history/line.rs"];
    let mut findings = Findings::default();
    for source in sources(&["src"], "rs") {
        for (at, line) in source.code() {
            let derives = names(line, "Serialize") || names(line, "Deserialize");
            if derives && !archives.contains(&source.path.as_str()) {
                findings.note(&source, at, "stored forms are private structs of the modules that store");
            }
        }
    }
    findings.are_none();
}

#[test]
fn only_the_route_spells_an_address() {
    let beginnings = ["\"exercises/", "\"routines/", "\"open#", "\"open\"", "\"/session", "\"/history"];
    let mut findings = Findings::default();
    for source in app().iter().filter(|source| source.path != "src/route.rs") {
        for (at, line) in source.product() {
            let spelled = beginnings.iter().any(|beginning| line.contains(beginning));
            let link = line.split("href=\"").nth(1);
            let elsewhere = ["#", "https:", "tel:"];
            if spelled || link.is_some_and(|link| !elsewhere.iter().any(|kind| link.starts_with(kind))) {
                findings.note(source, at, "an address is written by Route::path");
            }
        }
    }
    findings.are_none();
}

#[test]
fn what_a_person_reads_is_in_the_words_files() {
    let mut findings = Findings::default();
    let views = ["src/pages", "src/ui", "src/app"];
    for source in app().iter().filter(|source| views.iter().any(|folder| source.is_in(folder))) {
        for (at, line) in source.product() {
            let attributes = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""];
            let spoken = attributes.iter().filter_map(|name| line.split(name).nth(1)?.split('"').next());
            if spoken.chain(between_tags(line)).any(has_letters) {
                findings.note(source, at, "text for people is looked up with use_words()");
            }
        }
    }
    findings.are_none();
}

/// The text between an opening and a closing tag on one line, if it is plain text.
fn between_tags(line: &str) -> Option<&str> {
    let (before, _) = line.split_once("</")?;
    let (_, text) = before.rsplit_once('>')?;
    (!text.contains(['{', '}', '(', ')'])).then_some(text)
}

/// Whether a text says something: a dot or a dash between two things does not.
fn has_letters(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

#[test]
fn every_element_that_is_drawn_may_become_part_of_the_page() {
    let policy =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/boot/policy.js")).unwrap();
    let list = policy.split("const ELEMENTS =").nth(1).unwrap().split(';').next().unwrap();
    let known: Vec<&str> = list.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
    let mut findings = String::new();
    for source in sources(&["src/app", "src/pages", "src/ui"], "rs") {
        for (at, line) in source.product() {
            for (place, _) in line.match_indices('<') {
                // What follows a name is a type's parameter.
                let begins =
                    line[..place].chars().next_back().is_none_or(|before| " \t\">}".contains(before));
                let name: String =
                    line[place + 1..].chars().take_while(char::is_ascii_alphanumeric).collect();
                let is_path = line[place + 1 + name.len()..].starts_with("::");
                let is_element =
                    begins && !is_path && name.starts_with(|letter: char| letter.is_ascii_lowercase());
                if is_element && !known.contains(&name.as_str()) {
                    writeln!(findings, "{}:{at}: public/boot/policy.js does not know `{name}`", source.path)
                        .unwrap();
                }
            }
        }
    }
    assert!(findings.is_empty(), "{findings}");
}

#[test]
fn every_class_is_known_to_the_stylesheets_and_the_reverse() {
    let (mut used, mut styled) = (BTreeMap::new(), BTreeMap::new());
    for source in app() {
        for (at, line) in source.product() {
            classes_in_code(line, |class| drop(used.insert(class, (source.path.clone(), at))));
        }
    }
    for source in sources(&["style"], "css") {
        for (at, line) in without_css_comments(&source.text).lines().enumerate() {
            classes_in_style(line, |class| drop(styled.insert(class, (source.path.clone(), at + 1))));
        }
    }
    let unstyled = used.iter().filter(|(class, _)| !styled.contains_key(*class));
    let unused = styled.iter().filter(|(class, _)| !used.contains_key(*class));
    let mut findings = String::new();
    for (class, (path, at)) in unstyled {
        writeln!(findings, "{path}:{at}: no stylesheet knows the class `{class}`").unwrap();
    }
    for (class, (path, at)) in unused {
        writeln!(findings, "{path}:{at}: nothing has the class `{class}`").unwrap();
    }
    assert!(findings.is_empty(), "\n{findings}");
}

/// The classes in `class="a b"`, `class=("a", …)` and `class:a=`.
fn classes_in_code(line: &str, mut each: impl FnMut(String)) {
    for (at, _) in line.match_indices("class") {
        let rest = &line[at + "class".len()..];
        let quoted = rest.strip_prefix("=\"").or_else(|| rest.strip_prefix("=(\""));
        if let Some(list) = quoted.and_then(|quoted| quoted.split('"').next()) {
            list.split_whitespace().for_each(|class| each(class.to_owned()));
        }
        if let Some((toggled, _)) = rest.strip_prefix(':').and_then(|rest| rest.split_once('='))
            && !toggled.is_empty()
            && toggled.chars().all(is_of_class)
        {
            each(toggled.to_owned());
        }
    }
}

/// The classes that the selectors of `line` name.
fn classes_in_style(line: &str, mut each: impl FnMut(String)) {
    // A declaration ends in a semicolon; what is left is a selector, or the opening of a block.
    if line.trim_end().ends_with(';') || line.trim_start().starts_with('@') {
        return;
    }
    for (at, _) in line.match_indices('.') {
        let class: String = line[at + 1..].chars().take_while(|letter| is_of_class(*letter)).collect();
        if class.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            each(class);
        }
    }
}

fn is_of_class(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
}

fn without_css_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.extend(comment.chars().filter(|letter| *letter == '\n'));
        rest = after;
    }
    kept + rest
}

#[test]
fn the_checks_see_what_they_look_for() {
    assert!(names("use web_sys::Window;", "web_sys") && !names("my_web_sys_thing", "web_sys"));
    assert_eq!(between_tags("<p>Hello</p>"), Some("Hello"));
    assert_eq!(between_tags("<p>{words.text(\"a\")}</p>"), None);
    assert!(has_letters("Hello") && !has_letters("\u{b7}"));
    let mut found = Vec::new();
    classes_in_code(r#"<p class="a b-c" class:d=move || true>"#, |class| found.push(class));
    classes_in_style(".card > .card-head:hover, .x {", |class| found.push(class));
    classes_in_style("margin: .5rem;", |class| found.push(class));
    assert_eq!(found, ["a", "b-c", "d", "card", "card-head", "x"]);
}
