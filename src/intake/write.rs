use super::{block::Block, list::Counts};
use crate::model::{CellAlign, Enclosure, Inline, Language, Look, Paragraph, ParagraphKind, Prose, Run, Table};

/// Writes blocks as HTML, so that other programs get paragraphs, lists, bold, italic and tables. Marks are
/// left out; who knows what they say writes them out before. [`super::read_html`] reads the same blocks from it again.
pub fn write_html(blocks: &[Block]) -> String {
    let mut out = Writer { html: String::from("<meta charset=\"utf-8\">") };
    for block in blocks {
        match block {
            Block::Prose(prose) => out.prose(prose),
            Block::Table(table) => out.table(table),
        }
    }
    out.html
}

struct Writer {
    html: String,
}

/// A list that is open, with its last item.
struct Open {
    level: u8,
    kind: ParagraphKind,
}

impl Writer {
    fn prose(&mut self, prose: &[Paragraph]) {
        let mut open: Vec<Open> = Vec::new();
        let mut counts = Counts::default();
        for paragraph in prose {
            if paragraph.is_list_item() {
                self.item(paragraph, &mut open, &mut counts);
            } else {
                while open.last().is_some_and(|list| list.level >= paragraph.level) {
                    self.close(&mut open);
                }
                counts.body(paragraph.level);
                let depth = open.len();
                self.paragraph(paragraph, depth);
            }
        }
        while !open.is_empty() {
            self.close(&mut open);
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, depth: usize) {
        let level = level(paragraph.level, depth);
        let quoted = paragraph.kind == ParagraphKind::Quotation;
        self.html.push_str(if quoted { "<blockquote>" } else { "" });
        self.html.push_str(&format!("<p{level}>"));
        self.text(&paragraph.text);
        self.html.push_str(if quoted { "</p></blockquote>" } else { "</p>" });
    }

    fn item(&mut self, paragraph: &Paragraph, open: &mut Vec<Open>, counts: &mut Counts) {
        let Paragraph { kind, level: at, start, .. } = paragraph;
        let goes_on = |list: &Open| list.level == *at && list.kind == *kind && start.is_none();
        while open.last().is_some_and(|list| list.level > *at || (list.level == *at && !goes_on(list))) {
            self.close(open);
        }
        let number = start.unwrap_or_else(|| counts.expected(*kind, *at));
        counts.item(*kind, *at, number);
        if open.last().is_some_and(goes_on) {
            self.html.push_str("</li>");
        } else {
            self.html.push_str(&opening(*kind, number));
            open.push(Open { level: *at, kind: *kind });
        }
        self.html.push_str(&format!("<li{}>", level(*at, open.len() - 1)));
        self.text(&paragraph.text);
    }

    fn close(&mut self, open: &mut Vec<Open>) {
        if let Some(list) = open.pop() {
            self.html.push_str(if list.kind == ParagraphKind::Bullet { "</li></ul>" } else { "</li></ol>" });
        }
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table>");
        if !table.caption.is_empty() {
            self.html.push_str("<caption>");
            self.run(&Run { text: table.caption.clone(), look: Look::default() });
            self.html.push_str("</caption>");
        }
        if table.columns.iter().any(|column| !column.heading.is_empty()) {
            self.html.push_str("<thead><tr>");
            for column in &table.columns {
                self.html.push_str("<th>");
                let look = Look { language: column.language.clone(), ..Look::default() };
                self.run(&Run { text: column.heading.clone(), look });
                self.html.push_str("</th>");
            }
            self.html.push_str("</tr></thead>");
        }
        self.html.push_str("<tbody>");
        for row in &table.rows {
            self.html.push_str("<tr>");
            for (at, cell) in row.cells.iter().enumerate() {
                let align = table.columns.get(at).map(|column| column.align).unwrap_or_default();
                self.cell(cell, if table.row_headings && at == 0 { "th" } else { "td" }, align);
            }
            self.html.push_str("</tr>");
        }
        self.html.push_str("</tbody></table>");
    }

    fn cell(&mut self, cell: &Prose, name: &str, align: CellAlign) {
        let align = match align {
            CellAlign::Left => "",
            CellAlign::Right => " style=\"text-align: right\"",
            CellAlign::Centre => " style=\"text-align: center\"",
        };
        self.html.push_str(&format!("<{name}{align}>"));
        self.prose(cell);
        self.html.push_str(&format!("</{name}>"));
    }

    fn text(&mut self, inlines: &[Inline]) {
        let mut runs: Vec<Run> = Vec::new();
        for inline in inlines {
            let run = match inline {
                Inline::Text(run) => run,
                Inline::Citation(_) | Inline::Person(_) | Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => {
                    continue;
                }
            };
            match runs.last_mut() {
                Some(last) if last.look == run.look => last.text.push_str(&run.text),
                _ => runs.push(run.clone()),
            }
        }
        // The break at the end of a paragraph is not seen; a second one is.
        if let Some(last) = runs.last_mut()
            && last.text.ends_with('\n')
        {
            last.text.push('\n');
        }
        let edges = edges(&runs);
        for (run, (begins, ends)) in runs.iter().zip(edges) {
            self.run(&Run { text: kept_spaces(&run.text, begins, ends), look: run.look.clone() });
        }
    }

    fn run(&mut self, run: &Run) {
        let Look { bold, italic, superscript, language: Language(language) } = &run.look;
        let mut ends = Vec::new();
        for (on, tag) in [(*bold, "b"), (*italic, "i"), (*superscript, "sup")] {
            if on {
                self.html.push_str(&format!("<{tag}>"));
                ends.push(format!("</{tag}>"));
            }
        }
        if !language.is_empty() {
            self.html.push_str(&format!("<span lang=\"{}\">", escaped(language)));
            ends.push("</span>".to_owned());
        }
        self.html.push_str(&escaped(&run.text).replace('\n', "<br>"));
        self.html.extend(ends.into_iter().rev());
    }
}

/// For each run, whether blanks at its beginning and its end would fall away: at the ends of the paragraph, and behind a
/// blank of the run before.
fn edges(runs: &[Run]) -> Vec<(bool, bool)> {
    let blank_before = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| runs.get(at));
        before.is_none_or(|run| run.text.ends_with([' ', '\n']))
    };
    let blank_behind = |at: usize| runs.get(at + 1).is_none_or(|run| run.text.starts_with('\n'));
    (0..runs.len()).map(|at| (blank_before(at), blank_behind(at))).collect()
}

