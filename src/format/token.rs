use std::ops::Range;

/// What a piece of a RON text is, as far as its brackets are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A text, a character or bytes, with its quotes.
    Quoted,
    /// A name, a number, an attribute's sign.
    Word,
    /// A text or a comment that has no end.
    Unclosed,
}

/// A piece of a RON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// The tokens of a text, without its comments and white space. It never fails and never recurses: what is wrong with a
/// text is for others to say.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

/// Goes through a text token by token.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Err(start) = self.skip_blank() {
            return Some(self.token(Kind::Unclosed, start, self.text.len()));
        }
        let start = self.at;
        let rest = &self.text[start..];
        let kind = match rest.as_bytes().first()? {
            b'(' | b'[' | b'{' => Kind::Open,
            b')' | b']' | b'}' => Kind::Close,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            _ => return Some(self.long_token(start, rest)),
        };
        Some(self.token(kind, start, start + 1))
    }
}

impl Tokens<'_> {
    fn token(&mut self, kind: Kind, start: usize, end: usize) -> Token {
        self.at = end;
        Token { kind, span: start..end }
    }

    fn long_token(&mut self, start: usize, rest: &str) -> Token {
        match quoted(rest) {
            Some(Some(length)) => self.token(Kind::Quoted, start, start + length),
            Some(None) => self.token(Kind::Unclosed, start, self.text.len()),
            None => {
                let length = rest.find(|c: char| c.is_whitespace() || "()[]{},:\"'/".contains(c));
                // A slash that begins no comment, or any other sign that stands alone.
                let first = rest.chars().next().map_or(1, char::len_utf8);
                self.token(Kind::Word, start, start + length.unwrap_or(rest.len()).max(first))
            }
        }
    }

    /// Passes white space and comments; fails with the start of a comment that has no end.
    fn skip_blank(&mut self) -> Result<(), usize> {
        loop {
            let rest = &self.text[self.at..];
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            let rest = &rest[blank..];
            self.at += blank;
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                self.at += block_comment(rest).ok_or(self.at)?;
            } else {
                return Ok(());
            }
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}')
}

/// The length of a block comment, which may hold others.
fn block_comment(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The length of a text, character or byte text at the start, with its quotes; `Some(None)` where it has no end.
fn quoted(rest: &str) -> Option<Option<usize>> {
    let prefix = if rest.starts_with("br") { 2 } else { usize::from(rest.starts_with('b') || rest.starts_with('r')) };
    let raw = rest[..prefix].ends_with('r');
    let body = &rest[prefix..];
    if raw {
        let hashes = body.len() - body.trim_start_matches('#').len();
        let inner = body[hashes..].strip_prefix('"')?;
        let end = format!("\"{}", &body[..hashes]);
        return Some(inner.find(&end).map(|at| prefix + hashes + 1 + at + end.len()));
    }
    match body.as_bytes().first()? {
        b'"' => Some(escaped_end(body, '"').map(|end| prefix + end)),
        b'\'' => Some(escaped_end(body, '\'').map(|end| prefix + end)),
        _ => None,
    }
}

/// The length of a quoted text whose quote may stand in it behind a backslash. The character `'''` is written so in RON.
fn escaped_end(body: &str, quote: char) -> Option<usize> {
    if quote == '\'' && body.starts_with("'''") {
        return Some(3);
    }
    let mut escaped = false;
    for (at, c) in body.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}
