//! Where the lists of a form stand, so that Escape leads from what lies around a list to its row.

use egui::{Context, Id, Rect, Ui};

/// A list of the form that is shown.
#[derive(Clone)]
struct List {
    /// What belongs to it: its rows, what is open below one of them, the line for one more.
    around: Rect,
    rows: Vec<Id>,
    /// The row at which Tab stops.
    current: Id,
}

/// The lists that were drawn in a frame.
#[derive(Clone, Default)]
struct Lists {
    frame: u64,
    all: Vec<List>,
}

fn place() -> Id {
    Id::unique("lists of the form")
}

/// Notes that all that was drawn in this `Ui` so far belongs to a list of ticks, with its rows by their keys.
pub fn note_list(ui: &Ui, salt: &str, keys: impl Iterator<Item = u32>) {
    let rows: Vec<Id> = keys.map(|key| super::row_id(ui, salt, key)).collect();
    let Some(current) = super::current_row(ui, salt).filter(|row| rows.contains(row)).or(rows.first().copied()) else {
        return;
    };
    let (frame, around) = (ui.ctx().cumulative_frame_nr(), ui.min_rect());
    ui.data_mut(|data| {
        let lists = data.get_temp_mut_or_default::<Lists>(place());
        if lists.frame != frame {
            *lists = Lists { frame, all: Vec::new() };
        }
        lists.all.retain(|list| list.rows != rows);
        lists.all.push(List { around, rows, current });
    });
}

/// The row to which Escape leads from something in the form: a row itself, or that of the list around it, or else of the first
/// list; none where the form has no list.
pub fn row_of_list(ctx: &Context, id: Id) -> Option<Id> {
    let at = ctx.read_response(id)?.rect.center();
    let frame = ctx.cumulative_frame_nr();
    ctx.data(|data| {
        let lists = data.get_temp::<Lists>(place()).filter(|lists| lists.frame == frame)?;
        if lists.all.iter().any(|list| list.rows.contains(&id)) {
            return Some(id);
        }
        let own = lists.all.iter().find(|list| list.around.contains(at));
        own.or(lists.all.first()).map(|list| list.current)
    })
}
