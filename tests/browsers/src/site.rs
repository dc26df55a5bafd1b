//! The built site, served on this machine by the same server that `cargo xtask serve` uses.

use crate::edition::Edition;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use xtask::build::worker::Worker;

/// The site on its own port. Stopping it leaves the address, and nobody there to answer.
#[derive(Debug)]
pub struct Site {
    port: u16,
    base: String,
    folder: PathBuf,
    server: Option<Child>,
}

impl Site {
    /// Serves `dist/` (or what `EVENKEEL_DIST` names) on a free port.
    pub fn open() -> Self {
        let mut site = Self { port: free_port(), base: "/".to_owned(), folder: dist(), server: None };
        site.start();
        site
    }

    /// The address of the first page.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The version in `dist/`.
    pub fn edition(&self) -> Edition {
        Edition::of(&dist())
    }

    /// Publishes `edition` in place of what is served, under this worker. It is served from a copy of its own.
    pub fn publish(&mut self, edition: Edition, worker: Worker) {
        let folder = std::env::temp_dir().join(format!("evenkeel-{}-{}", std::process::id(), self.port));
        edition.publish(worker, &folder);
        if self.folder != folder {
            self.folder = folder;
            self.restart();
        }
    }

    /// From now on the site is below `base`.
    pub fn move_below(&mut self, base: &str) {
        base.clone_into(&mut self.base);
        self.restart();
    }

    /// Does something to what was published: a file is lost, or is not what it should be.
    pub fn damage(&self, harm: impl FnOnce(&Path)) {
        assert_ne!(self.folder, dist(), "only a copy may be damaged");
        harm(&self.folder);
    }

    fn restart(&mut self) {
        self.stop();
        self.start();
    }

    /// Serves again, on the same port.
    pub fn start(&mut self) {
        let child = Command::new(task_runner())
            .args(["serve", "--no-build", "--dist"])
            .arg(&self.folder)
            .args(["--port", &self.port.to_string(), "--public-url", &self.base])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .stdin(Stdio::null())
            .spawn();
        self.server = Some(child.expect("the server starts: build it with `cargo build -p xtask`"));
        answers(self.port, "the site");
    }

    /// Takes the server away: from here on there is no network.
    pub fn stop(&mut self) {
        if let Some(mut server) = self.server.take() {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
        if self.folder != dist() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// Waits until something listens on `port`; `who` names it when nothing does.
pub(crate) fn answers(port: u16, who: &str) {
    let begun = Instant::now();
    while TcpStream::connect(("localhost", port)).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{who} does not answer on port {port}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A port that nobody uses at this moment.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("localhost", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn dist() -> PathBuf {
    std::env::var_os("EVENKEEL_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The program behind `cargo xtask`: beside the test's own, in the folder of built programs.
fn task_runner() -> PathBuf {
    let this = std::env::current_exe().expect("this test's own path");
    let built = this.parent().and_then(std::path::Path::parent).expect("target/debug/deps/<test>");
    built.join("xtask")
}
