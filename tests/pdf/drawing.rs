//! What is drawn can be seen: pages have ink where text is, the preview shows the pages of the file, a missing character is boxed.

use crate::{
    fixtures::{Builder, LEFT, every_element, glyphs},
    support::Reader,
};
use lopdf::{Dictionary, Object, content::Content};
use minutebook::{
    frame::{Face, Mark, Owner, Tag},
    pdf::{export, preview},
    preview::{Bitmap, rasterise},
};

fn count(bitmap: &Bitmap, wanted: impl Fn(&[u8]) -> bool) -> usize {
    bitmap.pixels.chunks_exact(4).filter(|pixel| wanted(pixel)).count()
}

fn is_dark(pixel: &[u8]) -> bool {
    pixel[..3].iter().all(|&channel| channel < 96)
}

fn is_red(pixel: &[u8]) -> bool {
    pixel[0] > 150 && pixel[1] < 90 && pixel[2] < 90
}

#[test]
fn a_page_becomes_an_opaque_picture_with_ink() {
    let bitmap = rasterise(&export(&every_element()).unwrap(), 0, 1.5).unwrap();
    assert_eq!((bitmap.width, bitmap.height), (892, 1262));
    assert_eq!(bitmap.pixels.len(), 892 * 1262 * 4);
    assert!(bitmap.pixels.chunks_exact(4).all(|pixel| pixel[3] == 255));
    assert!((2_000..60_000).contains(&count(&bitmap, is_dark)), "{}", count(&bitmap, is_dark));
    assert_eq!(count(&bitmap, is_red), 0);
}

#[test]
fn the_preview_looks_like_the_file() {
    let frame = every_element();
    let file = export(&frame).unwrap();
    let (first, second) = (preview(&frame, 0..1), preview(&frame, 1..2));
    assert_eq!(rasterise(&first, 0, 1.5).unwrap(), rasterise(&file, 0, 1.5).unwrap());
    assert_eq!(rasterise(&second, 0, 1.5).unwrap(), rasterise(&file, 1, 1.5).unwrap());
    let both = preview(&frame, 0..99);
    assert_eq!(rasterise(&both, 1, 1.0).unwrap(), rasterise(&file, 1, 1.0).unwrap());
}

#[test]
fn a_missing_character_is_boxed_in_red() {
    let mut b = Builder::new();
    b.block(Tag::Paragraph, None, "Kanji: 漢 and on");
    let bitmap = rasterise(&preview(&b.finish(), 0..1), 0, 2.0).unwrap();
    assert!(count(&bitmap, is_red) > 50, "{}", count(&bitmap, is_red));
}

#[test]
fn glyphs_stand_where_they_were_placed() {
    let mut b = Builder::new();
    let p = b.element(Tag::Paragraph, None);
    let text = "AVATAR To 1111 wavy, ".repeat(4);
    let mut placed = glyphs(Face::default(), 12.0, &text);
    for (index, glyph) in placed.iter_mut().enumerate() {
        // Some pairs are drawn together, one is pushed apart, and nothing is a whole number of thousandths.
        glyph.advance += [0.0, -0.8912, 0.0, 0.3337, 0.0031][index % 5];
    }
    b.glyphs(Owner::Element(p), &text, placed);
    let frame = b.finish();
    let Some(Mark::Glyphs(run)) = frame.pages[0].marks.last() else { panic!("no run") };
    let drawn = positions(&Reader::new(&export(&frame).unwrap()).unwrap(), LEFT, 12.0);
    assert_eq!(drawn.len(), run.glyphs.len());
    let mut pen = LEFT;
    for (glyph, drawn) in run.glyphs.iter().zip(drawn) {
        assert!((pen - drawn).abs() < 0.04, "at {drawn} for {pen}");
        pen += glyph.advance;
    }
}

/// Where a reader draws each glyph of the last text of the first page.
fn positions(pdf: &Reader, origin: f32, size: f32) -> Vec<f32> {
    let content = Content::decode(&pdf.document.get_page_content(pdf.pages[0])).unwrap();
    let shown = content.operations.iter().rev().find(|operation| operation.operator == "TJ").unwrap();
    let fonts = pdf.document.get_page_fonts(pdf.pages[0]).unwrap();
    let widths = widths(fonts.values().next().unwrap());
    let (mut pen, mut found) = (origin, Vec::new());
    for item in shown.operands[0].as_array().unwrap() {
        match item {
            Object::String(codes, _) => {
                for code in codes.chunks(2) {
                    found.push(pen);
                    pen += widths[usize::from(u16::from_be_bytes([code[0], code[1]])) - 1] * size / 1000.0;
                }
            }
            number => pen -= number.as_float().unwrap() * size / 1000.0,
        }
    }
    found
}

/// The widths of the codes from 1 on.
fn widths(font: &Dictionary) -> Vec<f32> {
    let descendant = font.get(b"DescendantFonts").and_then(Object::as_array).unwrap()[0].as_dict().unwrap();
    let widths = descendant.get(b"W").and_then(Object::as_array).unwrap();
    assert_eq!(widths[0].as_i64().unwrap(), 1);
    widths[1].as_array().unwrap().iter().map(|width| width.as_float().unwrap()).collect()
}
