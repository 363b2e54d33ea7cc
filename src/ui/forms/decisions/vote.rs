use super::named;
use crate::{
    app::{Line, in_the_chair, open_vote},
    model::{CastingVote, Id, MotionResult, Tally, Vote, VoteWords, Who},
    ui::{
        forms::{
            pieces::{kind_combo, offers, part_heading, with_menu},
            scene::Scene,
        },
        widgets::{Width, cell, cells, choice, combo, field, hint, number_field, optional_field, person_picker, row},
    },
};
use egui::{Response, Ui};

/// What became of a motion, as lists offer it.
pub(super) const RESULTS: [(MotionResult, &str); 7] = [
    (MotionResult::Open, "Not recorded"),
    (MotionResult::Carried, "Carried"),
    (MotionResult::Lost, "Lost"),
    (MotionResult::Withdrawn, "Withdrawn"),
    (MotionResult::Accepted, "Accepted without a vote"),
    (MotionResult::NotSeconded, "Not seconded"),
    (MotionResult::Fell, "Fell"),
];

/// How something was voted on, where the minutes say so.
pub(in crate::ui::forms) fn optional_vote(ui: &mut Ui, scene: &Scene<'_>, of: Id, vote: &mut Option<Vote>) {
    match vote {
        None => {
            if offers(ui, &[((), "Vote")]).is_some() {
                *vote = Some(open_vote());
            }
        }
        Some(recorded) => {
            let removed = part_heading(ui, "Vote", &[((), "Remove")]).1.is_some();
            tally(ui, scene, of, recorded);
            if removed {
                *vote = None;
            }
        }
    }
}

/// A vote that stands by itself.
pub(in crate::ui::forms) fn vote(ui: &mut Ui, scene: &Scene<'_>, part: Id, vote: &mut Vote) {
    let question = optional_field(ui, "What was voted on", &mut vote.question, "", Width::Full);
    scene.node(part, &question);
    scene.line(Line::Question(part), vote.question.as_deref().unwrap_or_default(), &question);
    tally(ui, scene, part, vote);
    combo(ui, "Result", &mut vote.result, &RESULTS, Width::Name);
}

fn tally(ui: &mut Ui, scene: &Scene<'_>, of: Id, vote: &mut Vote) {
    let was = form_of(&vote.tally);
    let mut form = was;
    let options = [(Form::Words, "In words"), (Form::Counts, "In figures"), (Form::Named, "By name")];
    choice(ui, "Recorded", &mut form, &options);
    if form != was {
        vote.tally = begun(form);
    }
    match &mut vote.tally {
        Tally::Words(words) => scene.vote(of, &self::words(ui, words)),
        Tally::Counts { in_favour, against, abstained, not_voting } => {
            cells(ui, |ui| {
                scene.vote(of, &count(ui, "For", in_favour));
                count(ui, "Against", against);
                count(ui, "Abstained", abstained);
                count(ui, "Did not vote", not_voting);
            });
        }
        Tally::Named { in_favour, against, abstained, not_voting } => {
            named::show(ui, scene, [in_favour, against, abstained, not_voting]);
        }
    }
    casting(ui, scene, vote);
    let by_name = matches!(vote.tally, Tally::Named { .. });
    if by_name || vote.reason.is_some() {
        optional_field(ui, "Why it was recorded by name", &mut vote.reason, "", Width::Full);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Words,
    Counts,
    Named,
}

fn form_of(tally: &Tally) -> Form {
    match tally {
        Tally::Words(_) => Form::Words,
        Tally::Counts { .. } => Form::Counts,
        Tally::Named { .. } => Form::Named,
    }
}

fn begun(form: Form) -> Tally {
    let none = Vec::new;
    match form {
        Form::Words => open_vote().tally,
        Form::Counts => Tally::Counts { in_favour: 0, against: 0, abstained: 0, not_voting: 0 },
        Form::Named => Tally::Named { in_favour: none(), against: none(), abstained: none(), not_voting: none() },
    }
}

fn words(ui: &mut Ui, words: &mut VoteWords) -> Response {
    let options = [
        (VoteWords::Carried, "Carried"),
        (VoteWords::Lost, "Lost"),
        (VoteWords::Unanimous, "Unanimously"),
        (VoteWords::AllAgreed, "All agreed"),
        (VoteWords::AllInFavour, "All in favour"),
        (VoteWords::Majority, "By a majority"),
        (VoteWords::Other(String::new()), "Other words, or none yet"),
    ];
    let mut response = None;
    row(ui, |ui| {
        response = Some(kind_combo(ui, "Result in words", words, &options, Width::Points(208.0)));
        if let VoteWords::Other(text) = words {
            field(ui, "In these words", text, Width::Long);
        }
    });
    response.unwrap_or_else(|| ui.response())
}

fn count(ui: &mut Ui, label: &str, number: &mut u32) -> Response {
    let mut typed = Some(*number);
    let response = cell(ui, Width::Points(80.0), |ui| number_field(ui, label, &mut typed));
    *number = typed.unwrap_or(0);
    response
}

fn casting(ui: &mut Ui, scene: &Scene<'_>, vote: &mut Vote) {
    let tied = is_tied(&vote.tally);
    let casting = &mut vote.casting;
    let presides = in_the_chair(scene.minutes).map(|(who, _)| who);
    let Some(given) = casting else {
        // Whoever presides has it where the votes are equal.
        let offered: &[(bool, &str)] = if tied {
            &[(true, "Casting vote for"), (false, "Casting vote against")]
        } else {
            &[(true, "Casting vote")]
        };
        if tied && let Some(who) = &presides {
            hint(ui, &format!("The votes are equal. In the chair: {}.", scene.state.who(who)));
        }
        if let Some(in_favour) = offers(ui, offered) {
            *casting = Some(CastingVote { who: presides.unwrap_or(Who::Named(String::new())), in_favour });
        }
        return;
    };
    let removed = with_menu(ui, "More for the casting vote", &[((), "Remove")], |ui| {
        let mut who = Some(given.who.clone());
        person_picker(ui, "Casting vote of", &mut who, scene.people(), Width::Name);
        given.who = who.unwrap_or_else(|| Who::Named(String::new()));
        combo(ui, "Given", &mut given.in_favour, &[(true, "For"), (false, "Against")], Width::Short);
    });
    if removed.is_some() {
        *casting = None;
    }
}

/// Whether as many voted for as against.
fn is_tied(tally: &Tally) -> bool {
    match tally {
        Tally::Words(_) => false,
        Tally::Counts { in_favour, against, .. } => in_favour == against && *in_favour > 0,
        Tally::Named { in_favour, against, .. } => in_favour.len() == against.len() && !in_favour.is_empty(),
    }
}
