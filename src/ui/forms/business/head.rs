use super::sub_items;
use crate::{
    app::{Action, BusinessChange, Change, Command, Line},
    model::{Id, Item, ItemRole, NumberRule, Origin, ProseAt, PublicVersion},
    ui::{
        forms::{
            parts,
            pieces::{is_shown, kind_combo, language, offers, privacy, show, who_list},
            scene::Scene,
            standing,
        },
        prose,
        theme::{self, Weight, size, space},
        widgets::{
            MAX_LINE, Width, caption, choice, combo, field, field_ground, field_hint, number_field,
            optional_date_field, optional_field, row, section_heading, toggle,
        },
    },
};
use egui::{Frame, Margin, RichText, Shape, TextEdit, Ui};

/// The form of an item.
pub(in crate::ui::forms) fn item(ui: &mut Ui, scene: &Scene<'_>, id: Id, out: &mut Vec<Command>) {
    let Some(stored) = scene.minutes.item(id) else { return };
    ui.push_id(id.0, |ui| {
        // Parts and sub-items have changes of their own.
        let mut head = stored.head();
        let written = title(ui, scene, &mut head);
        standing::show(ui, scene, stored, out);
        parts::show(ui, scene, stored, out);
        sub_items::show(ui, scene, stored, out);
        details(ui, scene, &mut head, out);
        more(ui, out);
        if head != stored.head() {
            out.push(Command::Change(Change::Business(BusinessChange::SetItem(Box::new(head)))));
        }
        if written {
            out.push(Command::Write(id));
        }
    });
}

/// The title as the form's own heading, which is typed in. Gives whether Enter asked for the text below it.
fn title(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item) -> bool {
    let number = scene.state.number_of(item.id);
    let number = number.map(|number| number.trim_end_matches('.'));
    let above = match (number, item.agenda.as_deref()) {
        (Some(number), Some(agenda)) => format!("Minute {number}, item {agenda} of the agenda"),
        (Some(number), None) => format!("Minute {number}"),
        (None, Some(agenda)) => format!("Item {agenda} of the agenda"),
        (None, None) => "Item without a number".to_owned(),
    };
    let private = is_private(scene, item.id);
    let above = if private { format!("{above}. Not for the public") } else { above };
    let caption = caption(ui, &above);
    let ground = ui.painter().add(Shape::Noop);
    let id = ui.make_persistent_id("title");
    let entered = ui.is_enabled() && ui.memory(|memory| memory.has_focus(id)) && prose::cut_at_enter(ui.ctx());
    let response = TextEdit::multiline(&mut item.title)
        .id(id)
        .font(theme::font(Weight::Semibold, size::TITLE))
        .text_color(theme::palette(ui).ink)
        .hint_text(
            RichText::new("Title").font(theme::font(Weight::Italic, size::TITLE)).color(theme::palette(ui).ink_faint),
        )
        .char_limit(MAX_LINE)
        .return_key(None)
        .frame(Frame::NONE.inner_margin(Margin { left: 0, right: 0, top: 4, bottom: 6 }))
        .desired_width(ui.available_width())
        .desired_rows(1)
        .show(ui)
        .response
        .response
        .labelled_by(caption.id)
        .accessible_name("Title");
    if response.changed() && item.title.contains(['\n', '\r']) {
        item.title = item.title.replace(['\n', '\r'], " ");
    }
    if response.has_focus() || response.hovered() {
        ui.painter().set(ground, field_ground(ui, &response));
    }
    ui.add_space(space::HALF);
    scene.first(&response);
    scene.node(item.id, &response);
    scene.line(Line::ItemTitle(item.id), &item.title, &response);
    entered
}

/// What may be added to the item beside its parts.
fn more(ui: &mut Ui, out: &mut Vec<Command>) {
    ui.add_space(space::TWO);
    let all = [(NOTES, "Rough notes"), (SUB_ITEM, "Sub-item"), (DETAILS, "Number, privacy and other details")];
    let free: Vec<_> = all.into_iter().filter(|(what, _)| *what != DETAILS || !is_shown(ui, what, false)).collect();
    match offers(ui, &free) {
        Some(SUB_ITEM) => out.push(Command::Do(Action::AddSubItem)),
        Some(NOTES) => out.push(Command::Do(Action::Notes)),
        Some(what) => show(ui, what),
        None => {}
    }
}

const NOTES: &str = "notes";
const SUB_ITEM: &str = "sub-item";
const DETAILS: &str = "details";

/// What is seldom needed: how the item is numbered, who may see it, what is special about it.
fn details(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item, out: &mut Vec<Command>) {
    let plain = Item { id: item.id, title: item.title.clone(), notes: item.notes.clone(), ..Item::default() };
    let usual = Item { role: item.role, frozen: item.frozen, agenda: item.agenda.clone(), ..plain };
    if !is_shown(ui, DETAILS, *item != usual) {
        return;
    }
    numbers(ui, scene, item);
    section_heading(ui, "Privacy");
    privacy(ui, scene, &mut item.privacy);
    public_version(ui, scene, item, out);
    section_heading(ui, "About the item");
    kind_of_item(ui, item);
    flags(ui, item);
    origin(ui, item);
    who_list(ui, scene, "Attended for this item alone", &mut item.invitees);
}

fn numbers(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item) {
    section_heading(ui, "Numbering");
    row(ui, |ui| {
        optional_field(ui, "Agenda number", &mut item.agenda, "3a", Width::Figure);
        let mut rule = item.number;
        let options = [
            (NumberRule::Computed, "Follows the one before"),
            (NumberRule::Fixed(1), "Fixed"),
            (NumberRule::Unnumbered, "None"),
        ];
        kind_combo(ui, "Minute number", &mut rule, &options, Width::Points(208.0));
        if let NumberRule::Fixed(number) = &mut rule {
            let mut typed = Some(*number);
            number_field(ui, "Number", &mut typed);
            *number = typed.unwrap_or(*number);
        }
        item.number = rule;
        let reference = optional_field(ui, "Reference", &mut item.reference, "", Width::Name);
        scene.line(Line::Reference(item.id), item.reference.as_deref().unwrap_or_default(), &reference);
    });
    if let Some(frozen) = item.frozen {
        field_hint(ui, &format!("The minutes were circulated with the number {frozen}, so it stays."));
    }
}

/// Whether the public may not see an item, on its own account or because of where it stands.
fn is_private(scene: &Scene<'_>, id: Id) -> bool {
    scene.minutes.items().iter().any(|visit| visit.item.id == id && visit.private)
}

fn public_version(ui: &mut Ui, scene: &Scene<'_>, item: &mut Item, out: &mut Vec<Command>) {
    if !is_private(scene, item.id) {
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
            let heading = field(ui, "Heading for the public", title, Width::Full);
            scene.line(Line::PublicTitle(item.id), title, &heading);
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
        combo(ui, "Kind of item", &mut item.role, &roles, Width::Name);
        language(ui, "Language", &mut item.language);
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
        optional_date_field(ui, "Referred on", &mut origin.date);
        optional_field(ui, "Recorded as", &mut origin.reference, "Minute 47", Width::Name);
    });
    item.origin = (origin != Origin::default()).then_some(origin);
}
