//! One piece of prose in the application, and keys that are pressed in it.

use crate::{notation, ports::Desk, sweep};
use minutebook::{
    app::{Action, Caret, Change, Command, FileCommand, Selection, TABLE},
    edit::prose::{self, Emphasis, Pen, Point, Reach, Span, Stroke, Writing},
    format,
    model::*,
};

const ITEM: Id = Id(10);
const AT: ProseAt = ProseAt::Part(Id(11));

/// The application with a draft open in which one piece of prose is typed.
pub struct Rig {
    pub desk: Desk,
    pub span: Span,
    /// Whether all keys come in one frame.
    pub burst: bool,
    pen: Pen,
    /// The frame that is not at its end yet.
    frame: Option<Writing<'static>>,
    clipboard: Prose,
    /// Where the caret was before the first change, and after the last one where that is known.
    pub first: Option<Span>,
    pub last: Option<Span>,
}

impl Rig {
    /// Prose with its caret, each key in a frame of its own.
    pub fn new(before: &str) -> Rig {
        let (prose, span) = notation::read(before);
        let rig = Rig::with(prose, span);
        if !before.is_empty() {
            assert_eq!(rig.written(), before, "the case is not written as the notation is");
        }
        rig
    }

    /// The same with all keys in one frame.
    pub fn in_one_frame(before: &str) -> Rig {
        Rig { burst: true, ..Rig::new(before) }
    }

    /// Prose with a selection.
    pub fn with(prose: Prose, span: Span) -> Rig {
        let part = Part { id: Id(11), content: PartContent::Prose(prose), ..Part::default() };
        let item = Item { id: ITEM, title: "Roofs".to_owned(), parts: vec![part], ..Item::default() };
        let minutes = Minutes {
            house: House { style: "parish".to_owned(), ..House::default() },
            meeting: Meeting { date: jiff::civil::date(2024, 10, 21), ..Meeting::default() },
            business: vec![Section { id: Id(9), items: vec![item], ..Section::default() }],
            ..Minutes::default()
        };
        let mut desk = Desk::new();
        let path = desk.path("draft.minutes.ron");
        std::fs::write(&path, format::write(&minutes)).expect("the draft can be written");
        desk.run(Command::File(FileCommand::Open(path)));
        desk.run(Command::Select(Selection::Item(ITEM)));
        desk.run(Command::Caret(Caret::new(AT, span)));
        Rig {
            desk,
            span,
            burst: false,
            pen: Pen::default(),
            frame: None,
            clipboard: Prose::new(),
            first: None,
            last: None,
        }
    }

    /// The prose in the minutes.
    pub fn prose(&self) -> &Prose {
        self.desk.minutes().prose(AT).expect("the prose")
    }

    /// The prose and the caret in the notation.
    pub fn written(&self) -> String {
        let markers = self.desk.app.state().list_markers(AT, self.prose());
        notation::write(self.prose(), self.span, &markers)
    }

    /// What the menu says of undo now.
    pub fn undo_label(&self) -> String {
        self.desk.app.state().label(Action::Undo)
    }

    /// Presses keys: names such as `Enter` and `Ctrl+B`, and text in backticks.
    pub fn press(&mut self, keys: &str) {
        let mut rest = keys.trim_start();
        while !rest.is_empty() {
            let (name, behind) = rest.split_at(rest.find(['`', ' ']).unwrap_or(rest.len()));
            let (key, text, behind) = match behind.strip_prefix('`') {
                Some(quoted) => {
                    let (text, behind) = quoted.split_once('`').expect("a second backtick");
                    (name, text.replace('⏎', "\n"), behind)
                }
                None => (name, String::new(), behind),
            };
            self.desk.clock.pass(100);
            self.key(key, text);
            rest = behind.trim_start();
        }
        self.end_frame();
    }

    fn key(&mut self, key: &str, text: String) {
        match key {
            // A keyboard gives one letter at a time, a system that catches up gives them together.
            "" if self.burst => self.strike(Stroke::Text(text)),
            "" => text.chars().for_each(|c| self.strike(Stroke::Text(c.to_string()))),
            "Paste" => self.strike(Stroke::Paste(prose::paragraphs(&text))),
            "Wait" => self.desk.clock.pass(2_000),
            // The switches of the menu.
            "lists" => self.desk.act(Action::BeginLists),
            "ordinals" => self.desk.act(Action::RaiseOrdinals),
            "signs" => self.desk.act(Action::TypographicSigns),
            "Ctrl+Z" => self.travel(Action::Undo),
            "Ctrl+Y" => self.travel(Action::Redo),
            key => match motion(key) {
                Some(go) => self.go(key.contains("Shift+"), go),
                None => self.strike_key(key),
            },
        }
    }

