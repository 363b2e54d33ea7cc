use super::{CLASSES, change, person, typed};
use crate::{
    app::{AttendanceChange, Command},
    model::{Group, GroupLayout, Id, MembershipClass, Person, Presence, Who},
    ui::{
        forms::{
            pieces::{offers, part_heading},
            scene::{Scene, keep_focus},
            shelf::{self, Entry},
        },
        prose,
        theme::space,
        widgets::{
            RowAct, TickRow, Width, bare_field, combo, field, field_id, focus_row, name_of, note_list, row, row_id,
            tick_list_with,
        },
    },
};
use egui::{Event, Id as EguiId, Key, Modifiers, Response, Ui};

/// What can be done to a group.
#[derive(Clone, Copy)]
enum Act {
    Edit,
    Up,
    Down,
    Remove,
}

/// The groups, each a headed list with a line for one more name.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, out: &mut Vec<Command>) {
    let groups = &scene.minutes.attendance.groups;
    let rows = |group: &Group| space::ROW * (group.people.len() as f32 + 1.0);
    let entries: Vec<Entry> = groups.iter().map(|group| Entry { key: group.id.0, guess: rows(group) + 88.0 }).collect();
    shelf::show(ui, "groups", &entries, scene.seeks(), |ui, at| {
        if let Some(group) = groups.get(at) {
            one(ui, scene, group, at, out);
        }
    });
    ui.add_space(space::TWO);
    if offers(ui, &[((), "Group")]).is_some() {
        let class = if groups.is_empty() { MembershipClass::Member } else { MembershipClass::Other };
        change(out, AttendanceChange::AddGroup(Group { class, ..Group::default() }));
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, group: &Group, at: usize, out: &mut Vec<Command>) {
    let acts = [
        (Act::Edit, "Name and layout"),
        (Act::Up, "Move up"),
        (Act::Down, "Move down"),
        (Act::Remove, "Remove the group"),
    ];
    let label = if group.label.is_empty() { "New group" } else { group.label.as_str() };
    ui.add_space(space::ONE);
    let editing = ui.make_persistent_id("editing");
    let wanted = scene.wants(group.id);
    match part_heading(ui, label, &acts).1 {
        Some(Act::Edit) => ui.data_mut(|data| {
            let open = data.get_temp::<bool>(editing).unwrap_or(false);
            data.insert_temp(editing, !open);
        }),
        Some(Act::Up) => change(out, AttendanceChange::MoveGroup(group.id, at.saturating_sub(1))),
        Some(Act::Down) => change(out, AttendanceChange::MoveGroup(group.id, at + 1)),
        Some(Act::Remove) => change(out, AttendanceChange::RemoveGroup(group.id)),
        None => {}
    }
    if wanted || group.label.is_empty() {
        ui.data_mut(|data| data.insert_temp(editing, true));
    }
    if ui.data(|data| data.get_temp::<bool>(editing)).unwrap_or(false) {
        head(ui, scene, group, out);
    }
    let line = field_id(ui, &adding(label));
    people(ui, scene, group, line, out);
    into_list(ui, group, line);
    add_line(ui, scene, group, label, out);
    note_list(ui, PEOPLE, group.people.iter().map(|person| person.id.0));
}

/// The list of a group's people.
const PEOPLE: &str = "people";

/// Up leads from the line for one more name to the last name above it.
fn into_list(ui: &mut Ui, group: &Group, line: EguiId) {
    if let Some(last) = group.people.last()
        && ui.memory(|memory| memory.has_focus(line))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp))
    {
        focus_row(ui, PEOPLE, last.id.0);
    }
}

/// The accessible name of the line for one more name.
fn adding(label: &str) -> String {
    format!("Add to {label}")
}

fn head(ui: &mut Ui, scene: &Scene<'_>, group: &Group, out: &mut Vec<Command>) {
    let (mut label, mut class, mut layout) = (group.label.clone(), group.class, group.layout);
    row(ui, |ui| {
        scene.node(group.id, &field(ui, "Name", &mut label, Width::Name));
        combo(ui, "New names are", &mut class, &CLASSES, Width::Points(176.0));
        combo(ui, "Layout", &mut layout, &LAYOUTS, Width::Points(208.0));
    });
    if (&label, class, layout) != (&group.label, group.class, group.layout) {
        change(out, AttendanceChange::SetGroup { group: group.id, label, class, layout });
    }
}

