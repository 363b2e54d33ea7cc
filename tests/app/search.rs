//! Finding and replacing over the whole draft: everything that is read is gone through in order, and replacing is one step.

use crate::ports::Desk;
use minutebook::{
    app::{
        Action, Caret, Change, Command, FileCommand, Hits, Line, Outset, PartChange, Pattern, Place, Query,
        SearchCommand, Selection, ToastKind,
        prose::{self, Point, Span},
    },
    model::{
        Approved, Circulated, Closing, Column, Declaration, House, Id, Inline, Item, ItemRole, Look, Minutes, Nature,
        Note, Paragraph, Part, PartContent, ProseAt, PublicVersion, Resolution, RoughNote, Row, Run, Section,
        SectionKind, Signed, Table, Who,
    },
};

/// Minutes that say nothing yet.
fn blank() -> Minutes {
    let mut minutes = Minutes::default();
    minutes.meeting.date = jiff::civil::date(2024, 10, 21);
    minutes
}

fn looking(text: &str) -> Query {
    Query { text: text.to_owned(), ..Query::default() }
}

fn part(id: u32, content: PartContent) -> Part {
    Part { id: Id(id), content, ..Part::default() }
}

fn text(words: &str) -> Vec<Paragraph> {
    vec![Paragraph::plain(words)]
}

/// Minutes in which each text that can be found has the word "oak" once, with a number that counts up as one reads.
fn everywhere() -> Minutes {
    let resolution = Resolution {
        recommendation: Some("oak 07".to_owned()),
        lead_in: Some("oak 08".to_owned()),
        text: text("oak 09"),
        outcome: minutebook::model::Outcome::Refused { reason: "oak 10".to_owned() },
        actions: vec![minutebook::model::Action { id: Id(50), what: "oak 11".to_owned(), ..Default::default() }],
        ..Resolution::default()
    };
    let table = Table {
        caption: "oak 12".to_owned(),
        columns: vec![Column { heading: "oak 13".to_owned(), ..Column::default() }],
        rows: vec![Row { cells: vec![text("oak 14")], total: false }],
        ..Table::default()
    };
    let declaration = Declaration {
        id: Id(60),
        member: Who::Named("A member".to_owned()),
        kind: Default::default(),
        item: None,
        nature: Nature::Stated("oak 03".to_owned()),
        consequence: Default::default(),
        dispensation: Some("oak 04".to_owned()),
        wording: Some(text("oak 05")),
        no_note: false,
    };
    let declared = Item {
        id: Id(20),
        role: ItemRole::Declarations,
        title: "oak 02".to_owned(),
        parts: vec![part(21, PartContent::Prose(text("oak 06")))],
        ..Item::default()
    };
    let resolved = Item {
        id: Id(22),
        parts: vec![
            part(23, PartContent::Resolution(Box::new(resolution))),
            part(24, PartContent::Table(table)),
            part(25, PartContent::Note(Note { text: text("oak 15"), ..Note::default() })),
        ],
        notes: vec![RoughNote { time: None, text: "oak 16".to_owned() }],
        items: vec![Item { id: Id(26), title: "oak 17".to_owned(), ..Item::default() }],
        ..Item::default()
    };
    let private = Item {
        id: Id(31),
        title: "oak 18".to_owned(),
        public_version: PublicVersion::Stub { title: "oak 19".to_owned(), text: text("oak 20") },
        ..Item::default()
    };
    let section = |id, kind, heading: Option<&str>, items| Section {
        id: Id(id),
        kind,
        heading: heading.map(str::to_owned),
        items,
        ..Section::default()
    };
    let mut minutes = Minutes {
        house: House { title: Some("oak 00".to_owned()), ..House::default() },
        business: vec![
            section(10, SectionKind::Public, Some("oak 01"), vec![declared, resolved]),
            section(30, SectionKind::Private, None, vec![private]),
        ],
        closing: Closing { remarks: text("oak 22"), wording: Some("oak 21".to_owned()), ..Closing::default() },
        ..blank()
    };
    minutes.declarations.entries.push(declaration);
    minutes
}

