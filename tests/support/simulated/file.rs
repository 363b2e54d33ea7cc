//! A file of the simulated disk that is open.

use super::state::{Change, Step};
use super::{Call, Fault, SimulatedDisk};
use minutebook::store::DiskFile;
use std::io;
use std::path::{Path, PathBuf};

pub struct Handle {
    disk: SimulatedDisk,
    id: u64,
    path: PathBuf,
    locked: bool,
}

impl Handle {
    pub fn new(disk: SimulatedDisk, id: u64, path: &Path) -> Handle {
        Handle { disk, id, path: path.to_path_buf(), locked: false }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if self.locked {
            self.disk.state().locks.remove(&self.id);
        }
    }
}

impl DiskFile for Handle {
    fn length(&self) -> io::Result<u64> {
        let mut state = self.disk.state();
        state.ask(Call::Length, &self.path)?;
        Ok(state.body(self.id).now.len() as u64)
    }

    fn read_at(&mut self, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        state.ask(Call::ReadAt, &self.path)?;
        let bytes = &state.body(self.id).now;
        let from = bytes.len().min(usize::try_from(offset).unwrap_or(usize::MAX));
        let some = (bytes.len() - from).min(into.len());
        into[..some].copy_from_slice(&bytes[from..from + some]);
        Ok(some)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.disk.state();
        let step = state.begin(Call::WriteAt, &self.path)?;
        let asked = match step {
            Step::Fail(_) => bytes.len().div_ceil(2),
            Step::Go | Step::Cut => bytes.len(),
        };
        let taken = asked.min(state.at_most.unwrap_or(asked));
        let written = state.room_for(self.id, offset, taken);
        if written == 0 && asked > 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        state.record(self.id, Change::Write { offset, bytes: bytes[..written].to_vec() });
        state.finish(step)?;
        Ok(written)
    }

    fn allocate(&mut self, length: u64) -> io::Result<()> {
        let id = self.id;
        self.disk.state().change(Call::Allocate, &self.path, |state| state.allocate(id, length))
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let id = self.id;
        self.disk.state().change(Call::Truncate, &self.path, |state| {
            state.record(id, Change::Cut(length));
            Ok(())
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.disk.wait();
        let mut state = self.disk.state();
        let step = state.begin(Call::Sync, &self.path)?;
        match step {
            Step::Go | Step::Fail(Fault::Short) => state.sync(self.id),
            // The system has forgotten what it did not bring to the disk, and the next sync brings none of it.
            Step::Fail(Fault::Error(_)) => state.forget(self.id),
            Step::Cut => {}
        }
        state.finish(step)
    }

    fn try_lock(&mut self) -> io::Result<bool> {
        let mut state = self.disk.state();
        state.ask(Call::Lock, &self.path)?;
        let free = self.locked || state.locks.insert(self.id);
        self.locked |= free;
        Ok(free)
    }
}
