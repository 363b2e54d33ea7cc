use super::{NodeId, Page};
use std::{
    fmt,
    ops::{Deref, Range},
    sync::OnceLock,
};

/// A page of a frame. It is built when somebody looks at it: of 300 pages two are in view.
pub struct Leaf {
    source: Option<Box<dyn Unbuilt>>,
    built: OnceLock<Page>,
}

/// What becomes a page when somebody looks at it.
pub trait Unbuilt: Send + Sync {
    /// The page; the same each time.
    fn build(&self) -> Page;

    /// From where to where, from the top of the page, lines of a node stand on it. The page need not be built to tell.
    fn extent_of(&self, node: NodeId) -> Option<Range<f32>>;
}

impl Leaf {
    /// A page that is still to be built.
    pub fn unbuilt(source: impl Unbuilt + 'static) -> Leaf {
        Leaf { source: Some(Box::new(source)), built: OnceLock::new() }
    }

    /// Looks at the page once: where it is not built, it is built for this and let go again.
    pub fn glance<T>(&self, look: impl FnOnce(&Page) -> T) -> T {
        match (self.built.get(), &self.source) {
            (None, Some(source)) => look(&source.build()),
            (Some(_), _) | (None, None) => look(self),
        }
    }

    /// From where to where, from the top of the page, lines of a node stand on it.
    pub fn extent_of(&self, node: NodeId) -> Option<Range<f32>> {
        match &self.source {
            Some(source) => source.extent_of(node),
            None => {
                let own = self.areas.iter().filter(|area| area.node == node).map(|area| area.y..area.y + area.height);
                own.reduce(|all, line| all.start.min(line.start)..all.end.max(line.end))
            }
        }
    }
}

impl Deref for Leaf {
    type Target = Page;

    /// The page; it is kept as long as the leaf.
    fn deref(&self) -> &Page {
        self.built.get_or_init(|| self.source.as_ref().map(|source| source.build()).unwrap_or_default())
    }
}

impl From<Page> for Leaf {
    fn from(page: Page) -> Leaf {
        Leaf { source: None, built: OnceLock::from(page) }
    }
}

impl fmt::Debug for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.glance(|page| page.fmt(f))
    }
}

impl PartialEq for Leaf {
    fn eq(&self, other: &Leaf) -> bool {
        std::ptr::eq(self, other) || self.glance(|own| other.glance(|other| own == other))
    }
}
