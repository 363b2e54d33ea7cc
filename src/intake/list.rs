//! Lists: what kind they are, and how they count.

use crate::model::{Enclosure, ParagraphKind};

/// The kind of list that a type or a style names: `type` of HTML, `list-style-type` of CSS.
pub(super) fn kind(counted: bool, named: Option<&str>, enclosure: Enclosure) -> ParagraphKind {
    match named.unwrap_or_default() {
        "1" | "decimal" | "decimal-leading-zero" => ParagraphKind::Numbered(enclosure),
        "a" | "A" | "lower-alpha" | "upper-alpha" | "lower-latin" | "upper-latin" => ParagraphKind::Lettered(enclosure),
        "i" | "I" | "lower-roman" | "upper-roman" => ParagraphKind::Roman(enclosure),
        "disc" | "circle" | "square" | "disclosure-closed" | "disclosure-open" => ParagraphKind::Bullet,
        _ if counted => ParagraphKind::Numbered(enclosure),
        _ => ParagraphKind::Bullet,
    }
}

/// The lists that are open while paragraphs go by, at each level the kind and the last number, counted as a page does it.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    open: Vec<Option<(ParagraphKind, u32)>>,
}

impl Counts {
    /// The number that an item has by itself.
    pub fn expected(&self, kind: ParagraphKind, level: u8) -> u32 {
        match self.last(level) {
            Some((last, number)) if last == kind => number.saturating_add(1),
            _ => 1,
        }
    }

    /// The last item at a level, where its list is still open.
    pub fn last(&self, level: u8) -> Option<(ParagraphKind, u32)> {
        self.open.get(usize::from(level)).copied().flatten()
    }

    /// Notes an item.
    pub fn item(&mut self, kind: ParagraphKind, level: u8, number: u32) {
        self.open.resize(usize::from(level) + 1, None);
        if let Some(slot) = self.open.get_mut(usize::from(level)) {
            *slot = Some((kind, number));
        }
    }

    /// Notes a paragraph that is no item: lists to which it does not belong end.
    pub fn body(&mut self, level: u8) {
        self.open.truncate(usize::from(level));
    }

    /// How many lists are open.
    pub fn depth(&self) -> u8 {
        u8::try_from(self.open.len()).unwrap_or(u8::MAX)
    }
}

/// What a marker says that was written out as text, as Word does: the kind of the list and the number.
pub(super) fn read_marker(marker: &str, before: Option<(ParagraphKind, u32)>) -> (ParagraphKind, u32) {
    let marker: String = marker.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let (token, enclosure) = enclosed(&marker);
    if let Ok(number) = token.parse::<u32>() {
        return (ParagraphKind::Numbered(enclosure), number);
    }
    if let Some(last) = decimal(token) {
        return (ParagraphKind::Numbered(Enclosure::Decimal), last);
    }
    // "o" alone is the hollow bullet of the second level.
    if token.is_empty() || !token.chars().all(|c| c.is_ascii_alphabetic()) || (marker == "o" && before.is_none()) {
        return (ParagraphKind::Bullet, 1);
    }
    let token = token.to_ascii_lowercase();
    let roman = roman_value(&token);
    match (letter_value(&token), roman, before) {
        (Some(letter), _, Some((ParagraphKind::Lettered(_), last))) if letter == last.saturating_add(1) => {
            (ParagraphKind::Lettered(enclosure), letter)
        }
        (_, Some(roman), Some((ParagraphKind::Roman(_), last))) if roman == last.saturating_add(1) => {
            (ParagraphKind::Roman(enclosure), roman)
        }
        // A list of letters seldom begins with i, v or x.
        (_, Some(roman), _) if token.len() > 1 || token == "i" => (ParagraphKind::Roman(enclosure), roman),
        (Some(letter), ..) => (ParagraphKind::Lettered(enclosure), letter),
        (None, Some(roman), _) => (ParagraphKind::Roman(enclosure), roman),
        (None, None, _) => (ParagraphKind::Bullet, 1),
    }
}

fn enclosed(marker: &str) -> (&str, Enclosure) {
    let bracketed = marker.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    match (bracketed, marker.strip_suffix(')')) {
        (Some(token), _) => (token, Enclosure::Brackets),
        (None, Some(token)) => (token, Enclosure::Bracket),
        (None, None) => (marker.strip_suffix('.').unwrap_or(marker), Enclosure::Stop),
    }
}

/// The last number of "17.1.2".
fn decimal(token: &str) -> Option<u32> {
    let parts: Vec<&str> = token.split('.').collect();
    let all_figures = parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
    if parts.len() > 1 && all_figures { parts.last()?.parse().ok() } else { None }
}

/// a is 1, z is 26, aa is 27. Two letters are the most that is a marker.
fn letter_value(token: &str) -> Option<u32> {
    if token.len() > 2 {
        return None;
    }
    token.bytes().try_fold(0u32, |value, c| Some(value * 26 + u32::from(c.checked_sub(b'a')?) + 1))
}

fn roman_value(token: &str) -> Option<u32> {
    (1..=100).find(|value| crate::model::roman(*value) == token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Enclosure::*;
    use ParagraphKind::*;

    #[test]
    fn markers_tell_kind_enclosure_and_number() {
        for (marker, before, expected) in [
            ("1.\u{a0}\u{a0} ", None, (Numbered(Stop), 1)),
            ("12)", None, (Numbered(Bracket), 12)),
            ("(3)", None, (Numbered(Brackets), 3)),
            ("2.1.", None, (Numbered(Decimal), 1)),
            ("(a)", None, (Lettered(Brackets), 1)),
            ("i.", None, (Roman(Stop), 1)),
            ("i.", Some((Lettered(Stop), 8)), (Lettered(Stop), 9)),
            ("v)", Some((Roman(Bracket), 4)), (Roman(Bracket), 5)),
            ("c.", Some((Lettered(Stop), 2)), (Lettered(Stop), 3)),
            ("iv.", None, (Roman(Stop), 4)),
            ("B.", None, (Lettered(Stop), 2)),
            ("·", None, (Bullet, 1)),
            ("o", None, (Bullet, 1)),
            ("§", None, (Bullet, 1)),
            ("", None, (Bullet, 1)),
        ] {
            assert_eq!(read_marker(marker, before), expected, "{marker}");
        }
    }
}
