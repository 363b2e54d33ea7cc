//! The outline: the minutes as their table of contents.

use crate::{
    app::{Action, Command, Draft, Selection},
    model::{
        Item, Section, SectionKind,
        numbers::{Number, number},
    },
    ui::{
        theme::{self, Palette, Weight, size, space},
        widgets::{Icon, icon_text_button},
    },
};
use egui::{
    Align2, CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};
use std::sync::Arc;

/// The height of a row.
const ROW: f32 = 30.0;
/// The room above the heading of a section.
const ABOVE_SECTION: f32 = 20.0;
/// Where the rows begin.
const LEFT: f32 = 20.0;
/// The room for one figure of a number.
const FIGURE: f32 = 7.5;

/// What the outline remembers between two frames.
#[derive(Default)]
pub struct Outline {
    /// Whether the focus is to be taken here.
    take_focus: bool,
    /// Whether the clerk wants to go on in the form that is shown.
    enter: bool,
    /// The selection that was last scrolled to.
    seen: Option<(Selection, u64)>,
    /// The rows, until one of them may have changed.
    rows: Option<(u64, Arc<[Row]>)>,
}

/// One row of the outline.
struct Row {
    selection: Selection,
    title: String,
    number: String,
    /// The number on the agenda, by which the chair calls the item; empty where it has none.
    agenda: String,
    depth: usize,
    private: bool,
    top: f32,
    height: f32,
}

impl Outline {
    /// Takes the focus to the row that is selected.
    pub fn take_focus(&mut self) {
        self.take_focus = true;
    }

    /// Whether a row was clicked or Enter was pressed on it: the form is to have the focus. It is said once.
    pub fn entered(&mut self) -> bool {
        std::mem::take(&mut self.enter)
    }

    /// Draws the outline of a draft and collects what was chosen.
    pub fn show(&mut self, ui: &mut Ui, draft: &Draft, out: &mut Vec<Command>) {
        let footer = Rect::from_min_max(pos2(ui.max_rect().left(), ui.max_rect().bottom() - 40.0), ui.max_rect().max);
        let body = ui.max_rect().with_max_y(footer.top());
        ui.scope_builder(UiBuilder::new().max_rect(body), |ui| self.rows(ui, draft, out));
        ui.scope_builder(UiBuilder::new().max_rect(footer.shrink2(vec2(space::ONE + space::HALF, 0.0))), |ui| {
            ui.add_enabled_ui(!draft.only_reads(), |ui| {
                if icon_text_button(ui, Icon::Plus, "Add item").clicked() {
                    out.push(Command::Do(Action::AddItem));
                }
            });
        });
    }

    fn rows(&mut self, ui: &mut Ui, draft: &Draft, out: &mut Vec<Command>) {
        let rows = match &self.rows {
            Some((worded, rows)) if *worded == draft.worded => rows.clone(),
            _ => rows_of(draft).into(),
        };
        self.rows = Some((draft.worded, rows.clone()));
        let figures = rows.iter().filter(|row| row.depth == 0).map(|row| row.number.chars().count()).max();
        let numbers = LEFT + FIGURE * figures.unwrap_or(0) as f32;
        let height = rows.last().map_or(0.0, |row| row.top + row.height) + space::TWO;
        ScrollArea::vertical().id_salt("outline").auto_shrink(false).show_viewport(ui, |ui, viewport| {
            ui.set_height(height);
            let origin = ui.min_rect().min;
            let width = ui.available_width();
            let list = ui.make_persistent_id("outline rows");
            let mut focused = None;
            for (at, row) in rows.iter().enumerate() {
                let id = list.with(row.selection);
                let is_current = row.selection == draft.selection;
                let in_view = row.top + row.height >= viewport.top() && row.top <= viewport.bottom();
                // The row with the focus stays, wherever it is, so that the keys and the screen reader keep their place.
                let has_focus = || is_current && ui.memory(|memory| memory.has_focus(id));
                if !(in_view || has_focus()) {
                    continue;
                }
                let top = origin + vec2(0.0, row.top + row.height - ROW);
                let rect = Rect::from_min_size(top, vec2(width, ROW));
                let response = ui.interact(rect, id, if is_current { Sense::click() } else { Sense::CLICK });
                paint(ui, rect, row, &response, is_current, numbers);
                if response.clicked() {
                    self.enter = true;
                    out.push(Command::Select(row.selection));
                }
                if is_current && self.take_focus {
                    response.request_focus();
                    self.take_focus = false;
                }
                if response.has_focus() {
                    focused = Some((at, id));
                }
            }
            self.follow(ui, draft, &rows, origin.y);
            if let Some((at, id)) = focused
                && let Some(row) = next(ui, id, at, rows.len()).and_then(|next| rows.get(next))
            {
                self.take_focus = true;
                out.push(Command::Select(row.selection));
            }
        });
    }

