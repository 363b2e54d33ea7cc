//! Random declarations, earlier minutes and votes.

use super::{Model, date, id, one};
use minutebook::model::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

impl Model {
    pub(super) fn declarations(&self) -> BoxedStrategy<Declarations> {
        (self.opt(), vec(self.declaration(), 0..3), self.prose())
            .prop_map(|(nil_wording, entries, dispensations)| Declarations { nil_wording, entries, dispensations })
            .boxed()
    }

    pub(super) fn declaration(&self) -> BoxedStrategy<Declaration> {
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

    pub(super) fn interest(&self) -> BoxedStrategy<InterestKind> {
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

    pub(super) fn consequence(&self) -> BoxedStrategy<Consequence> {
        use Consequence::*;
        let known = [NotRecorded, TookPart, SpokeWithoutVote, SpokeThenWithdrew, NoPart, Withdrew];
        prop_oneof![one(&known), self.text().prop_map(Other)].boxed()
    }

    pub(super) fn previous(&self) -> BoxedStrategy<PreviousMinutes> {
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

    pub(super) fn correction(&self) -> BoxedStrategy<Correction> {
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

    pub(super) fn movers(&self) -> BoxedStrategy<Movers> {
        (of(self.who()), of(self.who()), self.whos())
            .prop_map(|(mover, seconder, supporters)| Movers { mover, seconder, supporters })
            .boxed()
    }

    pub(super) fn result(&self) -> BoxedStrategy<MotionResult> {
        use MotionResult::*;
        one(&[Open, Carried, Lost, Withdrawn, Accepted, NotSeconded, Fell])
    }

    pub(super) fn vote(&self) -> BoxedStrategy<Vote> {
        let casting = (self.who(), any::<bool>()).prop_map(|(who, in_favour)| CastingVote { who, in_favour });
        (self.opt(), self.tally(), self.result(), of(casting), self.opt())
            .prop_map(|(question, tally, result, casting, reason)| Vote { question, tally, result, casting, reason })
            .boxed()
    }

    pub(super) fn tally(&self) -> BoxedStrategy<Tally> {
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
}
