//! Reading order: what each element holds, its own content and the elements in it.

use super::annotation::Annotations;
use crate::frame::{ElementId, Frame};

/// What an element holds.
#[derive(Clone, Copy)]
pub enum Kid {
    /// An element.
    Element(ElementId),
    /// Marked content on a page.
    Content {
        /// The page, from 0.
        page: usize,
        /// Its identifier there.
        mcid: usize,
    },
    /// An annotation, by its place among all.
    Annotation(usize),
}

/// What each element holds. Elements stand in the order of the tree; content of their parent's own goes between them where it
/// comes first on the pages. An element without any content stays behind the one before it.
pub fn order(frame: &Frame, owners: &[Vec<ElementId>], links: &Annotations) -> Vec<Vec<Kid>> {
    let elements = &frame.tags.elements;
    let mut own: Vec<Vec<(usize, Kid)>> = vec![Vec::new(); elements.len()];
    let mut order = 0;
    for (page, owners) in owners.iter().enumerate() {
        for (mcid, id) in owners.iter().enumerate() {
            own[id.0 as usize].push((order, Kid::Content { page, mcid }));
            order += 1;
        }
    }
    for (place, annotation) in links.all.iter().enumerate() {
        own[annotation.element.0 as usize].push((order, Kid::Annotation(place)));
    }
    let mut children: Vec<Vec<ElementId>> = vec![Vec::new(); elements.len()];
    let mut first: Vec<Option<usize>> = own.iter().map(|own| own.first().map(|(order, _)| *order)).collect();
    for (index, element) in elements.iter().enumerate().rev() {
        if let (Some(parent), Ok(id)) = (element.parent, u32::try_from(index)) {
            let parent = parent.0 as usize;
            children[parent].push(ElementId(id));
            first[parent] = [first[parent], first[index]].into_iter().flatten().min();
        }
    }
    let merge = |(own, children): (Vec<(usize, Kid)>, Vec<ElementId>)| {
        let mut own = own.into_iter().peekable();
        let mut kids = Vec::new();
        for child in children.into_iter().rev() {
            while let Some((_, kid)) =
                own.next_if(|(order, _)| first[child.0 as usize].is_some_and(|first| *order < first))
            {
                kids.push(kid);
            }
            kids.push(Kid::Element(child));
        }
        kids.extend(own.map(|(_, kid)| kid));
        kids
    };
    own.into_iter().zip(children).map(merge).collect()
}
