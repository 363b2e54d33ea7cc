//! Proves for random documents that writing loses nothing and always gives the same bytes.

use super::{EVERYTHING, arbitrary};
use minutebook::format;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::HashSet;

/// The words of a draft's text that are not in quotes: its fields and values.
fn words(text: &str) -> HashSet<&str> {
    let unquoted = text.lines().flat_map(|line| line.split('"').step_by(2));
    unquoted.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_')).collect()
}

#[test]
fn random_minutes_hold_every_field_and_value_that_the_fixture_holds() {
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> = (0..300)
        .map(|_| arbitrary::minutes_of("[a-z]{1,3}".boxed()).new_tree(&mut runner).expect("minutes").current())
        .map(|minutes| format::write(&minutes))
        .collect();
    let random: HashSet<&str> = texts.iter().flat_map(|text| words(text)).collect();
    let code = EVERYTHING.replace("\\\"", "");
    let missing: Vec<&str> = words(&code)
        .into_iter()
        .filter(|word| word.starts_with(char::is_alphabetic) && !random.contains(word))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(minutes in arbitrary::minutes()) {
        let text = format::write(&minutes);
        let read = format::read(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&read, &minutes);
        prop_assert_eq!(format::write(&read), text, "the same document gives the same bytes");
    }

    #[test]
    fn the_head_is_read_without_the_rest(minutes in arbitrary::minutes()) {
        let text = format::write(&minutes);
        let head = format::read_head(text.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(head, format::Head::of(&minutes));
    }

    #[test]
    fn the_file_is_lines_of_plain_text(minutes in arbitrary::minutes()) {
        let text = format::write(&minutes);
        prop_assert!(text.starts_with("// "), "the first line says what the file is");
        prop_assert!(text.ends_with(")\n"));
        prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "texts are escaped");
        prop_assert!(text.lines().all(|line| line == line.trim_end()));
    }

    #[test]
    fn every_id_in_the_file_is_known_to_the_list_of_ids(minutes in arbitrary::minutes_of("[a-z]{1,3}".boxed())) {
        let text = format::write(&minutes);
        let id = |field: &str| field.trim().strip_prefix("id: ")?.parse().ok();
        let mut in_file: Vec<u32> = text.split(['(', ')', ',']).filter_map(id).collect();
        let mut listed: Vec<u32> = minutes.ids().into_iter().map(|(id, _)| id.0).collect();
        in_file.sort_unstable();
        listed.sort_unstable();
        prop_assert_eq!(in_file, listed);
    }
}
