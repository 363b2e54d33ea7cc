//! What one keystroke costs the thread that draws the window: the pass of egui and the tessellation, AccessKit on, as thread
//! CPU, in drafts of 2 and of 200 items with 500 words each, in a single paragraph of 1,000 words, in a text of 500 paragraphs, and
//! while the bar is open that finds a word in all of the draft. Each figure is of 1,000 keystrokes. The pages beside the form are
//! made on a thread of their own, which is not counted.

use minutebook::{
    app::{Action, App, Clock, Command, Env, FileCommand, Folders, Ids, Pace, Query, SearchCommand},
    compose::{Place, TextOf},
    format,
    model::{Id, Inline, Minutes, PartContent, Prose, ProseAt},
    ui::{
        files::{Asked, FileDialogs, Question},
        prose::editor_id,
        shell::MinutebookWindow,
    },
};
use std::{sync::Arc, time::Duration};

#[path = "../support/long.rs"]
mod long;

/// How many keystrokes are measured, and how many go before them so that caches are filled as in a meeting.
const KEYSTROKES: usize = 1_000;
const BEFORE: usize = 50;

/// A clock that goes on by a tenth of a second with each frame, as if somebody typed ten letters in a second.
struct Steady(std::cell::Cell<u64>);

impl Clock for Steady {
    fn now(&self) -> jiff::civil::DateTime {
        jiff::civil::date(2025, 11, 12).at(14, 0, 0, 0)
    }

    fn millis(&self) -> u64 {
        self.0.set(self.0.get() + 100);
        self.0.get()
    }
}

struct Counting(u32);

impl Ids for Counting {
    fn fresh(&mut self, _: &Minutes) -> Id {
        self.0 += 1;
        Id(self.0)
    }
}

struct Nobody;

impl FileDialogs for Nobody {
    fn ask(&self, _: &Question) -> Asked {
        Asked::Cancelled
    }
}

/// A window with a draft open and the caret in the text of its first item.
struct Window {
    ctx: egui::Context,
    frame: eframe::Frame,
    window: MinutebookWindow,
    part: Id,
    time: f64,
}

impl Window {
    fn open(minutes: &Minutes) -> Window {
        let folder = tempfile::tempdir().expect("a folder for the draft");
        let path = folder.path().join("bench.minutes.ron");
        std::fs::write(&path, format::write(minutes)).expect("the draft is written");
        let env = Env {
            clock: Box::new(Steady(std::cell::Cell::new(0))),
            ids: Box::new(Counting(10_000_000)),
            folders: Folders::default(),
            pace: Pace::ASKED,
            sharing: None,
            ..Env::system()
        };
        let mut app = App::new(env);
        app.update(Command::File(FileCommand::Open(path)));
        let part = minutes.business[0].items[0].parts[0].id;
        let node = Place::Text { of: TextOf::Part, id: part, paragraph: 0 }.encode();
        app.update(Command::Follow(node));
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        let window = MinutebookWindow::new(app, &ctx, Arc::new(Nobody));
        let mut window = Window { ctx, frame: eframe::Frame::_new_kittest(), window, part, time: 0.0 };
        for _ in 0..8 {
            window.draw(Vec::new());
        }
        window
    }

