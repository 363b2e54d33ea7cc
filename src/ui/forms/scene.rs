use crate::{
    app::{Command, Draft, Focus, Line, Selection, State, is_in_room, may_vote},
    model::{Id, Minutes, Paragraph, ProseAt, Who},
    ui::{
        found,
        prose::{bare_editor, editor, editor_id},
        theme::space,
        widgets::{Candidate, keep_caret},
    },
};
use egui::{Id as EguiId, Response, Ui};
use std::cell::{Cell, OnceCell};

/// What the forms of one frame share: the draft, who can be named, and what is to have the focus.
pub(super) struct Scene<'a> {
    pub state: &'a State,
    pub minutes: &'a Minutes,
    people: OnceCell<Vec<Candidate>>,
    items: OnceCell<Vec<(Option<Id>, String)>>,
    wanted: Cell<Option<Wanted>>,
}

/// What is to have the focus.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wanted {
    First,
    Node(Id),
    Prose(ProseAt),
    Vote(Id),
    Outcome(Id),
    Line(Line),
}

impl<'a> Scene<'a> {
    pub fn new(ui: &Ui, state: &'a State, draft: &'a Draft) -> Scene<'a> {
        let minutes = draft.session.minutes();
        Scene {
            state,
            minutes,
            people: OnceCell::new(),
            items: OnceCell::new(),
            wanted: Cell::new(wanted(ui, draft).or_else(|| soon(ui))),
        }
    }

    /// Everybody in the attendance, as pickers offer them.
    pub fn people(&self) -> &[Candidate] {
        self.people.get_or_init(|| {
            let mut entries = self.state.people();
            // Whoever is in the room and has a vote is meant before all others.
            let may_act = |id: Id| {
                let person = self.minutes.attendance.person(id);
                person.is_some_and(|person| may_vote(person) && is_in_room(self.minutes, person))
            };
            entries.sort_by_key(|entry| !may_act(entry.id));
            entries
                .into_iter()
                .map(|entry| Candidate { who: Who::Person(entry.id), name: entry.name, detail: entry.detail })
                .collect()
        })
    }

    /// All items with their numbers, as lists offer them; the first entry stands for none.
    pub fn items(&self) -> &[(Option<Id>, String)] {
        self.items.get_or_init(|| {
            let entries = self.state.outline().into_iter().filter_map(|entry| match entry.selection {
                Selection::Item(id) => {
                    let title = if entry.title.is_empty() { "Untitled" } else { entry.title.as_str() };
                    Some((Some(id), format!("{} {title}", entry.number).trim().to_owned()))
                }
                _ => None,
            });
            std::iter::once((None, String::new())).chain(entries).collect()
        })
    }

    /// Gives this the focus where the form's first field is to have it.
    pub fn first(&self, response: &Response) {
        if self.wanted.get() == Some(Wanted::First) {
            // Who opens a form means to look at it: nothing is selected that the next letter would replace.
            keep_caret(response);
        }
        self.take(Wanted::First, response);
    }

    /// Whether the form's first field is to have the focus: whoever asks, and is told so, takes it.
    pub fn takes_first(&self) -> bool {
        let wanted = self.wanted.get() == Some(Wanted::First);
        if wanted {
            self.wanted.set(None);
        }
        wanted
    }

    /// Gives this the focus where this node is to have it.
    pub fn node(&self, id: Id, response: &Response) {
        self.take(Wanted::Node(id), response);
    }

    /// Whether this node is to have the focus.
    pub fn wants(&self, id: Id) -> bool {
        self.wanted.get() == Some(Wanted::Node(id))
    }

    /// Gives this the focus where the vote on a node is to have it.
    pub fn vote(&self, of: Id, response: &Response) {
        self.take(Wanted::Vote(of), response);
    }

    /// Gives this the focus where the outcome of a part is to have it.
    pub fn outcome(&self, part: Id, response: &Response) {
        self.take(Wanted::Outcome(part), response);
    }

    /// What was found in a line is marked; where it is gone to, it is selected.
    pub fn line(&self, line: Line, text: &str, response: &Response) {
        let Some(range) = self.state.search.mark_in(line) else { return };
        if self.wanted.get() == Some(Wanted::Line(line)) {
            found::select(response, text, range);
        }
        self.take(Wanted::Line(line), response);
        found::mark_line(response, &self.state.search);
    }

    /// Whether something of the form, wherever it is, is to have the focus.
    pub fn seeks(&self) -> bool {
        matches!(
            self.wanted.get(),
            Some(Wanted::Node(_) | Wanted::Prose(_) | Wanted::Vote(_) | Wanted::Outcome(_) | Wanted::Line(_))
        )
    }

    fn take(&self, wanted: Wanted, response: &Response) {
        if self.wanted.get() == Some(wanted) && response.enabled() {
            response.request_focus();
            // Prose follows its caret by itself.
            if !matches!(wanted, Wanted::Prose(_)) {
                response.scroll_to_me(None);
            }
            self.wanted.set(None);
        }
    }

    /// A piece of prose with its label.
    pub fn prose(&self, ui: &mut Ui, label: &str, at: ProseAt, text: &[Paragraph], out: &mut Vec<Command>) -> Response {
        if self.wanted.get() == Some(Wanted::Prose(at)) {
            ui.memory_mut(|memory| memory.request_focus(editor_id(at)));
        }
        ui.add_space(space::ONE);
        let response = editor(ui, label, at, text, self.state, out);
        self.take(Wanted::Prose(at), &response);
        response
    }

    /// A piece of prose whose label is not seen.
    pub fn bare_prose(
        &self,
        ui: &mut Ui,
        name: &str,
        at: ProseAt,
        text: &[Paragraph],
        out: &mut Vec<Command>,
    ) -> Response {
        if self.wanted.get() == Some(Wanted::Prose(at)) {
            ui.memory_mut(|memory| memory.request_focus(editor_id(at)));
        }
        let response = bare_editor(ui, name, at, text, self.state, out);
        self.take(Wanted::Prose(at), &response);
        response
    }
}

