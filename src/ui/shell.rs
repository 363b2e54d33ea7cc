//! The window itself: what lies where, and how commands go from it to the application and effects come back.

use super::{
    dialogs::Dialogs,
    escape::{Was, WayBack},
    files::{FileDialogs, Question, SystemDialogs},
    keys,
    menu::MenuBar,
    panels::{find::FindBar, outline::Outline, preview::Preview, status},
    places::{beside_column, pages_edge, pages_place, reserved, within},
    prose, sharing, start,
    theme::{self, space},
    toasts,
};
use crate::app::{App, Command, Effect, FileCommand, SAMPLES, Selection, State, ThemeChoice, View, ViewCommand};
use egui::{CentralPanel, Context, Frame, Margin, Panel, ScrollArea, Ui, UiBuilder, ViewportCommand, vec2};
use std::{
    fmt,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
};

/// Why no window could be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartError {
    /// The reason, in words that complete "no window could be opened".
    pub reason: String,
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for StartError {}

impl From<eframe::Error> for StartError {
    fn from(error: eframe::Error) -> StartError {
        let no_graphics = |reason: String| format!("the display has no OpenGL that can be used ({reason})");
        let reason = match error {
            // What winit says names lines of its own source, and no more than this.
            eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
                "there is no display, or it cannot be reached".to_owned()
            }
            eframe::Error::Glutin(error) => no_graphics(error.to_string()),
            eframe::Error::NoGlutinConfigs(_, error) => no_graphics(error.to_string()),
            eframe::Error::OpenGL(error) => no_graphics(error.to_string()),
            other => other.to_string(),
        };
        StartError { reason }
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
///
/// Where no window can be opened.
pub fn run(app: App) -> Result<(), StartError> {
    run_within(app, |window| Box::new(window))
}

/// As [`run`], with something around the window that is drawn in its place and has it drawn: what is measured of frames is
/// measured there.
///
/// # Errors
///
/// Where no window can be opened.
pub fn run_within<'a>(
    app: App,
    around: impl FnOnce(MinutebookWindow) -> Box<dyn eframe::App + 'a> + 'a,
) -> Result<(), StartError> {
    let View { window, maximized, .. } = app.state().view;
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Minutebook")
        .with_app_id("minutebook")
        .with_inner_size(window.unwrap_or((1280.0, 800.0)))
        .with_maximized(maximized)
        .with_min_inner_size([960.0, 600.0]);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/minutebook-256.png")) {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'a> =
        Box::new(|cc| Ok(around(MinutebookWindow::new(app, &cc.egui_ctx, Arc::new(SystemDialogs)))));
    Ok(eframe::run_native("minutebook", options, create)?)
}

/// The parts of the window between which F6 takes the focus.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Outline,
    Form,
    Pages,
}

/// The window.
pub struct MinutebookWindow {
    app: App,
    menu: MenuBar,
    outline: Outline,
    preview: Preview,
    find: FindBar,
    dialogs: Dialogs,
    files: Arc<dyn FileDialogs>,
    /// Answers of file dialogs, from their threads.
    answers: (Sender<Option<Command>>, Receiver<Option<Command>>),
    /// Whether a file dialog is open: a second one would hide behind it.
    asking: bool,
    /// What was asked for in this frame; it is carried out at its end.
    commands: Vec<Command>,
    theme: ThemeChoice,
    title: String,
    /// The part that F6 took the focus to last.
    part: Part,
    /// What had the focus at the end of the last frame.
    focused: Option<egui::Id>,
    /// Where Escape leads.
    way_back: WayBack,
    /// Where the form lies.
    form: egui::Rect,
    /// Whether the window may close.
    closing: bool,
    /// Whether the window was asked to close from outside, which is answered once what is being typed was taken.
    close_asked: bool,
    /// Whether the window is still to fill the screen: what is asked for before a window is shown is lost on X11.
    to_maximize: bool,
}

