//! Which changes become one step to undo: those of one field in one go, and no others.

use minutebook::{
    edit::{BusinessEdit, Edit, Intent, ListEdit, MERGE_GAP, MergeKey, Session},
    model::{Closing, Id, Item, Minutes, Paragraph, ProseAt, Section},
};

struct Typist {
    session: Session<()>,
    now: u64,
}

impl Typist {
    fn new() -> Typist {
        let items = vec![Item { id: Id(2), ..Item::default() }, Item { id: Id(3), ..Item::default() }];
        let business = vec![Section { id: Id(1), items, ..Section::default() }];
        Typist { session: Session::opened(Minutes { business, ..Minutes::default() }), now: 10_000 }
    }

    fn make(&mut self, edit: Edit, key: Option<u64>) {
        let intent =
            Intent { label: "typing".to_owned(), merge: key.map(MergeKey), at: self.now, before: (), after: () };
        assert_eq!(self.session.apply(edit, intent), Ok(true));
    }

    /// Types a paragraph of the closing remarks.
    fn remarks(&mut self, paragraph: usize, text: &str) {
        let there = self.session.minutes().closing.remarks.len();
        let remove = usize::from(paragraph < there);
        let insert = vec![Paragraph::plain(text)];
        self.make(Edit::Prose { at: ProseAt::ClosingRemarks, from: paragraph, remove, insert }, Some(paragraph as u64));
    }

    fn title(&mut self, item: u32, title: &str) {
        let head = Item { id: Id(item), title: title.to_owned(), ..Item::default() };
        self.make(Edit::Business(BusinessEdit::ItemHead(Box::new(head))), Some(100 + u64::from(item)));
    }

    fn undo(&mut self) -> String {
        self.session.undo().unwrap();
        let minutes = self.session.minutes();
        let remarks = minutes.closing.remarks.iter().map(|paragraph| format!("{:?}", paragraph.text));
        let titles = minutes.items().into_iter().map(|visit| visit.item.title.clone());
        remarks.chain(titles).collect::<Vec<_>>().join("|")
    }
}

#[test]
fn typing_in_one_field_is_one_step() {
    let mut typist = Typist::new();
    for title in ["W", "Wo", "Wor", "Work"] {
        typist.title(2, title);
        typist.now += 200;
    }
    assert_eq!(typist.undo(), "|");
    typist.session.redo().unwrap();
    assert_eq!(typist.session.minutes().item(Id(2)).unwrap().title, "Work");
}

#[test]
fn another_field_a_pause_or_a_save_begins_a_new_step() {
    let mut typist = Typist::new();
    typist.title(2, "Work");
    typist.title(3, "Budget");
    assert_eq!(typist.undo(), "Work|");
    typist.title(3, "Parks");
    typist.now += MERGE_GAP + 1;
    typist.title(3, "Parks and gardens");
    assert_eq!(typist.undo(), "Work|Parks");
    typist.title(3, "Parks, roads");
    typist.session.saved(typist.session.revision());
    typist.title(3, "Parks, roads, trees");
    assert_eq!(typist.undo(), "Work|Parks, roads");
    assert!(!typist.session.is_dirty(), "undo leads back to exactly what was saved");
}

#[test]
fn what_does_not_merge_stands_between() {
    let mut typist = Typist::new();
    typist.title(2, "A");
    typist.make(Edit::Closing(Box::new(Closing { wording: Some("End".to_owned()), ..Closing::default() })), None);
    typist.title(2, "AB");
    assert_eq!(typist.undo(), "A|");
}

#[test]
fn typing_after_an_undo_does_not_join_the_step_before_it() {
    let mut typist = Typist::new();
    typist.title(2, "A");
    typist.title(3, "B");
    typist.session.undo().unwrap();
    typist.title(2, "AC");
    assert_eq!(typist.undo(), "A|");
}

#[test]
fn merged_paragraphs_come_back_whole_however_many_were_typed() {
    let mut typist = Typist::new();
    typist.remarks(0, "f");
    typist.remarks(0, "fi");
    typist.now += MERGE_GAP + 1;
    for text in ["fir", "first", "first line"] {
        typist.remarks(0, text);
    }
    typist.remarks(1, "second");
    let inserted = typist.undo();
    assert!(inserted.contains("first line") && !inserted.contains("second"), "{inserted}");
    let before = typist.undo();
    assert!(before.contains("\"fi\""), "{before}");
}

#[test]
fn a_long_burst_of_typing_stays_a_small_step() {
    let mut typist = Typist::new();
    for length in 1..=2_000 {
        typist.title(2, &"x".repeat(length));
    }
    let list = |at| ListEdit::Set { at, value: Item { id: Id(3), title: format!("{at}"), ..Item::default() } };
    for _ in 0..3 {
        typist.make(Edit::Business(BusinessEdit::Items { of: Id(1), edit: Box::new(list(1)) }), None);
        typist.session.undo().unwrap();
    }
    // 2,000 steps that each held a title up to 2,000 long would be 2 MB.
    let size = format!("{:?}", typist.session).len();
    assert!(size < 20_000, "the history holds {size} characters");
}
