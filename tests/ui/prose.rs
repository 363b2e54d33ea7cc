//! The field for prose in the window: the same cases as those of the editor without a window, for what needs lines, a
//! clipboard, an input method or a pointer; and all keys that come in one frame keep their order.

mod counts;
mod dictation;
mod ghost;
mod keys;
#[path = "../editor/notation.rs"]
mod notation;
mod pointer;

use crate::harness::Window;
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;
use minutebook::{
    app::{Action, Caret, Command, Selection, prose::Span},
    format,
    model::*,
    ui::files::Asked,
};
use tempfile::TempDir;

const AT: ProseAt = ProseAt::Part(Id(11));

/// A text of some lines in the window.
const LONG: &str = "The Board received a report of the Director on the condition of the roofs of the sheltered housing in \
                    the north of the city, and asked what was to be done before the winter, and by whom, and at what cost.";

/// A window with one item, in which one piece of prose has the focus.
struct Field {
    window: Window,
    time: f64,
    /// The folder of the draft, which goes with it.
    _folder: TempDir,
}

impl Field {
    fn new(before: &str) -> Field {
        Field::followed_by(before, &[])
    }

    /// As above, with more pieces of prose in the same item.
    fn followed_by(before: &str, others: &[&str]) -> Field {
        let (prose, span) = notation::read(before);
        let others = others.iter().map(|other| vec![Paragraph::plain(*other)]);
        let parts = [prose].into_iter().chain(others).zip(11..);
        let part = |(prose, id)| Part { id: Id(id), content: PartContent::Prose(prose), ..Part::default() };
        let item = Item { id: Id(10), title: "Roofs".to_owned(), parts: parts.map(part).collect(), ..Item::default() };
        let minutes = Minutes {
            house: House { style: "parish".to_owned(), ..House::default() },
            meeting: Meeting { date: jiff::civil::date(2024, 10, 21), ..Meeting::default() },
            business: vec![Section { id: Id(9), items: vec![item], ..Section::default() }],
            ..Minutes::default()
        };
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("draft.minutes.ron");
        std::fs::write(&path, format::write(&minutes)).expect("the draft can be written");
        let mut window = Window::with(Asked::Cancelled, Some(&path));
        window.command(Command::Select(Selection::Item(Id(10))));
        if window.state().view.preview {
            window.command(Command::Do(Action::TogglePreview));
        }
        let text = window.harness.get_all_by_role_and_label(egui::Role::MultilineTextInput, "Text").next();
        text.expect("the field").focus();
        window.settle();
        let mut field = Field { window, time: 1_000.0, _folder: folder };
        field.select(span);
        field
    }

    /// Puts the caret somewhere, as the application does.
    fn select(&mut self, span: Span) {
        self.window.command(Command::Caret(Caret::new(AT, span)));
    }

    /// Where a place of the text is on the screen. The caret stays where it was.
    fn place(&mut self, paragraph: usize, at: usize) -> Pos2 {
        let old = self.caret().span();
        self.select(Span::caret(minutebook::app::prose::Point::new(paragraph, at)));
        let ime = self.window.harness.output().platform_output.ime.expect("a field that has the focus");
        self.select(old);
        ime.cursor_rect.center()
    }

    fn caret(&self) -> Caret {
        self.window.state().draft.as_ref().and_then(|draft| draft.caret).expect("a caret")
    }

    fn prose(&self) -> &Prose {
        let draft = self.window.state().draft.as_ref().expect("a draft");
        draft.session.minutes().prose(AT).expect("the prose")
    }

    /// The text and the caret as they are in the minutes and in the application.
    fn written(&self) -> String {
        let markers = self.window.state().list_markers(AT, self.prose());
        notation::write(self.prose(), self.caret().span(), &markers)
    }

    /// One frame with all that happened since the last.
    fn frame(&mut self, events: Vec<Event>) {
        self.time += 0.05;
        let input = self.window.harness.input_mut();
        input.time = Some(self.time);
        input.events = events;
        self.window.harness.step();
    }

    /// Presses keys, each in a frame of its own.
    fn press(&mut self, keys: &str) {
        for event in events(keys) {
            self.frame(vec![event]);
            self.window.settle();
        }
    }

    /// Presses keys, all in one frame.
    fn burst(&mut self, keys: &str) {
        self.frame(events(keys));
        self.window.settle();
    }
}

/// The events of keys that are written as in the cases of the editor.
fn events(keys: &str) -> Vec<Event> {
    let mut out = Vec::new();
    let mut rest = keys.trim_start();
    while !rest.is_empty() {
        let (name, behind) = rest.split_at(rest.find(['`', ' ']).unwrap_or(rest.len()));
        rest = match behind.strip_prefix('`') {
            Some(quoted) => {
                let (text, behind) = quoted.split_once('`').expect("a second backtick");
                match name {
                    "Paste" => out.push(Event::Paste(text.replace('⏎', "\n"))),
                    _ => out.extend(text.chars().map(|c| Event::Text(c.to_string()))),
                }
                behind
            }
            None => {
                out.push(match name {
                    "Ctrl+C" => Event::Copy,
                    "Ctrl+X" => Event::Cut,
                    _ => key(name),
                });
                behind
            }
        }
        .trim_start();
    }
    out
}

fn key(name: &str) -> Event {
    let mut modifiers = Modifiers::NONE;
    let mut key = name;
    while let Some((held, rest)) = key.split_once('+').filter(|(held, _)| !held.is_empty()) {
        modifiers |= match held {
            "Ctrl" => Modifiers::COMMAND | Modifiers::CTRL,
            "Shift" => Modifiers::SHIFT,
            _ => Modifiers::ALT,
        };
        key = rest;
    }
    let key = Key::from_name(key).unwrap_or_else(|| panic!("no key {name}"));
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// Presses keys one by one and all in one frame, and holds the result to what is expected.
fn case(before: &str, keys: &str, after: &str) {
    let mut single = Field::new(before);
    single.press(keys);
    assert_eq!(single.written(), after, "a key in each frame: {before}  ⟶  {keys}");
    let mut burst = Field::new(before);
    burst.burst(keys);
    assert_eq!(burst.written(), after, "all keys in one frame: {before}  ⟶  {keys}");
}