/// A desk with these minutes open.
fn desk(minutes: &Minutes) -> Desk {
    let mut desk = Desk::new();
    let path = desk.path("a.minutes.ron");
    minutebook::store::save(&path, minutes).expect("it can be written");
    desk.run(Command::File(FileCommand::Open(path)));
    assert!(desk.app.state().draft.is_some(), "{:?}", desk.app.state().toasts);
    desk
}

fn look(desk: &mut Desk, query: Query) {
    desk.act(Action::Find);
    desk.run(Command::Search(SearchCommand::Query(query)));
}

fn search(desk: &mut Desk, command: SearchCommand) {
    desk.run(Command::Search(command));
}

/// The text in which the hit that is shown stands.
fn words(desk: &Desk) -> String {
    let state = desk.app.state();
    let minutes = desk.minutes();
    let hit = state.search.hit().expect("a hit is shown");
    match hit.place {
        Place::Prose { at, paragraph } => prose::flat(&minutes.prose(at).expect("it is there")[paragraph]),
        Place::Line(Line::Title) => minutes.house.title.clone().expect("it is there"),
        Place::Line(Line::ItemTitle(id)) => minutes.item(id).expect("it is there").title.clone(),
        Place::Line(line) => line.label().to_owned(),
    }
}

#[test]
fn all_that_is_read_is_gone_through_once_and_in_order() {
    let minutes = everywhere();
    let mut desk = desk(&minutes);
    look(&mut desk, looking("oak"));
    assert_eq!(desk.app.state().search.count(), "1 of 23");
    for number in 0..23 {
        look(&mut desk, looking(&format!("oak {number:02}")));
        assert_eq!(desk.app.state().search.count(), "1 of 1", "oak {number:02} stands in one place");
    }
    look(&mut desk, looking("oak 00"));
    search(&mut desk, SearchCommand::Query(looking("oak")));
    let mut forms = Vec::new();
    for number in 0..23 {
        assert_eq!(desk.app.state().search.current, Some(number));
        forms.push(desk.app.state().draft.as_ref().expect("a draft").selection);
        search(&mut desk, SearchCommand::Next);
    }
    assert_eq!(desk.app.state().search.current, Some(0), "behind the last one comes the first");
    search(&mut desk, SearchCommand::Previous);
    assert_eq!(desk.app.state().search.current, Some(22));
    forms.dedup();
    let item = |id| Selection::Item(Id(id));
    let expected = [Selection::Meeting, Selection::Section(Id(10)), item(20), item(22), item(26), item(31)];
    assert_eq!(forms[..6], expected);
    assert_eq!(forms[6..], [Selection::Closing]);
}

#[test]
fn all_are_replaced_in_one_step_and_come_back_in_one() {
    let minutes = everywhere();
    let mut desk = desk(&minutes);
    look(&mut desk, looking("oak"));
    search(&mut desk, SearchCommand::With("elm".to_owned()));
    search(&mut desk, SearchCommand::ReplaceAll);
    let told = "23 places in 4 minutes and 3 other forms; Undo takes it back.";
    assert_eq!(desk.last_toast(), Some((ToastKind::Done, told)));
    assert_eq!(desk.app.state().search.count(), "Not found");
    let written = minutebook::format::write(desk.minutes());
    assert!(!written.contains("oak"), "{written}");
    for number in 0..23 {
        // The title stands in the head of the file, too.
        let times = if number == 0 { 2 } else { 1 };
        assert_eq!(written.matches(&format!("elm {number:02}")).count(), times, "elm {number:02}");
    }
    desk.act(Action::Undo);
    assert_eq!(*desk.minutes(), minutes);
    assert_eq!(desk.app.state().search.hits.len(), 23, "what is found follows the draft");
    desk.act(Action::Redo);
    assert_eq!(minutebook::format::write(desk.minutes()), written);
}

