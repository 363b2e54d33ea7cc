//! Minutes become a PDF.

use super::describe;
use crate::{
    compose::compose,
    frame::{Missing, NodeId},
    layout::Setter,
    model::{Audience, Minutes},
    pdf,
    template::HouseStyle,
};
use std::fmt;

/// A PDF that may leave the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Why minutes are not exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The bundled faces lack characters: each with the node in which it stands, and with that node in words.
    Missing(Vec<MissingAt>),
    /// The PDF could not be made, as the maker of PDFs puts it.
    Pdf(String),
}

/// A character that the faces lack, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingAt {
    /// The character.
    pub character: char,
    /// The node.
    pub node: NodeId,
    /// The place in words: "minute 17 (Work Programme)".
    pub place: String,
}

impl fmt::Display for MissingAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let MissingAt { character, place, .. } = self;
        write!(f, "“{character}” (U+{:04X}) in {place}", u32::from(*character))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 5;
        match self {
            Refused::Missing(missing) => {
                let places: Vec<_> = missing.iter().take(SHOWN).map(MissingAt::to_string).collect();
                write!(f, "The fonts of the page lack {}", places.join(", "))?;
                if missing.len() > SHOWN {
                    write!(f, " and {} more", missing.len() - SHOWN)?;
                }
                f.write_str(". Write it in another way, then export again.")
            }
            Refused::Pdf(reason) => write!(f, "The PDF could not be made: {reason}"),
        }
    }
}

impl std::error::Error for Refused {}

/// Makes the PDF of minutes for an audience. `goes_on` is told how far it is, from 0 to 1; where it says no, nothing comes
/// of it.
///
/// # Errors
///
/// Where a character is missing in the bundled faces, or the PDF cannot be made.
pub fn publish(
    minutes: &Minutes,
    style: &HouseStyle,
    audience: Audience,
    goes_on: impl Fn(f32) -> bool,
) -> Result<Option<Publication>, Refused> {
    if !goes_on(0.05) {
        return Ok(None);
    }
    let document = compose(minutes, style, audience);
    if !goes_on(0.2) {
        return Ok(None);
    }
    let frame = Setter::new().set(&document);
    refuse_missing(minutes, &frame.missing)?;
    if !goes_on(0.6) {
        return Ok(None);
    }
    let bytes = pdf::export(&frame).map_err(|error| Refused::Pdf(error.to_string()))?;
    Ok(goes_on(0.95).then_some(Publication { bytes, pages: frame.pages.len() }))
}

/// Refuses where characters are missing; each is named once for each place.
pub fn refuse_missing(minutes: &Minutes, missing: &[Missing]) -> Result<(), Refused> {
    let mut named: Vec<MissingAt> = Vec::new();
    for Missing { character, node } in missing {
        let place = describe(minutes, *node);
        if !named.iter().any(|known| known.character == *character && known.place == place) {
            named.push(MissingAt { character: *character, node: *node, place });
        }
    }
    if named.is_empty() { Ok(()) } else { Err(Refused::Missing(named)) }
}
