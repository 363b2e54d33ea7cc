//! What a version is called, by the clock on the wall and by what happened.

use crate::{
    app::{write_date, write_time},
    model::Time,
    store::{VersionName, Why},
};
use jiff::civil::DateTime;

/// A version as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionEntry {
    /// Which it is.
    pub name: VersionName,
    /// What comes first: "Today 2.32 pm", or for a step of the record what happened: "Circulated".
    pub lead: String,
    /// What else is to be said: "saved", "3 October 2024".
    pub detail: String,
}

impl VersionEntry {
    /// In one line: "Today 2.32 pm, saved", "Circulated 3 October".
    pub fn line(&self) -> String {
        let VersionEntry { name, lead, detail } = self;
        match (happened(name.why), detail.as_str()) {
            (_, "") => lead.clone(),
            (true, detail) => format!("{lead} {detail}"),
            (false, detail) => format!("{lead}, {detail}"),
        }
    }

    /// Whether only the clerk removes it.
    pub fn is_named(&self) -> bool {
        !self.name.why.is_automatic()
    }
}

/// The versions as a list shows them, in the same order. Where two would be called the same, seconds tell them apart.
pub(in crate::app) fn entries(
    names: &[VersionName],
    local: impl Fn(jiff::Timestamp) -> DateTime,
    now: DateTime,
) -> Vec<VersionEntry> {
    let moments: Vec<DateTime> = names.iter().map(|name| local(name.at)).collect();
    let entry = |(at, name): (usize, &VersionName)| {
        let moment = moments.get(at).copied().unwrap_or(now);
        let same = |other: Option<usize>| {
            let other = other.and_then(|other| names.get(other).zip(moments.get(other)));
            other.is_some_and(|(other, when)| {
                let near =
                    if happened(name.why) { when.date() == moment.date() } else { minute(*when) == minute(moment) };
                other.why == name.why && near
            })
        };
        let twice = same(at.checked_sub(1)) || same(Some(at + 1));
        named(*name, moment, now, twice)
    };
    names.iter().enumerate().map(entry).collect()
}

fn named(name: VersionName, at: DateTime, now: DateTime, twice: bool) -> VersionEntry {
    let (day, time) = (day(at, now), o_clock(at, twice));
    let moment = || format!("{day} {time}");
    let (lead, detail) = match name.why {
        Why::Automatic => (moment(), String::new()),
        Why::Saved => (moment(), "saved".to_owned()),
        Why::Recovered => (moment(), "recovered".to_owned()),
        Why::Restored => (moment(), "before restoring".to_owned()),
        Why::ChangedOutside => (moment(), "changed elsewhere".to_owned()),
        Why::Circulated => ("Circulated".to_owned(), happened_at(&day, &time, twice)),
        Why::Approved => ("Approved".to_owned(), happened_at(&day, &time, twice)),
        Why::Signed => ("Signed".to_owned(), happened_at(&day, &time, twice)),
    };
    VersionEntry { name, lead, detail }
}

/// Whether what happened comes before the time.
fn happened(why: Why) -> bool {
    match why {
        Why::Circulated | Why::Approved | Why::Signed => true,
        Why::Automatic | Why::Saved | Why::Recovered | Why::Restored | Why::ChangedOutside => false,
    }
}

/// A step of the record is of a day; its time matters on that day alone, or where the same happened twice.
fn happened_at(day: &str, time: &str, twice: bool) -> String {
    match day {
        "Today" | "Yesterday" => format!("{} {time}", day.to_lowercase()),
        day if twice => format!("{day} {time}"),
        day => day.to_owned(),
    }
}

/// "2.32 pm", or with seconds "2.32.05 pm".
fn o_clock(at: DateTime, seconds: bool) -> String {
    let time = Time::new(at.hour().unsigned_abs(), at.minute().unsigned_abs()).map(write_time).unwrap_or_default();
    match time.split_once(' ').filter(|_| seconds) {
        Some((time, half)) => format!("{time}.{:02} {half}", at.second()),
        None => time,
    }
}

fn minute(at: DateTime) -> (jiff::civil::Date, i8, i8) {
    (at.date(), at.hour(), at.minute())
}

/// "Today", "Yesterday", "3 October", "3 October 2024".
fn day(at: DateTime, now: DateTime) -> String {
    let (date, today) = (at.date(), now.date());
    if date == today {
        "Today".to_owned()
    } else if date.tomorrow().is_ok_and(|next| next == today) {
        "Yesterday".to_owned()
    } else if date.year() == today.year() {
        date.strftime("%-d %B").to_string()
    } else {
        write_date(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{Timestamp, civil::date, tz::TimeZone};

    #[test]
    fn versions_are_named_by_local_time_and_by_what_happened() {
        let zone = TimeZone::fixed(jiff::tz::Offset::constant(1));
        let now = date(2026, 10, 21).at(16, 0, 0, 0);
        let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
        let name = |sequence, at, why| VersionName { sequence, at, why };
        let names = [
            name(9, at("2026-10-21T13:32:40Z"), Why::Saved),
            name(8, at("2026-10-21T13:32:05Z"), Why::Saved),
            name(7, at("2026-10-21T13:30:00Z"), Why::Automatic),
            name(6, at("2026-10-20T23:30:00Z"), Why::Recovered),
            name(5, at("2026-10-20T09:00:00Z"), Why::Approved),
            name(4, at("2026-10-03T09:00:00Z"), Why::Circulated),
            name(3, at("2026-10-02T09:15:00Z"), Why::ChangedOutside),
            name(2, at("2025-12-31T23:15:00Z"), Why::Restored),
            name(1, at("2024-10-03T09:00:00Z"), Why::Signed),
        ];
        let lines: Vec<String> =
            entries(&names, |at| zone.to_datetime(at), now).iter().map(VersionEntry::line).collect();
        assert_eq!(
            lines,
            [
                "Today 2.32.40 pm, saved",
                "Today 2.32.05 pm, saved",
                "Today 2.30 pm",
                "Today 12.30 am, recovered",
                "Approved yesterday 10.00 am",
                "Circulated 3 October",
                "2 October 10.15 am, changed elsewhere",
                "1 January 12.15 am, before restoring",
                "Signed 3 October 2024",
            ]
        );
    }
}
