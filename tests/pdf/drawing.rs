//! What is drawn can be seen: pages have ink where text is, the preview shows the pages of the file, a missing character is boxed.

use crate::fixtures::{Builder, every_element};
use minutebook::{
    frame::Tag,
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
