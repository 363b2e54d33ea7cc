use crate::{
    app::{Command, Selection},
    model::Item,
    ui::{
        forms::{pieces::item_line, scene::Scene},
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
        if item_line(ui, scene, sub).clicked() {
            out.push(Command::Select(Selection::Item(sub.id)));
        }
    }
}
