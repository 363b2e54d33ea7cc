//! Random work with a journal, with failing calls, power cuts and processes that end among it: all that was said to be safe
//! comes back, the same session with its history, and it goes on from there.

use crate::simulated::{Fault, Left, SimulatedDisk};
use crate::typist::{JOURNALS, Typist, folder, key};
use minutebook::format::journal::{Ending, Entry};
use minutebook::store::{Journal, StoreError, sweep};
use proptest::prelude::*;
use std::io::ErrorKind;
use std::path::Path;

#[derive(Clone, Debug)]
enum Happens {
    /// So many changes are made and added.
    Add(usize),
    /// It is written anew.
    Fold,
    /// One of the next calls fails.
    Fails(usize, Fault),
    /// The power goes at one of the next calls, or after them, and comes back.
    Cut(usize, u64),
    /// The process ends and is begun again.
    Kill,
    /// Writes are cut into pieces from here on.
    Pieces(usize),
}

fn happens() -> impl Strategy<Value = Happens> {
    let how = prop::sample::select(vec![
        Fault::Short,
        Fault::Error(ErrorKind::StorageFull),
        Fault::Error(ErrorKind::Other),
        Fault::Error(ErrorKind::PermissionDenied),
    ]);
    prop_oneof![
        5 => (1_usize..5).prop_map(Happens::Add),
        1 => Just(Happens::Fold),
        3 => (0_usize..8, how).prop_map(|(within, how)| Happens::Fails(within, how)),
        2 => (0_usize..10, any::<u64>()).prop_map(|(within, left)| Happens::Cut(within, left)),
        1 => Just(Happens::Kill),
        1 => (1_usize..2_000).prop_map(Happens::Pieces),
    ]
}

/// A disk, a clerk, and what is safe of their work.
struct World {
    disk: SimulatedDisk,
    typist: Typist,
    journal: Option<Journal<u64>>,
    /// What was made and is not added yet.
    waiting: Vec<Entry<u64>>,
    safe: usize,
}

impl World {
    fn new() -> World {
        let disk = SimulatedDisk::with(&["/council"]);
        let typist = Typist::new();
        let journal = folder(&disk).begin(&key(), &typist.beginning()).expect("nothing is in the way");
        World { disk, typist, journal: Some(journal), waiting: Vec::new(), safe: 0 }
    }

    fn add(&mut self) -> Result<(), StoreError> {
        let journal = self.journal.as_mut().expect("it is open");
        if journal.is_doubtful() { journal.fold(&self.typist.beginning()) } else { journal.append(&self.waiting) }?;
        self.waiting.clear();
        self.safe = self.typist.made();
        Ok(())
    }

    fn fold(&mut self) -> Result<(), StoreError> {
        self.journal.as_mut().expect("it is open").fold(&self.typist.beginning())?;
        self.waiting.clear();
        self.safe = self.typist.made();
        Ok(())
    }

    /// The process ended, and the next one takes the draft up where it is found.
    fn restart(&mut self, left: Left) -> Result<(), TestCaseError> {
        let disk = self.disk.after_power_loss(left);
        self.journal = None;
        self.waiting.clear();
        self.disk = disk;
        sweep(&self.disk, Path::new(JOURNALS));
        let recovered = folder(&self.disk).recover::<u64>(&key());
        let recovered = recovered.map_err(|error| TestCaseError::fail(error.to_string()))?;
        let recovered = recovered.ok_or_else(|| TestCaseError::fail("the journal is gone"))?;
        prop_assert!(matches!(recovered.replayed.ending, Ending::Whole | Ending::Torn));
        let found = self.typist.go_back_to(&recovered.replayed.session);
        let found = found.ok_or_else(|| TestCaseError::fail("a session that never was"))?;
        prop_assert!(found >= self.safe, "{} changes came back of {}", found, self.safe);
        let journal = folder(&self.disk).go_on(&recovered.claim, &self.typist.beginning());
        self.journal = Some(journal.map_err(|error| TestCaseError::fail(error.to_string()))?);
        self.safe = found;
        Ok(())
    }

    fn happens(&mut self, what: Happens) -> Result<(), TestCaseError> {
        match what {
            Happens::Add(changes) => {
                self.waiting.extend((0..changes).map(|_| self.typist.change()));
                // What fails is added with the next.
                let _ = self.add();
            }
            Happens::Fold => {
                let _ = self.fold();
            }
            Happens::Fails(within, how) => self.disk.fail_at(self.disk.calls().len() + within, how),
            Happens::Cut(within, left) => {
                self.disk.cut_at(self.disk.calls().len() + within);
                self.waiting.push(self.typist.change());
                let _ = self.add();
                self.waiting.push(self.typist.change());
                let _ = self.fold();
                self.restart(Left::Chance(left))?;
            }
            Happens::Kill => self.restart(Left::Everything)?,
            Happens::Pieces(most) => self.disk.write_at_most(most),
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_safe_comes_back_whatever_happens(steps in prop::collection::vec(happens(), 1..25)) {
        let mut world = World::new();
        for step in steps {
            world.happens(step)?;
        }
        world.disk.heal();
        world.add().or_else(|_| world.fold()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(world.safe, world.typist.made());
        world.restart(Left::Nothing)?;
    }
}
