//! What keys do in a field of prose, in the order in which they were pressed.

use super::{
    laid::LINE,
    offering::{List, Offered, Taken},
    register::Arrival,
    set::{self, Piece},
    sheet::Sheet,
    words::Words,
};
use crate::{
    app::{
        Block, Caret, Change, Command, SpellingCommand, State,
        prose::{self, Pen, Point, Reach, Span, Stroke, Writing},
    },
    model::{Inline, Paragraph, ProseAt},
    ui::keys,
};
use egui::{Event, ImeEvent, Key, Modifiers, Pos2, Ui};
use std::{ops::Range, sync::Arc};

/// What a field keeps from one frame to the next.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The selection as it was last.
    pub span: Option<Span>,
    /// What the caret carries along.
    pub pen: Pen,
    /// How far from the left the caret wants to be while it goes up and down.
    pub goal: Option<f32>,
    /// When something was last done here, for the blinking of the caret.
    pub touched: f64,
    /// What an input method is composing, and which characters of it are active.
    pub composed: Option<(String, Option<Range<usize>>)>,
    /// What was selected when the pointer went down, by what it selects.
    pub drag: Option<(Unit, Span)>,
    /// When and where the pointer went down last, and how often in a row.
    pub pressed: Option<(f64, Pos2, u8)>,
    /// How often the application had moved the clerk when this was kept: undo may lead to another text at the same place.
    pub attention: u64,
    /// Whether it had the focus.
    pub focused: bool,
    /// Whether the last key typed something, so that something may be offered for it.
    pub typing: bool,
    /// The entry of the list below the caret that was chosen by arrow keys.
    pub lit: Option<usize>,
    /// What was offered last.
    pub offered: Option<Offered>,
}

/// What the pointer selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Characters.
    Character,
    /// Words, after a double click.
    Word,
    /// Paragraphs, after a triple click.
    Paragraph,
}

/// Where the focus goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leave {
    /// To what comes next by Tab.
    Next,
    /// To what comes before.
    Previous,
    /// Into the prose above.
    Above(f32),
    /// Into the prose below.
    Below(f32),
}

/// A field while keys are pressed in it.
pub struct Hand<'a, 'p> {
    pub ui: &'a Ui,
    pub state: &'a State,
    pub at: ProseAt,
    pub words: &'a Words<'a>,
    pub width: f32,
    pub writing: Writing<'p>,
    pub kept: Kept,
    /// What the application is to do, after what was done to the text. Keys behind it wait.
    pub then: Option<Command>,
    /// How the text is set, where that is known and still so.
    sheet: Option<Arc<Sheet>>,
}

impl<'a, 'p> Hand<'a, 'p> {
    pub fn new(
        ui: &'a Ui,
        state: &'a State,
        at: ProseAt,
        words: &'a Words<'a>,
        width: f32,
        prose: &'p [Paragraph],
        kept: Kept,
    ) -> Hand<'a, 'p> {
        let span = kept.span.unwrap_or_else(|| Span::caret(prose::end(prose)));
        let writing = Writing::new(prose, span, kept.pen.clone(), state.habits());
        Hand { ui, state, at, words, width, writing, kept, then: None, sheet: None }
    }

    /// As [`Hand::new`], going on with what was begun.
    pub fn over(
        ui: &'a Ui,
        state: &'a State,
        at: ProseAt,
        words: &'a Words<'a>,
        width: f32,
        writing: Writing<'p>,
        kept: Kept,
    ) -> Hand<'a, 'p> {
        Hand { ui, state, at, words, width, writing, kept, then: None, sheet: None }
    }

    /// How the text is set now.
    pub fn sheet(&mut self) -> &Sheet {
        let sheet = self.sheet.take().unwrap_or_else(|| self.set());
        self.sheet.insert(sheet)
    }

    /// How the text is set now, for good.
    pub fn into_sheet(mut self) -> (Arc<Sheet>, Writing<'p>, Kept) {
        let sheet = self.sheet.take().unwrap_or_else(|| self.set());
        (sheet, self.writing, self.kept)
    }

