use super::{
    Action, BroughtBack, Caret, Dialog, EarlierVersions, FiledDraft, Focus, Keeping, LeftBehind, Moves, Pasted, Search,
    Selection, Shared, Spelling, Spot, View, come_backs,
    names::{draft_name, revision_name, stem},
    offers::Vocabulary,
};
use crate::{
    compose::HouseWords,
    edit::Session,
    format::{Digest, Head},
    frame::Frame,
    model::{Audience, Id},
    template::{Library, Problem},
};
use jiff::civil::DateTime;
use std::{
    collections::BTreeMap,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

/// All that the window shows. It is read by the window and changed by `update` alone.
#[derive(Default)]
pub struct State {
    /// The draft that is open; none on the start page.
    pub draft: Option<Draft>,
    /// The draft that is being opened: what it is called. There is no other meanwhile.
    pub opening: Option<String>,
    /// The drafts that were open when their program ended, or were kept for the next time; the last one first.
    pub left_behind: Vec<LeftBehind>,
    /// Whether those are being looked for.
    pub looking_back: bool,
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
    /// What is known of the spelling of what is shown.
    pub spelling: Spelling,
    /// What is looked for in the draft.
    pub search: Search,
    /// Earlier versions of the draft, while their form is open.
    pub versions: EarlierVersions,
    /// What is to be pasted in this frame.
    pub pasted: Vec<Pasted>,
    /// Long work that is under way, by name.
    pub running: Vec<Running>,
    /// What is wrong with the house styles of the user's folder.
    pub problems: Vec<Problem>,
    /// The commands that were chosen in the palette, the last one first.
    pub chosen: Vec<Action>,
    /// House style and body for which minutes were begun last.
    pub begun: Option<(String, String)>,
    /// The minutes of other meetings that can be cited.
    pub filed: Filed,
    /// The date and time when it was looked at last, which is at the start of each frame.
    pub now: DateTime,
}

/// The minutes of other meetings, as far as they were read.
#[derive(Default)]
pub struct Filed {
    /// The folder in which they lie.
    pub folder: Option<PathBuf>,
    /// The drafts, the latest meeting first.
    pub drafts: Vec<Arc<FiledDraft>>,
    /// Whether they are being read.
    pub reading: bool,
}

/// A draft that is open.
pub struct Draft {
    /// The minutes and the way back from each change.
    pub session: Session<Spot>,
    /// Its file; none while it was never saved.
    pub path: Option<PathBuf>,
    /// What the form shows.
    pub selection: Selection,
    /// The caret in the prose that is or was typed in last; none while none was.
    pub caret: Option<Caret>,
    /// Counts up when the application moves the selection or the focus, so that the window scrolls to it and takes the
    /// focus there once.
    pub attention: u64,
    /// What is to have the focus after such a move; none is the form's first field.
    pub focus: Option<Focus>,
    /// The pages as they were set last; those of an earlier revision while new ones are being made.
    pub pages: Pages,
    /// What the house says by itself: numbers, nil wording, headings.
    pub words: HouseWords,
    /// The rough note at which the clerk is, from 0.
    pub note: Option<usize>,
    /// When the note that is being typed was begun.
    pub note_begun: Option<crate::model::Time>,
    /// The item in whose text the clerk typed last.
    pub writing: Option<Id>,
    /// From where items were moved.
    pub moves: Moves,
    /// The words and names in its text.
    pub vocabulary: Vocabulary,
    /// How many places there are to come back to.
    pub come_backs: usize,
    /// A number that changes whenever the words of the house, of names or of citations may have changed.
    pub worded: u64,
    /// The signed file of which it is a new revision, until it was saved to a file of its own.
    pub revision_of: Option<PathBuf>,
    /// How it stands with other people and programs.
    pub shared: Shared,
    /// What was read from its file, or written to it; none while it has none.
    pub(super) digest: Option<Digest>,
    /// How its file is kept.
    pub keeping: Keeping,
    /// What was brought back that its file does not hold; none where that is nothing, or the clerk knows.
    pub brought_back: Option<BroughtBack>,
}

impl Draft {
    /// A draft that was just begun or opened.
    pub fn new(session: Session<Spot>, path: Option<PathBuf>) -> Draft {
        Draft {
            come_backs: come_backs(session.minutes()).len(),
            session,
            path,
            selection: Selection::default(),
            caret: None,
            attention: 0,
            focus: None,
            pages: Pages::default(),
            words: HouseWords::default(),
            note: None,
            note_begun: None,
            writing: None,
            moves: Moves::default(),
            vocabulary: Vocabulary::default(),
            worded: 0,
            revision_of: None,
            shared: Shared::default(),
            digest: None,
            keeping: Keeping::default(),
            brought_back: None,
        }
    }

    /// Whether it is only read: because it is signed, or because somebody else has it open.
    pub fn only_reads(&self) -> bool {
        self.session.is_sealed() || self.shared.only_reads()
    }

    /// Where the clerk is.
    pub(super) fn spot(&self) -> Spot {
        Spot { selection: self.selection, caret: self.caret }
    }

    /// The item that is shown.
    pub(super) fn item(&self) -> Option<Id> {
        match self.selection {
            Selection::Item(id) => Some(id),
            Selection::Meeting
            | Selection::Attendance
            | Selection::Section(_)
            | Selection::Closing
            | Selection::Record => None,
        }
    }

    /// Where the clerk types in the minute of an item; none where that is elsewhere, or no longer there.
    pub(super) fn caret_in(&self, item: Id) -> Option<Caret> {
        let minutes = self.session.minutes();
        let caret = self.caret.filter(|_| self.selection == Selection::Item(item))?;
        (minutes.item_of_prose(caret.at)?.id == item && minutes.prose(caret.at).is_some()).then_some(caret)
    }

    /// What the window's title calls it.
    pub fn name(&self) -> String {
        stem(Path::new(&self.file_name()))
    }

    /// The name of its file, or the one that is proposed.
    pub fn file_name(&self) -> String {
        let minutes = self.session.minutes();
        let own = self.path.as_ref().and_then(|path| path.file_name());
        match (own, &self.revision_of) {
            (Some(own), _) => own.to_string_lossy().into_owned(),
            (None, Some(signed)) => revision_name(signed, minutes.record.revision),
            (None, None) => draft_name(minutes),
        }
    }
}

/// The pages of a draft.
#[derive(Default)]
pub struct Pages {
    /// For whom they are.
    pub audience: Audience,
    /// The pages; none before they were first set.
    pub frame: Option<Arc<Frame>>,
    /// The revision of the draft that they show.
    pub revision: u64,
    /// How often pages were set since the draft was opened.
    pub set: u64,
    /// How often the whole draft was copied for them: once it is known, they are told of each change alone.
    pub copied: u64,
    /// Why they cannot be shown; none where they can.
    pub problem: Option<String>,
    /// The pictures of the pages that were in view, by page from 0.
    pub pictures: BTreeMap<usize, Picture>,
    /// The page and the distance from its top, in points, that belong to the caret or the selection.
    pub place: Option<(usize, f32)>,
    /// The paragraph that is being typed: the pages on which it stands, and from where to where on each, in points.
    pub typed: Vec<(usize, Range<f32>)>,
    /// How often the application had moved the selection when the caret was last moved.
    pub(super) caret_moved: Option<u64>,
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
    /// The end of that, which tells it from others of the body: ", 15 September 2016".
    pub day: String,
    /// What its head says.
    pub head: Head,
}

/// A short message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Its number, to take it away by.
    pub id: u64,
    /// Whether something went wrong.
    pub kind: ToastKind,
    /// What it is about.
    pub about: About,
    /// What happened, where, and what to do now.
    pub text: String,
    /// When it was shown: milliseconds of the application's clock. Good news leave by themselves.
    pub since: u64,
}

/// What a message is about: where that goes well later, the message that it did not is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The draft is saved.
    Saving,
    /// What is typed is kept in the journal.
    Journal,
    /// A PDF is exported.
    Exporting,
    /// A draft is opened.
    Opening,
    /// Something else of the draft that is open, or of the start page: it goes with it.
    Else,
    /// The program, whatever is open: its folders and settings.
    Program,
}

/// Whether something went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    /// It did.
    Done,
    /// It did not; the message stays until it is taken away.
    Failed,
}

/// Long work that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// What it is: "Exporting the minutes".
    pub name: String,
    /// How far it is: 0 to 1; none where that is not known.
    pub progress: Option<f32>,
}
