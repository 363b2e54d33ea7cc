use super::{Field, LONG};
use egui::{Event, Modifiers, PointerButton, Pos2, vec2};

impl Field {
    fn button(&mut self, pos: Pos2, pressed: bool, modifiers: Modifiers) {
        let button = Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers };
        self.frame(vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(pos), button]);
        self.frame(vec![Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn click(&mut self, pos: Pos2) {
        self.button(pos, true, Modifiers::NONE);
        self.button(pos, false, Modifiers::NONE);
    }

    /// Presses at one place and lets go at another, by way of others.
    fn drag(&mut self, way: &[Pos2]) {
        let (from, to) = (way[0], way[way.len() - 1]);
        self.button(from, true, Modifiers::NONE);
        for pos in way {
            self.frame(vec![Event::PointerMoved(*pos)]);
        }
        self.button(to, false, Modifiers::NONE);
    }
}

#[test]
fn a_click_puts_the_caret_where_it_points() {
    let mut field = Field::new("the old roofs / • and drains|");
    let pos = field.place(0, 4);
    field.click(pos);
    assert_eq!(field.written(), "the |old roofs / • and drains");
    let pos = field.place(1, 3);
    field.click(pos);
    assert_eq!(field.written(), "the old roofs / • and| drains");
    let pos = field.place(0, 13) + vec2(80.0, 0.0);
    field.click(pos);
    assert_eq!(field.written(), "the old roofs| / • and drains", "behind the end of a line its end is meant");
}

#[test]
fn a_click_in_a_later_line_puts_the_caret_there() {
    let mut field = Field::new(&format!("|{LONG}"));
    let at = LONG.len() - 20;
    let pos = field.place(0, at);
    field.click(pos);
    assert_eq!(field.caret().head.at, at);
}

#[test]
fn a_double_click_selects_a_word_and_a_third_the_paragraph() {
    let mut field = Field::new("see the old roofs / • and drains|");
    let pos = field.place(0, 9);
    field.click(pos);
    field.click(pos);
    assert_eq!(field.written(), "see the [old] roofs / • and drains");
    field.click(pos);
    assert_eq!(field.written(), "[see the old roofs] / • and drains");
}

#[test]
fn a_drag_selects_over_paragraphs_and_backwards() {
    let mut field = Field::new("the old roofs / • and drains|");
    let (from, to) = (field.place(0, 8), field.place(1, 3));
    field.drag(&[from, from + vec2(20.0, 4.0), to]);
    assert_eq!(field.written(), "the old [roofs / • and] drains");
    field.drag(&[to, to - vec2(12.0, 4.0), from]);
    assert_eq!(field.written(), "the old ]roofs / • and[ drains");
    field.press("Backspace");
    assert_eq!(field.written(), "the old | drains");
}

#[test]
fn a_drag_behind_a_double_click_selects_by_words() {
    let mut field = Field::new("see the old roofs and drains|");
    let (from, to, back) = (field.place(0, 9), field.place(0, 14), field.place(0, 2));
    field.click(from);
    field.button(from, true, Modifiers::NONE);
    field.button(from, false, Modifiers::NONE);
    assert_eq!(field.written(), "see the [old] roofs and drains");
    let mut field = Field::new("see the old roofs and drains|");
    field.click(from);
    field.drag(&[from, from + vec2(12.0, 0.0), to]);
    assert_eq!(field.written(), "see the [old roofs] and drains", "whole words to the right");
    let mut field = Field::new("see the old roofs and drains|");
    field.click(from);
    field.drag(&[from, from - vec2(12.0, 0.0), back]);
    assert_eq!(field.written(), "]see the old[ roofs and drains", "and to the left, with the word it began with");
}

#[test]
fn a_click_with_shift_extends_what_is_selected() {
    let mut field = Field::new("the |old roofs");
    let pos = field.place(0, 7);
    field.button(pos, true, Modifiers::SHIFT);
    field.button(pos, false, Modifiers::SHIFT);
    assert_eq!(field.written(), "the [old] roofs");
    let pos = field.place(0, 0);
    field.button(pos, true, Modifiers::SHIFT);
    field.button(pos, false, Modifiers::SHIFT);
    assert_eq!(field.written(), "]the [old roofs");
}

#[test]
fn a_click_within_the_words_of_a_mark_is_at_its_nearer_end() {
    let mut field = Field::new("see {63/15} on|");
    let (start, end) = (field.place(0, 4), field.place(0, 7));
    assert!(end.x - start.x > 30.0, "the mark reads as the house writes it");
    field.click(start + vec2(6.0, 0.0));
    assert_eq!(field.written(), "see |{63/15} on");
    field.click(end - vec2(6.0, 0.0));
    assert_eq!(field.written(), "see {63/15}| on");
}

#[test]
fn what_was_typed_before_and_after_a_click_are_two_steps() {
    let mut field = Field::new("ab|");
    field.press("`x`");
    let pos = field.place(0, 0);
    field.click(pos);
    field.press("`y` Ctrl+Z");
    assert_eq!(field.written(), "|abx");
}
