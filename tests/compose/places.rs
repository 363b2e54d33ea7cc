//! What a block belongs to survives its way through layout and drawing; every item is bookmarked and can be linked to; a
//! document is in units that can be composed by themselves; and no document, however odd, stops it.

use crate::make::*;
use crate::support::*;
use jiff::civil::date;
use minutebook::compose::{Place, TextOf, compose, file_name};
use minutebook::frame::{Content, Document, Inline as Ink, Link, NodeId};
use minutebook::model::*;

#[test]
fn places_come_back_from_their_nodes() {
    let (low, high) = (Id(1), Id(u32::MAX));
    let mut places = vec![
        Place::Title,
        Place::Meeting,
        Place::Attendance,
        Place::Apologies,
        Place::Declarations,
        Place::Previous,
        Place::Closing,
        Place::NextMeeting,
        Place::Record,
    ];
    for id in [low, high] {
        places.extend([Place::Group, Place::Person, Place::Moment, Place::Section, Place::Item].map(|place| place(id)));
        places.extend([Place::ItemHead, Place::Part, Place::Amendment, Place::Action].map(|place| place(id)));
        places.extend([Place::Declaration, Place::Correction].map(|place| place(id)));
        for number in [0, 1, u16::MAX] {
            places.push(Place::Row { part: id, row: number });
            places.push(Place::Cell { part: id, row: number, column: u8::MAX });
            for of in [TextOf::Part, TextOf::Answer, TextOf::Reasons, TextOf::ClosingRemarks] {
                places.push(Place::Text { of, id, paragraph: number });
            }
        }
    }
    for place in &places {
        assert_eq!(Place::decode(place.encode()), Some(*place));
    }
    let mut nodes: Vec<NodeId> = places.iter().map(|place| place.encode()).collect();
    nodes.sort_unstable();
    nodes.dedup();
    assert_eq!(nodes.len(), places.len());
    assert_eq!(Place::decode(NodeId(0)), None);
    assert_eq!(Place::decode(NodeId(u64::MAX)), None);
}

fn sample() -> Minutes {
    let cite = Inline::Citation(Citation {
        target: CitationTarget::Here(Id(210)),
        form: CitationForm::Minute,
        look: Look::default(),
    });
    let citing = Paragraph { text: vec![cite], ..Paragraph::default() };
    let locks = Item { items: vec![item(211, "Gates", vec![])], ..item(210, "Locks", vec![]) };
    minutes(vec![item(200, "Dredging", vec![PartContent::Prose(vec![citing, Paragraph::plain("Mud.")])]), locks])
}

#[test]
fn every_unit_heading_and_paragraph_can_be_found() {
    let document = compose(&sample(), &style("coventry"), Audience::Public);
    let units: Vec<_> = document.chunks.iter().map(|chunk| Place::decode(chunk.node).unwrap()).collect();
    assert_eq!(
        units,
        [Place::Title, Place::Section(Id(110)), Place::Item(Id(200)), Place::Item(Id(210)), Place::Closing]
    );
    let bookmarks: Vec<_> = blocks(&document).into_iter().filter_map(|block| block.bookmark.clone()).collect();
    let bookmarks: Vec<_> = bookmarks.iter().map(|bookmark| (bookmark.level, bookmark.text.as_str())).collect();
    assert_eq!(bookmarks, [(0, "Public Business"), (1, "15. Dredging"), (1, "16. Locks"), (2, "(a) Gates")]);
    let mud = Place::decode(saying(&document, "Mud.").node).unwrap();
    assert_eq!(mud.prose(), Some((ProseAt::Part(Id(201)), 1)));
    let Content::Paragraph(citing) = &saying(&document, "Minute 16 below").content else { panic!("not a paragraph") };
    let Ink::Text(run) = &citing.text[0] else { panic!("not text") };
    let target = Place::Item(Id(210)).encode();
    assert_eq!(run.link, Some(Link::Node(target)));
    assert!(blocks(&document).iter().any(|block| block.is_target && block.node == target));
    assert_eq!(document, compose(&sample(), &style("coventry"), Audience::Public));
}

