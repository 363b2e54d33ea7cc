use super::{
    list::{Lists, marker},
    names::Names,
    quote::{escaped, is_escapable, quoted},
    read::{is_blank, is_of_paragraph, lines, read_head, read_paragraph},
    token,
};
use crate::model::{Inline, Look, Paragraph, ParagraphKind, Privacy, Prose, Run};

/// Writes prose in its plain form, as [`super::read()`] reads it. A single paragraph that says nothing is a field that
/// nobody typed in yet: it is written as no text at all, and read as no paragraph.
pub fn write(prose: &[Paragraph], names: &Names) -> String {
    if let [only] = prose
        && canonical(only) == Paragraph::default()
    {
        return String::new();
    }
    let mut lists = Lists::default();
    let lines: Vec<String> = prose
        .iter()
        .map(|paragraph| {
            let line = write_paragraph(paragraph, names, &lists);
            lists.pass(paragraph.kind, paragraph.level, paragraph.start);
            line
        })
        .collect();
    lines.join("\n")
}

/// The paragraph with runs of one look joined and empty ones left out: what is read of its plain form.
pub fn canonical(paragraph: &Paragraph) -> Paragraph {
    let mut text: Vec<Inline> = Vec::with_capacity(paragraph.text.len());
    for inline in &paragraph.text {
        match (text.last_mut(), inline) {
            (_, Inline::Text(run)) if run.text.is_empty() => {}
            (Some(Inline::Text(last)), Inline::Text(run)) if last.look == run.look => last.text.push_str(&run.text),
            _ => text.push(inline.clone()),
        }
    }
    Paragraph { text, ..paragraph.clone() }
}

/// The prose `read`, with each paragraph of `stored` in the place of one that says the same, so that what was not typed
/// in stays as it is to the letter.
pub(super) fn keeping(mut read: Prose, stored: &[Paragraph]) -> Prose {
    let same = |new: &Paragraph, old: &Paragraph| *new == canonical(old);
    let ahead = read.iter().zip(stored).take_while(|(new, old)| same(new, old)).count();
    let left = read.len().min(stored.len()) - ahead;
    let behind = read.iter().rev().zip(stored.iter().rev()).take(left).take_while(|(new, old)| same(new, old)).count();
    let shift = stored.len() - behind;
    let tail = read.len() - behind;
    for (new, old) in read[..ahead].iter_mut().zip(stored) {
        new.clone_from(old);
    }
    for (new, old) in read[tail..].iter_mut().zip(&stored[shift..]) {
        new.clone_from(old);
    }
    read
}

fn write_paragraph(paragraph: &Paragraph, names: &Names, lists: &Lists) -> String {
    let paragraph = canonical(paragraph);
    let head = write_head(&paragraph, lists);
    let ways = [Way::AsItIs, Way::Escaped, Way::Explicit].into_iter().flat_map(|way| {
        let mut text = String::new();
        write_inlines(&paragraph.text, &Look::default(), way, names, &mut text);
        let guarded = guarded(&text);
        [text, guarded]
    });
    let mut line = String::new();
    for text in ways {
        line = format!("{head}{text}");
        if is_blank(&line) {
            line.push_str("[[]]");
        }
        // A backslash at the end of a line would join the next one to it.
        let ends = lines(&format!("{line}\n")) == [line.as_str(), ""];
        if ends && read_paragraph(&line, names, lists) == paragraph {
            break;
        }
    }
    line
}

/// The text with a backslash before the first character that could make it a marker.
fn guarded(text: &str) -> String {
    match text.find(is_escapable) {
        Some(at) => format!("{}\\{}", &text[..at], &text[at..]),
        None => text.to_owned(),
    }
}