impl MinutebookWindow {
    /// A window onto an application. It puts the look in place, and wakes the window when work off the frame is done.
    pub fn new(mut app: App, ctx: &Context, files: Arc<dyn FileDialogs>) -> MinutebookWindow {
        let View { theme, maximized: to_maximize, .. } = app.state().view;
        theme::apply(ctx, theme);
        ctx.options_mut(|options| {
            // The shortcuts for leaving and for sizes are the command table's.
            options.quit_shortcuts.clear();
            options.zoom_with_keyboard = false;
        });
        let waker = ctx.clone();
        app.set_waker(Box::new(move || waker.request_repaint()));
        MinutebookWindow {
            app,
            menu: MenuBar::default(),
            outline: Outline::default(),
            preview: Preview::default(),
            find: FindBar::default(),
            dialogs: Dialogs::default(),
            files,
            answers: channel(),
            asking: false,
            commands: Vec::new(),
            theme,
            title: String::new(),
            part: Part::Form,
            focused: None,
            way_back: WayBack::default(),
            form: egui::Rect::NOTHING,
            closing: false,
            close_asked: false,
            to_maximize,
        }
    }

    /// The application behind the window.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The application behind the window, to hand it commands as something else than the window would.
    pub fn app_mut(&mut self) -> &mut App {
        &mut self.app
    }

    /// Carries out what was asked for, and what the application asks for in turn.
    fn carry_out(&mut self, ctx: &Context) {
        let commands = std::mem::take(&mut self.commands);
        if !commands.is_empty() {
            ctx.request_repaint();
        }
        for command in commands {
            self.app.update(command);
        }
        for effect in self.app.take_effects() {
            self.effect(ctx, effect);
        }
        if let Some(after) = self.app.wake_after() {
            ctx.request_repaint_after(after);
        }
        self.show_theme(ctx);
        self.show_title(ctx);
    }

