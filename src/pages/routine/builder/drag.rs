//! A move taken by its handle and drawn to another place.
//!
//! Decides: that the moves make room as soon as half of the next one is covered, that the page follows at its ends, and
//! that all of it is one change, which is taken back at once. Deliberately does not know what passing the beginning of
//! rounds does ([`domain::routine`]).

use domain::routine::{Routine, Towards};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::Draft;
use crate::ports::{running_time, use_ports};
use crate::ui::{Glyph, Icon};
use crate::words::{Words, use_words};

/// The move that is being drawn.
#[derive(Clone, PartialEq)]
pub(super) struct Drawn {
    /// Where it stands by now.
    pub(super) place: usize,
    /// How far from its place it is shown, in pixels.
    pub(super) by: i32,
    /// How far below its upper edge it was taken.
    grip: i32,
    /// Where the pointer is by now, in pixels from the top of what is seen.
    y: i32,
    /// What the routine was before.
    before: Routine,
}

/// The id of the row at a place.
pub(super) fn row(place: usize) -> String {
    ["row-", &place.to_string()].concat()
}

/// The id of the handle of the row at a place.
pub(super) fn grip(place: usize) -> String {
    ["grip-", &place.to_string()].concat()
}

/// What a move is taken by. With the arrow keys it goes one place at a time.
#[component]
pub(super) fn Handle(draft: Draft, place: usize, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let (words, ports) = (use_words(), use_ports());
    let take = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        let Some((top, _)) = ports.hands().place(&row(place)) else { return };
        event.prevent_default();
        ports.hands().hold(&grip(place), event.pointer_id());
        let before = draft.routine.get_untracked();
        let y = event.client_y();
        draft.drawn.set(Some(Drawn { place, by: 0, grip: y - top, y, before }));
    };
    let key = move |event: leptos::ev::KeyboardEvent| {
        let towards = match event.key().as_str() {
            "ArrowUp" => Towards::Start,
            "ArrowDown" => Towards::End,
            _ => return,
        };
        event.prevent_default();
        let now = draft.shift(words, place, |routine| routine.moved(place, towards));
        ports.page().focus(&grip(now));
    };
    view! {
        <button
            type="button"
            class="builder-grip"
            id=grip(place)
            aria-label=move || words.fill("builder.grip", &[("move", &name.get())])
            on:pointerdown=take
            on:keydown=key
        >
            <Icon glyph=Glyph::Grip />
        </button>
    }
}

impl Draft {
    /// The pointer is at so many pixels from the top of what is seen.
    pub(super) fn draw(self, y: i32) {
        let Some(drawn) = self.drawn.get_untracked() else { return };
        let edges = |place: usize| self.ports.hands().place(&row(place));
        let Some((top, bottom)) = edges(drawn.place) else { return };
        let (natural, height) = (top - drawn.by, bottom - top);
        let by = y - drawn.grip - natural;
        let covers_half = |place: usize, towards: Towards| {
            edges(place).is_some_and(|(top, bottom)| match towards {
                Towards::End => natural + by + height > i32::midpoint(top, bottom),
                Towards::Start => natural + by < i32::midpoint(top, bottom),
            })
        };
        let above = drawn.place.checked_sub(1).filter(|above| covers_half(*above, Towards::Start));
        let towards = match above {
            Some(_) => Some(Towards::Start),
            None => covers_half(drawn.place + 1, Towards::End).then_some(Towards::End),
        };
        let Some(towards) = towards else {
            return self.drawn.set(Some(Drawn { by, y, ..drawn }));
        };
        let (changed, place) = self.routine.with_untracked(|routine| routine.moved(drawn.place, towards));
        // Until the rows have made room it stays under the finger.
        let room = edges(place).filter(|_| place != drawn.place).map_or(0, |(top, bottom)| match towards {
            Towards::End => bottom - (natural + height),
            Towards::Start => top - natural,
        });
        self.keep(changed);
        self.follow_open(drawn.place, place);
        self.drawn.set(Some(Drawn { place, by: by - room, y, ..drawn }));
    }

    /// As long as something is drawn near an end of what is seen, the page goes on under it.
    pub(super) fn lean(self) {
        let is_drawn = Memo::new(move |_| self.drawn.with(Option::is_some));
        let passed = running_time(self.ports, is_drawn.into());
        Effect::new(move |_| {
            passed.track();
            let y = self.drawn.with_untracked(|drawn| drawn.as_ref().map(|drawn| drawn.y));
            if let Some(y) = y.filter(|y| self.ports.hands().lean(*y)) {
                self.draw(y);
            }
        });
    }

    /// The pointer let go, or is gone.
    pub(super) fn drop(self, words: Words) {
        let Some(drawn) = self.drawn.try_update(Option::take).flatten() else { return };
        if self.routine.with_untracked(|routine| *routine != drawn.before) {
            self.is_typing.set_value(false);
            self.remember(drawn.before);
            self.tell_place(words, drawn.place);
        }
    }
}
