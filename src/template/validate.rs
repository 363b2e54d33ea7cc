//! What a file of a style has to fulfil beyond being readable.

use super::style::{ActionsShown, EdgeLine, PageStyle, TitleLine, WrittenLine};
use super::wording::Checked;
use super::{Body, HouseStyle, Length, Phrase, Words};
use std::collections::BTreeSet;

/// Something that is wrong: where to find it in the text, from the outside in, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complaint {
    /// Pieces of the file's text, each behind the one before; the last is what is complained of.
    pub path: Vec<String>,
    /// What is wrong.
    pub message: String,
}

/// A file's contents, which can say what is wrong with them.
pub(super) trait Validate {
    /// What is wrong; nothing where it can be used.
    fn complaints(&self) -> Vec<Complaint>;
}

/// The longest text that a name, a label or a wording may be, in characters.
const LONGEST: usize = 4000;

/// The largest paper, in points: 2 metres.
const LARGEST_PAPER: f32 = 5670.0;

/// The least width and height of the text area, in points: 5 centimetres.
const LEAST_ROOM: f32 = 141.0;

struct Complaints(Vec<Complaint>);

impl Complaints {
    fn add(&mut self, path: &[&str], message: impl Into<String>) {
        self.0.push(Complaint { path: path.iter().map(|part| (*part).to_owned()).collect(), message: message.into() });
    }

    fn length(&mut self, path: &[&str], length: Length, least: f32, most: f32) {
        let points = length.points();
        if !points.is_finite() || points < least || points > most {
            let name = path.last().copied().unwrap_or_default();
            self.add(path, format!("`{name}` must be a length from {least} to {most} points, and is {points}"));
        }
    }

    fn share(&mut self, path: &[&str], value: f32) {
        if !value.is_finite() || !(0.0..=1.0).contains(&value) {
            let name = path.last().copied().unwrap_or_default();
            self.add(path, format!("`{name}` must be from 0 to 1, and is {value}"));
        }
    }

    fn name(&mut self, path: &[&str], value: &str) {
        let name = path.last().copied().unwrap_or_default();
        if value.trim().is_empty() {
            self.add(path, format!("`{name}` is empty"));
        } else if value.chars().count() > LONGEST || value.chars().any(char::is_control) {
            self.add(path, format!("`{name}` is too long or has control characters in it"));
        }
    }

    fn words(&mut self, path: &[&str], words: &Words, known: &[&str]) {
        let name = path.last().copied().unwrap_or_default();
        if words.source().chars().count() > LONGEST {
            self.add(path, format!("`{name}` is longer than {LONGEST} characters"));
        }
        for gap in words.gaps() {
            if !known.contains(&gap) {
                let known = match known {
                    [] => "there are none in it".to_owned(),
                    _ => format!("known are {}", known.join(", ")),
                };
                let mut at = path.to_vec();
                let braced = format!("{{{gap}}}");
                at.push(&braced);
                self.add(&at, format!("`{name}` has the unknown gap `{braced}`; {known}"));
            }
        }
    }

    fn group(&mut self, path: &[&str], checked: Vec<Checked<'_>>) {
        for (name, words, known) in checked {
            let field = format!("{name}:");
            let mut at = path.to_vec();
            at.push(&field);
            self.words(&at, words, known);
        }
    }
}

impl Validate for HouseStyle {
    fn complaints(&self) -> Vec<Complaint> {
        let mut found = Complaints(Vec::new());
        found.name(&["council"], &self.council);
        found.name(&["language"], &self.language);
        page(&mut found, &self.page);
        text(&mut found, self);
        columns(&mut found, self);
        for TitleLine { text, size, .. } in &self.title.lines {
            found.length(&["title:", "size"], *size, 4.0, 144.0);
            found.words(&["title:"], text, TITLE_GAPS);
        }
        for WrittenLine { text, line, before } in &self.signature {
            found.length(&["signature:", "line"], *line, 0.0, LARGEST_PAPER);
            found.length(&["signature:", "before"], *before, 0.0, LARGEST_PAPER);
            found.words(&["signature:"], text, &["line", "council", "body", "date"]);
        }
        lists(&mut found, self);
        found.group(&["dates:"], self.dates.gaps());
        found.group(&["numbers:"], self.numbers.gaps());
        found.group(&["citations:"], self.citations.gaps());
        for (group, checked) in self.wording.gaps() {
            found.group(&["wording:", &format!("{group}:")], checked);
        }
        found.0
    }
}

