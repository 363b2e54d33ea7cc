//! Content streams (ISO 32000-1, 7.8 and 14.6): the marks of a page become operators, wrapped in marked content.

use super::{
    ExportError,
    fonts::Fonts,
    object::hundredths,
    skeleton,
    tag::type_name,
    text,
    writer::{Packed, pack, plain},
};
use crate::frame::{ElementId, Fill, Frame, Glyph, GlyphRun, Mark, Owner, Page};
use printpdf::{Color, DictItem, Greyscale, Op, PaintMode, PdfFontMap, Pt, Rect, Rgb};
use std::{collections::BTreeMap, ops::Range, panic::resume_unwind, sync::mpsc::sync_channel, thread};

/// How many pages are translated at once: few enough that their operators need little memory.
const BATCH: usize = 16;

/// For whom pages are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// For a file: every mark belongs to an element or is an artefact.
    File,
    /// For the screen: nothing is marked, but missing characters are boxed.
    Screen,
}

/// What is drawn on pages, in order.
#[derive(Default)]
pub struct Drawn {
    /// The operators of each page.
    pub streams: Vec<Packed>,
    /// The elements to which the marked contents of each page belong, by their identifiers (MCIDs).
    pub owners: Vec<Vec<ElementId>>,
}

/// Draws pages.
///
/// The operators of one batch are written while another thread translates and packs those of the batch before.
pub fn draw(frame: &Frame, pages: Range<usize>, purpose: Purpose, fonts: &mut Fonts) -> Result<Drawn, ExportError> {
    let pack = match purpose {
        Purpose::File => pack,
        Purpose::Screen => plain,
    };
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<(Vec<Vec<Op>>, PdfFontMap)>(1);
        let translator = scope.spawn(move || {
            let mut packed = Vec::new();
            for (operators, fonts) in receiver {
                packed.extend(skeleton::streams(operators, fonts)?.into_iter().map(pack));
            }
            Ok::<_, ExportError>(packed)
        });
        let mut owners = Vec::new();
        for batch in frame.pages[pages].chunks(BATCH) {
            let painted = batch.iter().map(|leaf| leaf.glance(|page| Painter::new(frame, purpose, fonts).page(page)));
            let (operators, owned): (Vec<_>, Vec<_>) = painted.unzip();
            owners.extend(owned);
            // The translator hangs up where it fails; then it says why.
            if sender.send((operators, fonts.for_printpdf(false)?)).is_err() {
                break;
            }
        }
        drop(sender);
        let streams = translator.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        Ok(Drawn { streams, owners })
    })
}

/// Writes the operators of one page.
struct Painter<'a> {
    frame: &'a Frame,
    purpose: Purpose,
    fonts: &'a mut Fonts,
    ops: Vec<Op>,
    owners: Vec<ElementId>,
    /// To what the marked content that is open belongs.
    open: Option<Owner>,
    grey: f32,
}

impl<'a> Painter<'a> {
    fn new(frame: &'a Frame, purpose: Purpose, fonts: &'a mut Fonts) -> Self {
        Self { frame, purpose, fonts, ops: Vec::new(), owners: Vec::new(), open: None, grey: 0.0 }
    }

    fn page(mut self, page: &Page) -> (Vec<Op>, Vec<ElementId>) {
        for mark in &page.marks {
            match mark {
                Mark::Glyphs(run) if run.glyphs.is_empty() => {}
                Mark::Glyphs(run) => self.run(run),
                Mark::Fill(fill) => self.fill(fill),
            }
        }
        self.close();
        (self.ops, self.owners)
    }

    fn run(&mut self, run: &GlyphRun) {
        self.own(run.owner);
        self.colour(0.0);
        text::show(run, self.frame.height - run.y, self.fonts, &mut self.ops);
        if self.purpose == Purpose::Screen {
            let mut pen = run.x;
            for glyph in run.glyphs.iter() {
                if glyph.id == 0 {
                    self.box_missing(run, &glyph, pen);
                }
                pen += glyph.advance;
            }
        }
    }

    fn fill(&mut self, fill: &Fill) {
        self.own(fill.owner);
        self.colour(fill.grey);
        let bottom = self.frame.height - fill.y - fill.height;
        self.rectangle([fill.x, bottom, fill.width, fill.height], PaintMode::Fill);
    }

    /// A red box where a character is missing.
    fn box_missing(&mut self, run: &GlyphRun, glyph: &Glyph, pen: f32) {
        let width = glyph.advance.max(run.size * 0.3);
        let bottom = self.frame.height - run.y - run.size * 0.2;
        let red = Color::Rgb(Rgb { r: 0.85, g: 0.0, b: 0.0, icc_profile: None });
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetOutlineColor { col: red });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(hundredths(run.size / 10.0)) });
        self.rectangle([pen, bottom, width, run.size], PaintMode::Stroke);
        self.ops.push(Op::RestoreGraphicsState);
    }

    fn rectangle(&mut self, [x, y, width, height]: [f32; 4], mode: PaintMode) {
        let [x, y, width, height] = [x, y, width, height].map(|value| Pt(hundredths(value)));
        let rectangle = Rect { x, y, width, height, mode: Some(mode), winding_order: None };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn colour(&mut self, grey: f32) {
        let grey = hundredths(grey.clamp(0.0, 1.0));
        if grey != self.grey {
            self.ops.push(Op::SetFillColor { col: Color::Greyscale(Greyscale::new(grey, None)) });
            self.grey = grey;
        }
    }

    /// Opens the marked content of an owner, unless it is open.
    fn own(&mut self, owner: Owner) {
        if self.purpose == Purpose::Screen || self.open == Some(owner) {
            return;
        }
        self.close();
        self.open = Some(owner);
        let element = match owner {
            Owner::Element(id) => self.frame.tags.elements.get(id.0 as usize).map(|element| (id, element)),
            Owner::Header | Owner::Footer | Owner::Ornament => None,
        };
        let (tag, properties) = match element {
            Some((id, element)) => {
                let mcid = i64::try_from(self.owners.len()).unwrap_or(i64::MAX);
                self.owners.push(id);
                (type_name(element.tag), vec![("MCID", DictItem::Int(mcid))])
            }
            None => ("Artifact", artefact(owner)),
        };
        let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<BTreeMap<_, _>>();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.into(), properties });
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }
}

/// What an artefact says of itself (14.8.2.2). A mark whose element does not exist is an ornament.
fn artefact(owner: Owner) -> Vec<(&'static str, DictItem)> {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    match owner {
        Owner::Header => vec![("Type", name("Pagination")), ("Subtype", name("Header"))],
        Owner::Footer => vec![("Type", name("Pagination")), ("Subtype", name("Footer"))],
        Owner::Ornament | Owner::Element(_) => vec![("Type", name("Layout"))],
    }
}
