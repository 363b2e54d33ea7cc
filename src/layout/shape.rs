use super::{
    clean::{Clean, Look, clean, is_silent, sane},
    lines::{Broken, Group, Line, Segment},
};
use crate::{
    font,
    frame::{Align, Face, GlyphRow, Inline},
};
use parley::{
    BaseDirection, BreakReason, Cluster, FontContext, FontFamily, IndentOptions, InlineBox, InlineBoxKind, Layout,
    LayoutContext, LineHeight, OverflowWrap, PositionedLayoutItem, Run, TextStyle, VerticalAlign,
    fontique::{Blob, Collection, CollectionOptions, FontInfoOverride},
};
use std::sync::Arc;

/// What is to be broken into lines. Two texts that are equal in this are set equally.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text<'a> {
    pub inlines: &'a [Inline],
    /// How wide the lines may be.
    pub width: f32,
    /// By how much the first line is shorter, at its beginning.
    pub first: f32,
    pub align: Align,
    /// Whether a space ends the text, where none does.
    pub spaced: bool,
}

/// How closely lines of a centred text are balanced, in points.
const STEP: f32 = 0.5;

/// Shapes texts and breaks them into lines; holds what that needs.
pub(super) struct Shaper {
    fonts: FontContext,
    context: LayoutContext<()>,
    layout: Layout<()>,
}

impl Shaper {
    pub fn new() -> Self {
        // No fonts of the system: what is set must be the same on every machine.
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts = FontContext { collection: Collection::new(options), ..FontContext::default() };
        for face in font::ALL {
            let own = FontInfoOverride { family_name: Some(family(face)), ..FontInfoOverride::default() };
            fonts.collection.register_fonts(Blob::new(Arc::new(font::bytes(face))), Some(own));
        }
        Self { fonts, context: LayoutContext::new(), layout: Layout::new() }
    }

    /// Breaks a text into lines.
    pub fn break_lines(&mut self, text: &Text, language: &str) -> Broken {
        let mut clean = clean(text.inlines, text.spaced, language);
        let groups = group(&mut clean);
        self.lay(&clean, text);
        let mut reader = Reader::new(&clean);
        for line in self.layout.lines() {
            reader.line(&line, &clean, text);
        }
        let Reader { mut broken, mut glyphs, .. } = reader;
        broken.groups = groups;
        // It may be kept for long.
        glyphs.shrink_to_fit();
        broken.glyphs = Arc::new(glyphs);
        broken.segments.shrink_to_fit();
        broken.lines.shrink_to_fit();
        broken.text = clean.meant();
        broken.looks = clean.pieces.into_iter().map(|piece| (piece.look, piece.group)).collect();
        broken
    }

    fn lay(&mut self, clean: &Clean, text: &Text) {
        let mut builder = self.context.style_run_builder(&mut self.fonts, &clean.text, 1.0, false);
        builder.set_base_direction(BaseDirection::Ltr);
        for piece in &clean.pieces {
            let style = builder.push_style(style(&piece.look));
            builder.push_style_run(style, piece.range.clone());
        }
        for (id, &(index, width)) in clean.blanks.iter().enumerate() {
            builder.push_inline_box(InlineBox {
                id: id as u64,
                kind: InlineBoxKind::InFlow,
                index,
                width: width.min(text.width - text.first),
                height: 1.0,
                baseline: None,
                vertical_align: VerticalAlign::BASELINE,
            });
        }
        builder.build_into(&mut self.layout, &clean.text);
        self.layout.set_text_indent(text.first, IndentOptions::default());
        self.layout.break_all_lines(Some(text.width));
        if text.align == Align::Centre {
            self.balance(text.width);
        }
    }