    fn effect(&mut self, ctx: &Context, effect: Effect) {
        if let Some(question) = Question::of(&effect) {
            self.ask(ctx, question);
            return;
        }
        match effect {
            Effect::NextPanel => self.next_part(ctx),
            Effect::Strike(at, stroke) => prose::ask(ctx, at, stroke),
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::Close => {
                self.closing = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
            Effect::Repaint | Effect::PickOpen { .. } | Effect::PickSave { .. } | Effect::PickExport { .. } => {
                ctx.request_repaint();
            }
        }
    }

    fn ask(&mut self, ctx: &Context, question: Question) {
        if self.asking {
            return;
        }
        self.asking = true;
        let (files, answers, ctx) = (Arc::clone(&self.files), self.answers.0.clone(), ctx.clone());
        std::thread::spawn(move || {
            let asked = files.ask(&question);
            // Where the window is gone by now, nobody waits for the answer.
            let _ = answers.send(question.answered(asked));
            ctx.request_repaint();
        });
    }

    fn next_part(&mut self, ctx: &Context) {
        let pages = self.app.state().view.preview;
        self.part = match self.part {
            Part::Outline => Part::Form,
            Part::Form if pages => Part::Pages,
            Part::Form | Part::Pages => Part::Outline,
        };
        ctx.memory_mut(|memory| {
            if let Some(focused) = memory.focused() {
                memory.surrender_focus(focused);
            }
        });
        match self.part {
            Part::Outline => self.outline.take_focus(),
            Part::Pages => self.preview.take_focus(),
            Part::Form => super::forms::take_focus(ctx),
        }
    }

    /// Has the window fill the screen where it was left so, and notes how it stands.
    fn place(&mut self, ctx: &Context) {
        let viewport = ctx.input(|input| input.viewport().clone());
        // The window is shown with its first frame.
        let Some(maximized) = viewport.maximized.filter(|_| ctx.cumulative_frame_nr() > 0) else { return };
        if std::mem::take(&mut self.to_maximize) && !maximized {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
            return;
        }
        if viewport.minimized == Some(true) || viewport.fullscreen == Some(true) {
            return;
        }
        let rounded = |rect: egui::Rect| (rect.width().round(), rect.height().round());
        let size = viewport.inner_rect.map(rounded).filter(|_| !maximized);
        let view = &self.app.state().view;
        if maximized != view.maximized || (size.is_some() && size != view.window) {
            self.commands.push(Command::View(ViewCommand::Window { size, maximized }));
        }
    }

    /// Notes where the clerk is, and follows Escape, which nobody else had a use for.
    fn lead_back(&mut self, ctx: &Context, shown: Option<Selection>, escape: bool, in_list: bool) {
        let Some(draft) = self.app.state().draft.as_ref().filter(|_| self.app.state().dialog.is_none()) else { return };
        let selection = draft.selection;
        let focused = ctx.memory(|memory| memory.focused());
        if escape && focused.is_none() {
            let was = match shown {
                Some(_) => Was::of(ctx, self.focused, in_list, self.form),
                None => Was::Question,
            };
            let form = self.way_back.escape(ctx, draft, was);
            self.commands.extend(form.map(Command::Select));
            self.part = Part::Form;
        } else if let Some((shown, id)) = shown.zip(focused)
            && !self.find.holds(id)
        {
            self.way_back.note(ctx, shown, id);
        }
        self.way_back.arrive(ctx, selection);
    }

    /// Looks at what is to be pasted into text, which may be more than the words that the window is given.
    fn prepare_pastes(&mut self, ctx: &Context) {
        if !prose::is_typing(ctx) {
            return;
        }
        let pasted = |event: &egui::Event| match event {
            egui::Event::Paste(text) => Some(text.clone()),
            _ => None,
        };
        let texts: Vec<String> = ctx.input(|input| input.events.iter().filter_map(pasted).collect());
        texts.iter().for_each(|text| self.app.prepare_paste(text));
    }

    fn show_theme(&mut self, ctx: &Context) {
        let theme = self.app.state().view.theme;
        if theme != self.theme {
            self.theme = theme;
            theme::choose(ctx, theme);
        }
    }

    fn show_title(&mut self, ctx: &Context) {
        let title = title(self.app.state());
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let MinutebookWindow { app, menu, outline, preview, find, dialogs, commands, form: shown, .. } = self;
        let state = app.state();
        let palette = theme::palette(ui);
        let bar = Frame::NONE.fill(palette.panel).inner_margin(Margin::symmetric(8, 0));
        Panel::top("menu").exact_size(36.0).frame(bar).show_separator_line(false).show(ui, |ui| {
            menu.show(ui, state, commands);
        });
        if let Some(draft) = &state.draft {
            let foot = Frame::NONE.fill(palette.panel).inner_margin(Margin::symmetric(20, 0));
            let foot = reserved(ui, Panel::bottom("status").exact_size(32.0).frame(foot));
            let side = Frame::NONE.fill(palette.panel);
            let side = Panel::left("outline").exact_size(space::OUTLINE).resizable(false).frame(side);
            side.show_separator_line(false).show(ui, |ui| {
                outline.show(ui, draft, commands);
            });
            let beside = state.view.preview.then(|| pages_place(ui, state));
            find.show(ui, state, commands);
            let below = super::forms::item_with_strip(state).map(|item| {
                let strip = Frame::NONE.fill(palette.panel).inner_margin(Margin::symmetric(0, 8));
                let height = super::forms::height_of_strip(item);
                (item, reserved(ui, Panel::bottom("notes").exact_size(height).frame(strip)))
            });
            let notices = draft.notices();
            if !notices.is_empty() {
                let line = Frame::NONE.fill(palette.raised).inner_margin(Margin::symmetric(0, 12));
                Panel::bottom("shared").frame(line).show_separator_line(false).show(ui, |ui| {
                    sharing::show(ui, &notices, beside_column(ui.available_width()), commands);
                });
            }
            let middle = CentralPanel::no_frame().frame(Frame::NONE.fill(palette.form)).show(ui, |ui| {
                form(ui, state, draft.selection, find.has_focus(), commands);
            });
            *shown = middle.response.rect;
            // They are drawn in the order in which they are read, which is the one in which Tab goes through them.
            if let Some((item, place)) = below {
                within(ui, place, |ui| {
                    let column = ui.max_rect().shrink2(vec2(beside_column(ui.available_width()), 0.0));
                    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
                        super::forms::strip(ui, state, item, commands);
                    });
                });
            }
            if let Some((place, widest)) = beside {
                pages_edge(ui, place, widest, commands);
                within(ui, place, |ui| preview.show(ui, state, draft, commands));
            }
            within(ui, foot, |ui| status::show(ui, state, commands));
        } else if let Some(name) = &state.opening {
            CentralPanel::no_frame().frame(Frame::NONE.fill(palette.form)).show(ui, |ui| start::opening(ui, name));
        } else {
            CentralPanel::no_frame().frame(Frame::NONE.fill(palette.form)).show(ui, |ui| {
                let samples: Vec<&str> = SAMPLES.iter().map(|sample| sample.title).collect();
                start::show(ui, state, &samples, commands);
            });
        }
        toasts::show(ui.ctx(), state, commands);
        dialogs.show(ui.ctx(), state, app.today(), commands);
    }
}

