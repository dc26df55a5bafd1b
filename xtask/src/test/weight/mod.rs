//! What the finished site weighs: file by file in kinds, as plain, gzip and brotli, each kind of the first visit held against
//! its bar in `weight.toml`. It weighs the copies that a host would send, and knows a file's kind by its name alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::build::program::cut;
use crate::build::{scripts, site};
use crate::failure::{Doing, Failure, Outcome};
use crate::place;

mod stills;

/// What a file is to the browser, in the order of the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Page,
    Style,
    Program,
    Glue,
    Scripts,
    Words,
    Rest,
}

/// When a browser fetches it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum When {
    /// For the start page to be ready, or to set the worker to work.
    First,
    /// When the start page has nothing else to do: what other pages need.
    Later,
    /// The other pages, and what only an installed app shows: the worker brings them.
    Offline,
}

/// A number of bytes in the three ways in which a host may send them.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Weight {
    plain: usize,
    gzip: usize,
    brotli: usize,
}

/// One file of the site.
struct Part {
    name: String,
    kind: Kind,
    when: When,
    weight: Weight,
}

/// The most that each bar of `weight.toml` allows, in bytes of brotli.
type Bars = BTreeMap<String, usize>;

/// The bar for everything of the first visit together.
const FIRST_LOAD: &str = "first-load";

/// The bar for everything that comes later.
const LATER: &str = "later";

/// The bar for each large figure that stands in a page.
const STILL: &str = "still";

/// Prints the table for the site in `dist/` and fails when it is over a bar.
pub fn check() -> Outcome {
    let bars = read_bars(&place::read("weight.toml")?)?;
    let mut parts = parts_of(&place::dist())?;
    parts.sort_by(|a, b| (a.when, a.kind, b.weight.brotli).cmp(&(b.when, b.kind, a.weight.brotli)));
    let mut sums = sums(&parts);
    print(&parts, &bars);
    if let Some(still) = stills::heaviest(&place::dist())? {
        let most = bars.get(STILL).map(|most| format!("  of {most}")).unwrap_or_default();
        println!("      the heaviest figure in a page, alone: {}, {}{most}", still.name, still.weight.brotli);
        sums.insert(STILL.to_owned(), still.weight.brotli);
    }
    judge(&sums, &bars)
}

/// Every file of the site but the copies, weighed.
fn parts_of(folder: &Path) -> Outcome<Vec<Part>> {
    let mut parts = Vec::new();
    for path in place::files_below(folder)? {
        let name = place::name_below(folder, &path)?;
        if [".br", ".gz", ".png"].iter().any(|ending| name.ends_with(ending)) || name == "_headers" {
            continue;
        }
        let size = |ending: &str| {
            let copy = folder.join(format!("{name}{ending}"));
            let bytes = fs::metadata(&copy).doing(|| format!("weigh {name}{ending}"))?.len();
            usize::try_from(bytes).doing(|| format!("weigh {name}{ending}"))
        };
        let weight = Weight { plain: size("")?, gzip: size(".gz")?, brotli: size(".br")? };
        parts.push(Part { kind: Kind::of(&name), when: When::of(&name), weight, name });
    }
    Ok(parts)
}

impl Kind {
    const ALL: [Self; 7] =
        [Self::Page, Self::Style, Self::Program, Self::Glue, Self::Scripts, Self::Words, Self::Rest];

    fn of(name: &str) -> Self {
        match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => Self::Page,
            "css" => Self::Style,
            "wasm" => Self::Program,
            "js" if own_name(name).is_some_and(|own| own.starts_with("program-")) => Self::Glue,
            "js" => Self::Scripts,
            "txt" if own_name(name).is_some() => Self::Words,
            _ => Self::Rest,
        }
    }

    /// What its bar in `weight.toml` is called.
    fn bar(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Style => "style",
            Self::Program => "program",
            Self::Glue => "glue",
            Self::Scripts => "scripts",
            Self::Words => "words",
            Self::Rest => "rest",
        }
    }
}

