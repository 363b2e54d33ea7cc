//! Every construct says what it should, in the words of both shipped styles.

use crate::make::*;
use crate::support::*;
use jiff::civil::date;
use minutebook::model::*;

/// What the public reads of an item with one part, below its heading.
fn part(style: &str, content: PartContent) -> Vec<String> {
    item_lines(style, item(200, "Dredging", vec![content]))
}

/// Asserts what each style says of a part.
fn says(content: PartContent, coventry: &[&str], parish: &[&str]) {
    assert_eq!(part("coventry", content.clone()), coventry);
    assert_eq!(part("parish", content), parish);
}

#[test]
fn the_head_reads_in_the_order_of_the_page() {
    let mut minutes =
        minutes(vec![Item { role: ItemRole::Declarations, ..item(200, "Declarations of Interests", vec![]) }]);
    minutes.closing.closed = Time::new(15, 30);
    assert_eq!(
        public(&minutes, "coventry").join(" "),
        "Port Ellery City Council Minutes of the Meeting of Harbours Board (3) held at 2.00 pm on Thursday, 15 \
         September 2016 Present: Members: Councillor C Dale (Chair) Councillor A Grey Co-Opted Members: Mrs H Stone \
         Employees (by Directorate): P Yeo, Quays Directorate T Zeal, Tides Directorate Apologies: Councillor B Moss \
         and K Rowe J Vane and Dr R Wells Public Business 15. Declarations of Interests There were no Disclosable \
         Pecuniary Interests. (Meeting closed at 3.30 pm)"
    );
    assert_eq!(
        public(&minutes, "parish"),
        [
            "Port Ellery City Council",
            "Minutes of the Meeting of the Harbours Board (3)",
            "held on Thursday 15 September 2016 at 2.00pm",
            "Members: Councillor C Dale (Chair) and Councillor A Grey",
            "Co-Opted Members: Mrs H Stone",
            "Employees (by Directorate): P Yeo, Quays Directorate; T Zeal, Tides Directorate",
            "Apologies: Councillor B Moss, Councillor K Rowe, J Vane and Dr R Wells",
            "15/16 Declarations of Interests | Action",
            "There were no declarations of interest.",
            "The meeting closed at 3.30pm.",
            "Signed by the Chair ____",
            "Date ____",
        ]
    );
}

#[test]
fn the_title_says_what_was_out_of_the_ordinary() {
    let mut minutes = minutes(vec![]);
    minutes.meeting.kind = MeetingKind::Extraordinary;
    minutes.meeting.venue = Some("the Old Customs House".into());
    minutes.meeting.rearranged_from = Some(date(2016, 9, 8));
    minutes.meeting.reference = Some("HB(16)M04".into());
    assert_eq!(
        public(&minutes, "coventry")[1..4],
        [
            "Minutes of the Extraordinary Meeting of Harbours Board (3)",
            "held at 2.00 pm on Thursday, 15 September 2016 in the Old Customs House, rearranged from 8 September 2016",
            "Reference: HB(16)M04",
        ]
    );
    minutes.house.title = Some("Notes of a Workshop".into());
    assert_eq!(public(&minutes, "coventry")[1], "Notes of a Workshop");
}

#[test]
fn typed_text_is_never_improved() {
    let typed = "He said \"so\" -- and 'thus' ... on the 5th , twice .";
    says(PartContent::Prose(said(&[typed])), &[typed], &[typed]);
}

#[test]
fn lists_are_counted_as_they_are_typed() {
    use Enclosure::*;
    use ParagraphKind::*;
    let from = |start, paragraph: Paragraph| Paragraph { start: Some(start), ..paragraph };
    let prose = vec![
        listed(Body, 0, "The findings were:"),
        listed(Numbered(Stop), 0, "one"),
        listed(Lettered(Brackets), 1, "first"),
        listed(Lettered(Brackets), 1, "second"),
        listed(Body, 1, "more of one"),
        listed(Numbered(Stop), 0, "two"),
        listed(Bullet, 1, "dash"),
        listed(Body, 0, "A break."),
        from(7, listed(Roman(Bracket), 0, "seven")),
        listed(Roman(Bracket), 0, "eight"),
        listed(Numbered(Decimal), 0, "behind the minute"),
    ];
    let expected = [
        "The findings were:",
        "1. one",
        "(a) first",
        "(b) second",
        "more of one",
        "2. two",
        "– dash",
        "A break.",
        "vii) seven",
        "viii) eight",
        "15.1 behind the minute",
    ];
    says(PartContent::Prose(prose), &expected, &expected);
}

