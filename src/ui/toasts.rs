//! Short messages, at the bottom right: what went well leaves by itself, what went wrong stays until it is taken away.

use super::{
    theme::{self, Weight, size, space},
    widgets::{Icon, icon_button},
};
use crate::app::{Command, State, Toast, ToastKind};
use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Label, Layout, Margin, Order, Rect, RichText, Ui, accesskit, vec2,
};

/// The room for the text of a message.
const WIDTH: f32 = 336.0;

/// Draws the messages and collects which are to go.
pub fn show(ctx: &Context, state: &State, out: &mut Vec<Command>) {
    if state.toasts.is_empty() {
        return;
    }
    Area::new(Id::unique("toasts"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-space::THREE, -space::SIX))
        .constrain(true)
        .show(ctx, |ui| {
            ui.spacing_mut().item_spacing.y = space::ONE;
            for toast in &state.toasts {
                one(ui, toast, out);
            }
        });
}

fn one(ui: &mut Ui, toast: &Toast, out: &mut Vec<Command>) {
    let palette = theme::palette(ui);
    let mark = match toast.kind {
        ToastKind::Done => palette.done,
        ToastKind::Failed => palette.problem,
    };
    let frame = Frame::NONE
        .fill(palette.raised)
        .corner_radius(CornerRadius::same(6))
        .shadow(egui::Shadow { offset: [0, 4], blur: 16, spread: 0, color: palette.shadow })
        .inner_margin(Margin { left: 20, right: 8, top: 10, bottom: 10 });
    let shown = frame.show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(egui::Align::Min), |ui| {
            ui.allocate_ui(vec2(WIDTH, 0.0), |ui| {
                ui.set_width(WIDTH);
                ui.add_space(3.0);
                let text =
                    RichText::new(&toast.text).font(theme::font(Weight::Regular, size::LABEL)).color(palette.ink);
                let label = ui.add(Label::new(text).wrap());
                ui.ctx().accesskit_node_builder(label.id, |node| {
                    node.set_live(match toast.kind {
                        ToastKind::Done => accesskit::Live::Polite,
                        ToastKind::Failed => accesskit::Live::Assertive,
                    });
                });
            });
            ui.push_id(toast.id, |ui| {
                if icon_button(ui, Icon::Cross, "Dismiss message").clicked() {
                    out.push(Command::DismissToast(toast.id));
                }
            });
        });
    });
    let rect = shown.response.rect;
    let bar = Rect::from_min_size(rect.min + vec2(8.0, 12.0), vec2(3.0, rect.height() - 24.0));
    ui.painter().rect_filled(bar, CornerRadius::same(1), mark);
}
