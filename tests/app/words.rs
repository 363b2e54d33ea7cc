//! What forms show of the house: its wording for what the clerk left open, and glosses of the law.

use crate::ports::Desk;
use minutebook::{
    app::{Change, Command, FileCommand},
    model::{Closing, Id, PreviousMeeting, PreviousMinutes, Time},
};

#[test]
fn forms_know_the_words_that_the_page_will_bear() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let closing = Closing { closed: Time::new(15, 30), ..Closing::default() };
    desk.run(Command::Change(Change::Closing(Box::new(closing))));
    let meeting = PreviousMeeting { id: Id(900), date: jiff::civil::date(2016, 6, 16), ..PreviousMeeting::default() };
    let previous = PreviousMinutes { meetings: vec![meeting], ..PreviousMinutes::default() };
    desk.run(Command::Change(Change::Previous(Box::new(previous))));
    let words = &desk.app.state().draft.as_ref().expect("a draft is open").words;
    assert_eq!(words.closed, "(Meeting closed at 3.30 pm)");
    assert_eq!(words.previous, "The minutes of the meeting held on 16th June, 2016 were approved.");
    assert_eq!(words.nil_declarations, "There were no Disclosable Pecuniary Interests.");
    assert_eq!(words.public_section, "Public Business");
}

#[test]
fn paragraphs_of_the_schedule_are_glossed() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let gloss = desk.app.state().gloss("3").expect("the house knows paragraph 3");
    assert!(gloss.contains("financial or business affairs"), "{gloss}");
    assert_eq!(desk.app.state().gloss("99"), None);
}

#[test]
fn numbers_are_written_as_each_house_writes_them() {
    let mut desk = Desk::new();
    for (sample, expected) in [(0, "15."), (1, "41")] {
        desk.run(Command::File(FileCommand::OpenSample(sample)));
        let first = desk.minutes().items()[0].item.id;
        let number = desk.app.state().number_of(first).expect("it has a number").to_owned();
        assert!(number.contains(expected), "{number}");
    }
}