const TITLE_GAPS: &[&str] =
    &["council", "body", "kind", "date", "time", "venue", "reference", "link", "rearranged_from", "remote", "notice"];

const EDGE_GAPS: &[&str] = &["page", "pages", "status", "members", "council", "body", "date", "reference", "line"];

fn page(found: &mut Complaints, page: &PageStyle) {
    found.length(&["page:", "width"], page.width, 1.0, LARGEST_PAPER);
    found.length(&["page:", "height"], page.height, 1.0, LARGEST_PAPER);
    for (name, margin) in [("top", page.top), ("right", page.right), ("bottom", page.bottom), ("left", page.left)] {
        found.length(&["page:", name], margin, 0.0, LARGEST_PAPER);
    }
    let across = page.width.points() - page.left.points() - page.right.points();
    let down = page.height.points() - page.top.points() - page.bottom.points();
    if across.is_finite() && across < LEAST_ROOM {
        found.add(&["page:", "left"], "the margins at the left and right leave less than 5 cm for the text");
    }
    if down.is_finite() && down < LEAST_ROOM {
        found.add(&["page:", "top"], "the margins at the top and bottom leave less than 5 cm for the text");
    }
    if page.first_number > 1_000_000 {
        found.add(&["page:", "first_number"], "`first_number` is above 1000000");
    }
    for EdgeLine { distance, size, line, text, .. } in &page.furniture {
        found.length(&["furniture:", "distance"], *distance, 0.0, page.height.points());
        found.length(&["furniture:", "size"], *size, 4.0, 72.0);
        found.length(&["furniture:", "line"], *line, 0.0, page.width.points());
        found.words(&["furniture:"], text, EDGE_GAPS);
    }
}

fn text(found: &mut Complaints, style: &HouseStyle) {
    let text = &style.text;
    found.length(&["text:", "size"], text.size, 4.0, 72.0);
    found.length(&["text:", "line"], text.line, text.size.points() * 0.8, 200.0);
    found.length(&["text:", "gap"], text.gap, 0.0, 200.0);
    found.share(&["text:", "raised_size"], text.raised_size);
    found.share(&["text:", "rise"], text.rise);
    found.length(&["title:", "gap"], style.title.gap, 0.0, 200.0);
    found.length(&["title:", "after"], style.title.after, 0.0, 400.0);
    found.length(&["sections:", "size"], style.sections.size, 4.0, 144.0);
    found.length(&["sections:", "before"], style.sections.before, 0.0, 400.0);
    found.length(&["items:", "before"], style.items.before, 0.0, 400.0);
    found.length(&["attendance:", "group_gap"], style.attendance.group_gap, 0.0, 400.0);
    found.length(&["attendance:", "below_gap"], style.attendance.below_gap, 0.0, 400.0);
    found.length(&["tables:", "padding"], style.tables.padding, 0.0, 72.0);
    found.length(&["tables:", "rule"], style.tables.rule, 0.0, 20.0);
    found.length(&["tables:", "size"], style.tables.size, 4.0, 72.0);
    found.share(&["tables:", "grey"], style.tables.grey);
    for (path, gap) in
        [("and:", &style.names.and), ("comma:", &style.names.comma), ("semicolon:", &style.names.semicolon)]
    {
        if gap.is_empty() {
            found.add(&["names:", path], format!("`{}` is empty", path.trim_end_matches(':')));
        }
    }
    for (from, to) in style.names.plurals.iter().chain(&style.glosses) {
        found.name(&[from], from);
        found.name(&[from], to);
    }
}

/// Holds every column within the text area, with room behind it.
fn columns(found: &mut Complaints, style: &HouseStyle) {
    let most = (style.text_width() - LEAST_ROOM / 2.0).max(0.0);
    let items = &style.items;
    found.length(&["attendance:", "names_at"], style.attendance.names_at, 0.0, most);
    for (name, length) in [
        ("number_at", items.number_at),
        ("title_at", items.title_at),
        ("text_at", items.text_at),
        ("sub_step", items.sub_step),
        ("right", items.right),
        ("quotation", items.quotation),
    ] {
        found.length(&["items:", name], length, 0.0, most);
    }
    let text = items.text_at.points() + items.right.points();
    if text.is_finite() && text > most {
        found.add(&["items:", "right"], "`text_at` and `right` leave no room for the text between them");
    }
    if let ActionsShown::Column { at, width } = style.decisions.actions {
        found.length(&["actions:", "at"], at, 0.0, style.text_width());
        found.length(&["actions:", "width"], width, 10.0, style.text_width());
        if at.points() + width.points() > style.text_width() + 0.5 {
            found.add(&["actions:", "width"], "the column of actions ends beyond the right margin");
        }
        if at.points() + items.right.points() + 0.5 < style.text_width() {
            found.add(
                &["items:", "right"],
                "`right` is less than the column of actions needs: the text would run into it",
            );
        }
    }
}

