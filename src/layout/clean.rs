use crate::frame::{Face, Inline, Link, Run};
use std::ops::Range;

/// The text of a paragraph as it is shaped, and in which look each part of it is.
#[derive(Default)]
pub(super) struct Clean {
    /// The text: line feeds break lines; for other control characters stand letters of the same length.
    pub text: String,
    /// The looks, one behind the other, covering the whole text.
    pub pieces: Vec<Piece>,
    /// Lines to write upon: where in the text, and how long.
    pub blanks: Vec<(usize, f32)>,
    /// Control characters, which cannot be shaped: where they stand.
    pub controls: Vec<(usize, char)>,
}

/// A part of a paragraph in one look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub range: Range<usize>,
    pub look: Look,
    /// Which of the paragraph's groups it belongs to.
    pub group: Option<u32>,
}

/// How a part of a paragraph looks and what it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    pub face: Face,
    pub size: f32,
    pub rise: f32,
    pub language: Option<String>,
    pub link: Option<Link>,
}

/// More looks than this in one paragraph are set in the last of them: the shaper counts them in 16 bits.
const MOST_PIECES: usize = 60_000;

/// A bracketed number of more figures is a year or a sum, and stands by itself.
const MOST_FIGURES: usize = 2;

/// Shows nothing, and no line may break at it.
const WORD_JOINER: char = '\u{2060}';

/// Makes text that can be shaped of what was typed. `spaced`: the text ends in a space, so that in reading order it does
/// not run together with what follows.
pub(super) fn clean(inlines: &[Inline], spaced: bool, language: &str) -> Clean {
    let mut clean = Clean::default();
    for inline in inlines {
        match inline {
            Inline::Text(run) => clean.push(run, language),
            Inline::Blank { width } => clean.blanks.push((clean.text.len(), sane(*width, 0.0, 10_000.0))),
            // These have no meaning outside furniture, where they have become text before they come here.
            Inline::PageNumber(_) | Inline::PageCount(_) => {}
        }
    }
    clean.keep_number_with_its_word();
    if spaced
        && !clean.text.ends_with(char::is_whitespace)
        && let Some(last) = clean.pieces.last_mut()
    {
        clean.text.push(' ');
        last.range.end = clean.text.len();
    }
    clean
}

impl Clean {
    /// The text as it was meant: with its control characters, and with spaces for line feeds.
    pub fn meant(&self) -> String {
        let mut meant = self.text.replace('\n', " ");
        for &(start, control) in &self.controls {
            meant.replace_range(start..start + control.len_utf8(), control.encode_utf8(&mut [0; 4]));
        }
        meant
    }

    /// Keeps a bracketed number at the end with the word before it: "Scrutiny Board (2)" never leaves "(2)" on a line alone.
    /// What keeps them together is silent, so that it is in nothing that is read out or copied.
    fn keep_number_with_its_word(&mut self) {
        let Some((before, number)) = self.text.trim_end().rsplit_once(' ') else { return };
        let figures = number.strip_prefix('(').and_then(|number| number.strip_suffix(')'));
        let is_number = figures.is_some_and(|figures| {
            (1..=MOST_FIGURES).contains(&figures.len()) && figures.bytes().all(|figure| figure.is_ascii_digit())
        });
        if !is_number || before.is_empty() || before.ends_with(char::is_whitespace) {
            return;
        }
        let at = before.len() + 1;
        self.text.insert(at, WORD_JOINER);
        let behind = |place: &mut usize| *place += if *place > at { WORD_JOINER.len_utf8() } else { 0 };
        for piece in &mut self.pieces {
            behind(&mut piece.range.start);
            behind(&mut piece.range.end);
        }
        self.blanks.iter_mut().for_each(|(place, _)| behind(place));
        self.controls.iter_mut().for_each(|(place, _)| behind(place));
    }

    /// The control character that stands here.
    pub fn control_at(&self, start: usize) -> Option<char> {
        let found = self.controls.binary_search_by_key(&start, |&(start, _)| start).ok()?;
        self.controls.get(found).map(|&(_, control)| control)
    }

    fn push(&mut self, run: &Run, language: &str) {
        let start = self.text.len();
        let mut characters = run.text.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\r' if characters.peek() == Some(&'\n') => {}
                '\t' => self.text.push(' '),
                // All that breaks lines by Unicode's rules (UAX 14, classes BK, CR, LF and NL).
                '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.text.push('\n'),
                _ if character.is_control() => {
                    self.controls.push((self.text.len(), character));
                    // Of the same length in UTF-8, so that the text can be put right again when it has been shaped.
                    self.text.push(if character.is_ascii() { 'x' } else { 'ÿ' });
                }
                _ if is_dropped(character) => {}
                _ => self.text.push(character),
            }
        }
        if self.text.len() > start {
            self.look(start, look_of(run, language));
        }
    }

    fn look(&mut self, start: usize, look: Look) {
        let end = self.text.len();
        let full = self.pieces.len() >= MOST_PIECES;
        match self.pieces.last_mut() {
            Some(last) if full || last.look == look => last.range.end = end,
            _ => self.pieces.push(Piece { range: start..end, look, group: None }),
        }
    }
}

fn look_of(run: &Run, language: &str) -> Look {
    Look {
        face: run.face,
        size: sane(run.size, 1.0, 1000.0),
        rise: sane(run.rise, -1000.0, 1000.0),
        language: run.language.clone().filter(|own| own != language),
        link: run.link.clone(),
    }
}

/// A number within bounds, whatever came in. Where the bounds cross, the upper one counts: it is what there is room for.
pub(super) fn sane(value: f32, least: f32, most: f32) -> f32 {
    if value.is_nan() { least.min(most) } else { value.max(least).min(most) }
}

/// Whether a character shows nothing, but says where lines may break; it is shaped and then left out.
pub(super) fn is_silent(character: char) -> bool {
    matches!(character, '\u{200B}' | WORD_JOINER)
}

/// Whether a character shows nothing of itself (Unicode's Default_Ignorable_Code_Point) and can be left out before shaping: a
/// soft hyphen, since nothing here hyphenates; marks of direction; joiners and selectors of scripts that no bundled face has.
fn is_dropped(character: char) -> bool {
    !is_silent(character)
        && matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}
