//! Nothing is lost without a question, and what was asked for is carried on with after the answer.

use crate::{
    files::{begin, change},
    ports::Desk,
};
use minutebook::app::{Action, Answer, Command, Dialog, Effect, FileCommand, ToastKind};

fn saved_and_changed() -> Desk {
    let mut desk = Desk::new();
    begin(&mut desk);
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    change(&mut desk, "Ended.");
    desk
}

fn asks(desk: &Desk) -> bool {
    matches!(desk.app.state().dialog, Some(Dialog::Unsaved { .. }))
}

#[test]
fn closing_the_window_asks_while_something_is_unsaved() {
    let mut desk = saved_and_changed();
    desk.run(Command::File(FileCommand::CloseRequested));
    assert!(asks(&desk));
    assert_eq!(desk.effects(), []);
    desk.run(Command::Answer(None));
    assert!(desk.app.state().dialog.is_none() && desk.app.state().draft.is_some());
    assert_eq!(desk.effects(), [], "no answer closes nothing");

    desk.act(Action::Quit);
    desk.run(Command::Answer(Some(Answer::Save)));
    assert_eq!(desk.effects(), [Effect::Close]);
    let text = std::fs::read_to_string(desk.path("a.minutes.ron")).expect("it was written");
    assert!(text.contains("Ended."), "saved before it closes");
}

#[test]
fn what_is_discarded_is_not_written() {
    let mut desk = saved_and_changed();
    desk.act(Action::Quit);
    desk.run(Command::Answer(Some(Answer::Discard)));
    assert_eq!(desk.effects(), [Effect::Close]);
    let text = std::fs::read_to_string(desk.path("a.minutes.ron")).expect("it is there");
    assert!(!text.contains("Ended."));
}

#[test]
fn nothing_is_asked_where_nothing_would_be_lost() {
    let mut desk = saved_and_changed();
    desk.act(Action::Undo);
    desk.act(Action::Quit);
    assert_eq!(desk.effects(), [Effect::Close]);
}

#[test]
fn a_draft_without_a_file_is_saved_to_the_chosen_one_and_then_left() {
    let mut desk = Desk::new();
    begin(&mut desk);
    desk.act(Action::CloseDraft);
    assert!(asks(&desk));
    desk.run(Command::Answer(Some(Answer::Save)));
    assert!(matches!(desk.effects().as_slice(), [Effect::PickSave { .. }]));
    assert!(desk.app.state().draft.is_some(), "not before it is saved");
    let path = desk.path("b.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    assert!(desk.app.state().draft.is_none());
    assert_eq!(desk.files(), ["b.minutes.ron"]);
}

#[test]
fn whoever_goes_on_working_instead_of_choosing_a_file_is_not_thrown_out_by_a_later_save() {
    for goes_on in [Command::Answer(None), Command::Do(Action::GoToAttendance)] {
        let mut desk = Desk::new();
        begin(&mut desk);
        desk.act(Action::Quit);
        desk.run(Command::Answer(Some(Answer::Save)));
        desk.effects();
        desk.run(goes_on);
        let path = desk.path("b.minutes.ron");
        desk.run(Command::File(FileCommand::SaveTo(path)));
        assert!(desk.app.state().draft.is_some());
        assert_eq!(desk.effects(), [], "the wish to leave is forgotten");
    }
}

#[test]
fn a_save_that_fails_does_not_leave() {
    let mut desk = Desk::new();
    begin(&mut desk);
    desk.act(Action::Quit);
    desk.run(Command::Answer(Some(Answer::Save)));
    desk.effects();
    let path = desk.path("missing").join("b.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    assert_eq!(desk.effects(), []);
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Failed));
    assert!(desk.app.state().draft.is_some());
}

#[test]
fn opening_and_beginning_another_ask_first_and_then_go_on() {
    let mut desk = saved_and_changed();
    desk.run(Command::File(FileCommand::OpenSample(1)));
    assert!(asks(&desk));
    desk.run(Command::Answer(Some(Answer::Save)));
    assert_eq!(desk.minutes().house.style, "parish");

    change(&mut desk, "Ended again.");
    desk.act(Action::New);
    assert_eq!(desk.app.state().dialog, Some(Dialog::New));
    let body = desk.app.state().bodies().first().expect("a body ships").clone();
    let date = jiff::civil::date(2025, 3, 4);
    desk.run(Command::Answer(Some(Answer::Begin { style: body.style, body: body.body, date, first: None })));
    assert!(asks(&desk), "asked once it is known that the draft is to go");
    desk.run(Command::Answer(Some(Answer::Discard)));
    assert_eq!(desk.minutes().meeting.date, date);
}

#[test]
fn where_the_system_has_no_file_dialog_a_path_is_typed() {
    let mut desk = Desk::new();
    begin(&mut desk);
    desk.act(Action::SaveAs);
    let effect = desk.effects().remove(0);
    desk.run(Command::File(FileCommand::NoDialog(effect.clone())));
    assert!(matches!(desk.app.state().dialog, Some(Dialog::Path { .. })));
    desk.run(Command::Answer(Some(Answer::Path("typed".into()))));
    assert_eq!(desk.files(), ["typed.minutes.ron"], "beside what was proposed, with the ending");

    desk.run(Command::File(FileCommand::OpenSample(0)));
    change(&mut desk, "Another draft.");
    desk.run(Command::File(FileCommand::NoDialog(effect)));
    desk.run(Command::Answer(Some(Answer::Path("typed".into()))));
    assert!(matches!(desk.app.state().dialog, Some(Dialog::Confirm { .. })), "a file is in the way");
    desk.run(Command::Answer(None));
    let before = std::fs::read_to_string(desk.path("typed.minutes.ron")).expect("it is there");
    assert!(!before.contains("Another draft."));

    desk.act(Action::SaveAs);
    let effect = desk.effects().remove(0);
    desk.run(Command::File(FileCommand::NoDialog(effect)));
    desk.run(Command::Answer(Some(Answer::Path("typed".into()))));
    desk.run(Command::Answer(Some(Answer::Confirm)));
    let after = std::fs::read_to_string(desk.path("typed.minutes.ron")).expect("it is there");
    assert!(after.contains("Another draft."));
}

#[test]
fn good_news_leave_by_themselves_and_bad_ones_stay() {
    let mut desk = saved_and_changed();
    desk.run(Command::File(FileCommand::Open("/there/is/no/such.minutes.ron".into())));
    desk.run(Command::Answer(Some(Answer::Discard)));
    let kinds = |desk: &Desk| desk.app.state().toasts.iter().map(|toast| toast.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&desk), [ToastKind::Done, ToastKind::Failed]);
    assert!(desk.app.wake_after().is_some());
    desk.clock.pass(60_000);
    desk.app.poll();
    assert_eq!(kinds(&desk), [ToastKind::Failed]);
    assert_eq!(desk.app.wake_after(), None, "no frame is needed for what stays");
    let id = desk.app.state().toasts[0].id;
    desk.run(Command::DismissToast(id));
    assert_eq!(kinds(&desk), []);
}
