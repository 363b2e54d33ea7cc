//! Fonts (ISO 32000-1, 9.6 to 9.10): subsets with a code for each pair of a glyph and the text that it stands for.
//!
//! One glyph may stand for several texts: most faces draw a space and a no-break space alike. Codes are therefore not glyph
//! numbers; a map leads from codes to glyphs, and another from codes to text, so that text is read out as it was typed.

use super::{
    ExportError,
    face::{FaceMetrics, ordinal, postscript_name, width},
    object::{dictionary, name, number, reference},
    writer::Writer,
};
use crate::{
    font,
    frame::{Face, Family},
};
use lopdf::{Dictionary, Document, Object, Stream};
use printpdf::{FontId, FontMetrics, Op, ParsedFont, PdfFont, PdfFontHandle, PdfFontMap, Pt, TextItem};
use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
};
use subsetter::GlyphRemapper;

/// The flag of faces with serifs (table 123).
const SERIF: i64 = 1 << 1;

/// The faces that a document uses, with their codes in the order of their first use.
#[derive(Default)]
pub struct Fonts {
    used: BTreeMap<Face, UsedFace>,
}

/// A face and what is drawn with it.
pub struct UsedFace {
    face: Face,
    /// Its measures.
    pub metrics: FaceMetrics,
    /// What each code draws and says; code 0 is the glyph for what is missing and is never drawn as text.
    codes: Vec<Code>,
    single: HashMap<(u16, char), u16>,
    several: HashMap<(u16, Box<str>), u16>,
}

struct Code {
    glyph: u16,
    width: u16,
    text: Box<str>,
}

impl Fonts {
    /// The face, from now on a part of the document.
    pub fn face(&mut self, face: Face) -> &mut UsedFace {
        self.used.entry(face).or_insert_with(|| UsedFace::new(face))
    }

    /// The fonts as printpdf needs them to translate text into codes; with their programs only in the end.
    pub fn for_printpdf(&self, programs: bool) -> Result<PdfFontMap, ExportError> {
        let mut fonts = PdfFontMap::default();
        for (&face, used) in &self.used {
            let program = if programs { used.subset()?.0 } else { Vec::new() };
            fonts.map.insert(font_id(face), PdfFont::new(used.parsed(program)));
        }
        Ok(fonts)
    }

    /// Operators that show every code once, so that printpdf keeps all of them.
    pub fn specimen(&self) -> Vec<Op> {
        let mut ops = vec![Op::StartTextSection];
        for (&face, used) in &self.used {
            let codes = (1..used.codes.len()).filter_map(|code| u16::try_from(code).ok());
            ops.push(Op::SetFont { font: handle(face), size: Pt(1.0) });
            ops.push(Op::ShowText { items: vec![TextItem::Text(codes.map(stand_in).collect())] });
        }
        ops.push(Op::EndTextSection);
        ops
    }

    /// Mends the font dictionaries that printpdf made: what codes draw, what they say, how high the capitals are.
    pub fn complete(
        &self,
        document: &mut Document,
        writer: &mut Writer,
        fonts: &Dictionary,
    ) -> Result<(), ExportError> {
        for (&face, used) in &self.used {
            let Ok(id) = fonts.get(font_id(face).0.as_bytes()).and_then(Object::as_reference) else { continue };
            let (_, glyphs) = used.subset()?;
            let map = used.codes.iter().flat_map(|code| glyphs.get(code.glyph).unwrap_or(0).to_be_bytes()).collect();
            let map = writer.add(&Stream::new(Dictionary::new(), map).into());
            let font = document.get_dictionary_mut(id)?;
            let to_unicode = font.get(b"ToUnicode").and_then(Object::as_reference)?;
            let descendant = font.get_mut(b"DescendantFonts")?.as_array_mut()?;
            let descendant =
                descendant.first_mut().ok_or(lopdf::Error::DictKey("DescendantFonts".into()))?.as_dict_mut()?;
            descendant.set("CIDToGIDMap", reference(map));
            let descriptor = descendant.get(b"FontDescriptor").and_then(Object::as_reference)?;
            let descriptor = document.get_dictionary_mut(descriptor)?;
            if face.family == Family::Serif {
                let flags = descriptor.get(b"Flags").and_then(Object::as_i64)?;
                descriptor.set("Flags", flags | SERIF);
            }
            descriptor.set("CapHeight", i64::from(used.metrics.cap_height));
            descriptor.set("ItalicAngle", used.metrics.italic_angle.round() as i64);
            document.objects.insert(to_unicode, used.to_unicode().into());
        }
        Ok(())
    }
}

