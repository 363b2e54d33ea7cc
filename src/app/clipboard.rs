//! Copying and pasting: prose to other programs and back.

use super::{App, Clip, Clipboard, Effect, Selection};
use crate::{
    compose::written,
    intake::{self, Block, Reading},
    model::{Paragraph, Prose},
};

/// What was copied last from a draft: pasted into the same one, its marks and what is private in it stay.
pub(super) struct Copied {
    /// What went to the clipboard as text, by which it is known again.
    text: String,
    prose: Prose,
    /// The draft, for the people and minutes that marks mean are of that draft.
    draft: u64,
}

/// What is to be pasted in this frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The text that the window was given.
    pub text: String,
    /// What it stands for.
    pub reading: Reading,
}

impl App {
    /// Puts paragraphs on the clipboard, as HTML and as text, with their marks written out. Where the clipboard does not
    /// take them, the window is asked to put the text there.
    pub(super) fn copy(&mut self, prose: &[Paragraph]) {
        let clip = self.clip_of(prose);
        let text = clip.text.clone().unwrap_or_default();
        self.copied = Some(Copied { text: text.clone(), prose: prose.to_vec(), draft: self.serial });
        if !self.env.clipboard.set(clip) {
            self.effects.push(Effect::CopyText(text));
        }
    }

    /// Paragraphs as other programs get them.
    pub fn clip_of(&self, prose: &[Paragraph]) -> Clip {
        let draft = self.state.draft.as_ref();
        let said = draft.zip(self.state.style()).map(|(draft, style)| {
            let item = match draft.selection {
                Selection::Item(id) => Some(id),
                _ => None,
            };
            written(draft.session.minutes(), style, item, prose)
        });
        let said = said.unwrap_or_else(|| prose.to_vec());
        Clip { text: Some(intake::write_text(&said)), html: Some(intake::write_html(&[Block::Prose(said)])) }
    }

    /// Has what is to be pasted in [`super::State::pasted`] for this frame. The window calls it for each text that it is
    /// given to paste, before it draws, so that the paste takes its place among the keys of the frame.
    pub fn prepare_paste(&mut self, text: &str) {
        let reading = self.paste(text);
        self.state.pasted.push(Pasted { text: text.to_owned(), reading });
    }

    /// What is to be pasted. `text` is what the window was given as text: the clipboard's HTML counts only where it says
    /// the same, for on some systems there are two clipboards, and the other may be old.
    pub fn paste(&mut self, text: &str) -> Reading {
        let same = |other: &str| lines(other).eq(lines(text));
        if let Some(copied) = self.copied.as_ref().filter(|copied| copied.draft == self.serial && same(&copied.text)) {
            return Reading { blocks: vec![Block::Prose(copied.prose.clone())], cut: false };
        }
        let Clip { html, text: on_clipboard } = self.env.clipboard.get();
        let html = html.filter(|_| on_clipboard.as_deref().is_none_or(same));
        let reading = html.map(|html| intake::read_html(&html)).unwrap_or_default();
        if reading.blocks.is_empty() { intake::read_text(text) } else { reading }
    }
}

/// The lines of a text, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim_end().trim_end_matches('\0').lines().map(str::trim_end)
}

/// The clipboard of the system, opened when it is first used. Programs without a window have none.
pub(super) fn system() -> Box<dyn Clipboard> {
    #[cfg(feature = "gui")]
    return Box::new(shared::SystemClipboard::default());
    #[cfg(not(feature = "gui"))]
    Box::new(NoClipboard)
}

#[cfg(not(feature = "gui"))]
struct NoClipboard;

#[cfg(not(feature = "gui"))]
impl Clipboard for NoClipboard {
    fn get(&mut self) -> Clip {
        Clip::default()
    }

    fn set(&mut self, _clip: Clip) -> bool {
        false
    }
}

#[cfg(feature = "gui")]
mod shared {
    use crate::app::{Clip, Clipboard};

    /// The clipboard of the system. It stays open, for on some systems what was copied goes with the program that holds it.
    #[derive(Default)]
    pub struct SystemClipboard(Option<arboard::Clipboard>);

    impl SystemClipboard {
        fn open(&mut self) -> Option<&mut arboard::Clipboard> {
            if self.0.is_none() {
                self.0 = arboard::Clipboard::new().ok();
            }
            self.0.as_mut()
        }
    }

    impl Clipboard for SystemClipboard {
        fn get(&mut self) -> Clip {
            let Some(clipboard) = self.open() else { return Clip::default() };
            Clip { html: clipboard.get().html().ok(), text: clipboard.get_text().ok() }
        }

        fn set(&mut self, clip: Clip) -> bool {
            let Some(clipboard) = self.open() else { return false };
            match clip {
                Clip { html: Some(html), text } => clipboard.set_html(html, text).is_ok(),
                Clip { html: None, text } => clipboard.set_text(text.unwrap_or_default()).is_ok(),
            }
        }
    }
}
