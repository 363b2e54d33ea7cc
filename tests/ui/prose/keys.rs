use super::{Field, LONG, case};
use egui::{Event, ImeEvent};
use egui_kittest::kittest::Queryable;
use minutebook::app::{Action, Command};

#[test]
fn all_keys_of_a_burst_keep_their_order() {
    case(
        "|",
        "`It was asked about:` Enter `- rooofs` Left Left Backspace Right Right Enter `drains` Enter Tab `old` Enter Shift+Tab \
         `walls` Enter Enter `On the 16th it was ` Ctrl+B `agreed` Ctrl+B `.`",
        "It was asked about: / • roofs / • drains / › – old / • walls / On the 16^th^ it was **agreed**.|",
    );
}

#[test]
fn undo_within_a_burst_takes_back_what_was_typed_before_it() {
    case("|", "`one` Enter `two` Ctrl+Z `three`", "one / three|");
    case("|", "`- ` Ctrl+Z `roofs`", "- roofs|");
    case("the [old] roofs", "Ctrl+B Ctrl+Z Ctrl+Y `x`", "the **x**| roofs");
}

#[test]
fn what_was_taken_back_in_the_window_is_not_done_again() {
    case("|", "`16th ` Backspace Backspace ` of`", "16th of|");
    case("|", "`16th ` Ctrl+Z Backspace ` of`", "16th of|");
    case("|", "`- ` Ctrl+Z Backspace ` roofs`", "- roofs|");
    case("|", "`1. ` Backspace ` roofs`", "\\1.  roofs|");
}

#[test]
fn word_and_line_keys_are_those_of_the_system() {
    case("the old| roofs", "Ctrl+Backspace", "the | roofs");
    case("the |old roofs", "Ctrl+Delete", "the | roofs");
    case("the old roofs|", "Ctrl+Left Ctrl+Left", "the |old roofs");
    case("|the old", "Ctrl+Shift+Right", "[the] old");
    case("a / b|", "Ctrl+Home Shift+End", "[a] / b");
    case("|a / b", "Ctrl+End Shift+Home", "a / ]b[");
    case("a| / b", "Ctrl+Shift+End", "a[ / b]");
    case("a / b|c / d", "Ctrl+Up", "a / |bc / d");
    case("a / b|c / d", "Ctrl+Down", "a / bc / |d");
    case("a|", "Shift+Enter `b`", "a⏎b|");
    case("a|", "Ctrl+Shift+8", "• a|");
    case("16[th]", "Ctrl+Period", "16[^th^]");
    case("a / b|", "Ctrl+A `x`", "x|");
    case("a [bc] d", "Left", "a |bc d");
    case("a [bc] d", "Right", "a bc| d");
}

#[test]
fn home_and_end_are_those_of_the_line_that_is_seen() {
    let before = format!("|{LONG}");
    let mut field = Field::new(&before);
    field.press("End");
    let first = field.caret().head.at;
    assert!(first > 20 && first < LONG.len() / 2 + 40, "the first of some lines ends at {first}");
    field.press("Right Down Home");
    let second = field.caret().head.at;
    assert!(second > first, "{second}");
    field.press("End Home");
    assert_eq!(field.caret().head.at, second);
    field.press("Home Left");
    assert_eq!(field.caret().head.at, second - 1, "home stays in its line");
    field.press("Ctrl+End");
    assert_eq!(field.caret().head.at, LONG.len());
}

#[test]
fn up_and_down_keep_their_distance_from_the_left_over_short_lines() {
    let before = format!("{LONG} / x / {}|{}", &LONG[..30], &LONG[30..]);
    let mut field = Field::new(&before);
    field.press("Up");
    assert_eq!((field.caret().head.paragraph, field.caret().head.at), (1, 1), "the short line has no more letters");
    field.press("Down");
    assert_eq!(
        (field.caret().head.paragraph, field.caret().head.at),
        (2, 30),
        "and below it the caret is where it was"
    );
    field.press("Up Left Down");
    assert_ne!(field.caret().head.at, 30, "a step to the side is another distance");
    let mut field = Field::new(&before);
    field.press("Shift+Up Shift+Up");
    let caret = field.caret();
    assert_eq!((caret.anchor.paragraph, caret.anchor.at, caret.head.paragraph), (2, 30, 0), "shift keeps the anchor");
}

