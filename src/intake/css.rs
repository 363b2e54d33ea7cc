//! The few declarations of a `style` attribute that matter to minutes.

use crate::model::CellAlign;

/// What a style says, where it says anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Css {
    /// Heavier than normal, or not.
    pub bold: Option<bool>,
    /// Slanted, or not.
    pub italic: Option<bool>,
    /// Raised, or not.
    pub superscript: Option<bool>,
    /// Not shown.
    pub hidden: bool,
    /// Whether blanks and ends of lines are kept.
    pub keeps_space: Option<bool>,
    /// The form of a list's markers: `lower-roman`.
    pub list_style: Option<String>,
    /// How text is aligned.
    pub align: Option<CellAlign>,
    /// The level of a list item as Word writes it, from 1.
    pub word_level: Option<u8>,
    /// Whether Word says that this is a marker, which others are to draw themselves.
    pub is_marker: bool,
}

/// Reads a `style` attribute.
pub(super) fn read(style: &str) -> Css {
    let mut css = Css::default();
    for declaration in style.split(';') {
        if let Some((name, value)) = declaration.split_once(':') {
            let value = value.trim().trim_end_matches("!important").trim_end().to_ascii_lowercase();
            css.take(&name.trim().to_ascii_lowercase(), &value);
        }
    }
    css
}

impl Css {
    fn take(&mut self, name: &str, value: &str) {
        match name {
            "font-weight" => self.bold = weight(value).or(self.bold),
            "font-style" => self.italic = slant(value).or(self.italic),
            "vertical-align" => self.superscript = Some(value == "super"),
            "display" => self.hidden |= value == "none",
            "visibility" => self.hidden |= matches!(value, "hidden" | "collapse"),
            "mso-hide" => self.hidden |= value == "all",
            "white-space" | "white-space-collapse" => {
                self.keeps_space = Some(matches!(value, "pre" | "pre-wrap" | "pre-line" | "break-spaces" | "preserve"));
            }
            "list-style-type" => self.list_style = Some(value.to_owned()),
            "list-style" => self.list_style = value.split_whitespace().next().map(str::to_owned),
            "text-align" => self.align = align(value).or(self.align),
            "mso-list" => {
                self.is_marker = value == "ignore";
                self.word_level = value.split_whitespace().find_map(|word| word.strip_prefix("level")?.parse().ok());
            }
            _ => {}
        }
    }
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => value.parse::<f32>().ok().map(|weight| weight >= 600.0),
    }
}

fn slant(value: &str) -> Option<bool> {
    match value {
        "normal" => Some(false),
        "italic" => Some(true),
        _ => value.starts_with("oblique").then_some(true),
    }
}

/// What an alignment says: of `align` attributes too.
pub(super) fn align(value: &str) -> Option<CellAlign> {
    match value.to_ascii_lowercase().as_str() {
        "right" | "end" => Some(CellAlign::Right),
        "center" | "centre" | "middle" => Some(CellAlign::Centre),
        "left" | "start" | "justify" => Some(CellAlign::Left),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_read_by_their_whole_names() {
        let css = read("mso-bidi-font-weight: bold; FONT-WEIGHT:700 !important;font-style : oblique 10deg; color:red");
        assert_eq!((css.bold, css.italic, css.superscript), (Some(true), Some(true), None));
        assert_eq!(read("mso-bidi-font-weight:normal;mso-bidi-font-style:italic"), Css::default());
        assert_eq!(read("font-weight:400").bold, Some(false));
        assert_eq!(read("mso-list:l0 level3 lfo1;text-indent:-18.0pt").word_level, Some(3));
        assert!(read("mso-list:Ignore").is_marker);
        assert_eq!(read("mso-list:l0 level999 lfo1").word_level, None);
    }
}
