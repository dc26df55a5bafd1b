//! Every first screen as it will stand in its file, judged as markup.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use std::collections::BTreeSet;

use domain::catalogue::ExerciseId;
use evenkeel::route::Route;

use crate::{Texts, screen, texts};

fn all() -> Vec<(Route, String)> {
    screen::wait_for_nothing();
    let texts: Texts = texts().unwrap();
    let routes = Route::files().into_iter().chain([Route::NotFound]);
    routes.map(|route| (route.clone(), screen::of(&route, &texts))).collect()
}

/// What stands between `before` and the next `after`, over and over.
fn between<'a>(html: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn every_first_screen_keeps_the_promises_of_a_page() {
    let screens = all();
    let files: BTreeSet<String> = screens.iter().map(|(route, _)| route.folder()).collect();
    for (route, html) in &screens {
        let name = route.path();
        assert_eq!(html.matches("<h1").count(), 1, "{name} has one main heading");
        assert!(!between(html, "<h1 tabindex=\"-1\">", "<").concat().is_empty(), "{name} says its name");
        assert!(!html.contains(" style=") && !html.contains("<style"), "{name}: the policy forbids it");
        assert!(!html.contains("<script") && !html.contains("<!"), "{name} holds markup alone");
        assert!(
            !html.contains('{') && !html.contains("title.") && !html.contains("1970"),
            "{name}: a bare key, a date"
        );
        for link in between(html, "href=\"", "\"") {
            let path = link.split('#').next().unwrap_or_default();
            let path = path.strip_prefix("./").unwrap_or(path);
            assert!(
                link.starts_with("tel:") || link.starts_with("https:") || files.contains(path),
                "{name}: {link}"
            );
        }
    }
}

#[test]
fn every_still_is_drawn_and_named_for_the_program() {
    for (route, html) in all() {
        for still in between(&html, "data-still=\"", "</svg>") {
            assert!(still.contains("<path data-paint="), "{}: {}", route.path(), &still[..20]);
        }
        let is_routine = matches!(route, Route::Routine(_));
        assert!(!is_routine || html.contains("data-still="), "{}", route.path());
    }
}

#[test]
fn an_exercise_tells_all_that_is_written_about_it() {
    screen::wait_for_nothing();
    let texts = texts().unwrap();
    let told = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for id in ExerciseId::all() {
        let html = screen::of(&Route::Exercise(id), &texts);
        for part in ["step", "mistake"] {
            let key = format!("{}.{part}.", id.slug());
            let lines = texts.moves.lines().filter(|line| line.starts_with(&key));
            let lines: Vec<_> = lines.filter_map(|line| line.split_once('=')).collect();
            assert!(!lines.is_empty(), "{key}");
            for (key, text) in lines {
                assert!(html.contains(&told(text.trim())), "{key}: {text}");
            }
        }
    }
}

#[test]
fn what_is_known_on_a_device_alone_is_not_told_beforehand() {
    for (route, html) in all() {
        let personal = match route {
            Route::Session => "No session is on",
            Route::History => "session here",
            Route::Open(_) => "No routine in this link",
            Route::Mine(_) => "is not on this device",
            _ => continue,
        };
        assert!(!html.contains(personal), "{}", route.path());
    }
}
