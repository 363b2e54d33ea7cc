//! The list below the caret: what is offered for what was typed last, or what may have been meant by a misspelt word.
//! Tab takes the first entry; the arrow keys choose another one, which Enter takes too.

use super::words::Words;
use crate::{
    app::{
        Action, Command, SpellingCommand, State, entry,
        offers::{Offer, OfferKind},
        prose::{self, Point, Span, Stroke, Writing},
    },
    model::{Inline, Look, Paragraph, ProseAt, Run},
    ui::{
        keys,
        theme::{self, space},
        widgets::{FoundRow, found_row},
    },
};
use egui::{Area, Frame, Id, Margin, Order, Rect, Ui, vec2};
use std::ops::Range;

/// How wide the lists are, in points.
const OFFERS_WIDTH: f32 = 480.0;
const SPELLINGS_WIDTH: f32 = 320.0;

/// What the list shows.
pub enum List {
    /// What can be put in the place of what was typed.
    Offers(Vec<Offer>),
    /// What may have been meant by a word.
    Spellings(Spellings),
}

/// What may have been meant by a word.
pub struct Spellings {
    word: String,
    look: Look,
    /// Behind the word.
    end: Point,
    /// None while they are looked for.
    words: Option<Vec<String>>,
}

/// What taking an entry comes to.
pub enum Taken {
    /// The text changes behind a place.
    Text(Point, Stroke),
    /// The application does something with the word.
    Word(Command),
}

impl List {
    /// The list at the caret; none where nothing is to be shown. `typing` is whether something was typed last.
    pub fn at_caret(state: &State, at: ProseAt, writing: &Writing, words: &Words<'_>, typing: bool) -> Option<List> {
        let span = writing.span();
        let head = span.head;
        let paragraph = writing.prose().get(head.paragraph).filter(|_| span.is_empty())?;
        if let Some(asked) = &state.spelling.suggestions
            && let Some((range, word)) = word_at(state, paragraph, head.at).filter(|(_, word)| *word == asked.word)
        {
            let first = prose::slice(paragraph, range.clone());
            let look = first.first().and_then(prose::look_of).cloned().unwrap_or_default();
            let end = Point::new(head.paragraph, range.end);
            return Some(List::Spellings(Spellings { word, look, end, words: asked.words.clone() }));
        }
        if !typing {
            return None;
        }
        let said = |inline: Inline| match inline {
            Inline::Text(run) => run.text,
            mark => words.of(&mark, false),
        };
        let before: String = prose::slice(paragraph, 0..head.at).into_iter().map(said).collect();
        let offers = state.offers(at, head.paragraph, &before);
        (!offers.is_empty()).then_some(List::Offers(offers))
    }

    /// Whether it waits for an answer, and takes the keys until it has one.
    pub fn is_asked_for(&self) -> bool {
        matches!(self, List::Spellings(_))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        match self {
            List::Offers(offers) => offers.len(),
            // While they are looked for there is nothing to choose: what is first would change under the hand.
            List::Spellings(spellings) => spellings.words.as_ref().map_or(0, |words| words.len() + 2),
        }
    }

    /// What taking an entry, from 0, comes to at a caret.
    pub fn take(self, number: usize, caret: Point) -> Option<Taken> {
        match self {
            List::Offers(offers) => offers
                .into_iter()
                .nth(number)
                .map(|Offer { replace, insert, .. }| Taken::Text(caret, Stroke::Take { replace, insert })),
            List::Spellings(Spellings { word, look, end, words }) => {
                let mut words = words?;
                Some(match number.checked_sub(words.len()) {
                    None => {
                        let insert = vec![Inline::Text(Run { text: words.swap_remove(number), look })];
                        Taken::Text(end, Stroke::Take { replace: word.chars().count(), insert })
                    }
                    Some(0) => Taken::Word(Command::Spelling(SpellingCommand::Add(word))),
                    Some(_) => Taken::Word(Command::Spelling(SpellingCommand::Ignore(word))),
                })
            }
        }
    }

