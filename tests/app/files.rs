//! New, open, save, recent files and samples.

use crate::ports::Desk;
use minutebook::{
    app::{Action, Change, Command, Effect, FileCommand, SAMPLES, ToastKind, ViewCommand},
    model::Closing,
    store,
};

pub fn begin(desk: &mut Desk) {
    let body = desk.app.state().bodies().first().expect("a body ships").clone();
    let date = jiff::civil::date(2024, 10, 17);
    desk.run(Command::File(FileCommand::New { style: body.style, body: body.body, date }));
}

pub fn change(desk: &mut Desk, closing_line: &str) {
    let closing = Closing { wording: Some(closing_line.to_owned()), ..Closing::default() };
    desk.run(Command::Change(Change::Closing(Box::new(closing))));
}

#[test]
fn minutes_are_begun_from_a_body_saved_closed_and_opened_again() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let begun = desk.minutes().clone();
    assert!(
        !begun.attendance.groups.is_empty() && !begun.items().is_empty(),
        "the body gives members and standing items"
    );
    desk.act(Action::Save);
    let Effect::PickSave { proposed } = desk.only_effect() else { panic!("a new draft asks where it is to be saved") };
    assert_eq!(proposed.parent(), Some(desk.folder.path()));
    assert!(proposed.to_string_lossy().ends_with("2024-10-17.minutes.ron"), "{proposed:?}");
    desk.run(Command::File(FileCommand::SaveTo(proposed.clone())));
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Done));
    assert!(!desk.app.state().draft.as_ref().expect("it stays open").session.is_dirty());

    change(&mut desk, "The meeting ended.");
    desk.act(Action::Save);
    assert_eq!(desk.effects(), [], "it has a file now");
    desk.act(Action::CloseDraft);
    assert!(desk.app.state().draft.is_none());
    assert_eq!(desk.app.state().recent[0].path, proposed);
    desk.run(Command::File(FileCommand::Open(proposed)));
    assert_eq!(desk.minutes().closing.wording.as_deref(), Some("The meeting ended."));
    assert_eq!(desk.minutes().business, begun.business);
}

#[test]
fn what_was_open_is_remembered_and_what_is_gone_is_forgotten() {
    let mut desk = Desk::new();
    for name in ["a.minutes.ron", "b.minutes.ron"] {
        begin(&mut desk);
        let path = desk.path(name);
        desk.run(Command::File(FileCommand::SaveTo(path)));
    }
    let mut desk = desk.again();
    let names = |desk: &Desk| -> Vec<_> {
        desk.app.state().recent.iter().filter_map(|file| file.path.file_name().map(|name| name.to_owned())).collect()
    };
    assert_eq!(names(&desk), ["b.minutes.ron", "a.minutes.ron"]);
    assert!(desk.app.state().recent[0].title.ends_with("17 October 2024"), "{:?}", desk.app.state().recent[0]);
    let gone = desk.path("b.minutes.ron");
    std::fs::remove_file(&gone).expect("it is there");
    desk.run(Command::File(FileCommand::Open(gone)));
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Failed));
    assert_eq!(names(&desk), ["a.minutes.ron"]);
}

#[test]
fn a_path_without_the_ending_gets_it() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let path = desk.path("cabinet");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    assert_eq!(desk.files(), ["cabinet.minutes.ron"]);
}

#[test]
fn a_broken_draft_is_refused_with_line_and_column_and_what_is_open_stays() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let good = desk.path("good.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(good.clone())));
    let text = std::fs::read_to_string(&good).expect("it was written").replace("meeting:", "meting:");
    let bad = desk.path("bad.minutes.ron");
    std::fs::write(&bad, &text).expect("it can be written");
    desk.run(Command::File(FileCommand::Open(bad.clone())));
    let (kind, message) = desk.last_toast().expect("a message");
    assert_eq!(kind, ToastKind::Failed);
    assert!(
        message.contains("bad.minutes.ron") && message.contains("line ") && message.contains("meting"),
        "{message}"
    );
    assert_eq!(desk.app.state().draft.as_ref().and_then(|draft| draft.path.clone()), Some(good));
    assert_eq!(std::fs::read_to_string(&bad).expect("it is there"), text, "the broken file is as it was");
}

