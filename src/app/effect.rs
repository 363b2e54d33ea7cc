use crate::{
    edit::prose::Stroke,
    model::{Audience, ProseAt},
};
use std::path::PathBuf;

/// What the window or the test is to do for the application.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the system for a draft to open; answered by [`super::FileCommand::Open`].
    PickOpen {
        /// The folder to begin in.
        folder: Option<PathBuf>,
    },
    /// Ask the system where to save; answered by [`super::FileCommand::SaveTo`].
    PickSave {
        /// What is proposed.
        proposed: PathBuf,
    },
    /// Ask the system where to export to; answered by [`super::FileCommand::ExportTo`].
    PickExport {
        /// What is proposed.
        proposed: PathBuf,
        /// For whom.
        audience: Audience,
    },
    /// Take the focus to the next part of the window: outline, form, pages.
    NextPanel,
    /// Have the text that is being typed do what a key would: the window knows what is to be typed next.
    Strike(ProseAt, Stroke),
    /// Put text on the clipboard: the one of the window, where the shared one cannot be reached.
    CopyText(String),
    /// Close the window.
    Close,
    /// Draw again: something came back from work off the frame.
    Repaint,
}
