//! The numbers that minutes bear: computed, never typed.

use super::*;
use std::collections::HashMap;

/// The number of one item, before a house style writes it out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The minute's number in the body's sequence.
    pub value: u32,
    /// For a sub-item: its place below each item above it, from the top, each counted from 1.
    pub path: Vec<u32>,
}

/// The numbers of all items of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    by_item: HashMap<Id, Number>,
    first: Option<u32>,
    last: Option<u32>,
}

impl Numbers {
    /// The number of an item; none for an unnumbered one.
    pub fn of(&self, item: Id) -> Option<&Number> {
        self.by_item.get(&item)
    }

    /// The number of the first minute.
    pub fn first(&self) -> Option<u32> {
        self.first
    }

    /// The number of the last minute.
    pub fn last(&self) -> Option<u32> {
        self.last
    }
}

/// Numbers all items, public and private in one sequence. A frozen number stands; one that the clerk fixed stands and
/// those behind go on from it; sub-items count below the item that holds them.
pub fn number(minutes: &Minutes) -> Numbers {
    let mut numbers = Numbers::default();
    let mut next = minutes.numbering.first;
    for item in minutes.business.iter().flat_map(|section| &section.items) {
        let value = match (item.frozen, item.number) {
            (_, NumberRule::Unnumbered) => None,
            (Some(frozen), _) => Some(frozen),
            (None, NumberRule::Fixed(fixed)) => Some(fixed),
            (None, NumberRule::Computed) => Some(next),
        };
        if let Some(value) = value {
            next = value.saturating_add(1);
            numbers.first = Some(numbers.first.map_or(value, |first| first.min(value)));
            numbers.last = Some(numbers.last.map_or(value, |last| last.max(value)));
            let number = Number { value, path: Vec::new() };
            number_sub_items(&mut numbers, &item.items, &number);
            numbers.by_item.insert(item.id, number);
        }
    }
    numbers
}

fn number_sub_items(numbers: &mut Numbers, items: &[Item], above: &Number) {
    let mut place = 0;
    for item in items {
        place = match (item.frozen, item.number) {
            (_, NumberRule::Unnumbered) => continue,
            (Some(frozen), _) => frozen,
            (None, NumberRule::Fixed(fixed)) => fixed,
            (None, NumberRule::Computed) => u32::saturating_add(place, 1),
        };
        let mut number = above.clone();
        number.path.push(place);
        number_sub_items(numbers, &item.items, &number);
        numbers.by_item.insert(item.id, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(id: u32, number: NumberRule, frozen: Option<u32>, items: Vec<Item>) -> Item {
        Item { id: Id(id), number, frozen, items, ..Item::default() }
    }

    #[test]
    fn one_sequence_runs_through_public_and_private_business() {
        use NumberRule::*;
        let public = vec![
            item(1, Computed, None, vec![item(10, Computed, None, vec![]), item(11, Computed, None, vec![])]),
            item(2, Unnumbered, None, vec![]),
            item(3, Fixed(20), None, vec![]),
        ];
        let private = vec![item(4, Computed, None, vec![]), item(5, Computed, Some(30), vec![])];
        let minutes = Minutes {
            numbering: Numbering { first: 15, ..Numbering::default() },
            business: vec![
                Section { id: Id(100), items: public, ..Section::default() },
                Section { id: Id(101), kind: SectionKind::Private, items: private, ..Section::default() },
            ],
            ..Minutes::default()
        };
        let numbers = number(&minutes);
        let value = |id| numbers.of(Id(id)).map(|number| number.value);
        assert_eq!([value(1), value(2), value(3), value(4), value(5)], [Some(15), None, Some(20), Some(21), Some(30)]);
        assert_eq!(numbers.of(Id(11)), Some(&Number { value: 15, path: vec![2] }));
        assert_eq!((numbers.first(), numbers.last()), (Some(15), Some(30)));
    }
}
