//! A journal of a version that was never released is read by the same road as a later release will read this one's.

use super::record::{Head, put};
use super::{Ending, JournalFault, replay};
use crate::model::{Date, Meeting, Minutes};

fn old_journal(version: u32, entries: &[&str]) -> Vec<u8> {
    let head = Head { version, generation: 0 };
    let meeting = Meeting { date: Date::constant(2016, 9, 15), ..Meeting::default() };
    let draft = crate::format::write(&Minutes { meeting, ..Minutes::default() });
    let mut bytes = head.bytes().to_vec();
    let texts = ["=(place:7,revision:4,saved:4)", draft.as_str()];
    for (number, text) in texts.iter().chain(entries).enumerate() {
        let number = u32::try_from(number).unwrap();
        put(&mut bytes, head.salt(), number, number, text.as_bytes()).unwrap();
    }
    bytes
}

const ENTRIES: [&str; 4] = [
    r#"=Change(edit:NilDeclarations("None."),name:"typing",at:5,place:8)"#,
    r#"=Change(edit:NilDeclarations("None were made."),name:"typing again",at:9000,place:9)"#,
    "=Undo(to:5)",
    "=Saved(5)",
];

#[test]
fn an_older_journal_is_brought_up_to_this_version() {
    let replayed = replay::<u32>(&old_journal(0, &ENTRIES)).unwrap();
    assert_eq!((replayed.ending, replayed.entries), (Ending::Whole, 4));
    let mut session = replayed.session;
    assert_eq!(session.minutes().declarations.nil_wording.as_deref(), Some("None."));
    assert!(!session.is_dirty());
    assert_eq!((session.undo_label(), session.redo_label()), (Some("typing"), Some("typing again")));
    assert_eq!(session.redo(), Ok(Some(9)));
    assert_eq!(session.minutes().declarations.nil_wording.as_deref(), Some("None were made."));
}

#[test]
fn a_version_is_read_by_its_own_rules_alone() {
    assert_eq!(replay::<u32>(&old_journal(1, &ENTRIES)), Err(JournalFault::Beginning));
    assert_eq!(replay::<u32>(&old_journal(2, &ENTRIES)), Err(JournalFault::Newer { version: 2 }));
}
