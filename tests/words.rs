//! The texts: complete, asked for, and careful in what they promise.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use domain::catalogue::{
    Breath, CHAINS, Concern, ExerciseId, Index, Kit, Metric, Muscle, Position, Region, Side, Sides, id,
};
use domain::figure::{Build, Hair, Named, Wear};
use domain::routine::PRESETS;
use domain::routine::notation::ProblemKind;
use evenkeel::words::Lines;

const FILES: [&str; 2] = ["words/en.txt", "words/en.moves.txt"];

/// What has a slug in the rules has a name here, whether or not a screen shows it yet.
const NAMES: [&str; 8] =
    ["chain.", "concern.", "sides.", "side.", "metric.", "load.", "intensity.", "damage."];

/// What a key may end in after the part that is put together while the app runs.
const ENDINGS: [&str; 6] = [".one", ".other", ".title", ".about", ".description", ".phases"];

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn interface() -> Lines {
    Lines::read(read(FILES[0]))
}

fn moves() -> Lines {
    Lines::read(read(FILES[1]))
}

/// Every Rust file of the app and of the task that renders its pages, with its text.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["src", "xtask/src", "xtask/render/src"] {
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    found
}

/// The keys in the templates of the page and of what is copied beside it: what stands between double braces.
fn asked_by_templates() -> Vec<(&'static str, String)> {
    let mut keys = Vec::new();
    for file in ["index.html", "public/manifest.webmanifest"] {
        let text = read(file);
        let places = text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
        keys.extend(
            places
                .filter(|place| is_key(place) && place.strip_suffix(".png").is_none())
                .map(|key| (file, key.to_owned())),
        );
    }
    keys
}

/// The literal keys in `source`: what stands between the quotes after `text(`, `fill(`, `count(` or `list(`.
fn asked(source: &str) -> Vec<(&'static str, String)> {
    // The tests inside a file ask for keys of their own.
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut keys = Vec::new();
    for call in ["text", "fill", "count", "list"] {
        for (at, _) in source.match_indices(&format!("{call}(")) {
            let argument = source[at + call.len() + 1..].trim_start();
            if let Some(key) = argument.strip_prefix('"').and_then(|rest| rest.split('"').next())
                && is_key(key)
            {
                keys.push((call, key.to_owned()));
            }
        }
    }
    keys
}

fn is_key(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|part| !part.is_empty())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte))
}

