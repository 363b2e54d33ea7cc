//! Work off the frame: the pages, the export, and what keeps the draft. The window is woken when something comes back.

mod export;
mod filed;
mod keeper;
mod outbox;
mod pages;
mod pictures;
mod slot;
mod spelling;
mod text;
mod versions;

use crate::{
    app::{Env, FiledDrafts, News, Spot},
    check::spelling::Words,
    model::{Audience, Minutes, Paragraph},
    store::KeepVersions,
    template::HouseStyle,
};
use export::{ExportResult, Order};
use keeper::Keeper;
use outbox::Outbox;
use pages::{PageRequest, PageResult, Version};
use slot::Slot;
use spelling::{SpellingRequest, SpellingResult};
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
use text::Text;

pub(in crate::app) use export::ExportResult as Exported;
pub(in crate::app) use filed::FiledResult as FiledRead;
pub(in crate::app) use keeper::{
    Back, Chore, Farewell, Found, Kept, LeftBehind, NotWritten, Opened, Opening, Step as KeeperStep, Subject, Written,
};
pub(in crate::app) use pages::{PageResult as PagesMade, Version as PagesVersion};
pub(in crate::app) use spelling::SpellingResult as Spelled;
pub(in crate::app) use text::Step as PagesStep;
pub(in crate::app) use versions::{CompareOrder, Shelf, VersionsResult};

/// What comes back from work off the frame.
pub(super) enum Message {
    /// From the pages.
    Pages(PageResult),
    /// From the export.
    Export(ExportResult),
    /// What is on file.
    Filed(filed::FiledResult),
    /// From the spelling.
    Spelling(SpellingResult),
    /// From what keeps the draft.
    Kept(Kept),
    /// Of other people and programs on the draft.
    Shared(News),
    /// From earlier versions.
    Versions(VersionsResult),
}

/// The work that is under way.
pub(super) struct Tasks {
    slot: Arc<Slot<PageRequest>>,
    outbox: Outbox<Message>,
    inbox: Receiver<Message>,
    pages: Option<JoinHandle<()>>,
    spelling_slot: Arc<Slot<SpellingRequest>>,
    spelling: Option<JoinHandle<()>>,
    export: Option<ExportUnderWay>,
    filed: Option<ReadingUnderWay>,
    keeper: Option<Keeper>,
    versions: Option<(Shelf, JoinHandle<()>)>,
    /// How long automatic versions are kept.
    keep_versions: KeepVersions,
    /// Whether the disk is waited for at the end.
    waits: bool,
    /// What was asked of the pages last.
    asked: Option<Asked>,
    /// What was changed since then, in order.
    steps: Vec<PagesStep>,
}

struct Asked {
    version: Version,
    view: Range<usize>,
    scale: f32,
    style: Arc<HouseStyle>,
}

