//! What printpdf makes of operators and fonts: the streams of pages, and a document of empty pages with its fonts.

use super::{ExportError, fonts::Fonts};
use lopdf::{Document, Object, ObjectId};
use printpdf::{Op, PdfDocument, PdfFontMap, PdfPage, PdfSaveOptions, Pt, Rect};

/// A document of empty pages, as printpdf lays it out.
pub struct Skeleton {
    /// The document.
    pub document: Document,
    /// Its catalog.
    pub catalog: ObjectId,
    /// Its pages, in order.
    pub pages: Vec<ObjectId>,
}

/// The operators of pages as bytes, in the codes of these fonts.
pub fn streams(pages: Vec<Vec<Op>>, fonts: PdfFontMap) -> Result<Vec<Vec<u8>>, ExportError> {
    let mut skeleton = Skeleton::new((1.0, 1.0), pages, fonts)?;
    let ids = std::mem::take(&mut skeleton.pages);
    ids.into_iter().map(|page| skeleton.take_stream(page)).collect()
}

impl Skeleton {
    /// A document of as many empty pages of this size, with all its fonts.
    pub fn empty(size: (f32, f32), pages: usize, fonts: &Fonts) -> Result<Self, ExportError> {
        let mut operators = vec![Vec::new(); pages];
        if let Some(first) = operators.first_mut() {
            *first = fonts.specimen();
        }
        Self::new(size, operators, fonts.for_printpdf(true)?)
    }

    fn new((width, height): (f32, f32), pages: Vec<Vec<Op>>, fonts: PdfFontMap) -> Result<Self, ExportError> {
        let mut pdf = PdfDocument::new("");
        pdf.resources.fonts = fonts;
        let paper = Rect::from_wh(Pt(width), Pt(height));
        let page = |ops| PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper.clone(), ops };
        pdf.pages = pages.into_iter().map(page).collect();
        // What printpdf warns of are empty font programs, and those are left out on purpose until the end.
        let document = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
        let catalog = document.trailer.get(b"Root").and_then(Object::as_reference)?;
        let root = document.get_dictionary(catalog)?.get(b"Pages").and_then(Object::as_reference)?;
        let kids = document.get_dictionary(root)?.get(b"Kids").and_then(Object::as_array)?;
        let pages = kids.iter().map(Object::as_reference).collect::<Result<_, _>>()?;
        Ok(Self { document, catalog, pages })
    }

    fn take_stream(&mut self, page: ObjectId) -> Result<Vec<u8>, ExportError> {
        let id = self.document.get_dictionary(page)?.get(b"Contents").and_then(Object::as_reference)?;
        let stream = self.document.get_object_mut(id)?.as_stream_mut()?;
        Ok(std::mem::take(&mut stream.content))
    }
}
