use super::indented;
use crate::ui::theme::{self, Weight, size, space};
use egui::{Label, Response, RichText, Ui};

/// The title of a form.
pub fn form_title(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).ink;
    let title = RichText::new(text).font(theme::font(Weight::Semibold, size::TITLE)).color(colour);
    let response = ui.add(Label::new(title).wrap());
    ui.add_space(space::TWO);
    response
}

/// The title of a dialog.
pub fn dialog_title(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).ink;
    let title = RichText::new(text).font(theme::font(Weight::Semibold, 20.0)).color(colour);
    let response = ui.add(Label::new(title).wrap());
    ui.add_space(space::HALF);
    response
}

/// The heading of a group of fields, with room above it.
pub fn section_heading(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(space::FOUR);
    let colour = theme::palette(ui).ink;
    let heading = RichText::new(text).font(theme::font(Weight::Semibold, size::HEADING)).color(colour);
    let response = ui.add(Label::new(heading).wrap());
    ui.add_space(space::HALF);
    response
}

/// The label of a field.
pub fn caption(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).ink_soft;
    let label = RichText::new(text).font(theme::font(Weight::Regular, size::LABEL)).color(colour);
    ui.add(Label::new(label).wrap())
}

/// A quiet line that says what something does or where it comes from.
pub fn hint(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).ink_soft;
    ui.add(Label::new(RichText::new(text).font(theme::font(Weight::Regular, size::SMALL)).color(colour)).wrap())
}

/// As [`hint`], in the column of what is typed: it says something of the field above it.
pub fn field_hint(ui: &mut Ui, text: &str) -> Response {
    indented(ui, |ui| hint(ui, text))
}

/// A quiet line that says what is wrong.
pub fn problem(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).problem;
    ui.add(Label::new(RichText::new(text).font(theme::font(Weight::Regular, size::SMALL)).color(colour)).wrap())
}

/// Text that is read.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).ink;
    ui.add(Label::new(RichText::new(text).font(theme::font(Weight::Regular, size::BODY)).color(colour)).wrap())
}
