//! Random minutes: every variant of the model, ids that are unique and not zero, texts that are as nasty as they come.
//!
//! `minutes()` is the whole strategy; `minutes_of(texts)` takes the texts from another one, for tests that can only bear
//! some characters. Sizes are moderate: a document is a few pages. References point anywhere, also at nothing.

#![allow(dead_code, reason = "each test binary uses what it needs")]

use minutebook::model::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// Random minutes with nasty texts.
pub fn minutes() -> BoxedStrategy<Minutes> {
    minutes_of(text())
}

/// Random minutes whose texts come from a strategy.
pub fn minutes_of(texts: BoxedStrategy<String>) -> BoxedStrategy<Minutes> {
    Model { text: texts }.minutes()
}

/// Texts with quotes, backslashes, brackets, white space of all kinds, combining characters and any other Unicode.
pub fn text() -> BoxedStrategy<String> {
    let nasty = prop::sample::select(vec![
        "\"",
        "'",
        "\\",
        "\\\"",
        "“",
        "”",
        "‘",
        "’",
        "\n",
        "\t",
        "\r\n",
        "\r",
        "\0",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "(",
        "[",
        "{",
        ")]}",
        ",",
        ":",
        "//",
        "/*",
        "*/",
        "r#\"",
        "\"#",
        "e\u{301}",
        "\u{301}",
        "ŵ",
        "ﬁ",
        "עברית",
        "👩‍👧",
        "\u{feff}",
        "\u{200e}",
        "Some",
        "None",
        "id: 1",
        "16th",
        "–",
        "\u{a0}",
        "  ",
        "#![enable(x)]",
    ]);
    let piece = prop_oneof![
        4 => "[A-Za-z][a-z]{0,8}[ ,.']{0,2}".boxed(),
        2 => nasty.prop_map(str::to_string).boxed(),
        1 => any::<char>().prop_map(String::from).boxed(),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat()).boxed()
}

/// Days of the calendar between the years 1 and 9999.
pub fn date() -> BoxedStrategy<Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
        .boxed()
}

/// Times of day.
pub fn time() -> BoxedStrategy<Time> {
    (0_u8..24, 0_u8..60).prop_filter_map("no such time", |(hour, minute)| Time::new(hour, minute)).boxed()
}

/// A value of a list of constants.
fn one<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> BoxedStrategy<T> {
    prop::sample::select(values.to_vec()).boxed()
}

fn id() -> BoxedStrategy<Id> {
    (1_u32..200).prop_map(Id).boxed()
}

fn year() -> BoxedStrategy<Option<i16>> {
    of(1_i16..=9999).boxed()
}

/// The strategies of the model's types, over one of texts.
struct Model {
    text: BoxedStrategy<String>,
}

impl Model {
    fn text(&self) -> BoxedStrategy<String> {
        self.text.clone()
    }

    fn opt(&self) -> BoxedStrategy<Option<String>> {
        of(self.text()).boxed()
    }

    fn texts(&self) -> BoxedStrategy<Vec<String>> {
        vec(self.text(), 0..3).boxed()
    }

    fn minutes(&self) -> BoxedStrategy<Minutes> {
        let first = (self.house(), self.meeting(), self.numbering(), self.attendance(), self.declarations());
        let second = (self.previous(), vec(self.section(), 0..3), self.closing(), self.record(), 0_u32..100);
        (first, second)
            .prop_map(|((house, meeting, numbering, attendance, declarations), second)| {
                let (previous, business, closing, record, before) = second;
                let mut minutes = Minutes {
                    house,
                    meeting,
                    numbering,
                    attendance,
                    declarations,
                    previous,
                    business,
                    closing,
                    record,
                };
                number(&mut minutes, before);
                minutes
            })
            .boxed()
    }

    fn house(&self) -> BoxedStrategy<House> {
        (self.text(), self.text(), self.text(), self.text(), self.language(), self.opt())
            .prop_map(|(style, council, body, body_short, language, title)| House {
                style,
                council,
                body,
                body_short,
                language,
                title,
            })
            .boxed()
    }