/// Blanks that HTML would let fall together or away, as ones that do not break.
fn kept_spaces(text: &str, begins: bool, ends: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = begins;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let falls = match chars.peek() {
            Some(next) => *next == '\n',
            None => ends,
        };
        out.push(if c == ' ' && (blank || falls) { '\u{a0}' } else { c });
        blank = matches!(c, ' ' | '\n');
    }
    out
}

/// The tag that begins a list.
fn opening(kind: ParagraphKind, number: u32) -> String {
    let (form, enclosure) = match kind {
        ParagraphKind::Body | ParagraphKind::Bullet | ParagraphKind::Quotation => return "<ul>".to_owned(),
        ParagraphKind::Numbered(enclosure) => ("", enclosure),
        ParagraphKind::Lettered(enclosure) => (" type=\"a\"", enclosure),
        ParagraphKind::Roman(enclosure) => (" type=\"i\"", enclosure),
    };
    let enclosure = match enclosure {
        Enclosure::Stop => "",
        Enclosure::Bracket => " data-enclosure=\"bracket\"",
        Enclosure::Brackets => " data-enclosure=\"brackets\"",
        Enclosure::Decimal => " data-enclosure=\"decimal\"",
    };
    let start = if number == 1 { String::new() } else { format!(" start=\"{number}\"") };
    format!("<ol{form}{enclosure}{start}>")
}

/// The level of a paragraph, where its place does not tell it.
fn level(level: u8, depth: usize) -> String {
    if usize::from(level) == depth { String::new() } else { format!(" data-level=\"{level}\"") }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{a0}' => out.push_str("&nbsp;"),
            c => out.push(c),
        }
    }
    out
}
