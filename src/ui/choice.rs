//! One of a few: words side by side, or colours.
//!
//! Decides: that these are real radio buttons, so that the arrow keys and a screen reader know them.

use leptos::prelude::*;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The value that stands for it.
    pub value: u8,
    /// What it is called.
    pub label: String,
    /// Of a [`Look::Swatches`]: the part of the figure that it colours, `skin`, `hair` or `outfit`. The stylesheet has
    /// the colours by their numbers.
    pub paints: Option<&'static str>,
}

/// How the offers look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Words side by side.
    #[default]
    Words,
    /// Round patches of colour.
    Swatches,
    /// Numbers from little to much, as wide as there is room.
    Scale,
}

impl Look {
    const fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Swatches => "swatches",
            Self::Scale => "scale",
        }
    }
}

/// One of a few, as radio buttons.
#[component]
pub fn Choice(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// A name that no other choice on the page has.
    name: &'static str,
    /// What can be chosen.
    offers: Vec<Offer>,
    /// The value that is chosen, if any.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// How the offers look.
    #[prop(optional)]
    look: Look,
    /// Told the value that was asked for.
    #[prop(into)]
    on_change: Callback<u8>,
) -> impl IntoView {
    let offer = move |offer: Offer| {
        let this = offer.value;
        view! {
            <label class="choice-offer">
                <input
                    type="radio"
                    class="choice-input"
                    name=name
                    value=this.to_string()
                    prop:checked=move || value.get() == Some(this)
                    on:change=move |_| on_change.run(this)
                />
                {patch(offer)}
            </label>
        }
    };
    view! {
        <fieldset class="choice" data-look=look.name()>
            <legend class="choice-legend">{label}</legend>
            <div class="choice-offers">{offers.into_iter().map(offer).collect_view()}</div>
        </fieldset>
    }
}

/// What is seen of one offer.
fn patch(offer: Offer) -> impl IntoView {
    let Some(part) = offer.paints else {
        return view! { <span class="choice-face">{offer.label}</span> }.into_any();
    };
    let number = |this: &str| (this == part).then(|| offer.value.to_string());
    let (skin, hair, outfit) = (number("skin"), number("hair"), number("outfit"));
    view! {
        <span class="choice-face" data-paints=part data-skin=skin data-hair=hair data-outfit=outfit></span>
        <span class="unseen">{offer.label}</span>
    }
    .into_any()
}
