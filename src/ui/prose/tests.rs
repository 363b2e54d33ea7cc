use super::*;
use crate::model::*;
use proptest::{
    prelude::{Just, ProptestConfig, Strategy, any, prop},
    prop_assert_eq, prop_oneof, proptest,
};

fn read_plain(text: &str) -> Prose {
    read(text, &Names::default())
}

fn kinds(text: &str) -> Vec<(ParagraphKind, u8, Option<u32>, String)> {
    let said = |paragraph: &Paragraph| match paragraph.text.as_slice() {
        [] => String::new(),
        [Inline::Text(run)] => run.text.clone(),
        other => format!("{other:?}"),
    };
    read_plain(text).iter().map(|p| (p.kind, p.level, p.start, said(p))).collect()
}

fn council() -> Minutes {
    let person = |id, title: &str, given: &str, surname: &str, role: &str| Person {
        id: Id(id),
        title: title.to_owned(),
        given: given.to_owned(),
        surname: surname.to_owned(),
        role: role.to_owned(),
        ..Person::default()
    };
    let people = vec![
        person(1, "Councillor", "P", "Marlow", "Chair"),
        person(2, "Councillor", "K", "Jones", ""),
        person(3, "Councillor", "R", "Jones", ""),
    ];
    let items = vec![
        Item { id: Id(20), title: "Apologies".to_owned(), ..Item::default() },
        Item { id: Id(21), items: vec![Item { id: Id(22), ..Item::default() }], ..Item::default() },
    ];
    let movement = Movement {
        id: Id(30),
        who: Who::Person(Id(1)),
        kind: MovementKind::Left,
        time: Time::new(15, 10),
        approximate: false,
        item: None,
        remark: None,
    };
    Minutes {
        numbering: Numbering { first: 15, ..Numbering::default() },
        attendance: Attendance {
            groups: vec![Group { id: Id(10), people, ..Group::default() }],
            movements: vec![movement],
            ..Attendance::default()
        },
        business: vec![Section { id: Id(11), items, ..Section::default() }],
        ..Minutes::default()
    }
}

#[test]
fn a_line_is_a_paragraph_and_markers_begin_list_items() {
    use Enclosure::*;
    use ParagraphKind::*;
    let text = "The Board considered:\n- schools\n  - roofs\n1. One\n1. Two\na) that\n(i) this\n> Quoted\n(c) Third";
    let expected = [
        (Body, 0, None, "The Board considered:"),
        (Bullet, 0, None, "schools"),
        (Bullet, 1, None, "roofs"),
        (Numbered(Stop), 0, None, "One"),
        (Numbered(Stop), 0, None, "Two"),
        (Lettered(Bracket), 0, None, "that"),
        (Roman(Brackets), 0, None, "this"),
        (Quotation, 0, None, "Quoted"),
        (Lettered(Brackets), 0, Some(3), "Third"),
    ];
    let expected: Vec<_> = expected.into_iter().map(|(k, l, s, t)| (k, l, s, t.to_owned())).collect();
    assert_eq!(kinds(text), expected);
}

#[test]
fn typed_text_is_never_taken_for_a_list() {
    for text in [
        "A. Smith spoke",
        "1.5 per cent",
        "2016. The year",
        "c. 1850",
        "v. important",
        "e.g. roofs",
        "i.e. schools",
        "-5 degrees",
        "mix. Then",
        "In\u{a0}2016. ",
        "3 * 4 * 5 and a_b_c",
        "x^2 and y^2",
        "C:\\temp\\new",
        "[sic] and [[no such mark]]",
        "\"Quoted\" 'text' … 50%",
    ] {
        let prose = read_plain(text);
        assert_eq!(prose, vec![Paragraph::plain(text)], "{text}");
        assert_eq!(write(&prose, &Names::default()), text);
    }
}

#[test]
fn a_list_starts_where_its_first_item_says_and_counts_by_itself() {
    let prose = read_plain("7. Seven\n7. Eight\n- bullet\n1. One");
    assert_eq!(prose.iter().map(|p| p.start).collect::<Vec<_>>(), [Some(7), None, None, None]);
    assert_eq!(write(&prose, &Names::default()), "7. Seven\n8. Eight\n- bullet\n1. One");
    let letters: String = (1..=10).map(|at| format!("a. item {at}\n")).collect();
    let written = write(&read_plain(&letters), &Names::default());
    assert!(written.contains("\ni. item 9\nj. item 10"), "{written}");
    assert!(read_plain(&written).iter().all(|p| p.kind == ParagraphKind::Lettered(Enclosure::Stop)));
}

