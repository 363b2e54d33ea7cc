//! Two processes on one draft: this very program is started a second time to hold it, and killed.

use crate::lock::{Office, names, others};
use minutebook::store::{Holder, Lock, LockState, Nonce, SystemDisk};
use std::{
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Arc, Barrier},
    time::{Duration, Instant},
};

const DRAFT: &str = "MINUTEBOOK_TEST_HOLDS";
const STATE: &str = "MINUTEBOOK_TEST_STATE";

/// How much faster than the real clock the processes live.
const FASTER: u32 = 50;

/// What the other process does: it holds the draft that it is told of until it may go. Called without that, it has nothing to
/// do.
#[test]
fn holder() {
    let (Some(draft), Some(state)) = (std::env::var_os(DRAFT), std::env::var_os(STATE)) else { return };
    let holder = Holder::new("Ann Price", "TOWN-HALL-3");
    let nonce = Nonce(u64::from(std::process::id()));
    let mut lock = Lock::new(Arc::new(SystemDisk), Path::new(&draft), holder, nonce, Some(Path::new(&state)));
    let (sender, leave) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let _ = std::io::stdin().read_line(&mut String::new());
        let _ = sender.send(());
    });
    let began = Instant::now();
    let mut told = None;
    while leave.recv_timeout(Duration::from_millis(10)).is_err() {
        let standing = lock.turn(began.elapsed() * FASTER);
        if told.as_ref() != Some(&standing) {
            println!("stands: {standing:?}");
            told = Some(standing);
        }
    }
}

/// Another process that has the draft open.
struct Other {
    process: Child,
    leave: Option<ChildStdin>,
    /// What it says goes on to be listened to.
    _said: BufReader<ChildStdout>,
}

impl Other {
    fn holds(draft: &Path, state: PathBuf) -> Other {
        let program = std::env::current_exe().expect("this program has a path");
        let mut command = Command::new(program);
        command.args(["--exact", "processes::holder", "--nocapture"]).env(DRAFT, draft).env(STATE, state);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut said = BufReader::new(process.stdout.take().expect("it speaks"));
        let holds = said.by_ref().lines().map_while(Result::ok).any(|line| line.ends_with("stands: Held"));
        assert!(holds, "the other process does not hold the draft");
        let leave = process.stdin.take();
        Other { process, leave, _said: said }
    }

    fn leaves(mut self) {
        self.leave.take().expect("it listens").write_all(b"leave\n").expect("it can be told");
        self.process.wait().expect("it ends");
    }

    fn kill(mut self) {
        self.process.kill().expect("it can be killed");
        self.process.wait().expect("it is gone");
    }
}

/// The same clock as the other process's.
struct Reader {
    began: Instant,
    lock: Lock,
}

impl Reader {
    fn new(lock: Lock) -> Reader {
        Reader { began: Instant::now(), lock }
    }

    fn turn(&mut self) -> LockState {
        self.lock.turn(self.began.elapsed() * FASTER)
    }

    /// Turns until something is so; gives how long that took, by the faster clock.
    fn until(&mut self, is_so: impl Fn(&LockState) -> bool) -> Duration {
        let begun = self.began.elapsed();
        while !is_so(&self.turn()) {
            let waited = self.began.elapsed() - begun;
            assert!(waited < Duration::from_secs(20), "waited in vain: {:?}", self.turn());
            std::thread::sleep(Duration::from_millis(10));
        }
        (self.began.elapsed() - begun) * FASTER
    }
}

const ANN: (&str, &str) = ("Ann Price", "TOWN-HALL-3");

#[test]
fn the_second_process_reads_until_the_first_has_left() {
    let office = Office::new();
    let other = Other::holds(&office.draft(), office.state("town hall"));
    let mut bob = Reader::new(office.open("Bob", "near", 2));
    let began = Instant::now();
    while began.elapsed() < Duration::from_millis(1_200) {
        // A minute by the clock of the two.
        assert_eq!(bob.turn(), others(ANN.0, ANN.1, false));
        std::thread::sleep(Duration::from_millis(20));
    }
    other.leaves();
    assert_eq!(bob.turn(), LockState::Held);
    drop(bob);
    assert_eq!(office.shared(), ["Cabinet.minutes.ron"]);
}

#[test]
fn a_process_of_the_same_machine_that_was_killed_is_gone_at_once() {
    let office = Office::new();
    let other = Other::holds(&office.draft(), office.state("here"));
    let mut bob = office.open("Bob", "here", 2);
    assert_eq!(bob.turn(Duration::ZERO), others(ANN.0, ANN.1, false));
    other.kill();
    assert!(office.lock_file().exists(), "it left its claim behind");
    assert_eq!(bob.turn(Duration::from_millis(1)), LockState::Held, "without a wait");
    drop(bob);
    assert_eq!(office.shared(), ["Cabinet.minutes.ron"]);
    assert_eq!(names(&office.state("here")), Vec::<String>::new());
}

#[test]
fn a_process_of_another_machine_that_was_killed_is_gone_after_twenty_seconds() {
    let office = Office::new();
    let other = Other::holds(&office.draft(), office.state("town hall"));
    let mut bob = Reader::new(office.open("Bob", "near", 2));
    assert_eq!(bob.turn(), others(ANN.0, ANN.1, false));
    other.kill();
    let took = bob.until(|standing| *standing == others(ANN.0, ANN.1, true));
    assert!(took >= Duration::from_secs(15), "{took:?}");
    let now = bob.began.elapsed() * FASTER;
    bob.lock.take_over(now);
    bob.until(|standing| *standing == LockState::Held);
}

#[test]
fn of_two_that_find_at_once_what_a_third_left_one_alone_writes() {
    for _ in 0..4 {
        let office = Office::new();
        Other::holds(&office.draft(), office.state("here")).kill();
        let locks = [office.open("Bob", "here", 2), office.open("Carys", "here", 3)];
        let together = Barrier::new(locks.len());
        let held = std::thread::scope(|scope| {
            let together = &together;
            let race = move |mut lock: Lock| {
                together.wait();
                lock.turn(Duration::ZERO);
                // Nobody leaves before both have looked again.
                together.wait();
                let held = lock.turn(Duration::from_secs(10)) == LockState::Held;
                together.wait();
                held
            };
            let running = locks.map(|lock| scope.spawn(move || race(lock)));
            running.map(|thread| thread.join().expect("it ends")).into_iter().filter(|held| *held).count()
        });
        assert_eq!(held, 1);
    }
}
