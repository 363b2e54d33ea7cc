use crate::{
    app::{Command, Line},
    model::{CallIn, Id, Note, Petition, ProseAt, Question},
    ui::{
        forms::{pieces::who_list, scene::Scene},
        widgets::{Width, field, number_field, optional_field, person_picker, row, toggle},
    },
};
use egui::Ui;

pub(super) fn note(ui: &mut Ui, scene: &Scene<'_>, part: Id, note: &mut Note, out: &mut Vec<Command>) {
    scene.bare_prose(ui, "What the note says", ProseAt::Part(part), &note.text, out);
    row(ui, |ui| {
        optional_field(ui, "Label", &mut note.label, "Note", Width::Name);
        toggle(ui, "In brackets", &mut note.bracketed);
    });
}

pub(super) fn petition(ui: &mut Ui, scene: &Scene<'_>, part: Id, petition: &mut Petition, out: &mut Vec<Command>) {
    let subject = field(ui, "What it asks for", &mut petition.subject, Width::Full);
    scene.node(part, &subject);
    scene.line(Line::Subject(part), &petition.subject, &subject);
    row(ui, |ui| {
        number_field(ui, "Signatures", &mut petition.signatures);
        optional_field(ui, "Organised by", &mut petition.organiser, "", Width::Name);
        person_picker(ui, "Presented by", &mut petition.sponsor, scene.people(), Width::Name);
    });
    scene.prose(ui, "What else was said", ProseAt::Part(part), &petition.text, out);
}

pub(super) fn question(ui: &mut Ui, scene: &Scene<'_>, part: Id, question: &mut Question, out: &mut Vec<Command>) {
    row(ui, |ui| {
        let asker = person_picker(ui, "Asked by", &mut question.asker, scene.people(), Width::Name);
        scene.node(part, &asker);
        person_picker(ui, "Answered by", &mut question.answerer, scene.people(), Width::Name);
    });
    scene.prose(ui, "Question", ProseAt::Part(part), &question.question, out);
    scene.prose(ui, "Answer", ProseAt::Answer(part), &question.answer, out);
}

pub(super) fn call_in(ui: &mut Ui, scene: &Scene<'_>, part: Id, call_in: &mut CallIn, out: &mut Vec<Command>) {
    let decision = field(ui, "Decision called in", &mut call_in.decision, Width::Full);
    scene.node(part, &decision);
    scene.line(Line::Decision(part), &call_in.decision, &decision);
    optional_field(ui, "Decision notice", &mut call_in.notice, "", Width::Name);
    who_list(ui, scene, "Signed by", &mut call_in.signatories);
    scene.prose(ui, "Grounds", ProseAt::Grounds(part), &call_in.grounds, out);
}
