//! The line at the foot of the window: how far the record has come, who is present, what is saved, what is under way.

use crate::{
    app::{Command, Draft, FileCommand, Running, State, adjourned, turnout},
    model::{Record, State as RecordState},
    ui::{
        theme::{self, Weight, size, space},
        widgets::{Icon, gap, icon_button, write_date, write_time},
    },
};
use egui::{Align, CornerRadius, Label, Layout, Rect, RichText, Sense, Ui, vec2};

/// Draws the line.
pub fn show(ui: &mut Ui, state: &State, out: &mut Vec<Command>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::THREE;
        if let Some(draft) = &state.draft {
            of_draft(ui, draft);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for work in &state.running {
                running(ui, work, out);
            }
        });
    });
}

fn of_draft(ui: &mut Ui, draft: &Draft) {
    let minutes = draft.session.minutes();
    let palette = theme::palette(ui);
    words(ui, &record(&minutes.record), palette.ink);
    let turnout = turnout(minutes);
    words(ui, &turnout.words(), if turnout.is_quorate() { palette.ink_soft } else { palette.problem });
    if let Some(since) = adjourned(minutes) {
        let since = since.time.map(|time| format!(" since {}", write_time(time))).unwrap_or_default();
        words(ui, &format!("Adjourned{since}"), palette.ink);
    }
    match draft.come_backs {
        0 => {}
        count => words(ui, &format!("{count} to come back to"), palette.ink_soft),
    }
    let standing = draft.standing();
    words(ui, &standing.words(), if standing.is_trouble() { palette.problem } else { palette.ink_soft });
    if let Some(pages) = draft.pages.frame.as_ref().map(|frame| frame.pages.len()) {
        words(ui, &if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }, palette.ink_soft);
    }
}

/// How far the minutes have come, in words.
pub fn record(record: &Record) -> String {
    let revision = if record.revision > 0 { format!(", revision {}", record.revision) } else { String::new() };
    let state = match record.state() {
        RecordState::Draft => "Draft".to_owned(),
        RecordState::Circulated => since("Circulated", record.circulated.as_ref().map(|step| step.on)),
        RecordState::Approved => since("Approved", record.approved.as_ref().map(|step| step.on)),
        RecordState::Signed => since("Signed", record.signed.as_ref().map(|step| step.on)),
    };
    state + &revision
}

fn since(what: &str, on: Option<crate::model::Date>) -> String {
    on.map_or_else(|| what.to_owned(), |on| format!("{what} {}", write_date(on)))
}

fn running(ui: &mut Ui, work: &Running, out: &mut Vec<Command>) {
    if icon_button(ui, Icon::Cross, "Stop").clicked() {
        out.push(Command::File(FileCommand::CancelExport));
    }
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(120.0, 4.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(2), palette.hairline);
    let done = work.progress.unwrap_or(0.0).clamp(0.0, 1.0);
    let part = Rect::from_min_size(rect.min, vec2(rect.width() * done, rect.height()));
    ui.painter().rect_filled(part, CornerRadius::same(2), palette.accent);
    words(ui, &work.name, palette.ink_soft);
    gap(ui, space::ONE);
}

fn words(ui: &mut Ui, text: &str, colour: egui::Color32) {
    let text = RichText::new(text).font(theme::font(Weight::Regular, size::SMALL)).color(colour);
    ui.add(Label::new(text).extend());
}
