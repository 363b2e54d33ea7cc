use super::{Width, beside};
use crate::ui::theme::{self, Weight, size, space};
use egui::{
    Align2, Context, CornerRadius, Frame, Id, Key, Margin, Rect, Response, RichText, Shape, Stroke, TextEdit, Ui, pos2,
    text::CCursor, text_selection::CCursorRange, vec2,
};

/// The longest text that a field of one line takes, in characters: names and titles are shorter, and what is pasted by
/// mistake does not fill the draft.
pub const MAX_LINE: usize = 2_000;

/// The height of a field.
pub const LINE: f32 = 32.0;

/// A line of text with its label beside it. The response is the field's; it has changed when the text has.
pub fn field(ui: &mut Ui, label: &str, text: &mut String, width: Width) -> Response {
    field_with_hint(ui, label, text, "", width)
}

/// As [`field`], with a word of what belongs there while it is empty.
pub fn field_with_hint(ui: &mut Ui, label: &str, text: &mut String, hint: &str, width: Width) -> Response {
    captioned(ui, label, width, |ui, id, points| wrapping(ui, id, text, hint, points))
}

/// A line of text that may be left empty; empty text is no text.
pub fn optional_field(ui: &mut Ui, label: &str, text: &mut Option<String>, hint: &str, width: Width) -> Response {
    let mut typed = text.clone().unwrap_or_default();
    let response = field_with_hint(ui, label, &mut typed, hint, width);
    if response.changed() {
        *text = (!typed.is_empty()).then_some(typed);
    }
    response
}

/// Text of one paragraph with its label above it, on as many lines as it needs. Enter is none of its letters.
pub fn wrapped_field(ui: &mut Ui, label: &str, text: &mut String, points: f32) -> Response {
    captioned(ui, label, Width::Points(points), |ui, id, points| {
        let ground = ui.painter().add(Shape::Noop);
        let edit = TextEdit::multiline(text)
            .id(id)
            .font(theme::font(Weight::Regular, size::BODY))
            .text_color(theme::palette(ui).ink)
            .char_limit(MAX_LINE)
            .return_key(None)
            .frame(Frame::NONE.inner_margin(Margin { left: 0, right: 0, top: 4, bottom: 4 }))
            .desired_width(points)
            .desired_rows(1);
        let response = edit.show(ui).response.response;
        if response.changed() && text.contains(['\n', '\r']) {
            *text = text.replace(['\n', '\r'], " ");
        }
        ui.painter().set(ground, field_ground(ui, &response));
        response
    })
}

/// A line of text whose label is not seen: in rows whose columns are clear, and where a hint says what belongs there.
pub fn bare_field(ui: &mut Ui, name: &str, text: &mut String, hint: &str, width: Width) -> Response {
    let id = field_id(ui, name);
    let points = width.points(ui.available_width());
    line(ui, id, text, hint, points).accessible_name(name)
}

/// The identity of the field with a label, in this place of the window.
pub fn field_id(ui: &Ui, label: &str) -> Id {
    ui.make_persistent_id(("field", label))
}

