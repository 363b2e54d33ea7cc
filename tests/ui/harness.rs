use egui_kittest::Harness;
use minutebook::{
    app::{App, Clip, Clipboard, Clock, Command, Env, FileCommand, FolderDrafts, Folders, Ids, Pace, State},
    model::{Id, Minutes},
    store::SystemDisk,
    ui::{
        files::{Asked, FileDialogs, Question},
        shell::MinutebookWindow,
    },
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// The draft that most tests open.
pub const SAMPLE: &str = "assets/samples/scrutiny.minutes.ron";

/// A clock that stands still until a test moves it.
#[derive(Clone, Default)]
pub struct TestClock(Arc<AtomicU64>);

impl TestClock {
    /// Lets time pass.
    pub fn pass(&self, millis: u64) {
        self.0.fetch_add(millis, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn now(&self) -> jiff::civil::DateTime {
        jiff::civil::date(2026, 3, 12).at(14, 0, 0, 0)
    }

    fn millis(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

struct TestIds(u32);

impl Ids for TestIds {
    fn fresh(&mut self, _: &Minutes) -> Id {
        self.0 += 1;
        Id(self.0)
    }
}

/// A clipboard of the test's own, for tests run side by side on a machine that has one.
#[derive(Clone, Default)]
pub struct TestClipboard(Arc<Mutex<Clip>>);

impl TestClipboard {
    /// What is on it.
    pub fn clip(&self) -> Clip {
        self.0.lock().expect("the clipboard").clone()
    }

    /// Puts something on it, as another program does.
    pub fn put(&self, clip: Clip) {
        *self.0.lock().expect("the clipboard") = clip;
    }
}

impl Clipboard for TestClipboard {
    fn get(&mut self) -> Clip {
        self.clip()
    }

    fn set(&mut self, clip: Clip) -> bool {
        self.put(clip);
        true
    }
}

/// File dialogs that give the same answer every time.
pub struct Answering(pub Asked);

impl FileDialogs for Answering {
    fn ask(&self, _: &Question) -> Asked {
        self.0.clone()
    }
}

/// A window without a display, with a clock, ids and file dialogs of its own.
pub struct Window {
    pub harness: Harness<'static, MinutebookWindow>,
    pub clock: TestClock,
    pub clipboard: TestClipboard,
}

impl Window {
    /// A window on the start page.
    pub fn start() -> Window {
        Window::with(Asked::Cancelled, None)
    }

    /// A window with the sample open.
    pub fn open() -> Window {
        Window::with(Asked::Cancelled, Some(Path::new(SAMPLE)))
    }

    /// A window whose file dialogs give an answer, and with a draft open.
    pub fn with(answer: Asked, draft: Option<&Path>) -> Window {
        Window::with_folders(answer, draft, Folders::default())
    }

    /// The same on a machine with these folders.
    pub fn with_folders(answer: Asked, draft: Option<&Path>, folders: Folders) -> Window {
        let (clock, clipboard) = (TestClock::default(), TestClipboard::default());
        let env = Env {
            clock: Box::new(clock.clone()),
            ids: Box::new(TestIds(900_000)),
            folders,
            disk: Arc::new(SystemDisk),
            pace: Pace::ASKED,
            sharing: None,
            drafts: Arc::new(FolderDrafts::default()),
            clipboard: Box::new(clipboard.clone()),
        };
        let mut app = App::new(env);
        if let Some(draft) = draft {
            let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(draft);
            app.update(Command::File(FileCommand::Open(path)));
        }
        Window::of(app, answer, clock, clipboard)
    }

    /// A window with ports of the test's own, on a machine without file dialogs.
    pub fn in_env(env: Env) -> Window {
        Window::of(App::new(env), Asked::Unavailable, TestClock::default(), TestClipboard::default())
    }

    fn of(app: App, answer: Asked, clock: TestClock, clipboard: TestClipboard) -> Window {
        let harness = Harness::builder()
            .with_size([1440.0, 900.0])
            .with_max_steps(24)
            .build_eframe(|cc| MinutebookWindow::new(app, &cc.egui_ctx, Arc::new(Answering(answer))));
        let mut window = Window { harness, clock, clipboard };
        window.settle();
        let is_busy = |window: &Window| window.state().looking_back || window.state().opening.is_some();
        if is_busy(&window) {
            window.wait_for("the draft", |window| !is_busy(window));
        }
        window
    }

    /// Draws until nothing changes any more.
    pub fn settle(&mut self) {
        self.harness.run();
    }

    /// Draws until something has come of work off the frame.
    pub fn wait_for(&mut self, what: &str, done: impl Fn(&Window) -> bool) {
        let began = Instant::now();
        while !done(self) {
            assert!(began.elapsed() < Duration::from_secs(30), "{what} did not come");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.settle();
    }

    /// Hands a command to the application, as something else than the window would. Waits for the file where it has one
    /// written.
    pub fn command(&mut self, command: Command) {
        self.harness.state_mut().app_mut().update(command);
        self.settle();
        let is_saving = |window: &Window| window.state().draft.as_ref().is_some_and(|draft| draft.keeping.is_saving());
        if is_saving(self) || self.state().opening.is_some() {
            self.wait_for("the file", |window| !is_saving(window) && window.state().opening.is_none());
        }
    }

    /// What the window shows.
    pub fn state(&self) -> &State {
        self.harness.state().app().state()
    }
}