    fn draw(&mut self, events: Vec<egui::Event>) {
        self.time += 0.1;
        let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0));
        let input = egui::RawInput {
            screen_rect: Some(screen),
            time: Some(self.time),
            events,
            focused: true,
            ..Default::default()
        };
        let (window, frame) = (&mut self.window, &mut self.frame);
        eframe::App::logic(window, &self.ctx, frame);
        let output = self.ctx.run_ui(input, |ui| eframe::App::ui(window, ui, frame));
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
        std::hint::black_box(output.platform_output.accesskit_update);
    }

    fn keystroke(&mut self) -> Duration {
        let before = cpu_time::ThreadTime::now();
        self.draw(vec![egui::Event::Text("e".into())]);
        before.elapsed()
    }

    /// Opens the bar and looks for a text; the focus is in the prose afterwards.
    fn look_for(&mut self, text: &str) {
        if !self.window.app().state().search.open {
            self.window.app_mut().update(Command::Do(Action::Find));
        }
        let query = Query { text: text.to_owned(), ..Query::default() };
        self.window.app_mut().update(Command::Search(SearchCommand::Query(query)));
        self.draw(Vec::new());
    }

    /// Goes back to the text, behind what is selected in it.
    fn go_on_typing(&mut self) {
        let editor = editor_id(ProseAt::Part(self.part));
        for _ in 0..2 {
            self.ctx.memory_mut(|memory| memory.request_focus(editor));
            self.draw(Vec::new());
        }
        let (key, modifiers) = (egui::Key::ArrowRight, egui::Modifiers::NONE);
        self.draw(vec![egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]);
    }

    fn letters(&self) -> usize {
        let draft = self.window.app().state().draft.as_ref().expect("the draft is open");
        let prose = draft.session.minutes().prose(ProseAt::Part(self.part)).expect("the part is there");
        prose
            .iter()
            .flat_map(|paragraph| &paragraph.text)
            .map(|inline| match inline {
                Inline::Text(run) => run.text.len(),
                _ => 0,
            })
            .sum()
    }
}

fn measure(name: &str, minutes: &Minutes) -> Duration {
    measure_in(name, Window::open(minutes))
}

fn measure_in(name: &str, mut window: Window) -> Duration {
    let letters = window.letters();
    for _ in 0..BEFORE {
        window.keystroke();
    }
    let times: Vec<Duration> = (0..KEYSTROKES).map(|_| window.keystroke()).collect();
    assert_eq!(window.letters(), letters + BEFORE + KEYSTROKES, "not every keystroke arrived in the draft");
    tell(name, times)
}

/// Tells the median and the 99th of 100, and gives the latter.
fn tell(name: &str, mut times: Vec<Duration>) -> Duration {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{name:<44} p50 {:>9.3?}   p99 {:>9.3?}", at(0.5), at(0.99));
    at(0.99)
}

/// A text of 500 paragraphs.
fn many_paragraphs() -> Minutes {
    let mut minutes = long::draft(1, 500);
    if let PartContent::Prose(prose) = &mut minutes.business[0].items[0].parts[0].content {
        *prose = prose.iter().cycle().take(500).cloned().collect();
    }
    minutes
}

/// A window with the bar open and a word looked for that stands in the draft thousands of times.
fn finding(minutes: &Minutes) -> Window {
    let mut window = Window::open(minutes);
    window.look_for("the");
    window.go_on_typing();
    window
}

/// What a letter in the bar costs: the whole draft is looked through.
fn measure_query(minutes: &Minutes) {
    let mut window = Window::open(minutes);
    let mut times = Vec::new();
    for round in 0..100 {
        for text in ["t", "th", "the"] {
            let before = cpu_time::ThreadTime::now();
            window.look_for(text);
            if round > 0 {
                times.push(before.elapsed());
            }
        }
    }
    tell("a letter in the bar, 200 items", times);
}

/// The first paragraph alone, with 1,000 words.
fn one_paragraph() -> Minutes {
    let mut minutes = long::draft(1, 80);
    let PartContent::Prose(prose) = &mut minutes.business[0].items[0].parts[0].content else {
        unreachable!("the first part of a long draft is prose")
    };
    let words = prose[0].text.clone();
    let paragraph = &mut prose[0];
    paragraph.text = words.iter().cycle().take(words.len() * 13).cloned().collect();
    let text: Prose = vec![paragraph.clone()];
    *prose = text;
    minutes
}

fn main() {
    let short = measure("keystroke, 2 items of 500 words", &long::draft(2, 500));
    let long = measure("keystroke, 200 items of 500 words", &long::draft(200, 500));
    measure("keystroke, one paragraph of 1,000 words", &one_paragraph());
    measure("keystroke, a text of 500 paragraphs", &many_paragraphs());
    measure_in("keystroke, 200 items, finding “the”", finding(&long::draft(200, 500)));
    measure_query(&long::draft(200, 500));
    println!("200 items cost {:+.3} ms more than 2 at p99", (long.as_secs_f64() - short.as_secs_f64()) * 1_000.0);
}
