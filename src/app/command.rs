use super::{
    Action, Caret, Change, Effect, Found, PhraseCommand, Query, RoomEntry, Selection, ThemeChoice, VersionCommand,
};
use crate::{
    frame::NodeId,
    model::{Audience, Citation, Date, Id, Prose},
    store::DraftKey,
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
    /// Goes to the text of an item, and begins one where there is none.
    Write(Id),
    /// The caret in a piece of prose is elsewhere, or something else is selected.
    Caret(Caret),
    /// Shows the form of what a place on the page shows.
    Follow(NodeId),
    /// Answers the question that is open; none closes it without an answer.
    Answer(Option<Answer>),
    /// Takes a toast away.
    DismissToast(u64),
    /// How the window looks and what it shows.
    View(ViewCommand),
    /// A change of the phrase bank.
    Phrase(PhraseCommand),
    /// Spelling.
    Spelling(SpellingCommand),
    /// Puts paragraphs on the clipboard.
    Copy(Prose),
    /// Finding and replacing.
    Search(SearchCommand),
    /// Earlier versions of the draft.
    Versions(VersionCommand),
    /// Other people and programs on the draft.
    Sharing(SharingCommand),
}

/// What the clerk chooses where others have to do with the draft that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum SharingCommand {
    /// Somebody has it open and is not heard of any more: it is to be written here.
    TakeOver,
    /// The file was changed: what is here is written over that, which is kept as an earlier version.
    KeepMine,
    /// The file was changed: what it holds is shown, and what is here is kept as an earlier version.
    TakeTheirs,
    /// The file was renamed: the draft goes on under that name.
    GoOnAt(PathBuf),
    /// No more is to be said of the copies beside it.
    PutAwayCopies,
}

/// Commands of finding and replacing.
#[derive(Clone, Debug, PartialEq)]
pub enum SearchCommand {
    /// What is looked for: shows the first place at or behind the one where looking began.
    Query(Query),
    /// What is to take the place of what is found.
    With(String),
    /// Shows or hides the line for it.
    Replacing(bool),
    /// Shows the next hit, and behind the last one the first; the focus stays where it is.
    Next,
    /// Shows the one before.
    Previous,
    /// Replaces the hit that is shown and goes to the next; where none is shown, only goes.
    Replace,
    /// Replaces all hits, as one step.
    ReplaceAll,
    /// Closes the bar. The focus goes to the text with the hit that is shown, where it was in the bar.
    Close {
        /// Whether it was.
        from_bar: bool,
    },
}

/// Commands of spelling.
#[derive(Clone, Debug, PartialEq)]
pub enum SpellingCommand {
    /// The caret stands in a word that is marked as misspelt, or in none.
    At(Option<String>),
    /// Looks for what may have been meant by a word; it will be in [`super::Spelling::suggestions`].
    Suggest(String),
    /// The suggestions are no longer wanted.
    CloseSuggestions,
    /// Adds a word to the council's own list.
    Add(String),
    /// Passes over a word in this draft.
    Ignore(String),
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
    /// Brings a draft back that was left behind, one of [`super::State::left_behind`].
    TakeUp(DraftKey),
    /// Throws one of them away: asks first.
    ThrowAway(DraftKey),
    /// Shows what was brought back, beside what the file holds.
    LookAtBack,
    /// The clerk has seen what was brought back.
    SeenBack,
    /// Saves to a file.
    SaveTo(PathBuf),
    /// Exports a PDF to a file.
    ExportTo {
        /// The file.
        path: PathBuf,
        /// For whom.
        audience: Audience,
    },
    /// The system has no file dialog for what this effect asked: a path is to be typed instead.
    NoDialog(Effect),
    /// Stops the export that is under way; nothing is left of it.
    CancelExport,
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
    /// Keep it for the next time.
    Keep,
    /// Yes, do it.
    Confirm,
    /// What becomes of a file that somebody else has written.
    Sharing(SharingCommand),
    /// Save under another name.
    Elsewhere,
    /// A path that was typed where the system has no file dialog.
    Path(PathBuf),
    /// Body, date and numbering of a new draft.
    Begin {
        /// The house style's name.
        style: String,
        /// The body's full name.
        body: String,
        /// The day of the meeting.
        date: Date,
        /// The number of its first minute; none is the one with which the body begins.
        first: Option<u32>,
    },
    /// What somebody did in the room.
    Room(RoomEntry),
    /// A short note.
    Note(String),
    /// What was chosen in the palette.
    Chosen(Found),
    /// The minute that is cited.
    Cite(Citation),
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
    /// How the window stands on the screen.
    Window {
        /// Its width and height in points; none where they are the screen's.
        size: Option<(f32, f32)>,
        /// Whether it fills the screen.
        maximized: bool,
    },
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
    /// The rough note at which the clerk is, from 0.
    NoteAt(Option<usize>),
    /// A rough note is begun.
    NoteBegun,
    /// Opens or closes the rough notes of an item.
    NotesOpen(Id, bool),
}