/// A label beside something of a given width, which it names.
pub(super) fn captioned(
    ui: &mut Ui,
    label: &str,
    width: Width,
    add: impl FnOnce(&mut Ui, Id, f32) -> Response,
) -> Response {
    let id = field_id(ui, label);
    beside(ui, label, |ui, caption| {
        let points = width.points(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        add(ui, id, points).labelled_by(caption)
    })
}

/// A line of text: no frame, a quiet line below, a soft ground under the pointer, the accent while it is typed in.
pub(super) fn line(ui: &mut Ui, id: Id, text: &mut String, hint: &str, points: f32) -> Response {
    typed_in(ui, TextEdit::singleline(text), id, hint, points)
}

/// As [`line`], which goes on below where the text is longer than the field is wide: nothing of it is out of sight.
fn wrapping(ui: &mut Ui, id: Id, text: &mut String, hint: &str, points: f32) -> Response {
    let edit = TextEdit::multiline(text).desired_rows(1).return_key(None);
    let response = typed_in(ui, edit, id, hint, points);
    // It is one line of text nevertheless, and is read out so: what is pasted comes without the ends of its lines, and Enter
    // leaves the field.
    ui.ctx().accesskit_node_builder(id, |node| node.set_role(egui::accesskit::Role::TextInput));
    if response.changed() && text.contains(['\n', '\r']) {
        *text = text.replace("\r\n", " ").replace(['\n', '\r'], " ");
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        response.surrender_focus();
    }
    response
}

fn typed_in(ui: &mut Ui, edit: TextEdit<'_>, id: Id, hint: &str, points: f32) -> Response {
    let ground = ui.painter().add(Shape::Noop);
    let palette = theme::palette(ui);
    let edit = edit
        .id(id)
        .font(theme::font(Weight::Regular, size::BODY))
        .text_color(palette.ink)
        .hint_text(RichText::new(hint).font(theme::font(Weight::Italic, size::BODY)).color(palette.ink_faint))
        .char_limit(MAX_LINE)
        .frame(Frame::NONE.inner_margin(Margin { left: 0, right: 0, top: 5, bottom: 5 }))
        .min_size(vec2(0.0, LINE))
        .align(Align2::LEFT_CENTER)
        .desired_width(points);
    let shown = ui.scope(|ui| {
        // The line stands close below the text, whatever the height of buttons is.
        ui.spacing_mut().interact_size.y = LINE;
        edit.show(ui)
    });
    let (response, mut state, count) = {
        let shown = shown.inner;
        (shown.response.response, shown.state, shown.galley.text().chars().count())
    };
    // Who comes by Tab types over what is there; who clicks means a place in it, and who has begun to type goes on.
    let pointed = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if takes_focus(ui, &response) && !pointed && !response.changed() {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(count));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), id);
    }
    ui.painter().set(ground, field_ground(ui, &response));
    response
}

/// Whether a field has the focus since this frame. What egui says of it leaves out a focus that was asked for after the field
/// was drawn.
fn takes_focus(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        // Behind another window the field has the focus and does not say so: whoever comes back finds the caret as it was.
        if ui.memory(|memory| memory.has_focus(response.id)) {
            keep_caret(response);
        }
        return false;
    }
    let before = ui.data(|data| data.get_temp::<u64>(last_focus(response.id)));
    keep_caret(response);
    before.is_none_or(|before| before + 1 < ui.ctx().cumulative_frame_nr())
}

/// Has a field that is given the focus in this frame keep its caret: nothing of its text is selected.
pub fn keep_caret(response: &Response) {
    note_focus(&response.ctx, response.id);
}

/// Gives the focus back to what had it before a dialog or a menu. A field finds its caret where it was: nothing of its text
/// is selected, which the next letter would replace.
pub fn give_back_focus(ctx: &Context, id: Id) {
    note_focus(ctx, id);
    ctx.memory_mut(|memory| memory.request_focus(id));
}

fn note_focus(ctx: &Context, id: Id) {
    let now = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(last_focus(id), now));
}

/// The last frame in which a field had the focus.
fn last_focus(id: Id) -> Id {
    id.with("last frame with the focus")
}

/// What lies under a field: nothing but a line, until it is pointed at or typed in.
pub fn field_ground(ui: &Ui, response: &Response) -> Shape {
    super::stops::note(ui, response);
    let palette = theme::palette(ui);
    let focused = response.has_focus();
    let fill = if focused {
        palette.field
    } else if response.hovered() && response.enabled() && response.rect.height() < 2.0 * LINE {
        palette.hover
    } else {
        theme::CLEAR
    };
    let around = response.rect.expand2(vec2(space::HALF, 0.0));
    let line = if focused { (2.0, palette.accent) } else { (1.0, palette.underline) };
    let foot = Rect::from_min_max(pos2(around.left(), around.bottom() - line.0), around.right_bottom());
    let foot = if focused { foot } else { foot.shrink2(vec2(space::HALF, 0.0)) };
    let corner = CornerRadius { nw: space::CORNER, ne: space::CORNER, sw: 0, se: 0 };
    let line = if response.enabled() { Stroke::from(line) } else { Stroke::NONE };
    Shape::Vec(vec![
        egui::epaint::RectShape::filled(around, corner, fill).into(),
        egui::epaint::RectShape::filled(foot, CornerRadius::ZERO, line.color).into(),
    ])
}
