use super::Words;
use serde::{Deserialize, Serialize};

/// How days are written. Gaps: `weekday`, `day`, `ordinal` (16th), `month`, `month_short`, `year`, `number` (the month).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateForms {
    /// In the title.
    pub title: Words,
    /// In running text.
    pub text: Words,
    /// In brackets and columns.
    pub short: Words,
    /// The months, from January.
    pub months: Vec<String>,
    /// The months where they are shortened.
    pub months_short: Vec<String>,
    /// The days of the week, from Monday.
    pub weekdays: Vec<String>,
    /// Whether the letters of an ordinal are raised.
    pub raised_ordinals: bool,
}

/// The gaps of a date.
pub(super) const DATE_GAPS: &[&str] = &["weekday", "day", "ordinal", "month", "month_short", "number", "year"];

/// How times of day are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeForm {
    /// Whether hours run to 24.
    pub twenty_four_hours: bool,
    /// What parts hours and minutes: "." or ":".
    pub separator: String,
    /// What follows a time before noon: " am".
    pub am: String,
    /// What follows a time from noon: " pm".
    pub pm: String,
    /// Whether "7 pm" is written for 7.00 pm.
    pub short_whole_hours: bool,
}

/// How a minute's own number is written. Gaps: `prefix`, `number`, `number2` (two figures), `year` (the municipal year's
/// first, two figures), `year4`, `next_year` (two figures), `month_short`, `agenda`, and `subs`, the marks of the
/// sub-items that lead to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberForms {
    /// Before the title of an item.
    pub item: Words,
    /// Before the title of a sub-item: further gap `sub`, its own mark.
    pub sub_item: Words,
    /// How sub-items are counted at each depth; the last serves for all deeper ones.
    pub sub_marks: Vec<Mark>,
    /// The number where lists are counted behind it ("17.1"): that before ".1".
    pub decimal: Words,
}

/// The gaps of a number.
pub(super) const NUMBER_GAPS: &[&str] =
    &["prefix", "number", "number2", "year", "year4", "next_year", "month_short", "agenda", "subs"];

/// How something is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mark {
    /// 1, 2, 3.
    #[default]
    Figures,
    /// a, b, c.
    Letters,
    /// i, ii, iii.
    Roman,
}

/// How minutes are cited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitationForms {
    /// The number of a minute of another meeting. Gaps: `prefix`, `number`, `year`, `year4`, `next_year`, `body`, `date`.
    pub elsewhere: Words,
    /// The number of a minute of this meeting. Gaps as for an item's number, and `direction`.
    pub here: Words,
    /// What `direction` says of a minute further up.
    pub above: String,
    /// What `direction` says of a minute further down.
    pub below: String,
    /// "Minute 63/15". Gap here and below: `cited`.
    pub minute: Words,
    /// "minute 63/15".
    pub in_sentence: Words,
    /// "minute 63/15 refers".
    pub refers: Words,
    /// "Minute 63/15 refers".
    pub refers_capital: Words,
    /// The number alone.
    pub number: Words,
    /// With the heading: further gap `heading`.
    pub headed: Words,
    /// An item without a number: gap `heading`.
    pub unnumbered: Words,
    /// An item that there no longer is.
    pub missing: Words,
}

impl DateForms {
    /// Every wording with its name and its gaps.
    pub(super) fn gaps(&self) -> Vec<(&'static str, &Words, &'static [&'static str])> {
        vec![("title", &self.title, DATE_GAPS), ("text", &self.text, DATE_GAPS), ("short", &self.short, DATE_GAPS)]
    }
}

impl NumberForms {
    /// Every wording with its name and its gaps.
    pub(super) fn gaps(&self) -> Vec<(&'static str, &Words, &'static [&'static str])> {
        const SUB: &[&str] =
            &["sub", "prefix", "number", "number2", "year", "year4", "next_year", "month_short", "agenda", "subs"];
        vec![
            ("item", &self.item, NUMBER_GAPS),
            ("sub_item", &self.sub_item, SUB),
            ("decimal", &self.decimal, NUMBER_GAPS),
        ]
    }
}

impl CitationForms {
    /// Every wording with its name and its gaps.
    pub(super) fn gaps(&self) -> Vec<(&'static str, &Words, &'static [&'static str])> {
        const ELSEWHERE: &[&str] = &["prefix", "number", "year", "year4", "next_year", "body", "date"];
        const HERE: &[&str] = &[
            "direction",
            "prefix",
            "number",
            "number2",
            "year",
            "year4",
            "next_year",
            "month_short",
            "agenda",
            "subs",
        ];
        const CITED: &[&str] = &["cited"];
        vec![
            ("elsewhere", &self.elsewhere, ELSEWHERE),
            ("here", &self.here, HERE),
            ("minute", &self.minute, CITED),
            ("in_sentence", &self.in_sentence, CITED),
            ("refers", &self.refers, CITED),
            ("refers_capital", &self.refers_capital, CITED),
            ("number", &self.number, CITED),
            ("headed", &self.headed, &["cited", "heading"]),
            ("unnumbered", &self.unnumbered, &["heading"]),
            ("missing", &self.missing, &[]),
        ]
    }
}
