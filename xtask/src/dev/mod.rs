//! `dev`: the site as it is being written. A changed style or word is on the screen at once; a changed line of Rust after
//! cargo has compiled it (unoptimised). Nothing here is in the site that people get.

mod builds;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use notify::{RecursiveMode, Watcher as _};

use crate::build::program::{self, Flavour, Program};
use crate::build::screens::Screens;
use crate::build::site::Copies;
use crate::build::whereabouts::Where;
use crate::failure::{Doing, Outcome};
use crate::progress::{Progress, seconds};
use crate::serve::server::{self, Extra, Server};
use crate::{build, figures};
use crate::{place, tools};
use builds::Builds;

/// What is watched; all else at the top (`target`, `dist`) changes because of us.
const WATCHED: [&str; 7] = ["src", "style", "public", "words", "index.html", "CHANGELOG.md", "Cargo.toml"];

/// An editor writes a file in several steps: this long without another change means that it is done.
const QUIET: Duration = Duration::from_millis(40);

/// What a change asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Change {
    /// The site is put together again around the same program.
    Site,
    /// The program is compiled again.
    Program,
}

/// The command: builds, serves on this port, and builds again at each change, until Ctrl-C.
pub fn run(port: u16) -> Outcome {
    let folder = place::workings("dev");
    let mut progress = Progress::of(3);
    progress.step("look for what the build needs", tools::ensure)?;
    let mut program = progress.step("compile the program, unoptimised", compile)?;
    progress.step("write the site", || write(&program, &folder))?;
    let builds = Arc::new(Builds::default());
    let server = Server::open(&folder, "/", port)?;
    let stop = server.clone();
    server::on_interrupt(move || stop.stop())?;
    println!("Evenkeel is at {} and follows your changes (Ctrl-C ends it)", server.address());
    let told = Arc::clone(&builds);
    // Watching ends with the process: it holds nothing that would have to be put away.
    std::thread::spawn(move || {
        if let Err(failure) = follow(&mut program, &folder, &told) {
            eprintln!("no longer following changes: {failure}");
        }
    });
    let extra: Extra = Arc::new(move |address| builds.answer(address));
    server.run(Some(&extra))?;
    println!("no longer serving");
    Ok(())
}

/// Builds again at each change, and tells the open pages.
fn follow(program: &mut Program, folder: &Path, builds: &Builds) -> Outcome {
    let (say, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if event.kind.is_modify() || event.kind.is_create() || event.kind.is_remove() {
            // Nobody listens any more only when the command is ending.
            let _ = event.paths.iter().filter_map(|path| change(path)).max().map(|change| say.send(change));
        }
    })
    .doing(|| "watch for changes".to_owned())?;
    for path in WATCHED {
        watcher.watch(&place::at(path), RecursiveMode::Recursive).doing(|| format!("watch {path}"))?;
    }
    while let Some(change) = next(&changes) {
        let began = Instant::now();
        match again(change, program, folder) {
            Ok(()) => {
                println!("      shown after {}", seconds(began.elapsed()));
                builds.add();
            }
            Err(failure) => eprintln!("{failure}\nthe last site that worked is still shown"),
        }
    }
    Ok(())
}

fn again(change: Change, program: &mut Program, folder: &Path) -> Outcome {
    if change == Change::Program {
        *program = compile()?;
    }
    write(program, folder)
}

fn compile() -> Outcome<Program> {
    program::finish(&program::compile(Flavour::Debug)?, Flavour::Debug)
}

/// The site as people get it, with the script that reloads, without a worker that keeps and without first screens: they
/// would have to be compiled too, and the program stands in a moment.
fn write(program: &Program, folder: &Path) -> Outcome {
    let mut site = build::assemble(program, &Screens::default(), &Where::top(), include_str!("sw.js"))?;
    site.add("dev-reload.js", include_str!("reload.js"));
    site.add("poses.html", figures::page()?);
    let pages: Vec<_> = site.files().filter(|(path, _)| path.ends_with(".html")).map(reloading).collect();
    for (path, page) in pages {
        site.add(path, page);
    }
    site.write(folder, Copies::Plain)
}

fn reloading((path, bytes): (&str, &[u8])) -> (String, String) {
    let script = "<script type=\"module\" src=\"dev-reload.js\"></script>\n</head>";
    (path.to_owned(), String::from_utf8_lossy(bytes).replacen("</head>", script, 1))
}

/// Waits for a change and then until the changing is over; the greatest of what happened meanwhile counts.
fn next(changes: &Receiver<Change>) -> Option<Change> {
    let mut greatest = changes.recv().ok()?;
    while let Ok(change) = changes.recv_timeout(QUIET) {
        greatest = greatest.max(change);
    }
    Some(greatest)
}

/// What a changed file asks for; an editor's own files ask for nothing.
fn change(path: &Path) -> Option<Change> {
    let name = path.file_name()?.to_str()?;
    if name.starts_with('.') || name.ends_with('~') {
        return None;
    }
    let program = path.extension().is_some_and(|ending| ending == "rs" || ending == "toml");
    Some(if program { Change::Program } else { Change::Site })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_or_a_word_does_not_wait_for_the_compiler() {
        let of = |path: &str| change(Path::new(path));
        assert_eq!(of("style/parts/card.css"), Some(Change::Site));
        assert_eq!(of("words/en.txt"), Some(Change::Site));
        assert_eq!(of("src/app.rs"), Some(Change::Program));
        assert_eq!(of("src/.app.rs.swp"), None);
        assert_eq!(of("src/app.rs~"), None);
    }

    #[test]
    fn a_page_gets_the_script_once() {
        let (_, page) = reloading(("index.html", b"<head></head><body></head>"));
        assert_eq!(page.matches("dev-reload.js").count(), 1);
    }
}
