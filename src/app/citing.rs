//! Looking for a minute to cite: in this draft, in those on file, or by a number alone.

use super::{Caret, FiledDraft, FiledMinute, State, folded, offers};
use crate::{
    compose::mark_text,
    edit::prose::flat,
    model::{Citation, CitationForm, CitationTarget, Id, Inline, Look, Minutes, ProseAt, Restart},
};

/// The most that a search shows.
const MOST: usize = 50;

/// The forms in which a minute is cited, each with the letter that chooses it.
pub const CITATION_FORMS: [(char, CitationForm); 6] = [
    ('m', CitationForm::Minute),
    ('i', CitationForm::InSentence),
    ('r', CitationForm::Refers),
    ('c', CitationForm::RefersCapital),
    ('n', CitationForm::Number),
    ('h', CitationForm::Headed),
];

/// A minute that can be cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citable {
    /// What is cited.
    pub target: CitationTarget,
    /// Its number: "15.", "63/15".
    pub number: String,
    /// Its title; empty where it is not on file.
    pub title: String,
    /// Where it is: "above", "below", "Cabinet, 6 September 2016", "not on file".
    pub place: String,
}

/// Where a citation goes, and the form that fits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CitePlace {
    /// The caret.
    pub caret: Caret,
    /// The form.
    pub form: CitationForm,
}

impl State {
    /// The minutes that a search means: those of this draft first, then those on file, the latest meeting first. A number
    /// with its year that is nowhere on file can be cited all the same.
    pub fn citable(&self, typed: &str, at: ProseAt) -> Vec<Citable> {
        let Some(draft) = &self.draft else { return Vec::new() };
        let minutes = draft.session.minutes();
        let wanted = Wanted::new(typed);
        let here = minutes.item_of_prose(at).map(|item| item.id);
        let mut found = self.citable_here(minutes, &wanted, here);
        let filed = self.filed.drafts.iter().filter(|filed| Some(&filed.path) != draft.path.as_ref());
        for draft in filed {
            let fitting = draft.minutes.iter().filter(|minute| wanted.fits_filed(draft, minute));
            found.extend(fitting.map(|minute| citable(minutes, draft, minute)));
        }
        found.truncate(MOST);
        if let Some(unfiled) =
            self.unfiled(typed, at).filter(|unfiled| !found.iter().any(|f| f.number == unfiled.number))
        {
            found.push(unfiled);
        }
        found
    }

    fn citable_here(&self, minutes: &Minutes, wanted: &Wanted, here: Option<Id>) -> Vec<Citable> {
        let visits = minutes.items();
        let own = here.and_then(|here| visits.iter().position(|visit| visit.item.id == here));
        let entries = visits.iter().enumerate().filter(|(_, visit)| Some(visit.item.id) != here);
        let entries = entries.filter_map(|(at, visit)| {
            let number = self.number_of(visit.item.id).unwrap_or_default().to_owned();
            let fits = wanted.fits_here(&number, &visit.item.title, minutes.municipal_year());
            let place = match own {
                Some(own) if at < own => "above",
                Some(_) => "below",
                None => "in these minutes",
            };
            fits.then(|| Citable {
                target: CitationTarget::Here(visit.item.id),
                number,
                title: visit.item.title.clone(),
                place: place.to_owned(),
            })
        });
        entries.collect()
    }

    /// A number that is typed for minutes that are not on file.
    fn unfiled(&self, typed: &str, at: ProseAt) -> Option<Citable> {
        let context = offers::Context::new(self, at, 0)?;
        let target = offers::cited_by_number(&context, typed.trim())?;
        match &target {
            CitationTarget::Here(_) => None,
            CitationTarget::Elsewhere { .. } => Some(Citable {
                number: typed.trim().to_owned(),
                target,
                title: String::new(),
                place: "not on file".to_owned(),
            }),
        }
    }

