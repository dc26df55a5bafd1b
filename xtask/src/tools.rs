//! What the build needs on this machine: the wasm32 target and npm's packages are installed when they are missing;
//! for what we may not install, it says exactly what to do.

use std::ffi::OsString;
use std::path::Path;
use std::{env, fs};

use crate::failure::{Doing, Failure, Outcome};
use crate::{place, process};

/// What Rust calls the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the release build has all it needs.
pub fn ensure() -> Outcome {
    ensure_target()?;
    ensure_packages()
}

/// The compiler that cargo uses.
pub fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// Makes sure that this Rust can compile for the browser.
pub fn ensure_target() -> Outcome {
    let folder =
        process::output(process::at_root(rustc()).args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| fs::exists(folder).unwrap_or(false)) {
        return Ok(());
    }
    if process::output(process::at_root("rustup").arg("--version")).is_none() {
        return Err(Failure::new(format!(
            "this Rust cannot compile for {TARGET} and rustup is not here to add it: \
             install Rust by https://rustup.rs, then run this command again"
        )));
    }
    println!("      adding Rust's {TARGET} target");
    process::run(process::at_root("rustup").args(["target", "add", TARGET]))
}

/// Makes sure that `node_modules` is what `package-lock.json` says.
pub fn ensure_packages() -> Outcome {
    ensure_packages_of(&place::root())
}

/// Makes sure of the packages that only a benchmark needs: they weigh more than all others together.
pub fn ensure_bench() -> Outcome {
    ensure_packages_of(&place::at("xtask/bench"))
}

fn ensure_packages_of(folder: &Path) -> Outcome {
    let path = folder.join("package-lock.json");
    let lock = fs::read_to_string(&path).doing(|| format!("read {}", path.display()))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    for tool in ["node", "npm"] {
        if process::output(process::at_root(tool).arg("--version")).is_none() {
            return Err(Failure::new(format!(
                "`{tool}` is not here: install Node.js 20 or later with npm (https://nodejs.org, or `apt-get \
                 install nodejs npm`), then run this command again"
            )));
        }
    }
    println!("      installing the npm packages of {}", path.display());
    let mut command = process::at_root("npm");
    command.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(&mut command)?;
    fs::write(&installed, lock).doing(|| "remember what npm installed".to_owned())
}
