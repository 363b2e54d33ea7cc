//! A clerk at work, in a process that is killed at any moment.

use crate::{
    chance::Chance,
    told::{Seen, Told, digest, history},
};
use minutebook::{
    app::{
        Action, App, AttendanceChange, Caret, Change, Clip, Clipboard, Command, Draft, Env, FileCommand, Folders, Pace,
        ToastKind,
        prose::{Point, flat},
    },
    format::Digest,
    model::{Inline, Minutes, Paragraph, Prose, ProseAt},
    store::Settings,
};
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    thread::sleep,
    time::{Duration, Instant},
};

/// What makes this program a clerk.
pub const ARGUMENT: &str = "--clerk";

/// A clerk writes the draft's file after so short a pause, so that many kills meet one being written.
const PACE: Pace = Pace { pause: Some(Duration::from_millis(120)), retry: Duration::from_millis(200) };

/// How long a clerk waits for anything.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a clerk works that nobody kills: whoever was to do it is gone.
const SHIFT: Duration = Duration::from_secs(300);

/// A clipboard that is out of order: the real one is none of this test's business.
struct NoClipboard;

impl Clipboard for NoClipboard {
    fn get(&mut self) -> Clip {
        Clip::default()
    }

    fn set(&mut self, _clip: Clip) -> bool {
        false
    }
}

struct Clerk {
    app: App,
    drafts: PathBuf,
    chance: Chance,
    /// What the window said last of its file and of what went wrong.
    said: String,
}

/// Works in a folder until it is killed: `FOLDER SEED`, and `home` where it is to go home at once instead.
pub fn work(arguments: &[String]) -> ExitCode {
    let [root, seed, rest @ ..] = arguments else { return ExitCode::FAILURE };
    let (root, seed) = (PathBuf::from(root), seed.parse().unwrap_or(0));
    let drafts = root.join("drafts");
    let state = root.join("state");
    let prepared = std::fs::create_dir_all(&drafts).is_ok()
        && (state.is_dir() || Settings { preview: false, spelling: false, ..Settings::default() }.save(&state).is_ok());
    if !prepared {
        return ExitCode::FAILURE;
    }
    let folders =
        Folders { config: Some(root.join("config")), state: Some(state.clone()), documents: Some(drafts.clone()) };
    let env = Env { folders, pace: PACE, clipboard: Box::new(NoClipboard), ..Env::system() };
    let mut clerk = Clerk { app: App::new(env), drafts, chance: Chance::new(seed), said: String::new() };
    clerk.start();
    clerk.looks_for_what_is_left(&root);
    if rest.first().is_some_and(|word| word == "home") {
        clerk.go_home();
        return ExitCode::SUCCESS;
    }
    let begun = Instant::now();
    while begun.elapsed() < SHIFT {
        clerk.does_something();
        clerk.app.poll();
        clerk.listens();
        sleep(Duration::from_millis(1 + clerk.chance.below(24)));
    }
    ExitCode::FAILURE
}

/// Says something on the pipe. Where nobody listens any more, there is nothing left to be done.
fn tell(told: &Told) {
    let mut out = io::stdout().lock();
    if writeln!(out, "{told}").and_then(|()| out.flush()).is_err() {
        std::process::exit(3);
    }
}

impl Clerk {
    /// Waits until something is so.
    fn wait(&mut self, what: &str, is_so: impl Fn(&App) -> bool) -> bool {
        let begun = Instant::now();
        loop {
            self.app.poll();
            if is_so(&self.app) {
                return true;
            }
            if begun.elapsed() > PATIENCE {
                tell(&Told::Wrong(format!("waited in vain for {what}: {:?}", self.app.state().toasts)));
                return false;
            }
            sleep(Duration::from_millis(1));
        }
    }

    /// Notes what the window says, where that is something else than before.
    fn listens(&mut self) {
        let state = self.app.state();
        let file = state.draft.as_ref().and_then(|draft| draft.path.as_ref()?.file_name().map(|name| name.to_owned()));
        let failed = state.toasts.iter().filter(|toast| toast.kind == ToastKind::Failed).map(|toast| &toast.text);
        let failed: Vec<_> = failed.collect();
        let left = state.left_behind.len();
        let said = format!("the window says: {file:?}, {failed:?}, {:?}, {left} left behind", state.dialog);
        if said != self.said {
            tell(&Told::Note(said.clone()));
            self.said = said;
        }
    }

