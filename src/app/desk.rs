//! What can be done with a draft without a window, one errand at a time.

use super::{
    Clock, Env, Ids, Publication, Refused,
    fresh::Fresh,
    names::{DRAFT_ENDING, draft_name, export_name},
    publish, refuse_missing, write_date,
};
use crate::{
    compose::compose,
    layout::Setter,
    model::{Audience, Date, Minutes, State, numbers},
    store::{self, StoreError},
    template::{self, HouseStyle, Library, Problem},
};
use std::{
    fmt,
    path::{Path, PathBuf},
};

/// The program without a window: house styles and ports.
pub struct Desk {
    library: Library,
    problems: Vec<Problem>,
    templates: Option<PathBuf>,
    ids: Box<dyn Ids>,
    clock: Box<dyn Clock>,
}

/// Why an errand came to nothing.
#[derive(Debug)]
pub enum Fault {
    /// A file could not be read or written.
    File(StoreError),
    /// The draft cannot be exported.
    Refused(PathBuf, Refused),
    /// The draft's house style is not installed.
    NoStyle {
        /// The draft.
        draft: PathBuf,
        /// The style's name.
        style: String,
        /// Those that are.
        known: Vec<String>,
    },
    /// What was asked for cannot be meant.
    Usage(String),
    /// There is a file already where a new one should be.
    Exists(PathBuf),
}

/// What an export came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file.
    pub path: PathBuf,
    /// How many pages it has.
    pub pages: usize,
}

/// What a draft holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The body and the day: "Scrutiny Board, 15 September 2016".
    pub title: String,
    /// How far the minutes have come: "draft", "circulated", "approved", "signed".
    pub state: &'static str,
    /// How many items there are, with sub-items.
    pub items: usize,
    /// The numbers of the first and the last minute.
    pub numbers: Option<(u32, u32)>,
    /// How many pages the public gets.
    pub public_pages: usize,
    /// How many pages members get.
    pub member_pages: usize,
    /// What is in the way of an export.
    pub problems: Vec<String>,
}

/// A house style and its bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleEntry {
    /// Its name.
    pub name: String,
    /// The council.
    pub council: String,
    /// Its bodies by their full names.
    pub bodies: Vec<String>,
}

impl Desk {
    /// The house styles of the program and of the user's folder.
    pub fn new(env: Env) -> Desk {
        let templates = env.folders.config.map(|config| config.join("templates"));
        let (library, problems) = Library::load(templates.as_deref());
        Desk { library, problems, templates, ids: env.ids, clock: env.clock }
    }

    /// Exports a draft: to `out`, or beside the draft under its name.
    ///
    /// # Errors
    ///
    /// Where the draft cannot be read, or cannot be exported, or the file cannot be written. Nothing is then left.
    pub fn export(&self, draft: &Path, out: Option<&Path>, audience: Audience) -> Result<Exported, Fault> {
        let name = draft.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let path = out.map_or_else(|| draft.with_file_name(export_name(&name, audience)), Path::to_path_buf);
        refuse_draft_as_target(draft, &path)?;
        let minutes = store::open(draft).map_err(Fault::File)?;
        let style = self.style_of(draft, &minutes)?;
        let made = publish(&minutes, style, audience, |_| true);
        match made.map_err(|refused| Fault::Refused(draft.to_path_buf(), refused))? {
            Some(Publication { bytes, pages }) => {
                store::write_file(&path, &bytes).map_err(Fault::File)?;
                Ok(Exported { path, pages })
            }
            None => Err(Fault::Usage("The export was stopped.".to_owned())),
        }
    }

    /// Reads a draft, sets it for both audiences and says what it holds.
    ///
    /// # Errors
    ///
    /// Where the draft cannot be read.
    pub fn check(&self, draft: &Path) -> Result<Checked, Fault> {
        let minutes = store::open(draft).map_err(Fault::File)?;
        let style = self.style_of(draft, &minutes)?;
        let mut setter = Setter::new();
        let mut set = |audience| setter.set(&compose(&minutes, style, audience));
        let (public, members) = (set(Audience::Public), set(Audience::Members));
        let problems = match refuse_missing(&minutes, &members.missing).and(refuse_missing(&minutes, &public.missing)) {
            Ok(()) => Vec::new(),
            Err(Refused::Missing(missing)) => {
                missing.iter().map(|at| format!("The fonts of the page lack {at}.")).collect()
            }
            Err(refused) => vec![refused.to_string()],
        };
        let numbers = numbers::number(&minutes);
        Ok(Checked {
            title: title(&minutes),
            state: match minutes.record.state() {
                State::Draft => "draft",
                State::Circulated => "circulated",
                State::Approved => "approved",
                State::Signed => "signed",
            },
            items: minutes.items().len(),
            numbers: numbers.first().zip(numbers.last()),
            public_pages: public.pages.len(),
            member_pages: members.pages.len(),
            problems,
        })
    }

