//! Spelling in the application: what is shown is checked off the frame or at once, words are added and ignored, and one
//! switch is remembered.

use crate::ports::Desk;
use minutebook::{
    app::{Action, App, Change, Command, FileCommand, Selection, SpellingCommand, ToastKind},
    model::{Id, Paragraph, Part, PartContent, ProseAt, flat},
};
use std::fs;

/// The sample with an item selected that says something, and its first prose.
fn open(desk: &mut Desk) -> ProseAt {
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let prose = |part: &Part| matches!(&part.content, PartContent::Prose(prose) if !prose.is_empty());
    let visits = desk.minutes().items();
    let found = visits.iter().find_map(|visit| Some((visit.item.id, visit.item.parts.iter().find(|p| prose(p))?.id)));
    let (item, part): (Id, Id) = found.expect("an item of the sample says something");
    desk.run(Command::Select(Selection::Item(item)));
    ProseAt::Part(part)
}

fn write(desk: &mut Desk, at: ProseAt, words: &str) {
    desk.run(Command::Change(Change::Prose { at, text: vec![Paragraph::plain(words)] }));
}

/// The misspelt words of a prose, as they are known now.
fn misspelt(app: &App, at: ProseAt) -> Vec<String> {
    let draft = app.state().draft.as_ref().expect("a draft is open");
    let prose = draft.session.minutes().prose(at).expect("it is there");
    let words = prose.iter().flat_map(|paragraph| {
        let text = flat(paragraph);
        app.state()
            .spelling
            .marks(paragraph)
            .iter()
            .map(move |range| text[range.clone()].to_owned())
            .collect::<Vec<_>>()
    });
    words.collect()
}

#[test]
fn what_is_shown_is_checked_and_what_is_typed_then_is_checked_at_once() {
    let mut desk = Desk::new();
    let at = open(&mut desk);
    write(&mut desk, at, "The Baord recieved a report.");
    desk.wait("the marks", |app| misspelt(app, at) == ["Baord", "recieved"]);
    let paragraph = &desk.minutes().prose(at).expect("it is there")[0];
    let word_at = |place| desk.app.state().spelling.word_at(paragraph, place);
    assert_eq!(
        [3, 4, 9, 10].map(word_at),
        [
            None,
            Some((4..9, "Baord".to_owned())),
            Some((4..9, "Baord".to_owned())),
            Some((10..18, "recieved".to_owned()))
        ]
    );
    write(&mut desk, at, "The Board recieved a reprot.");
    assert_eq!(misspelt(&desk.app, at), ["recieved", "reprot"], "no frame shows the paragraph without its marks");
}

#[test]
fn a_word_that_is_added_is_right_from_then_on_and_in_other_drafts() {
    let mut desk = Desk::new();
    let at = open(&mut desk);
    write(&mut desk, at, "At Sparrowcote, Sparrowcote’s hall and Quillmere.");
    desk.wait("the marks", |app| misspelt(app, at) == ["Sparrowcote", "Sparrowcote’s", "Quillmere"]);
    desk.run(Command::Spelling(SpellingCommand::At(Some("Sparrowcote’s".to_owned()))));
    desk.act(Action::AddWord);
    assert_eq!(misspelt(&desk.app, at), ["Quillmere"]);
    assert_eq!(desk.app.state().spelling.at, None);
    let list = desk.folder.path().join("config").join("words.txt");
    let text = fs::read_to_string(&list).expect("the list was written");
    assert!(text.lines().any(|line| line == "Sparrowcote") && text.starts_with('#'), "{text}");
    assert!(
        !desk.app.state().draft.as_ref().expect("a draft").session.undo_label().expect("typing").contains("Sparrow")
    );

    fs::write(&list, format!("{text}# from the other office\r\nQuillmere")).expect("another may edit it");
    let mut desk = desk.again();
    let at = open(&mut desk);
    write(&mut desk, at, "At Sparrowcote and Quillmere, Thornwick.");
    desk.wait("the marks", |app| misspelt(app, at) == ["Thornwick"]);
    desk.run(Command::Spelling(SpellingCommand::Add("Thornwick".to_owned())));
    let text = fs::read_to_string(&list).expect("the list is there");
    assert!(text.ends_with("# from the other office\r\nQuillmere\nThornwick\n"), "{text}");
}

