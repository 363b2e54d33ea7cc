//! A reader finds its way: bookmarks, links, page labels, title, language, metadata.

use crate::{
    fixtures::{Builder, every_element},
    support::{self, Reader},
};
use lopdf::Object;
use minutebook::{
    frame::{Frame, Meta, Tag},
    pdf::export,
};

fn read(frame: &Frame) -> Reader {
    Reader::new(&export(frame).unwrap()).unwrap()
}

#[test]
fn bookmarks_are_nested_in_reading_order() {
    let found = support::bookmarks(&export(&every_element()).unwrap()).unwrap();
    assert_eq!(found, ["Public business -> page 1", "  7. Dredging -> page 1", "  8. Any other business -> page 2"]);
}

#[test]
fn bookmarks_survive_levels_that_are_skipped() {
    let mut b = Builder::new();
    b.block(Tag::Heading(1), None, "Minutes");
    for (level, text) in [(2, "deep"), (0, "top"), (3, "below"), (1, "less"), (0, "second")] {
        let heading = b.block(Tag::Heading(2), None, text);
        b.bookmark(heading, level, text);
    }
    let pdf = export(&b.finish()).unwrap();
    let found = support::bookmarks(&pdf).unwrap();
    let places: Vec<_> = found.iter().map(|line| line.trim_end_matches(" -> page 1")).collect();
    assert_eq!(places, ["deep", "top", "  below", "  less", "second"]);
    support::validate(&pdf).unwrap();
}

#[test]
fn only_sections_are_open() {
    let pdf = read(&every_element());
    let outlines = pdf.dictionary(pdf.catalog().unwrap().get(b"Outlines").unwrap()).unwrap();
    let count = |entry: &lopdf::Dictionary| entry.get(b"Count").and_then(Object::as_i64).ok();
    let section = pdf.dictionary(outlines.get(b"First").unwrap()).unwrap();
    let item = pdf.dictionary(section.get(b"First").unwrap()).unwrap();
    assert_eq!([count(outlines), count(section), count(item)], [Some(3), Some(2), None]);

    let mut b = Builder::new();
    for (level, text) in [(0, "section"), (1, "item"), (2, "part"), (2, "part")] {
        let heading = b.block(Tag::Heading(1), None, text);
        b.bookmark(heading, level, text);
    }
    let pdf = read(&b.finish());
    let outlines = pdf.dictionary(pdf.catalog().unwrap().get(b"Outlines").unwrap()).unwrap();
    let section = pdf.dictionary(outlines.get(b"First").unwrap()).unwrap();
    let item = pdf.dictionary(section.get(b"First").unwrap()).unwrap();
    assert_eq!([count(outlines), count(section), count(item)], [Some(2), Some(1), Some(-2)]);
}

#[test]
fn notes_are_found_by_their_identifiers() {
    let pdf = read(&every_element());
    let root = pdf.dictionary(pdf.catalog().unwrap().get(b"StructTreeRoot").unwrap()).unwrap();
    let tree = pdf.dictionary(root.get(b"IDTree").unwrap()).unwrap();
    let leaf = tree.get(b"Kids").and_then(Object::as_array).unwrap()[0].as_dict().unwrap();
    let names = leaf.get(b"Names").and_then(Object::as_array).unwrap();
    assert_eq!(names.len(), 4);
    for pair in names.chunks(2) {
        let element = pdf.dictionary(&pair[1]).unwrap();
        assert_eq!(element.get(b"ID").unwrap(), &pair[0]);
        assert_eq!(element.get(b"S").and_then(Object::as_name).unwrap(), b"Note");
    }
}

#[test]
fn a_link_over_two_lines_is_one_annotation_with_two_areas() {
    let pdf = read(&every_element());
    let page = pdf.document.get_dictionary(pdf.pages[0]).unwrap();
    let annotations = page.get(b"Annots").and_then(Object::as_array).unwrap();
    assert_eq!(annotations.len(), 2);
    let [inner, outer] = [0, 1].map(|index| pdf.dictionary(&annotations[index]).unwrap());
    assert!(!inner.has(b"QuadPoints"));
    let quads = outer.get(b"QuadPoints").and_then(Object::as_array).unwrap();
    assert_eq!(quads.len(), 16);
    assert_eq!(outer.get(b"Contents").and_then(Object::as_str).unwrap(), b"the tide tables for the year");
    for annotation in [inner, outer] {
        assert_eq!(annotation.get(b"F").and_then(Object::as_i64).unwrap(), 4);
        let key = annotation.get(b"StructParent").and_then(Object::as_i64).unwrap();
        let owner = pdf.dictionary(pdf.parent_entry(key).unwrap()).unwrap();
        assert_eq!(owner.get(b"S").and_then(Object::as_name).unwrap(), b"Link");
    }
}

#[test]
fn page_labels_begin_with_the_first_number() {
    let mut frame = every_element();
    frame.first_number = 17;
    let pdf = read(&frame);
    let labels = pdf.catalog().unwrap().get(b"PageLabels").and_then(Object::as_dict).unwrap();
    let numbers = labels.get(b"Nums").and_then(Object::as_array).unwrap();
    let style = numbers[1].as_dict().unwrap();
    assert_eq!(style.get(b"S").and_then(Object::as_name).unwrap(), b"D");
    assert_eq!(style.get(b"St").and_then(Object::as_i64).unwrap(), 17);
}

#[test]
fn a_draft_that_says_nothing_of_itself_still_conforms() {
    let mut frame = every_element();
    frame.meta = Meta { language: "no language".into(), ..Meta::default() };
    let bytes = export(&frame).unwrap();
    support::validate(&bytes).unwrap();
    let pdf = Reader::new(&bytes).unwrap();
    assert_eq!(pdf.catalog().unwrap().get(b"Lang").and_then(Object::as_str).unwrap(), b"en-GB");
}

#[test]
fn a_title_longer_than_a_file_may_hold_still_conforms() {
    let mut frame = every_element();
    frame.meta.title = "ŵ".repeat(40_000);
    frame.bookmarks[0].text = "€ ".repeat(40_000);
    support::validate(&export(&frame).unwrap()).unwrap();
}

#[test]
fn title_language_and_dates_come_from_the_draft() {
    let mut frame = every_element();
    frame.meta.title = "Cofnodion <Bwrdd & Afon> ŵ".into();
    let bytes = export(&frame).unwrap();
    support::validate(&bytes).unwrap();
    let pdf = Reader::new(&bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"en-GB");
    let information = pdf.dictionary(pdf.document.trailer.get(b"Info").unwrap()).unwrap();
    let said = |key: &[u8]| lopdf::decode_text_string(information.get(key).unwrap()).unwrap();
    assert_eq!(said(b"Title"), frame.meta.title);
    assert_eq!(said(b"Author"), "Porthaven City Council");
    assert_eq!(said(b"CreationDate"), "D:20240516140000");
    let (_, xmp) = pdf.document.dereference(catalog.get(b"Metadata").unwrap()).unwrap();
    let xmp = String::from_utf8(xmp.as_stream().unwrap().content.clone()).unwrap();
    assert!(xmp.contains("Cofnodion &lt;Bwrdd &amp; Afon&gt; ŵ"), "{xmp}");
    assert!(xmp.contains("<xmp:CreateDate>2024-05-16T14:00:00</xmp:CreateDate>"), "{xmp}");
}
