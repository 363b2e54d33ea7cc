use egui::{Modifiers, Pos2, Role, Vec2};
use egui_kittest::{Harness, kittest::Queryable};
use minutebook::{
    app::{Command, Draft, Picture, State, ThemeChoice, ViewCommand},
    edit::Session,
    frame::{Area, Frame, Leaf, Meta, NodeId, Page, TagTree},
    model::Minutes,
    preview::Bitmap,
    ui::{panels::preview::Preview, theme},
};
use std::sync::Arc;

const PAGES: usize = 300;

/// The pages in a panel, with what they asked for.
struct Desk {
    state: State,
    preview: Preview,
    out: Vec<Command>,
}

impl Desk {
    fn draft(&mut self) -> &mut Draft {
        self.state.draft.as_mut().expect("a draft is open")
    }

    /// The pages that were last said to be in view.
    fn in_view(&self) -> Option<(usize, usize, f32)> {
        self.out.iter().rev().find_map(|command| match command {
            Command::View(ViewCommand::PagesInView { first, last, pixels_per_point }) => {
                Some((*first, *last, *pixels_per_point))
            }
            _ => None,
        })
    }
}

/// A frame of A4 pages; each says at its middle that it comes from the node of its number, counted from 1.
fn frame(pages: usize) -> Frame {
    let page = |number: usize| {
        let area = Area { x: 70.0, y: 400.0, width: 455.0, height: 14.0, node: NodeId(number as u64 + 1) };
        Arc::new(Leaf::from(Page { marks: Vec::new(), areas: vec![area] }))
    };
    Frame {
        meta: Meta::default(),
        width: 595.0,
        height: 842.0,
        first_number: 1,
        pages: (0..pages).map(page).collect(),
        tags: TagTree::default(),
        bookmarks: Vec::new(),
        targets: Vec::new(),
        missing: Vec::new(),
    }
}

fn desk() -> Harness<'static, Desk> {
    let mut draft = Draft::new(Session::opened(Minutes::default()), None);
    draft.pages.frame = Some(Arc::new(frame(PAGES)));
    let state = State { draft: Some(draft), ..State::default() };
    let desk = Desk { state, preview: Preview::default(), out: Vec::new() };
    let mut harness = Harness::builder().with_size([520.0, 800.0]).with_max_steps(24).build_ui_state(
        |ui, desk: &mut Desk| {
            if ui.ctx().cumulative_pass_nr() == 0 {
                theme::apply(ui.ctx(), ThemeChoice::Light);
                return;
            }
            let draft = desk.state.draft.as_ref().expect("a draft is open");
            desk.preview.show(ui, &desk.state, draft, &mut desk.out);
        },
        desk,
    );
    harness.run();
    harness
}

fn scroll(harness: &mut Harness<'_, Desk>, points: f32) {
    harness.hover_at(Pos2::new(260.0, 400.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: Vec2::new(0.0, -points),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
    });
    harness.run();
}

#[test]
fn only_the_pages_in_view_are_drawn_and_asked_for() {
    let mut harness = desk();
    let (first, last, scale) = harness.state().in_view().expect("pages in view");
    assert_eq!((first, last), (0, 1));
    let page = harness.get_by_role_and_label(Role::Image, "Page 1 of 300").rect();
    assert!((scale - page.width() / 595.0).abs() < 0.01, "{scale} for {page:?}");
    assert!(page.width() > 440.0, "pages are as wide as their panel: {page:?}");
    assert!(harness.query_all_by_role(Role::Image).count() <= 2);
    let said = harness.state().out.len();
    harness.run_steps(3);
    assert_eq!(harness.state().out.len(), said, "the same view is said once");
    scroll(&mut harness, 20_000.0);
    let (first, last, _) = harness.state().in_view().expect("pages in view");
    assert!(first > 20 && last - first <= 2, "{first} to {last}");
    assert!(harness.query_all_by_role(Role::Image).count() <= 3);
}

#[test]
fn a_click_on_the_page_leads_to_where_its_text_comes_from() {
    let mut harness = desk();
    let page = harness.get_by_role_and_label(Role::Image, "Page 1 of 300").rect();
    let at = page.min + Vec2::new(page.width() / 2.0, page.height() * 405.0 / 842.0);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    assert!(harness.state().out.contains(&Command::Follow(NodeId(1))), "{:?}", harness.state().out);
}

