//! A paragraph as it is seen, and as it is set once somebody looks.

use super::shown::{Kind, Shown};
use crate::{
    app::spelling_key,
    model::{Look, Paragraph},
    ui::theme::{self, Palette, Weight},
};
use egui::{
    Align, Context, FontId, Galley, TextFormat, Ui,
    epaint::text::{ByteIndex, LayoutJob, LayoutSection},
};
use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicU64, Ordering},
};

/// The size of what is read for long.
pub const TEXT: f32 = 17.0;

/// From one line of text to the next.
pub const LINE: f32 = 26.0;

/// What a letter takes of a line that is not set yet, in points.
const LETTER: f32 = 7.7;

/// How many paragraphs were set.
#[derive(Default)]
pub struct Counts(AtomicU64);

impl Counts {
    /// How many so far.
    pub fn set(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A paragraph as it is seen, and as it is set once somebody looks.
pub struct Laid {
    /// What is read.
    pub shown: Shown,
    /// What stands for it where its spelling is checked.
    pub spelling: u64,
    pub paragraph: Paragraph,
    /// Whether something that is being composed stands in it.
    pub composed: bool,
    /// To which words of the house its marks belong.
    pub worded: u64,
    pub to: Fit,
    ctx: Context,
    counts: Arc<Counts>,
    galley: OnceLock<Arc<Galley>>,
}

/// What a paragraph is set for, beside its text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    pub width: f32,
    pub dark: bool,
    pub pixels_per_point: f32,
}

impl Laid {
    /// A paragraph that is not set yet.
    pub fn new(ctx: &Context, shown: Shown, paragraph: &Paragraph, worded: u64, to: Fit, counts: Arc<Counts>) -> Laid {
        Laid {
            composed: shown.pieces.iter().any(|piece| piece.kind == Kind::Composed),
            shown,
            spelling: spelling_key(paragraph),
            paragraph: paragraph.clone(),
            worded,
            to,
            ctx: ctx.clone(),
            counts,
            galley: OnceLock::new(),
        }
    }

    /// How it is set.
    pub fn galley(&self) -> &Arc<Galley> {
        self.galley.get_or_init(|| {
            self.counts.0.fetch_add(1, Ordering::Relaxed);
            let job = job(&self.shown, self.to.width, theme::of(self.to.dark));
            self.ctx.fonts_mut(|fonts| fonts.layout_job(job))
        })
    }

    /// Whether it is set.
    pub fn is_set(&self) -> bool {
        self.galley.get().is_some()
    }

    /// How high it is, or is likely to be.
    pub fn height(&self) -> f32 {
        match self.galley.get() {
            Some(galley) => galley.size().y.max(LINE),
            None => {
                let letters = self.shown.text.chars().count() as f32;
                let lines = (letters * LETTER / self.to.width).ceil().max(1.0);
                let breaks = self.shown.text.matches('\n').count() as f32;
                (lines + breaks) * LINE
            }
        }
    }
}

/// A marker as it is set.
pub fn word(ui: &Ui, text: &str, palette: &Palette) -> Arc<Galley> {
    let format = format(&Look::default(), palette.ink_soft);
    ui.fonts_mut(|fonts| fonts.layout_job(LayoutJob::single_section(text.to_owned(), format)))
}

/// What is to be set for a paragraph.
fn job(shown: &Shown, width: f32, palette: &Palette) -> LayoutJob {
    let mut job = LayoutJob { text: shown.text.clone(), keep_trailing_whitespace: true, ..LayoutJob::default() };
    job.wrap.max_width = width;
    for piece in &shown.pieces {
        let colour = match piece.kind {
            Kind::Text | Kind::Composed => palette.ink,
            Kind::Words => palette.accent,
            Kind::Slot => palette.accent,
            Kind::Aside => palette.ink_soft,
        };
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: ByteIndex(piece.shown.start)..ByteIndex(piece.shown.end),
            format: format(&piece.look, colour),
        });
    }
    if job.sections.is_empty() {
        // An empty paragraph has a height too.
        job = LayoutJob::single_section(String::new(), format(&Look::default(), palette.ink));
    }
    job
}

fn font(look: &Look) -> FontId {
    let weight = match (look.bold, look.italic) {
        (false, false) => Weight::Regular,
        (true, false) => Weight::Bold,
        (false, true) => Weight::Italic,
        (true, true) => Weight::BoldItalic,
    };
    theme::font(weight, if look.superscript { TEXT * 0.68 } else { TEXT })
}

fn format(look: &Look, colour: egui::Color32) -> TextFormat {
    let raised = look.superscript;
    TextFormat {
        font_id: font(look),
        color: colour,
        line_height: Some(if raised { LINE * 0.72 } else { LINE }),
        valign: if raised { Align::TOP } else { Align::BOTTOM },
        ..TextFormat::default()
    }
}
