//! Every address of the site, to path and back. The only file that spells one.
//!
//! Decides: which path and fragment mean which page. Deliberately does not know what a page shows, nor the address bar.
//!
//! Own routines live only on the device, so their id stays in the fragment and every path is a real file. Paths are
//! written relative to `<base href>`: a link made here works wherever the site is put.

use domain::catalogue::ExerciseId;
use domain::routine::PRESETS;

/// Where a person can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The start: what to do today.
    Today,
    /// All exercises.
    Exercises,
    /// One exercise.
    Exercise(ExerciseId),
    /// All routines.
    Routines,
    /// A built-in routine, by its slug.
    Routine(&'static str),
    /// An own routine, by its id.
    Mine(String),
    /// The builder: on an own routine by its id, or empty on a new one.
    Edit(String),
    /// A routine made to measure.
    Measure,
    /// A shared routine, in the notation as the link has it.
    Open(String),
    /// The session that is on, or its summary.
    Session,
    /// What has been done.
    History,
    /// What can be chosen.
    Settings,
    /// When to stop and get help.
    Help,
    /// How the balance is reckoned, privacy, licences.
    About,
    /// No page of ours.
    NotFound,
}

impl Route {
    /// As many letters as the longest text of a routine has, each of them percent-encoded: no file is a longer address.
    const LONGEST: usize = 3 * 8192;

    /// The page at `path`, for a site that lives at `base` (`/`, `/name/`). With or without a final slash, with or
    /// without `index.html`; `fragment` is what comes after `#`.
    pub fn read(path: &str, fragment: &str, base: &str) -> Self {
        let Some(path) = below(path, base) else { return Self::NotFound };
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Today,
            ["exercises"] => Self::Exercises,
            ["exercises", slug] => ExerciseId::from_slug(slug).map_or(Self::NotFound, Self::Exercise),
            ["routines"] => Self::Routines,
            ["routines", "mine"] => Self::Mine(fragment.to_owned()),
            ["routines", "edit"] => Self::Edit(fragment.to_owned()),
            ["routines", "measure"] => Self::Measure,
            ["routines", slug] => PRESETS
                .iter()
                .find(|preset| preset.slug.eq_ignore_ascii_case(slug))
                .map_or(Self::NotFound, |preset| Self::Routine(preset.slug)),
            ["open"] => Self::Open(fragment.to_owned()),
            ["session"] => Self::Session,
            ["history"] => Self::History,
            ["settings"] => Self::Settings,
            ["help"] => Self::Help,
            ["about"] => Self::About,
            _ => Self::NotFound,
        }
    }

    /// Where a link or a text is looked at that somebody sent: what follows the # of a link is the routine.
    pub fn given(text: &str) -> Self {
        let text = text.rsplit('#').next().unwrap_or_default().trim();
        Self::Open(text.chars().take(Self::LONGEST).collect())
    }

    /// The address of this page, relative to `<base href>`: what an `href` holds. The start is `./`.
    pub fn path(&self) -> String {
        match self {
            Self::Today | Self::NotFound => "./".to_owned(),
            Self::Exercises => "exercises".to_owned(),
            Self::Exercise(id) => format!("exercises/{}", id.slug()),
            Self::Routines => "routines".to_owned(),
            Self::Routine(slug) => format!("routines/{slug}"),
            Self::Mine(id) => format!("routines/mine#{id}"),
            Self::Edit(id) if id.is_empty() => "routines/edit".to_owned(),
            Self::Edit(id) => format!("routines/edit#{id}"),
            Self::Measure => "routines/measure".to_owned(),
            Self::Open(text) if text.is_empty() => "open".to_owned(),
            Self::Open(text) => format!("open#{text}"),
            Self::Session => "session".to_owned(),
            Self::History => "history".to_owned(),
            Self::Settings => "settings".to_owned(),
            Self::Help => "help".to_owned(),
            Self::About => "about".to_owned(),
        }
    }

    /// The key of its words, below `page.`.
    pub const fn slug(&self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Exercises => "exercises",
            Self::Exercise(_) => "exercise",
            Self::Routines => "routines",
            Self::Routine(_) => "routine",
            Self::Mine(_) => "mine",
            Self::Edit(_) => "edit",
            Self::Measure => "measure",
            Self::Open(_) => "open",
            Self::Session => "session",
            Self::History => "history",
            Self::Settings => "settings",
            Self::Help => "help",
            Self::About => "about",
            Self::NotFound => "not-found",
        }
    }

    /// Every page that is a file of its own: what the build renders beforehand.
    pub fn files() -> Vec<Self> {
        let mut files = vec![Self::Today, Self::Exercises];
        files.extend(ExerciseId::all().map(Self::Exercise));
        files.push(Self::Routines);
        files.extend(PRESETS.iter().map(|preset| Self::Routine(preset.slug)));
        files.extend([Self::Mine(String::new()), Self::Edit(String::new()), Self::Open(String::new())]);
        files.extend([Self::Measure, Self::Session, Self::History, Self::Settings, Self::Help, Self::About]);
        files
    }

    /// The folder of this page's file below the site's root: `exercises/plank`; empty for the start.
    pub fn folder(&self) -> String {
        let path = self.path();
        let path = path.split('#').next().unwrap_or_default();
        path.strip_prefix("./").unwrap_or(path).to_owned()
    }
}

/// What `path` has below `base`; `/name` counts as `/name/`.
fn below<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    let base = base.strip_suffix('/').unwrap_or(base);
    let rest = path.strip_prefix(base)?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_read_back_wherever_the_site_lives() {
        let mut routes = Route::files();
        routes.extend([
            Route::Mine("k3x9".to_owned()),
            Route::Edit("k3x9".to_owned()),
            Route::Open("1/The-five/superman.15/k7".to_owned()),
        ]);
        for base in ["/", "/name/", "/a/b/"] {
            for route in &routes {
                let written = route.path();
                let written = written.strip_prefix("./").unwrap_or(&written);
                let (path, fragment) = written.split_once('#').unwrap_or((written, ""));
                for slash in ["", "/"] {
                    let path = format!("{base}{path}{slash}");
                    assert_eq!(&Route::read(&path, fragment, base), route, "{path}#{fragment}");
                }
            }
        }
    }

    #[test]
    fn addresses_are_forgiving_and_unknown_ones_are_said_so() {
        let table = [
            ("/", "", Route::Today),
            ("", "", Route::Today),
            ("/index.html", "", Route::Today),
            ("/exercises/index.html", "", Route::Exercises),
            ("//exercises//", "", Route::Exercises),
            ("/open", "#1/x", Route::Open("1/x".to_owned())),
            ("/exercises/moonwalk", "", Route::NotFound),
            ("/exercises/plank/more", "", Route::NotFound),
            ("/routines/moonwalk", "", Route::NotFound),
            ("/History", "", Route::NotFound),
        ];
        for (path, fragment, route) in table {
            assert_eq!(Route::read(path, fragment, "/"), route, "{path}");
        }
        assert_eq!(Route::read("/names/help", "", "/name/"), Route::NotFound);
        assert_eq!(Route::read("/name", "", "/name/"), Route::Today);
    }
}