    /// Brings the row of the selection into view when another one was selected.
    fn follow(&mut self, ui: &mut Ui, draft: &Draft, rows: &[Row], origin: f32) {
        let now = Some((draft.selection, draft.attention));
        if self.seen == now {
            return;
        }
        self.seen = now;
        if let Some(row) = rows.iter().find(|row| row.selection == draft.selection) {
            reveal(ui, row, origin);
        }
    }
}

/// The row to which the keys lead from the one that has the focus.
fn next(ui: &mut Ui, id: Id, at: usize, count: usize) -> Option<usize> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let page = (ui.clip_rect().height() / ROW) as usize;
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowUp) {
            at.checked_sub(1)
        } else if pressed(Key::ArrowDown) {
            Some(at + 1).filter(|next| *next < count)
        } else if pressed(Key::PageUp) {
            Some(at.saturating_sub(page))
        } else if pressed(Key::PageDown) {
            Some((at + page).min(count.saturating_sub(1)))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            count.checked_sub(1)
        } else {
            None
        }
    })
}

fn reveal(ui: &Ui, row: &Row, origin: f32) {
    let rect = ui.max_rect();
    let top = origin + row.top;
    let around = Rect::from_x_y_ranges(rect.x_range(), top - space::ONE..=top + row.height + space::ONE);
    ui.scroll_to_rect(around, None);
}

fn rows_of(draft: &Draft) -> Vec<Row> {
    let minutes = draft.session.minutes();
    let numbers = number(minutes);
    let mut rows = Vec::new();
    let mut top = space::ONE;
    let mut add = |selection, title: &str, number, agenda: &str, depth, private, above: f32| {
        let height = ROW + above;
        let (title, agenda) = (title.to_owned(), agenda.to_owned());
        rows.push(Row { selection, title, number, agenda, depth, private, top, height });
        top += height;
    };
    add(Selection::Meeting, "Meeting", String::new(), "", 0, false, 0.0);
    add(Selection::Attendance, "Attendance", String::new(), "", 0, false, 0.0);
    let items = minutes.items();
    for section in &minutes.business {
        let private = section.kind == SectionKind::Private;
        add(Selection::Section(section.id), heading(draft, section), String::new(), "", 0, private, ABOVE_SECTION);
        for visit in items.iter().filter(|visit| visit.section.id == section.id) {
            let number = numbers.of(visit.item.id).map(|number| written(draft, visit.item, number)).unwrap_or_default();
            let agenda = visit.item.agenda.as_deref().unwrap_or_default();
            let title = if visit.item.title.is_empty() { "Untitled item" } else { &visit.item.title };
            add(Selection::Item(visit.item.id), title, number, agenda, visit.depth, visit.private && !private, 0.0);
        }
    }
    add(Selection::Closing, "Closing", String::new(), "", 0, false, ABOVE_SECTION);
    add(Selection::Record, "Record", String::new(), "", 0, false, 0.0);
    rows
}

/// The heading of a section: its own, or the house's.
fn heading<'a>(draft: &'a Draft, section: &'a Section) -> &'a str {
    let (house, plain) = match section.kind {
        SectionKind::Public => (draft.words.public_section.as_str(), "Public business"),
        SectionKind::Private => (draft.words.private_section.as_str(), "Private business"),
    };
    let own = section.heading.as_deref().unwrap_or_default();
    [own, house, plain].into_iter().find(|heading| !heading.is_empty()).unwrap_or_default()
}

