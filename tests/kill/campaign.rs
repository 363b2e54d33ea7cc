//! Many kills in several folders at once, and what they came to.

use crate::lane::{Kill, Lane};
use std::{
    fmt,
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// How many clerks are killed over one draft.
const LIVES: u64 = 25;

/// What a campaign came to.
#[derive(Default)]
pub struct Figures {
    kills: Vec<Kill>,
    drafts: usize,
    many: usize,
    took: Duration,
    /// What is not as it should be; nothing is what is hoped for.
    pub wrong: Vec<String>,
}

/// Kills so many clerks in so many lanes.
pub fn run(kills: u64, lanes: usize, seed: u64) -> Figures {
    let begun = Instant::now();
    let left = AtomicU64::new(kills);
    let figures = Mutex::new(Figures::default());
    let take = || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).ok();
    thread::scope(|scope| {
        for number in 0..lanes {
            let (take, figures) = (&take, &figures);
            scope.spawn(move || {
                let mut seed = seed.wrapping_mul(1_000).wrapping_add(number as u64);
                let mut next = take();
                while next.is_some() {
                    let mut lane = Lane::new(seed);
                    seed = seed.wrapping_add(lanes as u64);
                    let mut lives = 0;
                    while next.is_some() && lives < LIVES {
                        let kill = lane.kill_one();
                        figures.lock().expect("nobody panicked").kills.push(kill);
                        lives += 1;
                        next = take();
                    }
                    let (many, wrong) = lane.end();
                    let mut figures = figures.lock().expect("nobody panicked");
                    figures.drafts += 1;
                    figures.many += many;
                    let draft = figures.drafts;
                    figures.wrong.extend(wrong.into_iter().map(|what| format!("draft {draft}: {what}")));
                }
            });
        }
    });
    let mut figures = figures.into_inner().expect("nobody panicked");
    figures.took = begun.elapsed();
    figures
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done: usize = self.kills.iter().map(|kill| kill.done).sum();
        let count = |is: &dyn Fn(&Kill) -> bool| self.kills.iter().filter(|kill| is(kill)).count();
        let mut lost: Vec<Duration> = self.kills.iter().filter_map(|kill| kill.lost).collect();
        lost.sort();
        let part = |hundredths: usize| lost.get((lost.len() * hundredths / 100).min(lost.len().saturating_sub(1)));
        writeln!(
            f,
            "{} kills over {} drafts in {:.0?}, after {done} things done",
            self.kills.len(),
            self.drafts,
            self.took
        )?;
        writeln!(
            f,
            "met: {} starts, {} drafts, {} journals and {} versions half-written beside their place",
            count(&|kill| kill.at_start),
            count(&|kill| kill.temporary[0]),
            count(&|kill| kill.temporary[1]),
            count(&|kill| kill.temporary[2]),
        )?;
        writeln!(
            f,
            "lost: in {} of the kills something, which began before the kill by p50 {:.0?}, p99 {:.0?}, most {:.0?}",
            lost.len(),
            part(50).copied().unwrap_or_default(),
            part(99).copied().unwrap_or_default(),
            lost.last().copied().unwrap_or_default(),
        )?;
        writeln!(
            f,
            "only read for a while, until the lock of the one before was seen to be nobody's: {}",
            count(&|kill| kill.read)
        )?;
        writeln!(f, "two drafts were left behind at once: {} times", self.many)?;
        write!(f, "wrong: {}", self.wrong.len())
    }
}