    fn set(&self) -> Arc<Sheet> {
        let head = self.writing.span().head;
        let piece = Piece {
            at: self.at,
            paragraphs: self.writing.prose(),
            composed: self.kept.composed.as_ref().map(|(text, _)| (head.paragraph, head.at, text.as_str())),
            width: self.width,
            drafted: self.writing.steps().is_empty(),
        };
        set::set(self.ui, self.state, self.words, &piece)
    }

    /// Does what was asked for elsewhere, as by a menu.
    pub fn strike(&mut self, stroke: Stroke) -> bool {
        self.sheet = None;
        self.kept.goal = None;
        self.kept.offered = None;
        self.writing.strike(stroke)
    }

    /// Selects something.
    pub fn select(&mut self, span: Span) {
        self.kept.goal = None;
        if span != self.writing.span() {
            self.writing.select(span);
        }
    }

    /// The caret comes in from another field.
    pub fn arrive(&mut self, arrival: Arrival) {
        let point = self.sheet().edge(arrival.from_below, arrival.x);
        self.select(Span::caret(point));
        self.kept.goal = Some(arrival.x);
    }

    /// One event. Gives where the focus goes, where it leaves.
    pub fn event(&mut self, event: &Event) -> Option<Leave> {
        match event {
            Event::Text(text) if text != "\n" && text != "\r" => {
                self.strike(Stroke::Text(text.clone()));
                self.kept.typing = true;
                self.kept.lit = None;
            }
            Event::Paste(text) => self.paste(text),
            Event::Copy => self.copy(),
            Event::Cut if !self.writing.span().is_empty() => {
                self.copy();
                self.strike(Stroke::Cut);
            }
            Event::Ime(event) => self.compose(event),
            Event::Key { key, pressed: true, modifiers, .. } => {
                if self.listed(*key, *modifiers) {
                    return None;
                }
                let leave = self.key(event, *key, *modifiers);
                self.kept.lit = None;
                // The letters that a key types come behind it.
                self.kept.typing &= *key == Key::Backspace;
                return leave;
            }
            _ => {}
        }
        None
    }

    fn copy(&mut self) {
        let copied = prose::copy(self.writing.prose(), self.writing.span());
        if !self.writing.span().is_empty() {
            self.then = Some(Command::Copy(copied));
        }
    }

    /// Pastes what the application made of the clipboard. Tables have no place within a text: that is the application's.
    fn paste(&mut self, text: &str) {
        let reading = self.state.pasted.iter().find(|pasted| pasted.text == text).map(|pasted| &pasted.reading);
        let tables = reading.is_some_and(|reading| reading.blocks.iter().any(|block| matches!(block, Block::Table(_))));
        match reading {
            Some(reading) if tables => {
                let caret = Caret::new(self.at, self.writing.span());
                self.then = Some(Command::Change(Change::PasteBlocks { caret, blocks: reading.blocks.clone() }));
            }
            Some(reading) => {
                let prose = reading.prose().cloned().unwrap_or_default();
                self.strike(Stroke::Paste(prose));
            }
            None => drop(self.strike(Stroke::Paste(prose::paragraphs(text)))),
        }
    }

    /// What is offered at the caret.
    pub fn list(&mut self) -> Option<List> {
        List::at_caret(self.state, self.at, &self.writing, self.words, self.kept.typing, &mut self.kept.offered)
    }

    /// What keys do with the list below the caret. Gives whether the key was for it.
    fn listed(&mut self, key: Key, held: Modifiers) -> bool {
        let keys = [Key::ArrowDown, Key::ArrowUp, Key::Enter, Key::Tab, Key::Escape];
        if held.any() || !keys.contains(&key) {
            return false;
        }
        let Some(list) = self.list() else { return false };
        if matches!(list, List::Word(_)) && key != Key::Tab {
            return false;
        }
        let (count, asked, lit) = (list.len(), list.is_asked_for(), self.kept.lit);
        match key {
            Key::ArrowDown if count > 1 => self.kept.lit = Some(lit.map_or(1, |lit| (lit + 1) % count)),
            Key::ArrowUp if count > 1 => self.kept.lit = Some((lit.unwrap_or(0) + count - 1) % count),
            Key::Tab => self.take(list, lit.unwrap_or(0)),
            Key::Enter if asked || lit.is_some() => self.take(list, lit.unwrap_or(0)),
            Key::Escape => {
                self.kept.typing = false;
                self.kept.lit = None;
                if asked {
                    self.then = Some(Command::Spelling(SpellingCommand::CloseSuggestions));
                }
            }
            _ => return false,
        }
        true
    }

