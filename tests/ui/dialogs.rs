use crate::harness::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Action, Answer, Command, Dialog, FileCommand},
    ui::files::Asked,
};

#[test]
fn new_minutes_are_begun_without_the_mouse() {
    let mut window = Window::start();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.settle();
    assert_eq!(window.state().dialog, Some(Dialog::New));
    assert!(window.harness.get_by_label("Body").is_focused(), "the focus goes into the dialog");
    window.harness.key_press(Key::Tab);
    window.settle();
    let date = window.harness.get_by_label("Date of the meeting");
    assert!(date.is_focused());
    assert_eq!(date.value().as_deref(), Some("12 March 2026"), "today is proposed");
    window.harness.key_press(Key::Enter);
    window.settle();
    let draft = window.state().draft.as_ref().expect("a draft was begun");
    assert_eq!(draft.session.minutes().meeting.date, jiff::civil::date(2026, 3, 12));
}

#[test]
fn the_start_page_tells_the_keys_and_names_recent_minutes_with_their_day_and_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let deep = ["Council and committees", "Scrutiny boards", "Parks and residents", "2025 to 2026"].iter();
    let deep = deep.fold(folder.path().to_owned(), |path, part| path.join(part));
    std::fs::create_dir_all(&deep).expect("folders");
    let mut window = Window::start();
    window.harness.get_by_label("Ctrl+N begins, Ctrl+O opens, Ctrl+K finds every command.");
    window.command(Command::File(FileCommand::OpenSample(0)));
    window.command(Command::File(FileCommand::SaveTo(deep.join("board.minutes.ron"))));
    window.command(Command::Do(Action::CloseDraft));
    let row = window.harness.get_by_label_contains("Scrutiny Board (4), 13 September 2018");
    let told = row.accesskit_node().description().unwrap_or_default();
    assert!(told.starts_with('/') && told.ends_with("/2025 to 2026/board.minutes.ron") && told.contains('…'), "{told}");
}

#[test]
fn enter_in_a_list_of_the_question_begins_the_minutes_and_space_opens_the_list() {
    let mut window = Window::start();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.settle();
    window.harness.key_press(Key::Space);
    window.settle();
    let offered = || window.harness.query_all_by_role(egui::Role::ListBoxOption).count();
    assert!(offered() > 1);
    window.harness.key_press(Key::Escape);
    window.settle();
    assert!(window.harness.get_by_label("Body").is_focused());
    for key in [Key::Space, Key::Tab, Key::Enter] {
        window.harness.key_press(key);
        window.settle();
    }
    assert!(window.harness.get_by_label("Body").is_focused(), "what was chosen by Enter is not begun with yet");
    assert!(window.state().draft.is_none());
    window.harness.key_press(Key::ArrowDown);
    window.settle();
    let body = window.harness.get_by_label("Body").value();
    window.harness.key_press(Key::Enter);
    window.settle();
    let draft = window.state().draft.as_ref().expect("a draft was begun");
    assert_eq!(Some(&draft.session.minutes().house.body), body.as_ref());
}

#[test]
fn the_first_number_goes_on_from_the_latest_minutes_of_the_body_and_can_be_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let folders = minutebook::app::Folders { documents: Some(folder.path().to_owned()), ..Default::default() };
    let mut window = Window::with_folders(Asked::Cancelled, None, folders);
    let body = window.state().bodies().first().expect("a body").clone();
    // The latest of the year is meant, not what another year ended with.
    for (date, first) in [((2025, 6, 3), 1), ((2025, 9, 4), 30), ((2025, 4, 4), 70)] {
        let date = jiff::civil::date(date.0, date.1, date.2);
        window.command(Command::Do(Action::New));
        let (style, body) = (body.style.clone(), body.body.clone());
        window.command(Command::Answer(Some(Answer::Begin { style, body, date, first: Some(first) })));
        let path = folder.path().join(format!("{date}.minutes.ron"));
        window.command(Command::File(FileCommand::SaveTo(path)));
    }
    window.command(Command::Do(Action::CloseDraft));
    let last = window.state().recent.iter().filter_map(|file| file.head.last).filter(|last| *last < 70).max();
    let next = (last.expect("a number") + 1).to_string();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    window.settle();
    assert_eq!(window.harness.get_by_label("First minute").value(), Some(next.clone()));
    assert!(window.harness.query_by_label_contains("The minutes of 4 September 2025 ended with").is_some());
    window.harness.get_by_label("First minute").focus();
    window.settle();
    window.harness.get_by_label("First minute").type_text("44");
    window.settle();
    window.harness.key_press(Key::Enter);
    window.settle();
    assert_eq!(window.state().draft.as_ref().map(|draft| draft.session.minutes().numbering.first), Some(44));
}

