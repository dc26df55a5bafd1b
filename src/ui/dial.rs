//! The dial: how work is shared around the torso, seen from above. The mark of the product.
//!
//! Decides: its geometry. Four petals, front up, back down, the right side to the right. The *area* of a petal that is
//! seen is its share: the hub in the middle covers the same of each, so a petal's area is reckoned from the hub
//! outwards, and a small share stays visible. The outer ring is the twist. A dashed arc in each quarter is the
//! reference, 40/10/40/10 (content 3.2). All in whole thousandths of the outer radius: no fraction is ever printed.

use domain::balance::Dial;
use leptos::prelude::*;

/// How far the petals may reach, in thousandths of the outer radius.
const REACH: f64 = 860.0;
/// The radius of the hub.
const HUB: f64 = 270.0;
/// The radius of the middle of the twist's ring.
const RING: i32 = 955;
/// The share of front and back in the reference; the sides have the rest.
const REFERENCE: [f64; 4] = [0.4, 0.1, 0.4, 0.1];

/// A part of the dial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Up.
    Front,
    /// To the right: one looks down on a person who faces up.
    Right,
    /// Down.
    Back,
    /// To the left.
    Left,
    /// The ring.
    Twist,
}

impl Part {
    /// All five, as they are told.
    pub const ALL: [Self; 5] = [Self::Front, Self::Right, Self::Back, Self::Left, Self::Twist];

    /// The four petals, clockwise from the top.
    pub const PETALS: [Self; 4] = [Self::Front, Self::Right, Self::Back, Self::Left];

    /// Its name in the stylesheet and in the words.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Right => "right",
            Self::Back => "back",
            Self::Left => "left",
            Self::Twist => "twist",
        }
    }

    /// Its share in `dial`.
    #[must_use]
    pub const fn share(self, dial: &Dial) -> f64 {
        match self {
            Self::Front => dial.front,
            Self::Right => dial.right,
            Self::Back => dial.back,
            Self::Left => dial.left,
            Self::Twist => dial.twist,
        }
    }

    /// The quarter turn that brings a petal drawn upwards to its place.
    const fn turn(self) -> &'static str {
        match self {
            Self::Front | Self::Twist => "rotate(0)",
            Self::Right => "rotate(90)",
            Self::Back => "rotate(180)",
            Self::Left => "rotate(270)",
        }
    }
}

/// The radius at which a petal of `share` ends when `largest` is the largest share shown.
fn radius(share: f64, largest: f64) -> f64 {
    let part = (share / largest.max(0.5)).clamp(0.0, 1.0);
    (HUB * HUB + (REACH * REACH - HUB * HUB) * part).sqrt()
}

/// The outline of a petal of `share`, pointing up: from the hub to its radius, a quarter of a turn less a gap.
#[must_use]
pub fn petal(share: f64, largest: f64) -> String {
    let outer = radius(share, largest);
    // 43 degrees to each side of straight up: two degrees of ground show between neighbours on each side.
    let (x, y) = (0.682, 0.731);
    let [hx, hy, ox, oy] = [HUB * x, HUB * y, outer * x, outer * y].map(|length| length.round() as i32);
    let (hub, outer) = (HUB as i32, outer.round() as i32);
    format!("M-{hx}-{hy}L-{ox}-{oy}A{outer} {outer} 0 0 1 {ox}-{oy}L{hx}-{hy}A{hub} {hub} 0 0 0-{hx}-{hy}z")
}

/// The dashed arc at which a petal of the reference `share` would end, pointing up.
fn reference(share: f64, largest: f64) -> String {
    let end = radius(share, largest);
    let [x, y, r] = [end * 0.682, end * 0.731, end].map(|length| length.round() as i32);
    format!("M-{x}-{y}A{r} {r} 0 0 1 {x}-{y}")
}

/// How large a dial is shown, and so how much it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// Beside a line of text: petals and ring only.
    Mark,
    /// In a card: with the reference.
    #[default]
    Small,
    /// The picture of a page: with the ratio as well.
    Large,
}

impl Size {
    /// Its name in the stylesheet.
    const fn name(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Small => "small",
            Self::Large => "large",
        }
    }
}

/// The dial of some work.
#[component]
pub fn DialView(
    /// How the work is shared.
    #[prop(into)]
    dial: Signal<Dial>,
    /// What it shows, in words: "Front 34 %, right 14 % …".
    #[prop(into)]
    label: Signal<String>,
    /// How large.
    #[prop(optional)]
    size: Size,
) -> impl IntoView {
    view! {
        <svg
            class="dial"
            data-size=size.name()
            data-empty=move || (dial.with(largest) <= 0.0).then_some("")
            viewBox="-1000 -1000 2000 2000"
            role="img"
            aria-label=label
            inner_html=move || dial.with(markup)
        ></svg>
    }
}

/// The largest share of a petal.
fn largest(dial: &Dial) -> f64 {
    Part::PETALS.iter().map(|part| part.share(dial)).fold(0.0, f64::max)
}

