//! A paragraph as it is seen: its text with the words of its marks, and which place of the one is which of the other.

use crate::{
    app::{begins_sentence, prose},
    model::{Inline, Look, Paragraph},
};
use std::ops::Range;

/// A paragraph as it is seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// What is read.
    pub text: String,
    /// Its pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of one look, or a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Where it is in the flat text.
    pub flat: Range<usize>,
    /// Where it is in what is read.
    pub shown: Range<usize>,
    /// How it looks.
    pub look: Look,
    /// What it is.
    pub kind: Kind,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A citation or a person: the words are the house's.
    Words,
    /// A slot that is still to be filled.
    Slot,
    /// What is never printed, or stands elsewhere on the page.
    Aside,
    /// What an input method is still composing.
    Composed,
}

/// What is being composed: where in the flat text, and what it is so far.
pub type Composed<'a> = Option<(usize, &'a str)>;

/// Shows a paragraph. `words` gives what the page says for a mark, told whether a sentence begins with it.
pub fn show(paragraph: &Paragraph, words: &mut dyn FnMut(&Inline, bool) -> String, composed: Composed<'_>) -> Shown {
    let mut out = Shown::default();
    let mut at = 0;
    let mut composed = composed;
    for (number, inline) in paragraph.text.iter().enumerate() {
        let length = prose::length(inline);
        match inline {
            Inline::Text(run) => match composed.take_if(|(place, _)| *place < at + length) {
                Some((place, text)) => {
                    let cut = place.saturating_sub(at).min(run.text.len());
                    out.push(at..at + cut, &run.text[..cut], &run.look, Kind::Text);
                    out.push(place..place, text, &run.look, Kind::Composed);
                    out.push(at + cut..at + length, &run.text[cut..], &run.look, Kind::Text);
                }
                None => out.push(at..at + length, &run.text, &run.look, Kind::Text),
            },
            mark => {
                if let Some((place, text)) = composed.take_if(|(place, _)| *place <= at) {
                    out.push(place..place, text, &Look::default(), Kind::Composed);
                }
                let said = words(mark, begins_sentence(&out.text));
                let look = prose::look_of(mark).cloned().unwrap_or_default();
                let kind = match mark {
                    Inline::Slot(_) => Kind::Slot,
                    Inline::ComeBack(_) | Inline::Moment(_) => Kind::Aside,
                    Inline::Citation(_) | Inline::Person(_) | Inline::Text(_) => Kind::Words,
                };
                let said =
                    if kind == Kind::Aside { apart(&out.text, &said, paragraph.text.get(number + 1)) } else { said };
                out.push(at..at + length, &said, &look, kind);
            }
        }
        at += length;
    }
    if let Some((place, text)) = composed {
        out.push(place..place, text, &Look::default(), Kind::Composed);
    }
    out
}

/// Words that are no part of the sentence, with a space at each side where the text has none.
fn apart(before: &str, said: &str, behind: Option<&Inline>) -> String {
    let leads = !before.is_empty() && !before.ends_with(char::is_whitespace);
    let follows = match behind {
        Some(Inline::Text(run)) => !run.text.starts_with(char::is_whitespace),
        Some(_) => true,
        None => false,
    };
    let space = |needed: bool| if needed { " " } else { "" };
    format!("{}{said}{}", space(leads), space(follows))
}

impl Shown {
    fn push(&mut self, flat: Range<usize>, text: &str, look: &Look, kind: Kind) {
        if !text.is_empty() {
            let from = self.text.len();
            self.text.push_str(text);
            self.pieces.push(Piece { flat, shown: from..self.text.len(), look: look.clone(), kind });
        }
    }

    /// Where a place of the flat text is in what is read; behind what is being composed there.
    pub fn of_flat(&self, at: usize) -> usize {
        let mut place = 0;
        for piece in &self.pieces {
            if piece.flat.start > at || piece.flat.start == at && piece.kind != Kind::Composed {
                break;
            }
            place = match piece.kind {
                Kind::Text => piece.shown.start + at.min(piece.flat.end) - piece.flat.start,
                Kind::Composed => piece.shown.end,
                Kind::Words | Kind::Slot | Kind::Aside => piece.shown.end,
            };
        }
        place
    }

    /// Which place of the flat text a place of what is read is: within the words of a mark, its nearer end.
    pub fn to_flat(&self, at: usize) -> usize {
        let mut place = 0;
        for piece in &self.pieces {
            if piece.shown.start > at {
                break;
            }
            place = if at >= piece.shown.end {
                piece.flat.end
            } else {
                match piece.kind {
                    Kind::Text => piece.flat.start + at - piece.shown.start,
                    _ if at - piece.shown.start <= piece.shown.end - at => piece.flat.start,
                    _ => piece.flat.end,
                }
            };
        }
        place
    }

    /// Which place of the flat text a place of what is read is, with the place of what is read: within the words of a mark its
    /// start, or its end where that is asked for.
    pub fn edge(&self, at: usize, end: bool) -> (usize, usize) {
        let within = |piece: &&Piece| piece.kind != Kind::Text && piece.shown.start < at && at < piece.shown.end;
        match self.pieces.iter().find(within) {
            Some(piece) if end => (piece.flat.end, piece.shown.end),
            Some(piece) => (piece.flat.start, piece.shown.start),
            None => (self.to_flat(at), at),
        }
    }

