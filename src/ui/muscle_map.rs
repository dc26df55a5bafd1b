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

/// A muscle, how much it has to do in percent of the busiest, and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct MuscleWords {
    /// Which it is.
    pub muscle: Muscle,
    /// How much it has to do, in percent.
    pub share: u8,
    /// Its name.
    pub name: String,
}

/// Muscles that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct MuscleGroup {
    /// What they have in common; nothing needs to be said where there is one group.
    pub head: String,
    /// The busiest first.
    pub muscles: Vec<MuscleWords>,
}

/// Two views of a body, and the names of what is lit in them.
#[component]
pub fn MuscleMap(
    /// Who is drawn.
    person: Person,
    /// What works.
    groups: Vec<MuscleGroup>,
    /// The one that is pointed at.
    pointed: RwSignal<Option<Muscle>>,
    /// What the picture shows, in words.
    label: String,
    /// What stands beside the bodies.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
) -> impl IntoView {
    let lit = groups.iter().flat_map(|group| &group.muscles).map(|words| (words.muscle, words.share));
    let lit: Vec<_> = lit.collect();
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
    let chip = move |MuscleWords { muscle, name, .. }: MuscleWords| {
        let pressed = Signal::derive(move || pointed.get() == Some(muscle));
        let press = move || pointed.update(|one| *one = (*one != Some(muscle)).then_some(muscle));
        view! { <li><Chip label=name pressed on_press=press /></li> }
    };
    let group = |MuscleGroup { head, muscles }: MuscleGroup| {
        view! {
            {(!head.is_empty()).then(|| view! { <p class="quiet">{head}</p> })}
            <ul class="row" role="list">{muscles.into_iter().map(chip).collect_view()}</ul>
        }
    };
    view! {
        <div class="muscle-map">
            <div class="muscle-map-bodies" role="img" aria-label=label>{figures}</div>
            {beside}
            <div class="stack">{groups.into_iter().map(group).collect_view()}</div>
        </div>
    }
}
