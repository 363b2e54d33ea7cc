use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A day of the civil calendar, as people in the room would name it. It bears no zone.
pub use jiff::civil::Date;

/// A time of day to the minute, local to the place of the meeting; in the file `"14:00"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time {
    hour: u8,
    minute: u8,
}

impl Time {
    /// A time of day, or `None` where the hour is above 23 or the minute above 59.
    pub fn new(hour: u8, minute: u8) -> Option<Time> {
        (hour < 24 && minute < 60).then_some(Time { hour, minute })
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl From<Time> for String {
    fn from(time: Time) -> String {
        time.to_string()
    }
}

impl TryFrom<String> for Time {
    type Error = String;

    fn try_from(text: String) -> Result<Time, String> {
        text.parse()
    }
}

impl FromStr for Time {
    type Err = String;

    /// Reads a time as clerks write it: `14:00`, `14.00`, `2.00 pm`, `7pm`, `7:45 p.m.`, `noon`, `midnight`.
    fn from_str(text: &str) -> Result<Time, String> {
        let refused = || format!("`{text}` is not a time of day; write it as 14:00 or 2.00 pm");
        let lower: String = text.trim().to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
        match lower.as_str() {
            "noon" => return Time::new(12, 0).ok_or_else(refused),
            "midnight" => return Time::new(0, 0).ok_or_else(refused),
            _ => {}
        }
        let figures_end = lower.find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.').unwrap_or(lower.len());
        let (figures, half) = lower.split_at(figures_end);
        let figures = figures.trim_end_matches('.');
        let (hour, minute) = figures.split_once([':', '.']).unwrap_or((figures, "0"));
        let hour: u8 = hour.parse().map_err(|_| refused())?;
        let minute: u8 = minute.parse().map_err(|_| refused())?;
        let hour = match half.replace('.', "").as_str() {
            "" => hour,
            "am" if (1..=12).contains(&hour) => hour % 12,
            "pm" if (1..=12).contains(&hour) => hour % 12 + 12,
            _ => return Err(refused()),
        };
        Time::new(hour, minute).ok_or_else(refused)
    }
}

/// The first calendar year of the municipal year in which a day falls. It begins with the annual meeting in May, whose
/// day differs from council to council (Local Government Act 1972, Schedule 12, paragraph 1: between 8 and 25 May, or
/// within 21 days of an election); a meeting earlier in May than its council's turn sets its year by hand.
pub fn municipal_year(date: Date) -> i16 {
    if date.month() >= 5 { date.year() } else { date.year() - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_clerks_write_them() {
        for (text, expected) in [
            ("14:00", (14, 0)),
            ("2.00 pm", (14, 0)),
            ("4.00 pm.", (16, 0)),
            ("7pm", (19, 0)),
            ("7:45 p.m.", (19, 45)),
            ("12.30 am", (0, 30)),
            ("noon", (12, 0)),
        ] {
            assert_eq!(text.parse::<Time>().ok(), Time::new(expected.0, expected.1), "{text}");
        }
        for text in ["", "pm", "25:00", "13 pm", "2.75 pm", "soon", "0 am"] {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
    }

    #[test]
    fn february_belongs_to_the_municipal_year_before() {
        assert_eq!(municipal_year(jiff::civil::date(2017, 2, 9)), 2016);
        assert_eq!(municipal_year(jiff::civil::date(2016, 9, 15)), 2016);
    }
}
