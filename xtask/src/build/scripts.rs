//! The scripts that are written by hand, as browsers get them: each joined with those it imports, and without a remark.
//! What stands in double braces is left for the build to fill in.

use std::ffi::OsString;
use std::fs;

use crate::failure::{Doing, Outcome};
use crate::{place, process};

/// The oldest Safari that the product promises to work in; the others are ahead of it.
const OLDEST: &str = "--target=safari16.4";

/// The script that comes when there is something to keep.
pub const JOURNAL: &str = "journal.js";

/// The script at `path`, from the top of the repository, in one piece.
pub fn packed(path: &str) -> Outcome<String> {
    let made = place::workings("scripts").join(path);
    let mut to = OsString::from("--outfile=");
    to.push(&made);
    let mut command = process::at_root(place::at("node_modules/.bin/esbuild"));
    command.arg(path).arg(to).args(["--bundle", "--minify", "--format=esm", "--log-level=error", OLDEST]);
    // These are named by their content, and stay files of their own.
    process::run(command.args(["--external:./{{glue}}", "--external:./{{journal}}"]))?;
    fs::read_to_string(&made).doing(|| format!("read {path} in one piece"))
}
