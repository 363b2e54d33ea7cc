use super::{Block, Caret};
use crate::edit::prose::Step;
use crate::model::{
    Action, Adjournment, Chairing, Closing, Correction, Declaration, Group, GroupLayout, House, Id, Item, Meeting,
    MembershipClass, Movement, Numbering, Part, PartContent, Person, PreviousMeeting, PreviousMinutes, Prose, ProseAt,
    Section, SectionKind,
};

/// What a form asks to be changed in the document. Nodes that are added get their ids here, whatever id they bear.
/// `field` names what is typed in, so that typing on in one field is one step to undo.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Whose minutes they are.
    House(Box<House>),
    /// When and how the meeting was held.
    Meeting(Box<Meeting>),
    /// An adjournment is added.
    AddAdjournment(Adjournment),
    /// The numbering.
    Numbering(Numbering),
    /// The attendance.
    Attendance(AttendanceChange),
    /// A declaration is added.
    AddDeclaration(Declaration),
    /// A declaration is replaced.
    SetDeclaration(Declaration),
    /// A declaration is removed.
    RemoveDeclaration(Id),
    /// What is written where nobody declared an interest; none is the house's wording.
    NilDeclarations(Option<String>),
    /// What is recorded of earlier minutes.
    Previous(Box<PreviousMinutes>),
    /// An earlier meeting is added.
    AddPreviousMeeting(PreviousMeeting),
    /// A correction to earlier minutes is added.
    AddCorrection(Correction),
    /// Sections and items.
    Business(BusinessChange),
    /// Parts of items.
    Part(PartChange),
    /// A piece of prose, whole; only the paragraphs that differ are changed.
    Prose {
        /// Where.
        at: ProseAt,
        /// What it says now.
        text: Prose,
    },
    /// What a key did to a piece of prose.
    Stroke {
        /// Where.
        at: ProseAt,
        /// The paragraphs that changed.
        step: Box<Step>,
    },
    /// Text with tables in it is pasted: in the text of an item, each table becomes a part of its own.
    PasteBlocks {
        /// Where, and what it takes the place of.
        caret: Caret,
        /// What.
        blocks: Vec<Block>,
    },
    /// The end of the minutes.
    Closing(Box<Closing>),
}

/// A change of the attendance.
#[derive(Clone, Debug, PartialEq)]
pub enum AttendanceChange {
    /// A group is added at the end.
    AddGroup(Group),
    /// What a group is called and how it is set.
    SetGroup {
        /// The group.
        group: Id,
        /// Its label.
        label: String,
        /// The class of those who are added.
        class: MembershipClass,
        /// How it is set; none is the house's way.
        layout: Option<GroupLayout>,
    },
    /// A group is removed with its people.
    RemoveGroup(Id),
    /// A group is moved to another place, from 0.
    MoveGroup(Id, usize),
    /// A person is added to a group, at the end.
    AddPerson {
        /// The group.
        group: Id,
        /// The person.
        person: Box<Person>,
    },
    /// Somebody who is named in the text comes into the attendance: into the first group of their class, or a new one. The
    /// clerk stays where they are.
    AddNewcomer(Box<Person>),
    /// A person is replaced, by id.
    SetPerson(Box<Person>),
    /// A person is removed.
    RemovePerson(Id),
    /// A person is moved to a place of a group, from 0.
    MovePerson {
        /// The person.
        person: Id,
        /// The group.
        group: Id,
        /// The place in it.
        to: usize,
    },
    /// How many members of the public attended.
    Public(Option<u32>),
    /// How many make the meeting quorate.
    Quorum(Option<u32>),
    /// A movement is added.
    AddMovement(Movement),
    /// A movement is replaced.
    SetMovement(Movement),
    /// A movement is removed.
    RemoveMovement(Id),
    /// Somebody's time in the chair is added.
    AddChairing(Chairing),
    /// It is replaced.
    SetChairing(Chairing),
    /// It is removed.
    RemoveChairing(Id),
}

/// A change of sections and items.
#[derive(Clone, Debug, PartialEq)]
pub enum BusinessChange {
    /// A section is added at the end.
    AddSection(Section),
    /// What a section is.
    SetSection {
        /// The section.
        section: Id,
        /// Whether it is public.
        kind: SectionKind,
        /// Its heading; none is the house's.
        heading: Option<String>,
    },
    /// A section is removed with its items.
    RemoveSection(Id),
    /// An item is added to a section or item, at a place from 0.
    AddItem {
        /// The section or item.
        of: Id,
        /// The place.
        at: usize,
        /// The item.
        item: Box<Item>,
    },
    /// An item is replaced; its parts and sub-items stay.
    SetItem(Box<Item>),
    /// An item is removed with all that it holds.
    RemoveItem(Id),
    /// An item is moved.
    MoveItem {
        /// The item.
        item: Id,
        /// To which section or item.
        of: Id,
        /// To which place of it, from 0, counted once the item was taken out.
        to: usize,
    },
}

/// A change of the parts of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum PartChange {
    /// A part is added to an item, at a place from 0.
    Add {
        /// The item.
        item: Id,
        /// The place.
        at: usize,
        /// What it is.
        content: PartContent,
    },
    /// A part is replaced, by id.
    Set(Box<Part>),
    /// A part is removed.
    Remove(Id),
    /// A part is moved within its item, to a place from 0.
    Move(Id, usize),
    /// An amendment is added to a motion part.
    AddAmendment(Id),
    /// An action is added to a resolution part.
    AddAction(Id, Action),
}
