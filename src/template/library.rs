use super::parse::{Mistake, parse};
use super::source::{self, Files, SourceFile};
use super::validate::{Complaint, Validate};
use super::{Body, HouseStyle, Phrase, PhraseBank, Problem};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The file of a style's figures and words.
const STYLE: &str = "style.ron";

/// The file of its phrase bank.
const PHRASES: &str = "phrases.ron";

/// All house styles that can be used.
#[derive(Clone, Debug, Default)]
pub struct Library {
    styles: Vec<HouseStyle>,
}

impl Library {
    /// Loads the shipped styles, and over them those of the council's folder: a file there takes the place of the shipped
    /// one of the same name, others are added. What is wrong with a file is told in a [`Problem`]; the others still load.
    pub fn load(user_folder: Option<&Path>) -> (Library, Vec<Problem>) {
        let mut problems = Vec::new();
        let shipped = source::shipped();
        let own = user_folder.map(|folder| source::in_folder(folder, &mut problems)).unwrap_or_default();
        let names: BTreeSet<&String> = shipped.keys().chain(own.keys()).collect();
        let styles = names
            .into_iter()
            .filter_map(|name| {
                let folder = user_folder.map_or_else(|| name.clone(), |folder| folder.join(name).display().to_string());
                load_style(name, folder, [own.get(name), shipped.get(name)], &mut problems)
            })
            .collect();
        (Library { styles }, problems)
    }

    /// The styles, by name.
    pub fn styles(&self) -> &[HouseStyle] {
        &self.styles
    }

    /// Puts a style's phrase bank in the place of the one that it has.
    pub fn set_phrases(&mut self, name: &str, phrases: PhraseBank) {
        if let Some(style) = self.styles.iter_mut().find(|style| style.name == name) {
            style.phrases = phrases;
        }
    }

    /// The style with this name.
    pub fn style(&self, name: &str) -> Option<&HouseStyle> {
        self.styles.iter().find(|style| style.name == name)
    }
}

/// Loads one style from layers of files, the first of which that can be used counts.
fn load_style(
    name: &str,
    folder: String,
    [own, shipped]: [Option<&Files>; 2],
    problems: &mut Vec<Problem>,
) -> Option<HouseStyle> {
    let layers: Vec<&Files> = [own, shipped].into_iter().flatten().collect();
    report_unknown(&layers, problems);
    let Some(mut style) = first::<HouseStyle>(&layers, STYLE, problems) else {
        if !layers.iter().any(|files| files.contains_key(STYLE)) {
            let message = format!("the style \"{name}\" has no {STYLE}; copy that of a shipped style and change it");
            problems.push(Problem::whole(folder, message));
        }
        return None;
    };
    style.name = name.to_owned();
    style.phrases = phrases(own, shipped, problems);
    let files: BTreeSet<&String> =
        layers.iter().flat_map(|files| files.keys()).filter(|path| path.starts_with("bodies/")).collect();
    let mut by_name = BTreeMap::new();
    for path in files {
        if let Some(body) = first::<Body>(&layers, path, problems) {
            by_name.insert(body.name.clone(), body);
        }
    }
    style.bodies = by_name.into_values().collect();
    Some(style)
}

/// The phrase bank. Unlike other files, the council's own does not take the place of the built-in one but lies over it, phrase
/// by phrase.
fn phrases(own: Option<&Files>, shipped: Option<&Files>, problems: &mut Vec<Problem>) -> PhraseBank {
    let shipped: Vec<&Files> = shipped.into_iter().collect();
    let shipped = first::<Vec<Phrase>>(&shipped, PHRASES, problems).unwrap_or_default();
    match own.and_then(|files| files.get(PHRASES)).map(|file| read(file, problems)) {
        Some(Some(own)) => PhraseBank::new(shipped, own),
        Some(None) => PhraseBank::damaged(shipped),
        None => PhraseBank::new(shipped, Vec::new()),
    }
}

/// The first usable version of a file; a problem for each that is passed over.
fn first<T: DeserializeOwned + Validate>(layers: &[&Files], path: &str, problems: &mut Vec<Problem>) -> Option<T> {
    layers.iter().filter_map(|files| files.get(path)).find_map(|file| read(file, problems))
}

fn read<T: DeserializeOwned + Validate>(file: &SourceFile, problems: &mut Vec<Problem>) -> Option<T> {
    match parse::<T>(&file.bytes) {
        Err(Mistake { line, column, message }) => {
            problems.push(Problem { file: file.name.clone(), line, column, message });
            None
        }
        Ok(value) => {
            let complaints = value.complaints();
            let sound = complaints.is_empty();
            problems.extend(complaints.into_iter().map(|complaint| place(file, complaint)));
            sound.then_some(value)
        }
    }
}

/// Says where in the file a complaint belongs: at the text that it is about.
fn place(file: &SourceFile, complaint: Complaint) -> Problem {
    let text = String::from_utf8_lossy(&file.bytes);
    let (first, inner) = complaint.path.split_first().map_or(("", &[][..]), |(first, inner)| (first.as_str(), inner));
    let mut start = outermost(&text, first);
    for part in inner {
        start += text.get(start..).and_then(|rest| rest.find(part.as_str())).unwrap_or(0);
    }
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Problem { file: file.name.clone(), line, column, message: complaint.message }
}

/// Where a field of the file itself begins: of the lines that begin with its name the one that is least indented.
fn outermost(text: &str, field: &str) -> usize {
    let mut best = None;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with(field) && best.is_none_or(|(least, _)| indent < least) {
            best = Some((indent, line_start + indent));
        }
        line_start += line.len();
    }
    best.map(|(_, start)| start).or_else(|| text.find(field)).unwrap_or(0)
}

fn report_unknown(layers: &[&Files], problems: &mut Vec<Problem>) {
    for (path, file) in layers.iter().flat_map(|files| files.iter()) {
        if path != STYLE && path != PHRASES && !path.starts_with("bodies/") {
            let message = format!("is not read; a style has {STYLE}, {PHRASES} and a folder `bodies`");
            problems.push(Problem::whole(file.name.clone(), message));
        }
    }
}
