use super::notice::begins;
use crate::store::Holder;

/// Why a draft is not written to a file at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Obstacle {
    /// Somebody else has it open.
    Held(Holder),
    /// Whether somebody else has it open is being found out.
    Waiting,
    /// Somebody else has written it since.
    Changed,
    /// It was removed or renamed, and nobody asked for it to be written anew.
    Gone,
}

impl Obstacle {
    /// What is said where the clerk asked for the draft to be saved to the file of this name.
    pub fn words(&self, name: &str) -> String {
        match self {
            Obstacle::Held(holder) => format!(
                "Not saved: {} has “{name}” open. Save under another name, or wait until it is closed there.",
                begins(holder)
            ),
            Obstacle::Waiting => format!(
                "Not saved: whether somebody else has “{name}” open is being found out. Save again in a moment."
            ),
            Obstacle::Changed => format!(
                "Not saved: somebody else has changed “{name}” since it was opened here. Choose which text is to stay."
            ),
            Obstacle::Gone => {
                format!("Not saved: “{name}” was removed from its folder. Save it again, or under another name.")
            }
        }
    }

    /// The same in a few words.
    pub fn in_short(&self) -> &'static str {
        match self {
            Obstacle::Held(_) | Obstacle::Waiting => "somebody else has it open",
            Obstacle::Changed => "somebody else has changed the file",
            Obstacle::Gone => "the file was removed",
        }
    }
}
