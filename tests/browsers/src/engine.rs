//! The three engines: which program drives each, and with what it is started.
//!
//! Every browser starts with a fresh profile (but those that are given one), without a window, and cannot leave this machine.

use crate::site::{answers, free_port};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::Capabilities;
use thirtyfour::prelude::{WebDriver, WebDriverResult};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, in Debian's Chromium.
    Chromium,
    /// Gecko, in Firefox ESR.
    Firefox,
    /// WebKit, in WebKitGTK's small browser.
    WebKit,
}

/// A running driver, and the screen that its browser draws on.
#[derive(Debug)]
pub(crate) struct Driver {
    port: u16,
    process: Child,
    screen: Option<Child>,
}

impl Driver {
    pub(crate) fn start(engine: Engine) -> Self {
        let port = free_port();
        let (screen, display) = match engine {
            Engine::WebKit => virtual_screen(),
            Engine::Chromium | Engine::Firefox => (None, None),
        };
        let mut command = match engine {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::Firefox => Command::new(geckodriver()),
            Engine::WebKit => Command::new("WebKitWebDriver"),
        };
        match engine {
            Engine::Firefox => command.args(["--port", &port.to_string(), "--log", "fatal"]),
            Engine::Chromium | Engine::WebKit => command.arg(format!("--port={port}")),
        };
        // Without a language the page sees the locale "C", which no person has.
        command.env("LANG", "en_US.UTF-8").env("LANGUAGE", "en_US");
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).spawn();
        let process = process.unwrap_or_else(|error| {
            panic!("{engine:?} has no driver here ({error}); `cargo xtask test` installs it")
        });
        answers(port, "the driver");
        Self { port, process, screen }
    }

    /// Starts the browser: with `profile`, where one is given (Chromium), else with a fresh one.
    pub(crate) async fn browser(
        &self,
        engine: Engine,
        profile: Option<&Profile>,
    ) -> WebDriverResult<WebDriver> {
        let mut capabilities = Capabilities::new();
        for (key, mut value) in wishes(engine) {
            if let (Some(profile), Some(args)) =
                (profile, value.get_mut("args").and_then(Value::as_array_mut))
            {
                args.push(profile.argument().into());
            }
            capabilities.set(key, value)?;
        }
        WebDriver::new(format!("http://localhost:{}", self.port), capabilities).await
    }
}

/// What a Chromium keeps on this machine, to be found again by the next one. It goes with this value.
#[derive(Debug)]
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// An empty one, for the story `name`.
    pub fn new(name: &str) -> Self {
        Self { folder: std::env::temp_dir().join(format!("evenkeel-profile-{}-{name}", std::process::id())) }
    }

    fn argument(&self) -> String {
        format!("--user-data-dir={}", self.folder.display())
    }

    /// Kills the whole browser that has this profile, as a device does that runs out of power: nothing is told to end.
    pub fn kill(&self) {
        let ours = self.processes();
        kill(&ours);
        // A browser that was killed leaves its lock behind; on the same machine the next one takes it over.
        let _ = std::fs::remove_file(self.folder.join("SingletonLock"));
    }

    /// Kills what runs its pages, as a system does that runs out of memory. The browser itself goes on.
    pub fn kill_the_pages(&self) {
        let is_page = |pid: &u32| command_line(*pid).contains("--type=renderer");
        kill(&self.processes().into_iter().filter(is_page).collect::<Vec<_>>());
    }

    /// Has the browser end as its system does when it goes to sleep: it is asked to, and puts its things away. Its driver is
    /// not asked, which would wait for pages that are no more.
    pub fn end(&self) {
        let ours = self.processes();
        assert!(!ours.is_empty(), "there is nothing to end");
        let first: Vec<String> = ours.iter().take(1).map(u32::to_string).collect();
        let _ = Command::new("kill").args(&first).status();
        wait_for_the_end_of(&ours);
    }

    /// The browser that was started with this profile, and all that it started.
    fn processes(&self) -> Vec<u32> {
        let argument = self.argument();
        let entries = std::fs::read_dir("/proc").expect("the processes of this machine").flatten();
        let all: Vec<u32> = entries
            .filter_map(|entry| entry.file_name().to_str().and_then(|name| name.parse().ok()))
            .collect();
        // The browser itself first: its helpers say of what type they are.
        let is_browser = |line: &str| line.contains(&argument) && !line.contains("--type=");
        let mut ours: Vec<u32> = all.iter().copied().filter(|pid| is_browser(&command_line(*pid))).collect();
        let mut known = 0;
        while known < ours.len() {
            known = ours.len();
            let is_child =
                |pid: &&u32| !ours.contains(pid) && parent(**pid).is_some_and(|pid| ours.contains(&pid));
            let more: Vec<u32> = all.iter().filter(is_child).copied().collect();
            ours.extend(more);
        }
        ours
    }
}

