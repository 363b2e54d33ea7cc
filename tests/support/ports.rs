//! The ports of a test: a clock that stands until it is moved, ids that count, folders of its own. Two runs with the same
//! commands give the same bytes.

#![allow(dead_code, reason = "each test binary uses what it needs")]

use minutebook::{
    app::{Action, App, Clip, Clipboard, Clock, Command, Effect, Env, FolderDrafts, Folders, Ids, Pace, ToastKind},
    model::{Id, Minutes},
    store::{Disk, Settings, SystemDisk},
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc,
    },
    time::Duration,
};
use tempfile::TempDir;

/// The clock of a test: half past nine of a day in October, until it is set.
#[derive(Clone, Debug, Default)]
pub struct TestClock {
    millis: Arc<AtomicU64>,
    /// The minutes since midnight, plus one; 0 until it is set.
    minutes: Arc<AtomicU64>,
    /// Another day than that in October.
    pub day: Option<jiff::civil::Date>,
}

impl TestClock {
    /// Lets time go by.
    pub fn pass(&self, millis: u64) {
        self.millis.fetch_add(millis, Ordering::Relaxed);
    }

    /// Sets it to a time of its day.
    pub fn set(&self, hour: i8, minute: i8) {
        let minutes = i64::from(hour) * 60 + i64::from(minute) + 1;
        self.minutes.store(minutes.unsigned_abs(), Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> jiff::civil::DateTime {
        let day = self.day.unwrap_or_else(|| jiff::civil::date(2024, 10, 21));
        match self
            .minutes
            .load(Ordering::Relaxed)
            .checked_sub(1)
            .and_then(|minutes| i8::try_from(minutes / 60).ok().zip(i8::try_from(minutes % 60).ok()))
        {
            Some((hour, minute)) => day.at(hour, minute, 0, 0),
            None => day.at(9, 30, 0, 0),
        }
    }

    fn millis(&self) -> u64 {
        self.millis.load(Ordering::Relaxed)
    }

    fn moments(&self) -> Arc<dyn Fn() -> jiff::Timestamp + Send + Sync> {
        let clock = self.clone();
        Arc::new(move || clock.moment())
    }
}

/// Ids that count up from a thousand.
#[derive(Debug)]
pub struct CountingIds(pub u32);

impl Ids for CountingIds {
    fn fresh(&mut self, _minutes: &Minutes) -> Id {
        self.0 += 1;
        Id(self.0)
    }
}

/// The clipboard of a test: what one puts there the other finds. While it is out of order it takes and gives nothing.
#[derive(Clone, Debug, Default)]
pub struct TestClipboard {
    clip: Arc<Mutex<Clip>>,
    out_of_order: Arc<AtomicBool>,
}

impl TestClipboard {
    /// Puts something on it, as another program does.
    pub fn put(&self, html: Option<&str>, text: &str) {
        let clip = Clip { html: html.map(str::to_owned), text: Some(text.to_owned()) };
        *self.clip.lock().expect("nobody panicked with it") = clip;
    }

    /// What is on it, as another program sees it.
    pub fn clip(&self) -> Clip {
        self.clip.lock().expect("nobody panicked with it").clone()
    }

    /// Puts it out of order.
    pub fn fail(&self) {
        self.out_of_order.store(true, Ordering::Relaxed);
    }
}

impl Clipboard for TestClipboard {
    fn get(&mut self) -> Clip {
        if self.out_of_order.load(Ordering::Relaxed) { Clip::default() } else { self.clip() }
    }

    fn set(&mut self, clip: Clip) -> bool {
        let works = !self.out_of_order.load(Ordering::Relaxed);
        if works {
            *self.clip.lock().expect("nobody panicked with it") = clip;
        }
        works
    }
}

/// Ports whose folders lie below `root`, with a clipboard of their own.
pub fn env(root: &Path, clock: &TestClock) -> Env {
    env_with(root, clock, &TestClipboard::default())
}

/// Ports whose folders lie below `root`.
pub fn env_with(root: &Path, clock: &TestClock, clipboard: &TestClipboard) -> Env {
    Env {
        clock: Box::new(clock.clone()),
        ids: Box::new(CountingIds(1_000)),
        folders: Folders {
            config: Some(root.join("config")),
            state: Some(root.join("state")),
            documents: Some(root.to_path_buf()),
        },
        disk: Arc::new(SystemDisk),
        pace: Pace::ASKED,
        sharing: None,
        drafts: Arc::new(FolderDrafts::default()),
        clipboard: Box::new(clipboard.clone()),
    }
}

/// Whether a file is being written that the clerk waits for.
pub fn is_saving(app: &App) -> bool {
    app.state().draft.as_ref().is_some_and(|draft| draft.keeping.is_saving())
}

/// Waits until no file is being written.
pub fn finish_saving(app: &mut App) {
    let began = std::time::Instant::now();
    while is_saving(app) {
        assert!(began.elapsed() < Duration::from_secs(60), "the file is not written");
        std::thread::sleep(Duration::from_millis(2));
        app.poll();
    }
}

/// An application at work in a folder of its own.
pub struct Desk {
    /// The application.
    pub app: App,
    /// Its clock.
    pub clock: TestClock,
    /// Its clipboard.
    pub clipboard: TestClipboard,
    /// Its folder, which goes with it.
    pub folder: TempDir,
    woken: mpsc::Receiver<()>,
}

impl Desk {
    /// An application as it starts on a machine where the pages were hidden when it was left.
    pub fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let settings = Settings { preview: false, ..Settings::default() };
        settings.save(&folder.path().join("state")).expect("the settings can be written");
        Desk::in_folder(folder)
    }

    /// An application as it starts on a machine where it never ran: the pages are shown.
    pub fn with_pages() -> Desk {
        Desk::in_folder(tempfile::tempdir().expect("a folder for the test"))
    }

    /// An application that finds what an earlier one left in a folder.
    pub fn in_folder(folder: TempDir) -> Desk {
        Desk::on(folder, Arc::new(SystemDisk), Pace::ASKED)
    }

    /// An application that keeps its drafts on a disk of the test's own, and at a pace of the test's own.
    pub fn on(folder: TempDir, disk: Arc<dyn Disk>, pace: Pace) -> Desk {
        Desk::with(folder, |env| Env { disk, pace, ..env })
    }

    /// An application with ports of the test's own.
    pub fn with(folder: TempDir, change: impl FnOnce(Env) -> Env) -> Desk {
        let clock = TestClock::default();
        let clipboard = TestClipboard::default();
        let mut app = App::new(change(env_with(folder.path(), &clock, &clipboard)));
        let (sender, woken) = mpsc::channel();
        app.set_waker(Box::new(move || {
            // Nobody waits any more once the test is over.
            let _ = sender.send(());
        }));
        let mut desk = Desk { app, clock, clipboard, folder, woken };
        desk.wait("what was left behind", |app| !app.state().looking_back && app.state().opening.is_none());
        desk
    }

    /// The next start of the program on the same machine, after it was closed whatever was open.
    pub fn again(self) -> Desk {
        let Desk { app, folder, .. } = self;
        drop(app);
        Desk::in_folder(folder)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Carries a command out, and waits for the file where it has one written or opened.
    pub fn run(&mut self, command: Command) {
        self.app.update(command);
        if is_saving(&self.app) {
            self.wait("the file", |app| !is_saving(app));
        }
        if self.app.state().opening.is_some() {
            self.wait("the draft", |app| app.state().opening.is_none());
        }
    }

    /// Carries an entry of the command table out.
    pub fn act(&mut self, action: Action) {
        self.run(Command::Do(action));
    }

    /// What the window was asked to do.
    pub fn effects(&mut self) -> Vec<Effect> {
        self.app.take_effects()
    }

    /// The one thing that the window was asked to do.
    ///
    /// # Panics
    ///
    /// Where it was asked for nothing, or for more.
    pub fn only_effect(&mut self) -> Effect {
        let mut effects = self.effects();
        assert_eq!(effects.len(), 1, "{effects:?}");
        effects.remove(0)
    }

    /// The minutes that are open.
    ///
    /// # Panics
    ///
    /// Where none are.
    pub fn minutes(&self) -> &Minutes {
        self.app.state().draft.as_ref().expect("a draft is open").session.minutes()
    }

    /// The text of the last message, and whether something went wrong.
    pub fn last_toast(&self) -> Option<(ToastKind, &str)> {
        self.app.state().toasts.last().map(|toast| (toast.kind, toast.text.as_str()))
    }

    /// Waits for work off the frame until what is asked for is so.
    ///
    /// # Panics
    ///
    /// Where it is not so within a minute.
    pub fn wait(&mut self, what: &str, done: impl Fn(&App) -> bool) {
        loop {
            self.app.poll();
            if done(&self.app) {
                return;
            }
            let came = self.woken.recv_timeout(Duration::from_secs(60));
            assert!(came.is_ok(), "waited in vain: {what}");
        }
    }

    /// How often the window was woken since this was last asked.
    pub fn woken(&self) -> usize {
        self.woken.try_iter().count()
    }

    /// The names of all files in the folder, hidden ones too, with those in folders below it left out.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder can be read");
        let files = entries.flatten().filter(|entry| entry.path().is_file());
        let mut names: Vec<String> = files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}
