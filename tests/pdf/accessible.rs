//! The tree of tags says what each piece of text is, and owns all of it.

use crate::{
    fixtures::{Builder, LEFT, every_element, glyphs},
    support,
};
use minutebook::{
    frame::{Face, Frame, Glyph, Owner, Tag},
    pdf::export,
};

/// Exports a frame and holds the file against both standards and the rule of owners.
fn export_checked(frame: &Frame) -> Vec<u8> {
    let pdf = export(frame).expect("exports");
    support::validate(&pdf).expect("conforms");
    support::check_ownership(&pdf).expect("is owned");
    pdf
}

#[test]
fn every_kind_of_element_is_tagged_and_conforms() {
    let pdf = export_checked(&every_element());
    let expected = r#"Document
  H1 "Minutes of the Harbour & Rivers Board"
  H2 "Public business"
  H3 "7. Dredging"
  P
    "The Board recalled "
    Link -> page 2 "minute 8/24"
    " below, and on the next line "
    Link -> https://example.org/tidal%20caf%C3%A9 "the tide tables for the year"
    "."
  P
    "Welcome, or "
    Span [cy] "croeso i’r cyfarfod ŵy"
    "."
  P [cy] "Diolch yn fawr."
  BlockQuote "“The water is the town’s front door.”"
  L Decimal
    LI
      Lbl "1."
      LBody "The first point"
    LI
      Lbl "2."
      LBody
        "The second point:"
        L LowerAlpha
          LI
            Lbl "a."
            LBody "a part of it"
  Table
    Caption "Moorings let"
    TR
      TH Column
        P "Quay"
      TH Column
        P "Berths"
    TR
      TH Row
        P "North"
      TD
        P "12"
    TR
      TH Row
        P "South"
      TD
  Note "Note: Councillor Ames left the room."
  Note "Note: she returned."
  P "A paragraph that goes on over the page."
  H3 "8. Any other business"
  P
    Link -> page 1 "Minute 7/24"
  P
    Span "Minute 99/24"
"#;
    assert_eq!(support::tag_tree(&pdf).unwrap(), expected);
}

#[test]
fn text_is_read_in_the_order_of_the_tags() {
    let text = support::text_in_tag_order(&export(&every_element()).unwrap()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[3], "The Board recalled minute 8/24 below, and on the next line the tide tables for the year.");
    assert!(text.contains("2.\tThe second point:"), "{text}");
    assert!(text.contains("\nNorth\t12\n"), "{text}");
    assert!(!text.contains("– 1 –"), "the number of the page is an artefact");
}

#[test]
fn text_comes_back_as_it_was_typed() {
    let mut b = Builder::new();
    // A no-break space and a space, a hyphen and a soft hyphen look alike, but are not.
    let typed = "Minute\u{A0}7 of 8: co-opted, re\u{AD}solved, £5 – €6 “ŵ” ¾ \u{2019}";
    b.block(Tag::Paragraph, None, typed);
    let ligature = glyphs(Face::default(), 12.0, "\u{FB01}").remove(0);
    let p = b.element(Tag::Paragraph, None);
    b.glyphs(Owner::Element(p), "fi", vec![Glyph { cluster: 0..2, ..ligature }]);
    // Two glyphs for two characters in one cluster, and two for a single character.
    let [base, accent] = <[Glyph; 2]>::try_from(glyphs(Face::default(), 12.0, "q\u{307}")).unwrap();
    let p = b.element(Tag::Paragraph, None);
    let whole =
        vec![Glyph { cluster: 0..3, ..base.clone() }, Glyph { cluster: 3..3, dx: -6.0, dy: 1.5, ..accent.clone() }];
    b.glyphs(Owner::Element(p), "q\u{307}", whole);
    let p = b.element(Tag::Paragraph, None);
    let apart = vec![Glyph { cluster: 0..2, ..base }, Glyph { cluster: 2..2, dx: -6.0, ..accent }];
    b.glyphs(Owner::Element(p), "é", apart);
    let pdf = export_checked(&b.finish());
    let text = support::text_in_tag_order(&pdf).unwrap();
    assert_eq!(text, format!("{typed}\nfi\nq\u{307}\né"));
}

#[test]
fn many_pages_conform() {
    let mut b = Builder::new();
    b.block(Tag::Heading(1), None, "Minutes");
    let mut paragraph = b.element(Tag::Paragraph, None);
    for page in 0..40 {
        for line in 0..45 {
            b.text(Owner::Element(paragraph), LEFT, &format!("Page {page}, line {line} of the minutes "));
            b.line();
            if line % 7 == 3 {
                paragraph = b.element(Tag::Paragraph, None);
            }
        }
        b.page_break();
    }
    b.text(Owner::Element(paragraph), LEFT, "ends.");
    let pdf = export_checked(&b.finish());
    assert!(support::text_in_tag_order(&pdf).unwrap().ends_with("Page 39, line 44 of the minutes ends."));
}
