//! A script of keys, as somebody presses them: what is typed, chords, and what the clock says meanwhile.
//!
//! Each line is one of these; blank lines, and lines that begin with `#`, say nothing.
//!
//! ```text
//! @ 19:30              the clock says this from now on
//! > Text               is typed, letter by letter; {file} stands for the path that the test chose
//! ctrl+r Tab Down      keys one after another
//! ```

#![allow(dead_code, reason = "each test binary uses what it needs")]

/// One step of a script, with the number of its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The line, from 1.
    pub line: usize,
    /// What is done.
    pub what: What,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The clock says this: hours and minutes.
    Clock(i8, i8),
    /// Text is typed.
    Text(String),
    /// A key is pressed.
    Press(Chord),
}

/// A key with what is held while it goes down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chord {
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    /// As xdotool names it: "r", "Tab", "Return", "F4", "Page_Down".
    pub key: String,
}

impl Chord {
    /// As xdotool reads it.
    pub fn xdotool(&self) -> String {
        let held = [(self.ctrl, "ctrl+"), (self.shift, "shift+"), (self.alt, "alt+")];
        held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).chain([self.key.as_str()]).collect()
    }

    /// How many keys go down.
    pub fn keys(&self) -> usize {
        1 + usize::from(self.ctrl) + usize::from(self.shift) + usize::from(self.alt)
    }

    /// Reads "ctrl+shift+r".
    pub fn read(text: &str) -> Chord {
        let mut chord = Chord::default();
        let mut rest = text;
        while let Some((held, after)) = rest.split_once('+') {
            match held {
                "ctrl" => chord.ctrl = true,
                "shift" => chord.shift = true,
                "alt" => chord.alt = true,
                _ => panic!("“{held}” in “{text}” is no key that is held"),
            }
            rest = after;
        }
        chord.key = rest.to_owned();
        chord
    }
}

/// Reads a script; `file` takes the place of `{file}`.
///
/// # Panics
///
/// Where a line cannot be read.
pub fn read(script: &str, file: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for (number, line) in script.lines().enumerate() {
        let line_number = number + 1;
        let mut push = |what| steps.push(Step { line: line_number, what });
        if let Some(text) = line.strip_prefix("> ") {
            push(What::Text(text.replace("{file}", file)));
        } else if let Some(time) = line.strip_prefix("@ ") {
            let (hour, minute) = time.trim().split_once(':').expect("a time has hours and minutes");
            push(What::Clock(hour.parse().expect("hours"), minute.parse().expect("minutes")));
        } else if !line.starts_with('#') {
            line.split_whitespace().for_each(|chord| push(What::Press(Chord::read(chord))));
        }
    }
    steps
}

/// How many keys go down for a sign on a British keyboard: Shift is a key.
pub fn keys_of(sign: char) -> usize {
    let shifted = sign.is_uppercase() || "!\"£$%^&*()_+{}:@~<>?|¬".contains(sign);
    // What no key of the keyboard bears is composed of at least two more.
    if !sign.is_ascii() && sign != '£' { 3 } else { 1 + usize::from(shifted) }
}