    fn language(&self) -> BoxedStrategy<Language> {
        one(&["", "cy", "en-GB", "gd"]).prop_map(|tag| Language(tag.into())).boxed()
    }

    fn meeting(&self) -> BoxedStrategy<Meeting> {
        let head = (self.meeting_kind(), date(), of(time()), self.opt(), any::<bool>(), self.opt(), self.opt());
        (head, of(date()), self.opt(), vec(self.adjournment(), 0..3))
            .prop_map(|(head, rearranged_from, notice, adjournments)| {
                let (kind, date, start, venue, remote, remote_link, reference) = head;
                Meeting {
                    kind,
                    date,
                    start,
                    venue,
                    remote,
                    remote_link,
                    reference,
                    rearranged_from,
                    notice,
                    adjournments,
                }
            })
            .boxed()
    }

    fn meeting_kind(&self) -> BoxedStrategy<MeetingKind> {
        use MeetingKind::*;
        prop_oneof![one(&[Ordinary, Annual, Extraordinary, Additional, Special, Hearing]), self.text().prop_map(Other)]
            .boxed()
    }

    fn adjournment(&self) -> BoxedStrategy<Adjournment> {
        let resumption = (of(date()), of(time()), vec(self.who(), 0..3)).prop_map(|(date, time, present)| Resumption {
            date,
            time,
            present,
        });
        (of(time()), self.opt(), of(id()), of(resumption))
            .prop_map(|(time, reason, item, resumption)| Adjournment { id: Id::NONE, time, reason, item, resumption })
            .boxed()
    }

    fn numbering(&self) -> BoxedStrategy<Numbering> {
        let restart = one(&[Restart::MunicipalYear, Restart::Meeting, Restart::Never]);
        (any::<u32>(), restart, self.text(), year())
            .prop_map(|(first, restart, prefix, year)| Numbering { first, restart, prefix, year })
            .boxed()
    }

    fn who(&self) -> BoxedStrategy<Who> {
        prop_oneof![id().prop_map(Who::Person), self.text().prop_map(Who::Named)].boxed()
    }

    fn whos(&self) -> BoxedStrategy<Vec<Who>> {
        vec(self.who(), 0..3).boxed()
    }

    fn attendance(&self) -> BoxedStrategy<Attendance> {
        (
            vec(self.group(), 0..3),
            of(any::<u32>()),
            of(any::<u32>()),
            vec(self.movement(), 0..3),
            vec(self.chairing(), 0..2),
        )
            .prop_map(|(groups, public, quorum, movements, chairs)| Attendance {
                groups,
                public,
                quorum,
                movements,
                chairs,
            })
            .boxed()
    }

    fn class(&self) -> BoxedStrategy<MembershipClass> {
        use MembershipClass::*;
        one(&[Member, CoOpted, Councillor, Officer, Other])
    }

    fn group(&self) -> BoxedStrategy<Group> {
        use GroupLayout::*;
        let layout = of(one(&[Beside, Below, RunIn, TwoColumns, ByOrganisation]));
        (self.text(), self.language(), self.class(), layout, vec(self.person(), 0..4))
            .prop_map(|(label, language, class, layout, people)| Group {
                id: Id::NONE,
                label,
                language,
                class,
                layout,
                people,
            })
            .boxed()
    }

    fn person(&self) -> BoxedStrategy<Person> {
        let presence = prop_oneof![
            one(&[Presence::Present, Presence::Absent, Presence::NotExpected]),
            self.opt().prop_map(|reason| Presence::Apologies { reason }),
        ];
        let entitlement = prop_oneof![
            one(&[Entitlement::OfClass, Entitlement::Everything, Entitlement::Nothing]),
            self.text().prop_map(Entitlement::Some),
        ];
        let name = (self.text(), self.text(), self.text(), self.text(), self.text());
        let post = (self.text(), self.text(), self.text(), self.text(), self.text(), self.class());
        (name, post, presence, of(self.who()), any::<bool>(), entitlement)
            .prop_map(|(name, post, state, substitute_for, remote, entitlement)| {
                let (title, given, surname, honours, role) = name;
                let (organisation, post, ward, initials, remark, class) = post;
                Person {
                    id: Id::NONE,
                    title,
                    given,
                    surname,
                    honours,
                    role,
                    organisation,
                    post,
                    ward,
                    initials,
                    remark,
                    class,
                    state,
                    substitute_for,
                    remote,
                    entitlement,
                }
            })
            .boxed()
    }

