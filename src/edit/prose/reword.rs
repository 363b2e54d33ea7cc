//! Text that another program puts in the place of what is there, as a screen reader or dictation does: only what differs is
//! replaced, so that marks, looks and kinds of paragraphs stay where the words stayed.

use super::{Point, What, Writing, flat::joined, length_of, look_of, slice, with_text};
use crate::model::{Inline, MARK, Paragraph, Prose, Run};
use std::ops::Range;

/// How prose is read, paragraph by paragraph, and where.
pub struct Read<'a> {
    /// The prose.
    pub prose: &'a [Paragraph],
    /// What is read of each paragraph.
    pub shown: &'a [String],
    /// Which place of a paragraph's flat text a place of what is read of it is, both with the place of what is read: within
    /// the words of a mark the mark's start, or its end where that is asked for.
    pub edge: &'a dyn Fn(usize, usize, bool) -> (usize, usize),
}

/// The prose of which a whole text is read, and where the last change ends. What is read the same stays as it is.
pub fn reworded(read: &Read<'_>, text: &str) -> (Prose, Point) {
    let clean = |c: &char| *c == '\n' || !(c.is_control() || *c == MARK);
    let text: String = text.replace("\r\n", "\n").replace(['\t', '\r'], " ").chars().filter(clean).collect();
    let lines: Vec<&str> = text.split('\n').collect();
    let (paragraphs, new) = differing(read.shown, &lines);
    let new = &lines[new];
    let old = paragraphs.clone().flat_map(|number| read.shown[number].split('\n')).count();
    let mut out = read.prose.to_vec();
    let mut end = Point::new(paragraphs.start, 0);
    if paragraphs.is_empty() {
        let model = paragraphs.start.checked_sub(1).or(Some(0)).and_then(|number| read.prose.get(number));
        let like =
            |line: &&str| Paragraph { start: None, ..with_text(&model.cloned().unwrap_or_default(), plain(line)) };
        end = Point::new((paragraphs.start + new.len()).saturating_sub(1), new.last().map_or(0, |line| line.len()));
        out.splice(paragraphs, new.iter().map(like));
    } else if new.is_empty() {
        out.drain(paragraphs);
    } else if old == new.len() {
        let mut rest = new;
        for number in paragraphs {
            let (own, others) = rest.split_at(read.shown[number].split('\n').count().min(rest.len()));
            rest = others;
            let own = own.join("\n");
            if own != read.shown[number] {
                let change = Change::of(read, number..number + 1, &own);
                let text = vec![change.run()];
                out[number] = joined(&read.prose[number], change.from.at, text, &read.prose[number], change.to.at);
                end = Point::new(number, change.from.at + change.text.len());
            }
        }
    } else {
        let change = Change::of(read, paragraphs, &new.join("\n"));
        end = change.end();
        out.splice(change.from.paragraph..=change.to.paragraph, change.paragraphs());
    }
    (out, end)
}

/// The paragraphs that are not read at the start or at the end of the new lines, and the lines that stand in their place.
fn differing(shown: &[String], lines: &[&str]) -> (Range<usize>, Range<usize>) {
    let (mut first, mut from) = (0, 0);
    while let Some(paragraph) = shown.get(first) {
        let own: Vec<&str> = paragraph.split('\n').collect();
        if lines.get(from..from + own.len()) != Some(&own[..]) {
            break;
        }
        (first, from) = (first + 1, from + own.len());
    }
    let (mut last, mut to) = (shown.len(), lines.len());
    while last > first {
        let own: Vec<&str> = shown[last - 1].split('\n').collect();
        if to < from + own.len() || lines[to - own.len()..to] != own[..] {
            break;
        }
        (last, to) = (last - 1, to - own.len());
    }
    (first..last, from..to)
}

/// One stretch of prose with the text that takes its place.
struct Change<'a> {
    prose: &'a [Paragraph],
    from: Point,
    to: Point,
    text: String,
}

