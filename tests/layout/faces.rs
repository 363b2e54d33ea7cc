//! The bundled faces are the ones they are taken for, and have the characters that minutes need.

use minutebook::{
    font,
    frame::{Face, Family},
};

#[test]
fn every_face_is_itself() {
    for face in font::ALL {
        let metrics = font::metrics(face);
        let family = match face.family {
            Family::Sans => "LiberationSans",
            Family::Serif => "LiberationSerif",
        };
        assert!(metrics.postscript_name.starts_with(family), "{face:?} is {}", metrics.postscript_name);
        assert_eq!(metrics.postscript_name.contains("Bold"), face.bold, "{face:?}");
        assert_eq!(metrics.postscript_name.contains("Italic"), face.italic, "{face:?}");
        assert_eq!(metrics.italic_angle < 0.0, face.italic, "{face:?}");
        assert_eq!(metrics.weight > 500.0, face.bold, "{face:?}");
        assert!(metrics.ascent > 0.0 && metrics.descent < 0.0 && metrics.cap_height > 0.0, "{face:?}");
        assert!(metrics.bbox[0] < metrics.bbox[2] && metrics.bbox[1] < metrics.bbox[3], "{face:?}");
    }
}

#[test]
fn the_sans_has_arials_widths() {
    let sans = Face::default();
    let width = |character| font::advance(sans, font::glyph(sans, character).unwrap_or(0));
    assert_eq!((font::metrics(sans).units_per_em, width('a'), width('m'), width(' ')), (2048, 1139.0, 1706.0, 569.0));
}

#[test]
fn every_face_has_what_minutes_are_written_with() {
    for face in font::ALL {
        let lacking: Vec<char> =
            "£€–—‘’“”•…½§°âêîôûŵŷÂŴŶáéàèëïöüñçØß".chars().filter(|&c| !font::covers(face, c)).collect();
        assert!(lacking.is_empty(), "{face:?} lacks {lacking:?}");
        assert!(!font::covers(face, '漢') && !font::covers(face, '\u{10FFFF}'), "{face:?}");
    }
}

#[test]
fn the_faces_of_the_window_are_fonts() {
    for bytes in [font::ui::REGULAR, font::ui::ITALIC, font::ui::SEMIBOLD, font::ui::BOLD, font::ui::BOLD_ITALIC] {
        assert!(skrifa::FontRef::new(bytes).is_ok());
    }
}
