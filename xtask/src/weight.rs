//! What the first visit weighs, part by part, held against the budget in `weight.toml`; and, for information, what of the
//! program comes later.

use std::fs;

use crate::failure::{Doing, Failure, Outcome};
use crate::{cut, place, site};

/// One file of the first visit.
struct Part {
    name: String,
    plain: usize,
    brotli: usize,
    gzip: usize,
}

/// What may weigh how much, in bytes of brotli.
#[derive(PartialEq, Eq, Debug)]
struct Budget {
    first_load: usize,
    program: usize,
}

/// Prints the table for the site in `dist/` and fails when it is over its budget.
pub fn check() -> Outcome {
    let budget = Budget::read(&place::read("weight.toml")?)?;
    let (mut parts, mut later) = (Vec::new(), Vec::new());
    for path in place::files_below(&place::dist())? {
        let name = place::name_below(&place::dist(), &path)?;
        let comes_later = comes_later(&name);
        if comes_later || is_of_the_first_visit(&name) {
            let bytes = fs::read(&path).doing(|| format!("read {name}"))?;
            let (brotli, gzip) = (site::brotli(&bytes)?.len(), site::gzip(&bytes)?.len());
            let part = Part { name, plain: bytes.len(), brotli, gzip };
            if comes_later { later.push(part) } else { parts.push(part) }
        }
    }
    print("first visit to /, in bytes", &mut parts, &format!("  of {}", budget.first_load));
    print("later, once the start is idle", &mut later, "");
    println!("      {:<52}{:>9}  of {}", "the program of the first visit", program(&parts), budget.program);
    judge(&parts, &budget)
}

/// Whether this is a part of the program, or the words, that only other pages need: fetched when the start is idle.
fn comes_later(name: &str) -> bool {
    let ours = |what: &str, ending: &str| {
        name.starts_with(&[site::NAMED, "/", what].concat()) && name.ends_with(ending)
    };
    ours(cut::LATER, ".wasm") || ours("en.moves-", ".txt")
}

/// Whether the start page, what it names or what the worker adds at once brings this file.
/// Other pages come later, one small file each; icons for home screens only when somebody installs.
fn is_of_the_first_visit(name: &str) -> bool {
    let single = ["index.html", "manifest.webmanifest", "sw.js"];
    let copy = [".br", ".gz", ".png"];
    let named = name.starts_with(site::NAMED) && !copy.iter().any(|ending| name.ends_with(ending));
    (named && !comes_later(name)) || single.contains(&name)
}

fn print(heading: &str, parts: &mut [Part], budget: &str) {
    parts.sort_by_key(|part| std::cmp::Reverse(part.brotli));
    println!("      {heading:<34}{:>9}{:>9}{:>9}", "plain", "gzip", "brotli");
    for part in parts.iter() {
        println!("      {:<34}{:>9}{:>9}{:>9}", part.name, part.plain, part.gzip, part.brotli);
    }
    let sum = |of: fn(&Part) -> usize| parts.iter().map(of).sum::<usize>();
    let (plain, gzip, brotli) = (sum(|part| part.plain), sum(|part| part.gzip), sum(|part| part.brotli));
    println!("      {:<34}{plain:>9}{gzip:>9}{brotli:>9}{budget}", "in all");
}

fn program(parts: &[Part]) -> usize {
    parts.iter().filter(|part| part.name.ends_with(".wasm")).map(|part| part.brotli).sum()
}

fn judge(parts: &[Part], budget: &Budget) -> Outcome {
    let all: usize = parts.iter().map(|part| part.brotli).sum();
    let over = |what: &str, weight: usize, most: usize| {
        Err(Failure::new(format!(
            "{what} weighs {weight} bytes, {} more than weight.toml allows",
            weight - most
        )))
    };
    if program(parts) == 0 {
        return Err(Failure::new("there is no program in dist/: build first"));
    }
    if all > budget.first_load {
        return over("the first visit", all, budget.first_load);
    }
    if program(parts) > budget.program {
        return over("the program", program(parts), budget.program);
    }
    Ok(())
}

impl Budget {
    fn read(text: &str) -> Outcome<Self> {
        let number = |key: &str| {
            let lines = text.lines().filter_map(|line| line.split_once('='));
            let value =
                lines.filter(|(name, _)| name.trim() == key).map(|(_, value)| value.trim()).next_back();
            value
                .and_then(|value| value.parse().ok())
                .ok_or_else(|| Failure::new(format!("weight.toml has no `{key}`")))
        };
        Ok(Self { first_load: number("first-load")?, program: number("program")? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str, brotli: usize) -> Part {
        Part { name: name.into(), plain: brotli * 3, brotli, gzip: brotli + 9 }
    }

    #[test]
    fn a_budget_is_read_and_what_it_lacks_is_named() {
        let text = "# a remark\nfirst-load = 200\nprogram = 100\n";
        assert_eq!(Budget::read(text).unwrap(), Budget { first_load: 200, program: 100 });
        assert_eq!(Budget::read("program = 1").unwrap_err().to_string(), "weight.toml has no `first-load`");
    }

    #[test]
    fn one_byte_too_many_is_told() {
        let budget = Budget { first_load: 200, program: 100 };
        let check = |program: usize, rest: usize| {
            let parts = [part("assets/program-0.wasm", program), part("index.html", rest)];
            judge(&parts, &budget).map_err(|failure| failure.to_string())
        };
        assert_eq!(check(100, 100), Ok(()));
        assert_eq!(
            check(101, 0).unwrap_err(),
            "the program weighs 101 bytes, 1 more than weight.toml allows"
        );
        assert_eq!(
            check(100, 101).unwrap_err(),
            "the first visit weighs 201 bytes, 1 more than weight.toml allows"
        );
    }

    #[test]
    fn the_first_visit_has_neither_copies_nor_other_pages() {
        let names = [
            "index.html",
            "assets/a-1.css",
            "assets/a-1.css.br",
            "help/index.html",
            "assets/i-1.png",
            "assets/pages-session-1.wasm",
            "assets/en.moves-1.txt",
            "sw.js",
        ];
        let found: Vec<_> = names.into_iter().filter(|name| is_of_the_first_visit(name)).collect();
        assert_eq!(found, ["index.html", "assets/a-1.css", "sw.js"]);
    }
}
