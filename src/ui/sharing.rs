//! What other people and programs did to the draft that is open, under the form: it appears and goes without moving the text
//! that is being typed.

use super::{
    theme::{self, Weight, size, space},
    widgets::quiet_button,
};
use crate::app::{Command, Notice};
use egui::{CornerRadius, Label, Rect, RichText, Ui, accesskit, vec2};

/// Draws what there is to say, in a column of this distance from both sides, and collects what was chosen.
pub fn show(ui: &mut Ui, notices: &[Notice], side: f32, out: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = space::HALF;
    for (at, notice) in notices.iter().enumerate() {
        ui.push_id(("shared", at), |ui| one(ui, notice, side, out));
    }
}

fn one(ui: &mut Ui, notice: &Notice, side: f32, out: &mut Vec<Command>) {
    let palette = theme::palette(ui);
    let width = (ui.available_width() - 2.0 * side).max(200.0);
    let column = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(width);
            let text = RichText::new(&notice.text).font(theme::font(Weight::Regular, size::LABEL)).color(palette.ink);
            let label = ui.add(Label::new(text).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(if notice.is_trouble { accesskit::Live::Assertive } else { accesskit::Live::Polite });
            });
            if notice.choices.is_empty() {
                return;
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::ONE, 0.0);
                // The letters of the first button stand under those of the text.
                ui.add_space(-space::ONE);
                for (label, command) in &notice.choices {
                    if quiet_button(ui, label).clicked() {
                        out.push(command.clone());
                    }
                }
            });
        });
    });
    let rect = column.response.rect;
    let left = rect.left() + side - space::TWO;
    let bar = Rect::from_min_max(egui::pos2(left, rect.top() + 2.0), egui::pos2(left + 3.0, rect.bottom() - 2.0));
    let colour = if notice.is_trouble { palette.problem } else { palette.accent };
    ui.painter().rect_filled(bar, CornerRadius::same(1), colour);
}
