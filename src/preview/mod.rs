//! The bytes of a PDF become pixels.

/// The pixels of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Red, green, blue and alpha of each pixel, row by row from the top; opaque.
    pub pixels: Vec<u8>,
}
