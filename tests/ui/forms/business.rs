use super::{click, fill, form, item, item_with, minutes, new_item, press, typed};
use crate::harness::Window;
use egui::Key;
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Command, Selection},
    model::{Approval, Change, Consequence, ItemRole, NumberRule, PartContent, Privacy},
};

fn standing(role: ItemRole) -> Window {
    let mut window = Window::open();
    let id = item_with(&window, role);
    window.command(Command::Select(Selection::Item(id)));
    window
}

#[test]
fn a_new_item_waits_for_its_title() {
    let (mut window, id) = new_item();
    assert!(window.harness.get_by_label("Title").is_focused());
    typed(&mut window, "Street Lighting");
    assert_eq!(item(&window, id).title, "Street Lighting");
}

#[test]
fn rough_notes_are_lines_each_handed_in_by_enter() {
    let (mut window, id) = new_item();
    click(&mut window, "Rough notes");
    window.harness.get_by_label("New note").focus();
    window.settle();
    for note in ["lamps out in Mill Lane", "cost?"] {
        typed(&mut window, note);
        press(&mut window, Key::Enter);
    }
    let notes: Vec<_> = item(&window, id).notes.iter().map(|note| note.text.clone()).collect();
    assert_eq!(notes, ["lamps out in Mill Lane", "cost?"]);
}

#[test]
fn the_details_of_an_item_are_there_when_asked_for() {
    let (mut window, id) = new_item();
    assert!(window.harness.query_by_label("Minute number").is_none());
    click(&mut window, "Number, privacy and other details");
    fill(&mut window, "Agenda number", "3a");
    window.harness.get_by_label("Minute number").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    fill(&mut window, "Number", "40");
    window.harness.get_by_label("Who may see it").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    fill(&mut window, "Paragraphs of Schedule 12A", "1, 2 and 6(a)");
    let item = item(&window, id);
    assert_eq!((item.agenda.as_deref(), item.number), (Some("3a"), NumberRule::Fixed(40)));
    assert_eq!(item.privacy, Privacy::Exempt { paragraphs: ["1", "2", "6(a)"].map(str::to_owned).to_vec() });
}

#[test]
fn what_the_public_is_told_of_a_private_item_is_typed() {
    let (mut window, id) = new_item();
    click(&mut window, "Number, privacy and other details");
    window.harness.get_by_label("Who may see it").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    click(&mut window, "What the public is told: A heading and a text");
    fill(&mut window, "Heading for the public", "A staffing matter");
    fill(&mut window, "Text for the public", "The Board decided.");
    let minutebook::model::PublicVersion::Stub { title, text } = &item(&window, id).public_version else {
        panic!("something is told")
    };
    assert_eq!((title.as_str(), text.len()), ("A staffing matter", 1));
}

#[test]
fn parts_are_added_moved_and_removed() {
    let (mut window, id) = new_item();
    click(&mut window, "Text");
    typed(&mut window, "The Board considered a report.");
    click(&mut window, "Resolution");
    typed(&mut window, "the report be noted");
    let is_prose = |content: &PartContent| matches!(content, PartContent::Prose(_));
    assert_eq!(item(&window, id).parts.iter().map(|part| is_prose(&part.content)).collect::<Vec<_>>(), [true, false]);
    click(&mut window, "More for Resolution");
    click(&mut window, "Move up");
    assert_eq!(item(&window, id).parts.iter().map(|part| is_prose(&part.content)).collect::<Vec<_>>(), [false, true]);
    click(&mut window, "More for Text");
    click(&mut window, "Remove");
    assert_eq!(item(&window, id).parts.len(), 1);
}

#[test]
fn a_table_is_filled_cell_by_cell() {
    let (mut window, id) = new_item();
    click(&mut window, "Table");
    click(&mut window, "Row");
    let last = minutes(&window).item(id).and_then(|item| match &item.parts[0].content {
        PartContent::Table(table) => Some(table.rows.len()),
        _ => None,
    });
    let first_cell = format!("Row {}, column 1", last.unwrap_or(0));
    assert!(window.harness.get_by_label(&first_cell).is_focused(), "the new row can be typed in");
    fill(&mut window, "Heading of column 1", "Payee");
    fill(&mut window, "Row 1, column 1", "A. Smith");
    click(&mut window, "Column");
    let PartContent::Table(table) = &item(&window, id).parts[0].content else { panic!("a table") };
    assert_eq!(table.columns[0].heading, "Payee");
    assert_eq!(table.rows[0].cells[0], vec![minutebook::model::Paragraph::plain("A. Smith")]);
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
}

#[test]
fn a_declaration_is_recorded_by_key() {
    let mut window = standing(ItemRole::Declarations);
    fill(&mut window, "Where there are none", "None were declared.");
    assert_eq!(minutes(&window).declarations.nil_wording.as_deref(), Some("None were declared."));
    click(&mut window, "Declaration");
    assert!(window.harness.get_by_label("Member").is_focused());
    typed(&mut window, "pell");
    press(&mut window, Key::Enter);
    window.harness.get_by_label("What the member did").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    let entry = &minutes(&window).declarations.entries[0];
    assert_eq!(window.state().who(&entry.member), "Councillor G Pellow");
    assert_eq!(entry.consequence, Consequence::TookPart);
}

#[test]
fn earlier_minutes_are_approved_with_a_correction() {
    let mut window = standing(ItemRole::PreviousMinutes);
    click(&mut window, "Their minutes were: Signed as a true record");
    click(&mut window, "Correction");
    typed(&mut window, "12");
    fill(&mut window, "Instead of", "two");
    fill(&mut window, "Now reads", "three");
    let previous = &minutes(&window).previous;
    assert_eq!(previous.approval, Approval::Signed);
    assert_eq!(previous.corrections[0].minute, "12");
    assert_eq!(previous.corrections[0].change, Change::Replace { old: "two".into(), new: "three".into() });
}

#[test]
fn a_section_is_renamed_and_leads_to_its_items() {
    let section = minutes(&Window::open()).business[0].clone();
    let mut window = form(Selection::Section(section.id));
    fill(&mut window, "Heading", "Part One");
    assert_eq!(minutes(&window).business[0].heading.as_deref(), Some("Part One"));
}

#[test]
fn tab_goes_from_the_title_into_the_text_and_rough_notes_take_the_focus() {
    let (mut window, _) = new_item();
    click(&mut window, "Text");
    window.harness.get_by_label("Title").focus();
    window.settle();
    press(&mut window, Key::Tab);
    typed(&mut window, "The Board met.");
    assert!(window.harness.query_all_by_value("The Board met.").next().is_some(), "what is typed is the text");
    click(&mut window, "Rough notes");
    assert!(window.harness.get_by_label("New note").is_focused());
}