#[test]
fn a_day_that_is_none_keeps_the_dialog_open_and_says_why() {
    let mut window = Window::start();
    window.command(Command::Do(Action::New));
    let date = window.harness.get_by_label("Date of the meeting");
    date.focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("Date of the meeting").type_text("31 June 2026");
    window.harness.key_press(Key::Tab);
    window.settle();
    assert!(window.harness.query_by_label_contains("no such day").is_some());
    assert_eq!(window.harness.get_by_label("Date of the meeting").value().as_deref(), Some("31 June 2026"));
}

#[test]
fn a_day_that_is_none_is_neither_begun_with_nor_recorded() {
    for (action, label) in [(Action::New, "Date of the meeting"), (Action::Circulate, "Circulated on")] {
        let mut window = Window::open();
        window.command(Command::Do(action));
        let proposed = window.harness.get_by_label(label).value();
        let before = window.state().draft.as_ref().map(|draft| draft.session.minutes().clone());
        window.harness.get_by_label(label).focus();
        window.settle();
        window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.harness.get_by_label(label).type_text("31 June 2026");
        window.settle();
        window.harness.key_press(Key::Enter);
        window.settle();
        assert!(window.harness.query_by_label_contains("no such day").is_some(), "{action:?}");
        window.harness.key_press(Key::Enter);
        window.settle();
        assert!(window.state().dialog.is_some(), "{action:?}");
        assert_eq!(window.state().draft.as_ref().map(|draft| draft.session.minutes().clone()), before, "{action:?}");
        window.harness.key_press(Key::Escape);
        window.settle();
        window.command(Command::Do(action));
        assert_eq!(window.harness.get_by_label(label).value(), proposed, "{action:?}: a fresh proposal");
        assert!(window.harness.query_by_label_contains("no such day").is_none());
    }
}

#[test]
fn a_dialog_says_what_is_lacking() {
    let mut window = Window::open();
    window.command(Command::Do(Action::Circulate));
    assert!(window.harness.query_by_label("To record it, type the name.").is_some());
    window.harness.get_by_label("Circulated by").focus();
    window.settle();
    window.harness.get_by_label("Circulated by").type_text("A Clerk");
    window.settle();
    assert!(window.harness.query_by_label("To record it, type the name.").is_none());
}

#[test]
fn what_is_proposed_is_typed_over() {
    let mut window = Window::open();
    window.command(Command::Do(Action::Circulate));
    let day = window.harness.get_by_label("Circulated on");
    assert!(day.is_focused());
    day.type_text("3/4/2026");
    window.settle();
    assert_eq!(window.harness.get_by_label("Circulated on").value().as_deref(), Some("3/4/2026"));
}

#[test]
fn escape_leaves_every_dialog_without_an_answer() {
    for action in [Action::New, Action::Shortcuts, Action::About, Action::Circulate] {
        let mut window = Window::open();
        let before = window.state().draft.as_ref().map(|draft| draft.session.revision());
        window.command(Command::Do(action));
        assert!(window.state().dialog.is_some(), "{action:?}");
        window.harness.key_press(Key::Escape);
        window.settle();
        assert_eq!(window.state().dialog, None, "{action:?}");
        assert_eq!(window.state().draft.as_ref().map(|draft| draft.session.revision()), before, "{action:?}");
    }
}

