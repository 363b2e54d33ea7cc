//! Proves that earlier versions of a draft are kept, thinned, compared in words and restored.

mod kept;
mod names;
mod thinning;