    /// Breaks the lines anew within the narrowest width that needs no more of them and parts no word: of a centred title no
    /// word is left alone on a line.
    fn balance(&mut self, width: f32) {
        let count = self.layout.len();
        if count < 2 {
            return;
        }
        let (mut narrow, mut wide) = (width / count as f32, width);
        let parted = self.parted_words();
        while wide - narrow > STEP {
            let middle = f32::midpoint(narrow, wide);
            self.layout.break_all_lines(Some(middle));
            if self.layout.len() > count || self.parted_words() > parted {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        self.layout.break_all_lines(Some(wide));
    }

    /// How many lines end within a word.
    fn parted_words(&self) -> usize {
        self.layout.lines().filter(|line| line.break_reason() == BreakReason::Emergency).count()
    }
}

/// Every face is a family of its own for the shaper, so that it never takes one face for another.
fn family(face: Face) -> &'static str {
    &font::metrics(face).postscript_name
}

fn style(look: &Look) -> TextStyle<'static, 'static, ()> {
    TextStyle {
        font_family: FontFamily::named(family(look.face)),
        font_size: look.size,
        line_height: LineHeight::Absolute(look.size),
        overflow_wrap: OverflowWrap::Anywhere,
        ..TextStyle::default()
    }
}

/// Puts neighbours with the same link, or without link but with the same language, into one group.
fn group(clean: &mut Clean) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut open = false;
    for piece in &mut clean.pieces {
        let Look { language, link, .. } = &piece.look;
        if language.is_none() && link.is_none() {
            open = false;
            continue;
        }
        let own = Group { language: language.clone(), link: link.clone() };
        if !open || groups.last() != Some(&own) {
            groups.push(own);
        }
        open = true;
        piece.group = u32::try_from(groups.len() - 1).ok();
    }
    groups
}

/// Reads lines out of the shaper, one cluster after the other.
struct Reader<'a> {
    clean: &'a Clean,
    broken: Broken,
    glyphs: GlyphRow,
    /// Whether the last character that was kept is white space; at the beginning it counts as such.
    after_space: bool,
    /// Where the pen stands on the line.
    pen: f32,
    /// Where what can be seen of the line ends.
    ink: f32,
}

impl<'a> Reader<'a> {
    fn new(clean: &'a Clean) -> Self {
        Self { clean, broken: Broken::default(), glyphs: GlyphRow::default(), after_space: true, pen: 0.0, ink: 0.0 }
    }

    fn line(&mut self, line: &parley::Line<'_, ()>, clean: &Clean, text: &Text) {
        let start = self.broken.segments.len();
        (self.pen, self.ink) = (0.0, 0.0);
        let mut blanks = Vec::new();
        let mut boxes = boxes_of(line, clean);
        // In the order of the text: bidirectional text is not set.
        let mut runs: Vec<Run<'_, ()>> = line.runs().collect();
        runs.sort_by_key(|run| run.text_range().start);
        let mut new = true;
        for run in &runs {
            while let Some((_, width)) = boxes.next_if(|&(index, _)| index <= run.text_range().start) {
                self.blank(width.min(text.width - text.first), &mut blanks);
                new = true;
            }
            for cluster in run.clusters() {
                new = self.cluster(&cluster, new);
            }
        }
        for (_, width) in boxes {
            self.blank(width.min(text.width - text.first), &mut blanks);
        }
        let indent = if self.broken.lines.is_empty() { text.first } else { 0.0 };
        let room = (text.width - indent - self.ink).max(0.0);
        let x = indent
            + match text.align {
                Align::Left => 0.0,
                Align::Centre => room / 2.0,
                Align::Right => room,
            };
        self.broken.lines.push(Line { x, width: self.ink, segments: start..self.broken.segments.len(), blanks });
    }

    fn blank(&mut self, width: f32, blanks: &mut Vec<(f32, f32)>) {
        blanks.push((self.pen, width));
        self.pen += width;
        self.ink = self.pen;
    }