/// One item with one paragraph: "The board noted it; Board", bold in the middle, with a mark.
fn marked() -> Minutes {
    let bold = Look { bold: true, ..Look::default() };
    let text = vec![
        Inline::plain("The bo"),
        Inline::Text(Run { text: "ard noted ".to_owned(), look: bold.clone() }),
        Inline::ComeBack("ask".to_owned()),
        Inline::Text(Run { text: "Bo".to_owned(), look: bold }),
        Inline::plain("ard"),
    ];
    let prose = vec![Paragraph { text, ..Paragraph::default() }];
    let item = Item { id: Id(2), parts: vec![part(3, PartContent::Prose(prose))], ..Item::default() };
    let section = Section { id: Id(1), items: vec![item], ..Section::default() };
    Minutes { business: vec![section], ..blank() }
}

#[test]
fn what_is_put_in_looks_as_the_first_letter_did_and_marks_stay() {
    let mut desk = desk(&marked());
    look(&mut desk, looking("board"));
    search(&mut desk, SearchCommand::With("Committee".to_owned()));
    search(&mut desk, SearchCommand::ReplaceAll);
    let paragraph = &desk.minutes().prose(ProseAt::Part(Id(3))).expect("it is there")[0];
    let bold = Look { bold: true, ..Look::default() };
    let expected = vec![
        Inline::plain("The Committee"),
        Inline::Text(Run { text: " noted ".to_owned(), look: bold.clone() }),
        Inline::ComeBack("ask".to_owned()),
        Inline::Text(Run { text: "Committee".to_owned(), look: bold }),
    ];
    assert_eq!(paragraph.text, expected);
    look(&mut desk, looking("noted \u{fffc}"));
    assert!(desk.app.state().search.hits.is_empty(), "a mark is no letter");
}

#[test]
fn one_is_replaced_after_another_and_each_is_a_step() {
    let mut desk = desk(&marked());
    let at = ProseAt::Part(Id(3));
    let read = |desk: &Desk| prose::flat(&desk.minutes().prose(at).expect("it is there")[0]).replace('\u{fffc}', "*");
    look(&mut desk, looking("board"));
    search(&mut desk, SearchCommand::With("board of the board".to_owned()));
    search(&mut desk, SearchCommand::Replace);
    assert_eq!(read(&desk), "The board of the board noted *Board");
    assert_eq!(desk.app.state().search.count(), "3 of 3", "what was put in is not replaced again");
    search(&mut desk, SearchCommand::Replace);
    assert_eq!(read(&desk), "The board of the board noted *board of the board");
    assert_eq!(desk.app.state().search.count(), "1 of 4", "then comes the first again");
    desk.act(Action::Undo);
    desk.act(Action::Undo);
    assert_eq!(*desk.minutes(), marked());
    let caret = desk.app.state().draft.as_ref().and_then(|draft| draft.caret).expect("the caret comes back");
    assert_eq!((caret.anchor, caret.head), (Point::new(0, 4), Point::new(0, 9)));
}

#[test]
fn one_looks_on_from_where_the_caret_is() {
    let mut desk = desk(&everywhere());
    desk.run(Command::Select(Selection::Item(Id(22))));
    desk.run(Command::Caret(Caret::new(ProseAt::Part(Id(25)), Span::caret(Point::new(0, 0)))));
    look(&mut desk, looking("oak"));
    assert_eq!(words(&desk), "oak 15");
    search(&mut desk, SearchCommand::Previous);
    assert_eq!(words(&desk), "oak 14");
    // The clerk clicks elsewhere, and goes on from there.
    desk.run(Command::Select(Selection::Closing));
    desk.run(Command::Caret(Caret::new(ProseAt::ClosingRemarks, Span::caret(Point::new(0, 0)))));
    search(&mut desk, SearchCommand::Previous);
    assert_eq!(words(&desk), "closing line");
    // With the bar closed, F3 goes on, and takes the focus along.
    search(&mut desk, SearchCommand::Close { from_bar: true });
    let before = desk.app.state().draft.as_ref().expect("a draft").attention;
    desk.act(Action::FindNext);
    let draft = desk.app.state().draft.as_ref().expect("a draft");
    assert_eq!((words(&desk).as_str(), draft.attention), ("oak 22", before + 1));
    assert_eq!(draft.caret.map(|caret| (caret.anchor.at, caret.head.at)), Some((0, 3)));
    assert!(desk.app.state().search.marks(ProseAt::ClosingRemarks).is_empty(), "nothing is marked while it is closed");
}

