//! The moves that a person hid, and those preferred to others.
//!
//! Decides: how they are written and read. Nothing is written of what nobody said; a move of a later version is kept as a
//! setting of a later version is.

use super::Settings;
use crate::catalogue::ExerciseId;

impl Settings {
    /// `hidden=…` and `prefer=…`; nothing of what nobody said.
    pub(super) fn moves_fields(&self) -> Vec<String> {
        let hidden: Vec<&str> = self.hidden.iter().map(|id| id.slug()).collect();
        let pair = |(from, to): &(ExerciseId, ExerciseId)| [from.slug(), ":", to.slug()].concat();
        let preferred: Vec<String> = self.preferred.iter().map(pair).collect();
        let fields = [["hidden=", &hidden.join(",")].concat(), ["prefer=", &preferred.join(",")].concat()];
        fields.into_iter().filter(|field| !field.ends_with('=')).collect()
    }

    pub(super) fn take_hidden(&mut self, value: &str) {
        for slug in value.split(',').filter(|slug| !slug.is_empty()) {
            match ExerciseId::from_slug(slug) {
                Some(id) if self.hidden.contains(&id) => {}
                Some(id) => self.hidden.push(id),
                None => self.unknown.push(["hidden=", slug].concat()),
            }
        }
    }

    pub(super) fn take_preferred(&mut self, value: &str) {
        for pair in value.split(',').filter(|pair| !pair.is_empty()) {
            let known = |slug: &str| ExerciseId::from_slug(slug);
            match pair.split_once(':').and_then(|(from, to)| Some((known(from)?, known(to)?))) {
                Some((from, to)) => self.prefer(from, Some(to)),
                None => self.unknown.push(["prefer=", pair].concat()),
            }
        }
    }

    /// Prefers `to` to `from` from now on; none, or the move itself, takes that back.
    pub fn prefer(&mut self, from: ExerciseId, to: Option<ExerciseId>) {
        self.preferred.retain(|(known, _)| *known != from);
        self.preferred.extend(to.filter(|to| *to != from).map(|to| (from, to)));
    }

    /// Hides a move, or shows it again.
    pub fn hide(&mut self, exercise: ExerciseId, hide: bool) {
        self.hidden.retain(|known| *known != exercise);
        if hide {
            self.hidden.push(exercise);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::id;
    use crate::line;

    #[test]
    fn hidden_and_preferred_moves_come_back_and_those_of_a_later_version_are_kept() {
        let mut settings = Settings::default();
        settings.hide(id::CRUNCH, true);
        settings.prefer(id::PLANK, Some(id::BEAR_HOLD));
        settings.prefer(id::PLANK, Some(id::WALL_PLANK));
        assert!(settings.write().ends_with("|hidden=crunch|prefer=plank:wall-plank"));
        assert_eq!(Settings::read(&settings.write()), (settings.clone(), vec![]));
        settings.hide(id::CRUNCH, false);
        settings.prefer(id::PLANK, None);
        assert_eq!(settings, Settings::default());

        let later = ["hidden=crunch,moonwalk,crunch", "prefer=plank:moonwalk,cobra:cat-cow,x"];
        let (settings, problems) = Settings::read(&line::seal(&later.map(str::to_owned)));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(settings.hidden, [id::CRUNCH]);
        assert_eq!(settings.preferred, [(id::COBRA, id::CAT_COW)]);
        assert_eq!(settings.unknown, ["hidden=moonwalk", "prefer=plank:moonwalk", "prefer=x"]);
        assert_eq!(Settings::read(&settings.write()), (settings, vec![]));
    }
}
