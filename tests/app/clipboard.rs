//! Copying and pasting: HTML and text to other programs, their HTML back, marks kept within one draft, and the plain text
//! where nothing else can be had.

use crate::ports::Desk;
use minutebook::{
    app::{Command, Effect, FileCommand, Selection},
    intake::Block,
    model::{
        Citation, CitationForm, CitationTarget, Inline, Look, Mention, NameForm, Paragraph, ParagraphKind, Privacy, Run,
    },
};

fn open() -> Desk {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let item = desk.minutes().items()[2].item.id;
    desk.run(Command::Select(Selection::Item(item)));
    desk
}

/// A sentence with a name, a citation and a slot, and a list item.
fn prose(desk: &Desk) -> Vec<Paragraph> {
    let person = desk.minutes().attendance.people().next().expect("somebody is there").id;
    let item = desk.minutes().items()[0].item.id;
    let bold = Look { bold: true, ..Look::default() };
    let citation = Citation { target: CitationTarget::Here(item), form: CitationForm::Number, look: Look::default() };
    vec![
        Paragraph {
            text: vec![
                Inline::Person(Mention { person, form: NameForm::Surname, look: bold.clone() }),
                Inline::plain(" moved "),
                Inline::Citation(citation),
                Inline::ComeBack("sure?".to_owned()),
                Inline::Text(Run { text: " as one".to_owned(), look: bold }),
            ],
            privacy: Privacy::default(),
            ..Paragraph::default()
        },
        Paragraph { kind: ParagraphKind::Bullet, ..Paragraph::plain("fees") },
    ]
}

#[test]
fn other_programs_get_text_and_html_with_marks_written_out() {
    let mut desk = open();
    let prose = prose(&desk);
    desk.run(Command::Copy(prose.clone()));
    let surname = desk.minutes().attendance.people().next().expect("somebody is there").surname.clone();
    let clip = desk.clipboard.clip();
    let text = clip.text.expect("text");
    assert!(text.starts_with(&format!("{surname} moved ")) && text.ends_with(" as one\n• fees"), "{text}");
    let html = clip.html.expect("HTML");
    assert!(html.contains(&format!("<b>{surname}</b> moved ")) && html.contains("<ul><li>fees</li></ul>"), "{html}");
    assert!(!html.contains("sure?") && !text.contains("sure?"), "a note to oneself stays at home");
    assert_eq!(desk.effects(), []);
}

#[test]
fn marks_stay_within_one_draft_and_not_beyond() {
    let mut desk = open();
    let prose = prose(&desk);
    desk.run(Command::Copy(prose.clone()));
    let text = desk.clipboard.clip().text.expect("text");
    assert_eq!(desk.app.paste(&text.replace('\n', "\r\n")).blocks, [Block::Prose(prose)]);
    desk.run(Command::File(FileCommand::OpenSample(1)));
    let pasted = desk.app.paste(&text);
    let pasted = pasted.prose().expect("prose");
    assert!(pasted.iter().flat_map(|paragraph| &paragraph.text).all(|inline| matches!(inline, Inline::Text(_))));
    assert_eq!(pasted[1].kind, ParagraphKind::Bullet);
}

#[test]
fn html_is_pasted_where_it_says_the_same_and_text_where_it_does_not() {
    let mut desk = open();
    let html = "<p>The <b>Board</b></p><ol><li>noted</ol>";
    desk.clipboard.put(Some(html), "The Board\r\n1. noted\r\n");
    let reading = desk.app.paste("The Board\n1. noted");
    let kinds: Vec<_> = reading.prose().expect("prose").iter().map(|paragraph| paragraph.kind).collect();
    assert_eq!(kinds, [ParagraphKind::Body, ParagraphKind::Numbered(Default::default())]);
    // The window was given another text: the HTML is of something that was copied earlier.
    let reading = desk.app.paste("Something else\nin two lines");
    let plain = ["Something else", "in two lines"].map(Paragraph::plain).to_vec();
    assert_eq!(reading.blocks, [Block::Prose(plain)]);
    desk.clipboard.put(None, "1. plain");
    assert_eq!(desk.app.paste("1. plain").blocks, [Block::Prose(vec![Paragraph::plain("1. plain")])]);
}

#[test]
fn what_is_to_be_pasted_stands_in_the_state_for_one_frame() {
    let mut desk = open();
    desk.clipboard.put(Some("<b>noted</b>"), "noted");
    desk.app.poll();
    desk.app.prepare_paste("noted");
    let [pasted] = desk.app.state().pasted.as_slice() else { panic!("one text was to be pasted") };
    let bold = Look { bold: true, ..Look::default() };
    let run = Inline::Text(Run { text: "noted".to_owned(), look: bold });
    assert_eq!(pasted.text, "noted");
    assert_eq!(pasted.reading.prose(), Some(&vec![Paragraph { text: vec![run], ..Paragraph::default() }]));
    desk.app.poll();
    assert_eq!(desk.app.state().pasted, []);
}

#[test]
fn without_a_shared_clipboard_the_window_gets_the_text() {
    let mut desk = open();
    desk.clipboard.fail();
    desk.run(Command::Copy(vec![Paragraph::plain("The Board noted it.")]));
    assert_eq!(desk.only_effect(), Effect::CopyText("The Board noted it.".to_owned()));
    let reading = desk.app.paste("from elsewhere");
    assert_eq!(reading.blocks, [Block::Prose(vec![Paragraph::plain("from elsewhere")])]);
}