#[test]
fn everything_that_has_a_slug_has_its_words() {
    let mut wanted: Vec<String> = Vec::new();
    let mut want = |family: &str, slugs: Vec<&str>| {
        wanted.extend(slugs.iter().map(|slug| format!("{family}.{slug}")));
    };
    want("exercise", ExerciseId::all().map(ExerciseId::slug).collect());
    want("muscle", Muscle::ALL.map(Muscle::slug).to_vec());
    want("region", Region::ALL.iter().map(|it| it.slug()).collect());
    want("position", Position::ALL.iter().map(|it| it.slug()).collect());
    want("kit", Kit::ALL.iter().map(|it| it.slug()).collect());
    want("sides", Sides::ALL.iter().map(|it| it.slug()).collect());
    want("side", Side::ALL.iter().map(|it| it.slug()).collect());
    want("metric", Metric::ALL.iter().map(|it| it.slug()).collect());
    want("breath", Breath::ALL.iter().map(|it| it.slug()).collect());
    want("concern", Concern::ALL.iter().map(|it| it.slug()).collect());
    want("chain", CHAINS.iter().map(|it| it.slug).collect());
    want("routine", PRESETS.iter().map(|it| it.slug).collect());
    want("problem", ProblemKind::ALL.iter().map(|it| it.slug()).collect());
    want("settings.build", Build::ALL.map(Build::slug).to_vec());
    want("settings.worn", Hair::ALL.map(Hair::slug).to_vec());
    want("settings.wear", Wear::ALL.map(Wear::slug).to_vec());
    want("exercise.view", Named::ALL.map(Named::slug).to_vec());
    want("load", vec!["1", "2", "3", "4"]);
    want("intensity", vec!["0", "1", "2", "3", "4", "5"]);
    let verdicts = ["not-rated", "balanced", "leaning-front", "leaning-back", "mostly-front", "mostly-back"];
    want("verdict", verdicts.to_vec());
    want("damage", vec!["not-a-line", "newer", "checksum", "part"]);
    wanted.extend(PRESETS.iter().map(|it| format!("routine.{}.about", it.slug)));
    let lines = interface();
    let missing: Vec<_> = wanted.iter().filter(|key| lines.get(key).is_none()).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_exercise_is_explained_and_every_phase_is_named() {
    let (interface, moves) = (interface(), moves());
    for id in ExerciseId::all() {
        let (slug, exercise) = (id.slug(), id.get());
        assert_eq!(
            interface.parts(&format!("exercise.{slug}.phases")).len(),
            exercise.phases.len(),
            "{slug}"
        );
        assert!(moves.list(&format!("{slug}.step")).len() >= 3, "{slug}");
        assert!(moves.list(&format!("{slug}.mistake")).len() >= 2, "{slug}");
        assert_eq!(moves.get(&format!("{slug}.kit")).is_some(), exercise.kit != Kit::None, "{slug}");
    }
    for (key, _) in moves.iter() {
        let (slug, part) = key.split_once('.').unwrap();
        assert!(ExerciseId::from_slug(slug).is_some(), "{key}");
        assert!(
            ["aka", "kit", "note"].contains(&part)
                || part.starts_with("step.")
                || part.starts_with("mistake.")
        );
    }
}

#[test]
fn every_text_that_the_app_asks_for_is_there() {
    let lines = interface();
    let mut missing = Vec::new();
    for (path, source) in sources() {
        for (call, key) in asked(&source) {
            let there = match call {
                "count" => {
                    lines.get(&format!("{key}.other")).is_some() && lines.get(&format!("{key}.one")).is_some()
                }
                "list" => lines.get(&format!("{key}.1")).is_some(),
                _ => lines.get(&key).is_some(),
            };
            if !there {
                missing.push(format!("{path}: {call}(\"{key}\")"));
            }
        }
    }
    for (file, key) in asked_by_templates() {
        if lines.get(&key).is_none() {
            missing.push(format!("{file}: {key}"));
        }
    }
    assert!(missing.is_empty(), "asked for and not there:\n{}", missing.join("\n"));
}

/// Whether a source spells `key`, or puts it together from a first part such as `"region."` and a slug.
fn is_spelt(key: &str, literals: &BTreeSet<String>) -> bool {
    let (mut whole, mut stems) = (key, vec![key]);
    while let Some((stem, last)) = whole.rsplit_once('.')
        && (last.parse::<u32>().is_ok() || ENDINGS.contains(&&*format!(".{last}")))
    {
        whole = stem;
        stems.push(stem);
    }
    let put_together = |stem: &str| {
        stem.match_indices('.').any(|(dot, _)| {
            let (first, slug) = (&stem[..=dot], &stem[dot + 1..]);
            literals.contains(first) && (literals.contains(slug) || slug.parse::<u32>().is_ok())
        })
    };
    stems.iter().any(|stem| literals.contains(*stem) || put_together(stem))
}

#[test]
fn no_text_is_left_that_nobody_asks_for() {
    let mut literals: BTreeSet<String> = asked_by_templates().into_iter().map(|(_, key)| key).collect();
    for (_, source) in sources() {
        literals.extend(source.split('"').map(str::to_owned));
    }
    let idle: Vec<_> = interface()
        .iter()
        .map(|(key, _)| key)
        .filter(|key| !NAMES.iter().any(|name| key.starts_with(name)) && !is_spelt(key, &literals))
        .collect();
    assert!(idle.is_empty(), "in words/en.txt, and nobody asks for them:\n{}", idle.join("\n"));
}

#[test]
fn no_key_is_there_twice() {
    for file in FILES {
        let text = read(file);
        let mut seen = BTreeSet::new();
        for (key, _) in
            text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('='))
        {
            assert!(seen.insert(key.trim().to_owned()), "{file}: {key}");
        }
    }
}

