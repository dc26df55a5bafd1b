//! What of the style sheet a page's first screen needs: it stands in the page itself, so that nothing has to be fetched
//! before something is seen. The whole sheet comes beside it and must be there before the program is.
//!
//! Decides: what is left out. A rule for something that is in no first screen, and what only a pointer, paper or a motion
//! asks for. One text for all pages, so that the policy has to allow one hash.

use std::collections::BTreeSet;

use lightningcss::printer::PrinterOptions;
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::traits::ToCss as _;

use crate::failure::{Failure, Outcome};

/// What of `sheet` the first screens in `pages` need.
pub fn of<'a>(sheet: &str, pages: impl Iterator<Item = &'a str>) -> Outcome<String> {
    let used: BTreeSet<&str> = pages.flat_map(classes).collect();
    let wrong = |what: String| Failure::new(format!("the style sheet: {what}"));
    let mut sheet =
        StyleSheet::parse(sheet, ParserOptions::default()).map_err(|error| wrong(error.to_string()))?;
    keep(&mut sheet.rules, &used);
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| wrong(error.to_string()))?.code)
}

/// The classes in a page.
fn classes(page: &str) -> impl Iterator<Item = &str> {
    let lists = page.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    lists.flat_map(str::split_whitespace)
}

/// Leaves out of `rules` what nothing with these classes needs.
fn keep(rules: &mut CssRuleList<'_>, used: &BTreeSet<&str>) {
    rules.0.retain_mut(|rule| match rule {
        CssRule::Style(rule) => {
            rule.selectors.0.retain(|selector| {
                selector.to_css_string(PrinterOptions::default()).is_ok_and(|text| is_needed(&text, used))
            });
            !rule.selectors.0.is_empty()
        }
        CssRule::LayerBlock(rule) => kept(&mut rule.rules, used),
        CssRule::Supports(rule) => kept(&mut rule.rules, used),
        CssRule::Container(rule) => kept(&mut rule.rules, used),
        CssRule::Media(rule) => {
            let query = rule.query.to_css_string(PrinterOptions::default()).unwrap_or_default();
            !query.contains("print") && kept(&mut rule.rules, used)
        }
        CssRule::Keyframes(_) => false,
        _ => true,
    });
}

fn kept(rules: &mut CssRuleList<'_>, used: &BTreeSet<&str>) -> bool {
    keep(rules, used);
    !rules.0.is_empty()
}

/// Whether something in a first screen may be what this selector means.
fn is_needed(selector: &str, used: &BTreeSet<&str>) -> bool {
    let later = [":hover", ":active", ":disabled", "::backdrop", "[open]"];
    if later.iter().any(|state| selector.contains(state)) {
        return false;
    }
    let plain = without_choices(selector);
    let mut classes = plain.split('.').skip(1).map(|rest| {
        let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        rest.split_at(end.unwrap_or(rest.len())).0
    });
    classes.all(|class| used.contains(class))
}

/// Without what stands in `:is(…)`, `:where(…)` and `:not(…)`, where one of several may be there.
fn without_choices(selector: &str) -> String {
    let mut out = String::new();
    let mut closed_at = Vec::new();
    let mut hidden = 0;
    for letter in selector.chars() {
        match letter {
            '(' => {
                let hides = [":is", ":where", ":not"].iter().any(|choice| out.ends_with(choice));
                closed_at.push(hides);
                hidden += usize::from(hides);
            }
            ')' => hidden -= usize::from(closed_at.pop().unwrap_or(false)),
            letter if hidden == 0 => out.push(letter),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sheet: &str) -> String {
        of(sheet, [r#"<p class="card quiet"><b class="tag">"#].into_iter()).unwrap()
    }

    #[test]
    fn what_is_in_no_first_screen_is_left_out() {
        assert_eq!(check(".card{top:0}.toast{top:0}.card .toast{top:0}p{top:0}"), ".card{top:0}p{top:0}");
        assert_eq!(check(".card,.toast{top:0}"), ".card{top:0}");
        assert_eq!(check(".card:has(.toast){top:0}.card:has(.tag){top:0}"), ".card:has(.tag){top:0}");
        assert_eq!(check(".card:not(.toast){top:0}"), ".card:not(.toast){top:0}");
    }

    #[test]
    fn layers_and_conditions_stay_around_what_is_kept() {
        let sheet = "@layer a,b;@layer a{.card{top:0}.toast{top:0}}@layer b{.toast{top:0}}\
                     @media (width>=40em){.tag{top:0}}@media print{.tag{top:0}}";
        assert_eq!(check(sheet), "@layer a,b;@layer a{.card{top:0}}@media (width>=40em){.tag{top:0}}");
    }

    #[test]
    fn what_waits_for_a_pointer_comes_with_the_whole_sheet() {
        assert_eq!(check(".card:hover{top:0}.card:focus-visible{top:0}"), ".card:focus-visible{top:0}");
    }
}
