//! What is private is not in the public's document: neither in its text nor in anything around it. And the members' document
//! has it, so that the test would notice if nothing were there at all.

use crate::make::*;
use crate::support::*;
use minutebook::compose::{compose, file_name};
use minutebook::model::*;

/// Words that stand in one private place each.
#[derive(Default)]
struct Secrets(Vec<String>);

impl Secrets {
    fn token(&mut self, place: &str) -> String {
        let token = format!("secret{}{place}", self.0.len());
        self.0.push(token.clone());
        token
    }

    fn prose(&mut self, place: &str) -> Prose {
        said(&[&self.token(place)])
    }

    fn named(&mut self, place: &str) -> Who {
        Who::Named(self.token(place))
    }
}

fn exempt() -> Privacy {
    Privacy::Exempt { paragraphs: vec!["3".into()] }
}

/// One of every kind of part, every text in it secret.
fn secret_parts(secrets: &mut Secrets) -> Vec<PartContent> {
    let movers = Movers {
        mover: Some(secrets.named("mover")),
        seconder: Some(secrets.named("seconder")),
        supporters: vec![secrets.named("supporter")],
    };
    let tally = Tally::Named {
        in_favour: vec![secrets.named("for")],
        against: vec![secrets.named("against")],
        abstained: vec![secrets.named("abstained")],
        not_voting: vec![secrets.named("silent")],
    };
    let casting = Some(CastingVote { who: secrets.named("casting"), in_favour: true });
    let vote = Vote {
        question: Some(secrets.token("question")),
        tally,
        casting,
        reason: Some(secrets.token("votereason")),
        ..Vote::default()
    };
    let action = Action { what: secrets.token("action"), owner: Some(secrets.named("owner")), ..Action::default() };
    let resolution = Resolution {
        lead_in: Some(secrets.token("lead")),
        text: secrets.prose("resolved"),
        recommendation: Some(secrets.token("recommended")),
        outcome: Outcome::Refused { reason: secrets.token("reason") },
        movers,
        vote: Some(vote),
        actions: vec![action],
        executive: Some(ExecutiveDecision {
            reasons: secrets.prose("reasons"),
            options: secrets.prose("options"),
            call_in_until: None,
            urgency: Some(secrets.token("urgency")),
        }),
    };
    let amendment = Amendment { text: secrets.prose("amendment"), ..Amendment::default() };
    let motion = Motion {
        text: secrets.prose("motion"),
        amendments: vec![amendment],
        substantive: secrets.prose("substantive"),
        ..Motion::default()
    };
    let table = Table {
        caption: secrets.token("caption"),
        columns: vec![Column { heading: secrets.token("column"), ..Column::default() }],
        rows: vec![Row { cells: vec![secrets.prose("cell")], total: false }],
        row_headings: false,
    };
    let petition = Petition {
        subject: secrets.token("petition"),
        organiser: Some(secrets.token("organiser")),
        text: secrets.prose("petitiontext"),
        ..Petition::default()
    };
    let question = Question {
        asker: Some(secrets.named("asker")),
        answerer: Some(secrets.named("answerer")),
        question: secrets.prose("asked"),
        answer: secrets.prose("answered"),
    };
    let call_in = CallIn {
        decision: secrets.token("decision"),
        notice: Some(secrets.token("notice")),
        signatories: vec![secrets.named("signatory")],
        grounds: secrets.prose("grounds"),
    };
    let loose = Action { what: secrets.token("loose"), ..Action::default() };
    let note = Note { label: Some(secrets.token("label")), bracketed: false, text: secrets.prose("note") };
    vec![
        PartContent::Prose(secrets.prose("prose")),
        PartContent::Resolution(Box::new(resolution)),
        PartContent::Motion(Box::new(motion)),
        PartContent::Vote(Box::new(Vote { question: Some(secrets.token("alone")), ..Vote::default() })),
        PartContent::Table(table),
        PartContent::Note(note),
        PartContent::Petition(petition),
        PartContent::Question(question),
        PartContent::CallIn(call_in),
        PartContent::Actions(vec![loose]),
    ]
}

