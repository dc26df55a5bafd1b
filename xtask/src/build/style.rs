//! One style sheet from `style/`: tokens, base, layout, parts, pages, each folder or file its own cascade layer.
//! What the oldest supported browsers lack (nesting, above all) is lowered; the rest is only made smaller.

use std::fs;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::failure::{Doing, Failure, Outcome};
use crate::place;

/// The layers, from the one that gives way to the one that wins.
const LAYERS: [&str; 5] = ["tokens", "base", "layout", "parts", "pages"];

/// The whole style sheet of the site.
pub fn bundle() -> Outcome<String> {
    let mut sheet = format!("@layer {};\n", LAYERS.join(", "));
    for layer in LAYERS {
        let mut files = vec![place::at(&format!("style/{layer}.css"))];
        files.retain(|file| file.exists());
        files.extend(place::files_below(&place::at(&format!("style/{layer}")))?);
        for file in files {
            let text = fs::read_to_string(&file).doing(|| format!("read {}", file.display()))?;
            sheet.push_str(&in_layer(layer, &text));
        }
    }
    minify(&sheet)
}

/// The text inside its layer, unless it says `@layer` itself.
fn in_layer(layer: &str, text: &str) -> String {
    if text.contains("@layer") { format!("{text}\n") } else { format!("@layer {layer} {{\n{text}\n}}\n") }
}

/// Checks, lowers and shrinks a style sheet.
fn minify(text: &str) -> Outcome<String> {
    let wrong = |what: String| Failure::new(format!("the style sheet: {what}"));
    let mut sheet =
        StyleSheet::parse(text, ParserOptions::default()).map_err(|error| wrong(error.to_string()))?;
    let targets = Targets::from(oldest());
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| wrong(error.to_string()))?;
    let options = PrinterOptions { minify: true, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| wrong(error.to_string()))?.code)
}

/// The oldest browsers that the product promises to work in.
fn oldest() -> Browsers {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Browsers {
        safari: version(16, 4),
        ios_saf: version(16, 4),
        chrome: version(126, 0),
        edge: version(126, 0),
        firefox: version(128, 0),
        ..Browsers::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_layer_gets_its_folder() {
        assert_eq!(in_layer("parts", ".a{}"), "@layer parts {\n.a{}\n}\n");
        assert_eq!(in_layer("parts", "@layer parts { .a{} }"), "@layer parts { .a{} }\n");
    }

    #[test]
    fn nesting_is_lowered_for_the_oldest_browser() {
        assert_eq!(
            minify(".a { color: red; &:hover { color: #ff0000 } }").unwrap(),
            ".a{color:red}.a:hover{color:red}"
        );
    }

    #[test]
    fn a_mistake_is_said_with_its_place() {
        assert!(minify(".a { color: red; ").is_ok(), "CSS forgives an open brace at the end");
        assert!(minify("} .a { color: red }").unwrap_err().to_string().contains("style sheet"));
    }
}
