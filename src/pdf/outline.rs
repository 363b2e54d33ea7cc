//! Bookmarks (ISO 32000-1, 12.3.3), nested as their levels say.

use super::{
    annotation::destination,
    object::{dictionary, number, reference, text},
    structure::Structure,
    writer::Writer,
};
use crate::frame::{Frame, PlacedBookmark};
use lopdf::{Object, ObjectId};

/// Entries up to this level show those below them when a reader opens the document.
const OPEN_LEVEL: usize = 0;

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
    let bookmarks: Vec<_> = frame.bookmarks.iter().filter(|bookmark| bookmark.page < pages.len()).collect();
    let (first, last, seen) = (0, bookmarks.len().checked_sub(1)?, 0);
    let mut entries = nest(bookmarks);
    let (mut last_top, mut seen_tops) = (last, seen);
    for index in (first..=last).rev() {
        let shown = 1 + if entries[index].level <= OPEN_LEVEL { entries[index].below } else { 0 };
        match entries[index].parent {
            Some(parent) => entries[parent].below += shown,
            None => seen_tops += shown,
        }
    }
    while let Some(parent) = entries[last_top].parent {
        last_top = parent;
    }
    let root = writer.reserve();
    let ids: Vec<u32> = entries.iter().map(|_| writer.reserve()).collect();
    for (entry, &id) in entries.iter().zip(&ids) {
        let mut object = dictionary([
            ("Title", text(&entry.bookmark.text)),
            ("Parent", reference(entry.parent.map_or(root, |parent| ids[parent]))),
            ("Dest", destination(pages[entry.bookmark.page], frame.height - entry.bookmark.y)),
        ]);
        if let Some(element) = structure.element(entry.bookmark.element) {
            object.set("SE", element);
        }
        let neighbours = [("Prev", entry.previous), ("Next", entry.next), ("First", entry.first), ("Last", entry.last)];
        for (key, neighbour) in neighbours {
            if let Some(neighbour) = neighbour {
                object.set(key, reference(ids[neighbour]));
            }
        }
        if entry.first.is_some() {
            let count = i64::try_from(entry.below).unwrap_or(i64::MAX);
            object.set("Count", if entry.level <= OPEN_LEVEL { count } else { -count });
        }
        writer.put(id, &object.into());
    }
    let object = dictionary([
        ("Type", Object::Name(b"Outlines".to_vec())),
        ("First", reference(ids[first])),
        ("Last", reference(ids[last_top])),
        ("Count", number(seen_tops)),
    ]);
    writer.put(root, &object.into());
    Some(root)
}

/// Finds the neighbours. An entry belongs to the nearest one before it with a lower level, however much lower.
fn nest(bookmarks: Vec<&PlacedBookmark>) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry> = Vec::with_capacity(bookmarks.len());
    let mut ancestors: Vec<usize> = Vec::new();
    let mut last_top = None;
    for (index, bookmark) in bookmarks.into_iter().enumerate() {
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
    entries
}