#[test]
fn the_page_of_the_selection_comes_into_view_unless_the_clerk_scrolled_away() {
    let mut harness = desk();
    harness.state_mut().draft().pages.place = Some((120, 400.0));
    harness.state_mut().draft().attention += 1;
    harness.run_steps(6);
    let (first, last, _) = harness.state().in_view().expect("pages in view");
    assert!((first..=last).contains(&120), "{first} to {last}");
    scroll(&mut harness, 10_000.0);
    let away = harness.state().in_view();
    harness.state_mut().draft().pages.place = Some((121, 0.0));
    harness.run_steps(6);
    assert_eq!(harness.state().in_view(), away, "typing does not take the pages away from where the clerk reads");
    harness.state_mut().draft().pages.place = Some((5, 0.0));
    harness.state_mut().draft().attention += 1;
    harness.run_steps(6);
    let (first, last, _) = harness.state().in_view().expect("pages in view");
    assert!((first..=last).contains(&5), "another selection brings them back: {first} to {last}");
}

#[test]
fn pictures_are_let_go_when_the_application_lets_them_go() {
    let mut harness = desk();
    let bitmap = Arc::new(Bitmap { width: 2, height: 2, pixels: vec![255; 16] });
    let textures = |harness: &Harness<'_, Desk>| {
        let manager = harness.ctx.tex_manager();
        let manager = manager.read();
        manager.allocated().filter(|(_, meta)| meta.name.starts_with("page ")).count()
    };
    harness.state_mut().draft().pages.pictures.insert(0, Picture { bitmap, stamp: 1 });
    harness.run_steps(3);
    assert_eq!(textures(&harness), 1);
    harness.state_mut().draft().pages.pictures.clear();
    harness.run_steps(3);
    assert_eq!(textures(&harness), 0);
}

#[test]
fn the_audience_and_the_size_are_changed_above_the_pages() {
    use minutebook::app::Action;
    let mut harness = desk();
    for (label, action) in [
        ("Pages for: Members", Action::ToggleAudience),
        ("Larger pages", Action::ZoomIn),
        ("Smaller pages", Action::ZoomOut),
    ] {
        harness.get_by_label(label).click();
        harness.run();
        assert_eq!(harness.state().out.last(), Some(&Command::Do(action)), "{label}");
    }
}

/// Where a bar is painted on a page: from the top of the page, in points of the paper.
fn bars(harness: &Harness<'_, Desk>) -> Vec<egui::Rect> {
    let shapes = harness.output().shapes.iter();
    let bars = shapes.filter_map(|clipped| match &clipped.shape {
        egui::Shape::Rect(shape) if shape.fill == theme::print::ACCENT => Some(shape.rect),
        _ => None,
    });
    bars.collect()
}

#[test]
fn a_bar_stands_beside_the_paragraph_that_is_being_typed_and_nowhere_else() {
    let mut harness = desk();
    assert!(bars(&harness).is_empty());
    harness.state_mut().draft().pages.typed = vec![(0, 400.0..428.0)];
    harness.run();
    let page = harness.get_by_role_and_label(Role::Image, "Page 1 of 300").rect();
    let bars = bars(&harness);
    assert_eq!(bars.len(), 1, "{bars:?}");
    let scale = page.width() / 595.0;
    assert!((bars[0].top() - page.top() - 400.0 * scale).abs() < 1.0 && (bars[0].height() - 28.0 * scale).abs() < 1.0);
    assert!(bars[0].left() > page.left() && bars[0].right() < page.left() + 60.0 * scale, "in the margin: {bars:?}");
}

#[test]
fn follow_brings_the_pages_back_to_what_is_typed_and_so_does_another_text() {
    use minutebook::{
        app::Caret,
        edit::prose::Point,
        model::{Id, ProseAt},
    };
    let caret = |part: u32| {
        let head = Point { paragraph: 0, at: 0 };
        Some(Caret { at: ProseAt::Part(Id(part)), anchor: head, head })
    };
    let sees = |harness: &Harness<'_, Desk>, page: usize| {
        let (first, last, _) = harness.state().in_view().expect("pages in view");
        (first..=last).contains(&page)
    };
    let mut harness = desk();
    harness.state_mut().draft().pages.place = Some((120, 400.0));
    harness.state_mut().draft().caret = caret(1);
    harness.run_steps(8);
    assert!(sees(&harness, 120) && harness.query_by_label("Follow").is_none());
    scroll(&mut harness, 10_000.0);
    harness.state_mut().draft().pages.place = Some((120, 430.0));
    harness.run_steps(8);
    assert!(!sees(&harness, 120), "the clerk reads elsewhere");
    harness.get_by_label("Follow").click();
    harness.run_steps(8);
    assert!(sees(&harness, 120) && harness.query_by_label("Follow").is_none());
    scroll(&mut harness, 10_000.0);
    harness.state_mut().draft().caret = caret(2);
    harness.state_mut().draft().pages.place = Some((121, 100.0));
    harness.run_steps(8);
    assert!(sees(&harness, 121), "the caret went to another text");
    let again = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(again, std::time::Duration::MAX, "once it is there nothing is drawn any more");
}
