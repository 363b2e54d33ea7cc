//! Lists: their levels, how one is left, and what may begin one.

use super::{Point, Span, What, Writing, flat::joined, length_of, slice, with_text};
use crate::model::{Enclosure, Paragraph, ParagraphKind, Prose, letters, roman};

/// The deepest level of a paragraph that keys lead to. A file may hold deeper ones.
pub const DEEPEST: u8 = 6;

/// The largest number that is taken for a list's where it is typed at a start: "2016. The Board" is text.
const LARGEST_TYPED: u32 = 999;

/// The largest roman numeral that begins a list: beyond it words such as "mix." would be numerals.
const LARGEST_TYPED_ROMAN: u32 = 39;

impl Writing<'_> {
    /// Nests the paragraphs deeper or less deep. Gives false where that has no meaning.
    pub(super) fn indent(&mut self, by: i8) -> bool {
        let (first, last) = self.touched();
        let mut paragraphs: Prose = self.prose[first..=last].to_vec();
        let in_list = paragraphs.iter().any(|paragraph| paragraph.is_list_item() || paragraph.level > 0);
        let above = first.checked_sub(1).map(|above| &self.prose[above]);
        // Running text is set in below a list item, to which it then belongs.
        let may_belong = above.is_some_and(|above| above.is_list_item() || above.level > 0);
        if !(in_list || by > 0 && may_belong) {
            return false;
        }
        for at in 0..paragraphs.len() {
            let (done, rest) = paragraphs.split_at_mut(at);
            let Some(paragraph) = rest.first_mut() else { continue };
            let before = || done.iter().rev().chain(self.prose[..first].iter().rev());
            let most = before().next().map_or(0, |above| above.level.saturating_add(1)).min(DEEPEST);
            let level = if by > 0 {
                (paragraph.level + 1).min(most.max(paragraph.level))
            } else {
                paragraph.level.saturating_sub(1)
            };
            if level == paragraph.level {
                // At the outermost level there is one more way out: no list any more.
                if by < 0 && paragraph.is_list_item() {
                    paragraph.kind = ParagraphKind::Body;
                    paragraph.start = None;
                }
                continue;
            }
            if paragraph.is_list_item() {
                paragraph.kind =
                    kind_at(before(), level).unwrap_or(if by > 0 { inner(paragraph.kind) } else { paragraph.kind });
                paragraph.start = None;
            }
            paragraph.level = level;
        }
        let count = paragraphs.len();
        let span = self.span;
        self.put(What::Level, first, count, paragraphs, span);
        true
    }

    /// Enter in an empty paragraph of a list: out by one level, or out of the list.
    pub(super) fn leave_list(&mut self, number: usize) {
        let paragraph = self.left(number);
        let span = Span::caret(Point::new(number, 0));
        self.put(What::List, number, 1, vec![paragraph], span);
        self.pen.since = Some(Point::new(number, 0));
    }

    /// A paragraph one step further out of its list.
    fn left(&self, number: usize) -> Paragraph {
        let mut paragraph = self.prose[number].clone();
        paragraph.start = None;
        if paragraph.level > 0 {
            paragraph.level -= 1;
            if paragraph.is_list_item() {
                let kind = kind_at(self.prose[..number].iter().rev(), paragraph.level);
                paragraph.kind = kind.unwrap_or(paragraph.kind);
            }
        } else {
            paragraph.kind = ParagraphKind::Body;
        }
        paragraph
    }

    /// Backspace before the first letter: out by one level, out of the list, and then to the paragraph above.
    pub(super) fn backspace_at_start(&mut self, number: usize) {
        let paragraph = &self.prose[number];
        if paragraph.level > 0 || paragraph.kind != ParagraphKind::Body {
            let what = if paragraph.kind == ParagraphKind::Quotation { What::Quotation } else { What::List };
            let left = self.left(number);
            self.put(what, number, 1, vec![left], Span::caret(Point::new(number, 0)));
            return;
        }
        let Some(above) = number.checked_sub(1) else { return };
        let (before, after) = (&self.prose[above], paragraph);
        let end = length_of(before);
        let merged =
            if end == 0 && after_keeps(before) { after.clone() } else { joined(before, end, Vec::new(), after, 0) };
        self.put(What::Deleting, above, 2, vec![merged], Span::caret(Point::new(above, end)));
    }

    /// Makes the paragraphs of a kind, or running text where they all are of it.
    pub(super) fn set_kind(&mut self, kind: ParagraphKind) {
        let (first, last) = self.touched();
        let mut paragraphs: Prose = self.prose[first..=last].to_vec();
        let wanted = if paragraphs.iter().all(|paragraph| paragraph.kind == kind) { ParagraphKind::Body } else { kind };
        let list = matches!(wanted, ParagraphKind::Body) && paragraphs.iter().any(Paragraph::is_list_item);
        for paragraph in &mut paragraphs {
            if paragraph.kind != wanted {
                paragraph.kind = wanted;
                paragraph.start = None;
            }
        }
        let what = match wanted {
            ParagraphKind::Quotation => What::Quotation,
            ParagraphKind::Body if !list => What::Quotation,
            _ => What::List,
        };
        let (count, span) = (paragraphs.len(), self.span);
        self.put(what, first, count, paragraphs, span);
    }

    /// Begins a list where what stands before the caret is a marker that was typed just now.
    pub(super) fn begin_list(&mut self) -> bool {
        let (number, paragraph) = self.here();
        let head = self.span.head;
        if paragraph.kind != ParagraphKind::Body {
            return false;
        }
        let before = super::flat(paragraph);
        let Some(marker) = before.get(..head.at).and_then(|text| text.strip_suffix(' ')) else { return false };
        let Some((kind, value)) = read_marker(marker) else { return false };
        let open = open_list(&self.prose[..number], paragraph.level);
        let next = open.filter(|(open, _)| *open == kind).map(|(_, last)| last.saturating_add(1));
        let Some((kind, value)) = meant(kind, value, open, marker) else { return false };
        let next = if open.is_some_and(|(open, _)| open == kind) { open.map(|(_, last)| last + 1) } else { next };
        let start = match (next, value) {
            (Some(next), Some(value)) if next != value => Some(value),
            (None, Some(value)) if value != 1 => Some(value),
            _ => None,
        };
        let rest = slice(paragraph, head.at..before.len());
        let item = Paragraph { kind, start, ..with_text(paragraph, rest) };
        self.put(What::AutomaticList, number, 1, vec![item], Span::caret(Point::new(number, 0)))
    }
}

