//! House styles, bodies and phrases.
pub struct Library;
