//! House styles, bodies and phrases: how a council's minutes look and what they say.
//!
//! A house style is a folder: `style.ron` (page, type, wording, numbers), `bodies/*.ron` (who sits, what is always on the
//! agenda) and `phrases.ron` (formulas with gaps). The shipped ones are built into the program and read by the same code
//! as a council's own.

mod bank;
mod begin;
mod body;
mod forms;
mod library;
mod measure;
mod parse;
mod phrase;
mod problem;
mod source;
mod style;
mod validate;
mod wording;
mod words;

pub use bank::*;
pub use begin::*;
pub use body::*;
pub use forms::*;
pub use library::*;
pub use measure::*;
pub use phrase::*;
pub use problem::*;
pub use style::*;
pub use wording::*;
pub use words::*;