/// Whether an empty paragraph makes way for the one that is drawn up to it, and does not swallow it.
fn after_keeps(empty: &Paragraph) -> bool {
    empty.kind == ParagraphKind::Body && empty.level == 0
}

/// The kind of the list that is open at a level, going up from a paragraph.
fn kind_at<'a>(mut above: impl Iterator<Item = &'a Paragraph>, level: u8) -> Option<ParagraphKind> {
    let found =
        above.find(|paragraph| paragraph.level < level || paragraph.level == level && paragraph.is_list_item())?;
    (found.level == level && found.is_list_item()).then_some(found.kind)
}

/// The kind that word processors use one level deeper.
fn inner(kind: ParagraphKind) -> ParagraphKind {
    match kind {
        ParagraphKind::Numbered(Enclosure::Decimal) => kind,
        ParagraphKind::Numbered(enclosure) => ParagraphKind::Lettered(enclosure),
        ParagraphKind::Lettered(enclosure) => ParagraphKind::Roman(enclosure),
        ParagraphKind::Roman(_) | ParagraphKind::Bullet | ParagraphKind::Body | ParagraphKind::Quotation => kind,
    }
}

/// The list that is open at a level at the end of some paragraphs, and the number of its last item. An empty paragraph
/// is not on the page, and so ends none.
fn open_list(prose: &[Paragraph], level: u8) -> Option<(ParagraphKind, u32)> {
    let mut open: Option<(ParagraphKind, u32)> = None;
    for paragraph in prose {
        if !paragraph.is_list_item() && paragraph.is_empty() {
            continue;
        }
        if paragraph.level < level || paragraph.level == level && !paragraph.is_list_item() {
            open = None;
        } else if paragraph.level == level {
            let next = match open {
                Some((kind, last)) if kind == paragraph.kind => last.saturating_add(1),
                _ => 1,
            };
            open = Some((paragraph.kind, paragraph.start.unwrap_or(next)));
        }
    }
    open
}

/// What a marker says by itself: the kind of list, and the number where it counts.
fn read_marker(marker: &str) -> Option<(ParagraphKind, Option<u32>)> {
    if matches!(marker, "-" | "*" | "•") {
        return Some((ParagraphKind::Bullet, None));
    }
    let (enclosure, token) = if let Some(inner) = marker.strip_prefix('(') {
        (Enclosure::Brackets, inner.strip_suffix(')')?)
    } else if let Some(token) = marker.strip_suffix(')') {
        (Enclosure::Bracket, token)
    } else {
        (Enclosure::Stop, marker.strip_suffix('.')?)
    };
    if token.is_empty() || token.len() > 7 {
        return None;
    }
    if token.bytes().all(|byte| byte.is_ascii_digit()) {
        let value: u32 = token.parse().ok().filter(|_| !token.starts_with('0'))?;
        return (value <= LARGEST_TYPED).then_some((ParagraphKind::Numbered(enclosure), Some(value)));
    }
    token.bytes().all(|byte| byte.is_ascii_lowercase()).then_some((ParagraphKind::Lettered(enclosure), None))
}

/// What a marker in letters means where this list is open: "i" goes on after "h", and begins roman numerals elsewhere.
fn meant(
    kind: ParagraphKind,
    value: Option<u32>,
    open: Option<(ParagraphKind, u32)>,
    marker: &str,
) -> Option<(ParagraphKind, Option<u32>)> {
    let ParagraphKind::Lettered(enclosure) = kind else { return Some((kind, value)) };
    let token = marker.trim_matches(['(', ')', '.']);
    let (lettered, numerals) = (kind, ParagraphKind::Roman(enclosure));
    let as_roman = (1..=LARGEST_TYPED_ROMAN).find(|value| roman(*value) == token);
    if let Some((open, last)) = open {
        if open == lettered && letters(last.saturating_add(1)) == token {
            return Some((lettered, Some(last + 1)));
        }
        if open == numerals && as_roman == Some(last.saturating_add(1)) {
            return Some((numerals, as_roman));
        }
    }
    match (token, enclosure) {
        ("a", _) => Some((lettered, Some(1))),
        ("i", _) => Some((numerals, Some(1))),
        // "c. 1850", "v. important" and "p. 3" are text.
        (token, Enclosure::Stop) if token.len() == 1 => None,
        ("v" | "x", _) => Some((numerals, as_roman)),
        (token, _) if token.len() == 1 => {
            let value = token.bytes().next().map(|byte| u32::from(byte - b'a') + 1);
            Some((lettered, value))
        }
        _ => as_roman.map(|value| (numerals, Some(value))),
    }
}
