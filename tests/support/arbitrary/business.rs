//! Random business: sections, items and all that a minute may hold.

use super::{Model, date, id, one, time};
use minutebook::model::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

impl Model {
    pub(super) fn section(&self) -> BoxedStrategy<Section> {
        let kind = one(&[SectionKind::Public, SectionKind::Private]);
        (kind, self.opt(), self.language(), vec(self.item(), 0..3))
            .prop_map(|(kind, heading, language, items)| Section { id: Id::NONE, kind, heading, language, items })
            .boxed()
    }

    pub(super) fn privacy(&self) -> BoxedStrategy<Privacy> {
        prop_oneof![
            3 => Just(Privacy::Public),
            1 => self.texts().prop_map(|paragraphs| Privacy::Exempt { paragraphs }),
            1 => Just(Privacy::Confidential),
        ]
        .boxed()
    }

    pub(super) fn item(&self) -> BoxedStrategy<Item> {
        let leaf = self.flat_item().boxed();
        leaf.prop_recursive(3, 6, 2, |inner| {
            (inner.clone(), vec(inner, 0..3)).prop_map(|(item, items)| Item { items, ..item })
        })
        .boxed()
    }

    pub(super) fn flat_item(&self) -> BoxedStrategy<Item> {
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

    pub(super) fn part(&self) -> BoxedStrategy<Part> {
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

    pub(super) fn action(&self) -> BoxedStrategy<Action> {
        (self.text(), of(self.who()), of(date()), any::<bool>())
            .prop_map(|(what, owner, due, done)| Action { id: Id::NONE, what, owner, due, done })
            .boxed()
    }

    pub(super) fn resolution(&self) -> BoxedStrategy<Resolution> {
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

    pub(super) fn outcome(&self) -> BoxedStrategy<Outcome> {
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

    pub(super) fn motion(&self) -> BoxedStrategy<Motion> {
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

    pub(super) fn table(&self) -> BoxedStrategy<Table> {
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
}