#[test]
fn up_in_the_first_line_and_down_in_the_last_end_at_the_ends() {
    case("the ro|ofs", "Up", "|the roofs");
    case("the ro|ofs", "Down", "the roofs|");
    case("the ro|ofs", "Shift+Up", "]the ro[ofs");
    case("the ro|ofs", "Shift+Down", "the ro[ofs]");
}

#[test]
fn a_page_down_goes_through_a_long_text_and_a_page_up_comes_back() {
    let text = (0..80).map(|number| format!("line {number}")).collect::<Vec<_>>().join(" / ");
    let mut field = Field::new(&format!("|{text}"));
    field.press("PageDown");
    let down = field.caret().head.paragraph;
    assert!((8..60).contains(&down), "{down}");
    field.press("PageUp");
    assert_eq!(field.caret().head.paragraph, 0);
}

#[test]
fn what_is_switched_in_the_menu_holds_for_what_is_typed_and_undo_takes_it_back() {
    let typed = |action: Action, keys: &str| {
        let mut field = Field::new("|");
        field.press(keys);
        let before = field.written();
        let mut field = Field::new("|");
        field.window.command(Command::Do(action));
        field.press(keys);
        let after = field.written();
        let mut burst = Field::new("|");
        burst.window.command(Command::Do(action));
        burst.burst(keys);
        assert_eq!(burst.written(), after, "all keys in one frame");
        (before, after)
    };
    assert_eq!(typed(Action::BeginLists, "`- roofs`"), ("• roofs|".to_owned(), "- roofs|".to_owned()));
    assert_eq!(typed(Action::RaiseOrdinals, "`16th of`"), ("16^th^ of|".to_owned(), "16th of|".to_owned()));
    assert_eq!(typed(Action::TypographicSigns, "`it's`"), ("it's|".to_owned(), "it’s|".to_owned()));
    assert_eq!(typed(Action::TypographicSigns, "`'` Backspace").1, "'|");
    assert_eq!(typed(Action::TypographicSigns, "`'` Ctrl+Z").1, "'|");
}

#[test]
fn down_goes_on_in_the_next_piece_of_prose_and_up_comes_back() {
    let mut field = Field::followed_by("the roo|fs", &["the drains"]);
    field.press("Down");
    let there = field.caret();
    assert_eq!(there.at, super::ProseAt::Part(super::Id(12)));
    assert_eq!(there.head.at, "the dra".len(), "at the same distance from the left, or nearly so");
    field.press("Up");
    assert_eq!(field.written(), "the roo|fs");
    field.burst("Down `x` Up `y`");
    assert_eq!(field.prose().len(), 1);
    let minutes = field.window.state().draft.as_ref().expect("a draft").session.minutes();
    let other = minutes.prose(super::ProseAt::Part(super::Id(12))).expect("the other piece");
    assert!(other[0] != super::Paragraph::plain("the drains"), "what was typed behind Down is in the other piece");
    assert!(field.prose()[0] != super::Paragraph::plain("the roofs"), "and behind Up in the first again");
}

#[test]
fn tab_goes_to_the_next_slot_and_typing_fills_it() {
    case("|by {?who} on {?when}.", "Tab", "by [{?who}] on {?when}.");
    case("|by {?who} on {?when}.", "Tab `her` Tab `Monday`", "by her on Monday|.");
    case("• a / • b|", "Tab", "• a / › – b|");
    case("• {?who} / • b|", "Tab", "• {?who} / › – b|");
}

#[test]
fn tab_in_running_text_goes_on_and_shift_tab_comes_back() {
    let mut field = Field::new("the roofs|");
    let focused = |field: &Field| {
        let harness = &field.window.harness;
        harness.get_by_role_and_label(egui::Role::MultilineTextInput, "Text").is_focused()
    };
    assert!(focused(&field));
    field.press("Tab");
    assert!(!focused(&field), "Tab leaves running text");
    field.press("Shift+Tab `x`");
    assert_eq!(field.written(), "the roofsx|", "and the caret is where it was");
}

