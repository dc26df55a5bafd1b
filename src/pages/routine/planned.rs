//! What is seen of any routine before it is begun: Start, what it would swap, its moves, its balance.

use domain::balance::{MuscleWork, Work};
use domain::body::Swap;
use domain::catalogue::ExerciseId;
use domain::routine::Routine;
use leptos::prelude::*;

use crate::conductor::{Planned, use_conductor};
use crate::ports::{raise_in_time, use_ports};
use crate::route::Route;
use crate::store::use_store;
use crate::ui::{
    BalanceCard, BalanceWords, Button, Chip, Glyph, MoveGroup, MoveList, MoveRow, MoveWords, MuscleMap,
    SwapList, SwapWords, Tone, anybody, in_turn, when_mounted,
};
use crate::words::{RoutineGroup, RoutineLine, Words, use_words};

/// Figures drawn with the page, which are about those on the first screen of a phone; the others follow.
const DRAWN_AT_ONCE: usize = 2;
/// Figures drawn in each frame after that.
const DRAWN_PER_FRAME: usize = 2;

/// The one thing to do here; not where nothing of it is left to do.
#[component]
pub(super) fn Start(planned: Planned) -> impl IntoView {
    let (words, conductor, ports) = (use_words(), use_conductor(), use_ports());
    let start = move || {
        planned.start(conductor);
        ports.page().go(&Route::Session.path());
    };
    let nothing = Memo::new(move |_| planned.fitted().is_nothing());
    let (store, is_offered) = (use_store(), planned.wants_warm_up());
    let warms_up = Memo::new(move |_| store.settings().with(|settings| settings.warm_up));
    let turn = move || store.change_settings(|settings| settings.warm_up = !settings.warm_up);
    view! {
        <Button tone=Tone::Primary glyph=Glyph::Play disabled=nothing on_press=start>
            {words.text("button.start")}
        </Button>
        {is_offered.then(|| view! { <Chip label=words.text("routine.warm-up") pressed=warms_up on_press=turn /> })}
    }
}

/// What would be swapped for this person, each on request but those of hidden moves; nothing where everything suits.
pub(super) fn swaps(words: Words, planned: Planned) -> impl IntoView {
    let line = move |swap: Swap| SwapWords {
        place: swap.place,
        swap: words.swap(&swap),
        reason: words.swap_reason(&swap),
        asked: !swap.must(),
    };
    // Made anew when "my body" changes, and not with every tick: a box that is ticked keeps the focus.
    let swaps = Memo::new(move |_| planned.swaps().into_iter().map(line).collect::<Vec<_>>());
    move || {
        let swaps = swaps.get();
        (!swaps.is_empty()).then(|| {
            view! {
                <SwapList
                    title=words.count("swaps.title", swaps.len() as u64, &[])
                    swaps
                    wanted=Signal::derive(move || planned.wanted())
                    on_want=move |places| planned.want(places)
                    all_or_none=(words.text("swaps.all"), words.text("button.undo"))
                    then=Signal::derive(move || words.swaps_then(&planned.to_do()))
                />
            }
        })
    }
}

/// The moves, each leading to its exercise.
pub(super) fn moves(words: Words, routine: &Routine) -> impl IntoView + use<> {
    let ports = use_ports();
    let drawn = RwSignal::new(DRAWN_AT_ONCE);
    let mut rows = 0;
    let mut row = |line: RoutineLine| {
        let place = rows;
        rows += 1;
        let drawn = Memo::new(move |_| drawn.get() > place);
        let href = line.exercise.map(|id: ExerciseId| Route::Exercise(id).path()).unwrap_or_default();
        let says = MoveWords { name: line.name, about: line.about, dose: line.dose };
        in_turn(move || view! { <MoveRow exercise=line.figure href words=says unknown=!line.known drawn /> })
    };
    let groups = words.lines_of(routine).into_iter();
    let group = |group: RoutineGroup| MoveGroup {
        head: group.head,
        rows: group.lines.into_iter().map(&mut row).collect(),
    };
    let groups: Vec<_> = groups.map(group).collect();
    when_mounted(move || raise_in_time(ports, drawn, DRAWN_PER_FRAME, rows));
    view! { <MoveList groups /> }
}

/// Which muscles work, and how much; nothing where that does not count.
pub(super) fn muscles(words: Words, routine: &Routine) -> impl IntoView + use<> {
    let shares = MuscleWork::of_routine(routine).shares();
    let (lit, label) = (!shares.is_empty(), words.muscles_on_a_body(&shares));
    let groups = vec![(String::new(), shares)];
    lit.then(|| {
        view! {
            <section class="card stack">
                <h2>{words.text("routine.muscles")}</h2>
                <MuscleMap person=anybody() label groups name=move |muscle| words.muscle(muscle) />
            </section>
        }
    })
}

/// How the work is shared.
pub(super) fn balance(words: Words, routine: &Routine) -> impl IntoView + use<> {
    let work = Work::of_routine(routine);
    let says = BalanceWords {
        title: words.verdict(work.verdict()),
        sentence: words.balance_of(&work),
        dial: words.dial(&work),
        shares: words.shares_of(&work),
    };
    view! { <BalanceCard dial=work.dial() words=says /> }
}
