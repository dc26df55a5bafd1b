//! The three notions of time that the rules know: a span, a moment, a day.
//!
//! Decides: units and rounding. Deliberately does not know what time it is: every rule that needs the time is
//! given a [`Moment`], so a session is the same on every machine and every test is exact.

use core::ops::{Add, AddAssign, Sub};

/// A span of time, or an offset from the start of something, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// `seconds` as milliseconds.
    pub const fn seconds(seconds: u32) -> Self {
        Self(seconds as u64 * 1000)
    }

    /// Whole seconds, the rest dropped.
    pub const fn whole_seconds(self) -> u64 {
        self.0 / 1000
    }

    /// Whole seconds, a started one counted: what a count-down shows (0:03 until the last three seconds are over).
    pub const fn started_seconds(self) -> u64 {
        self.0.div_ceil(1000)
    }

    /// Seconds with their fraction, for arithmetic on work.
    pub fn as_seconds(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// What is left after taking `other` away; never less than nothing.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// This span `times` over; at most the largest span there is.
    #[must_use]
    pub const fn times(self, times: u64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Add for Millis {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Millis {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl core::iter::Sum for Millis {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self::ZERO, Add::add)
    }
}

/// A point in time: milliseconds since 1970-01-01T00:00Z, never going back while one page is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub u64);

impl Moment {
    /// How long after `earlier` this is; nothing when it is not after.
    pub const fn since(self, earlier: Self) -> Millis {
        Millis(self.0.saturating_sub(earlier.0))
    }

    /// The minute as a clock shows it that is `offset` minutes ahead of UTC: `2026-11-25T07:12`, what a field for times holds.
    pub fn local(self, offset: i32) -> String {
        let minute = (self.0 / 60_000).cast_signed() + i64::from(offset);
        let of_day = minute.rem_euclid(24 * 60);
        format!("{}T{:02}:{:02}", Day::of(self, offset).iso(), of_day / 60, of_day % 60)
    }

    /// The moment that [`Moment::local`] writes so, seconds passed over; none where that makes no sense.
    pub fn from_local(text: &str, offset: i32) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let day = Day::from_iso(date)?;
        let mut clock = time.splitn(3, ':').map(str::parse::<i64>);
        let (hour, minute) = (clock.next()?.ok()?, clock.next()?.ok()?);
        let minutes = i64::from(day.0) * 24 * 60 + hour * 60 + minute - i64::from(offset);
        Some(Self(u64::try_from(minutes).ok()?.checked_mul(60_000)?))
    }
}

impl Add<Millis> for Moment {
    type Output = Self;
    fn add(self, span: Millis) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

/// A day of a person's own calendar, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day on which `moment` falls for a person whose clock is `offset` minutes ahead of UTC.
    pub fn of(moment: Moment, offset: i32) -> Self {
        let minutes = (moment.0 / 60_000).cast_signed() + i64::from(offset);
        Self(minutes.div_euclid(24 * 60) as i32)
    }

    /// The day of the week, Monday = 0 … Sunday = 6. (1970-01-01 was a Thursday.)
    pub const fn weekday(self) -> u8 {
        (self.0 + 3).rem_euclid(7) as u8
    }

    /// The year, the month from 1 and the day from 1, in the Gregorian calendar.
    /// (Hinnant, "chrono-compatible low-level date algorithms", `civil_from_days`.)
    pub const fn civil(self) -> (i32, u8, u8) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (year + era * 400 + (month <= 2) as i32, month as u8, day as u8)
    }

    /// The day with this year, month and day; the inverse of [`Day::civil`] for days that there are.
    pub const fn from_civil(year: i32, month: u8, day: u8) -> Self {
        let year = year - (month <= 2) as i32;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (month as i32 + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// The day as `2026-02-28`: what a field for dates holds.
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day that [`Day::iso`] writes so; none where there is no such day in the years 1 … 9999.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<u16>().ok());
        let (year, month, date) = (parts.next()??, parts.next()??, parts.next()??);
        let day = Self::from_civil(year.into(), u8::try_from(month).ok()?, u8::try_from(date).ok()?);
        // 31 April is 1 May, and a thirteenth month is of another year: no such day was meant.
        ((1..=9999).contains(&year) && day.iso() == text).then_some(day)
    }

    /// The Monday that this day's week begins with.
    #[must_use]
    pub const fn monday(self) -> Self {
        Self(self.0 - self.weekday() as i32)
    }
}

