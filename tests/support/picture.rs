/// What a screen showed.
pub struct Picture {
    /// Red, green and blue of each pixel, row by row.
    pixels: Vec<[u8; 3]>,
}

/// How far a channel may be off: renderers round colours in their own ways.
const NEAR: u8 = 2;

impl Picture {
    /// A picture out of its bytes, three to a pixel.
    pub fn new(bytes: &[u8]) -> Picture {
        Picture { pixels: bytes.as_chunks::<3>().0.to_vec() }
    }

    /// Which share of the picture has a colour, from 0 to 1.
    pub fn share(&self, colour: egui::Color32) -> f64 {
        let [red, green, blue, _] = colour.to_array();
        let is_near = |pixel: &&[u8; 3]| {
            let [r, g, b] = **pixel;
            r.abs_diff(red) <= NEAR && g.abs_diff(green) <= NEAR && b.abs_diff(blue) <= NEAR
        };
        self.pixels.iter().filter(is_near).count() as f64 / self.pixels.len().max(1) as f64
    }
}
