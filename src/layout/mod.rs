//! Blocks become lines, lines become pages.
