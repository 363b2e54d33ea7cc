//! The whole application on the disk in memory, while the power goes at some call of whatever it is doing: typing, journalling,
//! the file that follows, versions. What it said was saved comes back with the next start, the file is whole, and typing
//! goes on.

use crate::ports::Desk;
use crate::simulated::{Left, SimulatedDisk};
use minutebook::app::{Change, Command, FileCommand, Pace, Standing};
use minutebook::model::{Closing, Minutes};
use minutebook::store::{Settings, open_on};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const QUICK: Pace = Pace { pause: Some(Duration::from_millis(40)), retry: Duration::from_millis(40) };

/// How long is typed at most.
const LONGEST: Duration = Duration::from_secs(120);

/// How many calls lie between one cut that is tried and the next.
const STEP: usize = 17;

/// How many cuts are tried.
const CUTS: usize = 12;

/// The application as it starts on a disk.
fn start(folder: TempDir, disk: &SimulatedDisk) -> Desk {
    Desk::on(folder, Arc::new(disk.clone()), QUICK)
}

/// A draft that has a file, on a disk of its own.
fn begun() -> (Desk, SimulatedDisk) {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = Settings { preview: false, ..Settings::default() };
    settings.save(&folder.path().join("state")).expect("the settings can be written");
    let disk = SimulatedDisk::default();
    disk.put(folder.path().join("another"), b"");
    let mut desk = start(folder, &disk);
    let body = desk.app.state().bodies().first().expect("a body ships").clone();
    let date = jiff::civil::date(2024, 10, 17);
    desk.run(Command::File(FileCommand::New { style: body.style, body: body.body, date }));
    let path = desk.path("a.minutes.ron");
    desk.run(Command::File(FileCommand::SaveTo(path)));
    assert!(is_saved(&desk));
    (desk, disk)
}

fn is_saved(desk: &Desk) -> bool {
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    matches!(draft.standing(), Standing::Saved { .. })
}

fn change(desk: &mut Desk, number: u32) {
    let closing = Closing { wording: Some(number.to_string()), ..Closing::default() };
    desk.run(Command::Change(Change::Closing(Box::new(closing))));
    desk.clock.pass(3_000);
}

/// Which of the changes is the last one in some minutes.
fn last_of(minutes: &Minutes) -> u32 {
    let wording = minutes.closing.wording.as_deref();
    wording.and_then(|wording| wording.parse().ok()).unwrap_or_default()
}

/// Types until the power goes, and says up to which change all was said to be saved, and which was made last.
fn type_until_the_power_goes(desk: &mut Desk, disk: &SimulatedDisk) -> (u32, u32) {
    let (mut saved, mut number) = (0, 0);
    let began = Instant::now();
    while !disk.is_off() {
        assert!(began.elapsed() < LONGEST, "so many calls are never made");
        number += 1;
        change(desk, number);
        // Now and then there is a pause, in which the file follows.
        let until = Instant::now() + Duration::from_millis(if number.is_multiple_of(6) { 400 } else { 5 });
        while Instant::now() < until && !disk.is_off() {
            sleep(Duration::from_millis(2));
            desk.app.poll();
            if is_saved(desk) {
                saved = number;
            }
        }
    }
    (saved, number)
}

#[test]
fn whatever_it_is_doing_when_the_power_goes_what_it_said_was_saved_comes_back() {
    let mut said = 0;
    for cut in 0..CUTS {
        let (mut desk, disk) = begun();
        let path = desk.path("a.minutes.ron");
        disk.cut_at(disk.calls().len() + cut * STEP);
        let (saved, made) = type_until_the_power_goes(&mut desk, &disk);
        let calls = disk.calls();
        let when = format!("cut {cut}, {:?}, saved {saved}, made {made}", calls[calls.len() - 1]);
        let Desk { app, folder, .. } = desk;
        drop(app);

        let left = if cut % 4 == 0 { Left::Nothing } else { Left::Chance(cut as u64) };
        let disk = disk.after_power_loss(left);
        let in_file = open_on(&disk, &path).unwrap_or_else(|error| panic!("{when}: {error}"));
        assert!((saved..=made).contains(&last_of(&in_file)), "{when}: {} is in the file", last_of(&in_file));
        let mut desk = start(folder, &disk);
        if desk.app.state().draft.is_none() {
            // Nothing was left behind but the file.
            desk.run(Command::File(FileCommand::Open(path.clone())));
        }
        let back = last_of(desk.minutes());
        assert!((last_of(&in_file)..=made).contains(&back), "{when}: {back} came back");
        said += usize::from(saved > 0);

        change(&mut desk, made + 1);
        desk.wait("the file", |app| {
            app.state().draft.as_ref().is_some_and(|draft| matches!(draft.standing(), Standing::Saved { .. }))
        });
        assert!(open_on(&disk, &path).is_ok_and(|minutes| last_of(&minutes) == made + 1), "{when}: it goes on");
        let left_over = disk.paths().into_iter().filter(|path| path.extension() == Some("tmp".as_ref()));
        assert_eq!(left_over.count(), 0, "{when}: {:?}", disk.paths());
    }
    assert!(said > CUTS / 3, "only {said} times anything was saved before the power went");
}
