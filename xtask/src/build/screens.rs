//! The first screens: what is in each page before the program is, rendered by the app's own components (`xtask/render`).
//!
//! Decides: when they are rendered. Compiling what renders them is a step of its own; rendering takes a moment, and so is
//! done with every site, and a changed word needs no compiling.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::failure::{Doing, Outcome};
use crate::process::Begun;
use crate::{place, process};

/// The first screen of each page, by the page's file.
#[derive(Default)]
pub struct Screens(BTreeMap<String, String>);

impl Screens {
    /// What goes into `#app` of the page in `file`; nothing where none was rendered.
    pub fn of(&self, file: &str) -> &str {
        self.0.get(file).map_or("", String::as_str)
    }

    /// Every one of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }
}

/// Begins to compile what renders them. Unoptimised: it shares what it needs with the app's tests. The program is linked
/// on one core meanwhile, and this takes the others.
pub fn compile() -> Outcome<Begun> {
    process::begin(process::cargo().args(["build", "--quiet", "--package", "render"]))
}

/// Where it lies when that is done.
pub fn renderer(compiling: Begun) -> Outcome<PathBuf> {
    compiling.finish()?;
    Ok(process::target()?.join("debug").join(format!("render{}", std::env::consts::EXE_SUFFIX)))
}

/// Renders all of them.
pub fn render(renderer: &PathBuf) -> Outcome<Screens> {
    let folder = place::workings("screens");
    if folder.exists() {
        fs::remove_dir_all(&folder).doing(|| format!("clear {}", folder.display()))?;
    }
    process::run(process::at_root(renderer).arg(&folder))?;
    let mut screens = BTreeMap::new();
    for path in place::files_below(&folder)? {
        let screen = fs::read_to_string(&path).doing(|| format!("read {}", path.display()))?;
        screens.insert(place::name_below(&folder, &path)?, screen);
    }
    Ok(Screens(screens))
}
