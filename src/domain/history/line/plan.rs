//! The routine of a record in few letters.
//!
//! Decides: a built-in routine is named (`@the-five.2p`: its slug, and the check characters of the text that it had), every
//! other one is written out with its exercises in two letters (`1/Mine/r30*su.15*pl.40s/k7`). Both come back letter by
//! letter; a text that is none of the notation's stands behind a `!`. *Invariant:* the text of a built-in routine that was ever released can be found here by its check characters.

use crate::catalogue::ExerciseId;
use crate::routine::{PRESETS, Preset};

use super::codes;

/// Texts that built-in routines had in earlier versions. There are none yet.
const FORMER: &[Preset] = &[];

/// The routine as it is stored.
pub(super) fn shorten(text: &str) -> String {
    if text.starts_with(['@', '!']) || text.contains('*') {
        return ["!", text].concat();
    }
    let Some(parts) = Parts::of(text) else { return text.to_owned() };
    for preset in PRESETS {
        match Parts::of(preset.text) {
            Some(built) if built == parts => return ["@", preset.slug, ".", built.check].concat(),
            Some(built) if built.middle == parts.middle => {
                return ["@", preset.slug, ".", built.check, "/", parts.title, "/", parts.check].concat();
            }
            _ => {}
        }
    }
    parts
        .with_steps(|step| {
            let (name, rest) = step.split_at(step.find('.').unwrap_or(step.len()));
            let code =
                ExerciseId::from_slug(name).filter(|known| known.slug() == name).and_then(codes::of)?;
            Some(["*", code, rest].concat())
        })
        .replace("/*", "*")
}

/// The routine in the notation again; as it is where it names a built-in one that nobody knows.
pub(super) fn lengthen(text: &str) -> String {
    if let Some(name) = text.strip_prefix('@') {
        return built_in(name).unwrap_or_else(|| text.to_owned());
    }
    if let Some(text) = text.strip_prefix('!') {
        return text.to_owned();
    }
    let text = text.replace('*', "/*");
    let Some(parts) = Parts::of(&text) else { return text };
    parts.with_steps(|step| {
        let (code, rest) = step.strip_prefix('*')?.split_at_checked(2)?;
        Some([codes::exercise(code)?.slug(), rest].concat())
    })
}

fn built_in(name: &str) -> Option<String> {
    let mut fields = name.split('/');
    let (slug, check) = fields.next()?.split_once('.')?;
    let built = PRESETS.iter().chain(FORMER).find_map(|preset| {
        Parts::of(preset.text).filter(|parts| preset.slug == slug && parts.check == check)
    })?;
    let title = fields.next().unwrap_or(built.title);
    let check = fields.next().unwrap_or(built.check);
    Some(Parts { title, check, ..built }.text())
}

/// A routine in the notation: version, title, what is done, two characters to check it by.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Parts<'a> {
    title: &'a str,
    middle: &'a str,
    check: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (title, rest) = text.strip_prefix("1/")?.split_once('/')?;
        let (middle, check) = rest.rsplit_once('/')?;
        Some(Self { title, middle, check })
    }

    fn text(self) -> String {
        ["1/", self.title, "/", self.middle, "/", self.check].concat()
    }

    /// The text with every step changed for which `change` has another.
    fn with_steps(self, change: impl Fn(&str) -> Option<String>) -> String {
        let steps: Vec<String> =
            self.middle.split('/').map(|step| change(step).unwrap_or_else(|| step.to_owned())).collect();
        Parts { title: self.title, middle: &steps.join("/"), check: self.check }.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_routine_comes_back_letter_by_letter() {
        let others = [
            "1/The-Five/r30/superman.15/plank.40s/k7",
            "1/plank/plank.30s/xx",
            "1/-/~Star-jump.3/Plank.5/moonwalk.3/aa",
            "1/Die-F~C3~BCnf/r30/superman.15/deadlift.12/glute-bridge.12/single-leg-bridge.12/good-morning.12/zz",
            "1/plank.30s",
            "",
            "nonsense",
            "@nobody.xx",
        ];
        for text in PRESETS.iter().map(|preset| preset.text).chain(others) {
            assert_eq!(lengthen(&shorten(text)), text);
        }
        assert_eq!(shorten(others[0]), "1/The-Five/r30*su.15*pl.40s/k7");
        assert_eq!(shorten(others[3]), "@the-five.2p/Die-F~C3~BCnf/zz");
    }

    #[test]
    fn every_built_in_text_that_was_ever_released_is_still_known() {
        let released = include_str!("../../../../tests/golden/archives/presets-2.txt");
        for preset in PRESETS {
            let line = format!("{} {}", shorten(preset.text), preset.text);
            assert!(released.lines().any(|known| known == line), "a line to be added: {line}");
        }
        for line in released.lines() {
            let (short, text) = line.split_once(' ').unwrap();
            assert_eq!(lengthen(short), text);
        }
    }

    #[test]
    fn a_built_in_routine_is_known_by_its_name_and_its_check_together() {
        assert_eq!(lengthen("@the-five.2p"), Preset::find("the-five").unwrap().text);
        for strange in ["@the-five.zz", "@the-four.2p", "@the-five", "@"] {
            assert_eq!(lengthen(strange), strange);
        }
        assert_eq!(lengthen("@the-five.2p/Mine/zz").split_once("/r30").unwrap().0, "1/Mine");
        assert_eq!(lengthen("1/A*zz.3*pl.9s/k7"), "1/A/*zz.3/plank.9s/k7", "a code of a later version stays");
        assert_eq!(shorten("1/A/b*c/k7"), "!1/A/b*c/k7");
        assert_eq!(shorten("!x"), "!!x");
    }
}
