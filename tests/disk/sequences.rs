//! Random sequences of saves, with failing calls and power cuts among them: what is found is always something that was
//! saved, whole, and never older than the last save that said it was done.

use crate::simulated::{Fault, Left, SimulatedDisk};
use minutebook::store::{Cause, sweep, write_file_on};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

const FILES: [&str; 3] = ["/folder/one.ron", "/folder/two.ron", "/other/three.ron"];

#[derive(Clone, Debug)]
enum Happens {
    Save { file: usize, length: usize },
    Fails { within: usize, how: Fault },
    Cut { file: usize, length: usize, within: usize, left: u64 },
    Rest { left: u64 },
    Pieces { most: usize },
    Sweep,
}

fn happens() -> impl Strategy<Value = Happens> {
    let file = 0..FILES.len();
    let length = 0_usize..5_000;
    let how = prop::sample::select(vec![
        Fault::Short,
        Fault::Error(ErrorKind::StorageFull),
        Fault::Error(ErrorKind::Other),
        Fault::Error(ErrorKind::PermissionDenied),
    ]);
    prop_oneof![
        4 => (file.clone(), length.clone()).prop_map(|(file, length)| Happens::Save { file, length }),
        3 => (0_usize..12, how).prop_map(|(within, how)| Happens::Fails { within, how }),
        2 => (file, length, 0_usize..12, any::<u64>())
            .prop_map(|(file, length, within, left)| Happens::Cut { file, length, within, left }),
        1 => any::<u64>().prop_map(|left| Happens::Rest { left }),
        1 => (1_usize..3_000).prop_map(|most| Happens::Pieces { most }),
        1 => Just(Happens::Sweep),
    ]
}

/// A disk, and what has to be on it.
struct World {
    disk: SimulatedDisk,
    /// What a reader sees of each file.
    seen: [Option<Vec<u8>>; 3],
    /// What may be found of each once the power was gone.
    possible: [BTreeSet<Option<Vec<u8>>>; 3],
    saves: u8,
}

impl World {
    fn new() -> World {
        let possible = [(); 3].map(|()| BTreeSet::from([None]));
        World { disk: SimulatedDisk::with(&["/folder", "/other"]), seen: [None, None, None], possible, saves: 0 }
    }

    fn save(&mut self, file: usize, length: usize) -> Result<(), TestCaseError> {
        self.saves = self.saves.wrapping_add(1);
        let bytes = vec![self.saves; length];
        let ended = write_file_on(&self.disk, Path::new(FILES[file]), &bytes);
        match ended.map_err(|error| error.cause) {
            Ok(()) => {
                self.possible[file] = BTreeSet::from([Some(bytes.clone())]);
                self.seen[file] = Some(bytes);
            }
            Err(Cause::Unconfirmed(_)) => {
                self.possible[file].insert(Some(bytes.clone()));
                self.seen[file] = Some(bytes);
            }
            Err(_) => {}
        }
        for (file, seen) in FILES.iter().zip(&self.seen) {
            prop_assert_eq!(&self.disk.bytes(file), seen, "{}", file);
        }
        Ok(())
    }

    fn cut(&mut self, file: usize, length: usize, within: usize, left: u64) -> Result<(), TestCaseError> {
        self.saves = self.saves.wrapping_add(1);
        let bytes = vec![self.saves; length];
        self.disk.cut_at(self.disk.calls().len() + within);
        let done = write_file_on(&self.disk, Path::new(FILES[file]), &bytes).is_ok();
        if done {
            self.possible[file].clear();
        }
        self.possible[file].insert(Some(bytes));
        self.restart(left)
    }

    fn restart(&mut self, left: u64) -> Result<(), TestCaseError> {
        self.disk = self.disk.after_power_loss(Left::Chance(left));
        for (index, file) in FILES.iter().enumerate() {
            let found = self.disk.bytes(file);
            prop_assert!(self.possible[index].contains(&found), "{} is neither old nor new", file);
            self.possible[index] = BTreeSet::from([found.clone()]);
            self.seen[index] = found;
        }
        Ok(())
    }

    fn sweep(&self) -> Result<(), TestCaseError> {
        for folder in ["/folder", "/other"] {
            sweep(&self.disk, Path::new(folder));
        }
        for path in self.disk.paths() {
            prop_assert!(FILES.map(Path::new).contains(&path.as_path()), "{} is left", path.display());
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_is_what_was_saved(steps in prop::collection::vec(happens(), 1..40)) {
        let mut world = World::new();
        for step in steps {
            match step {
                Happens::Save { file, length } => world.save(file, length)?,
                Happens::Fails { within, how } => world.disk.fail_at(world.disk.calls().len() + within, how),
                Happens::Cut { file, length, within, left } => world.cut(file, length, within, left)?,
                Happens::Rest { left } => world.restart(left)?,
                Happens::Pieces { most } => world.disk.write_at_most(most),
                Happens::Sweep => {
                    world.disk.heal();
                    world.sweep()?;
                }
            }
        }
        world.disk.heal();
        world.restart(7)?;
        world.sweep()?;
        for file in 0..FILES.len() {
            world.save(file, 10)?;
            prop_assert_eq!(world.possible[file].len(), 1, "nothing is in the way any more");
        }
    }
}
