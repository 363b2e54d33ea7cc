//! Items and their parts: added, moved, made private, removed, and brought back.

use crate::ports::Desk;
use minutebook::{
    app::{Action, BusinessChange, Change, Command, FileCommand, Focus, PartChange, Selection},
    model::{Action as Action_, *},
};

fn sample() -> Desk {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk
}

fn titles(desk: &Desk) -> Vec<String> {
    desk.minutes().items().iter().map(|visit| visit.item.title.clone()).collect()
}

fn select(desk: &mut Desk, number: usize) -> Id {
    let id = desk.minutes().items()[number].item.id;
    desk.run(Command::Select(Selection::Item(id)));
    id
}

fn undo_label(desk: &Desk) -> String {
    desk.app.state().label(Action::Undo)
}

fn shown(desk: &Desk) -> (Selection, Option<Focus>) {
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    (draft.selection, draft.focus)
}

#[test]
fn an_item_is_added_behind_the_one_that_is_selected_and_all_numbers_follow() {
    let mut desk = sample();
    let numbers = |desk: &Desk| -> Vec<String> {
        let outline = desk.app.state().outline();
        outline.iter().map(|entry| entry.number.clone()).filter(|number| !number.is_empty()).collect()
    };
    assert_eq!(numbers(&desk), ["15.", "16.", "17.", "18.", "19.", "20.", "21.", "22."]);
    select(&mut desk, 2);
    desk.act(Action::AddItem);
    assert_eq!(titles(&desk)[3], "");
    assert_eq!(numbers(&desk).last().map(String::as_str), Some("23."));
    let new = desk.minutes().items()[3].item.id;
    assert_eq!(shown(&desk).0, Selection::Item(new), "its form is shown");
    assert_eq!(undo_label(&desk), "Undo add item");
    desk.act(Action::Undo);
    assert_eq!(numbers(&desk).len(), 8);
    assert_eq!(shown(&desk).0, Selection::Item(desk.minutes().items()[2].item.id), "back to where it was done");
}

#[test]
fn items_move_up_and_down_and_stop_at_the_ends() {
    let mut desk = sample();
    let before = titles(&desk);
    let id = select(&mut desk, 1);
    desk.act(Action::MoveItemUp);
    assert_eq!(titles(&desk)[0], before[1]);
    assert_eq!(shown(&desk).0, Selection::Item(id));
    desk.act(Action::MoveItemUp);
    assert_eq!(titles(&desk)[0], before[1]);
    assert!(desk.app.state().available(Action::MoveItemUp).is_err());
    desk.act(Action::MoveItemDown);
    assert_eq!(titles(&desk), before);
    assert!(
        desk.app.state().toasts.is_empty(),
        "{:?} an arrow key at the end of a list needs no reproach",
        desk.app.state().toasts
    );
}

#[test]
fn an_item_goes_to_the_private_business_and_back_and_nothing_else_is_lost() {
    let mut desk = sample();
    let before = desk.minutes().clone();
    let number = before.items().iter().position(|visit| visit.item.role == ItemRole::Ordinary).expect("there is one");
    let id = select(&mut desk, number);
    assert_eq!(desk.app.state().label(Action::TogglePrivateItem), "Move to private business");
    desk.act(Action::TogglePrivateItem);
    let private = desk.minutes().business.last().expect("there are sections");
    assert_eq!(private.kind, SectionKind::Private);
    assert!(private.id != Id::NONE && private.items.iter().any(|item| item.id == id));
    assert_eq!(desk.minutes().items().len(), before.items().len());
    assert_eq!(desk.app.state().label(Action::TogglePrivateItem), "Move to public business");
    desk.act(Action::TogglePrivateItem);
    let visits = desk.minutes().items();
    let back = visits.iter().find(|visit| visit.item.id == id).expect("it is there");
    assert!(!back.private);
    desk.act(Action::Undo);
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);
}

#[test]
fn an_item_moves_neither_into_itself_nor_past_the_public_section_by_an_arrow_key() {
    let mut desk = sample();
    let number = desk.minutes().items().len() - 1;
    let id = select(&mut desk, number);
    desk.act(Action::AddSubItem);
    let sub = desk.minutes().item(id).expect("it is there").items[0].id;
    let before = desk.minutes().clone();
    desk.run(Command::Change(Change::Business(BusinessChange::MoveItem { item: id, of: sub, to: 0 })));
    assert_eq!(desk.minutes(), &before);
    desk.act(Action::TogglePrivateItem);
    assert_eq!(desk.minutes(), &before, "a sub-item goes with the item that holds it");
}

