//! The built site, served on this machine by the same server that `cargo xtask serve` uses.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The site on its own port. Stopping it leaves the address, and nobody there to answer.
#[derive(Debug)]
pub struct Site {
    port: u16,
    server: Option<Child>,
}

impl Site {
    /// Serves `dist/` (or what `EVENKEEL_DIST` names) on a free port.
    pub fn open() -> Self {
        let mut site = Self { port: free_port(), server: None };
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

    /// Serves again, on the same port.
    pub fn start(&mut self) {
        let child = Command::new(task_runner())
            .args(["serve", "--no-build", "--dist"])
            .arg(dist())
            .args(["--port", &self.port.to_string()])
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
