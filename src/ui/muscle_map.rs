//! What works, on a body seen from the front and from behind, and by name.
//!
//! Decides: that whoever points at a muscle learns its name and whoever presses a name sees its place: both are one
//! choice, in this map and in any other figure that shares it. Deliberately does not know what the work was.

use domain::catalogue::Muscle;
use domain::figure::{Beat, Camera, Named, Painter, Person};
use leptos::prelude::*;

use super::chip::Chip;
use super::figure::FigureView;
use super::mounting::when_mounted;

/// Seen from behind, on from the front.
const BEHIND: f32 = 180.0;

/// What works and how much, in percent of the busiest, which comes first.
type Shares = Vec<(Muscle, u8)>;

/// Two views of a body, and the names of what is lit in them.
#[component]
pub fn MuscleMap(
    /// Who is drawn.
    person: Person,
    /// What works, under a head each, which may be empty.
    groups: Vec<(String, Shares)>,
    /// What each is called.
    #[prop(into)]
    name: UnsyncCallback<(Muscle,), String>,
    /// The one that is pointed at, where another figure shows it too.
    #[prop(default = RwSignal::new(None))]
    pointed: RwSignal<Option<Muscle>>,
    /// What the picture shows, in words.
    label: String,
    /// What stands beside the bodies.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
) -> impl IntoView {
    let lit: Shares = groups.iter().flat_map(|(_, shares)| shares).copied().collect();
    let drawn = RwSignal::new(false);
    // A body takes as long to draw as all that stands around it, and weighs as much: the page is there before, and is
    // rendered without.
    Effect::new(move |_| when_mounted(move || drawn.set(true)));
    let view = move |camera: Camera| {
        let mut painter = Painter::standing(person, &lit);
        let frame = painter.frame(camera);
        let still = Signal::derive(|| Beat::Start);
        let camera = Signal::derive(move || camera);
        view! { <FigureView painter beat=still camera frame pointed /> }
    };
    let front = Named::Front.camera();
    let figures = move || drawn.get().then(|| [front, front.turned(BEHIND, 0.0)].map(&view).collect_view());
    let chip = move |(muscle, _): (Muscle, u8)| {
        let pressed = Signal::derive(move || pointed.get() == Some(muscle));
        let press = move || pointed.update(|one| *one = (*one != Some(muscle)).then_some(muscle));
        view! { <li><Chip label=name.run((muscle,)) pressed on_press=press /></li> }
    };
    let group = |(head, shares): (String, Shares)| {
        view! {
            {(!head.is_empty()).then(|| view! { <p class="quiet">{head}</p> })}
            <ul class="row" role="list">{shares.into_iter().map(chip).collect_view()}</ul>
        }
    };
    let groups = groups.into_iter().filter(|(_, shares)| !shares.is_empty());
    view! {
        <div class="muscle-map">
            <div class="muscle-map-bodies" role="img" aria-label=label>{figures}</div>
            {beside}
            <div class="stack">{groups.map(group).collect_view()}</div>
        </div>
    }
}
