use crate::{
    app::Picture,
    frame::{Frame, Leaf},
    pdf, preview,
};
use std::{collections::HashMap, ops::Range, sync::Arc};

/// The pictures of the pages that were in view, so that only those are drawn again that changed.
#[derive(Default)]
pub(super) struct Pictures {
    drawn: HashMap<usize, Drawn>,
    last_stamp: u64,
}

struct Drawn {
    page: Arc<Leaf>,
    scale: f32,
    picture: Picture,
}

impl Pictures {
    /// The pictures of pages in view. Each run of pages that changed is one PDF; where `hurry` says so, the rest is left
    /// for later. Pictures of pages out of view are dropped.
    pub fn of(
        &mut self,
        frame: &Frame,
        view: Range<usize>,
        scale: f32,
        hurry: impl Fn() -> bool,
    ) -> Vec<(usize, Picture)> {
        let view = view.start.min(frame.pages.len())..view.end.min(frame.pages.len());
        self.drawn.retain(|number, _| view.contains(number));
        for (at, run) in self.changed(frame, view.clone(), scale).into_iter().enumerate() {
            // The first is drawn always: whoever types fast must see something, too.
            if at > 0 && hurry() {
                break;
            }
            self.draw(frame, run, scale);
        }
        let current = |number: &usize| self.drawn.get(number).map(|drawn| (*number, drawn.picture.clone()));
        view.collect::<Vec<_>>().iter().filter_map(current).collect()
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.drawn.clear();
    }

    /// The runs of pages whose pictures are no longer right.
    fn changed(&self, frame: &Frame, view: Range<usize>, scale: f32) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for number in view {
            let page = &frame.pages[number];
            let same = |drawn: &Drawn| drawn.scale == scale && Arc::ptr_eq(&drawn.page, page);
            if self.drawn.get(&number).is_some_and(same) {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.end == number => run.end += 1,
                _ => runs.push(number..number + 1),
            }
        }
        runs
    }

    fn draw(&mut self, frame: &Frame, run: Range<usize>, scale: f32) {
        let document = pdf::preview(frame, run.clone());
        for (at, number) in run.enumerate() {
            let Ok(bitmap) = preview::rasterise(&document, at, scale) else { continue };
            self.last_stamp += 1;
            let picture = Picture { bitmap: Arc::new(bitmap), stamp: self.last_stamp };
            self.drawn.insert(number, Drawn { page: frame.pages[number].clone(), scale, picture });
        }
    }
}
