//! Bookmarks (ISO 32000-1, 12.3.3), nested as their levels say.

use super::{
    annotation::destination,
    object::{dictionary, name, number, reference, text},
    structure::Structure,
    writer::Writer,
};
use crate::frame::{Frame, PlacedBookmark};
use lopdf::{Dictionary, Object, ObjectId};

/// On how many levels, from the highest, entries show those below them when a reader opens the document.
const OPEN_LEVELS: usize = 1;

/// One entry and its neighbours, by their places in the list.
struct Entry<'a> {
    bookmark: &'a PlacedBookmark,
    level: usize,
    parent: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// How many entries below it are to be seen while it is open.
    below: usize,
}

/// Writes the bookmarks; none where there are none.
pub fn write(frame: &Frame, structure: &Structure, pages: &[ObjectId], writer: &mut Writer) -> Option<u32> {
    let entries = nest(frame.bookmarks.iter().filter(|bookmark| bookmark.page < pages.len()));
    let last = entries.iter().rposition(|entry| entry.parent.is_none())?;
    let root = writer.reserve();
    let ids: Vec<u32> = entries.iter().map(|_| writer.reserve()).collect();
    for (entry, &id) in entries.iter().zip(&ids) {
        let place = destination(pages[entry.bookmark.page], frame.height - entry.bookmark.y);
        let mut object = entry.object(root, &ids, place);
        if let Some(element) = structure.element(entry.bookmark.element) {
            object.set("SE", element);
        }
        writer.put(id, &object.into());
    }
    let shown = entries.iter().filter(|entry| entry.parent.is_none()).map(Entry::shown).sum();
    let outlines = dictionary([
        ("Type", name("Outlines")),
        ("First", reference(ids[0])),
        ("Last", reference(ids[last])),
        ("Count", number(shown)),
    ]);
    writer.put(root, &outlines.into());
    Some(root)
}

impl Entry<'_> {
    fn is_open(&self) -> bool {
        self.level < OPEN_LEVELS
    }

    /// How many entries are to be seen with it, itself among them.
    fn shown(&self) -> usize {
        1 + if self.is_open() { self.below } else { 0 }
    }

    fn object(&self, root: u32, ids: &[u32], place: Object) -> Dictionary {
        let parent = self.parent.map_or(root, |parent| ids[parent]);
        let title = text(&self.bookmark.text);
        let mut object = dictionary([("Title", title), ("Parent", reference(parent)), ("Dest", place)]);
        let neighbours = [("Prev", self.previous), ("Next", self.next), ("First", self.first), ("Last", self.last)];
        for (key, neighbour) in neighbours {
            if let Some(neighbour) = neighbour {
                object.set(key, reference(ids[neighbour]));
            }
        }
        if self.below > 0 {
            let count = i64::try_from(self.below).unwrap_or(i64::MAX);
            object.set("Count", if self.is_open() { count } else { -count });
        }
        object
    }
}

/// Finds the neighbours. An entry belongs to the nearest one before it with a lower level, however much lower.
fn nest<'a>(bookmarks: impl Iterator<Item = &'a PlacedBookmark>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut ancestors: Vec<usize> = Vec::new();
    let mut last_top = None;
    for (index, bookmark) in bookmarks.enumerate() {
        while ancestors.last().is_some_and(|&last| entries[last].bookmark.level >= bookmark.level) {
            ancestors.pop();
        }
        let parent = ancestors.last().copied();
        let previous = match parent {
            Some(parent) => entries[parent].last.replace(index),
            None => last_top.replace(index),
        };
        if let Some(parent) = parent {
            entries[parent].first.get_or_insert(index);
        }
        if let Some(previous) = previous {
            entries[previous].next = Some(index);
        }
        let level = ancestors.len();
        ancestors.push(index);
        entries.push(Entry { bookmark, level, parent, previous, next: None, first: None, last: None, below: 0 });
    }
    for index in (0..entries.len()).rev() {
        if let Some(parent) = entries[index].parent {
            entries[parent].below += entries[index].shown();
        }
    }
    entries
}
