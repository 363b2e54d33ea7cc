use egui::{Key, Modifiers, Role, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use minutebook::{
    app::ThemeChoice,
    model::{Id, Time, Who},
    ui::{theme, widgets::*},
};

/// A form of one piece over a value.
fn piece<T: 'static>(value: T, mut show: impl FnMut(&mut Ui, &mut T) + 'static) -> Harness<'static, T> {
    let mut harness = Harness::builder().with_size([640.0, 480.0]).with_max_steps(16).build_ui_state(
        move |ui, value| {
            if ui.ctx().cumulative_pass_nr() == 0 {
                theme::apply(ui.ctx(), ThemeChoice::Light);
                return;
            }
            show(ui, value);
        },
        value,
    );
    harness.run();
    harness
}

fn retype<T>(harness: &mut Harness<'_, T>, label: &str, text: &str) {
    harness.get_by_label(label).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_label(label).type_text(text);
    harness.run_steps(2);
}

#[test]
fn a_date_is_taken_when_it_can_be_read_and_kept_as_text_when_not() {
    let day = jiff::civil::date(2016, 9, 15);
    let mut harness = piece(day, |ui, day| {
        date_field(ui, "Date", day);
        let _ = ui.button("Elsewhere");
    });
    assert_eq!(harness.get_by_label("Date").value().as_deref(), Some("15 September 2016"));
    retype(&mut harness, "Date", "16/9/2016");
    assert_eq!(*harness.state(), day, "what is half typed may mean another day");
    assert_eq!(harness.get_by_label("Date").value().as_deref(), Some("16/9/2016"), "text stays while it is typed");
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(*harness.state(), jiff::civil::date(2016, 9, 16));
    assert_eq!(harness.get_by_label("Date").value().as_deref(), Some("16 September 2016"));
    retype(&mut harness, "Date", "next week");
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(*harness.state(), jiff::civil::date(2016, 9, 16), "the day stays what it was");
    assert_eq!(harness.get_by_label("Date").value().as_deref(), Some("next week"), "nothing typed is lost");
    assert!(harness.query_by_label_contains("This is not a day").is_some());
}

#[test]
fn what_was_typed_gives_way_when_the_value_changes_elsewhere() {
    let mut harness = piece(Time::new(14, 0), |ui, time| {
        time_field(ui, "Start", time);
    });
    retype(&mut harness, "Start", "3 pm");
    *harness.state_mut() = Time::new(16, 0);
    harness.run_steps(2);
    assert_eq!(harness.get_by_label("Start").value().as_deref(), Some("4.00 pm"));
    assert_eq!(*harness.state(), Time::new(16, 0));
}

#[test]
fn a_time_on_its_way_to_nonsense_is_never_taken() {
    let mut harness = piece((Time::new(14, 0), 0), |ui, (time, changes)| {
        if time_field(ui, "Start", time).changed() {
            *changes += 1;
        }
        let _ = ui.button("Elsewhere");
    });
    retype(&mut harness, "Start", "");
    for letter in ["2", "5", ":", "9", "9"] {
        harness.get_by_label("Start").type_text(letter);
        harness.run_steps(2);
        assert_eq!(*harness.state(), (Time::new(14, 0), 0));
    }
    assert!(harness.query_by_label_contains("not a time of day").is_none(), "nobody is blamed while typing");
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(*harness.state(), (Time::new(14, 0), 0));
    assert!(harness.query_by_label_contains("not a time of day").is_some());
    retype(&mut harness, "Start", "19:30");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), (Time::new(19, 30), 1), "one change for the field");
}

#[test]
fn an_emptied_time_is_no_time() {
    let mut harness = piece(Time::new(14, 0), |ui, time| {
        time_field(ui, "Start", time);
    });
    harness.get_by_label("Start").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.key_press(Key::Backspace);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(*harness.state(), None);
}

#[test]
fn a_choice_is_one_stop_for_tab_and_the_arrows_choose() {
    let mut harness = piece(1_u8, |ui, value| {
        choice(ui, "Kind", value, &[(1, "One"), (2, "Two"), (3, "Three")]);
        let _ = ui.button("Elsewhere");
    });
    harness.get_by_label("Kind: One").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(*harness.state(), 2);
    assert!(harness.get_by_label("Kind: Two").is_focused());
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Elsewhere").is_focused());
    harness.get_by_label("Kind: Three").click();
    harness.run();
    assert_eq!(*harness.state(), 3);
}

