//! The figure as a picture that stands alone: for lock screens, which read no stylesheet.
//!
//! Decides: the colours by day, which the stylesheets have as well (a test holds them together), and that it is square.
//! Deliberately does not know who shows it.

use domain::catalogue::{ExerciseId, Side};
use domain::figure::{Beat, Painter, Person};
use domain::settings::Settings;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::shapes::markup;

/// What does not change with the person.
const COLOURS: [(&str, &str); 5] = [
    ("mat", "#d3ded7"),
    ("shadow", "#b4c3bb"),
    ("prop", "#a79c8a"),
    ("muscle", "#f25632"),
    ("shoes", "#f3f1ec"),
];
const SKIN: [&str; 6] = ["#e0a47c", "#f2cdb0", "#cf9064", "#ab6d45", "#844f31", "#5f3926"];
const HAIR: [&str; 6] = ["#422c28", "#1f1b1e", "#8a5731", "#cfa05a", "#a3452a", "#b9b5b0"];
const TOP: [&str; 6] = ["#237a80", "#7d4f8f", "#c98b2b", "#55606e", "#3f6db0", "#4f7a4a"];
const SHORTS: [&str; 6] = ["#263454", "#33304d", "#3d4a3a", "#23272f", "#2b2f3d", "#4a3b31"];
/// What it stands on.
const GROUND: &str = "#f7f3ec";
/// What the contours are drawn in.
const LINES: [(&str, &str); 5] = [
    ("data-paint=\"line\"", "stroke=\"#3a3f52\" stroke-width=\"2.4\""),
    ("data-paint=\"mat\"", "stroke=\"#b3c4bb\""),
    ("data-paint=\"muscle\"", "stroke=\"#a92c12\""),
    ("data-paint=\"muscle-helping\"", "stroke=\"#f25632\""),
    ("data-paint=\"muscle-deep\"", "stroke=\"#a92c12\" stroke-dasharray=\"3 2.5\""),
];

/// The figure at the height of its movement, in the looks that were chosen, else in those of whoever does this move.
#[allow(clippy::unnecessary_wraps, reason = "`wasm_split` adds the case in which the file does not arrive")]
#[wasm_split(figure, wasm_split_path = leptos::wasm_split, fallible)]
pub fn portrait(
    exercise: ExerciseId,
    person: Option<Person>,
    looks: [u8; 3],
) -> Result<String, SplitLoaderError> {
    let mut painter = Painter::new(exercise, person.unwrap_or_else(|| Person::for_move(exercise)));
    let camera = painter.best();
    let room = painter.frame(camera).view_box();
    let shapes = coloured(markup(None, painter.draw(Side::Left, Beat::Top, camera)), looks);
    Ok([
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"512\" height=\"512\"><rect width=\"512\" height=\"512\" fill=\"",
        GROUND,
        "\"/><svg x=\"26\" y=\"26\" width=\"460\" height=\"460\" viewBox=\"",
        &room,
        "\">",
        &shapes,
        "</svg></svg>",
    ]
    .concat())
}

/// Who is drawn, as [`portrait`] wants it: the chosen one and their looks.
pub fn sitter(settings: &Settings, exercise: ExerciseId) -> (Option<Person>, [u8; 3]) {
    let own = settings.own_person();
    let looks = [settings.skin, settings.hair, settings.outfit];
    (own, if own.is_some() { looks } else { Person::colours_for_move(exercise) })
}

/// The markup with colours where the stylesheet would fill roles.
fn coloured(mut shapes: String, [skin, hair, outfit]: [u8; 3]) -> String {
    let one = |of: &[&'static str; 6], number: u8| of.get(usize::from(number)).copied().unwrap_or(of[0]);
    let own = [
        ("skin", one(&SKIN, skin)),
        ("hair", one(&HAIR, hair)),
        ("top", one(&TOP, outfit)),
        ("shorts", one(&SHORTS, outfit)),
    ];
    for (paint, colour) in COLOURS.into_iter().chain(own) {
        shapes = shapes.replace(&["var(--paint-", paint, ")"].concat(), colour);
    }
    for (role, line) in LINES {
        shapes = shapes.replace(role, line);
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../style/tokens.css");
    const FIGURE: &str = include_str!("../../../style/parts/figure.css");

    #[test]
    fn its_colours_are_those_of_the_stylesheets() {
        for (paint, colour) in COLOURS {
            let line = TOKENS.lines().find(|line| line.trim().starts_with(&format!("--paint-{paint}:")));
            assert!(line.is_some_and(|line| line.contains(colour)), "{paint} {colour}: {line:?}");
        }
        let looks = [
            ("skin", "skin", SKIN),
            ("hair", "hair", HAIR),
            ("outfit", "top", TOP),
            ("outfit", "shorts", SHORTS),
        ];
        for (look, paint, colours) in looks {
            for (number, colour) in colours.iter().enumerate() {
                let rule = FIGURE.split(&format!("[data-{look}=\"{number}\"]")).nth(1).unwrap_or_default();
                let rule = rule.split('}').next().unwrap_or_default();
                assert!(rule.contains(&format!("--paint-{paint}: {colour}")), "{look} {number}: {rule}");
            }
        }
    }

    #[test]
    fn it_needs_nothing_else() {
        for exercise in ExerciseId::all() {
            let mut painter = Painter::new(exercise, Person::default());
            let camera = painter.best();
            let shapes = markup(None, painter.draw(Side::Left, Beat::Top, camera));
            let picture = coloured(shapes, [5, 4, 3]);
            assert!(!picture.contains("var("), "{exercise:?}");
        }
    }
}
