//! The whole road of a clerk, by keys.

use crate::{
    clerk::Clerk,
    pdf,
    ports::{TestClock, env, finish_saving},
    screen::Screen,
    window,
};
use minutebook::{
    app::{Action, App, Audience, BusinessChange, Change, Command, Desk, FileCommand, Focus, Selection},
    model::{Item, Paragraph, ParagraphKind, Prose},
    ui::theme::LIGHT,
};
use std::path::Path;

const TITLE: &str = "Street lighting";
const SENTENCE: &str = "The members asked for a list of the lamps that are out:";
const LAMPS: [&str; 2] = ["two in Mill Lane", "one in Station Road"];
const RESOLVED: &str = "the report be noted, and that the lamps be mended by spring";

/// What a clerk's keys came to, done by commands.
struct Expected {
    /// What the window is called with the sample, and with the new draft before it is saved.
    sample: String,
    begun: String,
    draft: Vec<u8>,
    pdf: Vec<u8>,
}

pub fn by_keys() {
    let screen = Screen::start();
    let folder = screen.path("work");
    std::fs::create_dir(&folder).expect("a folder for the drafts");
    let expected = by_commands(&screen.path("expected"));
    let (draft, export) = (folder.join("lighting.minutes.ron"), folder.join("lighting.pdf"));

    let mut clerk = Clerk::before(screen, &mut window::command(&folder));
    assert_eq!(clerk.title(), "Minutebook");
    clerk.sees("start", "the start page", |picture| {
        picture.share(LIGHT.form) > 0.1 && picture.share(LIGHT.panel) > 0.01 && picture.share(LIGHT.paper) > 0.01
    });

    // Past "New" and "Open": the first sample.
    clerk.press(&["Tab", "Tab", "Tab", "Return"]);
    clerk.wait_for_title(&format!("{} - Minutebook", expected.sample));
    clerk.sees("sample", "the sample's outline, form and pages", |picture| {
        picture.share(LIGHT.panel) > 0.05 && picture.share(LIGHT.form) > 0.05 && picture.share(LIGHT.paper) > 0.05
    });

    clerk.press(&["ctrl+n", "Tab", "Return"]);
    clerk.wait_for_title(&format!("\u{2022} {} - Minutebook", expected.begun));
    clerk.press(&["ctrl+Return"]);
    clerk.types(TITLE);
    clerk.press(&["ctrl+t"]);
    clerk.types(SENTENCE);
    clerk.press(&["Return"]);
    clerk.types(&format!("- {}", LAMPS[0]));
    clerk.press(&["Return"]);
    clerk.types(LAMPS[1]);
    clerk.press(&["ctrl+r"]);
    clerk.types(RESOLVED);
    clerk.sees("item", "the new item and its page", |picture| picture.share(LIGHT.paper) > 0.05);

    clerk.press(&["ctrl+s"]);
    clerk.fills_in(&draft.to_string_lossy());
    clerk.press(&["Return"]);
    clerk.wait_for_title("lighting - Minutebook");
    assert_same_text(&read(&draft), &expected.draft);

    clerk.press(&["ctrl+w"]);
    clerk.wait_for_title("Minutebook");
    // Past "New" and "Open": the draft that was open last.
    clerk.press(&["Tab", "Tab", "Tab", "Return"]);
    clerk.wait_for_title("lighting - Minutebook");

    clerk.press(&["ctrl+e"]);
    clerk.fills_in(&export.to_string_lossy());
    clerk.press(&["Return"]);
    clerk.wait_for_file(&export);
    let exported = read(&export);
    assert!(exported == expected.pdf, "the export differs from that of the same commands");
    pdf::validate(&exported).expect("the export is accessible and archival");
    let text = pdf::text_in_tag_order(&exported).expect("the export can be read");
    for part in [TITLE, SENTENCE, LAMPS[0], LAMPS[1], RESOLVED] {
        assert!(text.contains(part), "“{part}” is not in the export:\n{text}");
    }

    clerk.press(&["ctrl+q"]);
    let status = clerk.wait_for_end();
    assert!(status.success(), "{status}");
    assert_same_text(&read(&draft), &expected.draft);
}

/// Does in a folder without a window what the clerk does.
fn by_commands(folder: &Path) -> Expected {
    std::fs::create_dir(folder).expect("a folder for what is expected");
    let clock = TestClock::default();
    let mut app = App::new(env(folder, &clock));
    let name = |app: &App| app.state().draft.as_ref().expect("a draft is open").name();
    let first = app.state().library.styles().first().expect("house styles are built in");
    let (style, body) = (first.name.clone(), first.bodies.first().expect("it has bodies").name.clone());
    app.update(Command::File(FileCommand::OpenSample(0)));
    let sample = name(&app);
    let date = jiff::civil::date(2024, 10, 21);
    app.update(Command::File(FileCommand::New { style, body, date }));
    let begun = name(&app);
    app.update(Command::Do(Action::AddItem));
    let Selection::Item(id) = app.state().draft.as_ref().expect("a draft is open").selection else {
        panic!("the new item is not selected")
    };
    app.update(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(Item {
        id,
        title: TITLE.to_owned(),
        ..Item::default()
    })))));
    app.update(Command::Do(Action::AddProse));
    let lamp = |text: &str| Paragraph { kind: ParagraphKind::Bullet, ..Paragraph::plain(text) };
    write(&mut app, vec![Paragraph::plain(SENTENCE), lamp(LAMPS[0]), lamp(LAMPS[1])]);
    app.update(Command::Do(Action::AddResolution));
    write(&mut app, vec![Paragraph::plain(RESOLVED)]);
    let path = folder.join("lighting.minutes.ron");
    app.update(Command::File(FileCommand::SaveTo(path.clone())));
    finish_saving(&mut app);
    let desk = Desk::new(env(folder, &clock));
    let exported = desk.export(&path, None, Audience::Public).expect("it exports");
    Expected { sample, begun, draft: read(&path), pdf: read(&exported.path) }
}

/// Writes into the prose that is to have the focus.
fn write(app: &mut App, text: Prose) {
    let Some(Focus::Prose(at)) = app.state().draft.as_ref().and_then(|draft| draft.focus) else {
        panic!("no prose is to have the focus")
    };
    app.update(Command::Change(Change::Prose { at, text }));
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Compares two drafts, and shows the lines in which they differ.
fn assert_same_text(found: &[u8], expected: &[u8]) {
    if found == expected {
        return;
    }
    let (found, expected) = (String::from_utf8_lossy(found), String::from_utf8_lossy(expected));
    let differing = found.lines().zip(expected.lines()).filter(|(found, expected)| found != expected);
    let shown: Vec<String> =
        differing.take(20).map(|(found, expected)| format!("found {found}\nnot   {expected}")).collect();
    panic!("the draft is not that of the same commands:\n{}", shown.join("\n"));
}