#[test]
fn a_combo_is_worked_with_the_keyboard() {
    let options = [(1_u8, "One"), (2, "Two"), (3, "Three"), (4, "Four"), (5, "Five")];
    let mut harness = piece(1_u8, move |ui, value| {
        combo(ui, "Number", value, &options, Width::Name);
    });
    harness.get_by_label("Number").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(*harness.state(), 2);
    harness.key_press(Key::Space);
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, "Five").click();
    harness.run();
    assert_eq!(*harness.state(), 5);
    assert_eq!(harness.get_by_label("Number").value().as_deref(), Some("Five"));
}

fn people() -> Vec<Candidate> {
    ["Councillor M Musgrave", "Councillor P Marlow", "Mrs S Harland"]
        .into_iter()
        .zip(1..)
        .map(|(name, id)| Candidate { who: Who::Person(Id(id)), name: name.to_owned(), detail: String::new() })
        .collect()
}

#[test]
fn a_person_costs_two_letters() {
    let mut harness = piece(None, |ui, who| {
        person_picker(ui, "Mover", who, &people(), Width::Name);
        let _ = ui.button("Elsewhere");
    });
    harness.get_by_label("Mover").focus();
    harness.run_steps(2);
    harness.get_by_label("Mover").type_text("ma");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(*harness.state(), Some(Who::Person(Id(2))));
    assert_eq!(harness.get_by_label("Mover").value().as_deref(), Some("Councillor P Marlow"));
}

#[test]
fn a_name_of_its_own_is_kept_when_the_picker_is_left() {
    let mut harness = piece(None, |ui, who| {
        person_picker(ui, "Mover", who, &people(), Width::Name);
        let _ = ui.button("Elsewhere");
    });
    harness.get_by_label("Mover").focus();
    harness.run_steps(2);
    harness.get_by_label("Mover").type_text("the Lord Mayor");
    harness.run_steps(2);
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(*harness.state(), Some(Who::Named("the Lord Mayor".to_owned())));
}

#[test]
fn a_list_is_ticked_without_the_mouse() {
    #[derive(Default)]
    struct List {
        ticked: [bool; 3],
        acts: Vec<(usize, RowAct)>,
    }
    let mut harness = piece(List::default(), |ui, list| {
        let names = ["One", "Two", "Three"];
        let rows: Vec<TickRow<'_>> = names
            .iter()
            .zip(list.ticked)
            .zip(1..)
            .map(|((name, ticked), key)| TickRow { name, ticked, key, ..TickRow::default() })
            .collect();
        if let Some((row, act)) = tick_list(ui, "numbers", &rows) {
            list.acts.push((row, act));
            if act == RowAct::Tick {
                list.ticked[row] = !list.ticked[row];
            }
        }
        let _ = ui.button("Elsewhere");
    });
    harness.get_by_label("One").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(harness.state().ticked, [true, false, true]);
    assert_eq!(harness.state().acts, [(0, RowAct::Tick), (2, RowAct::Tick)]);
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Elsewhere").is_focused(), "the list is one stop for Tab");
}

#[test]
fn a_long_value_is_seen_whole_and_stays_one_line_of_text() {
    let long = "Minutes of the Special Meeting of the Policy and Resources Committee of the Council".to_owned();
    let mut harness = piece(long.clone(), |ui, text| {
        field(ui, "Title", text, Width::Name);
        let _ = ui.button("Elsewhere");
    });
    assert!(harness.get_by_label("Title").rect().height() > 2.0 * LINE, "it goes on below");
    harness.get_by_label("Title").focus();
    harness.run_steps(2);
    harness.key_press(Key::End);
    harness.run_steps(2);
    harness.event(egui::Event::Paste(" and\nits Panels".to_owned()));
    harness.run_steps(2);
    assert_eq!(*harness.state(), format!("{long} and its Panels"));
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert!(!harness.get_by_label("Title").is_focused(), "Enter leaves the field");
    assert_eq!(*harness.state(), format!("{long} and its Panels"));
}