    fn movement(&self) -> BoxedStrategy<Movement> {
        use MovementKind::*;
        let kind = one(&[Arrived, Left, Returned, Withdrew]);
        (self.who(), kind, of(time()), any::<bool>(), of(id()), self.opt())
            .prop_map(|(who, kind, time, approximate, item, remark)| Movement {
                id: Id::NONE,
                who,
                kind,
                time,
                approximate,
                item,
                remark,
            })
            .boxed()
    }

    fn chairing(&self) -> BoxedStrategy<Chairing> {
        (self.who(), of(time()), of(time()), of(id()), of(id()), self.opt())
            .prop_map(|(who, from, until, item, last_item, reason)| Chairing {
                id: Id::NONE,
                who,
                from,
                until,
                item,
                last_item,
                reason,
            })
            .boxed()
    }

    fn declarations(&self) -> BoxedStrategy<Declarations> {
        (self.opt(), vec(self.declaration(), 0..3), self.prose())
            .prop_map(|(nil_wording, entries, dispensations)| Declarations { nil_wording, entries, dispensations })
            .boxed()
    }

    fn declaration(&self) -> BoxedStrategy<Declaration> {
        let nature = prop_oneof![
            Just(Nature::NotStated),
            self.text().prop_map(Nature::Stated),
            self.text().prop_map(Nature::Withheld)
        ];
        let what = (self.who(), self.interest(), of(id()), nature, self.consequence());
        (what, self.opt(), of(self.prose()), any::<bool>())
            .prop_map(|((member, kind, item, nature, consequence), dispensation, wording, no_note)| Declaration {
                id: Id::NONE,
                member,
                kind,
                item,
                nature,
                consequence,
                dispensation,
                wording,
                no_note,
            })
            .boxed()
    }

    fn interest(&self) -> BoxedStrategy<InterestKind> {
        use InterestKind::*;
        let known = [
            DisclosablePecuniary,
            Pecuniary,
            Other,
            Personal,
            Prejudicial,
            NonPecuniary,
            NonRegistrable,
            Lobbying,
            Unqualified,
        ];
        prop_oneof![one(&known), self.text().prop_map(Named)].boxed()
    }

    fn consequence(&self) -> BoxedStrategy<Consequence> {
        use Consequence::*;
        let known = [NotRecorded, TookPart, SpokeWithoutVote, SpokeThenWithdrew, NoPart, Withdrew];
        prop_oneof![one(&known), self.text().prop_map(Other)].boxed()
    }

    fn previous(&self) -> BoxedStrategy<PreviousMinutes> {
        use Approval::*;
        let approval = one(&[Approved, Signed, Agreed, NotApproved, Deferred]);
        let meeting = (date(), self.meeting_kind(), self.opt()).prop_map(|(date, kind, body)| PreviousMeeting {
            id: Id::NONE,
            date,
            kind,
            body,
        });
        (vec(meeting, 0..3), approval, of(self.prose()), vec(self.correction(), 0..3), self.movers(), of(self.vote()))
            .prop_map(|(meetings, approval, wording, corrections, movers, vote)| PreviousMinutes {
                meetings,
                approval,
                wording,
                corrections,
                movers,
                vote,
            })
            .boxed()
    }

