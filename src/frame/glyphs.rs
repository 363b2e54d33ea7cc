use std::{fmt, ops::Range, sync::Arc};

/// One glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the face; 0 where the face lacks the character.
    pub id: u16,
    /// How far the pen moves on.
    pub advance: f32,
    /// How far the glyph is moved to the right of the pen.
    pub dx: f32,
    /// How far the glyph is moved above the baseline.
    pub dy: f32,
    /// The bytes of the run's text that it stands for. Several glyphs of one cluster: the first has them, the others an
    /// empty range. Clusters follow one another without gaps.
    pub cluster: Range<u32>,
}

/// Glyphs in the order of their text, kept small: a draft of 500 pages has 1.5 million.
#[derive(Debug, Default)]
pub struct GlyphRow {
    small: Vec<Small>,
    /// What the small form has no room for, by number.
    unusual: Vec<Unusual>,
}

#[derive(Clone, Copy, Debug)]
struct Small {
    id: u16,
    /// How many bytes of the text it stands for; [`LOOK_UP`] where it is among the unusual ones.
    bytes: u16,
    advance: f32,
}

/// Stands in the place of the bytes of a glyph that is among the unusual ones.
const LOOK_UP: u16 = u16::MAX;

#[derive(Clone, Copy, Debug)]
struct Unusual {
    number: usize,
    bytes: u32,
    dx: f32,
    dy: f32,
}

impl GlyphRow {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.small.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.small.is_empty()
    }

    /// Adds a glyph that stands for so many bytes, behind those of the glyph before, and is moved by so much to the right and up.
    pub fn push(&mut self, id: u16, bytes: u32, advance: f32, (dx, dy): (f32, f32)) {
        let few = u16::try_from(bytes).ok().filter(|few| *few != LOOK_UP && dx == 0.0 && dy == 0.0);
        if few.is_none() {
            self.unusual.push(Unusual { number: self.small.len(), bytes, dx, dy });
        }
        self.small.push(Small { id, bytes: few.unwrap_or(LOOK_UP), advance });
    }

    /// Counts more bytes to the last glyph that stands for any.
    pub fn lengthen(&mut self, more: u32) {
        let Some(number) = (0..self.len()).rev().find(|number| self.bytes(*number) > 0) else { return };
        let bytes = self.bytes(number).saturating_add(more);
        if let Some(unusual) = self.unusual.iter_mut().find(|unusual| unusual.number == number) {
            unusual.bytes = bytes;
        } else if let Ok(few) = u16::try_from(bytes)
            && few != LOOK_UP
        {
            self.small[number].bytes = few;
        } else {
            let at = self.unusual.partition_point(|unusual| unusual.number < number);
            self.unusual.insert(at, Unusual { number, bytes, dx: 0.0, dy: 0.0 });
            self.small[number].bytes = LOOK_UP;
        }
    }

    fn bytes(&self, number: usize) -> u32 {
        match self.small[number].bytes {
            LOOK_UP => self.unusual.iter().find(|unusual| unusual.number == number).map_or(0, |unusual| unusual.bytes),
            few => u32::from(few),
        }
    }

    /// Gives back the room that is not needed.
    pub fn shrink_to_fit(&mut self) {
        self.small.shrink_to_fit();
        self.unusual.shrink_to_fit();
    }

    /// Some of the glyphs, as those of a run whose text begins with the first of them.
    ///
    /// # Panics
    ///
    /// Where there are not so many.
    pub fn part(self: &Arc<GlyphRow>, range: Range<usize>) -> Glyphs {
        assert!(range.start <= range.end && range.end <= self.len(), "{range:?} of {} glyphs", self.len());
        Glyphs { row: Arc::clone(self), range }
    }
}

/// The glyphs of a run, from the left. Runs of one text share the row in which they stand.
#[derive(Clone, Default)]
pub struct Glyphs {
    row: Arc<GlyphRow>,
    range: Range<usize>,
}

