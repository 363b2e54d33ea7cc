use crate::model::{Enclosure, ParagraphKind, letters, roman};

/// The largest number that is taken for a list's at the start of a line and behind a full stop: "2016. The Board" is
/// text.
const LARGEST_TYPED: u32 = 999;

/// The largest roman numeral that may begin a list by being typed: beyond it words such as "mix." would be numerals.
const LARGEST_TYPED_ROMAN: u32 = 39;

/// The lists that are open as paragraphs go by: at each level the kind and the number of the last item.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    open: Vec<Option<(ParagraphKind, u32)>>,
}

/// What a marker at the start of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker<'a> {
    Bullet,
    Quotation,
    Counted(Enclosure, &'a str),
}

/// The family of a list that counts in letters, where the line says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Letters,
    Roman,
}

impl Lists {
    /// Notes a paragraph and gives the number that it shows; 0 where it shows none.
    pub fn pass(&mut self, kind: ParagraphKind, level: u8, start: Option<u32>) -> u32 {
        let number = match counted(kind) {
            Some(_) => start.unwrap_or_else(|| self.next(kind, level)),
            None => 0,
        };
        let level = usize::from(level);
        self.open.resize(level + 1, None);
        self.open[level] = counted(kind).map(|_| (kind, number));
        number
    }

    /// The number of an item of this kind that begins or goes on with a list.
    pub fn next(&self, kind: ParagraphKind, level: u8) -> u32 {
        match self.last(level) {
            Some((open, number)) if open == kind => number.saturating_add(1),
            _ => 1,
        }
    }

    fn last(&self, level: u8) -> Option<(ParagraphKind, u32)> {
        self.open.get(usize::from(level)).copied().flatten()
    }

    /// What a counted marker means at this level: the kind, and the number with which it begins a list where that is
    /// not the one that follows. None where it is not a marker but text. `told` says that the line names the start.
    pub fn classify(
        &self,
        level: u8,
        enclosure: Enclosure,
        token: &str,
        family: Option<Family>,
        told: bool,
    ) -> Option<(ParagraphKind, Option<u32>)> {
        if token.bytes().all(|byte| byte.is_ascii_digit()) {
            return match family {
                None => self.classify_figures(level, enclosure, token, told),
                Some(_) => None,
            };
        }
        let (lettered, roman) = (ParagraphKind::Lettered(enclosure), ParagraphKind::Roman(enclosure));
        match family {
            Some(Family::Letters) => return Some((lettered, None)),
            Some(Family::Roman) => return Some((roman, None)),
            None => {}
        }
        let goes_on = match self.last(level) {
            Some((kind, _)) if kind == lettered => {
                let expected = token == marker_text(lettered, self.next(lettered, level));
                (expected || token.len() == 1 && token != "i").then_some(lettered)
            }
            Some((kind, _)) if kind == roman => value_of_roman(token).map(|_| roman),
            _ => None,
        };
        match goes_on {
            Some(kind) => Some((kind, None)),
            None => begins(enclosure, token),
        }
    }

    fn classify_figures(
        &self,
        level: u8,
        enclosure: Enclosure,
        token: &str,
        told: bool,
    ) -> Option<(ParagraphKind, Option<u32>)> {
        if token.len() > 1 && token.starts_with('0') {
            return None;
        }
        let number: u32 = token.parse().ok()?;
        let kind = ParagraphKind::Numbered(enclosure);
        let goes_on = self.last(level).is_some_and(|(open, _)| open == kind);
        let expected = number == self.next(kind, level);
        if !told && !expected && number > LARGEST_TYPED {
            return None;
        }
        Some((kind, (!goes_on && number != 1).then_some(number)))
    }
}

/// The list that a marker in letters begins where none goes on.
fn begins(enclosure: Enclosure, token: &str) -> Option<(ParagraphKind, Option<u32>)> {
    let (lettered, roman) = (ParagraphKind::Lettered(enclosure), ParagraphKind::Roman(enclosure));
    match token {
        "a" => return Some((lettered, None)),
        "i" => return Some((roman, None)),
        _ => {}
    }
    let numeral = value_of_roman(token).filter(|value| *value <= LARGEST_TYPED_ROMAN);
    match (token.len(), enclosure) {
        // "c. 1850", "v. important" and "A. Smith" are text.
        (1, Enclosure::Stop) => None,
        (1, _) if token == "v" || token == "x" => Some((roman, numeral)),
        (1, _) => value_of_letters(token).map(|value| (lettered, Some(value))),
        _ => numeral.map(|value| (roman, Some(value))),
    }
}