    fn seen(&mut self) -> Option<Seen> {
        let seen = self.app.state().draft.as_ref().map(Seen::of);
        if seen.is_none() {
            tell(&Told::Wrong(format!("no draft is open: {:?}", self.app.state().toasts)));
        }
        seen
    }

    /// Sits down before what comes back; where nothing does, opens the file that was written last, or begins.
    fn start(&mut self) {
        self.wait("what was left behind", |app| !app.state().looking_back && app.state().opening.is_none());
        let left = self.app.state().left_behind.clone();
        if self.app.state().draft.is_none() && left.len() > 1 {
            tell(&Told::Many(left.len()));
            self.app.update(Command::File(FileCommand::TakeUp(left[0].key.clone())));
            self.wait("the draft that was left behind", |app| app.state().draft.is_some());
        }
        if let Some(draft) = &self.app.state().draft {
            let file = draft.path.as_ref().and_then(|path| path.file_name());
            let back = draft.brought_back.as_ref().map(|back| &back.words);
            tell(&Told::Note(format!("back: {file:?}, {}, {back:?}", history(draft))));
        }
        if self.app.state().draft.is_some() {
            let Some(seen) = self.seen() else { return };
            return tell(&Told::Back(seen));
        }
        if let Some(path) = self.newest() {
            tell(&Told::Note(format!("opened {path:?}")));
            self.open(path);
            let Some(seen) = self.seen() else { return };
            return tell(&Told::Opened(seen));
        }
        let body = self.app.state().bodies().first().cloned().expect("a body ships");
        let date = jiff::civil::date(2024, 10, 17);
        self.app.update(Command::File(FileCommand::New { style: body.style, body: body.body, date }));
        let Some(seen) = self.seen() else { return };
        tell(&Told::Begun(seen));
    }

