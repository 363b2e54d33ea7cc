//! What an independent reader finds in an exported PDF: verdicts of a validator, the tree of tags with its text, and the owner
//! of each marked content. Any test binary may include this file with `#[path]`.

#![allow(dead_code, reason = "each test binary uses a part of it")]

#[path = "pdf_content.rs"]
mod content;
#[path = "pdf_lines.rs"]
mod lines;

use content::PageContent;
use lines::Lines;
use lopdf::{Dictionary, Document, Object, ObjectId};
use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// Names a folder in which every file that passes is kept, for other validators and for looking at.
const KEEP: &str = "MINUTEBOOK_KEEP_PDFS";

/// The most bookmarks that a file that is judged may have on one level.
const MOST_BOOKMARKS: usize = 4_096;

/// Judges a file by PDF/UA-1 and PDF/A-2a; says what is wrong with it.
pub fn validate(bytes: &[u8]) -> Result<(), String> {
    let mut faults = String::new();
    // Three hundred bookmarks are a chain of as many references, each to the next.
    let limits = SafetyLimits::default().with_max_reference_depth(MOST_BOOKMARKS);
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        match validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile).limits(limits.clone())) {
            Ok(report) if report.is_compliant => {}
            Ok(report) => report.failures.iter().for_each(|fault| {
                let _ = writeln!(faults, "{profile}: {fault}");
            }),
            Err(error) => {
                let _ = writeln!(faults, "{profile}: {error}");
            }
        }
    }
    if faults.is_empty() { keep(bytes) } else { Err(faults) }
}

