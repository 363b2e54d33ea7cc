//! The pages: pictures of the PDF as it would be exported now.

use crate::{
    app::{Action, Command, Draft, Selection, State, ViewCommand},
    frame::Frame,
    model::{Audience, ProseAt},
    ui::{
        theme::{self, Weight, size, space},
        widgets::{Icon, bare_choice, focus_ring, icon_button, quiet_button},
    },
};
use egui::{
    Align, Align2, Color32, ColorImage, CornerRadius, CursorIcon, Label, Layout, Pos2, Rect, Response, RichText, Role,
    ScrollArea, Sense, TextureHandle, TextureOptions, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeMap;

/// The height of the line above the pages.
const HEADER: f32 = 48.0;
/// The width of the mark beside the paragraph that is being typed, and its distance from the left edge of the page as a part of
/// the page's width.
const MARK: (f32, f32) = (3.0, 0.045);
/// From which width of the line on the page is told in words, and how large pages are beside their buttons. Below, figures
/// tell the page, and the menu and its key fit pages to their panel.
const ROOM_FOR_WORDS: f32 = 376.0;
const ROOM_FOR_SIZE: f32 = 336.0;
/// The least room around a page.
const AROUND: f32 = 24.0;

/// What the pages remember between two frames.
#[derive(Default)]
pub struct Preview {
    /// The pictures on the graphics card, with the stamps of what they show.
    textures: BTreeMap<usize, (u64, TextureHandle)>,
    /// The page in the middle of the view, from 0.
    page: usize,
    /// The place that was last brought into view.
    seen: Option<Seen>,
    /// Whether the clerk scrolled since the selection last changed: the pages then stay where they are.
    scrolled_away: bool,
    /// Where the view was put, to tell the clerk's scrolling from ours.
    offset: f32,
    /// Where the view is on its way to.
    way_to: Option<f32>,
    /// Which pages were said to be in view, and how large.
    reported: Option<(usize, usize, f32)>,
    /// Whether the focus is to be taken here.
    take_focus: bool,
}

/// What the pages were last brought into view for.
#[derive(Clone, Copy, PartialEq)]
struct Seen {
    /// The selection, how often the application had moved it, and the text in which the caret is.
    at: (Selection, u64, Option<ProseAt>),
    /// Its page, and how far down.
    place: Option<(usize, f32)>,
}

/// Where the pages lie in the view.
struct Plan {
    page: Vec2,
    step: f32,
    width: f32,
    count: usize,
}

impl Preview {
    /// Takes the focus to the pages.
    pub fn take_focus(&mut self) {
        self.take_focus = true;
    }

    /// Draws the pages of a draft and collects what was chosen.
    pub fn show(&mut self, ui: &mut Ui, state: &State, draft: &Draft, out: &mut Vec<Command>) {
        let whole = ui.max_rect();
        let header = Rect::from_min_size(whole.min, vec2(whole.width(), HEADER));
        let body = whole.with_min_y(header.bottom());
        ui.scope_builder(UiBuilder::new().max_rect(header.shrink2(vec2(space::TWO, 0.0))), |ui| {
            self.header(ui, state, draft, out);
        });
        ui.scope_builder(UiBuilder::new().max_rect(body), |ui| match &draft.pages.frame {
            Some(frame) if !frame.pages.is_empty() => self.pages(ui, state, draft, frame, out),
            _ => {
                let text = theme::font(Weight::Regular, size::LABEL);
                let ink = theme::palette(ui).ink_soft;
                ui.painter().text(body.center(), Align2::CENTER_CENTER, "The pages are being set.", text, ink);
            }
        });
        self.textures.retain(|page, _| draft.pages.pictures.contains_key(page));
    }

    fn header(&self, ui: &mut Ui, state: &State, draft: &Draft, out: &mut Vec<Command>) {
        let room = ui.available_width();
        ui.horizontal_centered(|ui| {
            let mut audience = draft.pages.audience;
            let options = [(Audience::Public, "Public"), (Audience::Members, "Members")];
            if bare_choice(ui, "Pages for", &mut audience, &options).changed() {
                out.push(Command::Do(Action::ToggleAudience));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::HALF;
                if icon_button(ui, Icon::Plus, "Larger pages").clicked() {
                    out.push(Command::Do(Action::ZoomIn));
                }
                let has_room = room >= ROOM_FOR_SIZE;
                if has_room && size_button(ui, state.view.zoom).clicked() {
                    out.push(Command::Do(Action::ZoomFit));
                }
                if icon_button(ui, Icon::Minus, "Smaller pages").clicked() {
                    out.push(Command::Do(Action::ZoomOut));
                }
                let count = draft.pages.frame.as_ref().map_or(0, |frame| frame.pages.len());
                if count > 0 {
                    ui.add_space(space::ONE);
                    let page = (self.page + 1).min(count);
                    let words = format!("Page {page} of {count}");
                    let text = if room >= ROOM_FOR_WORDS { words.clone() } else { format!("{page}/{count}") };
                    let label = quiet(ui, &text);
                    ui.ctx().accesskit_node_builder(label.id, |node| node.set_description(words));
                }
            });
        });
    }

    fn pages(&mut self, ui: &mut Ui, state: &State, draft: &Draft, frame: &Frame, out: &mut Vec<Command>) {
        let plan = Plan::new(ui, frame, state.view.zoom);
        let outer = ui.max_rect().size();
        let mut area = ScrollArea::both().id_salt("pages").auto_shrink(false);
        if let Some(offset) = self.follow(draft, frame, &plan, outer.y) {
            self.way_to = Some(offset);
        }
        if let Some(offset) = self.step(ui, outer.y) {
            self.offset = offset;
            area = area.vertical_scroll_offset(offset);
        }
        let shown = area.show_viewport(ui, |ui, viewport| {
            ui.set_min_size(vec2(plan.width.max(outer.x), plan.height()));
            let origin = ui.min_rect().min;
            let (first, last) = plan.in_view(viewport);
            for page in first..=last {
                self.page(ui, draft, frame, &plan, origin, outer.x, page, out);
            }
            self.page = plan.at(viewport.center().y);
            self.report(plan.scale(ui, frame), first, last, out);
        });
        let offset = shown.state.clamped_offset().y;
        if (offset - self.offset).abs() > 1.0 {
            self.scrolled_away = true;
            self.way_to = None;
            self.offset = offset;
        }
        if self.scrolled_away && draft.pages.place.is_some() {
            self.follow_button(ui);
        }
    }

    /// The next step on the way to where the view is to be: from far away a leap, then a quick and even glide.
    fn step(&mut self, ui: &Ui, height: f32) -> Option<f32> {
        let end = self.way_to?;
        let near = self.offset.clamp(end - 0.5 * height, end + 0.5 * height);
        let passed = ui.input(|input| input.stable_dt).min(0.1);
        let still = if ui.style().animation_time > 0.0 { (-16.0 * passed).exp() } else { 0.0 };
        let offset = end + (near - end) * still;
        if (offset - end).abs() < 1.0 {
            self.way_to = None;
            return Some(end);
        }
        ui.ctx().request_repaint();
        Some(offset)
    }

    /// Brings the pages back to the place that is being typed, from where the clerk scrolled away.
    fn follow_button(&mut self, ui: &mut Ui) {
        let size = vec2(72.0, space::ROW);
        let corner = ui.max_rect().right_bottom() - vec2(AROUND, AROUND);
        let rect = Rect::from_min_max(corner - size, corner);
        let palette = theme::palette(ui);
        ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), palette.raised);
        let button = ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| quiet_button(ui, "Follow")).inner;
        if button.on_hover_text("Show the place that is being typed again, and keep it in view").clicked() {
            self.scrolled_away = false;
            self.seen = self.seen.map(|seen| Seen { place: None, ..seen });
            ui.ctx().request_repaint();
        }
    }

    /// Where to scroll to, where the place that belongs to the selection is another one now and not in view.
    fn follow(&mut self, draft: &Draft, frame: &Frame, plan: &Plan, height: f32) -> Option<f32> {
        let at = (draft.selection, draft.attention, draft.caret.map(|caret| caret.at));
        let now = Some(Seen { at, place: draft.pages.place });
        if self.seen == now {
            return None;
        }
        if self.seen.map(|seen| seen.at) != Some(at) {
            self.scrolled_away = false;
        }
        self.seen = now;
        let (page, y) = draft.pages.place?;
        if self.scrolled_away || page >= plan.count || frame.height <= 0.0 {
            return None;
        }
        let place = plan.top(page) + y / frame.height * plan.page.y;
        let offset = self.way_to.unwrap_or(self.offset);
        let visible = offset + 0.08 * height..offset + 0.8 * height;
        let end = (plan.height() - height).max(0.0);
        (!visible.contains(&place)).then(|| (place - 0.25 * height).clamp(0.0, end))
    }

    #[expect(clippy::too_many_arguments, reason = "the page, where it lies, and where what is chosen goes")]
    fn page(
        &mut self,
        ui: &mut Ui,
        draft: &Draft,
        frame: &Frame,
        plan: &Plan,
        origin: Pos2,
        width: f32,
        page: usize,
        out: &mut Vec<Command>,
    ) {
        let rect = plan.rect(ui, origin, width, page);
        paper(ui, rect);
        let palette = theme::palette(ui);
        match self.texture(ui, draft, page) {
            Some(texture) => {
                let rect = crisp(ui, rect, &texture);
                let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                ui.painter().image(texture.id(), rect, whole, theme::UNTINTED);
            }
            None => placeholder(ui, rect),
        }
        mark(ui, draft, page, rect, rect.width() / frame.width.max(1.0));
        let id = ui.make_persistent_id(("page", page));
        let response = ui.interact(rect, id, Sense::click());
        let name = format!("Page {} of {}", page + 1, plan.count);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        if response.has_focus() {
            ui.painter().rect_stroke(rect.expand(3.0), 2, (2.0, palette.accent), egui::StrokeKind::Inside);
        }
        if self.take_focus && page == self.page.min(plan.count.saturating_sub(1)) {
            self.take_focus = false;
            response.request_focus();
        }
        let scale = frame.width / rect.width();
        let node_at = |at: Pos2| {
            let at = (at - rect.min) * scale;
            frame.pages.get(page).and_then(|page| page.node_at(at.x, at.y))
        };
        if let Some(node) = response.hover_pos().and_then(node_at) {
            ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
            if response.clicked() {
                out.push(Command::Follow(node));
            }
        }
    }

    /// Says which pages are in view, when they are others than before.
    fn report(&mut self, pixels_per_point: f32, first: usize, last: usize, out: &mut Vec<Command>) {
        let now = Some((first, last, pixels_per_point));
        if self.reported != now {
            self.reported = now;
            out.push(Command::View(ViewCommand::PagesInView { first, last, pixels_per_point }));
        }
    }

    fn texture(&mut self, ui: &Ui, draft: &Draft, page: usize) -> Option<TextureHandle> {
        let picture = draft.pages.pictures.get(&page)?;
        if let Some((stamp, texture)) = self.textures.get(&page)
            && *stamp == picture.stamp
        {
            return Some(texture.clone());
        }
        let bitmap = &picture.bitmap;
        if bitmap.pixels.len() != bitmap.width * bitmap.height * 4 || bitmap.pixels.is_empty() {
            return None;
        }
        let image = ColorImage::from_rgba_premultiplied([bitmap.width, bitmap.height], &bitmap.pixels);
        let texture = ui.ctx().load_texture(format!("page {page}"), image, TextureOptions::LINEAR);
        self.textures.insert(page, (picture.stamp, texture.clone()));
        Some(texture)
    }
}

