//! The judges that the other tests rely on see the faults that are planted for them.

use crate::{fixtures::every_element, support};
use lopdf::{Dictionary, Document, Object, ObjectId};
use minutebook::pdf::export;

/// An exported file with one change.
fn spoilt(change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut document = Document::load_mem(&export(&every_element()).unwrap()).unwrap();
    change(&mut document);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// The first element of a type.
fn first(document: &Document, kind: &[u8]) -> ObjectId {
    let is_kind = |object: &Object| {
        let kind_of = object.as_dict().and_then(|entries| entries.get(b"S")).and_then(Object::as_name);
        kind_of.is_ok_and(|name| name == kind)
    };
    *document.objects.iter().find(|(_, object)| is_kind(object)).unwrap().0
}

fn entries(document: &mut Document, id: ObjectId) -> &mut Dictionary {
    document.get_dictionary_mut(id).unwrap()
}

#[test]
fn an_unspoilt_file_passes() {
    let bytes = spoilt(|_| {});
    support::validate(&bytes).unwrap();
    support::check_ownership(&bytes).unwrap();
}

#[test]
fn content_that_nobody_owns_is_seen() {
    let bytes = spoilt(|document| {
        let heading = first(document, b"H2");
        entries(document, heading).remove(b"K");
    });
    let fault = support::check_ownership(&bytes).unwrap_err();
    assert!(fault.contains("MCID 1 has 0 owners"), "{fault}");
}

#[test]
fn content_that_two_own_is_seen() {
    let bytes = spoilt(|document| {
        let (one, other) = (first(document, b"H2"), first(document, b"H3"));
        let content = entries(document, one).get(b"K").unwrap().clone();
        entries(document, other).set("K", content);
    });
    let fault = support::check_ownership(&bytes).unwrap_err();
    assert!(fault.contains("MCID 1 has 2 owners") && fault.contains("MCID 2 has 0 owners"), "{fault}");
}

#[test]
fn content_that_is_not_there_is_seen() {
    let bytes = spoilt(|document| {
        let heading = first(document, b"H2");
        let content = entries(document, heading).get(b"K").unwrap().clone();
        entries(document, heading).set("K", vec![content, 999.into()]);
    });
    let fault = support::check_ownership(&bytes).unwrap_err();
    assert!(fault.contains("MCID 999 is owned, but is not there"), "{fault}");
}

#[test]
fn a_file_without_a_title_fails() {
    let bytes = spoilt(|document| {
        document.catalog_mut().unwrap().remove(b"ViewerPreferences");
    });
    let fault = support::validate(&bytes).unwrap_err();
    assert!(fault.contains("PDF/UA-1"), "{fault}");
}
