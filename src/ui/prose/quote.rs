/// Whether a backslash before this character takes it as it is.
pub(super) fn is_escapable(c: char) -> bool {
    c.is_ascii_punctuation() || c == ' ' || c == '\n'
}

/// The text with a backslash before each character that could be taken for markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let beside = rest.peek().is_none_or(|next| *next == c);
        if matches!(c, '\\' | '*' | '_' | '^' | '\n') || (matches!(c, '[' | ']') && beside) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The text without the backslashes that [`escaped`] put in.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match rest.next_if(|next| c == '\\' && is_escapable(*next)) {
            Some(next) => out.push(next),
            None => out.push(c),
        }
    }
    out
}

/// The text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if matches!(c, '\\' | '"' | '[' | ']' | '\n') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Reads a text in quotation marks, and gives what is behind it.
pub(super) fn read_quoted(text: &str) -> Option<(String, &str)> {
    let inner = text.strip_prefix('"')?;
    let mut escape = false;
    for (at, c) in inner.char_indices() {
        match c {
            _ if escape => escape = false,
            '\\' => escape = true,
            '"' => return Some((unescaped(&inner[..at]), &inner[at + 1..])),
            _ => {}
        }
    }
    None
}

/// A word of a mark.
pub(super) struct Word {
    pub text: String,
    pub quoted: bool,
}

/// The words of a mark, parted by single spaces; none where they are not.
pub(super) fn words(text: &str) -> Option<Vec<Word>> {
    let mut out = Vec::new();
    let mut rest = text;
    loop {
        let word = match read_quoted(rest) {
            Some((text, behind)) => {
                rest = behind;
                Word { text, quoted: true }
            }
            None => {
                let end = rest.find(' ').unwrap_or(rest.len());
                let word = Word { text: rest[..end].to_owned(), quoted: false };
                rest = &rest[end..];
                word
            }
        };
        if word.text.is_empty() && !word.quoted {
            return None;
        }
        out.push(word);
        match rest.strip_prefix(' ') {
            Some(behind) => rest = behind,
            None => return rest.is_empty().then_some(out),
        }
    }
}
