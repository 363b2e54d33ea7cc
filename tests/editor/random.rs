//! Random keys on random prose: what holds after every case holds after these, and a frame that takes all keys at once
//! leads to the same text as one frame for each.

use crate::{arbitrary, rig::Rig, sweep};
use minutebook::{
    app::Action,
    edit::prose::{self, Emphasis, Point, Reach, Span, Stroke},
    model::{Enclosure, Inline, Paragraph, ParagraphKind, Prose},
};
use proptest::{collection::vec, prelude::*};

/// What may happen at the keyboard.
#[derive(Clone, Debug)]
enum Key {
    Stroke(Stroke),
    Select(Point, Point),
    Undo,
    Redo,
    Pause,
}

/// Text in which something is done by itself, or that is more than a letter for a character.
const TYPED: &[&str] = &[
    "a",
    "roofs",
    " ",
    "- ",
    "1. ",
    "i",
    "(i) ",
    "a. ",
    "16th ",
    "2nd.",
    "\"so\"",
    " - ",
    "e\u{301}",
    "ŵ",
    "👨‍👩‍👧",
    "\u{301}",
    "\u{FFFC}",
    "\t",
    "\n",
    "\u{A0}",
    "'",
    "\u{7}",
    "x\u{200D}",
];

fn one<T: Clone + std::fmt::Debug + 'static>(of: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(of)
}

fn point() -> impl Strategy<Value = Point> {
    (0..6_usize, 0..40_usize).prop_map(|(paragraph, at)| Point::new(paragraph, at))
}

fn key() -> impl Strategy<Value = Key> {
    use Stroke as S;
    let reach = || one(&[Reach::Character, Reach::Character, Reach::Word, Reach::Paragraph]);
    let kind = one(&[
        ParagraphKind::Bullet,
        ParagraphKind::Numbered(Enclosure::Stop),
        ParagraphKind::Lettered(Enclosure::Brackets),
        ParagraphKind::Roman(Enclosure::Brackets),
        ParagraphKind::Numbered(Enclosure::Decimal),
        ParagraphKind::Quotation,
    ]);
    let pasted = arbitrary_prose().prop_map(S::Paste);
    let slot = (0..4_usize).prop_map(|replace| S::Take { replace, insert: vec![Inline::Slot("who".to_owned())] });
    prop_oneof![
        8 => one(TYPED).prop_map(|text| Key::Stroke(S::Text(text.to_owned()))),
        3 => Just(Key::Stroke(S::Enter)),
        3 => reach().prop_map(|reach| Key::Stroke(S::Backspace(reach))),
        2 => reach().prop_map(|reach| Key::Stroke(S::Delete(reach))),
        2 => one(&[S::Indent, S::Outdent, S::LineBreak, S::Cut]).prop_map(Key::Stroke),
        2 => one(&[Emphasis::Bold, Emphasis::Italic, Emphasis::Superscript]).prop_map(|look| Key::Stroke(S::Toggle(look))),
        2 => kind.prop_map(|kind| Key::Stroke(S::Kind(kind))),
        1 => pasted.prop_map(Key::Stroke),
        1 => slot.prop_map(Key::Stroke),
        4 => (point(), point()).prop_map(|(anchor, head)| Key::Select(anchor, head)),
        2 => point().prop_map(|point| Key::Select(point, point)),
        2 => one(&[Key::Undo, Key::Redo, Key::Pause]),
    ]
}

/// Prose as it can stand in a draft, without empty runs and runs that could be one.
fn arbitrary_prose() -> impl Strategy<Value = Prose> {
    arbitrary::prose().prop_map(|mut prose| {
        prose.iter_mut().for_each(|paragraph| {
            paragraph.text.iter_mut().for_each(clean);
            paragraph.text = prose::tidy(std::mem::take(&mut paragraph.text));
        });
        prose
    })
}

fn clean(inline: &mut Inline) {
    if let Inline::Text(run) = inline {
        run.text.retain(|c| (!c.is_control() || c == '\n') && c != prose::MARK);
    }
}

fn press(rig: &mut Rig, keys: &[Key]) {
    for key in keys {
        match key.clone() {
            Key::Stroke(stroke) => rig.strike(stroke),
            Key::Select(anchor, head) => rig.select(Span { anchor, head }),
            Key::Undo => rig.travel(Action::Undo),
            Key::Redo => rig.travel(Action::Redo),
            Key::Pause => rig.desk.clock.pass(2_000),
        }
    }
    rig.end_frame();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_text_is_sound_and_can_be_taken_back(
        text in arbitrary_prose(), keys in vec(key(), 1..40), signs in any::<bool>(),
    ) {
        let mut ends = Vec::new();
        for burst in [false, true] {
            let mut rig = Rig::with(text.clone(), Span::caret(prose::end(&text)));
            if signs {
                rig.desk.act(Action::TypographicSigns);
            }
            rig.burst = burst;
            press(&mut rig, &keys);
            ends.push((rig.prose().clone(), rig.span));
            sweep::case(&mut rig);
        }
        let travels = keys.iter().any(|key| matches!(key, Key::Undo | Key::Redo));
        if !travels {
            prop_assert_eq!(&ends[0], &ends[1], "one frame or many");
        }
    }

    #[test]
    fn every_place_is_one_step_from_the_next(text in arbitrary_prose()) {
        let mut text = text;
        if text.is_empty() {
            text.push(Paragraph::default());
        }
        let (mut point, mut steps) = (prose::start(), Vec::new());
        loop {
            prop_assert_eq!(prose::clamp(&text, point), point);
            steps.push(point);
            let next = prose::right(&text, point);
            if next == point {
                break;
            }
            prop_assert!(next > point);
            prop_assert_eq!(prose::left(&text, next), point, "back from {:?}", next);
            prop_assert!(prose::word_right(&text, point) >= next.min(prose::end(&text)));
            prop_assert!(prose::word_left(&text, next) <= point);
            point = next;
        }
        prop_assert_eq!(point, prose::end(&text));
    }

    #[test]
    fn a_piece_cut_out_and_put_back_is_as_before(text in arbitrary_prose(), ends in (point(), point())) {
        let span = prose::clamp_span(&text, Span { anchor: ends.0, head: ends.1 });
        let (before, behind) = prose::split(&text, span.start());
        let length = |prose: &[Paragraph]| prose.iter().map(prose::length_of).sum::<usize>();
        prop_assert_eq!(length(&before) + length(&behind), length(&text));
        if !span.is_empty() {
            let copied = prose::copy(&text, span);
            prop_assert_eq!(copied.len(), span.end().paragraph - span.start().paragraph + 1);
        }
    }
}