    fn correction(&self) -> BoxedStrategy<Correction> {
        let two = || (self.text(), self.text());
        let change = prop_oneof![
            two().prop_map(|(old, new)| Change::Replace { old, new }),
            two().prop_map(|(after, text)| Change::Insert { after, text }),
            self.text().prop_map(|text| Change::Delete { text }),
            two().prop_map(|(name, list)| Change::AddPerson { name, list }),
            self.text().prop_map(Change::Other),
        ];
        (of(id()), self.text(), change)
            .prop_map(|(meeting, minute, change)| Correction { id: Id::NONE, meeting, minute, change })
            .boxed()
    }

    fn movers(&self) -> BoxedStrategy<Movers> {
        (of(self.who()), of(self.who()), self.whos())
            .prop_map(|(mover, seconder, supporters)| Movers { mover, seconder, supporters })
            .boxed()
    }

    fn result(&self) -> BoxedStrategy<MotionResult> {
        use MotionResult::*;
        one(&[Open, Carried, Lost, Withdrawn, Accepted, NotSeconded, Fell])
    }

    fn vote(&self) -> BoxedStrategy<Vote> {
        let casting = (self.who(), any::<bool>()).prop_map(|(who, in_favour)| CastingVote { who, in_favour });
        (self.opt(), self.tally(), self.result(), of(casting), self.opt())
            .prop_map(|(question, tally, result, casting, reason)| Vote { question, tally, result, casting, reason })
            .boxed()
    }

    fn tally(&self) -> BoxedStrategy<Tally> {
        use VoteWords::*;
        let known = [Carried, Lost, Unanimous, AllAgreed, AllInFavour, Majority];
        let words = prop_oneof![one(&known), self.text().prop_map(Other)];
        prop_oneof![
            words.prop_map(Tally::Words),
            (any::<u32>(), any::<u32>(), 0_u32..3, 0_u32..3).prop_map(|(in_favour, against, abstained, not_voting)| {
                Tally::Counts { in_favour, against, abstained, not_voting }
            }),
            (self.whos(), self.whos(), self.whos(), self.whos()).prop_map(
                |(in_favour, against, abstained, not_voting)| Tally::Named {
                    in_favour,
                    against,
                    abstained,
                    not_voting
                }
            ),
        ]
        .boxed()
    }

    fn section(&self) -> BoxedStrategy<Section> {
        let kind = one(&[SectionKind::Public, SectionKind::Private]);
        (kind, self.opt(), self.language(), vec(self.item(), 0..3))
            .prop_map(|(kind, heading, language, items)| Section { id: Id::NONE, kind, heading, language, items })
            .boxed()
    }

    fn privacy(&self) -> BoxedStrategy<Privacy> {
        prop_oneof![
            3 => Just(Privacy::Public),
            1 => self.texts().prop_map(|paragraphs| Privacy::Exempt { paragraphs }),
            1 => Just(Privacy::Confidential),
        ]
        .boxed()
    }

    fn item(&self) -> BoxedStrategy<Item> {
        let leaf = self.flat_item().boxed();
        leaf.prop_recursive(3, 6, 2, |inner| {
            (inner.clone(), vec(inner, 0..3)).prop_map(|(item, items)| Item { items, ..item })
        })
        .boxed()
    }

    fn flat_item(&self) -> BoxedStrategy<Item> {
        use ItemRole::*;
        let role = one(&[Ordinary, Declarations, PreviousMinutes, Apologies, Substitutes, OtherBusiness, NextMeeting]);
        let number =
            prop_oneof![one(&[NumberRule::Computed, NumberRule::Unnumbered]), any::<u32>().prop_map(NumberRule::Fixed)];
        let version = prop_oneof![
            Just(PublicVersion::Withheld),
            (self.text(), self.prose()).prop_map(|(title, text)| PublicVersion::Stub { title, text }),
        ];
        let origin =
            (self.text(), of(date()), self.opt()).prop_map(|(body, date, reference)| Origin { body, date, reference });
        let note = (of(time()), self.text()).prop_map(|(time, text)| RoughNote { time, text });
        let head = (role, self.opt(), number, of(any::<u32>()), self.text(), self.privacy(), version);
        let flags = (any::<bool>(), any::<bool>(), any::<bool>());
        let head = (head, self.opt(), self.language());
        (head, flags, self.whos(), of(origin), vec(note, 0..2), vec(self.part(), 0..3))
            .prop_map(|(head, (out_of_turn, deferred, budget), invitees, origin, notes, parts)| {
                let ((role, agenda, number, frozen, title, privacy, public_version), reference, language) = head;
                Item {
                    id: Id::NONE,
                    role,
                    agenda,
                    number,
                    frozen,
                    reference,
                    title,
                    language,
                    privacy,
                    public_version,
                    out_of_turn,
                    deferred,
                    budget,
                    invitees,
                    origin,
                    notes,
                    parts,
                    items: Vec::new(),
                }
            })
            .boxed()
    }

