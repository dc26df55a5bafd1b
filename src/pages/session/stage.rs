//! The session while it is led: the figure, the breath, the name, the number, what comes next.
//!
//! Decides: what stands in which slot. Every slot has its height whether or not it says something, so that nothing moves
//! when the phase changes.

use domain::catalogue::Metric;
use domain::figure::Painter;
use domain::session::{CueKind, Face, PhaseKind};
use leptos::prelude::*;

use super::another::Another;
use super::beat::{beat, pose};
use super::board::{Count, Words, ground, state};
use super::controls::{Controls, More, Tools, listen};
use super::elsewhere::Elsewhere;
use super::floating::Float;
use super::lines::{Lines, WORTH_TELLING};
use super::swap::{Swapping, Told};
use crate::conductor::{Leader, use_conductor};
use crate::ports::use_ports;
use crate::store::use_store;
use crate::ui::{Button, FigurePair, FigureStill, FigureView, Glyph, Segments, who};
use crate::words::Point;

/// The session while it is led.
#[component]
pub(super) fn Stage(
    /// What it shows now.
    face: Signal<Face>,
    /// The words for it.
    lines: Lines,
) -> impl IntoView {
    announce(face, lines);
    let swapping = Swapping::new();
    listen(use_conductor(), face, swapping);
    let ground = move || face.with(ground);
    let state = move || face.with(state);
    let (missed, leader) = (use_conductor().missed(), use_conductor().leader());
    let next = Memo::new(move |_| match missed.get().filter(|gap| *gap >= WORTH_TELLING) {
        Some(gap) => lines.missed(gap),
        None => face.with(|face| lines.next(face)),
    });
    view! {
        <section class="session" data-ground=ground data-state=state>
            <Light />
            <Another lines />
            <div class="session-inner">
                <div class="session-top">
                    <Tools face lines>
                        <Float face lines />
                    </Tools>
                    <Sets face />
                </div>
                <div class="session-figure"><Figure face lines /></div>
                <Told face />
                <Tap lines />
                <Words face lines />
                <Count face lines />
                <p class="session-next">{next}</p>
                <Show when=move || leader.get() == Leader::Here fallback=move || view! { <Elsewhere lines swapping /> }>
                    <Controls face lines />
                    <More face lines swapping />
                </Show>
            </div>
        </section>
    }
}

/// Says that a tap brings the sound, where the browser waits for one.
#[component]
fn Tap(lines: Lines) -> impl IntoView {
    let conductor = use_conductor();
    let refused = conductor.is_refused();
    let tap = move || conductor.hear_anew();
    view! {
        <Show when=move || refused.get()>
            <div class="session-tap">
                <Button small=true glyph=Glyph::Silent on_press=tap>{lines.words.text("session.tap")}</Button>
            </div>
        </Show>
    }
}

/// Has a screen reader say what changed: the phase, half of it, ten seconds left, a pause. Where a voice says the same, it
/// is not said twice.
fn announce(face: Signal<Face>, lines: Lines) {
    let (ports, settings) = (use_ports(), use_store().settings());
    let point = Memo::new(move |_| face.with(Point::of));
    Effect::new(move |before: Option<Point>| {
        let now = point.get();
        let is_spoken = settings.with_untracked(|chosen| chosen.heard.spoken) && ports.voice().works();
        let text = face.with_untracked(|face| lines.words.said(face, before, None));
        if !is_spoken && !text.is_empty() {
            ports.page().announce(&text);
        }
        now
    });
}

/// The screen lights up with a cue, where that is wanted. Each light has the other name than the one before, which starts
/// its fading anew.
#[component]
fn Light() -> impl IntoView {
    let light = use_conductor().light();
    let cue = move || {
        Some(match light.get()? {
            CueKind::Go => "go",
            CueKind::Rest | CueKind::Change | CueKind::Finish => "stop",
            CueKind::Ready | CueKind::CountDown | CueKind::Half | CueKind::Rep => "mark",
        })
    };
    let turn = Memo::new(move |before: Option<&u8>| {
        light.track();
        before.map_or(0, |turn| 1 + turn % 2)
    });
    view! {
        <div class="session-light" aria-hidden="true" data-cue=cue data-turn=move || turn.get().to_string()></div>
    }
}

/// A segment for each set.
#[component]
fn Sets(face: Signal<Face>) -> impl IntoView {
    // Another move may have sides where the old one had none.
    let total = Memo::new(move |_| face.with(|face| face.sets_total));
    let done = Memo::new(move |_| face.with(|face| face.sets_done));
    let percent = Memo::new(move |_| {
        face.with(|face| match face.kind {
            PhaseKind::Work(_) => (face.spent.0 * 100).checked_div(face.length.0).unwrap_or(0).min(100) as u8,
            _ => 0,
        })
    });
    move || view! { <Segments total=total.get() done percent /> }
}

/// The body, at the tempo of the step. Drawn anew for each exercise, because each has its own number of shapes.
#[component]
fn Figure(face: Signal<Face>, lines: Lines) -> impl IntoView {
    let shown = Memo::new(move |_| face.with(pose));
    let calm = use_ports().page().calm();
    move || {
        shown.get().map(|shown| {
            let name = lines.words.exercise(shown.exercise);
            let label = lines.words.fill("session.figure", &[("move", &name)]);
            match (calm.get(), shown.exercise.get().metric) {
                (false, _) => {}
                (true, Metric::Hold) => {
                    return view! { <FigureStill exercise=shown.exercise side=shown.side label /> }
                        .into_any();
                }
                (true, _) => return view! { <FigurePair exercise=shown.exercise label /> }.into_any(),
            }
            let mut painter = Painter::new(shown.exercise, who(shown.exercise));
            let camera = painter.best();
            let frame = painter.frame(camera);
            let (side, exercise) = (shown.side, shown.exercise);
            let beat = Memo::new(move |_| face.with(beat));
            view! { <FigureView painter side beat camera frame exercise label /> }.into_any()
        })
    }
}