#[test]
fn a_list_that_cannot_be_read_is_said_and_never_written_over() {
    let desk = Desk::new();
    let folder = desk.folder;
    let list = folder.path().join("config").join("words.txt");
    fs::create_dir_all(&list).expect("a folder where the list should be");
    let mut desk = Desk::in_folder(folder);
    open(&mut desk);
    let (kind, text) = desk.last_toast().expect("something is said");
    assert!(
        kind == ToastKind::Failed && text.contains("word list was not read") && text.contains("words.txt"),
        "{text}"
    );
    desk.run(Command::Spelling(SpellingCommand::Add("Thornwick".to_owned())));
    let (kind, text) = desk.last_toast().expect("something is said");
    assert!(kind == ToastKind::Failed && text.contains("Thornwick"), "{text}");
    assert!(list.is_dir());
}

#[test]
fn a_word_is_ignored_in_one_draft_and_undo_brings_it_back() {
    let mut desk = Desk::new();
    let at = open(&mut desk);
    write(&mut desk, at, "At Quillmere.");
    desk.wait("the marks", |app| misspelt(app, at) == ["Quillmere"]);
    desk.run(Command::Spelling(SpellingCommand::At(Some("Quillmere".to_owned()))));
    desk.act(Action::IgnoreWord);
    assert_eq!(misspelt(&desk.app, at), [""; 0]);
    assert_eq!(desk.minutes().record.ignored_words, ["Quillmere"]);
    assert_eq!(desk.app.state().label(Action::Undo), "Undo ignoring “Quillmere”");
    desk.act(Action::Undo);
    assert_eq!(misspelt(&desk.app, at), ["Quillmere"]);
    assert!(desk.minutes().record.ignored_words.is_empty());
}

#[test]
fn a_name_that_comes_to_the_meeting_is_right_at_once() {
    let mut desk = Desk::new();
    let at = open(&mut desk);
    write(&mut desk, at, "Featherstonehaugh's question.");
    desk.wait("the marks", |app| misspelt(app, at) == ["Featherstonehaugh's"]);
    let mut person = desk.minutes().attendance.people().next().expect("somebody is there").clone();
    person.surname = "Featherstonehaugh".to_owned();
    let change = minutebook::app::AttendanceChange::SetPerson(Box::new(person));
    desk.run(Command::Change(Change::Attendance(change)));
    assert_eq!(misspelt(&desk.app, at), [""; 0]);
}

#[test]
fn suggestions_come_off_the_frame_for_the_word_at_the_caret() {
    let mut desk = Desk::new();
    let at = open(&mut desk);
    write(&mut desk, at, "It recieved a report.");
    assert!(desk.app.state().available(Action::SuggestSpelling).is_err());
    desk.run(Command::Spelling(SpellingCommand::At(Some("recieved".to_owned()))));
    desk.act(Action::SuggestSpelling);
    let asked = desk.app.state().spelling.suggestions.clone().expect("they are being looked for");
    assert_eq!(asked.word, "recieved");
    let first = |app: &App| app.state().spelling.suggestions.as_ref()?.words.as_ref()?.first().cloned();
    desk.wait("suggestions", |app| first(app).as_deref() == Some("received"));
    desk.wait("the marks", |app| misspelt(app, at) == ["recieved"]);
    desk.run(Command::Spelling(SpellingCommand::CloseSuggestions));
    assert_eq!(desk.app.state().spelling.suggestions, None);
}

#[test]
fn one_switch_turns_it_off_and_is_remembered() {
    let mut desk = Desk::new();
    let at = open(&mut desk);
    write(&mut desk, at, "A reprot.");
    desk.wait("the marks", |app| misspelt(app, at) == ["reprot"]);
    desk.act(Action::ToggleSpelling);
    assert_eq!(misspelt(&desk.app, at), [""; 0]);
    desk.run(Command::File(FileCommand::CloseRequested));
    desk.run(Command::Answer(Some(minutebook::app::Answer::Discard)));
    let mut desk = desk.again();
    assert!(!desk.app.state().view.spelling);
    let at = open(&mut desk);
    write(&mut desk, at, "A reprot.");
    desk.act(Action::ToggleSpelling);
    desk.wait("the marks", |app| misspelt(app, at) == ["reprot"]);
}