const LAYOUTS: [(Option<GroupLayout>, &str); 6] = [
    (None, "As the house does"),
    (Some(GroupLayout::Beside), "Beside the label"),
    (Some(GroupLayout::Below), "Below the label"),
    (Some(GroupLayout::RunIn), "In one run"),
    (Some(GroupLayout::TwoColumns), "In two columns"),
    (Some(GroupLayout::ByOrganisation), "By organisation"),
];

/// The people of a group; `line` is where the next name is typed.
fn people(ui: &mut Ui, scene: &Scene<'_>, group: &Group, line: EguiId, out: &mut Vec<Command>) {
    let texts: Vec<[String; 3]> = group.people.iter().map(|person| texts(scene, person)).collect();
    let rows: Vec<TickRow<'_>> = group
        .people
        .iter()
        .zip(&texts)
        .map(|(person, [name, detail, state])| TickRow {
            name,
            detail,
            state,
            ticked: person.is_present(),
            mark: None,
            key: person.id.0,
        })
        .collect();
    if let Some(wanted) = group.people.iter().find(|person| scene.wants(person.id)) {
        focus_row(ui, PEOPLE, wanted.id.0);
    } else if let Some(first) = group.people.first()
        && scene.takes_first()
    {
        focus_row(ui, PEOPLE, first.id.0);
    }
    let place = ui.make_persistent_id("open person");
    let open = ui.data(|data| data.get_temp::<Id>(place));
    let at = open.and_then(|open| group.people.iter().position(|person| person.id == open));
    let details = |ui: &mut Ui| {
        if let Some(person) = at.and_then(|at| group.people.get(at)) {
            person::show(ui, scene, person, out);
        }
    };
    letters_wait(ui, group);
    if let Some((at, act)) = tick_list_with(ui, PEOPLE, &rows, Some(line), at, details)
        && let Some(person) = group.people.get(at)
    {
        let by_key = !ui.input(|input| input.pointer.any_released());
        let opened = act == RowAct::Open && open != Some(person.id) && by_key;
        let sent_apologies = matches!(person.state, Presence::Apologies { .. });
        if opened && sent_apologies || act == RowAct::Letter('a') && open == Some(person.id) {
            // What is typed next is the reason, not one letter after another for the row.
            person::focus_reason(ui, person.id);
        }
        if act == RowAct::Open {
            let next = if open == Some(person.id) { Id::NONE } else { person.id };
            ui.data_mut(|data| data.insert_temp(place, next));
        }
        self::act(group, at, person, act, out);
    }
    ui.add_space(space::HALF);
}

/// A letter means the row that has the focus when it is pressed. Those that come in one moment with a key which takes the
/// focus elsewhere wait until it is there.
fn letters_wait(ui: &Ui, group: &Group) {
    let Some(focused) = ui.memory(|memory| memory.focused()) else { return };
    if !group.people.iter().any(|person| row_id(ui, PEOPLE, person.id.0) == focused) {
        return;
    }
    let leads_on = |event: &Event| match event {
        Event::Key { key, pressed: true, .. } => {
            matches!(key, Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End | Key::Delete | Key::Enter)
        }
        _ => false,
    };
    let later = ui.input_mut(|input| {
        let at = input.events.iter().position(leads_on)?;
        let (later, others): (Vec<_>, Vec<_>) = input.events.split_off(at + 1).into_iter().partition(prose::is_typed);
        input.events.extend(others);
        Some(later)
    });
    let mut later = later.unwrap_or_default();
    later.retain(|event| !matches!(event, Event::Key { pressed: false, .. }));
    if !later.is_empty() {
        prose::defer(ui.ctx(), later);
    }
}

