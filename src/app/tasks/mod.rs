//! Work off the frame: the pages and the export. The window is woken when something comes back.

mod export;
mod outbox;
mod pages;
mod pictures;
mod slot;

use crate::{
    model::{Audience, Minutes},
    template::HouseStyle,
};
use export::{ExportResult, Order};
use outbox::Outbox;
use pages::{PageRequest, PageResult, Version};
use slot::Slot;
use std::{
    ops::Range,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::Receiver,
    },
    thread::{self, JoinHandle},
};

pub(in crate::app) use export::ExportResult as Exported;
pub(in crate::app) use pages::{PageResult as PagesMade, Version as PagesVersion};

/// What comes back from work off the frame.
pub(super) enum Message {
    /// From the pages.
    Pages(PageResult),
    /// From the export.
    Export(ExportResult),
}

/// The work that is under way.
pub(super) struct Tasks {
    slot: Arc<Slot<PageRequest>>,
    outbox: Outbox<Message>,
    inbox: Receiver<Message>,
    pages: Option<JoinHandle<()>>,
    export: Option<ExportUnderWay>,
    /// What was asked of the pages last.
    asked: Option<PageRequest>,
}

struct ExportUnderWay {
    cancelled: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Tasks {
    pub fn new() -> Tasks {
        let (outbox, inbox) = Outbox::new();
        Tasks { slot: Arc::new(Slot::new()), outbox, inbox, pages: None, export: None, asked: None }
    }

    /// Whom to wake when something comes back.
    pub fn set_waker(&self, waker: Box<dyn Fn() + Send + Sync>) {
        self.outbox.set_waker(waker);
    }

    /// What came back since the last call.
    pub fn collect(&mut self) -> Vec<Message> {
        self.inbox.try_iter().collect()
    }

    /// Asks for the pages in view. The minutes are copied where their version is new; asking for the same again does
    /// nothing.
    pub fn ask_pages(
        &mut self,
        version: Version,
        minutes: &Minutes,
        style: &HouseStyle,
        view: Range<usize>,
        scale: f32,
    ) -> std::io::Result<()> {
        let known = self.asked.as_ref();
        if known.is_some_and(|asked| asked.version == version && asked.view == view && asked.scale == scale) {
            return Ok(());
        }
        let same_text =
            |asked: &&PageRequest| asked.version.draft == version.draft && asked.version.revision == version.revision;
        let minutes = known.filter(same_text).map_or_else(|| Arc::new(minutes.clone()), |asked| asked.minutes.clone());
        let same_style = |asked: &&PageRequest| asked.style.name == style.name;
        let style = known.filter(same_style).map_or_else(|| Arc::new(style.clone()), |asked| asked.style.clone());
        let request = PageRequest { version, minutes, style, view, scale };
        self.asked = Some(request.clone());
        self.start_pages()?;
        self.slot.put(request);
        Ok(())
    }

    /// Wants no pages any more.
    pub fn leave_pages(&mut self) {
        self.slot.clear();
        self.asked = None;
    }

    fn start_pages(&mut self) -> std::io::Result<()> {
        if self.pages.is_none() {
            let (slot, outbox) = (self.slot.clone(), self.outbox.clone());
            let work = move || pages::work(&slot, &outbox, Message::Pages);
            self.pages = Some(thread::Builder::new().name("pages".to_owned()).spawn(work)?);
        }
        Ok(())
    }

    /// Begins an export. The one before it has handed back its result.
    pub fn export(
        &mut self,
        minutes: Minutes,
        style: HouseStyle,
        audience: Audience,
        path: PathBuf,
    ) -> std::io::Result<()> {
        let cancelled = Arc::new(AtomicBool::new(false));
        let order = Order { minutes, style, audience, path, cancelled: cancelled.clone() };
        let outbox = self.outbox.clone();
        let work = move || export::work(&order, &outbox, Message::Export);
        let thread = thread::Builder::new().name("export".to_owned()).spawn(work)?;
        self.export = Some(ExportUnderWay { cancelled, thread });
        Ok(())
    }

    /// Stops the export between two of its stages.
    pub fn cancel_export(&self) {
        if let Some(export) = &self.export {
            export.cancelled.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Tasks {
    /// Waits for the threads, so that nothing half-written is left at the end.
    fn drop(&mut self) {
        self.cancel_export();
        self.slot.close();
        let export = self.export.take().map(|export| export.thread);
        for thread in [self.pages.take(), export].into_iter().flatten() {
            // A thread that panicked has nothing more to say here.
            let _ = thread.join();
        }
    }
}
