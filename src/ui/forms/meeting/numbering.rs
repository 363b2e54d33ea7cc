use crate::{
    app::{Change, Command},
    model::{Numbering, Restart, municipal_year, numbers},
    ui::{
        forms::scene::Scene,
        widgets::{Width, combo, field_hint, field_with_hint, number_field, parsed_field, row, section_heading},
    },
};
use egui::Ui;

/// The numbering, with what comes of it.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    section_heading(ui, "Numbers");
    let mut numbering = scene.minutes.numbering.clone();
    fields(ui, scene, &mut numbering);
    field_hint(ui, &preview(scene));
    if numbering != scene.minutes.numbering {
        out.push(Command::Change(Change::Numbering(numbering)));
    }
}

fn fields(ui: &mut Ui, scene: &Scene<'_>, numbering: &mut Numbering) {
    row(ui, |ui| {
        let mut first = Some(numbering.first);
        number_field(ui, "First minute", &mut first);
        numbering.first = first.unwrap_or(numbering.first);
        let restarts = [
            (Restart::MunicipalYear, "Each municipal year"),
            (Restart::Meeting, "Each meeting"),
            (Restart::Never, "Never"),
        ];
        combo(ui, "Numbers restart", &mut numbering.restart, &restarts, Width::Points(200.0));
        field_with_hint(ui, "Prefix", &mut numbering.prefix, "none", Width::Figure);
        let usual = municipal_year(scene.minutes.meeting.date);
        let read = |text: &str| match text.trim() {
            "" => Ok(None),
            text => match text.parse::<i16>() {
                Ok(year) if (1800..=2200).contains(&year) => Ok(Some(year)),
                _ => Err("This is not a year.".to_owned()),
            },
        };
        let write = |year: i16| year.to_string();
        let hint = usual.to_string();
        parsed_field(ui, "Municipal year", &mut numbering.year, &hint, Width::Time, write, read);
    });
}

/// What the numbers look like: "Minutes 15. to 22.".
fn preview(scene: &Scene<'_>) -> String {
    let all = numbers::number(scene.minutes);
    let numbered: Vec<_> = scene.minutes.items().into_iter().filter(|visit| all.of(visit.item.id).is_some()).collect();
    let of = |at: Option<&crate::model::Visit<'_>>| at.and_then(|visit| scene.state.number_of(visit.item.id));
    let top: Vec<_> = numbered.iter().filter(|visit| visit.depth == 0).copied().collect();
    let year = scene.minutes.municipal_year();
    let cited = all.first().map(|first| match scene.minutes.numbering.restart {
        Restart::MunicipalYear => format!("{first}/{:02}", year.rem_euclid(100)),
        Restart::Meeting | Restart::Never => first.to_string(),
    });
    match (of(top.first()), of(top.last()), cited) {
        (Some(first), Some(last), Some(cited)) if first != last => {
            format!("Minutes {first} to {last} The first is cited elsewhere as {cited}.")
        }
        (Some(first), _, Some(cited)) => format!("Minute {first} It is cited elsewhere as {cited}."),
        _ => "No minute bears a number yet.".to_owned(),
    }
}
