use super::{click, fill, item, new_item, press, typed};
use crate::harness::Window;
use egui::{Key, accesskit::Toggled};
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::model::{Id, Motion, MotionResult, Outcome, PartContent, Resolution, Tally, VoteWords};

fn resolution(window: &Window, id: Id) -> &Resolution {
    match &item(window, id).parts[0].content {
        PartContent::Resolution(resolution) => resolution,
        other => panic!("not a resolution: {other:?}"),
    }
}

fn motion(window: &Window, id: Id) -> &Motion {
    match &item(window, id).parts[0].content {
        PartContent::Motion(motion) => motion,
        other => panic!("not a motion: {other:?}"),
    }
}

#[test]
fn a_resolution_is_typed_classed_and_moved() {
    let (mut window, id) = new_item();
    click(&mut window, "Resolution");
    assert!(window.harness.get_by_label("What was resolved").is_focused());
    typed(&mut window, "the report be noted");
    window.harness.get_by_label("Outcome").focus();
    window.settle();
    for _ in 0..4 {
        press(&mut window, Key::ArrowDown);
    }
    fill(&mut window, "To", "Cabinet");
    fill(&mut window, "Moved by", "eccl");
    press(&mut window, Key::Tab);
    typed(&mut window, "dunm");
    press(&mut window, Key::Enter);
    let resolution = resolution(&window, id);
    assert_eq!(resolution.text, vec![minutebook::model::Paragraph::plain("the report be noted")]);
    assert_eq!(resolution.outcome, Outcome::Recommended { to: "Cabinet".to_owned() });
    let named = |who: &Option<_>| who.as_ref().map(|who| window.state().who(who));
    assert_eq!(named(&resolution.movers.mover).as_deref(), Some("Councillor S Eccles"));
    assert_eq!(named(&resolution.movers.seconder).as_deref(), Some("Councillor J Dunmore"));
}

#[test]
fn votes_are_recorded_in_words_in_figures_and_by_name() {
    let (mut window, id) = new_item();
    click(&mut window, "Resolution");
    click(&mut window, "Vote");
    assert_eq!(
        resolution(&window, id).vote.as_ref().map(|v| &v.tally),
        Some(&Tally::Words(VoteWords::Other(String::new())))
    );
    click(&mut window, "Recorded: In figures");
    fill(&mut window, "For", "7");
    fill(&mut window, "Abstained", "1");
    let counts = Tally::Counts { in_favour: 7, against: 0, abstained: 1, not_voting: 0 };
    assert_eq!(resolution(&window, id).vote.as_ref().map(|vote| &vote.tally), Some(&counts));
    click(&mut window, "Recorded: By name");
    window.harness.get_by_label("Councillor T Ashdown").focus();
    window.settle();
    // Each letter goes on to the next name.
    typed(&mut window, "f");
    // All letters of a burst in one frame count.
    typed(&mut window, "abn");
    let Some(Tally::Named { in_favour, against, abstained, not_voting }) =
        resolution(&window, id).vote.as_ref().map(|vote| &vote.tally)
    else {
        panic!("a vote by name")
    };
    let named = |list: &[minutebook::model::Who]| list.iter().map(|who| window.state().who(who)).collect::<Vec<_>>();
    assert_eq!(named(in_favour), ["Councillor T Ashdown"]);
    assert_eq!(named(against), ["Councillor R Bellamy"]);
    assert_eq!(named(abstained), ["Councillor H Chaudhry"]);
    assert_eq!(named(not_voting), ["Councillor J Dunmore"]);
    let ticked = |row| window.harness.get_by_label(row).accesskit_node().toggled();
    assert_eq!(ticked("Councillor T Ashdown, For"), Some(Toggled::True));
    assert_eq!(ticked("Councillor R Bellamy, Against"), Some(Toggled::False), "only a vote for is a tick");
}

#[test]
fn where_the_votes_are_equal_the_casting_vote_is_offered_to_whoever_presides() {
    let (mut window, id) = new_item();
    click(&mut window, "Resolution");
    click(&mut window, "Vote");
    click(&mut window, "Recorded: In figures");
    fill(&mut window, "For", "4");
    assert!(window.harness.query_by_label("Casting vote against").is_none(), "4 to none is no tie");
    fill(&mut window, "Against", "4");
    window.harness.get_by_label("The votes are equal. In the chair: Councillor T Ashdown.");
    click(&mut window, "Casting vote against");
    let casting = resolution(&window, id).vote.as_ref().and_then(|vote| vote.casting.as_ref());
    let casting = casting.expect("a casting vote");
    assert_eq!((window.state().who(&casting.who).as_str(), casting.in_favour), ("Councillor T Ashdown", false));
}

#[test]
fn an_action_has_an_owner_and_a_day() {
    let (mut window, id) = new_item();
    click(&mut window, "Resolution");
    click(&mut window, "Action");
    assert!(window.harness.get_by_label("To be done").is_focused());
    typed(&mut window, "write to the Bishop");
    fill(&mut window, "By", "the Clerk");
    press(&mut window, Key::Tab);
    typed(&mut window, "1 October 2018");
    press(&mut window, Key::Tab);
    let action = &resolution(&window, id).actions[0];
    assert_eq!(action.what, "write to the Bishop");
    assert_eq!(action.owner, Some(minutebook::model::Who::Named("the Clerk".to_owned())));
    assert_eq!(action.due, Some(jiff::civil::date(2018, 10, 1)));
}

#[test]
fn an_amendment_has_its_own_text_and_result() {
    let (mut window, id) = new_item();
    click(&mut window, "Motion");
    typed(&mut window, "This Council regrets the closure.");
    click(&mut window, "Amendment");
    assert!(window.harness.get_by_label("What it would change").is_focused());
    typed(&mut window, "Delete “regrets”.");
    window.harness.get_by_label("Result of the amendment").focus();
    window.settle();
    press(&mut window, Key::ArrowDown);
    fill(&mut window, "The substantive motion", "This Council notes the closure.");
    let motion = motion(&window, id);
    assert_eq!(motion.amendments[0].result, MotionResult::Carried);
    assert_eq!(motion.amendments[0].text.len(), 1);
    assert_eq!(motion.substantive, vec![minutebook::model::Paragraph::plain("This Council notes the closure.")]);
}

#[test]
fn a_vote_by_itself_waits_for_its_question() {
    let (mut window, id) = new_item();
    click(&mut window, "Add something else");
    click(&mut window, "Vote");
    typed(&mut window, "That the meeting go on");
    let PartContent::Vote(vote) = &item(&window, id).parts[0].content else { panic!("a vote") };
    assert_eq!(vote.question.as_deref(), Some("That the meeting go on"));
}
