//! From a frame to the bytes of a file.

use super::{
    ExportError,
    annotation::Annotations,
    content::{Drawn, Purpose, draw},
    fonts::Fonts,
    metadata,
    skeleton::Skeleton,
    structure::{Structure, Subject},
    writer::Writer,
};
use crate::frame::{Frame, GlyphRun, Mark, Missing, NodeId, Owner};
use std::ops::Range;

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
    let Drawn { streams, owners } = draw(frame, 0..frame.pages.len(), Purpose::File, &mut fonts)?;
    let mut skeleton = Skeleton::empty((frame.width, frame.height), frame.pages.len(), &fonts)?;
    let mut writer = Writer::new(skeleton.document.max_id, true);
    skeleton.set_contents(&streams, &mut writer)?;
    drop(streams);
    let dictionary = skeleton.share_resources(&mut writer)?;
    let links = Annotations::collect(frame, &mut fonts, &mut writer);
    fonts.complete(&mut skeleton.document, &mut writer, &dictionary)?;
    let structure = Structure::reserve(frame, &mut writer);
    let subject = Subject { frame, pages: &skeleton.pages, owners: &owners, links: &links };
    structure.write(&subject, &mut writer);
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
    let mut fonts = Fonts::default();
    let streams = draw(frame, pages, Purpose::Screen, &mut fonts)?.streams;
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
    let mut missing = Vec::new();
    for leaf in &frame.pages {
        leaf.glance(|page| {
            for mark in &page.marks {
                if let Mark::Glyphs(run) = mark {
                    missing.extend(missing_of(frame, run));
                }
            }
        });
    }
    missing
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
