//! Titles: words before a name that are no part of it.

/// What stands before the name of one person.
pub const TITLES: &[&str] = &[
    "Councillor",
    "Cllr",
    "Cynghorydd",
    "Alderman",
    "Ald",
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Mx",
    "Dr",
    "Doctor",
    "Prof",
    "Professor",
    "Rev",
    "Revd",
    "Reverend",
    "Canon",
    "Father",
    "Fr",
    "Rabbi",
    "Imam",
    "Sister",
    "Sir",
    "Dame",
    "Lord",
    "Lady",
    "Baroness",
    "Baron",
];

/// What stands before the names of several.
pub const TITLES_OF_SEVERAL: &[&str] = &["Councillors", "Cllrs", "Aldermen", "Messrs"];