fn write_head(paragraph: &Paragraph, lists: &Lists) -> String {
    let Paragraph { kind, level, start, privacy, .. } = paragraph;
    let mut head = "  ".repeat(usize::from(*level));
    match privacy {
        Privacy::Public => {}
        Privacy::Confidential => head.push_str("[confidential] "),
        Privacy::Exempt { paragraphs } => {
            let paragraphs: Vec<String> = paragraphs.iter().map(|name| paragraph_name(name)).collect();
            let space = if paragraphs.is_empty() { "" } else { " " };
            head.push_str(&format!("[private{space}{}] ", paragraphs.join(", ")));
        }
    }
    let marker = marker(*kind, start.unwrap_or_else(|| lists.next(*kind, *level)));
    let family = match kind {
        ParagraphKind::Lettered(_) => Some("[letters] "),
        ParagraphKind::Roman(_) => Some("[roman] "),
        ParagraphKind::Body | ParagraphKind::Bullet | ParagraphKind::Numbered(_) | ParagraphKind::Quotation => None,
    };
    let told = start.map(|start| format!("[start {start}] "));
    // The shortest of these that says what the paragraph is.
    for told in [Some(String::new()), told].into_iter().flatten() {
        for family in [Some(""), family].into_iter().flatten() {
            let candidate = format!("{head}{told}{family}{marker}");
            let line = format!("{candidate}x");
            let read = read_head(&line, lists);
            if (read.kind, read.start) == (*kind, *start) && read.rest == "x" {
                return candidate;
            }
        }
    }
    head
}

fn paragraph_name(name: &str) -> String {
    if !name.is_empty() && name.chars().all(is_of_paragraph) { name.to_owned() } else { quoted(name) }
}

/// How much of the text is guarded against being taken for markup.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Nothing: as it was typed.
    AsItIs,
    /// Each sign that could be markup.
    Escaped,
    /// Those signs, and looks are named rather than shown by signs around the text.
    Explicit,
}

fn write_inlines(inlines: &[Inline], outer: &Look, way: Way, names: &Names, out: &mut String) {
    let mut at = 0;
    while let Some(inline) = inlines.get(at) {
        let look = look_of(inline).unwrap_or(outer);
        let alike = |same: &dyn Fn(&Look) -> bool| {
            let until = inlines[at..].iter().take_while(|other| look_of(other).is_none_or(same)).count();
            let marked = inlines[at..at + until].iter().rposition(|other| look_of(other).is_some());
            at + marked.map_or(1, |last| last + 1)
        };
        let end = if look == outer {
            write_leaf(inline, way, names, out);
            at + 1
        } else if way == Way::Explicit {
            out.push_str(&token::open_span(look));
            write_leaf(inline, way, names, out);
            out.push_str("]]");
            at + 1
        } else if look.language != outer.language {
            let end = alike(&|other| other.language == look.language);
            let named = Look { language: look.language.clone(), ..Look::default() };
            out.push_str(&token::open_span(&named));
            let within = Look { language: look.language.clone(), ..outer.clone() };
            write_inlines(&inlines[at..end], &within, way, names, out);
            out.push_str("]]");
            end
        } else {
            let (sign, within, has): (char, Look, fn(&Look) -> bool) = if look.bold && !outer.bold {
                ('*', Look { bold: true, ..outer.clone() }, |look| look.bold)
            } else if look.italic && !outer.italic {
                ('_', Look { italic: true, ..outer.clone() }, |look| look.italic)
            } else {
                ('^', Look { superscript: true, ..outer.clone() }, |look| look.superscript)
            };
            let end = alike(&|other| has(other) && other.language == outer.language);
            out.push(sign);
            write_inlines(&inlines[at..end], &within, way, names, out);
            out.push(sign);
            end
        };
        at = end;
    }
}

fn look_of(inline: &Inline) -> Option<&Look> {
    match inline {
        Inline::Text(Run { look, .. }) => Some(look),
        Inline::Citation(citation) => Some(&citation.look),
        Inline::Person(mention) => Some(&mention.look),
        Inline::Slot(_) | Inline::ComeBack(_) | Inline::Moment(_) => None,
    }
}

fn write_leaf(inline: &Inline, way: Way, names: &Names, out: &mut String) {
    match (inline, way) {
        (Inline::Text(run), Way::AsItIs) => out.push_str(&run.text.replace('\n', "\\\n")),
        (Inline::Text(run), Way::Escaped | Way::Explicit) => out.push_str(&escaped(&run.text)),
        (mark, _) => out.push_str(&token::write(mark, names).unwrap_or_default()),
    }
}