impl Glyphs {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.range.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.range.is_empty()
    }

    /// The glyphs one by one.
    pub fn iter(&self) -> impl Iterator<Item = Glyph> {
        let from = self.row.unusual.partition_point(|unusual| unusual.number < self.range.start);
        let mut unusual = self.row.unusual[from..].iter().peekable();
        let mut end = 0_u32;
        self.row.small[self.range.clone()].iter().enumerate().map(move |(at, small)| {
            let number = self.range.start + at;
            let more = unusual.next_if(|unusual| unusual.number == number);
            let (bytes, dx, dy) =
                more.map_or((u32::from(small.bytes), 0.0, 0.0), |more| (more.bytes, more.dx, more.dy));
            let start = end;
            end = end.saturating_add(bytes);
            Glyph { id: small.id, advance: small.advance, dx, dy, cluster: start..end }
        })
    }
}

impl PartialEq for Glyphs {
    fn eq(&self, other: &Glyphs) -> bool {
        let same = Arc::ptr_eq(&self.row, &other.row) && self.range == other.range;
        same || self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Glyphs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl FromIterator<Glyph> for Glyphs {
    fn from_iter<I: IntoIterator<Item = Glyph>>(glyphs: I) -> Glyphs {
        let mut row = GlyphRow::default();
        for Glyph { id, advance, dx, dy, cluster } in glyphs {
            row.push(id, cluster.end.saturating_sub(cluster.start), advance, (dx, dy));
        }
        let all = 0..row.len();
        Glyphs { row: Arc::new(row), range: all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glyph(id: u16, cluster: Range<u32>, dx: f32) -> Glyph {
        Glyph { id, advance: f32::from(id), dx, dy: -dx, cluster }
    }

    #[test]
    fn glyphs_come_out_as_they_went_in() {
        let long = 3 + u32::from(u16::MAX);
        let all = vec![
            glyph(1, 0..1, 0.0),
            glyph(2, 1..3, 0.5),
            glyph(3, 3..3, 0.0),
            glyph(4, 3..long, 0.0),
            glyph(5, long..long + 70_000, 0.0),
            glyph(6, long + 70_000..long + 70_001, 0.0),
        ];
        let glyphs: Glyphs = all.iter().cloned().collect();
        assert_eq!(glyphs.iter().collect::<Vec<_>>(), all);
        assert_eq!(glyphs.row.unusual.len(), 3, "moved, as long as the mark, longer than it");
    }

    #[test]
    fn a_part_counts_its_text_from_its_own_beginning() {
        let mut row = GlyphRow::default();
        for id in 1..=4 {
            row.push(id, 2, 1.0, (f32::from(id), 0.0));
        }
        let part = Arc::new(row).part(2..4);
        assert_eq!(
            part.iter().map(|glyph| (glyph.id, glyph.dx, glyph.cluster)).collect::<Vec<_>>(),
            [(3, 3.0, 0..2), (4, 4.0, 2..4)]
        );
    }

    #[test]
    fn the_rest_of_a_ligature_is_counted_to_the_glyph_that_draws_it() {
        let mut row = GlyphRow::default();
        row.push(1, 1, 1.0, (0.0, 0.0));
        row.push(2, 1, 1.0, (0.0, 0.0));
        row.push(3, 0, 1.0, (0.0, 0.0));
        row.lengthen(2);
        row.lengthen(100_000);
        row.lengthen(1);
        let clusters: Vec<_> = Arc::new(row).part(0..3).iter().map(|glyph| glyph.cluster).collect();
        assert_eq!(clusters, [0..1, 1..100_005, 100_005..100_005]);
    }

    #[test]
    fn what_is_equal_need_not_be_the_same_row() {
        let (one, other): (Glyphs, Glyphs) =
            ([glyph(1, 0..1, 0.0)].into_iter().collect(), [glyph(1, 0..1, 0.0)].into_iter().collect());
        assert_eq!(one, other);
        assert_ne!(one, [glyph(2, 0..1, 0.0)].into_iter().collect());
    }
}
