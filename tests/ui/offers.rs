//! The overlay that cites a minute and the form of the phrase bank, by keys alone.

use crate::harness::{SAMPLE, Window};
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Caret, Change, Command, Dialog, Folders, PartChange, Selection, ToastKind, prose},
    model::{CitationForm, CitationTarget, Inline, Paragraph, PartContent, ProseAt},
    store,
    ui::files::Asked,
};
use std::{fs, path::Path};
use tempfile::TempDir;

/// Adds a text to the first item and puts the caret behind some of it.
fn with_text(window: &mut Window, text: &str) -> ProseAt {
    let item = window.state().draft.as_ref().expect("a draft").session.minutes().items()[0].item.id;
    window.command(Command::Select(Selection::Item(item)));
    let content = PartContent::Prose(vec![Paragraph::plain(text)]);
    window.command(Command::Change(Change::Part(PartChange::Add { item, at: 0, content })));
    let minutes = window.state().draft.as_ref().expect("a draft").session.minutes();
    let at = ProseAt::Part(minutes.item(item).expect("the item").parts[0].id);
    let span = prose::Span::caret(prose::Point::new(0, text.len()));
    window.command(Command::Caret(Caret::new(at, span)));
    at
}

fn paragraph(window: &Window, at: ProseAt) -> Vec<Inline> {
    let minutes = window.state().draft.as_ref().expect("a draft").session.minutes();
    minutes.prose(at).expect("the text")[0].text.clone()
}

fn citation(window: &Window, at: ProseAt) -> (CitationTarget, CitationForm) {
    let text = paragraph(window, at);
    match text.last() {
        Some(Inline::Citation(citation)) => (citation.target.clone(), citation.form),
        other => panic!("no citation but {other:?}"),
    }
}

fn chord(window: &mut Window) {
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    window.settle();
    assert!(matches!(window.state().dialog, Some(Dialog::Cite(_))));
    assert!(window.harness.get_by_label("Which minute").is_focused());
}

fn type_text(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.to_owned()));
    window.settle();
}

#[test]
fn a_minute_of_this_draft_is_cited_by_a_word_of_its_title() {
    let mut window = Window::open();
    let at = with_text(&mut window, "Further to ");
    let minutes = window.state().draft.as_ref().expect("a draft").session.minutes();
    let wanted = minutes.items()[2].item.clone();
    let word: String = wanted.title.split_whitespace().max_by_key(|word| word.len()).expect("a word").to_lowercase();
    chord(&mut window);
    type_text(&mut window, &word);
    window.harness.key_press(Key::Enter);
    window.settle();
    let forms = window.harness.get_by_role_and_label(Role::ListBox, "How is it written?");
    assert!(forms.is_focused());
    window.harness.key_press(Key::Enter);
    window.settle();
    assert_eq!(window.state().dialog, None);
    assert_eq!(citation(&window, at), (CitationTarget::Here(wanted.id), CitationForm::Minute));
    let undo = window.state().draft.as_ref().and_then(|draft| draft.session.undo_label().map(str::to_owned));
    assert!(undo.is_some_and(|label| label.starts_with("what was offered")), "it is one step to undo");
}

#[test]
fn a_number_and_a_letter_cite_what_is_not_on_file_also_in_one_frame() {
    let mut window = Window::open();
    let at = with_text(&mut window, "as was said (");
    chord(&mut window);
    for event in ["6", "3/1", "5"] {
        window.harness.event(Event::Text(event.to_owned()));
    }
    let enter = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.harness.event(enter(true));
    window.harness.event(enter(false));
    window.harness.event(Event::Text("i".to_owned()));
    window.settle();
    assert_eq!(window.state().dialog, None);
    let (target, form) = citation(&window, at);
    assert!(matches!(target, CitationTarget::Elsewhere { number, year: Some(2015), .. } if number == "63"));
    assert_eq!(form, CitationForm::InSentence);
}

