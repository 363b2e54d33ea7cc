use super::{actions::actions, executive::executive, movers::movers, outcome::outcome, vote::optional_vote};
use crate::{
    app::{Change, Command, Line, PartChange, open_vote},
    model::{Action, ExecutiveDecision, Id, ProseAt, Resolution, Vote},
    ui::{
        forms::{
            pieces::{offers, part_heading},
            scene::Scene,
        },
        widgets::{Width, caption, optional_field},
    },
};
use egui::Ui;

/// The words that stand before the text, where they are the house's and not in a field of their own.
fn lead_in(scene: &Scene<'_>, resolution: &Resolution) -> Option<String> {
    let words = &scene.state.style()?.wording.decisions;
    let several = resolution.text.iter().filter(|paragraph| paragraph.is_list_item()).count() > 1;
    let words = if several { &words.lead_in_list } else { &words.lead_in };
    (resolution.lead_in.is_none() && !words.is_empty()).then(|| words.source().to_owned())
}

/// What a resolution does not have yet.
#[derive(Clone, Copy)]
enum Offer {
    Vote,
    Action,
    LeadIn,
    Recommendation,
    Executive,
}

/// The fields of a resolution.
pub(in crate::ui::forms) fn resolution(
    ui: &mut Ui,
    scene: &Scene<'_>,
    part: Id,
    resolution: &mut Resolution,
    out: &mut Vec<Command>,
) {
    let shown = ui.make_persistent_id("shown fields");
    let mut open = ui.data(|data| data.get_temp::<(bool, bool)>(shown)).unwrap_or_default();
    open.0 |= resolution.lead_in.is_some();
    open.1 |= resolution.recommendation.is_some();
    if open.1 {
        let text = &mut resolution.recommendation;
        let field = optional_field(ui, "What officers recommended", text, "", Width::Full);
        scene.line(Line::Recommendation(part), text.as_deref().unwrap_or_default(), &field);
    }
    if open.0 {
        // No words at all are words too: the house's are then left out.
        let house = scene.state.style().map(|style| style.wording.decisions.lead_in.source()).unwrap_or_default();
        let field = optional_field(ui, "Lead-in", &mut resolution.lead_in, house, Width::Name);
        scene.line(Line::LeadIn(part), resolution.lead_in.as_deref().unwrap_or_default(), &field);
    }
    if let Some(words) = lead_in(scene, resolution) {
        // What the page says before the text, so that nobody types it again.
        caption(ui, &words);
    }
    scene.bare_prose(ui, "What was resolved", ProseAt::Part(part), &resolution.text, out);
    scene.outcome(part, &outcome(ui, scene, part, &mut resolution.outcome));
    movers(ui, scene, &mut resolution.movers);
    ui.push_id("vote", |ui| optional_vote_shown(ui, scene, part, &mut resolution.vote));
    if !resolution.actions.is_empty() {
        part_heading::<()>(ui, "Actions", &[]);
        ui.push_id("actions", |ui| actions(ui, scene, part, &mut resolution.actions, out));
    }
    ui.push_id("executive", |ui| executive(ui, scene, part, &mut resolution.executive, out));
    match offers(ui, &offered(resolution, open)) {
        Some(Offer::Vote) => resolution.vote = Some(open_vote()),
        Some(Offer::Action) => {
            out.push(Command::Change(Change::Part(PartChange::AddAction(part, Action::default()))));
        }
        Some(Offer::LeadIn) => open.0 = true,
        Some(Offer::Recommendation) => open.1 = true,
        Some(Offer::Executive) => resolution.executive = Some(ExecutiveDecision::default()),
        None => {}
    }
    ui.data_mut(|data| data.insert_temp(shown, open));
}

fn optional_vote_shown(ui: &mut Ui, scene: &Scene<'_>, part: Id, vote: &mut Option<Vote>) {
    if vote.is_some() {
        optional_vote(ui, scene, part, vote);
    }
}

fn offered(resolution: &Resolution, (lead_in, recommendation): (bool, bool)) -> Vec<(Offer, &'static str)> {
    let all = [
        (Offer::Vote, "Vote", resolution.vote.is_none()),
        (Offer::Action, "Action", resolution.actions.is_empty()),
        (Offer::LeadIn, "Lead-in", !lead_in),
        (Offer::Recommendation, "Recommendation", !recommendation),
        (Offer::Executive, "Executive decision", resolution.executive.is_none()),
    ];
    all.into_iter().filter(|(_, _, free)| *free).map(|(offer, text, _)| (offer, text)).collect()
}
