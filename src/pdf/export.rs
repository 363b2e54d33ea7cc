//! From a frame to the bytes of a file.

use super::{
    annotation::Annotations,
    content::{Drawn, Purpose, draw},
    fonts::Fonts,
    metadata,
    skeleton::Skeleton,
    structure::Structure,
    writer::{Writer, pack, plain},
};
use crate::frame::{Frame, GlyphRun, Mark, Missing, NodeId, Owner};
use std::{fmt, ops::Range};

/// Why no PDF was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// Characters that no bundled face has: in the file they would be empty boxes, and unreadable to a screen reader.
    Missing(Vec<Missing>),
    /// There are no pages.
    Empty,
    /// A bundled face could not be read.
    Font {
        /// Its PostScript name.
        face: String,
        /// What the reader of fonts says.
        reason: String,
    },
    /// The document that printpdf made is not as expected.
    Structure(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(missing) => {
                let mut characters: Vec<char> = missing.iter().map(|missing| missing.character).collect();
                characters.sort_unstable();
                characters.dedup();
                let named: Vec<String> =
                    characters.iter().map(|&c| format!("“{c}” (U+{:04X})", u32::from(c))).collect();
                let (these, them) =
                    if named.len() == 1 { ("this character", "it") } else { ("these characters", "them") };
                write!(f, "The typefaces do not have {these}: {}. Replace {them} and export again.", named.join(", "))
            }
            Self::Empty => f.write_str("There are no pages to export. Fill in the minutes first."),
            Self::Font { face, reason } => {
                write!(f, "The typeface {face} could not be read ({reason}). Install the program again.")
            }
            Self::Structure(reason) => write!(
                f,
                "The PDF could not be put together ({reason}). The draft is unharmed; please report this with the draft."
            ),
        }
    }
}

impl std::error::Error for ExportError {}

impl From<lopdf::Error> for ExportError {
    fn from(error: lopdf::Error) -> Self {
        Self::Structure(error.to_string())
    }
}

/// Writes the whole of a frame as a tagged PDF: PDF/UA-1 and PDF/A-2a. The same frame gives the same bytes.
///
/// # Errors
///
/// Where a character has no glyph or there are no pages.
pub fn export(frame: &Frame) -> Result<Vec<u8>, ExportError> {
    let missing = missing(frame);
    if !missing.is_empty() {
        return Err(ExportError::Missing(missing));
    }
    if frame.pages.is_empty() {
        return Err(ExportError::Empty);
    }
    let mut fonts = Fonts::default();
    let (mut streams, mut owners) = (Vec::new(), Vec::new());
    draw(frame, 0..frame.pages.len(), Purpose::File, &mut fonts, |drawn: Drawn| {
        streams.push(pack(drawn.stream));
        owners.push(drawn.owners);
    })?;
    let mut skeleton = Skeleton::empty((frame.width, frame.height), frame.pages.len(), &fonts)?;
    let mut writer = Writer::new(skeleton.document.max_id, true);
    skeleton.set_contents(&streams, &mut writer)?;
    drop(streams);
    let dictionary = skeleton.share_resources(&mut writer)?;
    let links = Annotations::collect(frame, &mut fonts, &mut writer);
    fonts.complete(&mut skeleton.document, &mut writer, &dictionary)?;
    let structure = Structure::reserve(frame, &mut writer);
    structure.write(frame, &owners, &links, &skeleton.pages, &mut writer);
    links.write(owners.len(), &skeleton.pages, &mut writer);
    skeleton.tag_pages(&links)?;
    skeleton.complete_catalog(frame, &structure, &mut writer)?;
    Ok(skeleton.finish(writer, Some(metadata::information(&frame.meta))))
}

/// Draws some pages of a frame for the screen: the same drawing as in the file, neither tagged nor compressed. A character
/// that is missing is marked by a red box. Pages that do not exist are left out; with none, the PDF is empty.
pub fn preview(frame: &Frame, pages: Range<usize>) -> Vec<u8> {
    let end = pages.end.min(frame.pages.len());
    try_preview(frame, pages.start.min(end)..end).unwrap_or_default()
}

fn try_preview(frame: &Frame, pages: Range<usize>) -> Result<Vec<u8>, ExportError> {
    let (mut fonts, mut streams) = (Fonts::default(), Vec::new());
    draw(frame, pages, Purpose::Screen, &mut fonts, |drawn| streams.push(plain(drawn.stream)))?;
    let mut skeleton = Skeleton::empty((frame.width, frame.height), streams.len(), &fonts)?;
    let mut writer = Writer::new(skeleton.document.max_id, false);
    skeleton.set_contents(&streams, &mut writer)?;
    let dictionary = skeleton.share_resources(&mut writer)?;
    fonts.complete(&mut skeleton.document, &mut writer, &dictionary)?;
    Ok(skeleton.finish(writer, None))
}

/// The missing characters that the frame names, and those that it only draws.
fn missing(frame: &Frame) -> Vec<Missing> {
    if !frame.missing.is_empty() {
        return frame.missing.clone();
    }
    let marks = frame.pages.iter().flat_map(|page| &page.marks);
    let runs = marks.filter_map(|mark| match mark {
        Mark::Glyphs(run) => Some(run),
        Mark::Fill(_) => None,
    });
    runs.flat_map(|run| missing_of(frame, run)).collect()
}

fn missing_of(frame: &Frame, run: &GlyphRun) -> impl Iterator<Item = Missing> {
    let node = match run.owner {
        Owner::Element(id) => frame.tags.elements.get(id.0 as usize).map(|element| element.node),
        Owner::Header | Owner::Footer | Owner::Ornament => None,
    };
    run.glyphs.iter().filter(|glyph| glyph.id == 0).map(move |glyph| {
        let text = run.text.get(glyph.cluster.start as usize..glyph.cluster.end as usize);
        let character = text.and_then(|text| text.chars().next()).unwrap_or(char::REPLACEMENT_CHARACTER);
        Missing { character, node: node.unwrap_or(NodeId(0)) }
    })
}
