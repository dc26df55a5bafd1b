//! A routine in a list: its name, what it is, how long, and how its work is shared.

use domain::balance::{Dial, Verdict};
use leptos::prelude::*;

use super::dial::{DialView, Size};
use super::tag::Tag;

/// What a routine's card says.
#[derive(Clone)]
pub struct RoutineCardWords {
    /// Its name.
    pub name: String,
    /// What it is, in a sentence; may be empty.
    pub about: String,
    /// How long it takes and how many moves it has.
    pub length: String,
    /// Its verdict on the balance.
    pub verdict: String,
    /// What the dial shows, for those who do not see it.
    pub dial: String,
}

/// The card of a routine.
#[component]
pub fn RoutineCard(
    /// Where it leads.
    href: String,
    /// What it says.
    words: RoutineCardWords,
    /// How its work is shared; nothing when it is not rated.
    dial: Option<Dial>,
    /// Where it leans: the colour of the verdict.
    verdict: Verdict,
) -> impl IntoView {
    let about = (!words.about.is_empty()).then(|| view! { <p class="routine-card-about">{words.about}</p> });
    view! {
        <a class="routine-card" href=href>
            <div class="routine-card-words">
                <h3 class="routine-card-name">{words.name}</h3>
                {about}
            </div>
            {dial.map(|dial| view! { <DialView dial label=words.dial size=Size::Mark /> })}
            <div class="routine-card-foot">
                <span class="quiet">{words.length}</span>
                <Tag tone=tone(verdict) text=words.verdict />
            </div>
        </a>
    }
}

/// The colour of a verdict: of the half that it leans to.
const fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotRated => "",
        Verdict::Balanced => "done",
        Verdict::LeaningFront | Verdict::MostlyFront => "front",
        Verdict::LeaningBack | Verdict::MostlyBack => "back",
    }
}
