//! Endings in -ize, which many councils write: right where the dictionary has the word with -ise, and it is not one of
//! those that are written with an s everywhere.

/// The endings that have both forms, in the form with z.
const ENDINGS: [&str; 11] =
    ["ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations", "izational", "izationally", "izable"];

/// What stands before "ise" in words that have no form with z, for the s is not of the ending (Fowler, "-ize, -ise").
const ALWAYS_S: [&str; 39] = [
    "advert",
    "adv",
    "affranch",
    "appr",
    "ar",
    "chast",
    "circumc",
    "compr",
    "comprom",
    "conc",
    "dem",
    "desp",
    "dev",
    "disenfranch",
    "disgu",
    "enfranch",
    "enterpr",
    "exc",
    "exerc",
    "expert",
    "franch",
    "improv",
    "inc",
    "likew",
    "merchand",
    "otherw",
    "parad",
    "prec",
    "prem",
    "pr",
    "prom",
    "r",
    "rev",
    "superv",
    "surm",
    "surpr",
    "telev",
    "treat",
    "v",
];

/// The same word with s, where that may be its other form.
pub(super) fn with_s(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let stem = ENDINGS.iter().find_map(|ending| lower.strip_suffix(ending))?;
    if stem.is_empty()
        || stem.ends_with(['a', 'e', 'i', 'o', 'u'])
        || ALWAYS_S.contains(&stem.strip_prefix("un").unwrap_or(stem))
    {
        return None;
    }
    let mut chars: Vec<char> = word.chars().collect();
    let z = chars.get_mut(stem.chars().count() + 1)?;
    *z = if *z == 'Z' { 'S' } else { 's' };
    Some(chars.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_with_two_forms_have_another() {
        assert_eq!(with_s("Organizations").as_deref(), Some("Organisations"));
        assert_eq!(with_s("REALIZED").as_deref(), Some("REALISED"));
        for none in
            ["advertize", "unsurprizing", "surprized", "exercizing", "comprize", "raized", "analyze", "bizarre", "ize"]
        {
            assert_eq!(with_s(none), None, "{none}");
        }
    }
}