struct ReadingUnderWay {
    cancelled: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

struct ExportUnderWay {
    cancelled: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Tasks {
    pub fn new() -> Tasks {
        let (outbox, inbox) = Outbox::new();
        Tasks {
            slot: Arc::new(Slot::new()),
            outbox,
            inbox,
            pages: None,
            filed: None,
            spelling_slot: Arc::new(Slot::new()),
            spelling: None,
            export: None,
            keeper: None,
            versions: None,
            keep_versions: KeepVersions::default(),
            waits: true,
            asked: None,
            steps: Vec::new(),
        }
    }

    /// Whom to wake when something comes back.
    pub fn set_waker(&self, waker: Box<dyn Fn() + Send + Sync>) {
        self.outbox.set_waker(waker);
    }

    /// What came back since the last call.
    pub fn collect(&mut self) -> Vec<Message> {
        self.inbox.try_iter().collect()
    }

    /// Notes a change, so that the pages can be told of it alone.
    pub fn note(&mut self, step: PagesStep) {
        // Who was told of nothing yet is told of the whole.
        if self.asked.is_some() {
            self.steps.push(step);
        }
    }

    /// Has the worker begin from the whole minutes with the next request.
    pub fn forget_pages(&mut self) {
        self.asked = None;
        self.steps.clear();
    }

    /// Asks for the pages in view. The minutes are copied where the steps to their version are not known; asking for the same
    /// again does nothing. Gives whether they were copied.
    pub fn ask_pages(
        &mut self,
        version: Version,
        minutes: &Minutes,
        style: &HouseStyle,
        view: Range<usize>,
        scale: f32,
    ) -> std::io::Result<bool> {
        let known = self.asked.as_ref();
        if known.is_some_and(|asked| asked.version == version && asked.view == view && asked.scale == scale) {
            return Ok(false);
        }
        self.start_pages()?;
        let steps = std::mem::take(&mut self.steps);
        let known = self.asked.take();
        let text = text_since(known.as_ref().map(|asked| asked.version), version, steps, minutes);
        let copied = text.whole.is_some();
        let style = match known {
            Some(asked) if asked.style.name == style.name => asked.style,
            _ => Arc::new(style.clone()),
        };
        self.asked = Some(Asked { version, view: view.clone(), scale, style: style.clone() });
        self.slot.put(|earlier| {
            let text = match earlier {
                Some(earlier) => text.behind(earlier.text),
                None => text,
            };
            PageRequest { version, text, style, view, scale }
        });
        Ok(copied)
    }

    /// Wants no pages any more.
    pub fn leave_pages(&mut self) {
        self.slot.clear();
        self.forget_pages();
    }

    fn start_pages(&mut self) -> std::io::Result<()> {
        if self.pages.is_none() {
            let (slot, outbox) = (self.slot.clone(), self.outbox.clone());
            let work = move || pages::work(&slot, &outbox, Message::Pages);
            self.pages = Some(thread::Builder::new().name("pages".to_owned()).spawn(work)?);
        }
        Ok(())
    }

    /// Where versions are handed in and read; the thread is started where it does not run yet.
    pub(in crate::app) fn shelf(&mut self, env: &Env) -> std::io::Result<Shelf> {
        match &self.versions {
            Some((shelf, _)) => Ok(shelf.clone()),
            None => {
                let (shelf, thread) = versions::start(env, self.keep_versions, self.outbox.clone(), Message::Versions)?;
                self.versions = Some((shelf.clone(), thread));
                Ok(shelf)
            }
        }
    }

    /// Says how long automatic versions are kept from now on.
    pub fn keep_versions(&mut self, keep: KeepVersions) {
        self.keep_versions = keep;
        if let Some((shelf, _)) = &self.versions {
            shelf.how_many(keep);
        }
    }

    /// What keeps the draft; it is started where it does not run yet.
    pub(in crate::app) fn keeper(&mut self, env: &Env) -> std::io::Result<&mut Keeper> {
        let shelf = self.shelf(env)?;
        match &mut self.keeper {
            Some(keeper) => Ok(keeper),
            none => Ok(none.insert(Keeper::start(self.outbox.clone(), env, shelf)?)),
        }
    }

    /// Does not wait at the end for a disk that does not answer.
    pub fn do_not_wait(&mut self) {
        self.waits = false;
        if let Some(keeper) = &mut self.keeper {
            keeper.do_not_wait();
        }
    }

    /// Tells what keeps the draft where the clerk is.
    pub fn here(&mut self, spot: Spot) {
        if let Some(keeper) = &mut self.keeper {
            keeper.here(spot);
        }
    }

    /// Tells what keeps the draft that it was changed.
    pub fn follow(&self, step: KeeperStep) {
        if let Some(keeper) = &self.keeper {
            keeper.step(step);
        }
    }

    /// Asks for paragraphs to be checked, in place of those that wait, and for suggestions for a word.
    pub fn ask_spelling(
        &mut self,
        paragraphs: Vec<Paragraph>,
        words: Arc<Words>,
        suggest: Option<String>,
    ) -> std::io::Result<()> {
        if self.spelling.is_none() {
            let (slot, outbox) = (self.spelling_slot.clone(), self.outbox.clone());
            let work = move || spelling::work(&slot, &outbox, Message::Spelling);
            self.spelling = Some(thread::Builder::new().name("spelling".to_owned()).spawn(work)?);
        }
        self.spelling_slot.put(|earlier| {
            let suggest = suggest.or_else(|| earlier.and_then(|earlier| earlier.suggest));
            SpellingRequest { paragraphs, words, suggest }
        });
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

    /// Begins to read what is on file in a folder. What was asked for before is not waited for any more.
    pub fn read_filed(&mut self, port: Arc<dyn FiledDrafts>, folder: PathBuf) -> std::io::Result<()> {
        self.leave_filed();
        let cancelled = Arc::new(AtomicBool::new(false));
        let (stop, outbox) = (cancelled.clone(), self.outbox.clone());
        let work = move || filed::work(&*port, &folder, &stop, &outbox, Message::Filed);
        let thread = thread::Builder::new().name("filed minutes".to_owned()).spawn(work)?;
        self.filed = Some(ReadingUnderWay { cancelled, thread });
        Ok(())
    }

    /// Waits no longer for what is on file.
    fn leave_filed(&mut self) {
        if let Some(reading) = self.filed.take() {
            reading.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Stops the export between two of its stages.
    pub fn cancel_export(&self) {
        if let Some(export) = &self.export {
            export.cancelled.store(true, Ordering::Relaxed);
        }
    }
}

/// What the worker is to be told, who was told last of the minutes of another version.
fn text_since(known: Option<Version>, version: Version, steps: Vec<PagesStep>, minutes: &Minutes) -> Text {
    let Some(known) = known.filter(|known| known.draft == version.draft) else { return Text::whole(minutes) };
    let mut at = known.revision;
    let follows = |step: &PagesStep| {
        let fits = step.draft == version.draft && step.from == at;
        at = step.to;
        fits
    };
    if steps.iter().all(follows) && at == version.revision {
        Text { whole: None, then: steps.into_iter().map(|step| step.edit).collect() }
    } else {
        Text::whole(minutes)
    }
}

impl Drop for Tasks {
    /// Waits for the threads, so that nothing half-written is left at the end.
    fn drop(&mut self) {
        self.cancel_export();
        if let Some(keeper) = self.keeper.take() {
            keeper.end();
        }
        let versions = self.versions.take().map(|(shelf, thread)| {
            shelf.end();
            thread
        });
        let versions = versions.filter(|_| self.waits);
        self.slot.close();
        self.spelling_slot.close();
        let export = self.export.take().map(|export| export.thread);
        let filed = self.filed.take().map(|reading| {
            reading.cancelled.store(true, Ordering::Relaxed);
            reading.thread
        });
        for thread in [self.pages.take(), self.spelling.take(), export, filed, versions].into_iter().flatten() {
            // A thread that panicked has nothing more to say here.
            let _ = thread.join();
        }
    }
}
