mod edit;
mod file;
mod format;
mod go;
mod help;
mod item;
mod meeting;
mod record;
mod view;

use super::{Action, Available, Shortcut, State};

/// One command without arguments: all that menus, tooltips, shortcuts and the help say of it.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub action: Action,
    /// What menus and buttons say. Three dots promise a question.
    pub label: &'static str,
    /// The menu in which it stands.
    pub menu: &'static [&'static str],
    /// The group in the menu, from 0; a line parts groups.
    pub group: u8,
    /// The keys; menus show the first.
    pub shortcuts: &'static [Shortcut],
    /// What it does, as a sentence.
    pub help: &'static str,
    /// Whether it can be carried out, or why not.
    pub available: fn(&State) -> Available,
}

impl Entry {
    /// The keys that menus and tooltips show.
    pub fn shortcut(&self) -> Option<Shortcut> {
        self.shortcuts.first().copied()
    }
}

/// The entry of a command.
pub fn entry(action: Action) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.action == action)
}

impl Action {
    /// Whether a switch is on; none for what is no switch.
    pub fn is_on(self, state: &State) -> Option<bool> {
        match self {
            Action::ToggleSpelling => Some(state.view.spelling),
            Action::TogglePreview => Some(state.view.preview),
            Action::OfferWords => Some(state.view.offer_words),
            Action::BeginLists => Some(state.habits().lists),
            Action::RaiseOrdinals => Some(state.habits().ordinals),
            Action::TypographicSigns => Some(state.habits().signs),
            _ => None,
        }
    }
}

/// The menus, from the left.
pub const MENUS: &[&str] = &["File", "Edit", "Format", "Item", "Meeting", "Go", "View", "Record", "Help"];

/// The commands of each menu, in the order of [`MENUS`].
const PARTS: &[&[Entry]] = &[
    file::ENTRIES,
    edit::ENTRIES,
    format::ENTRIES,
    item::ENTRIES,
    meeting::ENTRIES,
    go::ENTRIES,
    view::ENTRIES,
    record::ENTRIES,
    help::ENTRIES,
];

/// All commands without arguments, menu by menu, in the order of the menus.
pub static TABLE: &[Entry] = &joined::<{ count() }>();

const fn count() -> usize {
    let (mut count, mut part) = (0, 0);
    while part < PARTS.len() {
        count += PARTS[part].len();
        part += 1;
    }
    count
}

const fn joined<const COUNT: usize>() -> [Entry; COUNT] {
    let mut all = [PARTS[0][0]; COUNT];
    let (mut at, mut part) = (0, 0);
    while part < PARTS.len() {
        let mut entry = 0;
        while entry < PARTS[part].len() {
            all[at] = PARTS[part][entry];
            at += 1;
            entry += 1;
        }
        part += 1;
    }
    all
}
