//! Days, times and numbers in words.

use super::span::{Spans, plain, styled};
use super::wording::fill;
use crate::model::{Date, Look, Time};
use crate::template::{DateForms, HouseStyle, TimeForm, Words};

/// A day in one of the house's forms.
pub(super) fn date(style: &HouseStyle, form: &Words, date: Date) -> Spans {
    let forms = &style.dates;
    let month = usize::from(date.month().unsigned_abs()).saturating_sub(1);
    let weekday = usize::from(date.weekday().to_monday_zero_offset().unsigned_abs());
    let named = |names: &[String], place: usize| plain(names.get(place).cloned().unwrap_or_default());
    fill(
        form,
        &[
            ("weekday", named(&forms.weekdays, weekday)),
            ("day", plain(date.day().to_string())),
            ("ordinal", ordinal(forms, date.day().unsigned_abs())),
            ("month", named(&forms.months, month)),
            ("month_short", named(&forms.months_short, month)),
            ("number", plain(date.month().to_string())),
            ("year", plain(date.year().to_string())),
        ],
    )
}

fn ordinal(forms: &DateForms, day: u8) -> Spans {
    let letters = match (day % 10, day % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let mut spans = plain(day.to_string());
    spans.extend(styled(letters, Look { superscript: forms.raised_ordinals, ..Look::default() }));
    spans
}

/// A time of day as the house writes it.
pub(super) fn time(form: &TimeForm, time: Time) -> Spans {
    let (hour, half) = match (form.twenty_four_hours, time.hour()) {
        (true, hour) => (hour, ""),
        (false, 0) => (12, form.am.as_str()),
        (false, hour @ 1..=11) => (hour, form.am.as_str()),
        (false, 12) => (12, form.pm.as_str()),
        (false, hour) => (hour - 12, form.pm.as_str()),
    };
    if form.short_whole_hours && !form.twenty_four_hours && time.minute() == 0 {
        return plain(format!("{hour}{half}"));
    }
    let hour = if form.twenty_four_hours { format!("{hour:02}") } else { hour.to_string() };
    plain(format!("{hour}{}{:02}{half}", form.separator, time.minute()))
}

const ONES: [&str; 20] = [
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number of votes in words; figures from 100 on.
pub(super) fn in_words(number: u32) -> String {
    let place = usize::try_from(number).unwrap_or(usize::MAX);
    match number {
        0..20 => ONES[place].to_owned(),
        20..100 if number.is_multiple_of(10) => TENS[place / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[place / 10], ONES[place % 10]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_votes_are_spelt_out() {
        let words: Vec<_> = [1, 12, 20, 47, 99, 100].into_iter().map(in_words).collect();
        assert_eq!(words, ["one", "twelve", "twenty", "forty-seven", "ninety-nine", "100"]);
    }
}
