//! House style and minutes and audience become blocks: what the minutes say, word for word.
//!
//! [`compose`] is pure: the same minutes, style and audience give the same document. What the audience may not see is not in
//! it, neither in the text nor in what surrounds it.

mod apologies;
mod attendance;
mod calendar;
mod chronicle;
mod citations;
mod closing;
mod context;
mod declarations;
mod exclusion;
mod file_name;
mod furniture;
mod groups;
mod house;
mod items;
mod lists;
mod marks;
mod meta;
mod moments;
mod motion;
mod names;
mod numbering;
mod place;
mod previous;
mod prose;
mod resolution;
mod sight;
mod span;
mod special;
mod table;
mod title;
mod vote;
mod wording;
mod writer;

pub use file_name::file_name;
pub use house::{HouseWords, house_words, written, written_date, written_time};
pub use marks::{begins_sentence, list_markers, mark_text};
pub use place::{Place, TextOf};

use crate::frame::{Chunk, Document};
use crate::model::{Audience, Minutes};
use crate::template::{HeadBlock, HouseStyle};
use context::Context;
use std::sync::Arc;
use writer::Writer;

/// What the minutes are for an audience in the style of a house.
pub fn compose(minutes: &Minutes, style: &HouseStyle, audience: Audience) -> Document {
    let context = Context::new(minutes, style, audience);
    let mut chunks = vec![head(&context)];
    chunks.extend(items::business(&context));
    chunks.push(closing::end(&context));
    Document {
        meta: meta::meta(&context),
        page: furniture::page(&context),
        chunks: chunks.into_iter().map(Arc::new).collect(),
    }
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