/// Every link within a document leads to a block of it.
fn links_lead_somewhere(document: &Document) {
    let all = blocks(document);
    for block in &all {
        let Content::Paragraph(paragraph) = &block.content else { continue };
        for inline in &paragraph.text {
            if let Ink::Text(run) = inline
                && let Some(Link::Node(node)) = &run.link
            {
                assert!(all.iter().any(|target| target.is_target && target.node == *node), "{}", run.text);
            }
        }
    }
}

#[test]
fn no_document_stops_it() {
    let gone = Id(4_000_000_000);
    let deep = |kind| Paragraph { kind, level: u8::MAX, start: Some(u32::MAX), ..Paragraph::plain("deep") };
    use Enclosure::*;
    let odd = vec![
        deep(ParagraphKind::Numbered(Decimal)),
        deep(ParagraphKind::Lettered(Stop)),
        deep(ParagraphKind::Roman(Brackets)),
        deep(ParagraphKind::Quotation),
        Paragraph {
            text: vec![
                Inline::Moment(gone),
                Inline::Person(Mention { person: gone, form: NameForm::Initials, look: Look::default() }),
                Inline::Citation(Citation {
                    target: CitationTarget::Here(gone),
                    form: CitationForm::Headed,
                    look: Look::default(),
                }),
            ],
            ..Paragraph::default()
        },
        Paragraph::default(),
    ];
    let table =
        Table { rows: vec![Row::default(), Row { cells: vec![odd.clone(); 300], total: true }], ..Table::default() };
    let empty = [
        PartContent::Prose(vec![]),
        PartContent::Resolution(Box::default()),
        PartContent::Motion(Box::default()),
        PartContent::Vote(Box::default()),
        PartContent::Table(Table::default()),
        PartContent::Note(Note::default()),
        PartContent::Petition(Petition::default()),
        PartContent::Question(Question::default()),
        PartContent::CallIn(CallIn::default()),
        PartContent::Actions(vec![Action::default()]),
        PartContent::Table(table),
        PartContent::Prose(odd),
    ];
    let mut nested = item(500, "", empty.to_vec());
    for _ in 0..40 {
        nested = Item { items: vec![nested], number: NumberRule::Fixed(u32::MAX), ..Item::default() };
    }
    let mut odd = minutes(vec![nested, item(0, "", empty.to_vec())]);
    odd.meeting.date = date(-9999, 1, 1);
    odd.numbering = Numbering { first: u32::MAX, year: Some(i16::MAX), ..Numbering::default() };
    odd.previous.meetings = vec![PreviousMeeting { date: date(9999, 12, 31), ..PreviousMeeting::default() }];
    odd.previous.corrections = vec![Correction::default()];
    for minutes in [Minutes::default(), odd] {
        for name in ["coventry", "parish"] {
            for audience in [Audience::Public, Audience::Members] {
                let document = compose(&minutes, &style(name), audience);
                links_lead_somewhere(&document);
                assert!(file_name(&minutes, &style(name), audience).ends_with(".pdf"));
            }
        }
    }
}

#[test]
fn file_names_are_safe_and_say_what_the_file_is() {
    let mut minutes = minutes(vec![]);
    let name = |minutes: &Minutes, audience| file_name(minutes, &style("coventry"), audience);
    assert_eq!(name(&minutes, Audience::Public), "Minutes Harbours Board (3) 2016-09-15 draft.pdf");
    assert_eq!(name(&minutes, Audience::Members), "Minutes Harbours Board (3) 2016-09-15 draft for members only.pdf");
    minutes.record.signed = Some(Signed::default());
    minutes.record.revision = 2;
    minutes.house.body = "../CON: \"Quays\" <&> Children's|Tides?*\n\u{202e}".into();
    assert_eq!(name(&minutes, Audience::Public), "Minutes CON Quays Childrens Tides 2016-09-15 signed revision 2.pdf");
    minutes.house.body = "ŵ ".repeat(4000);
    assert!(name(&minutes, Audience::Public).len() < 255);
    minutes.house.body = "ŵ".repeat(4000);
    assert_eq!(name(&minutes, Audience::Public), "Minutes Coventry City Council 2016-09-15 signed revision 2.pdf");
}
