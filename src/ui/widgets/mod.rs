//! The pieces that forms, dialogs and panels are built of.
//!
//! None of them holds anything of the document: each takes a value, shows it, and says in its response (or its return
//! value) what the clerk did. A piece that is typed in or chosen with a key has an accessible name, shows where the focus
//! is in the accent colour, and comes in the Tab order in which it is drawn. Its identity is its label within the
//! surrounding `Ui`: where two pieces of one `Ui` bear the same label, give each a `push_id` of its own.

mod buttons;
mod choice;
mod icons;
mod lists;
mod parsed;
mod paths;
mod picker;
mod rows;
mod sheet;
mod stops;
mod text;
mod ticks;
mod words;

pub use buttons::*;
pub use choice::*;
pub use icons::*;
pub use lists::{note_list, row_of_list};
pub use parsed::*;
pub use paths::short_path;
pub use picker::*;
pub use rows::*;
pub use sheet::*;
pub use stops::{begin_form, keep_focus_near};
pub use text::*;
pub use ticks::*;
pub use words::*;

pub use crate::app::{parse_date, parse_time, write_date, write_long_date, write_time};

use super::theme::{self, space};
use egui::{CornerRadius, Response, Stroke, StrokeKind, Ui, vec2};

/// How wide a field is: as wide as what goes into it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// A figure or two: "15", "3a".
    Figure,
    /// A time of day.
    Time,
    /// A day: "15 September 2016".
    Day,
    /// A word or two: a title, a role, a reference.
    Short,
    /// A person's name.
    Name,
    /// The name of a body, a place.
    Long,
    /// All that there is, up to the widest column of the form.
    Full,
    /// So many points.
    Points(f32),
}

impl Width {
    /// The width in points, in a place that has `available` of them.
    pub fn points(self, available: f32) -> f32 {
        let wanted = match self {
            Width::Figure => 56.0,
            Width::Time => 88.0,
            Width::Day => 176.0,
            Width::Short => 136.0,
            Width::Name => 232.0,
            Width::Long => 416.0,
            Width::Full => space::COLUMN,
            Width::Points(points) => points,
        };
        wanted.min(available).max(32.0)
    }
}

/// A ring in the accent colour around what has the focus. Text fields show theirs as a line instead.
pub fn focus_ring(ui: &Ui, response: &Response) {
    stops::note(ui, response);
    if response.has_focus() {
        let ring = Stroke::new(2.0, theme::palette(ui).accent);
        let corner = CornerRadius::same(space::CORNER + 1);
        ui.painter().rect_stroke(response.rect.expand(1.0), corner, ring, StrokeKind::Inside);
    }
}

/// Leaves room downwards or, in a row, sideways.
pub fn gap(ui: &mut Ui, points: f32) {
    let size = if ui.layout().is_horizontal() { vec2(points, 0.0) } else { vec2(0.0, points) };
    ui.allocate_space(size);
}