    /// The draft that was written last.
    fn newest(&self) -> Option<PathBuf> {
        let files = std::fs::read_dir(&self.drafts).ok()?.flatten();
        let drafts = files.filter(|file| file.file_name().to_string_lossy().ends_with(".minutes.ron"));
        let dated = drafts.filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path())));
        dated.max().map(|(_, path)| path)
    }

    fn open(&mut self, path: PathBuf) {
        self.app.update(Command::File(FileCommand::Open(path)));
        self.wait("the draft", |app| app.state().opening.is_none() && app.state().draft.is_some());
    }

    /// What was being written when the last clerk was killed has to be gone soon after the start.
    fn looks_for_what_is_left(&mut self, root: &Path) {
        let begun = Instant::now();
        let mut left = temporary(root);
        while !left.is_empty() && begun.elapsed() < Duration::from_secs(10) {
            sleep(Duration::from_millis(5));
            self.app.poll();
            left = temporary(root);
        }
        for path in left {
            tell(&Told::Wrong(format!("{} was left behind and stays", path.display())));
        }
    }

    fn does_something(&mut self) {
        let Some(draft) = &self.app.state().draft else { return };
        if draft.only_reads() {
            // A lock that was killed before it had a word in it is nobody's until it has stood still for a while.
            return tell(&Told::Reads);
        }
        let has_file = draft.path.is_some();
        match self.chance.below(400) {
            0..40 => self.travel(Action::Undo),
            40..60 => self.travel(Action::Redo),
            60..72 if has_file => self.quietly(Command::Do(Action::Save)),
            60..66 => self.save_to_a_new_file(),
            72..74 if has_file => self.save_to_a_new_file(),
            74..80 if has_file => self.close_and_open(),
            80..90 => self.counts_the_public(),
            90..100 => self.wording(),
            100..110 => {
                let point = Point::new(0, 0);
                let caret = Caret { at: ProseAt::ClosingRemarks, anchor: point, head: point };
                self.quietly(Command::Caret(caret));
            }
            _ => self.letter(),
        }
    }

    /// Does what leads to these minutes, and says so before and after.
    fn does(&mut self, minutes: Digest, commands: Vec<Command>) {
        tell(&Told::Will(minutes));
        for command in commands {
            self.app.update(command);
        }
        let Some(seen) = self.seen() else { return };
        let reads = self.app.state().draft.as_ref().is_some_and(|draft| draft.only_reads());
        if seen.minutes != minutes && !reads {
            tell(&Told::Wrong("something else came of it than was meant".to_owned()));
        }
        tell(&Told::Did(seen));
    }

    /// Does what changes nothing in the minutes.
    fn quietly(&mut self, command: Command) {
        if let Some(draft) = &self.app.state().draft {
            let minutes = digest(draft.session.minutes());
            self.does(minutes, vec![command]);
        }
    }

    fn with(&mut self, change: Change, make: impl FnOnce(&mut Minutes)) {
        if let Some(draft) = &self.app.state().draft {
            let mut minutes = draft.session.minutes().clone();
            make(&mut minutes);
            self.does(digest(&minutes), vec![Command::Change(change)]);
        }
    }

    fn travel(&mut self, action: Action) {
        let Some(draft) = &self.app.state().draft else { return };
        let mut session = draft.session.clone();
        let travelled = if action == Action::Undo { session.undo() } else { session.redo() };
        if let Ok(Some(_)) = travelled {
            self.does(digest(session.minutes()), vec![Command::Do(action)]);
        }
    }

    /// Types a letter at the end of the closing remarks; now and then a new paragraph.
    fn letter(&mut self) {
        let Some(draft) = &self.app.state().draft else { return };
        let letter = char::from(b'a' + u8::try_from(self.chance.below(26)).unwrap_or(0));
        let anew = self.chance.below(80) == 0;
        let mut text: Prose = draft.session.minutes().closing.remarks.clone();
        match text.last_mut().map(|paragraph| &mut paragraph.text[..]) {
            Some([.., Inline::Text(run)]) if !anew => run.text.push(letter),
            _ => text.push(Paragraph::plain(letter)),
        }
        let at = ProseAt::ClosingRemarks;
        let point = Point::new(text.len() - 1, text.last().map(flat).map_or(0, |text| text.len()));
        let caret = Caret { at, anchor: point, head: point };
        let mut minutes = draft.session.minutes().clone();
        minutes.closing.remarks = text.clone();
        self.does(digest(&minutes), vec![Command::Change(Change::Prose { at, text }), Command::Caret(caret)]);
    }

    fn counts_the_public(&mut self) {
        let public = Some(u32::try_from(self.chance.below(500)).unwrap_or(0));
        let change = Change::Attendance(AttendanceChange::Public(public));
        self.with(change, |minutes| minutes.attendance.public = public);
    }

    fn wording(&mut self) {
        let Some(draft) = &self.app.state().draft else { return };
        let mut closing = draft.session.minutes().closing.clone();
        closing.wording = Some(format!("The meeting ended after {} minutes.", self.chance.below(400)));
        let change = Change::Closing(Box::new(closing.clone()));
        self.with(change, |minutes| minutes.closing = closing);
    }

    fn save_to_a_new_file(&mut self) {
        let path = self.drafts.join(format!("board-{:06}.minutes.ron", self.chance.below(1_000_000)));
        if !path.exists() {
            tell(&Told::Note(format!("saves to {:?}", path.file_name())));
            self.quietly(Command::File(FileCommand::SaveTo(path)));
        }
    }

    /// Closes the draft, which has a file, and opens it again: the history is still there.
    fn close_and_open(&mut self) {
        let waits = |app: &App| app.state().draft.as_ref().is_some_and(|draft| draft.keeping.is_saving());
        self.wait("the file", |app| !waits(app));
        let Some(path) = self.app.state().draft.as_ref().and_then(|draft: &Draft| draft.path.clone()) else { return };
        let Some(before) = self.seen() else { return };
        let words = |clerk: &Clerk| clerk.app.state().draft.as_ref().map(history).unwrap_or_default();
        let history = words(self);
        tell(&Told::Note(format!("closes and opens {:?}", path.file_name())));
        tell(&Told::Will(before.minutes));
        self.app.update(Command::Do(Action::CloseDraft));
        if let Some(dialog) = &self.app.state().dialog {
            if self.app.state().draft.as_ref().is_some_and(|draft| draft.only_reads()) {
                return self.app.update(Command::Answer(None));
            }
            return tell(&Told::Wrong(format!("closing asks: {dialog:?}")));
        }
        self.wait("the draft to be closed", |app| app.state().draft.is_none());
        self.open(path);
        let Some(seen) = self.seen() else { return };
        if seen.minutes != before.minutes {
            tell(&Told::Wrong("closed and opened again, it is another draft".to_owned()));
        }
        if seen.history != before.history {
            tell(&Told::Wrong(format!("closed with “{history}” and opened again with “{}”", words(self))));
        }
        tell(&Told::Did(seen));
    }

    /// Leaves as one should, with everything kept.
    fn go_home(self) {
        drop(self.app);
        tell(&Told::End);
    }
}

/// The files below a folder that are temporary.
pub fn temporary(root: &Path) -> Vec<PathBuf> {
    files(root).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "tmp")).collect()
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
