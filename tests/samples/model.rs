//! What a document can hold, read from the source of the model, so that a field or a variant that is added there is
//! missed by the fixtures at once.

use std::{collections::BTreeSet, fs, path::Path};

/// Types of the model that are no part of a document: an audience, an address in it, and what is derived from it.
const NOT_IN_A_DOCUMENT: [&str; 3] = ["Audience", "ProseAt", "State"];

/// The fields and variants of the model's serialised types. Variants that are their type's default are left out of the
/// file, and are not among them.
pub fn fields_and_variants() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/model");
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap_or_else(|error| panic!("{error}")).path();
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        names.extend(names_in(&source));
    }
    names
}

/// The names in one file. It is formatted by rustfmt, so a type begins at the margin, its fields or variants are indented
/// by four and the fields of a variant by eight.
fn names_in(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut serialised, mut default, mut renamed) = (false, false, None);
    let (mut owner, mut variant) = (None, None);
    for line in source.lines() {
        let word = |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_string);
        if line.starts_with("#[derive(") {
            serialised = line.contains("Serialize");
        } else if let Some(rest) = line.strip_prefix("pub struct ").or_else(|| line.strip_prefix("pub enum ")) {
            let tuple = line.ends_with(';');
            owner = word(rest).filter(|name| serialised && !tuple && !NOT_IN_A_DOCUMENT.contains(&name.as_str()));
            serialised = false;
        } else if line == "}" {
            owner = None;
        }
        let Some(owner) = &owner else { continue };
        if let Some(inner) = line.strip_prefix("        ") {
            let field = inner.split_once(": ").map(|(name, _)| name).filter(|name| is_name(name));
            if let (Some(variant), Some(field)) = (&variant, field) {
                names.push(format!("{owner}::{variant}.{field}"));
            }
        } else if let Some(inner) = line.strip_prefix("    ") {
            if inner == "#[default]" {
                default = true;
            } else if let Some(rest) = inner.strip_prefix("#[serde(rename = \"") {
                renamed = word(rest);
            } else if let Some(field) = inner.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")) {
                names.push(format!("{owner}.{}", field.0));
            } else if inner.starts_with(|c: char| c.is_ascii_uppercase()) {
                let name = renamed.take().or_else(|| word(inner)).unwrap_or_default();
                if !std::mem::take(&mut default) {
                    names.push(format!("{owner}::{name}"));
                }
                variant = Some(name);
            }
        }
    }
    names
}

fn is_name(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

#[test]
fn the_source_of_a_model_is_understood() {
    let source = r#"
/// A fruit: it falls.
#[derive(Clone, Serialize)]
#[serde(default)]
pub struct Fruit {
    /// Its kind: any.
    #[serde(skip)]
    pub kind: Kind,
}

#[derive(Clone, Serialize)]
pub enum Kind {
    /// Unknown.
    #[default]
    Unknown,
    #[serde(rename = "Only")] // for a reason
    Some(String),
    /// A stone fruit.
    Stone {
        /// How hard: from 1.
        hardness: u8,
    },
}

#[derive(Clone)]
pub struct Basket {
    pub size: u8,
}
"#;
    assert_eq!(names_in(source), ["Fruit.kind", "Kind::Only", "Kind::Stone", "Kind::Stone.hardness"]);
}
