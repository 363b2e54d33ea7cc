//! Proves that the council's own list of words is read as people write it, added to without a loss, and bounded.

use minutebook::store::{add_word, load_words};
use std::fs;

#[test]
fn a_list_that_is_not_there_is_empty_and_begins_with_the_first_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("not").join("there yet");
    let loaded = load_words(&config);
    assert!(loaded.value.is_empty() && loaded.problem.is_none());
    assert_eq!(add_word(&config, "Sparrowcote").expect("added"), ["Sparrowcote"]);
    assert_eq!(add_word(&config, "byelawyer").expect("added"), ["Sparrowcote", "byelawyer"]);
    assert_eq!(add_word(&config, "Sparrowcote").expect("it is there"), ["Sparrowcote", "byelawyer"]);
    assert_eq!(load_words(&config).value, ["Sparrowcote", "byelawyer"]);
    let text = fs::read_to_string(config.join("words.txt")).expect("written");
    assert_eq!(text.lines().filter(|line| !line.starts_with('#')).count(), 2, "{text}");
}

#[test]
fn what_people_and_other_editors_write_is_read_and_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("words.txt");
    let before = b"\xef\xbb\xbf# Places\r\n  Sparrowcote \r\n\r\nAmbleforth Rise\r\nna\xefve";
    fs::write(&list, before).expect("written");
    let words = load_words(folder.path()).value;
    assert_eq!(words[..2], ["Sparrowcote", "Ambleforth Rise"]);
    add_word(folder.path(), "Quillmere").expect("added");
    let after = fs::read(&list).expect("it is there");
    assert_eq!(after, [before.as_slice(), b"\nQuillmere\n"].concat());
}

#[test]
fn a_list_that_is_too_large_is_refused_and_not_touched() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("words.txt");
    fs::write(&list, "word\n".repeat(300_000)).expect("written");
    assert!(load_words(folder.path()).problem.is_some());
    let error = add_word(folder.path(), "Quillmere").expect_err("it is full").to_string();
    assert!(error.contains("words.txt"), "{error}");
    assert_eq!(fs::metadata(&list).expect("it is there").len(), 1_500_000);
}
