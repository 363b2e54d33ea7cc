//! The same frame gives the same bytes: in one process, in two, and whatever was exported before.

use crate::fixtures::{Builder, every_element};
use minutebook::{frame::Tag, pdf::export};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    process::Command,
};

/// Set in the process that this test starts of itself.
const INNER: &str = "MINUTEBOOK_TEST_DIGEST";

fn digest() -> String {
    let mut hasher = DefaultHasher::new();
    export(&every_element()).unwrap().hash(&mut hasher);
    format!("digest={:016x}", hasher.finish())
}

#[test]
fn two_exports_in_one_process_are_equal() {
    let first = export(&every_element()).unwrap();
    let mut other = Builder::new();
    other.block(Tag::Paragraph, None, "Something else in between");
    export(&other.finish()).unwrap();
    assert_eq!(first, export(&every_element()).unwrap());
}

#[test]
fn two_processes_agree() {
    if std::env::var_os(INNER).is_some() {
        println!("{}", digest());
        return;
    }
    let program = std::env::current_exe().unwrap();
    let arguments = ["--exact", "repeatable::two_processes_agree", "--nocapture"];
    let output = Command::new(program).args(arguments).env(INNER, "1").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains(&digest()), "{said}");
}

#[test]
fn different_documents_have_different_identifiers() {
    let identifier = |frame| {
        let pdf = lopdf::Document::load_mem(&export(&frame).unwrap()).unwrap();
        pdf.trailer.get(b"ID").unwrap().as_array().unwrap()[0].as_str().unwrap().to_vec()
    };
    let mut changed = every_element();
    changed.meta.subject = "Signed minutes".into();
    assert_ne!(identifier(every_element()), identifier(changed));
}
