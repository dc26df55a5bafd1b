//! A routine being made or changed: its moves, its text, its balance, all of it at once.
//!
//! Decides: that every change is kept at once, and can be taken back one by one; that the text in the box and the moves above it are
//! the same routine. Deliberately does not know what moving a step does to rounds ([`domain::routine`]).

mod add;
mod drag;
mod fields;
mod own;
mod row;
mod text;
mod tools;

use domain::routine::notation::{self, LONGEST_NAME};
use domain::routine::{Routine, Step};
use domain::time::Millis;
use leptos::prelude::*;

use super::planned::{balance, muscles};
use super::up;
use crate::ports::{Ports, use_ports};
use crate::route::Route;
use crate::store::{Store, use_store};
use crate::ui::{Button, ButtonLink, Glyph, PageHead, Stepper, TextField, Tone, when_mounted};
use crate::words::{Words, use_words};
use add::Add;
use drag::Drawn;
use row::Rows;
use text::Text;

/// The longest rest that is offered, in seconds, and how far a press goes.
const REST: (u16, u16) = (120, 5);

/// What is being changed, and how. Small enough to be copied into every closure.
#[derive(Clone, Copy)]
struct Draft {
    store: Store,
    ports: Ports,
    routine: RwSignal<Routine>,
    /// Under which id it is kept, from the first change on.
    id: StoredValue<String>,
    /// What it was, change by change, and whose fields were seen then.
    before: RwSignal<Vec<(Routine, Option<usize>)>>,
    /// Whether the last change was typed: what is typed on is one change with it.
    is_typing: StoredValue<bool>,
    /// Whose fields are seen: the place of that move.
    open: RwSignal<Option<usize>>,
    /// Which move is being drawn elsewhere.
    drawn: RwSignal<Option<Drawn>>,
}

impl Draft {
    fn new(store: Store, id: String) -> Self {
        let kept = untrack(|| store.routine(&id)).unwrap_or_default();
        let (routine, id) = (RwSignal::new(kept), StoredValue::new(id));
        let (before, open, drawn) = (RwSignal::default(), RwSignal::new(None), RwSignal::new(None));
        let is_typing = StoredValue::new(false);
        Self { store, ports: use_ports(), routine, id, before, is_typing, open, drawn }
    }

    /// It is this from now on, and kept.
    fn set(self, routine: Routine) {
        self.replace(routine, false);
    }

    /// The same, with one letter more or less: all that is typed in a row is taken back at once.
    fn set_typed(self, routine: Routine) {
        self.replace(routine, true);
    }

    fn replace(self, routine: Routine, is_typed: bool) {
        let before = self.routine.get_untracked();
        if before == routine {
            return;
        }
        if !(is_typed && self.is_typing.get_value()) {
            self.remember(before);
        }
        self.is_typing.set_value(is_typed);
        self.keep(routine);
    }

    /// This is what it was before a change.
    fn remember(self, before: Routine) {
        let open = self.open.get_untracked();
        self.before.update(|all| all.push((before, open)));
    }

    fn change(self, change: impl FnOnce(&Routine) -> Routine) {
        let changed = self.routine.with_untracked(change);
        self.set(changed);
    }

    /// Changes the step at `place`.
    fn change_step(self, place: usize, change: impl FnOnce(&mut Step)) {
        self.change(|routine| {
            let Some(mut step) = routine.steps().nth(place).cloned() else { return routine.clone() };
            change(&mut step);
            routine.with_step(place, step)
        });
    }

    /// Brings the step at `place` elsewhere; and says where it is then.
    fn shift(self, words: Words, place: usize, change: impl FnOnce(&Routine) -> (Routine, usize)) -> usize {
        let (changed, now) = self.routine.with_untracked(change);
        self.set(changed);
        self.follow_open(place, now);
        self.tell_place(words, now);
        now
    }

    /// Fields stay with their move.
    fn follow_open(self, from: usize, to: usize) {
        self.open.update(|open| {
            *open = match *open {
                Some(place) if place == from => Some(to),
                Some(place) if from < place && place <= to => Some(place - 1),
                Some(place) if to <= place && place < from => Some(place + 1),
                open => open,
            };
        });
    }

    /// Brings the keyboard's place to this element, which is only about to be there: rows and fields are made anew.
    fn focus_soon(self, id: String) {
        let focus = move || self.ports.page().focus(&id);
        self.ports.clock().after(Millis::ZERO, Box::new(focus)).for_ever();
    }

    /// Has it read aloud where a move is now.
    fn tell_place(self, words: Words, place: usize) {
        let said = self.routine.with_untracked(|routine| {
            let step = routine.steps().nth(place)?;
            let (n, total) = (words.figures(place as u64 + 1), words.figures(routine.steps().count() as u64));
            let moved = words.action(&step.action);
            Some(words.fill("builder.moved", &[("move", &moved), ("n", &n), ("total", &total)]))
        });
        self.ports.page().announce(&said.unwrap_or_default());
    }