/// How an item's number is set off, where its kind bears one.
pub(super) fn counted(kind: ParagraphKind) -> Option<Enclosure> {
    match kind {
        ParagraphKind::Numbered(enclosure) | ParagraphKind::Lettered(enclosure) | ParagraphKind::Roman(enclosure) => {
            Some(enclosure)
        }
        ParagraphKind::Body | ParagraphKind::Bullet | ParagraphKind::Quotation => None,
    }
}

/// A number as this kind of list writes it. A number that cannot be written so is shown as the first.
pub(super) fn marker_text(kind: ParagraphKind, number: u32) -> String {
    match kind {
        ParagraphKind::Lettered(_) => letters(number.max(1)),
        ParagraphKind::Roman(_) => roman(if (1..4000).contains(&number) { number } else { 1 }),
        ParagraphKind::Numbered(_) | ParagraphKind::Body | ParagraphKind::Bullet | ParagraphKind::Quotation => {
            number.to_string()
        }
    }
}

/// The marker before the text of a paragraph, with the space behind it; empty where there is none.
pub(super) fn marker(kind: ParagraphKind, number: u32) -> String {
    let token = marker_text(kind, number);
    match kind {
        ParagraphKind::Body => String::new(),
        ParagraphKind::Bullet => "- ".to_owned(),
        ParagraphKind::Quotation => "> ".to_owned(),
        ParagraphKind::Numbered(enclosure) | ParagraphKind::Lettered(enclosure) | ParagraphKind::Roman(enclosure) => {
            match enclosure {
                Enclosure::Stop => format!("{token}. "),
                Enclosure::Bracket => format!("{token}) "),
                Enclosure::Brackets => format!("({token}) "),
                Enclosure::Decimal => format!("#.{token} "),
            }
        }
    }
}

/// Reads the marker at the start of a line and gives what is behind it.
pub(super) fn read_marker(line: &str) -> Option<(Marker<'_>, &str)> {
    if let Some(rest) = line.strip_prefix("- ") {
        return Some((Marker::Bullet, rest));
    }
    if let Some(rest) = line.strip_prefix("> ") {
        return Some((Marker::Quotation, rest));
    }
    let (opened, decimal) = (line.starts_with('('), line.starts_with("#."));
    let body = &line[if decimal { 2 } else { usize::from(opened) }..];
    let end = body.find(|c: char| !c.is_ascii_digit() && !c.is_ascii_lowercase())?;
    let (token, rest) = body.split_at(end);
    let figures = token.bytes().filter(u8::is_ascii_digit).count();
    if token.is_empty() || token.len() > 15 || (figures != 0 && figures != token.len()) {
        return None;
    }
    let (enclosure, behind) = match (opened, decimal) {
        (true, _) => (Enclosure::Brackets, ") "),
        (_, true) => (Enclosure::Decimal, " "),
        _ if rest.starts_with(')') => (Enclosure::Bracket, ") "),
        _ => (Enclosure::Stop, ". "),
    };
    rest.strip_prefix(behind).map(|rest| (Marker::Counted(enclosure, token), rest))
}

fn value_of_letters(token: &str) -> Option<u32> {
    token.bytes().try_fold(0_u32, |value, byte| {
        value.checked_mul(26)?.checked_add(u32::from(byte.checked_sub(b'a').filter(|value| *value < 26)?) + 1)
    })
}

fn value_of_roman(token: &str) -> Option<u32> {
    let value_of = |byte| match byte {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        b'c' => Some(100),
        b'd' => Some(500),
        b'm' => Some(1000_i64),
        _ => None,
    };
    let values: Vec<i64> = token.bytes().map(value_of).collect::<Option<_>>()?;
    let sum: i64 = values
        .iter()
        .enumerate()
        .map(|(at, value)| if values.get(at + 1).is_some_and(|next| next > value) { -value } else { *value })
        .sum();
    let value = u32::try_from(sum).ok()?;
    (roman(value) == token).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_letters_and_numerals() {
        let letters: Vec<String> = [1, 26, 27, 52, 703].into_iter().map(letters).collect();
        assert_eq!(letters, ["a", "z", "aa", "az", "aaa"]);
        let numerals: Vec<String> = [1, 4, 9, 14, 40, 1999].into_iter().map(roman).collect();
        assert_eq!(numerals, ["i", "iv", "ix", "xiv", "xl", "mcmxcix"]);
        assert_eq!(value_of_roman("iiii"), None);
        assert_eq!(value_of_letters("aaa"), Some(703));
    }
}
