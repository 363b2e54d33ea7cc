//! The samples and the fixtures, as they lie in the repository.

/// A draft that lies in the repository.
pub struct Draft {
    /// Its name, without the ending.
    pub name: &'static str,
    /// Its file.
    pub text: &'static str,
}

macro_rules! draft {
    ($folder:literal, $name:literal) => {
        Draft { name: $name, text: include_str!(concat!("../../", $folder, "/", $name, ".minutes.ron")) }
    };
}

/// The drafts that the window offers on its first start.
pub const SAMPLES: &[Draft] = &[draft!("assets/samples", "scrutiny"), draft!("assets/samples", "parish")];

/// The drafts that are there for the tests.
pub const FIXTURES: &[Draft] = &[
    draft!("tests/fixtures", "every-construct"),
    draft!("tests/fixtures", "remote"),
    draft!("tests/fixtures", "inquorate"),
];

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Draft> {
    SAMPLES.iter().chain(FIXTURES)
}