    /// Shows it below a caret; gives the entry that was clicked.
    pub fn show(&self, ui: &Ui, id: Id, caret: Rect, lit: usize) -> Option<usize> {
        let palette = theme::palette(ui);
        let frame = Frame::popup(ui.style()).fill(palette.raised).inner_margin(Margin::same(4));
        let place = caret.left_bottom() + vec2(-12.0, 6.0);
        let area = Area::new(id.with("offers")).order(Order::Foreground).fixed_pos(place);
        let shown = area.constrain(true).show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                match self {
                    List::Offers(offers) => {
                        ui.set_width(OFFERS_WIDTH);
                        rows(ui, offers.iter().map(offer_row), lit)
                    }
                    List::Spellings(spellings) => {
                        ui.set_width(SPELLINGS_WIDTH);
                        if spellings.words.as_ref().is_none_or(Vec::is_empty) {
                            let none = if spellings.words.is_some() { "No suggestions" } else { "Looking…" };
                            ui.add_enabled_ui(false, |ui| found_row(ui, plain(none, ""), false));
                        }
                        let words = spellings.words.as_deref()?.iter().map(|word| plain(word, ""));
                        let others = [Action::AddWord, Action::IgnoreWord].map(|action| {
                            let keys = entry(action).and_then(|entry| entry.shortcut());
                            let keys = keys.map(|keys| keys::print(ui.ctx(), keys)).unwrap_or_default();
                            (entry(action).map_or("", |entry| entry.label), keys)
                        });
                        let others = others.iter().map(|(label, keys)| plain(label, keys));
                        rows(ui, words.chain(others), lit)
                    }
                }
            })
        });
        shown.inner.inner
    }
}

fn rows<'a>(ui: &mut Ui, rows: impl Iterator<Item = FoundRow<'a>>, lit: usize) -> Option<usize> {
    let clicked = rows.enumerate().filter_map(|(at, row)| {
        let lead = if at == lit { "Tab" } else { "" };
        found_row(ui, FoundRow { lead, ..row }, at == lit).clicked().then_some(at)
    });
    clicked.last()
}

fn plain<'a>(text: &'a str, detail: &'a str) -> FoundRow<'a> {
    FoundRow { lead: "", lead_width: space::SIX, text, detail }
}

fn offer_row(offer: &Offer) -> FoundRow<'_> {
    // Of a phrase one wants to see what it says, not what it is called.
    match offer.kind {
        OfferKind::Phrase => plain(&offer.hint, ""),
        OfferKind::Person | OfferKind::Title | OfferKind::Citation => plain(&offer.label, &offer.hint),
    }
}

/// The misspelt word that a place touches.
pub fn word_at(state: &State, paragraph: &Paragraph, at: usize) -> Option<(Range<usize>, String)> {
    state.spelling.word_at(paragraph, at)
}

/// The misspelt word at a selection without extent.
pub fn misspelt_at(state: &State, writing: &Writing) -> Option<String> {
    let span: Span = writing.span();
    let paragraph = writing.prose().get(span.head.paragraph).filter(|_| span.is_empty())?;
    word_at(state, paragraph, span.head.at).map(|(_, word)| word)
}

/// Where words of a paragraph are misspelt, in bytes of its flat text. A paragraph that was changed in this frame was not
/// looked at yet: what stands before and behind the change is as it was.
pub fn misspelt(state: &State, old: Option<&Paragraph>, new: &Paragraph) -> Vec<Range<usize>> {
    if state.spelling.is_checked(new) {
        return state.spelling.marks(new).to_vec();
    }
    let Some(old) = old else { return Vec::new() };
    let (before, after) = (prose::flat(old), prose::flat(new));
    let same = |pair: &(u8, u8)| pair.0 == pair.1;
    let head = before.bytes().zip(after.bytes()).take_while(same).count();
    let most = before.len().min(after.len()) - head;
    let tail = before.bytes().rev().zip(after.bytes().rev()).take(most).take_while(same).count();
    let shifted = |range: &Range<usize>| {
        if range.end <= head {
            return Some(range.clone());
        }
        let from_end = before.len().checked_sub(range.start).filter(|rest| *rest <= tail)?;
        let start = after.len() - from_end;
        Some(start..start + range.len())
    };
    state.spelling.marks(old).iter().filter_map(shifted).collect()
}