    /// The part of what is read that a range of the flat text is.
    pub fn range(&self, flat: Range<usize>) -> Range<usize> {
        self.of_flat(flat.start)..self.of_flat(flat.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Run};
    use proptest::{
        arbitrary::any, collection::vec, prop_assert, prop_assert_eq, prop_oneof, proptest, sample, strategy::Strategy,
        test_runner::Config,
    };

    fn paragraph() -> Paragraph {
        let mark = Inline::Moment(Id(1));
        let text =
            vec![Inline::plain("It was é "), mark.clone(), Inline::plain(" and"), Inline::Slot("who".to_owned())];
        Paragraph { text, ..Paragraph::default() }
    }

    fn shown() -> Shown {
        show(
            &paragraph(),
            &mut |inline, _| if matches!(inline, Inline::Slot(_)) { "[who]" } else { "Minute 7" }.to_owned(),
            None,
        )
    }

    #[test]
    fn each_place_of_the_text_is_found_again_from_what_is_read() {
        let (flat, shown) = (prose::flat(&paragraph()), shown());
        assert_eq!(shown.text, "It was é Minute 7 and[who]");
        for (at, _) in flat.char_indices().chain([(flat.len(), ' ')]) {
            assert_eq!(shown.to_flat(shown.of_flat(at)), at, "at {at}");
        }
    }

    #[test]
    fn what_is_no_part_of_the_sentence_stands_apart_from_its_words() {
        let read = |text: Vec<Inline>| {
            show(&Paragraph { text, ..Paragraph::default() }, &mut |_, _| "left".to_owned(), None).text
        };
        let (mark, note) = (Inline::Moment(Id(1)), Inline::ComeBack(String::new()));
        assert_eq!(read(vec![Inline::plain("One."), mark.clone(), Inline::plain("Two.")]), "One. left Two.");
        assert_eq!(read(vec![Inline::plain("One. "), mark.clone(), Inline::plain(" Two.")]), "One. left Two.");
        assert_eq!(read(vec![Inline::plain("One."), mark.clone(), note.clone()]), "One. left left");
        assert_eq!(read(vec![mark.clone(), Inline::plain("One")]), "left One");
        let slot = Inline::Slot("who".to_owned());
        assert_eq!(read(vec![Inline::plain("One"), slot, Inline::plain("two")]), "Onelefttwo", "slots are words");
    }

    #[test]
    fn a_place_within_the_words_of_a_mark_is_one_of_its_ends() {
        let shown = shown();
        let (start, end) = ("It was é ".len(), "It was é Minute 7".len());
        assert_eq!(shown.to_flat(start + 2), start);
        assert_eq!(shown.to_flat(end - 2), start + prose::MARK.len_utf8());
        assert_eq!(shown.to_flat(end), start + prose::MARK.len_utf8());
    }

    #[test]
    fn what_is_composed_stands_at_its_place_and_is_not_in_the_text() {
        let shown = show(&Paragraph::plain("ab"), &mut |_, _| String::new(), Some((1, "xyz")));
        assert_eq!(shown.text, "axyzb");
        assert_eq!((shown.of_flat(0), shown.of_flat(1), shown.of_flat(2)), (0, 4, 5));
        let empty = show(&Paragraph::default(), &mut |_, _| String::new(), Some((0, "x")));
        assert_eq!(empty.text, "x");
    }

    /// Random pieces: text in two looks and marks of several lengths, as they may follow each other.
    fn pieces() -> impl Strategy<Value = Vec<Inline>> {
        let text = sample::select(vec!["a", "so ", "é", "e\u{301}", "ŵ", "👨‍👩‍👧", "\n", "日本"]);
        let run = (text, any::<bool>()).prop_map(|(text, bold)| {
            Inline::Text(Run { text: text.to_owned(), look: Look { bold, ..Look::default() } })
        });
        let mark = sample::select(vec![
            Inline::Slot("ŵho".to_owned()),
            Inline::Moment(Id(1)),
            Inline::ComeBack("é".to_owned()),
        ]);
        vec(prop_oneof![3 => run, 1 => mark], 0..12).prop_map(prose::tidy)
    }

    fn words(mark: &Inline, _: bool) -> String {
        match mark {
            Inline::Slot(slot) => format!("[{slot}]"),
            Inline::ComeBack(_) => "?".to_owned(),
            _ => "Councillor Mârlow arrived".to_owned(),
        }
    }

    proptest! {
        #![proptest_config(Config { failure_persistence: None, ..Config::default() })]

        #[test]
        fn places_map_both_ways_whatever_is_shown(text in pieces(), composes in any::<bool>(), at in 0..80_usize) {
            let paragraph = Paragraph { text, ..Paragraph::default() };
            let flat = prose::flat(&paragraph);
            let places: Vec<usize> = flat.char_indices().map(|(at, _)| at).chain([flat.len()]).collect();
            let composed = composes.then(|| (places[at % places.len()], "日本"));
            let shown = show(&paragraph, &mut words, composed);
            let mut last = 0;
            for at in places.iter().copied() {
                let there = shown.of_flat(at);
                prop_assert!(shown.text.is_char_boundary(there) && there >= last, "{at} is at {there} behind {last}");
                prop_assert_eq!(shown.to_flat(there), at);
                last = there;
            }
            prop_assert_eq!(last, shown.text.len());
            let mut last = 0;
            for (there, _) in shown.text.char_indices() {
                let at = shown.to_flat(there);
                prop_assert!(places.contains(&at) && at >= last, "{there} is {at} behind {last}");
                last = at;
            }
        }
    }
}
