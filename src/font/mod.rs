//! Bundled faces and their metrics.
