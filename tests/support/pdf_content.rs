//! The marked contents of a page and what they say, read through the maps of the fonts from codes to text.

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
use std::collections::{BTreeMap, HashMap};

/// What stands on a page.
#[derive(Default)]
pub struct PageContent {
    /// The text of each marked content with an identifier.
    pub marked: Vec<(i64, String)>,
    /// How many operators draw outside of any.
    pub unmarked: usize,
}

/// A marked content that is open.
enum Open {
    Identified(usize),
    Artefact,
    Spoken,
    Other,
}

impl PageContent {
    /// Reads a page.
    pub fn read(document: &Document, id: ObjectId) -> Result<Self, String> {
        let bytes = document.get_page_content(id);
        let content = Content::decode(&bytes).map_err(|error| error.to_string())?;
        let fonts = document.get_page_fonts(id).map_err(|error| error.to_string())?;
        let mut maps = HashMap::new();
        for (name, font) in fonts {
            maps.insert(name, to_unicode(document, font)?);
        }
        let mut found = Self::default();
        let (mut open, mut font) = (Vec::new(), None);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" => {
                    let entries = operation.operands.get(1).and_then(|entries| entries.as_dict().ok());
                    open.push(found.begin(&operation.operands, entries, &open));
                }
                "BMC" => open.push(found.begin(&operation.operands, None, &open)),
                "EMC" => {
                    open.pop().ok_or("a marked content ends that did not begin")?;
                }
                "Tf" => font = operation.operands.first().and_then(|name| name.as_name().ok()).map(<[u8]>::to_vec),
                "Tj" | "TJ" | "'" | "\"" => {
                    let map = font.as_ref().and_then(|font| maps.get(font)).ok_or("text without a font")?;
                    found.show(&operation.operands, map, &open)?;
                }
                "f" | "f*" | "S" | "s" | "B" | "b" | "Do" | "sh" if open.is_empty() => found.unmarked += 1,
                _ => {}
            }
        }
        if open.is_empty() { Ok(found) } else { Err("a marked content does not end".into()) }
    }

    fn begin(&mut self, operands: &[Object], entries: Option<&Dictionary>, open: &[Open]) -> Open {
        if let Some(mcid) = entries.and_then(|entries| entries.get(b"MCID").and_then(Object::as_i64).ok()) {
            self.marked.push((mcid, String::new()));
            return Open::Identified(self.marked.len() - 1);
        }
        if operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact") {
            return Open::Artefact;
        }
        match entries.and_then(|entries| entries.get(b"ActualText").ok()) {
            Some(text) => {
                if let Some(place) = identified(open) {
                    self.marked[place].1.push_str(&lopdf::decode_text_string(text).unwrap_or_default());
                }
                Open::Spoken
            }
            None => Open::Other,
        }
    }

    fn show(&mut self, operands: &[Object], map: &HashMap<u16, String>, open: &[Open]) -> Result<(), String> {
        let place = identified(open);
        if place.is_none() && !open.iter().any(|open| matches!(open, Open::Artefact)) {
            self.unmarked += 1;
        }
        let Some(place) = place.filter(|_| !open.iter().any(|open| matches!(open, Open::Spoken))) else {
            return Ok(());
        };
        let strings = operands.iter().flat_map(|operand| match operand {
            Object::Array(items) => items.iter().collect(),
            other => vec![other],
        });
        for bytes in strings.filter_map(|string| string.as_str().ok()) {
            for code in bytes.chunks(2) {
                let code = u16::from_be_bytes([code[0], *code.get(1).ok_or("half a code")?]);
                let text = map.get(&code).ok_or_else(|| format!("code {code:04X} says nothing"))?;
                self.marked[place].1.push_str(text);
            }
        }
        Ok(())
    }

    /// How often each identifier is used.
    pub fn identifiers(&self) -> BTreeMap<i64, usize> {
        let mut counts = BTreeMap::new();
        for (mcid, _) in &self.marked {
            *counts.entry(*mcid).or_insert(0) += 1;
        }
        counts
    }
}

fn identified(open: &[Open]) -> Option<usize> {
    open.iter().rev().find_map(|open| if let Open::Identified(place) = open { Some(*place) } else { None })
}

/// The text of each code of a font.
fn to_unicode(document: &Document, font: &Dictionary) -> Result<HashMap<u16, String>, String> {
    let stream = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
    let stream = stream.map_err(|_| "a font does not say what its codes mean")?;
    let map = stream.get_plain_content().map_err(|error| error.to_string())?;
    let map = String::from_utf8(map).map_err(|error| error.to_string())?;
    let mut texts = HashMap::new();
    for line in map.lines().filter(|line| line.starts_with('<')) {
        let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches(['<', '>'])).collect();
        let (code, text) = (words[0], *words.last().unwrap_or(&""));
        let units: Result<Vec<u16>, _> =
            (0..text.len() / 4).map(|i| u16::from_str_radix(&text[i * 4..][..4], 16)).collect();
        let code = u16::from_str_radix(code, 16).map_err(|error| error.to_string())?;
        texts.insert(code, String::from_utf16_lossy(&units.map_err(|error| error.to_string())?));
    }
    Ok(texts)
}
