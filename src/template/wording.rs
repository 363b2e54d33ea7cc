//! What the house says, construct by construct. Each field names the gaps that its wording may have: the loader refuses
//! any other by name.

use super::Words;
use serde::{Deserialize, Serialize};

/// A wording, its name and the gaps it may have.
pub(super) type Checked<'a> = (&'static str, &'a Words, &'static [&'static str]);

/// Declares a group of wordings once: the fields of the file and the gaps that each may have.
macro_rules! wordings {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: [$($gap:literal),*],)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$doc])* pub $field: Words,)* }

        impl $name {
            /// Every wording with its name and its gaps.
            pub(super) fn gaps(&self) -> Vec<Checked<'_>> {
                vec![$((stringify!($field), &self.$field, &[$($gap),*] as &'static [&'static str])),*]
            }
        }
    };
}

/// All the wording of a house.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Kinds of meeting, and what the minutes are.
    pub meeting: MeetingWording,
    /// Who was there.
    pub attendance: AttendanceWording,
    /// Who came, went and took the chair.
    pub movements: MovementWording,
    /// Interests.
    pub declarations: DeclarationWording,
    /// The minutes of earlier meetings.
    pub previous: PreviousWording,
    /// Sections and items.
    pub items: ItemWording,
    /// Resolutions.
    pub decisions: DecisionWording,
    /// The exclusion of the public.
    pub exclusion: ExclusionWording,
    /// Motions and amendments.
    pub motions: MotionWording,
    /// Votes.
    pub votes: VoteWording,
    /// Petitions, questions, call-in.
    pub special: SpecialWording,
    /// The end.
    pub closing: ClosingWording,
}

wordings! {
    /// Kinds of meeting, and what the minutes are.
    MeetingWording {
        /// The annual meeting.
        annual: [],
        /// An extraordinary meeting.
        extraordinary: [],
        /// An additional meeting.
        additional: [],
        /// A special meeting.
        special: [],
        /// A hearing.
        hearing: [],
        /// A meeting held by remote means.
        remote: [],
        /// At the head of each page while the minutes are a draft.
        draft: [],
        /// At the head of each page once they were circulated.
        circulated: ["date", "by"],
        /// At the head of each page of a version that the public may not see.
        members: [],
        /// What the document says it is: a draft, circulated, approved, signed.
        subject_draft: [],
        /// See `subject_draft`.
        subject_circulated: [],
        /// See `subject_draft`.
        subject_approved: [],
        /// See `subject_draft`.
        subject_signed: [],
        /// The document's title, for readers and archives.
        document_title: ["council", "body", "kind", "date"],
    }
}

wordings! {
    /// Who was there.
    AttendanceWording {
        /// Before the groups; empty for nothing.
        heading: [],
        /// The label of a group.
        label: ["label"],
        /// A member, co-opted member or councillor.
        person: [
            "name", "given", "surname", "honours", "role", "post", "organisation", "ward", "initials", "remark", "substitute",
            "remote", "entitlement", "movements"
        ],
        /// An officer or anybody else.
        officer: [
            "name", "given", "surname", "honours", "role", "post", "organisation", "ward", "initials", "remark", "substitute",
            "remote", "entitlement", "movements"
        ],
        /// The names of one directorate, where they are set that way.
        organisation: ["organisation", "names"],
        /// That somebody took part by remote means.
        remote: [],
        /// The label of the apologies.
        apologies: [],
        /// One name in the apologies.
        apology: ["name", "reason", "organisation"],
        /// The label of those who were neither there nor excused.
        absent: [],
        /// How many members of the public attended; empty where the house does not say.
        public: ["count"],
        /// For no member of the public.
        nil: [],
        /// The apologies as a minute.
        apologies_minute: ["names"],
        /// The same where there were none.
        no_apologies: [],
        /// Who sat for whom, as a minute.
        substitutes_minute: ["names"],
        /// One of those who sat for somebody.
        substitute: ["name", "for"],
        /// The same where nobody did.
        no_substitutes: [],
        /// The office of somebody in running text: "the Chair".
        office: ["role"],
        /// A name that is not on the list.
        unknown: [],
    }
}

wordings! {
    /// Who came, went and took the chair.
    MovementWording {
        /// A sentence in the text.
        arrived: ["who", "time", "remark"],
        /// A sentence in the text.
        left: ["who", "time", "remark"],
        /// A sentence in the text.
        returned: ["who", "time", "remark"],
        /// A sentence in the text.
        withdrew: ["who", "time", "remark"],
        /// Behind a name in the attendance.
        arrived_short: ["time", "remark"],
        /// Behind a name in the attendance.
        left_short: ["time", "remark"],
        /// Behind a name in the attendance.
        returned_short: ["time", "remark"],
        /// Behind a name in the attendance.
        withdrew_short: ["time", "remark"],
        /// A time that is only about right.
        about: ["time"],
        /// Somebody took the chair.
        chair: ["who", "from", "until", "first", "last", "reason"],
        /// The meeting was adjourned.
        adjourned: ["time", "reason"],
        /// It went on.
        resumed: ["time", "date", "names"],
    }
}

