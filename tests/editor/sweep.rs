//! What holds whatever was typed.

use crate::rig::Rig;
use minutebook::{
    app::Action,
    edit::prose::{self, Span},
    format,
    model::{Inline, Paragraph, Prose},
};

/// After each frame: no run is empty, no two of one look stand side by side, and both ends of the selection are where a
/// caret can stand.
pub fn text(rig: &Rig) {
    let shown = || rig.written();
    for paragraph in rig.prose() {
        let empty = paragraph.text.iter().any(|inline| matches!(inline, Inline::Text(run) if run.text.is_empty()));
        assert!(!empty, "an empty run: {}", shown());
        let split = paragraph.text.windows(2).any(|pair| match pair {
            [Inline::Text(one), Inline::Text(other)] => one.look == other.look,
            _ => false,
        });
        assert!(!split, "two runs of one look side by side: {}", shown());
        let control = |c: char| c.is_control() && c != '\n' || c == prose::MARK;
        let stray =
            paragraph.text.iter().any(|inline| matches!(inline, Inline::Text(run) if run.text.contains(control)));
        assert!(!stray, "a character that is no text: {}", shown());
    }
    let text = or_empty(rig.prose());
    assert_eq!(prose::clamp_span(&text, rig.span), rig.span, "a caret can stand there: {}", shown());
}

/// After a case: the draft is read as it was written, undoing all leads to the start with its caret, redoing all to the
/// end with its own.
pub fn case(rig: &mut Rig) {
    let written = format::write(rig.desk.minutes());
    let read = format::read(written.as_bytes()).expect("the draft can be read again");
    assert_eq!(read, *rig.desk.minutes());
    format::validate(&read).expect("the draft keeps its bounds");

    let end = (rig.prose().clone(), rig.span);
    let last: Option<Span> = rig.last;
    let mut undone = 0;
    while rig.desk.app.state().available(Action::Undo).is_ok() {
        rig.travel(Action::Undo);
        undone += 1;
        assert!(undone < 1_000, "undo comes to an end");
    }
    let path = rig.desk.path("draft.minutes.ron");
    let start = format::read(&std::fs::read(path).expect("the draft")).expect("the draft");
    assert_eq!(*rig.desk.minutes(), start, "undoing all leads to the start");
    if let Some(first) = rig.first.filter(|_| undone > 0) {
        assert_eq!(rig.span, first, "and the caret to where it was before the first change");
    }
    for _ in 0..undone {
        rig.travel(Action::Redo);
    }
    assert_eq!(*rig.prose(), end.0, "redoing all leads to the end");
    if let Some(last) = last {
        assert_eq!(rig.span, last, "and the caret to where it was after the last change");
    }
}

/// What is shown of prose without any paragraph is one that is empty.
fn or_empty(prose: &Prose) -> Prose {
    if prose.is_empty() { vec![Paragraph::default()] } else { prose.clone() }
}
