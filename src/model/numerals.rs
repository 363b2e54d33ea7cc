//! Letters and roman numerals, as lists and sub-items are counted with.

/// Counts in letters: a, b, … z, aa, ab; figures for 0.
pub fn letters(value: u32) -> String {
    if value == 0 {
        return value.to_string();
    }
    let mut rest = value;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    out.iter().rev().collect()
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// Counts in roman numerals: i, ii, iii; figures for 0 and from 4000 on.
pub fn roman(value: u32) -> String {
    if value == 0 || value >= 4000 {
        return value.to_string();
    }
    let mut rest = value;
    let mut out = String::new();
    for (worth, letters) in ROMAN {
        while rest >= worth {
            out.push_str(letters);
            rest -= worth;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_roman_numerals_go_on_past_the_alphabet() {
        assert_eq!([1, 26, 27, 52, 703].map(letters), ["a", "z", "aa", "az", "aaa"]);
        assert_eq!([1, 4, 9, 14, 1999].map(roman), ["i", "iv", "ix", "xiv", "mcmxcix"]);
        assert_eq!((letters(0), roman(5000)), ("0".to_owned(), "5000".to_owned()));
    }
}