fn lists(found: &mut Complaints, style: &HouseStyle) {
    found.length(&["lists:", "marker_at"], style.lists.marker_at, 0.0, 200.0);
    found.length(&["lists:", "text_after"], style.lists.text_after, 1.0, 200.0);
    found.length(&["lists:", "gap"], style.lists.gap, 0.0, 200.0);
    if style.lists.bullets.is_empty() {
        found.add(&["lists:", "bullets"], "`bullets` is empty; name at least one");
    }
    for bullet in &style.lists.bullets {
        found.name(&["lists:", "bullets"], bullet);
    }
    if style.numbers.sub_marks.is_empty() {
        found.add(&["numbers:", "sub_marks"], "`sub_marks` is empty; name at least one");
    }
    let dates = &style.dates;
    for (field, names, count) in
        [("months:", &dates.months, 12), ("months_short:", &dates.months_short, 12), ("weekdays:", &dates.weekdays, 7)]
    {
        if names.len() != count {
            found.add(&["dates:", field], format!("`{field}` must have {count} names, and has {}", names.len()));
        }
        for name in names {
            found.name(&["dates:", field], name);
        }
    }
}

impl Validate for Body {
    fn complaints(&self) -> Vec<Complaint> {
        let mut found = Complaints(Vec::new());
        found.name(&["name"], &self.name);
        found.name(&["short"], &self.short);
        if self.groups.len() > 100 || self.items.len() > 500 {
            found.add(&["name"], "the body has more than 100 groups or 500 standing items");
        }
        for group in &self.groups {
            found.name(&["groups", "label"], &group.label);
            if group.people.len() > 1000 {
                found.add(&["groups", &group.label], "the group has more than 1000 people");
            }
            for person in &group.people {
                found.name(&["groups", &group.label, "surname"], &person.surname);
            }
        }
        for item in &self.items {
            found.name(&["items", "title"], &item.title);
        }
        for heading in [&self.public_heading, &self.private_heading].into_iter().flatten() {
            found.name(&["heading"], heading);
        }
        found.0
    }
}

/// The most letters that call up a phrase.
const LONGEST_TRIGGER: usize = 16;

/// The longest text of a phrase, in characters.
const LONGEST_PHRASE: usize = 1000;

/// The most phrases of a bank.
const MOST_PHRASES: usize = 1000;

impl Validate for Vec<Phrase> {
    fn complaints(&self) -> Vec<Complaint> {
        let mut found = Complaints(Vec::new());
        let mut seen = BTreeSet::new();
        if self.len() > MOST_PHRASES {
            found.add(&[], format!("there are {} phrases; {MOST_PHRASES} are the most", self.len()));
        }
        for phrase in self {
            let at = format!("\"{}\"", phrase.trigger);
            for fault in phrase.faults() {
                found.add(&[&at], format!("the phrase {at}: {fault}"));
            }
            if !seen.insert((&phrase.trigger, &phrase.bodies)) {
                found.add(&[&at], format!("the trigger {at} is there twice"));
            }
        }
        found.0
    }
}

impl Phrase {
    /// What is wrong with it, as sentences without a full stop; nothing where it can be used.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let letters = self.trigger.chars().count();
        if letters == 0 || letters > LONGEST_TRIGGER || !self.trigger.chars().all(char::is_alphanumeric) {
            faults.push(format!("its trigger must be 1 to {LONGEST_TRIGGER} letters or figures, without spaces"));
        }
        let fits = |text: &str| text.chars().count() <= LONGEST_PHRASE && !text.chars().any(char::is_control);
        if self.label.trim().is_empty() || !fits(&self.label) {
            faults.push("it needs a label of one line".to_owned());
        }
        if !fits(self.text.source()) {
            faults.push(format!("its text must be one line of at most {LONGEST_PHRASE} characters"));
        }
        if self.bodies.iter().any(|body| body.trim().is_empty() || !fits(body)) {
            faults.push("one of its bodies has no name".to_owned());
        }
        faults
    }
}
