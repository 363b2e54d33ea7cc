use super::{
    movers::movers,
    vote::{RESULTS, optional_vote},
};
use crate::{
    app::{Change, Command, PartChange},
    model::{Amendment, Id, Motion, MotionResult, ProseAt},
    ui::{
        forms::{
            pieces::{offers, part_heading},
            scene::Scene,
            shelf::{self, Entry},
        },
        theme::space,
        widgets::{Width, combo, toggle},
    },
};
use egui::{Frame, Margin, Ui};

/// About how high an amendment is, in points.
const USUAL: f32 = 288.0;

/// The fields of a motion, its amendments in the order in which they were put.
pub(in crate::ui::forms) fn motion(
    ui: &mut Ui,
    scene: &Scene<'_>,
    part: Id,
    motion: &mut Motion,
    out: &mut Vec<Command>,
) {
    scene.bare_prose(ui, "The motion as moved", ProseAt::Part(part), &motion.text, out);
    movers(ui, scene, &mut motion.movers);
    toggle(ui, "A procedural motion", &mut motion.procedural);
    let mut removed = None;
    let entries: Vec<Entry> = motion.amendments.iter().map(|entry| Entry { key: entry.id.0, guess: USUAL }).collect();
    shelf::show(ui, "amendments", &entries, scene.seeks(), |ui, at| {
        if let Some(amendment) = motion.amendments.get_mut(at)
            && self::amendment(ui, scene, at, amendment, out)
        {
            removed = Some(at);
        }
    });
    if let Some(at) = removed {
        motion.amendments.remove(at);
    }
    if offers(ui, &[((), "Amendment")]).is_some() {
        out.push(Command::Change(Change::Part(PartChange::AddAmendment(part))));
    }
    ui.add_space(space::ONE);
    let carried = motion
        .amendments
        .iter()
        .any(|amendment| matches!(amendment.result, MotionResult::Carried | MotionResult::Accepted));
    if carried || !motion.substantive.is_empty() {
        scene.prose(ui, "The substantive motion", ProseAt::Substantive(part), &motion.substantive, out);
    }
    ui.add_space(space::ONE);
    combo(ui, "Result of the motion", &mut motion.result, &RESULTS, Width::Name);
    ui.push_id("vote", |ui| optional_vote(ui, scene, part, &mut motion.vote));
}

/// One amendment. Gives whether it is to be removed.
fn amendment(ui: &mut Ui, scene: &Scene<'_>, at: usize, amendment: &mut Amendment, out: &mut Vec<Command>) -> bool {
    let heading = format!("Amendment {}", at + 1);
    let removed = part_heading(ui, &heading, &[((), "Remove")]).1.is_some();
    Frame::NONE.inner_margin(Margin { left: 24, right: 0, top: 0, bottom: 0 }).show(ui, |ui| {
        scene.bare_prose(ui, "What it would change", ProseAt::Amendment(amendment.id), &amendment.text, out);
        movers(ui, scene, &mut amendment.movers);
        combo(ui, "Result of the amendment", &mut amendment.result, &RESULTS, Width::Name);
        optional_vote(ui, scene, amendment.id, &mut amendment.vote);
    });
    removed
}
