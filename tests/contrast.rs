//! Every colour that is read or that means something stands out from the grounds it meets, in both themes.
//!
//! Decides: which pairs meet. Text keeps 4.5:1, shapes that mean something 3:1 (WCAG 1.4.3 and 1.4.11). The colours are
//! read from `style/tokens.css` and those of people from `style/parts/figure.css`, so that a change there is measured here.

#![allow(clippy::unwrap_used, reason = "a failed helper is a failed test")]

use std::collections::BTreeMap;
use std::fmt::Write;

const TOKENS: &str = include_str!("../style/tokens.css");
const FIGURE: &str = include_str!("../style/parts/figure.css");
const GROUNDS: [&str; 3] = ["paper", "card", "sand"];

/// Text, and the grounds it stands on besides page, card and picture.
const TEXT: [(&str, &[&str]); 8] = [
    ("ink", &["teal-wash", "coral-wash"]),
    ("soft", &["teal-wash"]),
    ("teal", &["teal-wash"]),
    ("amber-text", &["amber-wash"]),
    ("plum-text", &["plum-wash"]),
    ("navy-text", &["navy-wash"]),
    ("coral-text", &["coral-wash"]),
    ("ink", &["amber-wash", "plum-wash", "navy-wash"]),
];

/// Shapes that mean something, and grounds of theirs besides page, card and picture.
const SHAPES: [(&str, &[&str]); 6] = [
    ("edge", &[]),
    ("teal", &["line"]),
    ("amber", &["line"]),
    ("plum", &["line"]),
    ("navy", &["line"]),
    ("coral", &["line"]),
];

/// The colours by name: light, then dark.
fn colours() -> BTreeMap<&'static str, [f64; 2]> {
    let pair = |line: &'static str| {
        let (name, rest) = line.trim().strip_prefix("--")?.split_once(": var(--light, #")?;
        let (light, rest) = rest.split_once(')')?;
        let dark = rest.split_once("var(--dark, #")?.1.split_once(')')?.0;
        Some((name, [luminance(light)?, luminance(dark)?]))
    };
    TOKENS.lines().filter_map(pair).collect()
}

/// The relative luminance of `rrggbb`, as WCAG reckons it.
fn luminance(hex: &str) -> Option<f64> {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

/// The contrast of two luminances, 1 … 21.
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every pair of `table` that stands out by less than `least`.
fn faint(table: &[(&str, &[&str])], least: f64) -> String {
    let colours = colours();
    let mut found = String::new();
    for (name, more) in table {
        for ground in GROUNDS.iter().chain(*more) {
            for (theme, at) in [("light", 0), ("dark", 1)] {
                let contrast = contrast(colours[name][at], colours[ground][at]);
                if contrast < least {
                    writeln!(found, "{theme}: {name} on {ground} is {contrast:.2}:1").unwrap();
                }
            }
        }
    }
    found
}

#[test]
fn text_can_be_read_on_every_ground_it_meets() {
    assert_eq!(faint(&TEXT, 4.5), "");
}

#[test]
fn shapes_that_mean_something_can_be_seen_on_every_ground_they_meet() {
    assert_eq!(faint(&SHAPES, 3.0), "");
}

#[test]
fn words_on_the_main_button_and_on_a_pressed_chip_can_be_read() {
    let colours = colours();
    for at in [0, 1] {
        assert!(contrast(colours["on-teal"][at], colours["teal"][at]) >= 4.5);
        assert!(contrast(colours["paper"][at], colours["ink"][at]) >= 4.5);
    }
}

/// The colours that a person may have: skin, hair, clothes, shoes.
fn fills() -> Vec<(&'static str, f64)> {
    let fill = |line: &'static str| {
        let hex = line.trim().strip_prefix("--paint-")?.split_once(": #")?.1.trim_end_matches(';');
        Some((line.trim(), luminance(hex)?))
    };
    // A muscle lies in a body and has a contour of its own.
    let worn = |line: &&str| !line.contains("--paint-muscle");
    FIGURE.lines().chain(TOKENS.lines()).filter(worn).filter_map(fill).collect()
}

#[test]
fn where_a_part_of_the_figure_does_not_stand_out_from_its_ground_its_contour_does_from_both() {
    let (colours, mut found) = (colours(), String::new());
    let fills = fills();
    assert!(fills.len() > 20, "the colours of people are read: {fills:?}");
    for (theme, at) in [("light", 0), ("dark", 1)] {
        let outline = colours["outline"][at];
        for ground in GROUNDS.iter().chain(&["paint-mat"]) {
            let ground_at = colours[ground][at];
            for (name, fill) in &fills {
                let parts = contrast(*fill, ground_at);
                let line = contrast(outline, *fill).min(contrast(outline, ground_at));
                if parts.max(line) < 3.0 {
                    writeln!(found, "{theme}: {name} on {ground} {parts:.2}:1, its contour {line:.2}:1")
                        .unwrap();
                }
            }
        }
    }
    assert_eq!(found, "");
}
