use crate::harness::Window;
use minutebook::app::{Action, Command, GOOD_NEWS, ToastKind};

/// After how long the window asks to be drawn again, once the pages have come that are made off the frame: a window that goes
/// on asking at once is not idle.
pub fn asks_again(window: &mut Window) -> std::time::Duration {
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    loop {
        window.settle();
        window.harness.step();
        let again = window.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        if !again.is_zero() || std::time::Instant::now() > until {
            return again;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_window_that_nobody_touches_is_not_drawn() {
    assert_eq!(asks_again(&mut Window::start()), std::time::Duration::MAX, "the start page");
    assert_eq!(asks_again(&mut Window::open()), std::time::Duration::MAX, "a draft");
    let mut window = Window::open();
    window.command(Command::Do(Action::TogglePreview));
    assert_eq!(asks_again(&mut window), std::time::Duration::MAX, "a draft without its pages");
    window.command(Command::Do(Action::TogglePreview));
    assert_eq!(asks_again(&mut window), std::time::Duration::MAX, "its pages again");
    window.command(Command::Select(minutebook::app::Selection::Closing));
    assert_eq!(
        asks_again(&mut window),
        std::time::Duration::MAX,
        "the pages of another form, once they have glided there"
    );
    let mut window = Window::open();
    window.command(Command::Do(Action::About));
    assert_eq!(asks_again(&mut window), std::time::Duration::MAX, "a dialog");
}

#[test]
fn good_news_leave_by_themselves() {
    let mut window = Window::open();
    let path = tempfile::tempdir().expect("a folder");
    window.command(Command::File(minutebook::app::FileCommand::SaveTo(path.path().join("a.minutes.ron"))));
    let news = |window: &Window| window.state().toasts.iter().filter(|toast| toast.kind == ToastKind::Done).count();
    assert_eq!(news(&window), 1);
    let again = asks_again(&mut window);
    assert!(again <= std::time::Duration::from_millis(GOOD_NEWS), "the window wakes up for it: {again:?}");
    window.clock.pass(GOOD_NEWS + 1);
    window.command(Command::DismissToast(u64::MAX));
    assert_eq!(news(&window), 0);
    assert_eq!(asks_again(&mut window), std::time::Duration::MAX);
}
