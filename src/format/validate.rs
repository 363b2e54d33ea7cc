use super::limits::{COLUMNS, ITEM_DEPTH, LEVELS, LIST_START};
use crate::model::*;
use std::collections::HashSet;
use std::fmt;

/// Why a document cannot be kept in a file: it would not be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// At which node, where it is one.
    pub at: Option<Id>,
    /// What is wrong with it.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}", self.message, self.hint)
    }
}

impl std::error::Error for Fault {}

/// Holds a document to its bounds: ids unique and not zero, days of the years 1 to 9999, items, paragraphs and tables no
/// deeper and wider than pages are made for.
///
/// References are not looked at: one that points at nothing must not keep anybody from their draft.
pub fn validate(minutes: &Minutes) -> Result<(), Fault> {
    let Minutes { house: _, meeting, numbering, attendance: _, declarations, previous, business: _, closing, record } =
        minutes;
    let mut check = Check { node: None };
    check.ids(minutes)?;
    check.meeting(meeting)?;
    check.year(numbering.year)?;
    check.declarations(declarations)?;
    check.previous(previous)?;
    for Visit { item, depth, .. } in minutes.items() {
        check.item(item, depth)?;
    }
    check.node = None;
    check.prose(&closing.remarks)?;
    if let Some(next) = &closing.next {
        check.date(next.date, "the next meeting")?;
    }
    check.record(record)
}

/// The way through the document.
struct Check {
    /// The node that is being looked at.
    node: Option<Id>,
}

type Checked = Result<(), Fault>;

impl Check {
    fn fault(&self, message: String, hint: &str) -> Checked {
        Err(Fault { at: self.node, message, hint: hint.to_string() })
    }

    fn ids(&mut self, minutes: &Minutes) -> Checked {
        let mut seen = HashSet::new();
        for (id, bearer) in minutes.ids() {
            self.node = Some(id);
            let what = name_of(bearer);
            if id == Id::NONE {
                return self.fault(format!("{what} has the id 0, or none"), "Give it a number that no other node has");
            }
            if !seen.insert(id) {
                let message = format!("the id {id} of {what} is used a second time");
                return self.fault(message, "Give one of the two a number that no other node has");
            }
        }
        self.node = None;
        Ok(())
    }

    fn date(&self, date: Date, of: &str) -> Checked {
        if (1..=9999).contains(&date.year()) {
            return Ok(());
        }
        let message = format!("the date of {of} is missing, or its year is not between 1 and 9999");
        self.fault(message, "Write it as \"2016-09-15\"")
    }

    fn dates(&self, date: Option<Date>, of: &str) -> Checked {
        date.map_or(Ok(()), |date| self.date(date, of))
    }

    fn year(&self, year: Option<i16>) -> Checked {
        match year {
            Some(year) if !(1..=9999).contains(&year) => {
                self.fault(format!("the municipal year {year} is not between 1 and 9999"), "Write its first year: 2016")
            }
            _ => Ok(()),
        }
    }

    fn meeting(&mut self, meeting: &Meeting) -> Checked {
        self.date(meeting.date, "the meeting")?;
        self.dates(meeting.rearranged_from, "the meeting that was moved")?;
        for adjournment in &meeting.adjournments {
            self.node = Some(adjournment.id);
            self.dates(adjournment.resumption.as_ref().and_then(|resumption| resumption.date), "the resumption")?;
        }
        self.node = None;
        Ok(())
    }

    fn declarations(&mut self, declarations: &Declarations) -> Checked {
        for declaration in &declarations.entries {
            self.node = Some(declaration.id);
            self.prose(declaration.wording.as_deref().unwrap_or_default())?;
        }
        self.node = None;
        self.prose(&declarations.dispensations)
    }

    fn previous(&mut self, previous: &PreviousMinutes) -> Checked {
        for meeting in &previous.meetings {
            self.node = Some(meeting.id);
            self.date(meeting.date, "an earlier meeting")?;
        }
        self.node = None;
        self.prose(previous.wording.as_deref().unwrap_or_default())
    }

    fn item(&mut self, item: &Item, depth: usize) -> Checked {
        self.node = Some(item.id);
        if depth >= ITEM_DEPTH {
            let message = format!("items are nested more than {ITEM_DEPTH} deep");
            return self.fault(message, "Move the innermost item further out");
        }
        self.dates(item.origin.as_ref().and_then(|origin| origin.date), "the meeting from which an item came")?;
        match &item.public_version {
            PublicVersion::Withheld => {}
            PublicVersion::Stub { title: _, text } => self.prose(text)?,
        }
        for part in &item.parts {
            self.node = Some(part.id);
            self.content(&part.content)?;
        }
        Ok(())
    }