impl Plan {
    fn new(ui: &Ui, frame: &Frame, zoom: f32) -> Plan {
        let width = ui.max_rect().width();
        let page_width = ((width - 2.0 * AROUND) * zoom).max(64.0);
        let page = vec2(page_width, page_width * frame.height / frame.width.max(1.0));
        Plan { page, step: page.y + AROUND, width: page_width + 2.0 * AROUND, count: frame.pages.len() }
    }

    /// Pixels for each point of the page.
    fn scale(&self, ui: &Ui, frame: &Frame) -> f32 {
        self.page.x / frame.width.max(1.0) * ui.ctx().pixels_per_point()
    }

    fn top(&self, page: usize) -> f32 {
        8.0 + page as f32 * self.step
    }

    fn height(&self) -> f32 {
        8.0 + self.count as f32 * self.step
    }

    /// The page at a height of the view.
    fn at(&self, y: f32) -> usize {
        (((y - 8.0) / self.step).max(0.0) as usize).min(self.count.saturating_sub(1))
    }

    fn in_view(&self, viewport: Rect) -> (usize, usize) {
        (self.at(viewport.top()), self.at(viewport.bottom()))
    }

    fn rect(&self, ui: &Ui, origin: Pos2, width: f32, page: usize) -> Rect {
        let left = ((width - self.page.x) / 2.0).max(AROUND);
        let min = origin + vec2(left, self.top(page));
        let pixels = ui.ctx().pixels_per_point();
        let snap = |x: f32| (x * pixels).round() / pixels;
        Rect::from_min_size(pos2(snap(min.x), snap(min.y)), vec2(snap(self.page.x), snap(self.page.y)))
    }
}

