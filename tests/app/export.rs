//! The export: written whole or not at all, off the frame, and refused where a character is missing.

use crate::{files::begin, ports::Desk};
use minutebook::{
    app::{Action, App, Change, Command, Effect, FileCommand, Selection, ToastKind},
    model::{Audience, Paragraph, PartContent, ProseAt},
};

fn finished(app: &App) -> bool {
    app.state().running.is_empty()
}

#[test]
fn an_export_is_written_to_the_chosen_file_and_says_so() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk.act(Action::ExportPublic);
    let Effect::PickExport { proposed, audience: Audience::Public } = desk.only_effect() else {
        panic!("it asks where to")
    };
    desk.run(Command::File(FileCommand::ExportTo { path: proposed.clone(), audience: Audience::Public }));
    assert_eq!(desk.app.state().running.len(), 1, "it is under way while the clerk goes on");
    desk.wait("the export", finished);
    let (kind, message) = desk.last_toast().expect("a message");
    assert_eq!(kind, ToastKind::Done);
    assert!(message.contains(&proposed.display().to_string()), "{message}");
    assert!(std::fs::read(&proposed).expect("it was written").starts_with(b"%PDF-1.7"));
    assert_eq!(desk.files().len(), 1, "and nothing else");
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(1)));
    let bytes: Vec<Vec<u8>> = ["a.pdf", "b.pdf"]
        .iter()
        .map(|name| {
            let path = desk.path(name);
            desk.run(Command::File(FileCommand::ExportTo { path: path.clone(), audience: Audience::Members }));
            desk.wait("the export", finished);
            std::fs::read(path).expect("it was written")
        })
        .collect();
    assert_eq!(bytes[0], bytes[1]);
}

#[test]
fn a_missing_character_refuses_and_names_the_minute_and_the_character_and_goes_there() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let item = desk.minutes().items()[2].item.clone();
    let part = item.parts.iter().find(|part| matches!(part.content, PartContent::Prose(_))).expect("it has text").id;
    let text = vec![Paragraph::plain("The clef \u{1D11E} was shown.")];
    desk.run(Command::Change(Change::Prose { at: ProseAt::Part(part), text }));
    let path = desk.path("a.pdf");
    desk.run(Command::File(FileCommand::ExportTo { path, audience: Audience::Public }));
    desk.wait("the export", finished);
    let (kind, message) = desk.last_toast().expect("a message");
    assert_eq!(kind, ToastKind::Failed);
    for part in ["minute 17", item.title.as_str(), "\u{1D11E}", "U+1D11E"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert_eq!(desk.files(), Vec::<String>::new(), "nothing is left of it");
    assert_eq!(desk.app.state().draft.as_ref().map(|draft| draft.selection), Some(Selection::Item(item.id)));
}

#[test]
fn an_export_that_is_stopped_leaves_nothing() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let path = desk.path("a.pdf");
    desk.run(Command::File(FileCommand::ExportTo { path, audience: Audience::Public }));
    desk.run(Command::File(FileCommand::CancelExport));
    desk.wait("the export", finished);
    assert_eq!(desk.files(), Vec::<String>::new());
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Done));
}

#[test]
fn an_export_into_a_folder_that_is_not_there_says_so() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let path = desk.path("missing").join("a.pdf");
    desk.run(Command::File(FileCommand::ExportTo { path, audience: Audience::Public }));
    desk.wait("the export", finished);
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Failed));
}

#[test]
fn whoever_leaves_in_the_middle_of_an_export_leaves_nothing_half_written() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let path = desk.path("a.pdf");
    desk.run(Command::File(FileCommand::ExportTo { path: path.clone(), audience: Audience::Public }));
    let Desk { app, folder, .. } = desk;
    drop(app);
    let left: Vec<_> = std::fs::read_dir(folder.path()).expect("it can be read").flatten().map(|e| e.path()).collect();
    let whole = left.contains(&path) && std::fs::read(&path).expect("it is there").ends_with(b"%%EOF");
    let files = left.iter().filter(|entry| entry.is_file()).count();
    assert!(files == 0 || files == 1 && whole, "{left:?}");
}
