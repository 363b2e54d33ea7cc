use super::{Action, ThemeChoice};
use crate::{
    edit::Session,
    frame::Frame,
    model::{Audience, Id, ProseAt},
    template::Library,
};
use std::{collections::BTreeMap, ops::Range, path::PathBuf, sync::Arc};

/// All that the window shows. It is read by the window and changed by `update` alone.
pub struct State {
    /// The draft that is open; none on the start page.
    pub draft: Option<Draft>,
    /// The house styles and bodies.
    pub library: Library,
    /// Files that were open before, the last one first.
    pub recent: Vec<RecentFile>,
    /// Short messages of what went well or wrong, the oldest first.
    pub toasts: Vec<Toast>,
    /// The question that is open.
    pub dialog: Option<Dialog>,
    /// How the window looks.
    pub view: View,
    /// Long work that is under way, by name.
    pub running: Vec<Running>,
}

/// A draft that is open.
pub struct Draft {
    /// The minutes and the way back from each change.
    pub session: Session<Selection>,
    /// Its file; none while it was never saved.
    pub path: Option<PathBuf>,
    /// What the form shows.
    pub selection: Selection,
    /// Counts up when the application moves the selection or the focus, so that the window scrolls to it and takes the
    /// focus there once.
    pub attention: u64,
    /// What is to have the focus after such a move; none is the form's first field.
    pub focus: Option<Focus>,
    /// The pages as they were set last; those of an earlier revision while new ones are being made.
    pub pages: Pages,
}

/// What the form in the middle shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// The meeting: council, body, date, place, numbering.
    #[default]
    Meeting,
    /// The attendance.
    Attendance,
    /// A section's heading.
    Section(Id),
    /// An item, with what its role adds: declarations, previous minutes, apologies.
    Item(Id),
    /// The end of the minutes.
    Closing,
    /// The record.
    Record,
}

/// What within a form is to have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The row or the fields of a node: a person, a part, a declaration.
    Node(Id),
    /// A piece of prose.
    Prose(ProseAt),
}

/// The pages of a draft.
#[derive(Default)]
pub struct Pages {
    /// For whom they are.
    pub audience: Audience,
    /// The pages; none before they were first set.
    pub frame: Option<Arc<Frame>>,
    /// The pictures of the pages that were in view, by page from 0.
    pub pictures: BTreeMap<usize, Picture>,
    /// The page and the distance from its top, in points, that belong to the selection.
    pub place: Option<(usize, f32)>,
}

/// The picture of one page.
#[derive(Clone)]
pub struct Picture {
    /// Its pixels.
    pub bitmap: Arc<crate::preview::Bitmap>,
    /// A number that changes when the picture does.
    pub stamp: u64,
}

/// A file that was open before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it holds: "Scrutiny Board, 15 September 2016".
    pub title: String,
}

/// A short message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Its number, to take it away by.
    pub id: u64,
    /// Whether something went wrong.
    pub kind: ToastKind,
    /// What happened, where, and what to do now.
    pub text: String,
    /// When it was shown: milliseconds of the application's clock. Good news leave by themselves.
    pub since: u64,
}

/// Whether something went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// It did.
    Done,
    /// It did not; the message stays until it is taken away.
    Failed,
}

/// A question to the clerk.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Which body and date a new draft is for.
    New,
    /// Whether to save before what was asked for is done.
    Unsaved {
        /// The name of the draft.
        name: String,
    },
    /// Whether something that cannot be undone is to be done.
    Confirm {
        /// The question.
        title: String,
        /// What follows from it.
        text: String,
        /// What the button says.
        button: String,
    },
    /// Where to open or save, where the system has no file dialog.
    Path {
        /// What for.
        title: String,
        /// What is proposed.
        proposed: PathBuf,
    },
    /// The day and the name for a step of the record.
    Step {
        /// Which step: [`Action::Circulate`], [`Action::Approve`] or [`Action::Sign`].
        step: Action,
        /// The day that is proposed.
        on: crate::model::Date,
        /// The name that is proposed.
        by: String,
    },
    /// All shortcuts.
    Shortcuts,
    /// What the program is.
    About,
}

/// How the window looks.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Whether the pages are shown.
    pub preview: bool,
    /// The width of their panel, in points.
    pub preview_width: f32,
    /// How large they are: 1 is as wide as their panel.
    pub zoom: f32,
    /// The colours.
    pub theme: ThemeChoice,
    /// The pages in view, from 0.
    pub in_view: Range<usize>,
    /// Pixels for each point of the page.
    pub pixels_per_point: f32,
}

/// Long work that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// What it is: "Exporting the minutes".
    pub name: String,
    /// How far it is: 0 to 1; none where that is not known.
    pub progress: Option<f32>,
}

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
    /// Close the window.
    Close,
    /// Draw again: something came back from work off the frame.
    Repaint,
}
