//! The drafts that come with the program open, are written as the program writes them, and the fixtures between them
//! hold every field and every variant that a document can have, so that whatever is run over them meets everything.

mod coverage;
mod drafts;
mod model;

use coverage::Seen;
use drafts::{Draft, SAMPLES, all};
use minutebook::{format, model::*};
use std::collections::BTreeSet;

#[test]
fn every_draft_opens_and_comes_back_the_same() {
    for draft @ Draft { name, text } in all() {
        let minutes = opened(draft);
        let written = format::write(&minutes);
        assert_eq!(format::read(written.as_bytes()).as_ref(), Ok(&minutes), "{name}");
        let head = format::read_head(text.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(format::Head::of(&minutes), head, "{name}: the head says what the draft says");
    }
}

/// With `UPDATE_SAMPLES` in the environment the samples are written anew instead, after the file's form has changed.
#[test]
fn the_samples_are_the_bytes_that_the_program_writes() {
    for draft @ Draft { name, text } in SAMPLES {
        let written = format::write(&opened(draft));
        if std::env::var_os("UPDATE_SAMPLES").is_some() {
            let path = format!("{}/assets/samples/{name}.minutes.ron", env!("CARGO_MANIFEST_DIR"));
            std::fs::write(&path, &written).unwrap_or_else(|error| panic!("{path}: {error}"));
        } else {
            assert!(written == *text, "{name} would change if it were saved: run this once with UPDATE_SAMPLES=1");
        }
    }
}

#[test]
fn between_them_they_hold_every_field_and_every_variant() {
    let held: BTreeSet<String> = all().flat_map(|draft| Seen::of(&opened(draft)).keys).collect();
    let wanted = model::fields_and_variants();
    assert!(wanted.contains("Paragraph.level") && wanted.contains("Outcome::Refused"), "the model was not understood");
    let missing: Vec<&String> = wanted.difference(&held).collect();
    assert!(missing.is_empty(), "no draft holds {missing:?}");
}

#[test]
fn whatever_a_draft_refers_to_is_in_it() {
    for draft in all() {
        let minutes = opened(draft);
        let seen = Seen::of(&minutes);
        let name = draft.name;
        for person in seen.numbers(&["Who::Person", "Mention.person"]) {
            assert!(minutes.attendance.person(Id(person)).is_some(), "{name}: person {person} is not of the meeting");
        }
        let of_items = ["CitationTarget::Here", "Declaration.item", "Movement.item", "Chairing.item"];
        for item in seen.numbers(&of_items).chain(seen.numbers(&[
            "Adjournment.item",
            "ExclusionTarget.item",
            "Chairing.last_item",
        ])) {
            assert!(minutes.item(Id(item)).is_some(), "{name}: there is no item {item}");
        }
        let moments: BTreeSet<u32> = seen.numbers(&["Movement.id", "Chairing.id", "Adjournment.id"]).collect();
        for moment in seen.numbers(&["Inline::Moment"]) {
            assert!(moments.contains(&moment), "{name}: nothing is known of moment {moment}");
        }
    }
}

fn opened(draft: &Draft) -> Minutes {
    format::read(draft.text.as_bytes()).unwrap_or_else(|error| panic!("{}: {error}", draft.name))
}
