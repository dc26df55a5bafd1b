//! `cargo xtask <command>`: reads the command line and hands over.

use std::path::PathBuf;
use std::process::ExitCode;

use xtask::arguments::Arguments;
use xtask::build;
use xtask::build::whereabouts::Where;
use xtask::build::worker::Worker;
use xtask::failure::{Failure, Outcome};
use xtask::{bench, dev, figures, fuzz, serve, test};

const HELP: &str = "\
The commands of this repository:

  cargo xtask serve   build the site if anything changed, and serve it on http://localhost:8080
      --port 8080             another port; 0 for any free one
      --public-url /name/     below a path, as some hosts serve it
      --dist DIR --no-build   serve a finished site as it is
  cargo xtask build   write the site to dist/, for any static host
      --public-url /name/     the path below which it will live
      --origin https://…      where it will live, for canonical addresses
      --kill-switch           with a worker that takes back every visitor's (docs/updates.md)
  cargo xtask dev     the unoptimised site on http://localhost:8080, following your changes
      --port 8080             another port
  cargo xtask test    everything that must hold; with names, only these parts:
                      PARTS
  cargo xtask bench lighthouse   how soon the pages are there for a phone on a slow network
  cargo xtask bench start        how soon the kept site is there, and a session
  cargo xtask bench memory       what fifty years of sessions cost, beside one JSON text
  cargo xtask bench figure       what a moving figure costs, beside the same page at rest
  cargo xtask bench links        how long the links of routines are, beside the same as compressed JSON
  cargo xtask bench timer        how exactly the cues of a session are heard, in all three engines
      --quick                 in twenty minutes instead of more than an hour
      --only firefox,hidden   of the engines and conditions only these
      --dist DIR --no-build   of a finished site as it is
  cargo xtask figures   every pose of the figure on one page, .build/figures/index.html (docs/poses.md)
  cargo xtask fuzz 10000000      harmed stored lines, none of which may panic a reader
  cargo xtask fuzz texts 100000   texts of routines, as long as may be read
  cargo xtask fuzz wishes 100000  routines made to measure, for wishes as nobody has them
      --seed 1                other lines
";

fn main() -> ExitCode {
    match command(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn command(mut words: impl Iterator<Item = String>) -> Outcome {
    let name = words.next().unwrap_or_default();
    let mut arguments = Arguments::new(words);
    match name.as_str() {
        "build" => {
            let place = place(&mut arguments)?;
            let worker = if arguments.flag("--kill-switch") { Worker::Stops } else { Worker::Keeps };
            arguments.end()?;
            build::run(&place, worker)
        }
        "serve" => {
            let asked = serve_asked(&mut arguments)?;
            arguments.end()?;
            serve::run(&asked)
        }
        "dev" => {
            let port = port(&mut arguments)?;
            arguments.end()?;
            dev::run(port)
        }
        "test" => {
            let parts = arguments.plain();
            arguments.end()?;
            test::run(&parts)
        }
        "bench" => {
            let finished = finished(&mut arguments)?;
            let asked =
                bench::Asked { is_quick: arguments.flag("--quick"), only: arguments.value("--only")? };
            let name = arguments.plain().join(" ");
            arguments.end()?;
            bench::run(&name, finished, &asked)
        }
        "figures" => {
            arguments.end()?;
            figures::run()
        }
        "fuzz" => {
            let seed = arguments.value("--seed")?;
            let is_here = arguments.flag("--here");
            let mut plain = arguments.plain();
            arguments.end()?;
            let what = plain.first().and_then(|name| fuzz::What::named(name));
            if what.is_some() {
                plain.remove(0);
            }
            let run = if is_here { fuzz::run_here } else { fuzz::run };
            run(what.unwrap_or(fuzz::What::Lines), number(plain.pop(), fuzz::USUAL)?, number(seed, 1)?)
        }
        "" | "help" | "--help" | "-h" => {
            print!("{}", help());
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command `{other}`\n\n{}", help()))),
    }
}

fn place(arguments: &mut Arguments) -> Outcome<Where> {
    let (base, origin) = (arguments.value("--public-url")?, arguments.value("--origin")?);
    Where::new(base.as_deref(), origin.as_deref())
}

fn serve_asked(arguments: &mut Arguments) -> Outcome<serve::Asked> {
    let port = port(arguments)?;
    let finished = finished(arguments)?;
    Ok(serve::Asked { port, place: place(arguments)?, finished })
}

/// The finished site that is to be taken as it is, if one is.
fn finished(arguments: &mut Arguments) -> Outcome<Option<PathBuf>> {
    let folder = arguments.value("--dist")?.map_or_else(xtask::place::dist, PathBuf::from);
    Ok(arguments.flag("--no-build").then_some(folder))
}

fn port(arguments: &mut Arguments) -> Outcome<u16> {
    let wrong = |text: &str| Failure::new(format!("--port {text}: a number from 0 to 65535 is wanted"));
    let asked = arguments.value("--port")?;
    asked.map_or(Ok(8080), |text| text.parse().map_err(|_| wrong(&text)))
}

/// The number that was asked for, or the usual one.
fn number(asked: Option<String>, usual: u64) -> Outcome<u64> {
    let wrong = |text: &str| Failure::new(format!("`{text}`: a number is wanted"));
    asked.map_or(Ok(usual), |text| text.replace(['_', ','], "").parse().map_err(|_| wrong(&text)))
}

fn help() -> String {
    HELP.replace("PARTS", &test::names().join(", "))
}
