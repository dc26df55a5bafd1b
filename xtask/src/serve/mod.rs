//! `serve`: builds the release site when its sources changed, and serves it on this machine.

pub mod host;
pub mod mime;
pub mod server;

use std::path::PathBuf;

use crate::build::stamp;
use crate::build::whereabouts::Where;
use crate::failure::{Failure, Outcome};
use crate::progress::Progress;
use crate::{build, place};
use server::Server;

/// What the command line asks for.
pub struct Asked {
    /// The port, 0 for any free one.
    pub port: u16,
    /// Where the site lives.
    pub place: Where,
    /// A finished site to serve as it is, instead of building ours.
    pub finished: Option<PathBuf>,
}

/// The command: serves until Ctrl-C.
pub fn run(asked: &Asked) -> Outcome {
    let folder = match &asked.finished {
        Some(folder) => folder.clone(),
        None => fresh(&asked.place)?,
    };
    if !folder.join("index.html").is_file() {
        return Err(Failure::new(format!("there is no site in {}", folder.display())));
    }
    let server = Server::open(&folder, &asked.place.base, asked.port)?;
    let stop = server.clone();
    server::on_interrupt(move || stop.stop())?;
    println!("Evenkeel is at {} (Ctrl-C ends it)", server.address());
    server.run(None)?;
    println!("no longer serving");
    Ok(())
}

/// `dist/`, built when anything changed since it was built last.
pub fn fresh(at: &Where) -> Outcome<PathBuf> {
    if stamp::is_current(&stamp::of_sources(at)?) {
        println!("nothing has changed: dist/ is current");
    } else {
        build::steps(&mut Progress::of(build::STEPS), at)?;
    }
    Ok(place::dist())
}
