//! A whole meeting by the keys of the same script as in the test without a display, to the same bytes.

use crate::{
    clerk::Clerk,
    screen::Screen,
    script::{self, What},
    window,
};

const SCRIPT: &str = include_str!("../fixtures/typed-meeting.keys");
const RESULT: &str = include_str!("../fixtures/typed-meeting.minutes.ron");

pub fn meeting() {
    let screen = Screen::start();
    let folder = screen.path("work");
    std::fs::create_dir(&folder).expect("a folder for the draft");
    let file = folder.join("meeting.minutes.ron");
    let mut clerk = Clerk::before(screen, &mut window::command(&folder));
    for step in script::read(SCRIPT, &file.to_string_lossy()) {
        match step.what {
            What::Clock(hour, minute) => window::set_clock(&folder, hour, minute),
            What::Text(text) => clerk.types(&text),
            What::Press(chord) => clerk.press(&[&chord.xdotool()]),
        }
    }
    clerk.wait_for_title("meeting - Minutebook");
    clerk.sees("typed", "the finished draft", |picture| picture.share(minutebook::ui::theme::LIGHT.paper) > 0.05);
    let written = std::fs::read_to_string(&file).expect("the draft");
    let differing = written.lines().zip(RESULT.lines()).find(|(found, expected)| found != expected);
    assert!(written == RESULT, "the draft differs: {differing:?}");
    clerk.press(&["ctrl+q"]);
    let status = clerk.wait_for_end();
    assert!(status.success(), "{status}");
}
