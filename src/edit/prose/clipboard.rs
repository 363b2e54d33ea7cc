//! Copying and pasting.

use super::{Point, Span, What, Writing, flat::joined_privacy, length_of, slice, tidy, with_text};
use crate::model::{Paragraph, ParagraphKind, Prose};

/// What is selected, as paragraphs. A paragraph of which a part is selected keeps its kind only where it is selected from
/// its start.
pub fn copy(prose: &[Paragraph], span: Span) -> Prose {
    let (start, end) = (span.start(), span.end());
    let mut out = Prose::new();
    for number in start.paragraph..=end.paragraph {
        let Some(paragraph) = prose.get(number) else { break };
        let from = if number == start.paragraph { start.at } else { 0 };
        let to = if number == end.paragraph { end.at } else { length_of(paragraph) };
        let text = tidy(slice(paragraph, from..to));
        let whole =
            from == 0 && (number != end.paragraph || start.paragraph != end.paragraph || to == length_of(paragraph));
        out.push(if whole { with_text(paragraph, text) } else { Paragraph { text, ..Paragraph::default() } });
    }
    out
}

/// Plain text as paragraphs: each line is one, empty lines are none.
pub fn paragraphs(text: &str) -> Prose {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let clean = |line: &str| line.chars().filter(|c| !c.is_control() && *c != super::MARK).collect::<String>();
    let lines = text.split('\n').map(clean).filter(|line| !line.trim().is_empty());
    lines.map(Paragraph::plain).collect()
}

impl Writing<'_> {
    /// Puts paragraphs in the place of what is selected. One alone goes into the line; of several, the first goes on with
    /// the text before it, and the text behind goes on after the last.
    pub(super) fn paste(&mut self, mut prose: Prose) {
        prose.iter_mut().for_each(|paragraph| paragraph.text = tidy(std::mem::take(&mut paragraph.text)));
        let size: usize = self.prose.iter().chain(&prose).map(length_of).sum();
        if prose.is_empty() || size > super::LONGEST {
            return;
        }
        let (start, end) = (self.span.start(), self.span.end());
        let (first, last) = (&self.prose[start.paragraph], &self.prose[end.paragraph]);
        let before = slice(first, 0..start.at);
        let behind = slice(last, end.at..length_of(last));
        let fills = before.is_empty() && first.kind == ParagraphKind::Body && first.level == 0;
        let count = prose.len();
        let caret = Point::new(
            start.paragraph + count - 1,
            prose.last().map_or(0, length_of) + if count == 1 { start.at } else { 0 },
        );
        let mut into: Prose = prose;
        if let Some(head) = into.first_mut() {
            let privacy = if head.text.is_empty() {
                first.privacy.clone()
            } else {
                joined_privacy(&first.privacy, &head.privacy)
            };
            let mut text = before;
            text.append(&mut head.text);
            *head = if fills {
                Paragraph { privacy, ..with_text(head, text) }
            } else {
                Paragraph { privacy, ..with_text(first, text) }
            };
        }
        if let Some(tail) = into.last_mut() {
            if !behind.is_empty() {
                tail.privacy = joined_privacy(&tail.privacy, &last.privacy);
            }
            tail.text.extend(behind);
            tail.text = tidy(std::mem::take(&mut tail.text));
        }
        let remove = end.paragraph - start.paragraph + 1;
        self.put(What::Pasting, start.paragraph, remove, into, Span::caret(caret));
    }
}