    /// Takes an entry of the list below the caret.
    pub fn take(&mut self, list: List, number: usize) {
        let asked = list.is_asked_for();
        match list.take(number, self.writing.span().head) {
            Some(Taken::Text(at, stroke)) => {
                self.writing.select(Span::caret(at));
                self.strike(stroke);
                self.then = asked.then_some(Command::Spelling(SpellingCommand::CloseSuggestions));
            }
            Some(Taken::Word(command)) => self.then = Some(command),
            None => {}
        }
        self.kept.typing = false;
        self.kept.lit = None;
    }

    fn compose(&mut self, event: &ImeEvent) {
        self.sheet = None;
        match event {
            ImeEvent::Preedit { text, active_range_chars } if !text.is_empty() && text != "\n" && text != "\r" => {
                if !self.writing.span().is_empty() {
                    self.strike(Stroke::Delete(Reach::Character));
                }
                self.kept.composed = Some((text.clone(), active_range_chars.clone()));
            }
            ImeEvent::Commit(text) => {
                self.kept.composed = None;
                if !text.is_empty() && text != "\n" && text != "\r" {
                    self.strike(Stroke::Text(text.clone()));
                }
            }
            ImeEvent::DeleteSurrounding { before_chars, after_chars } => {
                let head = self.writing.span().head;
                let text = self.writing.prose().get(head.paragraph).map(prose::flat).unwrap_or_default();
                let (before, behind) = text.split_at(head.at.min(text.len()));
                let from = before.char_indices().rev().take(*before_chars).last().map_or(before.len(), |(at, _)| at);
                let to = behind.char_indices().nth(*after_chars).map_or(behind.len(), |(at, _)| at);
                let at = |at| Point::new(head.paragraph, at);
                self.writing.select(Span { anchor: at(from), head: at(head.at + to) });
                self.strike(Stroke::Delete(Reach::Character));
            }
            _ => self.kept.composed = None,
        }
    }

    fn key(&mut self, event: &Event, key: Key, held: Modifiers) -> Option<Leave> {
        if let Some(stroke) = keys::text_action(event).and_then(|action| action.stroke()) {
            self.strike(stroke);
            return None;
        }
        let mac = self.ui.ctx().os().is_mac();
        let by_word = if mac { held.alt } else { held.ctrl };
        let to_end = if mac { held.mac_cmd } else { held.ctrl };
        let reach = match (by_word, mac && held.mac_cmd) {
            (_, true) => Reach::Paragraph,
            (true, _) => Reach::Word,
            _ => Reach::Character,
        };
        match key {
            Key::Enter if held.shift => drop(self.strike(Stroke::LineBreak)),
            Key::Enter if !held.command => drop(self.strike(Stroke::Enter)),
            Key::Backspace => drop(self.strike(Stroke::Backspace(reach))),
            Key::Delete => drop(self.strike(Stroke::Delete(reach))),
            Key::Tab if held.command => return Some(if held.shift { Leave::Previous } else { Leave::Next }),
            Key::Tab if held.shift => return (!self.strike(Stroke::Outdent)).then_some(Leave::Previous),
            Key::Tab if !held.command => return self.tab(),
            Key::A if held.command => {
                let all = prose::all(self.writing.prose());
                self.select(all);
            }
            Key::ArrowLeft => self.sideways(held, by_word, mac && held.mac_cmd, false),
            Key::ArrowRight => self.sideways(held, by_word, mac && held.mac_cmd, true),
            Key::ArrowUp | Key::ArrowDown => return self.vertical(held, key == Key::ArrowDown, to_end),
            Key::PageUp | Key::PageDown if !held.command => self.page(held, key == Key::PageDown),
            Key::Home | Key::End => self.edge(held, key == Key::End, to_end),
            _ => {}
        }
        None
    }

