//! The paths that a source names, each from the root of the crate.

use crate::source::{Token, tokens};

/// A module or something in it, by its names from the root of the crate: `["model", "Minutes"]`.
pub type Path = Vec<String>;

/// Every path in a source that begins with `crate`, `super`, `self` or the crate's own name, written out from the root.
/// `module` is the module that the source is. A glob ends in `*`.
pub fn paths(source: &str, module: &[String]) -> Vec<Path> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            Token::Sign('{') => {
                depth += 1;
                if let [.., Token::Name(word), Token::Name(name)] = &tokens[..at]
                    && word == "mod"
                {
                    inline.push((name.clone(), depth));
                }
            }
            Token::Sign('}') => {
                inline.pop_if(|(_, opened)| *opened == depth);
                depth -= 1;
            }
            Token::Name(name) if is_root(name) && starts_a_path(&tokens, at) => {
                let here = || module.iter().cloned().chain(inline.iter().map(|(name, _)| name.clone())).collect();
                let mut path: Path = if name == "self" || name == "super" { here() } else { Path::new() };
                if name == "super" {
                    path.pop();
                }
                at = tree(&tokens, at + 1, path, &mut found);
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn is_root(name: &str) -> bool {
    matches!(name, "crate" | "super" | "self" | "minutebook")
}

/// Whether a path begins with the name at a place: a colon pair follows it, and none stands before it. The crate under
/// another name (`use crate as …`) is a path too.
fn starts_a_path(tokens: &[Token], at: usize) -> bool {
    let renamed = matches!(tokens.get(at + 1), Some(Token::Name(word)) if word == "as")
        && matches!(&tokens[at], Token::Name(name) if name != "self");
    let first = at == 0 || tokens[at - 1] != Token::Colons;
    first && (tokens.get(at + 1) == Some(&Token::Colons) || renamed)
}

/// Reads on from behind a name of a path: `::name`, `::*` or `::{…}`. Gives the place behind it.
fn tree(tokens: &[Token], mut at: usize, mut path: Path, found: &mut Vec<Path>) -> usize {
    while tokens.get(at) == Some(&Token::Colons) {
        at += 1;
        match tokens.get(at) {
            Some(Token::Name(name)) => {
                match name.as_str() {
                    "super" => drop(path.pop()),
                    "self" => {}
                    _ => path.push(name.clone()),
                }
                at += 1;
            }
            Some(Token::Sign('*')) => {
                path.push("*".to_string());
                at += 1;
            }
            Some(Token::Sign('{')) => return group(tokens, at + 1, &path, found),
            _ => break,
        }
    }
    found.push(path);
    at
}

/// Reads the paths of a group up to its closing bracket. Gives the place behind that.
fn group(tokens: &[Token], mut at: usize, path: &Path, found: &mut Vec<Path>) -> usize {
    loop {
        match tokens.get(at) {
            Some(Token::Name(name)) if name == "as" => at += 2,
            Some(Token::Name(name)) => {
                let mut inner = path.clone();
                match name.as_str() {
                    "super" => drop(inner.pop()),
                    "self" => {}
                    _ => inner.push(name.clone()),
                }
                at = tree(tokens, at + 1, inner, found);
            }
            Some(Token::Sign('*')) => {
                found.push([path.as_slice(), &["*".to_string()]].concat());
                at += 1;
            }
            Some(Token::Sign('}')) | None => return at + 1,
            Some(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<String> {
        let module = ["layout".to_string(), "lines".to_string()];
        paths(source, &module).into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn groups_are_taken_apart_and_other_names_left_out() {
        let source = "use crate::{frame::{Block, Run as Glyphs, self}, font, model::*};\nuse std::{fs, crate_like::x};";
        assert_eq!(found(source), ["frame::Block", "frame::Run", "frame", "font", "model::*"]);
    }

    #[test]
    fn what_stands_in_comments_and_strings_is_no_path() {
        let source = r####"
            // crate::a::B
            /* crate::b /* crate::c */ crate::d */
            /// [`crate::e`]
            const TEXT: &str = "crate::f \" crate::g";
            const RAW: &str = r#"crate::h " crate::i"#;
            const MARK: char = '"'; const QUOTE: char = '\''; const OTHER: char = '\u{27}';
            fn short<'a>(text: &'a str) -> crate::frame::Line<'a> { crate::font::bytes(text) }
            pub(crate) fn more() {}
        "####;
        assert_eq!(found(source), ["frame::Line", "font::bytes"]);
    }

    #[test]
    fn super_is_counted_from_the_module_in_which_it_stands() {
        let source = "use super::page::Page; use super::super::pdf;
            mod tests { use super::*; mod deeper { use super::super::Line; } fn f() { super::super::page::new() } }
            fn g() { self::inner::h(); super::breaks::all() }";
        assert_eq!(
            found(source),
            [
                "layout::page::Page",
                "pdf",
                "layout::lines::*",
                "layout::lines::Line",
                "layout::page::new",
                "layout::lines::inner::h",
                "layout::breaks::all",
            ]
        );
    }

    #[test]
    fn the_program_names_the_library_and_nobody_renames_it() {
        assert_eq!(found("fn main() { minutebook::cli::run(std::env::args_os()) }"), ["cli::run"]);
        assert_eq!(found("use crate as everything;"), [""]);
    }
}
