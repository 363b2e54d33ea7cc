//! The catalog and the pages (ISO 32000-1, 7.7 and 12.4.2): what printpdf leaves out.

use super::{
    ExportError,
    annotation::Annotations,
    colour, metadata,
    object::{dictionary, language, name, number, reference, text},
    outline,
    skeleton::Skeleton,
    structure::Structure,
    writer::{Packed, Writer},
};
use crate::frame::Frame;
use lopdf::{Dictionary, Object, ObjectId};

/// The language of a document that names none; a reader needs one (ISO 14289-1, 7.2).
const DEFAULT_LANGUAGE: &str = "en-GB";

impl Skeleton {
    /// The dictionary of the fonts. All pages share their resources; what each page had of its own is given up.
    ///
    /// Every page names them itself, since an archival page may not inherit any (ISO 19005-2, 6.2.2).
    pub fn share_resources(&mut self, writer: &mut Writer) -> Result<Dictionary, ExportError> {
        let mut shared = None;
        for &page in &self.pages {
            let page = self.document.get_dictionary_mut(page)?;
            page.remove(b"Annots");
            let own = page.get(b"Resources").and_then(Object::as_reference)?;
            let shared = *shared.get_or_insert(own);
            page.set("Resources", Object::Reference(shared));
            if own != shared {
                self.document.objects.remove(&own);
                writer.release(own.0);
            }
        }
        let Some(shared) = shared else { return Ok(Dictionary::new()) };
        let resources = self.document.get_dictionary_mut(shared)?;
        let fonts = resources.get(b"Font").and_then(Object::as_reference)?;
        *resources = Dictionary::from_iter([("Font", Object::Reference(fonts))]);
        Ok(self.document.get_dictionary(fonts)?.clone())
    }

    /// Puts the streams under the pages.
    pub fn set_contents(&mut self, streams: &[Packed], writer: &mut Writer) -> Result<(), ExportError> {
        for (&page, stream) in self.pages.iter().zip(streams) {
            let id = self.document.get_dictionary(page)?.get(b"Contents").and_then(Object::as_reference)?;
            self.document.objects.remove(&id);
            writer.put_packed(id.0, Dictionary::new(), stream);
        }
        Ok(())
    }

    /// Ties the pages to the tree of tags and to their links.
    pub fn tag_pages(&mut self, links: &Annotations) -> Result<(), ExportError> {
        let mut annotations = links.by_page();
        for (index, &page) in self.pages.iter().enumerate() {
            let page = self.document.get_dictionary_mut(page)?;
            page.set("StructParents", number(index));
            page.set("Tabs", name("S"));
            if let Some(annotations) = annotations.remove(&index) {
                page.set("Annots", annotations);
            }
        }
        Ok(())
    }

    /// Completes the catalog of a file.
    pub fn complete_catalog(
        &mut self,
        frame: &Frame,
        structure: &Structure,
        writer: &mut Writer,
    ) -> Result<(), ExportError> {
        let bookmarks = outline::write(frame, structure, &self.pages, writer);
        let metadata = writer.add(&metadata::xmp(&frame.meta));
        let intents = colour::output_intents(writer);
        let catalog = self.document.get_dictionary_mut(self.catalog)?;
        let language = language(&frame.meta.language).unwrap_or(DEFAULT_LANGUAGE);
        catalog.set("Lang", text(language));
        catalog.set("MarkInfo", dictionary([("Marked", true.into())]));
        catalog.set("ViewerPreferences", dictionary([("DisplayDocTitle", true.into())]));
        catalog.set("StructTreeRoot", reference(structure.root));
        catalog.set("Metadata", reference(metadata));
        catalog.set("OutputIntents", intents);
        catalog.set("PageLabels", page_labels(frame.first_number));
        if let Some(bookmarks) = bookmarks {
            catalog.set("Outlines", reference(bookmarks));
            catalog.set("PageMode", name("UseOutlines"));
        }
        Ok(())
    }

    /// Writes what is left, without printpdf's own information dictionary, and ends the file.
    pub fn finish(mut self, mut writer: Writer, information: Option<Object>) -> Vec<u8> {
        if let Ok(own) = self.document.trailer.get(b"Info").and_then(Object::as_reference) {
            self.document.objects.remove(&own);
            writer.release(own.0);
        }
        self.remove_unused(&mut writer);
        let information = information.map(|object| writer.add(&object));
        writer.put_document(self.document);
        writer.finish(self.catalog.0, information)
    }

    /// printpdf also makes dictionaries for images, states and shadings, which are empty here.
    fn remove_unused(&mut self, writer: &mut Writer) {
        let is_empty = |object: &Object| object.as_dict().is_ok_and(Dictionary::is_empty);
        let unused: Vec<ObjectId> =
            self.document.objects.iter().filter(|(_, object)| is_empty(object)).map(|(&id, _)| id).collect();
        for id in unused {
            self.document.objects.remove(&id);
            writer.release(id.0);
        }
    }
}

/// Numbers of the pages as readers show them (12.4.2).
fn page_labels(first: u32) -> Object {
    let mut style = dictionary([("S", name("D"))]);
    // A label's number begins at 1 at the lowest.
    if first > 1 {
        style.set("St", i64::from(first));
    }
    dictionary([("Nums", vec![0.into(), style.into()].into())]).into()
}
