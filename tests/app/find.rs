//! What the palette finds by a few letters: what is meant comes first, and what is not meant is not there.

use crate::ports::Desk;
use minutebook::app::{Command, FileCommand};

fn found(typed: &str) -> Vec<String> {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk.app.state().find(typed).into_iter().map(|find| find.label).collect()
}

#[test]
fn what_is_meant_comes_first() {
    for (typed, first) in [
        // The beginning of a word, a word within a name, words in any order.
        ("phras", "Phrases…"),
        ("quot", "Typographic quotes"),
        ("circ", "Record circulation…"),
        ("item add", "Add item"),
        // The letters with which words begin, and letters left out.
        ("expmem", "Export for members…"),
        ("wp", "21. Work Programme"),
        // What a command does.
        ("pdf", "Export for the public…"),
        // Items, by a word of their title and by number; capitals and accents do not count.
        ("playg", "18. Playground Safety Inspections"),
        ("PLANTING in", "17. 'Planting In' and 'Handing Over' Process for City Street Trees"),
        ("17", "17. 'Planting In' and 'Handing Over' Process for City Street Trees"),
        ("Säve", "Save"),
    ] {
        assert_eq!(found(typed).first().map(String::as_str), Some(first), "by {typed:?}");
    }
}

#[test]
fn letters_that_are_strewn_over_a_title_mean_nothing() {
    for typed in ["zzzz", "tttt", "’", "move up"] {
        let found = found(typed);
        assert!(found.is_empty(), "by {typed:?}: {found:?}");
    }
    assert_eq!(found("new min"), ["New minutes…"]);
}
