//! Composing again after a change: the same as from the beginning, and what did not change is the same by address.

use crate::{arbitrary, long, random_edits::Maker};
use minutebook::{
    compose::{Composer, compose},
    edit::{BusinessEdit, Edit, ListEdit},
    format,
    model::*,
    template::{HouseStyle, Library},
};
use proptest::{collection::vec, prelude::*};
use std::{path::Path, sync::Arc};

fn styles() -> Vec<HouseStyle> {
    Library::load(None).0.styles().to_vec()
}

fn sample(name: &str) -> Minutes {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name);
    format::read(&std::fs::read(path).expect("the sample is there")).expect("the sample is read")
}

/// A composer for each style and audience, and what each of them must agree with.
struct Composers(Vec<(HouseStyle, Audience, Composer)>);

impl Composers {
    fn new() -> Composers {
        let both = [Audience::Public, Audience::Members];
        let all = styles().into_iter().flat_map(|style| both.map(|audience| (style.clone(), audience)));
        Composers(all.map(|(style, audience)| (style, audience, Composer::default())).collect())
    }

    fn agree(&mut self, minutes: &Minutes, after: &str) {
        for (style, audience, composer) in &mut self.0 {
            let again = composer.compose(minutes, style, *audience);
            let anew = compose(minutes, style, *audience);
            assert!(again == anew, "{} for {audience:?} differs after {after}", style.name);
        }
    }
}

fn play(mut minutes: Minutes, donor: &Minutes, numbers: Vec<u64>) {
    let mut composers = Composers::new();
    composers.agree(&minutes, "the beginning");
    let count = numbers.len();
    let mut maker = Maker { donor, numbers, used: 0, last_id: 2_000_000_000 };
    for _ in 0..count {
        let edit = maker.edit(&minutes);
        // A move in an empty list is the one edit that the maker cannot fit.
        let Ok(inverse) = edit.clone().apply(&mut minutes) else { continue };
        composers.agree(&minutes, &format!("{edit:?}"));
        let again = inverse.apply(&mut minutes).expect("an inverse fits");
        composers.agree(&minutes, "taking it back");
        again.apply(&mut minutes).expect("an inverse fits");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_random_edits_of_random_minutes_nothing_differs_from_a_new_composition(
        minutes in arbitrary::minutes(), donor in arbitrary::minutes(), numbers in vec(any::<u64>(), 1..12),
    ) {
        play(minutes, &donor, numbers);
    }

    // In the samples items cite one another, members declare interests in them and come and go in them.
    #[test]
    fn after_random_edits_of_the_samples_nothing_differs_from_a_new_composition(
        numbers in vec(any::<u64>(), 1..32), swap in any::<bool>(),
    ) {
        let (scrutiny, parish) = (sample("scrutiny.minutes.ron"), sample("parish.minutes.ron"));
        if swap { play(parish, &scrutiny, numbers) } else { play(scrutiny, &parish, numbers) }
    }
}

/// A draft with a composer that has composed it once.
struct Desk {
    minutes: Minutes,
    style: HouseStyle,
    composer: Composer,
}

impl Desk {
    fn new(minutes: Minutes) -> Desk {
        let style = styles().into_iter().find(|style| style.name == "coventry").expect("the style is built in");
        let mut desk = Desk { minutes, style, composer: Composer::default() };
        desk.compose();
        desk
    }

    fn compose(&mut self) -> (usize, Vec<Arc<minutebook::frame::Chunk>>) {
        let document = self.composer.compose(&self.minutes, &self.style, Audience::Public);
        (self.composer.count(), document.chunks)
    }

    /// How many chunks an edit composes again.
    fn count(&mut self, edit: Edit) -> usize {
        edit.apply(&mut self.minutes).expect("the edit fits");
        self.compose().0
    }

    fn item(&self, at: usize) -> Item {
        self.minutes.business[0].items[at].clone()
    }

    fn part(&self, at: usize) -> Id {
        self.item(at).parts[0].id
    }

    fn move_item(&self, from: usize, to: usize) -> Edit {
        let edit = Box::new(ListEdit::Move { from, to });
        Edit::Business(BusinessEdit::Items { of: self.minutes.business[0].id, edit })
    }
}

fn typed(part: Id, text: &str) -> Edit {
    Edit::Prose { at: ProseAt::Part(part), from: 0, remove: 1, insert: vec![Paragraph::plain(text)] }
}

fn cites(item: Id) -> Paragraph {
    let citation =
        Citation { target: CitationTarget::Here(item), form: CitationForm::default(), look: Look::default() };
    Paragraph { text: vec![Inline::Citation(citation)], ..Paragraph::default() }
}

fn titled(item: Item, title: &str) -> Edit {
    Edit::Business(BusinessEdit::ItemHead(Box::new(Item { title: title.to_owned(), ..item })))
}

#[test]
fn one_keystroke_composes_one_item() {
    let mut desk = Desk::new(long::draft(200, 160));
    let (_, before) = desk.compose();
    let (part, item) = (desk.part(100), desk.item(150));
    assert_eq!(desk.count(typed(part, "One letter mor")), 1);
    assert_eq!(desk.count(typed(part, "One letter more")), 1);
    assert_eq!(desk.count(titled(item, "Another title")), 1);
    let (again, after) = desk.compose();
    assert_eq!(again, 0, "the same again is not composed");
    let same = before.iter().zip(&after).filter(|(before, after)| Arc::ptr_eq(before, after)).count();
    assert_eq!(same, before.len() - 2, "all others are those of before");
}

#[test]
fn moving_an_item_composes_those_whose_numbers_change() {
    let mut desk = Desk::new(long::draft(200, 160));
    assert_eq!(desk.count(desk.move_item(10, 14)), 5);
    assert_eq!(desk.count(desk.move_item(0, 199)), 200);
}

#[test]
fn whoever_cites_an_item_is_composed_again_when_its_number_changes() {
    let mut desk = Desk::new(long::draft(200, 160));
    let (cited, far) = (desk.item(20).id, desk.part(190));
    assert_eq!(desk.count(Edit::Prose { at: ProseAt::Part(far), from: 0, remove: 0, insert: vec![cites(cited)] }), 1);
    assert_eq!(desk.count(desk.move_item(20, 21)), 3, "two change places, and one cites one of them");
    let unnumbered = Item { number: NumberRule::Unnumbered, ..desk.item(21) };
    // The item and the 178 behind it; the one that cites it is among them.
    assert_eq!(desk.count(Edit::Business(BusinessEdit::ItemHead(Box::new(unnumbered)))), 179);
    assert_eq!(desk.count(desk.move_item(21, 22)), 0, "what has no number changes nobody's by going past them");
}

#[test]
fn a_change_of_the_head_or_the_end_leaves_the_items_alone() {
    let mut desk = Desk::new(long::draft(200, 160));
    let meeting = Meeting { venue: Some("The Guildhall".into()), ..desk.minutes.meeting.clone() };
    assert_eq!(desk.count(Edit::Meeting(Box::new(meeting))), 1);
    let remarks = Edit::Prose {
        at: ProseAt::ClosingRemarks,
        from: 0,
        remove: 0,
        insert: vec![Paragraph::plain("Thanks were given.")],
    };
    assert_eq!(desk.count(remarks), 1);
}
