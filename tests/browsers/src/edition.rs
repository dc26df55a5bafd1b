//! What is published: `dist/` as it is, or a later version of it.
//!
//! A later version differs in what a real one differs in: some files have other bytes, those named by their content have
//! other names, whoever names them follows, and the worker has another list.

use std::path::Path;
use xtask::build::site::{NAMED, Site};
use xtask::build::worker::{self, Worker};

/// A version of the site.
pub struct Edition {
    site: Site,
}

impl Edition {
    /// The one in `dist/`.
    pub(crate) fn of(dist: &Path) -> Self {
        Self { site: Site::read(dist).expect("a finished site") }
    }

    /// The file at `path`, in which `*` stands for whatever names it by its content.
    fn path(&self, path: &str) -> String {
        let (start, end) = path.split_once('*').unwrap_or((path, ""));
        let is = |found: &&str| found.starts_with(start) && found.ends_with(end);
        let found = self.site.files().map(|(found, _)| found).find(is);
        found.unwrap_or_else(|| panic!("no file is called {path}")).to_owned()
    }

    /// The same with `edit` done to the file at `path`.
    #[must_use]
    pub fn with(mut self, path: &str, edit: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Self {
        let path = self.path(path);
        let bytes = self.site.take(&path).unwrap_or_default();
        self.put(path, edit(bytes));
        self
    }

    /// The same with `to` for the text `from`, which is there, in the file at `path`.
    #[must_use]
    pub fn saying(self, path: &str, from: &str, to: &str) -> Self {
        self.with(path, |bytes| {
            let text = String::from_utf8(bytes).expect("a text");
            assert!(text.contains(from), "{path} does not say {from}");
            text.replace(from, to).into_bytes()
        })
    }

    /// The same below another path.
    #[must_use]
    pub fn below(mut self, base: &str) -> Self {
        let pages: Vec<_> = self
            .site
            .files()
            .map(|(path, _)| path.to_owned())
            .filter(|path| path.ends_with(".html"))
            .collect();
        for page in pages {
            self = self.saying(&page, "<base href=\"/\">", &format!("<base href=\"{base}\">"));
        }
        self
    }

    /// Puts changed bytes where `path` was; a file that is named by its content gets another name, and whoever names it
    /// is changed in turn.
    fn put(&mut self, path: String, bytes: Vec<u8>) {
        let name = path.strip_prefix(NAMED).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned);
        let Some(name) = name else { return self.site.add(path, bytes) };
        let (stem, ending) = name.rsplit_once('.').expect("a name with an ending");
        let plain = format!("{}.{ending}", &stem[..stem.len() - "-0123456789ab".len()]);
        let renamed = self.site.add_named(&plain, bytes);
        let renamed = renamed.rsplit('/').next().unwrap_or(&renamed);
        for (path, text) in self.naming(&name) {
            self.site.take(&path);
            self.put(path, text.replace(&name, renamed).into_bytes());
        }
    }

    /// The texts that name the file `name`.
    fn naming(&self, name: &str) -> Vec<(String, String)> {
        let texts = self.site.files().filter_map(|(path, bytes)| {
            let text = std::str::from_utf8(bytes).ok()?;
            text.contains(name).then(|| (path.to_owned(), text.to_owned()))
        });
        texts.filter(|(path, _)| path != worker::NAME).collect()
    }

    /// Publishes it in `folder`, in place of what is there.
    pub(crate) fn publish(self, worker: Worker, folder: &Path) {
        worker::publish(self.site, worker, folder).expect("a folder to publish in");
    }
}
