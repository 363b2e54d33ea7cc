use super::Edit;

/// What may merge with the step before it: changes of one field or one paragraph, made in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MergeKey(pub u64);

/// The longest pause, in milliseconds, after which typing still belongs to the same step.
pub const MERGE_GAP: u64 = 1_500;

/// The most steps that are kept; beyond it the oldest are forgotten.
pub const MAX_STEPS: usize = 10_000;

/// A change that can be undone or redone.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step<C> {
    /// What the menu says behind "Undo": "Typing", "Remove item".
    pub label: String,
    /// The change that leads back (or forth again).
    pub edit: Edit,
    /// Where the clerk was before the change.
    pub before: C,
    /// Where the clerk was after it.
    pub after: C,
    pub merge: Option<MergeKey>,
    /// When it was last added to: milliseconds of the application's clock.
    pub at: u64,
    /// The revision of the minutes before it.
    pub revision: u64,
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

impl<C> History<C> {
    /// Adds a step, or joins it to the last one. `may_merge` is false where the last step is what was saved.
    pub fn push(&mut self, step: Step<C>, may_merge: bool) {
        let redo_was_empty = self.redo.is_empty();
        self.redo.clear();
        if let Some(last) = self.undo.last_mut() {
            let near = step.at.saturating_sub(last.at) <= MERGE_GAP;
            if may_merge && redo_was_empty && near && step.merge.is_some() && step.merge == last.merge {
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
    match (&later, &earlier) {
        (Edit::House(_), Edit::House(_))
        | (Edit::Meeting(_), Edit::Meeting(_))
        | (Edit::Numbering(_), Edit::Numbering(_))
        | (Edit::NilDeclarations(_), Edit::NilDeclarations(_))
        | (Edit::Previous(_), Edit::Previous(_))
        | (Edit::Closing(_), Edit::Closing(_))
        | (Edit::Record(_), Edit::Record(_)) => return earlier,
        (
            Edit::Prose { at, from, remove, insert },
            Edit::Prose { at: other_at, from: other_from, remove: other_remove, .. },
        ) if at == other_at && from == other_from && remove == other_remove && insert.len() == *remove => {
            return earlier;
        }
        _ => {}
    }
    let mut all = vec![later];
    match earlier {
        Edit::Several(edits) => all.extend(edits),
        edit => all.push(edit),
    }
    Edit::Several(all)
}
