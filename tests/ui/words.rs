//! What happens beside the letters: misspelt words, the list below the caret, and what is pasted from other programs.

use crate::harness::Window;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Action, Clip, Command, Selection},
    model::{Id, Inline, Item, ParagraphKind, PartContent, ProseAt},
};

/// A window with the focus in the empty text of a new item.
fn writing() -> (Window, Id) {
    let mut window = Window::open();
    window.command(Command::Do(Action::AddItem));
    window.harness.get_by_label("Text").click();
    window.settle();
    let Some(Selection::Item(id)) = window.state().draft.as_ref().map(|draft| draft.selection) else {
        panic!("no item is selected")
    };
    (window, id)
}

fn item(window: &Window, id: Id) -> Item {
    let draft = window.state().draft.as_ref().expect("a draft is open");
    draft.session.minutes().item(id).expect("the item is there").clone()
}

fn typed(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

fn press(window: &mut Window, key: Key) {
    window.harness.key_press_modifiers(Modifiers::NONE, key);
    window.settle();
}

fn shown(window: &Window) -> String {
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Text").value().unwrap_or_default()
}

#[test]
fn enter_in_the_title_leads_to_the_text_also_in_one_burst() {
    let mut window = Window::open();
    window.command(Command::Do(Action::AddItem));
    window.harness.get_by_label("Enter in the title begins the text, Ctrl+R a resolution.");
    let key =
        Event::Key { key: Key::Enter, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    for event in [Event::Text("Street lamps".to_owned()), key.clone(), Event::Text("They were lit.".to_owned()), key] {
        window.harness.event(event);
    }
    window.settle();
    typed(&mut window, "Twice.");
    let Some(Selection::Item(id)) = window.state().draft.as_ref().map(|draft| draft.selection) else {
        panic!("no item is selected")
    };
    let item = item(&window, id);
    assert_eq!(item.title, "Street lamps");
    assert_eq!(item.parts.len(), 1);
    assert_eq!(shown(&window), "They were lit.\nTwice.");
}

/// Types a text with a misspelt word, and puts the caret into it.
fn with_slip() -> (Window, Id) {
    let (mut window, id) = writing();
    typed(&mut window, "The comittee met");
    let marked = |window: &Window| {
        let prose = match &item(window, id).parts[0].content {
            PartContent::Prose(prose) => prose.clone(),
            other => panic!("not prose: {other:?}"),
        };
        !window.state().spelling.marks(&prose[0]).is_empty()
    };
    window.wait_for("the spelling", marked);
    for _ in 0.." met".len() + 2 {
        press(&mut window, Key::ArrowLeft);
    }
    assert_eq!(window.state().spelling.at.as_deref(), Some("comittee"));
    (window, id)
}

#[test]
fn another_word_is_taken_for_a_misspelt_one_by_two_keys() {
    let (mut window, _) = with_slip();
    press(&mut window, Key::F7);
    window.wait_for("suggestions", |window| {
        window.state().spelling.suggestions.as_ref().is_some_and(|asked| asked.words.is_some())
    });
    assert!(window.harness.query_by_label_contains("committee").is_some(), "the list stands below the word");
    press(&mut window, Key::Enter);
    assert_eq!(shown(&window), "The committee met");
    assert!(window.state().spelling.suggestions.is_none());
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(shown(&window), "The comittee met");
}

#[test]
fn escape_closes_the_suggestions_and_the_text_stays() {
    let (mut window, _) = with_slip();
    press(&mut window, Key::F7);
    press(&mut window, Key::Escape);
    assert!(window.state().spelling.suggestions.is_none());
    typed(&mut window, "x");
    assert_eq!(shown(&window), "The comittxee met", "the caret is where it was");
}

#[test]
fn a_word_can_be_ignored_from_the_list() {
    let (mut window, _) = with_slip();
    press(&mut window, Key::F7);
    window.wait_for("suggestions", |window| {
        window.state().spelling.suggestions.as_ref().is_some_and(|asked| asked.words.is_some())
    });
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    let draft = window.state().draft.as_ref().expect("a draft is open");
    assert_eq!(draft.session.minutes().record.ignored_words, ["comittee"]);
    assert_eq!(shown(&window), "The comittee met");
}

/// The word before the caret.
fn word_at_caret(window: &Window) -> String {
    let draft = window.state().draft.as_ref().expect("a draft");
    let caret = draft.caret.expect("a caret");
    let paragraph = &draft.session.minutes().prose(caret.at).expect("prose")[caret.head.paragraph];
    let text = minutebook::app::prose::flat(paragraph);
    text[..caret.head.at].split(' ').next_back().unwrap_or_default().to_owned()
}

fn suggested(window: &mut Window) {
    window.wait_for("suggestions", |window| {
        window.state().spelling.suggestions.as_ref().is_some_and(|asked| asked.words.is_some())
    });
}

#[test]
fn f7_goes_from_one_misspelt_word_to_the_next_and_suggests_and_enter_takes() {
    let (mut window, id) = writing();
    typed(&mut window, "The comittee recieved a report.");
    // From another form, and before the dictionary is there perhaps.
    window.command(Command::Do(Action::GoToMeeting));
    press(&mut window, Key::F7);
    window.wait_for("the word", |window| {
        window.state().draft.as_ref().is_some_and(|draft| draft.selection == Selection::Item(id))
    });
    assert_eq!(word_at_caret(&window), "comittee");
    suggested(&mut window);
    assert!(window.harness.query_by_label_contains("committee").is_some(), "the list stands below the word");
    press(&mut window, Key::Enter);
    assert_eq!(shown(&window), "The committee recieved a report.");
    press(&mut window, Key::F7);
    suggested(&mut window);
    assert_eq!(word_at_caret(&window), "recieved");
    press(&mut window, Key::Escape);
    press(&mut window, Key::F7);
    let selection = |window: &Window| window.state().draft.as_ref().map(|draft| draft.selection);
    assert_ne!(selection(&window), Some(Selection::Item(id)), "it goes on through the draft");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(shown(&window), "The comittee recieved a report.");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    window.settle();
    for expected in ["recieved", "comittee"] {
        window.harness.key_press_modifiers(Modifiers::SHIFT, Key::F7);
        suggested(&mut window);
        assert_eq!(word_at_caret(&window), expected);
    }
}

#[test]
fn the_switch_for_marks_says_what_it_is_and_how_it_stands() {
    let mut window = Window::open();
    let open_menu = |window: &mut Window| {
        window.harness.get_by_role_and_label(Role::MenuItem, "Edit").click();
        window.settle();
        let entry = window.harness.get_by_role_and_label(Role::MenuItemCheckBox, "Mark misspelt words");
        entry.accesskit_node().toggled()
    };
    assert_eq!(open_menu(&mut window), Some(egui::accesskit::Toggled::True));
    press(&mut window, Key::Escape);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::F8);
    window.settle();
    assert!(window.harness.query_by_label("Misspelt words are no longer marked.").is_some());
    assert_eq!(open_menu(&mut window), Some(egui::accesskit::Toggled::False));
    press(&mut window, Key::Escape);
    window.command(Command::Do(Action::ToggleSpelling));
    assert!(window.harness.query_by_label("Misspelt words are now marked.").is_some());
}

#[test]
fn the_arrow_keys_choose_another_offer() {
    let (mut window, id) = writing();
    typed(&mut window, "It was moved by @");
    let offers = |window: &Window| {
        let at = ProseAt::Part(item(window, id).parts[0].id);
        window.state().offers(at, 0, "It was moved by @")
    };
    let second = offers(&window)[1].clone();
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Tab);
    let PartContent::Prose(prose) = &item(&window, id).parts[0].content else { panic!("not prose") };
    assert_eq!(prose[0].text.last(), second.insert.last());
    // Where nothing was chosen by an arrow key, Enter is Enter.
    typed(&mut window, " and @");
    press(&mut window, Key::Enter);
    let PartContent::Prose(prose) = &item(&window, id).parts[0].content else { panic!("not prose") };
    assert_eq!(prose.len(), 2);
}

