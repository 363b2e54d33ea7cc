use crate::{
    app::{Change, Command, Line},
    model::{Consequence, Declaration, Id, InterestKind, Nature, ProseAt, Who},
    ui::{
        forms::{
            pieces::{item_combo, kind_combo, offers, part_heading, shown},
            scene::Scene,
            shelf::{self, Entry},
        },
        widgets::{Width, field, optional_field, person_picker, row, toggle},
    },
};
use egui::Ui;

/// About how high a declaration is, in points.
const USUAL: f32 = 368.0;

/// The declarations of interest.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let declarations = &scene.minutes.declarations;
    if declarations.entries.is_empty() {
        nil_wording(ui, scene, out);
    }
    let entries: Vec<Entry> =
        declarations.entries.iter().map(|entry| Entry { key: entry.id.0, guess: USUAL }).collect();
    shelf::show(ui, "declarations", &entries, scene.seeks(), |ui, at| {
        if let Some(declaration) = declarations.entries.get(at) {
            one(ui, scene, declaration, out);
        }
    });
    if offers(ui, &[((), "Declaration")]).is_some() {
        out.push(Command::Change(Change::AddDeclaration(empty())));
    }
    if shown(ui, "dispensations", !declarations.dispensations.is_empty(), "Dispensations for several members") {
        scene.prose(ui, "Dispensations", ProseAt::Dispensations, &declarations.dispensations, out);
    }
}

fn nil_wording(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let stored = &scene.minutes.declarations.nil_wording;
    let mut wording = stored.clone();
    let house = scene.state.style().map(|style| style.wording.declarations.nil.source()).unwrap_or_default();
    let field = optional_field(ui, "Where there are none", &mut wording, house, Width::Full);
    scene.line(Line::NilDeclarations, wording.as_deref().unwrap_or_default(), &field);
    if wording != *stored {
        out.push(Command::Change(Change::NilDeclarations(wording)));
    }
}

fn empty() -> Declaration {
    Declaration {
        id: Id::NONE,
        member: Who::Named(String::new()),
        kind: InterestKind::default(),
        item: None,
        nature: Nature::default(),
        consequence: Consequence::default(),
        dispensation: None,
        wording: None,
        no_note: false,
    }
}

#[derive(Clone, Copy)]
enum Act {
    Reword,
    Remove,
}

fn one(ui: &mut Ui, scene: &Scene<'_>, stored: &Declaration, out: &mut Vec<Command>) {
    let mut declaration = stored.clone();
    let name = scene.state.who(&stored.member);
    let heading = if name.is_empty() { "Declaration".to_owned() } else { format!("Declaration of {name}") };
    let reword =
        if stored.wording.is_some() { "Use the house’s words" } else { "Use other words than the house’s" };
    match part_heading(ui, &heading, &[(Act::Reword, reword), (Act::Remove, "Remove")]).1 {
        Some(Act::Remove) => out.push(Command::Change(Change::RemoveDeclaration(stored.id))),
        Some(Act::Reword) => declaration.wording = if stored.wording.is_some() { None } else { Some(Vec::new()) },
        None => {}
    }
    fields(ui, scene, &mut declaration);
    if let Some(wording) = &stored.wording {
        scene.prose(ui, "In these words", ProseAt::Declaration(stored.id), wording, out);
    }
    if declaration != *stored {
        out.push(Command::Change(Change::SetDeclaration(declaration)));
    }
}

fn fields(ui: &mut Ui, scene: &Scene<'_>, declaration: &mut Declaration) {
    row(ui, |ui| {
        let mut member = Some(declaration.member.clone());
        let picker = person_picker(ui, "Member", &mut member, scene.people(), Width::Name);
        scene.node(declaration.id, &picker);
        declaration.member = member.unwrap_or_else(|| Who::Named(String::new()));
        kind_combo(ui, "Interest", &mut declaration.kind, &interests(), Width::Name);
        if let InterestKind::Named(words) = &mut declaration.kind {
            field(ui, "Called", words, Width::Short);
        }
    });
    item_combo(ui, scene, "In item", &mut declaration.item, Width::Long);
    row(ui, |ui| {
        let natures = [
            (Nature::NotStated, "Not stated"),
            (Nature::Stated(String::new()), "Stated"),
            (Nature::Withheld(String::new()), "Withheld as sensitive"),
        ];
        kind_combo(ui, "Nature", &mut declaration.nature, &natures, Width::Points(184.0));
        match &mut declaration.nature {
            Nature::NotStated => {}
            Nature::Stated(words) => {
                let field = field(ui, "In these words", words, Width::Long);
                scene.line(Line::Nature(declaration.id), words, &field);
            }
            Nature::Withheld(words) => {
                let field = field(ui, "For the members only", words, Width::Long);
                scene.line(Line::Nature(declaration.id), words, &field);
            }
        }
    });
    row(ui, |ui| {
        kind_combo(ui, "What the member did", &mut declaration.consequence, &consequences(), Width::Name);
        if let Consequence::Other(words) = &mut declaration.consequence {
            field(ui, "In the clerk’s words", words, Width::Name);
        }
        let dispensation = optional_field(ui, "Dispensation", &mut declaration.dispensation, "", Width::Name);
        let words = declaration.dispensation.as_deref().unwrap_or_default();
        scene.line(Line::Dispensation(declaration.id), words, &dispensation);
    });
    let mut note = !declaration.no_note;
    if toggle(ui, "Repeat it as a note at the item", &mut note).changed() {
        declaration.no_note = !note;
    }
}

fn interests() -> [(InterestKind, &'static str); 10] {
    [
        (InterestKind::DisclosablePecuniary, "Disclosable pecuniary"),
        (InterestKind::Pecuniary, "Pecuniary"),
        (InterestKind::Other, "Other interest"),
        (InterestKind::Personal, "Personal"),
        (InterestKind::Prejudicial, "Prejudicial"),
        (InterestKind::NonPecuniary, "Non-pecuniary"),
        (InterestKind::NonRegistrable, "Non-registrable"),
        (InterestKind::Lobbying, "Contact or lobbying"),
        (InterestKind::Unqualified, "Kind not stated"),
        (InterestKind::Named(String::new()), "Another kind"),
    ]
}

fn consequences() -> [(Consequence, &'static str); 7] {
    [
        (Consequence::NotRecorded, "Not recorded"),
        (Consequence::TookPart, "Took part"),
        (Consequence::SpokeWithoutVote, "Spoke, did not vote"),
        (Consequence::SpokeThenWithdrew, "Spoke, then withdrew"),
        (Consequence::NoPart, "Stayed, took no part"),
        (Consequence::Withdrew, "Left for the item"),
        (Consequence::Other(String::new()), "Something else"),
    ]
}