#[test]
fn marks_in_the_text_are_written_out() {
    let person = |form| Inline::Person(Mention { person: Id(2), form, look: Look::default() });
    let paragraph = Paragraph {
        text: vec![
            person(NameForm::Role),
            Inline::plain(" thanked "),
            person(NameForm::Short),
            Inline::plain(" and asked "),
            Inline::Slot("name of officer".into()),
            Inline::ComeBack("check this".into()),
            Inline::plain("."),
        ],
        ..Paragraph::default()
    };
    let expected = ["The Chair thanked Councillor Dale and asked [name of officer]."];
    says(PartContent::Prose(vec![paragraph]), &expected, &expected);
}

#[test]
fn resolutions_lead_in_and_go_on() {
    says(
        resolution(resolved("the report be noted")),
        &["RESOLVED that the report be noted"],
        &["Resolved: the report be noted"],
    );
    let own = Resolution { lead_in: Some("RESOLVED:-".into()), ..resolved("That it be so.") };
    says(resolution(own), &["RESOLVED:- That it be so."], &["RESOLVED:- That it be so."]);
    let none = Resolution { lead_in: Some(String::new()), ..resolved("It was agreed.") };
    says(resolution(none), &["It was agreed."], &["It was agreed."]);
    let clause = |words| listed(ParagraphKind::Numbered(Enclosure::Brackets), 0, words);
    let clauses = Resolution { text: vec![clause("buy;"), clause("sell.")], ..Resolution::default() };
    says(resolution(clauses), &["RESOLVED that:", "(1) buy;", "(2) sell."], &["Resolved:", "(1) buy;", "(2) sell."]);
}

#[test]
fn outcomes_without_a_text_are_worded_by_the_house() {
    let to = || "the Cabinet".to_owned();
    for (outcome, coventry) in [
        (Outcome::Noted, "RESOLVED that the report be noted."),
        (Outcome::Approved, "RESOLVED that the recommendations be approved."),
        (Outcome::Agreed, "RESOLVED that the proposals be agreed."),
        (Outcome::Recommended { to: to() }, "RESOLVED that the matter be recommended to the Cabinet."),
        (Outcome::Referred { to: to() }, "RESOLVED that the matter be referred to the Cabinet."),
        (Outcome::Requested { from: to() }, "RESOLVED that further information be requested from the Cabinet."),
        (Outcome::Deferred { until: None }, "RESOLVED that consideration of the matter be deferred."),
        (
            Outcome::Refused { reason: "the quay is full.".into() },
            "RESOLVED that the application be refused for the following reason: the quay is full.",
        ),
        (Outcome::Granted { conditions: None }, "RESOLVED that the application be granted."),
        (Outcome::Appointed, "RESOLVED that the appointment be made."),
        (Outcome::PublicReadmitted, "RESOLVED that the public be readmitted to the meeting."),
        (Outcome::Procedural, "RESOLVED that the procedure be varied."),
        (Outcome::Other("we sail.".into()), "RESOLVED that we sail."),
    ] {
        assert_eq!(part("coventry", resolution(Resolution { outcome, ..Resolution::default() })), [coventry]);
    }
}

#[test]
fn an_applicant_is_given_the_reason_once() {
    let outcome = Outcome::Refused { reason: "the quay is full".into() };
    let silent = Resolution { outcome: outcome.clone(), ..resolved("the berth be refused.") };
    assert_eq!(
        part("coventry", resolution(silent)),
        ["RESOLVED that the berth be refused.", "Reason: the quay is full"]
    );
    let said = Resolution { outcome, ..resolved("the berth be refused because the quay is full.") };
    assert_eq!(part("coventry", resolution(said)).len(), 1);
}