#[test]
fn closing_with_unsaved_changes_asks_and_tab_goes_from_left_to_right() {
    let mut window = Window::open();
    window.command(Command::Do(Action::AddItem));
    window.command(Command::File(FileCommand::CloseRequested));
    assert!(matches!(window.state().dialog, Some(Dialog::Unsaved { .. })));
    let mut left = 0.0;
    for label in ["Save", "Do not save", "Cancel"] {
        let button = window.harness.get_by_role_and_label(egui::Role::Button, label);
        assert!(button.is_focused(), "{label}");
        assert!(button.rect().left() > left, "{label} stands right of the one before");
        left = button.rect().left();
        window.harness.key_press(Key::Tab);
        window.settle();
    }
    window.harness.get_by_role_and_label(egui::Role::Button, "Cancel").click();
    window.settle();
    assert_eq!(window.state().dialog, None);
    assert!(window.state().draft.is_some());
}

#[test]
fn where_the_system_has_no_file_dialog_a_path_is_typed() {
    let mut window = Window::with(Asked::Unavailable, None);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::O);
    window.wait_for("the question", |window| window.state().dialog.is_some());
    assert!(matches!(window.state().dialog, Some(Dialog::Path { .. })));
    let field = window.harness.get_by_label("Path of the file");
    assert!(field.is_focused());
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples/parish.minutes.ron");
    window.harness.get_by_label("Path of the file").type_text(path);
    window.settle();
    window.harness.key_press(Key::Enter);
    window.settle();
    assert_eq!(window.state().draft.as_ref().and_then(|draft| draft.path.as_deref()), Some(path.as_ref()));
}

#[test]
fn a_name_alone_is_meant_in_the_folder_that_the_question_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let folders = minutebook::app::Folders { documents: Some(folder.path().to_owned()), ..Default::default() };
    let mut window = Window::with_folders(Asked::Unavailable, None, folders);
    window.command(Command::File(FileCommand::OpenSample(0)));
    for (action, title, button, name) in [
        (Action::SaveAs, "Save the draft where?", "Save", "named"),
        (Action::ExportPublic, "Export for the public where?", "Export", "page"),
    ] {
        window.command(Command::Do(action));
        window.wait_for("the question", |window| window.state().dialog.is_some());
        window.harness.get_by_label(title);
        window.harness.get_by_role_and_label(egui::Role::Button, button);
        let told = format!("A name alone is meant in {}.", folder.path().display());
        window.harness.get_by_label(&told);
        window.harness.get_by_label("Path of the file").type_text(name);
        window.settle();
        window.harness.key_press(Key::Enter);
        window.settle();
        // What goes out is made off the frame; the documents' folder is then that of the draft.
        let there = |name: &str| folder.path().join(name).exists();
        let file = if button == "Save" { "named.minutes.ron" } else { "page.pdf" };
        window.wait_for(file, |_| there(file));
    }
    window.command(Command::Do(Action::CloseDraft));
    window.command(Command::Do(Action::Open));
    window.wait_for("the question", |window| window.state().dialog.is_some());
    assert_eq!(window.harness.get_by_label("Path of the file").value().unwrap_or_default(), "");
    window.harness.get_by_label("Path of the file").type_text("named.minutes.ron");
    window.settle();
    window.harness.key_press(Key::Enter);
    window.settle();
    assert!(window.state().draft.is_some());
}

#[test]
fn a_step_of_the_record_is_recorded_with_its_day_and_name() {
    let mut window = Window::open();
    window.command(Command::Do(Action::Circulate));
    window.harness.get_by_label("Circulated by").focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.get_by_label("Circulated by").type_text("A Clerk");
    window.settle();
    window.harness.get_by_role_and_label(egui::Role::Button, "Record").click();
    window.settle();
    let record = &window.state().draft.as_ref().expect("a draft").session.minutes().record;
    assert_eq!(record.circulated.as_ref().map(|step| step.by.as_str()), Some("A Clerk"));
}

#[test]
fn a_field_that_gets_the_focus_back_is_not_typed_over() {
    let mut window = Window::open();
    let council = window.harness.get_by_label("Council").value().expect("the sample names its council");
    window.harness.get_by_label("Council").click();
    window.settle();
    window.harness.key_press(Key::End);
    window.settle();
    window.command(Command::Do(Action::About));
    window.harness.key_press(Key::Escape);
    window.settle();
    assert!(window.harness.get_by_label("Council").is_focused());
    window.harness.get_by_label("Council").type_text("X");
    window.settle();
    assert_eq!(window.harness.get_by_label("Council").value(), Some(format!("{council}X")));
}
