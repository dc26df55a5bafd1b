//! The first screen of every page, rendered by the app's own components: what is in the page before the program is.
//!
//! `cargo run -p render -- <folder>` writes one file for each address of [`Route::files`], and one for an address that is
//! none: what goes into `#app`. Decides nothing about how a page looks; [`nobody`] says for whom it is rendered, [`screen`]
//! what of a page can be known beforehand, and [`outline`] how its figures are told in fewer bytes.

mod nobody;
mod outline;
mod screen;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use evenkeel::route::Route;

/// The two files of words, as they are now: a changed word is no reason to compile.
struct Texts {
    interface: String,
    moves: String,
}

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("render: say which folder the screens shall be written to");
        return ExitCode::FAILURE;
    };
    match write_all(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("render: {error}");
            ExitCode::FAILURE
        }
    }
}

fn texts() -> io::Result<Texts> {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../words");
    Ok(Texts {
        interface: fs::read_to_string(words.join("en.txt"))?,
        moves: fs::read_to_string(words.join("en.moves.txt"))?,
    })
}

fn write_all(folder: &Path) -> io::Result<()> {
    let texts = texts()?;
    screen::wait_for_nothing();
    for route in Route::files() {
        let file = folder.join(route.folder()).join("index.html");
        write(&file, &screen::of(&route, &texts))?;
    }
    write(&folder.join("404.html"), &screen::of(&Route::NotFound, &texts))
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}