#[test]
fn what_is_selected_is_looked_for() {
    let mut desk = desk(&marked());
    desk.run(Command::Select(Selection::Item(Id(2))));
    let span = Span { anchor: Point::new(0, 9), head: Point::new(0, 4) };
    desk.run(Command::Caret(Caret::new(ProseAt::Part(Id(3)), span)));
    desk.act(Action::Find);
    let search = &desk.app.state().search;
    assert_eq!((search.query.text.as_str(), search.count().as_str()), ("board", "1 of 2"));
    let marks = search.marks(ProseAt::Part(Id(3)));
    let ranges: Vec<_> = marks.iter().map(|mark| (mark.range.clone(), mark.current)).collect();
    assert_eq!(ranges, [(4..9, true), (19..24, false)]);
}

#[test]
fn what_is_found_follows_what_is_typed() {
    let mut desk = desk(&marked());
    look(&mut desk, looking("board"));
    search(&mut desk, SearchCommand::Next);
    assert_eq!(desk.app.state().search.count(), "2 of 2");
    let content = PartContent::Prose(text("Board, board"));
    desk.run(Command::Change(Change::Part(PartChange::Add { item: Id(2), at: 0, content })));
    assert_eq!(desk.app.state().search.count(), "4 of 4", "the one that is shown is still the same");
}

#[test]
fn signed_minutes_are_looked_through_and_stay_as_they_are() {
    let mut minutes = marked();
    let (on, by) = (jiff::civil::date(2024, 11, 4), "A. Clerk".to_owned());
    minutes.record.circulated = Some(Circulated { on, by: by.clone() });
    minutes.record.approved = Some(Approved { on, by: by.clone(), ..Approved::default() });
    minutes.record.signed = Some(Signed { on, by });
    let mut desk = desk(&minutes);
    assert!(desk.app.state().draft.as_ref().expect("a draft").session.is_sealed());
    assert!(desk.app.state().available(Action::Find).is_ok());
    assert!(desk.app.state().available(Action::Replace).is_err());
    look(&mut desk, looking("board"));
    assert_eq!(desk.app.state().search.count(), "1 of 2");
    for command in [SearchCommand::Replace, SearchCommand::ReplaceAll] {
        search(&mut desk, command);
        assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Failed));
        assert_eq!(*desk.minutes(), minutes);
    }
}

#[test]
fn what_is_put_in_is_plain_text_and_never_too_much() {
    let paragraphs = vec![Paragraph::plain("a".repeat(40_000)), Paragraph::plain("a".repeat(20_000))];
    let item = Item { id: Id(2), parts: vec![part(3, PartContent::Prose(paragraphs))], ..Item::default() };
    let minutes = Minutes { business: vec![Section { id: Id(1), items: vec![item], ..Section::default() }], ..blank() };
    let mut desk = desk(&minutes);
    look(&mut desk, looking("a"));
    assert_eq!(desk.app.state().search.count(), "1 of more than 50,000");
    search(&mut desk, SearchCommand::With("b\u{fffc}\n\tc".to_owned()));
    assert_eq!(desk.app.state().search.with, "bc");
    search(&mut desk, SearchCommand::ReplaceAll);
    assert_eq!(desk.last_toast().map(|(kind, _)| kind), Some(ToastKind::Failed));
    assert_eq!(*desk.minutes(), minutes);
    // A query that is longer than any text is none.
    look(&mut desk, looking(&"a".repeat(100_000)));
    assert_eq!(desk.app.state().search.count(), "Not found");
}