impl Sub for Day {
    type Output = i32;
    fn sub(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_down_shows_a_second_until_it_is_over() {
        assert_eq!(Millis(3000).started_seconds(), 3);
        assert_eq!(Millis(2001).started_seconds(), 3);
        assert_eq!(Millis(0).started_seconds(), 0);
    }

    #[test]
    fn a_day_begins_at_the_persons_own_midnight() {
        let late = Moment(23 * 3_600_000);
        assert_eq!(Day::of(late, 0), Day(0));
        assert_eq!(Day::of(late, 60), Day(1));
        assert_eq!(Day::of(Moment(0), -60), Day(-1));
    }

    #[test]
    fn every_day_of_eight_centuries_has_one_date() {
        assert_eq!(Day(0).civil(), (1970, 1, 1));
        assert_eq!(Day(11_016).civil(), (2000, 2, 29));
        let mut before = (0, 0, 0);
        for day in -146_097..146_097 {
            let (year, month, date) = Day(day).civil();
            assert_eq!(Day::from_civil(year, month, date), Day(day));
            assert!((year, month, date) > before || before == (0, 0, 0));
            before = (year, month, date);
        }
    }

    #[test]
    fn a_day_is_written_and_read_as_fields_for_dates_do() {
        assert_eq!(Day(0).iso(), "1970-01-01");
        assert_eq!(Day(20_512).iso(), "2026-02-28");
        for day in (-719_162..2_932_896).step_by(997) {
            assert_eq!(Day::from_iso(&Day(day).iso()), Some(Day(day)));
        }
        for text in ["", "2026", "2026-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "0000-01-01", "a-b-c"]
        {
            assert_eq!(Day::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn weeks_begin_on_monday() {
        assert_eq!(Day(0).weekday(), 3);
        assert_eq!(Day(4).weekday(), 0);
        assert_eq!(Day(10).monday(), Day(4));
    }

    #[test]
    fn dates_that_there_are_not_are_not_read() {
        for text in ["10000-01-01", "2026-00-10", "2026-10-00", "2026-10-32", "2026-268-10", "2026-10-266"] {
            assert_eq!(Day::from_iso(text), None, "{text}");
        }
        assert_eq!(Day::from_iso("9999-12-31").map(Day::civil), Some((9999, 12, 31)));
        assert_eq!(Day::from_iso("0001-01-01").map(Day::civil), Some((1, 1, 1)));
    }

    #[test]
    fn no_span_is_less_than_nothing_and_none_overflows() {
        assert_eq!(Millis(5).less(Millis(3)), Millis(2));
        assert_eq!(Millis(3).less(Millis(5)), Millis::ZERO);
        assert_eq!(Moment(3).since(Moment(5)), Millis::ZERO);
        assert_eq!(Moment(7).since(Moment(5)), Millis(2));
        assert_eq!(Moment(u64::MAX) + Millis(1), Moment(u64::MAX));
        assert_eq!(Millis(u64::MAX).times(2) + Millis(1), Millis(u64::MAX));
        assert_eq!([Millis(1), Millis(20)].into_iter().sum::<Millis>(), Millis(21));
        assert_eq!((Millis(1999).whole_seconds(), Millis::seconds(2)), (1, Millis(2000)));
        assert_eq!(Millis(1500).as_seconds().to_bits(), 1.5_f64.to_bits());
    }
}
