//! The three engines: which program drives each, and with what it is started.
//!
//! Every browser starts with a fresh profile (but those that are given one), without a window, and cannot leave this machine.

use crate::site::{answers, free_port};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
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

    /// Kills every process that has this profile, as a device does that runs out of power: nothing is told to end.
    pub fn kill(&self) {
        let argument = self.argument();
        let is_ours = |pid: &String| {
            let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(&argument)
        };
        let processes = std::fs::read_dir("/proc").expect("the processes of this machine").flatten();
        let names = processes.filter_map(|process| process.file_name().into_string().ok());
        let ours: Vec<_> =
            names.filter(|name| name.bytes().all(|letter| letter.is_ascii_digit())).filter(is_ours).collect();
        assert!(!ours.is_empty(), "no browser has this profile");
        // Those that end with another one are gone before their turn.
        let _ = Command::new("kill").arg("-9").args(&ours).stderr(Stdio::null()).status();
        while ours.iter().any(is_ours) {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        // A browser that was killed leaves its lock behind; on the same machine the next one takes it over.
        let _ = std::fs::remove_file(self.folder.join("SingletonLock"));
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
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
