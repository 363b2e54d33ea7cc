//! One folder of drafts, in which one clerk after the other is killed.

use crate::{
    chance::Chance,
    clerk::{self, files, temporary},
    told::{Seen, Told, now},
};
use minutebook::{format::Digest, store};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::Duration,
};
use tempfile::TempDir;

/// What was typed so long before the kill has to be there.
const SECOND: Duration = Duration::from_secs(1);

/// What was not typed is needed by nobody.
const NEVER: Duration = Duration::from_secs(u32::MAX as u64);

/// How long the parent waits for a line.
const PATIENCE: Duration = Duration::from_secs(120);

/// What one kill came to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kill {
    /// How many things were done before it.
    pub done: usize,
    /// How long before the kill the first thing was done that was lost; none where nothing was.
    pub lost: Option<Duration>,
    /// Whether the draft could only be read for some of the time.
    pub read: bool,
    /// Whether it met the start of the program.
    pub at_start: bool,
    /// Whether a draft, a journal or a version was being put in its place.
    pub temporary: [bool; 3],
}

/// A folder, and what has to be in it.
pub struct Lane {
    folder: TempDir,
    seed: u64,
    chance: Chance,
    /// What the next start has to bring back; none before anything was done.
    expected: Option<Expected>,
    /// Where more than one draft was left behind.
    pub many: usize,
    /// What is not as it should be.
    pub wrong: Vec<String>,
    /// Every state that any clerk told of, the latest last, with what else they said in between.
    told: Vec<Result<Digest, String>>,
}

/// What a killed clerk had done.
struct Expected {
    /// The states of the draft, the first one as it was found.
    states: Vec<Seen>,
    /// What was about to be done.
    in_flight: Option<Digest>,
    killed: Duration,
}

impl Lane {
    pub fn new(seed: u64) -> Lane {
        let folder = tempfile::tempdir().expect("a folder for the lane");
        Lane { folder, seed, chance: Chance::new(seed), expected: None, many: 0, wrong: Vec::new(), told: Vec::new() }
    }

    /// Lets a clerk work and kills it. What the last one did is looked at first, as far as this one comes.
    pub fn kill_one(&mut self) -> Kill {
        let at_start = self.chance.below(8) == 0;
        let (mut child, lines) = self.begin(&[]);
        let mut kill = Kill::default();
        let first = if at_start {
            thread::sleep(Duration::from_millis(self.chance.below(400)));
            None
        } else {
            let first = self.first(&lines, &mut kill);
            thread::sleep(Duration::from_millis(20 + self.chance.below(2_600)));
            first
        };
        let killed = now();
        child.kill().expect("the clerk can be killed");
        child.wait().expect("the clerk ends");
        let mut states: Vec<Seen> = first.into_iter().collect();
        let mut in_flight = None;
        for told in lines {
            match told {
                Told::Back(seen) | Told::Opened(seen) | Told::Begun(seen) if states.is_empty() => {
                    kill.at_start = at_start;
                    states.extend(self.found(&told, seen, &mut kill));
                }
                Told::Will(minutes) => in_flight = Some(minutes),
                Told::Did(seen) => {
                    in_flight = None;
                    self.told.push(Ok(seen.minutes));
                    states.push(seen);
                }
                Told::Reads => kill.read = true,
                other => self.odd(other),
            }
        }
        self.told.push(Err("killed".to_owned()));
        kill.at_start |= states.is_empty();
        kill.done = states.len().saturating_sub(1);
        kill.temporary = self.look();
        // A clerk that was killed before the draft came back has changed nothing of what is expected.
        if !states.is_empty() {
            self.expected = Some(Expected { states, in_flight, killed });
        }
        kill
    }

    /// Lets a clerk find what is there and go home: after that, nothing but drafts, journals and versions may be left.
    pub fn end(mut self) -> (usize, Vec<String>) {
        let (mut child, lines) = self.begin(&["home"]);
        let mut kill = Kill::default();
        self.first(&lines, &mut kill);
        for told in lines {
            self.odd(told);
        }
        let ended = child.wait().expect("the clerk ends");
        if !ended.success() {
            self.wrong.push(format!("the last clerk ended with {ended}"));
        }
        self.look();
        for path in temporary(self.folder.path()) {
            self.wrong.push(format!("{} is left after the program was closed", path.display()));
        }
        (self.many, self.wrong)
    }