/// The area of a picture: its own pixels where it was made for this size, so that each of them falls on one of the screen.
fn crisp(ui: &Ui, rect: Rect, texture: &TextureHandle) -> Rect {
    let pixels = ui.ctx().pixels_per_point();
    let size = texture.size_vec2() / pixels;
    let near = (size.x - rect.width()).abs() * pixels <= 2.0;
    if near { Rect::from_min_size(rect.min, size) } else { rect }
}

/// A quiet bar in the margin beside the paragraph that is being typed.
fn mark(ui: &Ui, draft: &Draft, page: usize, rect: Rect, scale: f32) {
    let typed = draft.pages.typed.iter().filter(|(number, _)| *number == page);
    for (_, extent) in typed {
        let left = rect.left() + MARK.1 * rect.width();
        let min = pos2(left, rect.top() + extent.start * scale);
        let max = pos2(left + MARK.0, rect.top() + extent.end * scale);
        ui.painter().rect_filled(Rect::from_min_max(min, max), 1, theme::print::ACCENT);
    }
}

fn paper(ui: &Ui, rect: Rect) {
    let palette = theme::palette(ui);
    let shadow = egui::Shadow { offset: [0, 2], blur: 12, spread: 0, color: palette.shadow };
    ui.painter().add(shadow.as_shape(rect, 1));
    ui.painter().rect_filled(rect, 0, palette.paper);
}

