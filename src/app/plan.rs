use super::{Caret, Draft, Focus, Selection, available::SHARED};
use crate::{
    edit::{Edit, EditError, MergeKey},
    model::{Id, Item, Minutes, Part, PartContent, ProseAt, numbers},
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a command comes to: the edit, what it is called, with what it merges, and where the clerk is afterwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// The edit.
    pub edit: Edit,
    /// What the menu says behind "Undo".
    pub label: String,
    /// What may merge with it.
    pub merge: Option<MergeKey>,
    /// Where the clerk goes; none where the clerk stays.
    pub go: Option<(Selection, Option<Focus>)>,
    /// The caret before and after; none where the text that is typed in is not what changes.
    pub carets: Option<(Caret, Caret)>,
}

/// A plan, or why there is none.
pub(super) type Planned = Result<Plan, Refusal>;

/// Why a command is not carried out.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Refusal {
    /// The edit does not fit.
    Edit(EditError),
    /// Another reason, as a sentence for the clerk.
    Because(&'static str),
}

impl From<EditError> for Refusal {
    fn from(error: EditError) -> Refusal {
        Refusal::Edit(error)
    }
}

impl Draft {
    /// Why nothing of it can be changed now; none where it can.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        match (self.session.is_sealed(), self.shared.only_reads()) {
            (true, _) => Some(Refusal::Edit(EditError::Signed)),
            (false, true) => Some(Refusal::Because(SHARED)),
            (false, false) => None,
        }
    }
}

impl Plan {
    /// A plan that leaves the clerk where they are and merges with nothing.
    pub fn new(edit: Edit, label: impl Into<String>) -> Plan {
        Plan { edit, label: label.into(), merge: None, go: None, carets: None }
    }

    /// Merges with what was done to the same thing just before.
    pub fn merging(self, what: impl Hash) -> Plan {
        let mut hasher = DefaultHasher::new();
        what.hash(&mut hasher);
        Plan { merge: Some(MergeKey(hasher.finish())), ..self }
    }

    /// The caret before and after it.
    pub fn with_carets(self, before: Caret, after: Caret) -> Plan {
        Plan { carets: Some((before, after)), ..self }
    }

    /// Takes the clerk to a form, and there to a node.
    pub fn going(self, selection: Selection, focus: Option<Focus>) -> Plan {
        Plan { go: Some((selection, focus)), ..self }
    }

    /// Takes the focus to a node of the form of an item.
    pub fn at_node_of(self, item: Id, node: Id) -> Plan {
        self.going(Selection::Item(item), Some(Focus::Node(node)))
    }
}

/// What the menu calls an item: "minute 17", or where it has no number its title.
pub(super) fn name_of(minutes: &Minutes, item: &Item) -> String {
    match numbers::number(minutes).of(item.id) {
        Some(number) if number.path.is_empty() => format!("minute {}", number.value),
        Some(number) => {
            let path: Vec<_> = number.path.iter().map(u32::to_string).collect();
            format!("minute {}.{}", number.value, path.join("."))
        }
        None if item.title.is_empty() => "the item".to_owned(),
        None => format!("“{}”", item.title),
    }
}

/// The place of the entry with an id in a list.
pub(super) fn place<T>(list: &[T], id: Id, id_of: impl Fn(&T) -> Id) -> Result<usize, Refusal> {
    list.iter().position(|entry| id_of(entry) == id).ok_or(Refusal::Edit(EditError::NoSuchNode(id)))
}

/// The prose into which one types at a part; none where it has no text of its own.
pub(super) fn prose_of(part: &Part) -> Option<ProseAt> {
    match &part.content {
        PartContent::Prose(_)
        | PartContent::Resolution(_)
        | PartContent::Motion(_)
        | PartContent::Note(_)
        | PartContent::Petition(_)
        | PartContent::Question(_) => Some(ProseAt::Part(part.id)),
        PartContent::CallIn(_) => Some(ProseAt::Grounds(part.id)),
        PartContent::Vote(_) | PartContent::Table(_) | PartContent::Actions(_) => None,
    }
}
