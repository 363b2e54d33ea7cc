//! What a document says of itself (ISO 32000-1, 14.3): XMP, and the information dictionary in agreement with it.

use super::object::{dictionary, language, name, text};
use crate::frame::Meta;
use lopdf::{Object, Stream};

/// The program, as it names itself.
const PROGRAM: &str = concat!("Minutebook ", env!("CARGO_PKG_VERSION"));

/// The title of a document that has none; a reader needs one (ISO 14289-1, 7.1).
const UNTITLED: &str = "Untitled";

/// The information dictionary (14.3.3).
pub fn information(meta: &Meta) -> Object {
    let stamp = text(&format!("D:{}", meta.date.strftime("%Y%m%d%H%M%S")));
    let mut entries = dictionary([
        ("Producer", text(PROGRAM)),
        ("Creator", text(PROGRAM)),
        ("CreationDate", stamp.clone()),
        ("ModDate", stamp),
    ]);
    for (key, value) in [("Title", title(meta)), ("Author", &meta.author), ("Subject", &meta.subject)] {
        if !value.is_empty() {
            entries.set(key, text(&clean(value)));
        }
    }
    entries.into()
}

/// The XMP metadata (14.3.2), with the identifiers of PDF/A (ISO 19005-2, 6.6.4) and PDF/UA (ISO 14289-1, 5).
pub fn xmp(meta: &Meta) -> Object {
    let date = meta.date.strftime("%Y-%m-%dT%H:%M:%S");
    let title = property("title", "Alt", Some("x-default"), title(meta));
    let author = property("creator", "Seq", None, &meta.author);
    let subject = property("description", "Alt", Some("x-default"), &meta.subject);
    let language = property("language", "Bag", None, language(&meta.language).unwrap_or_default());
    let packet = format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
{title}{author}{subject}{language}<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdf:Producer>{PROGRAM}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{EXTENSION_SCHEMA}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}'
    );
    Stream::new(dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]), packet.into_bytes()).into()
}

fn title(meta: &Meta) -> &str {
    if meta.title.trim().is_empty() { UNTITLED } else { &meta.title }
}

/// Tells what `pdfuaid:part` is, which ISO 19005-2 does not know by itself (6.6.2.3.3).
const EXTENSION_SCHEMA: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas>
<rdf:Bag>
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property>
<rdf:Seq>
<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the document claims to conform to</pdfaProperty:description>
</rdf:li>
</rdf:Seq>
</pdfaSchema:property>
</rdf:li>
</rdf:Bag>
</pdfaExtension:schemas>
</rdf:Description>
"#;

/// A property of Dublin Core, which is a list; nothing where it is empty.
fn property(key: &str, list: &str, language: Option<&str>, value: &str) -> String {
    if value.is_empty() {
        return String::new();
    }
    let language = language.map(|tag| format!(" xml:lang=\"{tag}\"")).unwrap_or_default();
    let value = escape(&clean(value));
    format!("<dc:{key}><rdf:{list}><rdf:li{language}>{value}</rdf:li></rdf:{list}></dc:{key}>\n")
}

/// Characters that XML cannot hold become spaces, in both places alike.
fn clean(value: &str) -> String {
    value.chars().map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c }).collect()
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