    fn strike_key(&mut self, key: &str) {
        let stroke = match key {
            "Enter" => Stroke::Enter,
            "Shift+Enter" => Stroke::LineBreak,
            "Backspace" => Stroke::Backspace(Reach::Character),
            "Ctrl+Backspace" => Stroke::Backspace(Reach::Word),
            "Cmd+Backspace" => Stroke::Backspace(Reach::Paragraph),
            "Delete" => Stroke::Delete(Reach::Character),
            "Ctrl+Delete" => Stroke::Delete(Reach::Word),
            "Cmd+Delete" => Stroke::Delete(Reach::Paragraph),
            "Tab" => Stroke::Indent,
            "Shift+Tab" => Stroke::Outdent,
            "Ctrl+X" => {
                self.copy();
                Stroke::Cut
            }
            "Ctrl+C" => return self.copy(),
            "Ctrl+V" => Stroke::Paste(self.clipboard.clone()),
            "Superscript" => Stroke::Toggle(Emphasis::Superscript),
            "Roman" => Action::RomanList.stroke().expect("a stroke"),
            key => {
                let is = |entry: &&minutebook::app::Entry| entry.shortcuts.iter().any(|known| known.to_string() == key);
                let entry = TABLE.iter().find(is).unwrap_or_else(|| panic!("no key {key}"));
                entry.action.stroke().unwrap_or_else(|| panic!("{key} is not for text"))
            }
        };
        self.strike(stroke);
    }

    fn copy(&mut self) {
        let (writing, clipboard) = (self.writing(), prose::copy(self.writing().prose(), self.writing().span()));
        if !writing.span().is_empty() {
            self.clipboard = clipboard;
        }
    }

    /// The frame that is under way, or a new one.
    fn writing(&self) -> Writing<'static> {
        let habits = self.desk.app.state().habits();
        let new = || Writing::new(self.prose(), self.span, self.pen.clone(), habits).into_owned();
        self.frame.clone().unwrap_or_else(new)
    }

    /// Does what one key asks for.
    pub fn strike(&mut self, stroke: Stroke) {
        let mut writing = self.writing();
        writing.strike(stroke);
        self.frame = Some(writing);
        if !self.burst {
            self.end_frame();
        }
    }

    fn go(&mut self, keeps_anchor: bool, go: Motion) {
        let writing = self.writing();
        let span = go(writing.prose(), writing.span());
        self.select(if keeps_anchor { Span { anchor: writing.span().anchor, ..span } } else { span });
    }

    /// Selects something.
    pub fn select(&mut self, span: Span) {
        let mut writing = self.writing();
        let span = prose::clamp_span(writing.prose(), span);
        if span != writing.span() {
            writing.select(span);
        }
        self.frame = Some(writing);
        if !self.burst {
            self.end_frame();
        }
    }

    /// Hands in what was done, as the window does at the end of a frame.
    pub fn end_frame(&mut self) {
        let Some(writing) = self.frame.take() else { return };
        let expected = writing.prose().to_vec();
        let (steps, span, pen) = writing.finish();
        for step in steps {
            if self.desk.app.state().available(Action::Undo).is_err() {
                self.first = Some(step.before);
            }
            self.last = Some(step.after);
            self.desk.run(Command::Change(Change::Stroke { at: AT, step: Box::new(step) }));
        }
        self.desk.run(Command::Caret(Caret::new(AT, span)));
        (self.span, self.pen) = (span, pen);
        if !(self.prose().is_empty() && expected == [Paragraph::default()]) {
            assert_eq!(*self.prose(), expected, "the steps lead to what was seen");
        }
        sweep::text(self);
    }

    /// Undo or redo, as the command table has it.
    pub fn travel(&mut self, action: Action) {
        self.end_frame();
        self.desk.act(action);
        self.last = None;
        let caret = self.desk.app.state().draft.as_ref().and_then(|draft| draft.caret);
        let span = caret.map_or(self.span, |caret| caret.span());
        self.pen = Pen::default();
        self.span = prose::clamp_span(self.prose(), span);
        assert_eq!(self.span, span, "{action:?} leads to a place where a caret can stand");
    }
}

type Motion = fn(&[Paragraph], Span) -> Span;

/// Where a key takes the caret, for those that need no lines.
fn motion(key: &str) -> Option<Motion> {
    fn to(point: Point) -> Span {
        Span::caret(point)
    }
    Some(match key {
        "Left" | "Shift+Left" => |text, span| to(prose::left(text, span.head)),
        "Right" | "Shift+Right" => |text, span| to(prose::right(text, span.head)),
        "Ctrl+Left" | "Ctrl+Shift+Left" => |text, span| to(prose::word_left(text, span.head)),
        "Ctrl+Right" | "Ctrl+Shift+Right" => |text, span| to(prose::word_right(text, span.head)),
        "Ctrl+Home" | "Ctrl+Shift+Home" => |_, _| to(prose::start()),
        "Ctrl+End" | "Ctrl+Shift+End" => |text, _| to(prose::end(text)),
        "Ctrl+A" => |text, _| prose::all(text),
        "Word" => |text, span| prose::word_at(text, span.head),
        "Paragraph" => |text, span| prose::paragraph_at(text, span.head),
        _ => return None,
    })
}

/// Presses keys one by one and all in one frame, holds the result to what is expected, and sweeps.
pub fn case(before: &str, keys: &str, after: &str) {
    for mut rig in [Rig::new(before), Rig::in_one_frame(before)] {
        let how = if rig.burst { "all keys in one frame" } else { "a key in each frame" };
        rig.press(keys);
        assert_eq!(rig.written(), after, "{how}: {before}  ⟶  {keys}");
        sweep::case(&mut rig);
    }
}

/// Cases, each a test with a name: `name: before, keys => after;`.
macro_rules! cases {
    ($($name:ident: $before:literal, $keys:literal => $after:literal;)+) => {
        $(#[test] fn $name() { crate::rig::case($before, $keys, $after); })+
    };
}
pub(crate) use cases;