/// What is drawn, in one go: as elements, each with its own way of changing, it would be 12 kB of program.
fn markup(dial: &Dial) -> String {
    let largest = largest(dial);
    // Before there is anything to show, the reference stands there as a shadow of what will come.
    let shares = Part::PETALS.map(|part| part.share(dial));
    let shares = if largest > 0.0 { shares } else { REFERENCE };
    let mut out = ring(Dial::percent(dial.twist));
    petals(shares, largest, &mut out);
    for (part, share) in Part::PETALS.into_iter().zip(REFERENCE) {
        let (turn, end) = (part.turn(), reference(share, largest));
        out.push_str(
            &[r#"<path class="dial-reference" transform=""#, turn, r#"" d=""#, &end, r#""/>"#].concat(),
        );
    }
    out.push_str(&[r#"<text class="dial-text" aria-hidden="true">"#, &ratio(dial), "</text>"].concat());
    out
}

/// The petals of these shares.
fn petals(shares: [f64; 4], largest: f64, out: &mut String) {
    for (part, share) in Part::PETALS.into_iter().zip(shares) {
        let (name, turn, outline) = (part.slug(), part.turn(), petal(share, largest));
        let parts = [r#"<path class="dial-petal" data-part=""#, name, r#"" transform=""#, turn, r#"" d=""#];
        out.push_str(&parts.concat());
        out.push_str(&[&outline, r#""/>"#].concat());
    }
}

/// The twist's ring, filled clockwise from the top, in percent.
fn ring(percent: u8) -> String {
    let whole = format!(r#"<circle class="dial-ring" r="{RING}"/><circle class="dial-twist" r="{RING}""#);
    let filled = format!(r#" transform="rotate(-90)" pathLength="100" stroke-dasharray="{percent} 100"/>"#);
    whole + &filled
}

/// Front against back of what went to either: "48:52". The two always add up to 100.
fn ratio(dial: &Dial) -> String {
    let both = dial.front + dial.back;
    if both <= 0.0 {
        return String::new();
    }
    let back = Dial::percent(dial.back / both);
    format!("{}:{back}", 100 - back.min(100))
}

/// The dial in numbers: a swatch, a name and a share for each part.
#[component]
pub fn DialLegend(
    /// Name and share of front, right, back, left and twist.
    #[prop(into)]
    entries: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let line = |(part, (name, share)): (&Part, (String, String))| {
        view! { <div class="dial-entry" data-part=part.slug()><dt>{name}</dt><dd>{share}</dd></div> }
    };
    let lines = move || Part::ALL.iter().zip(entries.get()).map(line).collect_view();
    view! { <dl class="dial-legend">{lines}</dl> }
}

/// The mark of the product: the dial of work that is level.
#[component]
pub fn Mark() -> impl IntoView {
    let mut level = ring(22);
    petals([0.42, 0.18, 0.42, 0.18], 0.42, &mut level);
    view! { <svg class="header-mark" viewBox="-1000 -1000 2000 2000" aria-hidden="true" inner_html=level></svg> }
}

/// What the dial is drawn in where no stylesheet is: its colours by day.
const BY_DAY: [(&str, &str); 8] = [
    (r#"class="dial-petal" data-part="front""#, r##"fill="#a96a10""##),
    (r#"class="dial-petal" data-part="back""#, r##"fill="#1a666b""##),
    (r#"class="dial-petal" data-part="left""#, r##"fill="#7d4f8f""##),
    (r#"class="dial-petal" data-part="right""#, r##"fill="#7d4f8f""##),
    (
        r#"class="dial-reference""#,
        r##"fill="none" stroke="#857c6c" stroke-width="14" stroke-dasharray="36 34""##,
    ),
    (r#"class="dial-ring""#, r##"fill="none" stroke="#e6dfd1" stroke-width="78""##),
    (r#"class="dial-twist""#, r##"fill="none" stroke="#26345a" stroke-width="78""##),
    (
        r#"class="dial-text" aria-hidden="true""#,
        r##"fill="#1f2a44" font-size="150" font-weight="800" text-anchor="middle" dominant-baseline="central""##,
    ),
];

/// The dial for a picture that stands alone: by day, with its colours in it.
#[must_use]
pub fn dial_by_day(dial: &Dial) -> String {
    BY_DAY.iter().fold(markup(dial), |drawn, (class, colours)| drawn.replace(class, colours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alone_it_has_the_colours_of_the_stylesheet_by_day() {
        let dial = Dial { front: 0.3, right: 0.1, back: 0.5, left: 0.1, twist: 0.2 };
        let drawn = dial_by_day(&dial);
        assert!(!drawn.contains("class="), "{drawn}");
        let tokens = include_str!("../../style/tokens.css");
        for colour in drawn.split('#').skip(1).map(|rest| &rest[..6]) {
            assert!(tokens.contains(&format!("var(--light, #{colour})")), "{colour}");
        }
    }
}