    /// How a citation reads at a place of the draft.
    pub fn written_citation(&self, target: &CitationTarget, form: CitationForm, at: ProseAt) -> String {
        let Some(draft) = &self.draft else { return String::new() };
        let minutes = draft.session.minutes();
        let mark = Inline::Citation(Citation { target: target.clone(), form, look: Look::default() });
        let item = minutes.item_of_prose(at).map(|item| item.id);
        let written = |style| mark_text(minutes, style, item, &mark, false);
        self.style().map(written).unwrap_or_default()
    }

    /// Where a citation would go: to the caret of the draft. In brackets a minute refers, behind the word "minute" stands its
    /// number alone.
    pub fn cite_place(&self) -> Option<CitePlace> {
        let draft = self.draft.as_ref()?;
        let caret = draft.caret?;
        let prose = draft.session.minutes().prose(caret.at)?;
        let start = caret.span().start();
        let before = prose.get(start.paragraph).map(flat).unwrap_or_default();
        let before = before.get(..start.at).unwrap_or_default();
        let form = if before.ends_with("Minute ") || before.ends_with("minute ") {
            CitationForm::Number
        } else if before.ends_with('(') {
            CitationForm::Refers
        } else {
            CitationForm::Minute
        };
        Some(CitePlace { caret, form })
    }
}

/// What a search asks for.
struct Wanted {
    /// Its words, folded.
    words: Vec<String>,
}

impl Wanted {
    fn new(typed: &str) -> Wanted {
        Wanted { words: folded(typed).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether every word is found in the title, or begins the number.
    fn fits_here(&self, number: &str, title: &str, year: i16) -> bool {
        let number = number.trim_end_matches('.');
        self.fits(number, &[title.to_owned()], year)
    }

    fn fits_filed(&self, draft: &FiledDraft, minute: &FiledMinute) -> bool {
        let day = draft.head.date.strftime("%-d %B %Y").to_string();
        self.fits(&minute.number, &[minute.title.clone(), draft.head.body.clone(), day], draft.year)
    }

    fn fits(&self, number: &str, texts: &[String], year: i16) -> bool {
        let texts: Vec<String> = texts.iter().map(|text| folded(text)).collect();
        self.words.iter().all(|word| {
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                is_number(number, year, word) || texts.iter().any(|text| text.split_whitespace().any(|own| own == word))
            } else {
                texts.iter().any(|text| text.contains(word))
            }
        })
    }
}

/// Whether a word is a minute's number or its beginning: "6" and "63" are of "63", "63/1" of "63/15".
fn is_number(number: &str, year: i16, word: &str) -> bool {
    let year = format!("{:02}", year.rem_euclid(100));
    match word.split_once('/') {
        Some((bare, of)) => folded(number) == bare && year.starts_with(of),
        None => folded(number).starts_with(word),
    }
}

fn citable(minutes: &Minutes, draft: &FiledDraft, minute: &FiledMinute) -> Citable {
    let same_body = draft.head.body == minutes.house.body;
    let year = match draft.restart {
        Restart::MunicipalYear | Restart::Meeting => Some(draft.year),
        Restart::Never => None,
    };
    // Where numbers begin anew with each meeting, only its day tells which minute is meant.
    let date = (draft.restart == Restart::Meeting).then_some(draft.head.date);
    let target = CitationTarget::Elsewhere {
        body: (!same_body).then(|| draft.head.body.clone()),
        number: minute.number.clone(),
        year,
        date,
        item: Some(minute.item),
    };
    let shown = year.map(|year| format!("{}/{:02}", minute.number, year.rem_euclid(100)));
    let day = draft.head.date.strftime("%-d %B %Y");
    let private = if minute.private { ", private" } else { "" };
    Citable {
        target,
        number: shown.unwrap_or_else(|| minute.number.clone()),
        title: minute.title.clone(),
        place: if same_body { format!("{day}{private}") } else { format!("{}, {day}{private}", draft.head.body) },
    }
}