/// A number as the outline writes it: the bare figure of a minute, and a sub-item's as the house writes it.
fn written(draft: &Draft, item: &Item, number: &Number) -> String {
    match (number.path.last(), draft.words.numbers.get(&item.id)) {
        (None, _) => number.value.to_string(),
        (Some(_), Some(house)) => house.clone(),
        (Some(last), None) => format!("{}.{last}", number.value),
    }
}

/// Draws a row. The numbers of items end at `numbers` from its left edge, and the titles begin a step behind.
fn paint(ui: &Ui, rect: Rect, row: &Row, response: &Response, selected: bool, numbers: f32) {
    let palette = theme::palette(ui);
    let name = spoken(row);
    response.widget_info(|| WidgetInfo::labeled(Role::TreeItem, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(selected);
        node.set_level(row.depth + 1);
    });
    let ground = rect.shrink2(vec2(space::ONE, 1.0));
    let fill = if selected {
        palette.accent_soft
    } else if response.hovered() {
        palette.hover
    } else {
        theme::CLEAR
    };
    ui.painter().rect_filled(ground, CornerRadius::same(space::CORNER), fill);
    if selected {
        let bar = Rect::from_min_size(ground.min, vec2(3.0, ground.height()));
        ui.painter().rect_filled(bar, CornerRadius::same(1), palette.accent);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, palette.accent);
        let corner = CornerRadius::same(space::CORNER);
        ui.painter().rect_stroke(ground, corner, ring, egui::StrokeKind::Inside);
    }
    let middle = rect.center().y;
    let is_numbered = matches!(row.selection, Selection::Item(_));
    let indent = row.depth as f32 * space::TWO;
    let numbers_end = rect.left() + numbers + indent;
    if is_numbered {
        let font = theme::font(Weight::Regular, size::LABEL);
        ui.painter().text(pos2(numbers_end, middle), Align2::RIGHT_CENTER, &row.number, font, palette.ink_soft);
    }
    let left = if is_numbered { numbers_end + 10.0 } else { rect.left() + LEFT };
    let mut right = rect.right() - space::TWO;
    if row.private {
        right -= space::TWO;
        Icon::Lock.paint(ui.painter(), Icon::square(pos2(right + space::HALF, middle)), palette.ink_soft);
    }
    if !row.agenda.is_empty() {
        let font = theme::font(Weight::Regular, size::SMALL);
        let text = format!("item {}", row.agenda);
        let galley = ui.painter().layout_no_wrap(text, font, palette.ink_soft);
        right -= galley.size().x;
        ui.painter().galley(pos2(right, middle - galley.size().y / 2.0), galley, palette.ink_soft);
        right -= space::ONE;
    }
    let galley = ui.painter().layout_job(title(row, palette, selected, right - left));
    ui.painter().galley(pos2(left, middle - galley.size().y / 2.0), galley.clone(), palette.ink);
    if galley.elided {
        response.clone().on_hover_text(&row.title);
    }
}

fn title(row: &Row, palette: &Palette, selected: bool, width: f32) -> LayoutJob {
    let is_heading = matches!(row.selection, Selection::Section(_));
    let (weight, size, ink) = match (is_heading, selected) {
        (true, _) => (Weight::Semibold, size::SMALL, palette.ink_soft),
        (false, true) => (Weight::Semibold, size::LABEL, palette.ink),
        (false, false) => (Weight::Regular, size::LABEL, palette.ink),
    };
    let mut job = LayoutJob::simple_singleline(row.title.clone(), theme::font(weight, size), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(24.0));
    job
}

fn spoken(row: &Row) -> String {
    let mut name = match row.number.as_str() {
        "" => row.title.clone(),
        number => format!("{number} {}", row.title),
    };
    if !row.agenda.is_empty() {
        name.push_str(&format!(", item {} of the agenda", row.agenda));
    }
    if row.private {
        name.push_str(", private");
    }
    name
}