impl<'a> Change<'a> {
    /// What differs between some paragraphs and a text, a line feed of which is the end of a paragraph or of a line.
    fn of(read: &Read<'a>, paragraphs: Range<usize>, new: &str) -> Change<'a> {
        let old = read.shown[paragraphs.clone()].join("\n");
        let same = |(a, b): &(char, char)| a == b;
        let before: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let rest = old[before..].chars().rev().zip(new[before..].chars().rev());
        let behind: usize = rest.take_while(same).map(|(c, _)| c.len_utf8()).sum();
        let place = |at: usize, behind: bool| {
            let mut starts = 0;
            for number in paragraphs.clone() {
                let length = read.shown[number].len();
                if at <= starts + length {
                    let (flat, shown) = (read.edge)(number, at - starts, behind);
                    return (Point::new(number, flat), starts + shown);
                }
                starts += length + 1;
            }
            (Point::new(paragraphs.end - 1, length_of(&read.prose[paragraphs.end - 1])), old.len())
        };
        let (from, start) = place(before, false);
        let (to, end) = place(old.len() - behind, true);
        let text = new[start..new.len() - (old.len() - end)].to_owned();
        Change { prose: read.prose, from, to, text }
    }

    /// The new text in the look of what was before it, or else of what it takes the place of.
    fn run(&self) -> Inline {
        self.written(&self.text)
    }

    fn written(&self, text: &str) -> Inline {
        let first = &self.prose[self.from.paragraph];
        let before = slice(first, 0..self.from.at);
        let behind = slice(first, self.from.at..length_of(first));
        let look = before.last().or(behind.first()).and_then(look_of).cloned().unwrap_or_default();
        Inline::Text(Run { text: text.to_owned(), look })
    }

    /// What stands in the place of the paragraphs of which something changes.
    fn paragraphs(&self) -> Prose {
        let (first, last) = (&self.prose[self.from.paragraph], &self.prose[self.to.paragraph]);
        let lines: Vec<&str> = self.text.split('\n').collect();
        let (Some((end, between)), true) = (lines.split_last(), lines.len() > 1) else {
            return vec![joined(first, self.from.at, vec![self.run()], last, self.to.at)];
        };
        let mut out = Prose::new();
        for (number, line) in between.iter().enumerate() {
            let mut text = if number == 0 { slice(first, 0..self.from.at) } else { Vec::new() };
            text.push(self.written(line));
            out.push(Paragraph { start: first.start.filter(|_| number == 0), ..with_text(first, text) });
        }
        let mut text = vec![self.written(end)];
        text.extend(slice(last, self.to.at..length_of(last)));
        let start = last.start.filter(|_| self.to.paragraph > self.from.paragraph);
        out.push(Paragraph { start, ..with_text(last, text) });
        out
    }

    fn end(&self) -> Point {
        let lines: Vec<&str> = self.text.split('\n').collect();
        let before = if lines.len() == 1 { self.from.at } else { 0 };
        Point::new(self.from.paragraph + lines.len() - 1, before + lines.last().map_or(0, |line| line.len()))
    }
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline::plain(text)]
}

