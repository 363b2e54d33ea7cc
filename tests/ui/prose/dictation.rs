//! What dictation and screen readers put in the place of the text: what stands outside the change keeps its marks and looks.

use super::Field;
use egui::{
    Event, Role,
    accesskit::{Action, ActionData, ActionRequest, TreeId},
};
use egui_kittest::kittest::{NodeT, Queryable};

/// Has the whole text replaced by what becomes of it.
fn dictate(field: &mut Field, change: impl Fn(&str) -> String) {
    let harness = &field.window.harness;
    let node = harness.get_all_by_role_and_label(Role::MultilineTextInput, "Text").next().expect("the field");
    let text = node.accesskit_node().value().unwrap_or_default();
    let id = harness.ctx.memory(|memory| memory.focused()).expect("the field has the focus").accesskit_id();
    let request = ActionRequest {
        action: Action::SetValue,
        target_tree: TreeId::ROOT,
        target_node: id,
        data: Some(ActionData::Value(change(&text).into())),
    };
    field.frame(vec![Event::AccessKitActionRequest(request)]);
    field.window.settle();
}

#[test]
fn a_word_that_is_dictated_leaves_marks_looks_and_lists_as_they_are() {
    let mut field = Field::new("On the 16^th^ by **all** {?who} / 1. the roofs / 2. the drains|");
    dictate(&mut field, |text| text.replace("the drains", "the old drains"));
    assert_eq!(field.written(), "On the 16^th^ by **all** {?who} / 1. the roofs / 2. the old |drains");
    dictate(&mut field, |text| text.replace("On the", "Upon the"));
    assert_eq!(field.written(), "Upo|n the 16^th^ by **all** {?who} / 1. the roofs / 2. the old drains");
    dictate(&mut field, |text| format!("{text}\nthe walls"));
    assert_eq!(field.written(), "Upon the 16^th^ by **all** {?who} / 1. the roofs / 2. the old drains / 3. the walls|");
}

#[test]
fn what_is_dictated_is_one_step_that_undo_takes_back() {
    let before = "by {?who} on Monday|";
    let mut field = Field::new(before);
    dictate(&mut field, |_| "It was agreed\nby all".to_owned());
    assert_eq!(field.prose().len(), 2);
    field.press("Ctrl+Z");
    assert_eq!(field.written(), before);
}

#[test]
fn an_empty_text_takes_what_is_dictated_and_the_same_text_changes_nothing() {
    let mut field = Field::new("|");
    dictate(&mut field, |_| "one\ntwo".to_owned());
    assert_eq!(field.written(), "one / two|");
    let revision = |field: &Field| field.window.state().draft.as_ref().map(|draft| draft.session.revision());
    let before = revision(&field);
    dictate(&mut field, str::to_owned);
    assert_eq!(revision(&field), before);
}
