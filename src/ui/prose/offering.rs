//! What is offered at the caret. A list below it: names and phrases for what was typed last, or what may have been meant by a
//! misspelt word; Tab takes the first entry, the arrow keys choose another one, which Enter takes too. Or the rest of a word,
//! quietly behind the caret: Tab takes it, and every other key does what it always does.

use super::{laid, words::Words};
use crate::{
    app::{
        Action, Command, SpellingCommand, State, entry,
        offers::{Offer, OfferKind},
        prose::{self, Point, Span, Stroke, Writing},
    },
    model::{Inline, Look, Paragraph, ProseAt, Run},
    ui::{
        keys,
        theme::{self, Weight, space},
        widgets::{FoundRow, found_row},
    },
};
use egui::{Align2, Area, Frame, Id, Margin, Order, Rect, Ui, vec2};
use std::{ops::Range, sync::Arc};

/// How wide the lists are, in points.
const OFFERS_WIDTH: f32 = 480.0;
const SPELLINGS_WIDTH: f32 = 320.0;

/// What the list shows.
pub enum List {
    /// What can be put in the place of what was typed.
    Offers(Arc<Vec<Offer>>),
    /// The word that is being typed.
    Word(Offer),
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

/// What was offered, so that it is asked for once while nothing changes.
#[derive(Clone, Debug)]
pub struct Offered {
    head: Point,
    of: Option<Of>,
    offers: Arc<Vec<Offer>>,
}

impl Offered {
    /// Whether it is for a text that is in the draft.
    pub fn is_drafted(&self) -> bool {
        self.of.is_some()
    }
}

/// The state of the draft, to the minute: a phrase may tell the time.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Of {
    worded: u64,
    revision: u64,
    minute: (i8, i8),
}

impl Of {
    /// None where the text is no longer that of the draft: what is known then holds until the next key.
    fn new(state: &State, writing: &Writing<'_>) -> Option<Of> {
        let draft = state.draft.as_ref().filter(|_| writing.steps().is_empty())?;
        let minute = (state.now.hour(), state.now.minute());
        Some(Of { worded: draft.worded, revision: draft.session.revision(), minute })
    }
}

/// What taking an entry comes to.
pub enum Taken {
    /// The text changes behind a place.
    Text(Point, Stroke),
    /// The application does something with the word.
    Word(Command),
}

/// What a key does that takes an offer.
fn taking(Offer { replace, insert, kind, label, .. }: Offer) -> Stroke {
    match kind {
        OfferKind::Name | OfferKind::Word => Stroke::TakeWord { replace, text: label },
        OfferKind::Person | OfferKind::Title | OfferKind::Phrase | OfferKind::Citation => {
            Stroke::Take { replace, insert }
        }
    }
}

impl List {
    /// What is offered at the caret; none where nothing is to be shown. `typing` is whether something was typed last, and
    /// `known` what was offered for it.
    pub fn at_caret(
        state: &State,
        at: ProseAt,
        writing: &Writing<'_>,
        words: &Words<'_>,
        typing: bool,
        known: &mut Option<Offered>,
    ) -> Option<List> {
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
        let of = Of::new(state, writing);
        let offered = match known.take().filter(|offered| offered.head == head && offered.of == of) {
            Some(offered) => offered,
            None => {
                let before = prose::slice(paragraph, 0..head.at).into_iter().map(|inline| match inline {
                    Inline::Text(run) => run.text,
                    mark => words.of(&mark, false),
                });
                let offers = state.offers(at, head.paragraph, &before.collect::<String>());
                Offered { head, of, offers: Arc::new(offers) }
            }
        };
        let offers = offered.offers.clone();
        *known = Some(offered);
        match offers.as_slice() {
            [] => None,
            // In the middle of a text there is no room for it.
            [word] if word.kind == OfferKind::Word => {
                (head.at == prose::length_of(paragraph)).then(|| List::Word(word.clone()))
            }
            _ => Some(List::Offers(offers)),
        }
    }

    /// Whether it waits for an answer, and takes the keys until it has one.
    pub fn is_asked_for(&self) -> bool {
        matches!(self, List::Spellings(_))
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        match self {
            List::Offers(offers) => offers.len(),
            List::Word(_) => 1,
            // While they are looked for there is nothing to choose: what is first would change under the hand.
            List::Spellings(spellings) => spellings.words.as_ref().map_or(0, |words| words.len() + 2),
        }
    }

    /// What taking an entry, from 0, comes to at a caret.
    pub fn take(self, number: usize, caret: Point) -> Option<Taken> {
        match self {
            List::Offers(offers) => offers.get(number).map(|offer| Taken::Text(caret, taking(offer.clone()))),
            List::Word(offer) => Some(Taken::Text(caret, taking(offer))),
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

    /// Shows it at a caret; gives the entry that was clicked.
    pub fn show(&self, ui: &Ui, id: Id, caret: Rect, lit: usize) -> Option<usize> {
        let palette = theme::palette(ui);
        if let List::Word(offer) = self {
            let font = theme::font(Weight::Regular, laid::TEXT);
            ui.painter().text(caret.right_center(), Align2::LEFT_CENTER, rest(offer), font, palette.ink_faint);
            return None;
        }
        let frame = Frame::popup(ui.style()).fill(palette.raised).inner_margin(Margin::same(4));
        let place = caret.left_bottom() + vec2(-12.0, 6.0);
        let area = Area::new(id.with("offers")).order(Order::Foreground).fixed_pos(place);
        let shown = area.constrain(true).show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                match self {
                    List::Word(_) => None,
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

/// What of a word is not typed yet.
pub fn rest(word: &Offer) -> &str {
    word.label.char_indices().nth(word.replace).map_or("", |(at, _)| &word.label[at..])
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
        OfferKind::Person | OfferKind::Title | OfferKind::Citation | OfferKind::Name | OfferKind::Word => {
            plain(&offer.label, &offer.hint)
        }
    }
}

/// The misspelt word that a place touches.
pub fn word_at(state: &State, paragraph: &Paragraph, at: usize) -> Option<(Range<usize>, String)> {
    state.spelling.word_at(paragraph, at)
}

/// The misspelt word at a selection without extent.
pub fn misspelt_at(state: &State, writing: &Writing<'_>) -> Option<String> {
    let span: Span = writing.span();
    let paragraph = writing.prose().get(span.head.paragraph).filter(|_| span.is_empty())?;
    word_at(state, paragraph, span.head.at).map(|(_, word)| word)
}

/// Where words of a paragraph are misspelt that was not looked at since it was changed in this frame, in bytes of its flat
/// text: what stands before and behind the change is as it was.
pub fn misspelt(state: &State, old: &Paragraph, new: &Paragraph) -> Option<Vec<Range<usize>>> {
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
    Some(state.spelling.marks(old).iter().filter_map(shifted).collect())
}
