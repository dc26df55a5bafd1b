//! Where things lie: the repository's own folders, and the per-user cache.
//! Every other file asks here, so that moving a folder is one change.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::failure::{Doing, Failure, Outcome};

/// The top of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A path inside the repository, from its top.
pub fn at(path: &str) -> PathBuf {
    root().join(path)
}

/// The finished site, ready for any static host.
pub fn dist() -> PathBuf {
    at("dist")
}

/// What the commands remember between two runs; safe to delete at any time.
pub fn workings(name: &str) -> PathBuf {
    at(".build").join(name)
}

/// What is built once for this person, whatever clone it is for.
pub fn cache(name: &str) -> PathBuf {
    let home = || env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    base.or_else(home).unwrap_or_else(env::temp_dir).join("evenkeel").join(name)
}

/// Reads a text file of the repository.
pub fn read(path: &str) -> Outcome<String> {
    fs::read_to_string(at(path)).doing(|| format!("read {path}"))
}

/// Writes a file, making the folders above it.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).doing(|| format!("make {}", folder.display()))?;
    }
    fs::write(path, bytes).doing(|| format!("write {}", path.display()))
}

/// Every file below a folder of the repository, sorted by path; none when the folder is not there.
/// Hidden files (an editor's swap files, say) are not among them.
pub fn files_below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.doing(|| format!("list {}", folder.display()))?.path();
            let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
            match (hidden, path.is_dir()) {
                (true, _) => {}
                (false, true) => folders.push(path),
                (false, false) => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path below `base` as text with forward slashes, as addresses and reports write it.
pub fn name_below(base: &Path, path: &Path) -> Outcome<String> {
    let below = path.strip_prefix(base).doing(|| path.display().to_string())?;
    below
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect::<Option<Vec<_>>>()
        .map(|parts| parts.join("/"))
        .ok_or_else(|| Failure::new(format!("{} is not named in plain text", path.display())))
}
