//! Random minutes: every variant of the model, ids that are unique and not zero, texts that are as nasty as they come.
//!
//! `minutes()` is the whole strategy; `minutes_of(texts)` takes the texts from another one, for tests that can only bear
//! some characters. Sizes are moderate: a document is a few pages. References point anywhere, also at nothing.

#![allow(dead_code, reason = "each test binary uses what it needs")]

#[path = "arbitrary/business.rs"]
mod business;
#[path = "arbitrary/formalities.rs"]
mod formalities;
#[path = "arbitrary/people.rs"]
mod people;
#[path = "arbitrary/prose.rs"]
mod prose;

use minutebook::model::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// Random minutes with nasty texts.
pub fn minutes() -> BoxedStrategy<Minutes> {
    minutes_of(text())
}

/// Random minutes whose texts come from a strategy.
pub fn minutes_of(texts: BoxedStrategy<String>) -> BoxedStrategy<Minutes> {
    Model { text: texts }.minutes()
}

/// A random piece of prose with nasty texts.
pub fn prose() -> BoxedStrategy<Prose> {
    Model { text: text() }.prose()
}

/// Texts with quotes, backslashes, brackets, white space of all kinds, combining characters and any other Unicode.
pub fn text() -> BoxedStrategy<String> {
    let nasty = prop::sample::select(vec![
        "\"",
        "'",
        "\\",
        "\\\"",
        "“",
        "”",
        "‘",
        "’",
        "\n",
        "\t",
        "\r\n",
        "\r",
        "\0",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "(",
        "[",
        "{",
        ")]}",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "r#\"",
        "\"#",
        "e\u{301}",
        "\u{301}",
        "ŵ",
        "ﬁ",
        "עברית",
        "👩‍👧",
        "\u{feff}",
        "\u{200e}",
        "Some",
        "None",
        "id: 1",
        "16th",
        "–",
        "\u{a0}",
        "  ",
        "#![enable(x)]",
    ]);
    let piece = prop_oneof![
        4 => "[A-Za-z][a-z]{0,8}[ ,.']{0,2}".boxed(),
        2 => nasty.prop_map(str::to_string).boxed(),
        1 => any::<char>().prop_map(String::from).boxed(),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat()).boxed()
}

/// Days of the calendar between the years 1 and 9999.
pub fn date() -> BoxedStrategy<Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
        .boxed()
}

/// Times of day.
pub fn time() -> BoxedStrategy<Time> {
    (0_u8..24, 0_u8..60).prop_filter_map("no such time", |(hour, minute)| Time::new(hour, minute)).boxed()
}

/// A value of a list of constants.
fn one<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> BoxedStrategy<T> {
    prop::sample::select(values.to_vec()).boxed()
}

fn id() -> BoxedStrategy<Id> {
    (1_u32..200).prop_map(Id).boxed()
}

fn year() -> BoxedStrategy<Option<i16>> {
    of(1_i16..=9999).boxed()
}

/// The strategies of the model's types, over one of texts.
struct Model {
    text: BoxedStrategy<String>,
}

impl Model {
    fn text(&self) -> BoxedStrategy<String> {
        self.text.clone()
    }

    fn opt(&self) -> BoxedStrategy<Option<String>> {
        of(self.text()).boxed()
    }

    fn texts(&self) -> BoxedStrategy<Vec<String>> {
        vec(self.text(), 0..3).boxed()
    }

    fn minutes(&self) -> BoxedStrategy<Minutes> {
        let first = (self.house(), self.meeting(), self.numbering(), self.attendance(), self.declarations());
        let second = (self.previous(), vec(self.section(), 0..3), self.closing(), self.record(), 0_u32..100);
        (first, second)
            .prop_map(|((house, meeting, numbering, attendance, declarations), second)| {
                let (previous, business, closing, record, before) = second;
                let mut minutes = Minutes {
                    house,
                    meeting,
                    numbering,
                    attendance,
                    declarations,
                    previous,
                    business,
                    closing,
                    record,
                };
                number(&mut minutes, before);
                minutes
            })
            .boxed()
    }

