//! The lists of words that are built into the program.

/// The affixes of British English.
pub(super) const AFFIXES: &str = include_str!("../../../assets/dictionary/en-GB.aff");

/// The dictionary of British English with endings in -ise: npm's `dictionary-en-gb`, whose licence lies beside it.
pub(super) const DICTIONARY: &str = include_str!("../../../assets/dictionary/en-GB.dic");

/// Words of councils, and names of places and public bodies.
const OWN: [&str; 2] =
    [include_str!("../../../assets/dictionary/council.txt"), include_str!("../../../assets/dictionary/places.txt")];

/// The entries of our own lists, with their affixes.
pub(super) fn own() -> impl Iterator<Item = &'static str> {
    OWN.into_iter().flat_map(entries)
}

/// The words of a list: parted by blanks and ends of lines, comments left out.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}
