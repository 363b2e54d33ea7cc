use std::fmt;

/// A key with the modifiers that are held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shortcut {
    /// Ctrl; on a Mac the command key.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The key: a capital letter, a figure, "F1" to "F12", "Enter", "Up", "Down", "PageUp", "PageDown", "Plus", "Minus".
    pub key: &'static str,
}

impl Shortcut {
    /// The key alone.
    pub const fn plain(key: &'static str) -> Shortcut {
        Shortcut { command: false, shift: false, alt: false, key }
    }

    /// The key with Ctrl, on a Mac with the command key.
    pub const fn command(key: &'static str) -> Shortcut {
        Shortcut { command: true, ..Shortcut::plain(key) }
    }

    /// The key with Alt.
    pub const fn alt(key: &'static str) -> Shortcut {
        Shortcut { alt: true, ..Shortcut::plain(key) }
    }

    /// The same with Shift.
    pub const fn shift(self) -> Shortcut {
        Shortcut { shift: true, ..self }
    }
}

impl fmt::Display for Shortcut {
    /// As it is printed in menus and in the help: "Ctrl+Shift+S".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.command, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(match self.key {
            "PageUp" => "Page Up",
            "PageDown" => "Page Down",
            "Plus" => "+",
            "Minus" => "-",
            "Equals" => "=",
            "Period" => ".",
            key => key,
        })
    }
}
