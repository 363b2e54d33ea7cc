use super::{
    list::Lists,
    names::Names,
    read::{Ink, Stretch, lines, read_head, stretches},
};
use crate::{
    model::{Look, ParagraphKind},
    ui::theme::{self, Palette, Weight, size},
};
use egui::{
    Align, FontId, Galley, Rect, TextFormat, Ui,
    epaint::text::{ByteIndex, LayoutJob, LayoutSection},
    pos2, vec2,
};
use std::sync::Arc;

/// How far a level stands in from the one above, and how wide the column of a list's marks is at least.
const INDENT: f32 = 24.0;

/// From one line of text to the next.
const LINE: f32 = 24.0;

/// Between paragraphs.
const APART: f32 = 6.0;

/// A line of the plain form, ready to be set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Where it is in the text, without its line feed.
    from: usize,
    to: usize,
    level: u8,
    /// The end of the indentation, of the prefix that says who may read it, and of the marker.
    indentation: usize,
    prefix: usize,
    head: usize,
    stretches: Vec<Stretch>,
    /// Whether a paragraph ends here, and not only a line of it.
    ends: bool,
}

/// How each line of a text is to be set.
pub(super) fn analyse(text: &str, names: &Names) -> Vec<Line> {
    let mut lists = Lists::default();
    let mut out = Vec::new();
    let mut from = 0;
    for line in lines(text) {
        let head = read_head(line, &lists);
        let head_length = line.len() - head.rest.len();
        let marker = if head.kind == ParagraphKind::Body { 0 } else { marker_length(&line[..head_length]) };
        let level = head.level;
        let base = from + head_length;
        let all = stretches(head.rest, names).into_iter();
        let all: Vec<Stretch> =
            all.map(|stretch| Stretch { from: base + stretch.from, to: base + stretch.to, ..stretch }).collect();
        let mut start = from;
        for (at, piece) in line.split('\n').enumerate() {
            let end = start + piece.len();
            let first = at == 0;
            let indentation = usize::from(level) * 2;
            out.push(Line {
                from: start,
                to: end,
                level,
                indentation: if first { from + indentation } else { start },
                prefix: if first { from + head_length - marker } else { start },
                head: if first { from + head_length } else { start },
                stretches: within(&all, start, end),
                ends: end == from + line.len(),
            });
            start = end + 1;
        }
        if !super::read::is_blank(line) {
            lists.pass(head.kind, head.level, head.start);
        }
        from += line.len() + 1;
    }
    out
}

/// The length of the marker with its space at the end of what stands before the text.
fn marker_length(head: &str) -> usize {
    let trimmed = head.trim_end_matches(' ');
    head.len() - trimmed.rfind(' ').map_or(0, |at| at + 1)
}

fn within(all: &[Stretch], from: usize, to: usize) -> Vec<Stretch> {
    let inside = all.iter().filter(|stretch| stretch.from < to && stretch.to > from);
    inside.map(|stretch| Stretch { from: stretch.from.max(from), to: stretch.to.min(to), ..stretch.clone() }).collect()
}

/// Sets the lines: markers hang, levels stand in, signs that are not printed are quiet.
pub(super) fn set(ui: &Ui, text: &str, lines: &[Line], width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let galleys: Vec<Arc<Galley>> = lines.iter().map(|line| set_line(ui, text, line, width, palette)).collect();
    // The sections of the whole are never looked at again, but a job without any counts as empty.
    let whole = LayoutJob::single_section(text.to_owned(), format(&Look::default(), palette.ink));
    let mut galley = Galley::concat(Arc::new(whole), &galleys, ui.pixels_per_point());
    let mut apart = 0.0;
    let mut rest = lines.iter();
    let mut line = rest.next();
    let mut rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 0.0));
    for row in &mut galley.rows {
        row.pos.y += apart;
        rect |= row.rect();
        if row.ends_with_newline {
            apart += if line.is_some_and(|line| line.ends) { APART } else { 0.0 };
            line = rest.next();
        }
    }
    galley.mesh_bounds.max.y += apart;
    galley.rect = rect;
    Arc::new(galley)
}

fn set_line(ui: &Ui, text: &str, line: &Line, width: f32, palette: &Palette) -> Arc<Galley> {
    let quiet = format(&Look::default(), palette.ink_faint);
    let measure = |from: usize, to: usize| -> f32 {
        let font = font(&Look::default());
        ui.fonts_mut(|fonts| fonts.layout_no_wrap(text[from..to].to_owned(), font, palette.ink).size().x)
    };
    let marker = if line.prefix < line.head { measure(line.prefix, line.head).max(INDENT) } else { 0.0 };
    let level = f32::from(line.level.min(12)) * INDENT;
    let hang = (level + marker).min(width / 2.0);
    let mut job = LayoutJob { text: text[line.from..line.to].to_owned(), ..LayoutJob::default() };
    job.wrap.max_width = width - hang;
    job.keep_trailing_whitespace = true;
    let mut lead = -hang;
    let mut push = |from: usize, to: usize, lead: f32, format: TextFormat| {
        let byte_range = ByteIndex(from - line.from)..ByteIndex(to - line.from);
        job.sections.push(LayoutSection { leading_space: lead, byte_range, format });
    };
    if line.from < line.indentation {
        push(line.from, line.indentation, lead, quiet.clone());
        lead = level - measure(line.from, line.indentation);
    }
    if line.indentation < line.head {
        push(line.indentation, line.head, lead, quiet.clone());
        lead = if line.prefix == line.indentation { marker - measure(line.prefix, line.head) } else { 0.0 };
    }
    for stretch in &line.stretches {
        for (from, to, colour) in coloured(stretch, palette) {
            push(from, to, lead, format(&stretch.look, colour));
            lead = 0.0;
        }
    }
    // An empty line has a height too.
    if line.from == line.to {
        push(line.from, line.to, lead, quiet);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    shifted(&galley, hang)
}

/// The stretch in pieces of one colour: the brackets of a mark are as quiet as other signs.
fn coloured(stretch: &Stretch, palette: &Palette) -> Vec<(usize, usize, egui::Color32)> {
    let Stretch { from, to, .. } = *stretch;
    match stretch.ink {
        Ink::Text => vec![(from, to, palette.ink)],
        Ink::Markup => vec![(from, to, palette.ink_faint)],
        Ink::Mark if to - from > 4 => vec![
            (from, from + 2, palette.ink_faint),
            (from + 2, to - 2, palette.accent),
            (to - 2, to, palette.ink_faint),
        ],
        Ink::Mark => vec![(from, to, palette.ink_faint)],
    }
}

fn shifted(galley: &Galley, by: f32) -> Arc<Galley> {
    let mut galley = galley.clone();
    if by != 0.0 {
        for row in &mut galley.rows {
            row.pos.x += by;
        }
        galley.mesh_bounds = galley.mesh_bounds.translate(vec2(by, 0.0));
    }
    Arc::new(galley)
}

fn font(look: &Look) -> FontId {
    let weight = match (look.bold, look.italic) {
        (false, false) => Weight::Regular,
        (true, false) => Weight::Bold,
        (false, true) => Weight::Italic,
        (true, true) => Weight::BoldItalic,
    };
    theme::font(weight, if look.superscript { size::BODY * 0.7 } else { size::BODY })
}

fn format(look: &Look, colour: egui::Color32) -> TextFormat {
    let raised = look.superscript;
    TextFormat {
        font_id: font(look),
        color: colour,
        line_height: Some(if raised { LINE * 0.7 } else { LINE }),
        valign: if raised { Align::TOP } else { Align::BOTTOM },
        ..TextFormat::default()
    }
}
