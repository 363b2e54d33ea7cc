//! Text (ISO 32000-1, 9.4): a run of placed glyphs becomes operators.

use super::{
    fonts::{Fonts, UsedFace, handle, stand_in},
    object::{hundredths, utf16},
};
use crate::frame::{Glyph, GlyphRun};
use printpdf::{DictItem, Op, Point, Pt, TextItem};
use std::collections::BTreeMap;

/// How far, in thousandths of the size, the pen may stray from its place before it is led back. Widths in a PDF are rounded, so
/// that small strays add up; one of this size is a thirtieth of a millimetre in text of 12 points.
const STRAY: f32 = 3.0;

/// Operators that show a run, between the begin and the end of a text object. `y` is measured from the bottom of the page.
pub fn show(run: &GlyphRun, y: f32, fonts: &mut Fonts, ops: &mut Vec<Op>) {
    let size = hundredths(run.size);
    if size <= 0.0 {
        return;
    }
    let origin = hundredths(run.x);
    let mut line = Line {
        face: fonts.face(run.face),
        ops,
        size,
        start: run.x - origin,
        text: String::new(),
        items: vec![],
        pen: 0.0,
        rise: 0.0,
    };
    line.ops.push(Op::StartTextSection);
    line.ops.push(Op::SetFont { font: handle(run.face), size: Pt(size) });
    line.ops.push(Op::SetTextCursor { pos: Point { x: Pt(origin), y: Pt(hundredths(y)) } });
    let mut advance = 0.0;
    let glyphs: Vec<Glyph> = run.glyphs.iter().collect();
    for cluster in clusters(&glyphs) {
        let text = cluster.first().map(|g| g.cluster.start as usize..g.cluster.end as usize);
        line.cluster(cluster, text.and_then(|range| run.text.get(range)).unwrap_or_default(), &mut advance);
    }
    line.finish();
}

/// The glyphs by clusters: a glyph with text, and those behind it without any.
fn clusters(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs.chunk_by(|_, next| next.cluster.is_empty())
}

/// A line of text as it is being written.
struct Line<'a> {
    face: &'a mut UsedFace,
    ops: &'a mut Vec<Op>,
    size: f32,
    /// From the rounded origin to the true one.
    start: f32,
    text: String,
    items: Vec<TextItem>,
    /// Where a reader's pen is, in thousandths of the size from the origin.
    pen: f32,
    rise: f32,
}

impl Line<'_> {
    fn cluster(&mut self, glyphs: &[Glyph], text: &str, advance: &mut f32) {
        let spoken = needs_actual_text(glyphs, text);
        if spoken {
            self.flush();
            let actual = DictItem::String { data: utf16(text), literal: false };
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".into(),
                properties: DictItem::Dict { map: BTreeMap::from([("ActualText".into(), actual)]) },
            });
        }
        for (glyph, text) in glyphs.iter().zip(shares(text, glyphs.len())) {
            self.glyph(glyph, text, *advance);
            *advance += glyph.advance;
        }
        if spoken {
            self.flush();
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn glyph(&mut self, glyph: &Glyph, text: &str, advance: f32) {
        let rise = hundredths(glyph.dy);
        if rise != self.rise {
            self.flush();
            self.ops.push(Op::SetLineOffset { multiplier: rise });
            self.rise = rise;
        }
        let place = (self.start + advance + glyph.dx) * 1000.0 / self.size;
        let stray = (place - self.pen).round();
        if stray.abs() >= STRAY {
            self.word();
            self.items.push(TextItem::Offset(-stray));
            self.pen += stray;
        }
        let code = self.face.code(glyph.id, text);
        self.pen += f32::from(self.face.width(code));
        self.text.push(stand_in(code));
    }

    fn word(&mut self) {
        if !self.text.is_empty() {
            self.items.push(TextItem::Text(std::mem::take(&mut self.text)));
        }
    }

    fn flush(&mut self) {
        self.word();
        if !self.items.is_empty() {
            self.ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }

    fn finish(mut self) {
        self.flush();
        if self.rise != 0.0 {
            self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
        }
        self.ops.push(Op::EndTextSection);
    }
}

/// Whether the text of a cluster cannot be read out of its glyphs one by one: more glyphs than characters, or characters that
/// mean nothing by themselves (ISO 19005-2, 6.2.11.7.3).
fn needs_actual_text(glyphs: &[Glyph], text: &str) -> bool {
    let private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    !text.is_empty() && (glyphs.len() > text.chars().count() || text.chars().any(private))
}

/// The text of a cluster, shared out among its glyphs: a character for each, what is left for the last. With fewer characters
/// than glyphs, the first says it all.
fn shares(text: &str, glyphs: usize) -> impl Iterator<Item = &str> {
    let ends = if glyphs <= text.chars().count() { glyphs } else { 1 };
    let mut rest = text;
    (1..=glyphs).map(move |glyph| {
        let end = if glyph >= ends { rest.len() } else { rest.chars().next().map_or(0, char::len_utf8) };
        let (share, left) = rest.split_at(end);
        rest = left;
        share
    })
}