#[test]
fn looks_are_written_with_signs() {
    let prose = read_plain("RESOLVED *that the _whole_ report* of 16^th^ June [[cy: Croeso *i* bawb]].");
    let runs: Vec<(&str, bool, bool, bool, &str)> = prose[0]
        .text
        .iter()
        .map(|inline| match inline {
            Inline::Text(Run { text, look }) => {
                (text.as_str(), look.bold, look.italic, look.superscript, look.language.0.as_str())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        ("RESOLVED ", false, false, false, ""),
        ("that the ", true, false, false, ""),
        ("whole", true, true, false, ""),
        (" report", true, false, false, ""),
        (" of 16", false, false, false, ""),
        ("th", false, false, true, ""),
        (" June ", false, false, false, ""),
        ("Croeso ", false, false, false, "cy"),
        ("i", true, false, false, "cy"),
        (" bawb", false, false, false, "cy"),
        (".", false, false, false, ""),
    ];
    assert_eq!(runs, expected);
}

#[test]
fn typed_marks_become_citations_people_and_reminders() {
    let names = Names::of(&council());
    let mark = |text: &str| match read(text, &names)[0].text.as_slice() {
        [mark] => mark.clone(),
        other => panic!("{text}: {other:?}"),
    };
    let cited = |text: &str| match mark(text) {
        Inline::Citation(citation) => citation,
        other => panic!("{text}: {other:?}"),
    };
    let elsewhere = |number: &str, year| CitationTarget::Elsewhere {
        body: None,
        number: number.to_owned(),
        year: Some(year),
        date: None,
        item: None,
    };
    assert_eq!(cited("[[63/15]]").target, elsewhere("63", 2015));
    assert_eq!(cited("[[63/15]]").form, CitationForm::Minute);
    assert_eq!(cited("[[minute 9/16]]").form, CitationForm::InSentence);
    assert_eq!(cited("[[minute 26/15 refers]]").form, CitationForm::Refers);
    assert_eq!(cited("[[58(b)/98]]").target, elsewhere("58(b)", 1998));
    assert_eq!(cited("[[16]]").target, CitationTarget::Here(Id(21)));
    assert_eq!(cited("[[item 16.1]]").target, CitationTarget::Here(Id(22)));
    let person = |person, form| Inline::Person(Mention { person: Id(person), form, look: Look::default() });
    assert_eq!(mark("[[Councillor Marlow]]"), person(1, NameForm::Short));
    assert_eq!(mark("[[Councillor K Jones]]"), person(2, NameForm::Titled));
    assert_eq!(mark("[[the Chair]]"), person(1, NameForm::Role));
    // Two members bear that name, so it stays text.
    assert_eq!(read("[[Councillor Jones]]", &names), vec![Paragraph::plain("[[Councillor Jones]]")]);
    assert_eq!(mark("[[come back: check the figure]]"), Inline::ComeBack("check the figure".to_owned()));
    assert_eq!(mark("[[slot: the date]]"), Inline::Slot("the date".to_owned()));
    assert_eq!(read("[[99]]", &names), vec![Paragraph::plain("[[99]]")]);
}

#[test]
fn marks_are_shown_by_the_names_that_people_know() {
    let names = Names::of(&council());
    let shown = |inline: Inline| write(&[Paragraph { text: vec![inline], ..Paragraph::default() }], &names);
    let cite = |id| {
        let target = CitationTarget::Here(Id(id));
        Inline::Citation(Citation { target, form: CitationForm::Minute, look: Look::default() })
    };
    assert_eq!(shown(cite(20)), "[[Minute 15]]");
    assert_eq!(shown(cite(404)), "[[Minute #404]]");
    assert_eq!(shown(Inline::Moment(Id(30))), "[[moment #30: Councillor Marlow left at 15:10]]");
    let mention = |person| Inline::Person(Mention { person: Id(person), form: NameForm::Short, look: Look::default() });
    assert_eq!(shown(mention(1)), "[[Councillor Marlow]]");
    assert_eq!(shown(mention(2)), "[[person #2]]");
}

#[test]
fn privacy_stands_before_a_paragraph() {
    let prose = read_plain("[private 3, 6(a)] The tender\n  [private] - the price\n[confidential] The child");
    let exempt = |paragraphs: &[&str]| Privacy::Exempt { paragraphs: paragraphs.iter().map(|p| (*p).into()).collect() };
    assert_eq!(prose[0].privacy, exempt(&["3", "6(a)"]));
    assert_eq!((prose[1].privacy.clone(), prose[1].kind), (exempt(&[]), ParagraphKind::Bullet));
    assert_eq!(prose[2].privacy, Privacy::Confidential);
    assert_eq!(
        write(&prose, &Names::default()),
        "[private 3, 6(a)] The tender\n  [private] - the price\n[confidential] The child"
    );
}

#[test]
fn what_the_clerk_did_not_touch_stays_as_it_was_stored() {
    let split = Paragraph { text: vec![Inline::plain("one "), Inline::plain("run")], ..Paragraph::default() };
    let stored = vec![split.clone(), Paragraph::plain("middle"), split.clone()];
    let read = read_plain("one run\nmiddle, changed\none run");
    assert_eq!(write::keeping(read, &stored), vec![split.clone(), Paragraph::plain("middle, changed"), split.clone()]);
    let doubled = read_plain("one run\none run\nmiddle\none run");
    assert_eq!(write::keeping(doubled, &stored).len(), 4);
}

#[test]
fn hostile_text_is_read_in_good_time() {
    for piece in ["[[", "*a ", "_a ", "^a", "[[cy: ", "]]", "\\", "[[*: *_^", "(i) ", "> "] {
        let text = piece.repeat(20_000);
        assert!(read_plain(&text).len() <= 1, "{piece}");
    }
}

fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z0-9 .,:;()£–“”’]{0,8}",
        "[*_^\\\\\\[\\]\"#/> -]{1,4}",
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("\t".to_owned()),
        Just("\u{2028}".to_owned()),
        Just("1. ".to_owned()),
        Just("(i) ".to_owned()),
        Just("#.a ".to_owned()),
        Just("[private 3] ".to_owned()),
        Just("[start 4] ".to_owned()),
        Just("[[63/15]]".to_owned()),
        Just("[[come back: x]]".to_owned()),
        Just("[[cy: y]]".to_owned()),
        Just("*b*".to_owned()),
        ".{0,3}",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn look() -> impl Strategy<Value = Look> {
    let language = prop_oneof![4 => Just(String::new()), 2 => Just("cy".to_owned()), 1 => nasty()];
    (prop::bool::weighted(0.3), prop::bool::weighted(0.2), prop::bool::weighted(0.2), language).prop_map(
        |(bold, italic, superscript, language)| Look { bold, italic, superscript, language: Language(language) },
    )
}

fn citation() -> impl Strategy<Value = Citation> {
    use CitationForm::*;
    let number = prop_oneof![Just("63".to_owned()), Just("58(b)".to_owned()), nasty()];
    let year = prop::option::of(prop_oneof![1950_i16..2100, any::<i16>()]);
    let date = prop::option::of((1_i16..9999, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)));
    let body = prop::option::of(prop_oneof![Just("Planning Committee (East)".to_owned()), nasty()]);
    let elsewhere = (body, number, year, date, prop::option::of(id()))
        .prop_map(|(body, number, year, date, item)| CitationTarget::Elsewhere { body, number, year, date, item });
    let target = prop_oneof![id().prop_map(CitationTarget::Here), elsewhere];
    let form = prop::sample::select(vec![Minute, InSentence, Refers, RefersCapital, Number, Headed]);
    (target, form, look()).prop_map(|(target, form, look)| Citation { target, form, look })
}

