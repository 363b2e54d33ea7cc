//! Bundled faces and their metrics.

use crate::frame::{Face, Family};

/// The bytes of a face.
pub fn bytes(face: Face) -> &'static [u8] {
    macro_rules! page_font {
        ($name:literal) => {
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/page/", $name, ".ttf"))
        };
    }
    match (face.family, face.bold, face.italic) {
        (Family::Sans, false, false) => page_font!("LiberationSans-Regular"),
        (Family::Sans, true, false) => page_font!("LiberationSans-Bold"),
        (Family::Sans, false, true) => page_font!("LiberationSans-Italic"),
        (Family::Sans, true, true) => page_font!("LiberationSans-BoldItalic"),
        (Family::Serif, false, false) => page_font!("LiberationSerif-Regular"),
        (Family::Serif, true, false) => page_font!("LiberationSerif-Bold"),
        (Family::Serif, false, true) => page_font!("LiberationSerif-Italic"),
        (Family::Serif, true, true) => page_font!("LiberationSerif-BoldItalic"),
    }
}
