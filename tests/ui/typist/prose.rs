//! Prose, typed by the fewest keys that what is offered allows.

use super::{
    Typist,
    reading::{pieces, said, stands_for},
    ways::{Key, Last, Ways, first_of},
};
use minutebook::{
    app::offers::{Context, Offer, OfferKind, expand},
    model::{Enclosure, Inline, Minutes, Paragraph, ParagraphKind, Prose, ProseAt},
    template::Phrase,
};

impl Typist {
    fn offers(&self, at: ProseAt, paragraph: usize, before: &str) -> Vec<Offer> {
        self.window.state().offers(at, paragraph, before)
    }

    /// Types a whole piece of prose, list by list.
    pub fn prose(&mut self, at: ProseAt, prose: &Prose, wanted: &Minutes) {
        let mut last = ParagraphKind::Body;
        for (number, paragraph) in prose.iter().enumerate() {
            if number > 0 {
                self.press("Return");
            }
            if paragraph.kind != last {
                match marker(paragraph.kind) {
                    Some(marker) => self.types(marker),
                    None if paragraph.kind == ParagraphKind::Body => self.press("Return"),
                    None => self.left_out(format!("{:?}", paragraph.kind)),
                }
            }
            last = paragraph.kind;
            for key in self.plan(at, number, paragraph, wanted, number + 1 < prose.len()) {
                match key {
                    Key::Sign(sign) => self.sign(sign),
                    Key::Take(down) => {
                        // The list is on the screen before something of it is taken.
                        self.catch_up();
                        (0..down).for_each(|_| self.tap(egui::Key::ArrowDown));
                        self.tap(egui::Key::Tab);
                        self.takes += 1;
                    }
                    Key::Back => self.tap(egui::Key::Backspace),
                }
            }
            self.catch_up();
            let typed = self.minutes().prose(at).and_then(|prose| prose.get(number));
            let typed = typed.map(|typed| said(typed, self.minutes())).unwrap_or_default();
            let wanted = said(paragraph, wanted);
            assert_eq!(typed.trim_end_matches(' '), wanted.trim_end_matches(' '), "typed by {} keys", self.keys);
        }
    }

    /// The fewest keys for a paragraph.
    fn plan(&self, at: ProseAt, number: usize, target: &Paragraph, wanted: &Minutes, follows: bool) -> Vec<Key> {
        let pieces = pieces(target, wanted);
        let signs: Vec<char> = pieces.iter().map(|(sign, _)| *sign).collect();
        let text: String = signs.iter().collect();
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let phrases = self.phrases();
        let plain = |from: usize, to: usize| pieces[from..to].iter().all(|piece| piece.1.is_none());
        let mut best = Ways::new(signs.len());
        for at_sign in 0..signs.len() {
            let before = &text[..ends[at_sign]];
            // A mark is typed as it reads, and taken.
            if let Some(mark) = &pieces[at_sign].1 {
                let length = pieces[at_sign..].iter().take_while(|piece| piece.1.as_ref() == Some(mark)).count();
                if at_sign == 0 || pieces[at_sign - 1].1.as_ref() != Some(mark) {
                    let keys = self.mark(at, number, before, mark, &signs[at_sign..at_sign + length]);
                    let last = if matches!(keys.last(), Some(Key::Take(_))) { Last::Take } else { Last::Sign };
                    best.add(at_sign, at_sign + length, &keys, first_of(&keys), last);
                }
                continue;
            }
            best.add(at_sign, at_sign + 1, &[Key::Sign(signs[at_sign])], signs[at_sign], Last::Sign);
            if at_sign == 0 || !signs[at_sign - 1].is_alphanumeric() {
                let context = Context::new(self.window.state(), at, number).expect("a draft");
                for phrase in &phrases {
                    let rest = &text[ends[at_sign]..];
                    let Some(length) = stands_for(&expand(&context, phrase, before), rest) else { continue };
                    let offers = self.offers(at, number, &format!("{before}{}", phrase.trigger));
                    assert_eq!(offers.first().map(|offer| offer.kind), Some(OfferKind::Phrase));
                    if plain(at_sign, at_sign + length) {
                        let keys: Vec<Key> = phrase.trigger.chars().map(Key::Sign).chain([Key::Take(0)]).collect();
                        best.add(at_sign, at_sign + length, &keys, first_of(&keys), Last::Take);
                    }
                }
            } else if signs[at_sign - 1].is_alphabetic() {
                for (down, found) in self.offers(at, number, before).iter().enumerate() {
                    let in_words = matches!(found.kind, OfferKind::Word | OfferKind::Name | OfferKind::Title);
                    if !in_words || found.replace > at_sign {
                        continue;
                    }
                    let from = at_sign - found.replace;
                    let Some(length) = stands_for(&found.insert, &text[ends[from]..]) else { continue };
                    if from + length > at_sign && plain(from, from + length) {
                        let last = if found.kind == OfferKind::Title { Last::Take } else { Last::Word };
                        best.reach(at_sign, Last::Sign, from + length, &[Key::Take(down)], last);
                    }
                }
            }
        }
        best.shortest(follows)
    }

    /// The phrases that can be typed by their letters.
    fn phrases(&self) -> Vec<Phrase> {
        let style = self.window.state().style().expect("the house style");
        let body = &self.minutes().house.body;
        let all = style.phrases.entries().into_iter().map(|entry| entry.phrase);
        all.filter(|phrase| style.phrases.find(&phrase.trigger, body).is_some()).collect()
    }

    /// The keys for a citation or a name. Where nothing like it is offered, it is typed letter by letter.
    fn mark(&self, at: ProseAt, number: usize, before: &str, mark: &Inline, signs: &[char]) -> Vec<Key> {
        let whole: String = signs.iter().collect();
        let surname = whole.rsplit(' ').next().unwrap_or_default().to_owned();
        let tried = match mark {
            Inline::Person(_) => (2..=surname.chars().count()).map(|n| surname.chars().take(n).collect()).collect(),
            _ => vec![whole.clone()],
        };
        for typed in tried {
            let offers = self.offers(at, number, &format!("{before}{typed}"));
            let fits = |offer: &Offer| offer.label == whole && offer.replace == typed.chars().count();
            if let Some(down) = offers.iter().position(fits) {
                return typed.chars().map(Key::Sign).chain([Key::Take(down)]).collect();
            }
        }
        signs.iter().copied().map(Key::Sign).collect()
    }
}

/// What is typed to begin a list; none for running text, and for what the typist does not know.
fn marker(kind: ParagraphKind) -> Option<&'static str> {
    Some(match kind {
        ParagraphKind::Bullet => "- ",
        ParagraphKind::Numbered(Enclosure::Stop) => "1. ",
        ParagraphKind::Numbered(Enclosure::Bracket) => "1) ",
        ParagraphKind::Numbered(Enclosure::Brackets) => "(1) ",
        ParagraphKind::Lettered(Enclosure::Stop) => "a. ",
        ParagraphKind::Lettered(Enclosure::Bracket) => "a) ",
        ParagraphKind::Lettered(Enclosure::Brackets) => "(a) ",
        ParagraphKind::Roman(Enclosure::Stop) => "i. ",
        ParagraphKind::Roman(Enclosure::Bracket) => "i) ",
        ParagraphKind::Roman(Enclosure::Brackets) => "(i) ",
        ParagraphKind::Body
        | ParagraphKind::Quotation
        | ParagraphKind::Numbered(Enclosure::Decimal)
        | ParagraphKind::Lettered(Enclosure::Decimal)
        | ParagraphKind::Roman(Enclosure::Decimal) => return None,
    })
}
