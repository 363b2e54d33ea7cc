//! Every text of the draft, in the order in which it is read.

use super::{Line, line};
use crate::{
    app::Selection,
    edit::prose::flat,
    model::{
        Action, Inline, Item, ItemRole, Minutes, Nature, Paragraph, Part, PartContent, Prose, ProseAt, PublicVersion,
        Resolution, Table, Visit,
    },
};
use std::borrow::Cow;

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A paragraph of a piece of prose.
    Prose {
        /// The prose.
        at: ProseAt,
        /// The paragraph, from 0.
        paragraph: usize,
    },
    /// A line.
    Line(Line),
}

/// Takes each text with its place and the form in which it is shown, in the form's order: that of the page, with what is never
/// printed behind it.
pub(in crate::app) type Visitor<'a> = dyn FnMut(Place, Selection, &str) + 'a;

struct Walk<'a, 'v> {
    minutes: &'a Minutes,
    form: Selection,
    visit: &'a mut Visitor<'v>,
}

/// Goes through the whole draft. Each text is met once.
pub(in crate::app) fn walk(minutes: &Minutes, visit: &mut Visitor<'_>) {
    let mut walk = Walk { minutes, form: Selection::Meeting, visit };
    walk.maybe(Line::Title, minutes.house.title.as_deref());
    let visits = minutes.items();
    let first_of = |role| visits.iter().find(|visit| visit.item.role == role).map(|visit| visit.item.id);
    let standing = [ItemRole::Declarations, ItemRole::PreviousMinutes].map(first_of);
    for section in &minutes.business {
        walk.form = Selection::Section(section.id);
        walk.maybe(Line::Heading(section.id), section.heading.as_deref());
        for visit in visits.iter().filter(|visit| std::ptr::eq(visit.section, section)) {
            walk.form = Selection::Item(visit.item.id);
            walk.item(visit, standing);
        }
    }
    walk.form = Selection::Closing;
    walk.maybe(Line::Closing, minutes.closing.wording.as_deref());
    walk.prose(ProseAt::ClosingRemarks, &minutes.closing.remarks);
}

impl Walk<'_, '_> {
    fn line(&mut self, line: Line, text: &str) {
        (self.visit)(Place::Line(line), self.form, text);
    }

    fn maybe(&mut self, line: Line, text: Option<&str>) {
        text.into_iter().for_each(|text| self.line(line, text));
    }

    fn prose(&mut self, at: ProseAt, prose: &Prose) {
        for (paragraph, text) in prose.iter().enumerate() {
            (self.visit)(Place::Prose { at, paragraph }, self.form, &text_of(text));
        }
    }

    fn item(&mut self, visit: &Visit<'_>, standing: [Option<crate::model::Id>; 2]) {
        let Item { id, title, reference, notes, parts, public_version, .. } = visit.item;
        self.line(Line::ItemTitle(*id), title);
        if standing[0] == Some(*id) {
            self.declarations();
        }
        if standing[1] == Some(*id) {
            let wording = self.minutes.previous.wording.as_ref();
            wording.into_iter().for_each(|wording| self.prose(ProseAt::PreviousMinutes, wording));
        }
        parts.iter().for_each(|part| self.part(part));
        for (at, note) in notes.iter().enumerate() {
            self.line(Line::RoughNote { item: *id, at }, &note.text);
        }
        self.maybe(Line::Reference(*id), reference.as_deref());
        // What the public is told is kept of an item that is public again, and shown nowhere.
        if let (PublicVersion::Stub { title, text }, true) = (public_version, visit.private) {
            self.line(Line::PublicTitle(*id), title);
            self.prose(ProseAt::PublicVersion(*id), text);
        }
    }

    fn declarations(&mut self) {
        let declarations = &self.minutes.declarations;
        if declarations.entries.is_empty() {
            self.maybe(Line::NilDeclarations, declarations.nil_wording.as_deref());
        }
        for entry in &declarations.entries {
            match &entry.nature {
                Nature::Stated(words) | Nature::Withheld(words) => self.line(Line::Nature(entry.id), words),
                Nature::NotStated => {}
            }
            self.maybe(Line::Dispensation(entry.id), entry.dispensation.as_deref());
            let wording = entry.wording.as_ref();
            wording.into_iter().for_each(|wording| self.prose(ProseAt::Declaration(entry.id), wording));
        }
        self.prose(ProseAt::Dispensations, &declarations.dispensations);
    }

    fn part(&mut self, part: &Part) {
        let id = part.id;
        match &part.content {
            PartContent::Prose(prose) => self.prose(ProseAt::Part(id), prose),
            PartContent::Resolution(resolution) => self.resolution(part, resolution),
            PartContent::Motion(motion) => {
                self.prose(ProseAt::Part(id), &motion.text);
                for amendment in &motion.amendments {
                    self.prose(ProseAt::Amendment(amendment.id), &amendment.text);
                }
                self.prose(ProseAt::Substantive(id), &motion.substantive);
            }
            PartContent::Vote(vote) => self.maybe(Line::Question(id), vote.question.as_deref()),
            PartContent::Table(table) => self.table(part, table),
            PartContent::Note(note) => self.prose(ProseAt::Part(id), &note.text),
            PartContent::Petition(petition) => {
                self.line(Line::Subject(id), &petition.subject);
                self.prose(ProseAt::Part(id), &petition.text);
            }
            PartContent::Question(question) => {
                self.prose(ProseAt::Part(id), &question.question);
                self.prose(ProseAt::Answer(id), &question.answer);
            }
            PartContent::CallIn(call_in) => {
                self.line(Line::Decision(id), &call_in.decision);
                self.prose(ProseAt::Grounds(id), &call_in.grounds);
            }
            PartContent::Actions(actions) => self.actions(actions),
        }
    }

    fn resolution(&mut self, part: &Part, resolution: &Resolution) {
        let id = part.id;
        self.maybe(Line::Recommendation(id), resolution.recommendation.as_deref());
        self.maybe(Line::LeadIn(id), resolution.lead_in.as_deref());
        self.prose(ProseAt::Part(id), &resolution.text);
        self.maybe(Line::Outcome(id), line::outcome(&resolution.outcome));
        self.actions(&resolution.actions);
        if let Some(executive) = &resolution.executive {
            self.prose(ProseAt::Reasons(id), &executive.reasons);
            self.prose(ProseAt::Options(id), &executive.options);
        }
    }

    fn actions(&mut self, actions: &[Action]) {
        actions.iter().for_each(|action| self.line(Line::Action(action.id), &action.what));
    }

    fn table(&mut self, part: &Part, table: &Table) {
        self.line(Line::Caption(part.id), &table.caption);
        for (column, heading) in table.columns.iter().enumerate() {
            self.line(Line::Column { part: part.id, column }, &heading.heading);
        }
        for (row, cells) in (0..).zip(&table.rows) {
            for (column, cell) in (0..).zip(&cells.cells) {
                self.prose(ProseAt::Cell { part: part.id, row, column }, cell);
            }
        }
    }
}

/// The flat text of a paragraph. Most are one run, of which nothing is copied.
pub(super) fn text_of(paragraph: &Paragraph) -> Cow<'_, str> {
    match paragraph.text.as_slice() {
        [Inline::Text(run)] => Cow::Borrowed(&run.text),
        _ => Cow::Owned(flat(paragraph)),
    }
}
