//! Where Escape leads: out of what pops up to what it belongs to; in a form to its list, and from there to the text that was
//! being typed; from anywhere else back to the text in which the clerk was last.

use super::{prose, widgets};
use crate::app::{Draft, Selection};
use egui::{Context, Id, LayerId, Order, Rect, TextEdit};

/// A text, and the form in which it stands.
type Text = (Selection, Id);

/// What is remembered of where the clerk was.
#[derive(Default)]
pub(super) struct WayBack {
    /// The text or field of text that had the focus last.
    text: Option<Text>,
    /// The prose in which the caret was last.
    written: Option<Text>,
    /// What is to have the focus once its form is shown again.
    to: Option<Text>,
}

/// Where the focus was when Escape was pressed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Was {
    /// In something that popped up, above this.
    List(Id),
    /// In the form that is shown.
    Form(Id),
    /// In a question, which gives the focus back to what had it before.
    Question,
    /// In the outline or the pages, or nowhere.
    Elsewhere,
}

/// Where Escape leads.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    /// To something that is there.
    To(Id),
    /// To a text, in another form perhaps.
    Text(Text),
    /// To the form's first field.
    Form,
}

impl Was {
    /// Where the focus was, where the form lies between these edges.
    pub fn of(ctx: &Context, focus: Option<Id>, in_list: bool, form: Rect) -> Was {
        let Some(id) = focus else { return Was::Elsewhere };
        let lies_in_form = |id| {
            let response = ctx.read_response(id);
            response.is_some_and(|it| is_ground(it.layer_id) && form.x_range().contains(it.rect.center().x))
        };
        if in_list {
            Was::List(id)
        } else if lies_in_form(id) {
            Was::Form(id)
        } else {
            Was::Elsewhere
        }
    }
}

fn is_ground(layer: LayerId) -> bool {
    layer.order == Order::Background
}

impl WayBack {
    /// Notes in which text the clerk is.
    pub fn note(&mut self, ctx: &Context, form: Selection, focus: Id) {
        if self.text.is_some_and(|(_, text)| text == focus) {
            // Where the form was changed in this moment, its text has the focus for a moment longer.
            return;
        }
        if prose::is_typing(ctx) {
            self.written = Some((form, focus));
            self.text = self.written;
        } else if TextEdit::load_state(ctx, focus).is_some() {
            self.text = Some((form, focus));
        }
    }

    /// Escape was pressed and nobody had a use for it. Gives the form that is to be shown, where that is another one.
    pub fn escape(&mut self, ctx: &Context, draft: &Draft, was: Was) -> Option<Selection> {
        ctx.request_repaint();
        match self.way(ctx, draft, was) {
            Way::To(id) => widgets::give_back_focus(ctx, id),
            Way::Form => super::forms::take_focus(ctx),
            Way::Text(text) => {
                self.to = Some(text);
                return Some(text.0).filter(|form| *form != draft.selection);
            }
        }
        None
    }

    fn way(&self, ctx: &Context, draft: &Draft, was: Was) -> Way {
        let here = |text: &Text| text.0 == draft.selection;
        let id = match was {
            Was::List(id) => return Way::To(id),
            Was::Elsewhere => return self.text.filter(|text| is_there(draft, text.0)).map_or(Way::Form, Way::Text),
            Was::Question => return self.text.filter(here).map_or(Way::Form, Way::Text),
            Was::Form(id) => id,
        };
        let in_list = widgets::row_of_list(ctx, id);
        if let Some(row) = in_list.filter(|row| *row != id) {
            return Way::To(row);
        }
        // Whoever looks something up in another form means to go on with what was being written; the text of another item is
        // not meant in an item.
        let goes_over = !matches!(draft.selection, Selection::Item(_));
        let written = self.written.filter(|text| here(text) || goes_over && is_there(draft, text.0));
        let field = self.text.filter(|text| here(text) && in_list.is_none());
        written.or(field).filter(|text| text.1 != id).map_or(Way::To(id), Way::Text)
    }

    /// Gives the text the focus once its form is shown.
    pub fn arrive(&mut self, ctx: &Context, shown: Selection) {
        let Some((_, id)) = self.to.take_if(|(form, _)| *form == shown) else { return };
        if ctx.read_response(id).is_some() {
            widgets::give_back_focus(ctx, id);
        } else {
            super::forms::take_focus(ctx);
        }
    }
}

/// Whether a form is still there: its item may have been removed, or belong to another draft.
fn is_there(draft: &Draft, form: Selection) -> bool {
    match form {
        Selection::Item(id) => draft.session.minutes().item(id).is_some(),
        Selection::Section(id) => draft.session.minutes().business.iter().any(|section| section.id == id),
        Selection::Meeting | Selection::Attendance | Selection::Closing | Selection::Record => true,
    }
}
