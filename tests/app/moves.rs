//! Items on the move: to the private business and back, out of turn and back, split and merged. Numbers and citations
//! follow, nothing is lost, and one step brings all of it back.

use crate::ports::Desk;
use minutebook::{
    app::{
        Action, BusinessChange, Caret, Change, Command, FileCommand, PartChange, Selection, item_of_agenda,
        prose::{Point, Span},
    },
    model::*,
};

fn sample() -> Desk {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk
}

fn ids(desk: &Desk) -> Vec<Id> {
    desk.minutes().items().iter().map(|visit| visit.item.id).collect()
}

fn select(desk: &mut Desk, id: Id) {
    desk.run(Command::Select(Selection::Item(id)));
}

fn item(desk: &Desk, id: Id) -> Item {
    desk.minutes().item(id).expect("it is there").clone()
}

/// Types a text into the first part of an item, which becomes that text, and puts the caret into it.
fn write(desk: &mut Desk, id: Id, paragraphs: &[&str]) -> ProseAt {
    select(desk, id);
    let part = item(desk, id).parts.first().map(|part| part.id);
    let part = part.unwrap_or_else(|| {
        desk.act(Action::AddProse);
        item(desk, id).parts[0].id
    });
    let text: Prose = paragraphs.iter().copied().map(Paragraph::plain).collect();
    let part = Part { id: part, content: PartContent::Prose(text), ..Part::default() };
    let at = ProseAt::Part(part.id);
    desk.run(Command::Change(Change::Part(PartChange::Set(Box::new(part)))));
    at
}

fn caret(desk: &mut Desk, at: ProseAt, paragraph: usize, offset: usize) {
    desk.run(Command::Caret(Caret::new(at, Span::caret(Point::new(paragraph, offset)))));
}

fn words(part: &Part) -> String {
    let PartContent::Prose(prose) = &part.content else { return "(no text)".to_owned() };
    let text = |paragraph: &Paragraph| {
        let runs = paragraph.text.iter().map(|inline| match inline {
            Inline::Text(run) => run.text.as_str(),
            _ => "?",
        });
        runs.collect::<String>()
    };
    prose.iter().map(text).collect::<Vec<_>>().join("|")
}

#[track_caller]
fn assert_one_step(desk: &mut Desk, before: &Minutes) {
    let after = desk.minutes().clone();
    let written = minutebook::format::write(&after);
    assert_eq!(minutebook::format::read(written.as_bytes()).expect("it can be read again"), after);
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), before);
    desk.act(Action::Redo);
    assert_eq!(desk.minutes(), &after);
}

#[test]
fn an_item_comes_back_from_the_private_business_to_where_it_was_and_leaves_no_empty_section() {
    let mut desk = sample();
    let before = desk.minutes().clone();
    let moved = ids(&desk)[3];
    let kinds = |desk: &Desk| desk.minutes().business.iter().map(|section| section.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&desk), [SectionKind::Public], "the sample has no private business");
    select(&mut desk, moved);
    desk.act(Action::TogglePrivateItem);
    assert_eq!(kinds(&desk), [SectionKind::Public, SectionKind::Private]);
    assert_one_step(&mut desk, &before);
    select(&mut desk, moved);
    desk.act(Action::TogglePrivateItem);
    assert_eq!(desk.minutes(), &before, "the same place, and the section that was made for it is gone");
}

#[test]
fn a_private_section_of_the_clerks_own_stays_when_its_last_item_leaves() {
    let mut desk = sample();
    let moved = ids(&desk)[2];
    desk.run(Command::Change(Change::Business(BusinessChange::AddSection(Section {
        kind: SectionKind::Private,
        ..Section::default()
    }))));
    select(&mut desk, moved);
    desk.act(Action::TogglePrivateItem);
    desk.act(Action::TogglePrivateItem);
    assert_eq!(desk.minutes().business.len(), 2);
    assert_eq!(ids(&desk)[2], moved);
}

#[test]
fn in_a_draft_opened_again_the_agenda_says_where_an_item_belongs() {
    let mut desk = sample();
    let all = ids(&desk);
    for (at, id) in all.iter().enumerate() {
        let numbered = Item { agenda: Some(format!("{}", at + 7)), ..item(&desk, *id) };
        desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(numbered)))));
    }
    assert_eq!(item_of_agenda(desk.minutes(), "10."), Some(all[3]));
    assert_eq!(item_of_agenda(desk.minutes(), "99"), None);
    select(&mut desk, all[3]);
    desk.act(Action::TogglePrivateItem);
    let path = desk.path("board.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path.clone())));
    desk.run(Command::File(FileCommand::Open(path)));
    select(&mut desk, all[3]);
    desk.act(Action::TogglePrivateItem);
    assert_eq!(ids(&desk), all);
}

