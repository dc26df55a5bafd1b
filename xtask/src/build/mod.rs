//! `build`: everything that a static host needs, in `dist/`.
//!
//! The order matters: what is named by its content comes before whatever names it, and the worker, which lists all of it,
//! comes last.

pub mod critical;
pub mod hash;
pub mod headers;
pub mod news;
pub mod page;
pub mod pictures;
pub mod program;
pub mod screens;
pub mod scripts;
pub mod site;
pub mod stamp;
pub mod style;
pub mod template;
pub mod whereabouts;
pub mod words;
pub mod worker;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::failure::{Doing, Outcome};
use crate::progress::Progress;
use crate::{place, tools};
use page::{Page, Parts};
use pictures::Subject;
use pictures::icons::{self, Ground};
use program::{Flavour, Program};
use screens::Screens;
use site::{Copies, Site};
use whereabouts::Where;
use words::Words;
use worker::Worker;

/// The command: installs what is missing, compiles, and writes `dist/`, with this worker.
pub fn run(place: &Where, worker: Worker) -> Outcome {
    let mut progress = Progress::of(STEPS);
    steps(&mut progress, place)?;
    println!("dist/ is ready for {}", place.origin.as_deref().unwrap_or("any static host"));
    if worker == Worker::Stops {
        worker::replace(&place::dist(), worker)?;
        stamp::forget()?;
        println!("its {} takes back the worker of every visitor (docs/updates.md)", worker::NAME);
    }
    Ok(())
}

/// How many steps a release build has.
pub const STEPS: usize = 5;

/// The steps of a release build, for the commands that begin with one.
pub fn steps(progress: &mut Progress, place: &Where) -> Outcome {
    // Read before the work: what is changed meanwhile is not in this build.
    let sources = stamp::of_sources(place)?;
    progress.step("look for what the build needs", tools::ensure)?;
    let compiling = screens::compile()?;
    let raw = progress.step("compile the program", || program::compile(Flavour::Release))?;
    let program = progress.step("bind and shrink it", || program::finish(&raw, Flavour::Release))?;
    let renderer =
        progress.step("compile what renders the first screens", || screens::renderer(compiling))?;
    progress.step("write the site", || {
        let screens = screens::render(&renderer)?;
        let site = assemble(&program, &screens, place, &Worker::Keeps.text()?)?;
        site.write(&place::dist(), Copies::Compressed)?;
        stamp::remember(&sources)
    })
}

/// Puts the site together in memory. `worker` is the text of the service worker.
pub fn assemble(program: &Program, screens: &Screens, place: &Where, worker: &str) -> Outcome<Site> {
    let words = Words::of("en.txt")?;
    let mut site = Site::default();
    let parts = parts(&mut site, program, screens)?;
    let pages = page::all(&words)?;
    page::distinct(&pages)?;
    let shared = shared_pictures(&mut site, &pages, place)?;
    for page in &pages {
        let picture = shared.get(&Subject::of(page)).map(String::as_str);
        site.add(page.file(), page::html(page, screens.of(&page.file()), picture, &parts, place, &words)?);
    }
    let missing = page::missing(&words)?;
    site.add("404.html", page::html(&missing, screens.of("404.html"), None, &parts, place, &words)?);
    if let Some(map) = page::sitemap(&pages, place) {
        site.add("sitemap.xml", map);
    }
    let manifest = manifest(&mut site, place, &words)?;
    site.add("manifest.webmanifest", manifest);
    site.add("_headers", headers::file(&place.base, &parts.inline));
    site.add(news::NAME, news::text()?);
    copy_public(&mut site)?;
    let script = worker::script(worker, &site)?;
    site.add(worker::NAME, script);
    Ok(site)
}

/// Adds the pictures that shared links show, where the site knows its address: no other is of use to who shows them.
fn shared_pictures(site: &mut Site, pages: &[Page], place: &Where) -> Outcome<BTreeMap<Subject, String>> {
    let subjects: BTreeSet<_> = match place.origin {
        Some(_) => pages.iter().map(Subject::of).collect(),
        None => BTreeSet::new(),
    };
    let drawn = pictures::draw_all(subjects.into_iter().collect())?;
    Ok(drawn.into_iter().map(|(subject, png)| (subject, site.add_named(&subject.name(), png))).collect())
}

/// Adds the files that every page needs, each named by its content.
fn parts(site: &mut Site, program: &Program, screens: &Screens) -> Outcome<Parts> {
    let sheet = style::bundle()?;
    let critical = critical::of(&sheet, screens.all())?;
    let style = site.add_named("style.css", sheet);
    let later: Vec<_> = program
        .later
        .iter()
        .map(|part| (&part.name, site.add_named(&part.name, part.wasm.clone())))
        .collect();
    let file = |name: &str| later.iter().find(|(part, _)| *part == name).map(|(_, path)| beside(path));
    let glue = template::fill(&program.glue, |name| {
        let piece = || program.pieces.iter().find(|(piece, _)| piece == name).map(|(_, place)| place.clone());
        Ok(file(name).or_else(piece))
    })?;
    let glue = site.add_named("program.js", glue);
    let wasm = site.add_named("program.wasm", program.wasm.clone());
    let (first_words, more_words) = words::in_two()?;
    let words = site.add_named("en.txt", first_words);
    let more = site.add_named("en.later.txt", more_words);
    let journal = site.add_named(scripts::JOURNAL, scripts::packed("public/journal.js")?);
    let boot = template::fill(&scripts::packed("public/boot.js")?, |name| {
        let path = match name {
            "journal" => &journal,
            "glue" => &glue,
            "program" => &wasm,
            "words" => &words,
            "later" => &more,
            "style" => &style,
            // Parts of the program, by the names that the glue has for them.
            part => return Ok(file(part)),
        };
        Ok(Some(beside(path)))
    })?;
    Ok(Parts {
        style,
        inline: vec![hash::in_policy(&critical)],
        critical,
        boot: site.add_named("boot.js", boot),
        favicon: icons::in_address(),
        touch_icon: site.add_named("touch-180.png", icons::png(180, Ground::Full)?),
    })
}

/// How a script that lies among the named files names another of them: without the folder.
fn beside(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

/// What makes the site installable.
fn manifest(site: &mut Site, place: &Where, words: &Words) -> Outcome<String> {
    template::fill(&place::read("public/manifest.webmanifest")?, |name| {
        Ok(Some(match name {
            "base" => place.base.clone(),
            "icon-192.png" => site.add_named(name, icons::png(192, Ground::Tile)?),
            "icon-512.png" => site.add_named(name, icons::png(512, Ground::Tile)?),
            "maskable-512.png" => site.add_named(name, icons::png(512, Ground::Full)?),
            "monochrome-512.png" => site.add_named(name, icons::png(512, Ground::None)?),
            key => words.text(key)?.replace('"', "\\\""),
        }))
    })
}

/// Adds the files of `public/` that the build has nothing to fill in.
fn copy_public(site: &mut Site) -> Outcome {
    let filled = ["boot.js", "journal.js", "sw.js", "sw.stop.js", "manifest.webmanifest"];
    let folder = place::at("public");
    for path in place::files_below(&folder)? {
        let name = place::name_below(&folder, &path)?;
        if !filled.contains(&name.as_str()) && !name.starts_with("boot/") {
            site.add(name, read_bytes(&path)?);
        }
    }
    Ok(())
}

fn read_bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).doing(|| format!("read {}", path.display()))
}
