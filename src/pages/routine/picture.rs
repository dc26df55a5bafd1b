//! A routine as one picture: to be sent where a link means nothing.
//!
//! Decides: what is on it and where: the name, the length, the first moves with their figures and doses, the dial. Always by day.
//! Deliberately does not know how it becomes points. *Invariant:* whatever a name holds, it is only ever text.

use core::fmt::Write as _;

use domain::balance::Work;
use domain::catalogue::ExerciseId;
use domain::routine::Routine;
use leptos::prelude::*;

use crate::ports::{Ports, use_ports};
use crate::store::{Store, use_store};
use crate::ui::{Button, Glyph, dial_by_day, portrait, sitter, soon};
use crate::words::{RoutineLine, Words, use_words};

/// How wide it is, in points.
const WIDTH: u32 = 1080;
/// From its edge to what is on it.
const MARGIN: u32 = 72;
/// The height of a move.
const ROW: u32 = 150;
/// The side of its figure.
const FIGURE: u32 = 140;
/// More moves than this are counted, and not drawn.
const MOST: usize = 8;
/// The side of the dial.
const DIAL: u32 = 300;
/// How many letters a line of the title has, and how many a move's name and dose have together.
const TITLE: usize = 24;
const LINE: usize = 40;

/// As behind a portrait.
const GROUND: &str = "#f7f3ec";
const INK: &str = "#1f2a44";
const SOFT: &str = "#5a6475";
const RULE: &str = "#e6dfd1";

/// A button that makes the picture, and the picture.
#[component]
pub(super) fn Picture(
    /// What is on it.
    plan: Routine,
) -> impl IntoView {
    let (words, ports, store) = (use_words(), use_ports(), use_store());
    let plan = StoredValue::new(plan);
    // Its address; empty while it is being made.
    let made = RwSignal::new(None::<String>);
    let failed = RwSignal::new(false);
    let make = move || {
        made.set(Some(String::new()));
        failed.set(false);
        soon(async move {
            ports.fit_out().await;
            let (svg, height) = drawn(plan.get_value(), words, ports, store).await;
            let done = move |address: Option<String>| {
                failed.try_set(address.is_none());
                made.try_set(address);
            };
            ports.hands().picture(&name(words, plan), &svg, (WIDTH, height), Box::new(done));
        });
    };
    let shown = move || {
        made.get().filter(|address| !address.is_empty()).map(|address| {
            let pass_on = ports.hands().takes_pictures().then(|| {
                let share = move || ports.hands().pass_on();
                view! { <Button small=true glyph=Glyph::Share on_press=share>{words.text("routine.send")}</Button> }
            });
            view! {
                <figure class="routine-picture">
                    <img src=address.clone() alt=words.text("picture.label") width=WIDTH.to_string() />
                    <figcaption class="row">
                        {pass_on}
                        <a class="button" data-small="" href=address download=name(words, plan)>
                            {words.text("picture.save")}
                        </a>
                    </figcaption>
                </figure>
            }
        })
    };
    view! {
        <Button small=true on_press=make>{words.text("picture.make")}</Button>
        <p class="routine-said" role="status">{move || failed.get().then(|| words.text("picture.failed"))}</p>
        {shown}
    }
}

/// What its file is called.
fn name(words: Words, plan: StoredValue<Routine>) -> String {
    [&plan.with_value(|plan| words.title_of(plan)), ".png"].concat()
}

/// The picture as a drawing, and how high it is.
async fn drawn(plan: Routine, words: Words, ports: Ports, store: Store) -> (String, u32) {
    let lines: Vec<RoutineLine> = words.lines_of(&plan).into_iter().flat_map(|group| group.lines).collect();
    let mut figures = Vec::new();
    for line in lines.iter().take(MOST) {
        figures.push(match line.figure {
            Some(exercise) => figure(store, exercise).await,
            None => String::new(),
        });
    }
    let work = Work::of_routine(&plan);
    let says = Says {
        title: words.title_of(&plan),
        length: words.summary_of(&plan),
        more: lines.len().checked_sub(MOST + 1).map(|more| words.count("picture.more", more as u64 + 1, &[])),
        balance: words.balance_of(&work),
        // Where it is from, as people write it.
        site: ports
            .page()
            .address("")
            .split("//")
            .last()
            .unwrap_or_default()
            .trim_end_matches('/')
            .to_owned(),
    };
    compose(&says, &lines, &figures, &work)
}

async fn figure(store: Store, exercise: ExerciseId) -> String {
    let (person, looks) = store.settings().with_untracked(|settings| sitter(settings, exercise));
    portrait(exercise, person, looks).await.unwrap_or_default()
}

/// The words on it that are not a move's.
struct Says {
    title: String,
    length: String,
    more: Option<String>,
    balance: String,
    site: String,
}

