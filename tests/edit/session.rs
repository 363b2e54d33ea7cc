//! What a session knows: whether anything is unsaved, what would be undone, and that signed minutes are only read.

use minutebook::{
    edit::{BusinessEdit, Edit, EditError, Intent, ListEdit, Session},
    model::{Closing, Id, Item, Minutes, Paragraph, ProseAt, Record, Section, Signed, Time},
};

fn intent(label: &str) -> Intent<&'static str> {
    Intent { label: label.to_owned(), merge: None, at: 0, before: "before", after: "after" }
}

fn closing(hour: u8) -> Edit {
    Edit::Closing(Box::new(Closing { closed: Time::new(hour, 0), ..Closing::default() }))
}

#[test]
fn minutes_are_dirty_exactly_while_they_differ_from_what_was_saved() {
    let mut session = Session::opened(Minutes::default());
    assert!(!session.is_dirty());
    session.apply(closing(15), intent("change")).unwrap();
    assert!(session.is_dirty());
    session.undo().unwrap();
    assert!(!session.is_dirty(), "undone to what is on disk");
    session.redo().unwrap();
    session.saved(session.revision());
    assert!(!session.is_dirty());
    session.undo().unwrap();
    assert!(session.is_dirty(), "what is on disk was undone");
    session.apply(closing(16), intent("change")).unwrap();
    session.undo().unwrap();
    assert!(session.is_dirty(), "another way to the old text is not the saved one");
}

#[test]
fn minutes_that_were_begun_are_dirty_until_they_are_saved() {
    let mut session: Session<&str> = Session::begun(Minutes::default());
    assert!(session.is_dirty());
    session.saved(session.revision());
    assert!(!session.is_dirty());
}

#[test]
fn a_save_that_ends_after_the_next_change_leaves_the_change_unsaved() {
    let mut session = Session::opened(Minutes::default());
    session.apply(closing(15), intent("change")).unwrap();
    let written = session.revision();
    session.apply(closing(16), intent("change")).unwrap();
    session.saved(written);
    assert!(session.is_dirty());
}

#[test]
fn a_change_that_changes_nothing_leaves_no_step() {
    let mut session = Session::opened(Minutes::default());
    assert_eq!(session.apply(Edit::Closing(Box::default()), intent("change")), Ok(false));
    assert_eq!(session.undo_label(), None);
    assert!(!session.is_dirty());
}

#[test]
fn steps_bear_labels_and_lead_back_to_where_they_were_made() {
    let mut session = Session::opened(Minutes::default());
    session.apply(closing(15), intent("change of the time of closing")).unwrap();
    assert_eq!(session.undo_label(), Some("change of the time of closing"));
    assert_eq!(session.redo_label(), None);
    assert_eq!(session.undo(), Ok(Some("before")));
    assert_eq!(session.redo_label(), Some("change of the time of closing"));
    assert_eq!(session.redo(), Ok(Some("after")));
    assert_eq!(session.redo(), Ok(None));
}

#[test]
fn signed_minutes_refuse_every_change_and_cannot_be_unsigned_by_undo() {
    let mut session = Session::opened(Minutes::default());
    session.apply(closing(15), intent("change")).unwrap();
    let signed = Record { signed: Some(Signed { by: "M Hale".to_owned(), ..Signed::default() }), ..Record::default() };
    session.apply(Edit::Record(Box::new(signed)), intent("signing")).unwrap();
    let sealed = session.minutes().clone();
    assert!(session.is_sealed());
    assert_eq!(session.apply(closing(16), intent("change")), Err(EditError::Signed));
    assert_eq!(session.apply(Edit::Record(Box::default()), intent("change")), Err(EditError::Signed));
    assert_eq!(session.undo(), Ok(None));
    assert_eq!(session.minutes(), &sealed);
}

#[test]
fn what_fails_in_the_middle_changes_nothing() {
    let item = Item { id: Id(2), ..Item::default() };
    let minutes = Minutes {
        business: vec![Section { id: Id(1), items: vec![item], ..Section::default() }],
        ..Minutes::default()
    };
    let mut session = Session::opened(minutes.clone());
    let remove = |at| Edit::Business(BusinessEdit::Items { of: Id(1), edit: Box::new(ListEdit::Remove { at }) });
    let several = Edit::Several(vec![closing(15), remove(0), remove(0)]);
    assert_eq!(session.apply(several, intent("change")), Err(EditError::OutOfRange { at: 0, length: 0 }));
    assert_eq!(session.minutes(), &minutes);
    let prose = |at, from, remove| Edit::Prose { at, from, remove, insert: vec![Paragraph::plain("x")] };
    for (edit, expected) in [
        (prose(ProseAt::Part(Id(9)), 0, 0), EditError::NoSuchProse(ProseAt::Part(Id(9)))),
        (prose(ProseAt::ClosingRemarks, 1, 0), EditError::OutOfRange { at: 1, length: 0 }),
        (prose(ProseAt::ClosingRemarks, usize::MAX, 2), EditError::OutOfRange { at: usize::MAX, length: 0 }),
        (Edit::Business(BusinessEdit::ItemHead(Box::default())), EditError::NoSuchNode(Id(0))),
    ] {
        assert_eq!(session.apply(edit, intent("change")), Err(expected));
        assert_eq!(session.minutes(), &minutes);
    }
    assert_eq!(session.undo_label(), None);
}
