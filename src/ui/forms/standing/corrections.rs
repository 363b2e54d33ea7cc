use crate::{
    app::{Change as AppChange, Command},
    model::{Change, Correction, Id, PreviousMinutes},
    ui::{
        forms::{
            pieces::{kind_combo, offers, part_heading},
            scene::Scene,
            shelf::{self, Entry},
        },
        widgets::{Width, combo, field, field_with_hint, row, write_date},
    },
};
use egui::Ui;

/// About how high a correction is, in points.
const USUAL: f32 = 208.0;

/// The corrections subject to which earlier minutes were approved.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, previous: &mut PreviousMinutes, out: &mut Vec<Command>) {
    let meetings: Vec<(Option<Id>, String)> =
        previous.meetings.iter().map(|meeting| (Some(meeting.id), write_date(meeting.date))).collect();
    let mut removed = None;
    let entries: Vec<Entry> =
        previous.corrections.iter().map(|entry| Entry { key: entry.id.0, guess: USUAL }).collect();
    shelf::show(ui, "corrections", &entries, scene.seeks(), |ui, at| {
        let Some(correction) = previous.corrections.get_mut(at) else { return };
        if part_heading(ui, &format!("Correction {}", at + 1), &[((), "Remove")]).1.is_some() {
            removed = Some(at);
        }
        one(ui, scene, correction, &meetings);
    });
    if let Some(at) = removed {
        previous.corrections.remove(at);
    }
    if offers(ui, &[((), "Correction")]).is_some() {
        let change = Change::Replace { old: String::new(), new: String::new() };
        out.push(Command::Change(AppChange::AddCorrection(Correction { change, ..Correction::default() })));
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, correction: &mut Correction, meetings: &[(Option<Id>, String)]) {
    row(ui, |ui| {
        let minute = field_with_hint(ui, "In minute", &mut correction.minute, "12", Width::Short);
        scene.node(correction.id, &minute);
        if meetings.len() > 1 {
            let none = std::iter::once((None, ""));
            let options: Vec<_> = none.chain(meetings.iter().map(|(id, date)| (*id, date.as_str()))).collect();
            combo(ui, "Of the meeting of", &mut correction.meeting, &options, Width::Day);
        }
        kind_combo(ui, "What changes", &mut correction.change, &changes(), Width::Points(184.0));
    });
    match &mut correction.change {
        Change::Replace { old, new } => {
            field(ui, "Instead of", old, Width::Full);
            field(ui, "Now reads", new, Width::Full);
        }
        Change::Insert { after, text } => {
            field(ui, "After", after, Width::Full);
            field(ui, "Added", text, Width::Full);
        }
        Change::Delete { text } => {
            field(ui, "Struck out", text, Width::Full);
        }
        Change::AddPerson { name, list } => {
            row(ui, |ui| {
                field(ui, "Name", name, Width::Name);
                field_with_hint(ui, "Added to list", list, "Present", Width::Name);
            });
        }
        Change::Other(words) => {
            field(ui, "In the clerk’s words", words, Width::Full);
        }
    }
}

fn changes() -> [(Change, &'static str); 5] {
    let empty = String::new;
    [
        (Change::Replace { old: empty(), new: empty() }, "Words are replaced"),
        (Change::Insert { after: empty(), text: empty() }, "Words are added"),
        (Change::Delete { text: empty() }, "Words are struck out"),
        (Change::AddPerson { name: empty(), list: empty() }, "A name is added"),
        (Change::Other(empty()), "Something else"),
    ]
}

/// A correction in one sentence.
pub(in crate::ui::forms) fn in_words(correction: &Correction) -> String {
    let what = match &correction.change {
        Change::Replace { old, new } => format!("“{old}” becomes “{new}”"),
        Change::Insert { after, text } if after.is_empty() => format!("“{text}” is added"),
        Change::Insert { after, text } => format!("after “{after}”, “{text}” is added"),
        Change::Delete { text } => format!("“{text}” is struck out"),
        Change::AddPerson { name, list } => format!("{name} is added to {list}"),
        Change::Other(words) => words.clone(),
    };
    if correction.minute.is_empty() { format!("{what}.") } else { format!("In minute {}: {what}.", correction.minute) }
}
