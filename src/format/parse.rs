use super::error::ReadError;
use super::explain::explain;
use super::limits::Limits;
use super::scan;
use ron::{Options, extensions::Extensions};
use serde::de::DeserializeOwned;

/// The freedoms of RON that the files use: `Some(…)` is not written out, nor the second pair of brackets of
/// `Text((text: "…"))`. They hold whether or not the file names them.
pub(super) const EXTENSIONS: Extensions = Extensions::IMPLICIT_SOME.union(Extensions::UNWRAP_VARIANT_NEWTYPES);

/// How deep ron may call itself: three calls for each bracket that the limits allow, with room to spare.
const RECURSION: usize = 256;

/// Reads a value from the bytes of a file, which may be anything: bounded in size, depth and number of values before it
/// is parsed. `Option`s are written without `Some`, the value of a variant without a second pair of brackets.
///
/// # Errors
/// Where the bytes are over the limits, not UTF-8, not RON, or not a `T`.
pub fn parse<T: DeserializeOwned>(bytes: &[u8], limits: Limits) -> Result<T, ReadError> {
    let text = scan::text(bytes, limits)?;
    scan::brackets(text, limits)?;
    value(text)
}

/// Reads a value from a text whose brackets were scanned.
pub(super) fn value<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    options().with_recursion_limit(RECURSION).from_str(text).map_err(|error| explain(text, error))
}

/// How ron reads and writes here.
pub(super) fn options() -> Options {
    Options::default().with_default_extension(EXTENSIONS)
}
