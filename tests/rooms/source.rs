//! Rust source as a list of tokens, without its comments, strings and characters: as much of the language as it takes to
//! find the paths in it.

use std::iter::Peekable;
use std::str::Chars;

/// A token that can matter to a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Name(String),
    /// `::`
    Colons,
    /// Any other sign, one by one.
    Sign(char),
}

/// The tokens of a source.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut chars = source.chars().peekable();
    let mut tokens = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next().is_some_and(|c| c != '\n') {},
            '/' if chars.peek() == Some(&'*') => comment(&mut chars),
            '"' => string(&mut chars),
            '\'' => character(&mut chars),
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                tokens.push(Token::Colons);
            }
            c if c.is_alphanumeric() || c == '_' => {
                let mut name = String::from(c);
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    name.push(c);
                }
                match name.as_str() {
                    "r" | "br" | "cr" if matches!(chars.peek(), Some('"' | '#')) => raw(&mut chars, &mut tokens),
                    _ => tokens.push(Token::Name(name)),
                }
            }
            c if c.is_whitespace() => {}
            c => tokens.push(Token::Sign(c)),
        }
    }
    tokens
}

/// A block comment, which may hold others.
fn comment(chars: &mut Peekable<Chars>) {
    let mut depth = 0;
    let mut before = '/';
    for c in chars {
        match (before, c) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                before = c;
                continue;
            }
        }
        if depth == 0 {
            return;
        }
        before = ' ';
    }
}

fn string(chars: &mut Peekable<Chars>) {
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '"' => return,
            _ => {}
        }
    }
}

/// A raw string behind its `r`, or a raw name such as `r#type`.
fn raw(chars: &mut Peekable<Chars>, tokens: &mut Vec<Token>) {
    let mut hashes = 0;
    while chars.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    if chars.next_if_eq(&'"').is_none() {
        let mut name = String::new();
        while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
            name.push(c);
        }
        tokens.push(Token::Name(name));
        return;
    }
    let mut closing = None;
    for c in chars {
        closing = match (c, closing) {
            ('"', _) => Some(0),
            ('#', Some(seen)) => Some(seen + 1),
            _ => None,
        };
        if closing == Some(hashes) {
            return;
        }
    }
}

/// A character, or a lifetime, which has no quotation mark at its end.
fn character(chars: &mut Peekable<Chars>) {
    match chars.next() {
        Some('\\') => {
            chars.next();
            while chars.next().is_some_and(|c| c != '\'') {}
        }
        Some(_) if chars.peek() == Some(&'\'') => {
            chars.next();
        }
        Some(_) => while chars.next_if(|c| c.is_alphanumeric() || *c == '_').is_some() {},
        None => {}
    }
}