#[test]
fn a_save_that_fails_says_so_and_the_draft_stays_unsaved() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let path = desk.path("no such folder").join("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    let (kind, message) = desk.last_toast().expect("a message");
    assert_eq!(kind, ToastKind::Failed);
    assert!(message.contains("no such folder"), "{message}");
    assert!(desk.app.state().draft.as_ref().expect("it stays open").session.is_dirty());
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    let kinds: Vec<_> = desk.app.state().toasts.iter().map(|toast| toast.kind).collect();
    assert_eq!(kinds, [ToastKind::Done], "that it was not saved is past");
}

#[test]
fn what_failed_with_a_file_is_no_longer_said_once_another_is_open() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let good = desk.path("good.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(good.clone())));
    let failed = |desk: &Desk| desk.app.state().toasts.iter().filter(|toast| toast.kind == ToastKind::Failed).count();
    let nowhere = desk.path("nowhere").join("a.minutes.ron");
    for gone in [FileCommand::SaveTo(nowhere.clone()), FileCommand::Open(nowhere)] {
        desk.run(Command::File(gone));
        assert_eq!(failed(&desk), 1);
        desk.run(Command::File(FileCommand::Open(good.clone())));
        assert_eq!(failed(&desk), 0);
    }
}

#[test]
fn what_is_not_written_is_told_in_words_of_writing() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let folder = desk.path("nowhere");
    desk.run(Command::File(FileCommand::SaveTo(folder.join("a.minutes.ron"))));
    let (_, message) = desk.last_toast().expect("a message");
    let expected = format!("{}: there is no such folder. Make it first, or choose another one.", folder.display());
    assert!(message.contains(&expected) && !message.contains("moved"), "{message}");
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::Open(folder.join("a.minutes.ron"))));
    let (_, message) = desk.last_toast().expect("a message");
    assert!(message.contains("Look whether it was moved or renamed"), "{message}");
}

#[test]
fn the_samples_open_as_copies_that_have_no_file() {
    let mut desk = Desk::new();
    assert_eq!(SAMPLES.len(), 2);
    for (number, sample) in SAMPLES.iter().enumerate() {
        desk.run(Command::File(FileCommand::OpenSample(number)));
        let draft = desk.app.state().draft.as_ref().expect("it is open");
        assert_eq!(draft.session.minutes().house.style, sample.style);
        assert!(draft.path.is_none() && !draft.session.is_dirty());
        desk.act(Action::Save);
        assert!(matches!(desk.effects().as_slice(), [Effect::PickSave { .. }]));
    }
}

#[test]
fn what_is_saved_is_what_is_read_from_the_command_line_too() {
    let mut desk = Desk::new();
    begin(&mut desk);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path.clone())));
    assert_eq!(&store::open(&path).expect("it can be read"), desk.minutes());
}

#[test]
fn the_window_comes_back_as_it_was_left() {
    let mut desk = Desk::with_pages();
    let before = desk.app.state().view.clone();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk.run(Command::View(ViewCommand::Zoom(1.25)));
    desk.run(Command::View(ViewCommand::PreviewWidth(610.0)));
    desk.run(Command::View(ViewCommand::Window { size: Some((1200.0, 760.0)), maximized: false }));
    desk.run(Command::View(ViewCommand::Window { size: Some((f32::NAN, 760.0)), maximized: false }));
    desk.act(Action::TogglePreview);
    desk.act(Action::CloseDraft);
    desk.act(Action::Quit);
    let desk = desk.again();
    let view = &desk.app.state().view;
    assert_eq!((view.zoom, view.preview_width, view.preview), (1.25, 610.0, false));
    assert_eq!((view.window, view.maximized), (Some((1200.0, 760.0)), false));
    assert_eq!((before.window, before.maximized, before.preview), (None, true, true), "a first start fills the screen");
}