#[test]
fn movers_and_votes_stand_where_the_house_puts_them() {
    let movers = Movers { mover: Some(who(1)), seconder: Some(who(2)), supporters: vec![who(3), who(4)] };
    let counts = Tally::Counts { in_favour: 7, against: 0, abstained: 1, not_voting: 0 };
    let vote = Vote { tally: counts, ..Vote::default() };
    let all = Resolution { movers: movers.clone(), vote: Some(vote.clone()), ..resolved("it be done.") };
    says(
        resolution(all),
        &[
            "RESOLVED that it be done.",
            "(moved by Councillor A Grey, seconded by Councillor C Dale and supported by Councillors B Moss and K Rowe; \
             7 for, 0 against, 1 abstained)",
        ],
        &[
            "Resolved: it be done. Proposed by Councillor Grey, seconded by Councillor Dale, supported by Councillors Moss \
           and Rowe, seven in favour, none against, one abstaining.",
        ],
    );
    let agreed = Vote { tally: Tally::Words(VoteWords::AllAgreed), ..Vote::default() };
    says(
        resolution(Resolution { vote: Some(agreed), ..resolved("it be done.") }),
        &["RESOLVED that it be done.", "(all agreed)"],
        &["Resolved: it be done. All agreed."],
    );
    let seconder = Movers { mover: None, supporters: vec![], ..movers };
    says(
        resolution(Resolution { movers: seconder, ..resolved("it be done.") }),
        &["RESOLVED that it be done.", "(seconded by Councillor C Dale)"],
        &["Resolved: it be done. Seconded by Councillor Dale."],
    );
    let casting = Some(CastingVote { who: who(2), in_favour: true });
    let question = Some("The amendment".into());
    says(
        PartContent::Vote(Box::new(Vote { casting, question, result: MotionResult::Carried, ..vote })),
        &[
            "The amendment: 7 for, 0 against, 1 abstained (carried).",
            "Councillor C Dale gave a casting vote in favour.",
        ],
        &[
            "The amendment: seven in favour, none against, one abstaining (carried).",
            "Councillor Dale gave a casting vote in favour.",
        ],
    );
}

#[test]
fn a_recorded_vote_lists_its_names() {
    let tally = Tally::Named {
        in_favour: vec![who(1), who(2)],
        against: vec![Who::Named("the Lord Mayor".into())],
        abstained: vec![],
        not_voting: vec![who(99)],
    };
    let vote = Vote { tally, reason: Some("Rule 12".into()), ..Vote::default() };
    assert_eq!(
        part("coventry", resolution(Resolution { vote: Some(vote), ..resolved("so.") })),
        [
            "RESOLVED that so.",
            "(recorded vote)",
            "The vote was recorded as follows (Rule 12):",
            "For (2): Councillors A Grey and C Dale",
            "Against (1): the Lord Mayor",
            "Not voting (1): [name]",
        ]
    );
}

#[test]
fn of_a_vote_that_was_only_begun_nothing_is_said() {
    let begun = || Vote { tally: Tally::Words(VoteWords::Other(String::new())), ..Vote::default() };
    let with_and_without = [Some(begun()), None].map(|vote| {
        let text = vec![Paragraph::plain("the report be noted.")];
        let resolution = Resolution { text, vote: vote.clone(), ..Resolution::default() };
        let motion = Motion { text: vec![Paragraph::plain("That it be so.")], vote: vote.clone(), ..Motion::default() };
        let mut parts = vec![PartContent::Resolution(Box::new(resolution)), PartContent::Motion(Box::new(motion))];
        parts.extend(vote.map(|vote| PartContent::Vote(Box::new(vote))));
        ["coventry", "parish"].map(|style| item_lines(style, item(200, "Dredging", parts.clone())))
    });
    assert_eq!(with_and_without[0], with_and_without[1]);
}

