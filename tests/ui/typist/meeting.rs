//! A draft from New to the time of closing, form by form.

use super::Typist;
use egui::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use minutebook::{
    app::Selection,
    model::{Item, ItemRole, Minutes, Outcome, Part, PartContent, Presence, ProseAt},
};

impl Typist {
    /// The draft, the first number, who sent apologies, and the minutes of the last meeting.
    pub fn begin(&mut self, wanted: &Minutes) {
        self.press("ctrl+n");
        if self.chosen("Council").is_some_and(|council| council != wanted.house.council) {
            self.press("shift+Tab");
            self.choose("Council", &wanted.house.council);
            self.press("Tab");
        }
        self.choose("Body", &wanted.house.body);
        self.press("Tab Return");
        assert_eq!(self.minutes().house.body, wanted.house.body, "the body is chosen");
        if self.minutes().numbering.first != wanted.numbering.first {
            // The meeting's form: the number of its first minute.
            self.tab_to("First minute");
            self.types(&wanted.numbering.first.to_string());
        }
        self.attendance(wanted);
    }

    /// What a list in a question shows as chosen; none where it is not asked.
    fn chosen(&self, list: &str) -> Option<String> {
        let node = self.window.harness.query_by_role_and_label(Role::ComboBox, list)?;
        node.accesskit_node().value()
    }

    /// Chooses in the list that has the focus, by the first letters and Down.
    fn choose(&mut self, list: &str, wanted: &str) {
        if self.chosen(list).as_deref() != Some(wanted) {
            self.types(&wanted.chars().take(1).collect::<String>().to_lowercase());
        }
        for _ in 0..40 {
            if self.chosen(list).as_deref() == Some(wanted) {
                return;
            }
            self.press("Down");
        }
        panic!("{wanted} is not in the list of {list}");
    }

    /// Presses Tab until a field has the focus.
    fn tab_to(&mut self, label: &str) {
        for _ in 0..60 {
            if self.window.harness.query_by_label(label).is_some_and(|node| node.is_focused()) {
                return;
            }
            self.press("Tab");
        }
        panic!("Tab does not lead to {label}");
    }

    /// Who was away, down the list of each group.
    fn attendance(&mut self, wanted: &Minutes) {
        self.press("ctrl+2");
        let mut tabs = 0;
        for group in &wanted.attendance.groups {
            let away: Vec<_> = group.people.iter().map(|person| letter(&person.state)).collect();
            if away.iter().any(Option::is_some) {
                self.press(&"Tab ".repeat(tabs));
                tabs = 0;
            }
            let mut row = 0;
            for (at, letter) in away.into_iter().enumerate().filter_map(|(at, away)| Some((at, away?))) {
                self.press(&"Down ".repeat(at - row));
                self.types(letter);
                row = at;
            }
            tabs += 3;
        }
        let states =
            |minutes: &Minutes| minutes.attendance.people().map(|person| letter(&person.state)).collect::<Vec<_>>();
        if states(self.minutes()) != states(wanted) {
            self.left_out("who was away".to_owned());
        }
    }

    /// Goes to a form by what leads from one to the next.
    fn go_to(&mut self, selection: Selection) {
        let outline = self.window.state().outline();
        let place =
            |selection| outline.iter().position(|entry| entry.selection == selection).expect("it is in the outline");
        let here = place(self.window.state().draft.as_ref().expect("a draft").selection);
        let there = place(selection);
        let key = if there > here { "ctrl+Page_Down " } else { "ctrl+Page_Up " };
        self.press(&key.repeat(there.abs_diff(here)));
    }

    /// Item by item: one that the template has is gone to, another one is put behind the last.
    pub fn business(&mut self, wanted: &Minutes) {
        if wanted.business.len() > 1 {
            self.left_out("other sections than the first".to_owned());
        }
        for item in wanted.business.iter().take(1).flat_map(|section| &section.items) {
            let standing = self.minutes().items().into_iter().map(|visit| visit.item);
            let standing = standing.into_iter().find(|known| known.title == item.title).map(|known| known.id);
            let dated = item.role == ItemRole::PreviousMinutes && !wanted.previous.meetings.is_empty();
            if standing.is_some() && item.parts.is_empty() && !dated {
                continue;
            }
            match standing {
                Some(id) => self.go_to(Selection::Item(id)),
                None => {
                    self.press("ctrl+Return");
                    self.types(&item.title);
                }
            }
            if dated {
                self.previous(wanted);
            }
            self.parts(item, standing.is_none(), wanted);
        }
    }

    /// When the last meeting was, whose minutes were approved.
    fn previous(&mut self, wanted: &Minutes) {
        self.press("Tab Return");
        let date = wanted.previous.meetings[0].date;
        self.types(&date.strftime("%-d %B %Y").to_string());
    }

    fn parts(&mut self, item: &Item, new: bool, wanted: &Minutes) {
        if !item.items.is_empty() {
            self.left_out("sub-items".to_owned());
        }
        for (at, part) in item.parts.iter().enumerate() {
            match &part.content {
                PartContent::Prose(prose) => {
                    // Behind the title of a new item Enter leads into its text.
                    self.press(if new && at == 0 { "Return" } else { "ctrl+t" });
                    let place = self.newest();
                    self.prose(place, prose, wanted);
                }
                PartContent::Resolution(resolution) => {
                    self.press("ctrl+r");
                    let place = self.newest();
                    self.prose(place, &resolution.text, wanted);
                    match resolution.outcome {
                        Outcome::Unclassed => {}
                        Outcome::Noted => self.outcome("no"),
                        Outcome::Approved => self.outcome("ap"),
                        Outcome::Agreed => self.outcome("ag"),
                        _ => self.left_out("an outcome".to_owned()),
                    }
                    if resolution.movers != Default::default() || resolution.vote.is_some() {
                        self.left_out("who moved it, and the vote".to_owned());
                    }
                }
                other => self.left_out(kind_of(part, other)),
            }
        }
    }

    fn outcome(&mut self, letters: &str) {
        self.press("ctrl+d");
        self.types(letters);
    }

    /// The prose of the part that was added last.
    fn newest(&self) -> ProseAt {
        let selection = self.window.state().draft.as_ref().expect("a draft").selection;
        let Selection::Item(id) = selection else { panic!("an item is shown") };
        ProseAt::Part(self.minutes().item(id).and_then(|item| item.parts.last()).expect("a part").id)
    }

    /// When the meeting closed.
    pub fn close(&mut self, wanted: &Minutes) {
        let Some(closed) = wanted.closing.closed else { return };
        self.press("ctrl+3");
        self.types(&format!("{}:{:02}", closed.hour(), closed.minute()));
        self.press("Tab");
    }
}

/// The letter for somebody who was away, in the list of a group.
fn letter(state: &Presence) -> Option<&'static str> {
    match state {
        Presence::Present => None,
        Presence::Apologies { .. } => Some("a"),
        _ => Some("x"),
    }
}

fn kind_of(part: &Part, content: &PartContent) -> String {
    let name = format!("{content:?}");
    format!("part {:?}: {}", part.id, name.split(['(', ' ']).next().unwrap_or_default())
}
