//! Small objects: dictionaries, names, strings (ISO 32000-1, 7.3 and 7.9).

use lopdf::{Dictionary, Object, StringFormat};

/// A dictionary of these entries, in this order.
pub fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter(entries)
}

/// A name.
pub fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// A reference to an object of generation 0.
pub fn reference(id: u32) -> Object {
    Object::Reference((id, 0))
}

/// A whole number; sizes beyond its range do not occur in a file.
pub fn number(value: usize) -> Object {
    Object::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

/// A length or a position in points, to a hundredth: a third of the width of a hair at most.
pub fn points(value: f32) -> Object {
    Object::Real(hundredths(value))
}

/// A length to a hundredth of a point, finite.
pub fn hundredths(value: f32) -> f32 {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded.is_finite() { rounded + 0.0 } else { 0.0 }
}

/// The longest text that a string may hold, in characters: an archival string has no more than 32,767 bytes, and a character up
/// to four (ISO 19005-2, 6.1.13).
const LONGEST_TEXT: usize = 8_000;

/// A text string: as it is where all of it is printable ASCII, or else UTF-16 with its mark. Longer ones than a file may hold
/// are cut.
pub fn text(value: &str) -> Object {
    let end = value.char_indices().nth(LONGEST_TEXT).map_or(value.len(), |(end, _)| end);
    let value = &value[..end];
    if value.chars().all(|c| (' '..='~').contains(&c)) {
        Object::String(value.as_bytes().to_vec(), StringFormat::Literal)
    } else {
        Object::String(utf16(value), StringFormat::Hexadecimal)
    }
}

/// Text in big-endian UTF-16 behind a byte order mark.
pub fn utf16(value: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(value.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

/// A language that a reader understands: a tag in the form of BCP 47; none where it is not.
pub fn language(tag: &str) -> Option<&str> {
    let is_word = |word: &str| (1..=8).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    let is_tag = tag.split('-').all(is_word) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_tag.then_some(tag)
}
