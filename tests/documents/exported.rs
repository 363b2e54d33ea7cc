//! Every document that is exported is accessible, archival, whole and repeatable.

use crate::{AUDIENCES, DRAFTS, long, pdf, read, set};
use minutebook::{model::Audience, pdf::export};

fn assert_publishable(name: &str, bytes: &[u8]) {
    pdf::validate(bytes).unwrap_or_else(|verdict| panic!("{name}: {verdict}"));
    pdf::check_ownership(bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
}

#[test]
fn every_draft_is_accessible_and_archival_for_both_audiences() {
    for path in DRAFTS {
        let minutes = read(path);
        for (audience, audience_name) in AUDIENCES {
            let bytes = export(&set(&minutes, audience)).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_publishable(&format!("{path} for the {audience_name}"), &bytes);
        }
    }
}

#[test]
fn a_draft_of_300_pages_is_accessible_and_archival() {
    let frame = set(&long::draft(300, 480), Audience::Public);
    assert!(frame.pages.len() >= 300, "only {} pages", frame.pages.len());
    assert_publishable("the long draft", &export(&frame).expect("it has no missing characters"));
}

#[test]
fn two_exports_of_one_draft_are_the_same_bytes() {
    for path in DRAFTS {
        let minutes = read(path);
        let once = export(&set(&minutes, Audience::Public)).expect("it exports");
        let again = export(&set(&read(path), Audience::Public)).expect("it exports");
        assert!(once == again, "{path}: two exports differ");
    }
}