impl When {
    fn of(name: &str) -> Self {
        let Some(own) = own_name(name) else {
            let first = ["index.html", "manifest.webmanifest", "sw.js"].contains(&name);
            return if first { Self::First } else { Self::Offline };
        };
        // Words beyond the first file have a middle name: `en.later-0123456789ab.txt`.
        let stem = own.split_once('-').map_or(own, |(stem, _)| stem);
        let more_words = Kind::of(name) == Kind::Words && stem.contains('.');
        let is_journal = scripts::JOURNAL.strip_suffix(".js") == Some(stem);
        if own.starts_with(cut::LATER) || more_words || is_journal { Self::Later } else { Self::First }
    }
}

/// The name of a file that is named by its content, without its folder.
fn own_name(name: &str) -> Option<&str> {
    name.strip_prefix(site::NAMED)?.strip_prefix('/')
}

impl std::iter::Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), |sum, weight| Self {
            plain: sum.plain + weight.plain,
            gzip: sum.gzip + weight.gzip,
            brotli: sum.brotli + weight.brotli,
        })
    }
}

fn sum(parts: &[Part], wanted: impl Fn(&Part) -> bool) -> Weight {
    parts.iter().filter(|part| wanted(part)).map(|part| part.weight).sum()
}

/// What stands against each bar.
fn sums(parts: &[Part]) -> Bars {
    let first = |kind| sum(parts, |part| part.when == When::First && part.kind == kind).brotli;
    let mut sums: Bars = Kind::ALL.into_iter().map(|kind| (kind.bar().to_owned(), first(kind))).collect();
    sums.insert(FIRST_LOAD.to_owned(), sum(parts, |part| part.when == When::First).brotli);
    sums.insert(LATER.to_owned(), sum(parts, |part| part.when == When::Later).brotli);
    sums
}

fn print(parts: &[Part], bars: &Bars) {
    let most = |bar: &str| bars.get(bar).map(|most| format!("  of {most}")).unwrap_or_default();
    println!("      {:<38}{:>9}{:>9}{:>9}", "the first visit to /, in bytes", "plain", "gzip", "brotli");
    for kind in Kind::ALL {
        let of_kind = |part: &&Part| part.when == When::First && part.kind == kind;
        parts.iter().filter(of_kind).for_each(|part| line(&part.name, part.weight, ""));
        line(&format!("= {}", kind.bar()), sum(parts, |part| of_kind(&part)), &most(kind.bar()));
    }
    line("== first visit", sum(parts, |part| part.when == When::First), &most(FIRST_LOAD));
    println!("      later, once the start is idle");
    parts.iter().filter(|part| part.when == When::Later).for_each(|part| line(&part.name, part.weight, ""));
    line("== later", sum(parts, |part| part.when == When::Later), &most(LATER));
    println!("      offline, brought by the worker; without pictures");
    let heaviest = parts.iter().filter(|part| part.when == When::Offline);
    heaviest.max_by_key(|part| part.weight.brotli).into_iter().for_each(|part| {
        line(&format!("{}, the heaviest", part.name), part.weight, "");
    });
    line("== offline", sum(parts, |part| part.when == When::Offline), "");
    line("=== the site", sum(parts, |_| true), "");
}

fn line(name: &str, weight: Weight, most: &str) {
    println!("      {name:<38}{:>9}{:>9}{:>9}{most}", weight.plain, weight.gzip, weight.brotli);
}

