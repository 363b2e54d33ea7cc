//! The ports of the machine on which the program runs.

use super::{Clock, Env, FolderDrafts, Folders, Ids, Pace, SharingPort};
use crate::{
    model::{Id, Minutes},
    store::SystemDisk,
};
use etcetera::{AppStrategy, AppStrategyArgs};
use jiff::{Timestamp, tz::TimeZone};
use std::{
    hash::{BuildHasher, RandomState},
    sync::Arc,
    time::Instant,
};

impl Env {
    /// The machine's clock and zone, its folders, and ids out of chance.
    pub fn system() -> Env {
        Env {
            clock: Box::new(SystemClock { start: Instant::now() }),
            ids: Box::new(RandomIds::default()),
            folders: system_folders(),
            disk: Arc::new(SystemDisk),
            pace: Pace::default(),
            sharing: Some(SharingPort::system()),
            drafts: Arc::new(FolderDrafts::default()),
            clipboard: super::clipboard::system(),
        }
    }
}

struct SystemClock {
    start: Instant,
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place at which the port is the machine's clock")]
    fn now(&self) -> jiff::civil::DateTime {
        jiff::ZonedDateTime::now().datetime()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place at which the port is the machine's clock")]
    fn moment(&self) -> Timestamp {
        Timestamp::now()
    }

    #[expect(clippy::disallowed_methods, reason = "the one place at which the port is the machine's clock")]
    fn moments(&self) -> Arc<dyn Fn() -> Timestamp + Send + Sync> {
        Arc::new(Timestamp::now)
    }

    fn local(&self, moment: Timestamp) -> jiff::civil::DateTime {
        TimeZone::system().to_datetime(moment)
    }

    fn millis(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// Ids that two drafts hardly ever give alike, so that a node keeps its id when it travels from one to another.
#[derive(Default)]
struct RandomIds {
    seed: RandomState,
    given: u64,
}

impl Ids for RandomIds {
    fn fresh(&mut self, _minutes: &Minutes) -> Id {
        self.given += 1;
        let [a, b, c, d, ..] = self.seed.hash_one(self.given).to_be_bytes();
        Id(u32::from_be_bytes([a, b, c, d]))
    }
}

fn system_folders() -> Folders {
    let names = AppStrategyArgs {
        top_level_domain: "org".to_owned(),
        author: "Minutebook".to_owned(),
        app_name: "minutebook".to_owned(),
    };
    let Ok(strategy) = etcetera::choose_app_strategy(names) else { return Folders::default() };
    let home = strategy.home_dir().to_path_buf();
    let documents = [home.join("Documents"), home].into_iter().find(|folder| folder.is_dir());
    Folders {
        config: Some(strategy.config_dir()),
        state: Some(strategy.state_dir().unwrap_or_else(|| strategy.data_dir())),
        documents,
    }
}
