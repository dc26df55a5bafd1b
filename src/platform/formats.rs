//! Numbers, dates and lists, asked of the browser's `Intl`.
//!
//! Decides: the words are English, so only an English of the person's own ("en-GB", "en-IN") is asked for; anything
//! else, and what is no language at all (WebKitGTK says "C" where none is set), is plain "en". Where `Intl` fails, plain
//! English answers. What every English writes alike, but for whether the month or the day comes first (a number below a thousand, a
//! share, a day of the week with its date), is not asked for either: the start page shows nothing else, and the first formatter
//! would cost it 15 to 30 milliseconds of standing still, many times that on a phone.

use std::cell::RefCell;

use domain::time::{Day, Moment};
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::script;
use crate::ports::{DateShape, Formats, Order, PlainEnglish, Plural};

/// The formatters of the person's English, each made when first needed.
pub(super) struct Intl {
    language: String,
    order: Order,
    made: RefCell<Vec<(&'static str, u8, Option<JsValue>)>>,
}

impl Intl {
    pub(super) fn new() -> Self {
        let language = language();
        let order =
            if MONTH_FIRST.contains(&language.as_str()) { Order::MonthFirst } else { Order::DayFirst };
        Self { language, order, made: RefCell::default() }
    }

    /// The formatter of this `kind` with these options; `variant` tells those of one kind apart.
    fn tool(&self, kind: &'static str, variant: u8, options: &[(&str, JsValue)]) -> Option<JsValue> {
        let known = |made: &[(&'static str, u8, Option<JsValue>)]| {
            made.iter().find(|tool| (tool.0, tool.1) == (kind, variant)).map(|tool| tool.2.clone())
        };
        if let Some(tool) = known(&self.made.borrow()) {
            return tool;
        }
        let make = || {
            let intl = script::property(&js_sys::global(), "Intl")?;
            let arguments = [self.language.as_str().into(), script::object(options)];
            script::construct(&intl, kind, &arguments)
        };
        let tool = make();
        self.made.borrow_mut().push((kind, variant, tool.clone()));
        tool
    }
}

/// Where people write the month before the day; "en" alone is written as in the United States.
const MONTH_FIRST: [&str; 4] = ["en", "en-US", "en-CA", "en-PH"];

/// The first language the person asks for that is an English; "en" if none is.
fn language() -> String {
    let asked = script::window()
        .map(|window| window.navigator().languages())
        .into_iter()
        .flat_map(|languages| languages.to_vec())
        .filter_map(|language| language.as_string());
    let english = |language: &String| {
        language == "en"
            || language.strip_prefix("en-").is_some_and(|region| {
                region.len() == 2 && region.bytes().all(|letter| letter.is_ascii_uppercase())
            })
    };
    asked.into_iter().find(english).unwrap_or_else(|| "en".to_owned())
}

fn format(tool: Option<JsValue>, value: JsValue) -> Option<String> {
    script::call(&tool?, "format", &[value])?.as_string()
}

/// What is asked of a formatter: a number of its own, and its options.
type Options = (u8, &'static [(&'static str, &'static str)]);

/// The options of `Intl.DateTimeFormat` for `shape`; none for the one that is written without it.
const fn options(shape: DateShape) -> Option<Options> {
    Some(match shape {
        DateShape::Full => return None,
        DateShape::WithYear => (1, &[("day", "numeric"), ("month", "long"), ("year", "numeric")]),
        DateShape::Short => (2, &[("day", "numeric"), ("month", "short")]),
        DateShape::Weekday => (3, &[("weekday", "long")]),
        DateShape::WeekdayLetter => (4, &[("weekday", "narrow")]),
        DateShape::Month => (5, &[("month", "long"), ("year", "numeric")]),
    })
}

const TIME_OF_DAY: Options = (6, &[("hour", "numeric"), ("minute", "2-digit")]);

impl Intl {
    /// `milliseconds` since 1970 as a calendar in UTC shows them.
    fn moment(&self, milliseconds: f64, (variant, options): Options) -> Option<String> {
        let mut options: Vec<(&str, JsValue)> =
            options.iter().map(|(name, value)| (*name, JsValue::from(*value))).collect();
        options.push(("timeZone", "UTC".into()));
        format(self.tool("DateTimeFormat", variant, &options), milliseconds.into())
    }
}

impl Formats for Intl {
    fn number(&self, value: f64, digits: u8) -> String {
        let exact = JsValue::from(digits.min(6));
        let options = [("minimumFractionDigits", exact.clone()), ("maximumFractionDigits", exact)];
        format(self.tool("NumberFormat", digits, &options), value.into())
            .unwrap_or_else(|| PlainEnglish.number(value, digits))
    }

    fn whole(&self, value: u64) -> String {
        if value < 1000 { PlainEnglish.whole(value) } else { self.number(value as f64, 0) }
    }

    fn percent(&self, percent: u8) -> String {
        PlainEnglish.percent(percent)
    }

    fn date(&self, day: Day, shape: DateShape) -> String {
        let Some(options) = options(shape) else { return PlainEnglish::full_date(day, self.order) };
        self.moment(f64::from(day.0) * 86_400_000.0, options).unwrap_or_else(|| PlainEnglish.date(day, shape))
    }

    fn time_of_day(&self, moment: Moment, offset: i32) -> String {
        self.moment(moment.0 as f64 + f64::from(offset) * 60_000.0, TIME_OF_DAY)
            .unwrap_or_else(|| PlainEnglish.time_of_day(moment, offset))
    }

    fn list(&self, parts: &[String]) -> String {
        let array: Array = parts.iter().map(|part| JsValue::from(part.as_str())).collect();
        let tool = self.tool("ListFormat", 0, &[("type", "conjunction".into())]);
        format(tool, array.into()).unwrap_or_else(|| PlainEnglish.list(parts))
    }

    fn plural(&self, count: u64) -> Plural {
        let tool = self.tool("PluralRules", 0, &[]);
        let category = tool.and_then(|tool| script::call(&tool, "select", &[(count as f64).into()]));
        match category.and_then(|category| category.as_string()).as_deref() {
            Some("zero") => Plural::Zero,
            Some("one") => Plural::One,
            Some("two") => Plural::Two,
            Some("few") => Plural::Few,
            Some("many") => Plural::Many,
            Some(_) => Plural::Other,
            None => PlainEnglish.plural(count),
        }
    }
}
