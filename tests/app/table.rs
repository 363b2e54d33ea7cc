//! The command table: every command has its entry, no two share a key, and none takes a key that edits text.

use crate::ports::Desk;
use minutebook::app::{Action, Command, FileCommand, MENUS, Shortcut, TABLE, entry};
use std::collections::{BTreeMap, BTreeSet};

/// Every action; the match fails to compile when one is added, so that it is added here, too.
fn all() -> Vec<Action> {
    use Action::*;
    let next = |action| {
        Some(match action {
            New => Open,
            Open => Save,
            Save => SaveAs,
            SaveAs => EarlierVersions,
            EarlierVersions => ExportPublic,
            ExportPublic => ExportMembers,
            ExportMembers => CloseDraft,
            CloseDraft => Quit,
            Quit => Undo,
            Undo => Redo,
            Redo => Cite,
            Cite => AddNewcomer,
            AddNewcomer => NewPhrase,
            NewPhrase => Phrases,
            Phrases => Bold,
            Bold => Italic,
            Italic => Superscript,
            Superscript => BulletedList,
            BulletedList => NumberedList,
            NumberedList => LetteredList,
            LetteredList => RomanList,
            RomanList => Quotation,
            Quotation => BeginLists,
            BeginLists => RaiseOrdinals,
            RaiseOrdinals => TypographicSigns,
            TypographicSigns => Find,
            Find => FindNext,
            FindNext => FindPrevious,
            FindPrevious => Replace,
            Replace => ToggleSpelling,
            ToggleSpelling => OfferWords,
            OfferWords => NextMisspelt,
            NextMisspelt => PreviousMisspelt,
            PreviousMisspelt => SuggestSpelling,
            SuggestSpelling => AddWord,
            AddWord => IgnoreWord,
            IgnoreWord => AddItem,
            AddItem => AddSubItem,
            AddSubItem => RemoveItem,
            RemoveItem => MoveItemUp,
            MoveItemUp => MoveItemDown,
            MoveItemDown => TogglePrivateItem,
            TogglePrivateItem => TakeOutOfTurn,
            TakeOutOfTurn => SplitItem,
            SplitItem => SplitText,
            SplitText => MergeWithNext,
            MergeWithNext => MergeWithPrevious,
            MergeWithPrevious => AddProse,
            AddProse => AddResolution,
            AddResolution => AddMotion,
            AddMotion => AddVote,
            AddVote => AddAmendment,
            AddAmendment => GoToDecision,
            GoToDecision => AddTable,
            AddTable => AddNote,
            AddNote => Room,
            Room => Adjourn,
            Adjourn => ComeBack,
            ComeBack => NextComeBack,
            NextComeBack => ComeBackDone,
            ComeBackDone => Notes,
            Notes => NoteToMinute,
            NoteToMinute => PreviousForm,
            PreviousForm => NextForm,
            NextForm => GoToMeeting,
            GoToMeeting => GoToAttendance,
            GoToAttendance => GoToClosing,
            GoToClosing => GoToRecord,
            GoToRecord => TogglePreview,
            TogglePreview => ToggleAudience,
            ToggleAudience => CycleTheme,
            CycleTheme => ZoomIn,
            ZoomIn => ZoomOut,
            ZoomOut => ZoomFit,
            ZoomFit => Circulate,
            Circulate => Approve,
            Approve => Sign,
            Sign => StepBack,
            StepBack => NewRevision,
            NewRevision => NextPanel,
            NextPanel => Palette,
            Palette => Shortcuts,
            Shortcuts => About,
            About => return None,
        })
    };
    std::iter::successors(Some(New), |action| next(*action)).collect()
}

#[test]
fn every_command_has_one_entry_in_a_menu_with_help() {
    for action in all() {
        let entries: Vec<_> = TABLE.iter().filter(|entry| entry.action == action).collect();
        assert_eq!(entries.len(), 1, "{action:?}");
        let entry = entries[0];
        assert!(MENUS.contains(&entry.menu[0]), "{action:?}");
        assert!(!entry.label.is_empty() && entry.help.ends_with('.'), "{action:?}: {}", entry.help);
    }
    assert_eq!(TABLE.len(), all().len());
    let labels: BTreeSet<_> = TABLE.iter().map(|entry| (entry.menu, entry.label)).collect();
    assert_eq!(labels.len(), TABLE.len(), "no label is there twice in a menu");
}