    fn house(&self) -> BoxedStrategy<House> {
        (self.text(), self.text(), self.text(), self.text(), self.language(), self.opt())
            .prop_map(|(style, council, body, body_short, language, title)| House {
                style,
                council,
                body,
                body_short,
                language,
                title,
            })
            .boxed()
    }

    fn language(&self) -> BoxedStrategy<Language> {
        one(&["", "cy", "en-GB", "gd"]).prop_map(|tag| Language(tag.into())).boxed()
    }

    fn meeting(&self) -> BoxedStrategy<Meeting> {
        let head = (self.meeting_kind(), date(), of(time()), self.opt(), any::<bool>(), self.opt(), self.opt());
        (head, of(date()), self.opt(), vec(self.adjournment(), 0..3))
            .prop_map(|(head, rearranged_from, notice, adjournments)| {
                let (kind, date, start, venue, remote, remote_link, reference) = head;
                Meeting {
                    kind,
                    date,
                    start,
                    venue,
                    remote,
                    remote_link,
                    reference,
                    rearranged_from,
                    notice,
                    adjournments,
                }
            })
            .boxed()
    }

    fn meeting_kind(&self) -> BoxedStrategy<MeetingKind> {
        use MeetingKind::*;
        prop_oneof![one(&[Ordinary, Annual, Extraordinary, Additional, Special, Hearing]), self.text().prop_map(Other)]
            .boxed()
    }

    fn adjournment(&self) -> BoxedStrategy<Adjournment> {
        let resumption = (of(date()), of(time()), vec(self.who(), 0..3)).prop_map(|(date, time, present)| Resumption {
            date,
            time,
            present,
        });
        (of(time()), self.opt(), of(id()), of(resumption))
            .prop_map(|(time, reason, item, resumption)| Adjournment { id: Id::NONE, time, reason, item, resumption })
            .boxed()
    }

    fn numbering(&self) -> BoxedStrategy<Numbering> {
        let restart = one(&[Restart::MunicipalYear, Restart::Meeting, Restart::Never]);
        (any::<u32>(), restart, self.text(), year())
            .prop_map(|(first, restart, prefix, year)| Numbering { first, restart, prefix, year })
            .boxed()
    }

    fn closing(&self) -> BoxedStrategy<Closing> {
        let next = (date(), of(time()), self.opt()).prop_map(|(date, start, venue)| NextMeeting { date, start, venue });
        (of(time()), self.opt(), of(next), self.prose())
            .prop_map(|(closed, wording, next, remarks)| Closing { closed, wording, next, remarks })
            .boxed()
    }

    fn record(&self) -> BoxedStrategy<Record> {
        let circulated = (date(), self.text()).prop_map(|(on, by)| Circulated { on, by });
        let approved = (date(), self.text(), self.opt(), vec(self.correction(), 0..2))
            .prop_map(|(on, by, body, corrections)| Approved { on, by, body, corrections });
        let signed = (date(), self.text()).prop_map(|(on, by)| Signed { on, by });
        let dismissal =
            (self.text(), of(id()), self.text()).prop_map(|(check, at, reason)| Dismissal { check, at, reason });
        let way = (any::<u32>(), of(circulated), of(approved), of(signed), self.opt());
        (way, vec(dismissal, 0..2), self.texts())
            .prop_map(|((revision, circulated, approved, signed, digest), dismissed, ignored_words)| Record {
                revision,
                circulated,
                approved,
                signed,
                digest,
                dismissed,
                ignored_words,
            })
            .boxed()
    }
}

/// Gives each node an id of its own, above `before`.
fn number(minutes: &mut Minutes, before: u32) {
    for (id, number) in minutes.ids_mut().into_iter().zip(before + 1..) {
        *id = Id(number);
    }
}