/// Leaves the focus where it is when the next change moves the attention: somebody types one name after another.
pub(super) fn keep_focus(ui: &Ui, field: Option<EguiId>) {
    ui.data_mut(|data| data.insert_temp(EguiId::unique("kept focus"), field));
}

/// Gives a piece of prose the focus once it is there: the change that makes it is on its way.
pub(super) fn focus_soon(ui: &Ui, at: ProseAt) {
    ui.data_mut(|data| data.insert_temp(EguiId::unique("focus soon"), at));
}

fn soon(ui: &Ui) -> Option<Wanted> {
    let place = EguiId::unique("focus soon");
    let at = ui.data(|data| data.get_temp::<ProseAt>(place))?;
    ui.data_mut(|data| data.remove::<ProseAt>(place));
    Some(Wanted::Prose(at))
}

/// Takes the focus to where the application put it last, or to the form's first field.
pub(in crate::ui) fn take_focus(ctx: &egui::Context) {
    ctx.data_mut(|data| data.remove::<(u64, Selection)>(seen_place()));
    ctx.request_repaint();
}

/// Where it is noted which move of the attention was seen last, and in which form.
fn seen_place() -> EguiId {
    EguiId::unique("attention of the forms")
}

/// Whether the form is come to in this frame at its beginning, and so is to be seen from its top.
pub(in crate::ui) fn begins(ctx: &egui::Context, draft: &Draft) -> bool {
    let known = ctx.data(|data| data.get_temp::<(u64, Selection)>(seen_place()));
    let moved = known.is_none_or(|(attention, _)| attention != draft.attention);
    let elsewhere = known.is_none_or(|(_, selection)| selection != draft.selection);
    moved && (draft.focus == Some(Focus::First) || draft.focus.is_none() && elsewhere)
}

/// What is to have the focus now: each move of the attention counts once.
fn wanted(ui: &Ui, draft: &Draft) -> Option<Wanted> {
    let (seen, kept) = (seen_place(), EguiId::unique("kept focus"));
    let known = ui.data(|data| data.get_temp::<(u64, Selection)>(seen));
    if known.is_some_and(|(attention, _)| attention == draft.attention) {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(seen, (draft.attention, draft.selection)));
    let kept_focus = ui.data(|data| data.get_temp::<Option<EguiId>>(kept));
    if let Some(field) = kept_focus {
        ui.data_mut(|data| data.remove::<Option<EguiId>>(kept));
        if let Some(field) = field {
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        return None;
    }
    match draft.focus {
        // Undo within the form that is shown leaves the focus where the clerk types.
        None if known.is_some_and(|(_, selection)| selection == draft.selection) && has_focus(ui) => None,
        None => Some(Wanted::First),
        Some(Focus::First) => Some(Wanted::First),
        Some(Focus::Node(id)) => Some(Wanted::Node(id)),
        Some(Focus::Prose(at)) => Some(Wanted::Prose(at)),
        // The strip of notes takes it.
        Some(Focus::Notes(_)) => None,
        Some(Focus::Vote(id)) => Some(Wanted::Vote(id)),
        Some(Focus::Outcome(id)) => Some(Wanted::Outcome(id)),
        Some(Focus::Line(line)) => Some(Wanted::Line(line)),
    }
}

/// Whether something in the form has the focus.
fn has_focus(ui: &Ui) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    let response = focused.and_then(|id| ui.ctx().read_response(id));
    response.is_some_and(|response| ui.max_rect().x_range().contains(response.rect.center().x))
}
