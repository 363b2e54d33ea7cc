//! What the real window costs beside an empty one of eframe, on the same machine and an X server without hardware: the time
//! from the start of the program to the end of the first frame's `ui`, in turns; the memory that no file stands behind, once
//! the pages of a draft of 300 pages were scrolled through; and what it does when nobody touches it.
//!
//! This program opens both windows by itself, with an argument of its own. What is measured of frames is measured around the
//! window, not in it.

use minutebook::{
    app::{App, Command, Env, FileCommand, Folders},
    format,
    ui::shell::{self, MinutebookWindow},
};
use screen::{Screen, rest};
use std::{
    ffi::OsString,
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{self, Stdio},
    thread,
    time::{Duration, Instant},
};

#[path = "../support/clerk.rs"]
mod clerk;
#[path = "../support/long.rs"]
mod long;
#[path = "../support/screen.rs"]
mod screen;

/// How often each window is started.
const STARTS: usize = 20;

/// For how long a window is watched that nobody touches.
const WATCHED: Duration = Duration::from_secs(5);

const ARGUMENT: &str = "--window";

/// What the window in this process is to do after its first frame.
const CLOSE: &str = "close";
const STAY: &str = "stay";

fn main() {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [first, after, folder, draft] if first == ARGUMENT => {
            let draft = (!draft.is_empty()).then(|| PathBuf::from(draft));
            open(after == STAY, Path::new(folder), draft);
        }
        [first, after, folder] if first == ARGUMENT => open_empty(after == STAY, Path::new(folder)),
        _ => {
            start();
            memory_and_rest();
        }
    }
}

// --- The windows ---------------------------------------------------------------------------------------------------------

/// A window whose frames are counted.
struct Watched<A> {
    inner: A,
    stays: bool,
    frames: u64,
    /// Where the count is kept, and what the window says of itself.
    report: PathBuf,
    say: fn(&A) -> String,
}

impl<A> Watched<A> {
    fn new(inner: A, stays: bool, folder: &Path, say: fn(&A) -> String) -> Watched<A> {
        Watched { inner, stays, frames: 0, report: folder.join("report"), say }
    }
}

impl<A: eframe::App> eframe::App for Watched<A> {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.inner.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.inner.ui(ui, frame);
        self.frames += 1;
        if self.frames == 1 {
            println!("drawn");
            std::io::stdout().flush().expect("somebody waits for it");
        }
        if self.stays {
            let report = format!("{} {}", self.frames, (self.say)(&self.inner));
            fs::write(&self.report, report).expect("the report can be written");
        } else {
            process::exit(0);
        }
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.inner.clear_color(visuals)
    }
}

/// Opens the window of the program with the machine's clock, and with folders of its own.
fn open(stays: bool, folder: &Path, draft: Option<PathBuf>) {
    let folders = Folders {
        config: Some(folder.join("config")),
        state: Some(folder.join("state")),
        documents: Some(folder.to_path_buf()),
    };
    let mut app = App::new(Env { folders, ..Env::system() });
    if let Some(draft) = draft {
        app.update(Command::File(FileCommand::Open(draft)));
    }
    let last_page = |window: &MinutebookWindow| {
        let state = window.app().state();
        let frame = state.draft.as_ref().and_then(|draft| draft.pages.frame.as_ref());
        format!("{} of {}", state.view.in_view.end, frame.map_or(0, |frame| frame.pages.len()))
    };
    shell::run_within(app, |window| Box::new(Watched::new(window, stays, folder, last_page))).expect("a window");
}

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _: &mut egui::Ui, _: &mut eframe::Frame) {}
}

fn open_empty(stays: bool, folder: &Path) {
    let watched = Watched::new(Empty, stays, folder, |_| String::new());
    let options = eframe::NativeOptions::default();
    eframe::run_native("Minutebook", options, Box::new(|_| Ok(Box::new(watched)))).expect("a window");
}

fn command(after: &str, folder: &Path) -> process::Command {
    let mut command = process::Command::new(std::env::current_exe().expect("this program has a path"));
    command.arg(ARGUMENT).arg(after).arg(folder);
    command
}

// --- What is measured ----------------------------------------------------------------------------------------------------

