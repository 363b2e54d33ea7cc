use crate::harness::Window;
use minutebook::app::{Action, Command, GOOD_NEWS, ToastKind};

/// After how long the window asks to be drawn again.
fn asks_again(window: &mut Window) -> std::time::Duration {
    window.settle();
    window.harness.step();
    window.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
}

#[test]
fn a_window_that_nobody_touches_is_not_drawn() {
    assert_eq!(asks_again(&mut Window::start()), std::time::Duration::MAX, "the start page");
    assert_eq!(asks_again(&mut Window::open()), std::time::Duration::MAX, "a draft");
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