    fn part(&self) -> BoxedStrategy<Part> {
        let note = (self.opt(), any::<bool>(), self.prose()).prop_map(|(label, bracketed, text)| Note {
            label,
            bracketed,
            text,
        });
        let petition = (self.text(), of(any::<u32>()), self.opt(), of(self.who()), self.prose()).prop_map(
            |(subject, signatures, organiser, sponsor, text)| Petition {
                subject,
                signatures,
                organiser,
                sponsor,
                text,
            },
        );
        let question = (of(self.who()), of(self.who()), self.prose(), self.prose())
            .prop_map(|(asker, answerer, question, answer)| Question { asker, answerer, question, answer });
        let call_in = (self.text(), self.opt(), self.whos(), self.prose())
            .prop_map(|(decision, notice, signatories, grounds)| CallIn { decision, notice, signatories, grounds });
        let content = prop_oneof![
            3 => self.prose().prop_map(PartContent::Prose),
            2 => self.resolution().prop_map(|resolution| PartContent::Resolution(Box::new(resolution))),
            1 => self.motion().prop_map(|motion| PartContent::Motion(Box::new(motion))),
            1 => self.vote().prop_map(|vote| PartContent::Vote(Box::new(vote))),
            1 => self.table().prop_map(PartContent::Table),
            1 => note.prop_map(PartContent::Note),
            1 => petition.prop_map(PartContent::Petition),
            1 => question.prop_map(PartContent::Question),
            1 => call_in.prop_map(PartContent::CallIn),
            1 => vec(self.action(), 0..3).prop_map(PartContent::Actions),
        ];
        (self.privacy(), content).prop_map(|(privacy, content)| Part { id: Id::NONE, privacy, content }).boxed()
    }

    fn action(&self) -> BoxedStrategy<Action> {
        (self.text(), of(self.who()), of(date()), any::<bool>())
            .prop_map(|(what, owner, due, done)| Action { id: Id::NONE, what, owner, due, done })
            .boxed()
    }

    fn resolution(&self) -> BoxedStrategy<Resolution> {
        let executive = (self.prose(), self.prose(), of(date()), self.opt()).prop_map(
            |(reasons, options, call_in_until, urgency)| ExecutiveDecision { reasons, options, call_in_until, urgency },
        );
        let text = (self.opt(), self.prose(), self.outcome(), self.movers());
        (text, self.opt(), of(self.vote()), vec(self.action(), 0..3), of(executive))
            .prop_map(|((lead_in, text, outcome, movers), recommendation, vote, actions, executive)| Resolution {
                lead_in,
                text,
                recommendation,
                outcome,
                movers,
                vote,
                actions,
                executive,
            })
            .boxed()
    }