    /// Takes in a cluster; `new` says that it must begin a segment. Gives whether the next must.
    fn cluster(&mut self, cluster: &Cluster<'_, ()>, new: bool) -> bool {
        let range = cluster.text_range();
        let Some(part) = self.clean.text.get(range.clone()) else { return new };
        let look = usize::from(cluster.style_index());
        if part == "\n" {
            return self.line_feed(look, range, new);
        }
        if part.chars().all(is_silent) {
            // The next glyph must not count these bytes to those it stands for.
            return true;
        }
        let new =
            new || self.broken.segments.last().is_none_or(|last| last.look != look || last.text.end != range.start);
        if cluster.is_ligature_continuation() {
            self.lengthen(range.end);
            return false;
        }
        let first = self.glyphs.len();
        let mut bytes = u32::try_from(range.len()).unwrap_or(0);
        let before = self.pen;
        let control = self.clean.control_at(range.start);
        for glyph in cluster.glyphs() {
            let lacks = control.is_some() && bytes > 0;
            let id = u16::try_from(glyph.id).ok().filter(|_| !lacks).unwrap_or(0);
            if id == 0 && bytes > 0 {
                self.missing(part, control, look);
            }
            self.glyphs.push(id, bytes, glyph.advance, (glyph.x, -glyph.y));
            self.pen += glyph.advance;
            bytes = 0;
        }
        if self.glyphs.len() == first {
            return true;
        }
        self.extend(look, range, first, before, new);
        self.after_space = part.ends_with(char::is_whitespace);
        if !self.after_space {
            self.ink = self.pen;
        }
        false
    }

    /// Keeps a space in place of a line feed, so that in reading order words do not run together.
    fn line_feed(&mut self, look: usize, range: std::ops::Range<usize>, new: bool) -> bool {
        let style = &self.clean.pieces[look].look;
        let Some(id) = font::glyph(style.face, ' ').filter(|_| !self.after_space) else { return true };
        let advance = font::advance(style.face, id) * style.size / f32::from(font::metrics(style.face).units_per_em);
        let first = self.glyphs.len();
        self.glyphs.push(id, 1, advance, (0.0, 0.0));
        let new =
            new || self.broken.segments.last().is_none_or(|last| last.look != look || last.text.end != range.start);
        self.extend(look, range, first, self.pen, new);
        self.pen += advance;
        self.after_space = true;
        true
    }

    /// Adds the glyphs from `first` on to the last segment, or begins one with them.
    fn extend(&mut self, look: usize, range: std::ops::Range<usize>, first: usize, x: f32, new: bool) {
        let end = self.glyphs.len();
        match self.broken.segments.last_mut() {
            Some(last) if !new => {
                last.text.end = range.end;
                last.glyphs.end = end;
            }
            _ => self.broken.segments.push(Segment { look, x, text: range, glyphs: first..end }),
        }
    }

    /// Counts the bytes up to `end` to the last cluster: they are the rest of a ligature.
    fn lengthen(&mut self, end: usize) {
        let Some(last) = self.broken.segments.last_mut() else { return };
        let more = u32::try_from(end.saturating_sub(last.text.end)).unwrap_or(0);
        last.text.end = last.text.end.max(end);
        self.glyphs.lengthen(more);
    }

    fn missing(&mut self, part: &str, control: Option<char>, look: usize) {
        let face = self.clean.pieces[look].look.face;
        let lacked = part.chars().filter(|&character| !font::covers(face, character));
        for character in control.into_iter().chain(lacked) {
            if !self.broken.missing.contains(&character) {
                self.broken.missing.push(character);
            }
        }
    }
}

/// The lines to write upon that stand on a line: their places in the text and their lengths.
fn boxes_of(line: &parley::Line<'_, ()>, clean: &Clean) -> std::iter::Peekable<std::vec::IntoIter<(usize, f32)>> {
    let mut found = Vec::new();
    if !clean.blanks.is_empty() {
        for item in line.items() {
            if let PositionedLayoutItem::InlineBox(own) = item
                && let Some(&(index, width)) = usize::try_from(own.id).ok().and_then(|id| clean.blanks.get(id))
            {
                found.push((index, sane(width, 0.0, 10_000.0)));
            }
        }
        found.sort_by_key(|&(index, _)| index);
    }
    found.into_iter().peekable()
}
