//! From Rust to what a browser runs: cargo, then the cut into what the start needs and what comes later ([`crate::build::program::cut`]),
//! then bindgen, then binaryen; the glue at last gets short names ([`crate::build::program::shorten`]) and loses its remarks.
//!
//! Bindgen is a library here, pinned by the same lock file as the app's `wasm-bindgen`, so the two cannot disagree.
//! Binaryen is npm's 132: Debian's 108 accepts today's Rust and writes a program that fails when it starts.
//! Its features are named one by one, because `--all-features` writes imports that browsers refuse.

pub mod cut;
pub mod shorten;
pub mod wasm;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

use crate::build::hash;
use crate::failure::{Doing, Failure, Outcome};
use crate::{place, process, tools};

/// All of these are in Safari 15.1 and later.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
];

/// The glue as bindgen leaves it, and as browsers get it.
const BOUND: &str = "program.js";
const GLUE: &str = "glue.js";

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
    /// What of the program the start needs.
    pub wasm: Vec<u8>,
    /// What comes later. The glue names each in double braces.
    pub later: Vec<Later>,
    /// Where in [`cut::SHARED`] each piece lies that several of these share: its name, and what the glue says for it.
    pub pieces: Vec<(String, String)>,
}

/// A part of the program that is fetched when a page is gone to that needs it.
pub struct Later {
    /// Its file's name before it is named by its content: `pages-session.wasm`.
    pub name: String,
    /// The part itself.
    pub wasm: Vec<u8>,
}

/// Compiles the program with cargo and says where the raw file lies.
pub fn compile(flavour: Flavour) -> Outcome<PathBuf> {
    let mut command = process::cargo();
    command.args(["rustc", "--package", "evenkeel", "--bin", "evenkeel", "--target", tools::TARGET]);
    if flavour == Flavour::Release {
        command.arg("--release").args(["--config", &without_paths_of_this_machine()]);
    }
    // For the last step only, so that nothing else is compiled twice: who refers to what, by which the program is cut.
    process::run(command.args(["--", "-Clink-arg=--emit-relocs"]))?;
    Ok(process::target()?.join(tools::TARGET).join(flavour.folder()).join("evenkeel.wasm"))
}

/// What cargo is told so that a panic names a source file by its place in the crate or in Rust itself, and not by where this
/// person keeps them: nobody's folders belong in a published file, and the same sources make the same program anywhere.
/// Cargo adds it to the flags of `.cargo/config.toml`.
fn without_paths_of_this_machine() -> String {
    let folder = |name: &str, below_home: &str| {
        let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(below_home));
        env::var_os(name).map(PathBuf::from).or_else(home).unwrap_or_default()
    };
    let rust =
        process::output(process::at_root(tools::rustc()).args(["--print", "sysroot"])).unwrap_or_default();
    let moved = [
        (folder("CARGO_HOME", ".cargo").join("registry/src"), "crates"),
        (PathBuf::from(rust).join("lib/rustlib/src/rust"), "rust"),
    ];
    let flags = moved.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    format!("target.{}.rustflags={}", tools::TARGET, serde_json::json!(flags))
}

/// Makes a compiled program ready for the browser; what was made before from the same bytes is taken again.
pub fn finish(raw: &Path, flavour: Flavour) -> Outcome<Program> {
    let bytes = fs::read(raw).doing(|| format!("read {}", raw.display()))?;
    // Made by this code from these bytes: when either changes, it is made anew.
    let made_from = [&bytes, include_bytes!("mod.rs").as_slice(), include_bytes!("cut.rs")].concat();
    let folder = place::workings("program").join(format!("{}-{}", flavour.folder(), hash::short(&made_from)));
    let made = |name: &str| folder.join(name);
    if !made("done").exists() {
        clear(flavour);
        let later = cut::cut(&shorten::without_streams(&bytes)?, &folder)?;
        bind(&folder)?;
        match flavour {
            Flavour::Release => pack(&folder, later)?,
            Flavour::Debug => leave(&folder, later)?,
        }
        place::write(&made("done"), b"")?;
    }
    read(&folder)
}

