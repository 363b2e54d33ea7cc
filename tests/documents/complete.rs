//! Every character that the members may see is on the pages, whatever the document; and layout never panics.

use crate::{arbitrary, invisible::invisible, set};
use minutebook::{
    frame::{Frame, Mark, Owner},
    model::*,
};
use proptest::prelude::*;

/// The texts of a document that the members must find on its pages.
#[derive(Default)]
struct Texts(Vec<String>);

impl Texts {
    fn of(minutes: &Minutes) -> Vec<String> {
        let mut texts = Texts::default();
        for section in &minutes.business {
            texts.add(section.heading.iter());
        }
        for visit in minutes.items() {
            texts.add([&visit.item.title]);
            visit.item.parts.iter().for_each(|part| texts.part(&part.content));
        }
        texts.prose(&minutes.closing.remarks);
        texts.0
    }

    fn add<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        self.0.extend(texts.into_iter().cloned());
    }

    fn prose(&mut self, prose: &Prose) {
        for inline in prose.iter().flat_map(|paragraph| &paragraph.text) {
            match inline {
                Inline::Text(run) => self.0.push(run.text.clone()),
                Inline::Slot(slot) => self.0.push(slot.clone()),
                Inline::Citation(_) | Inline::Person(_) | Inline::ComeBack(_) | Inline::Moment(_) => {}
            }
        }
    }

    fn part(&mut self, content: &PartContent) {
        match content {
            PartContent::Prose(prose) => self.prose(prose),
            PartContent::Resolution(resolution) => {
                self.prose(&resolution.text);
                if let Some(executive) = &resolution.executive {
                    self.prose(&executive.reasons);
                    self.prose(&executive.options);
                }
                self.0.extend(resolution.actions.iter().map(|action| action.what.clone()));
            }
            PartContent::Motion(motion) => {
                self.prose(&motion.text);
                self.prose(&motion.substantive);
                motion.amendments.iter().for_each(|amendment| self.prose(&amendment.text));
            }
            PartContent::Vote(vote) => self.add(vote.question.iter().chain(&vote.reason)),
            PartContent::Table(table) => {
                self.add([&table.caption]);
                self.add(table.columns.iter().map(|column| &column.heading));
                table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| self.prose(cell));
            }
            PartContent::Note(note) => self.prose(&note.text),
            PartContent::Petition(petition) => {
                self.add([&petition.subject]);
                self.prose(&petition.text);
            }
            PartContent::Question(question) => {
                self.prose(&question.question);
                self.prose(&question.answer);
            }
            PartContent::CallIn(call_in) => {
                self.add([&call_in.decision]);
                self.prose(&call_in.grounds);
            }
            PartContent::Actions(actions) => self.0.extend(actions.iter().map(|action| action.what.clone())),
        }
    }
}

fn text_of(frame: &Frame) -> String {
    let runs = frame.pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
        Mark::Glyphs(run) if matches!(run.owner, Owner::Element(_)) => Some(run.text.as_str()),
        Mark::Glyphs(_) | Mark::Fill(_) => None,
    });
    bare(&runs.collect::<String>())
}

/// Without what has no shape of its own: white space, which lines and joints may change, control characters, which cannot be
/// drawn and keep a draft from being exported, and marks of direction and joining.
fn bare(text: &str) -> String {
    let shapeless = |c: char| c.is_whitespace() || c.is_control() || c == '\u{FFFD}' || invisible(c);
    text.chars().filter(|c| !shapeless(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn everything_typed_is_on_the_members_pages(minutes in arbitrary::minutes(), parish in any::<bool>()) {
        let mut minutes = minutes;
        minutes.house.style = if parish { "parish" } else { "coventry" }.into();
        let pages = text_of(&set(&minutes, Audience::Members));
        for text in Texts::of(&minutes) {
            let text = bare(&text);
            prop_assert!(pages.contains(&text), "{text:?} is not on the pages");
        }
        set(&minutes, Audience::Public);
    }
}
