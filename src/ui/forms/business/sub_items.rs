use crate::{
    app::{Command, Selection},
    model::Item,
    ui::{
        forms::{pieces::quiet_line, scene::Scene},
        widgets::section_heading,
    },
};
use egui::Ui;

/// The sub-items, as links to their forms.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, item: &Item, out: &mut Vec<Command>) {
    if !item.items.is_empty() {
        section_heading(ui, "Sub-items");
    }
    for sub in &item.items {
        let number = scene.state.number_of(sub.id).unwrap_or_default();
        let title = if sub.title.is_empty() { "Untitled" } else { sub.title.as_str() };
        if quiet_line(ui, format!("{number} {title}").trim()).clicked() {
            out.push(Command::Select(Selection::Item(sub.id)));
        }
    }
}
