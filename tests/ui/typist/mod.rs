//! How many keys go down until the sample minutes stand in the window, from the body's template on: at most eight for ten
//! characters of the exported text.
//!
//! Every key counts that is pressed, and each that is held with it: a capital is two, Ctrl+R too. What is typed is chosen by a
//! typist who sees nothing but what the window offers for the letters typed so far, and knows the triggers of the phrases.
//!
//! `MINUTEBOOK_COUNT_KEYS` names a draft whose keys are counted in the same way, and printed.

mod meeting;
mod prose;
mod reading;
mod ways;

use crate::{
    harness::Window,
    pdf,
    ports::{self, TestClock},
    script::{Chord, keys_of},
    typed::press,
};
use egui::{Event, Key, Modifiers};
use minutebook::{
    app::Desk,
    model::{Group, Id, ItemRole, Minutes, Person, Presence},
    template::{Body, BodyNumbering, StandingItem},
};
use reading::without_ids;
use std::path::{Path, PathBuf};

struct Typist {
    window: Window,
    clock: TestClock,
    keys: usize,
    takes: usize,
    /// What was typed since the last frame.
    ahead: Vec<Event>,
    /// What this typist does not know how to enter.
    left: Vec<String>,
}

impl Typist {
    fn press(&mut self, chords: &str) {
        self.catch_up();
        for chord in chords.split_whitespace().map(Chord::read) {
            self.keys += chord.keys();
            press(&mut self.window, &chord);
        }
    }

    fn types(&mut self, text: &str) {
        text.chars().for_each(|sign| self.sign(sign));
        self.catch_up();
        self.window.settle();
        self.clock.pass(50);
    }

    fn sign(&mut self, sign: char) {
        self.keys += keys_of(sign);
        self.ahead.push(Event::Text(sign.to_string()));
    }

    /// A key that is pressed amid the signs.
    fn tap(&mut self, key: Key) {
        self.keys += 1;
        let event =
            |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE };
        self.ahead.extend([event(true), event(false)]);
    }

    /// Plays what was typed, in one frame: the window takes any number of keys in one, in their order.
    fn catch_up(&mut self) {
        if !self.ahead.is_empty() {
            self.window.harness.input_mut().events.append(&mut self.ahead);
            self.window.harness.step();
        }
    }

    fn left_out(&mut self, what: String) {
        self.left.push(what);
    }

    fn minutes(&self) -> &Minutes {
        self.window.state().draft.as_ref().expect("a draft").session.minutes()
    }
}

/// What was counted.
struct Count {
    keys: usize,
    takes: usize,
    /// The characters of the exported text.
    characters: usize,
    /// Lines of the draft that came out otherwise, with what was wanted.
    differing: Vec<(String, String)>,
    left: Vec<String>,
}

impl Count {
    fn print(&self) {
        println!(
            "{} keys, {} of them take what is offered; {} characters are exported: {:.1} %",
            self.keys,
            self.takes,
            self.characters,
            self.keys as f64 * 100.0 / self.characters as f64
        );
    }
}

/// Types a draft in a window of its own, from the template of its body.
fn count(wanted: &Minutes, body: &str) -> Count {
    let folder = tempfile::tempdir().expect("a folder");
    let house = folder.path().join("config/templates").join(&wanted.house.style);
    std::fs::create_dir_all(house.join("bodies")).expect("the folder of the council's bodies");
    let shipped = root().join("templates").join(&wanted.house.style).join("style.ron");
    let style = std::fs::read_to_string(shipped).expect("a house style that ships");
    let own = style.find("council: \"").map(|at| at + "council: \"".len()).expect("the council of the style");
    let end = own + style[own..].find('"').expect("the end of its name");
    let style = format!("{}{}{}", &style[..own], wanted.house.council, &style[end..]);
    std::fs::write(house.join("style.ron"), style).expect("the council's own style");
    std::fs::write(house.join("bodies/typed.ron"), body).expect("the body's template");
    let settings = minutebook::store::Settings { preview: false, ..Default::default() };
    settings.save(&folder.path().join("state")).expect("the settings");
    let mut clock = TestClock::default();
    clock.day = Some(wanted.meeting.date);
    let window = Window::in_env(ports::env(folder.path(), &clock));
    let mut typist = Typist { window, clock, keys: 0, takes: 0, ahead: Vec::new(), left: Vec::new() };
    typist.begin(wanted);
    typist.business(wanted);
    typist.close(wanted);
    let (found, expected) = (without_ids(typist.minutes()), without_ids(wanted));
    let pairs = found.lines().zip(expected.lines()).filter(|(a, b)| a != b);
    let mut differing: Vec<_> = pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    if found.lines().count() != expected.lines().count() {
        differing.push((format!("{} lines", found.lines().count()), format!("{} lines", expected.lines().count())));
    }
    let characters = exported(folder.path(), typist.minutes());
    Count { keys: typist.keys, takes: typist.takes, characters, differing, left: typist.left }
}

