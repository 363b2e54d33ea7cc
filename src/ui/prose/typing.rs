//! What the keys do in a field of prose beyond typing: Enter goes on with a list, Ctrl+B and Ctrl+I set the signs of bold
//! and italic text.

use super::{
    list::{Lists, marker, read_marker},
    read::{is_blank, lines, read_head},
};
use crate::model::ParagraphKind;
use std::ops::Range;

/// What a key does to a text, and what is selected then, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub text: String,
    pub selection: Range<usize>,
    /// The marker that was begun and not typed.
    pub begun: Option<Begun>,
}

/// An item that Enter began: where its line begins, and all that was put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Begun {
    at: usize,
    indentation: usize,
    prefix: String,
}

/// What Enter does at the end of or within an item of a list; none where it does what it does everywhere.
pub(super) fn enter(text: &str, caret: usize) -> Option<Typed> {
    let mut lists = Lists::default();
    let mut from = 0;
    for line in lines(text) {
        let head = read_head(line, &lists);
        let number = if is_blank(line) { 0 } else { lists.pass(head.kind, head.level, head.start) };
        if caret > from + line.len() {
            from += line.len() + 1;
            continue;
        }
        let inside = caret >= from + line.len() - head.rest.len() && !text[..caret].ends_with('\\');
        if matches!(head.kind, ParagraphKind::Body | ParagraphKind::Quotation) || !inside {
            return None;
        }
        if is_blank(head.rest) {
            let text = format!("{}{}", &text[..from], &text[from + line.len()..]);
            return Some(Typed { text, selection: from..from, begun: None });
        }
        let indentation = usize::from(head.level) * 2;
        let next = marker(head.kind, number.saturating_add(1));
        let prefix = format!("{}{next}", " ".repeat(indentation));
        let end = caret + 1 + prefix.len();
        let text = format!("{}\n{prefix}{}", &text[..caret], &text[caret..]);
        let is_last = is_blank(&line[caret - from..]);
        let begun = is_last.then_some(Begun { at: caret + 1, indentation, prefix });
        return Some(Typed { text, selection: end..end, begun });
    }
    None
}

impl Begun {
    /// The text of its line behind the marker; none where the marker is no longer there.
    fn rest<'a>(&self, text: &'a str) -> Option<&'a str> {
        let line = text.get(self.at..)?.strip_prefix(&self.prefix)?;
        line.split('\n').next().filter(|_| text[..self.at].ends_with('\n'))
    }

    /// Whether the marker still stands alone.
    pub fn is_alone(&self, text: &str) -> bool {
        self.rest(text).is_some_and(is_blank)
    }

    /// Whether somebody may still be typing a marker of their own.
    pub fn is_open(&self, text: &str) -> bool {
        self.rest(text).is_some_and(|rest| rest.len() < 20 && !rest.contains(' '))
    }

    /// The text without an item that nobody has filled yet: it is no paragraph of the minutes.
    pub fn left_out(&self, text: &str) -> Option<String> {
        let end = self.at + self.prefix.len();
        self.is_alone(text).then(|| format!("{}{}", &text[..self.at], &text[end..]))
    }

    /// The range of the marker that was put there, where a marker of somebody's own was typed behind it.
    pub fn replaced(&self, text: &str) -> Option<Range<usize>> {
        read_marker(self.rest(text)?).map(|_| self.at + self.indentation..self.at + self.prefix.len())
    }
}

/// Sets a sign on both sides of what is selected, or takes it away from there; none where that cannot be.
pub(super) fn wrap(text: &str, selection: Range<usize>, sign: char) -> Option<Typed> {
    let selected = text.get(selection.clone())?;
    let from = selection.start + (selected.len() - selected.trim_start().len());
    let body = selected.trim();
    let to = from + body.len();
    if body.is_empty() || body.contains('\n') {
        return None;
    }
    let (before, behind) = (&text[..from], &text[to..]);
    let typed = |text, selection| Some(Typed { text, selection, begun: None });
    if let (Some(before), Some(behind)) = (before.strip_suffix(sign), behind.strip_prefix(sign)) {
        return typed(format!("{before}{body}{behind}"), from - 1..to - 1);
    }
    if let Some(bare) = body.strip_prefix(sign).and_then(|body| body.strip_suffix(sign)) {
        return typed(format!("{before}{bare}{behind}"), from..to - 2);
    }
    typed(format!("{before}{sign}{body}{sign}{behind}"), from + 1..to + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(text: &str) -> Option<String> {
        enter(text, text.len()).map(|typed| typed.text)
    }

    #[test]
    fn enter_goes_on_with_each_kind_of_list_and_ends_it_behind_an_empty_item() {
        for (text, next) in [
            ("- roofs", "- roofs\n- "),
            ("1. one", "1. one\n2. "),
            ("1. one\n1. two", "1. one\n1. two\n3. "),
            ("  a. one", "  a. one\n  b. "),
            ("(i) one", "(i) one\n(ii) "),
            ("(i) one\n(ii) ", "(i) one\n"),
        ] {
            assert_eq!(entered(text).as_deref(), Some(next), "{text}");
        }
        assert_eq!(entered("The Board met."), None);
        assert_eq!(entered("> quoted"), None);
        assert_eq!(enter("- roofs", 1), None, "before the text of the item");
    }

    #[test]
    fn a_sign_is_set_around_words_and_taken_away_again() {
        let bold = wrap("the roof leaks", 4..9, '*').expect("a word is selected");
        assert_eq!((bold.text.as_str(), bold.selection.clone()), ("the *roof* leaks", 5..9));
        let bare = wrap(&bold.text, bold.selection, '*').expect("a word is selected");
        assert_eq!((bare.text.as_str(), bare.selection), ("the roof leaks", 4..8));
        assert_eq!(wrap("*roof*", 0..6, '*').map(|typed| typed.text).as_deref(), Some("roof"));
        assert_eq!(wrap("roof", 2..2, '*'), None);
    }
}
