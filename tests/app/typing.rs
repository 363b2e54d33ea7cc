//! What is done by itself while the clerk types is switched in the menu, stays so until the next day, and follows the house
//! where nothing was chosen.

use crate::ports::Desk;
use minutebook::{
    app::{Action, Answer, Command, FileCommand, prose::Habits},
    format,
    model::{House, Meeting, Minutes},
};

const SWITCHES: [Action; 3] = [Action::BeginLists, Action::RaiseOrdinals, Action::TypographicSigns];

fn leave(mut desk: Desk) -> Desk {
    desk.run(Command::File(FileCommand::CloseRequested));
    desk.run(Command::Answer(Some(Answer::Discard)));
    desk.again()
}

/// A draft in a style of the council's own, which is the built-in one of that name but for its quotation marks.
fn open(desk: &mut Desk, style: &str) {
    let name = format!("{style}.minutes.ron");
    let minutes = Minutes {
        house: House { style: style.to_owned(), ..House::default() },
        meeting: Meeting { date: jiff::civil::date(2024, 10, 21), ..Meeting::default() },
        ..Minutes::default()
    };
    std::fs::write(desk.path(&name), format::write(&minutes)).expect("the draft can be written");
    desk.run(Command::File(FileCommand::Open(desk.path(&name))));
    assert_eq!(desk.minutes().house.style, style, "{:?}", desk.last_toast());
}

/// The parish asks for typographic signs.
fn asking() -> Desk {
    let desk = Desk::new();
    let folder = desk.path("config/templates/parish");
    std::fs::create_dir_all(&folder).expect("the folder of the council's style");
    let built_in = include_str!("../../templates/parish/style.ron");
    let own = built_in.replace("signs: AsTyped", "signs: Typographic");
    assert_ne!(own, built_in);
    std::fs::write(folder.join("style.ron"), own).expect("the council's own style");
    desk.again()
}

fn signs(desk: &Desk) -> bool {
    desk.app.state().habits().signs
}

#[test]
fn the_switches_say_how_they_stand_and_are_remembered() {
    let mut desk = Desk::new();
    assert_eq!(desk.app.state().habits(), Habits::default());
    for action in SWITCHES {
        let before = action.is_on(desk.app.state()).expect("it is a switch");
        desk.act(action);
        assert_eq!(action.is_on(desk.app.state()), Some(!before), "{action:?}");
    }
    let chosen = desk.app.state().habits();
    assert_eq!(chosen, Habits { lists: false, ordinals: false, signs: true });
    let mut desk = leave(desk);
    assert_eq!(desk.app.state().habits(), chosen);
    SWITCHES.into_iter().for_each(|action| desk.act(action));
    assert_eq!(leave(desk).app.state().habits(), Habits::default());
}

#[test]
fn a_command_that_is_no_switch_has_no_tick() {
    let desk = Desk::new();
    assert_eq!(Action::Bold.is_on(desk.app.state()), None);
    assert_eq!(Action::ToggleSpelling.is_on(desk.app.state()), Some(true));
    assert_eq!(Action::TogglePreview.is_on(desk.app.state()), Some(false));
}

#[test]
fn the_house_is_followed_where_nothing_was_chosen() {
    let mut desk = asking();
    assert!(!signs(&desk), "no draft is open");
    open(&mut desk, "parish");
    assert!(desk.app.state().problems.is_empty(), "{:?}", desk.app.state().problems);
    assert!(signs(&desk), "the parish asks for them");
    open(&mut desk, "coventry");
    assert!(!signs(&desk), "the city does not");
}

#[test]
fn what_was_chosen_holds_in_every_house_until_it_is_what_the_house_asks_for() {
    let mut desk = asking();
    open(&mut desk, "parish");
    desk.act(Action::TypographicSigns);
    assert!(!signs(&desk));
    let mut desk = leave(desk);
    open(&mut desk, "parish");
    assert!(!signs(&desk), "the choice is remembered");
    desk.act(Action::TypographicSigns);
    assert!(signs(&desk));
    open(&mut desk, "coventry");
    assert!(!signs(&desk), "what the parish asks for was no choice for other houses");
    desk.act(Action::TypographicSigns);
    open(&mut desk, "parish");
    desk.act(Action::TypographicSigns);
    open(&mut desk, "coventry");
    assert!(!signs(&desk), "chosen off in the parish");
}

#[test]
fn a_style_that_says_nothing_of_signs_asks_for_none() {
    let desk = Desk::new();
    let folder = desk.path("config/templates/parish");
    std::fs::create_dir_all(&folder).expect("the folder of the council's style");
    let style = include_str!("../../templates/parish/style.ron").replace("        signs: AsTyped,\n", "");
    assert!(!style.contains("signs:"));
    std::fs::write(folder.join("style.ron"), style).expect("an older style");
    let mut desk = desk.again();
    assert!(desk.app.state().problems.is_empty(), "{:?}", desk.app.state().problems);
    open(&mut desk, "parish");
    assert!(!signs(&desk));
}
