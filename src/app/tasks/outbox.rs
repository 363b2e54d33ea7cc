use std::sync::{
    Arc, PoisonError, RwLock,
    mpsc::{self, Receiver, Sender},
};

/// What tells the window that something came back.
type Wake = Box<dyn Fn() + Send + Sync>;

/// Where work off the frame puts its results.
pub(super) struct Outbox<T> {
    sender: Sender<T>,
    waker: Arc<RwLock<Option<Wake>>>,
}

impl<T> Clone for Outbox<T> {
    fn clone(&self) -> Self {
        Outbox { sender: self.sender.clone(), waker: self.waker.clone() }
    }
}

impl<T> Outbox<T> {
    /// An outbox, and where the results come out.
    pub fn new() -> (Outbox<T>, Receiver<T>) {
        let (sender, receiver) = mpsc::channel();
        (Outbox { sender, waker: Arc::default() }, receiver)
    }

    /// Whom to wake from now on.
    pub fn set_waker(&self, waker: Wake) {
        *self.waker.write().unwrap_or_else(PoisonError::into_inner) = Some(waker);
    }

    /// Hands a result over. Where nobody waits for it any more it is dropped.
    pub fn send(&self, result: T) {
        if self.sender.send(result).is_ok()
            && let Some(waker) = &*self.waker.read().unwrap_or_else(PoisonError::into_inner)
        {
            waker();
        }
    }
}