    fn outcome(&self) -> BoxedStrategy<Outcome> {
        use Outcome::*;
        let plain = [Unclassed, Noted, Approved, Agreed, Appointed, PublicReadmitted, Procedural];
        let target = (id(), self.texts(), self.opt()).prop_map(|(item, paragraphs, gloss)| ExclusionTarget {
            item,
            paragraphs,
            gloss,
        });
        let exclusion = (vec(target, 0..3), self.opt(), any::<bool>())
            .prop_map(|(targets, statute, public_interest)| Exclusion { targets, statute, public_interest });
        prop_oneof![
            one(&plain),
            self.text().prop_map(|to| Recommended { to }),
            self.text().prop_map(|to| Referred { to }),
            self.text().prop_map(|from| Requested { from }),
            self.opt().prop_map(|until| Deferred { until }),
            self.text().prop_map(|reason| Refused { reason }),
            self.opt().prop_map(|conditions| Granted { conditions }),
            exclusion.prop_map(PublicExcluded),
            self.text().prop_map(Other),
        ]
        .boxed()
    }

    fn motion(&self) -> BoxedStrategy<Motion> {
        let amendment = (self.prose(), self.movers(), of(self.vote()), self.result())
            .prop_map(|(text, movers, vote, result)| Amendment { id: Id::NONE, text, movers, vote, result });
        let head = (self.prose(), any::<bool>(), self.movers(), vec(amendment, 0..2));
        (head, self.prose(), of(self.vote()), self.result())
            .prop_map(|((text, procedural, movers, amendments), substantive, vote, result)| Motion {
                text,
                procedural,
                movers,
                amendments,
                substantive,
                vote,
                result,
            })
            .boxed()
    }

    fn table(&self) -> BoxedStrategy<Table> {
        let align = one(&[CellAlign::Left, CellAlign::Right, CellAlign::Centre]);
        let column = (self.text(), self.language(), any::<u16>(), align)
            .prop_map(|(heading, language, share, align)| Column { heading, language, share, align });
        let cells = vec(vec(self.paragraph(), 0..2), 3);
        let row = (cells, any::<bool>()).prop_map(|(cells, total)| Row { cells, total });
        (self.text(), vec(column, 0..4), vec(row, 0..3), any::<bool>())
            .prop_map(|(caption, columns, mut rows, row_headings)| {
                rows.iter_mut().for_each(|row| row.cells.resize(columns.len(), Prose::new()));
                Table { caption, columns, rows, row_headings }
            })
            .boxed()
    }

    fn closing(&self) -> BoxedStrategy<Closing> {
        let next = (date(), of(time()), self.opt()).prop_map(|(date, start, venue)| NextMeeting { date, start, venue });
        (of(time()), self.opt(), of(next), self.prose())
            .prop_map(|(closed, wording, next, remarks)| Closing { closed, wording, next, remarks })
            .boxed()
    }

    fn record(&self) -> BoxedStrategy<Record> {
        let circulated = (date(), self.text()).prop_map(|(on, by)| Circulated { on, by });
        let approved = (date(), self.text(), self.opt(), vec(self.correction(), 0..2))
            .prop_map(|(on, by, body, corrections)| Approved { on, by, body, corrections });
        let signed = (date(), self.text()).prop_map(|(on, by)| Signed { on, by });
        let dismissal =
            (self.text(), of(id()), self.text()).prop_map(|(check, at, reason)| Dismissal { check, at, reason });
        let way = (any::<u32>(), of(circulated), of(approved), of(signed), self.opt());
        (way, vec(dismissal, 0..2), self.texts())
            .prop_map(|((revision, circulated, approved, signed, digest), dismissed, ignored_words)| Record {
                revision,
                circulated,
                approved,
                signed,
                digest,
                dismissed,
                ignored_words,
            })
            .boxed()
    }

    fn prose(&self) -> BoxedStrategy<Prose> {
        vec(self.paragraph(), 0..3).boxed()
    }

    fn paragraph(&self) -> BoxedStrategy<Paragraph> {
        use ParagraphKind::*;
        let enclosure = || one(&[Enclosure::Stop, Enclosure::Bracket, Enclosure::Brackets, Enclosure::Decimal]);
        let kind = prop_oneof![
            one(&[Body, Bullet, Quotation]),
            enclosure().prop_map(Numbered),
            enclosure().prop_map(Lettered),
            enclosure().prop_map(Roman),
        ];
        (kind, 0_u8..=4, of(0_u32..2000), self.privacy(), vec(self.inline(), 0..4))
            .prop_map(|(kind, level, start, privacy, text)| Paragraph { kind, level, start, privacy, text })
            .boxed()
    }

