//! The bytes of a PDF become pixels.

use hayro::{
    PixmapSettings, RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf, render,
    vello_cpu::color::palette::css::WHITE,
};
use std::{fmt, panic::catch_unwind};

/// The longest side of a bitmap, in pixels. A longer one is no preview any more and would only eat memory.
pub const LONGEST_SIDE: f32 = 8192.0;

/// A picture of a page on white paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    /// Pixels from left to right.
    pub width: usize,
    /// Pixels from top to bottom.
    pub height: usize,
    /// Red, green, blue and alpha of each pixel, row by row from the top; every pixel is opaque.
    pub pixels: Vec<u8>,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RasterError {
    /// The bytes are not a PDF that can be read.
    Unreadable,
    /// There is no such page.
    NoSuchPage {
        /// The page that was asked for, from 0.
        page: usize,
        /// How many there are.
        count: usize,
    },
    /// The picture would have no pixels, or a side longer than [`LONGEST_SIDE`].
    Size {
        /// The width that it would have.
        width: f32,
        /// The height that it would have.
        height: f32,
    },
}

impl fmt::Display for RasterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str(
                "The page cannot be shown: it is not a readable PDF. Export it and open it in another program.",
            ),
            Self::NoSuchPage { page, count } => {
                write!(f, "There is no page {}: the document ends with page {count}.", page.saturating_add(1))
            }
            Self::Size { width, height } => write!(
                f,
                "The page cannot be shown at {width:.0} × {height:.0} pixels. Choose another size, up to {LONGEST_SIDE} pixels a side."
            ),
        }
    }
}

impl std::error::Error for RasterError {}

/// Draws a page of a PDF, counted from 0, at this many pixels for each point (1/72 inch).
///
/// # Errors
///
/// Where the bytes are no PDF, the page does not exist, or the picture would be empty or too large.
pub fn rasterise(pdf: &[u8], page: usize, pixels_per_point: f32) -> Result<Bitmap, RasterError> {
    // Damaged bytes may bring the library to a panic; for whoever looks at the page that is one more unreadable file.
    catch_unwind(|| draw(pdf, page, pixels_per_point)).unwrap_or(Err(RasterError::Unreadable))
}

fn draw(pdf: &[u8], page: usize, pixels_per_point: f32) -> Result<Bitmap, RasterError> {
    let pdf = Pdf::new(pdf.to_vec()).map_err(|_| RasterError::Unreadable)?;
    let pages = pdf.pages();
    let count = pages.len();
    let page = pages.get(page).ok_or(RasterError::NoSuchPage { page, count })?;
    let (width, height) = page.render_dimensions();
    let (width, height) = (width * pixels_per_point, height * pixels_per_point);
    let fits = |side: f32| (1.0..=LONGEST_SIDE).contains(&side);
    if !fits(width) || !fits(height) {
        return Err(RasterError::Size { width, height });
    }
    let size = PixmapSettings { x_scale: pixels_per_point, y_scale: pixels_per_point, bg_color: WHITE };
    let cache = RenderCache::new();
    let pixmap = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &size);
    Ok(Bitmap {
        width: usize::from(pixmap.width()),
        height: usize::from(pixmap.height()),
        pixels: pixmap.data_as_u8_slice().to_vec(),
    })
}