#[test]
fn the_form_that_fits_the_place_is_proposed_and_another_is_a_letter_or_an_arrow_away() {
    for (before, keys, expected) in [
        ("so (", &[][..], CitationForm::Refers),
        ("see Minute ", &[], CitationForm::Number),
        ("see ", &[Key::ArrowDown][..], CitationForm::InSentence),
        ("so (", &[Key::ArrowUp], CitationForm::InSentence),
    ] {
        let mut window = Window::open();
        let at = with_text(&mut window, before);
        chord(&mut window);
        type_text(&mut window, "63/15");
        window.harness.key_press(Key::Enter);
        window.settle();
        for key in keys {
            window.harness.key_press(*key);
            window.settle();
        }
        window.harness.key_press(Key::Enter);
        window.settle();
        assert_eq!(citation(&window, at).1, expected, "{before}{keys:?}");
    }
}

#[test]
fn escape_leaves_the_text_as_it_was() {
    let mut window = Window::open();
    let at = with_text(&mut window, "so ");
    let before = paragraph(&window, at);
    for steps in [0, 1] {
        chord(&mut window);
        type_text(&mut window, "63/15");
        for _ in 0..steps {
            window.harness.key_press(Key::Enter);
            window.settle();
        }
        window.harness.key_press(Key::Escape);
        window.settle();
        assert_eq!(window.state().dialog, None);
        assert_eq!(paragraph(&window, at), before);
    }
}

#[test]
fn enter_on_nothing_that_is_found_stays_in_the_field() {
    let mut window = Window::open();
    with_text(&mut window, "so ");
    chord(&mut window);
    type_text(&mut window, "zzzz");
    window.harness.key_press(Key::Enter);
    window.settle();
    assert!(window.harness.get_by_label("Which minute").is_focused());
    assert!(window.harness.query_by_label_contains("Nothing is found").is_some());
}

/// A folder with a copy of the sample, and a window with that open and a configuration of its own.
fn at_home() -> (Window, TempDir) {
    let home = tempfile::tempdir().expect("a folder");
    let draft = home.path().join("this.minutes.ron");
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(SAMPLE), &draft).expect("a copy of the sample");
    let folders = Folders { config: Some(home.path().join("config")), ..Folders::default() };
    (Window::with_folders(Asked::Cancelled, Some(&draft), folders), home)
}

#[test]
fn a_minute_of_an_earlier_draft_in_the_folder_is_found_and_cited() {
    let (mut window, home) = at_home();
    let mut earlier = store::open(&home.path().join("this.minutes.ron")).expect("the sample");
    earlier.house.body = "Cabinet".to_owned();
    earlier.meeting.date = jiff::civil::date(2015, 11, 3);
    earlier.numbering.first = 40;
    let item = &mut earlier.business[0].items[0];
    (item.title, item.frozen) = ("Quarry Lane Footbridge".to_owned(), None);
    let id = item.id;
    store::save(&home.path().join("earlier.minutes.ron"), &earlier).expect("saved");
    fs::write(home.path().join("broken.minutes.ron"), "(format: 1, head: (").expect("written");
    let at = with_text(&mut window, "Further to ");
    chord(&mut window);
    window.wait_for("what is on file", |window| !window.state().filed.reading);
    assert_eq!(window.state().filed.drafts.len(), 2, "the broken one is passed over");
    type_text(&mut window, "foot quarr");
    let row = window.harness.get_by_label_contains("Quarry Lane Footbridge");
    assert!(row.rect().height() > 0.0);
    window.harness.key_press(Key::Enter);
    window.settle();
    type_text(&mut window, "r");
    let expected = CitationTarget::Elsewhere {
        body: Some("Cabinet".to_owned()),
        number: "40".to_owned(),
        year: Some(2015),
        date: None,
        item: Some(id),
    };
    assert_eq!(citation(&window, at), (expected, CitationForm::Refers));
}

