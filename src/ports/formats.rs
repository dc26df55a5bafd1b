//! How numbers, spans, dates and lists are written, and which plural a number takes.
//!
//! Decides: what can be asked for. Deliberately does not know any language but English: in the browser `Intl` answers.

use domain::time::{Day, Millis, Moment};

/// How much of a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateShape {
    /// "Monday 23 November".
    Full,
    /// "23 November 2026".
    WithYear,
    /// "23 Nov".
    Short,
    /// "Monday".
    Weekday,
    /// "M": the head of a column.
    WeekdayLetter,
    /// "November 2026".
    Month,
}

/// The classes that languages sort numbers into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Nothing, where a language has a form for it.
    Zero,
    /// As one.
    One,
    /// As two.
    Two,
    /// As a few.
    Few,
    /// As many.
    Many,
    /// As any other number.
    Other,
}

impl Plural {
    /// The last part of the key of a counted text: "other" of "today.minutes.other".
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// Numbers, spans, dates and lists as people write them.
pub trait Formats {
    /// A number with `digits` digits after the point: "1,250", "2.5".
    fn number(&self, value: f64, digits: u8) -> String;
    /// A share in percent: 48 is "48%".
    fn percent(&self, percent: u8) -> String;
    /// A date.
    fn date(&self, day: Day, shape: DateShape) -> String;
    /// A time of day, for somebody whose clock is `offset` minutes ahead of UTC: "18:05".
    fn time_of_day(&self, moment: Moment, offset: i32) -> String;
    /// "anna, ben and clara".
    fn list(&self, parts: &[String]) -> String;
    /// The plural that `count` takes.
    fn plural(&self, count: u64) -> Plural;

    /// A whole number: "1,250".
    fn whole(&self, value: u64) -> String {
        self.number(value as f64, 0)
    }

    /// A span as a clock shows it: "8:00", "1:02:05". Started seconds do not count: 7:59.9 is "7:59".
    fn span(&self, span: Millis) -> String {
        clock_face(span.whole_seconds())
    }

    /// A span as a count-down shows it: a started second counts, so that "0:01" holds until it is over.
    fn left(&self, span: Millis) -> String {
        clock_face(span.started_seconds())
    }
}

/// `seconds` as a clock shows them. The same in every language of the words files so far.
fn clock_face(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// British English, without asking anybody: for tests and for pages rendered while building.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainEnglish;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What comes first in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// "Monday 23 November".
    DayFirst,
    /// "Monday, November 23".
    MonthFirst,
}

impl PlainEnglish {
    /// A day of the week with its date.
    pub fn full_date(day: Day, order: Order) -> String {
        let (_, month, date) = day.civil();
        let (weekday, month) =
            (weekday(day), MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default());
        match order {
            Order::DayFirst => format!("{weekday} {date} {month}"),
            Order::MonthFirst => format!("{weekday}, {month} {date}"),
        }
    }
}

fn weekday(day: Day) -> &'static str {
    WEEKDAYS.get(usize::from(day.weekday())).copied().unwrap_or_default()
}

impl Formats for PlainEnglish {
    fn number(&self, value: f64, digits: u8) -> String {
        let scale = 10_u64.pow(u32::from(digits.min(6)));
        let scaled = (value.abs() * scale as f64).round() as u64;
        let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
        let whole = grouped(scaled / scale);
        if digits == 0 {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{:0width$}", scaled % scale, width = usize::from(digits.min(6)))
        }
    }

    fn percent(&self, percent: u8) -> String {
        format!("{percent}%")
    }

    fn date(&self, day: Day, shape: DateShape) -> String {
        let (year, month, date) = day.civil();
        let month = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
        let weekday = weekday(day);
        match shape {
            DateShape::Full => Self::full_date(day, Order::DayFirst),
            DateShape::WithYear => format!("{date} {month} {year}"),
            DateShape::Short => format!("{date} {}", month.get(..3).unwrap_or(month)),
            DateShape::Weekday => weekday.to_owned(),
            DateShape::WeekdayLetter => weekday.get(..1).unwrap_or(weekday).to_owned(),
            DateShape::Month => format!("{month} {year}"),
        }
    }

    fn time_of_day(&self, moment: Moment, offset: i32) -> String {
        let minutes = ((moment.0 / 60_000).cast_signed() + i64::from(offset)).rem_euclid(24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }

    fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} and {last}", most.join(", ")),
        }
    }

    fn plural(&self, count: u64) -> Plural {
        if count == 1 { Plural::One } else { Plural::Other }
    }
}

/// `number` with a comma between thousands.
fn grouped(number: u64) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", grouped(number / 1000), number % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_like_a_clock() {
        assert_eq!(PlainEnglish.span(Millis(480_000)), "8:00");
        assert_eq!(PlainEnglish.span(Millis(3_725_900)), "1:02:05");
        assert_eq!(PlainEnglish.left(Millis(400)), "0:01");
    }

    #[test]
    fn dates_follow_the_calendar() {
        assert_eq!(PlainEnglish.date(Day(0), DateShape::Full), "Thursday 1 January");
        assert_eq!(PlainEnglish::full_date(Day(0), Order::MonthFirst), "Thursday, January 1");
        assert_eq!(PlainEnglish.date(Day(20_512), DateShape::WithYear), "28 February 2026");
        assert_eq!(PlainEnglish.date(Day(20_513), DateShape::Short), "1 Mar");
        assert_eq!(PlainEnglish.date(Day(19_782), DateShape::WithYear), "29 February 2024");
        assert_eq!(PlainEnglish.date(Day(19_782), DateShape::Month), "February 2024");
    }

    #[test]
    fn numbers_are_grouped_and_rounded() {
        assert_eq!(PlainEnglish.number(1_234_567.0, 0), "1,234,567");
        assert_eq!(PlainEnglish.number(2.46, 1), "2.5");
        assert_eq!(PlainEnglish.number(-0.04, 1), "0.0");
    }

    #[test]
    fn lists_end_in_and() {
        let parts = ["mat", "band", "ball"].map(String::from);
        assert_eq!(PlainEnglish.list(&parts), "mat, band and ball");
        assert_eq!(PlainEnglish.list(&parts[..1]), "mat");
    }

    #[test]
    fn the_time_of_day_is_the_persons_own() {
        assert_eq!(PlainEnglish.time_of_day(Moment(0), 90), "01:30");
        assert_eq!(PlainEnglish.time_of_day(Moment(0), -60), "23:00");
    }
}
