//! A screen of its own for a window: an X server that needs no hardware, and a window manager. Both end with it.

#![allow(dead_code, reason = "each test binary uses what it needs")]

#[path = "picture.rs"]
mod picture;
#[path = "rest.rs"]
pub mod rest;

pub use picture::Picture;

use std::{
    ffi::OsStr,
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long anything is waited for: much longer than it takes on a machine that is busy with other things.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// For how long everything must have been still before the next key is pressed. A caret blinks twice in a second.
const STILL: Duration = Duration::from_millis(100);

/// How often is looked.
const GLANCE: Duration = Duration::from_millis(10);

/// Waits until something is so; says whether it came to be.
pub fn comes(mut is_so: impl FnMut() -> bool) -> bool {
    let began = Instant::now();
    while !is_so() {
        if began.elapsed() > PATIENCE {
            return false;
        }
        thread::sleep(GLANCE);
    }
    true
}

/// A process that ends with its owner.
pub struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Process {
        match command.spawn() {
            Ok(child) => Process(child),
            Err(error) => cannot_start(command, &error),
        }
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.0.id()
    }

    /// What it prints, where that is piped.
    ///
    /// # Panics
    ///
    /// Where it is not, or was asked for before.
    pub fn output(&mut self) -> ChildStdout {
        self.0.stdout.take().expect("it is piped")
    }

    /// How it ended; none while it runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().expect("it can be asked")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only where it has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A screen on which one window is shown.
pub struct Screen {
    manager: Process,
    server: Process,
    display: String,
    folder: TempDir,
}

impl Screen {
    /// A screen of 1280 × 800 pixels.
    ///
    /// # Panics
    ///
    /// Where the X server or the window manager cannot be started.
    pub fn start() -> Screen {
        let folder = tempfile::tempdir().expect("a folder for the screen");
        for name in ["home", "programs"] {
            std::fs::create_dir(folder.path().join(name)).expect("a folder in it");
        }
        // A key that is held while the machine is busy must not repeat itself.
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-r", "-nolisten", "tcp", "-noreset"]);
        server.stdout(Stdio::piped()).stderr(log(folder.path(), "server"));
        let mut server = Process::start(&mut server);
        let display = format!(":{}", first_line(&mut server));
        let mut manager = plain("openbox", folder.path(), &display);
        manager.stdout(Stdio::null()).stderr(log(folder.path(), "manager"));
        let manager = Process::start(&mut manager);
        let screen = Screen { manager, server, display, folder };
        assert!(comes(|| screen.has_manager()), "the window manager does not answer; {}", screen.logs());
        // In a corner the pointer is over nothing.
        screen.xdotool(&["mousemove", "1279", "799"]);
        screen
    }

    /// A path in the folder of the screen, which goes with it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Starts a program that shows a window here. It has a home of its own and finds no other program, so that it knows no file
    /// dialog of the system; what it prints goes to a log.
    pub fn open(&self, command: &mut Command) -> Process {
        surroundings(command, self.folder.path(), &self.display).env("PATH", self.path("programs"));
        command.stdin(Stdio::null()).stderr(log(self.folder.path(), "window"));
        Process::start(command)
    }

    /// Waits until nothing moves: neither the window nor the screen has anything to do.
    pub fn settle(&self, window: &Process) -> bool {
        let all = [self.server.number(), self.manager.number(), window.number()];
        let mut still = Instant::now();
        comes(|| {
            if !all.iter().all(|process| rest::sleeps(*process)) {
                still = Instant::now();
            }
            still.elapsed() >= STILL
        })
    }

    /// Does something at the keyboard, or asks about windows.
    pub fn xdotool<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Output {
        let mut xdotool = plain("xdotool", self.folder.path(), &self.display);
        xdotool.args(arguments).output().unwrap_or_else(|error| cannot_start(&xdotool, &error))
    }

    /// What xdotool answers; nothing where there is no answer.
    pub fn answer<S: AsRef<OsStr>>(&self, arguments: &[S]) -> String {
        String::from_utf8_lossy(&self.xdotool(arguments).stdout).trim().to_owned()
    }

    /// What the screen shows.
    ///
    /// # Panics
    ///
    /// Where no picture can be taken.
    pub fn picture(&self) -> Picture {
        let output = self.import(OsStr::new("rgb:-"));
        assert!(output.status.success(), "no picture: {}", String::from_utf8_lossy(&output.stderr));
        Picture::new(&output.stdout)
    }

    /// Keeps a picture of the screen in a file.
    pub fn keep_picture(&self, path: &Path) {
        self.import(path.as_os_str());
    }

    /// What was printed here, by whom.
    pub fn logs(&self) -> String {
        let logs = ["server", "manager", "window"].map(|name| {
            let text = std::fs::read_to_string(self.path(&format!("{name}.log"))).unwrap_or_default();
            format!("{name}: {}\n", text.trim())
        });
        logs.concat()
    }

    fn import(&self, to: &OsStr) -> Output {
        let mut import = plain("import", self.folder.path(), &self.display);
        import.args(["-silent", "-window", "root", "-depth", "8"]).arg(to);
        import.output().unwrap_or_else(|error| cannot_start(&import, &error))
    }

    /// Whether a window manager has come to work: before, there are no desktops to count.
    fn has_manager(&self) -> bool {
        self.xdotool(&["get_num_desktops"]).status.success()
    }
}

fn cannot_start(command: &Command, error: &std::io::Error) -> ! {
    let program = command.get_program().display();
    panic!("{program} cannot be started: {error}. On Debian: apt install xvfb openbox xdotool imagemagick");
}

/// A program of the system that works on a screen.
fn plain(program: &str, folder: &Path, display: &str) -> Command {
    let mut command = Command::new(program);
    surroundings(&mut command, folder, display).env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
}

/// The environment of everything on a screen, and nothing else: no other display, bus or home.
fn surroundings<'a>(command: &'a mut Command, folder: &Path, display: &str) -> &'a mut Command {
    let home = folder.join("home");
    command
        .env_clear()
        .env("HOME", home)
        .env("DISPLAY", display)
        .env("LANG", "C.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
}

fn log(folder: &Path, name: &str) -> File {
    File::create(folder.join(format!("{name}.log"))).expect("a log can be written")
}

/// The number of the display that the server chose.
fn first_line(server: &mut Process) -> String {
    let out = server.output();
    let (sender, line) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        let read = BufReader::new(out).read_line(&mut line);
        // Nobody waits any more where this took too long.
        let _ = sender.send(read.map(|_| line));
    });
    let line = line.recv_timeout(PATIENCE).expect("the X server says its number in time").expect("it can be read");
    assert!(!line.trim().is_empty(), "the X server ended before it was ready");
    line.trim().to_owned()
}