fn judge(sums: &Bars, bars: &Bars) -> Outcome {
    if sums.get(Kind::Program.bar()).is_none_or(|program| *program == 0) {
        return Err(Failure::new("there is no program in dist/: build first"));
    }
    let over: Vec<_> = bars
        .iter()
        .filter_map(|(bar, most)| match sums.get(bar) {
            None => Some(format!("weight.toml bars `{bar}`, which nothing is")),
            Some(weight) if weight > most => {
                let more = weight - most;
                Some(format!("{bar} weighs {weight} bytes, {more} more than weight.toml allows"))
            }
            Some(_) => None,
        })
        .chain(
            sums.keys()
                .filter(|sum| !bars.contains_key(*sum))
                .map(|sum| format!("weight.toml has no `{sum}`")),
        )
        .collect();
    if over.is_empty() { Ok(()) } else { Err(Failure::new(over.join("; "))) }
}

/// The lines `name = number`; what follows `#` is a remark.
fn read_bars(text: &str) -> Outcome<Bars> {
    let lines = text.lines().map(|line| line.split_once('#').map_or(line, |(line, _)| line).trim());
    let read = |line: &str| {
        let (name, number) = line.split_once('=')?;
        Some((name.trim().to_owned(), number.trim().parse().ok()?))
    };
    lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            read(line).ok_or_else(|| Failure::new(format!("weight.toml: `{line}` is not `name = number`")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, brotli: usize) -> Part {
        let weight = Weight { plain: brotli * 3, gzip: brotli + 9, brotli };
        Part { name: name.into(), kind: Kind::of(name), when: When::of(name), weight }
    }

    #[test]
    fn bars_are_read_and_what_is_none_is_named() {
        let bars = read_bars("# a remark\nfirst-load = 200\n\nprogram = 100 # another\n").unwrap();
        assert_eq!(bars, [("first-load".to_owned(), 200), ("program".to_owned(), 100)].into());
        assert_eq!(
            read_bars("program: 1").unwrap_err().to_string(),
            "weight.toml: `program: 1` is not `name = number`"
        );
    }

    #[test]
    fn one_byte_too_many_is_told() {
        let parts =
            [part("assets/program-0.wasm", 100), part("index.html", 50), part("assets/pages-a-0.wasm", 9)];
        let mut bars = sums(&parts);
        assert_eq!((bars["program"], bars["page"], bars["first-load"], bars["later"]), (100, 50, 150, 9));
        assert!(judge(&sums(&parts), &bars).is_ok());
        bars.insert("program".to_owned(), 99);
        assert_eq!(
            judge(&sums(&parts), &bars).unwrap_err().to_string(),
            "program weighs 100 bytes, 1 more than weight.toml allows"
        );
    }

    #[test]
    fn a_bar_too_few_or_too_many_is_told() {
        let parts = [part("assets/program-0.wasm", 100)];
        let mut bars = sums(&parts);
        bars.remove("glue");
        bars.insert("glew".to_owned(), 1);
        assert_eq!(
            judge(&sums(&parts), &bars).unwrap_err().to_string(),
            "weight.toml bars `glew`, which nothing is; weight.toml has no `glue`"
        );
    }

    #[test]
    fn a_file_is_known_by_its_name() {
        let of = |name: &str| (Kind::of(name), When::of(name));
        assert_eq!(of("index.html"), (Kind::Page, When::First));
        assert_eq!(of("help/index.html"), (Kind::Page, When::Offline));
        assert_eq!(of("assets/style-1.css"), (Kind::Style, When::First));
        assert_eq!(of("assets/program-1.js"), (Kind::Glue, When::First));
        assert_eq!(of("assets/boot-1.js"), (Kind::Scripts, When::First));
        assert_eq!(of("assets/journal-1.js"), (Kind::Scripts, When::Later));
        assert_eq!(of("sw.js"), (Kind::Scripts, When::First));
        assert_eq!(of("assets/pages-session-1.wasm"), (Kind::Program, When::Later));
        assert_eq!(of("assets/en-1.txt"), (Kind::Words, When::First));
        assert_eq!(of("assets/en.later-1.txt"), (Kind::Words, When::Later));
        assert_eq!(of("robots.txt"), (Kind::Rest, When::Offline));
    }
}
