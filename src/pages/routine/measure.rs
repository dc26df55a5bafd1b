//! A routine made to measure: so many minutes, and what it has to suit.
//!
//! Decides: what is asked, and that every answer shows at once what it gives. *Invariant:* looking stores nothing; only Save and
//! Start do. Deliberately does not know which moves suit ([`domain::measure`]).

use domain::balance::Taste;
use domain::body::Body;
use domain::catalogue::Position;
use domain::measure::{Aim, Made, Unmet, Wish, make};
use domain::routine::Routine;
use domain::settings::Settings;
use leptos::prelude::*;

use super::open::Actions;
use super::planned::{balance, moves, muscles};
use super::sharing::Sharing;
use super::up;
use crate::conductor::Planned;
use crate::ports::use_ports;
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{Button, ButtonLink, Chip, Choice, Empty, Glyph, Offer, PageHead, Stepper, Steps};
use crate::words::{Words, use_words};

/// How many minutes are offered at first: as many as the routine that the whole site begins with.
const FIRST: u16 = 8;
/// How many minutes can be asked for by one press.
const OFTEN: [u16; 6] = [5, 8, 12, 15, 20, 30];

/// A routine made to measure.
#[component]
pub fn Measure() -> impl IntoView {
    let (words, ports, store) = (use_words(), use_ports(), use_store());
    let settings = store.settings();
    let Taste { level, kit, body, .. } = settings.with_untracked(|chosen| Taste::from(chosen));
    let rests = settings.with_untracked(|chosen| chosen.rests);
    let (avoided, aim) = (Vec::new(), Aim::Balanced);
    let wish = RwSignal::new(Wish { minutes: FIRST, level, kit, avoided, body, aim, rests });
    let seed = RwSignal::new(ports.clock().now().0);
    let made = Memo::new(move |_| {
        // What my body is spared, and how it rests, may come later than this page.
        let (body, rests) = settings.with(|chosen| (Body::from(chosen), chosen.rests));
        let wish = Wish { body, rests, ..wish.get() };
        let mut made = make(&wish, seed.get());
        made.routine.title = words.count("measure.title-of", u64::from(wish.minutes), &[]);
        made
    });
    let another = move || {
        seed.update(|seed| *seed = seed.wrapping_add(1));
        let rests = settings.with_untracked(|chosen| chosen.rests);
        let said = words.summary_of(&made.with_untracked(|made| made.routine.with_rests(rests)));
        ports.page().announce(&said);
    };
    view! {
        <div class="page routine">
            <div class="routine-head">
                <PageHead title=words.text("title.measure") up=up(words) />
                <p class="lead">{words.text("measure.about")}</p>
                <section class="card stack">
                    <Asked wish />
                </section>
                <div class="row">
                    <Button glyph=Glyph::Reset on_press=another>{words.text("measure.another")}</Button>
                </div>
            </div>
            {move || view! { <Shown made=made.get() /> }}
        </div>
    }
}

