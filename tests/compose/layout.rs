//! The figures of the page come from the style, and the blocks bear the roles that a reader needs.

use crate::make::*;
use crate::support::*;
use jiff::civil::date;
use minutebook::compose::compose;
use minutebook::frame::{Align, Block, Content, Document, Inline as Ink, ListMarks, Paragraph as Set, Role};
use minutebook::model::*;

const CM: f32 = 72.0 / 2.54;

fn composed(minutes: &Minutes, name: &str) -> Document {
    compose(minutes, &style(name), Audience::Public)
}

fn paragraph(block: &Block) -> &Set {
    match &block.content {
        Content::Paragraph(paragraph) => paragraph,
        other => panic!("not a paragraph: {other:?}"),
    }
}

fn near(left: f32, right: f32) -> bool {
    (left - right).abs() < 0.01
}

fn sample() -> Minutes {
    use ParagraphKind::*;
    let raised = Inline::Text(Run { text: "th".into(), look: Look { superscript: true, ..Look::default() } });
    let day =
        Paragraph { text: vec![Inline::plain("On the 5"), raised, Inline::plain(" of May:")], ..Paragraph::default() };
    let prose = vec![
        day,
        listed(Bullet, 0, "bullet"),
        listed(Bullet, 0, "second"),
        Paragraph::plain("Behind the list."),
        listed(Quotation, 0, "quoted"),
    ];
    let resolution = PartContent::Resolution(Box::new(resolved("it be so.")));
    minutes(vec![item(200, "Dredging", vec![PartContent::Prose(prose), resolution])])
}

#[test]
fn coventrys_page_is_as_the_style_says() {
    let document = composed(&sample(), "coventry");
    let page = &document.page;
    assert!(near(page.width, 21.0 * CM) && near(page.height, 29.7 * CM));
    assert!(
        [page.margins.top, page.margins.right, page.margins.bottom, page.margins.left].iter().all(|m| near(*m, 72.0))
    );
    for block in blocks(&document) {
        let set = paragraph(block);
        assert!(near(set.line_height, 13.8));
        assert!(set.text.iter().all(|ink| matches!(ink, Ink::Text(run) if near(run.size, 12.0) || run.rise > 0.0)));
    }
    let furniture: Vec<_> = page.furniture.iter().map(|line| (text(&line.text), line.align)).collect();
    assert_eq!(
        furniture,
        [("Draft minutes, not yet approved".to_owned(), Align::Centre), ("– # –".to_owned(), Align::Centre)]
    );
}

#[test]
fn coventrys_blocks_stand_where_they_belong() {
    let document = composed(&sample(), "coventry");
    let title = saying(&document, "Port Ellery");
    assert_eq!((title.role, paragraph(title).align), (Role::Title, Align::Centre));
    assert!(near(saying(&document, "held at").space_before, 0.0));
    let label = saying(&document, "Members:");
    let chair = saying(&document, "(Chair)");
    assert!(label.beside_next && near(paragraph(label).indent, 0.0));
    assert!(near(paragraph(chair).indent, 5.5 * CM) && near(chair.space_before, 0.0));
    assert!(!saying(&document, "by Directorate").beside_next);
    assert!(near(paragraph(saying(&document, "P Yeo")).indent, 5.5 * CM));
    let heading = saying(&document, "Dredging");
    let number = paragraph(heading).label.as_ref().unwrap();
    assert!(near(number.at, 0.0) && near(paragraph(heading).indent, 1.27 * CM) && heading.keep_with_next);
    assert_eq!(heading_level(heading), Some(3));
    assert_eq!(heading_level(saying(&document, "Public Business")), Some(2));
    let intro = saying(&document, "On the 5");
    assert!(intro.keep_with_next && near(paragraph(intro).indent, 1.27 * CM));
    let bullet = saying(&document, "bullet");
    assert_eq!(bullet.role, Role::ListItem { marks: ListMarks::Disc, begins: true });
    assert!(near(paragraph(bullet).label.as_ref().unwrap().at, 1.27 * CM));
    assert!(near(paragraph(bullet).indent, 2.54 * CM) && near(bullet.space_before, 13.8));
    assert!(near(saying(&document, "second").space_before, 0.0));
    assert!(near(saying(&document, "Behind").space_before, 13.8));
    let quoted = saying(&document, "quoted");
    assert!(quoted.role == Role::Quotation && quoted.keep_with_next);
    let bold = |block: &Block| paragraph(block).text.iter().all(|ink| matches!(ink, Ink::Text(run) if run.face.bold));
    assert!(bold(saying(&document, "RESOLVED")) && bold(heading) && !bold(intro));
    assert!(near(paragraph(saying(&document, "RESOLVED")).indent, 1.27 * CM));
}

#[test]
fn only_what_was_typed_as_raised_is_raised() {
    let document = composed(&sample(), "coventry");
    let raised: Vec<_> = blocks(&document)
        .into_iter()
        .flat_map(|block| &paragraph(block).text)
        .filter_map(|ink| match ink {
            Ink::Text(run) if run.rise > 0.0 => Some(run.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(raised, ["th"]);
}

#[test]
fn the_head_of_the_page_says_what_the_minutes_are_until_they_are_approved() {
    let mut minutes = sample();
    let head = |minutes: &Minutes| {
        let furniture = composed(minutes, "coventry").page.furniture;
        furniture.iter().map(|line| text(&line.text)).filter(|line| !line.contains('#')).collect::<Vec<_>>()
    };
    minutes.record.circulated = Some(Circulated { on: date(2016, 9, 20), by: "A Clerk".into() });
    assert_eq!(head(&minutes), ["Minutes circulated on 20 September 2016, subject to approval at the next meeting"]);
    minutes.record.approved = Some(Approved { on: date(2016, 10, 20), ..Approved::default() });
    assert!(head(&minutes).is_empty());
    assert_eq!(composed(&minutes, "coventry").meta.subject, "Approved minutes");
    minutes.record.signed = Some(Signed { on: date(2016, 10, 20), by: "C Dale".into() });
    assert!(head(&minutes).is_empty());
    let parish = public(&minutes, "parish");
    assert_eq!(
        parish[parish.len() - 2..],
        ["Approved at the meeting held on 20 October 2016.", "Signed by C Dale on 20 October 2016."]
    );
}

#[test]
fn the_parishs_leaves_are_initialled_and_signed_by_hand() {
    let document = composed(&sample(), "parish");
    let foot: Vec<_> = document.page.furniture.iter().map(|line| text(&line.text)).collect();
    assert!(foot.contains(&"Initials ____".to_owned()), "{foot:?}");
    assert!(lines(&document).contains(&"Signed by the Chair ____".to_owned()));
    let heading = saying(&document, "15/16 Dredging");
    assert!(paragraph(heading).right_indent > 100.0 && line(heading).unwrap().ends_with("| Action"));
    assert_eq!(heading_level(heading), Some(2));
}

#[test]
fn a_document_says_of_itself_what_the_draft_says() {
    let mut minutes = sample();
    minutes.house.language = Language("cy".into());
    let meta = composed(&minutes, "coventry").meta;
    assert_eq!(meta.title, "Minutes of the Meeting of Harbours Board (3), Thursday, 15 September 2016");
    assert_eq!((meta.author.as_str(), meta.subject.as_str()), ("Port Ellery City Council", "Draft minutes"));
    assert_eq!((meta.language.as_str(), meta.date), ("cy", date(2016, 9, 15).at(14, 0, 0, 0)));
}
