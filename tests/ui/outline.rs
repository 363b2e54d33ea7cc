use crate::harness::Window;
use egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::{Command, Selection},
    model::{Item, PublicVersion},
};

fn selection(window: &Window) -> Selection {
    window.state().draft.as_ref().expect("a draft is open").selection
}

#[test]
fn it_reads_like_a_table_of_contents() {
    let window = Window::open();
    let rows: Vec<String> =
        window.harness.query_all_by_role(Role::TreeItem).filter_map(|row| row.accesskit_node().label()).collect();
    let minutes = window.state().draft.as_ref().expect("a draft is open").session.minutes();
    let numbers = minutebook::model::numbers::number(minutes);
    let first = minutes.items()[0].item;
    let number = numbers.of(first.id).expect("the first item has a number").value;
    assert_eq!(&rows[..2], ["Meeting", "Attendance"]);
    assert!(rows.contains(&format!("{number} {}", first.title)), "{rows:?}");
    assert_eq!(&rows[rows.len() - 2..], ["Closing", "Record"]);
    assert_eq!(rows.len(), 4 + minutes.business.len() + minutes.items().len());
}

#[test]
fn the_keys_go_from_form_to_form_and_enter_goes_into_it() {
    let mut window = Window::open();
    window.harness.get_by_role_and_label(Role::TreeItem, "Meeting").focus();
    window.settle();
    window.harness.key_press(Key::ArrowDown);
    window.settle();
    assert!(window.harness.get_by_role_and_label(Role::TreeItem, "Attendance").is_focused(), "the focus stays here");
    assert_eq!(selection(&window), Selection::Attendance);
    window.harness.key_press(Key::End);
    window.settle();
    assert!(window.harness.get_by_role_and_label(Role::TreeItem, "Record").is_focused());
    window.harness.key_press(Key::Home);
    window.settle();
    assert_eq!(selection(&window), Selection::Meeting);
    window.harness.key_press(Key::Enter);
    window.settle();
    assert!(window.harness.get_by_label("Council").is_focused(), "Enter goes into the form");
}

#[test]
fn a_click_selects() {
    let mut window = Window::open();
    window.harness.get_by_role_and_label(Role::TreeItem, "Closing").click();
    window.settle();
    assert_eq!(selection(&window), Selection::Closing);
}

#[test]
fn only_the_rows_in_view_are_drawn() {
    use minutebook::app::{BusinessChange, Change};
    let mut window = Window::open();
    let section = window.state().draft.as_ref().expect("a draft is open").session.minutes().business[0].id;
    for at in 0..200 {
        let item = Item { title: format!("Item {at}"), public_version: PublicVersion::Withheld, ..Item::default() };
        let change = BusinessChange::AddItem { of: section, at, item: Box::new(item) };
        window.harness.state_mut().app_mut().update(Command::Change(Change::Business(change)));
    }
    window.settle();
    let drawn = window.harness.query_all_by_role(Role::TreeItem).count();
    assert!((10..40).contains(&drawn), "{drawn} rows are drawn");
}
