//! Whole documents, from the file to the PDF: the samples, the fixture that holds every construct, a long draft and random
//! ones. Each PDF is judged by an independent validator for PDF/UA-1 and PDF/A-2a; what it says is held to golden files; and
//! what an audience may see is all there.

mod complete;
mod exported;
mod golden;

#[path = "../support/arbitrary.rs"]
mod arbitrary;
#[path = "../support/invisible.rs"]
mod invisible;
#[path = "../support/long.rs"]
mod long;
#[path = "../support/pdf.rs"]
mod pdf;

use minutebook::{
    compose::compose,
    format,
    frame::Frame,
    layout::Setter,
    model::{Audience, Minutes},
    template::Library,
};
use std::path::{Path, PathBuf};

/// The drafts that are tested, by the names of their files below the package.
const DRAFTS: [&str; 3] = [
    "assets/samples/scrutiny.minutes.ron",
    "assets/samples/parish.minutes.ron",
    "tests/fixtures/every-construct.minutes.ron",
];

const AUDIENCES: [(Audience, &str); 2] = [(Audience::Public, "public"), (Audience::Members, "members")];

fn package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> Minutes {
    let bytes = std::fs::read(package(path)).expect("the draft is in the package");
    format::read(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn set(minutes: &Minutes, audience: Audience) -> Frame {
    let (library, _) = Library::load(None);
    let style = library.style(&minutes.house.style).expect("the draft's house style is built in");
    Setter::new().set(&compose(minutes, style, audience))
}
