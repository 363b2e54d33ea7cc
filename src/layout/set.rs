use super::{
    cache::Cache,
    clean::sane,
    draw::Sketch,
    furnish::furnish,
    measure::measure,
    paginate::paginate,
    place::place,
    plan::{Flow, Plan, Sheet},
    shapes::{Before, Shapes},
};
use crate::frame::{Document, Frame, Leaf, Margins, Missing, NodeId, PageSetup, PlacedBookmark, Target};
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// Sets documents. It remembers what it set last, so that setting almost the same again costs little.
pub struct Setter {
    cache: Cache,
    /// The pages of the last frame, with all that decided how they were drawn.
    last: Vec<(Arc<Plan>, Arc<Leaf>)>,
    /// How the last document was distributed over pages.
    shapes: Shapes,
    paginated: usize,
    /// How many pages were built since the last call of [`Setter::counts`], also by whoever looked at a frame later.
    built: Arc<AtomicUsize>,
}

/// How much work was done: what must not grow with the length of a draft when one letter of it is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Texts that were broken into lines: paragraphs, and by themselves their labels and what stands beside them.
    pub paragraphs: usize,
    /// Pages whose breaks were looked for; the others were taken over from the last frame.
    pub paginated: usize,
    /// Pages that were built, since somebody looked at them.
    pub pages: usize,
}

impl Default for Setter {
    fn default() -> Self {
        Self::new()
    }
}

impl Setter {
    /// A setter that remembers nothing yet. It reads the bundled faces: make one and keep it.
    pub fn new() -> Self {
        Self { cache: Cache::new(), last: Vec::new(), shapes: Shapes::default(), paginated: 0, built: Arc::default() }
    }

    /// Sets a document: the same document always gives the same frame, whatever was set before.
    ///
    /// Measures without sense (negative, not a number, margins that leave no room) are brought within bounds, so that every
    /// document gives a frame.
    pub fn set(&mut self, document: &Document) -> Frame {
        let setup = sane_setup(&document.page);
        self.cache.begin(&document.meta.language);
        let margins = setup.margins;
        let (width, height) = (setup.width - margins.left - margins.right, setup.height - margins.top - margins.bottom);
        let (mut flow, tags, mut missing) = measure(document, (width, height), &mut self.cache);
        let shapes = Shapes::of(&flow, height);
        let (sheets, new) = paginate(&mut flow, height, &Before::new(&self.shapes, &shapes));
        self.paginated += new;
        self.shapes = shapes.with(&sheets, flow.slices.len());
        let pages = self.pages(&flow, &sheets, &setup, &mut missing);
        self.cache.end();
        let (bookmarks, targets) = leads(&flow, &sheets, margins.top);
        Frame {
            meta: document.meta.clone(),
            width: setup.width,
            height: setup.height,
            first_number: setup.first_number,
            pages,
            tags,
            bookmarks,
            targets,
            missing,
        }
    }

    /// What was done since the last call.
    pub fn counts(&mut self) -> Counts {
        let paginated = std::mem::take(&mut self.paginated);
        Counts { paragraphs: self.cache.take_count(), paginated, pages: self.built.swap(0, Ordering::Relaxed) }
    }

    fn pages(
        &mut self,
        flow: &Flow,
        sheets: &[Sheet],
        setup: &PageSetup,
        missing: &mut Vec<Missing>,
    ) -> Vec<Arc<Leaf>> {
        let count = u32::try_from(sheets.len()).unwrap_or(u32::MAX);
        let last_number = setup.first_number.saturating_add(count.saturating_sub(1));
        let mut pages = Vec::with_capacity(sheets.len());
        let mut lacking: Vec<char> = Vec::new();
        for (index, sheet) in sheets.iter().enumerate() {
            let number = setup.first_number.saturating_add(u32::try_from(index).unwrap_or(u32::MAX));
            let mut plan = place(flow, sheet, setup.margins);
            for character in furnish(setup, &mut self.cache, &mut plan, number, last_number) {
                if !lacking.contains(&character) {
                    lacking.push(character);
                }
            }
            pages.push(self.page(index, plan));
        }
        missing.extend(lacking.into_iter().map(|character| Missing { character, node: NodeId(0) }));
        self.last.truncate(pages.len());
        pages
    }

    /// The page that was there if it is the same, else a new one, which is not built yet.
    fn page(&mut self, index: usize, plan: Plan) -> Arc<Leaf> {
        if let Some((last, page)) = self.last.get(index)
            && **last == plan
        {
            return page.clone();
        }
        let plan = Arc::new(plan);
        let page = Arc::new(Leaf::unbuilt(Sketch::new(plan.clone(), self.built.clone())));
        match self.last.get_mut(index) {
            Some(last) => *last = (plan, page.clone()),
            None => self.last.push((plan, page.clone())),
        }
        page
    }
}

/// A page setup that leaves room for text.
fn sane_setup(setup: &PageSetup) -> PageSetup {
    let (width, height) = (sane(setup.width, 72.0, 14_400.0), sane(setup.height, 72.0, 14_400.0));
    let left = sane(setup.margins.left, 0.0, width - 36.0);
    let top = sane(setup.margins.top, 0.0, height - 36.0);
    let margins = Margins {
        top,
        right: sane(setup.margins.right, 0.0, width - left - 36.0),
        bottom: sane(setup.margins.bottom, 0.0, height - top - 36.0),
        left,
    };
    PageSetup { width, height, margins, ..setup.clone() }
}

/// Where bookmarks and links within the document lead.
fn leads(flow: &Flow, sheets: &[Sheet], margin: f32) -> (Vec<PlacedBookmark>, Vec<Target>) {
    let (mut bookmarks, mut targets) = (Vec::new(), Vec::new());
    let places =
        sheets.iter().enumerate().flat_map(|(page, sheet)| sheet.slices.iter().map(move |slice| (page, slice)));
    for (page, &(slice, top)) in places {
        let y = margin + top;
        for anchor in &flow.slices[slice].anchors {
            let element = anchor.element;
            targets.extend(anchor.target.map(|node| Target { node, page, y, element }));
            if let Some(bookmark) = &anchor.bookmark {
                let (level, text) = (bookmark.level, bookmark.text.clone());
                bookmarks.push(PlacedBookmark { level, text, page, y, element });
            }
        }
    }
    (bookmarks, targets)
}
