//! The balance of some work: the dial, a sentence, the shares.

use domain::balance::Dial;
use leptos::prelude::*;

use super::dial::{DialLegend, DialView, Size};

/// What the card says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BalanceWords {
    /// What it is about.
    pub title: String,
    /// The balance in a sentence.
    pub sentence: String,
    /// What the dial shows, for those who do not see it.
    pub dial: String,
    /// Name and share of front, right, back, left and twist; none when nothing is rated.
    pub shares: Vec<(String, String)>,
}

/// The card of a balance.
#[component]
pub fn BalanceCard(
    /// How the work is shared; nothing when it is not rated.
    dial: Option<Dial>,
    /// What it says.
    words: BalanceWords,
) -> impl IntoView {
    let picture = dial.map(|dial| view! { <DialView dial label=words.dial size=Size::Large /> });
    let shares = (!words.shares.is_empty()).then(|| view! { <DialLegend entries=words.shares /> });
    view! {
        <section class="card balance-card">
            <h2>{words.title}</h2>
            {picture}
            <p class="balance-card-sentence">{words.sentence}</p>
            {shares}
        </section>
    }
}