    fn begin(&mut self, words: &[&str]) -> (Child, Receiver<Told>) {
        self.seed = self.seed.wrapping_add(1_000_003);
        let program = std::env::current_exe().expect("this program has a path");
        let mut command = Command::new(program);
        command.arg(clerk::ARGUMENT).arg(self.folder.path()).arg(self.seed.to_string()).args(words);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the clerk starts");
        let out = child.stdout.take().expect("its words are on a pipe");
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                // The last line may be half of one.
                if let Ok(told) = line.parse() {
                    let _ = sender.send(told);
                }
            }
        });
        (child, lines)
    }

    /// Waits until the clerk has a draft before it.
    fn first(&mut self, lines: &Receiver<Told>, kill: &mut Kill) -> Option<Seen> {
        loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(told @ (Told::Back(seen) | Told::Opened(seen) | Told::Begun(seen))) => {
                    return self.found(&told, seen, kill);
                }
                Ok(told) => self.odd(told),
                Err(_) => {
                    self.wrong.push("the clerk did not start".to_owned());
                    return None;
                }
            }
        }
    }

    fn odd(&mut self, told: Told) {
        match told {
            Told::Note(what) => self.told.push(Err(what)),
            Told::Wrong(what) => {
                let story = self.story();
                self.wrong.push(format!("{what}\n{story}"));
            }
            Told::Many(_) => self.many += 1,
            Told::Back(_)
            | Told::Opened(_)
            | Told::Begun(_)
            | Told::Will(_)
            | Told::Did(_)
            | Told::Reads
            | Told::End => {}
        }
    }

    /// Holds what a clerk found against what the last one did, and gives it as the first state of this one.
    fn found(&mut self, told: &Told, seen: Seen, kill: &mut Kill) -> Option<Seen> {
        // What was begun anew is nobody's work yet; what came back has to be there the next time too.
        let begun = matches!(told, Told::Begun(_));
        let first = Seen { at: if begun { NEVER } else { Duration::ZERO }, ..seen };
        let Some(expected) = self.expected.take() else { return Some(first) };
        let Expected { states, in_flight, killed } = expected;
        let old = |seen: &Seen| seen.at + SECOND <= killed;
        let needed = states.iter().rposition(old);
        let same: Vec<usize> = (0..states.len()).filter(|at| states[*at].minutes == seen.minutes).collect();
        let last = states.len() - 1;
        let flown = in_flight == Some(seen.minutes);
        let found = same.last().copied().filter(|_| !flown).or(flown.then_some(last));
        if begun && needed.is_none() {
            kill.lost = states.get(1).map(|state| killed.saturating_sub(state.at));
            return Some(first);
        }
        match found {
            None => {
                self.wrong.push(format!("what came back is none of the {} states of the draft ({told})", states.len()))
            }
            Some(found) if needed.is_some_and(|needed| found < needed) => {
                let age = killed.saturating_sub(states[found + 1].at);
                self.wrong.push(format!("what was typed {age:?} before the kill is lost ({told})"));
            }
            Some(found) if found < last => kill.lost = Some(killed.saturating_sub(states[found + 1].at)),
            Some(_) => {}
        }
        let histories = same.iter().map(|at| &states[*at]);
        if !flown && found.is_some() && !histories.clone().any(|state| state.history == seen.history) {
            let settled = needed.is_some_and(|needed| same.contains(&needed));
            if settled {
                self.wrong.push(format!("the minutes came back without their history ({told})"));
            }
        }
        Some(first)
    }

    /// The last things that were told, in short.
    fn story(&self) -> String {
        let mut out = String::new();
        let mut done = 0;
        for told in self.told.iter().skip(self.told.len().saturating_sub(400)) {
            match told {
                Ok(_) => done += 1,
                Err(note) => {
                    out.push_str(&format!("    {done} things done\n    {note}\n"));
                    done = 0;
                }
            }
        }
        out + &format!("    {done} things done")
    }

    /// Reads every file that is there, and says which kinds were being put in their place.
    fn look(&mut self) -> [bool; 3] {
        let root = self.folder.path().to_path_buf();
        for path in files(&root).into_iter().filter(|path| path.to_string_lossy().ends_with(".minutes.ron")) {
            if let Err(error) = store::open(&path) {
                self.wrong.push(format!("not whole: {error}"));
            }
        }
        let below = |path: &Path| temporary(&root).iter().any(|found| found.starts_with(path));
        [below(&root.join("drafts")), below(&root.join("state/journals")), below(&root.join("state/versions"))]
    }
}