    fn look(&self) -> BoxedStrategy<Look> {
        (any::<bool>(), any::<bool>(), any::<bool>(), self.language())
            .prop_map(|(bold, italic, superscript, language)| Look { bold, italic, superscript, language })
            .boxed()
    }

    fn inline(&self) -> BoxedStrategy<Inline> {
        let run = (self.text(), self.look()).prop_map(|(text, look)| Run { text, look });
        prop_oneof![
            6 => run.prop_map(Inline::Text),
            1 => self.citation().prop_map(Inline::Citation),
            1 => self.mention().prop_map(Inline::Person),
            1 => self.text().prop_map(Inline::Slot),
            1 => self.text().prop_map(Inline::ComeBack),
            1 => id().prop_map(Inline::Moment),
        ]
        .boxed()
    }

    fn citation(&self) -> BoxedStrategy<Citation> {
        use CitationForm::*;
        let target = prop_oneof![
            id().prop_map(CitationTarget::Here),
            (self.opt(), self.text(), year(), of(date()), of(id())).prop_map(|(body, number, year, date, item)| {
                CitationTarget::Elsewhere { body, number, year, date, item }
            }),
        ];
        let form = one(&[Minute, InSentence, Refers, RefersCapital, Number, Headed]);
        (target, form, self.look()).prop_map(|(target, form, look)| Citation { target, form, look }).boxed()
    }

    fn mention(&self) -> BoxedStrategy<Mention> {
        use NameForm::*;
        (id(), one(&[Short, Titled, Surname, Initials, Role]), self.look())
            .prop_map(|(person, form, look)| Mention { person, form, look })
            .boxed()
    }
}

/// Gives each node an id of its own, above `before`.
fn number(minutes: &mut Minutes, before: u32) {
    let mut last = before;
    let mut next = |id: &mut Id| {
        last += 1;
        *id = Id(last);
    };
    minutes.meeting.adjournments.iter_mut().for_each(|adjournment| next(&mut adjournment.id));
    for group in &mut minutes.attendance.groups {
        next(&mut group.id);
        group.people.iter_mut().for_each(|person| next(&mut person.id));
    }
    minutes.attendance.movements.iter_mut().for_each(|movement| next(&mut movement.id));
    minutes.attendance.chairs.iter_mut().for_each(|chairing| next(&mut chairing.id));
    minutes.declarations.entries.iter_mut().for_each(|declaration| next(&mut declaration.id));
    minutes.previous.meetings.iter_mut().for_each(|meeting| next(&mut meeting.id));
    minutes.previous.corrections.iter_mut().for_each(|correction| next(&mut correction.id));
    if let Some(approved) = &mut minutes.record.approved {
        approved.corrections.iter_mut().for_each(|correction| next(&mut correction.id));
    }
    for section in &mut minutes.business {
        next(&mut section.id);
        number_items(&mut section.items, &mut next);
    }
}

fn number_items(items: &mut [Item], next: &mut impl FnMut(&mut Id)) {
    for item in items {
        next(&mut item.id);
        for part in &mut item.parts {
            next(&mut part.id);
            match &mut part.content {
                PartContent::Resolution(resolution) => resolution.actions.iter_mut().for_each(|a| next(&mut a.id)),
                PartContent::Motion(motion) => motion.amendments.iter_mut().for_each(|a| next(&mut a.id)),
                PartContent::Actions(actions) => actions.iter_mut().for_each(|action| next(&mut action.id)),
                PartContent::Prose(_)
                | PartContent::Vote(_)
                | PartContent::Table(_)
                | PartContent::Note(_)
                | PartContent::Petition(_)
                | PartContent::Question(_)
                | PartContent::CallIn(_) => {}
            }
        }
        number_items(&mut item.items, next);
    }
}