/// Lines where text will be, until the page was drawn.
fn placeholder(ui: &Ui, rect: Rect) {
    let grey = theme::print::TO_COME;
    let unit = rect.width() / 60.0;
    let line = |y: f32, width: f32, ink: Color32| {
        let at = rect.min + vec2(7.0, y) * unit;
        ui.painter().rect_filled(Rect::from_min_size(at, vec2(width, 0.9) * unit), 0, ink);
    };
    for (row, width) in [32.0, 45.0, 44.0, 46.0, 43.0, 20.0, 0.0, 28.0, 46.0, 45.0, 30.0].into_iter().enumerate() {
        line(8.0 + 2.4 * row as f32, width, grey);
    }
}

/// How large the pages are; pressed, they are as wide as their panel again.
fn size_button(ui: &mut Ui, zoom: f32) -> Response {
    let fits = (zoom - 1.0).abs() < 0.005;
    let text = if fits { "Fit".to_owned() } else { format!("{:.0} %", zoom * 100.0) };
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(48.0, 28.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Fit pages to their panel"));
    let fill = if response.hovered() { palette.hover } else { theme::CLEAR };
    ui.painter().rect_filled(rect, CornerRadius::same(space::CORNER), fill);
    let font = theme::font(Weight::Regular, size::SMALL);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, palette.ink_soft);
    focus_ring(ui, &response);
    response.on_hover_text("Fit pages to their panel")
}

fn quiet(ui: &mut Ui, text: &str) -> Response {
    let ink = theme::palette(ui).ink_soft;
    let text = RichText::new(text).font(theme::font(Weight::Regular, size::SMALL)).color(ink);
    ui.add(Label::new(text).extend())
}
