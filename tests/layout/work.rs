//! One change, little work; the same document, the same frame.

use crate::build::*;
use minutebook::layout::{Counts, Setter};
use std::sync::Arc;

fn long() -> Vec<minutebook::frame::Block> {
    let words = "The Board considered a report of the Director of Place and noted it. ".repeat(4);
    (0..200).map(|node| p(node, &format!("{node} {words}"))).collect()
}

#[test]
fn one_changed_paragraph_breaks_one_paragraph() {
    let mut blocks = long();
    let mut setter = Setter::new();
    let before = setter.set(&document(blocks.clone()));
    let all = setter.counts();
    assert_eq!((all.paragraphs, all.pages), (200, 0));
    assert!(before.pages.iter().all(|page| !page.marks.is_empty()));
    assert_eq!(setter.counts().pages, before.pages.len(), "pages are built when somebody looks at them");

    blocks[100] = p(100, "100 The Board considered a report of the Director of Place and noted it well. ");
    setter.set(&document(blocks));
    assert_eq!(setter.counts().paragraphs, 1);
}

#[test]
fn a_letter_that_moves_no_line_builds_one_page() {
    let mut blocks = long();
    let mut setter = Setter::new();
    let before = setter.set(&document(blocks.clone()));
    assert!(before.pages.iter().all(|page| !page.marks.is_empty()));
    setter.counts();
    blocks[100] = with(blocks[100].clone(), |p| {
        if let Some(minutebook::frame::Inline::Text(run)) = p.text.first_mut() {
            run.text = run.text.replacen("noted it", "noted is", 1);
        }
    });
    let after = setter.set(&document(blocks));
    assert!(after.pages.iter().all(|page| !page.marks.is_empty()));
    let counts = setter.counts();
    assert_eq!(counts, Counts { paragraphs: 1, paginated: 0, pages: 1 });
    let same = before.pages.iter().zip(&after.pages).filter(|(before, after)| Arc::ptr_eq(before, after)).count();
    assert_eq!(same, before.pages.len() - 1);
}

#[test]
fn the_same_again_costs_nothing() {
    let document = document(long());
    let mut setter = Setter::new();
    let first = setter.set(&document);
    setter.counts();
    let second = setter.set(&document);
    assert_eq!(setter.counts(), Counts::default());
    assert_eq!(first, second);
}

#[test]
fn what_was_set_before_does_not_matter() {
    let document_1 = document(long());
    let mut blocks = long();
    blocks.truncate(120);
    blocks.insert(3, table(900, 1, &[&["a", "b"], &["c", "d"]]));
    blocks.reverse();
    let document_2 = document(blocks);
    let mut used = Setter::new();
    used.set(&document_1);
    used.set(&document_2);
    assert_eq!(used.set(&document_1), Setter::new().set(&document_1));
    assert_eq!(used.set(&document_2), Setter::new().set(&document_2));
}

#[test]
fn a_paragraph_that_comes_back_after_one_document_is_still_known() {
    let (full, mut shorter) = (long(), long());
    shorter.pop();
    let mut setter = Setter::new();
    setter.set(&document(full.clone()));
    setter.set(&document(shorter.clone()));
    setter.counts();
    setter.set(&document(full.clone()));
    assert_eq!(setter.counts().paragraphs, 0);
    setter.set(&document(shorter.clone()));
    setter.set(&document(shorter));
    setter.counts();
    setter.set(&document(full));
    assert_eq!(setter.counts().paragraphs, 1);
}

#[test]
fn a_setter_can_work_in_a_thread_of_its_own() {
    fn sent<T: Send>() {}
    sent::<Setter>();
}