#[test]
fn every_line_says_something_and_its_places_are_whole() {
    for file in FILES {
        for (number, line) in read(file).lines().enumerate() {
            let place = format!("{file}:{}", number + 1);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (key, text) = line.split_once(" = ").unwrap_or_else(|| panic!("{place}: no ` = `"));
            assert!(is_key(key) && !text.trim().is_empty() && text == text.trim(), "{place}: {line}");
            assert!(!text.contains('"') && !text.contains("  "), "{place}: straight quotes or two spaces");
            let mut rest = text;
            while let Some(open) = rest.find(['{', '}']) {
                let inner = rest[open..].strip_prefix('{').and_then(|rest| rest.split_once('}'));
                let (name, after) = inner.unwrap_or_else(|| panic!("{place}: a brace without its partner"));
                assert!(
                    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                    "{place}"
                );
                rest = after;
            }
        }
    }
}

#[test]
fn both_forms_of_a_counted_text_fill_the_same_places() {
    let places = |text: &str| -> BTreeSet<String> {
        text.split('{').skip(1).filter_map(|part| part.split('}').next()).map(str::to_owned).collect()
    };
    let lines: BTreeMap<_, _> = interface().iter().collect();
    for (key, text) in &lines {
        let Some(stem) = key.strip_suffix(".one") else { continue };
        let Some(other) = lines.get(format!("{stem}.other").as_str()) else { panic!("{key} has no other") };
        let (mut one, mut other) = (places(text), places(other));
        // "One minute" need not spell its number.
        one.remove("n");
        other.remove("n");
        assert_eq!(one, other, "{key}");
    }
}

#[test]
fn nothing_is_promised_that_training_cannot_keep() {
    // The notice says what the app does not do, and one sentence says what is not proven: both need the word.
    let allowed =
        ["It does not diagnose or treat anything.", "Whether that prevents back pain is not proven."];
    let forbidden = ["treat", "cure", "prevent", "rehabilitat", "therap", "for back pain", "heal ", "!"];
    // What is new is shown in the app too.
    for file in [FILES[0], FILES[1], "CHANGELOG.md"] {
        for (number, line) in read(file).lines().enumerate() {
            let mut said = line.to_lowercase();
            for sentence in allowed {
                said = said.replace(&sentence.to_lowercase(), "");
            }
            for word in forbidden {
                assert!(!said.contains(word), "{file}:{}: {word:?} in {line:?}", number + 1);
            }
        }
    }
}

#[test]
fn the_notice_and_the_red_flags_are_complete() {
    let lines = interface();
    assert_eq!(lines.list("notice").len(), 3);
    assert_eq!(lines.list("help.stop").len(), 3);
    assert_eq!(lines.list("help.emergency").len(), 6);
    assert_eq!(lines.list("help.urgent").len(), 9);
}

#[test]
fn people_find_exercises_by_the_names_they_know() {
    let (interface, moves) = (interface(), moves());
    let index = Index::new(ExerciseId::all().map(|id| {
        let mut text = interface.get(&format!("exercise.{}", id.slug())).unwrap().to_owned();
        for other in moves.parts(&format!("{}.aka", id.slug())) {
            text.push('|');
            text.push_str(&other);
        }
        (id, text)
    }));
    let first = |query: &str| index.find(query).first().copied();
    assert_eq!(first("Romanian twist"), Some(id::RUSSIAN_TWIST));
    assert_eq!(first("supermans"), Some(id::SUPERMAN));
    assert_eq!(first("birddog"), Some(id::BIRD_DOG));
    assert_eq!(first("bridge"), Some(id::GLUTE_BRIDGE));
    assert_eq!(first("plank"), Some(id::PLANK));
    assert_eq!(first("deadlfit"), Some(id::DEADLIFT));
    assert_eq!(first("childs"), Some(id::CHILDS_POSE));
    for exercise in ExerciseId::all() {
        let name = interface.get(&format!("exercise.{}", exercise.slug())).unwrap();
        assert_eq!(first(name), Some(exercise), "{name}");
    }
}
