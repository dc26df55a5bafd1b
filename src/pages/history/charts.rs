//! The pictures of a history: front and back by week, and the days of half a year.

use std::collections::BTreeMap;

use domain::history::{History, Week};
use domain::time::{Day, Millis};
use leptos::prelude::*;

use crate::ports::{DateShape, use_ports};
use crate::ui::{Bar, Bars, Calendar, Depth};
use crate::words::use_words;

/// How many weeks have a bar.
pub(super) const BARS: u16 = 12;
/// How many weeks the calendar shows.
const WEEKS: i32 = 22;
/// A bar in so many has its day under it: more would not fit on a phone.
const LABEL_EVERY: usize = 4;

/// Minutes of front and back, week by week.
#[component]
pub(super) fn Weeks(
    /// The weeks, oldest first.
    weeks: Vec<Week>,
    /// The day it is.
    today: Day,
) -> impl IntoView {
    let words = use_words();
    let formats = use_ports().formats();
    // The scale: a bar is read against the tallest one.
    let most = weeks.iter().map(|week| u64::from(week.minutes)).max().unwrap_or_default();
    let last = weeks.len().saturating_sub(1);
    let bars = weeks.into_iter().enumerate().map(|(at, week)| {
        let both = (week.front + week.back).max(f64::MIN_POSITIVE);
        let part = |load: f64| f64::from(week.minutes) * load / both;
        let (front, back) = (part(week.front), part(week.back));
        let minutes = |part: f64| words.count("amount.minutes", part.round() as u64, &[]);
        let day = formats.date(week.monday, DateShape::Short);
        let places = [("day", &*day), ("front", &*minutes(front)), ("back", &*minutes(back))];
        let text = words.fill("history.week", &places);
        let named = at % LABEL_EVERY == last % LABEL_EVERY || week.monday == today.monday();
        Bar { label: if named { day } else { String::new() }, front, back, words: text }
    });
    let bars: Vec<Bar> = bars.collect();
    view! {
        <div class="history-head">
            <h2>{words.text("history.weeks")}</h2>
            <p class="quiet">{words.count("history.weeks.most", most, &[])}</p>
        </div>
        <Bars bars label=words.text("history.weeks") />
        <ul class="history-legend" role="list">
            <li data-part="front">{words.text("region.front")}</li>
            <li data-part="back">{words.text("region.back")}</li>
        </ul>
    }
}

/// The days of whole weeks up to this one, Monday first: on which something was done, and how much.
pub(super) fn days(past: &History, today: Day) -> Vec<Depth> {
    let first = today.monday().0 - 7 * (WEEKS - 1);
    let mut active: BTreeMap<Day, Millis> = BTreeMap::new();
    for record in past.between(Day(first), today) {
        *active.entry(record.day()).or_default() += record.active;
    }
    let depth = |day: i32| match active.get(&Day(day)) {
        _ if day > today.0 => Depth::Ahead,
        None => Depth::None,
        // A session counts as a minute even when it was shorter: the day is not empty.
        Some(span) => Depth::of((span.0 / 60_000).max(1)),
    };
    (first..first + 7 * WEEKS).map(depth).collect()
}

/// The days of half a year, and how many weeks in a row had a session.
#[component]
pub(super) fn Habit(
    /// The days, oldest first.
    days: Vec<Depth>,
    /// How many weeks in a row.
    streak: u32,
) -> impl IntoView {
    let words = use_words();
    let active = days.iter().filter(|depth| !matches!(depth, Depth::None | Depth::Ahead)).count();
    let weeks = words.count("history.calendar", WEEKS.unsigned_abs().into(), &[]);
    let count = words.count("history.days", active as u64, &[]);
    let label = words.fill("history.calendar.label", &[("weeks", &weeks), ("days", &count)]);
    let streak = (streak > 1).then(|| words.count("history.streak", u64::from(streak), &[]));
    view! {
        <div class="history-head">
            <h2>{weeks}</h2>
            <p class="quiet">{streak}</p>
        </div>
        <Calendar days label />
    }
}
