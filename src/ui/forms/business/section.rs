use crate::{
    app::{BusinessChange, Change, Command, Line, Selection},
    model::{Id, Item, SectionKind},
    ui::{
        forms::{
            pieces::{item_line, offers, quiet_line},
            scene::Scene,
        },
        theme::space,
        widgets::{Width, choice, field_hint, form_title, gap, optional_field, section_heading},
    },
};
use egui::Ui;

/// The form of a section of the business.
pub(in crate::ui::forms) fn section(ui: &mut Ui, scene: &Scene<'_>, id: Id, out: &mut Vec<Command>) {
    let Some(section) = scene.minutes.business.iter().find(|section| section.id == id) else { return };
    form_title(ui, &scene.state.section_heading(section));
    let (mut kind, mut heading) = (section.kind, section.heading.clone());
    let house = scene.state.section_heading(&crate::model::Section { heading: None, ..section.clone() });
    let field = optional_field(ui, "Heading", &mut heading, &house, Width::Long);
    scene.first(&field);
    scene.line(Line::Heading(id), heading.as_deref().unwrap_or_default(), &field);
    choice(
        ui,
        "Business done",
        &mut kind,
        &[(SectionKind::Public, "In public"), (SectionKind::Private, "With the public excluded")],
    );
    if kind == SectionKind::Private {
        field_hint(ui, "Of this section the public sees its heading and the public version of each item.");
    }
    if (kind, &heading) != (section.kind, &section.heading) {
        let change = BusinessChange::SetSection { section: id, kind, heading };
        out.push(Command::Change(Change::Business(change)));
    }
    section_heading(ui, "Items");
    ui.spacing_mut().item_spacing.y = 0.0;
    for item in &section.items {
        if item_line(ui, scene, item).clicked() {
            out.push(Command::Select(Selection::Item(item.id)));
        }
    }
    gap(ui, space::ONE);
    if let Some(act) = offers(ui, &[(Act::Item, "Item"), (Act::Section, "Another section")]) {
        let change = match act {
            Act::Item => BusinessChange::AddItem { of: id, at: section.items.len(), item: Box::new(Item::default()) },
            Act::Section => BusinessChange::AddSection(crate::model::Section::default()),
        };
        out.push(Command::Change(Change::Business(change)));
    }
    if section.items.is_empty() && scene.minutes.business.len() > 1 && quiet_line(ui, "Remove this section").clicked() {
        out.push(Command::Change(Change::Business(BusinessChange::RemoveSection(id))));
    }
}

#[derive(Clone, Copy)]
enum Act {
    Item,
    Section,
}