fn id() -> impl Strategy<Value = Id> {
    prop_oneof![0_u32..35, any::<u32>()].prop_map(Id)
}

fn inline() -> impl Strategy<Value = Inline> {
    use NameForm::*;
    let form = prop::sample::select(vec![Short, Titled, Surname, Initials, Role]);
    prop_oneof![
        6 => (nasty(), look()).prop_map(|(text, look)| Inline::Text(Run { text, look })),
        2 => citation().prop_map(Inline::Citation),
        1 => (id(), form, look()).prop_map(|(person, form, look)| Inline::Person(Mention { person, form, look })),
        1 => nasty().prop_map(Inline::Slot),
        1 => nasty().prop_map(Inline::ComeBack),
        1 => id().prop_map(Inline::Moment),
    ]
}

fn paragraph() -> impl Strategy<Value = Paragraph> {
    use ParagraphKind::*;
    let enclosure =
        || prop::sample::select(vec![Enclosure::Stop, Enclosure::Bracket, Enclosure::Brackets, Enclosure::Decimal]);
    let kind = prop_oneof![
        2 => Just(Body),
        1 => Just(Bullet),
        1 => Just(Quotation),
        2 => enclosure().prop_map(Numbered),
        2 => enclosure().prop_map(Lettered),
        2 => enclosure().prop_map(Roman),
    ];
    let level = prop_oneof![4 => 0_u8..3, 1 => 0_u8..=8, 1 => Just(255)];
    let start = prop_oneof![4 => Just(None), 2 => (0_u32..40).prop_map(Some), 1 => any::<u32>().prop_map(Some)];
    let exempt = prop::collection::vec(prop_oneof![Just("6(a)".to_owned()), nasty()], 0..3);
    let privacy = prop_oneof![
        5 => Just(Privacy::Public),
        1 => exempt.prop_map(|paragraphs| Privacy::Exempt { paragraphs }),
        1 => Just(Privacy::Confidential),
    ];
    let text = prop::collection::vec(inline(), 0..5);
    (kind, level, start, privacy, text).prop_map(|(kind, level, start, privacy, text)| Paragraph {
        kind,
        level,
        start,
        privacy,
        text,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn what_is_written_is_read_back(prose in prop::collection::vec(paragraph(), 0..7)) {
        let names = Names::of(&council());
        let mut expected: Prose = prose.iter().map(canonical).collect();
        if expected == [Paragraph::default()] {
            expected.clear();
        }
        let plain = write(&prose, &names);
        prop_assert_eq!(read(&plain, &names), expected, "{}", plain);
    }

    #[test]
    fn whatever_is_typed_settles_at_once(text in prop::collection::vec(nasty(), 0..6)) {
        let names = Names::of(&council());
        let prose = read(&text.concat(), &names);
        prop_assert_eq!(read(&write(&prose, &names), &names), prose);
    }
}