#[test]
fn a_phrase_is_added_changed_and_removed_by_keys_and_is_kept_in_the_folder() {
    let (mut window, home) = at_home();
    let file = home.path().join("config/templates/coventry/phrases.ron");
    window.harness.key_press(Key::F5);
    window.settle();
    assert!(window.harness.get_by_label("Look for").is_focused());
    window.harness.get_by_role_and_label(Role::Button, "New phrase").click();
    window.settle();
    assert!(window.harness.get_by_label("Letters").is_focused());
    for text in ["qz", "A test", "{body} saw {what}"] {
        type_text(&mut window, text);
        window.harness.key_press(Key::Tab);
        window.settle();
    }
    assert!(window.harness.query_by_label_contains("Becomes: The Board saw [what]").is_some());
    window.harness.get_by_role_and_label(Role::Button, "Keep").click();
    window.settle();
    let written = fs::read_to_string(&file).expect("the file");
    assert!(written.contains("{body} saw {what}"), "{written}");
    let body = "Education and Children's Services Scrutiny Board (2)";
    let found =
        |window: &Window, trigger: &str| window.state().style().and_then(|s| s.phrases.find(trigger, body)).cloned();
    assert_eq!(found(&window, "qz").map(|phrase| phrase.label).as_deref(), Some("A test"));
    window.harness.get_by_label("Letters").focus();
    window.settle();
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut window, "tb");
    assert!(window.harness.query_by_label_contains("stands for").is_some(), "the letters are taken");
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    type_text(&mut window, "qy");
    window.harness.get_by_role_and_label(Role::Button, "Keep").click();
    window.settle();
    assert_eq!((found(&window, "qz"), found(&window, "qy").is_some()), (None, true));
    window.harness.get_by_role_and_label(Role::Button, "Remove").click();
    window.settle();
    assert_eq!(found(&window, "qy"), None);
    let (again, problems) = minutebook::template::Library::load(Some(&home.path().join("config/templates")));
    assert!(problems.is_empty() && again.style("coventry").is_some_and(|style| style.phrases.own().is_empty()));
    window.harness.key_press(Key::Escape);
    window.settle();
    assert_eq!(window.state().dialog, None);
}

#[test]
fn a_built_in_phrase_is_switched_off_and_brought_back() {
    let (mut window, _home) = at_home();
    let body = "Education and Children's Services Scrutiny Board (2)";
    let known = |window: &Window| window.state().style().is_some_and(|s| s.phrases.find("iwa", body).is_some());
    window.command(Command::Do(Action::Phrases));
    type_text(&mut window, "iwa");
    window.harness.key_press(Key::Enter);
    window.settle();
    let letters = window.harness.get_by_label("Letters");
    assert!(letters.is_focused(), "Enter leads to the fields of what was looked for");
    assert_eq!(letters.value().as_deref(), Some("iwa"));
    window.harness.get_by_role_and_label(Role::Button, "Switch off").click();
    window.settle();
    assert!(!known(&window));
    window.harness.get_by_role_and_label(Role::Button, "As built in").click();
    window.settle();
    assert!(known(&window));
}

#[test]
fn a_phrase_is_made_of_what_is_selected() {
    let (mut window, _home) = at_home();
    let text = "the Board thanked the visitors warmly";
    let at = with_text(&mut window, text);
    let (start, end) = (prose::Point::new(0, 0), prose::Point::new(0, text.len()));
    window.command(Command::Caret(Caret::new(at, prose::Span { anchor: start, head: end })));
    window.harness.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    window.settle();
    assert_eq!(
        window.harness.get_by_label("Text of the phrase").value().as_deref(),
        Some("{body} thanked the visitors warmly")
    );
    assert!(window.harness.get_by_label("Letters").is_focused());
    window.harness.get_by_role_and_label(Role::Button, "Keep").click();
    window.settle();
    let bank = &window.state().style().expect("a style").phrases;
    assert_eq!(bank.own().len(), 1);
    assert!(bank.own()[0].faults().is_empty());
}

