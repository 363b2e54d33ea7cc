//! How long a change takes from the command to the bitmap of the page in view (A4, 1.5 pixels a point), in a draft of 300
//! pages, through the application's own work off the frame. Letters are typed into the first item, so that all pages stand
//! behind them; with every tenth, a paragraph comes or goes and all page breaks behind it move.

use minutebook::{
    app::{App, Change, Command, Env, FileCommand, Folders, Pace, Selection, ViewCommand},
    format,
    model::{Inline, Paragraph, ProseAt, Run},
};
use std::{
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant},
};

#[path = "../support/long.rs"]
mod long;

/// How many changes are measured, and how many go before them.
const CHANGES: usize = 500;
const BEFORE: usize = 20;

/// An application with a long draft and its pages.
struct Desk {
    app: App,
    woken: Receiver<()>,
    at: ProseAt,
    text: Vec<Paragraph>,
    paragraphs: usize,
    page: usize,
}

impl Desk {
    fn open() -> Desk {
        let minutes = long::draft(300, 480);
        let folder = tempfile::tempdir().expect("a folder for the draft");
        let path = folder.path().join("bench.minutes.ron");
        std::fs::write(&path, format::write(&minutes)).expect("the draft is written");
        let mut app = App::new(Env { folders: Folders::default(), pace: Pace::ASKED, sharing: None, ..Env::system() });
        let (sender, woken) = mpsc::channel();
        app.set_waker(Box::new(move || {
            // Nobody listens any more at the end.
            let _ = sender.send(());
        }));
        app.update(Command::File(FileCommand::Open(path)));
        let item = &minutes.business[0].items[0];
        app.update(Command::Select(Selection::Item(item.id)));
        let at = ProseAt::Part(item.parts[0].id);
        let mut text = minutes.prose(at).expect("the part is there").to_vec();
        text[0].text.insert(0, Inline::Text(Run::default()));
        let paragraphs = text.len();
        let mut desk = Desk { app, woken, at, text, paragraphs, page: 0 };
        desk.wait(|desk| desk.stamp().is_some());
        let draft = desk.app.state().draft.as_ref().expect("the draft is open");
        let pages = draft.pages.frame.as_ref().map_or(0, |frame| frame.pages.len());
        assert!(pages >= 300, "{pages} pages");
        desk.page = draft.pages.place.expect("the item is on a page").0;
        let (first, last) = (desk.page, desk.page);
        desk.app.update(Command::View(ViewCommand::PagesInView { first, last, pixels_per_point: 1.5 }));
        desk.wait(|desk| desk.stamp().is_some());
        desk
    }

    /// Waits for the worker until something is so.
    fn wait(&mut self, done: impl Fn(&Desk) -> bool) {
        loop {
            self.app.poll();
            if done(self) {
                return;
            }
            self.woken.recv_timeout(Duration::from_secs(60)).expect("the worker answers");
        }
    }

    /// Which picture of the page in view is shown.
    fn stamp(&self) -> Option<u64> {
        let pictures = &self.app.state().draft.as_ref()?.pages.pictures;
        pictures.get(&self.page).map(|picture| picture.stamp)
    }

    /// Makes a change and waits for the picture of the page that shows it.
    fn change(&mut self, number: usize) -> Duration {
        match number % 20 {
            10 => self.text.insert(1, Paragraph::plain("A paragraph that comes and goes. ".repeat(9))),
            0 if self.text.len() > self.paragraphs => drop(self.text.remove(1)),
            _ => self.text[0].text[0] = Inline::Text(Run { text: "e".repeat(1 + number % 60), ..Run::default() }),
        }
        let before = self.stamp();
        let begun = Instant::now();
        self.app.update(Command::Change(Change::Prose { at: self.at, text: self.text.clone() }));
        self.wait(|desk| desk.stamp() != before && desk.is_current());
        begun.elapsed()
    }

    fn is_current(&self) -> bool {
        let draft = self.app.state().draft.as_ref().expect("the draft is open");
        draft.pages.revision == draft.session.revision() && draft.pages.problem.is_none()
    }
}

fn main() {
    let mut desk = Desk::open();
    for number in 0..BEFORE {
        desk.change(number);
    }
    let mut times: Vec<Duration> = (0..CHANGES).map(|number| desk.change(BEFORE + number)).collect();
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    let name = "command to bitmap, 300 pages";
    println!("{name:<44} p50 {:>9.3?}   p95 {:>9.3?}   p99 {:>9.3?}", at(0.5), at(0.95), at(0.99));
}
