//! The clipboard: other programs get plain text; what was copied here is pasted as it was.

use super::words::Words;
use crate::{
    app::prose::{self, Span},
    model::{Paragraph, Prose},
};
use egui::{Context, Id};
use std::sync::Arc;

/// What was copied last, as other programs and as this one see it.
type Copied = Arc<(String, Prose)>;

fn place() -> Id {
    Id::unique("copied prose")
}

/// Copies what is selected. `markers` are those of all paragraphs.
pub fn copy(ctx: &Context, prose: &[Paragraph], span: Span, markers: &[Option<String>], words: &Words<'_>) {
    let copied = prose::copy(prose, span);
    let whole = copied.len() > 1;
    let lines = copied.iter().enumerate().map(|(at, paragraph)| {
        let text = super::shown::show(paragraph, &mut |mark, starts| words.of(mark, starts), None).text;
        match markers.get(span.start().paragraph + at) {
            Some(Some(marker)) if whole && paragraph.is_list_item() => format!("{marker} {text}"),
            _ => text,
        }
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    ctx.copy_text(text.clone());
    let copied: Copied = Arc::new((text, copied));
    ctx.data_mut(|data| data.insert_temp(place(), copied));
}

/// What is pasted where the clipboard holds this text: paragraphs with all that they are where they were copied here.
pub fn pasted(ctx: &Context, text: &str) -> Prose {
    match ctx.data(|data| data.get_temp::<Copied>(place())) {
        Some(copied) if copied.0 == text => copied.1.clone(),
        _ => prose::paragraphs(text),
    }
}
