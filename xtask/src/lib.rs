//! The commands of this repository: `cargo xtask serve`, `test`, `build`, `dev` and `bench`.
//!
//! A command is a file of its own; below it are the things it is made of. From the words on the command line to the files
//! of the site:
//!
//! ```text
//! main → serve, test, dev, bench → build → program (cargo, cut, bindgen, binaryen)
//!                                    ├───→ screens                                      what stands in each page at first
//!                                    ├───→ style, critical, words, icons, page,
//!                                    │     scripts, worker                              each makes some files of the site
//!                                    └───→ site                                         names, compresses and writes them
//! ```
//!
//! It is a library too, so that a test can serve a finished site with the very [`server`] that people use.

pub mod arguments;
pub mod bench;
pub mod build;
pub mod critical;
pub mod cut;
pub mod dev;
pub mod engines;
pub mod failure;
pub mod figures;
pub mod fuzz;
pub mod hash;
pub mod headers;
pub mod host;
pub mod icons;
pub mod mime;
pub mod news;
pub mod page;
pub mod pictures;
pub mod place;
pub mod process;
pub mod program;
pub mod progress;
pub mod screens;
pub mod scripts;
pub mod serve;
pub mod server;
pub mod shorten;
pub mod site;
pub mod sketch;
pub mod stamp;
pub mod style;
pub mod tally;
pub mod template;
pub mod test;
pub mod tools;
pub mod wasm;
pub mod weight;
pub mod whereabouts;
pub mod words;
pub mod worker;