/// Reads what was made.
fn read(folder: &Path) -> Outcome<Program> {
    let glue = fs::read_to_string(folder.join(GLUE)).doing(|| "read the program's glue".to_owned())?;
    let wasm = fs::read(folder.join("program.wasm")).doing(|| "read the program".to_owned())?;
    let (mut later, mut pieces, mut shared) = (Vec::new(), Vec::new(), Vec::new());
    for path in place::files_below(folder)? {
        let name = place::name_below(folder, &path)?;
        if !name.starts_with(cut::LATER) {
            continue;
        }
        let part = fs::read(&path).doing(|| format!("read {name}"))?;
        if cut::is_shared(&name) {
            let begin = shared.len();
            shared.extend(part);
            pieces.push((name, format!("{begin}-{}", shared.len())));
        } else {
            later.push(Later { name, wasm: part });
        }
    }
    later.push(Later { name: cut::SHARED.to_owned(), wasm: shared });
    Ok(Program { glue, wasm, later, pieces })
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

fn bind(folder: &Path) -> Outcome {
    let mut bindgen = Bindgen::new();
    let bound = bindgen
        .input_path(folder.join(cut::START))
        .out_name("program")
        .typescript(false)
        // What the later parts find each other by.
        .keep_lld_exports(true)
        .demangle(false)
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

/// The glue, with the script in it that fetches what comes later.
fn whole_glue(folder: &Path) -> Outcome<String> {
    let text = |name: &str| fs::read_to_string(folder.join(name)).doing(|| format!("read {name}"));
    cut::join(&text(BOUND)?, &text(cut::LOADER)?)
}

/// As it is: soon there, and with all its names.
fn leave(folder: &Path, later: Vec<(String, String)>) -> Outcome {
    place::write(&folder.join(GLUE), whole_glue(folder)?.as_bytes())?;
    let start = ("program_bg.wasm".to_owned(), "program.wasm".to_owned());
    for (from, to) in later.into_iter().chain([start]) {
        fs::rename(folder.join(from), folder.join(&to)).doing(|| format!("keep {to}"))?;
    }
    Ok(())
}

/// As small as it gets: without what nobody asks for, shrunk, under short names, and without a remark in the glue.
fn pack(folder: &Path, later: Vec<(String, String)>) -> Outcome {
    let read = |name: &str| fs::read(folder.join(name)).doing(|| format!("read {name}"));
    let glue = whole_glue(folder)?;
    place::write(&folder.join("asked.wasm"), &shorten::without_exports(&read("program_bg.wasm")?, &glue)?)?;
    optimise(&["-Oz"], &folder.join("asked.wasm"), &folder.join("shrunk.wasm"))?;
    for (from, to) in later {
        // What draws the figure is among these: a fifth quicker, and as small once it is packed.
        optimise(&["-O4", "--converge"], &folder.join(from), &folder.join(to))?;
    }
    let (wasm, glue) = shorten::shorten(&read("shrunk.wasm")?, &glue)?;
    place::write(&folder.join("program.wasm"), &wasm)?;
    place::write(&folder.join("glue.long.js"), glue.as_bytes())?;
    let mut command = process::at_root(place::at("node_modules/.bin/esbuild"));
    command.args(["--minify", "--tree-shaking=true", "--format=esm", "--log-level=error"]);
    let mut to = OsString::from("--outfile=");
    to.push(folder.join(GLUE));
    process::run(command.arg(folder.join("glue.long.js")).arg(to))
}

fn optimise(how: &[&str], from: &Path, to: &Path) -> Outcome {
    let mut command = process::at_root(place::at("node_modules/.bin/wasm-opt"));
    command.args(how).args(FEATURES).arg("--strip-producers").arg("--strip-target-features");
    process::run(command.arg(from).arg("-o").arg(to))
}