fn compose(says: &Says, lines: &[RoutineLine], figures: &[String], work: &Work) -> (String, u32) {
    let mut out = String::new();
    let mut y = MARGIN;
    for part in broken(&says.title, TITLE) {
        y += 68;
        text(&mut out, (MARGIN, y), 64, INK, "start", &part);
    }
    y += 56;
    text(&mut out, (MARGIN, y), 36, SOFT, "start", &says.length);
    y += 40;
    for (line, figure) in lines.iter().zip(figures) {
        let _ =
            write!(out, r#"<path stroke="{RULE}" stroke-width="2" d="M{MARGIN} {y}H{}"/>"#, WIDTH - MARGIN);
        // A portrait is square and stands alone: put into its place, it keeps its own measure.
        let inside = figure.replacen(
            "<svg ",
            &format!(r#"<svg x="{MARGIN}" y="{}" viewBox="0 0 512 512" "#, y + 5),
            1,
        );
        let inside = inside.replacen(
            r#"width="512" height="512""#,
            &format!(r#"width="{FIGURE}" height="{FIGURE}""#),
            1,
        );
        out.push_str(&inside);
        let room = LINE.saturating_sub(line.dose.chars().count()).max(12);
        let parts = broken(&line.name, room);
        let first = if parts.len() > 1 { 66 } else { 86 };
        for (at, part) in (0..).zip(parts.iter().take(2)) {
            text(&mut out, (MARGIN + FIGURE + 28, y + first + at * 40), 34, INK, "start", part);
        }
        text(&mut out, (WIDTH - MARGIN, y + 86), 32, SOFT, "end", &line.dose);
        y += ROW;
    }
    if let Some(more) = &says.more {
        y += 40;
        text(&mut out, (MARGIN, y), 32, SOFT, "start", more);
    }
    y += 40;
    let middle = y + DIAL / 2;
    if let Some(dial) = work.dial() {
        let _ = write!(
            out,
            r#"<svg x="{MARGIN}" y="{y}" width="{DIAL}" height="{DIAL}" viewBox="-1000 -1000 2000 2000">"#
        );
        out.push_str(&dial_by_day(&dial));
        out.push_str("</svg>");
        let parts = broken(&says.balance, 30);
        let top = middle + 12 - 24 * (parts.len() as u32).saturating_sub(1);
        for (at, part) in (0..).zip(&parts) {
            text(&mut out, (MARGIN + DIAL + 40, top + at * 48), 36, INK, "start", part);
        }
        y += DIAL;
    }
    y += 64;
    text(&mut out, (MARGIN, y), 30, SOFT, "start", &says.site);
    let height = y + MARGIN;
    let whole = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="system-ui,sans-serif" font-weight="600"><path fill="{GROUND}" d="M0 0H{WIDTH}V{height}H0z"/>{out}</svg>"#
    );
    (whole, height)
}

/// One line of text; whatever it holds, it is text.
fn text(out: &mut String, (x, y): (u32, u32), size: u32, colour: &str, anchor: &str, says: &str) {
    let _ =
        write!(out, r#"<text x="{x}" y="{y}" font-size="{size}" fill="{colour}" text-anchor="{anchor}">"#);
    for letter in says.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // What a drawing may not hold at all.
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out.push_str("</text>");
}

/// The words in lines of at most so many letters; a word that is longer has a line of its own.
fn broken(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(title: &str) -> Says {
        let [length, balance, site] = ["1 move · 1:00", "Balanced", "evenkeel.example"].map(str::to_owned);
        Says { title: title.to_owned(), length, more: None, balance, site }
    }

    #[test]
    fn whatever_a_name_holds_is_only_text() {
        let line = RoutineLine {
            exercise: None,
            figure: None,
            known: true,
            name: "\"><script>alert(1)</script>&\u{1b}".to_owned(),
            about: String::new(),
            said: String::new(),
            dose: "30 s".to_owned(),
        };
        let (svg, _) = compose(&says("<b>&lt;</b>"), &[line], &[String::new()], &Work::default());
        assert!(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\u{1b}'), "{svg}");
        assert!(svg.contains("&lt;b&gt;&amp;lt;&lt;/b&gt;"), "{svg}");
    }

    #[test]
    fn it_is_as_high_as_what_is_on_it() {
        let height = |moves: usize| {
            let line = RoutineLine {
                exercise: None,
                figure: None,
                known: true,
                name: "Plank".to_owned(),
                about: String::new(),
                said: String::new(),
                dose: "30 s".to_owned(),
            };
            let (lines, figures) = (vec![line; moves], vec![String::new(); moves]);
            compose(&says("Mine"), &lines, &figures, &Work::default()).1
        };
        assert_eq!(height(5) - height(1), 4 * ROW);
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(broken("Eight-minute core + back", 14), ["Eight-minute", "core + back"]);
        assert_eq!(broken("Donaudampfschifffahrt", 8), ["Donaudampfschifffahrt"]);
        assert_eq!(broken("", 8), [""; 0]);
    }
}
