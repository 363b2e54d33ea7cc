//! Standard structure types and their attributes (ISO 32000-1, 14.8.4 and 14.8.5).

use super::object::{dictionary, name};
use crate::frame::{ListMarks, Tag};
use lopdf::Object;

/// The standard structure type of a tag.
pub fn type_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::Heading(0 | 1) => "H1",
        Tag::Heading(2) => "H2",
        Tag::Heading(3) => "H3",
        Tag::Heading(4) => "H4",
        Tag::Heading(5) => "H5",
        Tag::Heading(6..) => "H6",
        Tag::Paragraph => "P",
        Tag::Quotation => "BlockQuote",
        Tag::Note => "Note",
        Tag::List(_) => "L",
        Tag::ListItem => "LI",
        Tag::Label => "Lbl",
        Tag::ListBody => "LBody",
        Tag::Table => "Table",
        Tag::Caption => "Caption",
        Tag::Row => "TR",
        Tag::ColumnHeading | Tag::RowHeading => "TH",
        Tag::Cell => "TD",
        Tag::Link => "Link",
        Tag::Span => "Span",
    }
}

/// What a tag says beyond its type (14.8.5).
pub fn attributes(tag: Tag) -> Option<Object> {
    let (owner, key, value) = match tag {
        Tag::List(marks) => ("List", "ListNumbering", list_numbering(marks)),
        Tag::ColumnHeading => ("Table", "Scope", "Column"),
        Tag::RowHeading => ("Table", "Scope", "Row"),
        Tag::Document
        | Tag::Heading(_)
        | Tag::Paragraph
        | Tag::Quotation
        | Tag::Note
        | Tag::ListItem
        | Tag::Label
        | Tag::ListBody
        | Tag::Table
        | Tag::Caption
        | Tag::Row
        | Tag::Cell
        | Tag::Link
        | Tag::Span => return None,
    };
    Some(dictionary([("O", name(owner)), (key, name(value))]).into())
}

fn list_numbering(marks: ListMarks) -> &'static str {
    match marks {
        ListMarks::None => "None",
        ListMarks::Disc => "Disc",
        ListMarks::Decimal => "Decimal",
        ListMarks::LowerAlpha => "LowerAlpha",
        ListMarks::LowerRoman => "LowerRoman",
    }
}
