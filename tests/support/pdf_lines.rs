//! Text as it is read out: blocks in lines, cells and list items in parts of lines.

/// Text that is being read out, in lines and parts of lines.
#[derive(Default)]
pub struct Lines {
    /// What was said.
    pub text: String,
    /// What keeps the next words apart from the last.
    apart: Option<char>,
    /// Whether a part has begun of which nothing was said yet: its first block begins no line of its own.
    in_new_part: bool,
    /// Whether something was said in the line to which parts are added.
    in_row: bool,
}

impl Lines {
    /// An item of a list or a row of a table begins: its parts share a line.
    pub fn begin_row(&mut self) {
        self.end_line();
        self.in_row = false;
    }

    /// A block begins.
    pub fn begin_line(&mut self) {
        if !self.in_new_part {
            self.apart = Some('\n');
        }
    }

    /// A block ends.
    pub fn end_line(&mut self) {
        self.apart = Some('\n');
        self.in_new_part = false;
    }

    /// A part of a line begins.
    pub fn begin_part(&mut self) {
        let row_is_empty = self.apart == Some('\n') && !self.in_row;
        self.apart = Some(if row_is_empty { '\n' } else { '\t' });
        self.in_new_part = true;
    }

    /// Says something.
    pub fn say(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if let Some(apart) = self.apart.take().filter(|_| !self.text.is_empty()) {
            self.text.push(apart);
        }
        self.text.push_str(words);
        (self.in_new_part, self.in_row) = (false, true);
    }
}