#[test]
fn a_list_from_another_program_stays_a_list_and_bold_stays_bold() {
    let (mut window, id) = writing();
    let html = "<p>It was <b>agreed</b>:</p><ol type=a><li>to repair the roof</li><li>to report back</li></ol>";
    paste(&mut window, html, "It was agreed:\nto repair the roof\nto report back");
    let PartContent::Prose(prose) = &item(&window, id).parts[0].content else { panic!("not prose") };
    assert_eq!(prose.len(), 3);
    assert!(prose[0].text.iter().any(|inline| matches!(inline, Inline::Text(run) if run.look.bold)));
    assert!(matches!(prose[2].kind, ParagraphKind::Lettered(_)), "{:?}", prose[2].kind);
}

#[test]
fn a_table_from_another_program_becomes_a_part_and_the_text_goes_on_behind_it() {
    let (mut window, id) = writing();
    typed(&mut window, "The figures were:");
    press(&mut window, Key::Enter);
    typed(&mut window, "They were noted.");
    for _ in 0.."They were noted.".len() {
        press(&mut window, Key::ArrowLeft);
    }
    let html =
        "<p>In pounds.</p><table><tr><td>Roof</td><td>1,200</td></tr><tr><td>Drains</td><td>80</td></tr></table>";
    paste(&mut window, html, "In pounds.\nRoof\t1,200\nDrains\t80");
    let parts = item(&window, id).parts;
    let [first, second, third] = &parts[..] else { panic!("{} parts", parts.len()) };
    assert!(matches!(&first.content, PartContent::Prose(prose) if prose.len() == 2));
    assert!(matches!(&second.content, PartContent::Table(table) if table.rows.len() == 2));
    assert!(matches!(&third.content, PartContent::Prose(prose) if prose.len() == 1));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.settle();
    assert_eq!(item(&window, id).parts.len(), 1, "one step to undo");
    assert_eq!(shown(&window), "The figures were:\nThey were noted.");
}

fn paste(window: &mut Window, html: &str, text: &str) {
    window.clipboard.put(Clip { html: Some(html.to_owned()), text: Some(text.to_owned()) });
    window.harness.event(Event::Paste(text.to_owned()));
    window.settle();
}

#[test]
fn what_is_copied_has_its_looks_and_its_marks_written_out() {
    let (mut window, _) = writing();
    typed(&mut window, "- It was @");
    press(&mut window, Key::Tab);
    let said = shown(&window);
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.settle();
    window.harness.event(Event::Copy);
    window.settle();
    let clip = window.clipboard.clip();
    assert!(clip.html.is_some_and(|html| html.contains("<li>")));
    assert!(clip.text.is_some_and(|text| text.ends_with(&said)), "{said}");
}