#[test]
fn a_broken_file_of_phrases_is_not_written_over() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("config/templates/coventry/phrases.ron");
    fs::create_dir_all(file.parent().expect("a folder")).expect("made");
    fs::write(&file, "[(trigger:").expect("written");
    let folders = Folders { config: Some(home.path().join("config")), ..Folders::default() };
    let mut window = Window::with_folders(Asked::Cancelled, Some(Path::new(SAMPLE)), folders);
    window.command(Command::Do(Action::Phrases));
    assert!(window.harness.query_by_label_contains("cannot be read, so nothing can be changed here").is_some());
    let phrase = window.state().style().expect("a style").phrases.shipped()[0].clone();
    let keep = minutebook::app::PhraseCommand::Keep { phrase, instead_of: None };
    window.command(Command::Phrase(keep));
    assert!(
        window.state().toasts.iter().any(|toast| toast.kind == ToastKind::Failed && toast.text.contains("phrases.ron"))
    );
    assert_eq!(fs::read_to_string(&file).expect("the file"), "[(trigger:");
}

#[test]
fn somebody_who_is_named_is_added_to_the_attendance_by_one_chord() {
    let mut window = Window::open();
    let at = with_text(&mut window, "It was said by Councillor Smyth");
    let before = paragraph(&window, at);
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.settle();
    let people = window.state().people();
    assert!(people.iter().any(|person| person.name == "Councillor Smyth" && person.present));
    assert_eq!(paragraph(&window, at), before, "the text stays");
    assert!(matches!(window.state().draft.as_ref().expect("a draft").selection, Selection::Item(_)));
}

/// Goes into a text, at its end.
fn into_text(window: &mut Window, at: ProseAt) {
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Text").focus();
    window.settle();
    let caret = window.state().draft.as_ref().and_then(|draft| draft.caret);
    assert_eq!(caret.map(|caret| caret.at), Some(at));
}

fn tab() -> Event {
    Event::Key { key: Key::Tab, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
}

#[test]
fn tab_takes_the_name_or_the_phrase_that_is_offered_and_then_goes_to_its_slot() {
    let mut window = Window::open();
    let at = with_text(&mut window, "");
    into_text(&mut window, at);
    let people = window.state().draft.as_ref().expect("a draft").session.minutes().attendance.clone();
    let person = people.people().find(|person| person.is_present() && !person.title.is_empty()).expect("somebody");
    let letters: String = person.surname.chars().take(2).collect();
    type_text(&mut window, &letters);
    assert!(window.harness.query_by_label_contains(&person.short_name()).is_some(), "it is shown");
    window.harness.event(tab());
    window.settle();
    assert!(matches!(&paragraph(&window, at)[..], [Inline::Person(mention)] if mention.person == person.id));
    // All keys of a burst in one frame.
    for text in [" s", "aid. ", "c", "bn"] {
        window.harness.event(Event::Text(text.to_owned()));
    }
    window.harness.event(tab());
    window.harness.event(Event::Text("Head of Parks".to_owned()));
    window.settle();
    let text = paragraph(&window, at);
    let [Inline::Person(_), Inline::Text(run)] = &text[..] else { panic!("{text:?}") };
    assert_eq!(run.text, " said. The Board considered a briefing note of the Head of Parks", "the slot is typed over");
}

#[test]
fn tab_takes_nothing_of_what_was_there_before() {
    let mut window = Window::open();
    let people = window.state().people();
    let surname = people[0].name.rsplit(' ').next().expect("a surname").to_owned();
    let text = format!("It was {surname}");
    let at = with_text(&mut window, &text);
    into_text(&mut window, at);
    window.harness.event(tab());
    window.settle();
    assert_eq!(paragraph(&window, at), [Inline::plain(text)]);
}
