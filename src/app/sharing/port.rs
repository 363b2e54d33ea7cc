use crate::store::Holder;
use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

/// What is taken from the world to share drafts with other people: who this is, and a clock.
#[derive(Clone)]
pub struct SharingPort {
    /// The clerk and the machine. It is asked once, off the frame: on some machines a directory on the network knows.
    pub whoami: Arc<dyn Fn() -> Holder + Send + Sync>,
    /// The time since some moment; it never goes back and nobody can set it.
    pub elapsed: Arc<dyn Fn() -> Duration + Send + Sync>,
    /// How often the draft's file is looked at.
    pub look: Duration,
}

impl SharingPort {
    /// This machine, and whoever is logged in.
    pub fn system() -> SharingPort {
        let start = Instant::now();
        SharingPort {
            whoami: Arc::new(whoami_here),
            elapsed: Arc::new(move || start.elapsed()),
            look: Duration::from_secs(2),
        }
    }
}

impl fmt::Debug for SharingPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharingPort").field("look", &self.look).finish_non_exhaustive()
    }
}

fn whoami_here() -> Holder {
    let is_name = |name: &String| !name.trim().is_empty() && name != "Unknown";
    let named = whoami::realname().ok().filter(is_name).or_else(|| whoami::username().ok().filter(is_name));
    Holder::new(&named.unwrap_or_default(), &whoami::hostname().unwrap_or_default())
}