impl Writing<'_> {
    /// The prose becomes another one: the paragraphs that differ are replaced in one step.
    pub(super) fn reword(&mut self, prose: Prose, caret: Point) {
        if self.prose == prose || prose.iter().map(length_of).sum::<usize>() > super::LONGEST {
            return;
        }
        let same = |pair: &(&Paragraph, &Paragraph)| pair.0 == pair.1;
        let before = self.prose.iter().zip(&prose).take_while(same).count();
        // The paragraph that is not in the document yet is no paragraph that stays.
        let before = if self.is_unborn() { 0 } else { before };
        let rest = if self.is_unborn() { 0 } else { self.prose.len().min(prose.len()) - before };
        let behind = self.prose.iter().rev().zip(prose.iter().rev()).take(rest).take_while(same).count();
        let insert = prose[before..prose.len() - behind].to_vec();
        let remove = self.prose.len() - before - behind;
        self.put(What::Replacing, before, remove, insert, super::Span::caret(caret));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Look, ParagraphKind};

    /// "the **old** roofs [7] of", a list of two, and a line of two lines.
    fn prose() -> Prose {
        let bold = Inline::Text(Run { text: "old".to_owned(), look: Look { bold: true, ..Look::default() } });
        let mark = Inline::Moment(Id(7));
        let item = |text: &str| Paragraph { kind: ParagraphKind::Bullet, ..Paragraph::plain(text) };
        vec![
            Paragraph {
                text: vec![Inline::plain("the "), bold, Inline::plain(" roofs "), mark, Inline::plain(" of")],
                ..Paragraph::default()
            },
            item("drains"),
            item("walls"),
            Paragraph::plain("one\ntwo"),
        ]
    }

    /// The mark is read as "<seven>".
    const WORDS: &str = "<seven>";

    fn read(text: &str) -> String {
        let prose = prose();
        let shown: Vec<String> = prose.iter().map(|p| crate::model::flat(p).replace(MARK, WORDS)).collect();
        let start = "the old roofs ".len();
        let edge = |number: usize, at: usize, behind: bool| match at {
            at if number > 0 || at <= start => (at, at),
            at if at >= start + WORDS.len() => (at + MARK.len_utf8() - WORDS.len(), at),
            _ if behind => (start + MARK.len_utf8(), start + WORDS.len()),
            _ => (start, start),
        };
        let (new, end) = reworded(&Read { prose: &prose, shown: &shown, edge: &edge }, text);
        let said = |paragraph: &Paragraph| {
            let kind = if paragraph.kind == ParagraphKind::Bullet { "• " } else { "" };
            let pieces = paragraph.text.iter().map(|inline| match inline {
                Inline::Text(run) if run.look.bold => format!("*{}*", run.text),
                Inline::Text(run) => run.text.replace('\n', "⏎"),
                _ => "[7]".to_owned(),
            });
            kind.to_owned() + &pieces.collect::<String>()
        };
        let mut all: Vec<String> = new.iter().map(said).collect();
        all.push(format!("{}:{}", end.paragraph, end.at));
        all.join(" / ")
    }

    const LIST: &str = "• drains / • walls / one⏎two";

    fn with_list(first: &str) -> String {
        read(&format!("{first}\ndrains\nwalls\none\ntwo"))
    }

    #[test]
    fn the_same_text_changes_nothing() {
        assert_eq!(with_list("the old roofs <seven> of"), format!("the *old* roofs [7] of / {LIST} / 3:0"));
    }

    #[test]
    fn a_word_that_is_put_in_leaves_looks_and_marks_alone() {
        let expected = format!("the *old* slate roofs [7] of / {LIST} / 0:14");
        assert_eq!(with_list("the old slate roofs <seven> of"), expected);
        let expected = format!("the *older* roofs [7] of / {LIST} / 0:9");
        assert_eq!(with_list("the older roofs <seven> of"), expected);
    }

    #[test]
    fn a_mark_whose_words_are_changed_becomes_text() {
        let expected = format!("the *old* roofs <sixteen> of / {LIST} / 0:23");
        assert_eq!(with_list("the old roofs <sixteen> of"), expected);
        assert_eq!(with_list("the old roofs of"), format!("the *old* roofs of / {LIST} / 0:14"));
    }

    #[test]
    fn changes_in_two_paragraphs_leave_what_is_between_them() {
        let expected = "the *old* roof [7] of / • drains / • two walls / one⏎three / 3:9";
        assert_eq!(read("the old roof <seven> of\ndrains\ntwo walls\none\nthree"), expected);
    }

    #[test]
    fn a_paragraph_that_is_parted_keeps_its_marks_and_one_that_is_joined_does_too() {
        let expected = format!("the *old* / roofs [7] of / {LIST} / 1:0");
        assert_eq!(with_list("the old\nroofs <seven> of"), expected);
        let expected = "the *old* roofs [7] of drains / • walls / one⏎two / 0:21";
        assert_eq!(read("the old roofs <seven> of drains\nwalls\none\ntwo"), expected);
    }

    #[test]
    fn paragraphs_come_and_go_as_lines_do() {
        let first = "the *old* roofs [7] of";
        let text = |list: &str| read(&format!("the old roofs <seven> of\n{list}\none\ntwo"));
        assert_eq!(text("drains\ngutters\nwalls"), format!("{first} / • drains / • gutters / • walls / one⏎two / 2:7"));
        assert_eq!(text("walls"), format!("{first} / • walls / one⏎two / 1:0"));
        assert_eq!(text("drains"), format!("{first} / • drains / one⏎two / 2:0"));
        assert_eq!(read(""), " / 0:0");
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        assert_eq!(
            with_list("the old roofs <seven> of\u{7} it\u{fffc}"),
            format!("the *old* roofs [7] of it / {LIST} / 0:23")
        );
    }
}
