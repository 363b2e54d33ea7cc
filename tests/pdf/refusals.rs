//! What cannot be exported is refused with words that help; what cannot be drawn is no panic.

use crate::fixtures::{Builder, every_element};
use minutebook::{
    frame::{Missing, NodeId, Tag},
    pdf::{ExportError, export, preview},
    preview::{RasterError, rasterise},
};

#[test]
fn a_missing_character_is_refused_by_name() {
    let mut frame = every_element();
    frame.missing = ['漢', '\u{E000}', '漢'].map(|character| Missing { character, node: NodeId(12) }).to_vec();
    let error = export(&frame).unwrap_err();
    assert_eq!(error, ExportError::Missing(frame.missing.clone()));
    let said = "The typefaces do not have these characters: “漢” (U+6F22), U+E000. Replace them and export again.";
    assert_eq!(error.to_string(), said);
}

#[test]
fn a_missing_glyph_is_refused_even_if_nobody_counted_it() {
    let mut b = Builder::new();
    let p = b.block(Tag::Paragraph, None, "Kanji: 漢");
    let frame = b.finish();
    let node = frame.tags.get(p).node;
    assert_eq!(export(&frame).unwrap_err(), ExportError::Missing(vec![Missing { character: '漢', node }]));
}

#[test]
fn no_pages_are_refused() {
    let mut frame = every_element();
    frame.pages.clear();
    assert_eq!(export(&frame).unwrap_err(), ExportError::Empty);
    assert_eq!(rasterise(&preview(&frame, 0..5), 0, 1.0), Err(RasterError::NoSuchPage { page: 0, count: 0 }));
}

#[test]
fn pictures_that_cannot_be_are_refused() {
    let pdf = preview(&every_element(), 0..1);
    for bytes in [&b""[..], b"not a PDF", &pdf[..40]] {
        assert!(rasterise(bytes, 0, 1.0).is_err());
    }
    assert_eq!(rasterise(&pdf, 1, 1.0), Err(RasterError::NoSuchPage { page: 1, count: 1 }));
    for scale in [0.0, -1.0, 10.0, f32::INFINITY, f32::NAN] {
        assert!(matches!(rasterise(&pdf, 0, scale), Err(RasterError::Size { .. })), "{scale}");
    }
}

#[test]
fn damaged_files_are_no_panic() {
    let pdf = preview(&every_element(), 0..1);
    let mut seed = 1_u64;
    for _ in 0..150 {
        let mut damaged = pdf.clone();
        for _ in 0..4 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let place = (seed >> 33) as usize % damaged.len();
            damaged[place] = (seed >> 25) as u8;
        }
        if let Ok(bitmap) = rasterise(&damaged, 0, 0.5) {
            assert_eq!(bitmap.pixels.len(), bitmap.width * bitmap.height * 4);
        }
    }
}
