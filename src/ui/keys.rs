//! The shortcuts of the command table, as egui knows keys.

use super::prose;
use crate::app::{Action, Command, Entry, Shortcut, State, TABLE};
use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

/// A shortcut as egui knows it; none where egui has no such key.
pub fn to_egui(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let modifiers =
        Modifiers { alt: shortcut.alt, shift: shortcut.shift, command: shortcut.command, ..Modifiers::NONE };
    Key::from_name(shortcut.key).map(|key| KeyboardShortcut::new(modifiers, key))
}

/// A shortcut as it is printed on this machine: "Ctrl+Shift+S".
pub fn print(ctx: &Context, shortcut: Shortcut) -> String {
    match to_egui(shortcut) {
        Some(keys) if ctx.os().is_mac() => ctx.format_shortcut(&keys),
        _ => shortcut.to_string(),
    }
}

/// Takes the first shortcut of the command table out of what was typed, before any field sees it. What was typed behind it
/// waits until it was carried out, so that keys pressed in one go keep their order. A shortcut of a command that cannot be
/// carried out now is left to whoever else has a use for it, but undo and redo: they belong to the draft alone, whatever
/// is typed in. Commands for text are left to the text that is being typed.
pub fn dispatch(ctx: &Context, state: &State, out: &mut Vec<Command>) {
    if state.dialog.is_some() {
        return;
    }
    let typing = prose::is_typing(ctx);
    let mut later = Vec::new();
    let (mut found, mut typed) = (false, false);
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            if found && prose::is_typed(event) {
                later.push(event.clone());
                return false;
            }
            let Some(entry) = entry_of(event).filter(|entry| !(typing && entry.action.stroke().is_some())) else {
                typed |= prose::is_typed(event) && !matches!(event, Event::Key { pressed: false, .. });
                return true;
            };
            if typed {
                // What was typed before it is not in the draft yet: undo has to wait for it.
                later.push(event.clone());
                found = true;
                return false;
            }
            if (entry.available)(state).is_ok() {
                out.push(Command::Do(entry.action));
                found = true;
                return false;
            }
            !belongs_to_the_draft(entry.action)
        });
    });
    // Only what is typed waits for what a shortcut does; the key that comes up again does not matter.
    later.retain(|event| !matches!(event, Event::Key { pressed: false, .. }));
    if found {
        prose::defer(ctx, later);
    }
}

/// The command for text that a key means.
pub fn text_action(event: &Event) -> Option<Action> {
    entry_of(event).map(|entry| entry.action).filter(|action| action.stroke().is_some())
}

fn belongs_to_the_draft(action: Action) -> bool {
    matches!(action, Action::Undo | Action::Redo)
}

fn entry_of(event: &Event) -> Option<&'static Entry> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    TABLE.iter().find(|entry| entry.shortcuts.iter().any(|shortcut| is_pressed(*shortcut, *key, *modifiers)))
}

fn is_pressed(shortcut: Shortcut, key: Key, held: Modifiers) -> bool {
    // Where a plus is typed with Shift, that Shift is part of the key.
    let shift_is_free = shortcut.key == "Plus";
    to_egui(shortcut).is_some_and(|wanted| {
        wanted.logical_key == key
            && wanted.modifiers.command == held.command
            && wanted.modifiers.alt == held.alt
            && (shift_is_free || wanted.modifiers.shift == held.shift)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_of_the_table_is_a_key_that_egui_knows() {
        for entry in TABLE {
            for shortcut in entry.shortcuts {
                assert!(to_egui(*shortcut).is_some(), "{shortcut} of {}", entry.label);
            }
        }
    }

    #[test]
    fn modifiers_must_be_held_exactly() {
        let save = Shortcut::command("S");
        assert!(is_pressed(save, Key::S, Modifiers::COMMAND));
        assert!(!is_pressed(save, Key::S, Modifiers::COMMAND | Modifiers::SHIFT));
        assert!(!is_pressed(save, Key::S, Modifiers::NONE));
        assert!(is_pressed(Shortcut::command("Plus"), Key::Plus, Modifiers::COMMAND | Modifiers::SHIFT));
    }
}
