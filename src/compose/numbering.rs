//! The numbers of items and of list items, written out.

use super::context::Context;
use super::span::{Spans, plain};
use super::wording::fill;
use crate::model::Enclosure;
use crate::model::numbers::Number;
use crate::model::{letters, roman};
use crate::template::Mark;

/// Counts in figures, letters or roman numerals.
pub(super) fn mark(kind: Mark, value: u32) -> String {
    match kind {
        Mark::Figures => value.to_string(),
        Mark::Letters => letters(value),
        Mark::Roman => roman(value),
    }
}

/// Sets off a list's number.
pub(super) fn enclosed(enclosure: Enclosure, mark: &str, above: &str) -> String {
    match enclosure {
        Enclosure::Stop => format!("{mark}."),
        Enclosure::Bracket => format!("{mark})"),
        Enclosure::Brackets => format!("({mark})"),
        Enclosure::Decimal if above.is_empty() => mark.to_owned(),
        Enclosure::Decimal => format!("{above}.{mark}"),
    }
}

/// What stands before the title of an item.
pub(super) fn item_number(context: &Context<'_>, number: &Number, agenda: &str) -> Spans {
    let forms = &context.style.numbers;
    let mut gaps = number_gaps(context, number, agenda);
    match number.path.last() {
        None => fill(&forms.item, &gaps),
        Some(place) => {
            gaps.push(("sub", plain(mark(mark_at(context, number.path.len() - 1), *place))));
            fill(&forms.sub_item, &gaps)
        }
    }
}

/// What stands before a list's own count, where it is counted behind the minute's number.
pub(super) fn decimal_number(context: &Context<'_>, number: &Number) -> String {
    super::span::text_of(&fill(&context.style.numbers.decimal, &number_gaps(context, number, "")))
}

fn mark_at(context: &Context<'_>, depth: usize) -> Mark {
    let marks = &context.style.numbers.sub_marks;
    marks.get(depth).or(marks.last()).copied().unwrap_or_default()
}

/// The gaps of a number's forms.
pub(super) fn number_gaps(context: &Context<'_>, number: &Number, agenda: &str) -> Vec<(&'static str, Spans)> {
    let year = context.municipal_year();
    let month = usize::from(context.date().month().unsigned_abs()).saturating_sub(1);
    let subs: String = number
        .path
        .iter()
        .enumerate()
        .map(|(depth, place)| format!("({})", mark(mark_at(context, depth), *place)))
        .collect();
    let mut gaps = year_gaps(Some(year));
    gaps.extend([
        ("prefix", plain(context.numbering().prefix.clone())),
        ("number", plain(number.value.to_string())),
        ("number2", plain(format!("{:02}", number.value))),
        ("month_short", plain(context.style.dates.months_short.get(month).cloned().unwrap_or_default())),
        ("agenda", plain(agenda)),
        ("subs", plain(subs)),
    ]);
    gaps
}

/// The gaps of a municipal year.
pub(super) fn year_gaps(year: Option<i16>) -> Vec<(&'static str, Spans)> {
    let two = |year: i16| format!("{:02}", year.rem_euclid(100));
    let show = |text: Option<String>| plain(text.unwrap_or_default());
    vec![
        ("year", show(year.map(two))),
        ("year4", show(year.map(|year| year.to_string()))),
        ("next_year", show(year.map(|year| two(year.saturating_add(1))))),
    ]
}
