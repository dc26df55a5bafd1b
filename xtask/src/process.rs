//! Running other programs: cargo, npm, rustup. Each one's own output goes straight to the terminal.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::failure::{Doing, Failure, Outcome};
use crate::place;

/// The cargo that started us, run at the top of the repository.
pub fn cargo() -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    at_root(program)
}

/// A program run at the top of the repository.
pub fn at_root(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(place::root());
    command
}

/// Runs to the end; anything but success is a failure that names the command.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().doing(|| format!("start `{}`", line(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{}` failed ({status})", line(command))))
    }
}

/// A program that runs beside us, until it is waited for; let go of before that, it ends.
#[derive(Debug)]
pub struct Begun {
    child: Child,
    line: String,
}

/// Starts a program without waiting for it.
pub fn begin(command: &mut Command) -> Outcome<Begun> {
    let line = line(command);
    let child = command.spawn().doing(|| format!("start `{line}`"))?;
    Ok(Begun { child, line })
}

impl Begun {
    /// Waits for its end; anything but success is a failure that names the command.
    pub fn finish(mut self) -> Outcome {
        let status = self.child.wait().doing(|| format!("wait for `{}`", self.line))?;
        let failed = || Failure::new(format!("`{}` failed ({status})", self.line));
        if status.success() { Ok(()) } else { Err(failed()) }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        // One that has ended cannot be ended again, which is no trouble.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs to the end and gives what it printed, or nothing when it is not there or did not succeed.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok().map(|text| text.trim().to_owned())
}

/// The command as one would type it.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Where cargo puts what it builds.
pub fn target() -> Outcome<PathBuf> {
    let said = output(cargo().args(["metadata", "--no-deps", "--format-version", "1"]));
    said.and_then(|text| serde_json::from_str::<serde_json::Value>(&text).ok())
        .and_then(|said| said.get("target_directory")?.as_str().map(PathBuf::from))
        .ok_or_else(|| Failure::new("cargo does not say where it builds"))
}