    /// Tab: to the next slot, or deeper into the list, or on.
    fn tab(&mut self) -> Option<Leave> {
        let from = self.writing.span().end();
        let slot = prose::next_mark(self.writing.prose(), from, |mark| matches!(mark, Inline::Slot(_)));
        if let Some(slot) = slot {
            self.select(slot);
            return None;
        }
        (!self.strike(Stroke::Indent)).then_some(Leave::Next)
    }

    /// Puts the head somewhere; the anchor stays where Shift is held.
    fn go(&mut self, held: Modifiers, head: Point) {
        let anchor = if held.shift { self.writing.span().anchor } else { head };
        self.select(Span { anchor, head });
    }

    fn sideways(&mut self, held: Modifiers, by_word: bool, to_edge: bool, right: bool) {
        let span = self.writing.span();
        let text = self.writing.prose();
        let head = match (to_edge, by_word, right) {
            (true, _, right) => return self.edge(held, right, false),
            (_, true, true) => prose::word_right(text, span.head),
            (_, true, false) => prose::word_left(text, span.head),
            _ if !held.shift && !span.is_empty() => {
                if right {
                    span.end()
                } else {
                    span.start()
                }
            }
            (_, _, true) => prose::right(text, span.head),
            (_, _, false) => prose::left(text, span.head),
        };
        self.go(held, head);
    }

    fn vertical(&mut self, held: Modifiers, down: bool, by_paragraph: bool) -> Option<Leave> {
        let head = self.writing.span().head;
        if by_paragraph {
            let prose = self.writing.prose();
            let to = match (down, head.at) {
                (true, _) if head.paragraph + 1 < prose.len() => Point::new(head.paragraph + 1, 0),
                (true, _) => prose::end(prose),
                (false, 0) => Point::new(head.paragraph.saturating_sub(1), 0),
                (false, _) => Point::new(head.paragraph, 0),
            };
            self.go(held, to);
            return None;
        }
        let goal = self.kept.goal;
        let sheet = self.sheet();
        let x = goal.unwrap_or_else(|| sheet.caret(head).center().x);
        let to = if down { sheet.below(head, x) } else { sheet.above(head, x) };
        match to {
            Some(to) => {
                self.go(held, to);
                self.kept.goal = Some(x);
                None
            }
            None if !held.shift => Some(if down { Leave::Below(x) } else { Leave::Above(x) }),
            None => {
                let to = if down { prose::end(self.writing.prose()) } else { prose::start() };
                self.go(held, to);
                None
            }
        }
    }

    /// Where there is no other field above or below: to the start or the end of this one.
    pub fn stay(&mut self, leave: Leave) {
        match leave {
            Leave::Above(_) => self.select(Span::caret(prose::start())),
            Leave::Below(_) => {
                let end = prose::end(self.writing.prose());
                self.select(Span::caret(end));
            }
            Leave::Next | Leave::Previous => {}
        }
    }

    fn page(&mut self, held: Modifiers, down: bool) {
        let rows = (self.ui.clip_rect().height() / LINE).floor() - 2.0;
        let head = self.writing.span().head;
        let goal = self.kept.goal;
        let sheet = self.sheet();
        let x = goal.unwrap_or_else(|| sheet.caret(head).center().x);
        let mut to = head;
        for _ in 0..rows.max(1.0) as usize {
            match if down { sheet.below(to, x) } else { sheet.above(to, x) } {
                Some(next) => to = next,
                None => break,
            }
        }
        self.go(held, to);
        self.kept.goal = Some(x);
    }

    fn edge(&mut self, held: Modifiers, end: bool, of_all: bool) {
        let head = self.writing.span().head;
        let to = match (of_all, end) {
            (true, true) => prose::end(self.writing.prose()),
            (true, false) => prose::start(),
            (false, true) => self.sheet().line_end(head),
            (false, false) => self.sheet().line_start(head),
        };
        self.go(held, to);
    }
}