#[test]
fn an_item_moves_past_private_business_to_the_next_public_section() {
    let mut desk = sample();
    let last = *ids(&desk).last().expect("there are items");
    for kind in [SectionKind::Private, SectionKind::Public] {
        let section = Section { kind, items: vec![Item::default()], ..Section::default() };
        desk.run(Command::Change(Change::Business(BusinessChange::AddSection(section))));
    }
    select(&mut desk, last);
    let before = desk.minutes().clone();
    desk.act(Action::MoveItemDown);
    assert_eq!(desk.minutes().business[2].items[0].id, last, "an arrow key makes nothing private");
    assert_one_step(&mut desk, &before);
    select(&mut desk, last);
    desk.act(Action::MoveItemUp);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn an_item_taken_out_of_turn_comes_behind_the_one_that_is_being_written_and_back() {
    let mut desk = sample();
    let all = ids(&desk);
    let at = write(&mut desk, all[2], &["Discussed."]);
    desk.run(Command::Change(Change::Prose { at, text: vec![Paragraph::plain("Discussed at length.")] }));
    let before = desk.minutes().clone();
    select(&mut desk, all[6]);
    desk.act(Action::TakeOutOfTurn);
    assert_eq!(ids(&desk)[3], all[6]);
    assert!(item(&desk, all[6]).out_of_turn);
    assert_eq!(desk.app.state().number_of(all[6]), Some("18."), "numbers follow at once");
    assert_one_step(&mut desk, &before);
    select(&mut desk, all[6]);
    desk.act(Action::TakeOutOfTurn);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn what_follows_the_caret_becomes_an_item() {
    let mut desk = sample();
    let all = ids(&desk);
    let at = write(&mut desk, all[3], &["The first.", "The second half.", "The third."]);
    desk.act(Action::AddTable);
    let private = Privacy::Exempt { paragraphs: vec!["3".to_owned()] };
    let old = Item { privacy: private.clone(), ..item(&desk, all[3]) };
    desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(old.clone())))));
    let before = desk.minutes().clone();
    caret(&mut desk, at, 1, "The second".len());
    desk.act(Action::SplitItem);
    let new = desk.minutes().items()[4].item.clone();
    assert_eq!(new.privacy, private, "what was private stays so");
    assert_eq!(item(&desk, all[3]).parts.iter().map(words).collect::<Vec<_>>(), ["The first.|The second"]);
    assert_eq!(words(&new.parts[0]), " half.|The third.");
    assert_eq!(new.parts[1..], old.parts[1..], "what stood behind the text goes with it");
    assert_eq!(ids(&desk)[5], all[4]);
    assert_one_step(&mut desk, &before);
}

#[test]
fn a_text_is_split_in_two_and_nothing_is_split_where_nothing_follows() {
    let mut desk = sample();
    let all = ids(&desk);
    let at = write(&mut desk, all[3], &["The first.", "The second."]);
    let before = desk.minutes().clone();
    caret(&mut desk, at, 1, 0);
    desk.act(Action::SplitText);
    assert_eq!(item(&desk, all[3]).parts.iter().map(words).collect::<Vec<_>>()[..2], ["The first.", "The second."]);
    assert_one_step(&mut desk, &before);
    desk.act(Action::Undo);
    select(&mut desk, all[3]);
    caret(&mut desk, at, 1, 99);
    desk.act(Action::SplitText);
    assert_eq!(desk.minutes(), &before);
    assert!(desk.last_toast().is_some_and(|(_, text)| text.contains("nothing to split")));
    select(&mut desk, all[4]);
    assert!(desk.app.state().available(Action::SplitText).is_err(), "the caret is in another item");
}

#[test]
fn merging_keeps_what_either_says_and_citations_follow() {
    let mut desk = sample();
    let all = ids(&desk);
    write(&mut desk, all[4], &["Two says this."]);
    write(&mut desk, all[3], &["One says that."]);
    let citing = Citation { target: CitationTarget::Here(all[4]), form: CitationForm::Minute, look: Look::default() };
    let text = Paragraph { text: vec![Inline::Citation(citing)], ..Paragraph::default() };
    desk.run(Command::Change(Change::Prose { at: ProseAt::ClosingRemarks, text: vec![text] }));
    let before = desk.minutes().clone();
    select(&mut desk, all[3]);
    desk.act(Action::MergeWithNext);
    let merged = item(&desk, all[3]);
    let texts: Vec<String> = merged.parts.iter().map(words).collect();
    let title = &before.item(all[4]).expect("it was there").title;
    assert!(texts.contains(&"One says that.".to_owned()), "{texts:?}");
    assert!(texts.contains(&format!("{title}|Two says this.")), "{texts:?}");
    assert_eq!(desk.minutes().item(all[4]), None);
    let Inline::Citation(citation) = &desk.minutes().closing.remarks[0].text[0] else { panic!("a citation") };
    assert_eq!(citation.target, CitationTarget::Here(all[3]));
    assert_one_step(&mut desk, &before);
    desk.act(Action::Undo);
    select(&mut desk, all[4]);
    desk.act(Action::MergeWithPrevious);
    assert_eq!(item(&desk, all[3]), merged);
}

#[test]
fn items_for_different_readers_are_not_merged() {
    let mut desk = sample();
    let all = ids(&desk);
    let private = Item { privacy: Privacy::Confidential, ..item(&desk, all[4]) };
    desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(private)))));
    let before = desk.minutes().clone();
    select(&mut desk, all[3]);
    desk.act(Action::MergeWithNext);
    assert_eq!(desk.minutes(), &before);
    assert!(desk.last_toast().is_some_and(|(_, text)| text.contains("same readers")));
}

#[test]
fn splitting_and_merging_again_gives_the_same_text() {
    let mut desk = sample();
    let all = ids(&desk);
    let at = write(&mut desk, all[3], &["The first.", "The second."]);
    caret(&mut desk, at, 1, 0);
    desk.act(Action::SplitItem);
    desk.act(Action::MergeWithPrevious);
    let texts: Vec<String> = item(&desk, all[3]).parts.iter().map(words).collect();
    assert_eq!(texts[..2], ["The first.", "The second."]);
    assert_eq!(ids(&desk), all);
}
