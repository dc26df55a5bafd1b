//! When everybody begins: `at20261127t1800z`, the date and the time of day in UTC, to the minute (ISO 8601, basic form).

use crate::time::Moment;

/// The start as it is written: the minute as a clock in UTC shows it, without what stands between the numbers.
pub(super) fn write(start: Moment, text: &mut String) {
    let clock = start.local(0).to_ascii_lowercase();
    text.push_str("at");
    text.extend(clock.chars().filter(char::is_ascii_alphanumeric));
    text.push('z');
}

/// The start that is written so; nothing for what is written otherwise, or is no time.
pub(super) fn read(text: &str) -> Option<Moment> {
    let (date, time) = text.strip_prefix("at")?.strip_suffix('z')?.split_once('t')?;
    let is_number =
        |text: &str, digits| text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(date, 8) || !is_number(time, 4) {
        return None;
    }
    let parts = [&date[..4], "-", &date[4..6], "-", &date[6..], "T", &time[..2], ":", &time[2..]];
    let clock = parts.concat();
    // 24:00 is another day's 0:00: no such time was meant.
    Moment::from_local(&clock, 0).filter(|start| start.local(0) == clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_written_and_read_and_nothing_else_is() {
        for (minutes, text) in [(0, "at19700101t0000z"), (29_892_841, "at20261101t2201z")] {
            let start = Moment(minutes * 60_000);
            let mut written = String::new();
            write(start, &mut written);
            assert_eq!((written.as_str(), read(text)), (text, Some(start)));
        }
        for strange in [
            "at1900000000",
            "at20261127",
            "at20261127t2400z",
            "at20261127t1860z",
            "at20261327t1800z",
            "at20260230t1800z",
            "at20261127t1800",
            "at2026112+t1800z",
            "at19691231t2359z",
        ] {
            assert_eq!(read(strange), None, "{strange}");
        }
    }
}
