//! The pages beside the form: made off the frame, the newest state wins, only pages in view are drawn, and a click leads to
//! the form.

use crate::ports::Desk;
use minutebook::{
    app::{Action, App, Change, Command, FileCommand, Focus, Selection, ViewCommand},
    frame::NodeId,
    model::{Audience, Paragraph, PartContent, ProseAt},
};

fn current(app: &App) -> bool {
    let Some(draft) = &app.state().draft else { return false };
    draft.pages.frame.is_some()
        && draft.pages.revision == draft.session.revision()
        && app.state().view.in_view.clone().all(|page| draft.pages.pictures.contains_key(&page))
}

fn opened() -> Desk {
    let mut desk = Desk::with_pages();
    desk.run(Command::File(FileCommand::OpenSample(0)));
    desk.wait("the pages", current);
    desk
}

fn stamps(desk: &Desk) -> Vec<(usize, u64)> {
    let pictures = &desk.app.state().draft.as_ref().expect("a draft is open").pages.pictures;
    pictures.iter().map(|(page, picture)| (*page, picture.stamp)).collect()
}

fn type_at_the_end(desk: &mut Desk, text: &str) {
    let text = vec![Paragraph::plain(text)];
    desk.run(Command::Change(Change::Prose { at: ProseAt::ClosingRemarks, text }));
}

#[test]
fn the_pages_are_told_of_each_change_and_the_draft_is_copied_once() {
    use minutebook::app::BusinessChange;
    let mut desk = opened();
    let copied = |desk: &Desk| shown(desk).copied;
    assert_eq!(copied(&desk), 1, "when it was opened");
    type_at_the_end(&mut desk, "One.");
    let mut item = desk.minutes().items()[1].item.clone();
    desk.run(Command::Select(Selection::Item(item.id)));
    item.title.push_str(" again");
    desk.run(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(item)))));
    desk.act(Action::MoveItemDown);
    desk.act(Action::AddItem);
    desk.act(Action::AddResolution);
    desk.act(Action::RemoveItem);
    let changed = desk.app.state().draft.as_ref().expect("a draft").session.revision();
    assert!(changed >= 5, "{changed} changes");
    while desk.app.state().draft.as_ref().expect("a draft").session.undo_label().is_some() {
        desk.act(Action::Undo);
    }
    for _ in 0..4 {
        desk.act(Action::Redo);
    }
    desk.wait("the pages of the last change", current);
    assert_eq!(copied(&desk), 1);
    let anew = {
        let minutes = desk.minutes().clone();
        let path = desk.path("again.minutes.ron");
        minutebook::store::save(&path, &minutes).expect("it can be saved");
        let mut other = Desk::with_pages();
        other.run(Command::File(FileCommand::Open(path)));
        other.wait("the pages", current);
        format!("{:?}", shown(&other).frame.as_ref().expect("pages").pages.len())
    };
    assert_eq!(format!("{:?}", shown(&desk).frame.as_ref().expect("pages").pages.len()), anew);
    desk.act(Action::TogglePreview);
    type_at_the_end(&mut desk, "Unseen.");
    desk.act(Action::TogglePreview);
    desk.wait("the pages again", current);
    assert_eq!(copied(&desk), 2, "who was told of nothing for a while is told of the whole");
}

#[test]
fn of_many_keystrokes_the_last_is_shown_in_the_end() {
    let mut desk = opened();
    for length in 1..40 {
        type_at_the_end(&mut desk, &"x".repeat(length));
    }
    desk.wait("the pages of the last keystroke", current);
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    let frame = draft.pages.frame.as_ref().expect("there are pages");
    assert!(format!("{frame:?}").contains(&"x".repeat(39)));
}

