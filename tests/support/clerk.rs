//! Somebody who sits before a window and has its keys and its picture, and nothing else.

#![allow(dead_code, reason = "each test binary uses what it needs")]

use crate::screen::{self, Picture, Process, Screen, comes};
use std::{
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
};

/// Names a folder in which pictures of the window are kept, to be looked at.
const KEEP: &str = "MINUTEBOOK_KEEP_PICTURES";

/// A clerk at a window.
pub struct Clerk {
    /// The program whose window it is. It ends before its screen does.
    pub program: Process,
    /// The screen.
    pub screen: Screen,
    window: String,
}

impl Clerk {
    /// Opens a window on a screen of its own and waits until keys go to it.
    pub fn at(command: &mut Command) -> Clerk {
        Clerk::before(Screen::start(), command)
    }

    /// Opens a window on a screen.
    pub fn before(screen: Screen, command: &mut Command) -> Clerk {
        let program = screen.open(command);
        let mut clerk = Clerk { program, screen, window: String::new() };
        clerk.wait("a window that takes keys", |clerk| {
            clerk.window = clerk.screen.answer(&["search", "--onlyvisible", "--name", "Minutebook"]);
            !clerk.window.is_empty() && clerk.screen.answer(&["getactivewindow"]) == clerk.window
        });
        clerk.settle();
        clerk
    }

    /// Presses keys one after another, as "ctrl+n" and "Return", and waits each time until the window has done what it does.
    pub fn press(&mut self, keys: &[&str]) {
        for key in keys {
            self.at_keyboard(&["key", key]);
        }
    }

    /// Types text.
    pub fn types(&mut self, text: &str) {
        self.at_keyboard(&["type", "--delay", "8", "--", text]);
    }

    /// Puts text into the field that has the focus, in the place of what is there.
    pub fn fills_in(&mut self, text: &str) {
        self.press(&["ctrl+a"]);
        self.types(text);
    }

    /// What the window is called.
    pub fn title(&self) -> String {
        self.screen.answer(&["getwindowname", &self.window])
    }

    /// How wide and how high the window is, in pixels.
    pub fn size(&self) -> (u32, u32) {
        let answer = self.screen.answer(&["getwindowgeometry", "--shell", &self.window]);
        let number = |name: &str| answer.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
        (number("WIDTH=").unwrap_or(0), number("HEIGHT=").unwrap_or(0))
    }

    /// Waits until the window is called so.
    pub fn wait_for_title(&mut self, title: &str) {
        self.wait(&format!("a window called “{title}”"), |clerk| clerk.title() == title);
        self.settle();
    }

    /// Waits until something is so.
    ///
    /// # Panics
    ///
    /// Where it does not come to be, or the program ends before.
    pub fn wait(&mut self, what: &str, mut is_so: impl FnMut(&mut Clerk) -> bool) {
        let mut ended = None;
        let came = comes(|| {
            let so = is_so(self);
            ended = self.program.ended().filter(|_| !so);
            so || ended.is_some()
        });
        assert!(ended.is_none(), "the program ended ({ended:?}) while this was waited for: {what}");
        assert!(came, "waited in vain for {what}");
    }

    /// Waits until a file is there.
    pub fn wait_for_file(&mut self, path: &Path) {
        self.wait(&format!("the file {}", path.display()), |_| path.is_file());
        self.settle();
    }

    /// Waits until the program has ended.
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let mut status = None;
        let ended = comes(|| {
            status = self.program.ended();
            status.is_some()
        });
        assert!(ended, "the program goes on");
        status.expect("it ended")
    }

    /// Waits until the window shows what is to be seen, and keeps its picture under a name.
    pub fn sees(&mut self, name: &str, what: &str, is_there: impl Fn(&Picture) -> bool) {
        self.wait(what, |clerk| is_there(&clerk.screen.picture()));
        self.settle();
        if let Some(folder) = std::env::var_os(KEEP) {
            self.screen.keep_picture(&Path::new(&folder).join(format!("{name}.png")));
        }
    }

    /// Waits until the window has nothing to do.
    pub fn settle(&self) {
        assert!(self.screen.settle(&self.program), "the window does not come to rest");
    }

    fn at_keyboard(&mut self, arguments: &[&str]) {
        let output = self.screen.xdotool(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        self.settle();
    }
}

impl Drop for Clerk {
    /// Where a test fails, says what was to be seen.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let folder = std::env::var_os(KEEP).map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
        let path = folder.join(format!("failed-{}.png", self.program.number()));
        self.screen.keep_picture(&path);
        let used = screen::rest::sleeps(self.program.number());
        eprintln!("the window was called “{}”, at rest: {used}; its picture: {}", self.title(), path.display());
        eprintln!("{}", self.screen.logs());
    }
}
