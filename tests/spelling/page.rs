//! A page of minutes in which every word is meant. It was written, and committed, before the lists of council words and
//! places were; and the samples and fixtures were written for other tests.

use crate::{SPELLER, misspelt};
use minutebook::{
    check::spelling::Words,
    model::{Attendance, Group, House, Language, Minutes, Paragraph, Part, PartContent, Person, flat},
    store,
};
use std::path::Path;

const PAGE: &str = include_str!("minutes.txt");

/// The one invented place of the page that no rule can tell from a slip: its council would have added it once.
const LOCAL: &str = "Sparrowmead";

/// Likewise a street of the samples and a firm of the fixture.
const LOCAL_IN_SAMPLES: [&str; 2] = ["Eastgate", "Ludd"];

/// The meeting of the page: those who are named in its attendance.
fn meeting() -> Minutes {
    let present = ["N Achterberg", "G Okonkwo-Hale", "R Llewellyn", "P Marlow", "S Przybylski", "D Tattersall"];
    let others = ["J Quaife", "K Oduya", "T Anwar", "J Hepplewhite", "L Szymanski", "B Featherstonehaugh", "M Nkemelu"];
    let person = |name: &&str| {
        let (given, surname) = name.split_once(' ').expect("an initial and a surname");
        Person { given: given.to_owned(), surname: surname.to_owned(), ..Person::default() }
    };
    let people = present.iter().chain(&others).map(person).collect();
    Minutes {
        house: House { body: "Environment and Communities Scrutiny Board (3)".to_owned(), ..House::default() },
        attendance: Attendance { groups: vec![Group { people, ..Group::default() }], ..Attendance::default() },
        ..Minutes::default()
    }
}

#[test]
fn a_page_of_minutes_has_no_errors() {
    assert!(PAGE.split_whitespace().count() >= 600);
    let words = Words::of(&meeting(), &[LOCAL.to_owned()]);
    assert_eq!(misspelt(PAGE, &words), [""; 0]);
}

#[test]
fn without_the_councils_own_list_only_its_own_place_is_marked() {
    let mut found = misspelt(PAGE, &Words::of(&meeting(), &[]));
    found.dedup();
    assert_eq!(found, [LOCAL]);
}

#[test]
fn the_names_of_a_meeting_are_not_known_in_another() {
    let found = misspelt("Achterberg's motion and the Tattersalls' petition", &Words::default());
    assert_eq!(found, ["Achterberg's", "Tattersalls"]);
    let words = Words::of(&meeting(), &[]);
    assert_eq!(misspelt("Achterberg’s motion and the Tattersalls’ petition", &words), [""; 0]);
}

#[test]
fn a_slip_in_a_members_name_is_found_and_the_name_is_suggested_first() {
    let words = Words::of(&meeting(), &[]);
    let text = "It was moved by Councillor Prybylski and seconded by Councillor Achterburg.";
    assert_eq!(misspelt(text, &words), ["Prybylski", "Achterburg"]);
    assert_eq!(SPELLER.suggest("Prybylski", &words)[0], "Przybylski");
    assert_eq!(SPELLER.suggest("Achterburg's", &words)[0], "Achterberg's");
}

#[test]
fn samples_and_fixtures_have_no_errors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["assets/samples/scrutiny", "assets/samples/parish", "tests/fixtures/every-construct"] {
        let path = root.join(format!("{name}.minutes.ron"));
        let minutes = store::open(&path).unwrap_or_else(|error| panic!("{error}"));
        let words = Words::of(&minutes, &LOCAL_IN_SAMPLES.map(str::to_owned));
        let mut found = Vec::new();
        for visit in minutes.items() {
            if visit.item.language == Language::default() {
                found.extend(misspelt(&visit.item.title, &words).into_iter().map(str::to_owned));
            }
            for paragraph in visit.item.parts.iter().flat_map(prose) {
                let text = flat(paragraph);
                found.extend(SPELLER.misspelt_in(paragraph, &words).into_iter().map(|range| text[range].to_owned()));
            }
        }
        assert_eq!(found, [""; 0], "{name}");
    }
}

/// The paragraphs of a part that every kind of council writes.
fn prose(part: &Part) -> &[Paragraph] {
    match &part.content {
        PartContent::Prose(prose) => prose,
        PartContent::Resolution(resolution) => &resolution.text,
        PartContent::Motion(motion) => &motion.text,
        PartContent::Note(note) => &note.text,
        PartContent::Petition(petition) => &petition.text,
        PartContent::Question(question) => &question.question,
        PartContent::Vote(_) | PartContent::Table(_) | PartContent::CallIn(_) | PartContent::Actions(_) => &[],
    }
}