/// Keeps a file where the environment asks for that.
fn keep(bytes: &[u8]) -> Result<(), String> {
    let Some(folder) = std::env::var_os(KEEP) else { return Ok(()) };
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let path = Path::new(&folder).join(format!("{:016x}.pdf", hasher.finish()));
    std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Checks that every marked content with an identifier is owned by exactly one element, that the parent tree names the same
/// one, that no element owns content that does not exist, and that nothing is drawn outside of marked content.
pub fn check_ownership(bytes: &[u8]) -> Result<(), String> {
    let pdf = Reader::new(bytes)?;
    let mut owners: BTreeMap<(usize, i64), Vec<ObjectId>> = BTreeMap::new();
    pdf.walk(pdf.tree_root()?, &mut |element, kid| {
        if let Kid::Content { page, mcid } = kid {
            owners.entry((page, mcid)).or_default().push(element);
        }
    })?;
    let mut faults = String::new();
    for (number, page) in pdf.contents.iter().enumerate() {
        if page.unmarked > 0 {
            let _ = writeln!(faults, "page {}: {} operators draw outside of marked content", number + 1, page.unmarked);
        }
        for (mcid, count) in page.identifiers() {
            if count != 1 {
                let _ = writeln!(faults, "page {}: MCID {mcid} is used {count} times", number + 1);
            }
            let owners = owners.remove(&(number, mcid)).unwrap_or_default();
            if owners.len() != 1 {
                let _ = writeln!(faults, "page {}: MCID {mcid} has {} owners", number + 1, owners.len());
            }
            let parent = pdf.parent(number, mcid)?;
            if !owners.contains(&parent) {
                let _ = writeln!(faults, "page {}: the parent tree gives MCID {mcid} to {parent:?}", number + 1);
            }
        }
    }
    for (page, mcid) in owners.keys() {
        let _ = writeln!(faults, "page {}: MCID {mcid} is owned, but is not there", page + 1);
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The tree of tags as text: an element on each line, indented, with what it says.
pub fn tag_tree(bytes: &[u8]) -> Result<String, String> {
    let pdf = Reader::new(bytes)?;
    let mut out = String::new();
    for element in pdf.kids(pdf.tree_root()?)? {
        pdf.dump(element, 0, &mut out)?;
    }
    Ok(out)
}

/// The text of the document in the order of its tags; each block begins a line, and the parts of a line are kept apart by tabs.
pub fn text_in_tag_order(bytes: &[u8]) -> Result<String, String> {
    let pdf = Reader::new(bytes)?;
    let mut out = Lines::default();
    for element in pdf.kids(pdf.tree_root()?)? {
        pdf.read_aloud(element, &mut out)?;
    }
    Ok(out.text)
}

/// The bookmarks, indented by level, each with the page on which it lands, from 1.
pub fn bookmarks(bytes: &[u8]) -> Result<Vec<String>, String> {
    let pdf = Reader::new(bytes)?;
    let mut out = Vec::new();
    if let Ok(outlines) = pdf.catalog()?.get(b"Outlines") {
        pdf.outline(pdf.dictionary(outlines)?, 0, &mut out)?;
    }
    Ok(out)
}

/// A PDF that is being read.
pub struct Reader {
    /// The file.
    pub document: Document,
    /// Its pages, in order.
    pub pages: Vec<ObjectId>,
    contents: Vec<PageContent>,
}

/// What an element holds.
#[derive(Clone, Copy, Debug)]
pub enum Kid {
    /// Another element.
    Element(ObjectId),
    /// Marked content.
    Content {
        /// The page, from 0.
        page: usize,
        /// Its identifier.
        mcid: i64,
    },
    /// An annotation.
    Annotation(ObjectId),
}

impl Reader {
    /// Reads a file, its pages included.
    pub fn new(bytes: &[u8]) -> Result<Self, String> {
        let document = Document::load_mem(bytes).map_err(|error| error.to_string())?;
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let mut reader = Self { document, pages, contents: Vec::new() };
        let read = |page: &ObjectId| PageContent::read(&reader.document, *page);
        reader.contents = reader.pages.iter().map(read).collect::<Result<_, _>>()?;
        Ok(reader)
    }

    /// The catalog.
    pub fn catalog(&self) -> Result<&Dictionary, String> {
        self.document.catalog().map_err(|error| error.to_string())
    }

    /// The dictionary that an object is or refers to.
    pub fn dictionary<'a>(&'a self, object: &'a Object) -> Result<&'a Dictionary, String> {
        let (_, object) = self.document.dereference(object).map_err(|error| error.to_string())?;
        match object {
            Object::Stream(stream) => Ok(&stream.dict),
            object => object.as_dict().map_err(|error| error.to_string()),
        }
    }

    fn at(&self, id: ObjectId) -> Result<&Dictionary, String> {
        self.document.get_dictionary(id).map_err(|error| error.to_string())
    }

    /// The number of a page, from 0.
    pub fn page_number(&self, page: &Object) -> Option<usize> {
        let page = page.as_reference().ok()?;
        self.pages.iter().position(|id| *id == page)
    }

    fn tree_root(&self) -> Result<ObjectId, String> {
        let root = self.catalog()?.get(b"StructTreeRoot").and_then(Object::as_reference);
        root.map_err(|_| "there is no tree of tags".to_owned())
    }

    /// What an element holds, in order.
    fn all_kids(&self, element: ObjectId) -> Result<Vec<Kid>, String> {
        let entries = self.at(element)?;
        let page = entries.get(b"Pg").ok().and_then(|page| self.page_number(page));
        let Ok(kids) = entries.get(b"K") else { return Ok(Vec::new()) };
        let kids = match kids {
            Object::Array(kids) => kids.clone(),
            kid => vec![kid.clone()],
        };
        kids.iter().map(|kid| self.kid(kid, page)).collect()
    }

    fn kid(&self, kid: &Object, page: Option<usize>) -> Result<Kid, String> {
        if let Ok(mcid) = kid.as_i64() {
            return Ok(Kid::Content { page: page.ok_or("an element with content has no page")?, mcid });
        }
        let entries = self.dictionary(kid)?;
        match entries.get(b"Type").and_then(Object::as_name) {
            Ok(b"MCR") => {
                let page = entries.get(b"Pg").ok().and_then(|page| self.page_number(page)).or(page);
                let mcid = entries.get(b"MCID").and_then(Object::as_i64).map_err(|error| error.to_string())?;
                Ok(Kid::Content { page: page.ok_or("a marked content reference has no page")?, mcid })
            }
            Ok(b"OBJR") => {
                let object = entries.get(b"Obj").and_then(Object::as_reference).map_err(|error| error.to_string())?;
                Ok(Kid::Annotation(object))
            }
            _ => Ok(Kid::Element(kid.as_reference().map_err(|error| error.to_string())?)),
        }
    }

    fn kids(&self, element: ObjectId) -> Result<Vec<ObjectId>, String> {
        let kids = self.all_kids(element)?.into_iter();
        Ok(kids.filter_map(|kid| if let Kid::Element(id) = kid { Some(id) } else { None }).collect())
    }

    fn walk(&self, element: ObjectId, visit: &mut impl FnMut(ObjectId, Kid)) -> Result<(), String> {
        for kid in self.all_kids(element)? {
            visit(element, kid);
            if let Kid::Element(child) = kid {
                let parent = self.at(child)?.get(b"P").and_then(Object::as_reference);
                if parent.ok() != Some(element) {
                    return Err(format!("{child:?} does not name {element:?} as its parent"));
                }
                self.walk(child, visit)?;
            }
        }
        Ok(())
    }

    /// The element that the parent tree names.
    fn parent(&self, page: usize, mcid: i64) -> Result<ObjectId, String> {
        let key = self.at(self.pages[page])?.get(b"StructParents").and_then(Object::as_i64);
        let parents = self.parent_entry(key.map_err(|error| error.to_string())?)?;
        let (_, parents) = self.document.dereference(parents).map_err(|error| error.to_string())?;
        let parents = parents.as_array().map_err(|error| error.to_string())?;
        let parent = parents.get(mcid as usize).ok_or("the parent tree is too short")?;
        parent.as_reference().map_err(|error| error.to_string())
    }

    /// An entry of the parent tree.
    pub fn parent_entry(&self, key: i64) -> Result<&Object, String> {
        let tree = self.at(self.tree_root()?)?.get(b"ParentTree").map_err(|error| error.to_string())?;
        let numbers = self.dictionary(tree)?.get(b"Nums").and_then(Object::as_array);
        let numbers = numbers.map_err(|error| error.to_string())?;
        let entry = numbers.chunks(2).find(|pair| pair[0].as_i64().ok() == Some(key));
        entry.and_then(|pair| pair.get(1)).ok_or_else(|| format!("the parent tree has no key {key}"))
    }

    fn text(&self, page: usize, mcid: i64) -> String {
        self.contents[page].marked.iter().filter(|(id, _)| *id == mcid).map(|(_, text)| text.as_str()).collect()
    }

    fn kind(&self, element: ObjectId) -> Result<String, String> {
        let kind = self.at(element)?.get(b"S").and_then(Object::as_name).map_err(|error| error.to_string())?;
        Ok(String::from_utf8_lossy(kind).into_owned())
    }

    fn dump(&self, element: ObjectId, depth: usize, out: &mut String) -> Result<(), String> {
        let indent = "  ".repeat(depth);
        let _ = write!(out, "{indent}{}", self.kind(element)?);
        let entries = self.at(element)?;
        if let Ok(attributes) = entries.get(b"A").and_then(Object::as_dict) {
            for key in [b"ListNumbering".as_slice(), b"Scope"] {
                if let Ok(value) = attributes.get(key).and_then(Object::as_name) {
                    let _ = write!(out, " {}", String::from_utf8_lossy(value));
                }
            }
        }
        if let Ok(language) = entries.get(b"Lang").and_then(Object::as_str) {
            let _ = write!(out, " [{}]", String::from_utf8_lossy(language));
        }
        let kids = self.all_kids(element)?;
        for kid in &kids {
            if let Kid::Annotation(annotation) = kid {
                let _ = write!(out, " -> {}", self.destination(*annotation)?);
            }
        }
        // Content in a row is one text; without children it stands on the element's own line.
        let has_children = kids.iter().any(|kid| matches!(kid, Kid::Element(_)));
        let mut said = String::new();
        let line = |said: &mut String, out: &mut String| {
            if !said.is_empty() {
                let before = if has_children { format!("\n{indent}  ") } else { " ".to_owned() };
                let _ = write!(out, "{before}{said:?}");
                said.clear();
            }
        };
        for kid in kids {
            match kid {
                Kid::Content { page, mcid } => said.push_str(&self.text(page, mcid)),
                Kid::Annotation(_) => {}
                Kid::Element(child) => {
                    line(&mut said, out);
                    let mut inner = String::new();
                    self.dump(child, depth + 1, &mut inner)?;
                    let _ = write!(out, "\n{}", inner.trim_end_matches('\n'));
                }
            }
        }
        line(&mut said, out);
        out.push('\n');
        Ok(())
    }

    fn read_aloud(&self, element: ObjectId, out: &mut Lines) -> Result<(), String> {
        let kind = self.kind(element)?;
        let begins_line = matches!(
            kind.as_str(),
            "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "P" | "BlockQuote" | "Note" | "LI" | "Caption" | "TR"
        );
        match kind.as_str() {
            "LI" | "TR" => out.begin_row(),
            "LBody" | "TH" | "TD" => out.begin_part(),
            _ if begins_line => out.begin_line(),
            _ => {}
        }
        for kid in self.all_kids(element)? {
            match kid {
                Kid::Content { page, mcid } => out.say(&self.text(page, mcid)),
                Kid::Element(child) => self.read_aloud(child, out)?,
                Kid::Annotation(_) => {}
            }
        }
        if begins_line {
            out.end_line();
        }
        Ok(())
    }

    /// Where an annotation leads: a page, from 1, or an address.
    fn destination(&self, annotation: ObjectId) -> Result<String, String> {
        let entries = self.at(annotation)?;
        if let Ok(action) = entries.get(b"A") {
            let uri = self.dictionary(action)?.get(b"URI").and_then(Object::as_str);
            return uri.map(|uri| String::from_utf8_lossy(uri).into_owned()).map_err(|error| error.to_string());
        }
        self.page_of(entries)
    }

    fn page_of(&self, entries: &Dictionary) -> Result<String, String> {
        let place = entries.get(b"Dest").and_then(Object::as_array).map_err(|error| error.to_string())?;
        let page = place.first().and_then(|page| self.page_number(page)).ok_or("a destination has no page")?;
        Ok(format!("page {}", page + 1))
    }

    fn outline(&self, parent: &Dictionary, depth: usize, out: &mut Vec<String>) -> Result<(), String> {
        let mut next = parent.get(b"First").ok();
        while let Some(entry) = next {
            let entry = self.dictionary(entry)?;
            let title = entry.get(b"Title").map_err(|error| error.to_string())?;
            let title = lopdf::decode_text_string(title).map_err(|error| error.to_string())?;
            out.push(format!("{}{title} -> {}", "  ".repeat(depth), self.page_of(entry)?));
            self.outline(entry, depth + 1, out)?;
            next = entry.get(b"Next").ok();
        }
        Ok(())
    }
}