    /// Begins the minutes of a meeting and saves them: to `out`, or in the folder in which one stands.
    ///
    /// # Errors
    ///
    /// Where there is no such style or body, a file is there already, or it cannot be written.
    pub fn begin(
        &mut self,
        style: &str,
        body: &str,
        date: Option<Date>,
        first: Option<u32>,
        out: Option<&Path>,
    ) -> Result<PathBuf, Fault> {
        let house = self.library.style(style).ok_or_else(|| {
            let known: Vec<_> = self.library.styles().iter().map(|style| style.name.as_str()).collect();
            Fault::Usage(format!("There is no house style “{style}”. There are: {}.", known.join(", ")))
        })?;
        let found = house.bodies.iter().find(|known| known.name.to_lowercase() == body.trim().to_lowercase());
        let body = found.ok_or_else(|| {
            let known: Vec<_> = house.bodies.iter().map(|body| format!("\n  {}", body.name)).collect();
            Fault::Usage(format!("The house style “{style}” knows no body “{body}”. It knows:{}", known.concat()))
        })?;
        let empty = Minutes::default();
        let mut fresh = Fresh::new(&mut *self.ids, &empty);
        let date = date.unwrap_or_else(|| self.clock.now().date());
        let minutes = template::begin(house, body, date, first, &mut || fresh.id());
        let path = out.map_or_else(|| PathBuf::from(draft_name(&minutes)), Path::to_path_buf);
        if path.symlink_metadata().is_ok() {
            return Err(Fault::Exists(path));
        }
        store::save(&path, &minutes).map_err(Fault::File)?;
        Ok(path)
    }

    /// The house styles with their bodies.
    pub fn styles(&self) -> Vec<StyleEntry> {
        let entry = |style: &HouseStyle| StyleEntry {
            name: style.name.clone(),
            council: style.council.clone(),
            bodies: style.bodies.iter().map(|body| body.name.clone()).collect(),
        };
        self.library.styles().iter().map(entry).collect()
    }

    /// What is wrong with files of the user's folder, each with its place.
    pub fn problems(&self) -> Vec<String> {
        self.problems.iter().map(Problem::to_string).collect()
    }

    /// The folder in which a council puts house styles of its own.
    pub fn templates(&self) -> Option<&Path> {
        self.templates.as_deref()
    }

    fn style_of(&self, draft: &Path, minutes: &Minutes) -> Result<&HouseStyle, Fault> {
        let name = &minutes.house.style;
        self.library.style(name).ok_or_else(|| Fault::NoStyle {
            draft: draft.to_path_buf(),
            style: name.clone(),
            known: self.library.styles().iter().map(|style| style.name.clone()).collect(),
        })
    }
}

/// A PDF never takes the place of a draft.
fn refuse_draft_as_target(draft: &Path, out: &Path) -> Result<(), Fault> {
    let same = match (draft.canonicalize(), out.canonicalize()) {
        (Ok(draft), Ok(out)) => draft == out,
        (_, _) => draft == out,
    };
    let is_draft = out.to_string_lossy().to_lowercase().ends_with(DRAFT_ENDING);
    if same || is_draft {
        let path = out.display();
        return Err(Fault::Usage(format!("{path}: a PDF would take the place of a draft. Name another file with -o.")));
    }
    Ok(())
}

fn title(minutes: &Minutes) -> String {
    format!("{}, {}", minutes.house.body, write_date(minutes.meeting.date))
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::File(error) => write!(f, "{error}."),
            Fault::Refused(draft, refused) => write!(f, "{}: not exported. {refused}", draft.display()),
            Fault::NoStyle { draft, style, known } => write!(
                f,
                "{}: its house style “{style}” is not installed. Put its folder into the templates of your configuration, or change `style` in the draft to one of: {}.",
                draft.display(),
                known.join(", ")
            ),
            Fault::Usage(reason) => f.write_str(reason),
            Fault::Exists(path) => {
                write!(f, "{}: there is a file already, and it stays. Name another one with -o.", path.display())
            }
        }
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Fault::File(error) => Some(error),
            Fault::Refused(_, refused) => Some(refused),
            Fault::NoStyle { .. } | Fault::Usage(_) | Fault::Exists(_) => None,
        }
    }
}