#[test]
fn only_pages_in_view_are_kept_and_only_those_that_changed_are_drawn_again() {
    let mut desk = opened();
    let pages = desk.app.state().draft.as_ref().and_then(|d| d.pages.frame.as_ref()).map_or(0, |f| f.pages.len());
    assert!(pages >= 3, "the sample has {pages} pages");
    let view = |first, last| Command::View(ViewCommand::PagesInView { first, last, pixels_per_point: 1.0 });
    desk.run(view(0, pages - 1));
    desk.wait("all pages", current);
    let before = stamps(&desk);
    assert_eq!(before.len(), pages);
    type_at_the_end(&mut desk, "One more line.");
    let last = before[pages - 1].1;
    desk.wait("the last page", |app| {
        let pictures = app.state().draft.as_ref().map(|draft| &draft.pages.pictures);
        pictures.and_then(|pictures| pictures.get(&(pages - 1))).is_some_and(|picture| picture.stamp != last)
    });
    let after = stamps(&desk);
    assert_eq!(before[..pages - 1], after[..pages - 1], "the first pages are the old pictures");
    desk.run(view(1, 1));
    desk.wait("the page in view", |app| {
        app.state().draft.as_ref().is_some_and(|draft| draft.pages.pictures.keys().eq([&1]))
    });
    assert_eq!(stamps(&desk), after[1..2], "and it is not drawn again");
}

#[test]
fn hidden_pages_cost_nothing() {
    let mut desk = opened();
    desk.act(Action::TogglePreview);
    assert!(stamps(&desk).is_empty());
    let revision = desk.app.state().draft.as_ref().map(|draft| draft.pages.revision);
    type_at_the_end(&mut desk, "Unseen.");
    std::thread::sleep(std::time::Duration::from_millis(200));
    desk.app.poll();
    assert_eq!(desk.app.state().draft.as_ref().map(|draft| draft.pages.revision), revision);
    desk.act(Action::TogglePreview);
    desk.wait("the pages again", current);
}

#[test]
fn the_pages_are_those_of_the_audience_that_was_chosen() {
    let mut desk = opened();
    let item = desk.minutes().items()[4].item.clone();
    desk.run(Command::Select(Selection::Item(item.id)));
    desk.act(Action::TogglePrivateItem);
    desk.wait("the pages", current);
    let holds = |desk: &Desk| {
        let draft = desk.app.state().draft.as_ref().expect("a draft is open");
        let tags: String =
            draft.pages.frame.iter().flat_map(|frame| &frame.bookmarks).map(|b| b.text.clone()).collect();
        tags.contains(&item.title)
    };
    assert!(!holds(&desk), "the public does not see it");
    desk.act(Action::ToggleAudience);
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    assert!(
        draft.pages.audience == Audience::Members && draft.pages.pictures.is_empty(),
        "no old picture under a new name"
    );
    desk.wait("the members' pages", current);
    assert!(holds(&desk));
}

#[test]
fn a_click_on_the_page_leads_to_the_form_and_the_form_to_its_place_on_the_page() {
    let mut desk = opened();
    let frame = desk.app.state().draft.as_ref().and_then(|draft| draft.pages.frame.clone()).expect("there are pages");
    let nodes: Vec<NodeId> = frame.pages.iter().flat_map(|page| &page.areas).map(|area| area.node).collect();
    let mut forms = Vec::new();
    for node in nodes {
        desk.run(Command::Follow(node));
        let draft = desk.app.state().draft.as_ref().expect("a draft is open");
        if !forms.contains(&draft.selection) {
            forms.push(draft.selection);
            assert!(draft.pages.place.is_some(), "{:?} has a place on the page", draft.selection);
        }
    }
    let items = desk.minutes().items().iter().map(|visit| Selection::Item(visit.item.id)).collect::<Vec<_>>();
    assert!(items.iter().all(|item| forms.contains(item)), "each item is reached from the page");
    assert!(forms.contains(&Selection::Attendance) && forms.contains(&Selection::Closing));

    let item = desk.minutes().items()[3].item.clone();
    let part = item.parts.iter().find(|part| matches!(part.content, PartContent::Prose(_))).expect("it has text").id;
    let at = |page: usize, y: f32| frame.pages[page].node_at(200.0, y + 2.0);
    desk.run(Command::Select(Selection::Item(item.id)));
    let (page, y) = desk.app.state().draft.as_ref().and_then(|draft| draft.pages.place).expect("it has a place");
    desk.run(Command::Follow(at(page, y + 28.0).expect("something stands there")));
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    assert_eq!(draft.focus, Some(Focus::Prose(ProseAt::Part(part))), "the caret goes to the text that was clicked");
}

