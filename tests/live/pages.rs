//! The four counts: chunks composed, texts broken, pages whose breaks were looked for, pages built.

use crate::long;
use minutebook::{
    compose::{Composer, Place},
    edit::{BusinessEdit, Edit, ListEdit},
    frame::Frame,
    layout::Setter,
    model::*,
    template::{HouseStyle, Library},
};
use std::sync::Arc;

/// What one change cost.
#[derive(Debug, PartialEq, Eq)]
struct Cost {
    composed: usize,
    broken: usize,
    paginated: usize,
    built: usize,
}

/// A draft with its pages, of which two are looked at as by whoever sees them.
struct Desk {
    minutes: Minutes,
    style: HouseStyle,
    composer: Composer,
    setter: Setter,
    frame: Option<Frame>,
}

impl Desk {
    /// 200 items on more than 60 pages.
    fn new() -> Desk {
        let styles = Library::load(None).0.styles().to_vec();
        let style = styles.into_iter().find(|style| style.name == "coventry").expect("the style is built in");
        let (minutes, composer, setter) = (long::draft(200, 160), Composer::default(), Setter::new());
        let mut desk = Desk { minutes, style, composer, setter, frame: None };
        desk.set(0);
        desk
    }

    /// Sets the draft, looks at the page on which an item begins, and the next, and says what that cost.
    fn set(&mut self, item: usize) -> Cost {
        let document = self.composer.compose(&self.minutes, &self.style, Audience::Public);
        let frame = self.setter.set(&document);
        let node = Place::Item(self.minutes.business[0].items[item].id).encode();
        let (page, _) = frame.place_of(node).expect("the item is on a page");
        // The pages in view that are those of before are not drawn again.
        for at in page..(page + 2).min(frame.pages.len()) {
            let drawn = self.frame.as_ref().and_then(|before| before.pages.get(at));
            if !drawn.is_some_and(|drawn| Arc::ptr_eq(drawn, &frame.pages[at])) {
                assert!(frame.pages[at].glance(|page| !page.marks.is_empty()));
            }
        }
        self.frame = Some(frame);
        let counts = self.setter.counts();
        Cost {
            composed: self.composer.count(),
            broken: counts.paragraphs,
            paginated: counts.paginated,
            built: counts.pages,
        }
    }

    fn cost(&mut self, edit: Edit, seen: usize) -> Cost {
        edit.apply(&mut self.minutes).expect("the edit fits");
        self.set(seen)
    }

    fn pages(&self) -> usize {
        self.frame.as_ref().map_or(0, |frame| frame.pages.len())
    }

    /// Types behind the first paragraph of an item.
    fn typed(&self, item: usize, text: &str) -> Edit {
        let part = self.minutes.business[0].items[item].parts[0].id;
        let mut paragraph = self.minutes.prose(ProseAt::Part(part)).expect("it has text")[0].clone();
        paragraph.text.push(Inline::Text(Run { text: text.to_owned(), ..Run::default() }));
        Edit::Prose { at: ProseAt::Part(part), from: 0, remove: 1, insert: vec![paragraph] }
    }
}

#[test]
fn one_keystroke_composes_one_item_breaks_one_paragraph_and_builds_one_page() {
    let mut desk = Desk::new();
    assert!(desk.pages() > 60, "{} pages", desk.pages());
    let cost = desk.cost(desk.typed(100, "e"), 100);
    assert_eq!(cost, Cost { composed: 1, broken: 1, paginated: 0, built: 1 });
    let cost = desk.cost(desk.typed(100, " And this takes up one more line of the page, or even two of them."), 100);
    assert_eq!(cost, Cost { composed: 1, broken: 1, paginated: 2, built: 1 }, "the next page begins as before");
    assert_eq!(desk.set(100), Cost { composed: 0, broken: 0, paginated: 0, built: 0 }, "the same again costs nothing");
}

#[test]
fn where_all_later_page_breaks_move_only_the_pages_in_view_are_built() {
    let mut desk = Desk::new();
    desk.set(3);
    let before = desk.pages();
    let cost = desk.cost(desk.typed(3, &" more".repeat(1_200)), 3);
    let pages = desk.pages();
    assert!(pages > before);
    assert_eq!(cost, Cost { composed: 1, broken: 1, paginated: pages, built: 2 });
}

#[test]
fn pages_are_distributed_anew_until_their_breaks_are_the_old_ones() {
    let mut desk = Desk::new();
    let of = |desk: &Desk, item: usize| desk.minutes.business[0].items[item].clone();
    let (one, other) = (of(&desk, 60), of(&desk, 61));
    let edit = Box::new(ListEdit::Move { from: 60, to: 61 });
    let section = desk.minutes.business[0].id;
    let cost = desk.cost(Edit::Business(BusinessEdit::Items { of: section, edit }), 60);
    assert_eq!((of(&desk, 60).id, of(&desk, 61).id), (other.id, one.id));
    // Two items change their numbers, and both of these were set before.
    assert_eq!(cost, Cost { composed: 2, broken: 0, paginated: 2, built: 1 });
}

#[test]
fn a_number_that_changes_far_away_is_written_again_where_it_is_cited() {
    let mut desk = Desk::new();
    let (cited, far) = (desk.minutes.business[0].items[20].id, desk.minutes.business[0].items[190].parts[0].id);
    let citation =
        Citation { target: CitationTarget::Here(cited), form: CitationForm::default(), look: Look::default() };
    let text = vec![Paragraph { text: vec![Inline::Citation(citation)], ..Paragraph::default() }];
    desk.cost(Edit::Prose { at: ProseAt::Part(far), from: 0, remove: 0, insert: text }, 190);
    let section = desk.minutes.business[0].id;
    let edit = Box::new(ListEdit::Move { from: 20, to: 21 });
    let cost = desk.cost(Edit::Business(BusinessEdit::Items { of: section, edit }), 190);
    // Two change places, and one cites one of them: only its paragraph says something else.
    assert_eq!(cost, Cost { composed: 3, broken: 1, paginated: 3, built: 1 });
}