#[test]
fn no_key_means_two_things() {
    let mut taken: BTreeMap<Shortcut, Action> = BTreeMap::new();
    for entry in TABLE {
        for shortcut in entry.shortcuts {
            if let Some(other) = taken.insert(*shortcut, entry.action) {
                panic!("{shortcut} means {other:?} and {:?}", entry.action);
            }
        }
    }
}

#[test]
fn no_command_takes_a_key_that_edits_text() {
    let plain = Shortcut::plain;
    let mut editing: Vec<Shortcut> =
        ["A", "C", "X", "V", "Backspace", "Delete", "Left", "Right", "Home", "End", "Up", "Down"]
            .into_iter()
            .flat_map(|key| [Shortcut::command(key), Shortcut::command(key).shift()])
            .collect();
    for key in ["Enter", "Tab", "Escape", "Space", "Backspace", "Delete", "Left", "Right", "Up", "Down", "Home", "End"]
    {
        editing.extend([plain(key), plain(key).shift()]);
    }
    for entry in TABLE {
        for shortcut in entry.shortcuts {
            assert!(!editing.contains(shortcut), "{shortcut} edits text, and means {:?}", entry.action);
            let letter = shortcut.key.len() == 1;
            assert!(!letter || shortcut.command, "{shortcut} would be typed");
            assert!(!(shortcut.command && shortcut.alt), "{shortcut} is AltGr on many keyboards");
        }
    }
}

#[test]
fn what_a_clerk_expects_is_on_the_expected_key() {
    for (keys, action) in [
        ("Ctrl+N", Action::New),
        ("Ctrl+F", Action::Find),
        ("F3", Action::FindNext),
        ("Shift+F3", Action::FindPrevious),
        ("Ctrl+H", Action::Replace),
        ("Ctrl+O", Action::Open),
        ("Ctrl+S", Action::Save),
        ("Ctrl+Shift+S", Action::SaveAs),
        ("Ctrl+E", Action::ExportPublic),
        ("Ctrl+Z", Action::Undo),
        ("Ctrl+Y", Action::Redo),
        ("Ctrl+Shift+Z", Action::Redo),
        ("Ctrl+Enter", Action::AddItem),
        ("Ctrl+R", Action::AddResolution),
        ("Alt+Up", Action::MoveItemUp),
        ("Ctrl+Page Down", Action::NextForm),
        ("F6", Action::NextPanel),
        ("F8", Action::TogglePreview),
        ("Ctrl+K", Action::Palette),
        ("F1", Action::Shortcuts),
    ] {
        let entry = entry(action).expect("it has an entry");
        assert!(entry.shortcuts.iter().any(|shortcut| shortcut.to_string() == keys), "{keys}: {:?}", entry.shortcuts);
    }
}

#[test]
fn what_cannot_be_done_changes_nothing_and_says_why() {
    for open in [false, true] {
        for action in all() {
            let mut desk = Desk::new();
            if open {
                desk.run(Command::File(FileCommand::OpenSample(0)));
            }
            let Err(reason) = desk.app.state().available(action) else { continue };
            assert!(reason.ends_with('.'), "{reason}");
            let before = desk.app.state().draft.as_ref().map(|draft| draft.session.minutes().clone());
            desk.act(action);
            assert_eq!(desk.app.state().draft.as_ref().map(|draft| draft.session.minutes().clone()), before);
            assert_eq!(desk.effects(), [], "{action:?}");
            assert!(desk.app.state().dialog.is_none(), "{action:?}");
        }
    }
}

#[test]
fn one_goes_through_all_forms_by_keys_in_reading_order() {
    let mut desk = Desk::new();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    let outline: Vec<_> = desk.app.state().outline().iter().map(|entry| entry.selection).collect();
    let selection = |desk: &Desk| desk.app.state().draft.as_ref().expect("a draft is open").selection;
    let mut met = vec![selection(&desk)];
    for _ in 1..outline.len() {
        desk.act(Action::NextForm);
        met.push(selection(&desk));
    }
    assert_eq!(met, outline);
    desk.act(Action::NextForm);
    assert_eq!(Some(&selection(&desk)), outline.last(), "it stops at the end");
    for expected in outline.iter().rev().skip(1) {
        desk.act(Action::PreviousForm);
        assert_eq!(selection(&desk), *expected);
    }
}
