//! Correcting a session, or adding one that nobody led: when it was, what was done of it, how it felt.
//!
//! Decides: that nothing holds until it is saved, and that one session is corrected at a time. What follows from a
//! correction is reckoned in the rules.

use domain::history::{Record, RecordId};
use domain::routine::{Routine, Weight};
use domain::session::SetDone;
use domain::settings::Units;
use domain::time::{Millis, Moment};
use leptos::prelude::*;

use crate::ports::{Ports, use_ports};
use crate::store::{Store, use_store};
use crate::ui::{Button, Felt, FeltValues, FeltWords, NumberField, TimeField, Tone};
use crate::words::use_words;

/// The most minutes that a session can be said to have taken.
const LONGEST: u16 = 6 * 60;
/// The most that can be said to have been lifted.
const HEAVIEST: u16 = 999;

/// A session as it would be.
#[derive(Clone, PartialEq)]
pub(super) struct Draft {
    /// The one that is corrected; none, where it is added.
    former: Option<RecordId>,
    /// It, with what was said of it so far.
    record: Record,
    /// When it began, as the person's clock showed it.
    began: String,
}

impl Draft {
    pub(super) fn of(record: &Record) -> Self {
        Self { former: Some(record.id.clone()), began: record.began_local(), record: record.clone() }
    }

    /// A session of `routine` that ended just now, as far as anybody knows.
    pub(super) fn added(ports: Ports, routine: &Routine) -> Option<Self> {
        let now = ports.clock().now();
        let start = Moment(now.0.saturating_sub(routine.stated_length().0));
        let record = Record::by_hand(routine, start, ports.clock().offset(start), ports.chance().bits())?;
        Some(Self { former: None, began: record.began_local(), record })
    }

    pub(super) fn is_of(&self, id: &RecordId) -> bool {
        self.former.as_ref() == Some(id)
    }

    /// Whether it is added, not corrected.
    pub(super) fn is_added(&self) -> bool {
        self.former.is_none()
    }

    /// Keeps it. False: the time that was given makes no sense.
    fn keep(self, store: Store, ports: Ports) -> bool {
        let Some(mut record) = self.record.moved_to(&self.began, ports.chance().bits()) else { return false };
        record.complete = record.sets.iter().all(|set| !set.is_skipped()) && self.record.complete;
        match self.former {
            Some(former) if former == record.id => store.change_record(&former, |kept| {
                *kept = Record { rev: kept.rev, ..record };
            }),
            Some(former) => {
                // First the one, then the other: whatever happens in between, it is there once at least.
                store.keep_record(record);
                store.forget_record(&former);
            }
            None => drop(store.keep_record(record)),
        }
        true
    }
}

