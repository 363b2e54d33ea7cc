//! The phrase bank: what ships is short and is no word; a council's own file lies over it and may be broken.

use crate::ports::Desk;
use minutebook::template::{Gap, Library, Origin, PhrasePiece};
use std::fs;

/// The most words that a shipped phrase puts into the text.
const MOST_WORDS: usize = 12;

fn library(own: Option<&str>) -> (Library, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    if let Some(own) = own {
        fs::create_dir_all(folder.path().join("coventry")).expect("a folder");
        fs::write(folder.path().join("coventry/phrases.ron"), own).expect("a file");
    }
    let (library, problems) = Library::load(Some(folder.path()));
    (library, problems.iter().map(ToString::to_string).collect())
}

#[test]
fn no_shipped_phrase_is_longer_than_twelve_words() {
    let (library, _) = library(None);
    for style in library.styles() {
        let longest = style.bodies.iter().map(|body| body.short.split_whitespace().count()).max().unwrap_or(1);
        for entry in style.phrases.entries() {
            let words: usize = entry
                .phrase
                .text
                .pieces()
                .iter()
                .map(|piece| match piece {
                    PhrasePiece::Text(text) => text.split_whitespace().count(),
                    PhrasePiece::Gap(Gap::Body | Gap::CapitalBody) => longest,
                    PhrasePiece::Gap(_) => 2,
                    PhrasePiece::Slot(_) => 1,
                })
                .sum();
            assert!(words <= MOST_WORDS, "{}: “{}” has {words} words", style.name, entry.phrase.text.source());
            assert!(entry.phrase.faults().is_empty(), "{:?}", entry.phrase.faults());
        }
    }
}

#[test]
fn shipped_triggers_are_two_to_four_letters_and_begin_no_word_of_a_phrase() {
    let (library, problems) = library(None);
    assert_eq!(problems, [""; 0]);
    for style in library.styles() {
        let entries = style.phrases.entries();
        let texts: String = entries.iter().map(|entry| format!(" {} ", entry.phrase.text.source())).collect();
        for entry in &entries {
            let trigger = &entry.phrase.trigger;
            assert!((2..=4).contains(&trigger.len()) && trigger.bytes().all(|b| b.is_ascii_lowercase()), "{trigger}");
            let begins = texts.split(|c: char| !c.is_alphabetic()).find(|word| word.starts_with(trigger.as_str()));
            assert_eq!(begins, None, "{trigger} begins a word");
        }
    }
}

#[test]
fn a_councils_phrases_lie_over_the_shipped_ones() {
    let own = r#"[
        (trigger: "tb", label: "Ours", text: "our body"),
        (trigger: "iwa", label: "Off", text: ""),
        (trigger: "xyz", label: "New", text: "something new"),
        (trigger: "xyz", label: "New for one", text: "something else", bodies: ["Cabinet"]),
    ]"#;
    let (library, problems) = library(Some(own));
    assert_eq!(problems, [""; 0]);
    let bank = &library.style("coventry").expect("the style").phrases;
    let text = |trigger: &str, body: &str| bank.find(trigger, body).map(|phrase| phrase.text.source().to_owned());
    assert_eq!(text("tb", "Cabinet").as_deref(), Some("our body"));
    assert_eq!(text("iwa", "Cabinet"), None);
    assert_eq!(text("cbn", "Cabinet").as_deref(), Some("{body} considered a briefing note of the {author}"));
    assert_eq!(text("xyz", "Cabinet").as_deref(), Some("something else"));
    assert_eq!(text("xyz", "Planning Committee").as_deref(), Some("something new"));
    let origin = |trigger: &str| bank.entries().into_iter().find(|e| e.phrase.trigger == trigger).map(|e| e.origin);
    assert_eq!(origin("tb"), Some(Origin::Instead));
    assert_eq!(origin("iwa"), Some(Origin::SwitchedOff));
    assert_eq!(origin("xyz"), Some(Origin::Own));
    assert_eq!(origin("cbn"), Some(Origin::Shipped));
}

#[test]
fn a_broken_file_is_told_of_and_the_shipped_phrases_serve() {
    for (own, said) in [
        ("[(trigger: \"x\"", "phrases.ron"),
        ("[(trigger: \"a b\", label: \"L\", text: \"t\")]", "without spaces"),
        ("[(trigger: \"ab\", label: \"L\", text: \"an {unclosed gap\")]", "without its `}`"),
        ("[(trigger: \"ab\", label: \"\", text: \"t\")]", "needs a label"),
        ("[(trigger: \"ab\", label: \"L\", text: \"t\"), (trigger: \"ab\", label: \"L\", text: \"t\")]", "there twice"),
        (&format!("[{}]", "(trigger: \"ab\", label: \"L\", text: \"t\"),".repeat(2000)), "are the most"),
        (&"[".repeat(100_000), "phrases.ron"),
        ("\u{0}\u{1}", "phrases.ron"),
    ] {
        let (library, problems) = library(Some(own));
        assert!(problems.iter().any(|problem| problem.contains(said)), "{said}: {problems:?}");
        let bank = &library.style("coventry").expect("the style").phrases;
        assert!(bank.is_damaged() && bank.find("cbn", "Cabinet").is_some(), "{said}");
    }
}

impl Desk {
    /// Puts a phrase into the bank, as the council's own.
    pub fn keep_phrase(&mut self, trigger: &str, text: &str) {
        use minutebook::{
            app::{Command, PhraseCommand},
            template::Phrase,
        };
        let text = text.to_owned().try_into().expect("a phrase");
        let phrase = Phrase { trigger: trigger.into(), label: trigger.into(), text, bodies: Vec::new() };
        self.run(Command::Phrase(PhraseCommand::Keep { phrase, instead_of: None }));
    }
}
