use crate::model::{Inline, Look, Run};

/// The space that does not break.
const NO_BREAK: char = '\u{a0}';

/// The text of a paragraph while it is read: blanks fall together as HTML has it.
#[derive(Debug, Default)]
pub(super) struct Inlines {
    runs: Vec<Run>,
    /// A blank that counts only if text follows on the same line, in the look of the text before it.
    blank: Option<Look>,
}

impl Inlines {
    /// Adds text.
    pub fn text(&mut self, text: &str, look: &Look, keeps_space: bool) {
        if keeps_space {
            self.flush_blank();
            self.push(&text.replace("\r\n", "\n").replace(['\t', '\r', '\u{c}'], " "), look);
            return;
        }
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if is_blank(first) {
                if !self.is_at_start_of_line() && self.blank.is_none() {
                    self.blank = Some(look.clone());
                }
                rest = rest.trim_start_matches(is_blank);
            } else {
                let end = rest.find(is_blank).unwrap_or(rest.len());
                let (word, behind) = rest.split_at(end);
                self.flush_blank();
                self.push(word, look);
                rest = behind;
            }
        }
    }

    /// Adds an end of a line.
    pub fn line_break(&mut self, look: &Look) {
        self.blank = None;
        self.push("\n", look);
    }

    /// Whether there is nothing in it, or nothing but blanks.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.chars().all(char::is_whitespace))
    }

    /// The whole text; nothing is left.
    pub fn take(&mut self) -> Vec<Inline> {
        self.blank = None;
        let mut runs = std::mem::take(&mut self.runs);
        // A break at the end only opens the line that the end of the paragraph closes.
        if let Some(last) = runs.last_mut()
            && last.text.ends_with('\n')
        {
            last.text.pop();
        }
        plain_spaces(&mut runs);
        runs.retain(|run| !run.text.is_empty());
        runs.into_iter().map(Inline::Text).collect()
    }

    fn is_at_start_of_line(&self) -> bool {
        self.runs.last().is_none_or(|run| run.text.ends_with('\n'))
    }

    fn flush_blank(&mut self) {
        if let Some(look) = self.blank.take() {
            self.push(" ", &look);
        }
    }

    fn push(&mut self, text: &str, look: &Look) {
        let kept = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{feff}' | '\u{fffc}'));
        let text = text.chars().filter(kept);
        match self.runs.last_mut() {
            Some(last) if last.look == *look => last.text.extend(text),
            _ => {
                let text: String = text.collect();
                if !text.is_empty() {
                    self.runs.push(Run { text, look: look.clone() });
                }
            }
        }
    }
}

/// The blanks that HTML lets fall together.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Turns spaces that do not break into plain ones where they only kept blanks from falling together: beside another
/// blank, and at the ends of a line. Between two words they are meant ("£5 million").
fn plain_spaces(runs: &mut [Run]) {
    let all: Vec<char> = runs.iter().flat_map(|run| run.text.chars()).collect();
    let mut at: usize = 0;
    for run in runs {
        let plain = run.text.chars().map(|c| {
            let beside =
                |place: Option<usize>| place.and_then(|place| all.get(place)).is_none_or(|c| c.is_whitespace());
            let meant = c != NO_BREAK || !(beside(at.checked_sub(1)) || beside(Some(at + 1)));
            at += 1;
            if meant { c } else { ' ' }
        });
        run.text = plain.collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pieces: &[&str]) -> Vec<String> {
        let mut inlines = Inlines::default();
        for (at, piece) in pieces.iter().enumerate() {
            let look = Look { bold: at % 2 == 1, ..Look::default() };
            inlines.text(piece, &look, false);
        }
        inlines
            .take()
            .into_iter()
            .map(|inline| if let Inline::Text(run) = inline { run.text } else { String::new() })
            .collect()
    }

    #[test]
    fn blanks_fall_together_also_across_runs() {
        assert_eq!(read(&[" \n The  Board ", " noted\t", "it \n"]), ["The Board ", "noted ", "it"]);
    }

    #[test]
    fn a_space_that_does_not_break_stays_between_words_alone() {
        assert_eq!(
            read(&["£5\u{a0}million of\u{a0} which\u{a0}\u{a0}half\u{a0}"]),
            ["£5\u{a0}million of  which  half "]
        );
    }
}
