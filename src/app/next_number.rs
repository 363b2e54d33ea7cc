//! With which number the minutes of a body's next meeting begin, as far as earlier drafts tell.

use super::{State, write_date};
use crate::{
    format::Head,
    model::{Date, Restart, municipal_year},
};

/// The number that is proposed for the first minute of a new draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstNumber {
    /// The number.
    pub number: u32,
    /// The earlier meeting with whose last minute it goes on; none where it is the number with which the body begins.
    pub behind: Option<(u32, Date)>,
}

impl FirstNumber {
    /// Where it comes from, in words.
    pub fn words(self) -> String {
        match self.behind {
            Some((last, date)) => format!("The minutes of {} ended with {last}.", write_date(date)),
            None => "The number with which the body begins.".to_owned(),
        }
    }
}

impl State {
    /// The number with which the minutes of a body go on after the latest earlier meeting of which a draft is known: the one that
    /// is open, those that were open before, and those in their folder; else the number with which the body begins.
    pub fn first_number(&self, style: &str, body: &str, date: Date) -> Option<FirstNumber> {
        let house = self.library.style(style)?;
        let numbering = &house.bodies.iter().find(|known| known.name == body)?.numbering;
        let open = self.draft.as_ref().map(|draft| Head::of(draft.session.minutes()));
        let heads = self.filed.drafts.iter().map(|filed| &filed.head).chain(self.recent.iter().map(|file| &file.head));
        let same_sequence = |head: &&Head| match numbering.restart {
            Restart::MunicipalYear => municipal_year(head.date) == municipal_year(date),
            Restart::Never => true,
            Restart::Meeting => false,
        };
        let earlier = heads
            .chain(&open)
            .filter(|head| head.council == house.council && head.body == body && head.date < date)
            .filter(same_sequence);
        let latest = earlier.filter_map(|head| Some((head.date, head.last?))).max();
        let goes_on = latest
            .and_then(|(date, last)| Some(FirstNumber { number: last.checked_add(1)?, behind: Some((last, date)) }));
        Some(goes_on.unwrap_or(FirstNumber { number: numbering.first, behind: None }))
    }
}
