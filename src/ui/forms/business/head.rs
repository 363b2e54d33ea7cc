use super::{notes, sub_items};
use crate::{
    app::{BusinessChange, Change, Command},
    model::{Id, Item, ItemRole, NumberRule, Origin, ProseAt, PublicVersion},
    ui::{
        forms::{
            parts,
            pieces::{kind_combo, language, privacy, shown, who_list},
            scene::Scene,
            standing,
        },
        theme::space,
        widgets::{
            Width, choice, combo, field, form_title, hint, number_field, optional_date_field, optional_field, row,
            section_heading, toggle,
        },
    },
};
use egui::Ui;

/// The form of an item.
pub(in crate::ui::forms) fn item(ui: &mut Ui, scene: &Scene<'_>, id: Id, out: &mut Vec<Command>) {
    let Some(stored) = scene.minutes.item(id) else { return };
    ui.push_id(id.0, |ui| {
        // Parts and sub-items have changes of their own.
        let mut head = Item { parts: Vec::new(), items: Vec::new(), ..stored.clone() };
        form_title(ui, &title(scene, stored));
        head_fields(ui, scene, &mut head);
        standing::show(ui, scene, stored, out);
        parts::show(ui, scene, stored, out);
        notes::show(ui, &mut head);
        sub_items::show(ui, scene, stored, out);
        ui.add_space(space::TWO);
        details(ui, scene, &mut head, out);
        if (Item { parts: stored.parts.clone(), items: stored.items.clone(), ..head.clone() }) != *stored {
            out.push(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(head)))));
        }
    });
}

fn title(scene: &Scene<'_>, item: &Item) -> String {
    let what = if item.title.is_empty() { "New item" } else { item.title.as_str() };
    match scene.state.number_of(item.id) {
        Some(number) => format!("{number} {what}"),
        None => what.to_owned(),
    }
}

fn head_fields(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item) {
    scene.first(&field(ui, "Title", &mut item.title, Width::Full));
}

/// What is seldom needed: how the item is numbered, who may see it, what is special about it.
fn details(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item, out: &mut Vec<Command>) {
    let plain = Item { id: item.id, title: item.title.clone(), notes: item.notes.clone(), ..Item::default() };
    let usual = Item { role: item.role, frozen: item.frozen, ..plain };
    if !shown(ui, "details", *item != usual, "Number, privacy and other details") {
        return;
    }
    numbers(ui, item);
    section_heading(ui, "Who may see it");
    privacy(ui, scene, &mut item.privacy);
    public_version(ui, scene, item, out);
    section_heading(ui, "About the item");
    kind_of_item(ui, item);
    flags(ui, item);
    origin(ui, item);
    who_list(ui, scene, "Attended for this item alone", &mut item.invitees);
}

fn numbers(ui: &mut Ui, item: &mut Item) {
    section_heading(ui, "Number");
    row(ui, |ui| {
        optional_field(ui, "On the agenda", &mut item.agenda, "3a", Width::Figure);
        let mut rule = item.number;
        let options = [
            (NumberRule::Computed, "Follows the one before"),
            (NumberRule::Fixed(1), "Fixed"),
            (NumberRule::Unnumbered, "None"),
        ];
        kind_combo(ui, "Number of the minute", &mut rule, &options, Width::Points(208.0));
        if let NumberRule::Fixed(number) = &mut rule {
            let mut typed = Some(*number);
            number_field(ui, "Number", &mut typed);
            *number = typed.unwrap_or(*number);
        }
        item.number = rule;
        optional_field(ui, "Reference of the matter", &mut item.reference, "", Width::Name);
    });
    if let Some(frozen) = item.frozen {
        hint(ui, &format!("The minutes were circulated with the number {frozen}, so it stays."));
    }
}

fn public_version(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item, out: &mut Vec<Command>) {
    let visits = scene.minutes.items();
    if !visits.iter().any(|visit| visit.item.id == item.id && visit.private) {
        return;
    }
    let mut told = matches!(item.public_version, PublicVersion::Stub { .. });
    choice(ui, "What the public is told", &mut told, &[(false, "Nothing"), (true, "A heading and a text")]);
    match (&mut item.public_version, told) {
        (PublicVersion::Withheld, true) => {
            item.public_version = PublicVersion::Stub { title: item.title.clone(), text: Vec::new() };
        }
        (version @ PublicVersion::Stub { .. }, false) => *version = PublicVersion::Withheld,
        (PublicVersion::Stub { title, text }, true) => {
            field(ui, "Heading for the public", title, Width::Full);
            scene.prose(ui, "Text for the public", ProseAt::PublicVersion(item.id), text, out);
        }
        (PublicVersion::Withheld, false) => {}
    }
}

fn kind_of_item(ui: &mut Ui, item: &mut Item) {
    let roles = [
        (ItemRole::Ordinary, "Ordinary"),
        (ItemRole::Apologies, "Apologies"),
        (ItemRole::Substitutes, "Substitutes"),
        (ItemRole::Declarations, "Declarations of interest"),
        (ItemRole::PreviousMinutes, "Minutes of earlier meetings"),
        (ItemRole::OtherBusiness, "Any other business"),
        (ItemRole::NextMeeting, "Next meeting"),
    ];
    row(ui, |ui| {
        combo(ui, "What the item does", &mut item.role, &roles, Width::Name);
        language(ui, "Language of the title", &mut item.language);
    });
}

fn flags(ui: &mut Ui, item: &mut Item) {
    toggle(ui, "Taken out of the order of the agenda", &mut item.out_of_turn);
    toggle(ui, "Deferred", &mut item.deferred);
    toggle(ui, "Sets the budget or the council tax, so votes are recorded by name", &mut item.budget);
    ui.add_space(space::ONE);
}

fn origin(ui: &mut Ui, item: &mut Item) {
    let mut origin = item.origin.clone().unwrap_or_default();
    row(ui, |ui| {
        field(ui, "Referred from", &mut origin.body, Width::Name);
        optional_date_field(ui, "On", &mut origin.date);
        optional_field(ui, "Recorded as", &mut origin.reference, "Minute 47", Width::Name);
    });
    item.origin = (origin != Origin::default()).then_some(origin);
}
