//! The parts of an item, in the order in which they are read.

mod special;
mod table;

use super::{
    decisions::{actions, motion, resolution, vote},
    pieces::{Rank, bare_heading, link, menu, menu_of_heading, privacy},
    scene::Scene,
    shelf::{self, Entry},
};
use crate::{
    app::{Action, Change, Command, PartChange, entry},
    model::{self, CallIn, Inline, Item, Paragraph, Part, PartContent, Petition, Privacy, ProseAt, Question},
    ui::{
        keys,
        theme::space,
        widgets::{Icon, LINE, caption, hint},
    },
};
use egui::Ui;

/// What can be done to a part.
#[derive(Clone, Copy)]
enum Act {
    Up,
    Down,
    Privacy,
    Remove,
}

/// All parts of an item, and what can be added.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>, item: &Item, out: &mut Vec<Command>) {
    let width = ui.available_width();
    let entries: Vec<Entry> =
        item.parts.iter().map(|part| Entry { key: part.id.0, guess: guess(&part.content, width) }).collect();
    shelf::show(ui, "parts", &entries, scene.seeks(), |ui, at| {
        if let Some(part) = item.parts.get(at) {
            one(ui, scene, item, at, part, out);
        }
    });
    ui.add_space(if item.parts.is_empty() { space::TWO } else { space::FOUR });
    caption(ui, "Add to this minute");
    add(ui, item, out);
    if item.parts.is_empty() && ui.is_enabled() {
        let keys = entry(Action::AddResolution).and_then(|entry| entry.shortcut());
        let keys = keys.map(|keys| keys::print(ui.ctx(), keys)).unwrap_or_default();
        hint(ui, &format!("Enter in the title begins the text, {keys} a resolution."));
    }
}

fn one(ui: &mut Ui, scene: &Scene<'_>, item: &Item, at: usize, stored: &Part, out: &mut Vec<Command>) {
    // Running text is changed by its own commands, and is not copied to be drawn.
    let text = match &stored.content {
        PartContent::Prose(text) => Some(text),
        _ => None,
    };
    let mut part = match text {
        Some(_) => Part { id: stored.id, privacy: stored.privacy.clone(), content: PartContent::Prose(Vec::new()) },
        None => stored.clone(),
    };
    let emitted = out.len();
    let private = match &part.privacy {
        Privacy::Public => "",
        Privacy::Exempt { .. } => " (exempt)",
        Privacy::Confidential => " (confidential)",
    };
    let heading = format!("{}{private}", word(&part.content));
    let rank = if matches!(part.content, PartContent::Prose(_)) { Rank::Text } else { Rank::Thing };
    let (response, room) = bare_heading(ui, &heading, rank);
    let showing = ui.make_persistent_id("privacy");
    if scene.wants(part.id) {
        response.scroll_to_me(None);
    }
    if ui.data(|data| data.get_temp::<bool>(showing)).unwrap_or(false) {
        privacy(ui, scene, &mut part.privacy);
    }
    match text {
        Some(text) => drop(scene.bare_prose(ui, "Text", ProseAt::Part(part.id), text, out)),
        None => content(ui, scene, &mut part, out),
    }
    let same = part.privacy == stored.privacy && (text.is_some() || part.content == stored.content);
    // A change of the text in the same frame is the newer one: this part still holds the old text.
    if !same && out.len() == emitted {
        if let Some(text) = text {
            part.content = PartContent::Prose(text.clone());
        }
        out.push(change(PartChange::Set(Box::new(part))));
    }
    // By Tab, what is typed comes before what is seldom done to the part.
    if let Some(act) = menu_of_heading(ui, room, &heading, &acts(item, at)) {
        let part = stored;
        match act {
            Act::Up => out.push(change(PartChange::Move(part.id, at.saturating_sub(1)))),
            Act::Down => out.push(change(PartChange::Move(part.id, at + 1))),
            Act::Remove => out.push(change(PartChange::Remove(part.id))),
            Act::Privacy => ui.data_mut(|data| {
                let open = data.get_temp::<bool>(showing).unwrap_or(false);
                data.insert_temp(showing, !open);
            }),
        }
    }
}

fn change(change: PartChange) -> Command {
    Command::Change(Change::Part(change))
}

fn acts(item: &Item, at: usize) -> Vec<(Act, &'static str)> {
    let all = [
        (Act::Up, "Move up", at > 0),
        (Act::Down, "Move down", at + 1 < item.parts.len()),
        (Act::Privacy, "Who may see it", true),
        (Act::Remove, "Remove", true),
    ];
    all.into_iter().filter(|(_, _, can)| *can).map(|(act, text, _)| (act, text)).collect()
}