fn secret_item(id: u32, secrets: &mut Secrets) -> Item {
    let parts = secret_parts(secrets);
    Item {
        reference: Some(secrets.token("reference")),
        invitees: vec![secrets.named("invitee")],
        origin: Some(Origin { body: secrets.token("origin"), ..Origin::default() }),
        ..item(id, &secrets.token("title"), parts)
    }
}

/// Minutes with a secret in every private place.
fn full_of_secrets(secrets: &mut Secrets) -> Minutes {
    let private = Item { privacy: exempt(), ..secret_item(300, secrets) };
    let mut below = item(400, "Quays", vec![]);
    below.items = vec![Item { privacy: Privacy::Confidential, ..secret_item(410, secrets) }];
    let mut parts = item(500, "Cranes", secret_parts(secrets));
    parts.parts.iter_mut().for_each(|part| part.privacy = exempt());
    let hidden = |words: String| Paragraph { privacy: exempt(), ..Paragraph::plain(words) };
    let all_hidden = Resolution {
        text: vec![hidden(secrets.token("clause"))],
        movers: Movers { mover: Some(secrets.named("clausemover")), ..Movers::default() },
        ..Resolution::default()
    };
    let row = Row { cells: vec![vec![hidden(secrets.token("hiddencell"))]], total: false };
    let mut moved = hidden(secrets.token("marked"));
    moved.text.push(Inline::Moment(Id(904)));
    let cite = |form| Inline::Citation(Citation { target: CitationTarget::Here(Id(300)), form, look: Look::default() });
    let citing =
        Paragraph { text: vec![cite(CitationForm::Headed), cite(CitationForm::Minute)], ..Paragraph::default() };
    let mixed = item(
        600,
        "Ropes",
        vec![
            PartContent::Prose(vec![citing, hidden(secrets.token("paragraph")), moved]),
            PartContent::Resolution(Box::new(all_hidden)),
            PartContent::Table(Table { rows: vec![row], ..Table::default() }),
        ],
    );
    let target = ExclusionTarget { item: Id(300), paragraphs: vec!["3".into()], gloss: Some(secrets.token("gloss")) };
    let exclusion = Exclusion { targets: vec![target], statute: None, public_interest: true };
    let outcome = Outcome::PublicExcluded(exclusion);
    let excluding = item(
        700,
        "Exclusion",
        vec![PartContent::Resolution(Box::new(Resolution { outcome, ..Resolution::default() }))],
    );
    let mut stubbed = secret_item(800, secrets);
    let mut stub_text = said(&["The public may know this."]);
    stub_text.push(hidden(secrets.token("stub")));
    stubbed.public_version = PublicVersion::Stub { title: "Fit for the public".into(), text: stub_text };
    stubbed.items = vec![secret_item(850, secrets)];
    let declared = Item { role: ItemRole::Declarations, ..item(190, "Declarations", vec![]) };
    let mut minutes = minutes(vec![declared, private, below, parts, mixed, excluding]);
    minutes.business.push(Section {
        id: Id(111),
        kind: SectionKind::Private,
        items: vec![secret_item(890, secrets), stubbed],
        ..Section::default()
    });
    minutes.business.push(Section {
        id: Id(112),
        kind: SectionKind::Private,
        heading: Some("Told to all".to_owned()),
        items: vec![secret_item(950, secrets)],
        ..Section::default()
    });
    around(&mut minutes, secrets);
    minutes
}

