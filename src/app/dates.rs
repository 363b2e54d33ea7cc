//! Days and times as clerks write them, in the window and on the command line.

use crate::model::{Date, Time};

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

/// A day as clerks write it: "15 September 2016".
pub fn write_date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// A day with its weekday: "Thursday 15 September 2016".
pub fn write_long_date(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

/// A time as clerks write it: "2.00 pm".
pub fn write_time(time: Time) -> String {
    let hour = match time.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    let half = if time.hour() < 12 { "am" } else { "pm" };
    format!("{hour}.{:02} {half}", time.minute())
}

/// Reads a day: "15 September 2016", "Thursday, 15th Sept 2016", "15/9/2016", "15.9.16", "2016-09-15". The day comes
/// before the month, as it does in Britain, but where the year comes first.
///
/// # Errors
///
/// What is wrong, and how to write it.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let how = "Write the day as 15 September 2016 or 15/9/2016.";
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '.' | '-'))
        .filter(|word| !word.is_empty() && !is_weekday(word) && *word != "of")
        .collect();
    let [first, month, last] = match words.as_slice() {
        [first, month, last] => [*first, *month, *last],
        [_, month] | [month, _] if parse_month(month).is_some() => return Err(format!("The year is missing. {how}")),
        _ => return Err(format!("This is not a day. {how}")),
    };
    let (day, year) =
        if first.len() == 4 && first.chars().all(|c| c.is_ascii_digit()) { (last, first) } else { (first, last) };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i8>();
    let day = day.map_err(|_| format!("The day of the month is not a number. {how}"))?;
    let month = parse_month(month).ok_or_else(|| format!("There is no such month. {how}"))?;
    let year = parse_year(year).ok_or_else(|| format!("The year is not a year. {how}"))?;
    Date::new(year, month, day).map_err(|_| format!("There is no such day in that month. {how}"))
}

/// Reads a time: "2.00 pm", "14:00", "7pm", "noon".
///
/// # Errors
///
/// What is wrong, and how to write it.
pub fn parse_time(text: &str) -> Result<Time, String> {
    text.parse().map_err(|_| "This is not a time of day. Write it as 2.00 pm or 14:00.".to_owned())
}

fn is_weekday(word: &str) -> bool {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3 && days.iter().any(|day| day.starts_with(word) || (word == "tues" && *day == "tuesday"))
}

fn parse_month(word: &str) -> Option<i8> {
    if let Ok(number) = word.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let word = if word == "sept" { "sep" } else { word };
    let at = (word.len() >= 3).then(|| MONTHS.iter().position(|month| month.to_lowercase().starts_with(word)))??;
    i8::try_from(at + 1).ok()
}

fn parse_year(word: &str) -> Option<i16> {
    let year = word.parse::<i16>().ok()?;
    match word.len() {
        2 => Some(2000 + year),
        4 => (1800..=2200).contains(&year).then_some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_clerks_write_them() {
        for text in [
            "15 September 2016",
            "15th Sept 2016",
            "Thursday, 15 September 2016",
            "Thu 15 sep 16",
            "15/9/2016",
            "15.09.16",
            "2016-09-15",
            "15th of September 2016",
        ] {
            assert_eq!(parse_date(text), Ok(date(2016, 9, 15)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_a_reason() {
        for (text, reason) in [
            ("15 September", "The year is missing"),
            ("31 June 2016", "no such day"),
            ("15 Smarch 2016", "no such month"),
            ("15/13/2016", "no such month"),
            ("first June 2016", "not a number"),
            ("15 June 16000", "not a year"),
            ("tomorrow", "not a day"),
            ("", "not a day"),
        ] {
            let refused = parse_date(text).expect_err(text);
            assert!(refused.contains(reason), "{text}: {refused}");
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for day in [date(2016, 9, 15), date(2000, 2, 29), date(1999, 12, 1)] {
            assert_eq!(parse_date(&write_date(day)), Ok(day));
            assert_eq!(parse_date(&write_long_date(day)), Ok(day));
        }
        for (hour, minute) in [(0, 0), (0, 30), (9, 5), (12, 0), (14, 0), (23, 59)] {
            let time = Time::new(hour, minute).expect("a time of day");
            assert_eq!(parse_time(&write_time(time)), Ok(time));
        }
    }
}