/// About how high a part is in a column of a width, before it was ever drawn: its heading, and its text by its letters.
fn guess(content: &PartContent, width: f32) -> f32 {
    let paragraph = |paragraph: &Paragraph| (letters(paragraph) as f32 * LETTER / width.max(1.0)).ceil().max(1.0);
    let text = |text: &[Paragraph]| text.iter().map(|it| paragraph(it) * LINE_OF_TEXT + space::HALF).sum::<f32>();
    let lines = |count: usize| count as f32 * (LINE + space::ONE);
    let of_content = match content {
        PartContent::Prose(prose) => text(prose),
        PartContent::Resolution(resolution) => text(&resolution.text) + lines(4 + 3 * resolution.actions.len()),
        PartContent::Motion(motion) => text(&motion.text) + lines(5 + 7 * motion.amendments.len()),
        PartContent::Vote(_) => lines(6),
        PartContent::Table(table) => lines(4 + table.rows.len()),
        PartContent::Note(note) => text(&note.text) + lines(3),
        PartContent::Petition(petition) => text(&petition.text) + lines(5),
        PartContent::Question(question) => text(&question.question) + text(&question.answer) + lines(4),
        PartContent::CallIn(call_in) => text(&call_in.grounds) + lines(4 + call_in.signatories.len()),
        PartContent::Actions(actions) => lines(1 + 4 * actions.len()),
    };
    space::SIX + of_content
}

fn letters(paragraph: &Paragraph) -> usize {
    let of = |inline: &Inline| if let Inline::Text(run) = inline { run.text.len() } else { 24 };
    paragraph.text.iter().map(of).sum()
}

/// About how wide a letter is, and how high a line of text, in points.
const LETTER: f32 = 7.2;
const LINE_OF_TEXT: f32 = 24.0;

/// What the form calls a part.
fn word(content: &PartContent) -> &'static str {
    match content {
        PartContent::Prose(_) => "Text",
        PartContent::Resolution(_) => "Resolution",
        PartContent::Motion(_) => "Motion",
        PartContent::Vote(_) => "Vote",
        PartContent::Table(_) => "Table",
        PartContent::Note(_) => "Note",
        PartContent::Petition(_) => "Petition",
        PartContent::Question(_) => "Question",
        PartContent::CallIn(_) => "Call-in",
        PartContent::Actions(_) => "Actions",
    }
}

fn content(ui: &mut Ui, scene: &Scene<'_>, part: &mut Part, out: &mut Vec<Command>) {
    let id = part.id;
    match &mut part.content {
        PartContent::Prose(text) => drop(scene.bare_prose(ui, "Text", ProseAt::Part(id), text, out)),
        PartContent::Resolution(content) => resolution(ui, scene, id, content, out),
        PartContent::Motion(content) => motion(ui, scene, id, content, out),
        PartContent::Vote(content) => vote(ui, scene, id, content),
        PartContent::Table(content) => table::show(ui, scene, id, content, out),
        PartContent::Note(content) => special::note(ui, scene, id, content, out),
        PartContent::Petition(content) => special::petition(ui, scene, id, content, out),
        PartContent::Question(content) => special::question(ui, scene, id, content, out),
        PartContent::CallIn(content) => special::call_in(ui, scene, id, content, out),
        PartContent::Actions(content) => actions(ui, scene, id, content, out),
    }
}

/// What can be added to an item.
#[derive(Clone, Copy)]
enum Add {
    Do(Action),
    Petition,
    Question,
    CallIn,
    Actions,
}

fn add(ui: &mut Ui, item: &Item, out: &mut Vec<Command>) {
    let common = [
        (Add::Do(Action::AddProse), "Text"),
        (Add::Do(Action::AddResolution), "Resolution"),
        (Add::Do(Action::AddMotion), "Motion"),
        (Add::Do(Action::AddTable), "Table"),
    ];
    let others = [
        (Add::Do(Action::AddVote), "Vote"),
        (Add::Do(Action::AddNote), "Note"),
        (Add::Petition, "Petition"),
        (Add::Question, "Question"),
        (Add::CallIn, "Call-in"),
        (Add::Actions, "Actions"),
    ];
    let mut chosen = None;
    ui.horizontal(|ui| {
        chosen = offers_in_line(ui, &common).or(menu(ui, "Add something else", &others));
    });
    let content = match chosen {
        None => return,
        Some(Add::Do(action)) => {
            out.push(Command::Do(action));
            return;
        }
        Some(Add::Petition) => PartContent::Petition(Petition::default()),
        Some(Add::Question) => PartContent::Question(Question::default()),
        Some(Add::CallIn) => PartContent::CallIn(CallIn::default()),
        Some(Add::Actions) => PartContent::Actions(vec![model::Action::default()]),
    };
    out.push(change(PartChange::Add { item: item.id, at: item.parts.len(), content }));
}

/// Buttons in the line that is being filled.
fn offers_in_line<T: Copy>(ui: &mut Ui, offers: &[(T, &str)]) -> Option<T> {
    ui.spacing_mut().item_spacing.x = space::TWO;
    let mut chosen = None;
    for (offer, text) in offers {
        if link(ui, Some(Icon::Plus), text).clicked() {
            chosen = Some(*offer);
        }
    }
    chosen
}
