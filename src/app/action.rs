use crate::{
    edit::prose::{Emphasis, Stroke},
    model::{Enclosure, ParagraphKind},
};

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
    /// Shows earlier versions of the draft.
    EarlierVersions,
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
    /// Cites a minute at the caret.
    Cite,
    /// Adds whom the text names before the caret to the attendance.
    AddNewcomer,
    /// Makes a phrase of what is selected.
    NewPhrase,
    /// Shows the phrase bank.
    Phrases,
    /// Bold text.
    Bold,
    /// Italic text.
    Italic,
    /// Raised text.
    Superscript,
    /// A bulleted list.
    BulletedList,
    /// A list counted 1, 2, 3.
    NumberedList,
    /// A list counted a, b, c.
    LetteredList,
    /// A list counted i, ii, iii.
    RomanList,
    /// A quotation that is set off.
    Quotation,
    /// Begins lists while the clerk types, or not.
    BeginLists,
    /// Raises ordinals while the clerk types, or not.
    RaiseOrdinals,
    /// Types typographic quotation marks and dashes, or those on the keys.
    TypographicSigns,
    /// Looks for something in the whole draft.
    Find,
    /// Goes to the next place where it stands.
    FindNext,
    /// Goes to the one before.
    FindPrevious,
    /// Puts something in the place of what is found.
    Replace,
    /// Marks misspelt words, or none.
    ToggleSpelling,
    /// Offers words and names that the draft has already while the clerk types, or not.
    OfferWords,
    /// Suggests other words for the one at the caret.
    SuggestSpelling,
    /// The next word that is marked as misspelt.
    NextMisspelt,
    /// The one before.
    PreviousMisspelt,
    /// Adds the word at the caret to the council's own list.
    AddWord,
    /// Passes over the word at the caret in this draft.
    IgnoreWord,
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
    /// Takes the item out of the order of the agenda, or back into it.
    TakeOutOfTurn,
    /// What follows the caret becomes an item of its own.
    SplitItem,
    /// What follows the caret becomes a text of its own.
    SplitText,
    /// Puts the item and the one behind it into one.
    MergeWithNext,
    /// Puts the item and the one before it into one.
    MergeWithPrevious,
    /// Adds text at the end of the item.
    AddProse,
    /// Adds a resolution at the end of the item.
    AddResolution,
    /// Adds a motion.
    AddMotion,
    /// Adds a vote.
    AddVote,
    /// Adds an amendment to the motion.
    AddAmendment,
    /// Goes to the outcome, the movers and the vote of the resolution.
    GoToDecision,
    /// Adds a table.
    AddTable,
    /// Adds a note to be printed.
    AddNote,
    /// Logs who comes, goes or takes the chair.
    Room,
    /// Adjourns the meeting, or goes on with it.
    Adjourn,
    /// Marks the place of the caret to come back to.
    ComeBack,
    /// Goes to the next place to come back to.
    NextComeBack,
    /// Takes the mark away at which the caret stands.
    ComeBackDone,
    /// Goes to the rough notes of the item, or back to its text.
    Notes,
    /// Moves a rough note into the minute.
    NoteToMinute,
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
    /// Takes the focus to the next part of the window: outline, form, pages.
    NextPanel,
    /// Finds a command or an item by a few letters.
    Palette,
    /// Shows all shortcuts.
    Shortcuts,
    /// Says what the program is.
    About,
}

impl Action {
    /// What the command does to the text that is being typed, where it is one of those.
    pub fn stroke(self) -> Option<Stroke> {
        Some(match self {
            Action::Bold => Stroke::Toggle(Emphasis::Bold),
            Action::Italic => Stroke::Toggle(Emphasis::Italic),
            Action::Superscript => Stroke::Toggle(Emphasis::Superscript),
            Action::BulletedList => Stroke::Kind(ParagraphKind::Bullet),
            Action::NumberedList => Stroke::Kind(ParagraphKind::Numbered(Enclosure::Stop)),
            Action::LetteredList => Stroke::Kind(ParagraphKind::Lettered(Enclosure::Stop)),
            Action::RomanList => Stroke::Kind(ParagraphKind::Roman(Enclosure::Brackets)),
            Action::Quotation => Stroke::Kind(ParagraphKind::Quotation),
            _ => return None,
        })
    }
}