impl UsedFace {
    fn new(face: Face) -> Self {
        let missing = Code { glyph: 0, width: width(face, 0), text: "\u{FFFD}".into() };
        Self {
            face,
            metrics: FaceMetrics::of(face),
            codes: vec![missing],
            single: HashMap::new(),
            several: HashMap::new(),
        }
    }

    /// The code of a glyph that stands for this text.
    pub fn code(&mut self, glyph: u16, text: &str) -> u16 {
        let mut chars = text.chars();
        if let (Some(only), None) = (chars.next(), chars.next()) {
            if let Some(&code) = self.single.get(&(glyph, only)) {
                return code;
            }
            let code = self.add(glyph, text);
            self.single.insert((glyph, only), code);
            code
        } else if let Some(&code) = self.several.get(&(glyph, Box::from(text))) {
            code
        } else {
            let code = self.add(glyph, text);
            self.several.insert((glyph, Box::from(text)), code);
            code
        }
    }

    /// How far the pen moves on after a code, in thousandths of the size.
    pub fn width(&self, code: u16) -> u16 {
        self.codes[usize::from(code)].width
    }

    fn add(&mut self, glyph: u16, text: &str) -> u16 {
        // No face has so many glyphs that the codes could run out; if they did, text would be lost, so the last one is shared.
        let Ok(code) = u16::try_from(self.codes.len()) else { return u16::MAX };
        self.codes.push(Code { glyph, width: width(self.face, glyph), text: legible(text).into() });
        code
    }

    fn parsed(&self, program: Vec<u8>) -> ParsedFont {
        let codes = || (0..self.codes.len()).filter_map(|code| u16::try_from(code).ok());
        let metrics = FontMetrics { ascent: self.metrics.ascent, descent: self.metrics.descent };
        let mut font = ParsedFont::with_glyph_data(
            program,
            0,
            Some(subset_name(self.face)),
            codes().map(|code| (u32::from(stand_in(code)), code)).collect(),
            codes().map(|code| (code, self.width(code))).collect(),
            1000,
            metrics,
        );
        let [x_min, y_min, x_max, y_max] = self.metrics.bounds;
        let slope = (-self.metrics.italic_angle.to_radians()).tan();
        font.pdf_font_metrics = printpdf::PdfFontMetricsStub {
            x_min,
            y_min,
            x_max,
            y_max,
            caret_slope_rise: 1000,
            caret_slope_run: (slope * 1000.0).round() as i16,
            us_weight_class: self.metrics.weight,
            ..font.pdf_font_metrics
        };
        font
    }

    fn subset(&self) -> Result<(Vec<u8>, GlyphRemapper), ExportError> {
        let mut glyphs = GlyphRemapper::new();
        for code in &self.codes {
            glyphs.remap(code.glyph);
        }
        let program = subsetter::subset(font::bytes(self.face), 0, &glyphs).map_err(|error| ExportError::Font {
            face: postscript_name(self.face).into(),
            reason: error.to_string(),
        })?;
        Ok((program, glyphs))
    }

    /// The map from codes to text (9.10.3).
    fn to_unicode(&self) -> Stream {
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n",
        );
        let _ = writeln!(map, "/CMapName /{}-UCS def\n/CMapType 2 def", subset_name(self.face).replace('+', "-"));
        map.push_str("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        let codes: Vec<_> = self.codes.iter().enumerate().skip(1).collect();
        // A section holds a hundred entries at most (Adobe technical note 5014).
        for section in codes.chunks(100) {
            let _ = writeln!(map, "{} beginbfchar", section.len());
            for (code, entry) in section {
                let _ = write!(map, "<{code:04X}> <");
                for unit in entry.text.encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        let entries = dictionary([("Type", name("CMap")), ("Length", number(map.len()))]);
        Stream::new(entries, map.into_bytes())
    }
}

/// The text that a code may say: ISO 19005-2, 6.2.11.7.2 forbids three values.
fn legible(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| match c {
            '\0' => '\u{FFFD}',
            '\u{FEFF}' | '\u{FFFE}' => '\u{2060}',
            c => c,
        })
        .collect();
    if text.is_empty() { "\u{200B}".into() } else { text }
}

/// The character by which printpdf finds a code; the range that holds no characters is left out.
pub fn stand_in(code: u16) -> char {
    let value = u32::from(code);
    char::from_u32(value).or_else(|| char::from_u32(value + 0x1_0000)).unwrap_or('\0')
}

/// The font as an operand.
pub fn handle(face: Face) -> PdfFontHandle {
    PdfFontHandle::External(font_id(face))
}

fn font_id(face: Face) -> FontId {
    FontId(format!("T{}", ordinal(face)))
}

fn subset_name(face: Face) -> String {
    let last = char::from(b'A' + ordinal(face));
    format!("MINUT{last}+{}", postscript_name(face))
}
