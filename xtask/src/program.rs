//! From Rust to what a browser runs: cargo, then bindgen, then binaryen.
//!
//! Bindgen is a library here, pinned by the same lock file as the app's `wasm-bindgen`, so the two cannot disagree.
//! Binaryen is npm's 132: Debian's 108 accepts today's Rust and writes a program that fails when it starts.
//! Its features are named one by one, because `--all-features` writes imports that browsers refuse.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Doing, Failure, Outcome};
use crate::{hash, place, process, tools};

/// All of these are in Safari 15.1 and later.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavour {
    /// Small: what people get.
    Release,
    /// Soon: what `dev` shows.
    Debug,
}

impl Flavour {
    /// Its folder below cargo's target, and in our own workings.
    fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }
}

/// The compiled program, ready for the browser.
pub struct Program {
    /// The script that knows how to start it.
    pub glue: String,
    /// The program itself.
    pub wasm: Vec<u8>,
}

/// Compiles the program with cargo and says where the raw file lies.
pub fn compile(flavour: Flavour) -> Outcome<PathBuf> {
    let mut command = process::cargo();
    command.args(["build", "--package", "evenkeel", "--bin", "evenkeel", "--target", tools::TARGET]);
    if flavour == Flavour::Release {
        command.arg("--release");
    }
    process::run(&mut command)?;
    Ok(target()?.join(tools::TARGET).join(flavour.folder()).join("evenkeel.wasm"))
}

/// Makes a compiled program ready for the browser; what was made before from the same bytes is taken again.
pub fn finish(raw: &Path, flavour: Flavour) -> Outcome<Program> {
    let bytes = fs::read(raw).doing(|| format!("read {}", raw.display()))?;
    let folder = place::workings("program").join(format!("{}-{}", flavour.folder(), hash::short(&bytes)));
    let made = |name: &str| folder.join(name);
    if !made("done").exists() {
        clear(flavour);
        bind(&bytes, &folder)?;
        match flavour {
            Flavour::Release => optimise(&made("program_bg.wasm"), &made("program.wasm"))?,
            Flavour::Debug => fs::rename(made("program_bg.wasm"), made("program.wasm"))?,
        }
        place::write(&made("done"), b"")?;
    }
    let glue = fs::read_to_string(made("program.js")).doing(|| "read the program's glue".to_owned())?;
    let wasm = fs::read(made("program.wasm")).doing(|| "read the program".to_owned())?;
    Ok(Program { glue, wasm })
}

/// Forgets what was made from earlier programs of this flavour.
fn clear(flavour: Flavour) {
    let Ok(entries) = fs::read_dir(place::workings("program")) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(flavour.folder()) {
            // Only a cache: one that cannot be removed now is removed next time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn bind(bytes: &[u8], folder: &Path) -> Outcome {
    let mut bindgen = Bindgen::new();
    let bound = bindgen
        .input_bytes("program", bytes.to_vec())
        .typescript(false)
        .remove_producers_section(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder));
    bound.map_err(|error| Failure::new(format!("bindgen: {error:#}")))?;
    if folder.join("snippets").exists() {
        return Err(Failure::new(
            "a crate brings scripts of its own, which the build does not name by content",
        ));
    }
    Ok(())
}

fn optimise(from: &Path, to: &Path) -> Outcome {
    let mut command = process::at_root(place::at("node_modules/.bin/wasm-opt"));
    command.arg("-Oz").args(FEATURES).arg("--strip-producers").arg("--strip-target-features");
    process::run(command.arg(from).arg("-o").arg(to))
}

/// Where cargo puts what it builds.
fn target() -> Outcome<PathBuf> {
    let said = process::output(process::cargo().args(["metadata", "--no-deps", "--format-version", "1"]));
    said.and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok())
        .and_then(|said| said.get("target_directory")?.as_str().map(PathBuf::from))
        .ok_or_else(|| Failure::new("cargo does not say where it builds"))
}