#[test]
fn another_draft_is_looked_through_anew() {
    let mut desk = desk(&marked());
    look(&mut desk, looking("board"));
    let path = desk.path("b.minutes.ron");
    minutebook::store::save(&path, &everywhere()).expect("it can be written");
    desk.run(Command::File(FileCommand::Open(path)));
    assert_eq!(desk.app.state().search.count(), "Not found");
    desk.act(Action::CloseDraft);
    let search = &desk.app.state().search;
    assert!(!search.open && search.hits.is_empty());
}

#[test]
fn in_a_draft_of_300_pages_each_place_is_counted_once() {
    // 200 items of 500 words, with curly apostrophes and a bold word, so that nothing is the easy case.
    let bold = Look { bold: true, ..Look::default() };
    let words = "the Council’s officers reported to the Board on works in the ward and ".repeat(9);
    let paragraph = Paragraph {
        text: vec![
            Inline::plain(&words),
            Inline::Text(Run { text: "RESOLVED".to_owned(), look: bold }),
            Inline::plain(&words),
        ],
        ..Paragraph::default()
    };
    let item = |number: u32| Item {
        id: Id(10 + 2 * number),
        parts: vec![part(11 + 2 * number, PartContent::Prose(vec![paragraph.clone(); 2]))],
        ..Item::default()
    };
    let section = Section { id: Id(1), items: (0..200).map(item).collect(), ..Section::default() };
    let mut desk = desk(&Minutes { business: vec![section], ..blank() });
    look(&mut desk, looking("council's"));
    assert_eq!(desk.app.state().search.count(), "1 of 7,200");
    let began = std::time::Instant::now();
    search(&mut desk, SearchCommand::Query(looking("resolved")));
    eprintln!("looked through in {:?}", began.elapsed());
    assert_eq!(desk.app.state().search.count(), "1 of 400");
    let marks: usize =
        (0..200).map(|number| desk.app.state().search.marks(ProseAt::Part(Id(11 + 2 * number))).len()).sum();
    assert_eq!(marks, 400);
}

/// What is found is the same as when one looks through the draft anew.
fn agrees(desk: &Desk, after: &str) {
    let search = &desk.app.state().search;
    let pattern = Pattern::new(&search.query).expect("something is looked for");
    let anew = Hits::find(desk.minutes(), &pattern, Outset::default());
    assert!(search.hits.iter().eq(anew.iter()), "after {after}:\n{:?}\n{:?}", search.hits, anew);
}

#[test]
fn while_the_bar_is_open_only_what_changed_is_looked_through_again() {
    let mut minutes = everywhere();
    let more = (140..160).map(|id| part(id, PartContent::Prose(text("oak and ash")))).collect::<Vec<_>>();
    minutes.business[0].items[1].parts.extend(more);
    let mut desk = desk(&minutes);
    look(&mut desk, looking("oak"));
    agrees(&desk, "the beginning");
    let at = |id| ProseAt::Part(Id(id));
    let paragraphs = |texts: &[&str]| texts.iter().map(|text| Paragraph::plain(*text)).collect::<Vec<_>>();
    for (place, texts) in [
        (at(141), vec!["oak, oak, and an oak"]),
        (at(141), vec!["ash", "oak", "oaks"]),
        (at(141), vec!["ash", "elm", "an oak, oaks"]),
        (at(141), vec!["no tree"]),
        (at(141), vec!["an oak again"]),
        (at(159), vec!["", "oak", ""]),
        (at(9_000), vec!["oak"]),
        (ProseAt::ClosingRemarks, vec!["the last oak", "of all"]),
        (at(140), vec![]),
        (at(142), vec!["oak", "oak", "oak"]),
    ] {
        desk.run(Command::Change(Change::Prose { at: place, text: paragraphs(&texts) }));
        agrees(&desk, &format!("{texts:?}"));
    }
    while desk.app.state().draft.as_ref().expect("a draft").session.undo_label().is_some() {
        desk.act(Action::Undo);
        agrees(&desk, "undoing");
    }
    desk.act(Action::Redo);
    agrees(&desk, "doing again");
}
