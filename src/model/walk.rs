use super::*;

/// An item as it is met on the way through the business.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// The section that holds it.
    pub section: &'a Section,
    /// The item.
    pub item: &'a Item,
    /// How deep it is nested: 0 for an item of the section itself.
    pub depth: usize,
    /// Whether it, an item above it or its section is private.
    pub private: bool,
}

impl Minutes {
    /// All items in reading order, sub-items behind the item that holds them.
    pub fn items(&self) -> Vec<Visit<'_>> {
        fn visit<'a>(section: &'a Section, items: &'a [Item], depth: usize, private: bool, out: &mut Vec<Visit<'a>>) {
            for item in items {
                let private = private || !item.privacy.is_public();
                out.push(Visit { section, item, depth, private });
                visit(section, &item.items, depth + 1, private, out);
            }
        }
        let mut out = Vec::new();
        for section in &self.business {
            visit(section, &section.items, 0, section.kind == SectionKind::Private, &mut out);
        }
        out
    }

    /// Does something to each item, in reading order.
    pub fn for_each_item_mut(&mut self, mut act: impl FnMut(&mut Item)) {
        fn go(items: &mut [Item], act: &mut dyn FnMut(&mut Item)) {
            for item in items {
                act(item);
                go(&mut item.items, act);
            }
        }
        self.business.iter_mut().for_each(|section| go(&mut section.items, &mut act));
    }

    /// The item with this id.
    pub fn item(&self, id: Id) -> Option<&Item> {
        self.find_in_items(&mut |item| (item.id == id).then_some(item))
    }

    /// The item with this id, to be changed.
    pub fn item_mut(&mut self, id: Id) -> Option<&mut Item> {
        self.business.iter_mut().find_map(|section| item_in(&mut section.items, id))
    }

    /// The part with this id, and the item that holds it.
    pub fn part(&self, id: Id) -> Option<(&Item, &Part)> {
        self.find_in_items(&mut |item| item.parts.iter().find(|part| part.id == id).map(|part| (item, part)))
    }

    /// The motion to which an amendment was moved, and the item that holds it.
    fn motion_of(&self, amendment: Id) -> Option<(&Item, &Part)> {
        let is_motion = |part: &&Part| match &part.content {
            PartContent::Motion(motion) => motion.amendments.iter().any(|other| other.id == amendment),
            _ => false,
        };
        self.find_in_items(&mut |item| item.parts.iter().find(is_motion).map(|part| (item, part)))
    }

    /// The part to which a piece of prose belongs, and the item that holds it; none for what is in no part.
    pub fn part_of_prose(&self, at: ProseAt) -> Option<(&Item, &Part)> {
        match at {
            ProseAt::Part(id)
            | ProseAt::Answer(id)
            | ProseAt::Grounds(id)
            | ProseAt::Substantive(id)
            | ProseAt::Reasons(id)
            | ProseAt::Options(id)
            | ProseAt::Cell { part: id, .. } => self.part(id),
            ProseAt::Amendment(id) => self.motion_of(id),
            ProseAt::PublicVersion(_)
            | ProseAt::Declaration(_)
            | ProseAt::Dispensations
            | ProseAt::PreviousMinutes
            | ProseAt::ClosingRemarks => None,
        }
    }

    /// The item to which a piece of prose belongs; none for the prose of the meeting's other forms.
    pub fn item_of_prose(&self, at: ProseAt) -> Option<&Item> {
        match at {
            ProseAt::PublicVersion(id) => self.item(id),
            at => self.part_of_prose(at).map(|(item, _)| item),
        }
    }

    /// The amendment with this id.
    pub fn amendment(&self, id: Id) -> Option<&Amendment> {
        match &self.motion_of(id)?.1.content {
            PartContent::Motion(motion) => motion.amendments.iter().find(|amendment| amendment.id == id),
            _ => None,
        }
    }

    /// The amendment with this id, to be changed.
    pub(super) fn amendment_mut(&mut self, id: Id) -> Option<&mut Amendment> {
        let motion = self.motion_of(id)?.1.id;
        match &mut self.part_mut(motion)?.content {
            PartContent::Motion(motion) => motion.amendments.iter_mut().find(|amendment| amendment.id == id),
            _ => None,
        }
    }

    /// The first thing that `find` gives of an item, in reading order. Looked for with each keystroke, so nothing is gathered.
    fn find_in_items<'a, T>(&'a self, find: &mut dyn FnMut(&'a Item) -> Option<T>) -> Option<T> {
        fn look<'a, T>(items: &'a [Item], find: &mut dyn FnMut(&'a Item) -> Option<T>) -> Option<T> {
            items.iter().find_map(|item| find(item).or_else(|| look(&item.items, find)))
        }
        self.business.iter().find_map(|section| look(&section.items, find))
    }

    /// The part with this id, to be changed.
    pub fn part_mut(&mut self, id: Id) -> Option<&mut Part> {
        self.business.iter_mut().find_map(|section| part_in(&mut section.items, id))
    }
}

impl Item {
    /// The item without its parts and sub-items, of which nothing is copied.
    pub fn head(&self) -> Item {
        Item {
            id: self.id,
            role: self.role,
            agenda: self.agenda.clone(),
            number: self.number,
            frozen: self.frozen,
            reference: self.reference.clone(),
            title: self.title.clone(),
            language: self.language.clone(),
            privacy: self.privacy.clone(),
            public_version: self.public_version.clone(),
            out_of_turn: self.out_of_turn,
            deferred: self.deferred,
            budget: self.budget,
            invitees: self.invitees.clone(),
            origin: self.origin.clone(),
            notes: self.notes.clone(),
            parts: Vec::new(),
            items: Vec::new(),
        }
    }
}

fn item_in(items: &mut [Item], id: Id) -> Option<&mut Item> {
    for item in items {
        if item.id == id {
            return Some(item);
        }
        if let Some(found) = item_in(&mut item.items, id) {
            return Some(found);
        }
    }
    None
}

fn part_in(items: &mut [Item], id: Id) -> Option<&mut Part> {
    for item in items {
        if let Some(at) = item.parts.iter().position(|part| part.id == id) {
            return item.parts.get_mut(at);
        }
        if let Some(found) = part_in(&mut item.items, id) {
            return Some(found);
        }
    }
    None
}
