use super::change;
use crate::{
    app::{
        App, AttendanceChange, BusinessChange, Change, Focus, Plan, Planned, Refusal, Selection, Spot, come_backs,
        come_backs_in, is_of_part,
        tasks::{KeeperStep, PagesStep},
    },
    edit::{Edit, EditError, Intent, Session},
    model::{Minutes, ProseAt},
};

impl App {
    /// Makes a change that a form asks for.
    pub(super) fn change(&mut self, mut change: Change) {
        if let Change::Business(BusinessChange::SetItem(item)) = &mut change {
            super::notes::stamp(self, item);
        }
        let Some(draft) = &self.state.draft else { return };
        if let Some(refusal) = draft.refusal() {
            return self.refuse(refusal);
        }
        let (told, revision) = (told(&change, draft.session.minutes()), draft.session.revision());
        let planned = change::plan(change, draft.session.minutes(), &mut *self.env.ids);
        self.carry_out(planned);
        let changed = self.state.draft.as_ref().is_some_and(|draft| draft.session.revision() != revision);
        if let Some(told) = told.filter(|_| changed) {
            self.done(told);
        }
    }

    /// Tells of a change whoever keeps something of the draft, so that only what changed is done again.
    /// Where the change was of one text, `marks` is how many places to come back to were in it.
    fn changed(&mut self, from: u64, to: u64, edit: Edit, marks: Option<usize>) {
        if let Some(draft) = &mut self.state.draft {
            draft.vocabulary.note(from, to, &edit);
            let minutes = draft.session.minutes();
            draft.come_backs = match (marks, marks_of(minutes, &edit)) {
                (Some(before), Some(now)) => (draft.come_backs + now).saturating_sub(before),
                _ => come_backs(minutes).len(),
            };
        }
        self.state.search.note(self.serial, from, to, &edit);
        if let Edit::Prose { at, .. } = &edit {
            self.lexicon.typed(self.serial, from, to);
            // The house says nothing else because of what is typed in an item.
            if matches!(at, ProseAt::Part(_)) && self.worded == Some((self.serial, from)) {
                self.worded = Some((self.serial, to));
            }
        }
        self.tasks.note(PagesStep { draft: self.serial, from, to, edit });
    }

    /// Makes a change, or says why it is not made.
    pub(super) fn carry_out(&mut self, planned: Planned) {
        if let Err(refusal) = planned.and_then(|plan| self.make(plan)) {
            self.refuse(refusal);
        }
    }

    fn make(&mut self, plan: Plan) -> Result<(), Refusal> {
        let at = self.env.clock.millis();
        let Some(draft) = &mut self.state.draft else { return Ok(()) };
        if let Some(refusal) = draft.refusal() {
            return Err(refusal);
        }
        let Plan { edit, label, merge, go, carets } = plan;
        // Where the caret stands matters to what changes its text and to commands that begin there, not to other fields.
        let here = draft.caret.filter(|_| self.from_table);
        let (caret, then) = carets.map_or((here, here.filter(|_| go.is_none())), |(from, to)| (Some(from), Some(to)));
        let before = Spot { selection: draft.selection, caret };
        let after = Spot { selection: go.map_or(draft.selection, |(selection, _)| selection), caret: then };
        let from = draft.session.revision();
        if let (Edit::Prose { .. }, Selection::Item(item)) = (&edit, before.selection) {
            draft.writing = Some(item);
        }
        let noted = edit.clone();
        let marks = marks_of(draft.session.minutes(), &noted);
        let intent = Intent { label, merge, at, before, after };
        let step = KeeperStep::Apply(Box::new((edit.clone(), intent.clone())));
        let changed = draft.session.apply(edit, intent)?;
        let to = draft.session.revision();
        if changed {
            draft.keeping.held = false;
            self.tasks.follow(step);
        }
        if let Some((_, caret)) = carets {
            draft.caret = Some(caret);
        }
        if changed && let Some((selection, focus)) = go {
            draft.go(selection, focus);
        }
        if changed {
            self.changed(from, to, noted, marks);
        }
        Ok(())
    }

    fn refuse(&mut self, refusal: Refusal) {
        match refusal {
            Refusal::Edit(error) => self.failed(error.to_string()),
            Refusal::Because(reason) => self.failed(reason),
        }
    }

    pub(super) fn undo(&mut self) {
        self.travel(Session::next_undo, Session::undo, KeeperStep::Undo);
    }

    pub(super) fn redo(&mut self) {
        self.travel(Session::next_redo, Session::redo, KeeperStep::Redo);
    }

    fn travel(
        &mut self,
        next: impl FnOnce(&Session<Spot>) -> Option<&Edit>,
        step: impl FnOnce(&mut Session<Spot>) -> Result<Option<Spot>, EditError>,
        followed: KeeperStep,
    ) {
        let Some(draft) = &mut self.state.draft else { return };
        if let Some(refusal) = draft.refusal() {
            return self.refuse(refusal);
        }
        let Some(edit) = next(&draft.session).cloned() else { return };
        let from = draft.session.revision();
        let marks = marks_of(draft.session.minutes(), &edit);
        match step(&mut draft.session) {
            Ok(Some(spot)) => {
                self.tasks.follow(followed);
                draft.keeping.held = false;
                let minutes = draft.session.minutes();
                let selection = crate::app::existing(minutes, spot.selection);
                let caret = spot.caret.filter(|caret| minutes.prose(caret.at).is_some());
                draft.caret = caret.or(draft.caret);
                draft.go(selection, caret.map(|caret| Focus::Prose(caret.at)));
                let to = draft.session.revision();
                self.changed(from, to, edit, marks);
            }
            Ok(None) => {}
            Err(error) => self.failed(error.to_string()),
        }
    }

    /// Shows a form; what is no longer there is not shown.
    pub(super) fn select(&mut self, selection: Selection) {
        if let Some(draft) = &mut self.state.draft {
            let selection = crate::app::existing(draft.session.minutes(), selection);
            if selection != draft.selection {
                draft.selection = selection;
                draft.focus = None;
            }
        }
    }
}

/// How many places to come back to are in the one text that an edit changes; none where it may change others.
fn marks_of(minutes: &Minutes, edit: &Edit) -> Option<usize> {
    match edit {
        Edit::Prose { at, .. } if is_of_part(*at) => minutes.prose(*at).map(|prose| come_backs_in(prose)),
        Edit::Prose { .. } => Some(0),
        _ => None,
    }
}

/// What is said of a change that one key makes and that takes somebody out of the list.
fn told(change: &Change, minutes: &Minutes) -> Option<String> {
    let Change::Attendance(change) = change else { return None };
    let gone = match change {
        AttendanceChange::RemovePerson(id) => minutes.attendance.person(*id)?.titled_name(),
        AttendanceChange::RemoveGroup(id) => {
            let group = minutes.attendance.groups.iter().find(|group| group.id == *id)?;
            format!("The group “{}”", group.label)
        }
        _ => return None,
    };
    Some(format!("{gone} is no longer in the attendance. Undo brings back what was removed."))
}