impl eframe::App for MinutebookWindow {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        self.app.poll();
        while let Ok(answer) = self.answers.1.try_recv() {
            self.asking = false;
            self.commands.extend(answer);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.close_asked = true;
            if ctx.input(|input| input.viewport().visible()) == Some(false) {
                // Nothing is drawn of a window that is out of sight, and what is typed in it is taken as it is drawn.
                ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                ctx.send_viewport_cmd(ViewportCommand::Focus);
            }
            ctx.request_repaint();
        }
        self.carry_out(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        let mut shortcuts = Vec::new();
        let escape = ui.input(|input| input.key_pressed(egui::Key::Escape));
        let state = self.app.state();
        let shown = state.draft.as_ref().filter(|_| state.dialog.is_none()).map(|draft| draft.selection);
        let from_list = egui::Popup::is_any_open(ui.ctx());
        let released = prose::release(ui.ctx());
        prose::part_at_tab(ui.ctx(), released);
        let to_hit = self.find.keys(ui.ctx(), self.app.state());
        self.prepare_pastes(ui.ctx());
        keys::dispatch(ui.ctx(), self.app.state(), &mut shortcuts);
        let close_asked = std::mem::take(&mut self.close_asked);
        if close_asked {
            shortcuts.push(Command::File(FileCommand::CloseRequested));
        }
        if !shortcuts.is_empty() {
            super::widgets::take_what_is_typed(ui.ctx());
        }
        self.draw(ui);
        // What is saved or left by a shortcut holds what was typed before it.
        self.commands.append(&mut shortcuts);
        let ctx = ui.ctx().clone();
        self.place(&ctx);
        if self.outline.entered() {
            self.part = Part::Form;
            super::forms::take_focus(&ctx);
        }
        self.carry_out(&ctx);
        self.lead_back(&ctx, shown, escape && !to_hit, from_list);
        // What has the focus looks different, and may be elsewhere: that is drawn in the next frame.
        let focused = ctx.memory(|memory| memory.focused());
        if focused != self.focused {
            self.focused = focused;
            ctx.request_repaint();
        }
        self.carry_out(&ctx);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        theme::of(visuals.dark_mode).form.to_normalized_gamma_f32()
    }
}

/// The form, in a column in the middle of its room.
fn form(ui: &mut Ui, state: &State, selection: Selection, finding: bool, commands: &mut Vec<Command>) {
    let side = beside_column(ui.available_width());
    let mut area = ScrollArea::vertical().id_salt(("form", selection)).auto_shrink(false);
    if state.draft.as_ref().is_some_and(|draft| super::forms::begins(ui.ctx(), draft)) {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        let column = ui.max_rect().shrink2(vec2(side, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.set_width(column.width());
            ui.add_space(40.0);
            super::widgets::begin_form(ui);
            super::forms::show(ui, state, commands);
            super::widgets::keep_focus_near(ui, egui::Id::unique(("form", selection)));
            if !finding {
                follow_focus(ui);
            }
            ui.add_space(120.0);
        });
    });
}

/// A field higher than this is a long text, in points.
const LONG: f32 = 160.0;

/// What takes the focus comes into view, so that whoever goes through a long form by Tab sees where they are. A long text
/// follows its caret by itself.
fn follow_focus(ui: &Ui) {
    let last = egui::Id::unique("focus that the form followed");
    let focused = ui.memory(|memory| memory.focused());
    // Where the view becomes another, what is typed in stays in it.
    let now = (focused, ui.clip_rect().size());
    if ui.data(|data| data.get_temp::<(Option<egui::Id>, egui::Vec2)>(last)) == Some(now) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(last, now));
    if ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
        // Who points at something sees it, and means to find it where it is.
        return;
    }
    let Some(field) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    if field.interact_rect.is_positive() && !ui.clip_rect().intersects(field.interact_rect) {
        // It is seen outside the form, among the rough notes.
        return;
    }
    // A long text follows its caret by itself, also when a question gives the focus back.
    let is_long = field.rect.height() > LONG;
    if !is_long && field.layer_id == ui.layer_id() && ui.max_rect().x_range().contains(field.rect.center().x) {
        ui.scroll_to_rect(field.rect.expand(space::FOUR), None);
    }
}

/// What the window is called: the draft's name, with a dot before it while it holds something that does not come into its file without the clerk.
fn title(state: &State) -> String {
    match &state.draft {
        None => "Minutebook".to_owned(),
        Some(draft) if draft.needs_saving() => format!("\u{2022} {} - Minutebook", draft.name()),
        Some(draft) => format!("{} - Minutebook", draft.name()),
    }
}