/// Name, what is said of them, and how they attended.
fn texts(scene: &Scene<'_>, person: &Person) -> [String; 3] {
    let name = [person.titled_name(), person.honours.clone()].join(" ").trim().to_owned();
    let substitute = person.substitute_for.as_ref().map(|who| format!("for {}", named(scene, who)));
    let detail = [&person.role, &person.post, &person.organisation];
    let detail: Vec<&str> =
        detail.into_iter().map(String::as_str).chain(substitute.as_deref()).filter(|text| !text.is_empty()).collect();
    let state = match &person.state {
        Presence::Present if person.remote => "Remote".to_owned(),
        Presence::Present => String::new(),
        Presence::Apologies { reason: Some(reason) } => format!("Apologies ({reason})"),
        Presence::Apologies { reason: None } => "Apologies".to_owned(),
        Presence::Absent => "Absent".to_owned(),
        Presence::NotExpected => "Not expected".to_owned(),
    };
    [name, detail.join(", "), state]
}

fn named(scene: &Scene<'_>, who: &Who) -> String {
    name_of(who, scene.people())
}

fn act(group: &Group, at: usize, person: &Person, act: RowAct, out: &mut Vec<Command>) {
    let mut new = person.clone();
    match act {
        RowAct::Tick => {
            new.state = if person.is_present() { Presence::Apologies { reason: None } } else { Presence::Present };
        }
        RowAct::Letter('p') => new.state = Presence::Present,
        RowAct::Letter('a') => new.state = Presence::Apologies { reason: None },
        RowAct::Letter('b') => new.state = Presence::Absent,
        RowAct::Letter('n') => new.state = Presence::NotExpected,
        RowAct::Letter('r') => new.remote = !person.remote,
        RowAct::Letter(_) | RowAct::Open => {}
        RowAct::Remove => change(out, AttendanceChange::RemovePerson(person.id)),
        RowAct::MoveUp | RowAct::MoveDown => {
            let to = if act == RowAct::MoveUp { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(to) = to.filter(|to| *to < group.people.len()) {
                change(out, AttendanceChange::MovePerson { person: person.id, group: group.id, to });
            }
        }
    }
    if new != *person {
        change(out, AttendanceChange::SetPerson(Box::new(new)));
    }
}

/// One line for one more name: Enter adds it and waits for the next.
fn add_line(ui: &mut Ui, scene: &Scene<'_>, group: &Group, label: &str, out: &mut Vec<Command>) {
    let place = ui.make_persistent_id("new name");
    let mut text = ui.data(|data| data.get_temp::<String>(place)).unwrap_or_default();
    let hint = match group.class {
        MembershipClass::Officer => "Add a name: J Greaves, People Directorate".to_owned(),
        _ => format!("Add a name: {} P Marlow (Chair)", scene.state.house_title("Councillor")),
    };
    let name = adding(label);
    let id = field_id(ui, &name);
    // Enter stays with the program: the next name may be typed before the field would have the focus back.
    let entered = ui.is_enabled() && ui.memory(|memory| memory.has_focus(id)) && prose::cut_at_enter(ui.ctx());
    let response = bare_field(ui, &name, &mut text, &hint, Width::Long);
    // Whoever leaves in the middle of a name comes back to it; two words are somebody. Escape adds nobody: the text stays.
    let escaped = left_by_escape(ui, place, &response);
    let is_name = text.trim().contains(' ') && !escaped;
    if (entered || response.lost_focus() && is_name)
        && let Some(person) = typed::person(&text, scene.people())
    {
        keep_focus(ui, entered.then_some(response.id));
        let title = scene.state.house_title(&person.title);
        let person = Box::new(Person { class: group.class, title, ..person });
        change(out, AttendanceChange::AddPerson { group: group.id, person });
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(place, text));
}

/// Whether a field was left by Escape and not entered again. It is said to lose the focus for longer than the one frame in which
/// that is pressed.
fn left_by_escape(ui: &Ui, place: EguiId, field: &Response) -> bool {
    let place = place.with("left by Escape");
    if field.has_focus() {
        ui.data_mut(|data| data.remove::<bool>(place));
    } else if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.data_mut(|data| data.insert_temp(place, true));
    }
    ui.data(|data| data.get_temp::<bool>(place)).unwrap_or(false)
}
