use crate::frame::{Face, Family};

/// Every face that a page can be set in.
pub const ALL: [Face; 8] = [
    Face { family: Family::Sans, bold: false, italic: false },
    Face { family: Family::Sans, bold: true, italic: false },
    Face { family: Family::Sans, bold: false, italic: true },
    Face { family: Family::Sans, bold: true, italic: true },
    Face { family: Family::Serif, bold: false, italic: false },
    Face { family: Family::Serif, bold: true, italic: false },
    Face { family: Family::Serif, bold: false, italic: true },
    Face { family: Family::Serif, bold: true, italic: true },
];

/// The font file of a face: TrueType outlines, one face in each file.
pub fn bytes(face: Face) -> &'static [u8] {
    match (face.family, face.bold, face.italic) {
        (Family::Sans, false, false) => include_bytes!("../../assets/fonts/page/LiberationSans-Regular.ttf"),
        (Family::Sans, true, false) => include_bytes!("../../assets/fonts/page/LiberationSans-Bold.ttf"),
        (Family::Sans, false, true) => include_bytes!("../../assets/fonts/page/LiberationSans-Italic.ttf"),
        (Family::Sans, true, true) => include_bytes!("../../assets/fonts/page/LiberationSans-BoldItalic.ttf"),
        (Family::Serif, false, false) => include_bytes!("../../assets/fonts/page/LiberationSerif-Regular.ttf"),
        (Family::Serif, true, false) => include_bytes!("../../assets/fonts/page/LiberationSerif-Bold.ttf"),
        (Family::Serif, false, true) => include_bytes!("../../assets/fonts/page/LiberationSerif-Italic.ttf"),
        (Family::Serif, true, true) => include_bytes!("../../assets/fonts/page/LiberationSerif-BoldItalic.ttf"),
    }
}
