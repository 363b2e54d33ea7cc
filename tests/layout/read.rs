//! Reading frames: what they say, where, and in which structure.

use minutebook::{frame::*, layout::Setter};

pub fn set(document: &Document) -> Frame {
    Setter::new().set(document)
}

pub fn runs(page: &Page) -> impl Iterator<Item = &GlyphRun> {
    page.marks.iter().filter_map(|mark| match mark {
        Mark::Glyphs(run) => Some(run),
        Mark::Fill(_) => None,
    })
}

pub fn fills(page: &Page) -> Vec<Fill> {
    let fill = |mark: &Mark| match mark {
        Mark::Glyphs(_) => None,
        Mark::Fill(fill) => Some(*fill),
    };
    page.marks.iter().filter_map(fill).collect()
}

/// What is read on each page, one string for each baseline, in the order of the marks.
pub fn page_lines(frame: &Frame) -> Vec<Vec<String>> {
    let lines = |page: &Page| {
        let mut lines: Vec<(f32, String)> = Vec::new();
        for run in runs(page).filter(|run| matches!(run.owner, Owner::Element(_))) {
            match lines.last_mut() {
                Some((y, line)) if (*y - run.y).abs() < 0.01 => line.push_str(&run.text),
                _ => lines.push((run.y, run.text.clone())),
            }
        }
        lines.into_iter().map(|(_, line)| line.trim_end().to_owned()).collect()
    };
    frame.pages.iter().map(|page| lines(page)).collect()
}

/// The run that says this.
pub fn find<'a>(frame: &'a Frame, text: &str) -> &'a GlyphRun {
    let mut all = frame.pages.iter().flat_map(|page| runs(page));
    all.find(|run| run.text.trim_end() == text).unwrap_or_else(|| panic!("nothing says {text:?}"))
}

/// The text of an element and of all that it holds, in reading order.
pub fn text_of(frame: &Frame, element: ElementId) -> String {
    let within = |mut id: ElementId| loop {
        if id == element {
            return true;
        }
        match frame.tags.get(id).parent {
            Some(parent) => id = parent,
            None => return false,
        }
    };
    let all = frame.pages.iter().flat_map(|page| runs(page));
    all.filter(|run| matches!(run.owner, Owner::Element(id) if within(id))).map(|run| run.text.as_str()).collect()
}

/// Everything that is read, block after block in the order of the tree, each with its links and other parts in place.
pub fn reading(frame: &Frame) -> String {
    let mut said = std::collections::BTreeMap::<ElementId, String>::new();
    for run in frame.pages.iter().flat_map(|page| runs(page)) {
        let Owner::Element(mut id) = run.owner else { continue };
        while let (Tag::Link | Tag::Span, Some(parent)) = (frame.tags.get(id).tag, frame.tags.get(id).parent) {
            id = parent;
        }
        said.entry(id).or_default().push_str(&run.text);
    }
    said.into_values().collect()
}

/// The tree of tags with the text that is directly in each element: one line for each, indented by its depth.
pub fn dump(frame: &Frame) -> String {
    let mut out = String::new();
    for (index, element) in frame.tags.elements.iter().enumerate() {
        let id = ElementId(index as u32);
        let depth = std::iter::successors(element.parent, |&parent| frame.tags.get(parent).parent).count();
        let all = frame.pages.iter().flat_map(|page| runs(page));
        let own: String = all.filter(|run| run.owner == Owner::Element(id)).map(|run| run.text.as_str()).collect();
        out.push_str(&"  ".repeat(depth));
        out.push_str(&name(element.tag));
        if let Some(language) = &element.language {
            out.push_str(&format!(" ({language})"));
        }
        if !own.is_empty() {
            out.push_str(&format!(" {own:?}"));
        }
        out.push('\n');
    }
    out
}

fn name(tag: Tag) -> String {
    match tag {
        Tag::Document => "Document".into(),
        Tag::Heading(level) => format!("H{level}"),
        Tag::Paragraph => "P".into(),
        Tag::Quotation => "BlockQuote".into(),
        Tag::Note => "Note".into(),
        Tag::List(marks) => format!("L {marks:?}"),
        Tag::ListItem => "LI".into(),
        Tag::Label => "Lbl".into(),
        Tag::ListBody => "LBody".into(),
        Tag::Table => "Table".into(),
        Tag::Caption => "Caption".into(),
        Tag::Row => "TR".into(),
        Tag::ColumnHeading => "TH column".into(),
        Tag::RowHeading => "TH row".into(),
        Tag::Cell => "TD".into(),
        Tag::Link => "Link".into(),
        Tag::Span => "Span".into(),
    }
}