/// The fields of a session that is corrected or added.
#[component]
pub(super) fn Correct(
    /// It; taken away when it is saved or left.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let (words, store, ports) = (use_words(), use_store(), use_ports());
    let given = draft.get_untracked()?;
    let is_wrong = RwSignal::new(false);
    let change = move |change: &dyn Fn(&mut Draft)| {
        is_wrong.set(false);
        draft.update(|draft| draft.iter_mut().for_each(change));
    };
    let began = Signal::derive(move || {
        draft.with(|draft| draft.as_ref().map(|d| d.began.clone())).unwrap_or_default()
    });
    let minutes = Signal::derive(move || {
        draft.with(|draft| draft.as_ref().map(|draft| ((draft.record.active.0 + 30_000) / 60_000) as u16))
    });
    let now = ports.clock().now();
    let most =
        Record { started: now, offset: ports.clock().offset(now), ..given.record.clone() }.began_local();
    let values = FeltValues {
        effort: given.record.effort,
        before: given.record.back_before,
        after: given.record.back_after,
        note: given.record.note.clone(),
    };
    let felt = move |values: FeltValues| {
        change(&|draft| {
            let record = &mut draft.record;
            (record.effort, record.back_before, record.back_after) =
                (values.effort, values.before, values.after);
            record.note.clone_from(&values.note);
        });
    };
    let sets = given.record.sets.iter().enumerate();
    let sets = sets.map(|(at, set)| view! { <li><OneSet at set=set.clone() draft /></li> }).collect_view();
    let save = move || match draft.get_untracked() {
        Some(ready) if ready.clone().keep(store, ports) => draft.set(None),
        Some(_) => is_wrong.set(true),
        None => {}
    };
    let set_length = move |minutes: Option<u16>| {
        change(&|draft| draft.record.active = Millis::seconds(u32::from(minutes.unwrap_or(0)) * 60));
    };
    let set_began = move |began: String| change(&|draft| draft.began.clone_from(&began));
    let asked = FeltWords::of(|key| words.text(key), words.scale());
    Some(view! {
        <div class="stack">
            <TimeField
                label=words.text("correct.began")
                value=began
                most
                on_change=set_began
            />
            <div class="history-field">
                <span class="field-label">{words.text("correct.length")}</span>
                <NumberField
                    label=words.text("correct.length")
                    value=minutes
                    most=LONGEST
                    unit=words.text("correct.minutes")
                    on_change=set_length
                />
            </div>
            <ul class="history-sets" role="list">{sets}</ul>
            <Felt words=asked values on_change=felt />
            <p role="status">{move || is_wrong.get().then(|| words.text("correct.wrong"))}</p>
            <div class="row">
                <Button small=true tone=Tone::Primary on_press=save>{words.text("correct.save")}</Button>
                <Button small=true tone=Tone::Quiet on_press=move || draft.set(None)>{words.text("correct.leave")}</Button>
            </div>
        </div>
    })
}

/// One set: how much of it was done, and with what.
#[component]
fn OneSet(
    /// Its place.
    at: usize,
    /// It, as it was.
    set: SetDone,
    /// What it is part of.
    draft: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let (words, store) = (use_words(), use_store());
    let read = move |read: fn(&SetDone) -> Option<u16>| {
        Signal::derive(move || {
            draft.with(|draft| draft.as_ref().and_then(|draft| draft.record.sets.get(at)).and_then(read))
        })
    };
    let change = move |change: &dyn Fn(&mut SetDone)| {
        draft.update(|draft| {
            if let Some(set) = draft.as_mut().and_then(|draft| draft.record.sets.get_mut(at)) {
                change(set);
            }
        });
    };
    let name = words.set_done(&set);
    let unit = words.text(if set.reps.is_some() { "correct.reps" } else { "correct.seconds" });
    let in_pounds = match set.load {
        Some(Weight::Pounds(_)) => true,
        Some(Weight::Kilograms(_)) => false,
        None => store.settings().with_untracked(|settings| settings.units == Units::Pounds),
    };
    let weight = if in_pounds { Weight::Pounds } else { Weight::Kilograms };
    let load = read(|set| set.load.map(|(Weight::Kilograms(amount) | Weight::Pounds(amount))| amount));
    let set_load = move |amount: Option<u16>| {
        change(&|set| set.load = amount.filter(|amount| *amount > 0).map(weight));
    };
    let set_amount = move |amount: Option<u16>| change(&|set| set.set_amount(amount.unwrap_or(0)));
    let load = set.takes_load().then(|| {
        view! {
            <NumberField
                label=words.fill("correct.load", &[("move", &name)])
                value=load
                most=HEAVIEST
                unit=words.text(if in_pounds { "unit.pounds" } else { "unit.kilograms" })
                on_change=set_load
            />
        }
    });
    view! {
        <span>{name.clone()}</span>
        <span class="history-fields">
            <NumberField
                label=words.fill("correct.amount", &[("move", &name)])
                value=read(|set| Some(set.amount()))
                most=set.most()
                unit
                on_change=set_amount
            />
            {load}
        </span>
    }
}