#[test]
fn a_motion_is_followed_from_its_wording_to_its_result() {
    let amendment =
        |id, words: &str, result| Amendment { id: Id(id), text: said(&[words]), result, ..Amendment::default() };
    let motion = Motion {
        text: said(&["That the quay be raised."]),
        movers: Movers { mover: Some(who(1)), seconder: Some(who(2)), supporters: vec![] },
        amendments: vec![
            amendment(301, "Add “by a foot”.", MotionResult::Carried),
            amendment(302, "Add “or so”.", MotionResult::NotSeconded),
        ],
        substantive: said(&["That the quay be raised by a foot."]),
        vote: Some(Vote { tally: Tally::Words(VoteWords::Unanimous), ..Vote::default() }),
        result: MotionResult::Carried,
        ..Motion::default()
    };
    assert_eq!(
        part("coventry", PartContent::Motion(Box::new(motion))),
        [
            "The following motion was put, moved by Councillor A Grey, seconded by Councillor C Dale:",
            "That the quay be raised.",
            "The following amendment was put:",
            "Add “by a foot”.",
            "The amendment was carried.",
            "The following amendment was put:",
            "Add “or so”.",
            "The amendment fell for want of a seconder.",
            "The substantive motion then read:",
            "That the quay be raised by a foot.",
            "The motion was carried (carried unanimously).",
        ]
    );
}

#[test]
fn actions_stand_below_or_in_their_column() {
    let action = |id, what: &str| Action {
        id: Id(id),
        what: what.into(),
        owner: Some(who(8)),
        due: Some(date(2016, 10, 1)),
        done: false,
    };
    says(
        resolution(Resolution { actions: vec![action(301, "write to the pilot")], ..resolved("so.") }),
        &["RESOLVED that so.", "Action for P Yeo: write to the pilot, by 1 October 2016"],
        &["Resolved: so. | P Yeo: write to the pilot, by 1 October 2016"],
    );
    says(
        PartContent::Actions(vec![action(301, "write to the pilot")]),
        &["Action for P Yeo: write to the pilot, by 1 October 2016"],
        &["write to the pilot | P Yeo, by 1 October 2016"],
    );
}

#[test]
fn notes_petitions_questions_and_call_ins_are_worded() {
    let note = Note { bracketed: true, text: said(&["the tide was out."]), ..Note::default() };
    says(PartContent::Note(note), &["(Note: the tide was out.)"], &["(Note: the tide was out.)"]);
    let petition =
        Petition { subject: "a crane".into(), signatures: Some(12), sponsor: Some(who(1)), ..Petition::default() };
    says(
        PartContent::Petition(petition),
        &["A petition bearing 12 signatures was received concerning a crane and presented by Councillor A Grey."],
        &["A petition bearing 12 signatures was received concerning a crane and presented by Councillor Grey."],
    );
    let question = Question {
        asker: Some(Who::Named("Ms Bell".into())),
        answerer: Some(who(2)),
        question: said(&["asked when."]),
        answer: said(&["said soon."]),
    };
    says(
        PartContent::Question(question),
        &["Question from Ms Bell to Councillor C Dale: asked when.", "Answer from Councillor C Dale: said soon."],
        &["Ms Bell asked when.", "Councillor Dale said soon."],
    );
    let call_in = CallIn {
        decision: "to close the lock".into(),
        notice: Some("DN 4".into()),
        signatories: vec![who(1), who(2)],
        grounds: said(&["No boatman was asked."]),
    };
    assert_eq!(
        part("coventry", PartContent::CallIn(call_in)),
        [
            "Call-in of the decision: to close the lock (decision notice DN 4)",
            "Signatories: Councillors A Grey and C Dale",
            "Grounds for the call-in:",
            "No boatman was asked.",
        ]
    );
}

#[test]
fn an_executive_decision_gives_reasons_options_and_call_in() {
    let executive = ExecutiveDecision {
        reasons: said(&["The bed is silting."]),
        options: said(&["To wait."]),
        call_in_until: Some(date(2016, 9, 22)),
        urgency: Some("spring tides".into()),
    };
    assert_eq!(
        part("coventry", resolution(Resolution { executive: Some(executive), ..resolved("we dredge.") })),
        [
            "RESOLVED that we dredge.",
            "Reasons for the decision:",
            "The bed is silting.",
            "Alternative options considered and rejected:",
            "To wait.",
            "The decision may be called in until 22nd September, 2016.",
            "Call-in was waived for the following reason: spring tides",
        ]
    );
}