    /// What another window made of it is what it is; what it was here can be had back.
    fn follow_others(self) {
        Effect::new(move |_| {
            let Some(stored) = self.id.with_value(|id| self.store.routine(id)) else { return };
            let here = self.routine.get_untracked();
            if here != stored && self.drawn.with_untracked(Option::is_none) {
                self.is_typing.set_value(false);
                self.remember(here);
                self.routine.set(stored);
            }
        });
    }

    fn undo(self) {
        self.is_typing.set_value(false);
        let Some((before, open)) = self.before.try_update(Vec::pop).flatten() else { return };
        self.keep(before);
        self.open.set(open);
        // Back to where nothing had been made yet: nothing is kept of it.
        if self.routine.with_untracked(|routine| *routine == Routine::default()) {
            self.id.with_value(|id| drop(self.store.forget_routine(id)));
        }
    }

    fn keep(self, routine: Routine) {
        self.id.with_value(|id| drop(self.store.keep_routine(Some(id), routine.clone())));
        self.routine.set(routine);
    }
}

/// A title, name or note as it is typed: clean, and with a space at its end as long as the next word is on its way.
fn typed(text: &str) -> String {
    let mut clean = notation::clean(text);
    if text.ends_with(' ') && !clean.is_empty() && clean.chars().count() < LONGEST_NAME {
        clean.push(' ');
    }
    clean
}

/// An own routine being made or changed.
#[component]
pub fn Builder(
    /// Its id; a new one without.
    id: String,
) -> impl IntoView {
    let (words, ports, store) = (use_words(), use_ports(), use_store());
    if id.is_empty() {
        // An address of its own, before anything is done: whoever loads the page again finds it there.
        when_mounted(move || ports.page().replace(&Route::Edit(store.new_id()).path()));
        let title = words.text("title.builder");
        return view! { <div class="page"><PageHead title up=up(words) /></div> }.into_any();
    }
    view! { <Change draft=Draft::new(store, id) /> }.into_any()
}

/// The routine and everything that can be changed of it.
#[component]
fn Change(draft: Draft) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let Draft { routine, .. } = draft;
    draft.follow_others();
    let title = Memo::new(move |_| routine.with(|routine| routine.title.clone()));
    let rename = move |title: String| {
        let renamed = Routine { title: typed(&title), ..draft.routine.get_untracked() };
        draft.set_typed(renamed);
    };
    let summary = Memo::new(move |_| routine.with(|routine| words.summary_of(routine)));
    let is_empty = Memo::new(move |_| routine.with(|routine| routine.steps().next().is_none()));
    let can_undo = Memo::new(move |_| draft.before.with(|before| !before.is_empty()));
    let undo = move || {
        draft.undo();
        ports.page().announce(&words.text("builder.undone"));
    };
    let shown = StoredValue::new(Route::Mine(draft.id.get_value()).path());
    let done = move || {
        (!is_empty.get()).then(|| {
            view! {
                <ButtonLink tone=Tone::Primary glyph=Glyph::Check href=shown.get_value()>
                    {words.text("button.done")}
                </ButtonLink>
            }
        })
    };
    let beside = move || {
        let beside = |routine: &Routine| view! { {balance(words, routine)} {muscles(words, routine)} };
        // Of nothing there is nothing to say.
        (!is_empty.get()).then(|| routine.with(beside))
    };
    view! {
        <div class="page routine">
            <div class="routine-head">
                <PageHead title=words.text("title.builder") up=up(words) />
                <TextField label=words.text("builder.title") value=title rows=1 most=LONGEST_NAME on_input=rename />
                <div class="builder-line">
                    <p class="routine-length" role="status">{summary}</p>
                    <Button small=true glyph=Glyph::Reset disabled=Signal::derive(move || !can_undo.get()) on_press=undo>
                        {words.text("button.undo")}
                    </Button>
                </div>
                <div class="routine-actions">{done}</div>
            </div>
            <section class="stack">
                <h2>{words.text("routine.moves")}</h2>
                <Rows draft />
                <Show when=move || is_empty.get()>
                    <p class="quiet">{words.text("builder.empty")}</p>
                </Show>
                <Add draft />
                <Rest draft />
                <Text draft />
            </section>
            <aside class="stack routine-balance">{beside}</aside>
        </div>
    }
}

/// How long one rests between sets.
#[component]
fn Rest(draft: Draft) -> impl IntoView {
    let words = use_words();
    let rest = Memo::new(move |_| draft.routine.with(|routine| routine.rest.unwrap_or(0)));
    let set = move |rest: u16| {
        draft.change(|routine| Routine { rest: Some(rest).filter(|rest| *rest > 0), ..routine.clone() });
    };
    let (most, step) = REST;
    view! {
        <section class="card builder-line">
            <h3>{words.text("builder.rest")}</h3>
            <Stepper
                label=words.text("builder.rest")
                value=rest
                least=0
                most
                step
                text=Signal::derive(move || words.fill("amount.seconds", &[("n", &words.figures(u64::from(rest.get())))]))
                fewer=words.text("builder.rest.less")
                more=words.text("builder.rest.more")
                on_change=set
            />
        </section>
    }
}