/// How many characters the text of the export has, each run of white space as one.
fn exported(folder: &Path, minutes: &Minutes) -> usize {
    let path = folder.join("export.minutes.ron");
    minutebook::store::save(&path, minutes).expect("it can be saved");
    let desk = Desk::new(ports::env(folder, &TestClock::default()));
    let exported = desk.export(&path, None, minutebook::model::Audience::Public).expect("it exports");
    let bytes = std::fs::read(&exported.path).expect("the PDF");
    let text = pdf::text_in_tag_order(&bytes).expect("the text");
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().count()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A template such as the body of a draft may have: everybody in the attendance, and what is on every agenda.
fn template_of(minutes: &Minutes) -> String {
    let person = |person: &Person| Person { id: Id::default(), state: Presence::Present, ..person.clone() };
    let group =
        |group: &Group| Group { id: Id::default(), people: group.people.iter().map(person).collect(), ..group.clone() };
    let items = minutes.business.iter().flat_map(|section| {
        let standing = section.items.iter().filter(|item| item.role != ItemRole::Ordinary);
        standing.map(|item| StandingItem { title: item.title.clone(), role: item.role, section: section.kind })
    });
    let body = Body {
        name: minutes.house.body.clone(),
        short: minutes.house.body_short.clone(),
        numbering: BodyNumbering {
            restart: minutes.numbering.restart,
            first: 1,
            prefix: minutes.numbering.prefix.clone(),
        },
        quorum: minutes.attendance.quorum,
        start: minutes.meeting.start,
        venue: minutes.meeting.venue.clone(),
        public_heading: None,
        private_heading: None,
        groups: minutes.attendance.groups.iter().map(group).collect(),
        items: items.collect(),
    };
    ron::to_string(&body).expect("a template is plain data")
}

#[test]
fn the_sample_takes_at_most_eight_keys_for_ten_characters() {
    let sample = minutebook::store::open(&root().join("assets/samples/scrutiny.minutes.ron")).expect("the sample");
    let template = root().join("tests/fixtures/typist/parks-scrutiny-board.ron");
    let count = count(&sample, &std::fs::read_to_string(template).expect("the body's template"));
    count.print();
    assert_eq!(count.left, [""; 0], "all of the sample is typed");
    assert!(count.differing.is_empty(), "{:#?}", count.differing.iter().take(8).collect::<Vec<_>>());
    assert!(count.keys * 100 <= count.characters * 80, "{} keys for {} characters", count.keys, count.characters);
}

#[test]
#[ignore = "measures the draft that MINUTEBOOK_COUNT_KEYS names"]
fn the_keys_of_a_draft_are_counted() {
    let path = std::env::var_os("MINUTEBOOK_COUNT_KEYS").expect("MINUTEBOOK_COUNT_KEYS names a draft");
    let wanted = minutebook::store::open(Path::new(&path)).expect("the draft that MINUTEBOOK_COUNT_KEYS names");
    let body = match std::env::var_os("MINUTEBOOK_COUNT_BODY") {
        Some(path) => std::fs::read_to_string(path).expect("the template that MINUTEBOOK_COUNT_BODY names"),
        None => template_of(&wanted),
    };
    let count = count(&wanted, &body);
    count.print();
    for what in &count.left {
        println!("not typed: {what}");
    }
    for (found, wanted) in count.differing.iter().take(20) {
        println!("otherwise: {}\n   wanted: {}", found.trim(), wanted.trim());
    }
}