#[test]
fn tables_keep_their_headings_and_totals() {
    let cell = |words: &str| said(&[words]);
    let table = Table {
        caption: "Dues".into(),
        columns: ["Berth", "£"].map(|heading| Column { heading: heading.into(), ..Column::default() }).into(),
        rows: vec![
            Row { cells: vec![cell("North"), cell("12.00")], total: false },
            Row { cells: vec![cell("Total")], total: true },
        ],
        row_headings: true,
    };
    let expected = ["Dues", "Berth | £\nNorth | 12.00\nTotal | "];
    says(PartContent::Table(table), &expected, &expected);
    let bare = Table { caption: "Dues".into(), ..Table::default() };
    says(PartContent::Table(bare), &["Dues"], &["Dues"]);
    let empty = || Row { cells: vec![said(&[""]), vec![]], total: false };
    let filled = Row { cells: vec![vec![], said(&["£4"])], total: false };
    let columns = vec![Column::default(), Column::default()];
    let unfilled = Table { columns, rows: vec![empty(), empty()], ..Table::default() };
    says(PartContent::Table(unfilled.clone()), &[], &[]);
    let begun = Table { rows: vec![empty(), filled, empty()], ..unfilled };
    says(PartContent::Table(begun), &[" | £4"], &[" | £4"]);
}

#[test]
fn declarations_are_entered_and_noted_at_their_item() {
    let entry = |id, kind, consequence| Declaration {
        id: Id(id),
        member: who(1),
        kind,
        item: Some(Id(200)),
        nature: Nature::Stated("a cousin keeps a boat there".into()),
        consequence,
        dispensation: None,
        wording: None,
        no_note: false,
    };
    let declared = Item { role: ItemRole::Declarations, ..item(190, "Declarations", vec![]) };
    let mut minutes = minutes(vec![declared, item(200, "Dredging", vec![PartContent::Prose(said(&["Mud."]))])]);
    minutes.declarations.entries = vec![entry(301, InterestKind::Personal, Consequence::Withdrew)];
    let coventry = public(&minutes, "coventry");
    assert!(coventry.contains(
        &"Councillor A Grey declared a personal interest in the matter referred to in Minute 16 below headed 'Dredging' (a \
          cousin keeps a boat there), and withdrew from the meeting during its consideration."
            .to_owned()
    ));
    assert_eq!(
        coventry.last().unwrap(),
        "Note: Councillor A Grey declared a personal interest in this matter, and withdrew from the meeting during its \
         consideration."
    );
    let parish = public(&minutes, "parish").join("\n");
    assert!(parish.contains(
        "Councillor Grey declared a personal interest in minute 16/16 below (Dredging): a cousin keeps a boat there. \
         Councillor Grey withdrew from the meeting during its consideration."
    ));
    minutes.declarations.entries[0].consequence = Consequence::NotRecorded;
    for (style, note) in [
        ("coventry", "Note: Councillor A Grey declared a personal interest in this matter."),
        ("parish", "Councillor Grey declared a personal interest."),
    ] {
        assert!(public(&minutes, style).contains(&note.to_owned()), "{:?}", public(&minutes, style));
    }
    let named = std::mem::replace(&mut minutes.declarations.entries[0].member, Who::Named(" ".into()));
    for style in ["coventry", "parish"] {
        assert!(!public(&minutes, style).join("\n").contains("declared"), "nothing is said of nobody");
    }
    minutes.declarations.entries[0].member = named;
    minutes.declarations.entries[0].no_note = true;
    assert!(!public(&minutes, "coventry").join("\n").contains("Note:"));
    minutes.declarations = Declarations { nil_wording: Some("Nobody had any.".into()), ..Declarations::default() };
    assert!(public(&minutes, "coventry").contains(&"Nobody had any.".to_owned()));
}

