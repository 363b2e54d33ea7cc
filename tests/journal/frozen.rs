//! Journals of every version that was released: `tests/fixtures/journals` holds one of each, with the draft to which it leads.
//!
//! They are never written again. Version 1 was made by this test with every kind of entry, edit and place;
//! `UPDATE_JOURNALS=1` writes it anew, which only a version that was never released may do.

use minutebook::{
    app::{Caret, Selection, Spot, prose::Point},
    edit::{AttendanceEdit, BusinessEdit, Edit, Intent, ListEdit, MergeKey, Session},
    format::{
        self, Digest,
        journal::{Beginning, Ending, Entry, Filed, Replayed, Settled, Writer, Written, replay},
    },
    model::*,
};
use std::{fs, path::PathBuf};

fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// A document with every construct.
fn every() -> Minutes {
    format::read(&fs::read(fixtures().join("every-construct.minutes.ron")).unwrap()).unwrap()
}

/// One edit of each kind, each with as much in it as the document has.
fn edits(minutes: &Minutes) -> Vec<Edit> {
    let every = every();
    let group = every.attendance.groups[0].clone();
    let items = every.items();
    let item = items.iter().max_by_key(|visit| visit.item.parts.len()).map(|visit| visit.item.clone()).unwrap();
    let section = every.business[0].clone();
    let attendance = Edit::Attendance;
    let people = |edit| attendance(AttendanceEdit::People { group: group.id, edit: Box::new(edit) });
    let mut edits = vec![
        Edit::House(Box::new(House { title: Some("Minutes".to_owned()), ..every.house.clone() })),
        Edit::Meeting(Box::new(Meeting { venue: Some("Town Hall".to_owned()), ..every.meeting.clone() })),
        Edit::Numbering(Numbering { first: 40, ..every.numbering.clone() }),
        attendance(AttendanceEdit::GroupHead {
            group: group.id,
            label: "Members present".to_owned(),
            class: group.class,
            layout: Some(GroupLayout::RunIn),
        }),
        people(ListEdit::Move { from: 0, to: 1 }),
        people(ListEdit::Set { at: 0, value: Person { surname: "Hale".to_owned(), ..group.people[1].clone() } }),
        attendance(AttendanceEdit::Figures { public: Some(12), quorum: None }),
        attendance(AttendanceEdit::Movements(ListEdit::Remove { at: 0 })),
        attendance(AttendanceEdit::Chairs(ListEdit::Remove { at: 0 })),
        attendance(AttendanceEdit::Groups(ListEdit::Move { from: 0, to: 1 })),
        Edit::Declarations(ListEdit::Move { from: 0, to: 1 }),
        Edit::NilDeclarations(Some("There were none.".to_owned())),
        Edit::Previous(Box::new(PreviousMinutes { corrections: Vec::new(), ..every.previous.clone() })),
        Edit::Business(BusinessEdit::SectionHead {
            section: section.id,
            kind: SectionKind::Private,
            heading: Some("In private".to_owned()),
        }),
        Edit::Business(BusinessEdit::Items { of: section.id, edit: Box::new(ListEdit::Move { from: 0, to: 1 }) }),
        Edit::Business(BusinessEdit::ItemHead(Box::new(Item { title: "Renamed".to_owned(), ..item.clone() }))),
        Edit::Business(BusinessEdit::Sections(ListEdit::Move { from: 0, to: 0 })),
        Edit::Closing(Box::new(Closing { wording: Some("Closed".to_owned()), ..every.closing.clone() })),
        Edit::Record(Box::new(Record { signed: None, revision: 3, ..every.record.clone() })),
        Edit::Several(vec![
            Edit::NilDeclarations(None),
            Edit::Several(vec![Edit::NilDeclarations(Some("“Nil” – \\ \"so\"\n".to_owned()))]),
        ]),
    ];
    edits.extend(minutes.items().iter().flat_map(|visit| {
        let of = visit.item.id;
        visit.item.parts.iter().enumerate().map(move |(at, part)| {
            let edit = ListEdit::Set { at, value: Part { privacy: Privacy::Confidential, ..part.clone() } };
            Edit::Business(BusinessEdit::Parts { item: of, edit })
        })
    }));
    edits.push(Edit::Prose {
        at: ProseAt::ClosingRemarks,
        from: 0,
        remove: every.closing.remarks.len(),
        insert: every.closing.remarks.iter().cloned().chain([Paragraph::plain("Thanks were given.")]).collect(),
    });
    edits
}