    fn content(&mut self, content: &PartContent) -> Checked {
        match content {
            PartContent::Prose(prose) => self.prose(prose),
            PartContent::Resolution(resolution) => self.resolution(resolution),
            PartContent::Motion(motion) => self.motion(motion),
            PartContent::Vote(_) => Ok(()),
            PartContent::Table(table) => self.table(table),
            PartContent::Note(note) => self.prose(&note.text),
            PartContent::Petition(petition) => self.prose(&petition.text),
            PartContent::Question(question) => {
                self.prose(&question.question)?;
                self.prose(&question.answer)
            }
            PartContent::CallIn(call_in) => self.prose(&call_in.grounds),
            PartContent::Actions(actions) => self.actions(actions),
        }
    }

    fn resolution(&mut self, resolution: &Resolution) -> Checked {
        self.prose(&resolution.text)?;
        if let Some(executive) = &resolution.executive {
            self.prose(&executive.reasons)?;
            self.prose(&executive.options)?;
            self.dates(executive.call_in_until, "the end of the call-in period")?;
        }
        self.actions(&resolution.actions)
    }

    fn actions(&mut self, actions: &[Action]) -> Checked {
        for action in actions {
            self.node = Some(action.id);
            self.dates(action.due, "an action")?;
        }
        Ok(())
    }

    fn motion(&mut self, motion: &Motion) -> Checked {
        self.prose(&motion.text)?;
        self.prose(&motion.substantive)?;
        for amendment in &motion.amendments {
            self.node = Some(amendment.id);
            self.prose(&amendment.text)?;
        }
        Ok(())
    }

    fn table(&self, table: &Table) -> Checked {
        let columns = table.columns.len();
        if columns > COLUMNS {
            let message = format!("a table has {columns} columns; a page has room for {COLUMNS} at most");
            return self.fault(message, "Divide the table");
        }
        for (index, row) in table.rows.iter().enumerate() {
            let cells = row.cells.len();
            if cells > columns {
                let message =
                    format!("row {} of a table has {cells} cells, but the table has {columns} columns", index + 1);
                return self.fault(message, "Add the headings of the missing columns, or take the cells out");
            }
            row.cells.iter().try_for_each(|cell| self.prose(cell))?;
        }
        Ok(())
    }

    fn prose(&self, prose: &[Paragraph]) -> Checked {
        for paragraph in prose {
            if paragraph.level > LEVELS {
                let message = format!("a paragraph is of level {}; {LEVELS} is the deepest", paragraph.level);
                return self.fault(message, "Give it a smaller level");
            }
            if let Some(start) = paragraph.start.filter(|start| *start > LIST_START) {
                let message = format!("a list begins with {start}; {LIST_START} is the highest");
                return self.fault(message, "Give it a smaller number to begin with");
            }
            paragraph.text.iter().try_for_each(|inline| self.inline(inline))?;
        }
        Ok(())
    }

    fn inline(&self, inline: &Inline) -> Checked {
        match inline {
            Inline::Citation(Citation { target: CitationTarget::Elsewhere { year, date, .. }, .. }) => {
                self.year(*year)?;
                self.dates(*date, "a minute that is cited")
            }
            Inline::Citation(Citation { target: CitationTarget::Here(_), .. })
            | Inline::Text(_)
            | Inline::Person(_)
            | Inline::Slot(_)
            | Inline::ComeBack(_)
            | Inline::Moment(_) => Ok(()),
        }
    }

    fn record(&mut self, record: &Record) -> Checked {
        self.dates(record.circulated.as_ref().map(|circulated| circulated.on), "the circulation")?;
        self.dates(record.signed.as_ref().map(|signed| signed.on), "the signature")?;
        if let Some(approved) = &record.approved {
            self.date(approved.on, "the approval")?;
        }
        Ok(())
    }
}

/// What the one who mends a file calls it.
fn name_of(bearer: Bearer) -> &'static str {
    match bearer {
        Bearer::Adjournment => "an adjournment",
        Bearer::Group => "a group",
        Bearer::Person => "a person",
        Bearer::Movement => "an arrival or departure",
        Bearer::Chairing => "a time in the chair",
        Bearer::Declaration => "a declaration",
        Bearer::PreviousMeeting => "an earlier meeting",
        Bearer::Correction => "a correction",
        Bearer::Section => "a section",
        Bearer::Item => "an item",
        Bearer::Part => "a part of an item",
        Bearer::Action => "an action",
        Bearer::Amendment => "an amendment",
    }
}