fn start() {
    let screen = Screen::start();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/scrutiny.minutes.ron");
    let folder = screen.path("work");
    fs::create_dir(&folder).expect("a folder for the windows");
    let mut windows = [
        ("an empty window", command(CLOSE, &folder), Vec::new()),
        ("the start page", command(CLOSE, &folder), Vec::new()),
        ("a draft of 6 pages", command(CLOSE, &folder), Vec::new()),
    ];
    windows[1].1.arg("");
    windows[2].1.arg(sample);
    for round in 0..=STARTS {
        for (_, command, times) in &mut windows {
            let time = first_frame(&screen, command);
            // The first of each only brings the program and its libraries into memory.
            if round > 0 {
                times.push(time);
            }
        }
    }
    let medians = windows.each_mut().map(|(_, _, times)| {
        times.sort();
        times[times.len() / 2]
    });
    for ((name, _, times), median) in windows.iter().zip(medians) {
        let ratio = median.as_secs_f64() / medians[0].as_secs_f64();
        println!(
            "start to first frame, {name:<20} {median:>9.1?} ({:.1?} to {:.1?})  {ratio:.2} ×",
            times[0],
            times[times.len() - 1]
        );
    }
}

/// From the start of the process to the end of the first frame's `ui`.
fn first_frame(screen: &Screen, command: &mut process::Command) -> Duration {
    let began = Instant::now();
    let mut window = screen.open(command.stdout(Stdio::piped()));
    let mut line = String::new();
    BufReader::new(window.output()).read_line(&mut line).expect("it says when it has drawn");
    let time = began.elapsed();
    assert_eq!(line.trim(), "drawn", "{}", screen.logs());
    assert!(screen::comes(|| window.ended().is_some()), "the window stays");
    time
}

fn memory_and_rest() {
    let minutes = long::draft(300, 480);
    let text = format::write(&minutes);
    let draft = std::env::temp_dir().join(format!("minutebook-bench-{}.minutes.ron", process::id()));
    fs::write(&draft, &text).expect("the draft can be written");
    let file = text.len() as u64 / 1_024;
    let (empty, _) = measure("an empty window", None);
    let (ours, pages) = measure("300 pages", Some(&draft));
    fs::remove_file(&draft).expect("the draft is there");
    let most = empty * 3 / 2 + 5 * file;
    println!("memory after {pages} pages: {ours} KiB; an empty window {empty} KiB, the draft's file {file} KiB");
    println!("memory: {:.2} of 1.5 × an empty window + 5 × the file ({most} KiB)", ours as f64 / most as f64);
}

/// Memory in KiB, and the number of pages that were scrolled through.
fn measure(name: &str, draft: Option<&Path>) -> (u64, usize) {
    let screen = Screen::start();
    let folder = screen.path("work");
    fs::create_dir(&folder).expect("a folder for the window");
    let mut window = command(STAY, &folder);
    window.args(draft).stdout(Stdio::null());
    let mut clerk = clerk::Clerk::before(screen, &mut window);
    let report = folder.join("report");
    let pages = if draft.is_some() { scroll_through(&mut clerk, &report) } else { 0 };
    rest_of(name, &clerk, &report);
    let program = clerk.program.number();
    (rest::anonymous_memory(program), pages)
}

/// Turns the wheel over the pages until the last of them is in view.
fn scroll_through(clerk: &mut clerk::Clerk, report: &Path) -> usize {
    let seen = |report: &Path| -> Option<(usize, usize)> {
        let text = fs::read_to_string(report).ok()?;
        let (_, pages) = text.split_once(' ')?;
        let (seen, all) = pages.split_once(" of ")?;
        Some((seen.parse().ok()?, all.parse().ok()?))
    };
    clerk.wait("the pages", |_| seen(report).is_some_and(|(_, all)| all >= 300));
    println!("memory before any scrolling: {} KiB", rest::anonymous_memory(clerk.program.number()));
    clerk.screen.xdotool(&["mousemove", "1000", "500"]);
    let mut all = 0;
    clerk.wait("the last page", |clerk| {
        clerk.screen.xdotool(&["click", "--repeat", "20", "--delay", "5", "5"]);
        clerk.settle();
        seen(report).is_some_and(|(seen, of)| {
            all = of;
            seen == of
        })
    });
    all
}

/// Watches a window that nobody touches: with the caret in a field, and without one where there is a draft.
fn rest_of(name: &str, clerk: &clerk::Clerk, report: &Path) {
    let frames = || -> u64 {
        let mut text = String::new();
        fs::File::open(report).and_then(|mut file| file.read_to_string(&mut text)).expect("the report is there");
        text.split(' ').next().and_then(|frames| frames.parse().ok()).expect("it begins with a number")
    };
    clerk.settle();
    let (drawn, used) = (frames(), rest::processor_time(clerk.program.number()));
    thread::sleep(WATCHED);
    let (drawn, used) = (frames() - drawn, rest::processor_time(clerk.program.number()) - used);
    println!("idle, {name:<20} {drawn} frames and {used:?} of the processor in {WATCHED:?}");
}
