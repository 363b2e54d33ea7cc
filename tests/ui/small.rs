//! In a small window nothing lies over something else, and what is being typed stays in view.

use crate::harness::Window;
use egui::{Key, Modifiers, Rect, Role, Vec2, vec2};
use egui_kittest::kittest::Queryable;
use minutebook::app::{Action, Command};

const SMALL: Vec2 = vec2(1000.0, 650.0);

fn small() -> Window {
    let mut window = Window::open();
    window.harness.set_size(SMALL);
    window
        .wait_for("the pages", |window| window.state().draft.as_ref().is_some_and(|draft| draft.pages.frame.is_some()));
    window
}

/// Where the caret is, as an input method is told.
fn caret(window: &Window) -> Rect {
    window.harness.output().platform_output.ime.as_ref().expect("text has the focus").cursor_rect
}

#[test]
fn the_line_above_the_pages_has_room_for_all_that_stands_in_it() {
    for (size, page) in [(SMALL, "1/6"), (vec2(960.0, 600.0), "1/6"), (vec2(1440.0, 900.0), "Page 1 of 6")] {
        let mut window = small();
        window.harness.set_size(size);
        window.settle();
        let rect = |label: &str| {
            let mut found = window.harness.get_all_by_label(label).map(|node| node.rect());
            found.rfind(|rect| rect.top() < 84.0).expect("it is there")
        };
        let buttons = [rect("Pages for: Public"), rect("Pages for: Members"), rect(page), rect("Smaller pages")];
        for pair in buttons.windows(2) {
            assert!(pair[0].right() <= pair[1].left(), "{size}: {pair:?}");
        }
        let larger = window.harness.get_by_role_and_label(Role::Button, "Larger pages").rect();
        assert!(larger.right() <= size.x && larger.left() >= buttons[3].right(), "{size}: {larger:?}");
    }
}

#[test]
fn the_line_that_is_typed_stays_in_view_with_the_lines_around_it() {
    let mut window = small();
    let in_view = |window: &Window, what: &str| {
        let (caret, bottom) = (caret(window), window.harness.ctx.content_rect().bottom() - 32.0);
        assert!(caret.top() > 36.0 + 20.0 && caret.bottom() < bottom - 20.0, "{what}: {caret:?} above {bottom}");
    };
    let last = window.state().draft.as_ref().expect("a draft").session.minutes().items()[2].item.id;
    window.command(Command::Write(last));
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    window.settle();
    in_view(&window, "at the end of a long text");
    for _ in 0..12 {
        window.harness.key_press(Key::Enter);
        window.settle();
    }
    in_view(&window, "below");
    window.harness.set_size(vec2(1000.0, 600.0));
    window.settle();
    in_view(&window, "in a lower window");
    window.command(Command::Do(Action::Notes));
    window.harness.key_press(Key::F2);
    window.settle();
    in_view(&window, "back from the notes");
}