#[test]
fn earlier_minutes_are_approved_with_their_corrections() {
    let approved = Item { role: ItemRole::PreviousMinutes, ..item(200, "Dredging", vec![]) };
    let mut minutes = minutes(vec![approved]);
    let meeting =
        |id, month, day| PreviousMeeting { id: Id(id), date: date(2016, month, day), ..PreviousMeeting::default() };
    let below = |minutes: &Minutes, style: &str| {
        let all = public(minutes, style);
        all[all.iter().position(|line| line.contains("Dredging")).unwrap() + 1..].to_vec()
    };
    minutes.previous.meetings = vec![meeting(301, 6, 16)];
    assert_eq!(below(&minutes, "coventry"), ["The minutes of the meeting held on 16th June, 2016 were approved."]);
    minutes.previous.approval = Approval::Signed;
    assert_eq!(
        below(&minutes, "parish")[0],
        "The minutes of the meeting held on 16 June 2016 were approved as a correct record and signed by the Chair."
    );
    minutes.previous.meetings.extend([meeting(302, 7, 1), meeting(303, 7, 22)]);
    let change = Change::Replace { old: "left".into(), new: "right".into() };
    minutes.previous.corrections = vec![Correction { id: Id(310), minute: "4".into(), change, meeting: Some(Id(302)) }];
    assert_eq!(
        below(&minutes, "coventry"),
        [
            "The minutes of the meetings held on 16th June, 2016, 1st July, 2016 and 22nd July, 2016 were approved and signed as a \
         true record, subject to the following correction.",
            "• Minute 4: (meeting of 1 July 2016) \"left\" to be replaced by \"right\"",
        ]
    );
    minutes.previous.meetings.truncate(2);
    minutes.previous.meetings[1].kind = MeetingKind::Annual;
    minutes.previous.corrections.clear();
    assert_eq!(
        below(&minutes, "coventry")[0],
        "The minutes of the meeting held on 16th June, 2016 and the Annual meeting held on 1st July, 2016 were approved and \
         signed as a true record."
    );
}

#[test]
fn citations_take_the_form_that_was_chosen() {
    let cite = |target: CitationTarget, form| Inline::Citation(Citation { target, form, look: Look::default() });
    let other = |year| CitationTarget::Elsewhere { body: None, number: "63".into(), year, date: None, item: None };
    let here = |id| CitationTarget::Here(Id(id));
    let cases = [
        (cite(other(Some(2015)), CitationForm::Minute), "Minute 63/15"),
        (cite(other(Some(2009)), CitationForm::InSentence), "minute 63/09"),
        (cite(other(Some(2015)), CitationForm::Refers), "minute 63/15 refers"),
        (cite(other(None), CitationForm::RefersCapital), "Minute 63 refers"),
        (cite(other(Some(2015)), CitationForm::Number), "63/15"),
        (cite(here(210), CitationForm::Minute), "Minute 16 below"),
        (cite(here(210), CitationForm::Headed), "Minute 16 below headed 'Locks'"),
        (cite(here(211), CitationForm::InSentence), "minute 16(a) below"),
        (cite(here(190), CitationForm::Refers), "minute 14 above refers"),
        (cite(here(220), CitationForm::Minute), "'Welcome'"),
        (cite(here(999), CitationForm::Minute), "[minute not found]"),
    ];
    for (inline, expected) in cases {
        let citing = item(
            200,
            "Dredging",
            vec![PartContent::Prose(vec![Paragraph { text: vec![inline], ..Paragraph::default() }])],
        );
        let before = Item { number: NumberRule::Fixed(14), ..item(190, "Pilots", vec![]) };
        let locks = Item { items: vec![item(211, "Gates", vec![])], ..item(210, "Locks", vec![]) };
        let welcome = Item { number: NumberRule::Unnumbered, ..item(220, "Welcome", vec![]) };
        let all = public(&minutes(vec![before, citing, locks, welcome]), "coventry");
        assert!(all.contains(&expected.to_owned()), "{expected}: {all:#?}");
    }
}

#[test]
fn numbers_are_written_as_the_house_and_the_body_write_them() {
    let subs =
        Item { items: vec![item(211, "Gates", vec![]), item(212, "Sluices", vec![])], ..item(210, "Locks", vec![]) };
    let mut minutes = minutes(vec![item(200, "Dredging", vec![]), subs]);
    minutes.numbering = Numbering { first: 7, prefix: "HB/".into(), ..Numbering::default() };
    let headings = |style| {
        public(&minutes, style)
            .into_iter()
            .filter(|line| ["Dredging", "Locks", "Gates", "Sluices"].iter().any(|title| line.contains(title)))
    };
    assert_eq!(headings("coventry").collect::<Vec<_>>(), ["HB/7. Dredging", "HB/8. Locks", "(a) Gates", "(b) Sluices"]);
    assert_eq!(
        headings("parish").collect::<Vec<_>>(),
        ["HB/07/16 Dredging | Action", "HB/08/16 Locks", "(a) Gates", "(b) Sluices"]
    );
}
