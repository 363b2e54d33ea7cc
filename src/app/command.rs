use super::{Change, Selection};
use crate::{
    frame::NodeId,
    model::{Audience, Date, Id},
};
use std::path::PathBuf;

/// What the window asks of the application. Commands are carried out at the end of the frame, first in, first out.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// An entry of the command table: it needs no more than what is selected.
    Do(Action),
    /// Of files.
    File(FileCommand),
    /// A change of the document.
    Change(Change),
    /// Shows the form of something.
    Select(Selection),
    /// Shows the form of what a place on the page shows.
    Follow(NodeId),
    /// Answers the question that is open; none closes it without an answer.
    Answer(Option<Answer>),
    /// Takes a toast away.
    DismissToast(u64),
    /// How the window looks and what it shows.
    View(ViewCommand),
}

/// Commands without arguments: each has an entry in the command table, with label, shortcut, menu and help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Asks for a body and a date.
    New,
    /// Asks for a draft.
    Open,
    /// Saves; asks where, where there is no file yet.
    Save,
    /// Asks where to save.
    SaveAs,
    /// Exports the public's PDF; asks where.
    ExportPublic,
    /// Exports the members' PDF; asks where.
    ExportMembers,
    /// Closes the draft and shows the start page.
    CloseDraft,
    /// Leaves the program.
    Quit,
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// A new item behind the one that is selected.
    AddItem,
    /// A new sub-item of the one that is selected.
    AddSubItem,
    /// Removes the item that is selected.
    RemoveItem,
    /// Moves it up.
    MoveItemUp,
    /// Moves it down.
    MoveItemDown,
    /// Moves it to the private business, or back.
    TogglePrivateItem,
    /// Adds text at the end of the item.
    AddProse,
    /// Adds a resolution at the end of the item.
    AddResolution,
    /// Adds a motion.
    AddMotion,
    /// Adds a vote.
    AddVote,
    /// Adds a table.
    AddTable,
    /// Adds a note to be printed.
    AddNote,
    /// Goes to the form before this one in reading order.
    PreviousForm,
    /// Goes to the form behind this one.
    NextForm,
    /// Goes to the meeting's form.
    GoToMeeting,
    /// Goes to the attendance.
    GoToAttendance,
    /// Goes to the end of the minutes.
    GoToClosing,
    /// Goes to the record: circulated, approved, signed.
    GoToRecord,
    /// Shows or hides the pages.
    TogglePreview,
    /// Shows the pages as the members get them, or as the public does.
    ToggleAudience,
    /// Light, dark, or as the system.
    CycleTheme,
    /// Larger pages.
    ZoomIn,
    /// Smaller pages.
    ZoomOut,
    /// Pages as wide as their panel.
    ZoomFit,
    /// Records that the minutes were circulated.
    Circulate,
    /// Records that they were approved.
    Approve,
    /// Records that they were signed.
    Sign,
    /// Takes the last step of the record back.
    StepBack,
    /// Begins a new revision of signed minutes.
    NewRevision,
    /// Shows all shortcuts.
    Shortcuts,
    /// Says what the program is.
    About,
}

/// Commands of files.
#[derive(Clone, Debug, PartialEq)]
pub enum FileCommand {
    /// Begins the minutes of a meeting.
    New {
        /// The house style's name.
        style: String,
        /// The body's full name.
        body: String,
        /// The day of the meeting.
        date: Date,
    },
    /// Opens a draft.
    Open(PathBuf),
    /// Opens one of the samples as a new draft, by its place in [`super::SAMPLES`].
    OpenSample(usize),
    /// Saves to a file.
    SaveTo(PathBuf),
    /// Exports a PDF to a file.
    ExportTo {
        /// The file.
        path: PathBuf,
        /// For whom.
        audience: Audience,
    },
    /// The window is to be closed: asks first where something would be lost.
    CloseRequested,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Save first.
    Save,
    /// Lose it.
    Discard,
    /// Yes, do it.
    Confirm,
    /// A path that was typed where the system has no file dialog.
    Path(PathBuf),
    /// Body and date of a new draft.
    Begin {
        /// The house style's name.
        style: String,
        /// The body's full name.
        body: String,
        /// The day of the meeting.
        date: Date,
    },
    /// The day and the name for a step of the record.
    Step {
        /// On which day.
        on: Date,
        /// Who: the clerk, or who presided.
        by: String,
    },
}

/// How the window looks.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewCommand {
    /// The width of the panel with the pages, in points.
    PreviewWidth(f32),
    /// How large pages are: 1 is as wide as their panel.
    Zoom(f32),
    /// Which pages are in view, so that no others are drawn.
    PagesInView {
        /// The first, from 0.
        first: usize,
        /// The last, from 0.
        last: usize,
        /// Pixels for each point of the page.
        pixels_per_point: f32,
    },
    /// Light, dark, or as the system.
    Theme(ThemeChoice),
    /// Opens or closes the rough notes of an item.
    NotesOpen(Id, bool),
}

/// Which colours the window uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}