wordings! {
    /// Interests.
    DeclarationWording {
        /// There were none.
        nil: [],
        /// One of them.
        entry: ["member", "kind", "matter", "nature", "consequence", "dispensation"],
        /// The matter to which it relates.
        matter: ["cited", "heading"],
        /// At the item itself.
        note: ["member", "kind", "nature", "consequence", "dispensation"],
        /// In place of a nature that is sensitive; empty for nothing.
        withheld: [],
        /// "a disclosable pecuniary interest".
        disclosable_pecuniary: [],
        /// "a pecuniary interest".
        pecuniary: [],
        /// "an other interest".
        other: [],
        /// "a personal interest".
        personal: [],
        /// "a prejudicial interest".
        prejudicial: [],
        /// "a non-pecuniary interest".
        non_pecuniary: [],
        /// "a non-registrable interest".
        non_registrable: [],
        /// "that they had been contacted".
        lobbying: [],
        /// "an interest".
        unqualified: [],
        /// "a … interest", with the clerk's word.
        named: ["kind"],
        /// What the member did.
        took_part: [],
        /// See `took_part`.
        spoke_without_vote: [],
        /// See `took_part`.
        spoke_then_withdrew: [],
        /// See `took_part`.
        no_part: [],
        /// See `took_part`.
        withdrew: [],
    }
}

wordings! {
    /// The minutes of earlier meetings.
    PreviousWording {
        /// They were approved.
        approved: ["meetings", "subject"],
        /// They were approved and signed.
        signed: ["meetings", "subject"],
        /// They were agreed, not signed.
        agreed: ["meetings", "subject"],
        /// They were not approved.
        not_approved: ["meetings", "subject"],
        /// Their approval was put off.
        deferred: ["meetings", "subject"],
        /// One meeting.
        meeting: ["kind", "body", "date"],
        /// Several meetings of the same kind.
        meetings: ["dates"],
        /// Between meetings that differ, but the last.
        then: [],
        /// Before the last of several meetings that differ.
        and: [],
        /// Subject to one correction.
        subject_one: [],
        /// Subject to several.
        subject_many: [],
        /// A text takes the place of another.
        replace: ["minute", "date", "old", "new"],
        /// A text is added.
        insert: ["minute", "date", "after", "text"],
        /// A text is struck out.
        delete: ["minute", "date", "text"],
        /// A name is added.
        add_person: ["minute", "date", "name", "list"],
        /// In the clerk's words.
        other: ["minute", "date", "text"],
    }
}

wordings! {
    /// Sections and items.
    ItemWording {
        /// Over public business.
        public_section: [],
        /// Over private business.
        private_section: [],
        /// Over public business that follows private business.
        public_again: [],
        /// The title of an item.
        title: ["title", "agenda", "reference"],
        /// Taken out of turn; empty for nothing.
        out_of_turn: [],
        /// Deferred, where the minute says nothing else.
        deferred: [],
        /// Who attended for it.
        invitees: ["names"],
        /// From where it came.
        origin: ["body", "date", "reference"],
        /// The word before a note.
        note_label: [],
        /// A note's beginning.
        note: ["label"],
        /// Over the column of actions; empty for nothing.
        action_heading: [],
    }
}

wordings! {
    /// Resolutions.
    DecisionWording {
        /// Before one text.
        lead_in: ["body"],
        /// Before clauses.
        lead_in_list: ["body"],
        /// What is said where the clerk wrote no text.
        noted: [],
        /// See `noted`.
        approved: [],
        /// See `noted`.
        agreed: [],
        /// See `noted`.
        recommended: ["to"],
        /// See `noted`.
        referred: ["to"],
        /// See `noted`.
        requested: ["from"],
        /// See `noted`.
        deferred: ["until"],
        /// See `noted`.
        refused: ["reason"],
        /// See `noted`.
        granted: ["conditions"],
        /// See `noted`.
        appointed: [],
        /// See `noted`.
        readmitted: [],
        /// See `noted`.
        procedural: [],
        /// See `noted`.
        other: ["text"],
        /// What officers had recommended, in a paragraph before the resolution.
        recommendation: ["recommendation"],
        /// The reason of a refusal, where the text does not say it.
        reason: ["reason"],
        /// The conditions of a grant, where the text does not say them.
        conditions: ["conditions"],
        /// Who brought it.
        movers: ["mover", "seconder", "supporters"],
        /// Who brought it and how it was voted on, in one.
        movers_and_vote: ["movers", "vote"],
        /// Who brought it, alone.
        movers_alone: ["movers"],
        /// How it was voted on, alone.
        vote_alone: ["vote"],
        /// What somebody is to do.
        action: ["owner", "what", "due", "done"],
        /// That it is done.
        done: [],
        /// Before the reasons of an executive decision.
        reasons: [],
        /// Before the options that were rejected.
        options: [],
        /// Until when it can be called in.
        call_in: ["date"],
        /// Why call-in was waived.
        urgency: ["urgency"],
    }
}

