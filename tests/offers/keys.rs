//! The keys that a text takes are counted as they are pressed, and pressing them gives the text.

use crate::{
    meeting::Meeting,
    typist::{Press, keys, plan, press},
};

#[test]
fn each_key_that_goes_down_counts() {
    let signs = |text: &str| text.chars().map(Press::Sign).collect::<Vec<_>>();
    assert_eq!(keys(&signs("ab 1.")), 5);
    assert_eq!(keys(&signs("Ab?")), 5, "Shift is a key");
    assert_eq!(keys(&[Press::Sign('p'), Press::Tab]), 2);
}

#[test]
fn a_paragraph_with_names_and_formulas_takes_fewer_keys_than_it_has_characters() {
    let meeting = Meeting::new();
    let target = "The Committee considered a report of the Head of Planning which proposed new hours. Councillor Prideaux \
                  asked Councillor Tranter about the cost. It was agreed that the Committee noted that work was under way.";
    let presses = plan(&meeting, target);
    assert_eq!(press(&meeting, &presses), target);
    let by_hand: usize = keys(&target.chars().map(Press::Sign).collect::<Vec<_>>());
    assert!(by_hand > target.len(), "by hand, capitals make it more");
    let share = keys(&presses) * 100 / target.chars().count();
    assert!(share <= 80, "{share} % of the characters");
}

#[test]
fn what_is_planned_gives_the_text_whatever_stands_in_it() {
    let meeting = Meeting::new();
    for target in [
        "Amory and Tranter are surnames; the Tranters are not. The committee met.",
        "Further to Minute 63/15 the Committee met (minute 6/24 refers), and it was agreed that all was well",
        "the report be noted. The report be noted.",
        "a b c, tb iwa",
    ] {
        assert_eq!(press(&meeting, &plan(&meeting, target)), target);
    }
}
