//! What the elements of HTML are to minutes.

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Within a line: it can change how text looks.
    Inline,
    /// A paragraph, or something that stands by itself as one does.
    Paragraph,
    /// Something that holds paragraphs.
    Division,
    /// A heading.
    Heading,
    /// A quotation set off from the text.
    Quotation,
    /// Text whose blanks and ends of lines are kept.
    Preformatted,
    /// A list.
    List {
        /// Whether it is counted.
        counted: bool,
    },
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A part of a table that holds rows.
    Rows {
        /// Whether they are headings.
        head: bool,
    },
    /// A row.
    Row,
    /// A cell.
    Cell {
        /// Whether it heads its row or column.
        heading: bool,
    },
    /// What a table is called.
    Caption,
    /// An end of a line.
    Break,
    /// Nothing that is read; it holds nothing either.
    Void,
    /// What is not for readers, with all that it holds.
    Hidden,
}

/// What an element is, by its name.
pub(super) fn of(name: &str) -> Element {
    match name {
        "p" | "dt" | "dd" | "summary" | "legend" | "figcaption" | "address" => Element::Paragraph,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading,
        "body" | "html" | "div" | "section" | "article" | "aside" | "main" | "nav" | "header" | "footer" | "hgroup"
        | "center" | "dl" | "figure" | "fieldset" | "form" | "details" | "dialog" | "search" => Element::Division,
        "blockquote" => Element::Quotation,
        "pre" | "listing" => Element::Preformatted,
        "ul" | "menu" | "dir" => Element::List { counted: false },
        "ol" => Element::List { counted: true },
        "li" => Element::Item,
        "table" => Element::Table,
        "thead" => Element::Rows { head: true },
        "tbody" | "tfoot" => Element::Rows { head: false },
        "tr" => Element::Row,
        "td" => Element::Cell { heading: false },
        "th" => Element::Cell { heading: true },
        "caption" => Element::Caption,
        "br" => Element::Break,
        "area" | "base" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "param" | "source" | "track"
        | "wbr" | "basefont" | "bgsound" | "frame" | "keygen" => Element::Void,
        "head" | "title" | "script" | "style" | "xml" | "template" | "noscript" | "noembed" | "noframes" | "iframe"
        | "object" | "applet" | "svg" | "math" | "canvas" | "audio" | "video" | "picture" | "map" | "select"
        | "textarea" | "button" | "datalist" | "progress" | "meter" | "del" | "rp" | "rt" | "frameset" | "o:p" => {
            Element::Hidden
        }
        _ => Element::Inline,
    }
}

/// How what follows the tag of an element is to be read, where it is no HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// Text up to the end tag, in which entities count.
    Text,
    /// Text up to the end tag, as it stands.
    Verbatim,
    /// A script.
    Script,
    /// Text up to the end of the document.
    Rest,
}

/// How what follows an element's tag is to be read.
pub(super) fn raw(name: &str) -> Option<Raw> {
    match name {
        "title" | "textarea" => Some(Raw::Text),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(Raw::Verbatim),
        "script" => Some(Raw::Script),
        "plaintext" => Some(Raw::Rest),
        _ => None,
    }
}

impl Element {
    /// Whether it begins and ends a paragraph.
    pub fn is_block(self) -> bool {
        match self {
            Element::Inline | Element::Break | Element::Void | Element::Hidden => false,
            Element::Paragraph
            | Element::Division
            | Element::Heading
            | Element::Quotation
            | Element::Preformatted
            | Element::List { .. }
            | Element::Item
            | Element::Table
            | Element::Rows { .. }
            | Element::Row
            | Element::Cell { .. }
            | Element::Caption => true,
        }
    }
}