#[test]
fn parts_get_ids_of_their_own_however_deep_and_the_focus() {
    let mut desk = sample();
    let item = select(&mut desk, 3);
    desk.act(Action::AddResolution);
    let part = desk.minutes().item(item).and_then(|item| item.parts.last()).expect("it was added").clone();
    assert_eq!(shown(&desk).1, Some(Focus::Prose(ProseAt::Part(part.id))));
    let action = Action_ { what: "Write to the operator".to_owned(), ..Action_::default() };
    desk.run(Command::Change(Change::Part(PartChange::AddAction(part.id, action))));
    desk.act(Action::AddMotion);
    let motion = desk.minutes().item(item).and_then(|item| item.parts.last()).expect("it was added").id;
    desk.run(Command::Change(Change::Part(PartChange::AddAmendment(motion))));
    desk.run(Command::Change(Change::Part(PartChange::AddAmendment(motion))));
    let PartContent::Motion(found) = &desk.minutes().part(motion).expect("it is there").1.content else {
        panic!("it is a motion")
    };
    let ids: Vec<Id> = found.amendments.iter().map(|amendment| amendment.id).collect();
    assert!(ids[0] != ids[1] && !ids.contains(&Id::NONE));

    // A copy of a whole item, as from the clipboard: nothing in it keeps the id of the original.
    let original = desk.minutes().item(item).expect("it is there").clone();
    let section = desk.minutes().business[0].id;
    let copy = Box::new(original.clone());
    desk.run(Command::Change(Change::Business(BusinessChange::AddItem { of: section, at: 99, item: copy })));
    let visits = desk.minutes().items();
    let copy = visits.iter().rfind(|visit| visit.item.title == original.title).expect("it was added").item;
    assert!(copy.id != original.id);
    let ids = |item: &Item| item.parts.iter().map(|part| part.id).collect::<Vec<_>>();
    assert!(ids(copy).iter().all(|id| !ids(&original).contains(id)));
    minutebook::format::read(minutebook::format::write(desk.minutes()).as_bytes()).expect("no id is there twice");
}

#[test]
fn typing_changes_one_paragraph_and_is_one_step_named_after_the_minute() {
    let mut desk = sample();
    let item = select(&mut desk, 2);
    let part = desk.minutes().item(item).expect("it is there").parts[0].clone();
    let PartContent::Prose(before) = part.content else { panic!("the sample begins it with text") };
    let at = ProseAt::Part(part.id);
    for text in ["M", "Me", "Members asked"] {
        let mut prose = before.clone();
        prose[0] = Paragraph::plain(text);
        desk.clock.pass(300);
        desk.run(Command::Change(Change::Prose { at, text: prose }));
    }
    assert_eq!(undo_label(&desk), "Undo typing in minute 17");
    let mut longer = desk.minutes().prose(at).expect("it is there").clone();
    longer.push(Paragraph::plain("Another."));
    desk.run(Command::Change(Change::Prose { at, text: longer }));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes().prose(at).map(Vec::len), Some(before.len()));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes().prose(at), Some(&before));
    desk.act(Action::Redo);
    assert_eq!(desk.minutes().prose(at).and_then(|prose| prose.first()), Some(&Paragraph::plain("Members asked")));
}

#[test]
fn the_title_is_typed_in_one_step_and_another_field_begins_another() {
    let mut desk = sample();
    let id = select(&mut desk, 4);
    let old = desk.minutes().item(id).expect("it is there").clone();
    for title in ["R", "Ro", "Road"] {
        let item = Item { title: title.to_owned(), ..desk.minutes().item(id).expect("it is there").clone() };
        desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item)))));
    }
    assert_eq!(undo_label(&desk), "Undo title of minute 19");
    let item = Item { deferred: true, ..desk.minutes().item(id).expect("it is there").clone() };
    desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item)))));
    assert_eq!(undo_label(&desk), "Undo change of whether the item was deferred");
    desk.act(Action::Undo);
    desk.act(Action::Undo);
    assert_eq!(desk.minutes().item(id), Some(&old));
}

#[test]
fn a_removed_item_takes_nothing_with_it_that_undo_does_not_bring_back() {
    let mut desk = sample();
    let before = desk.minutes().clone();
    let id = select(&mut desk, 2);
    let declaration = Declaration {
        id: Id::NONE,
        member: Who::Named("Councillor A".to_owned()),
        kind: InterestKind::default(),
        item: Some(id),
        nature: Nature::default(),
        consequence: Consequence::default(),
        dispensation: None,
        wording: None,
        no_note: false,
    };
    desk.run(Command::Change(Change::AddDeclaration(declaration)));
    desk.run(Command::Select(Selection::Item(id)));
    desk.act(Action::RemoveItem);
    assert_eq!(desk.minutes().declarations.entries[0].item, None, "it points at nothing that is gone");
    assert!(matches!(shown(&desk).0, Selection::Item(_)), "its neighbour is shown");
    desk.act(Action::Undo);
    assert_eq!(desk.minutes().declarations.entries[0].item, Some(id));
    desk.act(Action::Undo);
    assert_eq!(desk.minutes(), &before);
}
