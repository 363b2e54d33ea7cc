use super::error::ReadError;
use super::limits::Limits;
use super::locate::locate;
use super::parse;
use super::pretty;
use super::scan;
use super::v1;
use super::validate::validate;
use super::version::{Version, version};
use crate::model::Minutes;

/// What the file says of itself in its first line.
const COMMENT: &str = "The minutes of one meeting, written by Minutebook. The head is derived from what follows it.";

/// Writes a draft: the head first, one field to a line, a line feed behind each line. The same document always gives the
/// same bytes.
pub fn write(minutes: &Minutes) -> String {
    pretty::print(COMMENT, &v1::FileRef::from(minutes))
}

/// Reads a draft of any version up to this program's.
///
/// Ids must be unique and not zero, and the document must keep within the bounds for which pages are made. A reference
/// that points at nothing (an item that was removed, say) is no reason not to open a draft: it is shown where it stands.
///
/// # Errors
/// Where the file is no draft, is damaged, is of a newer version, or does not keep within its bounds.
pub fn read(bytes: &[u8]) -> Result<Minutes, ReadError> {
    let limits = Limits::DRAFT;
    if bytes.len() > limits.bytes {
        scan::text(bytes, limits)?;
    }
    let version = version(bytes)?;
    let text = scan::text(bytes, limits)?;
    scan::brackets(text, limits)?;
    let minutes = match version {
        // An older version is read as its own type and turned into the next, up to this one.
        Version::One => Minutes::from(parse::value::<v1::File>(text)?),
    };
    match validate(&minutes) {
        Ok(()) => Ok(minutes),
        Err(fault) => Err(ReadError {
            hint: Some(fault.hint.clone()),
            ..ReadError::at(text, locate(text, &fault), fault.message)
        }),
    }
}
