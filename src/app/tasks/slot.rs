use std::sync::{Condvar, Mutex, PoisonError};

/// Where the newest request waits for the worker. A request that was not begun makes way for a newer one.
pub(super) struct Slot<T> {
    state: Mutex<Waiting<T>>,
    changed: Condvar,
}

struct Waiting<T> {
    request: Option<T>,
    closed: bool,
}

impl<T> Slot<T> {
    pub fn new() -> Slot<T> {
        Slot { state: Mutex::new(Waiting { request: None, closed: false }), changed: Condvar::new() }
    }

    /// Puts a request in, in place of the one that waits, if one does: `make` is told of it.
    pub fn put(&self, make: impl FnOnce(Option<T>) -> T) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let request = make(state.request.take());
        state.request = Some(request);
        drop(state);
        self.changed.notify_one();
    }

    /// Takes a request out that was not begun.
    pub fn clear(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).request = None;
    }

    /// Whether a newer request waits, or none will come.
    pub fn is_waiting(&self) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.request.is_some() || state.closed
    }

    /// Waits for a request; none once the slot is closed.
    pub fn take(&self) -> Option<T> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if state.closed {
                return None;
            }
            if let Some(request) = state.request.take() {
                return Some(request);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Lets the worker go.
    pub fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_request_takes_the_place_of_the_one_that_waits() {
        let slot = Slot::new();
        slot.put(|_| 1);
        slot.put(|earlier| earlier.unwrap_or_default() + 1);
        assert!(slot.is_waiting());
        assert_eq!(slot.take(), Some(2));
        assert!(!slot.is_waiting());
        slot.put(|_| 3);
        slot.close();
        assert_eq!(slot.take(), None);
    }
}
