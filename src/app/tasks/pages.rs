use super::{outbox::Outbox, pictures::Pictures, slot::Slot, text::Text};
use crate::{
    app::Picture,
    compose::Composer,
    frame::Frame,
    layout::Setter,
    model::{Audience, Minutes},
    template::HouseStyle,
};
use std::{ops::Range, panic::AssertUnwindSafe, sync::Arc};

/// Which state of which draft pages are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Version {
    /// Counts up with each draft that is opened.
    pub draft: u64,
    /// The revision of its session.
    pub revision: u64,
    /// For whom.
    pub audience: Audience,
}

/// What is wanted of the worker.
pub(super) struct PageRequest {
    pub version: Version,
    /// What the minutes are now, from what the worker knows of them.
    pub text: Text,
    pub style: Arc<HouseStyle>,
    /// The pages in view.
    pub view: Range<usize>,
    /// Pixels for each point.
    pub scale: f32,
}

/// What comes back of it.
pub(in crate::app) enum PageResult {
    /// The pages were set.
    Set { version: Version, frame: Arc<Frame> },
    /// The pages in view were drawn; one whose turn did not come is not among them.
    Drawn { version: Version, pictures: Vec<(usize, Picture)> },
    /// They could not be made.
    Failed { version: Version },
    /// The worker no longer knows the minutes: it is to be given them whole.
    Lost,
}

/// Makes pages until the slot is closed. The composer and the setter stay, so that a keystroke composes one item and breaks
/// one paragraph again.
pub(super) fn work<T>(slot: &Slot<PageRequest>, outbox: &Outbox<T>, wrap: impl Fn(PageResult) -> T) {
    let mut worker = Worker::default();
    let mut minutes = Minutes::default();
    let mut lost = false;
    while let Some(mut request) = slot.take() {
        let version = request.version;
        // Once a change did not fit, those behind it are changes of something else.
        lost &= request.text.whole.is_none();
        lost = lost || request.text.take_in(&mut minutes).is_err();
        if lost {
            outbox.send(wrap(PageResult::Lost));
            continue;
        }
        // A fault in the making of a page must not take the draft with it: the clerk goes on, the pages stay as they were.
        let made = std::panic::catch_unwind(AssertUnwindSafe(|| {
            worker.make(&minutes, &request, slot, |r| outbox.send(wrap(r)));
        }));
        if made.is_err() {
            worker = Worker::default();
            outbox.send(wrap(PageResult::Failed { version }));
        }
    }
}

#[derive(Default)]
struct Worker {
    composer: Composer,
    setter: Setter,
    pictures: Pictures,
    last: Option<(Version, Arc<Frame>)>,
    /// Earlier pages that the window may still show. They are freed here: a long draft's are many small pieces.
    earlier: Vec<Arc<Frame>>,
}

impl Worker {
    fn make(&mut self, minutes: &Minutes, request: &PageRequest, slot: &Slot<PageRequest>, send: impl Fn(PageResult)) {
        let version = request.version;
        self.earlier.retain(|frame| Arc::strong_count(frame) > 1);
        let frame = match &self.last {
            Some((last, frame)) if *last == version => frame.clone(),
            _ => {
                if self.last.as_ref().is_some_and(|(last, _)| last.draft != version.draft) {
                    self.composer = Composer::default();
                    self.setter = Setter::default();
                    self.pictures.clear();
                }
                let document = self.composer.compose(minutes, &request.style, version.audience);
                let frame = Arc::new(self.setter.set(&document));
                self.earlier.extend(self.last.replace((version, frame.clone())).map(|(_, frame)| frame));
                send(PageResult::Set { version, frame: frame.clone() });
                frame
            }
        };
        let pictures = self.pictures.of(&frame, request.view.clone(), request.scale, || slot.is_waiting());
        send(PageResult::Drawn { version, pictures });
    }
}
