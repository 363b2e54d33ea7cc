//! House styles, bodies and phrases.