#[test]
fn the_pages_of_a_draft_that_was_closed_are_not_shown_for_the_next() {
    let mut desk = opened();
    type_at_the_end(&mut desk, "The old one.");
    desk.run(Command::Do(Action::CloseDraft));
    desk.run(Command::Answer(Some(minutebook::app::Answer::Discard)));
    desk.run(Command::File(FileCommand::OpenSample(1)));
    desk.wait("the pages", current);
    let draft = desk.app.state().draft.as_ref().expect("a draft is open");
    let frame = draft.pages.frame.as_ref().expect("there are pages");
    assert!(!format!("{frame:?}").contains("The old one."));
}

fn shown(desk: &Desk) -> &minutebook::app::Pages {
    &desk.app.state().draft.as_ref().expect("a draft is open").pages
}

#[test]
fn a_burst_of_keystrokes_is_set_a_few_times_and_the_last_is_shown() {
    let mut desk = opened();
    let before = shown(&desk).set;
    for length in 1..=30 {
        type_at_the_end(&mut desk, &"y".repeat(length));
    }
    desk.wait("the pages of the last keystroke", current);
    let times = shown(&desk).set - before;
    assert!((1..=15).contains(&times), "30 keystrokes were set {times} times");
    assert!(format!("{:?}", shown(&desk).frame).contains(&"y".repeat(30)));
}

#[test]
fn without_the_pages_nothing_is_set_and_the_numbers_follow_all_the_same() {
    let mut desk = opened();
    desk.act(Action::TogglePreview);
    let before = shown(&desk).set;
    let numbers = |desk: &Desk| desk.app.state().draft.as_ref().expect("a draft is open").words.numbers.clone();
    let numbered = numbers(&desk);
    let items = desk.minutes().items().iter().map(|visit| visit.item.id).collect::<Vec<_>>();
    desk.run(Command::Select(Selection::Item(items[2])));
    desk.act(Action::MoveItemUp);
    type_at_the_end(&mut desk, "Unseen.");
    assert_ne!(numbers(&desk), numbered, "the item that went up has another number");
    std::thread::sleep(std::time::Duration::from_millis(300));
    desk.app.poll();
    assert_eq!(shown(&desk).set, before, "nobody sees them");
    desk.act(Action::TogglePreview);
    desk.wait("the pages again", current);
    assert_eq!(shown(&desk).set, before + 1);
}

#[test]
fn the_paragraph_that_is_being_typed_is_found_on_the_page() {
    use minutebook::{
        app::Caret,
        compose::{Place, TextOf},
        edit::prose::Point,
    };
    let mut desk = opened();
    let visits = desk.minutes().items();
    let texts = visits.iter().flat_map(|visit| &visit.item.parts).filter_map(|part| match &part.content {
        PartContent::Prose(prose) if prose.len() > 1 => Some(part.id),
        _ => None,
    });
    let part = texts.into_iter().next().expect("an item has two paragraphs");
    let item = desk.minutes().part(part).expect("it is there").0.id;
    desk.run(Command::Select(Selection::Item(item)));
    assert!(shown(&desk).typed.is_empty(), "nothing is typed yet");
    let mut last = (0, 0.0);
    for paragraph in [0, 1] {
        let head = Point { paragraph, at: 0 };
        desk.run(Command::Caret(Caret { at: ProseAt::Part(part), anchor: head, head }));
        let node = Place::Text { of: TextOf::Part, id: part, paragraph: paragraph as u16 }.encode();
        let on_page = shown(&desk).frame.as_ref().and_then(|frame| frame.place_of(node)).expect("it is on a page");
        let typed = &shown(&desk).typed;
        assert_eq!((typed[0].0, typed[0].1.start), on_page);
        assert!(typed[0].1.end > typed[0].1.start + 8.0, "at least a line: {typed:?}");
        assert_eq!(shown(&desk).place, Some(on_page));
        assert!(on_page > last);
        last = on_page;
    }
    desk.run(Command::Select(Selection::Attendance));
    assert!(shown(&desk).typed.is_empty(), "the clerk is elsewhere");
}
