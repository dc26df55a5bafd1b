//! What a person's device holds: lines as the app writes them, put there before a story begins and looked at after it.

use std::collections::BTreeMap;

use domain::history::{Record, line};
use domain::line::{escape, seal};
use domain::routine::notation;
use domain::session::{Event, Session};
use domain::settings::{Heard, Lack, Settings};
use domain::time::{Millis, Moment};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::visit::{Outcome, Visit};

/// Keys and lines.
pub type Lines = BTreeMap<String, String>;

/// What was chosen.
pub const SETTINGS: &str = "evenkeel:1:settings";
/// The routine of [`seed`].
pub const ROUTINE: &str = "evenkeel:1:routine:mine";
/// The session that is on.
pub const LIVE: &str = "evenkeel:1:live";
/// What the keys of sessions begin with.
pub const DONE: &str = "evenkeel:1:done:";

/// Two sessions, a routine and settings: somebody who has heard already what these browsers lack.
pub fn seed() -> Lines {
    let routine = notation::write(&notation::read("1/Mine/plank.20s/superman.15").routine);
    let heard = Heard { told: Lack::ALL.to_vec(), ..Heard::default() };
    let settings = Settings { volume: 40, notice_read: true, heard, ..Settings::default() };
    Lines::from([
        done("First", 2),
        done("Second", 1),
        (ROUTINE.to_owned(), seal(&["1".to_owned(), "1788343240000".to_owned(), escape(&routine)])),
        (SETTINGS.to_owned(), settings.write()),
    ])
}

/// A session that was done so many days before now, as key and line.
pub fn done(title: &str, days_ago: u64) -> (String, String) {
    let now = std::time::UNIX_EPOCH.elapsed().unwrap_or_default().as_secs() * 1000;
    let routine = notation::read(&format!("1/{title}/superman.15/plank.30s")).routine;
    let began = Moment(now - days_ago * 86_400_000 - 3_600_000);
    let mut session = Session::new(routine, Millis::ZERO, began);
    session.update(began, Event::Start);
    let record = Record::of(&session, began + Millis::seconds(600), 0, days_ago as u32).expect("it is over");
    (format!("evenkeel:1:done:{}", record.id), line::write(&record))
}

/// Whether this line under this key is a session's, and whole.
pub fn whole(key: &str, text: &str) -> bool {
    key.strip_prefix("evenkeel:1:done:").is_some_and(|id| line::read(id, text).is_ok())
}

/// Everything that was there `before` is there, letter by letter.
pub fn has_all(found: &Lines, before: &Lines) {
    for (key, text) in before {
        assert_eq!(found.get(key), Some(text), "{key} is as it was");
    }
}

/// One line of the table.
pub fn row(visit: &Visit, fault: &str, found: &str, told: &str) {
    println!("{:?}: {fault} | {found} | {told}", visit.engine);
}

/// So many old sessions, and the file that is a copy of them.
pub fn copy_of(sessions: u64, name: &str) -> (Lines, std::path::PathBuf) {
    let copied: Lines = (10..10 + sessions).map(|days| done("Old", days)).collect();
    let lines: Vec<_> = copied.iter().map(|(key, line)| format!("{key}={line}\n")).collect();
    let file = std::env::temp_dir().join(format!("evenkeel-{name}.txt"));
    std::fs::write(&file, lines.concat()).expect("a file of one's own");
    (copied, file)
}

/// Chooses the file `copy` to restore from.
pub async fn choose(visit: &Visit, copy: &std::path::Path) -> Outcome {
    visit.press("Choose a copy").await?;
    let field = async || visit.browser.find_all(By::Css("input[type=file]")).await;
    visit.until("a field for a file", async || Ok(!field().await?.is_empty())).await?;
    field().await?[0].send_keys(copy.to_string_lossy()).await?;
    visit.sees("added").await
}

/// Restores from the file `copy`, until this is to be read.
pub async fn restore(visit: &Visit, copy: &std::path::Path, outcome: &str) -> Outcome {
    visit.open("/settings").await?;
    choose(visit, copy).await?;
    visit.press("Restore").await?;
    visit.sees(outcome).await
}

impl Visit {
    /// What the person is told in passing, on any page; empty where it is nothing.
    pub async fn told(&self) -> WebDriverResult<String> {
        let text = "return [...document.querySelectorAll('.toast span')].map(e => e.textContent).join(' ')";
        Ok(self.measure(text).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Puts these lines on the device.
    pub async fn put(&self, lines: &Lines) -> Outcome {
        let script =
            "for (const [key, line] of Object.entries(arguments[0])) localStorage.setItem(key, line)";
        self.browser.execute(script, vec![json!(lines)]).await.map(drop)
    }

    /// Leaves room for so many letters, and no more. `filler` is no key of ours.
    pub async fn fill_up(&self, room: usize) -> Outcome {
        const FILL: &str = r"
        const keep = 'room'; localStorage.setItem(keep, 'x'.repeat(arguments[0] - keep.length));
        let size = 1 << 22;
        for (let n = 0; size > 0; n++) { try { localStorage.setItem('filler' + n, 'x'.repeat(size)); } catch { size >>= 1; } }
        localStorage.removeItem(keep);
    ";
        self.browser.execute(FILL, vec![room.into()]).await.map(drop)
    }

    /// The keys and lines that begin with `prefix`.
    pub async fn kept_under(&self, prefix: &str) -> WebDriverResult<Lines> {
        Ok(self.kept().await?.into_iter().filter(|(key, _)| key.starts_with(prefix)).collect())
    }

    /// Begins a session of so many seconds.
    pub async fn begin(&self, title: &str, seconds: u32) -> Outcome {
        self.open(&format!("/open#1/{title}/g0/superman.{seconds}s")).await?;
        self.press("Start").await
    }

    /// A device on which somebody has trained before.
    pub async fn return_to(&self, page: &str) -> WebDriverResult<Lines> {
        self.open("/about").await?;
        let lines = seed();
        self.put(&lines).await?;
        self.open(page).await?;
        Ok(lines)
    }
}