/// The secrets that stand outside the business.
fn around(minutes: &mut Minutes, secrets: &mut Secrets) {
    let entry = |id, item, nature, wording| Declaration {
        id: Id(id),
        member: who(1),
        kind: InterestKind::Personal,
        item,
        nature,
        consequence: Consequence::Withdrew,
        dispensation: None,
        wording,
        no_note: false,
    };
    let withheld = Nature::Withheld(secrets.token("withheld"));
    let stated = Nature::Stated(secrets.token("stated"));
    minutes.declarations.entries = vec![
        entry(901, Some(Id(600)), withheld, None),
        entry(902, Some(Id(300)), stated, None),
        Declaration {
            consequence: Consequence::Other(secrets.token("consequence")),
            dispensation: Some(secrets.token("dispensation")),
            ..entry(903, Some(Id(890)), Nature::NotStated, None)
        },
    ];
    let movement = |id, item, remark| Movement {
        id: Id(id),
        who: who(2),
        kind: MovementKind::Left,
        time: None,
        approximate: false,
        item,
        remark: Some(remark),
    };
    let stranger = Movement { who: secrets.named("stranger"), ..movement(905, Some(Id(300)), secrets.token("remark")) };
    minutes.attendance.movements = vec![movement(904, None, secrets.token("moved")), stranger];
    let reason = Some(secrets.token("chairreason"));
    minutes.attendance.chairs = vec![Chairing {
        id: Id(906),
        who: who(1),
        from: None,
        until: None,
        item: Some(Id(300)),
        last_item: None,
        reason,
    }];
    let reason = Some(secrets.token("pause"));
    minutes.meeting.adjournments =
        vec![Adjournment { id: Id(907), reason, item: Some(Id(890)), ..Adjournment::default() }];
}

#[test]
fn nothing_private_is_in_the_publics_document() {
    let mut secrets = Secrets::default();
    let minutes = full_of_secrets(&mut secrets);
    for name in ["coventry", "parish"] {
        let style = style(name);
        let document = compose(&minutes, &style, Audience::Public);
        let all = format!("{document:?} {}", file_name(&minutes, &style, Audience::Public)).to_lowercase();
        let told: Vec<_> = secrets.0.iter().filter(|token| all.contains(*token)).collect();
        assert!(told.is_empty(), "{name} tells {told:?}");
        let lines = lines(&document);
        for kept in ["Told to all", "Quays", "Cranes", "Ropes", "The public may know this.", "Fit for the public"] {
            assert!(lines.iter().any(|line| line.contains(kept)), "{name} lacks {kept}");
        }
    }
}

#[test]
fn the_members_document_has_it() {
    let mut secrets = Secrets::default();
    let minutes = full_of_secrets(&mut secrets);
    let document = compose(&minutes, &style("coventry"), Audience::Members);
    let all = format!("{document:?}");
    let untold: Vec<_> = secrets.0.iter().filter(|token| !all.contains(*token)).collect();
    // What a public version says is for the public alone, and a vote that does not stand alone needs no question.
    let expected = untold.iter().all(|token| token.ends_with("stub") || token.ends_with("question"));
    assert!(expected, "{untold:?}");
    let furniture: Vec<_> = document.page.furniture.iter().map(|line| text(&line.text)).collect();
    assert!(furniture.iter().any(|line| line.contains("not for publication")), "{furniture:?}");
}

#[test]
fn the_clerks_own_notes_are_for_nobody() {
    let mut secrets = Secrets::default();
    let notes = vec![RoughNote { time: None, text: secrets.token("rough") }];
    let back = Paragraph { text: vec![Inline::ComeBack(secrets.token("back"))], ..Paragraph::default() };
    let mut minutes = minutes(vec![Item { notes, ..item(200, "Dredging", vec![PartContent::Prose(vec![back])]) }]);
    let dismissal = Dismissal { reason: secrets.token("dismissed"), ..Dismissal::default() };
    minutes.record.dismissed = vec![dismissal];
    minutes.record.ignored_words = vec![secrets.token("word")];
    for audience in [Audience::Public, Audience::Members] {
        let all = format!("{:?}", compose(&minutes, &style("coventry"), audience));
        assert!(secrets.0.iter().all(|token| !all.contains(token)));
    }
}

#[test]
fn what_is_withheld_leaves_its_numbers_in_place() {
    let clause =
        |words: &str, privacy| Paragraph { privacy, ..listed(ParagraphKind::Numbered(Enclosure::Stop), 0, words) };
    let clauses = vec![clause("one", Privacy::Public), clause("two", exempt()), clause("three", Privacy::Public)];
    let hidden = Item { privacy: exempt(), ..item(210, "Offer", vec![]) };
    let minutes =
        minutes(vec![item(200, "Dredging", vec![PartContent::Prose(clauses)]), hidden, item(220, "Locks", vec![])]);
    let public = public(&minutes, "coventry");
    let at = public.iter().position(|line| line == "15. Dredging").unwrap();
    assert_eq!(public[at + 1..], ["1. one", "3. three", "17. Locks"]);
}