/// A place of each kind.
fn places() -> Vec<Spot> {
    let prose = [
        ProseAt::Part(Id(5)),
        ProseAt::Answer(Id(5)),
        ProseAt::Grounds(Id(5)),
        ProseAt::Amendment(Id(5)),
        ProseAt::Substantive(Id(5)),
        ProseAt::Reasons(Id(5)),
        ProseAt::Options(Id(5)),
        ProseAt::Cell { part: Id(5), row: 2, column: 3 },
        ProseAt::PublicVersion(Id(5)),
        ProseAt::Declaration(Id(5)),
        ProseAt::Dispensations,
        ProseAt::PreviousMinutes,
        ProseAt::ClosingRemarks,
    ];
    let caret = |at| Caret { at, anchor: Point::new(0, 3), head: Point::new(1, 20) };
    let selections = [
        Selection::Meeting,
        Selection::Attendance,
        Selection::Section(Id(2)),
        Selection::Item(Id(3)),
        Selection::Closing,
        Selection::Record,
    ];
    let typing = prose.map(|at| Spot { selection: Selection::Item(Id(3)), caret: Some(caret(at)) });
    typing.into_iter().chain(selections.map(|selection| Spot { selection, caret: None })).collect()
}

fn filed() -> Filed {
    Filed { path: PathBuf::from("/drafts/policy.minutes.ron"), digest: Digest::of(b"as it was saved") }
}

/// The journal of a session in which everything was done that can be, and that session.
fn journal() -> (Vec<u8>, Session<Spot>) {
    let places = places();
    let mut session = Session::opened(Minutes { record: Record::default(), ..every() });
    let intent = |number: usize| Intent {
        label: format!("change {number}"),
        merge: (number % 2 == 1).then_some(MergeKey(u64::MAX - number as u64)),
        at: number as u64 * 700,
        before: places[number % places.len()],
        after: places[(number + 1) % places.len()],
    };
    // Some of it is in the history with which the journal begins.
    let edits = edits(session.minutes());
    let (early, late) = edits.split_at(9);
    for (number, edit) in early.iter().enumerate() {
        session.apply(edit.clone(), intent(number)).unwrap();
    }
    session.undo().unwrap();
    session.undo().unwrap();
    session.saved(3);
    let start = Beginning { session: session.snapshot(), file: Some(filed()), here: places[0] };
    let (mut writer, mut bytes) = Writer::begin(1, &start, vec![Written { revision: 3, file: filed() }]).unwrap();

    let mut entries = vec![Entry::Redo { to: 8 }];
    session.redo().unwrap();
    for (number, edit) in late.iter().enumerate() {
        let intent = intent(number + 9);
        if session.apply(edit.clone(), intent.clone()).unwrap() {
            entries.push(Entry::Change { edit: edit.clone(), intent });
        }
    }
    let revision = session.revision();
    entries.push(Entry::Writing(Written { revision, file: filed() }));
    session.saved(revision);
    entries.push(Entry::Saved { revision });
    session.undo().unwrap();
    entries.push(Entry::Undo { to: session.revision() });
    entries.extend(places.iter().copied().map(Entry::Here));
    entries.push(Entry::Closed);
    for batch in entries.chunks(4) {
        bytes.extend(writer.append(batch).unwrap());
    }
    (bytes, session)
}

#[test]
fn version_1_is_read() {
    let path = fixtures().join("journals/v1.journal");
    if std::env::var_os("UPDATE_JOURNALS").is_some() {
        let (bytes, session) = journal();
        fs::write(&path, bytes).unwrap();
        fs::write(path.with_extension("minutes.ron"), format::write(session.minutes())).unwrap();
    }
    let mut replayed: Replayed<Spot> = replay(&fs::read(&path).unwrap()).unwrap();
    assert_eq!((replayed.ending, replayed.closed, replayed.taken_back), (Ending::Whole, true, 0));
    assert_eq!(replayed.here, Spot { selection: Selection::Record, caret: None });
    let minutes = fs::read_to_string(path.with_extension("minutes.ron")).unwrap();
    assert_eq!(format::write(replayed.session.minutes()), minutes);
    assert_eq!((replayed.session.undo_label(), replayed.session.redo_label()), (Some("change 61"), Some("change 62")));
    assert_eq!(replayed.settle(Some(filed().digest)), Settled::Known);
    replayed.session.redo().unwrap();
    assert!(!replayed.session.is_dirty(), "what was saved is one step ahead");

    // Undoing everything leads to the document with which the session began, and redoing everything back again.
    let last = replayed.session.minutes().clone();
    let mut places = Vec::new();
    while let Some(place) = replayed.session.undo().unwrap() {
        places.push(place);
    }
    assert_eq!(replayed.session.minutes(), &Minutes { record: Record::default(), ..every() });
    assert!(places.len() > 40, "{}", places.len());
    while replayed.session.redo().unwrap().is_some() {}
    assert_eq!(replayed.session.minutes(), &last);
}

#[test]
fn what_this_program_does_is_in_the_frozen_journal() {
    let (bytes, session) = journal();
    let replayed: Replayed<Spot> = replay(&bytes).unwrap();
    assert_eq!(replayed.session, session);
    let frozen: Replayed<Spot> = replay(&fs::read(fixtures().join("journals/v1.journal")).unwrap()).unwrap();
    assert_eq!(frozen.session, session, "the frozen journal says something else than it did when it was made");
}
