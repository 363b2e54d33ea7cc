//! Random prose, with every mark that may stand in it.

use super::{Model, date, id, one, year};
use minutebook::model::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

impl Model {
    pub(super) fn prose(&self) -> BoxedStrategy<Prose> {
        vec(self.paragraph(), 0..3).boxed()
    }

    pub(super) fn paragraph(&self) -> BoxedStrategy<Paragraph> {
        use ParagraphKind::*;
        let enclosure = || one(&[Enclosure::Stop, Enclosure::Bracket, Enclosure::Brackets, Enclosure::Decimal]);
        let kind = prop_oneof![
            one(&[Body, Bullet, Quotation]),
            enclosure().prop_map(Numbered),
            enclosure().prop_map(Lettered),
            enclosure().prop_map(Roman),
        ];
        (kind, 0_u8..=4, of(0_u32..2000), self.privacy(), vec(self.inline(), 0..4))
            .prop_map(|(kind, level, start, privacy, text)| Paragraph { kind, level, start, privacy, text })
            .boxed()
    }

    pub(super) fn look(&self) -> BoxedStrategy<Look> {
        (any::<bool>(), any::<bool>(), any::<bool>(), self.language())
            .prop_map(|(bold, italic, superscript, language)| Look { bold, italic, superscript, language })
            .boxed()
    }

    pub(super) fn inline(&self) -> BoxedStrategy<Inline> {
        let run = (self.text(), self.look()).prop_map(|(text, look)| Run { text, look });
        prop_oneof![
            6 => run.prop_map(Inline::Text),
            1 => self.citation().prop_map(Inline::Citation),
            1 => self.mention().prop_map(Inline::Person),
            1 => self.text().prop_map(Inline::Slot),
            1 => self.text().prop_map(Inline::ComeBack),
            1 => id().prop_map(Inline::Moment),
        ]
        .boxed()
    }

    pub(super) fn citation(&self) -> BoxedStrategy<Citation> {
        use CitationForm::*;
        let target = prop_oneof![
            id().prop_map(CitationTarget::Here),
            (self.opt(), self.text(), year(), of(date()), of(id())).prop_map(|(body, number, year, date, item)| {
                CitationTarget::Elsewhere { body, number, year, date, item }
            }),
        ];
        let form = one(&[Minute, InSentence, Refers, RefersCapital, Number, Headed]);
        (target, form, self.look()).prop_map(|(target, form, look)| Citation { target, form, look }).boxed()
    }

    pub(super) fn mention(&self) -> BoxedStrategy<Mention> {
        use NameForm::*;
        (id(), one(&[Short, Titled, Surname, Initials, Role]), self.look())
            .prop_map(|(person, form, look)| Mention { person, form, look })
            .boxed()
    }
}
