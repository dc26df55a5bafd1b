//! The browsers under test and their drivers. Debian's packages are installed where we may (root, with apt-get); else the
//! message is the very command to type. Firefox's driver is in no Debian package: it is built once for this person.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::failure::{Failure, Outcome};
use crate::{place, process};

/// Each program that the tests start, and the Debian package that brings it.
const PROGRAMS: [(&str, &str); 5] = [
    ("chromium", "chromium"),
    ("chromedriver", "chromium-driver"),
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
];

/// The one version of Firefox's driver that the tests are written against.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure that all three engines can be driven, and says where Firefox's driver lies.
pub fn ensure() -> Outcome<PathBuf> {
    ensure_packages()?;
    ensure_geckodriver()
}

/// Makes sure that Chromium alone is there, and says where.
pub fn ensure_chromium() -> Outcome<PathBuf> {
    let found = || on_path("chromium").or_else(|| on_path("google-chrome"));
    if found().is_none() {
        install(&["chromium"])?;
    }
    found().ok_or_else(|| Failure::new("chromium was installed and is not there all the same"))
}

/// Makes sure that Firefox alone is there, and says where.
pub fn ensure_firefox() -> Outcome<PathBuf> {
    let found = || on_path("firefox-esr").or_else(|| on_path("firefox"));
    if found().is_none() {
        install(&["firefox-esr"])?;
    }
    found().ok_or_else(|| Failure::new("firefox was installed and is not there all the same"))
}

fn ensure_packages() -> Outcome {
    let missing = missing(is_on_path);
    install(&missing)
}

fn install(missing: &[&str]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    let by_hand = format!("apt-get install -y --no-install-recommends {packages}");
    if !is_root() || !is_on_path("apt-get") {
        return Err(Failure::new(format!("this needs a browser that is not here: `sudo {by_hand}`")));
    }
    println!("      installing {packages}");
    let apt = || {
        let mut command = process::at_root("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    process::run(apt().args(["update", "-q"]))?;
    process::run(apt().args(["install", "-q", "-y", "--no-install-recommends"]).args(missing))
}

/// The packages of the programs that are not there.
fn missing(is_there: impl Fn(&str) -> bool) -> Vec<&'static str> {
    PROGRAMS.into_iter().filter(|(program, _)| !is_there(program)).map(|(_, package)| package).collect()
}

fn ensure_geckodriver() -> Outcome<PathBuf> {
    let folder = place::cache(&format!("geckodriver-{GECKODRIVER}"));
    let driver = folder.join("bin/geckodriver");
    if driver.is_file() {
        return Ok(driver);
    }
    println!("      building geckodriver {GECKODRIVER}, once for this user: some minutes");
    let mut command = process::cargo();
    command.args(["install", "--locked", "--version", GECKODRIVER, "--root"]).arg(&folder).arg("geckodriver");
    // Its own place: our target folder may be on another disk, and need not keep 400 crates of somebody else.
    command.env_remove("CARGO_TARGET_DIR");
    process::run(&mut command)?;
    Ok(driver)
}

fn is_on_path(program: &str) -> bool {
    on_path(program).is_some()
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_else(|| OsString::from("/usr/bin"));
    env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Whether we may install packages: the owner of our own process is root.
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(Path::new("/proc/self")).is_ok_and(|process| process.uid() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_by_its_package() {
        assert_eq!(
            missing(|program| program != "chromedriver" && program != "Xvfb"),
            ["chromium-driver", "xvfb"]
        );
        assert!(missing(|_| true).is_empty());
    }
}
