//! Text that stands in the draft becomes a phrase: with gaps for what is another one at the next meeting, and with a
//! trigger of its own.

use crate::meeting::Meeting;
use minutebook::{
    app::offers::{Context, learn},
    model::{Citation, CitationForm, CitationTarget, Id, Inline, Look, Mention, NameForm},
    template::Phrase,
};

fn learnt(meeting: &Meeting, text: &[Inline]) -> Option<Phrase> {
    let context = Context::new(meeting.desk.app.state(), meeting.at, 0).expect("a draft");
    learn(&context, text)
}

fn source(meeting: &Meeting, text: &str) -> String {
    learnt(meeting, &[Inline::plain(text)]).expect("a phrase").text.source().to_owned()
}

#[test]
fn names_and_the_body_become_gaps() {
    let meeting = Meeting::new();
    let cases = [
        ("The Committee asked Councillor Tranter about it", "{body} asked {member} about it"),
        ("and the Committee thanked O Kerridge", "and {body} thanked {member}"),
        ("Councillor Prideaux, in the chair,", "{chair}, in the chair,"),
        ("the Committees of Councillor Tranterson", "the Committees of Councillor Tranterson"),
        ("a {brace} or } two", "a (brace) or ) two"),
        ("  spaces \n and   lines ", "spaces and lines"),
    ];
    for (text, expected) in cases {
        assert_eq!(source(&meeting, text), expected);
    }
}

#[test]
fn marks_become_gaps() {
    let meeting = Meeting::new();
    let person = meeting.minutes().attendance.people().nth(2).expect("somebody").id;
    let look = Look::default();
    let target = CitationTarget::Here(Id(1));
    let text = [
        Inline::plain("Further to "),
        Inline::Citation(Citation { target, form: CitationForm::Minute, look: look.clone() }),
        Inline::plain(" "),
        Inline::Person(Mention { person, form: NameForm::Short, look }),
        Inline::ComeBack("check".into()),
        Inline::plain(" reported on "),
        Inline::Slot("a {subject}".into()),
    ];
    let phrase = learnt(&meeting, &text).expect("a phrase");
    assert_eq!(phrase.text.source(), "Further to Minute {minute} {member} reported on {a subject}");
    assert_eq!(phrase.label, "Further to Minute [minute] [member]…");
    assert!(phrase.faults().is_empty());
}

#[test]
fn the_trigger_is_made_of_first_letters_and_is_free() {
    let mut meeting = Meeting::new();
    let trigger = |meeting: &Meeting, text: &str| learnt(meeting, &[Inline::plain(text)]).map(|phrase| phrase.trigger);
    assert_eq!(trigger(&meeting, "Lorries and vans were seen").as_deref(), Some("lav"));
    assert_eq!(trigger(&meeting, "it was agreed that they go").as_deref(), Some("iwat"), "“iwa” is taken");
    meeting.desk.keep_phrase("iwat", "something");
    assert_eq!(trigger(&meeting, "it was agreed that they go").as_deref(), Some("iwa2"));
    assert_eq!(trigger(&meeting, "Notwithstanding").as_deref(), Some("ntw"));
    assert_eq!(trigger(&meeting, "12 ... 34"), None, "no words, no phrase");
}

#[test]
fn a_long_text_is_cut_outside_of_gaps() {
    let meeting = Meeting::new();
    let phrase = learnt(&meeting, &[Inline::plain("Councillor Tranter ".repeat(100))]).expect("a phrase");
    assert!(phrase.faults().is_empty(), "{:?}", phrase.faults());
    assert!(phrase.text.source().ends_with("{member}"));
}
