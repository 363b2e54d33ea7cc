use crate::{
    app::Line,
    model::{Exclusion, ExclusionTarget, Id, Outcome},
    ui::{
        forms::{
            pieces::{item_combo, kind_combo, list_field, offers, with_menu},
            scene::Scene,
        },
        theme::space,
        widgets::{Width, field, field_with_hint, hint, optional_field, row, toggle},
    },
};
use egui::{Response, Ui};

/// What kind of decision it is, with what belongs to that kind.
pub(super) fn outcome(ui: &mut Ui, scene: &Scene<'_>, part: Id, outcome: &mut Outcome) -> Response {
    let mut response = None;
    row(ui, |ui| {
        response = Some(kind_combo(ui, "Outcome", outcome, &kinds(), Width::Name));
        detail(ui, scene, part, outcome);
    });
    if let Outcome::PublicExcluded(exclusion) = outcome {
        self::exclusion(ui, scene, exclusion);
    }
    response.unwrap_or_else(|| ui.response())
}

fn detail(ui: &mut Ui, scene: &Scene<'_>, part: Id, outcome: &mut Outcome) {
    let optional = |ui: &mut Ui, label, words: &mut Option<String>| {
        let field = optional_field(ui, label, words, "", Width::Long);
        (field, words.clone().unwrap_or_default())
    };
    let (field, words) = match outcome {
        Outcome::Recommended { to } | Outcome::Referred { to } => {
            (field_with_hint(ui, "To", to, "Cabinet", Width::Name), to.clone())
        }
        Outcome::Requested { from } => (field(ui, "Of whom", from, Width::Name), from.clone()),
        Outcome::Deferred { until } => optional(ui, "Until when, or why", until),
        Outcome::Refused { reason } => (field(ui, "Reason", reason, Width::Long), reason.clone()),
        Outcome::Granted { conditions } => optional(ui, "Conditions", conditions),
        Outcome::Other(words) => (field(ui, "In the clerk’s words", words, Width::Long), words.clone()),
        Outcome::Unclassed
        | Outcome::Noted
        | Outcome::Approved
        | Outcome::Agreed
        | Outcome::Appointed
        | Outcome::PublicExcluded(_)
        | Outcome::PublicReadmitted
        | Outcome::Procedural => return,
    };
    scene.line(Line::Outcome(part), &words, &field);
}

fn kinds() -> [(Outcome, &'static str); 15] {
    let empty = String::new;
    [
        (Outcome::Unclassed, "Not classified"),
        (Outcome::Noted, "Noted"),
        (Outcome::Approved, "Approved"),
        (Outcome::Agreed, "Agreed"),
        (Outcome::Recommended { to: empty() }, "Recommended"),
        (Outcome::Referred { to: empty() }, "Referred"),
        (Outcome::Requested { from: empty() }, "Requested"),
        (Outcome::Deferred { until: None }, "Deferred"),
        (Outcome::Refused { reason: empty() }, "Refused"),
        (Outcome::Granted { conditions: None }, "Granted"),
        (Outcome::Appointed, "Appointed"),
        (Outcome::PublicExcluded(Exclusion::default()), "Public excluded"),
        (Outcome::PublicReadmitted, "Public readmitted"),
        (Outcome::Procedural, "Procedural"),
        (Outcome::Other(empty()), "Another kind"),
    ]
}

fn exclusion(ui: &mut Ui, scene: &Scene<'_>, exclusion: &mut Exclusion) {
    let mut removed = None;
    for (at, target) in exclusion.targets.iter_mut().enumerate() {
        ui.push_id(("target", at), |ui| {
            let name = format!("More for excluded item {}", at + 1);
            let chosen = with_menu(ui, &name, &[((), "Remove")], |ui| {
                let mut item = Some(target.item).filter(|item| *item != Id::NONE);
                item_combo(ui, scene, "For item", &mut item, Width::Long);
                target.item = item.unwrap_or(Id::NONE);
                list_field(ui, "Paragraphs", &mut target.paragraphs, "3, 6(a)", Width::Short);
            });
            if chosen.is_some() {
                removed = Some(at);
            }
            let known = target.paragraphs.iter().filter_map(|paragraph| scene.state.gloss(paragraph));
            let known = known.collect::<Vec<_>>().join("; ");
            optional_field(ui, "Described as", &mut target.gloss, &known, Width::Full);
            ui.add_space(space::TWO);
        });
    }
    if let Some(at) = removed {
        exclusion.targets.remove(at);
    }
    if offers(ui, &[((), "Item from which the public is excluded")]).is_some() {
        let next = scene
            .minutes
            .items()
            .into_iter()
            .find(|visit| visit.private && !exclusion.targets.iter().any(|target| target.item == visit.item.id));
        match next {
            Some(visit) => {
                exclusion.targets.push(ExclusionTarget { item: visit.item.id, ..ExclusionTarget::default() });
            }
            None => exclusion.targets.push(ExclusionTarget::default()),
        }
    }
    if exclusion.targets.is_empty() {
        hint(ui, "Name the items: the resolution says for which the public was excluded.");
    }
    toggle(ui, "The public interest test was applied", &mut exclusion.public_interest);
    optional_field(ui, "Statute", &mut exclusion.statute, "As the house names it", Width::Full);
}
