//! A whole meeting by keys alone: ten items, seven resolutions, a vote by name with an amendment, a late arrival and an
//! adjournment, from the template of the body to the draft on the disk.

use crate::{
    harness::Window,
    ports::{self, TestClock},
    script::{self, Chord, What},
};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT;

const SCRIPT: &str = include_str!("../fixtures/typed-meeting.keys");
const RESULT: &str = "tests/fixtures/typed-meeting.minutes.ron";

/// Presses a key and lets it go.
pub fn press(window: &mut Window, chord: &Chord) {
    let name = match chord.key.as_str() {
        "Return" => "Enter",
        "Page_Down" => "PageDown",
        "Page_Up" => "PageUp",
        "BackSpace" => "Backspace",
        "space" => "Space",
        key => key,
    };
    let upper = name.to_uppercase();
    let key = Key::from_name(name).or_else(|| Key::from_name(&upper)).unwrap_or_else(|| panic!("no key {name}"));
    let modifiers =
        Modifiers { ctrl: chord.ctrl, command: chord.ctrl, shift: chord.shift, alt: chord.alt, ..Modifiers::NONE };
    window.harness.key_press_modifiers(modifiers, key);
    // A key that bears a sign types it too.
    if !chord.ctrl && !chord.alt && (name == "Space" || name.chars().count() == 1) {
        let text = if name == "Space" { " " } else { name };
        window.harness.event(Event::Text(text.to_owned()));
    }
    window.settle();
}

pub fn focus(window: &Window) -> String {
    let nodes = window.harness.root().children_recursive().collect::<Vec<_>>();
    nodes
        .into_iter()
        .find(|node| node.is_focused())
        .map(|node| {
            let raw = node.accesskit_node();
            format!("{:?} {:?} {:?}", raw.role(), raw.label(), raw.value())
        })
        .unwrap_or_default()
}

#[test]
fn a_meeting_is_typed_from_the_template_to_the_finished_draft() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("meeting.minutes.ron");
    let clock = TestClock::default();
    let mut window = Window::in_env(ports::env(folder.path(), &clock));
    let trace = std::env::var_os("TRACE_KEYS").is_some();
    for step in script::read(SCRIPT, &file.to_string_lossy()) {
        match &step.what {
            What::Clock(hour, minute) => clock.set(*hour, *minute),
            What::Text(text) => {
                for sign in text.chars() {
                    window.harness.event(Event::Text(sign.to_string()));
                    window.harness.step();
                }
                window.settle();
            }
            What::Press(chord) => press(&mut window, chord),
        }
        if trace {
            println!("{} {:?} -> {}", step.line, step.what, focus(&window));
        }
    }
    if trace {
        let draft = window.state().draft.as_ref().expect("a draft");
        println!("{}", minutebook::format::write(draft.session.minutes()));
    }
    ports::finish_saving(window.harness.state_mut().app_mut());
    let toasts: Vec<&str> = window.state().toasts.iter().map(|toast| toast.text.as_str()).collect();
    let written = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}; {toasts:?}"));
    let place = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(RESULT);
    if std::env::var_os("UPDATE_SAMPLES").is_some() {
        std::fs::write(&place, &written).expect("the fixture can be written");
    }
    let expected = std::fs::read_to_string(&place).expect("the fixture");
    assert!(written == expected, "the draft is another one; UPDATE_SAMPLES=1 writes it anew\n{written}");
}
