//! The commands of this repository: `cargo xtask serve`, `test`, `build`, `dev` and `bench`.
//!
//! A command is a folder or a file of its own, with what it alone is made of; what several ask for stands beside them. From
//! the words on the command line to the files of the site:
//!
//! ```text
//! main → serve, test, dev, bench → build → program (cargo, cut, bindgen, binaryen)
//!                                    ├───→ screens                                      what stands in each page at first
//!                                    ├───→ style, critical, words, pictures, page,
//!                                    │     scripts, worker                              each makes some files of the site
//!                                    └───→ site                                         names, compresses and writes them
//! ```
//!
//! It is a library too, so that a test can serve a finished site with the very [`serve::server`] that people use.

pub mod arguments;
pub mod bench;
pub mod build;
pub mod dev;
pub mod engines;
pub mod failure;
pub mod figures;
pub mod fuzz;
pub mod place;
pub mod process;
pub mod progress;
pub mod serve;
pub mod test;
pub mod tools;
