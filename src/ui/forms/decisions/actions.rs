use crate::{
    app::{Change, Command, Line, PartChange},
    model::{Action, Id},
    ui::{
        forms::{
            pieces::{offers, with_menu},
            scene::Scene,
        },
        theme::space,
        widgets::{Width, field_with_hint, optional_date_field, person_picker, toggle},
    },
};
use egui::Ui;

/// Things to be done, of a part.
pub(in crate::ui::forms) fn actions(
    ui: &mut Ui,
    scene: &Scene<'_>,
    part: Id,
    list: &mut Vec<Action>,
    out: &mut Vec<Command>,
) {
    let mut removed = None;
    for (at, action) in list.iter_mut().enumerate() {
        ui.push_id(action.id.0, |ui| {
            let name = format!("More for action {}", at + 1);
            let chosen = with_menu(ui, &name, &[((), "Remove")], |ui| {
                let hint = "what the resolution says";
                let what = field_with_hint(ui, "To be done", &mut action.what, hint, Width::Full);
                scene.node(action.id, &what);
                scene.line(Line::Action(action.id), &action.what, &what);
                if at == 0 {
                    scene.node(part, &what);
                }
                person_picker(ui, "By", &mut action.owner, scene.people(), Width::Name);
                optional_date_field(ui, "Due", &mut action.due);
                toggle(ui, "Done", &mut action.done);
            });
            if chosen.is_some() {
                removed = Some(at);
            }
            ui.add_space(space::ONE);
        });
    }
    if let Some(at) = removed {
        list.remove(at);
    }
    if !list.is_empty() && offers(ui, &[((), "Action")]).is_some() {
        out.push(Command::Change(Change::Part(PartChange::AddAction(part, Action::default()))));
    }
}
