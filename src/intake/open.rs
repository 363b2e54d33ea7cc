use super::{
    css::{self, Css},
    element::{self, Element},
    list,
};
use crate::model::{CellAlign, Enclosure, Language, Look, ParagraphKind};
use html5ever::{Attribute, LocalName};

/// An element that is open.
#[derive(Debug)]
pub(super) struct Open {
    pub name: LocalName,
    pub element: Element,
    /// What it says itself of how text looks.
    own: Own,
    /// How text in it looks.
    pub look: Look,
    /// Whether blanks and ends of lines in it are kept.
    pub keeps_space: bool,
    /// Whether what is in it is left out.
    pub hidden: bool,
    /// Whether its text is the marker of a list item that Word wrote out.
    pub is_marker: bool,
    /// Whether spaces in it that do not break are plain ones (Safari).
    pub plain_spaces: bool,
    /// How its text is aligned.
    pub align: Option<CellAlign>,
    pub list: Option<List>,
    pub item: Option<Item>,
    pub word: Option<Word>,
    /// The level that it names itself.
    pub level: Option<u8>,
    /// Columns and rows of a cell.
    pub span: (usize, usize),
}

/// What an element says itself of how text looks.
#[derive(Clone, Debug, Default)]
struct Own {
    bold: Option<bool>,
    italic: Option<bool>,
    superscript: Option<bool>,
    language: Option<Language>,
}

/// A list that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    pub kind: ParagraphKind,
    /// The number of its next item.
    pub next: u32,
}

/// An item that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Whether its own paragraph was written: what follows belongs to it, and is no item.
    pub said: bool,
    /// Its number, where it names one.
    pub number: Option<u32>,
    /// Its kind, where it names another than its list.
    pub kind: Option<ParagraphKind>,
}

/// A paragraph that Word wrote as part of a list.
#[derive(Clone, Copy, Debug)]
pub(super) enum Word {
    /// An item, with its level from 0.
    Item(u8),
    /// A paragraph that belongs to the item above it.
    Within,
}

impl Open {
    /// An element inside of another.
    pub fn new(name: LocalName, attributes: &[Attribute], parent: Option<&Open>) -> Open {
        let element = element::of(&name);
        let get = |wanted: &str| {
            let found = attributes.iter().find(|attribute| &*attribute.name.local == wanted);
            found.map(|attribute| &*attribute.value)
        };
        let css = get("style").map(css::read).unwrap_or_default();
        let classes = get("class").unwrap_or_default();
        let mut open = Open {
            own: own(&name, element, &css, get("lang").or_else(|| get("xml:lang"))),
            look: Look::default(),
            keeps_space: css
                .keeps_space
                .unwrap_or(element == Element::Preformatted || parent.is_some_and(|parent| parent.keeps_space)),
            hidden: element == Element::Hidden
                || css.hidden
                || get("hidden").is_some()
                || parent.is_some_and(|parent| parent.hidden),
            is_marker: css.is_marker || parent.is_some_and(|parent| parent.is_marker),
            plain_spaces: classes.contains("Apple-converted-space"),
            align: align(element, &css, get("align"), parent),
            list: None,
            item: None,
            word: word(element, &css, classes),
            level: level(get("data-level"), 0).or_else(|| level(get("data-aria-level"), 1)),
            span: (count(get("colspan")), count(get("rowspan"))),
            name,
            element,
        };
        match element {
            Element::List { counted } => open.list = Some(new_list(counted, &css, &get)),
            Element::Item => open.item = Some(new_item(&css, &get)),
            _ => {}
        }
        open.restyle(parent);
        open
    }

    /// Works out how text in it looks inside of another element.
    pub fn restyle(&mut self, parent: Option<&Open>) {
        let mut look = parent.map(|parent| parent.look.clone()).unwrap_or_default();
        let Own { bold, italic, superscript, language } = &self.own;
        look.bold = bold.unwrap_or(look.bold);
        look.italic = italic.unwrap_or(look.italic);
        look.superscript = superscript.unwrap_or(look.superscript);
        if let Some(language) = language {
            look.language = language.clone();
        }
        self.look = look;
    }
}

/// How text in an element is aligned. What is said outside of a table or of the table itself says where the table stands.
fn align(element: Element, css: &Css, attribute: Option<&str>, parent: Option<&Open>) -> Option<CellAlign> {
    if element == Element::Table {
        return None;
    }
    css.align.or_else(|| css::align(attribute?)).or_else(|| parent?.align)
}

fn own(name: &str, element: Element, css: &Css, language: Option<&str>) -> Own {
    let (bold, italic, superscript) = match name {
        "b" | "strong" => (Some(true), None, None),
        "i" | "em" | "cite" | "dfn" | "var" => (None, Some(true), None),
        "sup" => (None, None, Some(true)),
        "sub" => (None, None, Some(false)),
        _ if element == Element::Heading => (Some(true), None, None),
        _ => (None, None, None),
    };
    Own {
        bold: css.bold.or(bold),
        italic: css.italic.or(italic),
        // In a table the same property says where a cell's text stands.
        superscript: css.superscript.filter(|_| element == Element::Inline).or(superscript),
        language: language.map(language_of),
    }
}

/// A language as a draft keeps it: none for English of any country, which the whole draft is in, and for what is no tag.
fn language_of(tag: &str) -> Language {
    let tag = tag.trim();
    let is_tag = (2..=35).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    if !is_tag
        || primary == "en"
        || !(2..=3).contains(&primary.len())
        || !primary.chars().all(|c| c.is_ascii_alphabetic())
    {
        return Language::default();
    }
    Language(std::iter::once(primary.as_str()).chain(parts).collect::<Vec<_>>().join("-"))
}

fn new_list<'a>(counted: bool, css: &Css, get: &impl Fn(&str) -> Option<&'a str>) -> List {
    let enclosure = match get("data-enclosure") {
        Some("bracket") => Enclosure::Bracket,
        Some("brackets") => Enclosure::Brackets,
        Some("decimal") => Enclosure::Decimal,
        _ => Enclosure::Stop,
    };
    let kind = list::kind(counted, css.list_style.as_deref().or_else(|| get("type")), enclosure);
    List { kind, next: get("start").and_then(number).unwrap_or(1) }
}

fn new_item<'a>(css: &Css, get: &impl Fn(&str) -> Option<&'a str>) -> Item {
    // A list of which one item says what it is: Google Docs styles the items alone.
    let named = css.list_style.as_deref().or_else(|| get("type")).filter(|named| *named != "none");
    let counted = !matches!(named, Some("disc" | "circle" | "square"));
    Item {
        said: false,
        number: get("value").and_then(number),
        kind: named.map(|named| list::kind(counted, Some(named), Enclosure::Stop)),
    }
}

fn word(element: Element, css: &Css, classes: &str) -> Option<Word> {
    if element != Element::Paragraph && element != Element::Heading {
        return None;
    }
    match css.word_level {
        Some(level) => Some(Word::Item(level.saturating_sub(1))),
        None if classes.contains("MsoListParagraph") => Some(Word::Within),
        None => None,
    }
}

/// A number from 0 on.
fn number(value: &str) -> Option<u32> {
    value.trim().parse().ok()
}

fn count(value: Option<&str>) -> usize {
    value.and_then(number).and_then(|count| usize::try_from(count).ok()).unwrap_or(1).max(1)
}

/// A level that is named, where the first is `first`.
fn level(value: Option<&str>, first: u32) -> Option<u8> {
    u8::try_from(number(value?)?.checked_sub(first)?).ok()
}