#[test]
fn lists_are_cut_copied_and_pasted_as_lists() {
    case(
        "1. [a / › a. **b**] / x",
        "Ctrl+C Ctrl+End Enter Paste`1. a⏎  a. b`",
        "1. a / › a. **b** / x / 1. a / › a. **b**|",
    );
    case("1. [a / › a. **b**] / x", "Ctrl+X Ctrl+End Enter Paste`1. a⏎  a. b`", "1.  / x / 1. a / › a. **b**|");
    case("the [**old**] roofs", "Ctrl+C Ctrl+End Paste`old`", "the **old** roofs**old**|");
    case("the [**old**] roofs", "Ctrl+C Ctrl+End Paste`other`", "the **old** roofsother|");
    case("the |roofs", "Ctrl+X Ctrl+C", "the |roofs");
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
}

fn shown(field: &Field) -> String {
    let node = field.window.harness.get_by_role_and_label(egui::Role::MultilineTextInput, "Text");
    node.value().unwrap_or_default()
}

#[test]
fn an_input_method_composes_at_the_caret_and_puts_in_what_was_chosen() {
    let mut field = Field::new("a **b**|c");
    field.frame(vec![preedit("e")]);
    assert_eq!(shown(&field), "a bec");
    field.frame(vec![preedit("")]);
    field.window.settle();
    assert_eq!((field.written().as_str(), shown(&field).as_str()), ("a **b**|c", "a bc"), "given up");
    field.frame(vec![preedit("ê"), Event::Ime(ImeEvent::Commit("ê".to_owned())), Event::Text("t".to_owned())]);
    field.window.settle();
    assert_eq!(field.written(), "a **bêt**|c");
    field.press("Ctrl+Z");
    assert_eq!(field.written(), "a **b**|c");
}

#[test]
fn an_input_method_takes_the_place_of_what_is_selected() {
    let mut field = Field::new("the [old] roofs");
    field.frame(vec![preedit("n")]);
    field.window.settle();
    assert_eq!(shown(&field), "the n roofs");
    field.frame(vec![Event::Ime(ImeEvent::Commit("ny".to_owned()))]);
    field.window.settle();
    assert_eq!(field.written(), "the ny| roofs");
}

#[test]
fn an_input_method_may_take_away_what_is_around_the_caret() {
    let mut field = Field::new("the ol|d roofs");
    field.frame(vec![Event::Ime(ImeEvent::DeleteSurrounding { before_chars: 2, after_chars: 1 })]);
    field.window.settle();
    assert_eq!(field.written(), "the | roofs");
}

#[test]
fn the_caret_comes_back_with_undo_and_typing_goes_on_there() {
    case("a| / b", "`x` Down `y` Ctrl+Z Ctrl+Z `z`", "az| / b");
}

#[test]
fn marks_are_stepped_over_and_go_whole_in_the_window() {
    case("see {63/15}| on", "Left `x`", "see x|{63/15} on");
    case("see |{63/15} on", "Right `x`", "see {63/15}x| on");
    case("see {63/15}| on", "Backspace", "see | on");
    case("see {63/15} on|", "Home End `.`", "see {63/15} on.|");
}

#[test]
fn letters_that_come_in_one_event_are_typed_one_after_the_other() {
    let mut field = Field::new("|");
    field.frame(vec![Event::Text("- on the 16th of".to_owned())]);
    field.window.settle();
    assert_eq!(field.written(), "• on the 16^th^ of|");
    field.press("Ctrl+Z");
    assert_eq!(field.written(), "• on the 16^th^ |");
}

#[test]
fn two_frames_that_come_close_keep_their_order() {
    let mut field = Field::new("|");
    field.frame(super::events("`one` Ctrl+Z `two`"));
    field.frame(super::events("Enter `three` Ctrl+Z Ctrl+Z"));
    field.frame(super::events("` four`"));
    field.window.settle();
    assert_eq!(field.written(), "two four|");
}
