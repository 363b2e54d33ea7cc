//! What the palette offers: the commands that can be carried out now, and the items of the minutes, by a few letters.

use super::{Action, Entry, OutlineEntry, Selection, State, TABLE, folded};
use frizbee::{Config, Matcher, Pattern, PatternConfig};

/// The most that is offered at once.
const MOST: usize = 60;

/// Above whatever letters can come to: a number that was typed means its minute.
const NUMBER: u32 = 1_000_000;

/// What each letter has to come to: those that follow one another, or begin words, come to more, and those that are strewn
/// over a long title to less.
const LETTER: u32 = 15;

/// Something that the palette offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Find {
    /// What choosing it does.
    pub what: Found,
    /// What it is called: "Add resolution", "17. Outstanding issues".
    pub label: String,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A command, to be carried out.
    Do(Action),
    /// A form, to be gone to.
    Go(Selection),
}

impl State {
    /// What fits the letters that were typed, the best first: commands that can be carried out now, items by number, agenda
    /// number or title. Without letters the commands, those that were chosen last first.
    pub fn find(&self, typed: &str) -> Vec<Find> {
        let typed = typed.trim();
        let commands = self.commands_now();
        if typed.is_empty() {
            return commands;
        }
        let wanted = folded(typed);
        let words: Vec<Pattern> =
            wanted.split_whitespace().map(|word| Pattern::new(word, PatternConfig::default())).collect();
        let letters = words.iter().map(|word| word.needle.chars().count() as u32).sum::<u32>();
        if letters == 0 {
            return Vec::new();
        }
        let mut matcher = Matcher::from_patterns(&words, &Config::default());
        let mut score = |text: &str| {
            let points = u32::from(matcher.match_one(folded(text), 0)?.score);
            (points >= LETTER * letters).then_some(points)
        };
        let mut found: Vec<(u32, Find)> = Vec::new();
        for find in commands {
            // What a command does counts less than its name, and only as it is written.
            let told =
                || help(find.what).to_lowercase().contains(&typed.to_lowercase()).then_some(LETTER / 2 * letters);
            if let Some(points) = score(&find.label).or_else(told) {
                found.push((points, find));
            }
        }
        for entry in self.outline() {
            let label = format!("{} {}", entry.number, title(&entry)).trim().to_owned();
            let is_place = matches!(entry.selection, Selection::Item(_) | Selection::Section(_));
            if is_place && let Some(points) = by_number(&entry, typed).or_else(|| score(&label)) {
                found.push((points, Find { what: Found::Go(entry.selection), label }));
            }
        }
        // What fits half as well as the best is not meant.
        let best = found.iter().map(|(points, _)| *points).filter(|points| *points < NUMBER).max().unwrap_or(0);
        found.retain(|(points, _)| points.saturating_mul(2) >= best);
        found.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
        found.into_iter().map(|(_, find)| find).take(MOST).collect()
    }

    fn commands_now(&self) -> Vec<Find> {
        let last = |entry: &&Entry| self.chosen.iter().position(|action| *action == entry.action).unwrap_or(usize::MAX);
        let can = |entry: &&Entry| entry.action != Action::Palette && (entry.available)(self).is_ok();
        let mut entries: Vec<&Entry> = TABLE.iter().filter(can).collect();
        entries.sort_by_key(last);
        entries.into_iter().map(|entry| Find { what: Found::Do(entry.action), label: self.said(entry) }).collect()
    }

    /// What a command is called where its menu is not seen.
    fn said(&self, entry: &Entry) -> String {
        match entry.action {
            Action::GoToMeeting | Action::GoToAttendance | Action::GoToClosing | Action::GoToRecord => {
                format!("Go to {}", entry.label.to_lowercase())
            }
            Action::TogglePreview if self.view.preview => "Hide pages".to_owned(),
            Action::TogglePreview => "Show pages".to_owned(),
            Action::ToggleSpelling if self.view.spelling => "No longer mark misspelt words".to_owned(),
            action => self.label(action),
        }
    }
}

fn help(found: Found) -> &'static str {
    match found {
        Found::Do(action) => super::entry(action).map_or("", |entry| entry.help),
        Found::Go(_) => "",
    }
}

fn title(entry: &OutlineEntry) -> &str {
    if entry.title.is_empty() { "Untitled item" } else { &entry.title }
}

/// How well a number that was typed fits: "17" and "minute 17" mean the minute first, "item 5" the agenda.
fn by_number(entry: &OutlineEntry, typed: &str) -> Option<u32> {
    let typed = typed.to_lowercase();
    let (word, number) = typed.split_once(' ').unwrap_or(("", &typed));
    let agenda_first = match word {
        "" | "minute" => false,
        "item" => true,
        _ => return None,
    };
    let number = number.trim();
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let minute = entry.number.trim_end_matches('.').to_lowercase();
    let is_minute = minute == number || minute.split('/').next() == Some(number);
    let is_agenda = entry.agenda.trim_end_matches('.').to_lowercase() == number;
    match (is_minute, is_agenda) {
        (true, _) if !agenda_first => Some(NUMBER + 3),
        (_, true) => Some(NUMBER + 2),
        (true, _) => Some(NUMBER + 1),
        (false, false) => minute.starts_with(number).then_some(NUMBER),
    }
}