/// Everything that can be asked for.
#[component]
fn Asked(wish: RwSignal<Wish>) -> impl IntoView {
    let words = use_words();
    let minutes = Memo::new(move |_| wish.with(|wish| wish.minutes));
    let set_minutes = move |minutes| wish.update(|wish| wish.minutes = minutes);
    let says = move |minutes: u16| words.count("amount.minutes", u64::from(minutes), &[]);
    let often = OFTEN.map(|number| {
        view! {
            <Chip
                label=words.figures(u64::from(number))
                pressed=Signal::derive(move || minutes.get() == number)
                on_press=move || set_minutes(number)
            />
        }
    });
    let offers = |key: &'static str, names: &[&str]| -> Vec<Offer> {
        let offer = |(value, name): (u8, &&str)| Offer {
            value,
            label: words.text(&[key, name].concat()),
            paints: None,
        };
        (0..).zip(names).map(offer).collect()
    };
    let levels = offers("measure.level.", &["easy", "moderate", "firm", "hard"]);
    let aims = offers("measure.aim.", &["balanced", "more-back"]);
    let kits: Vec<&str> = Settings::KITS.iter().map(|kit| kit.slug()).collect();
    let kits = offers("settings.kit.", &kits);
    let level = Signal::derive(move || Some(wish.with(|wish| wish.level.saturating_sub(1))));
    let aim = Signal::derive(move || Some(u8::from(wish.with(|wish| wish.aim == Aim::MoreBack))));
    let kit = Signal::derive(move || {
        wish.with(|wish| (0..).zip(Settings::KITS).find(|(_, kit)| *kit == wish.kit).map(|(at, _)| at))
    });
    let set_kit = move |at: u8| {
        if let Some(kit) = Settings::KITS.get(usize::from(at)) {
            wish.update(|wish| wish.kit = *kit);
        }
    };
    let set_aim = move |at| {
        wish.update(|wish| wish.aim = if at == 1 { Aim::MoreBack } else { Aim::Balanced });
    };
    let position = |position: Position| {
        let is_avoided = Memo::new(move |_| wish.with(|wish| wish.avoided.contains(&position)));
        let turn = move || {
            wish.update(|wish| {
                if is_avoided.get_untracked() {
                    wish.avoided.retain(|other| *other != position);
                } else {
                    wish.avoided.push(position);
                }
            });
        };
        let label = words.position(position);
        view! { <Chip label pressed=is_avoided on_press=turn /> }
    };
    let positions = Position::ALL.iter().copied().map(position).collect_view();
    view! {
        <div class="row">
            <Stepper
                label=words.text("measure.minutes")
                value=minutes
                least=*Wish::MINUTES.start()
                most=*Wish::MINUTES.end()
                step=1
                text=Signal::derive(move || says(minutes.get()))
                fewer=words.text("measure.fewer")
                more=words.text("measure.more")
                on_change=set_minutes
            />
        </div>
        <div class="row">{often}</div>
        <Choice label=words.text("measure.level") name="level" offers=levels value=level on_change=move |at: u8| wish.update(|wish| wish.level = at + 1) />
        <details>
            <summary>{words.text("measure.wishes")}</summary>
            <div class="stack">
                <Choice label=words.text("measure.aim") name="aim" offers=aims value=aim on_change=set_aim />
                <Choice label=words.text("settings.kit.have") name="kit" offers=kits value=kit on_change=set_kit />
                <fieldset class="choice">
                    <legend class="choice-legend">{words.text("measure.avoided")}</legend>
                    <div class="row">{positions}</div>
                </fieldset>
                <p class="quiet">
                    {words.text("measure.body")} " "
                    <a href=Route::Settings.path()>{words.text("settings.body")}</a>
                </p>
            </div>
        </details>
    }
}

/// What was made, and what of the wish it does not keep.
#[component]
fn Shown(made: Made) -> impl IntoView {
    let words = use_words();
    let Made { routine, unmet } = made;
    let trouble = (!unmet.is_empty()).then(|| unkept(words, &unmet));
    if routine.blocks.is_empty() {
        let nothing = view! {
            <Empty title=words.text("measure.nothing") text=words.text("measure.nothing.about")>
                <ButtonLink href=Route::Routines.path()>{words.text("today.all")}</ButtonLink>
            </Empty>
            {trouble}
        };
        return nothing.into_any();
    }
    let Routine { title, .. } = routine.clone();
    let planned = Planned::new(routine.clone(), use_store());
    let shown = view! {
        <section class="stack">
            <h2>{title}</h2>
            <p class="routine-length" role="status">{words.summary_of(&planned.to_do().routine)}</p>
            <Actions routine=routine.clone() planned />
            <div class="routine-actions"><Sharing plan=routine.clone() /></div>
            {trouble}
            {moves(words, &routine)}
        </section>
        <aside class="stack routine-balance">{balance(words, &routine)} {muscles(words, &routine)}</aside>
    };
    shown.into_any()
}

/// The promises that are not kept, each with the wish that stands in its way.
fn unkept(words: Words, unmet: &[Unmet]) -> impl IntoView + use<> {
    let line = |unmet: &Unmet| {
        let (key, cause) = match unmet {
            Unmet::Nothing(cause) => ("measure.unmet.nothing", cause),
            Unmet::Shared(_, cause) => ("measure.unmet.shared", cause),
            Unmet::Hardest(cause) => ("measure.unmet.hardest", cause),
        };
        [words.text(key), words.text(&["measure.cause.", cause.slug()].concat())]
    };
    let items: Vec<String> = unmet.iter().flat_map(line).collect();
    view! {
        <section class="card open-trouble" data-tone="caution">
            <h3>{words.text("measure.unmet")}</h3>
            <Steps mistakes=true items />
        </section>
    }
}
