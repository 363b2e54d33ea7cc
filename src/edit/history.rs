use super::{AttendanceEdit, BusinessEdit, Edit, ListEdit};
use serde::{Deserialize, Serialize};

/// What may merge with the step before it: changes of one field or one paragraph, made in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MergeKey(pub u64);

/// The longest pause, in milliseconds, after which typing still belongs to the same step.
pub const MERGE_GAP: u64 = 1_500;

/// The most steps that are kept; beyond it the oldest are forgotten.
pub const MAX_STEPS: usize = 10_000;

/// A change that can be undone or redone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step<C> {
    /// What the menu says behind "Undo": "Typing", "Remove item".
    pub(super) label: String,
    /// The change that leads back (or forth again).
    pub(super) edit: Edit,
    /// Where the clerk was before the change.
    pub(super) before: C,
    /// Where the clerk was after it.
    pub(super) after: C,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) merge: Option<MergeKey>,
    /// When it was last added to: milliseconds of the application's clock.
    pub(super) at: u64,
    /// The revision of the minutes before it.
    pub(super) revision: u64,
}

/// The steps behind and before the present.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct History<C> {
    pub undo: Vec<Step<C>>,
    pub redo: Vec<Step<C>>,
}

impl<C> Default for History<C> {
    fn default() -> Self {
        History { undo: Vec::new(), redo: Vec::new() }
    }
}

impl<C: PartialEq> History<C> {
    /// Adds a step, or joins it to the last one: it goes on where the last one ended, in time and place. `may_merge` is false where the last step is what was saved.
    pub fn push(&mut self, step: Step<C>, may_merge: bool) {
        let redo_was_empty = self.redo.is_empty();
        self.redo.clear();
        if let Some(last) = self.undo.last_mut() {
            let near = step.at.saturating_sub(last.at) <= MERGE_GAP;
            let goes_on = step.before == last.after;
            if may_merge && redo_was_empty && near && goes_on && step.merge.is_some() && step.merge == last.merge {
                let earlier = std::mem::replace(&mut last.edit, Edit::Several(Vec::new()));
                last.edit = join(step.edit, earlier);
                last.after = step.after;
                last.at = step.at;
                return;
            }
        }
        if self.undo.len() >= MAX_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(step);
    }
}

/// One inverse that does `later` and then `earlier`. Where both put a whole value in the same place, the earlier one
/// alone does it, so that a long burst of typing stays one small step.
fn join(later: Edit, earlier: Edit) -> Edit {
    let first = match &earlier {
        Edit::Several(edits) => edits.first(),
        edit => Some(edit),
    };
    if first.is_some_and(|first| replaces(first, &later)) {
        return earlier;
    }
    let mut all = vec![later];
    match earlier {
        Edit::Several(edits) => all.extend(edits),
        edit => all.push(edit),
    }
    Edit::Several(all)
}

/// Whether an edit puts a whole value in the place of what the other one, made just before it, puts there.
fn replaces(edit: &Edit, other: &Edit) -> bool {
    match (edit, other) {
        (Edit::House(_), Edit::House(_))
        | (Edit::Meeting(_), Edit::Meeting(_))
        | (Edit::Numbering(_), Edit::Numbering(_))
        | (Edit::NilDeclarations(_), Edit::NilDeclarations(_))
        | (Edit::Previous(_), Edit::Previous(_))
        | (Edit::Closing(_), Edit::Closing(_))
        | (Edit::Record(_), Edit::Record(_)) => true,
        (
            Edit::Prose { at, from, remove, .. },
            Edit::Prose { at: other_at, from: other_from, remove: gone, insert },
        ) => at == other_at && from == other_from && insert.len() == *gone && remove == gone,
        (Edit::Declarations(edit), Edit::Declarations(other)) => sets_same(edit, other),
        (Edit::Attendance(edit), Edit::Attendance(other)) => replaces_attendance(edit, other),
        (Edit::Business(edit), Edit::Business(other)) => replaces_business(edit, other),
        _ => false,
    }
}

fn replaces_attendance(edit: &AttendanceEdit, other: &AttendanceEdit) -> bool {
    use AttendanceEdit as E;
    match (edit, other) {
        (E::Figures { .. }, E::Figures { .. }) => true,
        (E::GroupHead { group, .. }, E::GroupHead { group: other, .. }) => group == other,
        (E::Groups(edit), E::Groups(other)) => sets_same(edit, other),
        (E::People { group, edit }, E::People { group: other_group, edit: other }) => {
            group == other_group && sets_same(edit, other)
        }
        (E::Movements(edit), E::Movements(other)) => sets_same(edit, other),
        (E::Chairs(edit), E::Chairs(other)) => sets_same(edit, other),
        _ => false,
    }
}

fn replaces_business(edit: &BusinessEdit, other: &BusinessEdit) -> bool {
    use BusinessEdit as E;
    match (edit, other) {
        (E::ItemHead(head), E::ItemHead(other)) => head.id == other.id,
        (E::SectionHead { section, .. }, E::SectionHead { section: other, .. }) => section == other,
        (E::Sections(edit), E::Sections(other)) => sets_same(edit, other),
        (E::Items { of, edit }, E::Items { of: other_of, edit: other }) => of == other_of && sets_same(edit, other),
        (E::Parts { item, edit }, E::Parts { item: other_item, edit: other }) => {
            item == other_item && sets_same(edit, other)
        }
        _ => false,
    }
}

fn sets_same<T>(edit: &ListEdit<T>, other: &ListEdit<T>) -> bool {
    match (edit, other) {
        (ListEdit::Set { at, .. }, ListEdit::Set { at: other, .. }) => at == other,
        _ => false,
    }
}
