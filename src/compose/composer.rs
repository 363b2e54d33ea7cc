use super::context::Context;
use super::place::Place;
use super::shelf::{Shelf, Source};
use super::writer::Writer;
use super::{attendance, closing, declarations, furniture, items, meta, previous, title};
use crate::frame::{Chunk, Document};
use crate::model::{Audience, Minutes};
use crate::template::{HeadBlock, HouseStyle};

/// What the minutes are for an audience in the style of a house.
pub fn compose(minutes: &Minutes, style: &HouseStyle, audience: Audience) -> Document {
    document(&mut Shelf::once(), minutes, style, audience)
}

/// Composes the same minutes again and again while they are written: what would come out as it was the last time is the
/// same chunk as then, by address. What comes of it is always what [`compose`] gives.
#[derive(Default)]
pub struct Composer {
    shelf: Shelf,
}

impl Composer {
    /// Composes the minutes as they are now.
    pub fn compose(&mut self, minutes: &Minutes, style: &HouseStyle, audience: Audience) -> Document {
        document(&mut self.shelf, minutes, style, audience)
    }

    /// How many chunks were composed since the last call: items with their sub-items, headings of sections, the head and the
    /// end. The others are those of the time before.
    pub fn count(&mut self) -> usize {
        self.shelf.take_count()
    }
}

fn document(shelf: &mut Shelf, minutes: &Minutes, style: &HouseStyle, audience: Audience) -> Document {
    let context = Context::new(minutes, style, audience);
    shelf.begin(&context);
    let mut chunks = Vec::new();
    let head = shelf.chunk(&context, Place::Title.encode(), Source::Asked, true, || (Some(head(&context)), true));
    chunks.extend(head.chunk);
    chunks.extend(items::business(&context, shelf));
    let end = || (Some(closing::end(&context)), true);
    chunks.extend(shelf.chunk(&context, Place::Closing.encode(), Source::Asked, true, end).chunk);
    let document = Document { meta: meta::meta(&context), page: furniture::page(&context), chunks };
    shelf.end(context, minutes);
    document
}

fn head(context: &Context<'_>) -> Chunk {
    let mut writer = Writer::at_margin(context);
    for block in &context.style.head {
        match block {
            HeadBlock::Title => title::title(&mut writer),
            HeadBlock::Attendance => attendance::attendance(&mut writer),
            HeadBlock::Rule => writer.rule(),
        }
    }
    declarations::without_item(&mut writer);
    previous::without_item(&mut writer);
    writer.into_chunk(Place::Title)
}