fn command_line(pid: u32) -> String {
    String::from_utf8_lossy(&std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default()).into_owned()
}

fn parent(pid: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// Kills these processes, and waits until they are gone.
fn kill(pids: &[u32]) {
    assert!(!pids.is_empty(), "there is nothing to kill");
    let names: Vec<String> = pids.iter().map(u32::to_string).collect();
    // Those that end with another one are gone before their turn.
    let _ = Command::new("kill").arg("-9").args(&names).stderr(Stdio::null()).status();
    wait_for_the_end_of(pids);
}

fn wait_for_the_end_of(pids: &[u32]) {
    let begun = Instant::now();
    // What has ended, and only waits for its parent to notice, has no command line any more.
    while pids.iter().any(|pid| !command_line(*pid).is_empty()) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the browser does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let ours = self.processes();
        if !ours.is_empty() {
            kill(&ours);
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let Some(screen) = &mut self.screen {
            let _ = screen.kill();
            let _ = screen.wait();
        }
    }
}

fn wishes(engine: Engine) -> Vec<(&'static str, Value)> {
    match engine {
        Engine::Chromium => vec![
            ("browserName", json!("chrome")),
            ("goog:loggingPrefs", json!({ "browser": "ALL" })),
            (
                "goog:chromeOptions",
                json!({ "binary": "/usr/bin/chromium", "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
                    "--window-size=420,900",
                    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
                ] }),
            ),
        ],
        Engine::Firefox => vec![
            ("browserName", json!("firefox")),
            (
                "moz:firefoxOptions",
                json!({ "binary": "/usr/bin/firefox-esr", "args": ["-headless", "--width=420", "--height=900"], "prefs": {
                    // A machine without a sound card: a clock that runs all the same.
                    "media.cubeb.force_mock_context": true,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    "network.proxy.type": 1,
                    "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
                    "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9,
                    "network.proxy.no_proxies_on": "127.0.0.1, localhost",
                } }),
            ),
        ],
        Engine::WebKit => vec![
            ("browserName", json!("MiniBrowser")),
            (
                "webkitgtk:browserOptions",
                json!({ "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "args": ["--automation"] }),
            ),
        ],
    }
}

/// Where `cargo xtask test` keeps the driver of Firefox; else whatever is on the path.
fn geckodriver() -> PathBuf {
    std::env::var_os("EVENKEEL_GECKODRIVER").map_or_else(|| PathBuf::from("geckodriver"), PathBuf::from)
}

/// A screen that nobody sees, and its name. WebKitGTK draws windows even when it is driven.
fn virtual_screen() -> (Option<Child>, Option<String>) {
    let mut screen = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("no Xvfb here ({error}); `cargo xtask test` installs it"));
    let mut number = String::new();
    if let Some(out) = screen.stdout.take() {
        let _ = BufReader::new(out).read_line(&mut number);
    }
    (Some(screen), Some(format!(":{}", number.trim())))
}
