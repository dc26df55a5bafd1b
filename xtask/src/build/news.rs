//! What is new, as a small file beside the pages: a window that runs an earlier version reads it there before it lets this
//! one take over. It is `CHANGELOG.md` without headings, the newest change first, one a line.

use crate::failure::Outcome;
use crate::place;

/// Its name in the site.
pub const NAME: &str = "news.txt";

/// More changes than these are not told: somebody who was away for so long finds them under About.
const MOST: usize = 30;

/// The file's text.
pub fn text() -> Outcome<String> {
    Ok(lines(&place::read("CHANGELOG.md")?).join("\n"))
}

/// The changes below the first heading of a version.
fn lines(changes: &str) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for line in changes.lines().skip_while(|line| !line.starts_with("## ")) {
        match (line.strip_prefix("- "), told.last_mut()) {
            (Some(change), _) => told.push(change.trim().to_owned()),
            // A change that goes on in the next line.
            (None, Some(last)) if line.starts_with("  ") => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => {}
        }
    }
    told.truncate(MOST);
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_is_one_line_the_newest_first() {
        let changes = "# Changes\n\n- No.\n\n## 0.2.0\n\n- One thing,\n  in two lines.\n- Another.\n\n## 0.1.0\n\n- Old.\n";
        assert_eq!(lines(changes), ["One thing, in two lines.", "Another.", "Old."]);
    }
}