wordings! {
    /// The exclusion of the public.
    ExclusionWording {
        /// What is resolved.
        resolution: ["statute", "targets", "public_interest"],
        /// The same where no item is named.
        resolution_alone: ["statute", "public_interest"],
        /// The statute, where the clerk names no other.
        statute: [],
        /// One item.
        target: ["cited", "heading", "grounds"],
        /// On which grounds.
        grounds: ["paragraphs", "gloss"],
        /// One paragraph of the schedule.
        paragraph: ["list"],
        /// Several.
        paragraphs: ["list"],
        /// The public interest test.
        public_interest: [],
    }
}

wordings! {
    /// Motions and amendments.
    MotionWording {
        /// Before a motion's text.
        motion: ["mover", "seconder", "supporters"],
        /// Before a procedural motion's text.
        procedural: ["mover", "seconder", "supporters"],
        /// Before an amendment's text.
        amendment: ["mover", "seconder", "supporters"],
        /// Before the text as amended.
        substantive: [],
        /// What the following speak of.
        the_motion: [],
        /// What the following speak of.
        the_amendment: [],
        /// The result.
        carried: ["subject", "vote"],
        /// See `carried`.
        lost: ["subject", "vote"],
        /// See `carried`.
        withdrawn: ["subject", "vote"],
        /// See `carried`.
        accepted: ["subject", "vote"],
        /// See `carried`.
        not_seconded: ["subject", "vote"],
        /// See `carried`.
        fell: ["subject", "vote"],
        /// Not decided yet, but voted on.
        open: ["subject", "vote"],
    }
}

wordings! {
    /// Votes.
    VoteWording {
        /// The vote as a paragraph of its own.
        statement: ["question", "vote", "result"],
        /// Carried, no more being recorded.
        carried: [],
        /// Lost, no more being recorded.
        lost: [],
        /// Unanimously.
        unanimous: [],
        /// All agreed.
        all_agreed: [],
        /// All in favour.
        all_in_favour: [],
        /// By a majority.
        majority: [],
        /// Figures.
        counts: ["in_favour", "against", "abstained", "not_voting"],
        /// No vote, as a figure.
        none: [],
        /// That names follow.
        by_name: [],
        /// Before the names.
        recorded: ["reason"],
        /// Why a vote that is not by name was recorded; also behind figures.
        reason: ["reason"],
        /// The names of those for.
        in_favour: ["names", "count"],
        /// The names of those against.
        against: ["names", "count"],
        /// The names of those who abstained.
        abstained: ["names", "count"],
        /// The names of those who did not vote.
        not_voting: ["names", "count"],
        /// A casting vote for.
        casting_for: ["who"],
        /// A casting vote against.
        casting_against: ["who"],
    }
}

wordings! {
    /// Petitions, questions, call-in.
    SpecialWording {
        /// A petition.
        petition: ["subject", "signatures", "organiser", "sponsor"],
        /// Before a question.
        question: ["asker", "answerer"],
        /// Before its answer.
        answer: ["answerer"],
        /// A call-in.
        call_in: ["decision", "notice"],
        /// Who signed it.
        signatories: ["names"],
        /// Before the grounds.
        grounds: [],
    }
}

wordings! {
    /// The end.
    ClosingWording {
        /// When the meeting closed.
        closed: ["time"],
        /// When the body meets next.
        next: ["date", "time", "venue"],
        /// That the minutes were approved; empty where the house does not print it.
        approved: ["date", "body", "by"],
        /// Before the corrections subject to which they were.
        corrections: [],
        /// That the minutes were signed; empty where the house does not print it.
        signed: ["by", "date"],
    }
}

impl Wording {
    /// Every wording with the group it stands in, its name and its gaps.
    pub(super) fn gaps(&self) -> Vec<(&'static str, Vec<Checked<'_>>)> {
        vec![
            ("meeting", self.meeting.gaps()),
            ("attendance", self.attendance.gaps()),
            ("movements", self.movements.gaps()),
            ("declarations", self.declarations.gaps()),
            ("previous", self.previous.gaps()),
            ("items", self.items.gaps()),
            ("decisions", self.decisions.gaps()),
            ("exclusion", self.exclusion.gaps()),
            ("motions", self.motions.gaps()),
            ("votes", self.votes.gaps()),
            ("special", self.special.gaps()),
            ("closing", self.closing.gaps()),
        ]
    }
}
